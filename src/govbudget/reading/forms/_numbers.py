"""Which numbers of a performance form are part of nothing that was read of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govbudget.disclosures import Unplaced, printed_numbers
from govbudget.disclosures.forms import Form, FormCell, Funding, Indicator, OverallTargets, Project
from govbudget.exceptions import Notice
from govbudget.reading.forms._layouts import FormRow
from govbudget.reading.pages._cells import column_unit

_OUTSIDE = Notice("不在所读的指标、项目和预算之内", "part of no indicator, project or budget that was read")

_LABEL = 40
"""A label with a unit has at most so many characters."""
_UNIT_MARKS = frozenset("元万亿")


def unplaced_in_form(rows: Iterable[FormRow], form: Form) -> tuple[Unplaced, ...]:
    """Return the numbers of the rows of a form that are part of nothing that was read.

    Args:
        rows: The rows of the form.
        form: What was read.
    """
    printed = [(row, texts) for row in rows if not row.is_text and (texts := _of_row(row))]
    read = set(_numbers(form, {row.line for row, _ in printed})) if printed else set()
    found: list[Unplaced] = []
    for row, texts in printed:
        left = tuple(one for one in texts if (row.line, one) not in read and (None, one) not in read)
        if left:
            label = next((cell for cell in row.cells if cell), "")
            found.append(Unplaced(left, label, _OUTSIDE, row.line))
    return tuple(found)


def takes_usual_unit(rows: Iterable[Sequence[str]], form: Form) -> bool:
    """Tell whether amounts were read from a form that states no unit for them.

    Args:
        rows: The rows of the form.
        form: What was read.
    """
    overall = form.overall.funding if form.overall is not None else None
    money = [funding for project in form.projects for funding in project.funding]
    money += [overall] if overall is not None else []
    amounts = (one for funding in money for one in (funding.total, *funding.sources, *funding.structure))
    has_amounts = any(one is not None and one.figure is not None for one in amounts)
    labels = (
        cell for row in rows for cell in row if len(cell) <= _LABEL and not _UNIT_MARKS.isdisjoint(cell)
    )
    return has_amounts and not any(column_unit((cell,)) for cell in labels)


def _of_row(row: FormRow) -> list[str]:
    return list(printed_numbers("\t".join(row.cells)))


def _numbers(form: Form, lines: set[int | None]) -> Iterator[tuple[int | None, str]]:
    """Iterate over the numbers of what was read on some lines, each with its line; with None where it may stand on several."""
    for line, text in _texts(form):
        if line is None or line in lines:
            yield from ((line, number) for number in printed_numbers(text))


def _texts(form: Form) -> Iterator[tuple[int | None, str]]:
    for one in form.indicators:
        yield from _of_indicator(one)
    for project in form.projects:
        yield from _of_project(project)
    if form.overall is not None:
        yield from _of_overall(form.overall)


def _of_indicator(one: Indicator) -> Iterator[tuple[int | None, str]]:
    line = one.location.line if one.location is not None else None
    for text in (one.name, one.target, one.unit, one.explanation, one.nature, *one.extras.values()):
        yield line, text or ""


def _of_project(project: Project) -> Iterator[tuple[int | None, str]]:
    for text in (project.name, project.code, project.entity, project.term, project.start, project.end):
        yield None, text or ""
    for funding in project.funding:
        yield from _of_funding(funding)


def _of_overall(overall: OverallTargets) -> Iterator[tuple[int | None, str]]:
    if overall.funding is not None:
        yield from _of_funding(overall.funding)
    for task in overall.tasks:
        yield None, task.text
        if task.amount is not None:
            yield _of_cell(task.amount)


def _of_funding(funding: Funding) -> Iterator[tuple[int | None, str]]:
    cells = (funding.total, *funding.sources, *funding.structure)
    return (_of_cell(cell) for cell in cells if cell is not None)


def _of_cell(cell: FormCell) -> tuple[int | None, str]:
    return cell.location.line, cell.text
