"""How surprising a residual within the rounding bound is: the Irwin–Hall distribution, exactly."""

from __future__ import annotations

import functools
import math
from fractions import Fraction


def surprise(parts: int, residual: int) -> Fraction:
    """Return the probability that honest, independent rounding leaves a residual of at least this size.

    A sum of n rounded parts differs from its rounded total by the nearest integer to a sum of n uniform errors, so
    ``P(|D| ≥ k) = 2·(1 − F_n(k − ½))`` with F_n the distribution function of the centred Irwin–Hall distribution.

    Args:
        parts: How many parts, all printed to one last place (with that of the total).
        residual: The residual in last places; its sign does not matter.

    >>> [f"{surprise(4, 2) * 1000 // 1}‰", surprise(1, 1), surprise(7, 0)]
    ['5‰', Fraction(0, 1), Fraction(1, 1)]
    """
    size = abs(residual)
    if size == 0:
        return Fraction(1)
    return 2 * (1 - _irwin_hall(parts, size - Fraction(1, 2) + Fraction(parts, 2)))


@functools.lru_cache(maxsize=1024)
def _irwin_hall(count: int, x: Fraction) -> Fraction:
    """The probability that `count` uniform numbers from [0, 1] add to at most `x`."""
    if x >= count:
        return Fraction(1)
    terms = ((-1) ** k * math.comb(count, k) * (x - k) ** count for k in range(math.floor(x) + 1))
    return sum(terms, Fraction(0)) / math.factorial(count)
