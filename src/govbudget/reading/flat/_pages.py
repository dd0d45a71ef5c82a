"""Text without cell borders → the parts of a table: title, unit, headings, lines of its body, remarks; page by page, without furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from govbudget.labels import normalise
from govbudget.reading.flat._headings import MAX_STEPS, Path, read_headings
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import (
    Context,
    clean_title,
    is_aside,
    looks_like_title,
    read_context,
    remarks,
    units_in,
)
from govbudget.reading.pages._effort import Effort
from govbudget.vocabulary import vocabulary

MAX_HEADING = 80
"""The headings of one page take at most so many lines."""
_ABOVE = 4
"""The unit stands at most so many lines below the title."""

_MAX_END = 5
"""The end of a title that is broken over lines has at most so many characters,"""
_MIN_BEGINNING = 12
"""and its beginning at least so many."""
_CATEGORY = re.compile(r"[1-9]\d\d")
_TABLE = re.compile(r"表(?:\([^()]{1,20}\))?\Z")

AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+")
"""An amount in a text without borders: only a number with decimals is told from codes and counts."""
_RUN_IN = re.compile(r"\d\.\d\d(?!\d)|\d\.\d+[)）]?\Z|\d,\d{3}(?!\d)")


@frozen
class FlatText:
    """A table of a text without borders.

    Args:
        context: Title, unit, entity.
        paths: Its columns as paths of headings, or None if they could not be read.
        body: The lines of its rows.
        notes: The remarks below it.
        lines: First and last line.
        pages: The lines below title and unit, page by page.
        spans: First and last line of every page.
    """

    context: Context
    paths: tuple[Path, ...] | None
    body: tuple[Line, ...]
    notes: tuple[str, ...]
    lines: tuple[int, int]
    pages: tuple[tuple[Line, ...], ...]
    spans: tuple[tuple[int, int], ...] = ()


def has_amount_in(label: str) -> bool:
    """Tell whether an amount ran into a label, or two amounts into each other, so that they were taken for words.

    Args:
        label: The label.
    """
    return _RUN_IN.search(label) is not None


def names_a_table(text: str) -> bool:
    """Tell whether a line is the title of a table."""
    title = normalise(clean_title(text))
    return _TABLE.search(title) is not None and looks_like_title(text) and not is_aside(text)


def joined_titles(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the titles that are broken over two lines in one.

    Args:
        lines: Some lines, in order.
    """
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and _ends_title(before, line):
            found[-1] = Line(before.number, before.text + line.text)
        else:
            found.append(line)
    return found


def _ends_title(before: Line, line: Line) -> bool:
    """Whether a line is the end of the title that the line before it begins: too short for one, and both name a kind of table."""
    plain = normalise(line.text)
    if len(plain) > _MAX_END or not plain.endswith("表") or (len(plain) > 1 and is_aside(line.text)):
        return False
    if len(normalise(before.text)) < _MIN_BEGINNING:
        return False
    first, last = before.number or 0, line.number or 0
    text = before.text + line.text
    is_begun = not (_has_amount(before) or units_in(before.text)[0] or is_aside(before.text))
    kind = vocabulary().table_kind(clean_title(text)) if looks_like_title(text) else None
    return is_begun and last - first <= 2 and kind is not None and not names_a_table(before.text)


def read_flat_texts(lines: Sequence[Line], numbers: Sequence[Line], used: set[int]) -> Iterator[FlatText]:
    """Iterate over the tables of a text whose title and unit are there but whose cells have no borders any more.

    Args:
        lines: The lines of text outside all tables.
        numbers: The lines that hold nothing but a number: of a page, or a code.
        used: The numbers of lines that belong to tables.
    """
    free = joined_titles([line for line in lines if line.number is not None and line.number not in used])
    titles = [i for i, line in enumerate(free) if names_a_table(line.text)]
    pages: list[tuple[str, list[list[Line]]]] = []
    for start, end in pairwise([*titles, len(free)]):
        title = normalise(clean_title(free[start].text))
        page = _without_next_number(free[start:end])
        if pages and pages[-1][0] == title:
            pages[-1][1].append(page)
        elif any(units_in(line.text)[0] for line in page[:_ABOVE]):
            pages.append((title, [page]))
        else:
            pages.append(("", []))  # another kind of table ends the one before it
    for _, parts in pages:
        if parts:
            yield _read(parts, numbers)


