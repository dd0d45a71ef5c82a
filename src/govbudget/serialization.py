"""Reports and disclosures → plain data for JSON; every shape carries the name of its schema.

Figures are written as text, exactly as they were printed; nothing is ever a floating-point number.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Mapping
from typing import Any

from cattrs import Converter

from govbudget.amounts import Amount, parse_amount
from govbudget.checking import Finding, Report
from govbudget.disclosures import (
    Breakdown,
    Cell,
    Claim,
    Column,
    Disclosure,
    FormCell,
    Funding,
    Indicator,
    OverallTargets,
    Project,
    Row,
    Side,
    Table,
    Task,
    Unread,
)
from govbudget.exceptions import FigureError, Notice
from govbudget.intervals import Figure, plain
from govbudget.locations import Location
from govbudget.percentages import Percentage, parse_percentage
from govbudget.relations import AtMost, Outcome, equation_text
from govbudget.subjects import SubjectCode
from govbudget.targets import Target, parse_target


def register_hooks(converter: Converter) -> Converter:
    """Teach a cattrs converter of one's own the values of the library: each becomes text and is read back from it.

    Args:
        converter: The converter; it is changed and returned.

    >>> from govbudget import Amount
    >>> converter = register_hooks(Converter())
    >>> converter.unstructure(Amount("4242.00", "万元")), converter.structure("4242.00万元", Amount)
    ('4242.00万元', Amount(coefficient=424200, decimals=2, unit=<Unit.WAN_YUAN: '万元'>))
    """
    converter.register_unstructure_hook(Figure, str)
    converter.register_unstructure_hook(SubjectCode, str)
    converter.register_unstructure_hook(Target, str)
    converter.register_structure_hook(Target, lambda text, _: parse_target(text))
    converter.register_structure_hook(Amount, lambda text, _: _present(parse_amount(text), text))
    converter.register_structure_hook(Percentage, lambda text, _: _present(parse_percentage(text), text))
    converter.register_structure_hook(SubjectCode, lambda text, _: SubjectCode.parse(text))
    return converter


def _present(figure: Any, text: str) -> Any:
    if figure is None:
        raise FigureError(text, "nothing is printed", "use a field that may be None")
    return figure


REPORT_SCHEMA = "govbudget/report/1"
"""The shape of `report_data`."""

DISCLOSURE_SCHEMA = "govbudget/disclosure/1"
"""The shape of `disclosure_data`."""

_converter = register_hooks(Converter())
_converter.register_unstructure_hook(enum.Enum, lambda member: member.value)


def _location(place: Location) -> dict[str, Any]:
    return {"table": place.table, "row": place.row, "column": place.column, "line": place.line}


def _notice(notice: Notice) -> dict[str, str]:
    return {"zh": notice.zh, "en": notice.en}


_converter.register_unstructure_hook(Location, _location)
_converter.register_unstructure_hook(Notice, _notice)


def reports_json(reports: Iterable[Report], *, indent: int | None = 2) -> str:
    """Return checked documents as JSON text.

    Args:
        reports: What `check` returned, one report for each document.
        indent: How far to indent; None for one line.
    """
    data = {"schema": REPORT_SCHEMA, "documents": [report_data(report) for report in reports]}
    return json.dumps(data, ensure_ascii=False, indent=indent)


def disclosures_json(disclosures: Iterable[Disclosure], *, indent: int | None = 2) -> str:
    """Return what was read as JSON text.

    Args:
        disclosures: What `read_file` returned.
        indent: How far to indent; None for one line.
    """
    data = {"schema": DISCLOSURE_SCHEMA, "documents": [disclosure_data(one) for one in disclosures]}
    return json.dumps(data, ensure_ascii=False, indent=indent)


def report_data(report: Report) -> dict[str, Any]:
    """Return one report as plain data.

    Args:
        report: What `check` returned.
    """
    return {
        **_document(report.disclosure),
        "rounding": report.rounding.value,
        "summary": _counts(report.summary),
        "tables": [_checked_table(report, i, table) for i, table in enumerate(report.disclosure.tables, 1)],
        "unread": _converter.unstructure(report.disclosure.unread, tuple[Unread, ...]),
        "rules": [rule.id for rule in report.rules],
        "ledger": [
            {"rule": row.rule, "table": row.table, "number": row.number, **_counts(row.counts)}
            for row in report.ledger
            if any(row.counts.values())
        ],
        "findings": [finding_data(finding) for finding in report.findings],
        "undecided": [
            {
                "rule": entry.rule.id,
                "reason": judgement.reason and judgement.reason.value,
                "location": _term_location(judgement.relation.terms[0]),
                "equation": equation_text(judgement.relation),
            }
            for entry, judgement in report.judgements(Outcome.UNDECIDED)
        ],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return one finding as plain data.

    Args:
        finding: A finding of a report.
    """
    wanted, difference, certificate = finding.expected, finding.difference, finding.certificate
    cause = finding.cause
    sign = "≥ " if isinstance(finding.relation, AtMost) else ""
    return {
        "rule": finding.rule.id,
        "name": finding.rule.card.name,
        "severity": finding.severity.value,
        "message": dict(finding.message),
        "locations": [_location(place) for place in finding.locations],
        "reported": str(finding.reported),
        "expected": _expected(wanted, sign),
        "difference": str(difference) if difference is not None else None,
        "equation": finding.equation,
        "certificate": certificate
        and {
            "figures": [str(figure) for figure in certificate.figures],
            "intervals": [str(interval) for interval in certificate.intervals],
            "gap": plain(certificate.gap),
        },
        "cause": dict(cause.message) if cause else None,
    }


