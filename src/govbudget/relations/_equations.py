"""Every relation as polynomial equations over its figures.

Each equation is linear in each of its variables, so over a box of intervals its residual takes its extremes at the
corners, and takes every value between them. The relation can be true exactly when 0 is among those values. Only the
variables that are multiplied with others are taken at either end; the rest is a sum, so that long sums cost no more than their length.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from math import prod

from attrs import frozen

from govbudget.intervals import Figure, Interval, Rounding
from govbudget.relations._relations import AtMost, Change, Product, Same, Share, Sum, Term

Stated = Sum | Same | AtMost | Share | Change | Product
"""The relations that are equations; a choice of readings is none, but each reading is."""

Monomial = tuple[int, tuple[int, ...]]
"""A coefficient and the indices of the variables it multiplies."""


@frozen
class Equation:
    """Σ coefficient · Π variables = 0 (or ≥ 0) over some figures; variable 0 is the reported one.

    Args:
        terms: The terms that carry the variables' figures.
        monomials: The polynomial, linear in each variable.
        at_least: Whether the residual may also be positive.
    """

    terms: tuple[Term, ...]
    monomials: tuple[Monomial, ...]
    at_least: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the terms, all of which must be there."""
        return tuple(term.figure for term in self.terms if term.figure is not None)

    @property
    def is_linear(self) -> bool:
        """Whether no two variables are multiplied."""
        return all(len(variables) == 1 for _, variables in self.monomials)

    def intervals(self, rounding: Rounding) -> tuple[Interval, ...]:
        """What the figures stand for."""
        return tuple(figure.interval(rounding) for figure in self.figures)

    def residual(self, values: tuple[Fraction, ...]) -> Fraction:
        """The value of the polynomial at one point."""
        return sum(
            (c * prod((values[i] for i in variables), start=Fraction(1)) for c, variables in self.monomials),
            Fraction(0),
        )

    def residual_range(self, intervals: tuple[Interval, ...]) -> Interval:
        """The values that the polynomial takes over a box of intervals."""
        if self.is_linear:
            total = Interval.point(0)
            for coefficient, (variable,) in self.monomials:
                total += intervals[variable].scaled(coefficient)
            return total
        pivots = self._pivots()
        ends = (
            {(intervals[i].low, intervals[i].low_closed), (intervals[i].high, intervals[i].high_closed)}
            for i in pivots
        )
        lows: list[tuple[Fraction, bool]] = []
        highs: list[tuple[Fraction, bool]] = []
        for corner in product(*ends):
            values = {i: value for i, (value, _) in zip(pivots, corner, strict=True)}
            found, is_closed = self._linear_range(values, intervals), all(closed for _, closed in corner)
            lows.append((found.low, is_closed and found.low_closed))
            highs.append((found.high, is_closed and found.high_closed))
        low, high = min(value for value, _ in lows), max(value for value, _ in highs)
        return Interval(low, high, (low, True) in lows, (high, True) in highs)

    def _pivots(self) -> list[int]:
        """The variables with whose values fixed the rest is linear, those of most products first."""
        pivots: list[int] = []
        while products := [
            rest for _, names in self.monomials if len(rest := set(names).difference(pivots)) > 1
        ]:
            counted = Counter(i for rest in products for i in rest)
            pivots.append(min(counted, key=lambda i: (-counted[i], i)))
        return pivots

    def _linear_range(self, values: dict[int, Fraction], intervals: tuple[Interval, ...]) -> Interval:
        """The residuals for some values of the pivots: every other variable counts once, with all its weight."""
        weights: dict[int, Fraction] = {}
        total = Interval.point(0)
        for coefficient, variables in self.monomials:
            weight = prod((values[i] for i in variables if i in values), start=Fraction(coefficient))
            rest = [i for i in variables if i not in values]
            if rest:
                weights[rest[0]] = weights.get(rest[0], Fraction(0)) + weight
            else:
                total += Interval.point(weight)
        for i, weight in weights.items():
            total += intervals[i].scaled(weight)
        return total

    def allows(self, residuals: Interval) -> bool:
        """Tell whether the equation is true for some of these residuals."""
        if 0 in residuals:
            return True
        return self.at_least and residuals.low >= 0


def equations(relation: Stated) -> tuple[Equation, ...]:
    """Return the equations that a relation states; all of them must be true at once."""
    match relation:
        case Sum(total, parts, signs):
            weights = signs or (1,) * len(parts)
            found: tuple[Equation, ...] = (_linear((total, *parts), (1, *(-weight for weight in weights))),)
        case Same(first, second):
            found = (_linear((first, second), (1, -1)),)
        case AtMost(parts, whole):
            found = (_linear((whole, *parts), (1, *(-1 for _ in parts)), at_least=True),)
        case Share():
            found = (_share(relation),)
        case Product():
            factors = tuple(range(1, len(relation.terms)))
            found = (Equation(relation.terms, ((1, (0,)), (-1, factors))),)
        case _:
            found = _change(relation)
    return found


def _linear(terms: tuple[Term, ...], weights: tuple[int, ...], *, at_least: bool = False) -> Equation:
    return Equation(terms, tuple((weight, (i,)) for i, weight in enumerate(weights)), at_least)


def _share(share: Share) -> Equation:
    """With the whole as a sum, the part is one of its terms and stands for one value in both places."""
    has_part = isinstance(share.whole, tuple) and any(one is share.part for one in share.whole)
    named = (*((1,) if has_part else ()), *range(2, len(share.terms)))
    return Equation(share.terms, ((100, (1,)), *((-1, (0, i)) for i in named)))


def _change(change: Change) -> tuple[Equation, ...]:
    """With growth p, difference d and figures a (now) and b (before): p·b = 100·(a − b), p·(a − d) = 100·d, d = a − b."""
    now, before, difference, rate = change.current, change.prior, change.difference, change.percentage
    found = []
    if rate is not None and before is not None:
        found.append(Equation((rate, now, before), ((100, (1,)), (-100, (2,)), (-1, (0, 2)))))
    if rate is not None and difference is not None:
        found.append(Equation((rate, now, difference), ((100, (2,)), (1, (0, 2)), (-1, (0, 1)))))
    if before is not None and difference is not None:
        found.append(_linear((difference, now, before), (1, -1, 1)))
    return tuple(found)
