"""A text or rows → a disclosure: contexts, continuations, tables, claims, and what stayed unread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import define, evolve, field

from govbudget.amounts import Amount, Unit
from govbudget.disclosures import Disclosure, DisclosureKind, Origin, Table, Unread
from govbudget.exceptions import FigureError, Notice, ReadingError, UsageError
from govbudget.labels import names_other_years, normalise, year_in
from govbudget.reading._blocks import Block, Line, kept, lone_numbers, split_blocks, split_lines
from govbudget.reading._claims import read_narrative
from govbudget.reading._context import (
    Context,
    entity_in,
    named_in_title,
    read_context,
    remarks,
    stands_before,
)
from govbudget.reading._flat_forms import read_flat_forms
from govbudget.reading._flat_tables import read_flat_tables
from govbudget.reading._flat_unread import list_unread
from govbudget.reading._form_layouts import FormRow
from govbudget.reading._forms import read_form
from govbudget.reading._headers import is_figure, is_number_row
from govbudget.reading._tables import Found, build_table, split_header
from govbudget.vocabulary import TableKind, vocabulary

_DOCUMENT = re.compile(r"(?:部门|单位)(预算|决算)")
_PART = re.compile(r"第[一二三四五六七八九十]+部分")
_HEAD = 15
"""The title of a document is looked for in so many lines."""


@define
class Group:
    """A table and its continuations on later pages."""

    context: Context
    kind: TableKind | None
    header: list[list[str]]
    blocks: list[Block]
    used: set[int] = field(factory=set)

    @property
    def is_form(self) -> bool:
        """Whether it is a form of texts and targets."""
        return self.kind is not None and self.kind.is_form


def read_text(text: str, source: str | None = None) -> Disclosure:
    """Read a disclosure from text with tab-separated or Markdown tables.

    Args:
        text: The text.
        source: Where it comes from, for the places of findings.

    Returns:
        The disclosure; what looks like a table but could not be read is in `unread`.

    Raises:
        ReadingError: A line is far too long for a document.
    """
    lines = split_lines(text, source or "<text>")
    blocks, narrative = split_blocks(lines)
    groups = group_blocks(blocks)
    tables, unread = _tables(groups, source)
    used = {number for group in groups for number in group.used}
    flat = read_flat_tables(narrative, lone_numbers(lines), used, source)
    flat += read_flat_forms(narrative, used, source)
    title, entity, year, kind = _document(narrative)
    contexts = [group.context for group in groups] or [read_context([line]) for line in narrative]
    year = year or next((context.year for context in contexts if context.year), None)
    return Disclosure(
        tables + flat,
        source=source,
        title=title,
        entity=entity or next((c.entity for c in contexts if c.entity), None),
        year=year,
        kind=kind,
        narrative=read_narrative(narrative, source, year),
        unread=unread + list_unread(narrative, used, flat),
    )


def read_rows(
    rows: Iterable[Sequence[str | int | Decimal | None]],
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
    if rows is None or isinstance(rows, str | bytes):
        msg = f"{rows!r} are no rows; give a list of rows, each a list of cells"
        raise UsageError(msg)
    money = None if unit is None else Unit.named(unit)
    before = [Line(None, text) for text in (title, money and f"单位：{money.value}") if text]
    texts = [["" if cell is None else _text(cell, source) for cell in _cells_of(row)] for row in rows]
    groups = group_blocks([Block(texts, [None] * len(texts), before)] if any(map(any, texts)) else [])
    tables, _ = _tables(groups, source)
    if len(tables) != 1:
        reason = "the rows are not a table with headings over labels and figures"
        raise ReadingError(source or "<rows>", reason, "put the heading rows first and give the title")
    stated = tables[0].units
    if money is not None and stated and stated != (money,):
        names = "、".join(one.value for one in stated if one is not money)
        reason = f"the rows state {names}, the argument {money.value}"
        raise ReadingError(source or "<rows>", reason, "leave out the one that is wrong")
    return tables[0]


def _cells_of(row: object) -> Sequence[object]:
    if not isinstance(row, Sequence) or isinstance(row, str | bytes):
        msg = f"{row!r} is no row; give every row as a list of cells"
        raise UsageError(msg)
    return row


def _text(cell: object, source: str | None) -> str:
    if isinstance(cell, str):
        return kept(cell)
    remedy = "give every cell as the text that is printed, or None"
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal):
        raise ReadingError(source or "<rows>", f"a cell is {cell!r}, a {type(cell).__name__}", remedy)
    try:
        return str(Amount(cell, Unit.UNSTATED))  # in full, where a Decimal may write 1E+3
    except FigureError as error:
        reason = f"a cell is a number that is refused: {error.reason}"
        raise ReadingError(source or "<rows>", reason, remedy) from None


def group_blocks(blocks: list[Block]) -> list[Group]:
    """Put tables together with their continuations."""
    groups: list[Group] = []
    skipped: list[Line] = []
    for block in blocks:
        block.before, skipped = [*skipped, *block.before], []
        _lift_context(block)
        _drop_blank_rows(block)
        if not any(map(any, block.rows)):
            skipped = block.before
            if groups:
                groups[-1].blocks[-1].after = [*block.before, *block.after]
            continue
        context = read_context(block.before)
        kind = vocabulary().table_kind(context.title) if context.title else None
        header, _ = split_header(block.rows)
        last = groups[-1] if groups else None
        if last is not None and _continues(last, context, header, block):
            last.blocks.append(block)
        else:
            last = Group(context, kind, header, [block])
            groups.append(last)
        numbers = [line.number for line in block.before[len(block.before) - context.used :]]
        last.used |= {number for number in numbers if number is not None}
    return groups


def _lift_context(block: Block) -> None:
    """Move leading rows that state title, unit or entity to the lines before the table."""
    while block.rows:
        cells = [cell for cell in block.rows[0] if cell]
        is_alone = len(cells) == 1 < len(block.rows[0])
        if cells and (any(map(is_figure, cells)) or not stands_before(cells, is_alone=is_alone)):
            return
        if cells:
            block.before.append(Line(block.lines[0], " ".join(cells)))
        del block.rows[0], block.lines[0]


def _drop_blank_rows(block: Block) -> None:
    """Rows without any text separate nothing; above the first figures they would end the headings."""
    first = next((i for i, row in enumerate(block.rows) if any(map(is_figure, row))), len(block.rows))
    printed = [i for i, row in enumerate(block.rows) if i >= first or any(row)]
    block.rows = [block.rows[i] for i in printed]
    block.lines = [block.lines[i] for i in printed]


def _continues(last: Group, context: Context, header: list[list[str]], block: Block) -> bool:
    if context.title is None:
        if last.is_form:
            return True
        return not block.before and (_same(header, last.header) or not _has_headings(header, last.header))
    same_title = normalise(context.title) == normalise(last.context.title or "")
    return same_title and not last.is_form and _same(header, last.header)


def _has_headings(header: list[list[str]], other: list[list[str]]) -> bool:
    """Tell whether the first rows of a block are headings of another table, not labels that lack their figures."""
    words = vocabulary()
    known = (
        words.column_role(cell) is not None or (j > 0 and words.is_total_column(cell))
        for row in header
        for j, cell in enumerate(row)
        if cell
    )
    return any(known) or max(map(len, header), default=0) > max(map(len, other), default=0)


def _same(one: list[list[str]], other: list[list[str]]) -> bool:
    return [[normalise(cell) for cell in row if cell] for row in one] == [
        [normalise(cell) for cell in row if cell] for row in other
    ]


def _tables(groups: list[Group], source: str | None) -> tuple[list[Table], tuple[Unread, ...]]:
    tables: list[Table] = []
    unread: list[Unread] = []
    stated = {unit for group in groups for unit in group.context.units}
    usual = stated.pop() if len(stated) == 1 else Unit.UNSTATED
    for group in groups:
        origin = Origin(source, group.context.title or "")
        table = _form(group, origin, usual) if group.is_form else build_table(_found(group), origin)
        if table is not None:
            tables.append(table)
            continue
        rows = tuple(tuple(row) for block in group.blocks for row in block.rows)
        reason = Notice("表头没有说明行列含义", "no heading says what its rows and columns are")
        unread.append(Unread(group.context.title or "", reason, _span(group), rows))
    return tables, tuple(unread)


def _form(group: Group, origin: Origin, usual: Unit) -> Table:
    """Read a form; amounts without a unit have that of all tables of the document, if they state only one."""
    units, problems = group.context.units, group.context.problems
    rows = tuple(tuple(row) for block in group.blocks for row in block.rows)
    form, noticed = read_form(_form_rows(group), origin, units[0] if len(units) == 1 else usual)
    problems = (*problems, *noticed)
    form = evolve(form, year=group.context.year)
    return Table(origin, group.kind, units, raw=rows, lines=_span(group), problems=problems, form=form)


def _form_rows(group: Group) -> Iterator[FormRow]:
    """Iterate over the rows of a form and the lines of text between its blocks."""
    for number, block in enumerate(group.blocks):
        if number:
            yield from (FormRow(line.number, (line.text,), is_text=True) for line in block.before)
        last = len(block.rows) - 1 if number + 1 < len(group.blocks) else -1
        for i, (row, line) in enumerate(zip(block.rows, block.lines, strict=True)):
            yield FormRow(line, tuple(row), starts_block=i == 0 and number > 0, ends_block=i == last)


def _span(group: Group) -> tuple[int, int] | None:
    lines = [line for block in group.blocks for line in block.lines if line is not None]
    return (lines[0], lines[-1]) if lines else None


def _found(group: Group) -> Found:
    body: list[list[str]] = []
    lines: list[int | None] = []
    heading = {tuple(normalise(cell) for cell in row if cell) for row in group.header}
    for block in group.blocks:
        header, taken = split_header(block.rows)
        taken = taken if _same(header, group.header) else 0
        for row, line in zip(block.rows[taken:], block.lines[taken:], strict=True):
            if tuple(normalise(cell) for cell in row if cell) in heading or is_number_row(row):
                continue
            body.append(row)
            lines.append(line)
    notes = tuple(note for block in group.blocks for note in remarks(block.after))
    return Found(group.header, body, lines, group.context, notes)


def _document(narrative: list[Line]) -> tuple[str | None, str | None, int | None, DisclosureKind]:
    """Find title, entity, year and kind in the first lines, such as 郑州市医疗保障局 2021 年部门预算."""
    head = ["".join(line.text.split()) for line in narrative[:_HEAD]]
    labelled = next(filter(None, (entity_in(line.text) for line in narrative[:_HEAD])), None)
    for i, text in enumerate(head):
        match = _DOCUMENT.search(text)
        if match is None:
            continue
        title, year = text, None if names_other_years(text) else year_in(text)
        entity = named_in_title(text[: match.start()])
        if not entity and not _PART.match(text) and i and len(head[i - 1]) <= 40:
            title = head[i - 1] + text
            entity, year = named_in_title(head[i - 1]), year or year_in(head[i - 1])
        kind = DisclosureKind.BUDGET if match[1] == "预算" else DisclosureKind.FINAL_ACCOUNTS
        return title, labelled or entity or None, year, kind
    return None, labelled, None, DisclosureKind.BUDGET
