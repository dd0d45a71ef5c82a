"""One block of rows → one table with its sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import Factory, define, evolve, frozen

from govbudget.amounts import Unit, parse_amount
from govbudget.disclosures import Axis, Cell, Column, Flow, Origin, Resolution, Row, Side, Table
from govbudget.exceptions import FigureError, Notice
from govbudget.labels import normalise
from govbudget.reading.pages._cells import column_unit, read_cell
from govbudget.reading.pages._context import Context
from govbudget.reading.pages._grouped import groups_by_blanks, joined
from govbudget.reading.pages._outline import outline_of
from govbudget.reading.tables._axes import column_breakdowns, row_breakdowns
from govbudget.reading.tables._drafts import DraftRow, LabelColumns
from govbudget.reading.tables._headers import (
    DraftColumn,
    Node,
    draft_columns,
    header_height,
    header_tree,
    is_number_row,
    is_remark,
    levels_in,
)
from govbudget.reading.tables._row_resolutions import of_cells, of_lengths, of_rows, short_rows
from govbudget.reading.tables._rows import draft_rows
from govbudget.reading.tables._table_resolutions import (
    displaced_heading,
    of_columns,
    of_groups,
    of_headings,
    of_kind,
    of_side,
    of_sides,
    of_sums,
    of_units,
    unplaced_in,
)
from govbudget.relations import Outcome, Reason, Sum, judge
from govbudget.vocabulary import ColumnRole, TableKind, vocabulary

Rows = list[list[str]]

_SUBJECT_NAME = re.compile(r"科目(?:\(|名称|\Z)|科目名称|分类名称|\A名称\Z")


@frozen
class Recovery:
    """How the cells of a row were found of which the text had lost the blanks, and the columns that stay open."""

    notice: Notice
    open_columns: frozenset[int] = frozenset()


@frozen
class Found:
    """The rows of one table: headings and body apart, with their lines and what stands around them."""

    header: Rows
    body: Rows
    lines: list[int | None]
    context: Context
    notes: tuple[str, ...] = ()
    recovered: Mapping[tuple[int, int], Recovery] = Factory(dict)
    """By the number of the side and the position of the row."""
    resolutions: tuple[Resolution, ...] = ()
    """How what stands around the table, and what joins its blocks, was resolved."""
    is_grouped: bool = False
    """Whether blanks part the thousands of its figures."""


@define
class _Panel:
    """The columns of one side."""

    labels: list[DraftColumn]
    figures: list[DraftColumn]
    ordinals: list[DraftColumn] = Factory(list)
    """Columns that number the rows; they are kept as text, and their marks belong to the labels."""

    @property
    def printed(self) -> list[DraftColumn]:
        """The columns of the matrix."""
        return [*self.ordinals, *self.figures]

    def set_apart_ordinals(self) -> None:
        """Take the columns that number the rows out of the labels."""
        ordinals = [column for column in self.labels if column.role is ColumnRole.ORDINAL]
        self.labels = [column for column in self.labels if column.role is not ColumnRole.ORDINAL]
        self.ordinals = [evolve(column, role=ColumnRole.TEXT) for column in ordinals]


def split_header(rows: Rows) -> tuple[Rows, int]:
    """Return the heading rows and how many rows they take, the row of column numbers included."""
    height = header_height(rows)
    numbered = height < len(rows) and is_number_row(rows[height])
    only_row = height + 1 == len(rows) and all(cell.isdigit() for cell in rows[-1] if cell)
    taken = height + 1 if height and numbered and not only_row else height
    levels = levels_in(rows[:height], rows[height]) if taken > height else []
    return [*rows[:height], *([levels] if levels else [])], taken


def build_table(found: Found, origin: Origin, kind: TableKind | None) -> Table | None:
    """Return the table, or None if its headings do not say what its rows and columns are.

    Args:
        found: Its rows.
        origin: Where it comes from.
        kind: What kind of table it is, if that is known.
    """
    root = header_tree(found.header, max(map(len, [*found.header, *found.body]), default=0))
    columns = [c for c in draft_columns(root, found.body) if _is_used(c, found)]
    panels = _panels(columns)
    if not found.header or not panels:
        return None
    found = evolve(found, is_grouped=_is_grouped(found, panels))
    units = found.context.units or (() if found.context.unit_problem else (Unit.UNSTATED,))
    unit = units[0] if len(units) == 1 else None
    if kind is None and not any(panel.labels for panel in panels):
        return None
    built = [
        _side(found, root, panels, number, origin=origin, unit=unit, kind=kind)
        for number in range(len(panels))
    ]
    sides = tuple(side for side, _ in built)
    lines = [line for line in found.lines if line is not None]
    ordinals = {column.position for panel in panels for column in panel.ordinals}
    table = Table(
        origin,
        kind,
        tuple(u for u in units if u is not Unit.UNSTATED),
        sides,
        notes=found.notes,
        lines=(lines[0], lines[-1]) if lines else None,
        problems=(*found.context.problems, *_ragged(found), *_displaced(columns)),
        entity=found.context.entity,
        unplaced=tuple(unplaced_in(sides, found.body, found.lines, ordinals)),
    )
    of_all_sides = [one for _, some in built for one in some] if not table.is_empty else []
    return evolve(table, resolutions=(*_resolved(found, root, panels, table), *of_all_sides))


def _resolved(found: Found, root: Node, panels: Sequence[_Panel], table: Table) -> Iterator[Resolution]:
    """Iterate over what was resolved about the table as a whole."""
    yield from found.resolutions
    if found.is_grouped:
        yield of_groups()
    yield from of_kind(table.title, table.kind)
    if table.is_empty:
        return
    yield from of_units(table)
    yield from of_headings(len(found.header), root)
    yield from of_sides([[*panel.labels, *panel.figures] for panel in panels])
    yield from of_columns([column for panel in panels for column in panel.figures], found.body)
    yield from of_lengths(found.header, found.body, found.lines)


def _is_grouped(found: Found, panels: Sequence[_Panel]) -> bool:
    places = [c.position for panel in panels for c in panel.figures if c.role is not ColumnRole.TEXT]
    return groups_by_blanks(_at(row, position) for row in found.body for position in places)


def _is_used(column: DraftColumn, found: Found) -> bool:
    """A column without heading and without content is an artefact of merged cells."""
    return bool(column.leaf.label) or any(_at(row, column.position) for row in found.body)


def _panels(columns: Sequence[DraftColumn]) -> list[_Panel]:
    """Split columns into sides: label columns after figures open the next side, if figures follow them."""
    panels: list[_Panel] = []
    for column in columns:
        if column.role.is_label and (not panels or (column.role.starts_side and panels[-1].figures)):
            panels.append(_Panel([column], []))
        elif not panels:
            panels.append(_Panel([], [column]))
        elif column.role.is_label and not panels[-1].figures:
            panels[-1].labels.append(column)
        else:
            panels[-1].figures.append(column)
    kept: list[_Panel] = []
    for panel in panels:
        if any(not column.role.is_label for column in panel.figures):
            kept.append(panel)
        elif kept:
            kept[-1].figures += [evolve(one, role=ColumnRole.TEXT) for one in (*panel.labels, *panel.figures)]
    for panel in kept:
        panel.set_apart_ordinals()
    return kept


def _side(  # noqa: PLR0913 - one call site
    found: Found,
    root: Node,
    panels: list[_Panel],
    number: int,
    *,
    origin: Origin,
    unit: Unit | None,
    kind: TableKind | None,
) -> tuple[Side, list[Resolution]]:
    """Return a side, and what was resolved about its rows and columns."""
    panel = panels[number]
    drafts, labels = _drafts(found, panels, number), _label_columns(panel, origin, kind)
    main = next((c.position for c in panel.figures if c.role is ColumnRole.AMOUNT), panel.figures[0].position)
    draft_rows(drafts, labels, lambda total, parts: _adds_up(found, drafts, main, total, parts))
    columns = Axis(tuple(_columns(panel, root, unit)), tuple(column_breakdowns(root, panel.printed)))
    recovered = {place: one for (side, place), one in found.recovered.items() if side == number}
    rows = Axis(tuple(_rows(drafts, recovered)), tuple(row_breakdowns(drafts)))
    matrix = tuple(_cells(found, row, columns, origin, recovered.get(row.position)) for row in rows)
    side = Side(origin, rows, columns, matrix, _flow(panel, kind))
    told = ((found.lines[i], one.notice, bool(one.open_columns)) for i, one in sorted(recovered.items()))
    resolved = [*of_sums(side), *of_rows(drafts, labels), *of_cells(told)]
    count = len(panels)
    return side, [of_side(one, number, count) for one in resolved] if count > 1 else resolved


def _drafts(found: Found, panels: list[_Panel], number: int) -> list[DraftRow]:
    """Return the rows in which this side prints a label or a figure, or has one that is left open."""
    panel = panels[number]
    drafts = []
    marks = [_mark(row, panel) for row in found.body]
    is_outline = any(outline_of(f"{mark}、项").rank and not mark.isdecimal() for mark in marks if mark)
    for position, row in enumerate(found.body):
        labels = tuple(_at(row, column.position) for column in panel.labels)
        labels = _marked(labels, marks[position], panel, is_outline=is_outline)
        printed = any(_at(row, column.position) for column in panel.figures)
        if not any(labels) and printed and number:
            labels = (_merged_total(row, panels[number - 1]), *labels[1:])
        if any(labels) or printed or (number, position) in found.recovered:
            drafts.append(DraftRow(position, found.lines[position], labels))
    return drafts


def _mark(row: list[str], panel: _Panel) -> str:
    return next((mark for column in panel.ordinals if (mark := _at(row, column.position))), "")


def _marked(labels: tuple[str, ...], mark: str, panel: _Panel, *, is_outline: bool) -> tuple[str, ...]:
    """Return the labels of a row with what its ordinal says: 合计 in place of a label, or 一 beside 基本支出."""
    if mark and not any(labels):
        return labels if mark.isdecimal() else (mark, *labels[1:])
    named = (ColumnRole.NAME, ColumnRole.TEXT)
    first = next((i for i, label in enumerate(labels) if label and panel.labels[i].role in named), None)
    if not mark or first is None or not is_outline:
        return labels
    return (*labels[:first], f"{mark}、{labels[first]}", *labels[first + 1 :])


def _merged_total(row: list[str], left: _Panel) -> str:
    """A total's label may be merged over two sides, with its figure in the last: it names both."""
    label = next((_at(row, column.position) for column in left.labels if _at(row, column.position)), "")
    is_named = vocabulary().is_total(label) or vocabulary().is_broken_total(label)
    is_lent = is_named and not any(_at(row, column.position) for column in left.figures)
    return label if is_lent else ""


