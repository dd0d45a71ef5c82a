"""Ranges of the target-value syntax: 90%～95%, 10±2, 5%<X≤10%, ±5%."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from govbudget.exceptions import Notice
from govbudget.intervals import plain
from govbudget.targets._errors import TargetSyntaxError
from govbudget.targets._lexicon import lexicon
from govbudget.targets._measures import Measured, parse_measure, parse_unknown_unit
from govbudget.targets._numbers import shifted
from govbudget.targets._rates import skip_blanks
from govbudget.targets._units import MeasureUnit
from govbudget.targets._values import End, Measure, region

RANGE_SIGN = re.compile(r"[ ]*[-~至到]{1,2}[ ]*")
"""What stands between the ends of a range."""

_AND = re.compile(r"[ ]*[与和][ ]*")
_BETWEEN = re.compile(r"[ ]*(?:之间)")
_EXCLUDED = re.compile(r"[ ]*\(不含[^()]{0,8}\)")
_SANDWICH = re.compile(r"[ ]*(?P<sign>[<≤])[^<≤≥>=0-9]{0,30}(?P<second>[<≤])[ ]*")
AFTER_NUMBER = re.compile(r"[A-Za-z]{0,3}[0-9%‰]|[.,/:][0-9]|[A-Za-z]+[一-龥]")
"""What follows digits that are no number."""
_MONTH_RANGE = re.compile(r"[0-9]{1,2}[ ]?[-~至到][ ]?[0-9]{1,2}月")

UPSIDE_DOWN = Notice("区间的下限大于上限", "the range begins above its end")
MIXED_UNITS = Notice("区间两端的度量单位不同", "the ends of the range have units that cannot be compared")


@frozen
class Found:
    """A bound as it was read.

    Args:
        low: The lower end.
        high: The upper end.
        about: Whether it names no exact limits.
        start: Where it begins.
        end: Where it ends.
        strong: Whether it says how to compare, so that it is a target wherever it stands.
        spoken: Whether its number is a Chinese numeral.
    """

    low: End | None
    high: End | None
    about: bool
    start: int
    end: int
    strong: bool
    spoken: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low is not None and self.high is not None and self.low is not self.high

    @property
    def unit(self) -> MeasureUnit | None:
        """The unit of its measure."""
        found = self.low or self.high
        return found.value.unit if found is not None else None


def parse_range(text: str, pos: int, first: Measured, end: int) -> Found | None:
    """range = measure ["(不含)"] sign measure ["(不含)"] [after] | measure ("与" | "和") measure "之间" | tolerance ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        first: The first measure.
        end: Where the clause ends.

    Raises:
        TargetSyntaxError: The range is upside down, or its ends have different units.
    """
    at = skip_blanks(text, first.end, end)
    if text.startswith("±", at, end):
        return _parse_tolerance(text, pos, first, at + 1, end)
    open_low = _EXCLUDED.match(text, first.end, end)
    at = open_low.end() if open_low is not None else first.end
    sign = RANGE_SIGN.match(text, at, end) or _AND.match(text, at, end)
    second = parse_measure(text, sign.end(), end) if sign is not None else None
    if second is None or second.number < 0 or _MONTH_RANGE.match(text, pos, end):
        return None
    if second.unit is None and AFTER_NUMBER.match(text, second.end, end):
        return None
    between = _BETWEEN.match(text, second.end, end)
    if sign is not None and _AND.fullmatch(sign[0]) and between is None:
        return None
    first, second, stop = _of_one_unit(text, first, second, end)
    low = End(Measure(first.number, first.unit), open_low is None)
    open_high = _EXCLUDED.match(text, stop, end)
    high = End(Measure(second.number, second.unit), open_high is None)
    if first.unit is None and region("", low, high).is_empty:
        return None  # 3-2-1
    refuse_upside_down(text, pos, stop, low, high)
    closing = open_high or between
    stop = closing.end() if closing is not None else stop
    after = lexicon().limit_at(text, stop, end)
    return Found(low, high, False, pos, after[1] if after is not None else stop, strong=True)  # noqa: FBT003 - not about


def _of_one_unit(text: str, first: Measured, second: Measured, end: int) -> tuple[Measured, Measured, int]:
    """Give both ends of a range the unit that one of them leaves out: 90-95%, 10万-20万元, 800元-1000元/月."""
    one, other = first.unit, second.unit
    unknown = parse_unknown_unit(text, second.end, end) if one is None and other is None else None
    if unknown is not None:
        return evolve(first, unit=unknown[0]), evolve(second, unit=unknown[0]), unknown[1]
    if other is not None and (one is None or other.word.startswith(f"{one.word}/")):
        first = _in_unit_of(first, other)
    elif one is not None and other is None:
        second = _in_unit_of(second, one)
    return first, second, second.end


def _in_unit_of(measure: Measured, unit: MeasureUnit) -> Measured:
    """Give a number a unit; its own 万 is that of 万元."""
    scale = {4: "万", 8: "亿"}.get(measure.scale)
    if scale is not None and unit.word.startswith(scale):
        return evolve(measure, number=shifted(measure.number, -measure.scale), unit=unit)
    return evolve(measure, unit=unit)


def parse_deviation(text: str, pos: int, end: int) -> Found | None:
    """deviation = "±" measure [after] ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the clause ends.
    """
    measure = (
        parse_measure(text, skip_blanks(text, pos + 1, end), end) if text.startswith("±", pos, end) else None
    )
    if measure is None:
        return None
    low = End(Measure(-measure.number if measure.number else measure.number, measure.unit))
    after = lexicon().limit_at(text, measure.end, end)
    stop = after[1] if after is not None else measure.end
    return Found(low, End(Measure(measure.number, measure.unit)), False, pos, stop, strong=True)  # noqa: FBT003 - not about


def _parse_tolerance(text: str, pos: int, first: Measured, at: int, end: int) -> Found | None:
    """tolerance = measure "±" measure ;"""
    second = parse_measure(text, skip_blanks(text, at, end), end)
    if second is None:
        return None
    unit = first.unit or second.unit
    middle, width = Fraction(first.number), Fraction(second.number)
    if second.unit is not None and second.unit.dimension == "ratio" and unit != second.unit:
        width *= middle * second.unit.factor  # 100人±5%
    elif second.unit is not None and second.unit != unit:
        raise TargetSyntaxError(MIXED_UNITS, text, (pos, second.end))
    low, high = (End(Measure(Decimal(plain(middle + side * width)), unit)) for side in (-1, 1))
    return Found(low, high, False, pos, second.end, strong=True)  # noqa: FBT003 - not about


def refuse_upside_down(text: str, pos: int, stop: int, low: End, high: End) -> None:
    """Refuse a range that begins above its end, or whose ends cannot be compared.

    Args:
        text: The text in normal form.
        pos: Where it begins.
        stop: Where it ends.
        low: Its lower end.
        high: Its upper end.

    Raises:
        TargetSyntaxError: It is such a range.
    """
    if low.value.dimension != high.value.dimension:
        raise TargetSyntaxError(MIXED_UNITS, text, (pos, stop))
    if region(low.value.dimension, low, high).is_empty:
        raise TargetSyntaxError(UPSIDE_DOWN, text, (pos, stop))


def parse_sandwich(text: str, pos: int, first: Measured, end: int) -> Found | None:
    """sandwich = measure ("<" | "≤") name ("<" | "≤") measure ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        first: The first measure.
        end: Where the clause ends.
    """
    match = _SANDWICH.match(text, first.end, end)
    second = parse_measure(text, match.end(), end) if match is not None else None
    if match is None or second is None:
        return None
    unit = first.unit or second.unit
    low = End(Measure(first.number, unit), match["sign"] == "≤")
    high = End(Measure(second.number, second.unit or unit), match["second"] == "≤")
    refuse_upside_down(text, pos, second.end, low, high)
    return Found(low, high, False, pos, second.end, strong=True)  # noqa: FBT003 - not about
