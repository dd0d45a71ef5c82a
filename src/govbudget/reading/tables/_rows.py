"""Label cells → rows: what each row is about, its code, and the row above it in the hierarchy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from govbudget.disclosures import RowKind
from govbudget.labels import normalise, shown
from govbudget.reading.pages._levels import assemble
from govbudget.reading.pages._outline import outline_of
from govbudget.reading.tables._details import tell_details
from govbudget.reading.tables._drafts import DraftRow, LabelColumns
from govbudget.vocabulary import ColumnRole, vocabulary

_UNIT = re.compile(r"0\d{2}")
"""No code of a subject begins so."""
_BRACKETED = re.compile(r"\[([235]\d{4}(?:\d{2})?)\]\s*([^\[\]\s]+)")
_MARKS = dict.fromkeys(map(ord, ".。·-–—_`"))
"""What may stand in and behind the digits of a code."""
_ORGANISATION = re.compile(r"\d{3,12}")


def draft_rows(
    rows: Sequence[DraftRow], columns: LabelColumns, adds_up: Callable[[int, list[int]], bool]
) -> None:
    """Fill in kinds, codes and parents.

    Args:
        rows: The rows in printed order, with their label cells.
        columns: What the label columns hold.
        adds_up: Tells whether a row is the sum of other rows in the main column of figures.
    """
    for row in rows:
        _read_labels(row, columns)
    _find_steps(rows, columns)
    _find_repeated(rows, columns, adds_up)
    _fill_down(rows)
    _assemble_bare(rows, columns, adds_up)
    _tell_organisations(rows, columns)
    _tell_projects(rows)
    _find_parents(rows)
    tell_details(rows, adds_up)
    _find_doubts(rows)
    for row in rows:
        row.subjects = tuple(_subjects(row, columns))


def _read_labels(row: DraftRow, columns: LabelColumns) -> None:
    words = vocabulary()
    texts = [shown(label) for label in row.labels]
    named = [
        i for i, role in enumerate(columns.roles) if role in (ColumnRole.NAME, ColumnRole.TEXT) and texts[i]
    ]
    row.first = named[0] if named else 0
    row.label = texts[named[0]] if named else next((text for text in texts if text), "")
    inner = [texts[i] for i in named[1:] if columns.roles[i] is ColumnRole.NAME]
    if inner and not columns.has_codes:
        row.label = " ".join([row.label, *inner])
    row.outline = outline_of(normalise(row.label))
    filled = [text for text in texts if text]
    if filled and words.is_total(filled[0]) and not _is_inner_subtotal(row, columns):
        row.kind, row.label = RowKind.TOTAL, filled[0]
        return
    _read_codes(row, columns, texts)
    if row.kind is RowKind.PLAIN and row.outline.rank:
        row.kind = RowKind.OUTLINE
    elif (
        row.kind is RowKind.PLAIN
        and len(filled) == 1
        and row.label in words.kinds_of_expenditure
        and row.first
    ):
        row.kind = RowKind.GROUP
    row.is_economic_category = columns.is_economic and normalise(row.label) in words.economic_categories


def _code_in(text: str) -> str:
    """Return a code without the dots and dashes in it, or what else is printed."""
    plain = normalise(text)
    digits = plain.translate(_MARKS)
    return digits if not digits or digits.isdigit() else plain


def _is_inner_subtotal(row: DraftRow, columns: LabelColumns) -> bool:
    """A 小计 in the second of several name columns is the total of a group whose merged name was lost."""
    names = [i for i, role in enumerate(columns.roles) if role is ColumnRole.NAME]
    return (
        normalise(row.label) == "小计" and len(names) > 1 and row.first > names[0] and not columns.has_codes
    )


def _read_codes(row: DraftRow, columns: LabelColumns, texts: list[str]) -> None:
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


def _find_steps(rows: Sequence[DraftRow], columns: LabelColumns) -> None:
    """In tables whose label cells are merged downwards, the last filled label says how deep a row stands.

    A group's own total ("小计" beside its name) stands where the group does; so does one without the name, where such
    totals open their groups. Where they do not, it repeats rows above it.
    """
    names = [i for i, role in enumerate(columns.roles) if role in (ColumnRole.NAME, ColumnRole.TEXT)]
    if len(names) < 2 or not any(row.first > names[0] for row in rows if row.kind is not RowKind.TOTAL):
        return
    words = vocabulary()
    printed = [[i for i in names if row.labels[i]] for row in rows]
    used = sorted({i for filled in printed for i in filled})
    first = next((k for k, row in enumerate(rows) if row.kind is not RowKind.TOTAL and printed[k]), None)
    opens = first is not None and words.is_total(rows[first].labels[printed[first][-1]])
    for row, filled in zip(rows, printed, strict=True):
        while len(filled) > 1 and words.total.match(normalise(row.labels[filled[-1]])):
            filled.pop()
        row.step = filled[-1] if filled else 0
        if row.step > used[0] and words.is_total(row.labels[row.step]):
            row.step = used[used.index(row.step) - 1] if opens else row.step
            row.is_open = not opens


def _find_repeated(
    rows: Sequence[DraftRow], columns: LabelColumns, adds_up: Callable[[int, list[int]], bool]
) -> None:
    """In tables that repeat the name of a group, its row without a further name is its subtotal if the next ones add to it."""
    names = [i for i, role in enumerate(columns.roles) if role in (ColumnRole.NAME, ColumnRole.TEXT)]
    heads = [k for k, row in enumerate(rows) if _is_bare(row, names)]
    for head in heads:
        name, below = normalise(rows[head].labels[names[0]]), []
        for k in range(head + 1, len(rows)):
            if _is_bare(rows[k], names) or normalise(rows[k].labels[names[0]]) != name:
                break
            below.append(k)
        if len(below) > 1 and adds_up(head, below):
            for k in below:
                rows[k].step = names[1]


def _is_bare(row: DraftRow, names: list[int]) -> bool:
    """Tell whether a row that is no total has a name in the first of several columns of names, and in no other."""
    filled = [i for i in names if row.labels[i]]
    return row.kind is RowKind.PLAIN and len(names) > 1 and filled == names[:1]


def _fill_down(rows: Sequence[DraftRow]) -> None:
    """Complete codes that are printed by their last piece only in columns of their own: blank, 05, blank."""
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


def _assemble_bare(
    rows: Sequence[DraftRow], columns: LabelColumns, adds_up: Callable[[int, list[int]], bool]
) -> None:
    """Complete two-digit codes that share one column with the categories: 208, 01, 09."""
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


def _tell_organisations(rows: Sequence[DraftRow], columns: LabelColumns) -> None:
    """Rows without a code in a table with codes are units if they come before the subjects, else details below one."""
    if not columns.has_codes:
        return
    seen_subject = units = False
    for row in rows:
        if row.kind is RowKind.SUBJECT:
            seen_subject = True
        elif row.kind is RowKind.PLAIN and not any(row.codes):
            units = units or not seen_subject
            row.kind = RowKind.ORGANISATION if units and _may_be_unit(row, columns) else RowKind.DETAIL


def _tell_projects(rows: Sequence[DraftRow]) -> None:
    """Rows that repeat the code of the unit above them beside other names are details of it, such as its projects."""
    unit: DraftRow | None = None
    for row in rows:
        if row.kind is not RowKind.ORGANISATION:
            continue
        if unit is not None and row.code is not None and row.code == unit.code and row.label != unit.label:
            row.kind = RowKind.DETAIL
        else:
            unit = row


def _may_be_unit(row: DraftRow, columns: LabelColumns) -> bool:
    names = [i for i, role in enumerate(columns.roles) if role is ColumnRole.NAME]
    return row.first == names[0] if names else True


def _find_parents(rows: Sequence[DraftRow]) -> None:
    """Give every row the nearest row above that can contain it; totals close everything."""
    stack: list[int] = []
    for i, row in enumerate(rows):
        if row.kind is RowKind.TOTAL:
            stack = []
            continue
        if row.kind is RowKind.SUBJECT and not row.is_partial:
            # a full code below the same code printed by its last piece is a detail of it
            same = next((k for k in stack if rows[k].code == row.code and rows[k].is_partial), None)
            if same is not None:
                row.kind = RowKind.DETAIL
        while stack and not _contains(rows[stack[-1]], row):
            stack.pop()
        if not (row.kind is RowKind.PLAIN and row.outline.label in vocabulary().carried):
            row.parent = stack[-1] if stack else None
        else:
            stack = []
        stack.append(i)


def _find_doubts(rows: Sequence[DraftRow]) -> None:
    """Mark unnumbered rows of which the layout does not say where they belong.

    After "其中：" the rows that follow may continue the list or not; indented rows and names of sections among names of
    categories show a hierarchy that is not otherwise printed. The broken name of a total may be that of one.
    """
    words = vocabulary()
    plain = [row for row in rows if row.kind is RowKind.PLAIN and row.outline.label not in words.carried]
    indents = {row.indent for row in plain}
    categories = [row for row in plain if row.outline.label in words.functional_categories]
    mixed = 1 < len(categories) < len(plain) and not any(row.is_economic_category for row in plain)
    for row in plain if len(indents) > 1 or mixed else ():
        row.is_doubtful = True
    for row in rows:
        broken = map(words.is_broken_total, (*row.labels, row.label, "".join(row.labels)))
        row.is_broken = (
            row.kind is not RowKind.TOTAL and not row.code and (any(broken) or not any(row.labels))
        )
        row.is_doubtful = row.is_doubtful or (row.is_broken and any(row.labels))
    after = False
    for row in rows:
        after = row.kind is RowKind.PLAIN and (after or row.outline.of_which)
        if after and not row.outline.of_which and row in plain:
            row.is_doubtful = True


_CLASS = {
    RowKind.ORGANISATION: 0,
    RowKind.GROUP: 1,
    RowKind.OUTLINE: 2,
    RowKind.PLAIN: 3,
    RowKind.SUBJECT: 4,
    RowKind.DETAIL: 5,
}


def _contains(above: DraftRow, row: DraftRow) -> bool:
    """Tell whether one row can be the parent of another."""
    if row.outline.of_which and above.outline.of_which:
        return False
    if _CLASS[above.kind] != _CLASS[row.kind]:
        return _CLASS[above.kind] < _CLASS[row.kind]
    match row.kind:
        case RowKind.OUTLINE:
            found = above.outline.rank < row.outline.rank
        case RowKind.ORGANISATION if above.code is None:
            found = row.code is not None
        case RowKind.ORGANISATION | RowKind.SUBJECT:
            mine, other = row.code or "", above.code or ""
            found = bool(other) and mine.startswith(other) and mine != other
        case RowKind.PLAIN if row.outline.of_which:
            found = True
        case RowKind.PLAIN if above.is_economic_category != row.is_economic_category:
            found = above.is_economic_category
        case RowKind.PLAIN:
            found = above.step < row.step
        case _:
            found = False
    return found


def _subjects(row: DraftRow, columns: LabelColumns) -> Iterator[tuple[str, str | None]]:
    """The subject codes of a row with the names beside them, those in brackets included: [30201]办公费."""
    groups = [group for group in columns.code_groups if columns.roles[group[0]] is ColumnRole.SUBJECT_CODE]
    if row.kind is RowKind.SUBJECT:
        printed = [group for group in groups if any(row.labels[i] for i in group)]
        for code, group in zip(row.codes, printed, strict=False):
            beside = next((i for i in sorted(columns.subject_names) if i > group[-1]), None)
            yield code, shown(row.labels[beside]) or None if beside is not None else None
    for label in row.labels:
        yield from ((match[1], match[2].strip()) for match in _BRACKETED.finditer(label))
