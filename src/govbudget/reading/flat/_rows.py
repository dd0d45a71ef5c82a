"""Lines without cell borders → rows: label cells by what they look like, and the amounts of every side in printed order.

A row ends with its amounts; names and headings that are broken over lines stand before them. Codes are told by their form, and a
name is what stands between them. What does not fit the columns of labels is no row that can be read, and stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from govbudget.amounts import prints_nothing
from govbudget.reading.flat._opened import AMOUNTS, OpenRow, are_enclosed, holds_amount, looks_like_number
from govbudget.reading.flat._pages import AMOUNT
from govbudget.reading.flat._panels import FlatRow, Label, Panel, runs_together
from govbudget.reading.flat._sides import two_sided_rows
from govbudget.reading.pages._blocks import Line
from govbudget.vocabulary import flat_words, vocabulary

_CODE_AND_NAME = 2
"""The code and the name of a row may stand on lines of their own."""
_LAST_DIGITS = 2
_DEPARTMENT = 3
"""So many digits has the code of a department; those of its units are longer."""

Tokens = Sequence[tuple[int, str]]
"""Pieces of text, each with the number of its line."""


@frozen
class FlatRows:
    """The rows of a table: those that can be read, and those that cannot.

    Args:
        read: Rows with their labels.
        opened: What stands between them.
        is_whole: Whether every row can be read and prints no more numbers than there are columns.
    """

    read: list[FlatRow]
    opened: list[OpenRow]
    is_whole: bool


def read_flat_rows(body: Sequence[Line], panels: Sequence[Panel]) -> FlatRows | None:
    """Return the rows of a table, or None if it is not certain where they begin or end.

    Args:
        body: The lines below the headings.
        panels: The sides of the table.
    """
    if any(_runs_on(panel) for panel in panels):
        return None
    one_sided = len(panels) == 1
    found = _with_rests(_one_sided(body, panels[0])) if one_sided else list(two_sided_rows(body, panels))
    rows = [one for one in found if isinstance(one, FlatRow)]
    opened = [one for one in found if isinstance(one, OpenRow)]
    texts = {line.number: line.text for line in body} if len(panels) > 1 else {}
    opened += [
        OpenRow(row.line or 0, texts.get(row.line) or _text(row))
        for row in rows
        if runs_together(row, panels)
    ]
    rows = [row for row in rows if not runs_together(row, panels)]
    if len(rows) + len(opened) < len(found) or all(row.fault or _is_long(row, panels) for row in rows):
        return None
    if not are_enclosed([row.line for row in rows], opened):
        return None
    if len(panels) == 1 and _may_run_together(rows, opened, panels[0]):
        return None
    is_whole = not opened and not any(row.fault or _is_long(row, panels) for row in rows)
    return FlatRows(rows, sorted(opened, key=lambda one: one.line), is_whole)


def _is_long(row: FlatRow, panels: Sequence[Panel]) -> bool:
    return any(len(amounts) > len(panels[side].amounts) for side, amounts in row.amounts.items())


def _runs_on(panel: Panel) -> bool:
    """Whether two columns of texts stand side by side, which nothing tells apart."""
    return any(a.pattern is None and b.pattern is None for a, b in pairwise(panel.labels))


def _may_run_together(rows: Sequence[FlatRow], opened: Sequence[OpenRow], panel: Panel) -> bool:
    """Whether the lines of a name may be those of two rows, because some rows have no code."""
    without = [set(row.labels) == {panel.name} for row in rows if not _is_total(row)]
    without += [not one.text[:1].isdigit() for one in opened]
    return panel.has_codes and any(without) and any(row.height > _CODE_AND_NAME for row in rows)


def _is_total(row: FlatRow) -> bool:
    return any(map(vocabulary().is_total, row.labels.values()))


def _with_rests(rows: Iterable[FlatRow | OpenRow]) -> list[FlatRow | OpenRow]:
    """Leave a row open with what follows it and begins with a number: its own number may be the end of its name."""
    found: list[FlatRow | OpenRow] = []
    for row in rows:
        last = found[-1] if found else None
        first = row.text.partition(" ")[0] if isinstance(row, OpenRow) else "label"
        is_rest = AMOUNT.fullmatch(first) is not None or prints_nothing(first)
        if is_rest and isinstance(last, FlatRow) and last.labels and not _is_total(last):
            found[-1] = OpenRow(last.line or 0, _text(last))
        found.append(row)
    return found


def _one_sided(body: Sequence[Line], panel: Panel) -> Iterator[FlatRow | OpenRow]:
    pieces: list[list[str]] = []
    last = 0
    lone: list[str] = []
    for line in body:
        tokens = line.text.split()
        if not pieces and _is_page(tokens):
            lone = tokens
            continue
        end = len(tokens)
        while end and AMOUNT.fullmatch(tokens[end - 1]):
            end -= 1
        if pieces and (panel.begins(tokens[0]) or vocabulary().is_total("".join(tokens[:end]))):
            yield _row(pieces, (), last, panel) if panel.is_code(pieces[0][0]) else _opened(pieces, (), last)
            pieces = []
        if end:
            pieces.append(tokens[:end])
        last = line.number or 0
        if end < len(tokens):
            row = _row(pieces, tuple(tokens[end:]), last, panel)
            is_cut = isinstance(row, FlatRow) and _may_lack_code(row, lone, panel)
            yield _opened([lone, *pieces], tuple(tokens[end:]), last) if is_cut else row
            pieces, lone = [], []
    if pieces:
        yield _opened(pieces, (), last)  # without amounts, this may be anything below the table


def _text(row: FlatRow) -> str:
    labels = (text for _, text in sorted(row.labels.items()))
    return " ".join([*labels, *(text for some in row.amounts.values() for text in some)])


def _opened(pieces: list[list[str]], amounts: tuple[str, ...], line: int) -> OpenRow:
    return OpenRow(line, " ".join([*(token for tokens in pieces for token in tokens), *amounts]))


def _is_page(tokens: list[str]) -> bool:
    """Whether a line between two rows numbers a page; no row that can be read begins with the last two digits of a code."""
    return len(tokens) == 1 and tokens[0].isdecimal() and len(tokens[0]) <= _LAST_DIGITS


def _may_lack_code(row: FlatRow, lone: list[str], panel: Panel) -> bool:
    """Whether the number above a row without code may be the last digits of its code, and not that of a page."""
    is_bare = panel.has_codes and set(row.labels) == {panel.name} and not _is_total(row)
    return is_bare and any(len(text) == _LAST_DIGITS for text in lone)


def _row(pieces: list[list[str]], amounts: tuple[str, ...], line: int, panel: Panel) -> FlatRow | OpenRow:
    faulty = _without_numbers(pieces, amounts, line, panel)
    if faulty is not None:
        return faulty
    labels = _labels(pieces, panel) if _may_be_one_row(pieces, panel) else None
    is_known = labels is not None and (bool(labels) or len(amounts) <= len(panel.amounts))
    return (
        FlatRow(line, labels or {}, {0: amounts}, len(pieces)) if is_known else _opened(pieces, amounts, line)
    )


def _without_numbers(
    pieces: list[list[str]], amounts: tuple[str, ...], line: int, panel: Panel
) -> FlatRow | None:
    """Return a row of which only the numbers cannot be read: what follows its labels has digits, marks and no letters."""
    tokens = pieces[-1] if pieces else []
    end = len(tokens)
    while end and looks_like_number(tokens[end - 1]):
        end -= 1
    broken = tokens[end:]
    if not any(map(holds_amount, broken)):
        return None
    left = [one for one in (*pieces[:-1], tokens[:end]) if one]
    labels = _labels(left, panel) if _may_be_one_row(left, panel) else None
    return FlatRow(line, labels, {0: (*broken, *amounts)}, len(left), fault=AMOUNTS) if labels else None


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
    below = _below_subjects(tokens[0][1], panel)
    return {below: tokens[0][1], **found} if found is not None and set(found) == {panel.name} else None


def _below_subjects(code: str, panel: Panel) -> int:
    """Return in which of the columns of a subject the code of a unit stands: the first if it is short, as forms print it, or the last."""
    position = panel.labels[0].position
    for label in panel.labels if len(code) > _DEPARTMENT else ():
        position = label.position if label.needs == position else position
    return position


def _in_order(tokens: Tokens, panel: Panel) -> dict[int, str] | None:
    found: dict[int, str] = {}
    rest = tokens
    for i, label in enumerate(panel.labels):
        j, pattern = label.position, label.pattern
        if pattern is None:
            length = _length_of_name(rest, panel.labels[i + 1 :])
            name = [token for _, token in rest[:length]]
            if panel.has_codes and name and (name[0].isdecimal() or any(map(panel.is_code, name))):
                return None  # what looks like a code is not taken for a part of a name
            if _may_hold_cells(rest[:length]):
                return None
            if length:
                found[j] = _name(rest[:length])
            rest = rest[length:]
        elif rest and pattern.fullmatch(rest[0][1]) and (label.needs is None or label.needs in found):
            found[j] = rest[0][1]
            rest = rest[1:]
    is_named = panel.name is None or panel.name in found
    return found if is_named and not rest else None


def _may_hold_cells(tokens: Tokens) -> bool:
    """Whether a name may hold cells: dashes, or a whole number that follows on its line."""
    texts = [text for _, text in tokens]
    is_beside = len(tokens) > 1 and tokens[-1][0] == tokens[-2][0]
    return any(map(prints_nothing, texts)) or (is_beside and texts[-1].isdecimal())


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
