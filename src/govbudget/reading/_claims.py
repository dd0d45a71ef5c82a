"""Figures that the narrative states. What they are about is not guessed here."""

from __future__ import annotations

import re

from govbudget.amounts import Amount
from govbudget.disclosures import Claim
from govbudget.exceptions import FigureError
from govbudget.intervals import Figure
from govbudget.locations import Location
from govbudget.percentages import Percentage
from govbudget.reading._blocks import Line

_STATED = re.compile(
    r"(?<![0-9.,])(?P<number>[0-9][0-9,]{0,30}(?:\.[0-9]{1,12})?)[ ]?(?P<unit>[万亿]?元|[%％])"
)
_SENTENCE_END = "。；;！？"


def read_claims(lines: list[Line], source: str | None) -> tuple[Claim, ...]:
    """Return the amounts and percentages that the narrative states, with the sentences they stand in.

    Args:
        lines: The narrative, without the tables.
        source: Where it comes from.
    """
    return tuple(claim for line in lines for claim in _claims_of(line, source))


def _claims_of(line: Line, source: str | None) -> list[Claim]:
    found = []
    for match in _STATED.finditer(line.text):
        try:
            figure = _figure(match["number"], match["unit"])
        except FigureError:
            continue
        place = Location(source, line=line.number)
        found.append(Claim(_sentence(line.text, match.start(), match.end()), figure, place, match.span()))
    return found


def _figure(number: str, unit: str) -> Figure:
    return Percentage(number) if unit in "%％" else Amount(number, unit)


def _sentence(text: str, start: int, end: int) -> str:
    first = max(text.rfind(mark, 0, start) for mark in _SENTENCE_END) + 1
    ends = [place for mark in _SENTENCE_END if (place := text.find(mark, end)) >= 0]
    return text[first : min(ends, default=len(text))].strip()
