"""Where the numbers of a row can stand that prints fewer numbers than its table has columns.

The order of the numbers is kept. A blank is nil: every total column is the sum of the parts that are printed, within the rounding of
their last places, and a blank total has no parts but noughts. The numbers are integers, counted in last places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import define, field, frozen

from govbudget.disclosures import Breakdown
from govbudget.reading.pages._effort import Effort, TooLongError
from govbudget.relations import leeway

MAX_STEPS = 20_000
"""After so many steps the placements of one row are given up."""
MAX_PLACEMENTS = 400
"""So many placements say nothing about a row."""

Placement = tuple[int | None, ...]
"""For every column which of the numbers stands there, by its place in the row; None for a blank."""

Key = TypeVar("Key")


def fits(total: int | None, added: int, count: int) -> bool:
    """Tell whether a printed or blank total can be the sum of its printed parts.

    Args:
        total: The total, None if it is blank.
        added: The sum of the printed parts.
        count: How many parts are printed.
    """
    if total is None or not count:
        return (total or 0) == added == 0
    return abs(total - added) <= leeway(count)


@frozen
class ColumnSums:
    """Which columns are sums of which others.

    Args:
        width: How many columns there are.
        breakdowns: The sums, and what is only some of a total ("其中").
    """

    width: int
    breakdowns: tuple[Breakdown, ...]
    ends: dict[int, tuple[Breakdown, ...]] = field(init=False, repr=False)
    """For every column the sums of which it is the last member."""
    opened: dict[int, tuple[Breakdown, ...]] = field(init=False, repr=False)
    """For every column the sums that it is a part of and whose total stands before it."""

    @ends.default
    def _find_ends(self) -> dict[int, tuple[Breakdown, ...]]:
        return _grouped((max(b.total, *b.parts), b) for b in self.breakdowns)

    @opened.default
    def _find_opened(self) -> dict[int, tuple[Breakdown, ...]]:
        return _grouped((j, b) for b in self.breakdowns for j in b.parts if j > b.total)

    def hold(self, breakdown: Breakdown, values: Sequence[int | None]) -> bool:
        """Tell whether one of the sums holds for the values of a row.

        Args:
            breakdown: The sum.
            values: The values by column; None for a blank.
        """
        printed = [value for j in breakdown.parts if (value := values[j]) is not None]
        total = values[breakdown.total]
        if breakdown.of_which:
            return sum(printed) - (total or 0) <= (leeway(len(printed)) if total is not None else 0)
        return fits(total, sum(printed), len(printed))


def _grouped(pairs: Iterable[tuple[Key, Breakdown]]) -> dict[Key, tuple[Breakdown, ...]]:
    found: dict[Key, tuple[Breakdown, ...]] = {}
    for key, breakdown in pairs:
        found[key] = (*found.get(key, ()), breakdown)
    return found


@define
class _Search:
    numbers: tuple[int, ...]
    sums: ColumnSums
    limits: Sequence[int | None]
    effort: Effort
    seen: Sequence[int | None]
    values: list[int | None] = field(factory=list)
    placed: list[int | None] = field(factory=list)
    found: list[Placement] = field(factory=list)

    def run(self, taken: int) -> None:
        """Fill the next column, with nothing or with the next number."""
        self.effort.spend(1)
        column = len(self.values)
        if column == self.sums.width:
            self.found.append(tuple(self.placed))
            if len(self.found) > MAX_PLACEMENTS:
                raise TooLongError
            return
        left = len(self.numbers) - taken
        if left:
            limit = self.limits[column]
            is_here = self.seen[taken] in (None, column)
            if is_here and (limit is None or self.numbers[taken] <= limit):
                self._try(self.numbers[taken], taken, taken + 1)
        if left < self.sums.width - column:
            self._try(None, None, taken)

    def _try(self, value: int | None, number: int | None, taken: int) -> None:
        column = len(self.values)
        self.values.append(value)
        self.placed.append(number)
        if all(self.sums.hold(b, self.values) for b in self.sums.ends.get(column, ())) and (
            value is None or all(self._is_below(b) for b in self.sums.opened.get(column, ()))
        ):
            self.run(taken)
        self.values.pop()
        self.placed.pop()

    def _is_below(self, breakdown: Breakdown) -> bool:
        """Whether the parts so far do not exceed their total; sums of negative amounts are not cut short."""
        if self.numbers and min(self.numbers) < 0:
            return True
        added = sum(self.values[j] or 0 for j in breakdown.parts if j < len(self.values))
        return added <= (self.values[breakdown.total] or 0) + leeway(len(breakdown.parts))


def placements(
    numbers: Sequence[int],
    sums: ColumnSums,
    limits: Sequence[int | None],
    effort: Effort,
    seen: Sequence[int | None] = (),
) -> list[Placement] | None:
    """Return all placements of the numbers of a row, or None if there are too many to look at.

    A row that prints a number in every column has one, whether it adds up or not; one that prints more has none.

    Args:
        numbers: The numbers in printed order.
        sums: Which columns are sums of which others.
        limits: For every column the most that can stand there; None where that is not known.
        effort: What is left of the steps for the whole table.
        seen: For every number the column in which it is seen to stand; None where it is not.
    """
    if len(numbers) >= sums.width:
        return [tuple(range(sums.width))] if len(numbers) == sums.width else []
    search = _Search(tuple(numbers), sums, limits, Effort(MAX_STEPS, effort), seen or (None,) * len(numbers))
    try:
        search.run(0)
    except TooLongError:
        return None
    return search.found
