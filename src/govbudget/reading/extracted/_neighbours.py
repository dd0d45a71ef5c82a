"""Neighbouring tables that may be pages of one: where neither is whole by itself, rows of both may stand elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from govbudget.disclosures import Aspect
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading.extracted._continuations import Part
from govbudget.reading.extracted._joins import is_whole


def doubt_neighbours(parts: Sequence[Part]) -> None:
    """Note that rows of tables may be missing which may be pages of one: none is whole, or they print the same total.

    Two neighbours may be pages of one if they have the same headings and the second bears the same title, none, or that of another
    table. In the last case that title does not say what it is.

    Args:
        parts: Tables of a document that follow each other.
    """
    titles = [normalise(part.context.title or "") for part in parts]
    counts = Counter(titles)
    for (one, other), (title, below) in zip(pairwise(parts), pairwise(titles), strict=True):
        is_own = below in {"", title}
        if (not is_own and counts[below] < 2) or one.roles != other.roles:
            continue
        whole = [is_whole(part) for part in (one, other)]
        if not any(whole) or (not all(whole) and one.totals & other.totals):
            one.is_cut = other.is_cut = True
            if not is_own:
                _deny(other)


def _deny(part: Part) -> None:
    """Take a part for no known kind of table, whatever its title says."""
    if part.kind is not None:
        part.grid.note(
            Aspect.KIND,
            Notice(f"不认作{part.kind.zh}", f"not taken for {part.kind.en}"),
            Notice(
                "表头与上面的表相同，两者都不完整，而另有一表用此标题",
                "its headings are those of the table above, neither is whole, and another table bears this title",
            ),
        )
        part.kind = None
