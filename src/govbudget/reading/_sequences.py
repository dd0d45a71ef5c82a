"""Extracted tables → a disclosure: the whole sequence that an extractor cut out of one document is read together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve

from govbudget.amounts import Unit
from govbudget.disclosures import Disclosure, Table
from govbudget.exceptions import ReadingError
from govbudget.reading._blocks import Block, Line
from govbudget.reading._documents import group_blocks, read_groups, read_text
from govbudget.reading._extracted import ExtractedTable, extracted, text_of

Rows = Iterable[Sequence[str | int | Decimal | None]]


def read_tables(
    tables: Iterable[ExtractedTable | Rows], *, text: str | None = None, source: str | None = None
) -> Disclosure:
    """Read the tables that an extractor cut out of one document, in their order.

    Args:
        tables: The tables; bare rows are a table without title.
        text: The text of the pages, for what the narrative states, and for title, entity and year.
        source: Where the tables come from, for the places of findings.

    Raises:
        ReadingError: A cell is neither text nor an exact number.
        UsageError: The tables are no tables.

    >>> disclosure = read_tables([
    ...     ExtractedTable([["科目编码", "科目名称", "金额"], ["201", "一般公共服务支出", "3.00"]], "支出总表", "万元")])
    >>> disclosure.tables[0].kind.key
    'expenditure_summary'
    """
    given = extracted(tables)
    found = _read(given, source)
    if text is None:
        return found
    said = read_text(text, source)
    return evolve(
        said,
        tables=found.tables,
        unread=found.unread,
        entity=said.entity or found.entity,
        year=said.year or found.year,
    )


def _read(given: tuple[ExtractedTable, ...], source: str | None) -> Disclosure:
    blocks = [_block(one, source) for one in given]
    groups = group_blocks([block for block in blocks if any(map(any, block.rows))])
    tables, unread = read_groups(groups, source)
    entity = next((group.context.entity for group in groups if group.context.entity), None)
    year = next((group.context.year for group in groups if group.context.year), None)
    return Disclosure(tables, source=source, entity=entity, year=year, unread=unread)


def _block(one: ExtractedTable, source: str | None) -> Block:
    before = [Line(None, text) for text in (one.title, one.unit and f"单位：{one.unit.value}") if text]
    rows = [[text_of(cell, one.name or source) for cell in row] for row in one.rows]
    return Block(rows, [None] * len(rows), before)


def read_rows(
    rows: Rows,
    *,
    title: str | None = None,
    unit: str | Unit | None = None,
    source: str | None = None,
) -> Table:
    """Read one table from rows of cells, as any extractor returns them.

    Args:
        rows: The rows, headings first; None counts as a blank cell, and a float is refused. Rows that state title or
            unit may come first.
        title: The title, if it is not in the rows.
        unit: The unit (元, 万元 or 亿元), if it is not in the rows.
        source: Where the rows come from.

    Raises:
        ReadingError: The headings do not say what rows and columns are, or the rows state another unit.
        FigureError: The unit is not known.
        UsageError: The rows are no rows.

    >>> table = read_rows(
    ...     [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["201", "一般公共服务支出", "3.00", "1.00", "2.00"]],
    ...     title="部门支出总体情况表", unit="万元")
    >>> [column.label for column in table.sides[0].columns], str(table.sides[0].cell(0, 0).figure)
    (['合计', '基本支出', '项目支出'], '3.00万元')
    """
    money = None if unit is None else Unit.named(unit)
    tables = _read((ExtractedTable(rows, title, money),), source).tables
    if len(tables) != 1:
        reason = "the rows are not a table with headings over labels and figures"
        raise ReadingError(source or "<rows>", reason, "put the heading rows first and give the title")
    stated = tables[0].units
    if money is not None and stated and stated != (money,):
        names = "、".join(one.value for one in stated if one is not money)
        reason = f"the rows state {names}, the argument {money.value}"
        raise ReadingError(source or "<rows>", reason, "leave out the one that is wrong")
    return tables[0]
