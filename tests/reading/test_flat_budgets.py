"""Properties of recovering blanks: a consistent table that was flattened is read back as it was, or left open, but never otherwise."""

from hypothesis import given, settings

from flat_texts import flats, printed
from govbudget import read_text
from govbudget.relations import Reason
from reading_budgets import budgets


def compare(budget, flat):
    """Hold what is read of a flattened budget against it, and return how many cells are placed and open."""
    disclosure = read_text(flat.text(budget))
    if not disclosure.tables:
        assert len(disclosure.unread) == 1
        return None
    (table,) = disclosure.tables
    (side,) = table.sides
    lines = flat.lines(budget)
    assert [row.label for row in side.rows] == [line.name for line in lines]
    assert [row.code or "" for row in side.rows] == list(map(flat.code, lines))
    placed = left = 0
    for line, cells in zip(lines, side.matrix, strict=True):
        for amount, cell in zip(line.amounts, cells, strict=True):
            if cell is not None and cell.reason is Reason.ABSENT:
                left += 1
                continue
            assert (cell.text if cell is not None else "") == (printed(amount) if amount is not None else "")
            placed += 1
    return placed, left


@settings(max_examples=300)
@given(budgets(), flats())
def test_a_flattened_budget_is_read_back_or_left_open(budget, flat):
    """No cell is ever filled with anything but what was printed in it."""
    compare(budget, flat)
