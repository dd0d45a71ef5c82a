"""Text that keeps its layout: where on its line every word stands, and on which page.

A text may be extracted with blanks that keep every word in its place. Words of one column then stand below each other on a page, though
not on the next one. A place is counted in characters; columns are told by overlap, never by distance alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from govbudget.reading.pages._blocks import Line

_WORD = re.compile(r"\S+")
_GAP = re.compile(r"\S {4,}\S")
_PAGE = "\f"


@frozen
class Word:
    """A piece of text without blanks, and where on its line it stands.

    Args:
        text: The text.
        start: The place of its first character.
        end: The place after its last one.
    """

    text: str
    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether it stands above or below a range of places.

        Args:
            start: The first place.
            end: The place after the last one.
        """
        return self.start < end and start < self.end


@frozen
class LaidLine:
    """A line as words in their places.

    Args:
        number: Its number.
        words: Its words from left to right.
        page: On which page it stands.
    """

    number: int
    words: tuple[Word, ...]
    page: int


@define
class Layout:
    """The lines of a text with their blanks.

    Args:
        lines: All lines as extracted.
    """

    lines: Sequence[str]
    pages: list[int] = field(init=False, repr=False)

    @pages.default
    def _find_pages(self) -> list[int]:
        found: list[int] = []
        page = 0
        for line in self.lines:
            page += line.startswith(_PAGE)
            found.append(page)
        return found

    def of(self, lines: Iterable[Line]) -> list[LaidLine]:
        """Return lines with the places of their words.

        Args:
            lines: Some lines of the text.
        """
        return [self._laid(line.number) for line in lines if line.number is not None]

    def _laid(self, number: int) -> LaidLine:
        raw = self.lines[number - 1].removeprefix(_PAGE)
        words = tuple(Word(match[0], match.start(), match.end()) for match in _WORD.finditer(raw))
        return LaidLine(number, words, self.pages[number - 1])

    def page(self, line: Line) -> int:
        """Return on which page a line stands.

        Args:
            line: A line of the text.
        """
        return self.pages[(line.number or 1) - 1]

    def is_kept(self, lines: Iterable[Line]) -> bool:
        """Tell whether some lines keep their words apart by so many blanks that they stand in columns.

        Args:
            lines: Some lines of the text.
        """
        return any(_GAP.search(self.lines[line.number - 1]) for line in lines if line.number is not None)
