"""Pieces of one page → cells that they may stand in: names of indicators and their values.

A blank between Chinese characters parts two cells. Where broken headings have a blank line between their lines, so have all cells, and
two cells of a row follow each other as their heights say, since each stands in the middle of the row: on one line if both have one line,
half a line apart if one has one and the other two, and with a blank line between them otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import define, field, frozen

from govbudget.labels import normalise
from govbudget.reading.flat._pieces import Gap, Piece, Room, gap, lines_of, parts_cells, room_of
from govbudget.targets import Bounded, Qualitative, Target, TargetSyntaxError, parse_target
from govbudget.vocabulary import form_words

_MAX_PIECES = 12
_MAX_LINES = 8
"""A name or a value has at most so many lines."""
_MIN_NAME = 2
_HALF = 3
"""Two cells with so many lines together stand half a line apart."""
_MAX_WORD = 12
"""A level or a quality in words has at most so many characters."""


@frozen
class Cell:
    """Pieces that may stand in one cell.

    Args:
        start: The first of them.
        end: The place behind the last one.
        lines: The lines that they make.
        room: How wide its column may be.
    """

    start: int
    end: int
    lines: tuple[str, ...]
    room: Room

    @property
    def height(self) -> int:
        """How many lines it has."""
        return len(self.lines)

    @property
    def text(self) -> str:
        """What is printed in it."""
        return "".join(self.lines)


@define
class Page:
    """The pieces of a project on one page, and the cells they may stand in.

    Args:
        pieces: The pieces.
        is_spaced: Whether all lines of a cell have a blank line between them.
        has_next: Whether the project goes on on the next page, so that the last row may be broken.
        above: How the first piece follows what stands above it.
    """

    pieces: Sequence[Piece]
    is_spaced: bool
    has_next: bool
    above: Gap
    names: list[list[Cell]] = field(init=False)
    """For every piece the names that may begin with it,"""
    values: list[list[Cell]] = field(init=False)
    """and the values; on a page that goes on also what may be the beginning of one."""

    def __attrs_post_init__(self) -> None:
        """Find the cells."""
        cells = [list(self._cells(i)) for i in range(len(self.pieces))]
        self.names = [[cell for cell in found if is_name(cell.text)] for found in cells]
        self.values = [[cell for cell in found if self.has_next or is_value(cell.text)] for found in cells]

    def follows(self, place: int, before: int, after: int) -> bool:
        """Tell whether a cell may follow another in a row.

        Args:
            place: The first piece of the second cell.
            before: The height of the first.
            after: The height of the second.
        """
        if not self.is_spaced:
            return True
        between = self._gap(place)
        if before == after == 1 or between is Gap.BESIDE:
            return before == after == 1 and between is Gap.BESIDE
        if before + after > _HALF:
            return between is Gap.APART
        half = self._half_line(place) if before == 1 else Gap.BELOW
        return half is None or between is half

    def _half_line(self, place: int) -> Gap | None:
        """Return what follows a cell of one line half a line higher; None if it is not known.

        Two halves are a whole line: where the cell, or the first one on its line, stands half a line higher than what is before it, the
        next cell is set apart.
        """
        while place > 1 and self._gap(place - 1) is Gap.BESIDE:
            place -= 1
        first = self._gap(place - 1) if place > 1 else self.above
        return {Gap.BESIDE: None, Gap.BELOW: Gap.APART, Gap.APART: Gap.BELOW}[first]

    def ends_row(self, place: int) -> bool:
        """Tell whether a row may end before a piece."""
        if place == len(self.pieces):
            return True
        between = self._gap(place)
        return between is Gap.APART or (between is Gap.BELOW and not self.is_spaced)

    def rest(self, start: int, end: int) -> tuple[str, ...] | None:
        """Return the lines of a cell, or None if the pieces cannot stand in one."""
        for i in range(start + 1, end):
            if not self._joins(i):
                return None
        return tuple(lines_of(self.pieces[start:end]))

    def _gap(self, place: int) -> Gap:
        return gap(self.pieces[place - 1], self.pieces[place])

    def _joins(self, place: int) -> bool:
        """Whether a piece may stand in the same cell as the one before it."""
        between = self._gap(place)
        if between is Gap.BESIDE:
            return not parts_cells(self.pieces[place - 1].text, self.pieces[place].text)
        return between is Gap.APART or not self.is_spaced

    def _cells(self, start: int) -> Iterator[Cell]:
        for end in range(start + 1, min(start + _MAX_PIECES, len(self.pieces)) + 1):
            if end > start + 1 and not self._joins(end - 1):
                return
            lines = tuple(lines_of(self.pieces[start:end]))
            if len(lines) > _MAX_LINES:
                return
            room = room_of(lines)
            if room.is_possible:
                yield Cell(start, end, lines, room)


def is_name(text: str) -> bool:
    """Tell whether a text may be the name of an indicator: words that are no figure."""
    words = form_words().flat
    plain = normalise(text)
    is_figure = words["figure"].fullmatch(plain) or words["value"].fullmatch(plain)
    return len(plain) >= _MIN_NAME and not is_figure and any(map(str.isalpha, plain))


@lru_cache(maxsize=4096)
def is_value(text: str) -> bool:
    """Tell whether a text may be a value: a figure with its unit, or words that say how much, when or how well."""
    words = form_words()
    plain = normalise(text)
    is_figure = words.flat["figure"].fullmatch(plain) or words.flat["value"].fullmatch(plain)
    if is_figure or plain in words.flat_words:
        return True
    if len(plain) > _MAX_WORD or any(map(str.isdigit, plain)):
        return False
    degree = words.flat["degree"].match(plain)
    return _is_quality(plain) or (degree is not None and _is_quality(plain[degree.end() :]))


def _is_quality(word: str) -> bool:
    """Tell whether a word is a level of a scale, or names as a whole what is there or how something changes."""
    target = _target(word)
    return isinstance(target, Bounded) or (isinstance(target, Qualitative) and target.quality == target.word)


def _target(text: str) -> Target | None:
    try:
        return parse_target(text)
    except TargetSyntaxError:
        return None
