"""Which rows stand in a column, where another table tells the amounts into which that column can be parted.

A project is money for one subject. So the projects in the column of a fund can be shared out among the subjects that the table of this
fund lists, and those of every subject add up to its amount. Where all ways to share them out agree on a row, its column is known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from govbudget.disclosures import Breakdown
from govbudget.reading.flat._column_totals import Values
from govbudget.reading.flat._placements import fits
from govbudget.reading.pages._effort import Effort, TooLongError
from govbudget.relations import leeway

MAX_STEPS = 400_000
"""So many sums are looked at to share out the rows of one column."""

Rows = Sequence[list[Values] | None]


@frozen
class Share:
    """What is parted off a column.

    Args:
        amount: What its rows add up to.
        rows: The rows that may belong to it.
    """

    amount: int
    rows: frozenset[int]


@frozen
class Shares:
    """Into what a column can be parted.

    Args:
        column: Which column.
        shares: Its parts.
        title: The title of the table that tells them.
    """

    column: int
    shares: tuple[Share, ...]
    title: str


def settled(rows: Rows, breakdowns: Sequence[Breakdown], shares: Shares) -> dict[int, list[Values]]:
    """Return the values that are left for rows with several, where all ways to share out a column agree on them.

    Args:
        rows: For every row its possible values; None where they are not known.
        breakdowns: Which rows are sums of which others.
        shares: Into what one column can be parted.
    """
    column = shares.column
    totals = {b.total for b in breakdowns}
    amounts: dict[int, int] = {}
    sure: set[int] = set()
    for i, values in enumerate(rows):
        if i in totals:
            continue
        stands = {one[column] for one in values or ()}
        known = [one for one in stands if one is not None]
        if values is None or len(known) > 1 or any(one <= 0 for one in known):
            return {}
        if known:
            amounts[i] = known[0]
        if None not in stands:
            sure.add(i)
    sums = [b for b in breakdowns if not b.of_which and totals.isdisjoint(b.parts)]
    try:
        ways = [
            one
            for one in set(_Sharing(amounts, shares.shares).ways())
            if sure <= one and all(_holds(b, rows, amounts, one, column) for b in sums)
        ]
    except TooLongError:
        return {}
    found: dict[int, list[Values]] = {}
    for i in sorted(amounts.keys() - sure):
        stands_there = {i in one for one in ways}
        if len(stands_there) == 1:
            found[i] = [one for one in rows[i] or () if (one[column] is not None) in stands_there]
    return found


def _holds(
    breakdown: Breakdown, rows: Rows, amounts: dict[int, int], way: frozenset[int], column: int
) -> bool:
    added = [amounts[i] for i in breakdown.parts if i in way]
    return any(fits(one[column], sum(added), len(added)) for one in rows[breakdown.total] or ())


@define
class _Sharing:
    """The search for all ways to share out rows."""

    amounts: dict[int, int]
    shares: Sequence[Share]
    effort: Effort = field(factory=lambda: Effort(MAX_STEPS))

    def ways(self) -> Iterator[frozenset[int]]:
        """Iterate over the rows that the shares hold together, for every way to give each row to one share."""
        sets = [list(self._adding_up(one)) for one in self.shares]
        yield from self._combined(sorted(sets, key=len), frozenset())

    def _combined(
        self, sets: Sequence[Sequence[frozenset[int]]], taken: frozenset[int]
    ) -> Iterator[frozenset[int]]:
        if not sets:
            yield taken
            return
        for one in sets[0]:
            self.effort.spend(1)
            if taken.isdisjoint(one):
                yield from self._combined(sets[1:], taken | one)

    def _adding_up(self, share: Share) -> Iterator[frozenset[int]]:
        """Iterate over the sets of rows that add up to a share within rounding: the rows are halved, and sums of both halves matched."""
        rows = [i for i in sorted(share.rows & self.amounts.keys()) if self.amounts[i] <= share.amount + 1]
        slack = leeway(len(rows))
        left, right = self._sums(rows[::2]), sorted(self._sums(rows[1::2]), key=lambda one: one[0])
        keys = [added for added, _ in right]
        for added, chosen in left:
            low, high = share.amount - slack - added, share.amount + slack - added
            for _, others in right[bisect_left(keys, low) : bisect_right(keys, high)]:
                self.effort.spend(1)
                both = chosen + others
                if fits(share.amount, sum(self.amounts[i] for i in both), len(both)):
                    yield frozenset(both)

    def _sums(self, rows: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
        found: list[tuple[int, tuple[int, ...]]] = [(0, ())]
        for i in rows:
            self.effort.spend(len(found))
            found += [(added + self.amounts[i], (*chosen, i)) for added, chosen in found]
        return found
