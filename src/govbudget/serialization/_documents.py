"""Reports and disclosures → plain data for JSON; every shape carries the name of its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from govbudget.checking import Finding, Report
from govbudget.disclosures import Axis, Cell, Column, Disclosure, Row, Side, Table, Unplaced, Unread
from govbudget.exceptions import Notice
from govbudget.intervals import Figure, plain
from govbudget.locations import Location
from govbudget.relations import AtMost, Outcome, equation_text
from govbudget.serialization._forms import forms_data
from govbudget.serialization._hooks import location_data, notice_data, plain_converter
from govbudget.serialization._narrative import narrative_data
from govbudget.serialization._resolutions import coverage_data, resolution_data

REPORT_SCHEMA = "govbudget/report/1"
"""The shape of `report_data`."""

DISCLOSURE_SCHEMA = "govbudget/disclosure/1"
"""The shape of `disclosure_data`."""


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
        "unread": plain_converter.unstructure(report.disclosure.unread, tuple[Unread, ...]),
        "rules": [rule.id for rule in report.rules],
        "ledger": [
            {"rule": row.rule, "table": row.table, "number": row.number, **_counts(row.counts)}
            for row in report.ledger
            if any(row.counts.values())
        ],
        "findings": [finding_data(finding) for finding in report.findings],
        "causes": _causes(report),
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


def _causes(report: Report) -> list[dict[str, Any]]:
    """The causes of findings by table, with the places of what they explain in the list of findings, counted from 0."""
    place = {id(finding): i for i, finding in enumerate(report.findings)}
    return [
        {
            "message": dict(rows.statement),
            "table": rows.origin.title,
            "lines": [shift.row.line for shift in rows.shifts],
            "findings": [place[id(finding)] for finding in findings],
        }
        for rows, findings in report.causes
    ]


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
        "locations": [location_data(place) for place in finding.locations],
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
        "resolutions": [resolution_data(one) for one in disclosure.resolutions],
        "coverage": coverage_data(disclosure.coverage()),
    }


def _counts(counts: Mapping[Outcome, int]) -> dict[str, int]:
    return {outcome.value: counts[outcome] for outcome in Outcome}


def _table(number: int, table: Table) -> dict[str, Any]:
    return {
        "number": number,
        "title": table.title,
        "kind": table.kind.key if table.kind else None,
        "unit": table.unit.value if table.unit else None,
        "entity": table.entity,
        "lines": list(table.lines) if table.lines else None,
        "form": table.is_form,
        "empty": table.is_empty,
        "notes": list(table.notes),
        "problems": [notice_data(problem) for problem in table.problems],
        "resolutions": [resolution_data(one) for one in table.resolutions],
        "unplaced": plain_converter.unstructure(table.unplaced, tuple[Unplaced, ...]),
        "coverage": coverage_data(table.coverage()),
    }


def _checked_table(report: Report, number: int, table: Table) -> dict[str, Any]:
    counts = [entry.counts for entry in report.entries if entry.table is table]
    total = {outcome: sum(found[outcome] for found in counts) for outcome in Outcome}
    return {**_table(number, table), "figures": sum(1 for _ in table.cells()), "summary": _counts(total)}


def _term_location(term: object) -> dict[str, Any] | None:
    place = getattr(term, "location", None)
    return location_data(place) if isinstance(place, Location) else None


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
                "source": table.origin.source,
                "units": [unit.value for unit in table.units],
                "form_year": table.form.year if table.form else None,
                "sides": [_side(side) for side in table.sides],
                "raw": [list(row) for row in table.raw],
            }
            for number, table in enumerate(disclosure.tables, 1)
        ],
        **forms_data(disclosure),
        **narrative_data(disclosure.narrative),
        "unread": plain_converter.unstructure(disclosure.unread, tuple[Unread, ...]),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "flow": side.flow.value if side.flow else None,
        "columns": [_column(column, side.columns) for column in side.columns],
        "rows": [_row(side, row) for row in side.rows],
    }


def _column(column: Column, axis: Axis[Column]) -> dict[str, Any]:
    return {
        "label": column.label,
        "path": list(column.path),
        "role": column.role.value,
        "unit": column.unit.value if column.unit else None,
        "parent": column.parent,
        "position": column.position,
        "parts": _breakdowns(axis, column.index),
    }


def _row(side: Side, row: Row) -> dict[str, Any]:
    return {
        "label": row.label,
        "code": row.code,
        "codes": list(row.codes),
        "labels": list(row.labels),
        "subjects": [list(one) for one in row.subjects],
        "kind": row.kind.value,
        "parent": row.parent,
        "line": row.line,
        "position": row.position,
        "recovery": row.recovery and notice_data(row.recovery),
        "parts": _breakdowns(side.rows, row.index),
        "cells": [_cell(cell) for cell in side.matrix[row.index]],
    }


def _breakdowns(axis: Axis[Any], total: int) -> list[dict[str, Any]]:
    """Write the breakdowns of one heading, each with its place among all of the axis."""
    return [
        {"order": i, "of": list(one.parts), "of_which": one.of_which, "optional": list(one.optional)}
        for i, one in enumerate(axis.breakdowns)
        if one.total == total
    ]


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    figure = str(cell.figure) if cell.figure is not None else None
    return {"text": cell.text, "figure": figure, "reason": cell.reason.value if cell.reason else None}
