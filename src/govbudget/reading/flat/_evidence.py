"""What other tables of a document tell about the cells of a table without borders: how much a source or a use of money has at all.

A summary names every source or use beside its amount, and leaves nothing out when the amounts add to its total. A table of a part
of the expenditure has no more below a heading than the table of the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import Factory, define, frozen

from govbudget.disclosures import Cell, Column, Flow, Row, RowKind, Side, Table
from govbudget.intervals import Figure
from govbudget.labels import normalise
from govbudget.reading.pages._outline import outline_of
from govbudget.relations import Outcome, Sum, judge
from govbudget.vocabulary import flat_words, vocabulary

CARRIED = "carried"
"""The source of what is left from the year before."""


@frozen
class _Listing:
    """The sources or uses of money that a summary lists, each with its amount, and a figure of it."""

    flow: Flow
    amounts: dict[str, int]
    like: Figure


@define
class Evidence:
    """What the tables tell that were read so far."""

    listings: list[_Listing] = Factory(list)
    sides: dict[str, list[Side]] = Factory(dict)
    """By the kind of their table."""

    funds: list[Table] = Factory(list)
    """The tables of single funds."""

    def add(self, table: Table) -> None:
        """Note what a table tells; a summary of fiscal appropriation leaves out all other sources.

        Args:
            table: A table that was read.
        """
        is_part = table.kind is not None and table.kind.key.startswith("fiscal_appropriation")
        for side in table.sides:
            if side.flow is not None and len(side.columns) == 1 and not is_part:
                found = _listed(side, side.flow)
                self.listings += [found] if found is not None else []
            if table.kind is not None and table.kind.key in flat_words().wholes.values():
                self.sides.setdefault(table.kind.key, []).append(side)
        if table.kind is not None and table.kind.key in flat_words().funds.values():
            self.funds.append(table)

    def limits(
        self, columns: Sequence[Column], rows: Sequence[Row], kind: str | None, like: Figure
    ) -> list[tuple[int | None, ...]]:
        """Return for every row and column the most that can stand there; None where nothing is known.

        Args:
            columns: The columns of a side.
            rows: Its rows.
            kind: The kind of its table.
            like: A figure of the side; only figures of its unit and decimals count.
        """
        general = [
            _least(*(_of_column(column, one) for one in self._first_listings(like))) for column in columns
        ]
        wholes = self.sides.get(flat_words().wholes.get(kind or "", ""), [])
        cells = _by_key(wholes[0]) if len(wholes) == 1 else {}
        return [
            tuple(
                _least(limit, _printed(cells.get((_key(row), _path(column))), like))
                for limit, column in zip(general, columns, strict=True)
            )
            for row in rows
        ]

    def _first_listings(self, like: Figure) -> list[_Listing]:
        """Return the first list of sources and the first of uses whose figures are like another."""
        known = [one for one in self.listings if is_like(one.like, like)]
        firsts = (next((one for one in known if one.flow is flow), None) for flow in Flow)
        return [one for one in firsts if one is not None]


def _listed(side: Side, flow: Flow) -> _Listing | None:
    """Return the sources or uses that a side lists, if they add to its grand total exactly and nothing is left open."""
    words = flat_words()
    total = next((row for row in reversed(side.rows.headings) if row.kind is RowKind.TOTAL), None)
    found: dict[str, int] = {}
    parts: list[Cell] = []
    for row in side.rows:
        if row.kind is RowKind.TOTAL or row.parent is not None:
            continue
        cell = side.cell(row.index, 0)
        label = outline_of(normalise(row.label)).label
        source = words.source(label) if flow is Flow.REVENUE else words.use(label)
        is_unclear = cell.figure is not None and (source is None or cell.figure.coefficient < 0)
        if cell.reason is not None or source in found or is_unclear:
            return None
        if cell.figure is not None:
            parts.append(cell)
        if source is not None:
            found[source] = cell.figure.coefficient if cell.figure is not None else 0
            if cell.figure is not None and source == CARRIED:
                found[source] += 1  # both may have been rounded down that are added below
    if total is None or not parts or parts[0].figure is None:
        return None
    holds = judge(Sum(side.cell(total.index, 0), tuple(parts))).outcome is Outcome.PASSED
    return _Listing(flow, found, parts[0].figure) if holds else None


def is_like(figure: Figure, like: Figure) -> bool:
    """Tell whether figures are printed in the same unit with as many decimals.

    Args:
        figure: A figure.
        like: Another one.
    """
    return figure.decimals == like.decimals and figure.unit is like.unit


def _of_column(column: Column, listing: _Listing) -> int | None:
    """What a column can hold at most: the amount of the source or use that its headings name, nothing if it is not listed.

    What is carried over from the year before may come from any source.
    """
    words = flat_words()
    name = words.source if listing.flow is Flow.REVENUE else words.use
    named = next((one for label in column.path if (one := name(label)) is not None), None)
    if named is None:
        return None
    carried = listing.amounts.get(CARRIED, 0) if named != CARRIED else 0
    return listing.amounts.get(named, 0) + carried


def _by_key(side: Side) -> dict[tuple[str, str], Cell]:
    """Return the cells of a side by row and column, without rows that are not told apart."""
    keys = [_key(row) for row in side.rows]
    counts = Counter(keys)
    return {
        (key, _path(column)): side.cell(row.index, column.index)
        for key, row in zip(keys, side.rows, strict=True)
        if key and counts[key] == 1
        for column in side.columns
    }


def _key(row: Row) -> str:
    if row.code:
        return row.code
    return "total" if row.kind is RowKind.TOTAL and vocabulary().is_total(row.label) else ""


def _path(column: Column) -> str:
    return "/".join(map(normalise, column.path))


def _printed(cell: Cell | None, like: Figure) -> int | None:
    if cell is None or cell.reason is not None:
        return None
    if cell.figure is None:
        return 0
    return cell.figure.coefficient if is_like(cell.figure, like) else None


def _least(*limits: int | None) -> int | None:
    known: Iterable[int] = (limit for limit in limits if limit is not None)
    return min(known, default=None)
