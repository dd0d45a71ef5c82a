"""JSON → what performance forms hold, each put back into its table."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from govbudget.amounts import Amount
from govbudget.disclosures import Indicator, Project
from govbudget.disclosures.forms import Form, FormCell, Funding, Oddity, OverallTargets, Period, Task
from govbudget.exactjson import Node
from govbudget.relations import Reason
from govbudget.serialization._read_values import figure, place


@define
class _Content:
    indicators: list[Indicator] = field(factory=list)
    projects: list[Project] = field(factory=list)
    overall: OverallTargets | None = None


def read_forms(node: Node, tables: Sequence[Node]) -> list[Form | None]:
    """Return for every table what its form holds, None where it is none.

    Args:
        node: What `disclosure_data` writes.
        tables: Its tables.
    """
    sources = [table["source"].maybe(Node.text) for table in tables]
    contents = [_Content() for _ in tables]
    projects: list[Project] = []
    for one in node["projects"]:
        number = _number(one["table"], len(tables))
        projects.append(_project(one, sources[number]))
        contents[number].projects.append(projects[-1])
    for one in node["indicators"]:
        number = _number(one["table"], len(tables))
        contents[number].indicators.append(_indicator(one, projects, sources[number]))
    for one in node["overall_targets"]:
        number = _number(one["table"], len(tables))
        contents[number].overall = _overall(one, sources[number])
    return [
        Form(
            tuple(held.indicators), tuple(held.projects), held.overall, table["form_year"].maybe(Node.number)
        )
        if table["form"].flag()
        else None
        for table, held in zip(tables, contents, strict=True)
    ]


def _number(node: Node, count: int) -> int:
    """Return the index of what is numbered from 1."""
    found = node.number()
    if not 1 <= found <= count:
        node.refuse(f"是 {found}，超出范围（共 {count} 项）", f"is {found}, beyond the {count} entries")
    return found - 1


def _indicator(node: Node, projects: Sequence[Project], source: str | None) -> Indicator:
    return Indicator(
        node["name"].text(),
        node["target"].text(),
        node["unit"].maybe(Node.text),
        node["levels"].each(Node.text),
        node["location"].maybe(lambda one: place(one, source)),
        node["period"].member(Period),
        node["project"].maybe(lambda one: projects[_number(one, len(projects))]),
        node["explanation"].maybe(Node.text),
        node["number"].maybe(Node.text),
        node["oddities"].each(lambda one: one.member(Oddity)),
        node["nature"].maybe(Node.text),
        node["extras"].entries(Node.text),
    )


def _project(node: Node, source: str | None) -> Project:
    return Project(
        node["name"].text(),
        place(node["location"], source),
        node["code"].maybe(Node.text),
        node["entity"].maybe(Node.text),
        node["term"].maybe(Node.text),
        node["start"].maybe(Node.text),
        node["end"].maybe(Node.text),
        node["funding"].each(lambda one: _funding(one, source)),
        node["planned"].each(lambda one: _amount(one, source)),
        node["entity_code"].maybe(Node.text),
    )


def _funding(node: Node, source: str | None) -> Funding:
    return Funding(
        node["period"].member(Period),
        node["total"].maybe(lambda one: _amount(one, source)),
        node["sources"].each(lambda one: _amount(one, source)),
        node["structure"].each(lambda one: _amount(one, source)),
        node["prior_year"].flag(),
    )


def _amount(node: Node, source: str | None) -> FormCell:
    return FormCell(
        node["label"].text(),
        node["text"].text(),
        place(node["location"], source),
        node["figure"].maybe(lambda one: figure(one, Amount)),
        node["reason"].maybe(lambda one: one.member(Reason)),
    )


def _overall(node: Node, source: str | None) -> OverallTargets:
    return OverallTargets(
        node["entity"].maybe(Node.text),
        place(node["location"], source),
        node["funding"].maybe(lambda one: _funding(one, source)),
        node["tasks"].each(lambda one: _task(one, source)),
    )


def _task(node: Node, source: str | None) -> Task:
    return Task(
        node["name"].text(),
        node["text"].text(),
        place(node["location"], source),
        node["amount"].maybe(lambda one: _amount(one, source)),
    )
