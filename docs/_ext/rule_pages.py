"""Writes one page for every standard rule from its card, executing the examples on it.

A page shows what the check of each example really gave. If that is not the outcome that the card promises, the build
fails.
"""

# ruff: noqa: INP001 - extensions of the documentation are no package

from pathlib import Path
from typing import Any

from attrs import evolve
from sphinx.errors import ExtensionError
from written import write

import govbudget
from govbudget.labels import year_in
from govbudget.relations import Outcome
from govbudget.rules import TOGETHER, Example

_GRAVEST = (Outcome.FAILED, Outcome.UNDECIDED, Outcome.ROUNDING, Outcome.PASSED, Outcome.NOT_APPLICABLE)
_ALL = (*govbudget.STANDARD, *TOGETHER)
_MEANING = {
    Outcome.FAILED: "cannot be true",
    Outcome.UNDECIDED: "cannot be decided",
    Outcome.ROUNDING: "holds within rounding",
    Outcome.PASSED: "holds",
    Outcome.NOT_APPLICABLE: "has nothing to check",
}


def write_pages(app: Any) -> None:
    """Write `reference/rules/`: an index and a page for every rule."""
    folder = Path(app.srcdir) / "reference" / "rules"
    pages = {f"{rule.id.lower()}.md": _page(rule) for rule in _ALL}
    pages["index.md"] = _index()
    write(folder, pages)


def _index() -> str:
    rows = [
        f"| [{rule.id}]({rule.id.lower()}.md) | {rule.card.title['en']} | {rule.card.title['zh']} "
        f"| {rule.card.severity.value} | {rule.card.formula} |"
        for rule in _ALL
    ]
    return "\n".join(
        [
            "# Rules",
            "",
            "The rules of `govbudget.STANDARD`, in the order in which they are checked, and those between documents, which",
            "`govbudget.check_together` checks. Ids are permanent. The pages are",
            "written from the rules themselves, and every example on them was checked while they were written.",
            "",
            "| id | name | 名称 | severity | formula |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "```{toctree}",
            ":hidden:",
            "",
            *(rule.id.lower() for rule in _ALL),
            "```",
            "",
        ]
    )


def _page(rule: govbudget.Rule) -> str:
    card = rule.card
    lines = [
        f"# {rule.id}: {card.title['en']}",
        "",
        f"**{card.title['zh']}** · `{card.name}` · severity {card.severity.value}{_years(rule)}",
        "",
        card.statement["en"],
        "",
        card.statement["zh"],
        "",
    ]
    has_formula = card.formula and card.formula not in card.statement.values()
    lines += ["Formula", f": {card.formula}", ""] if has_formula else []
    lines += ["Basis", f": {card.basis}", ""] if card.basis else []
    for example in card.examples:
        lines += _executed(rule, example)
    return "\n".join(lines)


def _years(rule: govbudget.Rule) -> str:
    since, until = rule.card.since, rule.card.until
    text = f" · since {since}" if since else ""
    return text + (f" · until {until}" if until else "")


def _executed(rule: govbudget.Rule, example: Example) -> list[str]:
    """Check an example with its rule alone, and show it with what came of it."""
    tables = [govbudget.read_rows(one.cells(), title=one.title, unit=one.unit) for one in example.sheets()]
    if rule.scope == "documents":
        given = [govbudget.Disclosure([one], entity="某局", year=year_in(one.title)) for one in tables]
        told = govbudget.read_text(f"{example.title}\n{example.text}")
        given[0] = evolve(given[0], narrative=told.narrative)
        report = govbudget.check_together(given, rule)
    else:
        told = govbudget.read_text(f"{example.title}\n{example.text}")
        given = evolve(told, tables=tables) if example.text else tables
        report = govbudget.check(given, rule, charts=example.charts)
    outcome = next((one for one in _GRAVEST if report.summary[one]), Outcome.NOT_APPLICABLE)
    if outcome is not example.outcome:
        msg = f"an example of {rule.id} is {outcome.name}, but its card says {example.outcome.name}"
        raise ExtensionError(msg)
    lines = [f"## An example that {_MEANING[outcome]}", ""]
    lines += ["The text says:", "", f"> {example.text}", ""] if example.text else []
    for one in example.sheets():
        lines += [f"{one.title} ({one.unit}):", "", *_grid(one.cells()), ""]
    for chart in example.charts:
        known = "、".join(map(str, chart))
        lines += [
            f"Checked with an official chart of {chart.year} that the user gives. All its codes: {known}.",
            "",
        ]
    lines += [f"Outcome: **{outcome.name}**.", ""]
    for finding in report.findings:
        lines += [f"> {finding.message['en']}", ">", f"> {finding.message['zh']}", ">"]
        lines += [f"> `{finding.equation}`", ""]
    return lines


def _grid(cells: list[list[str]]) -> list[str]:
    width = max(map(len, cells))
    rows = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in cells]
    return [rows[0], "|" + "---|" * width, *rows[1:]]


def setup(app: Any) -> dict[str, Any]:
    """Write the pages before any page is read."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
