"""Which placements agree with the totals, held against all choices for all rows."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from govbudget.disclosures import Breakdown
from govbudget.reading.flat import _column_totals
from govbudget.reading.flat._column_totals import choose
from govbudget.reading.flat._placements import fits

TREE = (Breakdown(0, (1, 4)), Breakdown(1, (2, 3)))
values = st.tuples(*[st.one_of(st.none(), st.integers(0, 4))] * 2)
options = st.lists(values, min_size=1, max_size=3, unique=True)


def adds_up(rows, breakdown):
    """Whether one sum holds in every column."""
    for j in range(2):
        printed = [rows[i][j] for i in breakdown.parts if rows[i][j] is not None]
        if not fits(rows[breakdown.total][j], sum(printed), len(printed)):
            return False
    return True


@given(st.lists(options, min_size=5, max_size=5))
def test_no_choice_that_agrees_is_lost(rows):
    """What agrees with all sums stays; where nothing does, a sum is reported."""
    agreeing = [one for one in product(*rows) if all(adds_up(one, b) for b in TREE)]
    found = choose(rows, TREE)
    if agreeing:
        assert not found.conflicts
        for i in range(5):
            assert {one[i] for one in agreeing} <= set(found.rows[i])
    else:
        assert found.conflicts or any(len(kept) > 1 for kept in found.rows)
    if all(len(kept) == 1 for kept in found.rows) and not found.conflicts:
        assert [tuple(kept[0] for kept in found.rows)] == agreeing


def test_unknown_rows_and_partial_lists_say_nothing():
    """A sum over a row of unknown values is left out, and so is a list that is only some of its whole."""
    rows = [[(5, None)], [(5, None), (None, 5)], None]
    assert choose(rows, (Breakdown(0, (1, 2)),)).confirmed == []
    assert choose(rows, (Breakdown(0, (1,), of_which=True),)).rows == rows


def test_a_conflict_keeps_other_sums_from_concluding():
    """Sums that share undecided rows with a sum that cannot hold are not relied upon; others are."""
    either = [(3, None), (None, 3)]
    rows = [[(9, None)], either, [(3, None)], either, [(7, None)], [(7, None)]]
    wrong, near, far = Breakdown(0, (1,)), Breakdown(2, (1, 3)), Breakdown(4, (5,))
    found = choose(rows, (wrong, near, far))
    assert found.rows == rows
    assert [b.total for b in found.conflicts] == [0, 2]
    assert found.confirmed == [far]


def test_the_last_check_is_that_of_rounding():
    """Five rows could part a sum from its total by two last places; with two of them printed they may not."""
    either = [[(value, None), (None, value)] for value in (50, 30, 21, 7)]
    rows = [[(53, 57)], *either, [(None, None)]]
    b = Breakdown(0, (1, 2, 3, 4, 5))
    found = choose(rows, (b,))
    assert (found.rows, found.conflicts, found.confirmed) == (rows, [b], [])


def test_totals_that_no_selection_reaches():
    """Each amount alone is within its bounds, but tens do not add to 25."""
    rows = [[(25, 5)], *[[(10, None), (None, 10)]] * 3]
    b = Breakdown(0, (1, 2, 3))
    assert choose(rows, (b,)).conflicts == [b]


def test_a_long_search_is_given_up(monkeypatch):
    """The rows stay as they were, and the sum is named."""
    rows = [[(2**12 - 1, 0)], *([(2**i, None), (None, 2**i)] for i in range(12))]
    b = Breakdown(0, tuple(range(1, 13)))
    monkeypatch.setattr(_column_totals, "MAX_STEPS", 40)
    found = choose(rows, (b,))
    assert (found.rows, found.given_up, found.confirmed) == (rows, [b], [])


def test_totals_that_both_columns_never_reach_together():
    """Each column alone could reach its total, but no selection reaches both on the way."""
    rows = [
        [(53, 31)],
        [(20, 1), (5, 6)],
        [(2, 0), (25, 11), (0, 1)],
        [(None, 0), (20, None)],
        [(22, 20), (None, 20), (0, 25)],
    ]
    b = Breakdown(0, (1, 2, 3, 4))
    found = choose(rows, (b,))
    assert (found.rows, found.conflicts) == (rows, [b])
