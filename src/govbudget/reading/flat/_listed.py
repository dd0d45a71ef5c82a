"""Cells of a project → the rows that they may stand in.

A row holds for some groups of indicators, from left to right, a name and its value. Every group is listed from the top, so a row holds
none that the row above it does not hold. At the end of a page a row may be broken: the cells that are full there go on on the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import define, evolve, field, frozen

from govbudget.reading.flat._cells import Cell, Page, is_value
from govbudget.reading.flat._pieces import Room, room_of
from govbudget.reading.pages._effort import Effort

_MAX_REST = 8
"""What goes on of a cell on the next page has at most so many pieces."""
Masks = Callable[[int, Room], int]
"""For a group and a name in it, the widths of columns that fit, as bits."""


@frozen
class Pair:
    """An indicator in a row.

    Args:
        group: Its group, counted from 0.
        name: The cell of its name.
        value: The cell of its value.
    """

    group: int
    name: Cell
    value: Cell


@frozen
class Row:
    """A row as it may stand on a page.

    Args:
        start: Page and place at which it begins.
        end: Page and place at which the next one begins.
        pairs: Its indicators, with what stands on the next page.
        mask: The widths of columns that fit.
        rest: What goes on on the next page of the name of the project.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    pairs: tuple[Pair, ...]
    mask: int
    rest: tuple[str, ...] = ()

    @property
    def groups(self) -> int:
        """The groups that it holds, as bits."""
        return sum(1 << pair.group for pair in self.pairs)

    @property
    def height(self) -> int:
        """How many lines it has."""
        return max((max(pair.name.height, pair.value.height) for pair in self.pairs), default=0)


@define
class Rows:
    """The rows that the pages of a project may hold.

    Args:
        pages: The pages.
        name: The lines of the name of the project.
        full: A line of a name of a project has at least this width where it is full.
        groups: How many groups there are.
        masks: The widths of columns that fit a name.
        effort: How much the search may cost.
        is_first_whole: Whether the first page holds one row only.
    """

    pages: Sequence[Page]
    name: tuple[str, ...]
    full: int
    groups: int
    masks: Masks
    effort: Effort
    is_first_whole: bool = False
    _found: dict[tuple[int, int], list[Row]] = field(factory=dict)

    def begins(self, number: int, place: int) -> list[Row]:
        """Return the rows that may begin at a place.

        Args:
            number: The page.
            place: The place on it.

        Raises:
            TooLongError: The search takes too long.
        """
        if (number, place) not in self._found:
            self._found[number, place] = list(self._begins(number, place))
        return self._found[number, place]

    def _begins(self, number: int, place: int) -> Iterator[Row]:
        page = self.pages[number]
        whole = Row((number, place), (number, place), (), -1)
        if not page.pieces and page.has_next:
            yield from (one for one in self._broken(whole) if one.rest)
        for row in self._rows(page, whole):
            is_end = row.end[1] == len(page.pieces)
            if self.is_first_whole and number == 0 and not is_end:
                continue
            is_complete = all(is_value(pair.value.text) for pair in row.pairs)
            if is_complete:
                yield row
            if is_end and page.has_next:
                yield from self._broken(row)

    def _rows(self, page: Page, row: Row) -> Iterator[Row]:
        """Iterate over the rows that begin so; only at the end of a page may the beginning of a value be taken for one."""
        number, place = row.end
        if row.pairs and page.ends_row(place):
            yield row
        first = row.pairs[-1].group + 1 if row.pairs else 0
        if place == len(page.pieces) or first == self.groups:
            return
        for name, value in self._pairs(page, place, row.pairs[-1].value.height if row.pairs else None):
            for group in range(first, self.groups):
                pairs = (*row.pairs, Pair(group, name, value))
                mask = row.mask & self.masks(group, name.room)
                yield from self._rows(page, evolve(row, end=(number, value.end), pairs=pairs, mask=mask))

    def _pairs(self, page: Page, place: int, before: int | None) -> Iterator[tuple[Cell, Cell]]:
        """Iterate over names that may begin at a place, with their values."""
        for name in page.names[place]:
            if name.end == len(page.pieces) or not (
                before is None or page.follows(place, before, name.height)
            ):
                continue
            for value in page.values[name.end]:
                self.effort.spend(1)
                if page.follows(name.end, name.height, value.height):
                    yield name, value

    def _broken(self, row: Row) -> Iterator[Row]:
        """Iterate over the ways in which a row at the end of a page may go on on the next one."""
        number = row.start[0] + 1
        for rest, place in self._rests(number, 0, self.name, self.full if row.start[0] == 0 else None):
            started = evolve(row, end=(number, place), rest=rest)
            for one in self._continued(started, row.height, 0, place):
                if one.end[1] and all(is_value(pair.value.text) for pair in one.pairs):
                    yield one

    def _continued(self, row: Row, height: int, cell: int, begun: int) -> Iterator[Row]:
        """Iterate over the ways in which the cells of a row from one on may go on."""
        if cell == 2 * len(row.pairs):
            is_begun = row.end[1] == begun  # the name of a project stands beside all its rows
            if is_begun or self.pages[row.end[0]].ends_row(row.end[1]):
                yield row
            return
        pair = row.pairs[cell // 2]
        broken = pair.value if cell % 2 else pair.name
        for rest, place in self._rests(*row.end, broken.lines, 0 if broken.height == height else None):
            whole = (*broken.lines, *rest)
            longer = Cell(broken.start, broken.end, whole, room_of(whole))
            mask = row.mask if cell % 2 else row.mask & self.masks(pair.group, longer.room)
            if mask:
                changed = evolve(pair, value=longer) if cell % 2 else evolve(pair, name=longer)
                pairs = (*row.pairs[: cell // 2], changed, *row.pairs[cell // 2 + 1 :])
                yield from self._continued(
                    evolve(row, pairs=pairs, mask=mask, end=(row.end[0], place)), height, cell + 1, begun
                )

    def _rests(
        self, number: int, place: int, lines: tuple[str, ...], full: int | None
    ) -> Iterator[tuple[tuple[str, ...], int]]:
        """Iterate over what may go on of a cell at a place of a page, nothing included, and where it ends; `full` is None if nothing may."""
        yield (), place
        page = self.pages[number]
        if full is None:
            return
        for end in range(place + 1, min(place + _MAX_REST, len(page.pieces)) + 1):
            self.effort.spend(1)
            rest = page.rest(place, end)
            if rest is None:
                return
            room = room_of((*lines, *rest))
            if room.is_possible and room.below > full:
                yield rest, end
