"""The shapes of published tables, from `data/shapes.toml`: which headings stand over their columns."""

from __future__ import annotations

import functools
import re
from typing import Any

from attrs import frozen

from govbudget.vocabulary._loading import ColumnRole, TableKind, load, vocabulary


@frozen
class ShapeColumn:
    """A column of a shape.

    Args:
        path: The headings above it, outermost first, as patterns.
        shared: How many of these already stand over the column to its left.
    """

    path: tuple[str, ...]
    shared: int
    own: re.Pattern[str]
    """The headings that begin with this column, run together; a group for each."""

    @property
    def role(self) -> ColumnRole:
        """What its cells hold."""
        plain = re.sub(r"\(\?:(.*?)\)\??", r"\1", self.path[-1]).split("|")[0]
        return vocabulary().column_role(plain) or ColumnRole.AMOUNT


@frozen
class Shape:
    """The headings of a published table, and what such tables are called.

    Args:
        titles: Titles of tables of this shape, in normal form.
        columns: Its columns from left to right.
        rows: A pattern that the label of some row must match.
    """

    titles: tuple[str, ...]
    columns: tuple[ShapeColumn, ...]
    rows: re.Pattern[str] | None

    @property
    def kinds(self) -> tuple[TableKind, ...]:
        """The kinds of table that have this shape."""
        found = (vocabulary().table_kind(title) for title in self.titles)
        return tuple(dict.fromkeys(kind for kind in found if kind is not None))


@frozen
class Shapes:
    """All shapes, and the titles that say nothing of their table."""

    edition: int
    generic: re.Pattern[str]
    shapes: tuple[Shape, ...]


@functools.cache
def shapes() -> Shapes:
    """Return the shapes, loaded from the package's data on first use."""
    data = load("shapes.toml")
    return Shapes(data["edition"], re.compile(data["generic"]), tuple(map(_shape, data["shapes"])))


def _shape(entry: dict[str, Any]) -> Shape:
    columns: list[ShapeColumn] = []
    left: tuple[str, ...] = ()
    for text in entry["columns"]:
        path = tuple(text.split(" / "))
        shared = next(
            (i for i, (a, b) in enumerate(zip(path, left, strict=False)) if a != b), min(len(path), len(left))
        )
        own = re.compile("".join(f"({pattern})" for pattern in path[shared:]))
        columns.append(ShapeColumn(path, shared, own))
        left = path
    rows = entry.get("rows")
    return Shape(tuple(entry["titles"]), tuple(columns), re.compile(rows) if rows else None)
