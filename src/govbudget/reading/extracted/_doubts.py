"""Tables put together from parts: which totals may lack rows that were lost where the parts meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from attrs import evolve

from govbudget.disclosures import Cell, RowKind, Side
from govbudget.relations import Outcome, Reason, Sum, SumTree, Tally, judge, judge_tree
from govbudget.vocabulary import ColumnRole


def tallies(side: Side) -> Iterator[Tally]:
    """Iterate over what became of the sums down the rows of a side, column by column.

    Args:
        side: The side.
    """
    for column, cells in zip(side.columns, zip(*side.matrix, strict=True), strict=False):
        if column.role is ColumnRole.AMOUNT:
            yield judge_tree(SumTree(side.rows.hierarchy, cells, partial(_blank, side, column.index)))


def _blank(side: Side, column: int, row: int) -> Cell:
    return side.cell(row, column)


def doubted(side: Side, joints: Sequence[int], gaps: Sequence[int] = (), *, is_cut: bool) -> Side:
    """Return a side in which totals that may lack rows say so, so that a sum that fails there is left open.

    Args:
        side: The side.
        joints: The positions of the rows with which a part begins that was joined to the part above.
        gaps: Those of them before which a whole page was left unread.
        is_cut: Whether rows at its end may be missing.
    """
    rows = set(side.last_branch()) | _outermost(side) if is_cut else set[int]()
    for joint in joints:
        rows |= _at_joint(side, joint)
    rows |= _after_gap(side, min(gaps)) if gaps else set()
    if not rows:
        return side
    matrix = tuple(
        tuple(
            evolve(cell, reason=cell.reason or Reason.CONTINUED)
            if cell is not None and cell.figure is not None and row.index in rows
            else cell
            for cell in cells
        )
        for row, cells in zip(side.rows, side.matrix, strict=True)
    )
    return evolve(side, matrix=matrix)


def _at_joint(side: Side, joint: int) -> set[int]:
    """Return the totals of rows that may have been lost at a joint; none if the subject or table that goes on adds up."""
    above = [row.index for row in side.rows if row.position < joint]
    below = [row.index for row in side.rows if row.position >= joint]
    if not above or not below:
        return set()
    chain, other = _chain(side, above[-1]), _chain(side, below[0])
    common = next((row for row in chain if row in other), None)
    totals = {row.index for row in side.rows if row.kind is RowKind.TOTAL}
    found = {row for row in chain if _adds_up(side, row) is False}
    if not any(_adds_up(side, row) for row in ([common] if common is not None else totals)):
        found |= totals | set(chain) | (_outermost(side) if common is None else set())
    return found


def _after_gap(side: Side, joint: int) -> set[int]:
    """Return the rows below a gap that rows without a code are added to: the gap may hold what shows these to be units."""
    return {
        b.total
        for b in side.rows.breakdowns
        for i in b.parts
        if side.rows[i].position >= joint and side.rows[i].kind is RowKind.DETAIL and not side.rows[i].code
    }


def _outermost(side: Side) -> set[int]:
    """Return the rows that belong to no other; added up they may lack rows that were lost."""
    return {row.index for row in side.rows if row.parent is None}


def _chain(side: Side, row: int) -> list[int]:
    """Return a row and the rows above it in the hierarchy."""
    found: list[int] = []
    place: int | None = row
    while place is not None:
        found.append(place)
        place = side.rows[place].parent
    return found


def _adds_up(side: Side, row: int) -> bool | None:
    """Tell whether a row is printed as the sum of its parts in some column, and contradicts them in none; None if not broken down."""
    holds: bool | None = None
    for b in side.rows.breakdowns:
        if b.total != row or b.of_which:
            continue
        for column in side.columns:
            total = side.matrix[row][column.index]
            parts = tuple(
                cell for i in b.parts if (cell := side.matrix[i][column.index]) is not None and cell.figure
            )
            if total is None or total.figure is None or not parts:
                continue
            if judge(Sum(total, parts)).outcome is Outcome.FAILED:
                return False
            holds = True
    return holds
