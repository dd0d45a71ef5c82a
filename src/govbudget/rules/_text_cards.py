"""What the families of rules about the narrative share: the shape of their cards, lists that are complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from attrs import evolve

from govbudget.disclosures import Cell, Claim, Disclosure
from govbudget.disclosures.narrative import Listing
from govbudget.intervals import power_of_ten
from govbudget.percentages import ExactPercentage
from govbudget.relations import Outcome, Relation, Sum, judge, like
from govbudget.rules._rules import Card, Example, Rule, Severity

Stated = TypeVar("Stated", Claim, Cell)

HUNDRED = ExactPercentage(100)

BASIS = "财预〔2016〕143号《地方预决算公开操作规程》第十四条：公开的内容应当前后一致、表文相符"


def told(
    outcome: Outcome, text: str, *rows: str, title: str = "2021年部门预算", unit: str = "万元"
) -> Example:
    """Return an example of a card: a narrative, and a table if it needs one.

    Args:
        outcome: The gravest outcome that the rule must have.
        text: The narrative.
        rows: The rows of the table, headings first.
        title: The title of the table.
        unit: Its unit.
    """
    return Example(title, unit, rows, outcome, text=text)


def text_rule(  # noqa: PLR0913, PLR0917 - one line for every rule of the families
    identity: tuple[str, str, Severity],
    title: tuple[str, str],
    statement: tuple[str, str],
    formula: str,
    states: Callable[..., Iterator[Relation]],
    examples: tuple[Example, ...],
    message: tuple[str, str] | None = None,
    *,
    in_context: bool = False,
) -> Rule:
    """Return a rule about the narrative.

    Args:
        identity: Its id, its name and how grave a failure is.
        title: What it is called, in Chinese and English.
        statement: What must hold, in Chinese and English.
        formula: The relation in symbols.
        states: Gives the relations of a disclosure.
        examples: Cases that pass and cases that fail.
        message: How a failure is reported, in Chinese and English, where the relation's own message will not do.
        in_context: Whether the function also takes a `Context`.
    """
    rule_id, name, severity = identity
    card = Card(
        rule_id,
        name,
        title,
        statement,
        formula,
        BASIS,
        severity,
        message,
        examples=examples,
    )
    return Rule(card, "disclosure", states, in_context)


def listings(disclosure: Disclosure) -> Iterator[Listing]:
    """Iterate over the lists of a narrative.

    Args:
        disclosure: The disclosure.
    """
    return (stated for stated in disclosure.narrative.statements if isinstance(stated, Listing))


def shares_of(listing: Listing) -> tuple[Claim, ...]:
    """Return the shares of a list, or none if one of its parts has none.

    Args:
        listing: The list.
    """
    found = tuple(share for share in listing.shares if share is not None)
    return found if len(found) == len(listing.parts) > 1 else ()


def sum_of(total: Claim, parts: tuple[Claim, ...]) -> Sum:
    """Return the sum of some parts; "0" written beside a total with decimals is nil, not a rounded figure.

    Args:
        total: The total.
        parts: Its parts.
    """
    decimals = total.figure.decimals
    amounts = tuple(one for one in parts if one.figure.coefficient or one.figure.decimals >= decimals)
    return Sum(total, amounts or parts)


def adds_up(listing: Listing) -> Outcome:
    """Judge whether the parts of a list add to the figure that it breaks down.

    Args:
        listing: The list.
    """
    total = listing.total
    if total is None or len(listing.parts) < 2:
        return Outcome.UNDECIDED
    return judge(sum_of(total, listing.parts)).outcome


def shares_add_up(listing: Listing) -> Outcome:
    """Judge whether every part of a list has a share and the shares add to 100 %.

    Args:
        listing: The list.
    """
    shares = shares_of(listing)
    return judge(Sum(HUNDRED, shares)).outcome if shares else Outcome.UNDECIDED


def is_near(relation: Relation, neighbours: tuple[Relation, ...]) -> bool:
    """Tell whether a relation fails as printed, but holds for a figure one last place away.

    Args:
        relation: The relation as printed.
        neighbours: The same with the figure moved by one last place, up and down.
    """
    if judge(relation).outcome is not Outcome.FAILED:
        return False
    return any(judge(one).outcome is not Outcome.FAILED for one in neighbours)


def one_place_off(claim: Stated) -> tuple[Stated, ...]:
    """Return a claim, or a cell that is not blank, with its figure moved by one last place, up and down.

    Args:
        claim: The claim.
    """
    figure = claim.figure
    assert figure is not None  # noqa: S101 - nobody asks of a blank
    step = power_of_ten(figure.place)
    return tuple(evolve(claim, figure=like(figure, figure.value + change)) for change in (step, -step))


HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
