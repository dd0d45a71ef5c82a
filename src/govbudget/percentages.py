"""Percentages as they are printed: 42.26% stands for the shares that round to it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar

from attrs import frozen

from govbudget.amounts import exact_parts, prints_nothing
from govbudget.exceptions import FigureError
from govbudget.intervals import Figure

_PERCENT_SIGNS = re.compile(r"[%％﹪]\s*\Z")


@frozen(init=False)
class Percentage(Figure):
    """A percentage as printed, with its decimals; the base unit is 1 %.

    Args:
        number: The number before the percent sign as text, int or `Decimal`; a float is refused.

    Raises:
        FigureError: The number is not exact, not finite or absurdly long.

    >>> str(Percentage("42.260")), Percentage("23") == Percentage("23.0")
    ('42.260%', False)
    """

    def __init__(self, number: str | int | Decimal) -> None:
        coefficient, decimals = exact_parts(number)
        self.__attrs_init__(coefficient, decimals)

    @property
    def suffix(self) -> str:
        """The percent sign."""
        return "%"


class ExactPercentage(Percentage):
    """A percentage that is not rounded, such as the 100 % that the shares of one whole add to.

    >>> ExactPercentage(100).interval().low == 100
    True
    """

    exact: ClassVar[bool] = True

    @property
    def kind(self) -> str:
        """What is measured: the same as by any percentage."""
        return Percentage.__name__


def parse_percentage(text: str) -> Percentage | None:
    """Read a percentage with its sign, or None where nothing is printed (blank or a dash).

    Args:
        text: What is printed, such as "79.72%" or "－0.5％".

    Raises:
        FigureError: The text is not a percentage, or the percent sign is missing.

    >>> str(parse_percentage("79.72％")), parse_percentage("-")
    ('79.72%', None)
    """
    if prints_nothing(text):
        return None
    bare, signs = _PERCENT_SIGNS.subn("", text)
    if not signs:
        raise FigureError(
            text, "no percent sign", "write the sign, such as 79.72%", zh="没有百分号；请写出，如 79.72%"
        )
    return Percentage(bare)
