"""The law of sums, proved by enumeration: an honest sum never fails, and |D| reaches exactly ⌊n/2⌋ last places.

True values are enumerated on a grid of 10 sub-units per last place, with both signs and zero. Grid and rounding are
plain integers here and share nothing with the library.
"""

from itertools import combinations_with_replacement, product

import pytest

from govbudget.amounts import Amount, Unit
from govbudget.intervals import Quantity, Rounding
from govbudget.percentages import Percentage
from govbudget.relations import AtMost, Outcome, Same, Sum, judge
from govbudget.relations._judge import _judge_by_intervals, _judge_plainly

SUB_UNITS = 10


def half_up(sub_units: int) -> int:
    """Round to last places, a tie away from zero."""
    size = (2 * abs(sub_units) + SUB_UNITS) // (2 * SUB_UNITS)
    return -size if sub_units < 0 else size


def down(sub_units: int) -> int:
    """Cut off towards zero."""
    size = abs(sub_units) // SUB_UNITS
    return -size if sub_units < 0 else size


def half_even(sub_units: int) -> int:
    """Round to last places, a tie to the even one."""
    low, rest = divmod(sub_units, SUB_UNITS)
    return low + (2 * rest > SUB_UNITS or (2 * rest == SUB_UNITS and low % 2 == 1))


ROUND = {Rounding.HALF_UP: half_up, Rounding.HALF_EVEN: half_even, Rounding.DOWN: down}


def amounts(coefficients):
    return tuple(Amount.of(coefficient, 2, Unit.WAN_YUAN) for coefficient in coefficients)


def sum_of(total, parts, signs=None) -> Sum:
    return Sum(*amounts([total]), amounts(parts), signs)


def prints(truths, rounding=half_up) -> set[tuple[int, ...]]:
    """All distinct prints (total, *parts) of the true parts."""
    return {(rounding(sum(truth)), *map(rounding, truth)) for truth in truths}


def residuals(printed) -> set[int]:
    return {total - sum(parts) for total, *parts in printed}


