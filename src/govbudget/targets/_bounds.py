"""Bounds of the target-value syntax: what stands between a comparison and the end of its measure or date."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve, frozen

from govbudget.exceptions import Notice
from govbudget.targets._dates import in_year_of, parse_months, parse_period
from govbudget.targets._errors import TargetSyntaxError
from govbudget.targets._kinds import Operator
from govbudget.targets._lexicon import lexicon
from govbudget.targets._measures import (
    Measured,
    parse_every,
    parse_measure,
    parse_unit,
    parse_unknown_unit,
    skip_blanks,
)
from govbudget.targets._numbers import shifted
from govbudget.targets._qualities import ends
from govbudget.targets._units import MeasureUnit
from govbudget.targets._values import (
    End,
    Measure,
    ends_after,
    in_unit,
    region,
    starts_before,
    with_unit,
)

_RANGE_SIGN = re.compile(r"[ ]*[-~至到][ ]*")
_SANDWICH = re.compile(r"[ ]*(?P<sign>[<≤])[^<≤≥>=0-9]{0,30}(?P<second>[<≤])[ ]*")
_AFTER_NUMBER = re.compile(r"[A-Za-z]{0,3}[0-9%‰]|[.,/:][0-9]|[A-Za-z]+[一-龥]")

_LETTER = re.compile(r"[ ]?\(?[A-Za-z]")

CONFLICT = Notice("前后的比较词互相矛盾", "the comparisons before and after the number contradict each other")
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


def parse_bound(text: str, pos: int, end: int) -> Found | None:
    """bound = [every] [operator [verb]] (date | amount) ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the clause ends.

    Raises:
        TargetSyntaxError: The comparisons contradict each other, or a range is upside down.
    """
    start = pos
    every = parse_every(text, pos, end)
    if every is not None:
        pos = skip_blanks(text, every[1], end)
    sign = lexicon().operator.match(text, pos, end)
    operator = None
    if sign is not None:
        operator, pos = lexicon().operators[sign[0]], skip_blanks(text, sign.end(), end)
        verb = lexicon().verb_pattern.match(text, pos, end) if sign[0].isalpha() else None
        pos = skip_blanks(text, verb.end(), end) if verb is not None else pos
    found = _parse_date(text, pos, end, operator) or _parse_amount(text, pos, end, operator)
    if found is None:
        return None
    if sign is not None and not sign[0].isalpha() and found.is_range and operator is not Operator.EQUAL:
        raise TargetSyntaxError(CONFLICT, text, (start, found.end))
    found = evolve(found, start=start)
    return per(found, every[0]) if every is not None else found


def per(found: Found, unit: MeasureUnit) -> Found:
    """Return a bound on a rate (每年2次); a share stays a share.

    Args:
        found: The bound.
        unit: What it is per.
    """
    own = found.unit
    if own is None or not own.known or own.dimension == "ratio" or unit.dimension in own.dimension.split("/"):
        return found
    return evolve(found, low=in_unit(found.low, own.per(unit)), high=in_unit(found.high, own.per(unit)))


def _parse_date(text: str, pos: int, end: int, operator: Operator | None) -> Found | None:
    """date = (months | period [range sign period]) [after date] ;

    A day, or the end of a period, is a deadline: an upper bound, unless it is compared with "=".
    """
    months = parse_months(text, pos, end)
    if months is not None:
        low, high, at = months
        return Found(End(low), End(high), about=False, start=pos, end=at, strong=True)
    found = parse_period(text, pos, end)
    if found is None:
        return None
    period, at, is_day = found
    sign = _RANGE_SIGN.match(text, at, end)
    second = parse_period(text, sign.end(), end) if sign is not None else None
    if second is not None:
        other = in_year_of(second[0], period)
        _refuse_upside_down(text, pos, second[1], End(period), End(other))
        return Found(End(period), End(other), about=False, start=pos, end=second[1], strong=True)
    followed = sign is not None and text[sign.end() : sign.end() + 1].isdigit()
    if followed and period.year is None and text[pos].isdigit():
        return None  # 4季度～6季度 are no dates
    after = lexicon().after_date_pattern.match(text, skip_blanks(text, at, end), end)
    short = (
        period.year is None and not is_day and after is None and (text[at - 1] == "月" or text[pos].isdigit())
    )
    if operator is not None and short and text[at - 1] != "份":
        return None  # ≤3月 and ≥1季度 are durations
    limit = lexicon().after_date[after[0]] if after is not None else None
    wanted = _joined(operator, limit, text, (pos, at))
    strong = wanted is not None
    wanted = wanted or (Operator.AT_MOST if is_day else Operator.EQUAL)
    low_end, high_end = ends(Operator.EQUAL if wanted is Operator.ABOUT else wanted, End(period))
    stop = after.end() if after is not None else at
    return Found(low_end, high_end, wanted is Operator.ABOUT, pos, stop, strong)


def _parse_amount(text: str, pos: int, end: int, operator: Operator | None) -> Found | None:
    """amount = range | sandwich | limited ;"""
    first = parse_measure(text, pos, end)
    if first is None:
        return None
    if first.unit is None and _AFTER_NUMBER.match(text, first.end, end):
        return None
    second = _parse_range(text, pos, first, end)
    if second is not None:
        return second
    if operator is None:
        sandwich = _parse_sandwich(text, pos, first, end)
        if sandwich is not None:
            return sandwich
    return _parse_limited(text, pos, first, end, operator)


def _parse_limited(text: str, pos: int, first: Measured, end: int, operator: Operator | None) -> Found:
    """limited = measure [unknown unit] [after] ;"""
    unit, at = first.unit, first.end
    after = lexicon().after_pattern.match(text, skip_blanks(text, at, end), end)
    if after is None and unit is None and (operator is not None or not _LETTER.match(text, at, end)):
        unknown = None if first.spoken and operator is None else parse_unknown_unit(text, at, end)
        unit, at = unknown if unknown is not None else (None, at)
        after = lexicon().after_pattern.match(text, skip_blanks(text, at, end), end)
    limit = lexicon().after[after[0]] if after is not None else None
    if first.more and limit is None and operator is None:
        limit = Operator.MORE_THAN
    wanted = _joined(operator, limit, text, (pos, after.end() if after is not None else at))
    stop = after.end() if after is not None else at
    if after is not None and unit is None:
        late = parse_unit(text, stop, end)  # 100以上种
        unit, stop = late if late is not None else (None, stop)
    end_of = End(Measure(first.number, unit))
    about = wanted is Operator.ABOUT
    low, high = ends(Operator.EQUAL if about or wanted is None else wanted, end_of)
    return Found(low, high, about, pos, stop, wanted is not None, first.spoken)


_SIDES = {
    Operator.AT_LEAST: 1,
    Operator.MORE_THAN: 1,
    Operator.AT_MOST: -1,
    Operator.LESS_THAN: -1,
}


def _joined(
    operator: Operator | None, limit: Operator | None, text: str, span: tuple[int, int]
) -> Operator | None:
    """Return the operator that the words before and after a measure make together."""
    if operator is None or limit is None:
        return operator or limit
    if Operator.ABOUT in (operator, limit):
        return Operator.ABOUT
    if operator is Operator.EQUAL:
        return limit
    if _SIDES[operator] != _SIDES[limit]:
        raise TargetSyntaxError(CONFLICT, text, span)
    return operator


def _parse_range(text: str, pos: int, first: Measured, end: int) -> Found | None:
    """range = measure range sign measure [after] | tolerance ;"""
    at = skip_blanks(text, first.end, end)
    if text.startswith("±", at, end):
        return _parse_tolerance(text, pos, first, at + 1, end)
    sign = _RANGE_SIGN.match(text, first.end, end)
    second = parse_measure(text, sign.end(), end) if sign is not None else None
    if second is None or second.number < 0:
        return None
    if second.unit is None and _AFTER_NUMBER.match(text, second.end, end):
        return None
    unknown = (
        parse_unknown_unit(text, second.end, end) if first.unit is None and second.unit is None else None
    )
    unit, stop = unknown if unknown is not None else (first.unit or second.unit, second.end)
    low, high = End(Measure(first.number, unit)), End(Measure(second.number, second.unit or unit))
    _refuse_upside_down(text, pos, stop, low, high)
    after = lexicon().after_pattern.match(text, stop, end)
    return Found(low, high, False, pos, after.end() if after is not None else stop, strong=True)  # noqa: FBT003 - not about


def _parse_tolerance(text: str, pos: int, first: Measured, at: int, end: int) -> Found | None:
    """tolerance = measure "±" measure ;"""
    second = parse_measure(text, skip_blanks(text, at, end), end)
    if second is None:
        return None
    unit = second.unit or first.unit
    if first.unit is not None and unit is not None and first.unit != unit:
        raise TargetSyntaxError(MIXED_UNITS, text, (pos, second.end))
    low, high = _exact_sum(first, second, -1), _exact_sum(first, second, 1)
    return Found(End(Measure(low, unit)), End(Measure(high, unit)), False, pos, second.end, strong=True)  # noqa: FBT003 - not about


def _exact_sum(one: Measured, other: Measured, sign: int) -> Decimal:
    """Return a sum or difference, exactly, whatever `decimal` context is active."""
    decimals = max(_decimals(one.number), _decimals(other.number))
    total = int(shifted(one.number, decimals)) + sign * int(shifted(other.number, decimals))
    return shifted(Decimal(total), -decimals)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _refuse_upside_down(text: str, pos: int, stop: int, low: End, high: End) -> None:
    if low.value.dimension != high.value.dimension:
        raise TargetSyntaxError(MIXED_UNITS, text, (pos, stop))
    if region(low.value.dimension, low, high).is_empty:
        raise TargetSyntaxError(UPSIDE_DOWN, text, (pos, stop))


def _parse_sandwich(text: str, pos: int, first: Measured, end: int) -> Found | None:
    """sandwich = measure ("<" | "≤") name ("<" | "≤") measure ;"""
    match = _SANDWICH.match(text, first.end, end)
    second = parse_measure(text, match.end(), end) if match is not None else None
    if match is None or second is None:
        return None
    unit = first.unit or second.unit
    low = End(Measure(first.number, unit), match["sign"] == "≤")
    high = End(Measure(second.number, second.unit or unit), match["second"] == "≤")
    _refuse_upside_down(text, pos, second.end, low, high)
    return Found(low, high, False, pos, second.end, strong=True)  # noqa: FBT003 - not about


def joined(one: Found, other: Found) -> Found | None:
    """Return the bound that two bounds make together (≥90%且≤95%), or None if they are about different things.

    Args:
        one: The first bound.
        other: The bound after it.
    """
    first, second = one.low or one.high, other.low or other.high
    if first is None or second is None or one.about or other.about:
        return None
    unit = one.unit or other.unit
    ones = evolve(one, low=with_unit(one.low, unit), high=with_unit(one.high, unit))
    others = evolve(other, low=with_unit(other.low, unit), high=with_unit(other.high, unit))
    first, second = ones.low or ones.high, others.low or others.high
    if first is None or second is None or first.value.dimension != second.value.dimension:
        return None
    low = others.low if starts_before(ones.low, others.low) else ones.low
    high = others.high if ends_after(ones.high, others.high) else ones.high
    return Found(low, high, False, one.start, other.end, strong=True)  # noqa: FBT003 - not about
