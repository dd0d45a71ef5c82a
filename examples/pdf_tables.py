"""The tables of a page of a PDF, and the lines around them: used by from_pdfplumber.py."""

from typing import Any

from pdf_text import AMOUNT, lines_outside
from pdfplumber.page import Page

Rows = list[list[str | None]]


def parts_of(page: Page) -> list[str | Rows]:
    """Return the lines of a page and the rows of its tables, from top to bottom.

    A table whose rulings do not part all of its columns is left to the lines.
    """
    tables = [(table.bbox, table.extract()) for table in page.find_tables()]
    tables = [(box, rows) for box, rows in tables if parts_columns(rows)]
    lines = lines_outside(page, [box for box, _ in tables])
    tables = [(box, rows) for box, rows in tables if not is_head(rows, box[3], lines)]
    lines = lines_outside(page, [box for box, _ in tables])
    parts: list[tuple[float, str | Rows]] = [(box[1], rows) for box, rows in tables]
    parts += [(line["top"], line["text"].rstrip()) for line in lines]
    return [part for _, part in sorted(parts, key=lambda part: part[0])]


def parts_columns(rows: Rows) -> bool:
    """Tell whether rulings part the columns of a table: its amounts stand alone in their cells."""
    cells = [
        [AMOUNT.fullmatch(word) is not None for word in (cell or "").split()] for row in rows for cell in row
    ]
    alone = sum(cell == [True] for cell in cells)
    return max(map(len, rows)) > 1 and alone >= sum(sum(cell) > 1 for cell in cells)


def is_head(rows: Rows, bottom: float, lines: list[dict[str, Any]]) -> bool:
    """Tell whether only the headings of a table are ruled: no amount stands in them, but one ends a line just below."""
    below = [line["text"].split() for line in lines if 0 <= line["bottom"] - bottom < 50]
    words = [word for row in rows for cell in row for word in (cell or "").split()]
    return any(AMOUNT.fullmatch(line[-1]) for line in below) and not any(map(AMOUNT.fullmatch, words))
