"""What the narrative states → plain data."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from attrs import fields

from govbudget.disclosures import Claim, Narrative
from govbudget.disclosures.lapses import Dating, Lapse
from govbudget.disclosures.narrative import Listing, Mark, NarrativeStatement, Proportion, Tally
from govbudget.serialization._hooks import location_data, plain_converter
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


def narrative_data(narrative: Narrative) -> dict[str, Any]:
    """Write what a narrative states; statements give their claims by index, so that a claim is written once."""
    places = {id(claim): i for i, claim in enumerate(narrative.claims)}
    return {
        "claims": [claim_data(claim) for claim in narrative.claims],
        "statements": [_statement(statement, places) for statement in narrative.statements],
        "datings": plain_converter.unstructure(narrative.datings, tuple[Dating, ...]),
        "lapses": plain_converter.unstructure(narrative.lapses, tuple[Lapse, ...]),
    }


def _statement(statement: NarrativeStatement, places: dict[int, int]) -> dict[str, Any]:
    """Write every field of a statement; a mark is its sentence."""
    found = {name: value for name, value in _fields(statement) if not isinstance(value, Mark)}
    told = {name: _value(value, places) for name, value in found.items()}
    text = {} if isinstance(statement, Proportion | Tally) else {"text": statement.mark.text}
    more = {"is_complete": statement.is_complete} if isinstance(statement, Listing) else {}
    place = statement.location
    kind = type(statement).__name__.lower()
    return {"kind": kind, "line": place.line, "row": place.row, **told, **more, **text}


def _fields(statement: NarrativeStatement) -> Iterator[tuple[str, object]]:
    return ((one.name, getattr(statement, one.name)) for one in fields(type(statement)))


def _value(value: object, places: dict[int, int]) -> Any:
    match value:
        case Claim():
            return places[id(value)]
        case Topic():
            return _topic(value)
        case Enum():
            return value.value
        case frozenset():
            return sorted(value)
        case tuple():
            return [_value(one, places) for one in value]
    return value