def _expected(wanted: Figure | Notice | None, sign: str) -> str | None:
    if isinstance(wanted, Notice):
        return wanted.zh
    return sign + str(wanted) if wanted is not None else None


def _document(disclosure: Disclosure) -> dict[str, Any]:
    return {
        "source": disclosure.source,
        "title": disclosure.title,
        "entity": disclosure.entity,
        "year": disclosure.year,
        "kind": disclosure.kind.value,
    }


def _counts(counts: Mapping[Outcome, int]) -> dict[str, int]:
    return {outcome.value: counts[outcome] for outcome in Outcome}


def _table(number: int, table: Table) -> dict[str, Any]:
    return {
        "number": number,
        "title": table.title,
        "kind": table.kind.key if table.kind else None,
        "unit": table.unit.value if table.unit else None,
        "lines": list(table.lines) if table.lines else None,
        "form": table.is_form,
        "empty": table.is_empty,
        "notes": list(table.notes),
        "problems": [_notice(problem) for problem in table.problems],
    }


def _checked_table(report: Report, number: int, table: Table) -> dict[str, Any]:
    counts = [entry.counts for entry in report.entries if entry.table is table]
    total = {outcome: sum(found[outcome] for found in counts) for outcome in Outcome}
    return {**_table(number, table), "figures": sum(1 for _ in table.cells()), "summary": _counts(total)}


def _term_location(term: object) -> dict[str, Any] | None:
    place = getattr(term, "location", None)
    return _location(place) if isinstance(place, Location) else None


def disclosure_data(disclosure: Disclosure) -> dict[str, Any]:
    """Return what was read as plain data: every table with its rows, columns, amounts and lines, and what stayed unread.

    Args:
        disclosure: What `read_file`, `read_text` or a builder returned.
    """
    return {
        **_document(disclosure),
        "tables": [
            {
                **_table(number, table),
                "sides": [_side(side) for side in table.sides],
                "raw": [list(row) for row in table.raw],
            }
            for number, table in enumerate(disclosure.tables, 1)
        ],
        "indicators": [_indicator(one, disclosure.projects) for one in disclosure.indicators],
        "projects": [_project(one) for one in disclosure.projects],
        "overall_targets": [_overall(one) for one in disclosure.overall_targets],
        "claims": _converter.unstructure(disclosure.claims, tuple[Claim, ...]),
        "unread": _converter.unstructure(disclosure.unread, tuple[Unread, ...]),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "flow": side.flow.value if side.flow else None,
        "columns": [_column(column, side.columns.breakdowns) for column in side.columns],
        "rows": [_row(side, row) for row in side.rows],
    }


def _column(column: Column, breakdowns: tuple[Breakdown, ...]) -> dict[str, Any]:
    return {
        "label": column.label,
        "path": list(column.path),
        "role": column.role.value,
        "unit": column.unit.value if column.unit else None,
        "parts": [_breakdown(b) for b in breakdowns if b.total == column.index],
    }


def _row(side: Side, row: Row) -> dict[str, Any]:
    return {
        "label": row.label,
        "code": row.code,
        "codes": list(row.codes),
        "kind": row.kind.value,
        "parent": row.parent,
        "line": row.line,
        "recovery": row.recovery and _notice(row.recovery),
        "parts": [_breakdown(b) for b in side.rows.breakdowns if b.total == row.index],
        "cells": [_cell(cell) for cell in side.matrix[row.index]],
    }


def _breakdown(breakdown: Breakdown) -> dict[str, Any]:
    return {
        "of": list(breakdown.parts),
        "of_which": breakdown.of_which,
        "optional": list(breakdown.optional),
    }


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    figure = str(cell.figure) if cell.figure is not None else None
    return {"text": cell.text, "figure": figure, "reason": cell.reason.value if cell.reason else None}


def _indicator(one: Indicator, projects: tuple[Project, ...]) -> dict[str, Any]:
    number = next((i for i, project in enumerate(projects, 1) if project is one.project), None)
    return {
        "name": one.name,
        "target": one.target,
        "unit": one.unit,
        "levels": list(one.levels),
        "period": one.period.value,
        "project": number,
        "number": one.number,
        "explanation": one.explanation,
        "oddities": [oddity.value for oddity in one.oddities],
        "location": one.location and _location(one.location),
    }


def _project(project: Project) -> dict[str, Any]:
    return {
        "name": project.name,
        "code": project.code,
        "entity": project.entity,
        "term": project.term,
        "start": project.start,
        "end": project.end,
        "funding": [_funding(one) for one in project.funding],
        "location": _location(project.location),
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
        "location": _location(cell.location),
    }


def _overall(targets: OverallTargets) -> dict[str, Any]:
    return {
        "entity": targets.entity,
        "funding": targets.funding and _funding(targets.funding),
        "tasks": [_task(task) for task in targets.tasks],
        "location": _location(targets.location),
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "text": task.text,
        "amount": task.amount and _form_cell(task.amount),
        "location": _location(task.location),
    }
