"""What the rules between tables share: two prints of one quantity as a relation, and the shape of their cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Literal

from attrs import evolve

from govbudget.coordinates import CellIndex, Print
from govbudget.disclosures import ALL, Cell, Coordinates
from govbudget.relations import Either, Outcome, Relation, Same, Sum
from govbudget.rules._messages import MESSAGE
from govbudget.rules._rules import Card, Example, Rule, Severity, Sheet

Cells = tuple[Cell, ...]
Reading = Sum | Same

BASIS = "财预〔2016〕143号《地方预决算公开操作规程》及各年部门预算公开表样的勾稽关系"
HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"
SUMMARY = ("收入 | | 支出 | ", "项目 | 金额 | 项目 | 金额")


def equal(first: Print, second: Print, rest: Cells = ()) -> Relation:
    """Return that two prints are of one quantity, in at least one of their readings.

    Args:
        first: The one, taken as reported.
        second: The other.
        rest: Two cells that print the same; as much as their rounding hides may stand between the prints as well.
    """
    readings = tuple(equal_cells(one, other, rest) for one, other in product(first.readings, second.readings))
    return readings[0] if len(readings) == 1 else Either(readings)


def equal_cells(one: Cells, other: Cells, rest: Cells = ()) -> Reading:
    """Return that the cells of one print add to what those of the other add to.

    Args:
        one: The cells of one print.
        other: Those of the other.
        rest: Two cells of which the difference is added to the other.
    """
    if rest:
        signs = (-1,) * (len(one) - 1) + (1, -1) + (1,) * len(other)
        return Sum(one[0], (*one[1:], *rest, *other), signs)
    if len(one) == len(other) == 1:
        return Same(one[0], other[0])
    if len(one) == 1:
        return Sum(one[0], other)
    if len(other) == 1:
        return Sum(other[0], one)
    signs = (-1,) * (len(one) - 1) + (1,) * len(other)
    return Sum(one[0], (*one[1:], *other), signs)  # a message names the other print by the last term


def ties(prints: Iterable[Print], others: Iterable[Print] | None = None) -> Iterator[Relation]:
    """Yield that prints of one quantity agree, each with the first; what is only added up is never compared with its like.

    Args:
        prints: The prints of one quantity.
        others: Prints that must agree with the first of these, if they are not of the same coordinates.
    """
    ordered = sorted(prints, key=lambda one: one.is_sum)
    if others is not None:
        ordered = [*ordered[:1], *others]
    for other in ordered[1:]:
        first = ordered[0]
        if not (first.is_sum and other.is_sum) and first.side is not other.side:
            yield equal(first, other)


def total(index: CellIndex, coordinates: Coordinates) -> Print | None:
    """Return the first printed quantity at some coordinates.

    Args:
        index: The cells by coordinates.
        coordinates: The coordinates.
    """
    return next((one for one in index[coordinates] if not one.is_sum), None)


def is_whole(coordinates: Coordinates, *but: str) -> bool:
    """Tell whether a quantity is broken down along no dimension other than its fund and those named.

    Args:
        coordinates: What it is about.
        but: Dimensions that may be broken down.
    """
    dimensions = ("entity", "kind", "function", "economic", "project", "item")
    return all(getattr(coordinates, name) is ALL for name in dimensions if name not in but)


def with_fund(coordinates: Coordinates, fund: str) -> Coordinates:
    """Return the same coordinates with another fund, "all" for all funds."""
    return evolve(coordinates, fund=ALL if fund == "all" else fund)


def tie_example(outcome: Outcome, *sheets: Sheet) -> Example:
    """Return an example of several tables of one document.

    Args:
        outcome: The gravest outcome that the rule must have.
        sheets: Its tables.
    """
    first, *further = sheets
    return Example(first.title, first.unit, first.rows, outcome, further=tuple(further))


def sheet(title: str, *rows: str, unit: str = "万元") -> Sheet:
    """Return a table of an example."""
    return Sheet(title, unit, rows)


def tie_rule(  # noqa: PLR0913, PLR0917 - one line for every rule
    number: int,
    name: str,
    title: tuple[str, str],
    statement: tuple[str, str],
    formula: str,
    states: Callable[..., Iterator[Relation]],
    examples: tuple[Example, ...],
    *,
    severity: Severity = Severity.ERROR,
    message: dict[str, str] | None = None,
    scope: Literal["table", "disclosure"] = "disclosure",
) -> Rule:
    """Return a rule of the family TIE, whose cards are alike but for these values."""
    card = Card(
        f"TIE-{number:03}",
        name,
        title,
        statement,
        formula,
        BASIS,
        severity,
        message or MESSAGE,
        examples=examples,
    )
    return Rule(card, scope, states, in_context=scope == "disclosure")


def pair(first: Sheet, good: Sheet, bad: Sheet) -> tuple[Example, ...]:
    """A case that holds and one that does not, with the same first table."""
    return tie_example(Outcome.PASSED, first, good), tie_example(Outcome.FAILED, first, bad)


def spending(title: str, *amounts: str, unit: str = "万元", row: str = "| 合计", head: str = HEAD) -> Sheet:
    return sheet(title, head, f"{row} | {' | '.join(amounts)}", unit=unit)
