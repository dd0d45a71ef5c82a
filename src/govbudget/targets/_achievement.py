"""Whether an actual value achieves a target, and the points of a self-evaluation (绩效自评).

The convention is that of the self-evaluation table for project expenditure (项目支出绩效自评表) and of 财预〔2020〕10号: a target that is met
earns all points of its weight; one that is missed earns them in proportion, actual ÷ target where more is better (正向指标) and target ÷
actual where less is better (反向指标). A target in words is graded by people, in three bands.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from govbudget.exceptions import Notice, UsageError
from govbudget.intervals import fixed
from govbudget.targets._base import Target
from govbudget.targets._kinds import Direction, NotComparableError, Operator, TargetKind
from govbudget.targets._nodes import Bounded, Listed
from govbudget.targets._values import Level, Measure


class Achievement(enum.Enum):
    """Whether a target is achieved."""

    ACHIEVED = "achieved"
    MISSED = "missed"
    UNDECIDED = "undecided"


class Band(enum.Enum):
    """The three bands of a target in words, with the shares of the weight that they earn."""

    ACHIEVED = (Fraction(4, 5), Fraction(1))
    PARTLY = (Fraction(3, 5), Fraction(4, 5))
    MISSED = (Fraction(0), Fraction(3, 5))

    def points(self, weight: Decimal | int) -> tuple[Fraction, Fraction]:
        """Return the fewest and the most points of the band.

        Args:
            weight: The points of the indicator (分值).
        """
        low, high = self.value
        return low * Fraction(weight), high * Fraction(weight)


@frozen
class Score:
    """The points that an actual value earns.

    Args:
        achievement: Whether the target is achieved.
        points: The points, or None where they cannot be computed.
        share: The share of the weight, exactly, or None.
        reason: Why there are no points.
    """

    achievement: Achievement
    points: Decimal | None = None
    share: Fraction | None = None
    reason: Notice | None = None


_WORDS = Notice("文字目标由人工分三档评分", "a target in words is graded by people, in three bands")
_NO_SHARE = Notice("实际值与目标值没有可计算的比例", "actual and target have no ratio to compute")
_UNKNOWN = Notice(
    "不知道多好还是少好，或不可比", "it is not known whether more is better, or they cannot be compared"
)


def achievement(target: Target, actual: Target | Decimal | int | str) -> Achievement:
    """Tell whether an actual value achieves a target.

    "=" and a number without comparison ("100%") say what is planned, not which way it may be left: another actual value
    is decided only if the text or the name of the indicator says whether more or less is better. An actual share without
    percent sign that may be a fraction (0.96) is not decided.

    Args:
        target: The target.
        actual: The actual value, in the same syntax.

    Raises:
        TargetSyntaxError: The text of the actual value is malformed.
        UsageError: The actual value is no text, number or target.

    >>> from govbudget.targets import parse_target
    >>> achievement(parse_target("≥95%"), "96.5%"), achievement(parse_target("及时"), "及时")
    (<Achievement.ACHIEVED: 'achieved'>, <Achievement.ACHIEVED: 'achieved'>)
    """
    given = target.value_of(actual)
    if isinstance(target, Listed):
        return _all(target, given)
    return Achievement.UNDECIDED if _may_be_a_fraction(target, actual) else _one(target, given)


def _one(target: Target, given: Target) -> Achievement:
    try:
        if target.contains(given):
            return Achievement.ACHIEVED
        wanted = _toward(target)
        if wanted is None:
            return Achievement.UNDECIDED
        if wanted.contains(given):
            return Achievement.ACHIEVED
        return Achievement.MISSED if wanted.is_disjoint(given) else Achievement.UNDECIDED
    except NotComparableError:
        return Achievement.UNDECIDED


def _may_be_a_fraction(target: Target, actual: Target | Decimal | int | str) -> bool:
    """Tell whether an actual value such as 0.96 beside a target in % may be a fraction of one."""
    if target.unit is None or target.unit.word != "%" or isinstance(actual, Target):
        return False
    try:
        number = Decimal(str(actual).strip())
    except ArithmeticError:
        return False
    return not number.is_nan() and 0 < number <= 1 and type(actual) is not int


def _all(target: Listed, given: Target) -> Achievement:
    if not isinstance(given, Listed) or len(given.items) != len(target.items):
        return Achievement.UNDECIDED
    found = {achievement(one, other) for one, other in zip(target.items, given.items, strict=True)}
    if found == {Achievement.ACHIEVED}:
        return Achievement.ACHIEVED
    return Achievement.MISSED if Achievement.MISSED in found else Achievement.UNDECIDED


def _toward(target: Target) -> Target | None:
    """Return the target with the limit that a number without comparison is meant as, or None if nothing says which.

    Of a level, more is always better.
    """
    if not isinstance(target, Bounded) or target.operator is not Operator.EQUAL:
        return target
    if target.polarity is Direction.AT_LEAST or isinstance(target.value, Level):
        return evolve(target, high=None)
    return evolve(target, low=None) if target.polarity is Direction.AT_MOST else None


def score(
    target: Target, actual: Target | Decimal | int | str, weight: Decimal | int, places: int = 2
) -> Score:
    """Return the points that an actual value earns in a self-evaluation.

    Args:
        target: The target.
        actual: The actual value, in the same syntax.
        weight: The points of the indicator (分值).
        places: To how many decimals points are rounded, half up.

    Raises:
        TargetSyntaxError: The text of the actual value is malformed.
        UsageError: The weight is no positive number, or the places are no number of decimals.

    >>> from govbudget.targets import parse_target
    >>> score(parse_target("≥90%"), "81%", 10).points, score(parse_target("≤20天"), "25天", 10).points
    (Decimal('9.00'), Decimal('8.00'))
    """
    given = weight if isinstance(weight, Decimal) else Decimal(weight if type(weight) is int else 0)
    if not given.is_finite() or given <= 0 or given.adjusted() not in range(-12, 12):
        msg = f"weight is {weight!r}; give a positive int or Decimal"
        raise UsageError(msg, zh=f"weight 是 {weight!r}；请给出正的整数或 Decimal")
    if type(places) is not int or places not in range(13):
        msg = f"places is {places!r}; give an int from 0 to 12"
        raise UsageError(msg, zh=f"places 是 {places!r}；请给出 0 至 12 的整数")
    found = achievement(target, actual)
    if found is Achievement.ACHIEVED:
        share: Fraction | None = Fraction(1)
    elif found is Achievement.UNDECIDED:
        return Score(found, reason=_WORDS if target.direction is Direction.QUALITATIVE else _UNKNOWN)
    else:
        share = _share(target, target.value_of(actual))
    if share is None:
        return Score(found, reason=_WORDS if target.kind is TargetKind.QUALITATIVE else _NO_SHARE)
    return Score(found, _rounded(share, Fraction(weight), places), share)


def _share(target: Target, given: Target) -> Fraction | None:
    """Return the share of the weight that a missed target earns."""
    toward = _toward(target)
    if not isinstance(toward, Bounded) or not isinstance(given, Bounded):
        return None
    wanted, value = toward.value, given.value
    if (
        not isinstance(wanted, Measure)
        or not isinstance(value, Measure)
        or given.operator is not Operator.EQUAL
    ):
        return None
    goal, real = wanted.first, value.first
    if goal < 0 or real < 0:
        return None
    if toward.direction is Direction.AT_MOST:
        goal, real = real, goal
    return real / goal if goal and real < goal else None


def _rounded(share: Fraction, weight: Fraction, places: int) -> Decimal:
    """Return points to so many decimals, half up; what is not full marks never rounds up to them."""
    full = weight * 10**places
    units = (2 * share * full + 1) // 2
    if share < 1 and units >= full:
        units = -(-full // 1) - 1
    return Decimal(fixed(units, places))