def _at(row: list[str], position: int) -> str:
    return row[position] if position < len(row) else ""


def _label_columns(panel: _Panel, origin: Origin, kind: TableKind | None) -> LabelColumns:
    groups: list[list[int]] = []
    previous: DraftColumn | None = None
    for i, column in enumerate(panel.labels):
        if column.role in (ColumnRole.SUBJECT_CODE, ColumnRole.ORG_CODE):
            joins = previous is not None and previous.role is column.role is ColumnRole.SUBJECT_CODE
            if joins and previous is not None and previous.path[:-1] == column.path[:-1]:
                groups[-1].append(i)
            else:
                groups.append([i])
        previous = column
    words = "".join(label for column in panel.labels for label in column.path) + origin.title
    economic = "经济" in words or (kind is not None and kind.key in ("basic_expenditure", "agency_operating"))
    names = frozenset(
        i for i, c in enumerate(panel.labels) if c.path and _SUBJECT_NAME.search(normalise(c.path[-1]))
    )
    return LabelColumns([column.role for column in panel.labels], groups, economic, names)


def _adds_up(found: Found, drafts: list[DraftRow], column: int, total: int, parts: list[int]) -> bool:
    """Tell whether a row can be the sum of others; what is blank or unreadable rules nothing out."""
    try:
        figures = [
            parse_amount(_at(found.body[drafts[i].position], column), Unit.UNSTATED) for i in (total, *parts)
        ]
    except FigureError:
        return True
    printed = tuple(figure for figure in figures[1:] if figure is not None)
    if figures[0] is None or not printed:
        return True
    return judge(Sum(figures[0], printed)).outcome is not Outcome.FAILED


