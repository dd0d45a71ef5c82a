"""The only judge: decides every relation by exact intervals.

A relation is FAILED when no true values print like its figures. For a sum of n parts at one precision with half-up
rounding this comes to |D| > ⌊n/2⌋ last places, which is what the fast path tests; everything else goes through
intervals. The two are proved equal by enumeration in the tests.
"""

from __future__ import annotations

from attrs import frozen

from govbudget.amounts import Unit
from govbudget.exceptions import RelationError
from govbudget.intervals import Figure, Interval, Quantity, Rounding
from govbudget.percentages import ExactPercentage, Percentage
from govbudget.relations._equations import Equation, Stated, equations
from govbudget.relations._relations import (
    NOTHING_PRINTED,
    AtMost,
    Change,
    Either,
    Fact,
    Outcome,
    Product,
    Reason,
    Relation,
    Same,
    Share,
    Sum,
    Term,
    Unrelated,
)


@frozen
class Judgement:
    """What the judge found of one relation.

    Args:
        relation: The relation judged; for a choice of readings, the reading that decides.
        outcome: What became of it.
        reason: Why it is undecided; None for every other outcome.
    """

    relation: Relation
    outcome: Outcome
    reason: Reason | None = None


_NOTHING = Judgement(NOTHING_PRINTED, Outcome.NOT_APPLICABLE)
_SORTS: dict[type[Figure], type[Figure]] = {ExactPercentage: Percentage}
"""Figures that differ only in being exact are of one sort."""
_LOST = (Reason.ABSENT, Reason.DOUBTFUL, Reason.CONTINUED, Reason.SCOPE, Reason.UNIT)
"""Reasons that a cell may have beside a figure."""
_BETTER = (Outcome.PASSED, Outcome.ROUNDING, Outcome.UNDECIDED, Outcome.FAILED)


def judge(relation: Relation, *, rounding: Rounding = Rounding.HALF_UP) -> Judgement:
    """Decide a relation.

    Args:
        relation: What is said to hold.
        rounding: How the document rounds; half-up unless it is known to do otherwise.

    Raises:
        RelationError: It is no relation, or it compares different kinds of figures, such as an amount with a percentage.

    >>> from govbudget.amounts import Amount
    >>> parts = (Amount("0.4", "万元"), Amount("0.4", "万元"))
    >>> judge(Sum(Amount("0.9", "万元"), parts)).outcome.name, judge(Sum(Amount("1.0", "万元"), parts)).outcome.name
    ('ROUNDING', 'FAILED')
    """
    if relation is NOTHING_PRINTED:
        return _NOTHING
    if rounding is Rounding.HALF_UP and (quick := _judge_plainly(relation)) is not None:
        return unless_lost(quick)
    if isinstance(relation, Unrelated):
        return Judgement(relation, Outcome.UNDECIDED, Reason.NO_RELATION)
    if isinstance(relation, Either):
        found = [judge(reading, rounding=rounding) for reading in relation.readings]
        return min(found, key=lambda judgement: _BETTER.index(judgement.outcome))
    if isinstance(relation, Fact):
        return _judge_fact(relation)
    if not isinstance(relation, Stated):
        msg = f"{relation!r} is no relation; state a Sum, Same, AtMost, Share, Change, Product or Either"
        raise RelationError(
            msg, zh=f"{relation!r} 不是关系；请给出 Sum、Same、AtMost、Share、Change、Product 或 Either"
        )
    return unless_lost(_judge_by_intervals(relation, rounding))


def unless_lost(judgement: Judgement) -> Judgement:
    """Return a judgement, but undecided where it fails through a cell that may stand in the wrong place or be of another unit.

    Such a cell has a figure and all the same a reason: its row lost some of its cells or does not add up by itself, rows below it may
    be missing, or the document does not say what it covers. Figures without unit are held against those of their own table only.

    Args:
        judgement: What was found of a relation.
    """
    if judgement.outcome is not Outcome.FAILED:
        return judgement
    terms = judgement.relation.terms
    reasons = {getattr(term, "reason", None) for term in terms}
    if any(term.figure is not None and term.figure.unit is Unit.UNSTATED for term in terms):
        origins = {origin for term in terms if (origin := getattr(term, "origin", None)) is not None}
        reasons |= {Reason.UNIT} if len(origins) > 1 else set()
    reason = next((one for one in _LOST if one in reasons), None)
    return judgement if reason is None else Judgement(judgement.relation, Outcome.UNDECIDED, reason)


def _judge_fact(fact: Fact) -> Judgement:
    if fact.holds is None:
        return Judgement(fact, Outcome.UNDECIDED, fact.reason or Reason.UNKNOWN)
    return Judgement(fact, Outcome.PASSED if fact.holds else Outcome.FAILED)


def _judge_plainly(relation: Relation) -> Judgement | None:
    """Decide sums, prints of one quantity and "其中" whose figures share one unit and last place; None for all others."""
    kind = type(relation)
    if kind is Sum and relation.signs is None:  # type: ignore[union-attr]
        total, parts = relation.total, relation.parts  # type: ignore[union-attr]
    elif kind is AtMost:
        total, parts = relation.whole, relation.parts  # type: ignore[union-attr]
    elif kind is Same:
        total, parts = relation.first, (relation.second,)  # type: ignore[union-attr]
    else:
        return None
    whole = total.figure
    if whole is None or not parts:
        return None
    decimals, unit, residual, sort = whole.decimals, whole.unit, whole.coefficient, type(whole)
    for part in parts:
        figure = part.figure
        if (
            figure is None
            or figure.decimals != decimals
            or figure.unit is not unit
            or type(figure) is not sort
        ):
            return None
        residual -= figure.coefficient
    if residual == 0 or (kind is AtMost and residual > 0):
        return Judgement(relation, Outcome.PASSED)
    return Judgement(relation, within(residual, 0 if whole.exact else len(parts)))


