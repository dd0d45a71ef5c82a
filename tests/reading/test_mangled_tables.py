"""Properties of extracted tables: however an extractor cuts a consistent table, nothing in it is silently different."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from govbudget import ExtractedTable, read_tables
from govbudget.labels import normalise
from reading_budgets import COLUMNS, TITLE, budgets, layouts, without_pages
from reading_builders import check_sums, columns

QUICK = settings(max_examples=25)
NEXT = "2021年部门收入总体情况表"
any_layout = layouts(st.sampled_from(["one column", "cumulative"])).map(without_pages)


def printed(layout, budget):
    """What a layout prints: rows, columns and amounts."""
    return Counter(
        (normalise(name(layout, budget, line)), column, f"{amount // 100}.{amount % 100:02}{layout.unit}")
        for line in layout.lines(budget)
        for column, amount in zip(COLUMNS, line.amounts, strict=True)
        if amount is not None
    )


def name(layout, budget, line):
    code = "" if line.kind == "unit" and not budget.has_unit_codes else line.code
    return f"{code} {line.name}".strip()


def read(tables):
    """What was read; what is left open is not among it."""
    return Counter(
        (normalise(cell.row.name), columns(side)[cell.column.index], str(cell.figure))
        for table in tables
        for side in table.sides
        for cell in side.figures()
    )


def agrees(disclosure, expected, *, whole):
    """Hold what was read against what was printed: all of it, or less if something is said to be unread."""
    found = read(disclosure.tables)
    assert found <= expected
    assert found == expected or (not whole and (disclosure.unread or disclosure.tables[0].resolutions))
    assert not check_sums(disclosure).findings


def rows_of(layout, budget):
    return layout.headings(), [layout.cells(line, budget) for line in layout.lines(budget)]


def widened(rows, places):
    """Put blank columns between the columns of rows."""
    wide = []
    for row in rows:
        cells = list(row)
        for place in sorted(places, reverse=True):
            cells.insert(place % (len(row) + 1), "")
        wide.append(cells)
    return wide


blank_columns = st.lists(st.integers(0, 40), max_size=4)


@given(budgets(), any_layout, blank_columns)
@QUICK
def test_blank_columns_change_nothing(budget, layout, places):
    """Columns in which nothing is printed come from nested rulings."""
    head, body = rows_of(layout, budget)
    table = ExtractedTable(widened(head + body, places), TITLE, layout.unit)
    agrees(read_tables([table]), printed(layout, budget), whole=True)


@given(budgets(), any_layout, st.data())
@QUICK
def test_figures_may_stand_one_column_right_of_their_heading(budget, layout, data):
    """A figure in the right half of a nested column belongs to the heading over the left half."""
    head, body = rows_of(layout, budget)
    first = len(head[0]) - len(COLUMNS)
    rows = []
    for row in head + body:
        cells = row[:first]
        for cell in row[first:]:
            is_right = row in body and data.draw(st.booleans())
            cells += ["", cell] if is_right else [cell, ""]
        rows.append(cells)
    table = ExtractedTable(rows, TITLE, layout.unit)
    agrees(read_tables([table]), printed(layout, budget), whole=False)


@given(budgets(), any_layout, st.sampled_from(["", " ", "\n"]))
@QUICK
def test_title_and_unit_may_be_glued_into_the_first_cell(budget, layout, blank):
    """Title, department and unit in one cell above the headings are told apart."""
    head, body = rows_of(layout, budget)
    glued = f"{TITLE}{blank}部门：某局{blank}单位：{layout.unit}"
    rows = [[glued, *[""] * (len(head[0]) - 1)], *head, *body]
    disclosure = read_tables([ExtractedTable(rows)])
    assert (disclosure.tables[0].title, disclosure.entity) == (TITLE, "某局")
    agrees(disclosure, printed(layout, budget), whole=True)


@given(budgets(), any_layout, st.data())
@QUICK
def test_line_breaks_in_cells_change_nothing(budget, layout, data):
    """Names, headings and numbers may be broken over lines."""
    head, body = rows_of(layout, budget)

    def broken(cell):
        place = data.draw(st.integers(1, max(1, len(cell) - 1)))
        return cell[:place] + "\n" + cell[place:] if len(cell) > 1 else cell

    rows = [[broken(cell) for cell in row] for row in head + body]
    agrees(read_tables([ExtractedTable(rows, TITLE, layout.unit)]), printed(layout, budget), whole=True)


cuts = st.lists(st.integers(1, 25), max_size=3, unique=True).map(sorted)


def pages(body, places):
    return [body[a:b] for a, b in pairwise([0, *places, len(body)]) if body[a:b]]


@given(budgets(), any_layout, cuts, st.sampled_from([None, TITLE]), blank_columns)
@QUICK
def test_pages_that_repeat_the_headings_are_one_table(budget, layout, places, title, blanks):
    """Later pages bear the same title or none."""
    head, body = rows_of(layout, budget)
    first, *later = pages(body, places)
    tables = [ExtractedTable(head + first, TITLE, layout.unit)]
    tables += [ExtractedTable(widened(head + page, blanks), title, layout.unit) for page in later]
    agrees(read_tables(tables), printed(layout, budget), whole=True)


@given(budgets(), any_layout, cuts, st.sampled_from([None, "续表", NEXT]), blank_columns)
@QUICK
def test_pages_without_headings_continue_the_table_or_stay_unread(budget, layout, places, title, blanks):
    """Later pages may bear no headings, and the title of the table after them."""
    head, body = rows_of(layout, budget)
    first, *later = pages(body, places)
    tables = [ExtractedTable(head + first, TITLE, layout.unit)]
    tables += [ExtractedTable(widened(page, blanks), title) for page in later]
    agrees(read_tables(tables), printed(layout, budget), whole=False)


@given(budgets(), budgets(), any_layout, st.booleans())
@QUICK
def test_two_tables_that_run_together_are_separated(budget, other, layout, is_titled):
    """Another title, or other headings, in mid-table begin another table."""
    head, body = rows_of(layout, budget)
    between = [[NEXT, *[""] * (len(head[0]) - 1)], [f"单位：{layout.unit}", *[""] * (len(head[0]) - 1)]]
    second = [*head, *([layout.cells(line, other) for line in layout.lines(other)])]
    rows = [*head, *body, *(between if is_titled else between[1:]), *second]
    disclosure = read_tables([ExtractedTable(rows, TITLE, layout.unit)])
    assert [table.title for table in disclosure.tables] == [TITLE, NEXT if is_titled else ""]
    assert [read([table]) for table in disclosure.tables] == [printed(layout, budget), printed(layout, other)]
    assert not check_sums(disclosure).findings
