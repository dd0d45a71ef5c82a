"""What performance forms hold → plain data."""

from __future__ import annotations

from typing import Any

from govbudget.disclosures import Indicator, Project
from govbudget.disclosures.forms import FormCell, Funding, OverallTargets, Task
from govbudget.serialization._hooks import location_data, notice_data
from govbudget.targets import NotATarget, Target, TargetSyntaxError


def indicator_data(one: Indicator, projects: tuple[Project, ...]) -> dict[str, Any]:
    number = next((i for i, project in enumerate(projects, 1) if project is one.project), None)
    return {
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


def project_data(project: Project) -> dict[str, Any]:
    return {
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


def overall_data(targets: OverallTargets) -> dict[str, Any]:
    return {
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
