"""What looks like a table without cell borders and could not be rebuilt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from govbudget.disclosures import Table, Unread, printed_numbers
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading.flat._pages import MAX_HEADING, joined_titles, names_a_table
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import clean_title, units_in
from govbudget.vocabulary import flat_words

_REASON = Notice("文字已失去单元格边界", "text that lost its cell borders")
_ABOVE = 4
"""The title stands so many lines above the first headings at most."""


def list_unread(lines: Sequence[Line], used: set[int], read: Sequence[Table]) -> tuple[Unread, ...]:
    """List tables whose title is there but whose cells have no borders any more, and which were not read.

    Below a title there is a unit, or there are headings and amounts.

    Args:
        lines: The lines of text outside all tables.
        used: The numbers of lines that belong to tables.
        read: The tables that were read although they have no borders.
    """
    found: list[Unread] = []
    lines = joined_titles(lines)
    spans = [table.lines for table in read if table.lines is not None]
    taken = used.union(*(range(first, last + 1) for first, last in spans))
    starts = [
        (clean_title(line.text), line.number)
        for i, line in enumerate(lines)
        if line.number is not None
        and line.number not in used
        and names_a_table(line.text)
        and (_states_unit(lines, i, used) or _stands_over_amounts(lines, i, taken))
    ]
    last = lines[-1].number if lines else None
    for i, (title, number) in enumerate(starts):
        end = starts[i + 1][1] - 1 if i + 1 < len(starts) else last or number
        if found and found[-1].title == title and found[-1].lines:
            found[-1] = Unread(title, _REASON, (found[-1].lines[0], end))
        else:
            found.append(Unread(title, _REASON, (number, end)))
    ends = dict(spans)
    titles = {normalise(table.title) for table in read}
    rest: list[Unread] = []
    for one in found:
        below = ends.get(one.lines[0]) if one.lines is not None else None
        rest += [one] if below is None else _below(one, below, lines, titles)
    return tuple(rest)


def _states_unit(lines: Sequence[Line], title: int, used: set[int]) -> bool:
    """Whether the unit stands below a title, and no other title between."""
    for i in range(title, min(title + _ABOVE, len(lines))):
        if i > title and names_a_table(lines[i].text):
            return False
        if units_in(lines[i].text)[0]:
            return lines[i].number not in used
    return False


def _stands_over_amounts(lines: Sequence[Line], title: int, taken: set[int]) -> bool:
    """Whether headings and then amounts stand below a title, without a sentence, a table or another title between."""
    above = ""
    for line in lines[title + 1 : title + 1 + MAX_HEADING]:
        if line.number in taken or "。" in line.text or names_a_table(line.text):
            return False
        if any(printed_numbers(line.text)):
            return sum(word in above for word in flat_words().top) > 1
        above += normalise(line.text)
    return False


def _below(part: Unread, start: int, lines: Sequence[Line], read: set[str]) -> list[Unread]:
    """Return what stands below a table that was read: other titles, with the text below them.

    Args:
        part: The part of the text that begins with the table.
        start: The last line of the table.
        lines: The lines of text outside all tables, in order.
        read: The titles of the tables that were read.
    """
    assert part.lines is not None  # noqa: S101 - all were found in lines
    found: list[Unread] = []
    for line in lines[
        bisect_right(lines, start, key=_number) : bisect_right(lines, part.lines[1], key=_number)
    ]:
        title = clean_title(line.text)
        is_new = not found or found[-1].title != title
        if is_new and names_a_table(line.text) and normalise(title) not in read:
            found.append(Unread(title, _REASON, (_number(line), part.lines[1])))
    return found


def _number(line: Line) -> int:
    return line.number or 0
