"""Pages that keep their layout → columns, sides and rows of a table; None where the layout leaves a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from govbudget.labels import normalise
from govbudget.reading.flat._headings import MAX_STEPS, Path
from govbudget.reading.flat._pages import AMOUNT
from govbudget.reading.flat._panels import FlatRow, Panel, panels_of
from govbudget.reading.layout._grid import GridLine, grid_lines
from govbudget.reading.layout._headings import Heading, laid_out_headings
from govbudget.reading.layout._pages import LaidLine, Layout
from govbudget.reading.layout._rows import has_texts, in_blocks, laid_out_rows
from govbudget.reading.layout._texts import text_lines, without_repeated
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import remarks
from govbudget.reading.pages._effort import Effort
from govbudget.vocabulary import flat_words

_MAX_HEIGHT = 30
"""The headings take at most so many lines."""


@frozen
class LaidOut:
    """A table that was read by its layout.

    Args:
        paths: Its columns as paths of headings.
        panels: Its sides.
        rows: Its rows.
        notes: The remarks below it.
        last: The last line of rows and remarks, if it is known.
    """

    paths: tuple[Path, ...]
    panels: list[Panel]
    rows: list[FlatRow]
    notes: tuple[str, ...]
    last: int | None = None


def read_laid_out(pages: Sequence[Sequence[Line]], layout: Layout) -> LaidOut | None:
    """Return a table by its layout, or None if it cannot be read in exactly one way.

    Args:
        pages: Its lines below title and unit, page by page.
        layout: Where all words stand.
    """
    paths: tuple[Path, ...] = ()
    panels: list[Panel] = []
    lines: list[GridLine] = []
    notes: tuple[str, ...] = ()
    last: int | None = None
    for page in [part for one in pages for part in _parts(one, layout)]:
        start, headings = _headings(layout.of(page))
        again = tuple(heading.path for heading in headings)
        if not headings or notes or again != (paths or again):
            return None
        paths, panels = again, panels or panels_of(again)
        body, notes, last = _body(page[start:])
        part = _lines(layout.of(body), headings, panels, layout.page(page[start - 1]))
        if part is None:
            return None
        lines += part
    rows = laid_out_rows(lines, panels) if lines else None
    if not rows:
        return None
    if in_blocks(panels, lines):
        paths = (paths[0], *paths)
        panels = panels_of(paths)
    return LaidOut(paths, panels, rows, notes, last)


def _lines(
    body: Sequence[LaidLine], headings: Sequence[Heading], panels: Sequence[Panel], here: int
) -> list[GridLine] | None:
    """Return the lines of a part by columns; several columns of texts are told apart on every page by itself."""
    if not any(map(has_texts, panels)):
        return grid_lines(body, headings, panels, here)
    found: list[GridLine] = []
    for number in sorted({line.page for line in body}):
        lines = [line for line in body if line.page == number]
        is_single = len(panels) == 1 and len(panels[0].amounts) == 1
        part = grid_lines(lines, headings, panels, here) if number == here else None
        if part is None and is_single:
            part = text_lines(lines, panels[0])
            part = without_repeated(found, part, panels[0]) if part is not None else None
        if part is None:
            return None
        found += part
    return found


def _headings(lines: Sequence[LaidLine]) -> tuple[int, tuple[Heading, ...]]:
    """Return where the rows begin, and the columns; a line above the headings may end the name of the department."""
    first = next((i for i, line in enumerate(lines) if _has_amount(line)), len(lines))
    effort = Effort(MAX_STEPS)
    for begin in (0, 1) if lines and len(lines[0].words) == 1 else (0,):
        for end in range(min(first, _MAX_HEIGHT), begin, -1):
            found = laid_out_headings(lines[begin:end], effort)
            if found is not None:
                return end, found
    return 0, ()


def _parts(page: Sequence[Line], layout: Layout) -> list[Sequence[Line]]:
    """Return the parts of a text between its headings, which later pages may repeat without the title."""
    start, headings = _headings(layout.of(page))
    if not headings:
        return [page]
    texts = [normalise(line.text) for line in page]
    again = [i for i in range(start, len(page)) if texts[i : i + start] == texts[:start]]
    return [page[i:j] for i, j in pairwise([0, *again, len(page)])]


def _has_amount(line: LaidLine) -> bool:
    return any(AMOUNT.fullmatch(word.text) for word in line.words)


def _body(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...], int | None]:
    """Return the lines of the rows, the remarks below them, and the last line; what begins another part of the text is left out."""
    end = next(
        (i for i, line in enumerate(lines) if flat_words().end.fullmatch(normalise(line.text))), len(lines)
    )
    rows = list(lines[:end])
    last = next((i for i in range(len(rows)) if remarks(rows[i : i + 1])), len(rows))
    number = rows[-1].number if rows else None
    return rows[:last], tuple(line.text for line in rows[last:]), number
