"""The figures of a paragraph, and what each does in its sentence."""

from __future__ import annotations

import re

from attrs import define, field

from govbudget.amounts import Amount, parse_quantity
from govbudget.disclosures import Claim
from govbudget.disclosures.narrative import Direction, Role
from govbudget.exceptions import FigureError
from govbudget.intervals import Figure
from govbudget.locations import Location
from govbudget.percentages import Percentage
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.vocabulary import Topic, topics

_FIGURE = re.compile(
    r"(?<![0-9.,A-Za-z第])(?<![0-9] )(?P<sign>-)?(?P<number>[0-9][0-9,]{0,30}(?:\.[0-9]{1,12})?)"
    r"(?P<unit>[万亿]?元|%|[个项辆台套家]|(?<=\.\d\d)万(?=[，。；、)]))"
)
_SENTENCE_END = "。！？"
_LOOK_BACK = 200
"""What a figure does is read from so many characters before it."""
_LONGEST_HALF = 400
"""A sentence is shown with at most so many characters before and after a figure."""


@define(eq=False)
class Stated:
    """A figure in its paragraph while it is being read.

    Args:
        figure: The figure.
        start: Its first position in the text of the paragraph.
        end: Its end.
        lead: What stands between the figure before and this one.
        unit: What follows the number.
        role: What it does.
        topic: What it is about.
        year: The year it is about.
        direction: Where the change goes, for differences and rates.
        whole: What it is a share of, in words; None if none are printed.
        claim: The finished claim.
    """

    figure: Figure
    start: int
    end: int
    lead: str
    unit: str
    role: Role = Role.OTHER
    topic: Topic | None = None
    year: int | None = None
    direction: Direction | None = None
    whole: str | None = None
    claim: Claim | None = field(default=None, repr=False)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends between the figure before and this one."""
        return any(mark in self.lead for mark in _SENTENCE_END)

    @property
    def segment(self) -> str:
        """What stands before it in its sentence or part of a sentence."""
        return self.lead[max(map(self.lead.rfind, "。！？；")) + 1 :]

    @property
    def in_brackets(self) -> bool:
        """Whether it stands in brackets that its segment opens."""
        return self.segment.rfind("(") > self.segment.rfind(")")

    @property
    def phrase(self) -> str:
        """The words directly before it, which should say what it is about."""
        text = self.segment[self.segment.rfind("，") + 1 :]
        opened = text.rfind("(")
        if opened > text.rfind(")"):
            text = text[opened + 1 :]
        return text.lstrip("、,和及与")


def stated_figures(paragraph: Paragraph) -> list[Stated]:
    """Return the figures of a paragraph in order, each with the part that it plays.

    Args:
        paragraph: The paragraph.
    """
    found: list[Stated] = []
    end = 0
    for match in _FIGURE.finditer(paragraph.text):
        try:
            figure = _figure((match["sign"] or "") + match["number"], match["unit"])
        except FigureError:
            continue
        lead = paragraph.text[max(end, match.start() - _LOOK_BACK) : match.start()]
        one = Stated(figure, match.start(), match.end(), lead, match["unit"])
        _assign(one, paragraph.text[match.end() : match.end() + 3])
        found.append(one)
        end = match.end()
    return found


def _figure(number: str, unit: str) -> Figure:
    if unit == "%":
        return Percentage(number)
    if unit.endswith(("元", "万")):
        return Amount(
            number, unit.removesuffix("元") + "元"
        )  # 340.00万 without 元 is money, as nothing else has cents
    count = parse_quantity(number)
    assert count is not None  # noqa: S101 - digits were matched
    return count


def _assign(one: Stated, following: str) -> None:
    """Say what a figure does from the words before it."""
    words = topics().words
    text = one.segment
    change = words["direction"].search(text[-16:])
    if change is not None and not one.figure.exact:
        one.role = Role.RATE if isinstance(one.figure, Percentage) else Role.DIFFERENCE
        one.direction = Direction.OPEN if change["open"] else Direction.UP if change["up"] else Direction.DOWN
    elif isinstance(one.figure, Percentage):
        share = words["share"].search(text[-40:])
        if share is not None:
            one.role, one.whole = Role.SHARE, share["whole"] or None
    elif not (words["threshold"].match(following) or words["price"].search(text[-6:])):
        one.role = Role.COUNT if one.figure.exact else Role.AMOUNT


def finish(one: Stated, paragraph: Paragraph, source: str | None) -> Claim:
    """Return the claim of a figure, once, with its sentence and its place.

    Args:
        one: The figure.
        paragraph: The paragraph it stands in.
        source: Where the text comes from.
    """
    if one.claim is not None:
        return one.claim
    line, column = paragraph.places[one.start]
    last = paragraph.places[one.end - 1]
    end = (
        last[1] + 1
        if last[0] == line
        else next(len(whole.text) for whole in paragraph.lines if whole.number == line)
    )
    figure = one.figure
    if one.direction is Direction.DOWN:
        figure = _negative(figure)
    place = Location(source, row=name_of(one), line=line)
    text = sentence(paragraph, one.start, one.end)
    measure = measures_in(one.phrase)
    one.claim = Claim(text, figure, place, (column, end), one.role, one.topic, one.year, measure)
    return one.claim


def measures_in(words: str) -> frozenset[str]:
    """Return what of a topic words measure: 总计, 本年, 年初预算, 执行数 …"""
    return frozenset(str(match.lastgroup) for match in topics().words["measure"].finditer(words))


def name_of(one: Stated) -> str | None:
    """Return what a figure is called in messages."""
    return one.topic.zh if one.topic is not None else None


def _negative(figure: Figure) -> Figure:
    if isinstance(figure, Amount):
        return -figure
    number = str(figure).removesuffix("%")
    return Percentage(number.removeprefix("-") if number.startswith("-") else f"-{number}")


def sentence(paragraph: Paragraph, start: int, end: int) -> str:
    """Return the sentence around a place, as printed but without blanks.

    Args:
        paragraph: The paragraph.
        start: The first position.
        end: The end.
    """
    text, low, high = paragraph.text, max(0, start - _LONGEST_HALF), end + _LONGEST_HALF
    first = max(max(text.rfind(mark, low, start) for mark in _SENTENCE_END + "；") + 1, low)
    ends = [place for mark in _SENTENCE_END + "；" if (place := text.find(mark, end, high)) >= 0]
    return paragraph.raw[first : min(ends, default=high)]
