"""Where the tables of a disclosure print the amount of a topic.

The one function of this module is all that rules know of it, so that a richer system of coordinates can take its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govbudget.disclosures._documents import Disclosure
from govbudget.disclosures._tables import Cell, Column, Row, RowKind, Side, Table
from govbudget.labels import normalise
from govbudget.vocabulary import ColumnRole, Place, Topic, topics, vocabulary

_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:\.\d)?[.、]|其中:)*"
)
_INNER_TOTALS = ("小计", "合计", "金额", "总计")


def printed_amounts(disclosure: Disclosure, topic: Topic) -> tuple[Cell, ...]:
    """Return the cells that may print the amount of a topic; none if that is not known.

    Several cells are several readings, such as 本年收入合计 and 收入总计 for the revenue of a department.

    Args:
        disclosure: The disclosure.
        topic: The topic, with its scope.
    """
    if topic.key.startswith("subject:"):
        return _of_subject(disclosure, topic)
    for place in topics().places.get(str(topic), ()):
        found = tuple(
            cell
            for table in disclosure.tables
            if table.kind is not None and table.kind.key == place.table
            for cell in _cells(table, place)
            if cell.figure is not None
        )
        if found:
            return found
    return ()


def _cells(table: Table, place: Place) -> Iterator[Cell]:
    for side in table.sides:
        if place.flow is not None and side.flow is not None and side.flow.value != place.flow:
            continue
        column = _column(side, place)
        if column is None:
            continue
        for row in side.rows:
            if _is_row(row, place):
                yield side.cell(row.index, column.index)


def _is_row(row: Row, place: Place) -> bool:
    if place.row is None:
        return row.kind is RowKind.TOTAL
    return place.row.fullmatch(_plain(row.label)) is not None


def _plain(label: str) -> str:
    text = normalise(label)
    match = _NUMBERING.match(text)
    return text[match.end() :] if match else text


def _column(side: Side, place: Place) -> Column | None:
    """Return the column of a place; none if several could be it."""
    amounts = [column for column in side.columns if column.role is ColumnRole.AMOUNT]
    if place.column is None:
        if len(amounts) == 1:
            return amounts[0]
        return next((column for column in amounts if vocabulary().is_total_column(column.label)), None)
    found = [column for column in amounts if _is_headed(column, place.column)]
    return found[0] if len(found) == 1 else None


def _is_headed(column: Column, pattern: re.Pattern[str]) -> bool:
    label = normalise(column.label)
    if pattern.fullmatch(label):
        return True
    return (
        label in _INNER_TOTALS
        and len(column.path) > 1
        and bool(pattern.fullmatch(normalise(column.path[-2])))
    )


def _of_subject(disclosure: Disclosure, topic: Topic) -> tuple[Cell, ...]:
    """Find the row of a functional item below the row of its section."""
    section, _, item = topic.key.removeprefix("subject:").partition("/")
    kinds = _SUBJECT_TABLES.get(topic.scope or "", ())
    for table in disclosure.tables:
        if table.kind is None or table.kind.key not in kinds:
            continue
        for side in table.sides:
            column = _column(side, Place(table.kind.key, None, None))
            rows = [
                row
                for row in side.rows
                if _plain(row.label) == normalise(item)
                and row.parent is not None
                and _plain(side.rows[row.parent].label) == normalise(section)
            ]
            if column is not None and len(rows) == 1:
                return (side.cell(rows[0].index, column.index),)
    return ()


_SUBJECT_TABLES = {
    "": ("expenditure_summary", "general_public_budget_expenditure", "fiscal_appropriation_expenditure"),
    "general_public_budget": ("general_public_budget_expenditure",),
    "fiscal_appropriation": ("fiscal_appropriation_expenditure", "general_public_budget_expenditure"),
}
