"""What the narrative states → plain data."""

from __future__ import annotations

from typing import Any

from govbudget.disclosures import Claim, Narrative
from govbudget.disclosures.narrative import (
    Bill,
    Costing,
    Denial,
    Listing,
    Movement,
    NarrativeStatement,
    Proportion,
    Tally,
)
from govbudget.serialization._hooks import location_data
from govbudget.vocabulary import Topic


def claim_data(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "figure": str(claim.figure),
        "role": claim.role.value,
        "topic": _topic(claim.topic),
        "year": claim.year,
        "measure": sorted(claim.measure),
        "location": location_data(claim.location),
        "span": list(claim.span),
    }


def _topic(topic: Topic | None) -> dict[str, Any] | None:
    if topic is None:
        return None
    return {"key": topic.key, "scope": topic.scope, "zh": topic.zh, "en": topic.en}


def narrative_data(narrative: Narrative) -> list[dict[str, Any]]:
    """Write statements with their claims by index, so that a claim is written once."""
    places = {id(claim): i for i, claim in enumerate(narrative.claims)}
    return [_statement(statement, places) for statement in narrative.statements]


def _statement(statement: NarrativeStatement, places: dict[int, int]) -> dict[str, Any]:
    def number(claim: Claim | None) -> int | None:
        return None if claim is None else places[id(claim)]

    def numbers(claims: tuple[Claim | None, ...]) -> list[int | None]:
        return [number(claim) for claim in claims]

    match statement:
        case Proportion(percentage, part, whole, whole_topic, wider):
            found: dict[str, Any] = {
                "percentage": number(percentage),
                "part": number(part),
                "whole": number(whole),
                "whole_topic": _topic(whole_topic),
                "wider": numbers(wider),
            }
        case Movement():
            names = ("current", "prior", "difference", "rate")
            found = {name: number(getattr(statement, name)) for name in names} | _movement(statement)
        case Listing(total, parts, shares):
            found = {"total": number(total), "parts": numbers(parts), "shares": numbers(shares)}
            found |= {name: getattr(statement, name) for name in _OF_LISTS}
        case Costing(amount, price, quantities):
            found = {"amount": number(amount), "price": number(price), "quantities": numbers(quantities)}
        case Bill(total, items):
            found = {"total": number(total), "items": numbers(items)}
        case Tally(count, items, doubtful):
            found = {"count": number(count), "items": list(items), "doubtful": doubtful}
        case Denial(_, topic):
            found = {"topic": _topic(topic)}
        case _:
            found = {"number": statement.number}
    return {
        "kind": type(statement).__name__.lower(),
        "line": statement.location.line,
        **found,
        **_text(statement),
    }


def _text(statement: NarrativeStatement) -> dict[str, str]:
    """The sentence of a statement that is not made by one claim."""
    return {} if isinstance(statement, Proportion | Tally) else {"text": statement.mark.text}


_OF_LISTS = ("is_partition", "is_inner", "is_open", "is_complete")


def _movement(moved: Movement) -> dict[str, Any]:
    return {
        "topic": _topic(moved.topic),
        "year": moved.year,
        "base": moved.base,
        "direction": moved.direction.value if moved.direction else None,
        "is_further": moved.is_further,
    }
