"""JSON data of tables, as extractors return them → a disclosure."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from govbudget.amounts import Unit, exact_parts
from govbudget.disclosures import Disclosure
from govbudget.exactjson import Node
from govbudget.exceptions import FigureError, Notice
from govbudget.reading.extracted._sequences import read_tables
from govbudget.reading.extracted._tables import ExtractedTable, Printed

MOST_DIGITS = 15
"""So many significant digits a decimal number may have; the longer ones are left by arithmetic in binary, not printed."""

_TABLES = Notice(
    "请给出表格列表，每张表是行的列表，或含“rows”的对象",
    "give a list of tables, each a list of rows or an object with 'rows'",
)
_CELLS = Notice(
    "请按所印文字给出每个单元格，空格用 null", "give every cell as the text that is printed, or null"
)
_VALUES = Notice("请改正或略去", "correct it or leave it out")


def read_table_data(node: Node) -> Disclosure:
    """Read the tables of one document from JSON data.

    The data is a list of tables, or an object with `tables` and perhaps `title`, `entity`, `year` and `text`. A table is a list
    of rows, or an object with `rows` and perhaps `title`, `unit` and `page`; other keys are left alone.

    Args:
        node: The data.

    Raises:
        ReadingError: The data is not of this shape.
    """
    if isinstance(node.value, dict) and not {"tables", "rows"} & node.value.keys():
        node.refuse("没有“tables”或“rows”", "has neither 'tables' nor 'rows'")
    if not isinstance(node.value, dict | list):
        node.refuse("应为列表或对象", "must be a list or an object")
    node = node.advise(_VALUES)
    if isinstance(node.value, dict) and "tables" in node.value:
        found = read_tables(_tables(node["tables"]), text=_maybe(node, "text"), source=node.source)
        title, entity = _maybe(node, "title"), _maybe(node, "entity")
        year = node["year"].number() if node.has("year") else None
        return evolve(
            found,
            title=title or found.title,
            entity=entity or found.entity,
            year=found.year if year is None else year,
        )
    is_one = isinstance(node.value, dict) or _are_rows(node.value)
    tables = [_table(node.advise(_TABLES))] if is_one else _tables(node)
    return read_tables(tables, source=node.source)


def _are_rows(value: object) -> bool:
    """Tell whether a list holds the rows of one table: the first entry that is not empty holds no further lists."""
    first = next((entry for entry in value if entry), None) if isinstance(value, list) else None
    return isinstance(first, list) and not any(isinstance(cell, list) for cell in first)


def _tables(node: Node) -> list[ExtractedTable]:
    node = node.advise(_TABLES)
    found = list(node.each(_table))
    if not found:
        node.refuse("没有表格", "holds no table")
    return found


def _table(node: Node) -> ExtractedTable:
    name = f"{node.source} {node.path}"
    if not isinstance(node.value, dict):
        return ExtractedTable(node.each(_row), name=name)
    rows = node["rows"].each(_row)
    node = node.advise(_VALUES)
    page = node["page"].number() if node.has("page") else None
    if page is not None and page < 1:
        node["page"].refuse("应从 1 起", "is no page: pages are counted from 1")
    return ExtractedTable(rows, _maybe(node, "title"), _unit(node), page, name)


def _unit(node: Node) -> Unit | None:
    text = _maybe(node, "unit")
    try:
        return Unit.named(text) if text else None
    except FigureError:
        node["unit"].refuse("应为元、万元或亿元", "is none of 元, 万元, 亿元")


def _row(node: Node) -> tuple[Printed, ...]:
    return node.advise(_CELLS).each(_cell)


def _cell(node: Node) -> Printed:
    """Return a cell; a decimal number that was left by arithmetic in binary, such as 0.30000000000000004, is refused."""
    value = node.value
    if value is None:
        return None
    if type(value) is not int and not isinstance(value, Decimal):
        return node.text()
    try:
        coefficient, decimals = exact_parts(value)
    except FigureError:
        node.refuse(f"是 {value}，不会是所印的数", f"is {value}, which is no printed number")
    if decimals and len(str(abs(coefficient))) > MOST_DIGITS:
        node.refuse(f"是 {value}，位数过多，不会是所印的数", f"is {value}, too long for a printed number")
    return value


def _maybe(node: Node, key: str) -> str | None:
    """Return the text of a key, or None if there is none."""
    return node[key].text() if node.has(key) else None
