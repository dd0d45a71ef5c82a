"""Where the numbers of a row can stand, held against all ways of choosing columns."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from govbudget import Sum, judge
from govbudget.amounts import Amount, Unit
from govbudget.disclosures import Breakdown
from govbudget.reading.flat import _placements
from govbudget.reading.flat._placements import ColumnSums, fits, placements
from govbudget.reading.pages._effort import Effort
from govbudget.relations import Outcome

TREES = [
    ColumnSums(5, (Breakdown(0, (1, 4)), Breakdown(1, (2, 3)))),
    ColumnSums(5, (Breakdown(0, (1, 3, 4)), Breakdown(1, (2,), of_which=True))),
    ColumnSums(5, (Breakdown(4, (0, 1)), Breakdown(1, (2, 3)))),
    ColumnSums(3, ()),
]
numbers = st.lists(st.integers(-2, 6), max_size=5)


def place(row, sums, limits=None):
    """The placements of a row."""
    return placements(row, sums, limits or (None,) * sums.width, Effort(10**6))


def by_hand(row, sums, limits):
    """All choices of columns in which the sums hold: a blank is nil."""
    found = []
    for chosen in combinations(range(sums.width), len(row)):
        values = [row[chosen.index(j)] if j in chosen else None for j in range(sums.width)]
        if any(v is not None and m is not None and v > m for v, m in zip(values, limits, strict=True)):
            continue
        if all(holds(b, values) for b in sums.breakdowns):
            found.append(tuple(chosen.index(j) if j in chosen else None for j in range(sums.width)))
    return found


def holds(breakdown, values):
    """One sum, with its slack counted in the open."""
    total, parts = values[breakdown.total], [values[j] for j in breakdown.parts if values[j] is not None]
    slack = len(parts) // 2 if total is not None else 0
    residual = (total or 0) - sum(parts)
    return residual >= -slack if breakdown.of_which else abs(residual) <= slack


@given(
    numbers, st.sampled_from(TREES), st.lists(st.one_of(st.none(), st.integers(0, 6)), min_size=5, max_size=5)
)
def test_the_placements_are_those_in_which_all_sums_hold(row, sums, limits):
    """Nothing is missed and nothing is invented; a row with a number for every column is printed in full."""
    row, limits = row[: sums.width], tuple(limits[: sums.width])
    if len(row) == sums.width:
        assert place(row, sums, limits) == [tuple(range(sums.width))]
    else:
        assert sorted(place(row, sums, limits), key=str) == sorted(by_hand(row, sums, limits), key=str)


@given(st.integers(-9, 9), st.lists(st.integers(-9, 9), min_size=1, max_size=5))
def test_a_sum_fits_if_the_judge_does_not_refuse_it(total, parts):
    """The slack is that of the judge, who decides by intervals."""
    figures = [Amount.of(value, 2, Unit.YUAN) for value in (total, *parts)]
    outcome = judge(Sum(figures[0], tuple(figures[1:]))).outcome
    assert fits(total, sum(parts), len(parts)) == (outcome is not Outcome.FAILED)


def test_a_blank_total_has_no_parts_but_noughts():
    """A blank is nil, and nil is exact."""
    assert fits(None, 0, 0)
    assert fits(None, 0, 2)
    assert fits(0, 0, 0)
    assert not fits(None, 1, 3)
    assert not fits(1, 0, 0)


def test_searches_are_bounded(monkeypatch):
    """Too many steps, of a row or of the whole table, or too many placements tell nothing."""
    free = ColumnSums(30, ())
    assert place((1,) * 15, free) is None
    assert placements((1, 2), TREES[0], (None,) * 5, Effort(3)) is None
    monkeypatch.setattr(_placements, "MAX_PLACEMENTS", 3)
    assert place((1,), TREES[3]) is not None
    assert place((1, 1), ColumnSums(9, ())) is None
