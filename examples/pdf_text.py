"""What stands where on a page of a PDF: used by from_pdfplumber.py and pdf_tables.py."""

import re
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page

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


def lines_outside(page: Page, boxes: list[tuple[float, float, float, float]]) -> list[dict[str, Any]]:
    """Return the lines of a page outside some boxes; blanks keep every word in its place."""

    def is_outside(thing: dict[str, Any]) -> bool:
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)

    narrow = min((char["width"] for char in page.chars if char["text"].isdigit()), default=4)
    outside = page.filter(is_outside)
    return outside.extract_text_lines(layout=True, strip=False, return_chars=False, x_density=max(narrow, 2))
