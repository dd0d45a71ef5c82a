"""Words in their places → columns: a word belongs to the column above which it stands, or to the only one it can belong to.

The headings tell where a column stands on a page. Every word that stands below a single column widens it, so that words which do not
stand below the heading itself are found by those between. A word below two columns belongs to neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from govbudget.labels import normalise
from govbudget.reading.flat._pages import AMOUNT
from govbudget.reading.flat._panels import Label, Panel
from govbudget.reading.layout._headings import Heading
from govbudget.reading.layout._pages import LaidLine, Word
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


_WHOLE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)")


@define
class _Page:
    """The words of one page with their columns."""

    lines: Sequence[LaidLine]
    headings: Sequence[Heading]
    panels: Sequence[Panel]
    places: dict[tuple[int, int], int] = field(factory=dict)
    edges: list[set[int]] = field(init=False)
    """Where texts begin and amounts end in every column."""
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)

    @edges.default
    def _no_edges(self) -> list[set[int]]:
        return [set() for _ in self.headings]

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
                    self.edges[column].add(word.end if self._is_amount(word) else word.start)
                    self.starts[column] = min(self.starts[column], word.start)
                    self.ends[column] = max(self.ends[column], word.end)
                self.places |= found
                rest = [place for place in rest if place not in found]
                changed = bool(found)

    def _is_amount(self, word: Word) -> bool:
        """Whether a word is an amount; without decimals, only where nothing else can stand."""
        if AMOUNT.fullmatch(word.text):
            return True
        return not any(panel.labels for panel in self.panels) and _WHOLE.fullmatch(word.text) is not None

    def _word(self, place: tuple[int, int]) -> Word:
        return self.lines[place[0]].words[place[1]]

    def _possible(self, place: tuple[int, int]) -> list[int]:
        """Return the columns in which a word can stand by what it looks like."""
        text = self._word(place).text
        if self._is_amount(self._word(place)):
            return [j for panel in self.panels for j in panel.amounts]
        if self._is_whole(place):
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
        if len(found) > 1:
            edge = word.end if self._is_amount(word) else word.start
            found = [j for j in found if edge in self.edges[j]]
        return found[0] if len(found) == 1 else None

    def _beside(self, place: tuple[int, int], possible: dict[tuple[int, int], list[int]]) -> int | None:
        """Return the column of a word that stands below none: the only one on its left and right that it can belong to."""
        word = self._word(place)
        over = [j for j in range(len(self.starts)) if word.overlaps(self.starts[j], self.ends[j])]
        if over:
            return self._of_side(place, over)
        left = max((j for j, end in enumerate(self.ends) if end <= word.start), default=-1)
        found = [j for j in (left, left + 1) if j in possible[place]]
        if len(found) == 2 and self._is_whole(place):
            return found[-1]
        if len(found) == 2 and self._is_amount(word):
            return None
        if len(found) == 2:
            gaps = (word.start - self.ends[left], self.starts[left + 1] - word.end)
            found = [left + gaps.index(min(gaps))] if min(gaps) * 3 < max(gaps) else []
        return found[0] if len(found) == 1 else None

    def _of_side(self, place: tuple[int, int], over: list[int]) -> int | None:
        """Return the column of a word below others: an amount below the names of its side, a total merged over two sides."""
        if self._is_amount(self._word(place)):
            sides = [panel for panel in self.panels if any(one.position in over for one in panel.labels)]
            is_alone = len(sides) == 1 and len(sides[0].amounts) == 1 and sides[0].amounts[0] not in over
            return sides[0].amounts[0] if is_alone else None
        if not self._is_whole(place):
            return None
        return max((j for j in self._possible(place) if j <= min(over)), default=None)

    def _is_whole(self, place: tuple[int, int]) -> bool:
        """Whether a word is the label of a total or of what is carried over, in whichever column of names it stands."""
        text = self._word(place).text
        return vocabulary().is_total(text) or normalise(text) in vocabulary().carried

    def line(self, number: int) -> GridLine | None:
        """Return a line by its columns, or None if one of its texts belongs to none or its words are not in order."""
        laid = self.lines[number]
        labels: dict[int, list[Word]] = {}
        amounts: list[tuple[int | None, str]] = []
        columns: list[int] = []
        for j, word in enumerate(laid.words):
            column = self.places.get((number, j))
            if self._is_amount(word):
                amounts.append((column, word.text))
            else:
                column = self._joined(number, j) if column is None else column
                if column is None:
                    return None
                labels.setdefault(column, []).append(word)
            columns += [column] if column is not None else []
        if columns != sorted(columns):
            return None
        return GridLine(laid.number, {j: _text(words) for j, words in labels.items()}, tuple(amounts))

    def _joined(self, number: int, position: int) -> int | None:
        """Return the column of the text that stands one blank before or after, in the same cell."""
        words = self.lines[number].words
        found = {
            self.places[number, k]
            for k in (position - 1, position + 1)
            if (number, k) in self.places
            and abs(words[max(k, position)].start - words[min(k, position)].end) == 1
            and not self._is_amount(words[k])
        }
        return found.pop() if len(found) == 1 else None


def _can_stand(text: str, label: Label, panel: Panel) -> bool:
    """Whether a text that is no total can stand in a column of labels; a code is not part of a name."""
    if label.pattern is not None:
        return label.pattern.fullmatch(text) is not None or label.is_piece(text)
    return not (panel.has_codes and panel.is_code(text))


def _text(words: Sequence[Word]) -> str:
    """Join the words of a cell: blanks that only space out a word are not kept."""
    is_spaced = all(len(word.text) == 1 for word in words)
    return ("" if is_spaced else " ").join(word.text for word in words)


def grid_lines(
    lines: Sequence[LaidLine], headings: Sequence[Heading], panels: Sequence[Panel], first: int
) -> list[GridLine] | None:
    """Return the lines of a table by columns, or None if a text stands in none.

    Args:
        lines: The lines below the headings.
        headings: The columns.
        panels: The sides of the table.
        first: The page on which the headings stand.
    """
    found: list[GridLine] = []
    for number in sorted({line.page for line in lines}):
        page = _Page([_spaced_out(line) for line in lines if line.page == number], headings, panels)
        page.fill()
        read = [page.line(i) for i in range(len(page.lines))]
        if number != first:
            read = [_elsewhere(line, panels) if line is not None else None for line in read]
        rest = [line for line in read if line is not None]
        if len(rest) < len(read):
            return None
        found += rest
    return found


def _spaced_out(line: LaidLine) -> LaidLine:
    """Return a line with the letters of its only label, a total, in one word."""
    texts = [word for word in line.words if not AMOUNT.fullmatch(word.text)]
    whole = "".join(word.text for word in texts)
    if len(texts) < 2 or not vocabulary().is_total(whole) or line.words[: len(texts)] != tuple(texts):
        return line
    return evolve(line, words=(Word(whole, texts[0].start, texts[-1].end), *line.words[len(texts) :]))


def _elsewhere(line: GridLine, panels: Sequence[Panel]) -> GridLine | None:
    """Return a line of a page without headings, on which columns may stand elsewhere.

    Of amounts side by side it is not known in which column they stand, and every amount must stand on the side of the label before it.
    """
    if any(_is_beyond(column, line, panels) for column, _ in line.amounts):
        return None
    apart = {panel.amounts[0] for panel in panels if len(panel.amounts) == 1}
    amounts = tuple((j if j in apart else None, text) for j, text in line.amounts)
    return GridLine(line.number, line.labels, amounts)


def _is_beyond(column: int | None, line: GridLine, panels: Sequence[Panel]) -> bool:
    """Whether the label before an amount stands on another side, and is no total of two sides."""
    if column is None:
        return False
    panel = next(panel for panel in panels if column in panel.amounts)
    before = max((j for j in line.labels if j < column), default=column)
    is_elsewhere = bool(panel.labels) and before < panel.labels[0].position
    return is_elsewhere and not vocabulary().is_total(line.labels[before])
