"""Properties of recovering blanks: a consistent table that was flattened is read back as it was, or left open, but never otherwise."""

import pytest
from hypothesis import given

from counted_work import calls_of
from flat_texts import Flat, flats, printed
from govbudget import read_text
from govbudget.relations import Reason
from reading_budgets import Budget, Line, budgets


def compare(budget, flat):
    """Hold what is read of a flattened budget against it, and return how many cells are placed and open."""
    disclosure = read_text(flat.text(budget))
    if not disclosure.tables:
        assert len(disclosure.unread) == 1
        return None
    (table,) = disclosure.tables
    (side,) = table.sides
    lines = read_lines(budget, flat, table)
    placed = left = 0
    for line, cells in zip(lines, side.matrix, strict=True):
        for amount, cell in zip(line.amounts, cells, strict=True):
            if cell is not None and cell.reason is Reason.ABSENT:
                left += 1
                continue
            assert (cell.text if cell is not None else "") == (printed(amount) if amount is not None else "")
            placed += 1
    return placed, left


def read_lines(budget, flat, table):
    """The rows of a budget that were read; all others are told: a unit without code or amounts may be anything, or run into a row."""
    rows = [(row.code or "", row.label) for row in table.sides[0].rows]
    lines, found = flat.lines(budget), []
    for line in lines:
        if (flat.code(line), line.name) == (rows[len(found)] if len(found) < len(rows) else None):
            found.append(line)
    assert len(found) == len(rows)
    assert len(lines) - len(found) <= 2 * sum("未读" in one.zh for one in table.problems)
    return found


@given(budgets(), flats())
def test_a_flattened_budget_is_read_back_or_left_open(budget, flat):
    """No cell is ever filled with anything but what was printed in it."""
    compare(budget, flat)


def large(count, used):
    """A budget of so many items below one total, with so many of four amounts each, all different."""
    items = []
    for i in range(count):
        leaves = [1 + (i * 7919 + k * 104729) % 999_983 if (i + k) % 4 < used else None for k in range(4)]
        basic, project = sum(filter(None, leaves[:2])) or None, sum(filter(None, leaves[2:])) or None
        amounts = (sum(filter(None, leaves)), basic, *leaves[:2], project, *leaves[2:])
        items.append(Line("item", f"{201 + i // 100}{1 + i // 10 % 10:02}{1 + i % 10:02}", "事项", amounts))
    total = tuple(
        sum(filter(None, column)) or None for column in zip(*(item.amounts for item in items), strict=True)
    )
    return Budget(tuple(items), Line("total", "", "合计", total), has_unit_codes=True)


@pytest.mark.parametrize("used", [1, 2, 3])
def test_the_work_for_a_table_of_500_rows_is_bounded(used):
    """Five hundred rows below one total can be placed in more ways than can be tried: the search is given up, and says so."""
    flat = Flat(split=True, broken=0, headings=0, pages=(), has_blank_rows=True, total_first=True)
    budget, text = large(500, used), flat.text(large(500, used))
    disclosure = read_text(text)
    assert calls_of(lambda: read_text(text)) < 10 * calls_of(lambda: read_text(flat.text(large(100, used))))
    assert "放法太多" in disclosure.tables[0].problems[1].zh
    compare(budget, flat)


def test_small_sections_of_a_large_table_are_recovered_in_full():
    """With sections and categories every sum is small, and has one solution."""
    budget = large(40, 2)
    flat = Flat(split=False, broken=0, headings=0, pages=(9,), has_blank_rows=True, total_first=False)
    sections = [budget.lines[i : i + 5] for i in range(0, 40, 5)]
    lines = []
    for i, items in enumerate(sections):
        amounts = tuple(
            sum(filter(None, c)) or None for c in zip(*(item.amounts for item in items), strict=True)
        )
        renamed = [
            Line("item", f"{201 + i}01{k + 1:02}", item.name, item.amounts) for k, item in enumerate(items)
        ]
        lines += [
            Line("category", f"{201 + i}", "大类", amounts),
            Line("section", f"{201 + i}01", "事务", amounts),
            *renamed,
        ]
    placed, left = compare(Budget(tuple(lines), budget.total, has_unit_codes=True), flat)
    assert (placed, left) == (57 * 7, 0)
