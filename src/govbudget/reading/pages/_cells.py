"""Cell texts → figures, by what their column holds."""

from __future__ import annotations

import re

from govbudget.amounts import Unit, parse_amount, parse_quantity
from govbudget.exceptions import FigureError
from govbudget.intervals import Figure
from govbudget.labels import normalise
from govbudget.percentages import Percentage, parse_percentage
from govbudget.relations import Reason
from govbudget.vocabulary import ColumnRole

_COLUMN_UNIT = re.compile(r"\((?:单位:)?(亿元|万元|元|亿|万)\)")


def column_unit(path: tuple[str, ...]) -> Unit | None:
    """Return the unit that a column's own heading states, such as 项目金额(万元)."""
    for label in reversed(path):
        match = _COLUMN_UNIT.search(normalise(label))
        if match:
            return Unit.named(match[1])
    return None


def read_cell(text: str, role: ColumnRole, unit: Unit | None) -> tuple[Figure | None, Reason | None]:
    """Return the figure of a cell, or why it has none; both are None for a blank, a dash or plain text.

    Args:
        text: What is printed, not empty.
        role: What the column holds.
        unit: The unit of the column; None where the table contradicts itself.
    """
    if role is ColumnRole.TEXT:
        return None, None
    try:
        figure: Figure | None
        if role is ColumnRole.QUANTITY:
            figure = parse_quantity(text)
        elif role is ColumnRole.PERCENTAGE:
            figure = parse_percentage(text) if text.rstrip().endswith(("%", "％")) else _bare_percentage(text)
        elif role is ColumnRole.COMPARISON and text.rstrip().endswith(("%", "％")):
            figure = parse_percentage(text)
        else:
            figure = parse_amount(text, unit or Unit.UNSTATED)
            if figure is not None and unit is None:
                return None, Reason.UNIT
    except FigureError:
        return None, Reason.UNREADABLE
    return figure, None


def _bare_percentage(text: str) -> Percentage | None:
    number = parse_amount(text, Unit.UNSTATED)
    return None if number is None else Percentage(number.number)
