"""The ways to part the pieces of a project into rows, and what all of them have in common.

Every way covers every piece once. So an indicator is part of all ways if every row that may cover its first piece holds it.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator

from attrs import define, field, frozen

from govbudget.reading.flat._listed import Pair, Row, Rows
from govbudget.reading.flat._pieces import Piece

_Node = tuple[int, int, int]
"""A page, a place on it, and the groups that the next row may hold, as bits."""


@frozen
class Sure:
    """An indicator that is read in all ways alike.

    Args:
        name: Its name.
        value: Its value.
        line: The line on which it begins.
        groups: The groups it may be of.
    """

    name: str
    value: str
    line: int
    groups: frozenset[int]


@define
class Ways:
    """All ways to part the pieces of a project into rows.

    Args:
        rows: The rows that there may be.
        allowed: Which of them nothing else rules out.
    """

    rows: Rows
    allowed: Callable[[Row], bool] = lambda _: True
    _steps: dict[_Node, list[tuple[Row | None, _Node]]] = field(init=False, factory=dict)
    _ends: dict[_Node, int] = field(init=False, factory=dict)
    """Under which widths of columns the end can be reached from a node."""

    def __attrs_post_init__(self) -> None:
        """Find all ways.

        Raises:
            TooLongError: The search takes too long.
        """
        agenda: list[_Node] = [self._first]
        seen = set(agenda)
        while agenda:
            node = heapq.heappop(agenda)
            self._steps[node] = list(self._from(node))
            for _, target in self._steps[node]:
                if target not in seen:
                    seen.add(target)
                    heapq.heappush(agenda, target)
        for node in reversed(self._steps):
            reached = -1 if self._is_end(node) else 0
            for row, target in self._steps[node]:
                reached |= _mask(row) & self._ends[target]
            self._ends[node] = reached

    @property
    def widths(self) -> int:
        """Under which widths of columns the pieces can be parted, as bits."""
        return self._ends[self._first]

    def live(self, widths: int) -> list[Row]:
        """Return the rows that some way holds.

        Args:
            widths: The widths that the columns may have.
        """
        reached = {self._first: widths}
        found: dict[int, Row] = {}
        for node, steps in self._steps.items():
            for row, target in steps if reached.get(node) else ():
                mask = reached[node] & _mask(row)
                if mask & self._ends[target]:
                    reached[target] = reached.get(target, 0) | mask
                    if row is not None:
                        found[id(row)] = row
        return list(found.values())

    @property
    def _first(self) -> _Node:
        return 0, 0, (1 << self.rows.groups) - 1

    def _is_end(self, node: _Node) -> bool:
        last = len(self.rows.pages) - 1
        return node[:2] == (last, len(self.rows.pages[last].pieces))

    def _from(self, node: _Node) -> Iterator[tuple[Row | None, _Node]]:
        number, place, groups = node
        page = self.rows.pages[number]
        if place == len(page.pieces) and page.has_next:
            yield None, (number + 1, 0, groups)
        for row in self.rows.begins(number, place):
            if not row.groups & ~groups and self.allowed(row):
                yield row, (*row.end, row.groups or groups)


def _mask(row: Row | None) -> int:
    return -1 if row is None else row.mask


def in_common(rows: Rows, live: list[Row]) -> tuple[list[Sure], list[Piece]]:
    """Return the indicators that all ways hold, and the pieces that are not read.

    Args:
        rows: The rows that there may be.
        live: Those that some way holds.
    """
    found: list[Sure] = []
    left: list[Piece] = []
    covering = _covering(rows, live)
    for (number, place), over in sorted(covering.items()):
        pairs = [_pair(row, (number, place)) for row in over]
        known = [pair for pair in pairs if pair is not None]
        piece = rows.pages[number].pieces[place]
        texts = {(pair.name.text, pair.value.text) for pair in known}
        starts = {(pair.name.start, pair.value.end) for pair in known}
        if len(known) < len(pairs) or len(texts) > 1 or len(starts) > 1:
            left += [] if not known and all(row.start[0] < number for row in over) else [piece]
        elif known[0].name.start == place:
            ((name, value),) = texts
            found.append(Sure(name, value, piece.line, frozenset(pair.group for pair in known)))
    return found, left


def _covering(rows: Rows, live: list[Row]) -> dict[tuple[int, int], list[Row]]:
    """Return for every piece the rows that may cover it."""
    found: dict[tuple[int, int], list[Row]] = {
        (number, place): [] for number, page in enumerate(rows.pages) for place in range(len(page.pieces))
    }
    for row in live:
        for number in range(row.start[0], row.end[0] + 1):
            begin = row.start[1] if number == row.start[0] else 0
            end = row.end[1] if number == row.end[0] else len(rows.pages[number].pieces)
            for place in range(begin, end):
                found[number, place].append(row)
    return found


def _pair(row: Row, at: tuple[int, int]) -> Pair | None:
    """Return the indicator of a row that covers a piece of the page on which the row begins."""
    if at[0] != row.start[0]:
        return None
    return next((pair for pair in row.pairs if pair.name.start <= at[1] < pair.value.end), None)
