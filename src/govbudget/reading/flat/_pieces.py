"""Pieces of a text that has lost its cell borders: how wide they are printed, and what the blanks between two of them tell.

Widths are in hundredths of a Chinese character. Letters, digits and marks are narrower by an amount that depends on the font, so a text has
a least and a greatest width. A cell breaks a text where the next character would not fit, so its lines bound the width of its column.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

ENDLESS = 10**9
"""No column is as wide."""
EM = 100
_BLANK = (0, 50)
_BESIDE_LATIN = 25
"""A typesetter may leave a quarter of a character between Chinese and Latin letters."""
_DIGIT = (45, 57)
_LETTER = (20, 100)
_CLOSING = frozenset("，。、；：？！）》”〕】％,;:?!)%.")
"""They never begin a line, and may be pressed into the margin."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_UNBROKEN = re.compile(r"(?:[A-Za-z0-9.,]+|[（《“〔【(]*.)[，。、；：？！）》”〕】％,;:?!)%.]*")
"""What a line begins with at least: a word, or a character with the marks that belong to it."""


class Gap(enum.Enum):
    """How two pieces follow each other in the text."""

    BESIDE = 0
    """On one line."""
    BELOW = 1
    """On the next line."""
    APART = 2
    """With a blank line between them, or on another page."""


@frozen
class Piece:
    """A piece of text without blanks, and the number of its line."""

    text: str
    line: int


@frozen
class Room:
    """How wide the column of a cell may be.

    Args:
        least: At least so wide.
        below: Narrower than this.
    """

    least: int
    below: int

    @property
    def is_possible(self) -> bool:
        """Whether there is such a column."""
        return self.least < self.below

    def sizes(self) -> range:
        """Return the numbers of Chinese characters that such a column may hold; none where the text is not broken."""
        return range(0) if self.below == ENDLESS else range(self.least // EM, -(-self.below // EM))

    def fits(self, size: int | None) -> bool:
        """Tell whether a column may be so wide.

        Args:
            size: How many Chinese characters it holds; None if it breaks no text.
        """
        if size is None:
            return self.below == ENDLESS
        return self.least < (size + 1) * EM and self.below > size * EM


def gap(before: Piece, after: Piece) -> Gap:
    """Return how two pieces follow each other."""
    return {0: Gap.BESIDE, 1: Gap.BELOW}.get(after.line - before.line, Gap.APART)


def lines_of(pieces: Sequence[Piece]) -> list[str]:
    """Return the lines that pieces stand on."""
    found: list[str] = []
    for i, piece in enumerate(pieces):
        if i and pieces[i - 1].line == piece.line:
            found[-1] += f" {piece.text}"
        else:
            found.append(piece.text)
    return found


def parts_cells(before: str, after: str) -> bool:
    """Tell whether a blank between two pieces parts two cells: it does between Chinese characters."""
    return _CHINESE.match(before[-1]) is not None and _CHINESE.match(after[0]) is not None


def room_of(lines: Sequence[str]) -> Room:
    """Return how wide the column is that breaks a text into these lines."""
    below = ENDLESS
    for line, following in pairwise(lines):
        unbroken = _UNBROKEN.match(following)
        begins = unbroken[0] if unbroken else following
        below = min(below, _extent(line + begins)[1])
    return Room(max((_extent(line)[0] for line in lines), default=0), below)


@lru_cache(maxsize=4096)
def _extent(text: str) -> tuple[int, int]:
    """Return the least and the greatest width of a text."""
    least = greatest = 0
    for i, letter in enumerate(text):
        low, high = _letter(letter)
        if i and letter.isascii() is not text[i - 1].isascii():
            high += _BESIDE_LATIN
        least, greatest = least + low, greatest + high
    return least, greatest


def _letter(letter: str) -> tuple[int, int]:
    if letter == " ":
        return _BLANK
    if letter.isascii():
        return _DIGIT if letter.isdigit() else _LETTER
    if letter in _CLOSING:
        return 0, EM
    return (EM, EM) if unicodedata.east_asian_width(letter) in "WF" else _LETTER
