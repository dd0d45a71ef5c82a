"""Performance forms (绩效目标表) → indicators, projects with their funding, the budget and the tasks of a department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import Factory, define

from govbudget.amounts import Unit
from govbudget.disclosures import Indicator, Origin, Project
from govbudget.disclosures.forms import Form, Oddity
from govbudget.exceptions import Notice
from govbudget.labels import normalise, shown
from govbudget.locations import Location
from govbudget.reading.forms._columns import Draft, UnclearRowError
from govbudget.reading.forms._heads import OverallHead, ProjectHead
from govbudget.reading.forms._layouts import FormRow, Layout, in_two_halves, is_lower_heading, read_layout
from govbudget.reading.forms._rows import RowReader
from govbudget.reading.forms._summaries import read_summary, summary_layout
from govbudget.reading.pages._numbered import split_numbered
from govbudget.vocabulary import form_words


@define
class _Part:
    """The form of one project or department: its head, its list, and what the halves of the list are for."""

    head: ProjectHead | OverallHead | None = None
    drafts: list[tuple[Draft, Layout]] = Factory(list)
    periods: tuple[str, str] | None = None


@define
class _Reader:
    """Reads the rows of one form, which may hold those of several projects."""

    origin: Origin
    unit: Unit
    parts: list[_Part]
    rows: RowReader
    problems: list[Notice]
    layout: Layout | None = None
    last_heading: int = -1
    """The last row of the headings that were read."""

    def read(self, rows: Sequence[FormRow], at: int) -> None:
        """Take the next row, with all others at hand."""
        row = rows[at]
        tokens, words = row.tokens(), form_words()
        below = rows[at + 1] if at + 1 < len(rows) else None
        if row.is_text:
            self.rows.note_text(row.cells[0])
        elif not tokens or at == self.last_heading or any(words.is_person(cell) for _, cell in tokens):
            return
        elif (layout := read_layout(row, below)) is not None:
            self.last_heading = at + 1 if below is not None and is_lower_heading(below) else at
            if self.parts[-1].periods is not None and layout.second_half is None:
                layout = in_two_halves(layout, rows, at + 1)
            self.layout = layout
            self.rows.start(layout)
        elif self._announces_periods(row) or words.is_remark(tokens[0][1]):
            self.layout = None
        elif self._starts_part(row) or self.layout is None:
            self._read_head(row)
        else:
            self._read_indicators(row)

    def _announces_periods(self, row: FormRow) -> bool:
        """Tell whether a row heads what is planned for both periods, and if so keep its words."""
        headings = {form_words().heading(cell): cell for _, cell in row.tokens()}
        if not {"implementation", "annual"} <= headings.keys():
            return False
        self.parts[-1].periods = (shown(headings["implementation"]), shown(headings["annual"]))
        return True

    def _starts_part(self, row: FormRow) -> bool:
        """Tell whether a row begins the form of another project or department, and if so begin it."""
        words = form_words()
        first = row.tokens()[0][1]
        if words.label(first) == "name":
            self._begin(ProjectHead(self.origin, self.unit))
        elif words.overall["entity"].fullmatch(normalise(first)) and self.layout is not None:
            self._begin(OverallHead(self.origin, self.unit, row))
        else:
            return False
        return True

    def _begin(self, head: ProjectHead | OverallHead) -> None:
        self.layout = None
        if self.parts[-1].head is None and not self.parts[-1].drafts:
            self.parts[-1].head = head
        else:
            self.parts.append(_Part(head))

    def _read_head(self, row: FormRow) -> None:
        part, words = self.parts[-1], form_words()
        if part.head is None:
            overall = any(
                words.overall[key].fullmatch(normalise(cell))
                for key in ("entity", "tasks", "budget", "total")
                for _, cell in row.tokens()
            )
            part.head = (
                OverallHead(self.origin, self.unit, row) if overall else ProjectHead(self.origin, self.unit)
            )
        part.head.read(row)

    def _read_indicators(self, row: FormRow) -> None:
        assert self.layout is not None  # noqa: S101 - rows above the first heading are read as a head
        try:
            drafts = self.rows.read(row)
        except UnclearRowError:
            zh = f"第 {row.line} 行可有多种读法，未读作指标" if row.line else "有一行可有多种读法，未读作指标"
            en = f"line {row.line}" if row.line else "a row"
            self.problems.append(
                Notice(zh, f"{en} can be read in several ways and was not read as indicators")
            )
            return
        self.parts[-1].drafts += [(draft, self.layout) for draft in drafts]


def read_form(rows: Iterable[FormRow], origin: Origin, unit: Unit) -> tuple[Form, tuple[Notice, ...]]:
    """Read a performance form.

    Args:
        rows: Its rows, and the lines of text between them.
        origin: Source and title.
        unit: The unit of amounts where the form does not state one.

    Returns:
        What was read, and what was noticed.
    """
    rows = list(rows)
    summary = summary_layout(rows)
    if summary is not None:
        return read_summary(rows, summary, origin, unit)
    reader = _Reader(origin, unit, [_Part()], RowReader(), [])
    reader.rows.learn_units(rows)
    for at in range(len(rows)):
        reader.read(rows, at)
    indicators: list[Indicator] = []
    projects: list[Project] = []
    overall = None
    for part in reader.parts:
        project = None
        if isinstance(part.head, ProjectHead) and part.head.name:
            project = part.head.project()
            projects.append(project)
        elif isinstance(part.head, OverallHead):
            overall = overall or part.head.targets()
        indicators += _indicators(part, project, origin)
    return Form(tuple(indicators), tuple(projects), overall), tuple(reader.problems)


def _indicators(part: _Part, project: Project | None, origin: Origin) -> list[Indicator]:
    usual = _usual_columns(part.drafts)
    _complete_levels(part.drafts)
    found: list[Indicator] = []
    for draft, layout in part.drafts:
        period, heading = layout.period(draft.half), layout.heading(draft.half)
        if part.periods is not None and layout.second_half is not None:
            heading = f"{part.periods[draft.half]} / {heading}"
        oddities = _oddities(draft, layout, usual)
        pairs = split_numbered(draft.name, draft.target)
        if pairs is None:
            pairs, oddities = [("", draft.name, draft.target)], (*oddities, Oddity.UNPAIRED)
        for number, name, target in pairs:
            if name:
                place = Location(origin.source, origin.title, shown(name), heading, draft.row.line)
                levels = tuple(map(shown, draft.levels))
                found.append(
                    Indicator(
                        name,
                        target,
                        draft.unit,
                        levels,
                        place,
                        period,
                        project,
                        draft.explanation,
                        number or None,
                        oddities,
                        draft.nature,
                        draft.extras,
                    )
                )
    return found


def _oddities(draft: Draft, layout: Layout, usual: dict[int, int]) -> tuple[Oddity, ...]:
    """Tell how a row stands against the others: shifted as a whole, or with its value where it should be."""
    column = usual.get(draft.half, draft.column)
    if draft.is_odd:
        return (Oddity.DISPLACED,)
    if draft.column == column or len(draft.row.cells) < layout.width:
        return ()
    of = layout.halves[min(draft.half, len(layout.halves) - 1)].of
    value = of.get("value", len(draft.row.cells))
    is_kept = bool(draft.target) and draft.row.cells[value : value + 1] == (draft.target,)
    is_alone = is_kept and of["third"] == column and not draft.row.is_at_break
    return (Oddity.DISPLACED if is_alone else Oddity.SHIFTED,)


def _usual_columns(drafts: Sequence[tuple[Draft, Layout]]) -> dict[int, int]:
    """Return in which column the names of each half stand in most rows; of equals, the first that occurs."""
    counts: dict[int, Counter[int]] = {0: Counter(), 1: Counter()}
    for draft, layout in drafts:
        if len(draft.row.cells) >= layout.width:
            counts[draft.half][draft.column] += 1
    return {half: max(found, key=found.__getitem__) for half, found in counts.items() if found}


def _complete_levels(drafts: Sequence[tuple[Draft, Layout]]) -> None:
    """Give rows above a page break their first level where it is printed below the break and is known to fit."""
    below = ["", ""]
    for draft, _ in reversed(drafts):
        first, second = draft.levels
        if not first and form_words().belongs(below[draft.half], second):
            draft.levels = (below[draft.half], second)
        below[draft.half] = draft.levels[0]
