"""Tables whose figures are those of another table in the other unit: 元 stated where 万元 is meant, or the reverse."""

from __future__ import annotations

from govbudget.amounts import Amount, Unit
from govbudget.intervals import Figure
from govbudget.relations import Outcome, Same, judge

_SWAPPED = {Unit.YUAN: Unit.WAN_YUAN, Unit.WAN_YUAN: Unit.YUAN}


def in_other_unit(figure: Figure | None, other: Figure | None) -> Amount | None:
    """Return what a figure would be in the other unit, if it agrees with another figure so and not as it is stated.

    Args:
        figure: The figure.
        other: Another print of the same quantity.
    """
    if not isinstance(figure, Amount) or not isinstance(other, Amount) or figure.unit not in _SWAPPED:
        return None
    if judge(Same(other, figure)).outcome is not Outcome.FAILED:
        return None
    read = Amount.of(figure.coefficient, figure.decimals, _SWAPPED[figure.unit])
    agrees = judge(Same(other, read)).outcome in (Outcome.PASSED, Outcome.ROUNDING)
    return read if agrees else None
