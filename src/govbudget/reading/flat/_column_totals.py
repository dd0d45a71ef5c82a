"""Which placements of the rows of a table agree with its totals: every row that is broken down is the sum of its rows.

The sums form a tree, so a placement that is possible in every sum it takes part in is part of a solution of the whole table. For
one sum the running totals of all selections are followed row by row; what cannot reach the total any more is dropped, and a search
that grows too large is given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from govbudget.disclosures import Breakdown
from govbudget.reading.flat._placements import fits
from govbudget.reading.pages._effort import Effort, TooLongError
from govbudget.relations import leeway

MAX_STEPS = 600_000
"""So many values are looked at to decide one sum,"""
MAX_ALL_STEPS = 3_000_000
"""and so many for all sums of a table."""

Values = tuple[int | None, ...]
"""The amounts of a row by column; None for a blank."""


@define
class Choices:
    """The rows of a table with their possible values, which are narrowed down in place.

    Args:
        rows: For every row its possible values; None where they are too many or unknown.
        conflicts: Sums that hold for no choice.
        given_up: Sums whose search was given up.
        confirmed: Sums that hold for some choice.
    """

    rows: list[list[Values] | None]
    conflicts: list[Breakdown] = field(factory=list)
    given_up: list[Breakdown] = field(factory=list)
    confirmed: list[Breakdown] = field(factory=list)

    def sizes(self, breakdown: Breakdown) -> list[int]:
        """Return how many values are possible for the rows of a sum.

        Args:
            breakdown: The sum.
        """
        return [len(self.rows[i] or ()) for i in (breakdown.total, *breakdown.parts)]


def choose(
    rows: Sequence[list[Values] | None], breakdowns: Sequence[Breakdown], effort: Effort | None = None
) -> Choices:
    """Drop the values of rows that agree with no choice for the others.

    Where a sum holds for no choice, nothing is concluded from the sums that share undecided rows with it.

    Args:
        rows: For every row its possible values; None where they are not known.
        breakdowns: Which rows are sums of which others.
        effort: What is left of the steps; so many as one table may take if it is not given.
    """
    active = [
        b for b in breakdowns if not b.of_which and all(rows[i] is not None for i in (b.total, *b.parts))
    ]
    conflicts: list[Breakdown] = []
    effort = effort or Effort(MAX_ALL_STEPS)
    while True:
        choices = _run(rows, active, effort)
        conflicts += choices.conflicts
        if not choices.conflicts:
            choices.conflicts = conflicts
            return choices
        near = _connected(rows, active, choices.conflicts)
        active = [b for b in active if not any(b is one for one in near)]


def _run(rows: Sequence[list[Values] | None], active: Sequence[Breakdown], effort: Effort) -> Choices:
    choices = Choices(list(rows))
    choices.confirmed = list(active)
    seen: dict[int, list[int]] = {}
    changed = True
    while changed:
        changed = False
        for b in list(choices.confirmed):
            if seen.get(id(b)) != choices.sizes(b):
                _narrow(choices, b, effort)
                changed, seen[id(b)] = True, choices.sizes(b)
    for b in list(choices.confirmed):
        decided = [values[0] for i in (b.total, *b.parts) if (values := choices.rows[i]) and len(values) == 1]
        if len(decided) > len(b.parts) and not _adds_up(decided[0], decided[1:], range(len(decided[0]))):
            choices.confirmed.remove(b)  # the bounds of the search are wider than those of rounding
            choices.conflicts.append(b)
    return choices


def _connected(
    rows: Sequence[list[Values] | None], active: Sequence[Breakdown], conflicts: list[Breakdown]
) -> list[Breakdown]:
    """Return sums that hold for no choice, with all that share undecided rows with them."""
    found = list(conflicts)
    for one in found:
        undecided = {i for i in (one.total, *one.parts) if len(rows[i] or ()) > 1}
        found += [
            b for b in active if undecided & {b.total, *b.parts} and not any(b is known for known in found)
        ]
    return found


def _adds_up(total: Values, parts: Sequence[Values], columns: Iterable[int]) -> bool:
    for j in columns:
        printed = [value for row in parts if (value := row[j]) is not None]
        if not fits(total[j], sum(printed), len(printed)):
            return False
    return True


def _narrow(choices: Choices, breakdown: Breakdown, effort: Effort) -> None:
    parents = choices.rows[breakdown.total] or []
    parts = [choices.rows[i] or [] for i in breakdown.parts]
    kept_parents: list[Values] = []
    kept: list[set[Values]] = [set() for _ in parts]
    inner = Effort(MAX_STEPS, effort)
    for parent in parents:
        try:
            supported = _Sum(parent, parts, inner).supported()
        except TooLongError:
            choices.confirmed.remove(breakdown)
            choices.given_up.append(breakdown)
            return
        if supported is not None:
            kept_parents.append(parent)
            for mine, more in zip(kept, supported, strict=True):
                mine.update(more)
    if not kept_parents:
        choices.confirmed.remove(breakdown)
        choices.conflicts.append(breakdown)
        return
    choices.rows[breakdown.total] = kept_parents
    for i, values in zip(breakdown.parts, kept, strict=True):
        choices.rows[i] = [one for one in choices.rows[i] or [] if one in values]


@define
class _Sum:
    """One sum with given values of the total."""

    total: Values
    parts: list[list[Values]]
    effort: Effort

    def supported(self) -> list[list[Values]] | None:
        """Return for every part the values that some choice of all parts needs; None if no choice gives the total."""
        parts = self._within_bounds()
        if parts is None:
            return None
        open_ones = [i for i, values in enumerate(parts) if len(values) > 1]
        open_ones.sort(
            key=lambda i: max(max(map(abs, filter(None, v)), default=0) for v in parts[i]), reverse=True
        )
        columns = [
            j for j in range(len(self.total)) if any(len({v[j] for v in parts[i]}) > 1 for i in open_ones)
        ]
        fixed = [j for j in range(len(self.total)) if j not in columns]
        if not _adds_up(self.total, [values[0] for values in parts], fixed):
            return None
        return self._followed(parts, open_ones, columns) if open_ones else parts

    def _slack(self, column: int) -> int:
        return leeway(len(self.parts)) if self.total[column] is not None else 0

    def _within_bounds(self) -> list[list[Values]] | None:
        """Drop values with which the least or the greatest values of all other parts cannot give the total."""
        parts = [list(values) for values in self.parts]
        changed = True
        while changed:
            changed = False
            for j in range(len(self.total)):
                self.effort.spend(sum(map(len, parts)))
                target, slack = self.total[j] or 0, self._slack(j)
                least = [min(v[j] or 0 for v in values) for values in parts]
                most = [max(v[j] or 0 for v in values) for values in parts]
                low, high = target - slack - sum(most), target + slack - sum(least)
                for i, values in enumerate(parts):
                    kept = [v for v in values if low + most[i] <= (v[j] or 0) <= high + least[i]]
                    if not kept:
                        return None
                    if len(kept) < len(values):
                        parts[i], changed = kept, True
        return parts

    def _followed(
        self, parts: list[list[Values]], open_ones: list[int], columns: list[int]
    ) -> list[list[Values]] | None:
        """Follow the running totals of the parts that are open, forwards, and then back from those that give the total."""
        closed = [parts[i][0] for i in range(len(parts)) if i not in open_ones]
        start = tuple(sum(row[j] or 0 for row in closed) for j in columns)
        steps = [[tuple(v[j] or 0 for j in columns) for v in parts[i]] for i in open_ones]
        bounds = self._bounds(steps, columns)
        layers: list[set[tuple[int, ...]]] = [{start}]
        for options, (low, high) in zip(steps, bounds, strict=True):
            self.effort.spend(len(layers[-1]) * len(options) * (len(columns) + 2))
            layer = set()
            for state in layers[-1]:
                for option in options:
                    after = tuple(a + b for a, b in zip(state, option, strict=True))
                    if all(a <= s <= b for a, s, b in zip(low, after, high, strict=True)):
                        layer.add(after)
            if not layer:
                return None
            layers.append(layer)
        return self._traced(parts, open_ones, steps, layers)

    def _bounds(
        self, steps: list[list[tuple[int, ...]]], columns: list[int]
    ) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Return for every open part between which running totals the total can still be reached after it."""
        low = tuple((self.total[j] or 0) - self._slack(j) for j in columns)
        high = tuple((self.total[j] or 0) + self._slack(j) for j in columns)
        found = [(low, high)]
        for options in reversed(steps[1:]):
            low = tuple(a - max(o[k] for o in options) for k, a in enumerate(found[-1][0]))
            high = tuple(a - min(o[k] for o in options) for k, a in enumerate(found[-1][1]))
            found.append((low, high))
        return found[::-1]

    @staticmethod
    def _traced(
        parts: list[list[Values]],
        open_ones: list[int],
        steps: list[list[tuple[int, ...]]],
        layers: list[set[tuple[int, ...]]],
    ) -> list[list[Values]]:
        found = [list(values) for values in parts]
        alive = layers[-1]
        for number in range(len(steps) - 1, -1, -1):
            before: set[tuple[int, ...]] = set()
            kept = []
            for values, option in zip(parts[open_ones[number]], steps[number], strict=True):
                reached = {
                    origin
                    for state in alive
                    if (origin := tuple(a - b for a, b in zip(state, option, strict=True))) in layers[number]
                }
                if reached:
                    kept.append(values)
                    before |= reached
            found[open_ones[number]] = kept
            alive = before
        return found
