"""A text or rows → a disclosure: contexts, continuations, tables, claims, and what stayed unread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field

from govbudget.amounts import Unit
from govbudget.disclosures import (
    Disclosure,
    DisclosureKind,
    Origin,
    Resolution,
    Table,
    Unread,
    printed_numbers,
)
from govbudget.exceptions import Notice
from govbudget.labels import names_other_years, normalise, year_in
from govbudget.reading._flat_tables import read_flat_tables
from govbudget.reading.flat._forms import read_flat_forms
from govbudget.reading.flat._numbers import with_numbers
from govbudget.reading.flat._unread import list_unread
from govbudget.reading.forms._forms import read_form
from govbudget.reading.forms._layouts import FormRow
from govbudget.reading.forms._numbers import takes_usual_unit, unplaced_in_form
from govbudget.reading.narrative._claims import read_narrative
from govbudget.reading.pages._blocks import Block, Line, lone_numbers, split_blocks, split_lines
from govbudget.reading.pages._context import (
    Context,
    entity_in,
    named_in_title,
    read_context,
    remarks,
    stands_before,
)
from govbudget.reading.tables._headers import is_figure, is_number_row
from govbudget.reading.tables._resolutions import (
    BARE,
    FORM,
    REPEATED,
    SAME,
    of_context,
    of_document,
    of_joined,
    of_left_out,
    of_separated,
)
from govbudget.reading.tables._tables import Found, build_table, split_header
from govbudget.vocabulary import TableKind, vocabulary

_DOCUMENT = re.compile(r"(?:部门|单位)(预算|决算)")
_PART = re.compile(r"第[一二三四五六七八九十]+部分")
NO_HEADING = Notice("表头没有说明行列含义", "no heading says what its rows and columns are")
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
    joined: dict[Notice, list[Block]] = field(factory=dict)
    """The blocks that continue the first one, by what speaks for it."""
    is_apart: bool = False
    """Whether it has no title and does not continue the table before it all the same."""

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
    tables, unread = read_groups(groups, source)
    used = {number for group in groups for number in group.used}
    flat = read_flat_tables(narrative, lines, used, source)
    flat += read_flat_forms(narrative, lone_numbers(lines), used, source, _project_names([*tables, *flat]))
    missed = with_numbers(list_unread(narrative, used, flat), narrative, used, flat)
    title, named, stated, kind = _document(narrative)
    contexts = [group.context for group in groups] or [read_context([line]) for line in narrative]
    year = stated or next((context.year for context in contexts if context.year), None)
    entity = named or next((context.entity for context in contexts if context.entity), None)
    return Disclosure(
        tables + flat,
        source=source,
        title=title,
        entity=entity,
        year=year,
        kind=kind,
        narrative=read_narrative(narrative, source, year),
        unread=unread + missed,
        resolutions=tuple(of_document(contexts, (stated, named), (year, entity))),
    )


def _project_names(tables: Iterable[Table]) -> frozenset[str]:
    """Return the names of the projects that tables list, in normal form."""
    listed = (table for table in tables if table.kind is not None and table.kind.key == "project_expenditure")
    return frozenset(normalise(row.label) for table in listed for side in table.sides for row in side.rows)


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
        why = _continues(last, context, header, block) if last is not None else None
        if last is not None and why is not None:
            last.blocks.append(block)
            last.joined.setdefault(why, []).append(block)
        else:
            is_apart = last is not None and context.title is None
            last = Group(context, kind, header, [block], is_apart=is_apart)
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
            block.before.append(Line(block.lines[0], " ".join(cells), is_row=True))
        del block.rows[0], block.lines[0]


def _drop_blank_rows(block: Block) -> None:
    """Rows without any text separate nothing; above the first figures they would end the headings."""
    first = next((i for i, row in enumerate(block.rows) if any(map(is_figure, row))), len(block.rows))
    printed = [i for i, row in enumerate(block.rows) if i >= first or any(row)]
    block.rows = [block.rows[i] for i in printed]
    block.lines = [block.lines[i] for i in printed]


def _continues(last: Group, context: Context, header: list[list[str]], block: Block) -> Notice | None:
    """Return what speaks for it that a block continues a table; None if it does not."""
    if context.title is None:
        if last.is_form:
            return FORM
        if block.before:
            return None
        if _same(header, last.header):
            return REPEATED
        return None if _has_headings(header, last.header) else BARE
    same_title = normalise(context.title) == normalise(last.context.title or "")
    entities = {normalise(one.entity) for one in (context, last.context) if one.entity}
    is_same = len(entities) < 2 and same_title and not last.is_form and _same(header, last.header)
    return SAME if is_same else None


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


def read_groups(
    groups: list[Group], source: str | None, units: set[Unit] | None = None
) -> tuple[list[Table], tuple[Unread, ...]]:
    """Read tables and forms, and list what could not be read.

    Args:
        groups: The tables with their continuations.
        source: Where they come from.
        units: The units that the tables of the document state, if there are others than these.
    """
    tables: list[Table] = []
    unread: list[Unread] = []
    stated = {unit for group in groups for unit in group.context.units} | (units or set())
    usual = stated.pop() if len(stated) == 1 else Unit.UNSTATED
    for group in groups:
        origin = Origin(source, group.context.title or "")
        if group.is_form:
            tables.append(_form(group, origin, usual))
            continue
        table = build_table(_found(group), origin, group.kind)
        if table is not None:
            tables.append(table)
            continue
        rows = tuple(tuple(row) for block in group.blocks for row in block.rows)
        numbers = sum(1 for row in rows for cell in row for _ in printed_numbers(cell))
        unread.append(Unread(group.context.title or "", NO_HEADING, _span(group), rows, numbers))
    return tables, tuple(unread)


def _form(group: Group, origin: Origin, usual: Unit) -> Table:
    """Read a form; amounts without a unit have that of all tables of the document, if they state only one."""
    units, problems = group.context.units, group.context.problems
    rows = tuple(tuple(row) for block in group.blocks for row in block.rows)
    form, noticed = read_form(_form_rows(group), origin, units[0] if len(units) == 1 else usual)
    problems = (*problems, *noticed)
    form = evolve(form, year=group.context.year)
    has_usual = usual is not Unit.UNSTATED and takes_usual_unit(rows, form)
    resolved = _around(group, usual if has_usual else None)
    left = unplaced_in_form(_form_rows(group), form)
    return Table(
        origin,
        group.kind,
        units,
        raw=rows,
        lines=_span(group),
        problems=problems,
        form=form,
        resolutions=tuple(resolved),
        unplaced=left,
        entity=group.context.entity,
    )


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
    numbered: list[int | None] = []
    repeated: list[int | None] = []
    for number, block in enumerate(group.blocks):
        header, taken = split_header(block.rows)
        taken = taken if _same(header, group.header) else 0
        numbered += [block.lines[i] for i in range(taken) if is_number_row(block.rows[i])]
        repeated += [block.lines[i] for i in range(taken) if number and not is_number_row(block.rows[i])]
        for row, line in zip(block.rows[taken:], block.lines[taken:], strict=True):
            if is_number_row(row):
                numbered.append(line)
            elif tuple(normalise(cell) for cell in row if cell) in heading:
                repeated.append(line)
            else:
                body.append(row)
                lines.append(line)
    notes = tuple(note for block in group.blocks for note in remarks(block.after))
    resolved = (*_around(group), *of_left_out(numbered, repeated))
    return Found(group.header, body, lines, group.context, notes, resolutions=resolved)


def _around(group: Group, usual: Unit | None = None) -> Iterator[Resolution]:
    """Iterate over what was resolved about the lines around a table and the blocks of its rows."""
    first = group.blocks[0]
    yield from of_context(group.context, first.before, usual=usual)
    if group.is_apart:
        yield of_separated(first.before, first.lines)
    for why, blocks in group.joined.items():
        yield of_joined([block.lines for block in blocks], why)


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
