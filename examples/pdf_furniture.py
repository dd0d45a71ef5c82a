"""Lines that run at the head or the foot of most pages, such as a name or the number of the page: used by from_pdfplumber.py."""

import re
from collections import Counter
from collections.abc import Sequence

from pdf_text import AMOUNT

NUMBER = re.compile(r"\d+")
COLUMNS = re.compile(r"\S {4,}\S")


def drop_furniture(pages: Sequence[list[object]]) -> None:
    """Drop the lines that run at the foot or the head of most pages, but at the head not for the first time: it may be a title.

    What has columns at the head, or recurs with the line below it, are the headings of a table that goes on, and stays.

    Args:
        pages: The lines and tables of every page.
    """
    for _ in range(2):  # two lines may run at the foot
        feet = recurring(pages, -1)
        for number, page in enumerate(pages):
            if page and feet & marks(page[-1], number):
                del page[-1]
    heads = set() if recurring(pages, 1) else recurring(pages, 0)
    seen: set[object] = set()
    for number, page in enumerate(pages):
        found = heads & marks(page[0], number) if page and not COLUMNS.search(str(page[0])) else set()
        if found & seen:
            del page[0]
        seen |= found


def recurring(pages: Sequence[list[object]], at: int) -> set[object]:
    """Return what more than half of the pages, and more than two, have at a place."""
    counts = Counter(
        mark for number, page in enumerate(pages) if len(page) > 1 for mark in marks(page[at], number)
    )
    return {mark for mark, count in counts.items() if count > 2 and count * 2 > len(pages)}


def marks(part: object, number: int) -> set[object]:
    """Return what a line may share with those of other pages: its text, or its text around a number that counts the pages."""
    if not isinstance(part, str) or AMOUNT.search(part):
        return set()
    plain = "".join(part.split())
    first = NUMBER.search(plain)
    counted = (
        {(NUMBER.sub("", plain, count=1), int(first[0]) - number)} if first and len(first[0]) < 5 else set()
    )
    return counted if plain[-1:].isdigit() else {plain, *counted}
