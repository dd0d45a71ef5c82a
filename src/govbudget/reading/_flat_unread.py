"""What looks like a table without cell borders and could not be rebuilt."""

from __future__ import annotations

from collections.abc import Sequence

from govbudget.disclosures import Table, Unread
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading._blocks import Line
from govbudget.reading._context import clean_title, units_in
from govbudget.reading._flat_pages import names_a_table

_REASON = Notice("文字已失去单元格边界", "text that lost its cell borders")
_ABOVE = 4
"""The title stands so many lines above the first headings at most."""


def list_unread(lines: Sequence[Line], used: set[int], read: Sequence[Table]) -> tuple[Unread, ...]:
    """List tables whose title and unit are there but whose cells have no borders any more, and which were not read.

    Args:
        lines: The lines of text outside all tables.
        used: The numbers of lines that belong to tables.
        read: The tables that were read although they have no borders.
    """
    found: list[Unread] = []
    starts = [
        (clean_title(line.text), line.number)
        for i, line in enumerate(lines)
        if line.number is not None
        and line.number not in used
        and names_a_table(line.text)
        and any(units_in(after.text)[0] and after.number not in used for after in lines[i : i + _ABOVE])
    ]
    last = lines[-1].number if lines else None
    for i, (title, number) in enumerate(starts):
        end = starts[i + 1][1] - 1 if i + 1 < len(starts) else last or number
        if found and found[-1].title == title and found[-1].lines:
            found[-1] = Unread(title, _REASON, (found[-1].lines[0], end))
        else:
            found.append(Unread(title, _REASON, (number, end)))
    return tuple(part for one in found for part in _left(one, lines, read))


def _left(unread: Unread, lines: Sequence[Line], read: Sequence[Table]) -> list[Unread]:
    """Return what is left of a part of the text: nothing of a table that was read, but other titles below it."""
    assert unread.lines is not None  # noqa: S101 - all were found in lines
    start, end = unread.lines
    ends = [table.lines[1] for table in read if table.lines is not None and start <= table.lines[0] <= end]
    if not any(table.lines is not None and table.lines[0] == start for table in read):
        return [unread]
    titles = {normalise(table.title) for table in read}
    found: list[Unread] = []
    for line in lines:
        if line.number is None or not ends[0] < line.number <= end or not names_a_table(line.text):
            continue
        title = clean_title(line.text)
        if normalise(title) not in titles and not (found and found[-1].title == title):
            found.append(Unread(title, _REASON, (line.number, end)))
    return found
