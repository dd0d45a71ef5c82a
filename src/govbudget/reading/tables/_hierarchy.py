"""The hierarchy of rows: below which row each stands, and where the layout does not say so."""

from __future__ import annotations

from collections.abc import Sequence

from govbudget.disclosures import RowKind
from govbudget.reading.tables._drafts import DraftRow
from govbudget.vocabulary import vocabulary

_CLASS = {
    RowKind.ORGANISATION: 0,
    RowKind.GROUP: 1,
    RowKind.OUTLINE: 2,
    RowKind.PLAIN: 3,
    RowKind.SUBJECT: 4,
    RowKind.DETAIL: 5,
}


def find_parents(rows: Sequence[DraftRow]) -> None:
    """Give every row the nearest row above that can contain it; totals close everything.

    Args:
        rows: The rows in printed order, with kinds and codes.
    """
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


def find_doubts(rows: Sequence[DraftRow]) -> None:
    """Mark rows of which the layout does not say where they belong, and those that may bear the broken name of a total.

    After "其中：" the rows that follow may continue the list or not; indented rows and names of sections among names of
    categories show a hierarchy that is not otherwise printed.

    Args:
        rows: The rows in printed order, with kinds and codes.
    """
    words = vocabulary()
    plain = [row for row in rows if row.kind is RowKind.PLAIN and row.outline.label not in words.carried]
    indents = {row.indent for row in plain}
    categories = [row for row in plain if row.outline.label in words.functional_categories]
    mixed = 1 < len(categories) < len(plain) and not any(row.is_economic_category for row in plain)
    for row in plain if len(indents) > 1 or mixed else ():
        row.is_doubtful = True
    _find_broken(rows)
    after = False
    for row in rows:
        after = row.kind is RowKind.PLAIN and (after or row.outline.of_which)
        if after and not row.outline.of_which and row.outline.label not in words.carried:
            row.is_doubtful = True


def _find_broken(rows: Sequence[DraftRow]) -> None:
    """Mark rows without a code whose name is lost, or may be the broken name of a total.

    A row without a name below another claims nothing, and no sum is stated of that one; anywhere else it may be a total itself.
    """
    is_broken = vocabulary().is_broken_total
    for row in rows:
        if row.kind is RowKind.TOTAL or row.code:
            continue
        is_named = any(row.labels)
        row.is_broken = not is_named or any(map(is_broken, (*row.labels, row.label, "".join(row.labels))))
        row.is_doubtful |= row.is_broken and (is_named or row.parent is None)
