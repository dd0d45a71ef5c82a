"""The plan of a project (项目实施计划) → the amounts that it lists: 甲项目50万元，乙项目80万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice

from govbudget.amounts import parse_amount
from govbudget.labels import normalise
from govbudget.vocabulary import form_words

_AMOUNT = re.compile(r"(?<![\d,.])\d[\d,]*+(?:\.\d++)?+(?:万|亿)?元")
_ENDS = "，,；;。、"
_SHORTEST = 2


def listed_amounts(text: str) -> list[tuple[str, str]]:
    """Return what a plan lists, each with its amount; nothing unless the whole plan is such a list.

    Every item is words and an amount at their end. Rates, totals, parts of other items, amounts by source or time and anything that is not an item make it
    another text.

    Args:
        text: The plan.
    """
    items = list(_items(normalise(text)))
    found = [item for item in items if item is not None]
    is_list = len(items) == len(found) >= _SHORTEST and not _is_nested([amount for _, amount in found])
    return found if is_list else []


def _is_nested(amounts: list[str]) -> bool:
    """Tell whether an item is the sum of neighbours on one side of it, two at least: these may be its parts."""
    values = [amount.yuan for one in amounts if (amount := parse_amount(one)) is not None]
    return any(
        value in islice(accumulate(side), 1, None)
        for i, value in enumerate(values)
        for side in (values[i + 1 :], values[:i][::-1])
    )


def _items(text: str) -> Iterator[tuple[str, str] | None]:
    other, start = form_words().plans["other"], 0
    for found in _AMOUNT.finditer(text):
        name = text[start : found.start()].strip(_ENDS)
        after = text[found.end() : found.end() + 1]
        is_item = bool(name) and (not after or after in _ENDS) and other.fullmatch(name) is None
        yield (name, found[0]) if is_item else None
        start = found.end()
    if text[start:].strip(_ENDS):
        yield None
