"""Bounds of the target-value syntax: what stands between a comparison and the end of its measure or date."""

from __future__ import annotations

import re

from attrs import evolve

from govbudget.exceptions import Notice
from govbudget.targets._dates import in_year_of, parse_months, parse_period
from govbudget.targets._errors import TargetSyntaxError
from govbudget.targets._kinds import Operator
from govbudget.targets._lexicon import lexicon
from govbudget.targets._measures import Measured, parse_measure, parse_unknown_unit
from govbudget.targets._qualities import ends
from govbudget.targets._ranges import (
    AFTER_NUMBER,
    RANGE_SIGN,
    Found,
    parse_deviation,
    parse_range,
    parse_sandwich,
    refuse_upside_down,
)
from govbudget.targets._rates import parse_every, parse_unit, skip_blanks
from govbudget.targets._units import MeasureUnit
from govbudget.targets._values import (
    End,
    Measure,
    ends_after,
    in_unit,
    starts_before,
    with_unit,
)

_LEVEL_OF = re.compile(r"(?:19|20)[0-9]{2}年度?[ ]*(?:水平|同期|标准|基数|实际|完成数)")
_NO_MEASURE = re.compile(r"[日时号](?:前|后|之前|以前)|年一遇")
_LETTER = re.compile(r"[ ]?\(?[A-Za-z]")

CONFLICT = Notice("前后的比较词互相矛盾", "the comparisons before and after the number contradict each other")


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
        pos = skip_blanks(text, every.end, end)
    sign = lexicon().operator_at(text, pos, end)
    operator = None
    if sign is not None:
        operator, pos = sign[0], skip_blanks(text, sign[1], end)
        verb = lexicon().verb_pattern.match(text, pos, end) if sign[2] else None
        pos = skip_blanks(text, verb.end(), end) if verb is not None else pos
    if _LEVEL_OF.match(text, pos, end):
        return None  # 2020年水平
    found = (
        parse_deviation(text, pos, end)
        or _parse_date(text, pos, end, operator)
        or _parse_amount(text, pos, end, operator)
    )
    if found is None:
        return None
    if sign is not None and not sign[2] and found.is_range and operator is not Operator.EQUAL:
        raise TargetSyntaxError(CONFLICT, text, (start, found.end))
    found = evolve(found, start=start)
    return per(found, every.unit) if every is not None else found


def per(found: Found, unit: MeasureUnit) -> Found:
    """Return a bound on a rate (每年2次); a share stays a share.

    Args:
        found: The bound.
        unit: What it is per.
    """
    own = found.unit
    if (
        own is None
        or own == unit
        or not own.known
        or own.dimension == "ratio"
        or unit.dimension in own.dimension.split("/")[1:]
    ):
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
    sign = RANGE_SIGN.match(text, at, end)
    second = parse_period(text, sign.end(), end) if sign is not None else None
    if second is not None:
        other = in_year_of(second[0], period)
        refuse_upside_down(text, pos, second[1], End(period), End(other))
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
    if first.unit is None and (
        AFTER_NUMBER.match(text, first.end, end) or (first.spoken and operator is None)
    ):
        return None
    if _NO_MEASURE.match(text, first.end - 1, end):
        return None
    second = parse_range(text, pos, first, end)
    if second is not None:
        return second
    if operator is None:
        sandwich = parse_sandwich(text, pos, first, end)
        if sandwich is not None:
            return sandwich
    return _parse_limited(text, pos, first, end, operator)


def _parse_limited(text: str, pos: int, first: Measured, end: int, operator: Operator | None) -> Found:
    """limited = measure [unknown unit] [after] ;"""
    unit, at = first.unit, first.end
    after = lexicon().limit_at(text, at, end)
    if after is None and unit is None and (operator is not None or not _LETTER.match(text, at, end)):
        unit, at = parse_unknown_unit(text, at, end) or (None, at)
        after = lexicon().limit_at(text, at, end)
    limit = after[0] if after is not None else None
    if first.more and limit is None and operator is None:
        limit = Operator.MORE_THAN
    stop = after[1] if after is not None else at
    wanted = _joined(operator, limit, text, (pos, stop))
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


def joined(one: Found, other: Found) -> Found | None:
    """Return the bound that two bounds make together (≥90%且≤95%), or None if they are about different things.

    Args:
        one: The first bound.
        other: The bound after it.
    """
    unit = one.unit or other.unit
    ones = evolve(one, low=with_unit(one.low, unit), high=with_unit(one.high, unit))
    others = evolve(other, low=with_unit(other.low, unit), high=with_unit(other.high, unit))
    first, second = ones.low or ones.high, others.low or others.high
    if first is None or second is None or first.value.dimension != second.value.dimension or one.about:
        return None
    low = others.low if starts_before(ones.low, others.low) else ones.low
    high = others.high if ends_after(ones.high, others.high) else ones.high
    return Found(low, high, False, one.start, other.end, strong=True)  # noqa: FBT003 - not about
