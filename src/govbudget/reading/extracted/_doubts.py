"""Tables put together from parts: which totals may lack rows that were lost where the parts meet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from attrs import Factory, define, evolve

from govbudget.disclosures import Breakdown, Cell, RowKind, Side
from govbudget.reading.extracted._seams import misfits, seams
from govbudget.relations import Outcome, Reason, Sum, SumTree, Tally, judge, judge_tree
from govbudget.vocabulary import ColumnRole


def tallies(side: Side) -> Iterator[Tally]:
    """Iterate over what became of the sums down the rows of a side, column by column.

    Args:
        side: The side.
    """
    for column, cells in zip(side.columns, zip(*side.matrix, strict=True), strict=False):
        if column.role is ColumnRole.AMOUNT:
            yield judge_tree(SumTree(side.rows.hierarchy, cells, partial(_blank, side, column.index)))


def _blank(side: Side, column: int, row: int) -> Cell:
    return side.cell(row, column)


def doubted(side: Side, joints: Sequence[int], gaps: Sequence[int] = (), *, is_cut: bool) -> Side:
    """Return a side in which totals that may lack rows say so, so that a sum that fails there is left open.

    Args:
        side: The side.
        joints: The positions of the rows with which a part begins that was joined to the part above.
        gaps: Those of them before which a whole page was left unread.
        is_cut: Whether rows at its end may be missing.
    """
    sums, places = _Sums(side), {*joints, *seams(side)}
    is_torn = (
        is_cut or any(row.position in places for row in side.rows.headings[:1]) or sums.begin_again(joints)
    )
    rows = {*side.last_branch(), *sums.outermost} if is_torn else set[int]()
    rows.update(*map(sums.at_joint, sorted(places)), _after_gap(side, min(gaps)) if gaps else (), _torn(side))
    rows |= sums.beyond()
    if misfits(side):  # of another table: their columns are others, too
        return _marked(side, range(len(side.rows)), Reason.DOUBTFUL)
    return _marked(side, rows, Reason.CONTINUED) if rows else side


def _marked(side: Side, rows: Collection[int], reason: Reason) -> Side:
    """Return a side in which the figures of some rows have a reason to leave open what fails with them."""
    matrix = tuple(
        tuple(
            evolve(cell, reason=cell.reason or reason)
            if cell is not None and cell.figure is not None and row.index in rows
            else cell
            for cell in cells
        )
        for row, cells in zip(side.rows, side.matrix, strict=True)
    )
    return evolve(side, matrix=matrix)


@define(eq=False)
class _Sums:
    """The sums down the rows of a side, each looked at once."""

    side: Side
    known: dict[int, bool | None] = Factory(dict)
    positions: list[int] = Factory(lambda self: [row.position for row in self.side.rows], takes_self=True)
    breakdowns: dict[int, list[Breakdown]] = Factory(dict)
    totals: set[int] = Factory(set)
    spans: list[tuple[int, int]] | None = None
    """From which row to which the totals reach that add up."""
    reached: int = 0
    """Whether a joint leaves totals open (1), or all outermost rows as well (2)."""
    outermost: set[int] = Factory(set)
    """The rows that belong to no other; added up they may lack rows that were lost."""

    def __attrs_post_init__(self) -> None:
        for b in self.side.rows.breakdowns:
            if not b.of_which:
                self.breakdowns.setdefault(b.total, []).append(b)
        self.totals = {row.index for row in self.side.rows if row.kind is RowKind.TOTAL}
        self.outermost = {row.index for row in self.side.rows if row.parent is None}

    def at_joint(self, joint: int) -> set[int]:
        """Return the totals of rows that may have been lost at a joint; none if what goes on there adds up."""
        below = bisect_left(self.positions, joint)
        if not 0 < below < len(self.positions):
            return set()
        chain, other = self._chain(below - 1), self._chain(below)
        common = next((row for row in chain if row in other), None)
        found = {row for row in chain if self.adds_up(row) is False}
        if not (self._total_holds(below) if common is None else self.adds_up(common)):
            found |= {*chain, *other}
            self.reached |= 2 if common is None else 1
        return found

    def beyond(self) -> set[int]:
        """Return the totals, and perhaps all outermost rows, that the joints looked at so far leave open."""
        return (self.totals if self.reached else set()) | (self.outermost if self.reached > 1 else set())

    def begin_again(self, joints: Sequence[int]) -> bool:
        """Tell whether a later page opens with a total of all, so that it may be the first and the last may lack rows."""
        found = (bisect_left(self.positions, joint) for joint in joints)
        return any(0 < below < len(self.positions) - 1 and below in self.totals for below in found)

    def _chain(self, row: int) -> list[int]:
        """Return a row and the rows above it in the hierarchy."""
        found: list[int] = []
        place: int | None = row
        while place is not None:
            found.append(place)
            place = self.side.rows[place].parent
        return found

    def _total_holds(self, below: int) -> bool:
        """Tell whether a total that adds up is the sum of rows on both sides of a joint."""
        if self.spans is None:
            held = [b for row in self.totals if self.adds_up(row) for b in self.breakdowns[row]]
            self.spans = [(min(b.parts), max(b.parts)) for b in held]
        return any(first < below <= last for first, last in self.spans)

    def adds_up(self, row: int) -> bool | None:
        """Tell whether a row is printed as the sum of its parts in some column, and contradicts them in none; None if not broken down."""
        if row not in self.known:
            self.known[row] = self._adds_up(row)
        return self.known[row]

    def _adds_up(self, row: int) -> bool | None:
        side, holds = self.side, None
        for b in self.breakdowns.get(row, ()):
            for column in side.columns:
                total = side.matrix[row][column.index]
                cells = (side.matrix[i][column.index] for i in b.parts)
                parts = tuple(cell for cell in cells if cell is not None and cell.figure)
                if total is None or total.figure is None or not parts:
                    continue
                if judge(Sum(total, parts)).outcome is Outcome.FAILED:
                    return False
                holds = True
        return holds


def _after_gap(side: Side, joint: int) -> set[int]:
    """Return the rows below a gap that rows without a code are added to: the gap may hold what shows these to be units."""
    return {
        b.total
        for b in side.rows.breakdowns
        for i in b.parts
        if side.rows[i].position >= joint and side.rows[i].kind is RowKind.DETAIL and not side.rows[i].code
    }


def _torn(side: Side) -> Iterator[int]:
    """Iterate over rows of which the sum fails, and that of the row above them, which no one wrong figure explains."""
    for tally in tallies(side):
        failed = {
            id(one.relation.total): one.relation
            for one in tally.others
            if one.outcome is Outcome.FAILED and isinstance(one.relation, Sum)
        }
        for outer in failed.values():
            for inner in (failed[id(part)] for part in outer.parts if id(part) in failed):
                others = tuple(part for part in outer.parts if part is not inner.total)
                if judge(Sum(outer.total, (*others, *inner.parts))).outcome is Outcome.FAILED:
                    yield from (one.row.index for one in (outer.total, inner.total) if isinstance(one, Cell))
