"""What the tables of one document say of each other: which is printed twice, and in which unit one is that states none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from govbudget.amounts import Unit, parse_amount
from govbudget.disclosures import Aspect
from govbudget.exceptions import FigureError, Notice
from govbudget.labels import normalise
from govbudget.reading.extracted._continuations import Part


def set_apart_repeats(parts: Sequence[Part]) -> list[Part]:
    """Return the tables that another prints again: the same title and headings, and no figure that the other lacks.

    Args:
        parts: The tables of a document.
    """
    groups: dict[tuple[object, ...], list[int]] = {}
    for i, part in enumerate(parts):
        title, context = normalise(part.context.title or ""), part.context
        if title:
            header = tuple(map(tuple, part.grid.header))
            groups.setdefault((title, context.entity, context.units, header), []).append(i)
    found: list[int] = []
    for alike in (some for some in groups.values() if len(some) > 1):
        figures = {i: Counter(_figures(parts[i])) for i in alike}
        for i in alike:
            others = (j for j in alike if j != i and j not in found)
            if any(_is_within(figures[i], figures[j], later=i > j) for j in others):
                found.append(i)
    return [parts[i] for i in sorted(found)]


def _is_within(one: Counter[Decimal], other: Counter[Decimal], *, later: bool) -> bool:
    if one == other:
        return later
    return bool(one) and one <= other


def _figures(part: Part) -> list[Decimal]:
    """The amounts that a table prints."""
    found, roles = [], part.roles
    for row in part.grid.rows:
        for cell, role in zip(row, roles, strict=False):
            if cell and not role.is_label:
                try:
                    amount = parse_amount(cell, Unit.UNSTATED)
                except FigureError:
                    continue
                if amount is not None:
                    found.append(amount.number)
    return found


def settle_units(parts: Sequence[Part]) -> None:
    """Give a table that states no unit that of the others, if all others state one and print its largest amount.

    Args:
        parts: The tables of a document.
    """
    stated = {unit for part in parts for unit in part.context.units}
    if len(stated) != 1 or all(part.context.units for part in parts):
        return
    printed = {amount for part in parts if part.context.units for amount in _figures(part)}
    for part in parts:
        if part.context.units or part.context.problems:
            continue
        largest = max(_figures(part), key=abs, default=None)
        if largest is not None and largest in printed:
            (unit,) = stated
            part.context = evolve(part.context, units=(unit,))
            part.grid.note(
                Aspect.UNIT,
                Notice(f"单位取{unit.value}", f"its unit is taken to be {unit.value}"),
                Notice(
                    "其他各表都用此单位，并印有此表最大的数",
                    "all other tables state it, and one prints the largest amount of this one",
                ),
            )
