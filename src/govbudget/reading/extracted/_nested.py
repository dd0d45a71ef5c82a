"""Nested rulings: figures that stand beside the column of their heading are put below it."""

from __future__ import annotations

from govbudget.disclosures import Aspect
from govbudget.exceptions import Notice
from govbudget.reading.extracted._fits import content_of, gathered, place
from govbudget.reading.extracted._grids import Grid
from govbudget.reading.tables._headers import DraftColumn, draft_columns, header_tree


def merge_nested(grid: Grid) -> None:
    """Put figures and codes that stand in a column without a heading of its own below the heading beside it.

    Nothing is moved unless every column finds one place only, where no row would hold two cells in one.

    Args:
        grid: A grid with its headings.
    """
    leaves = _leaves(grid)
    own = [columns[0].position for columns in leaves]
    strays = [j for j in range(grid.width) if j not in own and _cells(grid, j)]
    if not strays or any(content_of(_cells(grid, j)) not in {"figure", "code"} for j in strays):
        return
    placed = place(grid.rows, [(j, j) for j in own], [columns[0].role for columns in leaves])
    if placed is None or placed[1]:
        _leave_open(grid, own, strays)
        return
    places = placed[0]
    grid.header = [
        gathered(row, {j: _below(own, j) for j in range(len(row))}, len(own)) for row in grid.header
    ]
    grid.rows = [gathered(row, places, len(own)) for row in grid.rows]
    grid.note(
        Aspect.COLUMNS,
        Notice(
            f"{len(strays)} 栏没有表头，其数归入相邻的栏",
            f"figures of {len(strays)} columns without headings are put below the headings beside them",
        ),
        Notice(
            "每栏只有一处可归，且没有一行重叠", "there is one place for each, and no row has a figure in both"
        ),
    )


def _leave_open(grid: Grid, own: list[int], strays: list[int]) -> None:
    """Leave open what stands in columns without headings, and below the headings beside them."""
    for row, cells in enumerate(grid.rows):
        for j in strays:
            if j < len(cells) and cells[j]:
                beside = {max(i for i in own if i < j), min((i for i in own if i > j), default=j), j}
                grid.open[row] = grid.open.get(row, frozenset()) | beside
    grid.note(
        Aspect.COLUMNS,
        Notice(
            f"{len(strays)} 栏没有表头，其数及相邻栏的数不取",
            f"figures of {len(strays)} columns without headings, and those beside them, are left open",
        ),
        Notice(
            "不止一种归法，或同一行有重叠", "there are several places for them, or a row has figures in both"
        ),
    )


def _leaves(grid: Grid) -> list[list[DraftColumn]]:
    """Return the columns below each innermost heading."""
    root = header_tree(grid.header, grid.width)
    found: dict[int, list[DraftColumn]] = {}
    for column in draft_columns(root, grid.rows):
        found.setdefault(id(column.leaf), []).append(column)
    return list(found.values())


def _cells(grid: Grid, column: int) -> list[str]:
    return [row[column] for row in grid.rows if column < len(row) and row[column]]


def _below(own: list[int], column: int) -> int:
    """Return the first heading that a heading cell stands over."""
    return next((i for i, j in enumerate(own) if j >= column), len(own) - 1)
