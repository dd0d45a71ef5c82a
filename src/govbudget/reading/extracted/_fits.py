"""Grids → shapes: headings scattered over rows and nested columns are put together, and cells under the heading they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from govbudget.disclosures import Aspect
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading.extracted._grids import Grid, Rows
from govbudget.reading.extracted._heads import Extent, Head, heads
from govbudget.reading.tables._headers import is_figure, is_number_row
from govbudget.vocabulary import ColumnRole, vocabulary

_MOST_COLUMNS = 200
"""Over so many columns that print something no headings are looked for."""
_STEPS = 5_000
"""After so many steps the search for the columns of a table is given up."""


def fit(grid: Grid) -> bool:
    """Give a grid the headings of the shape that it has; False if it has none, or its cells cannot be told apart.

    Args:
        grid: The grid, with its headings still among its rows.
    """
    rows = grid.rows
    head = next(heads(rows), None)
    if head is None:
        return False
    kept = [i for i in range(head.height, len(rows)) if not is_number_row(rows[i])]
    body = [rows[i] for i in kept]
    pattern = head.shape.rows
    if pattern and not any(pattern.fullmatch(normalise(cell)) for row in body for cell in row):
        return False
    placed = place(body, head.extents, [column.role for column in head.shape.columns])
    if placed is None:
        return False
    places, doubtful = placed
    depth = max(len(column.path) for column in head.shape.columns)
    if head.height != depth or any(head.extents[i] not in {None, (j, j)} for j, i in places.items()):
        _note(grid, head)
    grid.shape, grid.header = head.shape, head.rows()
    grid.rows = [gathered(row, places, len(head.extents)) for row in body]
    grid.numbers = [grid.numbers[i] for i in kept]
    if doubtful:
        _note_doubt(grid, head, doubtful)
    return True


def place(
    body: Rows, extents: Sequence[Extent], roles: Sequence[ColumnRole]
) -> tuple[dict[int, int], frozenset[int]] | None:
    """Return under which heading every column of a body belongs, and the headings of which that is not certain.

    Args:
        body: The rows below the headings.
        extents: The columns that each heading stands over; None for one that has none of its own.
        roles: What the cells below each hold.
    """
    search = _Search(body, extents, roles)
    strict = search.solutions(search.between())
    if len(strict) > 1:
        strict = search.solutions(search.nearest())
    if len(strict) == 1:
        return strict[0], frozenset()
    if strict:
        return None
    loose = search.solutions(search.fitting())
    if len(loose) != 1:
        return None
    own = {j: i for i, extent in enumerate(extents) if extent for j in range(extent[0], extent[1] + 1)}
    doubtful = {i for j, i in loose[0].items() if own.get(j, i) != i} | {
        own[j] for j, i in loose[0].items() if own.get(j, i) != i
    }
    return loose[0], frozenset(doubtful)


class _Search:
    """All ways to put the columns of a body under headings, in order, no two cells of a row in one place."""

    def __init__(self, body: Rows, extents: Sequence[Extent], roles: Sequence[ColumnRole]) -> None:
        width = max(map(len, body), default=0)
        self.printed = {
            j: frozenset(i for i, row in enumerate(body) if j < len(row) and row[j]) for j in range(width)
        }
        self.columns = [j for j, rows in self.printed.items() if rows]
        self.contents = {
            j: content_of([row[j] for row in body if j < len(row) and row[j]]) for j in self.columns
        }
        self.extents, self.roles = extents, roles

    def solutions(self, ranges: list[list[int]]) -> list[dict[int, int]]:
        """Return at most two solutions.

        Args:
            ranges: The headings that come into question for every column.
        """
        found: list[dict[int, int]] = []
        if len(self.columns) > _MOST_COLUMNS:
            return found
        self._steps = 0
        self._extend(ranges, {}, found)
        return found if self._steps < _STEPS else []

    def _extend(self, ranges: list[list[int]], places: dict[int, int], found: list[dict[int, int]]) -> None:
        self._steps += 1
        if len(found) > 1 or self._steps >= _STEPS:
            return
        number = len(places)
        if number == len(self.columns):
            found.append(dict(places))
            return
        column = self.columns[number]
        least = places[self.columns[number - 1]] if number else 0
        for i in ranges[number]:
            same = [j for j, k in places.items() if k == i]
            if i >= least and not any(self.printed[j] & self.printed[column] for j in same):
                places[column] = i
                self._extend(ranges, places, found)
                del places[column]

    def fitting(self) -> list[list[int]]:
        """Return for every column the headings of what it holds."""
        return [
            [i for i, role in enumerate(self.roles) if _may_hold(role, self.contents[column])]
            for column in self.columns
        ]

    def between(self) -> list[list[int]]:
        """Return for every column the heading in it, or else those that fit between the nearest to its left and right."""
        return [self._between(*both) for both in zip(self.columns, self.fitting(), strict=True)]

    def _between(self, column: int, fitting: list[int]) -> list[int]:
        own = next((i for i, e in enumerate(self.extents) if e and e[0] <= column <= e[1]), None)
        if own is not None:
            return [own]
        left = max((i for i, e in enumerate(self.extents) if e and e[1] < column), default=0)
        right = min(
            (i for i, e in enumerate(self.extents) if e and e[0] > column), default=len(self.extents) - 1
        )
        return [i for i in fitting if left <= i <= right]

    def nearest(self) -> list[list[int]]:
        """Return for every column the nearest of these headings."""
        found = []
        for column, some in zip(self.columns, self.between(), strict=True):
            distances = {i: min(abs(column - j) for j in e) for i in some if (e := self.extents[i])}
            least = min(distances.values(), default=0)
            found.append([i for i in some if distances.get(i, least) == least])
        return found


def content_of(cells: list[str]) -> str:
    """Tell what most cells of a column hold: "code", "figure", "total" for names of totals, or other "text".

    Args:
        cells: Its cells that are not blank.
    """
    if all(cell.isascii() and cell.isdigit() and len(cell) in {2, 3, 5, 7} for cell in cells):
        return "code"
    figures = sum(map(is_figure, cells))
    if figures * 2 > len(cells):
        return "figure"
    return "total" if all(map(vocabulary().is_total, cells)) else "text"


def _may_hold(role: ColumnRole, content: str) -> bool:
    match content:
        case "code":
            return role is ColumnRole.SUBJECT_CODE or not role.is_label
        case "figure":
            return not role.is_label
        case "total":
            return role.is_label
        case _:
            return role.is_label and role is not ColumnRole.SUBJECT_CODE


def gathered(row: list[str], places: dict[int, int], width: int) -> list[str]:
    """Return the cells of a row under the headings they belong to.

    Args:
        row: The row.
        places: The heading of every column.
        width: How many headings there are.
    """
    cells = [""] * width
    for j, i in places.items():
        if j < len(row) and row[j]:
            cells[i] = row[j]
    return cells


def _note(grid: Grid, head: Head) -> None:
    names = "、".join(text or "…" for text in head.texts)
    grid.note(
        Aspect.HEADINGS,
        Notice(
            f"表头合并为 {len(head.texts)} 栏：{names}",
            f"the headings are put together as {len(head.texts)} columns: {names}",
        ),
        Notice("与已知表样的表头逐栏一致", "column by column they are the headings of a known form"),
        0,
    )


def _note_doubt(grid: Grid, head: Head, doubtful: frozenset[int]) -> None:
    names = "、".join(head.texts[i] for i in sorted(doubtful))
    for row in range(len(grid.rows)):
        grid.open[row] = grid.open.get(row, frozenset()) | doubtful
    grid.note(
        Aspect.COLUMNS,
        Notice(f"“{names}”各栏存疑，不取其数", f"what stands in {names} is left open"),
        Notice(
            "数字的先后与其位置所指的栏不一致",
            "the order of the figures and their places point to different columns",
        ),
    )
