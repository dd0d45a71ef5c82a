"""Sums that hold for no placement → the fewest rows that can be wrong: with their numbers free, everything else agrees.

A row whose numbers are free stands for any values, so the sum that it is broken down into takes its place in the sum that it belongs to.
One row is tried, then two; what holds for several choices is said for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from attrs import frozen

from govbudget.disclosures import Breakdown
from govbudget.exceptions import Notice
from govbudget.reading.flat._column_totals import Values, choose
from govbudget.reading.pages._effort import Effort, TooLongError

MAX_STEPS = 1_000_000
"""So many values are looked at to find the rows that can be wrong."""
_MOST = 2
"""Sets of more rows are not looked for."""
_NAMED = 6

Rows = Sequence[list[Values] | None]


@frozen
class Misfit:
    """Sums that share rows and hold for no placement.

    Args:
        conflicts: The sums.
        sets: The smallest sets of rows without which all other rows agree; none if they were not found.
    """

    conflicts: tuple[Breakdown, ...]
    sets: tuple[tuple[int, ...], ...]


def find_misfits(
    rows: Rows, breakdowns: Sequence[Breakdown], conflicts: Sequence[Breakdown], wrong: Sequence[int]
) -> Iterator[Misfit]:
    """Iterate over groups of sums that hold for no placement, each with the fewest rows that can be wrong.

    Args:
        rows: For every row its possible values; None where they are not known.
        breakdowns: Which rows are sums of which others.
        conflicts: The sums that hold for no choice.
        wrong: Rows that contradict themselves; they are counted among those that are wrong.
    """
    effort = Effort(MAX_STEPS)
    for group in _grouped(conflicts):
        members = sorted({i for b in group for i in _members(b)})
        others = near(rows, [b for b in breakdowns if b in group or b not in conflicts], members)
        known = tuple(i for i in members if i in wrong)
        try:
            sets = _smallest(rows, others, members, known, effort)
        except TooLongError:
            sets = ()
        yield Misfit(tuple(group), sets)


def _members(breakdown: Breakdown) -> tuple[int, ...]:
    return (breakdown.total, *breakdown.parts)


def near(rows: Rows, breakdowns: Sequence[Breakdown], members: Sequence[int]) -> list[Breakdown]:
    """Return the sums that some rows take part in, and those that share undecided rows with these.

    Args:
        rows: For every row its possible values; None where they are not known.
        breakdowns: The sums.
        members: The rows.
    """
    reached, found = set(members), list[Breakdown]()
    more = True
    while more:
        new = [b for b in breakdowns if b not in found and not reached.isdisjoint(_members(b))]
        found += new
        reached = {i for b in new for i in _members(b) if len(rows[i] or ()) > 1}
        more = bool(reached)
    return found


def _grouped(conflicts: Sequence[Breakdown]) -> list[list[Breakdown]]:
    """Put together the sums that share rows."""
    groups: list[list[Breakdown]] = []
    for one in conflicts:
        mine = [group for group in groups if any({*_members(one)} & {*_members(b)} for b in group)]
        groups = [group for group in groups if not any(group is other for other in mine)]
        groups.append([*(b for group in mine for b in group), one])
    return groups


def _smallest(
    rows: Rows,
    breakdowns: Sequence[Breakdown],
    members: Sequence[int],
    known: tuple[int, ...],
    effort: Effort,
) -> tuple[tuple[int, ...], ...]:
    rest = [i for i in members if i not in known]
    for size in range(0 if known else 1, _MOST + 1):
        found = tuple(
            tuple(sorted((*known, *more)))
            for more in combinations(rest, size)
            if agrees(rows, freed(breakdowns, (*known, *more)), effort)
        )
        if found:
            return found
    return ()


def freed(breakdowns: Sequence[Breakdown], wrong: Sequence[int]) -> list[Breakdown]:
    """Return the sums that are left when some rows may have any values.

    Args:
        breakdowns: The sums.
        wrong: These rows.
    """
    found = list(breakdowns)
    for row in wrong:
        below = [b for b in found if b.total == row]
        above = [b for b in found if row in b.parts]
        joined = [
            Breakdown(one.total, (*(i for i in one.parts if i != row), *other.parts))
            for one in above
            for other in below
        ]
        found = [b for b in found if row not in _members(b)] + joined
    return found


def agrees(rows: Rows, breakdowns: Sequence[Breakdown], effort: Effort) -> bool:
    """Tell whether every sum holds for some choice.

    Args:
        rows: For every row its possible values; None where they are not known.
        breakdowns: The sums.
        effort: What is left of the steps.

    Raises:
        TooLongError: There are too many choices to try them all.
    """
    choices = choose(rows, breakdowns, effort)
    if choices.given_up:
        raise TooLongError
    return not choices.conflicts


def is_explained(rows: Rows, breakdowns: Sequence[Breakdown], misfit: Misfit) -> bool:
    """Tell whether sums that did not hold do so with other values of a row.

    Args:
        rows: For every row its possible values, those of the one row with a number left out.
        breakdowns: All sums.
        misfit: The sums that did not hold.
    """
    members = sorted({i for b in misfit.conflicts for i in _members(b)})
    try:
        return agrees(rows, near(rows, breakdowns, members), Effort(MAX_STEPS))
    except TooLongError:
        return False


def said_of(misfit: Misfit, name: Callable[[int], Notice]) -> Notice:
    """Say which rows can be wrong.

    Args:
        misfit: The sums, with at least one set of rows.
        name: Gives the name of a row.
    """
    ways = [_listed([name(i) for i in one]) for one in misfit.sets[:_NAMED]]
    if len(misfit.sets) == 1:
        (rows,) = ways
        return Notice(
            f"与各行之和不合的最少是{rows.zh}；除此之外都能相符",
            f"the fewest rows that can be wrong are {rows.en}: all others agree",
        )
    count, size = len(misfit.sets), len(misfit.sets[0])
    zh, en = "；或".join(one.zh for one in ways), "; or ".join(one.en for one in ways)
    more = count > _NAMED
    return Notice(
        f"与各行之和不合的最少是 {size} 行，有 {count} 种可能：{zh}{'等' if more else ''}",
        f"{size} row{'s' * (size > 1)} at least must be wrong, in {count} ways: {en}{' …' if more else ''}",
    )


def _listed(names: Sequence[Notice]) -> Notice:
    return Notice("、".join(one.zh for one in names), " and ".join(one.en for one in names))
