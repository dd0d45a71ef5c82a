"""Cells of a side → coordinates, with the cells that cannot be trusted marked as such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from attrs import evolve, frozen

from govbudget.amounts import Amount
from govbudget.coordinates._axes import NOTHING, Said, columns_said, refined, rows_said
from govbudget.disclosures import (
    ALL,
    Cell,
    Coordinates,
    Disclosure,
    DisclosureKind,
    Extent,
    RowKind,
    Side,
    Table,
)
from govbudget.labels import normalise, year_in
from govbudget.relations import Outcome, Reason, SumTree, judge_tree
from govbudget.vocabulary import meanings


@frozen(eq=False)
class Placed:
    """A cell and what it is about.

    Args:
        cell: The cell; where its row does not add up it bears the reason `DOUBTFUL`.
        coordinates: What it is about.
        span: "current" for this year's money only, "brought" or "forward" for what is carried over; None if not stated.
        is_addend: Whether several such cells of the side are added, rather than being readings of one quantity.
    """

    cell: Cell
    coordinates: Coordinates
    span: str | None = None
    is_addend: bool = False


@frozen(eq=False)
class Headings:
    """What the headings of a side say, row by row and column by column; None where a heading is not known.

    Args:
        side: The side.
        rows: What every row says.
        columns: What every column says.
    """

    side: Side
    rows: tuple[Said | None, ...]
    columns: tuple[Said | None, ...]

    def is_doubtful(self, row: int) -> bool:
        """Tell whether the sums across a row do not hold, so that its figures may stand in wrong columns."""
        return _does_not_add_up(self.side, row)

    def category(self, row: int) -> str | None:
        """Return the category of the economic subject (款) that a row is about, such as "302"; None if it is about none.

        Args:
            row: Index of the row.
        """
        said = self.rows[row]
        code = said.dimensions.get("economic") if said is not None else None
        return code[:3] if isinstance(code, str) and len(code) == 5 else None

    def is_own_column(self, row: int, column: int) -> bool | None:
        """Tell whether an economic subject stands in the column of its own category; None where that is not asked.

        Args:
            row: Index of the row of the subject.
            column: Index of the column.
        """
        said, category = self.columns[column], self.category(row)
        wanted = said.dimensions.get("economic") if said is not None else None
        if category is None or wanted is None:
            return None
        return category == str(wanted) or (category, str(wanted)) == ("310", "302")


def headings_said(table: Table, side: Side, year: int | None = None) -> Headings:
    """Return what the headings of a side say.

    Args:
        table: The table.
        side: One of its sides.
        year: The budget year, by whose chart names of subjects are resolved.
    """
    kind = table.kind.key if table.kind is not None else ""
    rows = rows_said(side, kind, year_in(table.title) or year)
    return Headings(side, tuple(rows), tuple(columns_said(side, kind)))


def open_spans(disclosure: Disclosure) -> frozenset[str | None]:
    """Return the spans of the figures of which a document leaves open what they cover.

    Where money is carried over, a figure that does not say so may or may not include it; where the tables of several departments or
    units stand one after the other, no figure says whose it is.

    Args:
        disclosure: The document.
    """
    foreign = foreign_tables(disclosure)
    tables = [table for table in disclosure.tables if id(table) not in foreign]
    kinds = [table.kind.key for table in tables if table.kind is not None]
    if any(kinds.count(kind) > 1 for kind in meanings().once) or (
        not foreign and len(_owners(disclosure)) > 1
    ):
        return frozenset({None, "current"})
    sides = (side for table in tables for side in table.sides)
    return frozenset({None}) if any(_prints_carried(side) for side in sides) else frozenset()


def foreign_tables(disclosure: Disclosure) -> frozenset[int]:
    """Return the identities of the tables whose titles name another department or unit than the document is of.

    Args:
        disclosure: The document.
    """
    owners = _owners(disclosure)
    own = normalise(disclosure.entity or "")
    if len(owners) < 2 or not any(_is_one(owner, own) for owner in owners):
        return frozenset()
    return frozenset(key for owner, tables in owners.items() if not _is_one(owner, own) for key in tables)


def _owners(disclosure: Disclosure) -> dict[str, list[int]]:
    """The departments and units that the titles of tables with amounts name, with these tables."""
    known, found = meanings(), dict[str, list[int]]()
    for table in disclosure.tables:
        name = (
            known.owner_of(table.title) if table.kind is not None and table.kind.key in known.kinds else None
        )
        if name is not None and table.sides:
            same = next((one for one in found if _is_one(one, name)), name)
            found.setdefault(same, []).append(id(table))
    return found


def _is_one(name: str, other: str) -> bool:
    """Whether two names are of one body, one perhaps without the place it is in."""
    return bool(name and other) and (name.endswith(other) or other.endswith(name))


def _prints_carried(side: Side) -> bool:
    """Whether an amount other than nil is printed for money carried over."""
    carried = meanings().carried
    columns = {column.index for column in side.columns if carried.fullmatch(normalise(column.name))}
    rows = {row.index for row in side.rows if carried.fullmatch(normalise(row.label))}
    cells = (
        cell
        for r, line in enumerate(side.matrix)
        for c, cell in enumerate(line)
        if cell is not None and (r in rows or c in columns)
    )
    return any(isinstance(cell.figure, Amount) and cell.figure.coefficient for cell in cells)


def coordinates_of(
    table: Table, side: Side, disclosure: Disclosure, *, open_to: frozenset[str | None] = frozenset()
) -> Iterator[Placed]:
    """Iterate over the cells of a side whose coordinates are known.

    Args:
        table: The table.
        side: One of its sides.
        disclosure: The disclosure it belongs to.
        open_to: The spans of the figures of which the disclosure leaves open what they cover.
    """
    kind = table.kind.key if table.kind is not None else ""
    implied = meanings().of_table(kind, table.title)
    flow = side.flow
    if implied is None or flow is None or not len(side.rows):
        return
    year = year_in(table.title) or disclosure.year
    is_budget = disclosure.kind is DisclosureKind.BUDGET and not meanings().spent.search(
        normalise(table.title)
    )
    measure = "budget" if is_budget else "accounts"
    said = headings_said(table, side, year)
    columns, rows = said.columns, said.rows
    base = _base(implied, columns, rows)
    last, is_displaced = _end(side), _is_displaced(side)
    for row, row_said in zip(side.rows, rows, strict=True):
        if row_said is None or row.index >= last:
            continue
        outer = refined(base, row_said)
        cells = side.matrix[row.index]
        is_doubtful = is_displaced or (outer is not None and _does_not_add_up(side, row.index))
        for cell, column_said in zip(cells, columns, strict=True):
            if outer is None or column_said is None or cell is None or not isinstance(cell.figure, Amount):
                continue
            together = refined(outer, column_said)
            if together is None:
                continue
            if is_doubtful and cell.reason is None:
                cell = evolve(cell, reason=Reason.DOUBTFUL)  # noqa: PLW2901 - the same cell, marked
            elif cell.reason is None and together.span in open_to:
                cell = evolve(cell, reason=Reason.SCOPE)  # noqa: PLW2901 - the same cell, marked
            stated: dict[str, Any] = {"fund": None, "measure": measure, **together.dimensions}
            before = year - together.prior if year is not None else None
            found = Coordinates(flow=flow, year=together.year or before, **stated)
            yield Placed(cell, found, together.span, row.kind is RowKind.SUBJECT)


def open_columns(side: Side) -> frozenset[int]:
    """Return the columns in which a cell has no figure although one may be printed: what is added there may lack it.

    Args:
        side: The side.
    """
    return frozenset(
        cell.column.index
        for cells in side.matrix
        for cell in cells
        if cell is not None and cell.figure is None and cell.reason is not None
    )


def _base(implied: Mapping[str, str], columns: Sequence[Said | None], rows: Sequence[Said | None]) -> Said:
    """What the table says of all its cells."""
    dimensions: dict[str, Extent] = {name: ALL if said == "all" else said for name, said in implied.items()}
    said = [one for one in (*columns, *rows) if one is not None]
    if "fund" not in dimensions and any("fund" in one.dimensions for one in columns if one is not None):
        dimensions["fund"] = ALL
    items = {str(one.dimensions["item"]) for one in said if "item" in one.dimensions}
    item = str(dimensions.get("item"))
    if any(one != item and not meanings().is_within(one, item) for one in items):
        dimensions["item"] = None  # the table is about more than its title says, so its totals are not stated
    return Said(dimensions) if dimensions else NOTHING


def _end(side: Side) -> int:
    """Where a second table begins that is stitched to the first: at a total that stands there again."""
    seen: dict[str, int] = {}
    for row in side.rows:
        if row.kind is RowKind.TOTAL:
            label = normalise(row.label)
            if label in seen:
                return row.index if seen[label] == 0 else seen[label] + 1
            seen[label] = row.index
    return len(side.rows)


def _is_displaced(side: Side) -> bool:
    """Whether figures stand below no heading, so that others may stand below a wrong one."""
    bare = [column.index for column in side.columns if not normalise(column.label)]
    return any(cells[i] is not None for cells in side.matrix for i in bare)


def _does_not_add_up(side: Side, row: int) -> bool:
    hierarchy = side.columns.hierarchy
    if not hierarchy.sums:
        return False
    tally = judge_tree(SumTree(hierarchy, side.matrix[row], partial(side.cell, row)))
    return any(judgement.outcome is Outcome.FAILED for judgement in tally.others)
