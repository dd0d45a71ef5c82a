"""Rows that repeat the code of the row above them beside other names: what a subject is spent on, or more of the same subject.

Both are printed in the same way: 2101501 行政运行, then 2101501 年终奖. Whether the first row is the sum of the next ones is told by the row
above them all, which is the sum of its parts; where it agrees with both readings or with none, nothing is added up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govbudget.disclosures import RowKind
from govbudget.labels import normalise
from govbudget.reading.tables._drafts import DraftRow

AddsUp = Callable[[int, list[int]], bool]


def tell_details(rows: Sequence[DraftRow], adds_up: AddsUp) -> None:
    """Find rows that may be details of the row above them, and settle whether they are.

    Args:
        rows: The rows in printed order, with kinds, codes and parents.
        adds_up: Tells whether a row is the sum of other rows in the main column of figures.
    """
    groups: dict[int | None, list[list[int]]] = {}
    for group in _groups(rows):
        groups.setdefault(rows[group[0]].parent, []).append(group)
    for parent, found in groups.items():
        _settle(rows, parent, found, adds_up)


def _groups(rows: Sequence[DraftRow]) -> list[list[int]]:
    """Return runs of subjects with the same codes, of which none but the first bears its name or stands above others."""
    owners = {row.parent for row in rows}
    found: list[list[int]] = []
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and _repeats(rows[start], rows[end]):
            end += 1
        group = list(range(start, end))
        if len(group) > 1 and owners.isdisjoint(group):
            found.append(group)
        start = end
    return found


def _repeats(head: DraftRow, row: DraftRow) -> bool:
    is_subject = head.kind is row.kind is RowKind.SUBJECT and not (head.is_partial or row.is_partial)
    is_same = is_subject and row.codes == head.codes and row.parent == head.parent
    return is_same and normalise(row.label) != normalise(head.label)


def _settle(rows: Sequence[DraftRow], parent: int | None, groups: list[list[int]], adds_up: AddsUp) -> None:
    """Tell by the row above them all whether the rows of some groups are details."""
    tops = [i for i, row in enumerate(rows) if row.parent == parent and row.kind is not RowKind.TOTAL]
    below = {i for group in groups for i in group[1:]}
    total = parent if parent is not None else _total(rows)
    are_parts = total is None or adds_up(total, tops)
    are_details = total is None or adds_up(total, [i for i in tops if i not in below])
    if are_parts and not are_details:
        return
    is_told = are_details and not are_parts
    for head, *details in groups:
        is_open = not is_told and not (len(details) > 1 and adds_up(head, details))
        if is_open:
            rows[head].kind, rows[head].is_doubtful = RowKind.DETAIL, True
        for i in details:
            rows[i].kind, rows[i].is_doubtful = RowKind.DETAIL, is_open
            rows[i].parent = parent if is_open else head


def _total(rows: Sequence[DraftRow]) -> int | None:
    """Return the only total of a table, if it has one."""
    totals = [i for i, row in enumerate(rows) if row.kind is RowKind.TOTAL]
    return totals[0] if len(totals) == 1 else None