def within(residual: int, parts: int) -> Outcome:
    """Grade a residual of a sum in last places: half-up rounding of n parts and their total explains ⌊n/2⌋ of them.

    Args:
        residual: The total less its parts, not 0.
        parts: How many rounded parts there are; 0 if the figures are exact counts.
    """
    bound = leeway(parts)
    return Outcome.ROUNDING if -bound <= residual <= bound else Outcome.FAILED


def leeway(parts: int) -> int:
    """Return by how many last places half-up rounding can part a sum from its total.

    Args:
        parts: How many rounded parts there are, printed with as many decimals as their total.
    """
    return parts // 2


def _judge_by_intervals(relation: Stated, rounding: Rounding) -> Judgement:
    terms = relation.terms
    reason = _missing(terms) or _mixed(relation)
    if reason is None and len(terms) == 1:
        reason = Reason.PARTS_BLANK
    if reason is None and _may_divide_by_zero(relation, rounding):
        reason = Reason.ZERO_BASE
    if reason is Reason.ABSENT:
        return _judge_with_absent(relation, reason, rounding)
    if reason is not None:
        return Judgement(relation, Outcome.UNDECIDED, reason)
    stated = equations(relation)
    if not all(equation.allows(equation.residual_range(equation.intervals(rounding))) for equation in stated):
        return Judgement(relation, Outcome.FAILED)
    exact = all(_holds_as_printed(equation, rounding) for equation in stated)
    return Judgement(relation, Outcome.PASSED if exact else Outcome.ROUNDING)


def _missing(terms: tuple[Term, ...]) -> Reason | None:
    """Say why a figure is missing; a lost cell is the weakest reason."""
    reasons = [
        getattr(term, "reason", None) or (Reason.TOTAL_BLANK if i == 0 else Reason.MISSING)
        for i, term in enumerate(terms)
        if term.figure is None
    ]
    stronger = [reason for reason in reasons if reason is not Reason.ABSENT]
    return (stronger or reasons or [None])[0]


def _judge_with_absent(relation: Relation, reason: Reason, rounding: Rounding) -> Judgement:
    """A sum that is exact without the cells that a short row lacks holds; otherwise they may be the difference."""
    if isinstance(relation, Sum) and relation.signs is None and relation.total.figure is not None:
        there = tuple(part for part in relation.parts if part.figure is not None)
        if judge(Sum(relation.total, there), rounding=rounding).outcome is Outcome.PASSED:
            return Judgement(relation, Outcome.PASSED)
    return Judgement(relation, Outcome.UNDECIDED, reason)


def _mixed(relation: Stated) -> Reason | None:
    """Refuse figures of different kinds; amounts of stated and unstated unit cannot be compared."""
    figures = [term.figure for term in relation.terms if term.figure is not None]
    special: list[Figure | None] = []
    match relation:
        case Share() | Change():
            special = [relation.percentage.figure if relation.percentage is not None else None]
            wanted: type[Figure] = Percentage
        case Product():
            special = [one.figure for one in relation.quantities]
            wanted = Quantity
        case _:
            wanted = Figure
    odd = next((one for one in special if one is not None and not isinstance(one, wanted)), None)
    if odd is not None:
        msg = f"{type(relation).__name__} needs a {wanted.__name__}, not {odd}"
        raise RelationError(
            msg, zh=f"{type(relation).__name__} 需要 {wanted.__name__}，而不是 {odd}；请给出这一类的数"
        )
    others = [figure for figure in figures if not any(figure is one for one in special)]
    if len({_SORTS.get(type(figure), type(figure)) for figure in others}) > 1:
        names = " and ".join(sorted({type(figure).__name__ for figure in others}))
        msg = f"{type(relation).__name__} compares {names}; state relations between figures of one kind"
        raise RelationError(
            msg, zh=f"{type(relation).__name__} 比较的是不同类的数（{names}）；请只在同类的数之间设关系"
        )
    return Reason.UNIT if len({figure.kind for figure in others}) > 1 else None


def _may_divide_by_zero(relation: Stated, rounding: Rounding) -> bool:
    if isinstance(relation, Share):
        base = sum((_interval(one, rounding) for one in relation.wholes), Interval.point(0))
    elif isinstance(relation, Change) and relation.percentage is not None:
        if relation.prior is not None:
            base = _interval(relation.prior, rounding)
        else:
            base = _interval(relation.current, rounding) - _interval(relation.difference, rounding)
    else:
        return False
    return base.low <= 0 <= base.high


def _interval(term: Term | None, rounding: Rounding) -> Interval:
    figure = term.figure if term is not None else None
    assert figure is not None  # noqa: S101 - missing figures were found before
    return figure.interval(rounding)


def _holds_as_printed(equation: Equation, rounding: Rounding) -> bool:
    """Whether the other figures, taken as printed, give the reported figure (rounded, where it is a quotient or product)."""
    figures = equation.figures
    values = tuple(figure.value for figure in figures)
    residual = equation.residual(values)
    if residual == 0 or (equation.at_least and residual > 0):
        return True
    if equation.is_linear:
        return False
    box = (figures[0].interval(rounding), *(Interval.point(value) for value in values[1:]))
    return equation.allows(equation.residual_range(box))
