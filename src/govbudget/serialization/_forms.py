"""What performance forms hold → plain data."""

from __future__ import annotations

from typing import Any

from govbudget.disclosures import Disclosure, Indicator, Project
from govbudget.disclosures.forms import FormCell, Funding, OverallTargets, Task
from govbudget.serialization._hooks import location_data, notice_data
from govbudget.targets import NotATarget, Target, TargetSyntaxError


def forms_data(disclosure: Disclosure) -> dict[str, Any]:
    """Write what forms hold, each with the number of its table, so that indicators can point to projects."""
    forms = [(i, table.form) for i, table in enumerate(disclosure.tables, 1) if table.form]
    projects = disclosure.projects
    return {
        "indicators": [_indicator(one, i, projects) for i, form in forms for one in form.indicators],
        "projects": [_project(one, i) for i, form in forms for one in form.projects],
        "overall_targets": [_overall(form.overall, i) for i, form in forms if form.overall],
    }


def _indicator(one: Indicator, table: int, projects: tuple[Project, ...]) -> dict[str, Any]:
    number = next((i for i, project in enumerate(projects, 1) if project is one.project), None)
    return {
        "table": table,
        "name": one.name,
        "target": one.target,
        "parsed": _parsed(one.parsed),
        "unit": one.unit,
        "nature": one.nature,
        "levels": list(one.levels),
        "period": one.period.value,
        "project": number,
        "number": one.number,
        "explanation": one.explanation,
        "extras": dict(one.extras),
        "oddities": [oddity.value for oddity in one.oddities],
        "location": one.location and location_data(one.location),
    }


def _parsed(target: Target | TargetSyntaxError) -> dict[str, Any]:
    """Return what a target value says, or what is wrong with it."""
    if isinstance(target, TargetSyntaxError):
        return {"kind": "error", "message": notice_data(target.notice), "meant": list(target.suggestions)}
    operator, quantity = target.operator, target.quantity
    return {
        "kind": target.kind.value,
        "canonical": str(target),
        "operator": operator and operator.value,
        "quantity": None if quantity is None else str(quantity),
        "unit": target.unit and target.unit.word,
        "reason": notice_data(target.reason) if isinstance(target, NotATarget) else None,
    }


def _project(project: Project, table: int) -> dict[str, Any]:
    return {
        "table": table,
        "name": project.name,
        "code": project.code,
        "entity": project.entity,
        "entity_code": project.entity_code,
        "term": project.term,
        "start": project.start,
        "end": project.end,
        "funding": [_funding(one) for one in project.funding],
        "planned": [_form_cell(one) for one in project.planned],
        "location": location_data(project.location),
    }


def _funding(funding: Funding) -> dict[str, Any]:
    return {
        "period": funding.period.value,
        "prior_year": funding.is_prior,
        "total": funding.total and _form_cell(funding.total),
        "sources": [_form_cell(one) for one in funding.sources],
        "structure": [_form_cell(one) for one in funding.structure],
    }


def _form_cell(cell: FormCell) -> dict[str, Any]:
    return {
        "label": cell.label,
        "text": cell.text,
        "figure": str(cell.figure) if cell.figure is not None else None,
        "reason": cell.reason.value if cell.reason else None,
        "location": location_data(cell.location),
    }


def _overall(targets: OverallTargets, table: int) -> dict[str, Any]:
    return {
        "table": table,
        "entity": targets.entity,
        "funding": targets.funding and _funding(targets.funding),
        "tasks": [_task(task) for task in targets.tasks],
        "location": location_data(targets.location),
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "text": task.text,
        "amount": task.amount and _form_cell(task.amount),
        "location": location_data(task.location),
    }
