"""Which rows are told to be wrong where numbers fit nowhere: the smallest set, held against all sets of rows."""

import re
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from flat_documents import printed, read
from flat_texts import Flat
from govbudget import read_text
from govbudget.disclosures import Breakdown
from govbudget.reading.flat import _misfits
from govbudget.reading.flat._column_totals import choose
from govbudget.reading.flat._misfits import agrees, find_misfits, freed, is_explained
from govbudget.reading.pages._effort import Effort
from govbudget.relations import Reason
from reading_budgets import budgets
from reading_builders import check_sums

TREE = (Breakdown(0, (1, 2)), Breakdown(1, (3, 4)), Breakdown(2, (5, 6)))
LAST = Breakdown(0, (1,))
FLAT = Flat(split=False, broken=0, headings=0, pages=(), has_blank_rows=False, total_first=True)
amounts = st.integers(1, 50)


def sets_of(rows, breakdowns=TREE, wrong=()):
    """The smallest sets for rows of one column."""
    values = [[(value,)] if value is not None else None for value in rows]
    conflicts = choose(values, breakdowns).conflicts
    return [one.sets for one in find_misfits(values, breakdowns, conflicts, wrong)]


def test_one_wrong_row_is_one_of_its_sum():
    """A part may be wrong, or its total if that belongs to nothing; a total that belongs to another sum is held by it."""
    assert sets_of([100, 60, 40, 10, 20, 30, 10]) == [((3,), (4,))]
    assert sets_of([100, 70, 40, 30, 30, 30, 10]) == [((1,),)]
    assert sets_of([110, 60, 40, 30, 30, 30, 10]) == [((0,),)]
    assert sets_of([60, 10, 20], (Breakdown(0, (1, 2)),)) == [((0,), (1,), (2,))]


def test_two_wrong_rows_are_told_apart_or_together():
    """In sums that share no row each has its own set; in sums that do, two rows may be needed."""
    assert sets_of([100, 60, 40, 90, 30, 80, 10]) == [((3,), (4,)), ((5,), (6,))]
    assert sets_of([110, 60, 40, 90, 30, 30, 10]) == [((0, 1), (0, 3), (0, 4), (1, 3), (1, 4))]


def test_rows_that_contradict_themselves_are_in_every_set():
    """They are wrong anyway; if that is enough, no other row is."""
    assert sets_of([100, 60, 40, 10, 20, 30, 10], wrong=(3,)) == [((3,),)]
    assert sets_of([110, 60, 40, 90, 30, 30, 10], wrong=(0,)) == [((0, 1), (0, 3), (0, 4))]


def test_a_long_search_is_given_up(monkeypatch):
    """Nothing is said of the rows then; nor where three would have to be wrong."""
    monkeypatch.setattr(_misfits, "MAX_STEPS", 3)
    assert sets_of([100, 60, 40, 10, 20, 30, 10]) == [()]
    (one,) = find_misfits([[(9,)], [(1,)]], (LAST,), [LAST], ())
    monkeypatch.setattr(_misfits, "MAX_STEPS", 0)
    assert not is_explained([[(9,)], [(1,), (9,)]], (LAST,), one)
    monkeypatch.undo()
    assert is_explained([[(9,)], [(1,), (9,)]], (LAST,), one)
    wide = (Breakdown(0, (1, 2, 3)), Breakdown(1, (4,)), Breakdown(2, (5,)), Breakdown(3, (6,)))
    assert sets_of([90, 10, 10, 10, 50, 60, 70], wide) == [()]


@given(st.lists(amounts, min_size=7, max_size=7))
def test_no_smaller_set_and_no_other_set_of_that_size_agrees(rows):
    """Held against all sets of rows."""
    values = [[(value,)] for value in rows]
    conflicts = choose(values, TREE).conflicts
    for misfit in find_misfits(values, TREE, conflicts, ()):
        others = [b for b in TREE if b in misfit.conflicts or b not in conflicts]
        size = len(misfit.sets[0]) if misfit.sets else 3
        for count in range(1, size + (1 if misfit.sets else 0)):
            found = tuple(
                one
                for one in combinations(range(7), count)
                if agrees(values, freed(others, one), Effort(10**6))
            )
            members = {i for b in misfit.conflicts for i in (b.total, *b.parts)}
            inside = tuple(one for one in found if members.issuperset(one))
            assert inside == (misfit.sets if count == size else ())


SUMS = ("合计 9.00 4.00 3.00 1.00 5.00", "208 乙 5.00 5.00")


def test_a_number_too_many_may_fill_the_last_blank():
    """The row prints a number in every column and contradicts itself; without one of them everything agrees."""
    table = read(SUMS[0], "201 甲 4.00 4.00 3.00 1.00 7.00", SUMS[1])
    assert printed(table)[1] == "201 | 甲 | 4.00 | 4.00 | 3.00 | 1.00 | "
    assert [(one.texts, one.row) for one in table.unplaced] == [(("7.00",), "201 甲")]
    assert "第 5 个数 7.00 多余" in table.problems[1].zh


