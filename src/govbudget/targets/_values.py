"""What a target compares with: measures, periods of the calendar, and levels of a scale, all as places on a line."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from govbudget.targets._units import MeasureUnit


def plain_number(number: Decimal) -> str:
    """Return a number in ASCII digits without needless zeros.

    Args:
        number: A finite number.
    """
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


@frozen
class Measure:
    """An exact number with its unit, such as 95% or 836万人.

    Args:
        number: The number.
        unit: The unit, or None where none is stated.
    """

    number: Decimal
    unit: MeasureUnit | None = None

    @property
    def dimension(self) -> str:
        """What is measured."""
        return self.unit.dimension if self.unit else ""

    @property
    def first(self) -> Fraction:
        """Its place on the line of its dimension, in base units."""
        return Fraction(self.number) * self.unit.factor if self.unit else Fraction(self.number)

    last = first
    discrete = False

    def __str__(self) -> str:
        text = plain_number(self.number)
        if self.unit is not None and self.unit.word == "年" and len(text) == 4 and text[:2] in ("19", "20"):
            return f"{text}个年度"  # 1900年 would be a date
        return f"{text}{self.unit or ''}"


_QUARTERS = "一二三四"
_LEAP = 2000
"""The year that stands for any year, because it has all days."""


@frozen
class Period:
    """A year, half-year, quarter, month or day, of a certain year or of any year.

    Args:
        year: The year, or None for any.
        half: 1 or 2 for a half of the year.
        quarter: 1 to 4.
        month: 1 to 12.
        day: The day of the month.
    """

    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    _edges: tuple[int, int] = field(init=False, repr=False, eq=False)

    @_edges.default
    def _find_edges(self) -> tuple[int, int]:
        year = self.year or _LEAP
        if self.day is not None and self.month is not None:
            first = dt.date(year, self.month, self.day).toordinal()
            return first, first
        start, months = 1, 12
        if self.half is not None:
            start, months = 6 * self.half - 5, 6
        elif self.quarter is not None:
            start, months = 3 * self.quarter - 2, 3
        elif self.month is not None:
            start, months = self.month, 1
        after = dt.date(year + (start + months > 12), (start + months - 1) % 12 + 1, 1)
        return dt.date(year, start, 1).toordinal(), after.toordinal() - 1

    @property
    def dimension(self) -> str:
        """Whether days of certain years are compared, or days of any year."""
        return "date" if self.year is not None else "day_of_any_year"

    @property
    def first(self) -> int:
        """Its first day, counted in days."""
        return self._edges[0]

    @property
    def last(self) -> int:
        """Its last day, counted in days."""
        return self._edges[1]

    discrete = True
    unit = None

    def end(self) -> Period:
        """Return its last day (6月底)."""
        last = dt.date.fromordinal(self.last)
        return Period(self.year, month=last.month, day=last.day)

    def __str__(self) -> str:
        text = f"{self.year}年" if self.year is not None else ""
        if self.half is not None:
            return f"{text}{'上下'[self.half - 1]}半年"
        if self.quarter is not None:
            return f"{text}第{_QUARTERS[self.quarter - 1]}季度"
        text += f"{self.month}月" if self.month is not None else ""
        if self.year is None and self.month is not None and self.day is None:
            return f"{text}份"
        text += f"{self.day}日" if self.day is not None else ""
        return text or "全年"


@frozen
class Level:
    """A level of an ordered scale, such as 良 of 优, 良, 中, 差.

    Args:
        scale: The name of the scale.
        rank: Its place, 0 for the worst.
        word: The word it is written with, in canonical form.
    """

    scale: str
    rank: int
    word: str

    @property
    def dimension(self) -> str:
        """The scale."""
        return f"scale:{self.scale}"

    @property
    def first(self) -> int:
        """Its rank."""
        return self.rank

    last = first
    discrete = True
    unit = None

    def __str__(self) -> str:
        return self.word


Value = Measure | Period | Level


@frozen
class End:
    """One end of what a target allows.

    Args:
        value: The limit.
        closed: Whether the limit itself is allowed.
    """

    value: Value
    closed: bool = True


def in_unit(end: End | None, unit: MeasureUnit | None) -> End | None:
    """Return an end with another unit behind its number; dates and levels stay.

    Args:
        end: An end, or None.
        unit: The unit.
    """
    if end is None or not isinstance(end.value, Measure):
        return end
    return End(Measure(end.value.number, unit), end.closed)


def with_unit(end: End | None, unit: MeasureUnit | None) -> End | None:
    """Return an end with a unit behind its number if it has none.

    Args:
        end: An end, or None.
        unit: The unit.
    """
    return end if end is None or end.value.unit is not None else in_unit(end, unit)


@frozen
class Region:
    """The places on one line that a target allows, in normal form.

    Args:
        dimension: The line.
        low: The lowest place, or None.
        low_closed: Whether it is allowed.
        high: The highest place, or None.
        high_closed: Whether it is allowed.
    """

    dimension: str
    low: Fraction | int | None = None
    low_closed: bool = False
    high: Fraction | int | None = None
    high_closed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no place is allowed."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def covers(self, other: Region) -> bool:
        """Tell whether every place of another region is in this one.

        Args:
            other: A region of the same dimension.
        """
        if other.is_empty:
            return True
        return _starts_before(self, other) and _ends_after(self, other)

    def meets(self, other: Region) -> bool:
        """Tell whether a place is in both.

        Args:
            other: A region of the same dimension.
        """
        low = other if _starts_before(self, other) else self
        high = other if _ends_after(self, other) else self
        both = Region(self.dimension, low.low, low.low_closed, high.high, high.high_closed)
        return not (self.is_empty or other.is_empty or both.is_empty)


def _starts_before(one: Region, other: Region) -> bool:
    if one.low is None or other.low is None:
        return one.low is None
    return one.low < other.low or (one.low == other.low and (one.low_closed or not other.low_closed))


def _ends_after(one: Region, other: Region) -> bool:
    if one.high is None or other.high is None:
        return one.high is None
    return one.high > other.high or (one.high == other.high and (one.high_closed or not other.high_closed))


def starts_before(one: End | None, other: End | None) -> bool:
    """Tell whether a lower end allows all that another lower end allows.

    Args:
        one: A lower end, or None where there is no limit.
        other: Another of the same dimension.
    """
    return _starts_before(region("", one, None), region("", other, None))


def ends_after(one: End | None, other: End | None) -> bool:
    """Tell whether an upper end allows all that another upper end allows.

    Args:
        one: An upper end, or None where there is no limit.
        other: Another of the same dimension.
    """
    return _ends_after(region("", None, one), region("", None, other))


def region(dimension: str, low: End | None, high: End | None) -> Region:
    """Return what two ends allow, in normal form: of discrete places, the ends are always allowed.

    Args:
        dimension: The line.
        low: The lower end.
        high: The upper end.
    """
    first: Fraction | int | None = None
    last: Fraction | int | None = None
    low_closed = high_closed = False
    if low is not None:
        low_closed = low.closed or low.value.discrete
        first = low.value.first if low.closed else low.value.last + low.value.discrete
    if high is not None:
        high_closed = high.closed or high.value.discrete
        last = high.value.last if high.closed else high.value.first - high.value.discrete
    found = Region(dimension, first, low_closed, last, high_closed)
    return Region(dimension, 1, low_closed=True, high=0, high_closed=True) if found.is_empty else found
