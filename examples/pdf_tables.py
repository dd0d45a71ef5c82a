"""The tables of a page of a PDF, and the lines around them: used by from_pdfplumber.py."""

from typing import Any

from pdf_text import AMOUNT, lines_outside
from pdfplumber.page import Page
from pdfplumber.table import Table


def parts_of(page: Page) -> list[str | list[list[str | None]]]:
    """Return the lines of a page and the rows of its ruled tables, from top to bottom."""
    tables = ruled_tables(page)
    parts: list[tuple[float, Any]] = [(table.bbox[1], table.extract()) for table in tables]
    parts += [
        (line["top"], line["text"].rstrip()) for line in lines_outside(page, [table.bbox for table in tables])
    ]
    return [part for _, part in sorted(parts, key=lambda part: part[0])]


def ruled_tables(page: Page) -> list[Table]:
    """Return the tables of a page whose rulings part all columns; others are left to the text."""
    tables = [table for table in page.find_tables() if parts_columns(table.extract())]
    lines = lines_outside(page, [table.bbox for table in tables])
    return [table for table in tables if not is_head(table, lines)]


def parts_columns(rows: list[list[str | None]]) -> bool:
    """Tell whether rulings part the columns of a table: its amounts stand alone in their cells."""
    cells = [
        [AMOUNT.fullmatch(word) is not None for word in (cell or "").split()] for row in rows for cell in row
    ]
    alone = sum(cell == [True] for cell in cells)
    return max(map(len, rows)) > 1 and alone >= sum(sum(cell) > 1 for cell in cells)


def is_head(table: Table, lines: list[dict[str, Any]]) -> bool:
    """Tell whether only the headings of a table are ruled: no amount stands in them, but one ends a line just below."""
    below = [line["text"].split() for line in lines if 0 <= line["bottom"] - table.bbox[3] < 50]
    words = [word for row in table.extract() for cell in row for word in (cell or "").split()]
    return any(AMOUNT.fullmatch(line[-1]) for line in below) and not any(map(AMOUNT.fullmatch, words))
