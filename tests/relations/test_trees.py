"""Sums decided together have the outcomes of the same sums decided one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.amounts import Amount, Unit
from govbudget.exceptions import RelationError
from govbudget.intervals import Quantity, Rounding
from govbudget.relations import (
    NOTHING_PRINTED,
    Hierarchy,
    Outcome,
    Reason,
    Sum,
    SumTree,
    Tally,
    judge,
    judge_tree,
)
from strategies import Cell

SIZE = 9


def wan(coefficient: int, decimals: int = 2) -> Amount:
    return Amount.of(coefficient, decimals, Unit.WAN_YUAN)


def blank(index: int) -> Cell:
    return Cell()


@st.composite
def hierarchies(draw) -> Hierarchy:
    """Headings whose parts come later in the list, some of them broken down in more than one way."""
    sums = []
    for total in range(SIZE - 1):
        for _ in range(draw(st.sampled_from((0, 1, 1, 2)))):
            parts = draw(st.lists(st.integers(total + 1, SIZE - 1), min_size=1, max_size=4, unique=True))
            sums.append((total, tuple(parts)))
    return Hierarchy(draw(st.permutations(sums)))


PLAIN, BLANKS = st.just(wan), st.sampled_from((None, Cell()))


@st.composite
def trees(draw, figure=PLAIN, blanks=BLANKS) -> SumTree:
    """One line over a hierarchy, nearly adding up, with cells left blank here and there."""
    hierarchy = draw(hierarchies())
    values = [draw(st.integers(-20, 20)) for _ in range(SIZE)]
    for total, parts in hierarchy.sums:
        values[total] = sum(values[part] for part in parts) + draw(st.sampled_from((0, 0, 0, 1, -1, 2, 9)))
    gone = draw(st.sets(st.integers(0, SIZE - 1)))
    terms = [draw(blanks) if i in gone else Cell(draw(figure)(value)) for i, value in enumerate(values)]
    return SumTree(hierarchy, terms, blank)


def one_by_one(tree: SumTree, rounding: Rounding) -> Tally:
    found = [judge(relation, rounding=rounding) for relation in tree.relations()]
    passed = [judged for judged in found if judged.outcome is Outcome.PASSED]
    nothing = [judged for judged in found if judged.outcome is Outcome.NOT_APPLICABLE]
    others = [judged for judged in found if judged not in passed and judged not in nothing]
    return Tally(len(passed), len(nothing), tuple(others))


@given(trees(), st.sampled_from(Rounding))
def test_sums_of_plain_figures_are_decided_as_one_by_one(tree, rounding):
    """At one unit and precision, with blanks, the fast way has the outcomes of the slow one, in its order."""
    assert judge_tree(tree, rounding=rounding) == one_by_one(tree, rounding)


@given(trees(st.just(Quantity)))
def test_sums_of_counts_are_decided_as_one_by_one(tree):
    """Exact counts allow no rounding either way."""
    assert judge_tree(tree) == one_by_one(tree, Rounding.HALF_UP)


@given(
    trees(
        st.sampled_from((wan, lambda value: wan(value, 1), lambda value: Amount.of(value, 0, Unit.UNSTATED)))
    )
)
def test_sums_of_mixed_figures_are_decided_as_one_by_one(tree):
    """Mixed decimals and units take the slow way and have its outcomes."""
    assert judge_tree(tree) == one_by_one(tree, Rounding.HALF_UP)


@given(trees(blanks=st.sampled_from((None, Cell(reason=Reason.ABSENT), Cell(reason=Reason.UNREADABLE)))))
def test_sums_with_doubtful_cells_are_decided_as_one_by_one(tree):
    """Lost and unreadable cells take the slow way and have its outcomes."""
    assert judge_tree(tree) == one_by_one(tree, Rounding.HALF_UP)


@given(hierarchies())
def test_parts_are_decided_before_their_totals(hierarchy):
    """Whatever order sums are given in, a heading's own sums come before the sums it is part of."""
    seen = set()
    own = {total: sum(1 for other, _ in hierarchy.sums if other == total) for total, _ in hierarchy.sums}
    for number, (total, parts) in enumerate(hierarchy.sums):
        assert all(
            len([n for n in seen if hierarchy.sums[n][0] == part]) == own.get(part, 0) for part in parts
        )
        seen.add(number)
        assert number in hierarchy.memberships[parts[0]]
        assert hierarchy.is_first(number) == all(hierarchy.sums[n][0] != total for n in range(number))
    assert len(hierarchy) == len(hierarchy.sums)


@pytest.mark.parametrize("sums", [[(0, (0,))], [(0, (1,)), (1, (0,))], [(0, (1, 2)), (2, (3,)), (3, (0,))]])
def test_a_heading_that_is_part_of_itself_is_refused(sums):
    """Breakdowns form a tree, and the message says which heading does not."""
    with pytest.raises(RelationError, match="is part of itself; give breakdowns that form a tree"):
        Hierarchy(sums)


def test_a_hierarchy_may_be_as_deep_as_it_likes():
    """Five thousand headings one below the other are no harder than two, in whatever order they come."""
    chain = [(depth, (depth + 1,)) for depth in range(5000)]
    for sums in (chain, chain[::-1]):
        hierarchy = Hierarchy(sums)
        assert [total for total, _ in hierarchy.sums] == list(range(4999, -1, -1))


def test_a_part_of_two_totals_is_no_cycle():
    """Two breakdowns may share a part, which then comes before both."""
    assert [total for total, _ in Hierarchy([(0, (2, 2)), (1, (2,)), (2, (3,))]).sums] == [2, 0, 1]


TREE = Hierarchy([(0, (1, 2)), (1, (3, 4))])


@pytest.mark.parametrize(
    ("terms", "tally"),
    [
        ((300, 100, 200, 40, 60), Tally(2, 0)),
        ((None, None, None, None, None), Tally(0, 2)),
        ((100, 100, None, None, 100), Tally(2, 0)),
    ],
)
def test_exact_and_empty_lines_are_only_counted(terms, tally):
    """A sum that holds exactly and one with nothing printed build no relation."""
    line = [None if term is None else wan(term) for term in terms]
    assert judge_tree(SumTree(TREE, line, blank)) == tally


def test_a_blank_heading_gives_way_to_its_parts():
    """Where a subtotal is left blank, its own parts add to the total, and the blank is named as undecided."""
    place = Cell(reason=None)
    tree = SumTree(
        TREE, [wan(300), None, wan(200), wan(40), wan(60)], lambda index: place if index == 1 else None
    )
    inner, outer = tree.relations()
    assert inner == Sum(place, (wan(40), wan(60)))
    assert outer == Sum(wan(300), (wan(40), wan(60), wan(200)))
    tally = judge_tree(tree)
    assert tally.passed == 1
    assert [(judged.outcome, judged.reason) for judged in tally.others] == [
        (Outcome.UNDECIDED, Reason.TOTAL_BLANK)
    ]


def test_a_total_without_any_parts_is_not_broken_down():
    """A printed total of blank parts is undecided; a line of nothing is not applicable."""
    tree = SumTree(TREE, [wan(300), None, None, None, None], blank)
    assert list(tree.relations()) == [NOTHING_PRINTED, Sum(wan(300), ())]
    (judged,) = judge_tree(tree).others
    assert (judged.outcome, judged.reason) == (Outcome.UNDECIDED, Reason.PARTS_BLANK)
