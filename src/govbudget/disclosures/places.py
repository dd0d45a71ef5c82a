"""Where the tables of a disclosure print the amount of a topic.

The two functions of this module are all that rules know of it, so that a richer system of coordinates can take its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from attrs import evolve

from govbudget.disclosures._documents import Disclosure
from govbudget.disclosures._tables import Cell, Column, Row, RowKind, Side, Table
from govbudget.labels import normalise
from govbudget.subjects import Classification, chart
from govbudget.vocabulary import ColumnRole, Place, Topic, meanings, topics, vocabulary

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
    if topic.is_of_basic:
        return tuple(
            cell for cell in printed_amounts(disclosure, evolve(topic, scope=None)) if _is_basic(cell)
        )
    for place in topics().places.get(str(topic), ()):
        found = tuple(
            cell
            for table in disclosure.tables
            if table.kind is not None and table.kind.key == place.table
            for cell in _cells(table, place, disclosure.year)
            if cell.figure is not None
        )
        if found:
            return found
    return ()


def _is_basic(cell: Cell) -> bool:
    """Whether the headings above a cell say that it is part of basic expenditure."""
    return any(_plain(label) == "基本支出" for label in cell.column.path)


def item_amounts(disclosure: Disclosure, topic: Topic) -> tuple[Cell, ...]:
    """Return the cells of the items that make up a functional category, where a table prints items alone.

    Args:
        disclosure: The disclosure.
        topic: The category, with its scope.
    """
    code = _category(topic.zh, disclosure.year) if topics().is_functional(topic) else None
    if code is None:
        return ()
    for table in disclosure.tables:
        if table.kind is None or table.kind.key not in _SUBJECT_TABLES.get(topic.scope or "", ()):
            continue
        for side in table.sides:
            columns = _columns(side, None, disclosure.year)
            lengths = {len(row.code) for row in side.rows if row.code and row.kind is RowKind.SUBJECT}
            if len(columns) == 1 and lengths == {_ITEM}:
                found = (side.cell(row.index, columns[0].index) for row in side.rows if _is_under(row, code))
                return tuple(cell for cell in found if not cell.is_blank)
    return ()


_ITEM = 7
"""The digits of an item of the functional classification."""


def _category(name: str, year: int | None) -> str | None:
    known = chart(Classification.FUNCTIONAL, year) if year is not None else None
    categories = known.children() if known is not None else ()
    return next((str(one.code) for one in categories if normalise(one.name) == normalise(name)), None)


def _is_under(row: Row, category: str) -> bool:
    return row.kind is RowKind.SUBJECT and row.code is not None and row.code.startswith(category)


def _cells(table: Table, place: Place, year: int | None) -> Iterator[Cell]:
    for side in table.sides:
        if place.flow is not None and side.flow is not None and side.flow.value != place.flow:
            continue
        for column in _columns(side, place.column, year):
            for row in side.rows:
                if _is_row(row, place, side):
                    yield side.cell(row.index, column.index)


def _is_row(row: Row, place: Place, side: Side) -> bool:
    if place.row is not None:
        return place.row.fullmatch(_plain(row.label)) is not None
    if row.kind is RowKind.TOTAL:
        return True
    is_cut = len({column.path for column in side.columns}) < len(side.columns)
    return not is_cut and not any(one.label for one in side.rows)


def _plain(label: str) -> str:
    text = normalise(label)
    match = _NUMBERING.match(text)
    return text[match.end() :] if match else text


def _columns(side: Side, pattern: re.Pattern[str] | None, year: int | None) -> list[Column]:
    """Return the columns of a place, several only if one heading was cut into them; none if it is not certain."""
    amounts = [column for column in side.columns if column.role is ColumnRole.AMOUNT]
    if pattern is not None:
        found = _of_year([column for column in amounts if _is_headed(column, pattern)], year)
    else:
        amounts = _of_year(amounts, year)
        totals = [column for column in amounts if vocabulary().is_total_column(column.label)]
        found = [column for column in totals if column.path == totals[0].path] or amounts
    return found if len({column.path for column in found}) == 1 else []


def _of_year(columns: list[Column], year: int | None) -> list[Column]:
    """Return the columns of several that are not headed as those of another year, or as spent."""
    if len({column.path for column in columns}) < 2:
        return columns
    return [column for column in columns if not any(_is_other(label, year) for label in column.path)]


def _is_other(heading: str, year: int | None) -> bool:
    found = meanings().of_heading(heading, "")
    if found is None:
        return False
    names_another = found.year is not None and found.year != year
    return bool(found.prior) or names_another or found.dimensions.get("measure", "budget") != "budget"


def _stem(label: str) -> str:
    return _plain(label).removesuffix("支出")


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
    section, mark, item = topic.key.removeprefix("subject:").partition("/")
    fits = _fits(section, item) if mark else partial(_is_called, _stem(section))
    kinds = _SUBJECT_TABLES.get(topic.scope or "", ())
    for table in disclosure.tables:
        if table.kind is None or table.kind.key not in kinds:
            continue
        for side in table.sides:
            columns = _columns(side, None, disclosure.year)
            rows = [row for row in side.rows if fits(row, side)]
            if len(columns) == 1 and len(rows) == 1:
                return (side.cell(rows[0].index, columns[0].index),)
    return ()


def _fits(section: str, item: str) -> Callable[[Row, Side], bool]:
    def fits(row: Row, side: Side) -> bool:
        above = side.rows[row.parent].label if row.parent is not None else None
        return above is not None and _stem(row.label) == _stem(item) and _stem(above) == _stem(section)

    return fits


def _is_called(name: str, row: Row, side: Side) -> bool:
    """Whether a name is that of an item of the functional classification, alone or after the names above it."""
    if row.kind is not RowKind.SUBJECT or len(row.code or "") != _ITEM or not name.endswith(_stem(row.label)):
        return False
    rest, at = name.removesuffix(_stem(row.label)), row
    while rest and at.parent is not None:
        at = side.rows[at.parent]
        above = _plain(at.label) if rest.endswith(_plain(at.label)) else _stem(at.label)
        if not rest.endswith(above):
            return False
        rest = rest.removesuffix(above)
    return not rest


_SUBJECT_TABLES = {
    "": ("expenditure_summary", "general_public_budget_expenditure", "fiscal_appropriation_expenditure"),
    "general_public_budget": ("general_public_budget_expenditure",),
    "fiscal_appropriation": ("fiscal_appropriation_expenditure", "general_public_budget_expenditure"),
}
