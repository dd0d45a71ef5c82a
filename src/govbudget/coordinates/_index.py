"""Coordinates → the cells that print them, by dictionary: no cell is ever compared with all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from govbudget.coordinates._sides import Placed, coordinates_of, foreign_tables, open_columns, open_spans
from govbudget.coordinates._units import in_other_unit
from govbudget.disclosures import ALL, Cell, Coordinates, Disclosure, Side, Table
from govbudget.relations import Reason

_SPANS = (None, "current")


@frozen(eq=False)
class Print:
    """All cells in which one side of a table prints the quantity at some coordinates.

    Args:
        table: The table.
        side: The side.
        readings: The cells to be added, one reading after the other: "本年收入合计" and "收入总计" are two readings of a total.
        disclosure: The disclosure.
        is_sum: Whether the cells are parts (units, subjects, sections) of a quantity that the side itself does not print.
    """

    table: Table = field(repr=lambda table: table.title)
    side: Side = field(repr=False)
    readings: tuple[tuple[Cell, ...], ...]
    disclosure: Disclosure = field(repr=False)
    is_sum: bool = False


@frozen(eq=False)
class CellIndex:
    """Every print of every quantity, by coordinates.

    Args:
        prints: The prints by coordinates, in the order of the document.
    """

    prints: Mapping[Coordinates, tuple[Print, ...]] = field(repr=lambda prints: f"{len(prints)} coordinates")

    def __getitem__(self, coordinates: Coordinates) -> tuple[Print, ...]:
        return self.prints.get(coordinates, ())

    def __iter__(self) -> Iterator[Coordinates]:
        return iter(self.prints)

    def __len__(self) -> int:
        return len(self.prints)


def index_cells(disclosures: Iterable[Disclosure]) -> CellIndex:
    """Return the index of all cells of some disclosures whose coordinates are completely stated.

    Args:
        disclosures: The disclosures.
    """
    prints: dict[Coordinates, list[Print]] = {}
    for disclosure in disclosures:
        open_to, foreign = open_spans(disclosure), foreign_tables(disclosure)
        for table in disclosure.tables:
            if id(table) in foreign:
                continue
            for side in table.sides:
                placed = [
                    one
                    for one in coordinates_of(table, side, disclosure, open_to=open_to)
                    if one.coordinates.is_complete
                ]
                for coordinates, readings, is_sum in _collected(placed, open_columns(side)):
                    found = Print(table, side, readings, disclosure, is_sum)
                    prints.setdefault(coordinates, []).append(found)
    totals = (found for coordinates, found in prints.items() if coordinates.is_total)
    slipped = {id(table) for found in totals for table in _slipped(found)}
    return CellIndex(
        {
            coordinates: tuple(_marked(one) if id(one.table) in slipped else one for one in found)
            for coordinates, found in prints.items()
        }
    )


def _slipped(prints: list[Print]) -> Iterator[Table]:
    """The tables that print a quantity as an earlier one does, but in the other unit."""
    first, *others = prints
    one = first.readings[0][0].figure
    for other in others:
        if (
            in_other_unit(other.readings[0][0].figure, one) is not None
            and other.disclosure is first.disclosure
        ):
            yield other.table


def _marked(found: Print) -> Print:
    """The same print, but of cells whose unit is doubtful."""
    readings = (
        tuple(evolve(cell, reason=cell.reason or Reason.UNIT) for cell in cells) for cells in found.readings
    )
    return evolve(found, readings=tuple(readings))


Collected = tuple[Coordinates, tuple[tuple[Cell, ...], ...], bool]
Line = tuple[Coordinates, int]
"""A quantity in one column of a side; the cells of one column may be added, those of several are readings."""


def _collected(placed: list[Placed], opened: frozenset[int]) -> Iterator[Collected]:
    """The prints of one side: what it prints itself, then what its parts add to; in some columns a cell is left open."""
    own: dict[Line, list[Placed]] = {}
    for one in placed:
        if one.span in _SPANS:
            own.setdefault((one.coordinates, one.cell.column.index), []).append(one)
    readings: dict[Coordinates, list[tuple[Cell, ...]]] = {}
    for (coordinates, _), cells in own.items():
        if all(one.is_addend for one in cells):
            found = _added_up([one.cell for one in cells], opened if len(cells) > 1 else frozenset())
            readings.setdefault(coordinates, []).append(found)
        else:
            readings.setdefault(coordinates, []).extend((one.cell,) for one in cells)
    for coordinates, own_readings in readings.items():
        yield coordinates, tuple(own_readings), False
    lines = {line: [one.cell for one in cells] for line, cells in own.items()}
    sums: dict[Coordinates, list[tuple[Cell, ...]]] = {}
    for (coordinates, _), parts in _added(lines).items():
        if coordinates not in readings:
            sums.setdefault(coordinates, []).append(_added_up(parts, opened))
    for coordinates, ways in sums.items():
        yield coordinates, tuple(ways), True


def _added_up(cells: Sequence[Cell], opened: frozenset[int]) -> tuple[Cell, ...]:
    """Return cells that are added; where another cell of their column is left open, that may be missing."""
    return tuple(
        evolve(cell, reason=cell.reason or Reason.ABSENT) if cell.column.index in opened else cell
        for cell in cells
    )


def _added(lines: Mapping[Line, list[Cell]]) -> dict[Line, list[Cell]]:
    """Sums over units for every subject, and over the codes printed below a category."""
    over_units: dict[Line, list[Cell]] = {}
    for (coordinates, column), cells in lines.items():
        subject = coordinates.function is not ALL or coordinates.economic is not ALL
        if coordinates.entity is not ALL and subject and coordinates.project is ALL:
            over_units.setdefault((evolve(coordinates, entity=ALL), column), []).extend(cells)
    found = dict(over_units)
    for dimension in ("function", "economic"):
        found |= _categories({**over_units, **lines}, dimension)
    return found


def _categories(lines: Mapping[Line, list[Cell]], dimension: str) -> dict[Line, list[Cell]]:
    codes: dict[Line, dict[str, list[Cell]]] = {}
    for (coordinates, column), cells in lines.items():
        code = getattr(coordinates, dimension)
        if isinstance(code, str) and len(code) > 3 and coordinates.project is ALL:
            category = (
                evolve(coordinates, function=code[:3])
                if dimension == "function"
                else evolve(coordinates, economic=code[:3])
            )
            codes.setdefault((category, column), {})[code] = cells
    return {
        line: [
            cell
            for code, cells in found.items()
            if not (len(code) == 7 and code[:5] in found)
            for cell in cells
        ]
        for line, found in codes.items()
    }
