"""Tables that lost their cell borders and blank cells: rebuilt from headings, rows and sums, or left unread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from govbudget.amounts import Unit, parse_amount
from govbudget.disclosures import Origin, Side, Table, Unplaced
from govbudget.exceptions import Notice
from govbudget.intervals import Figure
from govbudget.labels import normalise
from govbudget.reading.flat._evidence import Evidence
from govbudget.reading.flat._funds import shares_of
from govbudget.reading.flat._headings import Path, heading_rows
from govbudget.reading.flat._opened import OpenRow, may_hold, name_of, with_open_rows
from govbudget.reading.flat._pages import FlatText, read_flat_texts
from govbudget.reading.flat._panels import FlatRow, Panel, panels_of, runs_together
from govbudget.reading.flat._placements import ColumnSums
from govbudget.reading.flat._recovery import RowResult, Task, recover
from govbudget.reading.flat._resolutions import of_flat_text, unplaced_in_row
from govbudget.reading.flat._rows import read_flat_rows
from govbudget.reading.flat._sharing import Shares
from govbudget.reading.layout._pages import Layout
from govbudget.reading.layout._tables import LaidOut, read_laid_out
from govbudget.reading.pages._blocks import Line, lone_numbers
from govbudget.reading.pages._grouped import joined_in_lines
from govbudget.reading.tables._tables import Found, Recovery, build_table
from govbudget.vocabulary import ColumnRole, flat_words, vocabulary

_LOST = Notice(
    "文字已失去单元格边界，按表头和各项合计恢复了空白格",
    "text that lost its cell borders: blank cells were recovered from headings and sums",
)


@frozen
class _Draft:
    """A table whose labels are read and whose numbers have no columns yet.

    Args:
        text: Where it was found.
        paths: Its columns.
        panels: Its sides.
        rows: Its rows.
        table: The table with all numbers at the left.
        opened: What stands between its rows and could not be read.
    """

    text: FlatText
    paths: tuple[Path, ...]
    panels: list[Panel]
    rows: list[FlatRow]
    table: Table
    opened: Sequence[OpenRow] = ()

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """Tables with one column of amounts a side are read first, a part after its whole, and projects last."""
        kind = self.table.kind.key if self.table.kind is not None else ""
        words = flat_words()
        return any(len(panel.amounts) > 1 for panel in self.panels), self.lists_projects, kind in words.wholes

    @property
    def lists_projects(self) -> bool:
        """Whether its rows are projects."""
        return self.table.kind is not None and self.table.kind.key == flat_words().projects


def read_flat_tables(
    lines: Sequence[Line], raw: Sequence[str], used: set[int], source: str | None
) -> list[Table]:
    """Return the tables of a text without borders that can be rebuilt, in printed order.

    Args:
        lines: The lines of text outside all tables.
        raw: All lines as extracted, with their blanks.
        used: The numbers of lines that belong to tables.
        source: Where the text comes from.
    """
    layout = Layout(raw)
    texts = read_flat_texts(lines, lone_numbers(raw), used)
    drafts = [draft for text in texts if (draft := _draft_of(text, layout, source)) is not None]
    evidence = Evidence()
    found: dict[int, Table] = {}
    for i, draft in sorted(enumerate(drafts), key=lambda pair: pair[1].rank):
        found[i] = _placed(draft, evidence)
        evidence.add(found[i])
    return [found[i] for i in sorted(found)]


def _draft_of(text: FlatText, layout: Layout, source: str | None) -> _Draft | None:
    """Read a text by its layout, if it keeps one, or else by its words alone."""
    if len(text.context.units) != 1:
        return None
    is_laid_out = any(map(layout.is_kept, text.pages))
    if is_laid_out:
        laid_out = read_laid_out(text.pages, layout)
        draft = _draft(text, laid_out, source) if laid_out is not None else None
        if draft is not None:
            return draft
    if text.paths is None:
        return None
    panels = panels_of(text.paths)
    rows = read_flat_rows(_joined(text.body, panels), panels)
    if rows is None or len({figure.decimals for figure in _figures(rows.read)}) > 1:
        return None  # a code may look like an amount
    if is_laid_out and not rows.is_whole:
        return None  # the layout would tell what these rows are, but could not be read
    draft = _draft(text, LaidOut(text.paths, panels, rows.read, text.notes), source)
    return evolve(draft, opened=rows.opened) if draft is not None else None


def _joined(body: Sequence[Line], panels: Sequence[Panel]) -> Sequence[Line]:
    """Put the thousands of amounts together that blanks part, if that is certain."""
    texts = joined_in_lines(
        [line.text for line in body], lambda word: any(panel.is_code(word) for panel in panels)
    )
    if texts is None:
        return body
    return [evolve(line, text=text) for line, text in zip(body, texts, strict=True)]


def _draft(text: FlatText, found: LaidOut, source: str | None) -> _Draft | None:
    paths, panels, rows = found.paths, found.panels, found.rows
    if any(runs_together(row, panels) for row in rows):
        return None
    left = [
        {
            j: one
            for side, texts in row.amounts.items()
            for j, one in zip(panels[side].amounts, texts, strict=False)
        }
        for row in rows
    ]
    lines = (text.lines[0], found.last or text.lines[1])
    text = evolve(text, paths=paths, notes=found.notes, lines=lines)
    title = text.context.title or ""
    kind = vocabulary().table_kind(title)
    table = build_table(_found(text, paths, rows, left), Origin(source, title), kind)
    if table is None:
        return None
    stands = [[(c.position, c.role) for c in side.columns] for side in table.sides]
    if stands != [[(j, ColumnRole.AMOUNT) for j in panel.amounts] for panel in panels]:
        return None
    return _Draft(text, paths, panels, rows, table)


def _figures(rows: Iterable[FlatRow]) -> Iterable[Figure]:
    texts = (text for row in rows if not row.fault for amounts in row.amounts.values() for text in amounts)
    return (figure for text in texts if (figure := parse_amount(text, Unit.UNSTATED)) is not None)


def _found(
    text: FlatText,
    paths: tuple[Path, ...],
    rows: Sequence[FlatRow],
    cells: Sequence[dict[int, str]],
    recovered: dict[tuple[int, int], Recovery] | None = None,
) -> Found:
    body = [
        [row.labels.get(j) or printed.get(j, "") for j in range(len(paths))]
        for row, printed in zip(rows, cells, strict=True)
    ]
    return Found(
        heading_rows(paths),
        body,
        [row.line for row in rows],
        text.context,
        text.notes,
        recovered or {},
        tuple(of_flat_text(text.context, text.spans, len(paths), rows)),
    )


def _placed(draft: _Draft, evidence: Evidence) -> Table:
    """Return the table with its numbers in their columns."""
    cells: list[dict[int, str]] = [{} for _ in draft.rows]
    recovered: dict[tuple[int, int], Recovery] = {}
    problems: list[Notice] = []
    left: list[Unplaced] = []
    for number, (side, panel) in enumerate(zip(draft.table.sides, draft.panels, strict=True)):
        kind = draft.table.kind.key if draft.table.kind is not None else None
        results, noticed = recover(_task(draft, number, side, evidence, kind))
        problems += noticed
        for row, result in zip(side.rows, results, strict=True):
            texts = draft.rows[row.position].amounts.get(number, ())
            for j, place in zip(panel.amounts, result.cells, strict=True):
                if place is not None:
                    cells[row.position][j] = texts[place]
            if result.notice is not None:
                flat_row = draft.rows[row.position]
                left += unplaced_in_row(flat_row, number, row.name, result.cells, result.notice)
                recovered[number, row.position] = _recovery(result, panel)
    found = _found(draft.text, draft.paths, draft.rows, cells, recovered)
    table = build_table(found, draft.table.origin, draft.table.kind)
    assert table is not None  # noqa: S101 - the same labels and headings gave a table before
    told = (_LOST,) if recovered else ()
    problems = [*table.problems, *told, *problems]
    table = evolve(table, lines=draft.text.lines, problems=tuple(problems), unplaced=(*table.unplaced, *left))
    return with_open_rows(table, draft.opened)


def _recovery(result: RowResult, panel: Panel) -> Recovery:
    assert result.notice is not None  # noqa: S101 - asked before
    return Recovery(result.notice, frozenset(panel.amounts[j] for j in result.open_columns))


def _task(draft: _Draft, number: int, side: Side, evidence: Evidence, kind: str | None) -> Task:
    rows = [draft.rows[row.position] for row in side.rows]
    figures = [
        [parse_amount(text, side.columns[0].unit) for text in row.amounts.get(number, ()) if not row.fault]
        for row in rows
    ]
    like = max(
        (figure for row in figures for figure in row if figure is not None),
        key=lambda figure: figure.decimals,
        default=None,
    )
    sums = ColumnSums(len(side.columns), tuple(b for b in side.columns.breakdowns if not b.optional))
    limits: Sequence[tuple[int | None, ...]] = [(None,) * len(side.columns)] * len(side.rows)
    if like is not None and not any(
        one is not None and one.coefficient < 0 for row in figures for one in row
    ):
        limits = evidence.limits(side.columns.headings, side.rows.headings, kind, like)
    return Task(
        [tuple(_counted(figure, like) for figure in row if figure is not None) for row in figures],
        sums,
        [b for b in side.rows.breakdowns if not may_hold(side, b, draft.opened)],
        limits,
        [row.amounts.get(number, ()) for row in rows],
        [name_of(row) for row in side.rows],
        [row.seen.get(number, ()) for row in rows],
        {i: row.fault for i, row in enumerate(rows) if row.fault is not None},
        _shares(draft, number, side, evidence, like) if like is not None else (),
    )


def _shares(draft: _Draft, number: int, side: Side, evidence: Evidence, like: Figure) -> Sequence[Shares]:
    """Return into what the columns of a table of projects can be parted."""
    if not draft.lists_projects or draft.opened:
        return ()
    words = [label.position for label in draft.panels[number].labels if label.is_of_words]
    texts = {row.index: draft.rows[row.position].labels for row in side.rows}
    types = {i: normalise(labels.get(words[0], "")) for i, labels in texts.items()} if words else {}
    sums = {b.total for b in side.rows.breakdowns}
    projects = [row.index for row in side.rows if row.index not in sums]
    return tuple(shares_of(side.columns.headings, projects, types, evidence.funds, like))


def _counted(figure: Figure, like: Figure | None) -> int:
    """Return a figure in last places of the finest one."""
    scale: int = 10 ** ((like.decimals if like is not None else 0) - figure.decimals)
    return figure.coefficient * scale
