"""Lines of revenue beside expenditure without cell borders → rows of two sides; a label alone belongs to the side whose numbers it continues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import Factory, define

from govbudget.amounts import prints_nothing
from govbudget.labels import normalise
from govbudget.reading.flat._opened import OpenRow, looks_like_number
from govbudget.reading.flat._pages import AMOUNT
from govbudget.reading.flat._panels import FlatRow, Panel
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._outline import outline_of
from govbudget.vocabulary import vocabulary

_NUMERALS = "一二三四五六七八九"
_NUMERAL = re.compile(r"\(?([一二三四五六七八九十]+)[)、]")
_MAX_GAP = 3
"""A list of the forms leaves out so many numbers at most, less one."""


@define
class Numbering:
    """The last outline numbers of a side, by rank."""

    last: dict[int, int] = Factory(dict)

    def gap(self, label: str) -> int | None:
        """Return how far a label is from the last number of its rank; None if it cannot follow."""
        rank, number = number_of(label)
        if not rank:
            return None
        step = number - self.last.get(rank, 0)
        return step if step > 0 else None

    def take(self, label: str) -> None:
        """Note the number of a label; it opens all ranks below its own."""
        rank, number = number_of(label)
        if rank:
            self.last = {k: v for k, v in self.last.items() if k < rank} | {rank: number}


def number_of(label: str) -> tuple[int, int]:
    text = normalise(label)
    match = _NUMERAL.match(text)
    if match is None:
        return 0, 0
    tens, has_tens, ones = match[1].partition("十")
    if not has_tens:
        value = _NUMERALS.find(tens) + 1
    else:
        value = 10 * (_NUMERALS.find(tens) + 1 if tens else 1) + (_NUMERALS.find(ones) + 1 if ones else 0)
    return outline_of(text).rank, value


def two_sided_rows(body: Sequence[Line], panels: Sequence[Panel]) -> Iterator[FlatRow | OpenRow | None]:
    """Iterate over the rows of revenue beside expenditure; a label alone belongs to the side whose numbers it continues.

    Args:
        body: The lines below the headings.
        panels: The sides; None is yielded if they are others than two of names.
    """
    names = [panel.name for panel in panels]
    if len(panels) != 2 or None in names or any(len(panel.labels) > 1 for panel in panels):
        yield None
        return
    numbering = [Numbering(), Numbering()]
    missed = 0
    for line in body:
        if line.text.isdecimal():
            continue  # the number of a page
        parts = _parts(line.text.split())
        sides = _sides(parts, numbering, missed) if parts is not None else None
        if parts is None or sides is None:
            missed += 1
            yield OpenRow(line.number or 0, line.text)
            continue
        row = FlatRow(line.number)
        for (label, amounts), side in zip(parts, sides, strict=True):
            numbering[side].take(label)
            row.labels[panels[side].labels[0].position] = label
            row.amounts[side] = amounts
        fits = all(len(amounts) <= len(panels[side].amounts) for side, amounts in row.amounts.items())
        yield row if fits else OpenRow(line.number or 0, line.text)


def _parts(tokens: list[str]) -> list[tuple[str, tuple[str, ...]]] | None:
    """Return the labels of a line, each with its amounts; None if it begins with an amount, or one is a dash or a whole number."""
    parts: list[tuple[str, tuple[str, ...]]] = []
    spaced = False
    for token in tokens:
        if AMOUNT.fullmatch(token):
            if not parts:
                return None
            parts[-1] = (parts[-1][0], (*parts[-1][1], token))
            spaced = False
        elif prints_nothing(token) or looks_like_number(token):
            return None
        elif spaced and len(token) == 1 and not parts[-1][1]:
            parts[-1] = (parts[-1][0] + token, ())
        else:
            parts.append((token, ()))
            spaced = len(token) == 1
    return parts


def _sides(
    parts: list[tuple[str, tuple[str, ...]]], numbering: list[Numbering], missed: int
) -> tuple[int, ...] | None:
    """Return the side of every label of a line; None if that is not certain, as so many lines above were not read."""
    if len(parts) == 2:
        return (0, 1) if parts[0][1] or begins_a_label(parts[1][0]) else None
    if len(parts) != 1:
        return None
    gaps = [numbering[side].gap(parts[0][0]) for side in (0, 1)]
    for side in (0, 1):
        mine, other = gaps[side], gaps[1 - side]
        if mine is not None and mine <= _MAX_GAP and (other is None or other >= mine + _MAX_GAP + missed):
            return (side,)
    return None


def begins_a_label(text: str) -> bool:
    """Whether a piece of text is a label, and not what follows a blank in the label before it."""
    words, plain = vocabulary(), normalise(text)
    has_number = outline_of(plain).rank > 0
    return has_number or words.is_total(plain) or plain in words.carried or words.strip_of_which(plain)[0]
