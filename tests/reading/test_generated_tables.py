"""Properties of reading: whatever consistent table is printed in whatever layout, it is read back and adds up."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govbudget.disclosures import RowKind
from govbudget.reading import read_text
from govbudget.relations import Outcome
from reading_budgets import COLUMNS, LAYOUTS, TITLE, Layout, budgets, layouts, without_pages
from reading_builders import check_sums, column_sums, columns, figures, labels

QUICK = settings(max_examples=60)


def read_back(text):
    disclosure = read_text(text)
    assert disclosure.unread == ()
    (table,) = disclosure.tables
    (side,) = table.sides
    return table, side


def printed(layout, amount):
    return None if amount is None else f"{amount // 100}.{amount % 100:02}{layout.unit}"


def name(layout, budget, line):
    code = "" if line.kind == "unit" and not budget.has_unit_codes else line.code
    return f"{code} {line.name}".strip()


@pytest.mark.parametrize("codes", LAYOUTS)
@given(data=st.data())
@QUICK
def test_every_amount_is_read_back_in_its_row_and_column(codes, data):
    """Whatever the layout, rows come with full codes and names, columns with their headings, cells with their amounts."""
    budget, layout = data.draw(budgets()), data.draw(layouts(st.just(codes)))
    table, side = read_back(layout.text(budget))
    lines = layout.lines(budget)
    assert (table.title, table.unit.value, table.problems) == (TITLE, layout.unit, ())
    assert labels(side) == [name(layout, budget, line) for line in lines]
    assert columns(side) == list(COLUMNS)
    assert figures(side) == [[printed(layout, amount) for amount in line.amounts] for line in lines]
    assert column_sums(side) == {
        COLUMNS[0]: [COLUMNS[1], COLUMNS[4]],
        COLUMNS[1]: [*COLUMNS[2:4]],
        COLUMNS[4]: [*COLUMNS[5:]],
    }


KINDS = {
    "total": RowKind.TOTAL,
    "unit": RowKind.ORGANISATION,
    "category": RowKind.SUBJECT,
    "section": RowKind.SUBJECT,
    "item": RowKind.SUBJECT,
}


@given(budgets(), layouts())
@QUICK
def test_every_row_stands_below_the_row_it_belongs_to(budget, layout):
    """Items belong to sections, sections to categories, categories to units; units and totals belong to nothing."""
    _, side = read_back(layout.text(budget))
    lines = layout.lines(budget)
    assert [row.kind for row in side.rows] == [KINDS[line.kind] for line in lines]
    ranks = ["unit", "category", "section", "item"]
    above: dict[str, int] = {}
    for i, line in enumerate(lines):
        if line.kind == "total":
            assert side.rows[i].parent is None
            continue
        rank = ranks.index(line.kind)
        owners = [above[kind] for kind in ranks[:rank] if kind in above]
        assert side.rows[i].parent == (owners[-1] if owners else None)
        above = {kind: index for kind, index in above.items() if ranks.index(kind) < rank} | {line.kind: i}


@given(budgets(), layouts())
@QUICK
def test_a_consistent_table_passes(budget, layout):
    """Nothing fails, nothing holds by rounding only, and every printed amount of the total row is confirmed."""
    table, side = read_back(layout.text(budget))
    report = check_sums(table)
    assert not report.findings
    assert report.summary[Outcome.ROUNDING] == 0
    place = len(side.rows) - 1 if not layout.total_first else 0
    confirmed = {
        judgement.relation.total.column.index
        for entry, judgement in report.judgements(Outcome.PASSED)
        if entry.rule.id == "SUM-002" and judgement.relation.total.row.index == place
    }
    assert confirmed == {j for j, amount in enumerate(budget.total.amounts) if amount is not None}


@given(budgets(), layouts())
@QUICK
def test_pages_do_not_matter(budget, layout):
    """A table over several pages, with title and headings repeated, is the table on one page."""
    _, paged = read_back(layout.text(budget))
    _, whole = read_back(without_pages(layout).text(budget))
    assert (labels(paged), figures(paged)) == (labels(whole), figures(whole))
    assert [row.parent for row in paged.rows] == [row.parent for row in whole.rows]


@st.composite
def slips(draw):
    """A budget in a layout, with one digit of one printed amount changed: text, row and column."""
    budget, layout = draw(budgets()), draw(layouts())
    rows = [layout.cells(line, budget) for line in layout.lines(budget)]
    places = [
        (i, j, k)
        for i, cells in enumerate(rows)
        for j, cell in enumerate(cells[-7:])
        for k, char in enumerate(cell.partition(".")[0])
        if char != ","
    ]
    i, j, k = draw(st.sampled_from(places))
    cell = rows[i][j - 7]
    digit = draw(st.sampled_from([digit for digit in "0123456789" if digit != cell[k]]))
    rows[i][j - 7] = cell[:k] + digit + cell[k + 1 :]
    return layout.written(rows), i, j


@given(slips())
@settings(max_examples=150)
def test_every_changed_digit_fails_where_it_was_changed(slip):
    """One wrong digit before the decimal point, anywhere in the table, is found, and the finding names its cell."""
    text, row, column = slip
    table, _ = read_back(text)
    failed = [
        (term.row.index, term.column.index)
        for finding in check_sums(table).findings
        for term in finding.relation.terms
    ]
    assert (row, column) in failed


@given(budgets(max_units=1))
@settings(max_examples=150)
def test_bare_codes_are_completed_truly_or_not_at_all(budget):
    """Codes printed by their last two digits come back as they were, or stay as printed; a consistent table never fails."""
    layout = Layout("one column", "tabs", "元", separators=False, total_first=True, numbers=False, pages=())
    lines = layout.lines(budget)
    rows = [layout.cells(line, budget) for line in lines]
    for cells, line in zip(rows, lines, strict=True):
        if line.kind in ("section", "item"):
            cells[0] = line.code[-2:]
    table, side = read_back(layout.written(rows))
    assert not check_sums(table).findings
    for row, line, cells in zip(side.rows, lines, rows, strict=True):
        if line.kind != "unit":
            assert (row.code or "") in (line.code, cells[0])
    assume(not any(row.kind is RowKind.DETAIL for row in side.rows))
    assert [row.code or "" for row in side.rows if row.kind is RowKind.SUBJECT] == [
        line.code for line in lines if KINDS[line.kind] is RowKind.SUBJECT
    ]
