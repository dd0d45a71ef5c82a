"""Plain-text tables whose columns line up, East Asian characters included."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from govbudget.labels import width


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Return a text filled with blanks to a number of terminal columns."""
    blanks = " " * max(0, columns - width(text))
    return blanks + text if right else text + blanks


def grid(rows: Sequence[Sequence[str]], *, left: int = 1, indent: str = "  ") -> list[str]:
    """Return rows as lines with aligned columns.

    Args:
        rows: The rows, all of one length.
        left: How many columns at the left are flush left; the others are flush right.
        indent: What every line begins with.
    """
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return [
        indent + "  ".join(padded(cell, widths[i], right=i >= left) for i, cell in enumerate(row)).rstrip()
        for row in rows
    ]


def clipped(text: str, columns: int) -> str:
    """Return a text cut to a number of terminal columns, with "…" where something was cut."""
    if width(text) <= columns:
        return text
    fitting = sum(taken < columns for taken in accumulate(map(width, text)))
    return text[:fitting] + "…"