def _columns(panel: _Panel, root: Node, unit: Unit | None) -> list[Column]:
    parents = {part: b.total for b in column_breakdowns(root, panel.printed) for part in b.parts}
    return [
        Column(draft.path, draft.role, i, draft.position, column_unit(draft.path) or unit, parents.get(i))
        for i, draft in enumerate(panel.printed)
    ]


def _rows(drafts: list[DraftRow], recovered: Mapping[int, Recovery]) -> list[Row]:
    return [
        Row(
            draft.label,
            draft.kind,
            i,
            draft.position,
            draft.code,
            draft.codes,
            draft.labels,
            draft.subjects,
            draft.parent,
            draft.line,
            recovered[draft.position].notice if draft.position in recovered else None,
        )
        for i, draft in enumerate(drafts)
    ]


def _cells(
    table: Found, row: Row, columns: Axis[Column], origin: Origin, recovery: Recovery | None
) -> tuple[Cell | None, ...]:
    texts = table.body[row.position]
    found: list[Cell | None] = []
    is_open = recovery.open_columns if recovery is not None else frozenset()
    is_short = len(columns) > 0 and columns.headings[-1].position >= len(texts)
    for column in columns:
        if column.position >= len(texts) or column.position in is_open:
            found.append(Cell("", None, row, column, origin, Reason.ABSENT))
            continue
        text = texts[column.position]
        if not text:
            found.append(None)
            continue
        plain = joined(text) if table.is_grouped else text
        figure, reason = read_cell(plain, column.role, column.unit)
        lost = Reason.ABSENT if figure is not None and is_short else None
        found.append(Cell(text, figure, row, column, origin, reason or lost))
    return tuple(found)


def _flow(panel: _Panel, kind: TableKind | None) -> Flow | None:
    words = [normalise(column.path[0]) for column in (*panel.labels, *panel.figures) if column.path]
    revenue, expenditure = any("收入" in word for word in words), any("支出" in word for word in words)
    if revenue != expenditure:
        return Flow.REVENUE if revenue else Flow.EXPENDITURE
    return Flow(kind.flow) if kind is not None and kind.flow else None


def _displaced(columns: list[DraftColumn]) -> list[Notice]:
    names = [c.path[-1] for c in columns if c.role is ColumnRole.AMOUNT and c.path and is_remark(c.path[-1])]
    return list(map(displaced_heading, names))


def _ragged(found: Found) -> list[Notice]:
    width = max(map(len, found.header))
    short = sum(len(row) < width for row in found.body)
    long = sum(any(row[width:]) for row in found.body)
    problems = []
    if short:
        problems.append(short_rows(short))
    if long:
        problems.append(Notice(f"{long} 行比表头长", f"{long} rows are longer than the heading"))
    return problems
