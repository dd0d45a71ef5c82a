"""Where a figure was printed."""

from __future__ import annotations

from attrs import frozen


@frozen
class Location:
    """A place in a document: file, table, row, column and line, as far as they are known.

    Args:
        source: The file or other origin.
        table: The title of the table.
        row: The row's label, with its code if it has one.
        column: The column's label path, outermost first, joined by " / ".
        line: The line in the text, counted from 1; None for rows that have no lines.

    >>> str(Location("a.txt", "收支总表", "合计", "金额", 12))
    'a.txt:12 收支总表 · 合计 · 金额'
    """

    source: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        place = self.source or ""
        if self.line is not None:
            place = f"{place}:{self.line}" if place else f"line {self.line}"
        rest = " · ".join(part for part in (self.table, self.row, self.column) if part)
        return f"{place} {rest}".strip()