@pytest.mark.parametrize("n", [1, 2, 3])
def test_no_honest_sum_fails_and_the_bound_is_reached(n):
    """For n = 1, 2, 3 every honest print of every true value on the grid is judged possible, and |D| is at most ⌊n/2⌋."""
    printed = prints(product(range(-15, 16), repeat=n))
    assert residuals(printed) == set(range(-(n // 2), n // 2 + 1))
    for total, *parts in printed:
        outcome = judge(sum_of(total, parts)).outcome
        assert outcome is (Outcome.PASSED if total == sum(parts) else Outcome.ROUNDING)


@pytest.mark.parametrize("n", [4, 5])
def test_no_honest_sum_of_more_parts_fails(n):
    """For n = 4 and 5 the same holds of every set of true values, order aside."""
    printed = prints(combinations_with_replacement(range(-11, 12), n))
    assert residuals(printed) == set(range(-(n // 2), n // 2 + 1))
    assert all(judge(sum_of(total, parts)).outcome is not Outcome.FAILED for total, *parts in printed)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_no_honest_sum_with_signs_fails(n):
    """Subtracted parts obey the same law."""
    for signs in product((1, -1), repeat=n):
        printed = set()
        for truth in product(range(-11, 12), repeat=n):
            total = sum(sign * true for sign, true in zip(signs, truth, strict=True))
            printed.add((half_up(total), *map(half_up, truth)))
        found = {total - sum(s * p for s, p in zip(signs, parts, strict=True)) for total, *parts in printed}
        assert found == set(range(-(n // 2), n // 2 + 1))
        assert all(
            judge(sum_of(total, parts, signs)).outcome is not Outcome.FAILED for total, *parts in printed
        )


@pytest.mark.parametrize("rounding", [Rounding.HALF_EVEN, Rounding.DOWN])
@pytest.mark.parametrize("n", [1, 2, 3])
def test_no_honest_sum_fails_under_its_own_rounding(n, rounding):
    """A document that rounds to even or truncates is judged without false alarm when the judge is told so."""
    printed = prints(product(range(-21, 22), repeat=n), ROUND[rounding])
    for total, *parts in printed:
        assert judge(sum_of(total, parts), rounding=rounding).outcome is not Outcome.FAILED


@pytest.mark.parametrize("n", [2, 3, 4])
def test_truncation_goes_beyond_the_bound_of_half_up(n):
    """Parts of one sign that are cut off leave up to n − 1 last places, so the mode of rounding is an argument."""
    printed = prints(combinations_with_replacement(range(20), n), down)
    assert max(residuals(printed)) == n - 1
    worst = next((total, parts) for total, *parts in printed if total - sum(parts) == n - 1)
    assert judge(sum_of(*worst), rounding=Rounding.DOWN).outcome is Outcome.ROUNDING
    assert n == 2 or judge(sum_of(*worst)).outcome is Outcome.FAILED


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_a_failed_sum_has_no_true_values(n):
    """For every residual, a sum fails exactly when no true values on the grid print like it."""
    reach = {c: [s for s in range(10 * c - 9, 10 * c + 10) if half_up(s) == c] for c in range(-20, 21)}
    for parts in combinations_with_replacement((-2, -1, 0, 1, 2), n):
        low = sum(reach[part][0] for part in parts)
        high = sum(reach[part][-1] for part in parts)
        possible = {half_up(s) for s in range(low, high + 1)}
        for total in range(sum(parts) - n - 1, sum(parts) + n + 2):
            failed = judge(sum_of(total, parts)).outcome is Outcome.FAILED
            assert failed == (total not in possible), (total, parts)


@pytest.mark.parametrize("n", range(7))
def test_the_fast_path_is_the_interval_path(n):
    """On integers, for n = 0 … 6, all signs of the parts and every residual, the two ways to decide agree."""
    for parts in combinations_with_replacement((-2, -1, 0, 1, 2), n):
        for residual in range(-n - 2, n + 3):
            relation = sum_of(sum(parts) + residual, parts)
            quick, slow = _judge_plainly(relation), _judge_by_intervals(relation, Rounding.HALF_UP)
            assert (quick or slow) == slow == judge(relation)
            assert (quick is None) == (n == 0)


@pytest.mark.parametrize("n", range(5))
def test_the_fast_path_is_the_interval_path_for_parts_of_a_whole(n):
    """On integers, for n = 0 … 4, the two ways to decide "其中" agree."""
    for parts in product((-1, 0, 1), repeat=n):
        for residual in range(-n - 2, n + 3):
            relation = AtMost(amounts(parts), *amounts([sum(parts) + residual]))
            quick, slow = _judge_plainly(relation), _judge_by_intervals(relation, Rounding.HALF_UP)
            assert (quick or slow) == slow == judge(relation)
            assert (quick is None) == (n == 0)


def test_the_fast_path_is_the_interval_path_for_two_prints():
    """On integers of both signs and zero, the two ways to compare two prints agree."""
    for first, second in product(range(-4, 5), repeat=2):
        relation = Same(*amounts([first, second]))
        assert _judge_plainly(relation) == _judge_by_intervals(relation, Rounding.HALF_UP)


@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize(
    "figure",
    [lambda c: Amount.of(c, 0, Unit.UNSTATED), Percentage, Quantity],
    ids=["unstated", "%", "count"],
)
def test_the_fast_path_is_the_interval_path_for_every_kind_of_figure(n, figure):
    """Unstated units, percentages and exact counts are decided alike on both ways, with larger parts too."""
    for parts in product((-7, -2, -1, 0, 1, 2, 7), repeat=n):
        for residual in range(-n - 1, n + 2):
            total, terms = figure(sum(parts) + residual), tuple(map(figure, parts))
            for relation in (Sum(total, terms), AtMost(terms, total)):
                quick = _judge_plainly(relation)
                assert quick == _judge_by_intervals(relation, Rounding.HALF_UP)
                assert quick.outcome is not Outcome.ROUNDING or not figure(1).exact


def test_one_part_allows_nothing():
    """The same quantity printed twice at one precision must be identical, as a sum of one part or as Same."""
    for first, second in product(range(-4, 5), repeat=2):
        wanted = Outcome.PASSED if first == second else Outcome.FAILED
        assert judge(sum_of(first, [second])).outcome is wanted
        assert judge(Same(*amounts([first, second]))).outcome is wanted
