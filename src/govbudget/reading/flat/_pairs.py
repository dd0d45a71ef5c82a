"""Names and values of indicators whose pieces run together → pairs, as far as all ways to part the pieces agree.

A cell is broken where it is full, so all lines of a name but the last are equally wide. A value begins with a figure, or is one of a few
words. Every value follows a name. All ways to part the pieces so are counted; a pair is read only if it is part of each.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import define, field, frozen

from govbudget.labels import normalise
from govbudget.reading.flat._pieces import Piece
from govbudget.vocabulary import form_words

_MAX_NAME = 10
"""A name has at most so many pieces,"""
_MAX_VALUE = 4
"""and a value so many."""
_MIN_NAME = 2
_TWO_CELLS = re.compile(r"[\u4e00-\u9fff] [\u4e00-\u9fff]")
"""Between Chinese characters, a blank parts two cells."""
_FULL = 8
"""Lines of a name are broken at this width, or a greater one."""


@frozen
class Pair:
    """The name of an indicator and its value.

    Args:
        name: The name.
        value: The value.
        line: The line on which it begins.
    """

    name: str
    value: str
    line: int


@frozen
class PairList:
    """What was read of some pieces.

    Args:
        pairs: The pairs that are certain.
        is_whole: Whether the pairs are all there is.
    """

    pairs: list[Pair]
    is_whole: bool = False


@define
class _Parting:
    """All ways to part pieces into names and values, as edges from one beginning to the next."""

    pieces: Sequence[Piece]
    edges: list[list[tuple[int, int]]] = field(init=False)
    """For every beginning of a name, where its value may begin and end."""

    @edges.default
    def _find_edges(self) -> list[list[tuple[int, int]]]:
        return [list(self._pairs_from(i)) for i in range(len(self.pieces))]

    def _pairs_from(self, start: int) -> Iterator[tuple[int, int]]:
        words = form_words()
        for middle in range(start + 1, min(start + _MAX_NAME, len(self.pieces) - 1) + 1):
            if words.flat["figure"].fullmatch(normalise(self.pieces[middle - 1].text)):
                return  # no name holds what looks like a figure
            if _is_name(self.pieces[start:middle]):
                yield from ((middle, end) for end in self._ends(middle))

    def _ends(self, start: int) -> Iterator[int]:
        words = form_words()
        text = ""
        for end in range(start + 1, min(start + _MAX_VALUE, len(self.pieces)) + 1):
            text = normalise(text + self.pieces[end - 1].text)
            is_figure = words.flat["value" if end > start + 1 else "figure"].fullmatch(text) is not None
            if is_figure or text in words.flat_words:
                yield end

    def ways(self, end: int) -> tuple[list[int], list[int]]:
        """Return for every place in how many ways it is reached from the first piece, and the end from it."""
        size = len(self.pieces) + 1
        before, after = [0] * size, [0] * size
        before[0] = after[end] = 1
        for i in range(end):
            for _, there in self.edges[i] if before[i] else ():
                before[there] += before[i]
        for i in range(end - 1, -1, -1):
            after[i] = sum(after[there] for _, there in self.edges[i] if there <= end)
        return before, after


def read_pairs(pieces: Sequence[Piece]) -> PairList:
    """Read the pairs that pieces hold.

    Args:
        pieces: The pieces.
    """
    parting = _Parting(pieces)
    before, _ = parting.ways(len(pieces))
    end = max(i for i, ways in enumerate(before) if ways)
    before, after = parting.ways(end)
    certain = [
        (i, middle, there)
        for i in range(end)
        for middle, there in parting.edges[i]
        if there <= end and before[i] * after[there] == after[0]
    ]
    found = [
        Pair(_joined(pieces[i:middle]), _joined(pieces[middle:there]), pieces[i].line)
        for i, middle, there in certain
    ]
    is_all = end == len(pieces)
    return PairList(
        found if is_all else found[:-1], is_all and after[0] == 1
    )  # what follows may belong to it


def _is_name(pieces: Sequence[Piece]) -> bool:
    """Whether pieces can be the lines of one name: all but the last equally wide, and full."""
    lines = _lines(pieces)
    widths = [width(text) for text in lines]
    if len("".join(lines)) < _MIN_NAME or not lines[0][0].isalpha() or any(map(_TWO_CELLS.search, lines)):
        return False
    return len(widths) == 1 or (
        min(widths[:-1]) >= _FULL
        and max(widths[:-1]) - min(widths[:-1]) <= 1
        and widths[-1] <= max(widths[:-1])
    )


def _lines(pieces: Sequence[Piece]) -> list[str]:
    return [" ".join(one.text for one in group) for _, group in groupby(pieces, key=lambda one: one.line)]


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(_lines(pieces))


def width(text: str) -> int:
    """Return how wide a text is printed: Chinese characters and full-width letters count twice.

    Args:
        text: The text.
    """
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)
