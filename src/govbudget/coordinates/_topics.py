"""What the narrative speaks of → coordinates, so that its amounts find the cells of every year and measure."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from govbudget.disclosures import ALL, Coordinates, Flow
from govbudget.labels import normalise
from govbudget.subjects import Classification, Level, chart
from govbudget.vocabulary import Topic, meanings, topics

_FUNDS = ("fiscal", "general")
"""What a table of an item such as 三公 may say of its money: all fiscal appropriation, or that of the general public budget."""


def topic_coordinates(topic: Topic, year: int, measure: str) -> tuple[Coordinates, ...]:
    """Return the coordinates at which tables may print the amount of a topic; none if it is not certain what it covers.

    Args:
        topic: The topic, with its scope.
        year: The year of the amount.
        measure: "budget", "executed", "accounts" …
    """
    said = _said(topic, year)
    if said is None:
        return ()
    flow = Flow(said.pop("flow", Flow.EXPENDITURE.value))
    stated: dict[str, Any] = {"fund": ALL, **said}
    found = Coordinates(flow=flow, year=year, measure=measure, **stated)
    if found.item is not ALL and found.fund in _FUNDS:
        return tuple(evolve(found, fund=fund) for fund in _FUNDS)
    return (found,)


def _said(topic: Topic, year: int) -> dict[str, str] | None:
    known = meanings()
    bounds = known.scopes.get(topic.scope or "", {})
    if topic.scope is not None and not bounds:
        return None
    if topic.key.startswith("subject:"):
        section, _, item = topic.key.removeprefix("subject:").partition("/")
        code = _items(year).get((_stem(section), _stem(item)))
        return None if code is None else {"function": code, **bounds}
    if topics().is_functional(topic):
        code = known.functions.get(normalise(topic.zh))
        return None if code is None else {"function": code, **bounds}
    own = known.topics.get(topic.key)
    return None if own is None else {**own, **bounds}


def _stem(name: str) -> str:
    return normalise(name).removesuffix("支出")


@functools.lru_cache(maxsize=32)
def _items(year: int) -> Mapping[tuple[str, str], str]:
    """The functional items of a year by the names of their section and themselves."""
    known = chart(Classification.FUNCTIONAL, year)
    return {
        (_stem(known.ancestors(one.code)[0].name), _stem(one.name)): str(one.code)
        for one in known
        if one.level is Level.ITEM and known.ancestors(one.code)
    }
