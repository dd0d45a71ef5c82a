"""The sides of a table without cell borders: which columns are labels, what stands in them, and which hold amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import Factory, define, frozen

from govbudget.exceptions import Notice
from govbudget.reading.flat._headings import Path
from govbudget.reading.flat._pages import has_amount_in
from govbudget.vocabulary import ColumnRole, flat_words, vocabulary

_TEXTS = (ColumnRole.NAME, ColumnRole.TEXT)
_WORDS = re.compile(r"[\u4e00-\u9fff|]+")
_RUN_IN = re.compile(r"\d++(?![年月日号期个])(?=.)")
"""Digits at the beginning of a name that are no date and no count."""


@define
class FlatRow:
    """A row of a table without borders.

    Args:
        line: The line on which it ends.
        labels: Its label cells by column.
        amounts: Its amounts as printed, by side.
        height: Over how many lines its labels are broken.
        seen: By side, in which of its columns every amount stands, as far as the layout shows.
        fault: Why its numbers cannot be read although its labels can; they are then kept as printed.
    """

    line: int | None
    labels: dict[int, str] = Factory(dict)
    amounts: dict[int, tuple[str, ...]] = Factory(dict)
    height: int = 1
    seen: dict[int, tuple[int | None, ...]] = Factory(dict)
    fault: Notice | None = None


@frozen
class Label:
    """A column of labels.

    Args:
        position: Its place in the table.
        pattern: What its cells look like; None for names.
        needs: The column whose code its own completes, such as that of 类 for 款.
    """

    position: int
    pattern: re.Pattern[str] | None = None
    needs: int | None = None

    def is_piece(self, text: str) -> bool:
        """Tell whether a text is one of the few words of the column, or the beginning or the end of one that is broken.

        Args:
            text: The text.
        """
        words = self.pattern.pattern.split("|") if self.pattern is not None and self.is_of_words else ()
        return any(word.startswith(text) or word.endswith(text) for word in words)

    @property
    def is_of_words(self) -> bool:
        """Whether its cells hold one of a few words."""
        return self.pattern is not None and _WORDS.fullmatch(self.pattern.pattern) is not None


@frozen
class Panel:
    """The columns of a side: labels, then the positions of amounts."""

    labels: tuple[Label, ...]
    amounts: tuple[int, ...]

    @property
    def name(self) -> int | None:
        """The first column of names."""
        return next((label.position for label in self.labels if label.pattern is None), None)

    @property
    def has_codes(self) -> bool:
        """Whether rows begin with a code."""
        return bool(self.labels) and self.labels[0].pattern is not None

    def begins(self, text: str) -> bool:
        """Tell whether a text is a code with which only a row can begin."""
        codes = [label for label in self.labels if label.pattern is not None and label.needs is None]
        firsts = [label.pattern for label in codes if self.name is None or label.position < self.name]
        if not firsts or any(label.pattern in firsts for label in codes[len(firsts) :]):
            return False
        return any(one is not None and one.fullmatch(text) for one in (*firsts, flat_words().unit))

    def is_code(self, text: str) -> bool:
        """Tell whether a text is a code or a fixed word, not a part of a name."""
        if not self.has_codes:
            return False
        patterns = [label.pattern for label in self.labels if label.pattern is not None]
        return any(pattern.fullmatch(text) for pattern in (*patterns, flat_words().unit))

    def runs_together(self, labels: Mapping[int, str]) -> bool:
        """Tell whether the code of a row and its name stand in one cell, or the name begins with a code whose columns are blank.

        Args:
            labels: The label cells of a row by column.
        """
        texts = {label.position: labels.get(label.position, "").split() for label in self.labels}
        if any(
            one.isdecimal() and self.is_code(one) for text in texts.values() if len(text) > 1 for one in text
        ):
            return True
        blank = [
            label.pattern.pattern
            for label in self.labels
            if label.pattern is not None and not texts[label.position]
        ]
        codes = ("".join(blank[:count]) for count in range(1, len(blank) + 1))
        run_in = (
            _RUN_IN.match(labels.get(self.name, "")) if self.has_codes and self.name is not None else None
        )
        return run_in is not None and any(
            re.fullmatch(code, run_in[0]) for code in (*codes, flat_words().unit.pattern)
        )


def runs_together(row: FlatRow, panels: Sequence[Panel]) -> bool:
    """Tell whether an amount ran into a label of a row, or its code into its name.

    Args:
        row: The row.
        panels: The sides of the table.
    """
    return any(map(has_amount_in, row.labels.values())) or any(
        panel.runs_together(row.labels) for panel in panels
    )


def panels_of(paths: Sequence[Path]) -> list[Panel]:
    """Return the sides of a table; label columns after amounts open the next side.

    Args:
        paths: The columns as paths of headings.
    """
    found: list[tuple[list[Label], list[int]]] = []
    for j in range(len(paths)):
        label = _label(paths, j, found[-1][0] if found and not found[-1][1] else [])
        if not found or (label is not None and found[-1][1]):
            found.append(([], []))
        if label is not None:
            found[-1][0].append(label)
        else:
            found[-1][1].append(j)
    return [Panel(tuple(labels), tuple(amounts)) for labels, amounts in found]


def _label(paths: Sequence[Path], column: int, before: list[Label]) -> Label | None:
    path, known = paths[column], flat_words()
    pattern = known.codes.get(path[-1]) or known.choices.get(path[-1])
    if pattern is None:
        return Label(column) if vocabulary().column_role(path[-1]) in _TEXTS else None
    completes = (
        before and before[-1].pattern is not None and len(path) > 1 and path[:-1] == paths[column - 1][:-1]
    )
    return Label(column, pattern, column - 1 if completes else None)
