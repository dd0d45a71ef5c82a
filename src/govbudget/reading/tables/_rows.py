"""Label cells → rows: what each row is about, its code, and the row above it in the hierarchy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govbudget.disclosures import RowKind
from govbudget.labels import normalise, shown
from govbudget.reading.pages._outline import outline_of
from govbudget.reading.tables._codes import assemble_bare, fill_down, read_codes, subjects_of
from govbudget.reading.tables._details import tell_details
from govbudget.reading.tables._drafts import DraftRow, LabelColumns
from govbudget.reading.tables._hierarchy import find_doubts, find_parents
from govbudget.vocabulary import ColumnRole, vocabulary


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
    fill_down(rows)
    assemble_bare(rows, columns, adds_up)
    _tell_organisations(rows, columns)
    _tell_projects(rows)
    find_parents(rows)
    tell_details(rows, adds_up)
    find_doubts(rows)
    for row in rows:
        row.subjects = tuple(subjects_of(row, columns))


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
    read_codes(row, columns, texts)
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


def _is_inner_subtotal(row: DraftRow, columns: LabelColumns) -> bool:
    """A 小计 in the second of several name columns is the total of a group whose merged name was lost."""
    names = [i for i, role in enumerate(columns.roles) if role is ColumnRole.NAME]
    return (
        normalise(row.label) == "小计" and len(names) > 1 and row.first > names[0] and not columns.has_codes
    )


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
