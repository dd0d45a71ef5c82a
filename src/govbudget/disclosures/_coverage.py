"""How many of the printed numbers were placed in cells, and which were not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govbudget.exceptions import Notice

_NUMBER = re.compile(
    r"(?<!\S)[-−－]?(?:\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+[.．]\d+)[%％]?(?!\S)|(?<!\S)\d+[%％](?!\S)"
)
_NUMBER_MARKS = frozenset(".．,，%％")


def printed_numbers(text: str) -> Iterator[str]:
    """Iterate over the numbers of a text that cannot be codes, years or serial numbers: with decimals, separators or a percent sign.

    Args:
        text: A cell, or a line of text.

    >>> list(printed_numbers("208 05 行政单位离退休 1,661,216.00 5.00"))
    ['1,661,216.00', '5.00']
    """
    if _NUMBER_MARKS.isdisjoint(text):
        return iter(())
    return (match[0] for match in _NUMBER.finditer(text))


@frozen
class Unplaced:
    """Numbers of one row that are printed in a table and stand in none of its cells as figures.

    Args:
        texts: The numbers as printed.
        row: The label of the row.
        reason: Why they have no place.
        line: The line of the text it is printed on.
    """

    texts: tuple[str, ...]
    row: str
    reason: Notice
    line: int | None = None


@frozen
class Coverage:
    """How many numbers of tables were read; two of them add up.

    In columns of figures every number counts; elsewhere, and where the columns are not known, only those with decimals, with
    separators of thousands or with a percent sign, as others may be codes, years or serial numbers.

    Args:
        tables: So many tables were read.
        placed: So many numbers are figures in their cells.
        unplaced: So many are printed in these tables without being figures in a cell.
        parts: So many parts look like a table and were not read.
        unread: So many numbers are printed in these parts.
    """

    tables: int = 0
    placed: int = 0
    unplaced: int = 0
    parts: int = 0
    unread: int = 0

    @property
    def printed(self) -> int:
        """How many numbers are printed in tables, read or not."""
        return self.placed + self.unplaced + self.unread

    def __add__(self, other: Coverage) -> Coverage:
        """Return the coverage of both together."""
        return Coverage(
            self.tables + other.tables,
            self.placed + other.placed,
            self.unplaced + other.unplaced,
            self.parts + other.parts,
            self.unread + other.unread,
        )
