"""Rows whose amounts stand one column off: moved where all sums prove it, left open where they only may be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from attrs import evolve

from govbudget.disclosures import Aspect, Cell, Side, Table
from govbudget.exceptions import Notice
from govbudget.reading.extracted._doubts import tallies
from govbudget.reading.extracted._grids import Grid
from govbudget.relations import Outcome, Reason, SumTree, judge_tree
from govbudget.vocabulary import ColumnRole

_MOST_CELLS = 200_000
"""So many cells are added up again to prove that rows stand one column off; what is over stays open."""
Read = Callable[[Grid], Table | None]


def straighten(grid: Grid, read: Read) -> Table | None:
    """Move the amounts of a row by one column if it then adds up, which it does not as printed, and more totals do.

    Where the row would add up and no total proves it, its amounts are left open. Returns the table that the rows then make.

    Args:
        grid: The rows below the headings.
        read: Gives the table of a grid.
    """
    table = read(grid)
    side = _side(table)
    if side is None:
        return table
    suspects = [row.position for row in side.rows if _holds(side, row.index) is False]
    columns = [column.position for column in side.columns if column.role is ColumnRole.AMOUNT]
    if not suspects or len(suspects) * 2 > len(side.rows):
        return table
    left, failing = _MOST_CELLS, _fails(side)
    for row in suspects:
        moved = [one for step in (1, -1) if (one := _moved(grid, read, columns, row, step)) is not None]
        left -= len(moved) * len(side.rows) * len(columns)
        tried = [(cells, _replaced(side, row, line)) for cells, line in moved] if left >= 0 else []
        better = [one for one in tried if _fails(one[1]) < failing]
        if len(better) == 1:
            grid.rows = [*grid.rows[:row], better[0][0], *grid.rows[row + 1 :]]
            side = better[0][1]
            failing = _fails(side)
            grid.note(
                Aspect.CELLS,
                Notice("此行金额移动一栏", "the amounts of this row are moved by one column"),
                Notice(
                    "移动后本行及各栏合计相符，原来不符",
                    "with that its row and the totals add up, which they do not as printed",
                ),
                row,
            )
        elif moved:
            grid.open[row] = grid.open.get(row, frozenset()) | frozenset(columns)
            grid.note(
                Aspect.CELLS,
                Notice("此行金额存疑，不取", "the amounts of this row are left open"),
                Notice(
                    "移动一栏则本行相符，而各栏合计不能证明",
                    "one column off the row would add up, but no total proves it",
                ),
                row,
            )
    return read(grid)


def _side(table: Table | None) -> Side | None:
    """The only side of a table whose columns state sums."""
    if table is None or len(table.sides) != 1 or not table.sides[0].columns.hierarchy.sums:
        return None
    return table.sides[0]


def _holds(side: Side, row: int) -> bool | None:
    """Tell whether the sums across a row hold; None if it states none."""
    tally = judge_tree(SumTree(side.columns.hierarchy, side.matrix[row], partial(side.cell, row)))
    if any(one.outcome is Outcome.FAILED or one.reason is Reason.TOTAL_BLANK for one in tally.others):
        return False
    return True if tally.passed or any(one.outcome is Outcome.ROUNDING for one in tally.others) else None


def _fails(side: Side) -> int:
    """How many sums down the rows do not hold."""
    bad = (Outcome.FAILED, Outcome.UNDECIDED)
    return sum(one.outcome in bad for tally in tallies(side) for one in tally.others)


def _moved(
    grid: Grid, read: Read, columns: list[int], row: int, step: int
) -> tuple[list[str], tuple[Cell | None, ...]] | None:
    """Return a row with its amounts moved, and what they then are, if the row then adds up."""
    width = max(columns) + 1
    cells = [*grid.rows[row], *[""] * (width - len(grid.rows[row]))]
    amounts = [cells[j] for j in columns]
    if amounts[-1 if step > 0 else 0]:
        return None
    for j, cell in zip(columns, ["", *amounts[:-1]] if step > 0 else [*amounts[1:], ""], strict=True):
        cells[j] = cell
    side = _side(read(evolve(grid, rows=[cells], numbers=[], open={}, resolutions=[])))
    holds = side is not None and len(side.rows) == 1 and _holds(side, 0)
    return (cells, side.matrix[0]) if side is not None and holds else None


def _replaced(side: Side, position: int, cells: tuple[Cell | None, ...]) -> Side:
    """Return a side with other cells in one of its rows."""
    matrix = tuple(
        cells if row.position == position else line for row, line in zip(side.rows, side.matrix, strict=True)
    )
    return evolve(side, matrix=matrix)