def test_a_row_that_cannot_be_right_is_named():
    """Alone if only it can be wrong; each row that can be, if there are several."""
    table = read(SUMS[0], "201 甲 4.00 4.00 3.00 1.50 0.00", SUMS[1])
    assert table.problems[-1].zh == "与各行之和不合的最少是第 6 行“201 甲”；除此之外都能相符"
    several = read("合计 9.00 9.00", "201 甲 4.00 4.00", "208 乙 7.00 7.00")
    assert several.problems[-1].zh == (
        "与各行之和不合的最少是 1 行，有 3 种可能：第 5 行“合计”；或第 6 行“201 甲”；或第 7 行“208 乙”"
    )
    assert several.problems[-1].en.startswith("1 row at least must be wrong, in 3 ways: line 5")


ROW = re.compile(r"(?:\d{3,7} )?(\D+)((?: [\d,]+\.\d\d)+)")


def printed_rows(text):
    """The rows of a flattened text: line and numbers."""
    found = [(i, ROW.fullmatch(line)) for i, line in enumerate(text.split("\n"), 1)]
    return {i: match[2].split() for i, match in found if match and "：" not in match[1]}


def with_numbers(text, line, numbers):
    """A text in which one row prints other numbers."""
    lines = text.split("\n")
    label = ROW.fullmatch(lines[line - 1])
    lines[line - 1] = lines[line - 1][: label.start(2)] + "".join(f" {one}" for one in numbers)
    return "\n".join(lines)


def told_wrong(table):
    """The lines of the rows of which a table says that their numbers fit nowhere, are one too many, or can be wrong."""
    told = (one.zh for one in table.problems if re.search("多余|放不进|最少是", one.zh))
    return {int(line) for text in told for line in re.findall(r"第 (\d+) 行", text)}


def cells_of(table):
    """What stands in the cells of every line, None where that is open."""
    (side,) = table.sides
    return {
        row.line: [
            None if cell is not None and cell.reason is Reason.ABSENT else cell.text if cell else ""
            for cell in cells
        ]
        for row, cells in zip(side.rows, side.matrix, strict=True)
    }


STRAYS = ("123,456,789,012.00", "987,654,321,098.00")


@st.composite
def with_strays(draw, count):
    """A flattened budget, the same with one number too many in some rows, and these rows."""
    text = FLAT.text(draw(budgets()))
    rows = printed_rows(text)
    chosen = draw(
        st.lists(st.sampled_from(sorted(rows)), min_size=min(count, len(rows)), max_size=count, unique=True)
    )
    broken = text
    for line in chosen:
        numbers = list(rows[line])
        numbers.insert(draw(st.integers(0, len(numbers))), draw(st.sampled_from(STRAYS)))
        broken = with_numbers(broken, line, numbers)
    return text, broken, chosen


@st.composite
def with_wrong_digit(draw):
    """A flattened budget, the same with one digit of one number changed before the decimal point, and the row."""
    text = FLAT.text(draw(budgets()))
    rows = printed_rows(text)
    line = draw(st.sampled_from(sorted(rows)))
    numbers = list(rows[line])
    place = draw(st.integers(0, len(numbers) - 1))
    digits = [k for k, char in enumerate(numbers[place].partition(".")[0]) if char != ","]
    k = draw(st.sampled_from(digits))
    other = draw(st.sampled_from([digit for digit in "0123456789" if digit != numbers[place][k]]))
    numbers[place] = numbers[place][:k] + other + numbers[place][k + 1 :]
    return text, with_numbers(text, line, numbers), line


QUICK = settings(max_examples=40)


@given(st.integers(1, 2).flatmap(with_strays))
@QUICK
def test_every_stray_number_is_told_where_it_stands(case):
    """One row or two, each with a number more than all others together: these rows are told, no other, and no other cell is touched.

    A row that has as many numbers as the table has columns, the stray one among them, is found by a sum that fails.
    """
    text, broken, chosen = case
    disclosure = read_text(broken)
    (table,), (whole,) = disclosure.tables, read_text(text).tables
    failed = {term.row.line for one in check_sums(disclosure).findings for term in one.relation.terms}
    assert told_wrong(table) <= set(chosen) <= told_wrong(table) | failed
    true = cells_of(whole)
    for line, cells in cells_of(table).items():
        if line not in chosen:
            assert all(None in pair or pair[0] == pair[1] for pair in zip(cells, true[line], strict=True))


@given(with_wrong_digit())
@QUICK
def test_a_wrong_digit_is_told_or_found_where_it_stands(case):
    """The row is in the smallest set of rows that can be wrong; where all rows print all numbers, a sum that fails names it."""
    text, broken, line = case
    disclosure = read_text(broken)
    (table,), (whole,) = disclosure.tables, read_text(text).tables
    failed = {term.row.line for one in check_sums(disclosure).findings for term in one.relation.terms}
    assert line in told_wrong(table) | failed
    true = cells_of(whole)
    for place, cells in cells_of(table).items():
        if place != line:
            assert all(None in pair or pair[0] == pair[1] for pair in zip(cells, true[place], strict=True))
