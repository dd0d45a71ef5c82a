"""What stands where on a page of a PDF: used by from_pdfplumber.py."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table

AMOUNT = re.compile(r"-?(?:\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)")


def readable(page: Page) -> Page:
    """Return a page upright, without the letters that are printed twice to look bold, and with ^ before raised ones.

    So a note ¹ behind 2.60 does not make it 2.601.
    """
    page = upright(page).dedupe_chars()
    for before, char in pairwise(page.chars):
        is_beside = abs(char["x0"] - before["x1"]) < before["size"] / 2
        is_up = before["size"] / 5 < before["bottom"] - char["bottom"] < before["size"]
        if is_beside and is_up and char["size"] < before["size"] * 0.8:
            char["text"] = f"^{char['text']}"
    return page


def upright(page: Page) -> Page:
    """Return a page; one that was printed sideways is turned first."""
    sideways = [char for char in page.chars if not char["upright"]]
    if len(sideways) * 2 <= len(page.chars):
        return page
    turn = page.rotation + (90 if sideways[0]["matrix"][1] > 0 else 270)
    page.page_obj.rotate = page.page_obj.attrs["Rotate"] = turn % 360
    return Page(page.pdf, page.page_obj, page.page_number)


def parts_of(page: Page) -> Iterator[str | list[list[str | None]]]:
    """Iterate over the lines of a page and the rows of its ruled tables, from top to bottom."""
    tables = ruled_tables(page)
    parts: list[tuple[float, Any]] = [(table.bbox[1], table.extract()) for table in tables]
    parts += [(line["top"], line["text"].rstrip()) for line in lines_outside(page, tables)]
    yield from (part for _, part in sorted(parts, key=lambda part: part[0]))


def ruled_tables(page: Page) -> list[Table]:
    """Return the tables of a page whose rulings part all columns, from top to bottom; others are left to the text."""
    found = sorted(page.find_tables(), key=lambda table: (table.bbox[1], table.bbox[0]))
    tables = [table for table in found if parts_columns(table.extract())]
    lines = lines_outside(page, tables)
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


def lines_outside(page: Page, tables: list[Table]) -> list[dict[str, Any]]:
    """Return the lines of a page outside some tables; blanks keep every word in its place.

    Args:
        page: The page.
        tables: The tables.
    """

    def is_outside(thing: dict[str, Any]) -> bool:
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)

    boxes = [table.bbox for table in tables]
    narrow = min((char["width"] for char in page.chars if char["text"].isdigit()), default=4)
    outside = page.filter(is_outside)
    return outside.extract_text_lines(layout=True, strip=False, return_chars=False, x_density=max(narrow, 2))
