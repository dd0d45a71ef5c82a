"""Clauses of the target-value syntax: which of the bounds in a text are what it states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from govbudget.targets._bounds import parse_bound, per
from govbudget.targets._lexicon import EDGES, lexicon
from govbudget.targets._qualities import ends
from govbudget.targets._ranges import Found
from govbudget.targets._rates import parse_every
from govbudget.targets._units import MeasureUnit, unit_vocabulary
from govbudget.targets._values import End, Measure, Period

MAX_VALUES = 100
"""The most values that one text is taken to state."""

_BREAK = re.compile(r"[;。]|,(?![0-9]{3}(?![0-9]))|,(?<![0-9],)")
_ORDINAL = ("第", "〔", "[", "+", "-", "×", "/", "*", "~")
_DONE = re.compile(r"[ ]*(?:前|底|按时)?(?:完成|竣工|交付|完工|结束|验收|发放|到位|投入使用|实现)")
_ATTRIBUTES = ("岁", "级", "年级")
_AROUND = EDGES + "()"


@frozen
class Clause:
    """A clause and the bounds in it.

    Args:
        start: Where it begins.
        end: Where it ends.
        bounds: What can be bounds, in order.
    """

    start: int
    end: int
    bounds: tuple[Found, ...]


def clauses_of(normal: str, begin: int) -> Iterator[Clause]:
    """clauses = clause {("," | ";" | "。") clause} ;

    Args:
        normal: The text in normal form.
        begin: Where to begin.
    """
    start = begin
    for mark in _BREAK.finditer(normal, begin):
        yield _parse_clause(normal, start, mark.start())
        start = mark.end()
    yield _parse_clause(normal, start, len(normal))


def _parse_clause(normal: str, start: int, end: int) -> Clause:
    """clause = {words | every | bound ["且" bound]} ;"""
    bounds: list[Found] = []
    rates: list[MeasureUnit] = []
    at = start
    for anchor in lexicon().anchor.finditer(normal, start, end):
        if anchor.start() < at:
            continue
        every = parse_every(normal, anchor.start(), end)
        found = parse_bound(normal, anchor.start(), end)
        if every is not None and found is not None and normal[found.end - 1] in "日号":
            at = found.end  # 每月10日 is a day of every month
            continue
        if found is None and every is not None:
            rates.append(every.unit)
            at = every.end
        if found is None:
            continue
        for rate in rates:
            found = per(found, rate)
        rates = []
        at = found.end
        bounds.append(found)
        if len(bounds) > MAX_VALUES:
            break
    if not bounds and rates and at - start <= 12:
        bounds = _parse_frequency(normal, start, end, rates[0])
    return Clause(start, end, tuple(bounds))


def _parse_frequency(normal: str, start: int, end: int, unit: MeasureUnit) -> list[Found]:
    """frequency = ("每" | "按") word [verb] ["一次"] ;"""
    if lexicon().often.fullmatch(normal, start, end) is None:
        return []
    once = End(Measure(Decimal(1), unit_vocabulary().units["次"].per(unit)))
    first = start + len(normal[start:end]) - len(normal[start:end].lstrip())
    return [Found(once, once, False, first, end, strong=True)]  # noqa: FBT003 - not about


def stated(normal: str, clause: Clause) -> list[Found]:
    """Return the bounds that a clause states: those with a comparison, else a bare measure that is all there is.

    Args:
        normal: The text in normal form.
        clause: The clause.
    """
    strong = [bound for bound in clause.bounds if bound.strong]
    bare = [bound for bound in clause.bounds if not bound.strong and not _is_ordinal(normal, bound)]
    clean = [_compared(normal, clause, bound) for bound in bare if _is_clean(normal, clause, bound)]
    if strong and not all(_is_context(bound) for bound in strong):
        return [bound for bound in strong if not _is_attribute(bound) or len(strong) == 1]
    if strong:  # 12月底前召开2次, 65岁以上100人
        return [bound for bound in strong if not clean or not _is_attribute(bound)] + clean
    return [bound for bound in bare if _is_listed(normal, bound, bare)] + clean if clean else []


def _is_context(bound: Found) -> bool:
    """Tell whether a bound may only say when or for whom another one is meant."""
    end = bound.low or bound.high
    return _is_attribute(bound) or (end is not None and isinstance(end.value, Period))


def _is_attribute(bound: Found) -> bool:
    return bound.unit is not None and bound.unit.word in _ATTRIBUTES


def _is_ordinal(normal: str, bound: Found) -> bool:
    before = normal[max(0, bound.start - 12) : bound.start].rstrip()
    first = before.endswith("前") and not before.endswith("提前")
    return (
        first
        or before.endswith(_ORDINAL)
        or (bound.spoken and bound.unit is not None and bound.unit.word == "级")
    )


def _is_listed(normal: str, bound: Found, others: list[Found]) -> bool:
    """Tell whether a bare bound before the last stands in a list: 男10人、女20人, 一季度25%、二季度50%."""
    end = bound.low or bound.high
    following = next((other for other in others if other.start >= bound.end), None)
    if following is None or end is None:
        return False
    between = normal[bound.end : following.start]
    apart = between.isspace() or between.lstrip().startswith(("、", "和", "及", "&"))
    return bound.unit is not None and bound.unit.known and apart


def _is_clean(normal: str, clause: Clause, bound: Found) -> bool:
    """Tell whether a bare measure is the whole clause, or all that follows the name of what is measured."""
    suffix = normal[bound.end : clause.end].strip(_AROUND)
    prefix = normal[clause.start : bound.start].strip(_AROUND)
    known = bound.unit is not None and bound.unit.known
    named = normal[clause.start : bound.start].rstrip().endswith(":")
    if prefix and (not (known or named) or prefix[-1:].isdigit()):
        return False
    if prefix.endswith(("年", "月")) and normal[bound.end - 1] in "日号月":
        return False  # 2月30日, 2021年13月
    if not suffix or _DONE.fullmatch(suffix) is not None:
        return True
    if suffix.startswith(("前", "后")):
        return False  # 次月15日前
    short = len(prefix) <= 6 and len(suffix) <= 8 and len(normal) <= 60
    return short and known and not bound.spoken and suffix.isalpha() and bool(prefix)


def _compared(normal: str, clause: Clause, bound: Found) -> Found:
    """Return a bare bound with the comparison that stands some words before it: 不超过批复概算的10%."""
    prefix = normal[clause.start : bound.start].rstrip()[-20:]
    far = lexicon().far.search(prefix)
    limit = bound.low
    if far is None or limit is None or not isinstance(limit.value, Measure):
        return bound
    operator = lexicon().operators["".join(far["operator"].split())]
    low, high = ends(operator, limit)
    return evolve(bound, low=low, high=high, strong=True)


def is_leading(normal: str, clause: Clause, bound: Found) -> bool:
    """Tell whether a bare measure with a unit begins the text (17个县(市、区)全覆盖).

    Args:
        normal: The text in normal form.
        clause: The first clause.
        bound: One of its bounds.
    """
    first = bound.low or bound.high
    measure = first is not None and isinstance(first.value, Measure)
    known = bound.unit is not None and bound.unit.known and not bound.spoken and not bound.strong
    suffix = normal[bound.end : bound.end + 2].strip()
    return (
        measure
        and known
        and not normal[clause.start : bound.start].strip(EDGES)
        and not suffix.startswith(("+", "-", "×", "/", "~", "*"))
    )


def depth(normal: str, bound: Found) -> int:
    """Return in how many brackets a bound stands.

    Args:
        normal: The text in normal form.
        bound: The bound.
    """
    return normal.count("(", 0, bound.start) - normal.count(")", 0, bound.start)
