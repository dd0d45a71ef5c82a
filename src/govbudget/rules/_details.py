"""Rows and those around them: details that print only some columns of the row above, and rows beside which others may be missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from govbudget.disclosures import Breakdown, Cell, RowKind, Side
from govbudget.relations import Reason


def by_itself(cells: Sequence[Cell | None]) -> Sequence[Cell | None]:
    """Return the cells of a row without the reason that other rows may be missing, which says nothing of the sums across it.

    Args:
        cells: The cells by column.
    """
    if not any(cell is not None and cell.reason is Reason.CONTINUED for cell in cells):
        return cells
    return [evolve(cell, reason=None) if cell and cell.reason is Reason.CONTINUED else cell for cell in cells]


def partly_detailed(side: Side) -> Iterator[tuple[int, int]]:
    """Iterate over the cells, by row and column, that contain amounts of which no detail is printed.

    Where a subject prints 基本支出 and 项目支出 and only its projects stand below it, these do not add to the total of both.

    Args:
        side: The side.
    """
    for breakdown in side.rows.breakdowns:
        if not breakdown.of_which and all(side.rows[i].kind is RowKind.DETAIL for i in breakdown.parts):
            yield from ((breakdown.total, column) for column in _beyond(side, breakdown))


def _beyond(side: Side, breakdown: Breakdown) -> set[int]:
    """Return the columns that contain another one whose amount the details leave out, or may leave out where cells are open."""
    lacking = {
        column.index
        for column in side.columns
        if _may_hold(side.matrix[breakdown.total][column.index])
        and not any(_is_known(side.matrix[i][column.index]) for i in breakdown.parts)
    }
    sums, reach = side.columns.hierarchy.sums, set(lacking)
    while above := {total for total, parts in sums if not reach.isdisjoint(parts)} - reach:
        reach |= above
    return reach - lacking


def _may_hold(cell: Cell | None) -> bool:
    """Whether a cell has an amount other than zero, or is open."""
    if cell is None or cell.figure is None:
        return cell is not None and not cell.is_blank
    return cell.figure.coefficient != 0


def _is_known(cell: Cell | None) -> bool:
    return cell is not None and cell.reason is None
