"""Rows of a table without cell borders that cannot be read: each stays open, and the rest of the table is read.

A row of which only the numbers cannot be read keeps its label, and its place among the others. What is not even known to be one row is
left out with its numbers; it may belong below any row before it and may be what rows after it belong to, so that every figure of the
table is marked: rows may be missing, and no relation that fails through it is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govbudget.disclosures import Aspect, Breakdown, Resolution, Row, RowKind, Side, Table, Unplaced
from govbudget.exceptions import Notice
from govbudget.reading.flat._numbers import is_sentence
from govbudget.reading.tables._resolutions import quoted, rows_named
from govbudget.relations import Reason

_NUMBER = re.compile(r"(?<![\d.,])-?[\d,]++(?:\.\d++)++(?![月日号期]|年(?![终初末]))")
"""What holds an amount, perhaps several that touch, or one whose beginning is lost; but no date and no count, as in 3.5期."""
_NUMBERISH = re.compile(r"[-−－(（]*[\d.,，．]+[)）]*")

AMOUNTS = Notice("数字残缺或连在一起", "its numbers are broken or run together")
LABELS = Notice("名称、编码和数字合不成一行", "its codes, names and numbers do not make up one row")


@frozen
class OpenRow:
    """What stands between the rows of a table and cannot be read as a row.

    Args:
        line: Its last line.
        text: What is printed there, on one line.
    """

    line: int
    text: str

    @property
    def numbers(self) -> tuple[str, ...]:
        """The amounts in it as they are printed."""
        return tuple(match[0] for match in _NUMBER.finditer(self.text))

    @property
    def is_row(self) -> bool:
        """Whether it holds an amount and is no sentence."""
        return bool(self.numbers) and not is_sentence(self.text)


def looks_like_number(text: str) -> bool:
    """Tell whether a piece of text holds digits and the marks around them, and nothing else.

    Args:
        text: The piece.
    """
    return _NUMBERISH.fullmatch(text) is not None


def holds_amount(text: str) -> bool:
    """Tell whether a piece of text holds what looks like an amount, or several.

    Args:
        text: The piece.
    """
    return _NUMBER.search(text) is not None


def are_enclosed(lines: Sequence[int | None], opened: Sequence[OpenRow]) -> bool:
    """Tell whether rows that cannot be read are certain to be rows of a table, and none of its headings or of what follows it.

    Above the first row that is read and below the last one, each must hold an amount; what stands between two rows stands in the table.

    Args:
        lines: The lines of the rows that are read; at least one is.
        opened: Those that cannot be read.
    """
    known = [line for line in lines if line is not None]
    return all(one.is_row or known[0] < one.line < known[-1] for one in opened)


def may_hold(side: Side, breakdown: Breakdown, opened: Sequence[OpenRow]) -> bool:
    """Tell whether a row that cannot be read may be one of those that a breakdown adds.

    Args:
        side: A side of a table.
        breakdown: One of the breakdowns of its rows.
        opened: The rows of the table that cannot be read.
    """
    if not opened:
        return False
    if side.rows[breakdown.total].kind is RowKind.TOTAL:
        return True
    members = {breakdown.total, *breakdown.parts}
    for row in side.rows:
        if row.parent in members:
            members.add(row.index)
    places = {sum((row.line or 0) < one.line for row in side.rows) for one in opened}
    return any(min(members) < place <= max(members) + 1 for place in places)


def with_open_rows(table: Table, opened: Sequence[OpenRow]) -> Table:
    """Return a table that says which of its rows were not read, with all its figures marked.

    Args:
        table: The table as it was read without them.
        opened: These rows.
    """
    if not opened:
        return table
    return evolve(
        table,
        sides=tuple(_marked(side) for side in table.sides),
        problems=(*table.problems, *map(_told, opened)),
        unplaced=(*table.unplaced, *_unplaced(opened)),
        resolutions=(*table.resolutions, _left_out(opened)),
    )


def _marked(side: Side) -> Side:
    matrix = tuple(
        tuple(
            evolve(cell, reason=cell.reason or Reason.CONTINUED) if cell is not None and cell.figure else cell
            for cell in cells
        )
        for cells in side.matrix
    )
    return evolve(side, matrix=matrix)


def _unplaced(opened: Sequence[OpenRow]) -> Iterator[Unplaced]:
    for one in opened:
        if one.numbers:
            yield Unplaced(one.numbers, _NUMBER.split(one.text, maxsplit=1)[0].strip(), LABELS, one.line)


def _told(one: OpenRow) -> Notice:
    name = quoted(one.text)
    return Notice(
        f"第 {one.line} 行{name.zh}未读：{LABELS.zh}", f"line {one.line} {name.en} is not read: {LABELS.en}"
    )


def _left_out(opened: Sequence[OpenRow]) -> Resolution:
    named = rows_named([one.line for one in opened])
    choice = Notice(f"{named.zh}未读，其余各行照读", f"{named.en}: not read, all other rows are")
    return Resolution(Aspect.ROWS, choice, LABELS, opened[0].line)


def name_of(row: Row) -> Notice:
    """Return the name of a row with its line, for messages.

    Args:
        row: The row.
    """
    return Notice(f"第 {row.line} 行“{row.name}”", f"line {row.line} '{row.name}'")
