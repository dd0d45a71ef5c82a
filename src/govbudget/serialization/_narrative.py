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

    match statement:
        case Proportion(percentage, part, whole, whole_topic, wider):
            found: dict[str, Any] = {
                "percentage": number(percentage),
                "part": number(part),
                "whole": number(whole),
                "whole_topic": _topic(whole_topic),
                "wider": [number(one) for one in wider],
            }
        case Movement():
            names = ("current", "prior", "difference", "rate")
            found = {name: number(getattr(statement, name)) for name in names}
            found |= {"topic": _topic(statement.topic), "base": statement.base}
            found["direction"] = statement.direction.value if statement.direction else None
            found |= {"year": statement.year, "is_further": statement.is_further, "text": statement.mark.text}
        case Listing(total, parts, shares, is_partition, mark, is_inner, is_open):
            found = {"total": number(total), "parts": [number(part) for part in parts]}
            found |= {"shares": [number(share) for share in shares], "is_partition": is_partition}
            found |= {"is_inner": is_inner, "is_open": is_open, "text": mark.text}
        case Tally(count, items, doubtful):
            found = {"count": number(count), "items": list(items), "doubtful": doubtful}
        case Denial(mark, topic):
            found = {"topic": _topic(topic), "text": mark.text}
        case _:
            found = {"number": statement.number, "text": statement.mark.text}
    place = statement.location
    return {"kind": type(statement).__name__.lower(), "line": place.line, "row": place.row, **found}
