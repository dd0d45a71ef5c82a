"""What the narrative states → plain data."""

from __future__ import annotations

from typing import Any

from govbudget.disclosures import Claim, Narrative
from govbudget.disclosures.narrative import Denial, Listing, Movement, NarrativeStatement, Proportion, Tally
from govbudget.serialization._hooks import location_data
from govbudget.vocabulary import Topic


def claim_data(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "figure": str(claim.figure),
        "role": claim.role.value,
        "topic": _topic(claim.topic),
        "year": claim.year,
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
    found = [_statement(statement, places) for statement in narrative.statements]
    found += [
        {"kind": "dating", "line": one.location.line, "year": one.year, "text": one.text}
        for one in narrative.datings
    ]
    return found + [
        {
            "kind": "lapse",
            "line": one.location.line,
            "lapse": one.kind.value,
            "printed": one.printed,
            "text": one.text,
        }
        for one in narrative.lapses
    ]


def _statement(statement: NarrativeStatement, places: dict[int, int]) -> dict[str, Any]:
    def number(claim: Claim | None) -> int | None:
        return None if claim is None else places[id(claim)]

    match statement:
        case Proportion(percentage, part, whole):
            found: dict[str, Any] = {
                "percentage": number(percentage),
                "part": number(part),
                "whole": number(whole),
            }
        case Movement():
            names = ("current", "prior", "difference", "rate")
            found = {name: number(getattr(statement, name)) for name in names}
            found |= {"topic": _topic(statement.topic), "base": statement.base}
            found["direction"] = statement.direction.value if statement.direction else None
        case Listing(total, parts, shares, is_partition):
            found = {"total": number(total), "parts": [number(part) for part in parts]}
            found |= {"shares": [number(share) for share in shares], "is_partition": is_partition}
        case Tally(count, items, doubtful):
            found = {"count": number(count), "items": list(items), "doubtful": doubtful}
        case Denial(mark, topic):
            found = {"topic": _topic(topic), "text": mark.text}
        case _:
            found = {"number": statement.number, "text": statement.mark.text}
    return {"kind": type(statement).__name__.lower(), "line": statement.location.line, **found}
