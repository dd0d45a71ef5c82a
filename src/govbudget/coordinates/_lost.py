"""Rows that a table lost, proved by another table that prints them: a total lacks exactly their figures."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from govbudget.coordinates._index import CellIndex
from govbudget.coordinates._sides import open_columns
from govbudget.disclosures import ALL, Cell, Coordinates
from govbudget.relations import Outcome, Sum, judge

Below = dict[tuple[int, Coordinates], dict[str, Cell]]
"""What stands directly below a subject in a side, by code."""

_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)
_FUNDS = (ALL, "fiscal", "general")


@frozen(eq=False)
class Lost:
    """A total whose parts lack rows that another table prints for the same total.

    Args:
        side: The identity of the side that lost the rows.
        total: The total.
        rows: The cells of the rows, as the other table prints them.
    """

    side: int
    total: Cell
    rows: tuple[Cell, ...]


def lost_rows(index: CellIndex) -> Iterator[Lost]:
    """Yield the totals that fail by exactly the rows that another table prints below the same total.

    Args:
        index: The cells of one document by their coordinates.
    """
    opened = {id(one.side): open_columns(one.side) for coordinates in index for one in index[coordinates]}
    for dimension in ("function", "economic"):
        totals, below = _tree(index, dimension)
        printed: dict[int, set[str]] = {}
        for (side, _), parts in below.items():
            printed.setdefault(side, set()).update(parts)
        for (side, coordinates), parts in below.items():
            total = totals.get((side, coordinates))
            if total is not None and total.column.index in opened[side]:
                continue
            if total is None or judge(Sum(total, tuple(parts.values()))).outcome is not Outcome.FAILED:
                continue
            for rows in _elsewhere(index, below, coordinates, side):
                missing = tuple(cell for code, cell in rows.items() if code not in printed[side])
                whole = Sum(total, (*parts.values(), *missing))
                if missing and judge(whole).outcome in _HOLDS:
                    yield Lost(side, total, missing)
                    break


def _elsewhere(
    index: CellIndex, below: Below, coordinates: Coordinates, side: int
) -> Iterator[dict[str, Cell]]:
    """What other sides print below the same subject, for this fund or one that it is part of or includes."""
    for fund in _FUNDS:
        same = evolve(coordinates, fund=fund)
        for one in index[same]:
            if id(one.side) != side and (id(one.side), same) in below:
                yield below[id(one.side), same]


def _tree(index: CellIndex, dimension: str) -> tuple[dict[tuple[int, Coordinates], Cell], Below]:
    """The single cells of every side by coordinates, and those that stand directly below each."""
    cells = {
        (id(one.side), coordinates): one.readings[0][0]
        for coordinates in index
        for one in index[coordinates]
        if not one.is_sum and len(one.readings) == len(one.readings[0]) == 1
    }
    below: Below = {}
    for (side, coordinates), cell in cells.items():
        code = getattr(coordinates, dimension)
        if not isinstance(code, str) or coordinates.project is not ALL:
            continue
        for parent in (code[:5], code[:3], None):
            above = _with(coordinates, dimension, parent)
            if parent != code and (side, above) in cells:
                below.setdefault((side, above), {})[code] = cell
                break
    return cells, below


def _with(coordinates: Coordinates, dimension: str, code: str | None) -> Coordinates:
    member = ALL if code is None else code
    is_function = dimension == "function"
    return evolve(coordinates, function=member) if is_function else evolve(coordinates, economic=member)
