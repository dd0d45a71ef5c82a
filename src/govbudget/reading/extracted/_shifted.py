"""Rows whose amounts stand one column off: moved where all sums prove it, left open where they only may be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from attrs import evolve

from govbudget.disclosures import Aspect, Side, Table
from govbudget.exceptions import Notice
from govbudget.reading.extracted._doubts import tallies
from govbudget.reading.extracted._grids import Grid
from govbudget.relations import Outcome, Reason, SumTree, judge_tree
from govbudget.vocabulary import ColumnRole

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
    for row in suspects:
        moved = [one for step in (1, -1) if (one := _moved(grid, read, columns, row, step)) is not None]
        better = [one for one in moved if _fails(one[1]) < _fails(side)]
        if len(better) == 1:
            grid.rows, side = better[0][0].rows, better[0][1]
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


def _moved(grid: Grid, read: Read, columns: list[int], row: int, step: int) -> tuple[Grid, Side] | None:
    """Return the grid with the amounts of a row moved, and its side, if the row then adds up."""
    width = max(columns) + 1
    cells = [*grid.rows[row], *[""] * (width - len(grid.rows[row]))]
    amounts = [cells[j] for j in columns]
    if amounts[-1 if step > 0 else 0]:
        return None
    for j, cell in zip(columns, ["", *amounts[:-1]] if step > 0 else [*amounts[1:], ""], strict=True):
        cells[j] = cell
    moved = evolve(grid, rows=[*grid.rows[:row], cells, *grid.rows[row + 1 :]])
    side = _side(read(moved))
    holds = side is not None and any(one.position == row and _holds(side, one.index) for one in side.rows)
    return (moved, side) if side is not None and holds else None
