"""Words in their places → columns: a word belongs to the column above which it stands, or to the only one it can belong to.

The headings tell where a column stands on a page. Every word that stands below a single column widens it, so that words which do not
stand below the heading itself are found by those between. A word below two columns belongs to neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from govbudget.reading._flat_pages import AMOUNT
from govbudget.reading._flat_panels import Label, Panel
from govbudget.reading._layout import LaidLine, Word
from govbudget.reading._layout_headings import Heading
from govbudget.vocabulary import vocabulary


@frozen
class GridLine:
    """A line of a table by columns.

    Args:
        number: Its number.
        labels: Its texts by column.
        amounts: Its amounts in printed order, each with its column; None where that is not certain.
    """

    number: int
    labels: dict[int, str]
    amounts: tuple[tuple[int | None, str], ...]


@define
class _Page:
    """The words of one page with their columns."""

    lines: Sequence[LaidLine]
    headings: Sequence[Heading]
    panels: Sequence[Panel]
    places: dict[tuple[int, int], int] = field(factory=dict)
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)

    @starts.default
    def _find_starts(self) -> list[int]:
        return [heading.start for heading in self.headings]

    @ends.default
    def _find_ends(self) -> list[int]:
        return [heading.end for heading in self.headings]

    def fill(self) -> None:
        """Find the columns of all words."""
        rest = [(i, j) for i, line in enumerate(self.lines) for j in range(len(line.words))]
        possible = {place: self._possible(place) for place in rest}
        for find in (self._below, self._beside):
            changed = True
            while changed:
                found = {place: column for place in rest if (column := find(place, possible)) is not None}
                for (i, j), column in found.items():
                    word = self.lines[i].words[j]
                    self.starts[column] = min(self.starts[column], word.start)
                    self.ends[column] = max(self.ends[column], word.end)
                self.places |= found
                rest = [place for place in rest if place not in found]
                changed = bool(found)

    def _word(self, place: tuple[int, int]) -> Word:
        return self.lines[place[0]].words[place[1]]

    def _possible(self, place: tuple[int, int]) -> list[int]:
        """Return the columns in which a word can stand by what it looks like."""
        text = self._word(place).text
        if AMOUNT.fullmatch(text):
            return [j for panel in self.panels for j in panel.amounts]
        if vocabulary().is_total(text):
            return [label.position for panel in self.panels for label in panel.labels]
        return [
            label.position
            for panel in self.panels
            for label in panel.labels
            if _can_stand(text, label, panel)
        ]

    def _below(self, place: tuple[int, int], possible: dict[tuple[int, int], list[int]]) -> int | None:
        word = self._word(place)
        found = [j for j in possible[place] if word.overlaps(self.starts[j], self.ends[j])]
        return found[0] if len(found) == 1 else None

    def _beside(self, place: tuple[int, int], possible: dict[tuple[int, int], list[int]]) -> int | None:
        """Return the column of a word that stands below none: the only one on its left and right that it can belong to."""
        word = self._word(place)
        if any(word.overlaps(a, b) for a, b in zip(self.starts, self.ends, strict=True)):
            return None
        left = max((j for j, end in enumerate(self.ends) if end <= word.start), default=-1)
        found = [j for j in (left, left + 1) if j in possible[place]]
        if len(found) == 2:
            gaps = (word.start - self.ends[left], self.starts[left + 1] - word.end)
            found = [left + gaps.index(min(gaps))] if min(gaps) * 3 < max(gaps) else []
        return found[0] if len(found) == 1 else None

    def line(self, number: int) -> GridLine | None:
        """Return a line by its columns, or None if one of its texts belongs to none or its words are not in order."""
        laid = self.lines[number]
        labels: dict[int, list[Word]] = {}
        amounts: list[tuple[int | None, str]] = []
        last = -1
        for j, word in enumerate(laid.words):
            column = self.places.get((number, j))
            is_amount = AMOUNT.fullmatch(word.text) is not None
            if column is None and not is_amount:
                column = self._joined(number, j)
            if (column is None and not is_amount) or (column is not None and column < last):
                return None
            if is_amount:
                amounts.append((column, word.text))
            elif column is not None:
                labels.setdefault(column, []).append(word)
            last = column if column is not None else last
        return GridLine(laid.number, {j: _text(words) for j, words in labels.items()}, tuple(amounts))

    def _joined(self, number: int, position: int) -> int | None:
        """Return the column of the text that stands one blank before or after, in the same cell."""
        words = self.lines[number].words
        found = {
            self.places[number, k]
            for k in (position - 1, position + 1)
            if (number, k) in self.places
            and abs(words[max(k, position)].start - words[min(k, position)].end) == 1
            and not AMOUNT.fullmatch(words[k].text)
        }
        return found.pop() if len(found) == 1 else None


def _can_stand(text: str, label: Label, panel: Panel) -> bool:
    """Whether a text that is no total can stand in a column of labels; a code is not part of a name."""
    if label.pattern is not None:
        return label.pattern.fullmatch(text) is not None
    return not (panel.has_codes and panel.is_code(text))


def _text(words: Sequence[Word]) -> str:
    """Join the words of a cell: blanks that only space out a word are not kept."""
    is_spaced = all(len(word.text) == 1 for word in words)
    return ("" if is_spaced else " ").join(word.text for word in words)


def grid_lines(
    lines: Sequence[LaidLine], headings: Sequence[Heading], panels: Sequence[Panel]
) -> list[GridLine] | None:
    """Return the lines of a table by columns, or None if a text stands in none.

    Args:
        lines: The lines below the headings.
        headings: The columns.
        panels: The sides of the table.
    """
    found: list[GridLine] = []
    for number in sorted({line.page for line in lines}):
        page = _Page([line for line in lines if line.page == number], headings, panels)
        page.fill()
        read = [page.line(i) for i in range(len(page.lines))]
        rest = [line for line in read if line is not None]
        if len(rest) < len(read):
            return None
        found += rest
    return found
