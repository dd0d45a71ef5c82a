"""Which headings are totals of which others: the breakdowns of both axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govbudget.disclosures import Breakdown, RowKind
from govbudget.labels import normalise
from govbudget.reading.tables._drafts import DraftRow
from govbudget.reading.tables._headers import DraftColumn, Node
from govbudget.vocabulary import ColumnRole, vocabulary


def row_breakdowns(rows: Sequence[DraftRow]) -> list[Breakdown]:
    """Return the breakdowns of rows: every parent into its children, every total into the rows it closes or opens.

    Rows that may repeat others are added to nothing, and no sum is stated above a row whose name is lost, or may be the broken one of a total.
    """
    children: dict[int, list[int]] = {}
    for i, row in enumerate(rows):
        if row.parent is not None and not row.is_open:
            children.setdefault(row.parent, []).append(i)
    found = [breakdown for parent, kids in children.items() for breakdown in _below(rows, parent, kids)]
    open_rows = {k for i, row in enumerate(rows) if row.is_broken for k in _chain(rows, i)}
    return [b for b in (*found, *_of_totals(rows)) if open_rows.isdisjoint((b.total, *b.parts))]


def _chain(rows: Sequence[DraftRow], row: int) -> Iterator[int]:
    """Iterate over a row and those above it in the hierarchy."""
    place: int | None = row
    while place is not None:
        yield place
        place = rows[place].parent


def _below(rows: Sequence[DraftRow], parent: int, kids: list[int]) -> list[Breakdown]:
    if any(rows[i].is_broken for i in (parent, *kids)):
        return []
    some: list[int] = []
    whole: list[int] = []
    for i in kids:
        follows = some and rows[some[-1]].kind is rows[i].kind is RowKind.OUTLINE
        same_rank = follows and rows[some[-1]].outline.rank == rows[i].outline.rank
        (some if rows[i].outline.of_which or same_rank else whole).append(i)
    found = []
    if len(whole) == 1 and _may_be_some(rows[parent], rows[whole[0]]):
        # a single numbered or unnumbered item does not claim to be all of it
        some, whole = whole + some, []
    if whole and not any(rows[i].is_doubtful for i in whole):
        found.append(Breakdown(parent, tuple(whole)))
    if some:
        found.append(Breakdown(parent, tuple(some), of_which=True))
    return found


def _may_be_some(parent: DraftRow, only: DraftRow) -> bool:
    """Whether a single part need not be all of it: numbered and unnumbered items, but not subjects or units."""
    if only.kind is RowKind.DETAIL:
        return only.code is None or only.code != parent.code
    return only.kind in (RowKind.OUTLINE, RowKind.PLAIN)


def _of_totals(rows: Sequence[DraftRow]) -> list[Breakdown]:
    found: list[Breakdown] = []
    pending: list[int] = []
    closed: list[int] = []
    opening = None
    for i, row in enumerate(rows):
        if row.kind is not RowKind.TOTAL:
            if _is_top(row):
                pending.append(i)
            continue
        if opening is None and not closed and not pending:
            opening = i
            continue
        if opening is not None and rows[opening].label == row.label:
            # two tables that ran together: the second total opens the second
            found += [Breakdown(opening, tuple(pending))] if pending else []
            opening, pending = i, []
            continue
        # a subtotal closes its own rows, any other total takes up those before it
        is_next = all(_is_subtotal(rows[k]) for k in (i, *closed))
        parts = pending if is_next else [*closed, *pending]
        if parts:
            found.append(Breakdown(i, tuple(parts)))
        closed, pending = [*closed, i] if is_next else [i], []
    if opening is not None:
        tops = [i for i, row in enumerate(rows) if i > opening and _is_top(row)]
        found += [Breakdown(opening, tuple(tops))] if tops else []
    return [b for b in found if not any(rows[i].is_doubtful for i in b.parts)]


def _is_top(row: DraftRow) -> bool:
    return (
        row.kind is not RowKind.TOTAL and row.parent is None and not row.outline.of_which and not row.is_open
    )


def _is_subtotal(row: DraftRow) -> bool:
    return normalise(row.label) == "小计"


def column_breakdowns(root: Node, columns: Sequence[DraftColumn]) -> list[Breakdown]:
    """Return the breakdowns of the columns of one side: 合计 = 基本支出 + 项目支出, and so on down the merged headings.

    Args:
        root: The tree of header cells.
        columns: The columns with figures of this side, whose order gives the indices.
    """
    amounts = {c.position: i for i, c in enumerate(columns) if c.role is ColumnRole.AMOUNT}
    found: list[Breakdown] = []

    def walk(node: Node) -> None:
        siblings = [child for child in node.children if any(j in amounts for j in child.columns)]
        found.extend(_among(siblings, amounts))
        for child in siblings:
            walk(child)

    walk(root)
    return found


def _among(siblings: list[Node], amounts: dict[int, int]) -> list[Breakdown]:
    words = vocabulary()
    totals = [n for n in siblings if not n.children and words.is_total_column(n.label)]
    labels = [normalise(node.label) for node in siblings if node.label]
    if not totals or len(set(labels)) < len(labels) or any(map(words.is_broken_total, labels)):
        return []  # headings that stand twice, or broken names of totals, do not say which is part of which
    total = totals[0]
    others = [node for node in siblings if node is not total and node.label]
    unnamed = [node for node in siblings if not node.label]
    marked = next((i for i, node in enumerate(others) if _is_of_which(node)), len(others))
    whole, some = others[:marked], others[marked:]
    single = whole if len(whole) == 1 and not whole[0].children else []
    whole = [] if single else whole
    if len(some) > 1 and not all(map(_is_of_which, some)):
        # what follows a part named 其中 may continue the list, or be a part of the whole again
        whole, some = [], [node for node in some if _is_of_which(node)]
    beside = any(words.optional_beside.fullmatch(normalise(node.label)) for node in whole)
    optional = [node for node in whole if beside and words.optional.fullmatch(normalise(node.label))]
    index = next(amounts[j] for j in total.columns if j in amounts)
    groups = [node for node in whole if node.children and words.breakdowns.fullmatch(normalise(node.label))]
    choices = [[group] for group in groups] if len(groups) > 1 else [[n for n in whole if n not in optional]]
    extra = _values([*optional, *unnamed], amounts)
    found = [Breakdown(index, _values(choice, amounts), optional=extra) for choice in choices if choice]
    found += [Breakdown(index, _values(single, amounts), of_which=True)] if single else []
    if (
        some
    ):  # 其中 speaks of the column directly before it; after several it is part of the total in any case
        bound = next(iter(_values(single, amounts)), index)
        found.append(Breakdown(bound, _values(some, amounts), of_which=True))
    return [breakdown for breakdown in found if breakdown.parts]


def _values(nodes: list[Node], amounts: dict[int, int]) -> tuple[int, ...]:
    """The columns that together give the value of some header cells: their totals, or all their parts.

    A merged cell one of whose columns has no heading of its own, or the broken name of a total, has no certain value, so that nothing
    is returned.
    """
    words = vocabulary()
    found: list[int] = []
    for node in nodes:
        if not node.children:
            found += [amounts[j] for j in node.columns if j in amounts]
            continue
        if any(words.is_broken_total(child.label) for child in node.children):
            return ()
        total = next((n for n in node.children if not n.children and words.is_total_column(n.label)), None)
        if total is not None and total.columns[0] in amounts:
            found.append(amounts[total.columns[0]])
            continue
        inner = _values([child for child in node.children if not _is_of_which(child)], amounts)
        if not inner or any(not child.label and child.columns[0] in amounts for child in node.children):
            return ()
        found += inner
    return tuple(found)


def _is_of_which(node: Node) -> bool:
    return vocabulary().strip_of_which(normalise(node.label))[0]
