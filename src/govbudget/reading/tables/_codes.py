"""Codes of rows: read from the columns they are printed in, and completed where only their last pieces are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from govbudget.disclosures import RowKind
from govbudget.labels import normalise, shown
from govbudget.reading.pages._levels import assemble
from govbudget.reading.tables._drafts import DraftRow, LabelColumns
from govbudget.vocabulary import ColumnRole

_UNIT = re.compile(r"0\d{2}")
"""No code of a subject begins so."""
_BRACKETED = re.compile(r"\[([235]\d{4}(?:\d{2})?)\]\s*([^\[\]\s]+)")
_MARKS = dict.fromkeys(map(ord, ".。·-–—_`"))
"""What may stand in and behind the digits of a code."""
_ORGANISATION = re.compile(r"\d{3,12}")


def read_codes(row: DraftRow, columns: LabelColumns, texts: list[str]) -> None:
    """Fill in the codes of a row, and what kind of row it is by them.

    Args:
        row: The row.
        columns: What the label columns hold.
        texts: Its label cells.
    """
    codes = []
    for group in columns.code_groups:
        is_subject = columns.roles[group[0]] is ColumnRole.SUBJECT_CODE
        pieces = [_code_in(texts[i]) if is_subject else normalise(texts[i]) for i in group]
        if not all(piece.isascii() and (piece.isdigit() or not piece) for piece in pieces):
            continue
        if columns.roles[group[0]] is ColumnRole.ORG_CODE:
            if pieces[0] and _ORGANISATION.fullmatch(pieces[0]):
                row.kind = RowKind.ORGANISATION
                codes.append(pieces[0])
            continue
        padded = tuple(piece.zfill(2) if piece and i else piece for i, piece in enumerate(pieces))
        joined = "".join(padded)
        is_alone = sum(map(bool, padded)) == 1
        if is_alone and ((len(joined) in (6, 8, 9) and padded[-1]) or _UNIT.fullmatch(joined)):
            row.kind = RowKind.ORGANISATION
            codes.append(joined)
        elif joined:
            row.pieces = row.pieces or padded
            codes.append(joined)
            row.kind = RowKind.SUBJECT if row.kind is RowKind.PLAIN else row.kind
    row.codes = tuple(codes)
    row.code = codes[0] if codes else None


def _code_in(text: str) -> str:
    """Return a code without the dots and dashes in it, or what else is printed."""
    plain = normalise(text)
    digits = plain.translate(_MARKS)
    return digits if not digits or digits.isdigit() else plain


def fill_down(rows: Sequence[DraftRow]) -> None:
    """Complete codes that are printed by their last piece only in columns of their own: blank, 05, blank.

    Args:
        rows: The rows in printed order.
    """
    last: list[str] = []
    for row in rows:
        if row.kind is not RowKind.SUBJECT or len(row.pieces) < 2:
            continue
        depth = max(i for i, piece in enumerate(row.pieces) if piece)
        if row.is_partial and len(last) >= depth:
            complete = [*last[:depth], row.pieces[depth]]
            row.code = "".join(complete)
            row.codes = (row.code, *row.codes[1:])
        else:
            complete = list(row.pieces[: depth + 1])
        last = complete


def assemble_bare(
    rows: Sequence[DraftRow], columns: LabelColumns, adds_up: Callable[[int, list[int]], bool]
) -> None:
    """Complete two-digit codes that share one column with the categories: 208, 01, 09.

    Args:
        rows: The rows in printed order.
        columns: What the label columns hold.
        adds_up: Tells whether a row is the sum of other rows in the main column of figures.
    """
    if not any(len(group) == 1 for group in columns.code_groups):
        return
    i = 0
    while i < len(rows):
        category = rows[i].code or ""
        i += 1
        if rows[i - 1].kind is not RowKind.SUBJECT or len(category) != 3:
            continue
        start = i
        while i < len(rows) and rows[i].kind is RowKind.SUBJECT and len(rows[i].code or "") == 2:
            i += 1
        if i == start:
            continue
        bare = rows[start:i]

        def can_add_up(codes: list[str], start: int = start) -> bool:
            below = {
                k: [start + m for m, code in enumerate(codes) if len(code) == 7 and code[:5] == codes[k]]
                for k in range(len(codes))
                if len(codes[k]) == 5
            }
            items_add_up = all(adds_up(start + k, items) for k, items in below.items() if items)
            return items_add_up and adds_up(start - 1, [start + k for k in below])

        codes = assemble(category, [row.code or "" for row in bare], can_add_up)
        for row, code in zip(bare, codes or [""] * len(bare), strict=True):
            row.code = code or row.code
            row.codes = (row.code or "",)
            row.kind = RowKind.SUBJECT if code else RowKind.DETAIL
            row.is_open = not code


def subjects_of(row: DraftRow, columns: LabelColumns) -> Iterator[tuple[str, str | None]]:
    """Iterate over the subject codes of a row with the names beside them, those in brackets included: [30201]办公费.

    Args:
        row: The row.
        columns: What the label columns hold.
    """
    groups = [group for group in columns.code_groups if columns.roles[group[0]] is ColumnRole.SUBJECT_CODE]
    if row.kind is RowKind.SUBJECT:
        printed = [group for group in groups if any(row.labels[i] for i in group)]
        for code, group in zip(row.codes, printed, strict=False):
            beside = next((i for i in sorted(columns.subject_names) if i > group[-1]), None)
            yield code, shown(row.labels[beside]) or None if beside is not None else None
    for label in row.labels:
        yield from ((match[1], match[2].strip()) for match in _BRACKETED.finditer(label))
