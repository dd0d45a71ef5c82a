"""Lines without cell borders → rows: label cells by what they look like, and the amounts of every side in printed order.

A row ends with its amounts; names and headings that are broken over lines stand before them. Codes are told by their form, and a
name is what stands between them. What does not fit the columns of labels gives no row, and the whole table is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import Factory, define, frozen

from govbudget.labels import normalise
from govbudget.reading._blocks import Line
from govbudget.reading._flat_headings import Path
from govbudget.reading._flat_pages import AMOUNT
from govbudget.reading._outline import outline_of
from govbudget.vocabulary import ColumnRole, flat_words, vocabulary

_CODE_AND_NAME = 2
"""The code and the name of a row may stand on lines of their own."""
_MAX_GAP = 3
"""A list of the forms leaves out so many numbers at most, less one."""

Tokens = Sequence[tuple[int, str]]
"""Pieces of text, each with the number of its line."""

_NUMERALS = "一二三四五六七八九"
_NUMERAL = re.compile(r"\(?([一二三四五六七八九十]+)[)、]")


@define
class FlatRow:
    """A row of a table without borders.

    Args:
        line: The line on which it ends.
        labels: Its label cells by column.
        amounts: Its amounts as printed, by side.
        height: Over how many lines its labels are broken.
    """

    line: int | None
    labels: dict[int, str] = Factory(dict)
    amounts: dict[int, tuple[str, ...]] = Factory(dict)
    height: int = 1


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
        first = self.labels[0].pattern if self.labels else None
        if first is None or any(label.pattern is first for label in self.labels[1:]):
            return False
        return first.fullmatch(text) is not None

    def is_code(self, text: str) -> bool:
        """Tell whether a text is a code or a fixed word, not a part of a name."""
        if not self.has_codes:
            return False
        patterns = [label.pattern for label in self.labels if label.pattern is not None]
        return any(pattern.fullmatch(text) for pattern in (*patterns, flat_words().unit))


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
        return Label(column) if vocabulary().column_role(path[-1]) is ColumnRole.NAME else None
    completes = (
        before and before[-1].pattern is not None and len(path) > 1 and path[:-1] == paths[column - 1][:-1]
    )
    return Label(column, pattern, column - 1 if completes else None)


def read_flat_rows(body: Sequence[Line], panels: Sequence[Panel]) -> list[FlatRow] | None:
    """Return the rows of a table, or None if a line does not fit its columns.

    Args:
        body: The lines below the headings.
        panels: The sides of the table.
    """
    found = list(_one_sided(body, panels[0]) if len(panels) == 1 else _two_sided(body, panels))
    rows = [row for row in found if row is not None]
    if len(rows) < len(found) or (len(panels) == 1 and _may_run_together(rows, panels[0])):
        return None
    return rows


def _may_run_together(rows: Sequence[FlatRow], panel: Panel) -> bool:
    """Whether the lines of a name may be those of two rows, because some rows have no code."""
    without = (set(row.labels) == {panel.name} for row in rows if not _is_total(row))
    return panel.has_codes and any(without) and any(row.height > _CODE_AND_NAME for row in rows)


def _is_total(row: FlatRow) -> bool:
    return any(map(vocabulary().is_total, row.labels.values()))


def _one_sided(body: Sequence[Line], panel: Panel) -> Iterator[FlatRow | None]:
    pieces: list[list[str]] = []
    last: int | None = None
    for line in body:
        tokens = line.text.split()
        end = len(tokens)
        while end and AMOUNT.fullmatch(tokens[end - 1]):
            end -= 1
        if pieces and (panel.begins(tokens[0]) or vocabulary().is_total("".join(tokens[:end]))):
            yield _row(pieces, (), last, panel) if panel.is_code(pieces[0][0]) else None
            pieces = []
        if end:
            pieces.append(tokens[:end])
        last = line.number
        if end < len(tokens):
            yield _row(pieces, tuple(tokens[end:]), last, panel)
            pieces = []
    if pieces:
        yield None  # without amounts, this may be the last row or anything else below the table


def _row(pieces: list[list[str]], amounts: tuple[str, ...], line: int | None, panel: Panel) -> FlatRow | None:
    labels = _labels(pieces, panel) if _may_be_one_row(pieces, panel) else None
    fits = labels is not None and len(amounts) <= len(panel.amounts)
    return FlatRow(line, labels, {0: amounts}, len(pieces)) if labels is not None and fits else None


def _may_be_one_row(pieces: list[list[str]], panel: Panel) -> bool:
    """Whether no line begins another row: a name that is broken over lines begins below the code of its row."""
    is_own = bool(pieces) and panel.is_code(pieces[0][-1])
    for before, line in pairwise(pieces):
        if panel.is_code(before[-1]):
            is_own = True
        elif panel.is_code(line[0]):
            continue
        elif not is_own:
            return False
        is_own = is_own and not any(map(panel.is_code, line[:-1]))
    return True


def _labels(pieces: list[list[str]], panel: Panel) -> dict[int, str] | None:
    """Return the label cells of a row, or None if its pieces do not fit the columns of labels in order."""
    tokens = [(i, token) for i, line in enumerate(pieces) for token in line]
    if any(AMOUNT.fullmatch(token) for _, token in tokens) or bool(tokens) != bool(panel.labels):
        return None
    if tokens and vocabulary().is_total(_name(tokens)):
        return {panel.labels[0].position if panel.name is None else panel.name: _name(tokens)}
    is_unit = bool(tokens) and panel.has_codes and flat_words().unit.fullmatch(tokens[0][1]) is not None
    if not is_unit or any(
        label.pattern is not None and label.pattern.fullmatch(tokens[0][1]) for label in panel.labels
    ):
        return _in_order(tokens, panel)
    found = _in_order(tokens[1:], panel)
    first = panel.labels[0].position
    return {first: tokens[0][1], **found} if found is not None and set(found) == {panel.name} else None


def _in_order(tokens: Tokens, panel: Panel) -> dict[int, str] | None:
    found: dict[int, str] = {}
    rest = tokens
    for i, label in enumerate(panel.labels):
        j, pattern = label.position, label.pattern
        if pattern is None:
            length = _length_of_name(rest, panel.labels[i + 1 :])
            if any(panel.is_code(token) for _, token in rest[:length]):
                return None  # what looks like a code is not taken for a part of a name
            if length:
                found[j] = _name(rest[:length])
            rest = rest[length:]
        elif rest and pattern.fullmatch(rest[0][1]) and (label.needs is None or label.needs in found):
            found[j] = rest[0][1]
            rest = rest[1:]
    is_named = panel.name is None or panel.name in found
    return found if is_named and not rest else None


def _length_of_name(tokens: Tokens, later: Sequence[Label]) -> int:
    """Return how many pieces belong to a name: all up to the next code or fixed word for which there is a column."""
    pattern = next((label.pattern for label in later if label.pattern is not None), None)
    if pattern is None:
        return len(tokens)
    return next((i for i, (_, token) in enumerate(tokens) if i and pattern.fullmatch(token)), len(tokens))


def _name(tokens: Tokens) -> str:
    """Join the pieces of a name: blanks within a line are kept, line breaks are not, nor blanks that only space out a word."""
    if all(len(token) == 1 for _, token in tokens):
        return "".join(token for _, token in tokens)
    text, last = "", None
    for i, token in tokens:
        text += (" " if last == i else "") + token
        last = i
    return text


@define
class _Numbering:
    """The last outline numbers of a side, by rank."""

    last: dict[int, int] = Factory(dict)

    def gap(self, label: str) -> int | None:
        """Return how far a label is from the last number of its rank; None if it cannot follow."""
        rank, number = _number(label)
        if not rank:
            return None
        step = number - self.last.get(rank, 0)
        return step if step > 0 else None

    def take(self, label: str) -> None:
        """Note the number of a label; it opens all ranks below its own."""
        rank, number = _number(label)
        if rank:
            self.last = {k: v for k, v in self.last.items() if k < rank} | {rank: number}


def _number(label: str) -> tuple[int, int]:
    text = normalise(label)
    match = _NUMERAL.match(text)
    if match is None:
        return 0, 0
    tens, has_tens, ones = match[1].partition("十")
    if not has_tens:
        value = _NUMERALS.find(tens) + 1
    else:
        value = 10 * (_NUMERALS.find(tens) + 1 if tens else 1) + (_NUMERALS.find(ones) + 1 if ones else 0)
    return outline_of(text).rank, value


def _two_sided(body: Sequence[Line], panels: Sequence[Panel]) -> Iterator[FlatRow | None]:
    """Iterate over the rows of revenue beside expenditure; a label alone belongs to the side whose numbers it continues."""
    names = [panel.name for panel in panels]
    if len(panels) != 2 or None in names or any(len(panel.labels) > 1 for panel in panels):
        yield None
        return
    numbering = [_Numbering(), _Numbering()]
    for line in body:
        parts = _parts(line.text.split())
        sides = _sides(parts, numbering) if parts is not None else None
        if parts is None or sides is None:
            yield None
            continue
        row = FlatRow(line.number)
        for (label, amounts), side in zip(parts, sides, strict=True):
            numbering[side].take(label)
            row.labels[panels[side].labels[0].position] = label
            row.amounts[side] = amounts
        fits = all(len(amounts) <= len(panels[side].amounts) for side, amounts in row.amounts.items())
        yield row if fits else None


def _parts(tokens: list[str]) -> list[tuple[str, tuple[str, ...]]] | None:
    """Return the labels of a line, each with its amounts; None if it begins with an amount."""
    parts: list[tuple[str, tuple[str, ...]]] = []
    spaced = False
    for token in tokens:
        if AMOUNT.fullmatch(token):
            if not parts:
                return None
            parts[-1] = (parts[-1][0], (*parts[-1][1], token))
            spaced = False
        elif spaced and len(token) == 1 and not parts[-1][1]:
            parts[-1] = (parts[-1][0] + token, ())
        else:
            parts.append((token, ()))
            spaced = len(token) == 1
    return parts


def _sides(parts: list[tuple[str, tuple[str, ...]]], numbering: list[_Numbering]) -> tuple[int, ...] | None:
    """Return the side of every label of a line; None if that is not certain."""
    gaps = [numbering[side].gap(parts[0][0]) for side in (0, 1)] if parts else []
    if len(parts) == 2:
        # one label with a blank in it looks like two
        is_one = gaps[0] is None or (gaps[1] is not None and gaps[1] <= gaps[0])
        is_broken = _number(parts[0][0])[0] > 0 == _number(parts[1][0])[0] and not parts[0][1]
        return None if is_broken and is_one else (0, 1)
    if len(parts) != 1:
        return None
    for side in (0, 1):
        mine, other = gaps[side], gaps[1 - side]
        if mine is not None and mine <= _MAX_GAP and (other is None or other >= mine + _MAX_GAP):
            return (side,)
    return None
