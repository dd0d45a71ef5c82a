"""Exact intervals, and the base of every printed figure.

A figure printed as v with last place u, rounded half-up (四舍五入), stands for the half-open interval [v − u/2, v + u/2),
mirrored for v < 0 and open at both ends for 0. Bounds are exact fractions, so no result depends on a `decimal` context.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Self

from attrs import frozen

from govbudget.exceptions import FigureError

_HALF = Fraction(1, 2)


class Rounding(enum.Enum):
    """How the figures of a document were rounded for print; half-up (四舍五入) is the documented default."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    DOWN = "down"


@frozen
class Interval:
    """A set of exact numbers between two bounds, each of which may belong to it or not.

    Args:
        low: The lower bound.
        high: The upper bound.
        low_closed: Whether the lower bound belongs to the interval.
        high_closed: Whether the upper bound belongs to the interval.

    >>> a = Interval(Fraction(1), Fraction(2), high_closed=False)
    >>> b = Interval(Fraction(2), Fraction(3))
    >>> str(a), str(b), a.meets(b)
    ('[1, 2)', '[2, 3]', False)
    """

    low: Fraction
    high: Fraction
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: int | Fraction | Decimal) -> Interval:
        """Return the interval that holds one number only."""
        exact = Fraction(value)
        return cls(exact, exact)

    def __str__(self) -> str:
        left = "[" if self.low_closed else "("
        right = "]" if self.high_closed else ")"
        return f"{left}{plain(self.low)}, {plain(self.high)}{right}"

    def __contains__(self, value: int | Fraction | Decimal) -> bool:
        return self.meets(Interval.point(value))

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_closed, self.low_closed)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [
            (a * b, (a_closed and b_closed) or (a == 0 and a_closed) or (b == 0 and b_closed))
            for a, a_closed in self._ends
            for b, b_closed in other._ends
        ]
        return _hull(corners)

    def scaled(self, factor: int | Fraction) -> Interval:
        """Return all numbers here times an exact factor; the same as multiplying by its point, with less work.

        Args:
            factor: The factor.
        """
        if factor > 0:
            return Interval(self.low * factor, self.high * factor, self.low_closed, self.high_closed)
        if factor < 0:
            return Interval(self.high * factor, self.low * factor, self.high_closed, self.low_closed)
        return Interval.point(0)

    def __truediv__(self, other: Interval) -> Interval:
        """Divide by an interval that excludes zero (otherwise `ZeroDivisionError`)."""
        if other.low <= 0 <= other.high:
            msg = f"the divisor {other} contains or reaches zero"
            raise ZeroDivisionError(msg)
        return self * Interval(1 / other.high, 1 / other.low, other.high_closed, other.low_closed)

    @property
    def _ends(self) -> tuple[tuple[Fraction, bool], tuple[Fraction, bool]]:
        return (self.low, self.low_closed), (self.high, self.high_closed)

    def meets(self, other: Interval) -> bool:
        """Tell whether some number lies in both intervals."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: Interval) -> bool:
        """Tell whether every number here is smaller than every number of the other interval."""
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def gap(self, other: Interval) -> Fraction:
        """Return how far apart two intervals are: 0 if they meet or touch."""
        return max(other.low - self.high, self.low - other.high, Fraction(0))


def _hull(corners: list[tuple[Fraction, bool]]) -> Interval:
    low = min(value for value, _ in corners)
    high = max(value for value, _ in corners)
    return Interval(
        low,
        high,
        any(closed for value, closed in corners if value == low),
        any(closed for value, closed in corners if value == high),
    )


def plain(value: Fraction) -> str:
    """Write an exact number: as a plain decimal if it has one, else as a fraction.

    >>> plain(Fraction(5, 2)), plain(Fraction(-4)), plain(Fraction(1, 3))
    ('2.5', '-4', '1/3')
    """
    places, scaled = 0, value
    while scaled.denominator != 1:
        if any(scaled.denominator % prime == 0 for prime in (2, 5)):
            scaled, places = scaled * 10, places + 1
        else:
            return str(value)
    return fixed(scaled.numerator, places)


def with_decimals(value: Fraction, decimals: int) -> tuple[int, int]:
    """Return an exact number as a coefficient and its decimals, of which there are at least so many.

    Args:
        value: The number.
        decimals: The fewest decimals.

    Raises:
        FigureError: Its decimal expansion does not end.

    >>> with_decimals(Fraction(5, 2), 0), with_decimals(Fraction(4), 2)
    ((25, 1), (400, 2))
    """
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        raise FigureError(
            str(value), "no decimal expansion that ends", "round it first", zh="不是有限小数；请先四舍五入"
        )
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    return int(value * 10**decimals), decimals


def fixed(coefficient: int, decimals: int) -> str:
    """Write `coefficient` × 10^-`decimals` with exactly that many decimals.

    >>> fixed(-5, 2), fixed(4242, 0)
    ('-0.05', '4242')
    """
    digits = str(abs(coefficient)).rjust(decimals + 1, "0")
    sign = "-" if coefficient < 0 else ""
    return sign + (digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}")


def grouped(number: str) -> str:
    """Write a plain number with thousands separators, as documents print it.

    >>> grouped("-1234567.50"), grouped("982")
    ('-1,234,567.50', '982')
    """
    whole, dot, rest = number.partition(".")
    digits = whole.removeprefix("-")
    parts = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return whole[: len(whole) - len(digits)] + ",".join(reversed(parts)) + dot + rest


@frozen
class Figure:
    """A printed figure: an integer coefficient and the number of decimals it was printed with.

    The base of `Amount`, `Percentage` and `Quantity`. Equality is equality of what was printed: 4242 is not 4242.00.
    """

    coefficient: int
    decimals: int

    exact: ClassVar[bool] = False
    unit: ClassVar[Any] = None
    """The unit of an amount; other figures have none."""

    @property
    def figure(self) -> Self:
        """The figure itself, so that a relation takes figures and cells alike."""
        return self

    @property
    def kind(self) -> str:
        """What is measured; only figures of one kind are compared."""
        return type(self).__name__

    @property
    def place(self) -> int:
        """The power of ten of the last printed place, in the base unit of the kind."""
        return -self.decimals

    @property
    def number(self) -> Decimal:
        """The printed number, in its own unit, whatever `decimal` context is active."""
        digits = tuple(int(digit) for digit in str(abs(self.coefficient)))
        return Decimal((int(self.coefficient < 0), digits, -self.decimals))

    @property
    def value(self) -> Fraction:
        """The printed value in the base unit of its kind (元, %, 1)."""
        return self.coefficient * power_of_ten(self.place)

    @property
    def shown(self) -> str:
        """The figure for people: with thousands separators and its unit."""
        return grouped(fixed(self.coefficient, self.decimals)) + self.suffix

    @property
    def suffix(self) -> str:
        """What follows the number: the unit or the percent sign."""
        return ""

    def interval(self, rounding: Rounding = Rounding.HALF_UP) -> Interval:
        """Return the numbers, in the base unit of the kind, that print as this figure.

        Args:
            rounding: How the document rounds.
        """
        if self.exact:
            return Interval.point(self.value)
        unit = power_of_ten(self.place)
        value, half = self.value, unit * _HALF
        match rounding:
            case Rounding.HALF_UP:
                return Interval(value - half, value + half, self.coefficient > 0, self.coefficient < 0)
            case Rounding.HALF_EVEN:
                even = self.coefficient % 2 == 0
                return Interval(value - half, value + half, even, even)
            case Rounding.DOWN:
                low = value - unit if self.coefficient <= 0 else value
                high = value + unit if self.coefficient >= 0 else value
                return Interval(low, high, self.coefficient > 0, self.coefficient < 0)
            case _:
                raise FigureError(
                    rounding,
                    "not a rounding",
                    "use Rounding.HALF_UP, HALF_EVEN or DOWN",
                    zh="不是舍入方式；请用 Rounding.HALF_UP、HALF_EVEN 或 DOWN",
                )

    def __str__(self) -> str:
        return fixed(self.coefficient, self.decimals) + self.suffix


@frozen
class Quantity(Figure):
    """A count, such as 142 purchased items: exact, it stands for itself only.

    >>> str(Quantity(142, 0)), Quantity(142, 0).interval() == Interval.point(142)
    ('142', True)
    """

    decimals: int = 0

    exact: ClassVar[bool] = True

    def __attrs_post_init__(self) -> None:
        if type(self.coefficient) is not int or type(self.decimals) is not int or self.decimals < 0:
            given = (self.coefficient, self.decimals)
            raise FigureError(
                given,
                "not a coefficient and decimals",
                "give two ints, or use parse_quantity",
                zh="不是系数和小数位数；请给出两个整数，或用 parse_quantity",
            )


_POWERS = {n: Fraction(10) ** n for n in range(-24, 25)}


def power_of_ten(exponent: int) -> Fraction:
    """Return 10^exponent exactly."""
    known = _POWERS.get(exponent)
    return Fraction(10) ** exponent if known is None else known
