"""The summary of all projects of a department: one row or more for a project, its indicators in pairs of columns."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from govbudget.amounts import Unit
from govbudget.disclosures import Indicator, Origin, Project
from govbudget.disclosures.forms import Form, FormCell, Funding, Period
from govbudget.exceptions import Notice
from govbudget.labels import normalise, shown
from govbudget.locations import Location
from govbudget.reading.forms._heads import amount_cell
from govbudget.reading.forms._layouts import FormRow
from govbudget.reading.pages._cells import column_unit
from govbudget.vocabulary import form_words

_AMOUNTS = "amounts"


@frozen
class SummaryLayout:
    """The columns of a summary."""

    pairs: tuple[tuple[int, str, str], ...]
    """The column of each name, the level above it, and the heading of its value."""
    amounts: tuple[tuple[int, str], ...]
    unit: Unit | None
    name: int
    code: int | None
    first_row: int


def summary_layout(rows: Sequence[FormRow]) -> SummaryLayout | None:
    """Return the layout of a summary, or None if these are not the rows of one."""
    words = form_words()
    for number, row in enumerate(rows):
        names = [i for i, cell in row.tokens() if words.heading(cell) == "third"]
        if names and not any(words.heading(cell) in {"first", "second"} for _, cell in row.tokens()):
            return _layout(rows[:number], row, names)
    return None


def _layout(above: Sequence[FormRow], row: FormRow, names: list[int]) -> SummaryLayout | None:
    words = form_words()
    heads = [(i, cell) for one in above for i, cell in one.tokens()]
    code = next((i for i, cell in heads if words.summary["code"].fullmatch(normalise(cell))), None)
    name = next(
        (i for i, cell in heads if words.summary["name"].fullmatch(normalise(cell)) and i != code), None
    )
    money = next(((i, cell) for i, cell in heads if words.summary[_AMOUNTS].fullmatch(normalise(cell))), None)
    if name is None:
        return None
    groups = [(i, cell) for i, cell in heads if words.is_first(cell)]
    pairs = []
    for i in names:
        group = next((cell for at, cell in reversed(groups) if at <= i), "")
        value = row.cells[i + 1] if i + 1 < len(row.cells) else ""
        if words.heading(value) != "value":
            return None
        pairs.append((i, shown(group), shown(value)))
    amounts = (
        []
        if money is None
        else [(i, cell) for i, cell in heads if money[0] <= i < names[0] and cell != money[1]]
    )
    amounts = [
        (i, cell)
        for i, cell in amounts
        if words.label(cell) or words.summary["total"].fullmatch(normalise(cell))
    ]
    unit = column_unit((money[1],)) if money else None
    return SummaryLayout(tuple(pairs), tuple(amounts), unit, name, code, len(above) + 1)


def read_summary(
    rows: Sequence[FormRow], layout: SummaryLayout, origin: Origin, unit: Unit
) -> tuple[Form, tuple[Notice, ...]]:
    """Read the projects of a summary with their indicators.

    Args:
        rows: All rows of the table.
        layout: Its columns.
        origin: Source and title.
        unit: The unit of amounts where the headings do not state one.

    Returns:
        What was read, and what was noticed.
    """
    words = form_words()
    projects: list[Project] = []
    indicators: list[Indicator] = []
    problems: list[Notice] = []
    entity: tuple[str, str | None] | None = None
    for row in rows[layout.first_row :]:
        if row.is_text or any(words.heading(cell) == "third" for _, cell in row.tokens()):
            continue
        name = _at(row, layout.name)
        is_heading = bool(name) and not any(_at(row, i) for i, _ in layout.amounts)
        if is_heading and not any(_at(row, i) for i, _, _ in layout.pairs):
            entity = shown(name), _code(row, layout)
            continue
        if name:
            projects.append(_project(row, layout, origin, unit, entity))
        project = projects[-1] if projects else None
        for i, group, heading in layout.pairs:
            label, target = _at(row, i), _at(row, i + 1)
            if label:
                place = Location(origin.source, origin.title, shown(label), f"{group} / {heading}", row.line)
                indicators.append(Indicator(label, target, None, (group,), place, project=project))
            elif target:
                en = f"line {row.line}: the value {shown(target)} stands beside no indicator"
                problems.append(Notice(f"第 {row.line} 行的值“{shown(target)}”没有指标", en))
    return Form(tuple(indicators), tuple(projects)), tuple(problems)


def _at(row: FormRow, position: int) -> str:
    return row.cells[position] if position < len(row.cells) else ""


def _code(row: FormRow, layout: SummaryLayout) -> str | None:
    return (_at(row, layout.code) or None) if layout.code is not None else None


def _project(
    row: FormRow, layout: SummaryLayout, origin: Origin, unit: Unit, entity: tuple[str, str | None] | None
) -> Project:
    name = shown(_at(row, layout.name))
    money = layout.unit or unit
    total: FormCell | None = None
    sources: list[FormCell] = []
    for i, label in layout.amounts:
        cell = amount_cell(origin, row, label, _at(row, i), money, name=name)
        if total is None and form_words().summary["total"].fullmatch(normalise(label)):
            total = cell
        else:
            sources.append(cell)
    funding = (Funding(Period.ANNUAL, total, tuple(sources)),) if layout.amounts else ()
    unit_name, unit_code = entity or (None, None)
    place = Location(origin.source, origin.title, name, None, row.line)
    return Project(name, place, _code(row, layout), unit_name, funding=funding, entity_code=unit_code)