def _without_next_number(page: list[Line]) -> list[Line]:
    """Take the number of the next table ("预算 04 表") off the end of a page."""
    end = len(page)
    while end > 1 and is_aside(page[end - 1].text) and "表" in page[end - 1].text:
        end -= 1
    return page[:end]


def _read(pages: list[list[Line]], numbers: Sequence[Line]) -> FlatText:
    context = read_context(pages[0][: _head(pages[0])])
    height, paths = _headings(pages[0][_head(pages[0]) :])
    body: list[Line] = []
    notes: tuple[str, ...] = ()
    wanted = _joined(pages[0][_head(pages[0]) :][:height])
    for page in pages:
        below = page[_head(page) :]
        heights = range(1, min(MAX_HEADING, len(below)) + 1) if paths is not None else range(0)
        taken = next((k for k in heights if _joined(below[:k]) == wanted), None)
        if taken is None or notes or _holds_code(below[:taken], numbers):
            paths = (
                None  # other headings on a later page, rows below the remarks, or a row among the headings
            )
            break
        rows = below[taken:]
        end = next((i for i in range(len(rows)) if remarks(rows[i : i + 1])), len(rows))
        body += _with_codes(rows[:end], below[taken - 1], numbers)
        notes = tuple(line.text for line in rows[end:])
    places = [[line.number for line in page if line.number is not None] for page in pages]
    spans = tuple((page[0], page[-1]) for page in places)
    below_heads = tuple(tuple(page[_head(page) :]) for page in pages)
    return FlatText(context, paths, tuple(body), notes, (spans[0][0], spans[-1][1]), below_heads, spans)


def _holds_code(heading: Sequence[Line], numbers: Sequence[Line]) -> bool:
    """Tell whether the code of a category stands on a line of its own among headings: the name of its row was taken for one of them."""
    places = [line.number for line in heading if line.number is not None]
    return any(
        line.number is not None
        and places[0] < line.number < places[-1]
        and _CATEGORY.fullmatch(line.text.strip())
        for line in numbers
    )


def _with_codes(rows: list[Line], heading: Line, numbers: Sequence[Line]) -> list[Line]:
    """Return the rows of a page with the numbers on lines of their own that stand among them."""
    start, end = heading.number or 0, (rows[-1].number or 0) if rows else 0
    inside = [line for line in numbers if line.number is not None and start < line.number < end]
    return sorted([*rows, *inside], key=lambda line: line.number or 0)


def _head(page: list[Line]) -> int:
    """Return how many lines of a page stand above its headings: the title, and those down to the one with the unit."""
    return next((i + 1 for i, line in enumerate(page[: _ABOVE + 1]) if units_in(line.text)[0]), 1)


def _joined(lines: Sequence[Line]) -> str:
    return normalise("".join(line.text for line in lines))


def _headings(lines: Sequence[Line]) -> tuple[int, tuple[Path, ...] | None]:
    """Return how many lines are headings and the columns that they give: the most lines that can be read as headings."""
    first = next((i for i, line in enumerate(lines) if _has_amount(line)), len(lines))
    effort = Effort(MAX_STEPS)
    for height in range(min(first, MAX_HEADING), 0, -1):
        paths = read_headings(_joined(lines[:height]), effort)
        if paths is not None:
            return height, paths
    return 0, None


def _has_amount(line: Line) -> bool:
    return any(map(AMOUNT.fullmatch, line.text.split()))
