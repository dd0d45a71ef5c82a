"""Rows of one table that look glued together: a second total of all, numbers or codes that begin again, subjects without their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govbudget.disclosures import Row, RowKind, Side
from govbudget.labels import normalise
from govbudget.reading.pages._outline import outline_of
from govbudget.relations import Reason
from govbudget.vocabulary import vocabulary

_DIGITS = "零一二三四五六七八九十"
_TEN = 10
_SUBTOTAL = "小计"
_NUMBER = re.compile(r"\(?(?P<first>\d{1,2}|[一二三四五六七八九十]{1,3})")
_CATEGORY = 3
"""So many digits the code of a category has."""


def seams(side: Side) -> list[int]:
    """Return the positions of rows at which another part seems to begin that an extractor glued to the rows above.

    That of the first row is among them if the table seems to begin above it.

    Args:
        side: The side.
    """
    found = {*_second_totals(side), *_numbers_again(side), *_codes_again(side), *_orphans(side)}
    return sorted(found)


def _second_totals(side: Side) -> Iterator[int]:
    """Totals of all under a name that another bears, too."""
    places: dict[str, list[int]] = {}
    for row in side.rows:
        if row.kind is RowKind.TOTAL and normalise(row.label) != _SUBTOTAL:
            places.setdefault(normalise(row.label), []).append(row.position)
    for some in places.values():
        yield from some if len(some) > 1 else ()


def _numbers_again(side: Side) -> Iterator[int]:
    """Outline numbers that are not greater than the one before them in the same list."""
    last: dict[tuple[int | None, int], int] = {}
    for row in side.rows:
        if row.kind is RowKind.OUTLINE:
            label = normalise(row.label)
            place, number = (row.parent, outline_of(label).rank), _number(label)
            if number is not None and number <= last.get(place, 0):
                yield row.position
            last[place] = number or 0


def _number(label: str) -> int | None:
    """Return the number that opens a label: 12 of 十二、, 3 of (三); None where there is none or it has dots."""
    match = _NUMBER.match(vocabulary().strip_of_which(label)[1])
    if match is None or label[match.end() : match.end() + 2][:1] == ".":
        return None
    text = match["first"]
    if text.isdigit():
        return int(text)
    tens, is_over_ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1) * _TEN * bool(is_over_ten) + (
        _DIGITS.index(ones) if ones else 0
    )


def _codes_again(side: Side) -> Iterator[int]:
    """Codes of subjects that stand twice below one row, though not in rows that follow each other, and categories after greater ones."""
    seen: set[tuple[int | None, str]] = set()
    last: dict[tuple[int | None, bool], str] = {}
    above = ""
    for row in side.rows:
        if row.kind is not RowKind.SUBJECT or row.code is None:
            continue
        if (row.parent, row.code) in seen and row.code != above:
            yield row.position
        seen.add((row.parent, row.code))
        above = row.code
        if len(row.code) == _CATEGORY:
            place = (row.parent, row.code[0] in "35")
            if row.code < last.get(place, ""):
                yield row.position
            last[place] = row.code


def _orphans(side: Side) -> Iterator[int]:
    """Subjects below which no subject stands that they belong to, where most others have theirs."""
    inner = [row for row in side.rows if row.kind is RowKind.SUBJECT and len(row.code or "") > _CATEGORY]
    alone = [row for row in inner if not _has_own(side, row)]
    if len(alone) * 2 < len(inner):
        yield from (row.position for row in alone)


def _has_own(side: Side, row: Row) -> bool:
    above = side.rows[row.parent].code if row.parent is not None else None
    return bool(above) and str(row.code).startswith(str(above))


def misfits(side: Side) -> bool:
    """Tell whether most rows with figures have words below headings of amounts, as rows of another table have.

    Args:
        side: The side.
    """
    rows = [
        any(cell.reason is Reason.UNREADABLE for cell in cells if cell is not None)
        for cells in side.matrix
        if any(cell is not None and cell.figure is not None for cell in cells)
    ]
    return sum(rows) * 2 > len(rows)
