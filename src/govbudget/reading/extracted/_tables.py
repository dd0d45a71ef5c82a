"""Tables as an extractor cut them out of one document: what is given, checked and turned into text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Self

from attrs import field, frozen

from govbudget.amounts import Amount, Unit
from govbudget.exceptions import FigureError, ReadingError, UsageError
from govbudget.labels import visible
from govbudget.reading.pages._blocks import Line, is_furniture, kept
from govbudget.reading.pages._context import read_context

Printed = str | int | Decimal | None
"""What a cell may be: the text that is printed, an exact number, or None for a blank."""


def _rows(rows: Iterable[Sequence[Printed]]) -> tuple[tuple[Printed, ...], ...]:
    if rows is None or isinstance(rows, str | bytes) or not isinstance(rows, Iterable):
        msg = f"{rows!r} are no rows; give a list of rows, each a list of cells"
        raise UsageError(msg, zh=f"{rows!r} 不是表格各行；请给出由行组成的列表，每行是单元格的列表")
    return tuple(tuple(_cells(row)) for row in rows)


def _title(title: str | None) -> str | None:
    if title is None or issubclass(type(title), str):
        return title
    msg = f"the title is {title!r}, a {type(title).__name__}; give text, or None"
    raise UsageError(msg, zh=f"标题是 {title!r}（{type(title).__name__}）；请给文本或 None")


def _name(name: str | None) -> str | None:
    if name is None or issubclass(type(name), str):
        return name
    msg = f"the name is {name!r}, a {type(name).__name__}; give text, or None"
    raise UsageError(msg, zh=f"名称是 {name!r}（{type(name).__name__}）；请给文本或 None")


def _page(page: int | None) -> int | None:
    if page is None or (type(page) is int and page > 0):
        return page
    msg = f"the page is {page!r}; give its number, counted from 1, or None"
    raise UsageError(msg, zh=f"页码是 {page!r}；请给出从 1 起的页码或 None")


def _lines(lines: Iterable[str]) -> list[str]:
    found = list(lines) if isinstance(lines, Iterable) and not isinstance(lines, str | bytes) else [None]
    if not all(isinstance(line, str) for line in found):
        msg = f"{lines!r} are no lines; give a list of lines of text, the nearest last"
        raise UsageError(msg, zh=f"{lines!r} 不是文本行；请给出文本行的列表，最近的一行在最后")
    return [part for line in found for part in visible(str(line)).splitlines()]


def _unit(unit: str | Unit | None) -> Unit | None:
    return Unit.named(unit) if unit else None


@frozen(eq=False)
class ExtractedTable:
    """One table as an extractor cut it out of a document, with what the extractor takes to be its title and unit.

    Args:
        rows: The rows in printed order, each a sequence of cells; None counts as a blank cell, and a float is refused.
        title: The title that the extractor found; it may be cut off, or that of another table.
        unit: The unit (元, 万元 or 亿元) that it found.
        page: The page that the table begins on, counted from 1.
        name: What the extractor calls the table, such as a file or sheet, for messages.

    Raises:
        UsageError: Something is of the wrong sort.
        FigureError: The unit is not known.
    """

    rows: tuple[tuple[Printed, ...], ...] = field(converter=_rows, repr=lambda rows: f"{len(rows)} rows")
    title: str | None = field(default=None, converter=_title)
    unit: Unit | None = field(default=None, converter=_unit)
    page: int | None = field(default=None, converter=_page)
    name: str | None = field(default=None, converter=_name)

    @classmethod
    def below(
        cls,
        lines: Iterable[str],
        rows: Iterable[Sequence[Printed]],
        *,
        page: int | None = None,
        name: str | None = None,
    ) -> Self:
        """Return a table with the title and the unit that the lines of text above it state, if they do.

        Args:
            lines: The lines of text above the table, the nearest last.
            rows: The rows in printed order.
            page: The page that the table begins on, counted from 1.
            name: What the extractor calls the table, for messages.

        Raises:
            UsageError: Something is of the wrong sort.

        >>> ExtractedTable.below(["某局2021年部门预算", "支出总表", "单位：万元"], []).title
        '支出总表'
        """
        context = read_context([Line(None, line) for line in _lines(lines) if not is_furniture(line)])
        return cls(rows, context.title, context.units[0] if len(context.units) == 1 else None, page, name)


def extracted(tables: object) -> tuple[ExtractedTable, ...]:
    """Return tables as extracted ones; bare rows are a table without title.

    Args:
        tables: Extracted tables, or lists of rows.

    Raises:
        UsageError: They are none of these.
    """
    if isinstance(tables, ExtractedTable):
        msg = "a single table; give a list of tables, in the order of the document"
        raise UsageError(msg, zh="只给出了一张表；请按文件中的次序给出表的列表")
    if tables is None or isinstance(tables, str | bytes) or not isinstance(tables, Iterable):
        msg = f"{tables!r} are no tables; give a list of ExtractedTable, in the order of the document"
        raise UsageError(msg, zh=f"{tables!r} 不是表；请按文件中的次序给出 ExtractedTable 的列表")
    return tuple(one if isinstance(one, ExtractedTable) else ExtractedTable(one) for one in tables)


def _cells(row: Sequence[Printed]) -> Sequence[Printed]:
    if not isinstance(row, Sequence) or isinstance(row, str | bytes):
        msg = f"{row!r} is no row; give every row as a list of cells"
        raise UsageError(msg, zh=f"{row!r} 不是一行；每行请给出单元格的列表")
    return row


def text_of(cell: object, source: str | None) -> str:
    """Return the text of a cell.

    Args:
        cell: The text that is printed, an exact number, or None.
        source: Where the table comes from, for the message.

    Raises:
        ReadingError: It is something else, such as a float.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return kept(visible(cell))
    remedy = "give every cell as the text that is printed, or None"
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal):
        raise ReadingError(
            source or "<rows>",
            f"a cell is {cell!r}, a {type(cell).__name__}",
            remedy,
            zh=f"有单元格是 {cell!r}（{type(cell).__name__}）；请按所印文字给出每个单元格，空格用 None",
        )
    try:
        return str(Amount(cell, Unit.UNSTATED))  # in full, where a Decimal may write 1E+3
    except FigureError as error:
        raise ReadingError(
            source or "<rows>",
            f"a cell is a number that is refused: {error.reason}",
            remedy,
            zh="有单元格的数字无法采用；请按所印文字给出每个单元格，空格用 None",
        ) from None
