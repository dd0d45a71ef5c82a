"""What was read from a performance form, as text: projects with their money, then indicators with their targets."""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Indicator, Project, Table
from govbudget.disclosures.forms import FormCell, Funding, Task
from govbudget.labels import shown
from govbudget.reports._layout import clipped, grid
from govbudget.reports._words import PERIODS, PHRASES

_NAME_WIDTH = 48
_TARGET_WIDTH = 32


def form_lines(table: Table, lang: str) -> list[str]:
    """Return the content of a form as lines; the rows as printed where nothing was recognised in them.

    Args:
        table: The form.
        lang: "zh" or "en".
    """
    form = table.form
    if form is None or not (form.indicators or form.projects or form.overall):
        return ["  " + " | ".join(row) for row in table.raw]
    lines: list[str] = []
    if form.overall is not None:
        lines.append(f"  {form.overall.entity or ''}".rstrip())
        if form.overall.funding is not None:
            lines += _funding(form.overall.funding, lang)
        lines += [_task(task) for task in form.overall.tasks]
        lines += grid([_indicator(one, lang) for one in form.indicators if one.project is None], left=4)
    for project in form.projects:
        lines.append(_project(project))
        lines += [line for funding in project.funding for line in _funding(funding, lang)]
        lines += grid([_indicator(one, lang) for one in form.indicators if one.project is project], left=4)
    if form.overall is None:
        lines += grid([_indicator(one, lang) for one in form.indicators if one.project is None], left=4)
    return lines


def _project(project: Project) -> str:
    dates = "–".join(filter(None, (project.start, project.end)))
    parts = (project.code, project.name, project.entity, project.term, dates)
    return "  " + "  ".join(filter(None, parts))


def _funding(funding: Funding, lang: str) -> Iterator[str]:
    cells = [cell for cell in (funding.total, *funding.sources, *funding.structure) if cell is not None]
    yield f"    {PERIODS[lang][funding.period]}  " + "  ".join(map(_amount, cells))


def _amount(cell: FormCell) -> str:
    label = cell.label.rstrip(":：")
    return f"{label} {cell.figure.shown if cell.figure is not None else cell.text or '—'}"


def _task(task: Task) -> str:
    return f"    {task.name}" + (f"  {_amount(task.amount)}" if task.amount else "")


def _indicator(one: Indicator, lang: str) -> list[str]:
    line = one.location.line if one.location else None
    target = " ".join(filter(None, (one.nature, shown(one.target), one.unit)))
    return [
        PHRASES[lang]["line"].format(line=line) if line is not None else "",
        PERIODS[lang][one.period],
        " / ".join(one.levels),
        clipped(shown(one.name), _NAME_WIDTH),
        clipped(target, _TARGET_WIDTH),
    ]
