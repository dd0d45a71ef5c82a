"""Rows → the headings of a known shape, however they are scattered over rows and nested columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from govbudget.labels import normalise
from govbudget.reading.tables._headers import Rows, is_figure
from govbudget.vocabulary import Shape, ShapeColumn, shapes

_HEIGHT = 12
"""Over so many rows headings may be scattered."""

Extent = tuple[int, int] | None


@frozen
class Head:
    """The headings of a shape, found in a grid: how many rows they take and the columns that each stands over."""

    shape: Shape
    height: int
    extents: tuple[Extent, ...]
    texts: tuple[str, ...]

    def rows(self) -> Rows:
        """Return the headings in the rows that they belong to, each over the first of its columns."""
        depth = max(len(column.path) for column in self.shape.columns)
        rows = [["" for _ in self.shape.columns] for _ in range(depth)]
        for j, (column, text) in enumerate(zip(self.shape.columns, self.texts, strict=True)):
            match = column.own.fullmatch(text)
            for level, part in enumerate(match.groups() if match else (), column.shared):
                rows[level][j] = part
        return rows


def heads(rows: Rows) -> Iterator[Head]:
    """Iterate over the shapes whose headings stand at the top of rows.

    Args:
        rows: The rows.
    """
    for height in range(1, min(_HEIGHT, len(rows)) + 1):
        if any(map(is_figure, rows[height - 1])):
            return
        cells = _columns(rows[:height])
        for shape in shapes().shapes:
            found = _segments(cells, shape.columns)
            if found is not None:
                extents, texts = zip(*found, strict=True)
                yield Head(shape, height, extents, texts)


def _columns(zone: Rows) -> list[tuple[int, list[tuple[int, str]]]]:
    """Return the columns of a zone that print something, with their cells from top to bottom."""
    width = max(map(len, zone))
    columns = [
        (j, [(i, normalise(row[j])) for i, row in enumerate(zone) if j < len(row) and row[j]])
        for j in range(width)
    ]
    return [(j, cells) for j, cells in columns if cells]


def _segments(
    cells: list[tuple[int, list[tuple[int, str]]]], columns: Sequence[ShapeColumn]
) -> list[tuple[Extent, str]] | None:
    """Cut columns into neighbouring groups that print the headings of a shape, read from top to bottom."""
    if not columns:
        return None if cells else []
    own, rest = columns[0].own, columns[1:]
    if not own.pattern:
        found = _segments(cells, rest)
        return None if found is None else [(None, ""), *found]
    for size in range(1, min(3, len(cells)) + 1):
        text = "".join(
            text for _, text in sorted((place for _, some in cells[:size] for place in some), key=_row)
        )
        if own.fullmatch(text):
            found = _segments(cells[size:], rest)
            if found is not None:
                return [((cells[0][0], cells[size - 1][0]), text), *found]
    return None


def _row(place: tuple[int, str]) -> int:
    return place[0]
