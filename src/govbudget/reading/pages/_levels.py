"""Bare two-digit codes: which of them are sections (款) and which are items (项) follows from their order.

In some tables one column prints 208, 01, 09, 05, 02: a category, then sections and items by their last two digits only.
Codes ascend among siblings, and either every section has an item or none has, which usually leaves one reading. Where it
leaves several, amounts decide: the reading in which the category is the sum of its sections and every section that of
its items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

MAX_READINGS = 64
"""So many readings of one category are looked at; beyond that the order says nothing."""


def assemble(category: str, pieces: Sequence[str], adds_up: Callable[[list[str]], bool]) -> list[str] | None:
    """Return the full codes of the two-digit pieces below a category, or None if the order does not decide.

    Args:
        category: The three digits of the category.
        pieces: The two-digit codes in printed order.
        adds_up: Tells whether category and sections can be the sums of their parts under a reading.

    >>> assemble("208", ["01", "09", "05", "02", "05", "06"], lambda codes: True)
    ['20801', '2080109', '20805', '2080502', '2080505', '2080506']
    """
    found = [[category + code for code in reading] for reading in readings(pieces)]
    if len(found) > 1:
        found = [codes for codes in found if adds_up(codes)]
    return found[0] if len(found) == 1 else None


def readings(pieces: Sequence[str]) -> list[list[str]]:
    """Return all readings in which codes ascend and every section has an item, or none has; none if there are too many."""
    partial: list[tuple[list[str], str, str]] = [([], "", "")]  # codes so far, open section, its last item
    for piece in pieces:
        step: list[tuple[list[str], str, str]] = []
        for codes, section, item in partial:
            if section and piece > item:
                step.append(([*codes, section + piece], section, piece))
            if piece > section and (item or not section):
                step.append(([*codes, piece], piece, ""))
        if len(step) > MAX_READINGS:
            return []
        partial = step
    sections = [list(pieces)] if all(a < b for a, b in pairwise(pieces)) else []
    return [codes for codes, _, item in partial if item] + sections
