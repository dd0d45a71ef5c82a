"""Why a relation fails: causes that are proved by the other relations of the document.

A cause is named only if it makes every relation concerned hold and no other cause of its kind does; where several variants
do, only what they have in common is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from govbudget.disclosures import Cell, Row, Side, Table
from govbudget.intervals import Rounding
from govbudget.relations import Outcome, Relation, SumTree, judge_tree
from govbudget.rules.sums import row_sums


@frozen(eq=False)
class Shift:
    """The figures of a row stand in wrong columns: moved together, every sum of the row holds.

    Args:
        row: The row.
        columns: How many columns too far left the figures stand (negative: too far right).
        moved: The cells that stand wrong, from left to right.
    """

    row: Row
    columns: int
    moved: tuple[Cell, ...]

    @property
    def message(self) -> Mapping[str, str]:
        """What is wrong, by language."""
        zh, en = ("左", "left") if self.columns > 0 else ("右", "right")
        first, count = self.moved[0], len(self.moved)
        return {
            "zh": f"本行自“{first.column.name}”栏起的 {count} 个数疑偏{zh}一栏：移正后本行各式均成立",
            "en": f"{count} figures of this row, from the column '{first.column.name}' on, seem to stand one column too far "
            f"{en}: moved back, all sums of the row hold",
        }


def shift_of(side: Side, row: Row, *, rounding: Rounding = Rounding.HALF_UP) -> Shift | None:
    """Return how the figures of a row are displaced, if moving some neighbours by one column explains all its sums.

    Args:
        side: The side of the table.
        row: A row of it in which some sum does not hold.
        rounding: How the document rounds.
    """
    cells = side.matrix[row.index]
    if _all_hold(row_sums(side, row.index, cells), rounding):
        return None
    readings = [
        (columns, [c for old, c in zip(moved, cells, strict=True) if c is not None and old is not c])
        for columns in (1, -1)
        for start in range(1, len(cells))
        if (moved := _moved(cells, start, columns)) is not None
        and _all_hold(row_sums(side, row.index, moved), rounding)
    ]
    if len({columns for columns, _ in readings}) != 1:
        return None
    columns, first = readings[0]
    common = tuple(cell for cell in first if all(cell in moved for _, moved in readings))
    return Shift(row, columns, common) if common else None


def _moved(cells: Sequence[Cell | None], start: int, columns: int) -> list[Cell | None] | None:
    """The cells from a column on, one to the right or left; None where a figure would be pushed over another or out."""
    if columns > 0:
        return None if cells[-1] is not None else [*cells[:start], None, *cells[start:-1]]
    return None if cells[start - 1] is not None else [*cells[: start - 1], *cells[start:], None]


def _all_hold(sums: SumTree, rounding: Rounding) -> bool:
    return all(j.outcome is Outcome.ROUNDING for j in judge_tree(sums, rounding=rounding).others)


def explain(table: Table | None, relation: Relation, rounding: Rounding) -> Shift | None:
    """Return the cause of a failed relation within one row of a table, if one is proved.

    Args:
        table: The table.
        relation: The failed relation.
        rounding: How the document rounds.
    """
    rows = {cell.row for cell in relation.terms if isinstance(cell, Cell)}
    if table is None or len(rows) != 1:
        return None
    (row,) = rows
    side = next((side for side in table.sides if row in side.rows.headings), None)
    return None if side is None else shift_of(side, row, rounding=rounding)
