"""Neighbouring tables that may be pages of one: where neither is whole by itself, rows of both may stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govbudget.labels import normalise
from govbudget.reading.extracted._continuations import Part
from govbudget.reading.extracted._joins import is_whole


def doubt_neighbours(parts: Sequence[Part]) -> None:
    """Note that rows of tables may be missing which may be pages of one: none is whole, or they print the same total.

    Two neighbours may be pages of one if they have the same headings and the second bears the same title, none, or that of the table
    after it.

    Args:
        parts: Tables of a document that follow each other.
    """
    titles = [normalise(part.context.title or "") for part in parts]
    for i, (one, other) in enumerate(pairwise(parts)):
        is_shared = titles[i + 1] in {"", titles[i], *titles[i + 2 : i + 3]}
        if not is_shared or one.roles != other.roles:
            continue
        whole = [is_whole(part) for part in (one, other)]
        if not any(whole) or (not all(whole) and one.totals & other.totals):
            one.is_cut = other.is_cut = True
