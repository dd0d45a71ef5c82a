"""One row of the list of indicators in a form → levels, name, value; shifted rows are read by what their cells say.

A row that agrees with its heading is read by position. A row that does not (cells lost or shifted) is read from left to
right: names of levels are known words, then come the name, its value, its unit and its explanation.
"""

from __future__ import annotations

from collections.abc import Sequence

from govbudget.reading.forms._columns import Draft, Half, UnclearRowError, read_columns
from govbudget.reading.forms._layouts import Columns, FormRow, Layout, Token, read_layout
from govbudget.vocabulary import FormWords, form_words


class RowReader:
    """Reads the rows of one list, keeping the levels that are printed only once."""

    def __init__(self) -> None:
        self.words: FormWords = form_words()
        self.layout = Layout((Columns({}),), 0)
        self.levels: list[list[str]] = [["", ""], ["", ""]]
        self.units: set[str] = set()
        self.was_noted = False

    def learn_units(self, rows: Sequence[FormRow]) -> None:
        """Collect the units that stand in the column of units beside a name and a value.

        Args:
            rows: All rows of the form.
        """
        columns: dict[str, int] = {}
        for row in rows:
            layout = read_layout(row)
            columns = layout.columns if layout is not None else columns
            if {"third", "value", "unit"} <= columns.keys() and layout is None:
                at = {name: row.cells[i] for name, i in columns.items() if i < len(row.cells)}
                if at.get("third") and at.get("value") and at.get("unit"):
                    self.units.add(at["unit"])

    def start(self, layout: Layout) -> None:
        """Begin the rows below a heading."""
        self.layout = layout
        self.levels = [["", ""], ["", ""]]

    def note_text(self, text: str) -> None:
        """Take a level from a line of text between parts of a list."""
        found = Half(text) if self.words.is_first(text) else Half(None, text)
        if found.first is not None or self.words.is_second(text):
            self._enter(0, found)
            self.was_noted = True

    def read(self, row: FormRow) -> list[Draft]:
        """Return the indicators of a row, one for each half that prints one.

        Raises:
            UnclearRowError: It can be read in several ways.
        """
        tokens = row.tokens()
        if row.starts_block and len(row.cells) < self.layout.width and not self.was_noted:
            self.levels[0][1] = (
                ""  # rows that lost cells at a page break: which level they belong to is not printed
            )
        self.was_noted = False
        if tokens and self.words.heading(tokens[0][1]) == "rows":
            tokens = tokens[1:]
        if all(cell.isdigit() for _, cell in tokens):
            return []  # a blank row, or one that numbers the columns
        if not self.layout.is_clear:
            raise UnclearRowError
        if self.layout.is_wide:
            return self._read_wide(row)
        if self.layout.second_half is not None:
            return self._read_doubled(row, tokens)
        found = self._by_position(row, tokens) or self._single(tokens)
        self._enter(0, found)
        return self._drafts(row, found, 0)

    def _enter(self, half: int, found: Half) -> None:
        """Keep the levels that a row prints; a second level may contradict the first one printed before."""
        levels = self.levels[half]
        if found.first is not None:
            levels[:] = [found.first, found.second or ""]
        elif found.second is not None:
            levels[1] = found.second
            if self.words.contradicts(levels[0], found.second):
                levels[0] = ""

    def _by_position(self, row: FormRow, tokens: list[Token]) -> Half | None:
        """Read a row by the columns of its heading, or return None if it does not agree with them."""
        columns = self.layout.columns
        if len(row.cells) < self.layout.width or any(i not in columns.values() for i, _ in tokens):
            return None
        at = {name: row.cells[i] for name, i in columns.items()}
        first, second, name, value = (at.get(key, "") for key in ("first", "second", "third", "value"))
        if not self._agrees(first, second, name, value):
            return None
        extras = [(columns[key], at[key]) for key in self.layout.extras]
        if not name:
            is_group = not value and not any(text for _, text in extras)
            return Half(first or None, second or None) if is_group else None
        known = not second or self.words.is_second(second)
        if not known and (not value or self._has_lost_unit(at)):
            return None
        rest = [(columns["third"], name), (columns.get("value", -1), value), *extras]
        return Half(first or None, second or None, rest)

    def _agrees(self, first: str, second: str, name: str, value: str) -> bool:
        """Tell whether no cell of a row is known to belong to another column."""
        words = self.words
        if words.is_first(second) or any(
            words.is_first(cell) or words.is_second(cell) for cell in (name, value)
        ):
            return False
        if not first or words.is_first(first):
            return True
        return words.is_second(second) or bool(second and name and value and not words.is_second(first))

    def _has_lost_unit(self, at: dict[str, str]) -> bool:
        """Tell whether the unit seems to stand in the column of the value: the row is shifted."""
        return "unit" in at and not at["unit"] and at.get("value", "") in self.units

    def _levels_of(self, tokens: list[Token]) -> tuple[Half, list[Token]]:
        """Take the names of levels off the front: a known first level, or any cell that stands before a second level."""
        words, found, i = self.words, Half(), 0
        before = len(tokens) > 1 and words.is_second(tokens[1][1])
        in_front = tokens[0][0] < self.layout.columns["third"]
        if words.is_first(tokens[0][1]) or (before and in_front):
            found.first, i = tokens[0][1], 1
        if i < len(tokens) and words.is_second(tokens[i][1]):
            found.second, i = tokens[i][1], i + 1
        return found, tokens[i:]

    def _single(self, tokens: list[Token]) -> Half:
        found, rest = self._levels_of(tokens)
        if len(rest) == 1 and rest[0][0] < self.layout.columns["third"]:
            found.second, rest = rest[0][1], []  # a group of a name that is not known
        if len(rest) > 2 + len(self.layout.extras) and found.second is None:
            found.second, rest = rest[0][1], rest[1:]
        if len(rest) > 2 + len(self.layout.extras):
            raise UnclearRowError
        found.rest = rest
        return found

    def _read_doubled(self, row: FormRow, tokens: list[Token]) -> list[Draft]:
        left, rest = self._levels_of(tokens)
        at = next((i for i, (_, cell) in enumerate(rest) if i and self.words.is_second(cell)), None)
        at = self._middle(rest) if at is None else at
        left.rest, other = rest[:at], rest[at:]
        right = Half()
        if other:
            right, right.rest = self._levels_of(other)
        for half in (left, right):
            self._shape(half)
        self._enter_both(left, right)
        return [*self._drafts(row, left, 0), *self._drafts(row, right, 1)]

    def _enter_both(self, left: Half, right: Half) -> None:
        """Keep the levels of both halves; the right one has those of the left that it does not print."""
        self._enter(0, left)
        if right.first is None and left.first is not None:
            right.first, right.second = left.first, right.second or left.second
        elif right.second is None and (right.rest or right.draft):
            right.second = left.second
        self._enter(1, right)

    def _read_wide(self, row: FormRow) -> list[Draft]:
        """Read a row by the columns of a list that has more of them than names, values, units and explanations."""
        halves = read_columns(self.layout, row)
        if len(halves) > 1:
            self._enter_both(*halves)
        elif halves:
            self._enter(0, halves[0])
        drafts = []
        for number, half in enumerate(halves):
            if half.draft is not None:
                half.draft.levels = (self.levels[number][0], self.levels[number][1])
                drafts.append(half.draft)
        return drafts

    def _middle(self, rest: list[Token]) -> int:
        """Return where the second half begins in a row that does not repeat its second level."""
        texts = [cell for _, cell in rest]
        again = next((i for i in range(1, len(texts)) if texts[i] == texts[0]), None)
        if again is not None and again <= (len(texts) + 1) // 2:
            return again
        if len(texts) <= 2:
            return 0 if rest and rest[0][0] >= (self.layout.second_half or 0) else len(texts)
        if len(texts) % 2:
            raise UnclearRowError
        return len(texts) // 2

    def _shape(self, half: Half) -> None:
        """Bring a half to a name and its value: a merged value is printed twice, or a level was pushed one level up."""
        texts = [cell for _, cell in half.rest]
        if len(texts) == 3 and texts[1] == texts[2]:
            half.rest, half.is_odd = half.rest[:2], True
        elif len(texts) == 3 and half.second is not None and half.first is None:
            half.first, half.second, half.is_odd = half.second, texts[0], True
            half.rest = half.rest[1:]
        elif len(texts) > 2:
            raise UnclearRowError

    def _drafts(self, row: FormRow, half: Half, number: int) -> list[Draft]:
        if not half.rest:
            return []
        column, name = half.rest[0]
        draft = Draft(row, number, name, column, is_odd=half.is_odd)
        draft.levels = (self.levels[number][0], self.levels[number][1])
        draft.target = half.rest[1][1] if len(half.rest) > 1 else ""
        for key, (_, text) in zip(self.layout.extras, half.rest[2:], strict=False):
            if key == "unit":
                draft.unit = text or None
            else:
                draft.explanation = text or None
        return [draft]
