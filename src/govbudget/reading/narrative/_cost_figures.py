"""The numbers of a paragraph as prices, quantities and amounts, as far as the words directly around them say so."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterator

from attrs import define

from govbudget.amounts import Amount, parse_quantity
from govbudget.disclosures.narrative import Role
from govbudget.exceptions import FigureError
from govbudget.intervals import Figure
from govbudget.reading.narrative._figures import Stated
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.vocabulary import costing_words, numeral

_LONGEST_LEAD = 40
"""What a number is is read from so many characters before it."""
_LONGEST_DOUBT = 6
ANYTHING = "*"
"""Stands for whatever is counted, where only 单价 or 数量 is printed."""


class Part(enum.Enum):
    """What a number is for the product that it may belong to."""

    PRICE = enum.auto()
    QUANTITY = enum.auto()
    AMOUNT = enum.auto()
    OTHER = enum.auto()
    """A number of which this is not certain."""


@define(eq=False)
class Number:
    """A number of a paragraph.

    Args:
        part: What it is.
        stated: The figure, which may not be among those of the paragraph.
        start: Where the words begin that say what it is, such as 单价 or 每台.
        end: Where it ends, with its unit and what it is for each of.
        counts: What it counts; empty for money.
        each: For each of what; empty if that is not said.
    """

    part: Part
    stated: Stated
    start: int
    end: int
    counts: tuple[str, ...] = ()
    each: tuple[str, ...] = ()


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Dates, numbers of an outline, ends of items, and numbers with their units."""
    words = costing_words()
    number = r"(?<![0-9.,A-Za-z])(?<![0-9] )[0-9][0-9,]{0,30}(?:\.[0-9]{1,12})?"
    return re.compile(
        f"(?P<date>{words.words['date'].pattern})|(?P<end>[。；！？]|{words.words['outline'].pattern})"
        f"|(?:(?P<number>{number})(?:(?P<money>[万亿]?元|(?<=\\.\\d\\d)万(?=[，。；、)]))|(?P<percent>%))?|(?P<numeral>{words.words['numeral'].pattern})(?={words.unit.pattern}))"
        f"(?P<unit>{words.unit.pattern})?(?P<set>\\([台套个件]\\))?"
    )


def read_items(paragraph: Paragraph, figures: list[Stated]) -> Iterator[list[Number]]:
    """Iterate over the numbers of a paragraph, item by item: what a sentence or part of a sentence, or an outline, sets apart.

    Args:
        paragraph: The paragraph.
        figures: The figures that are known; prices among them are marked as such.
    """
    known = {one.start: one for one in figures}
    item: list[Number] = []
    last = 0
    for match in _pattern().finditer(paragraph.text):
        if match["end"] is not None:
            yield item
            item = []
        elif match["date"] is None:
            number = _number(paragraph.text, match, known, last)
            if number is not None:
                item.append(number)
        last = item[-1].end if item else match.end()
    yield item


def _number(text: str, match: re.Match[str], known: dict[int, Stated], last: int) -> Number | None:
    """Return a number with what the words around it make of it; None if nothing can be made of its digits."""
    start = match.start()
    figure = _figure(match)
    if figure is None:
        return None
    stated = known.get(start) or Stated(figure, start, match.end(), "", match["unit"] or "")
    found = Number(Part.OTHER, stated, start, match.end())
    lead = text[max(last, start - _LONGEST_LEAD) : start]
    if match["money"] is not None:
        _money(found, text, lead)
    elif match["percent"] is None and (match["unit"] not in costing_words().dates or _is_factor(found, text)):
        _count(found, match, text, lead)
    doubt = costing_words().words
    if doubt["doubt_before"].search(text[max(0, start - _LONGEST_DOUBT) : start]) or doubt[
        "doubt_after"
    ].match(text, found.end):
        found.part = Part.OTHER
    elif found.part is Part.PRICE and found.each and set(found.each) - costing_words().once:
        stated.role = Role.PRICE
    return found


def _figure(match: re.Match[str]) -> Figure | None:
    try:
        if match["money"] is not None:
            return Amount(match["number"], match["money"].removesuffix("元") + "元")
        return parse_quantity(match["number"] or str(numeral(match["numeral"])))
    except FigureError:
        return None


def _money(found: Number, text: str, lead: str) -> None:
    """Tell a price from an amount."""
    words = costing_words()
    suffix, before = words.words["per"].match(text, found.end), words.words["price"].search(lead)
    found.part = Part.PRICE
    if suffix is not None:
        found.each, found.end = words.counted(suffix[0]), suffix.end()
    elif before is not None:
        found.each = (ANYTHING,)
    elif (before := words.words["each"].search(lead)) is not None:
        found.each = words.counted(before["of"]) or (before["noun"],)
    elif not _is_factor(found, text):
        found.part = Part.AMOUNT
    if before is not None:
        found.start -= len(lead) - before.start()


def _count(found: Number, match: re.Match[str], text: str, lead: str) -> None:
    """Tell a quantity from a number that is none."""
    words = costing_words()
    named = words.words["quantity"].search(lead)
    if named is not None:
        found.part, found.counts, found.start = (
            Part.QUANTITY,
            (ANYTHING,),
            found.start - len(lead) + named.start(),
        )
    elif match["unit"]:
        found.part, found.counts = Part.QUANTITY, words.counted(match["unit"])
    elif _is_factor(found, text):
        found.part, found.counts = Part.QUANTITY, (ANYTHING,)
    if found.part is Part.QUANTITY and (noun := words.words["noun"].match(text, found.end)) is not None:
        found.end = noun.end()
    each = words.words["each"].search(lead)
    if found.part is Part.QUANTITY and each is not None and named is None:
        found.each, found.start = (
            words.counted(each["of"]) or (each["noun"],),
            found.start - len(lead) + each.start(),
        )


def _is_factor(found: Number, text: str) -> bool:
    """Tell whether a sign of multiplication stands beside a number."""
    times = costing_words().words["times"]
    before = text[max(0, found.stated.start - 2) : found.stated.start]
    return times.match(text, found.end) is not None or any(
        one.end() == len(before) for one in times.finditer(before)
    )
