"""Certificates: what a judgement rests on, so that anybody can check it without trusting the judge."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import prod

from attrs import frozen

from govbudget.amounts import Amount, exact_amount
from govbudget.intervals import Figure, Interval, Rounding, fixed, grouped, plain, with_decimals
from govbudget.percentages import Percentage
from govbudget.relations._equations import Equation, Monomial, Stated, equations
from govbudget.relations._judge import Judgement
from govbudget.relations._relations import (
    AtMost,
    Change,
    Either,
    Fact,
    Outcome,
    Product,
    Relation,
    Same,
    Share,
    Sum,
    Term,
)


@frozen
class Certificate:
    """The proof of a judgement: an equation, what its figures stand for, and how far it is from being true.

    Args:
        outcome: What is certified.
        equation: The equation as a person writes it.
        figures: The figures as printed, the reported one first.
        intervals: What they stand for, in the base unit (元, %, 1).
        monomials: The equation as Σ coefficient · Π figures = 0, by index into `figures`.
        at_least: Whether the sum may also be positive (for "其中").
        gap: How far the sum of the intervals stays away from 0, in the base unit; 0 where it does not.
    """

    outcome: Outcome
    equation: str
    figures: tuple[Figure, ...]
    intervals: tuple[Interval, ...]
    monomials: tuple[Monomial, ...]
    at_least: bool
    gap: Fraction

    def __str__(self) -> str:
        stand = ", ".join(
            f"{figure} ∈ {box}" for figure, box in zip(self.figures, self.intervals, strict=True)
        )
        return f"{self.outcome.name}: {self.equation}; {stand}; gap {plain(self.gap)}"


def certify(judgement: Judgement, *, rounding: Rounding = Rounding.HALF_UP) -> Certificate | None:
    """Return the certificate of a decided judgement; None for UNDECIDED, NOT_APPLICABLE and facts without arithmetic.

    Args:
        judgement: What `judge` returned.
        rounding: The rounding with which it was judged.
    """
    if judgement.outcome in (Outcome.UNDECIDED, Outcome.NOT_APPLICABLE):
        return None
    relation = judgement.relation
    if not isinstance(relation, Stated):
        return None
    stated = [_present(equation) for equation in equations(relation)]
    ranges = [equation.residual_range(equation.intervals(rounding)) for equation in stated]
    worst = next((i for i, equation in enumerate(stated) if not equation.allows(ranges[i])), 0)
    equation, zero = stated[worst], Interval.point(0)
    return Certificate(
        judgement.outcome,
        equation_text(relation),
        equation.figures,
        equation.intervals(rounding),
        equation.monomials,
        equation.at_least,
        Fraction(0) if equation.allows(ranges[worst]) else ranges[worst].gap(zero),
    )


def _present(equation: Equation) -> Equation:
    """Leave out the cells that a short row lacks, without which a sum was found exact."""
    if all(term.figure is not None for term in equation.terms):
        return equation
    kept = [
        (term, monomial[0])
        for term, monomial in zip(equation.terms, equation.monomials, strict=True)
        if term.figure
    ]
    monomials = tuple((weight, (i,)) for i, (_, weight) in enumerate(kept))
    return Equation(tuple(term for term, _ in kept), monomials, equation.at_least)


def recheck(certificate: Certificate) -> bool:
    """Check a certificate from its own contents alone, sharing no code with the judge.

    Every equation is linear in each figure, so its extremes over the intervals lie at corners; where no two figures are
    multiplied they are the sums of the extremes of the terms.

    Args:
        certificate: The certificate to check.
    """
    ends = [((box.low, box.low_closed), (box.high, box.high_closed)) for box in certificate.intervals]
    if all(len(names) == 1 for _, names in certificate.monomials):
        low = high = Fraction(0)
        low_closed = high_closed = True
        for factor, (name,) in certificate.monomials:
            small, large = sorted(
                ((factor * end, closed) for end, closed in ends[name]), key=lambda pair: pair[0]
            )
            low, low_closed = low + small[0], low_closed and small[1]
            high, high_closed = high + large[0], high_closed and large[1]
    else:
        low, low_closed, high, high_closed = _extremes(certificate.monomials, ends)
    above = low > 0 or (low == 0 and not low_closed)
    below = high < 0 or (high == 0 and not high_closed)
    impossible = below or (above and not certificate.at_least)
    distance = max(low, -high, Fraction(0)) if impossible else Fraction(0)
    return impossible == (certificate.outcome is Outcome.FAILED) and distance == certificate.gap


_End = tuple[Fraction, bool]


def _extremes(
    monomials: tuple[Monomial, ...], ends: list[tuple[_End, _End]]
) -> tuple[Fraction, bool, Fraction, bool]:
    """The least and the greatest residual of an equation with products, and whether they are reached.

    With all figures of a product but the last at one of their ends every other figure has one weight, whose sign says which of its
    ends is the lower.
    """
    fixed_names = sorted({name for _, names in monomials for name in names[:-1]})
    others = sorted({name for _, names in monomials for name in names}.difference(fixed_names))
    lows: list[_End] = []
    highs: list[_End] = []
    for corner in product(*(set(ends[name]) for name in fixed_names)):
        at = {name: value for name, (value, _) in zip(fixed_names, corner, strict=True)}
        weights, constant = dict.fromkeys(others, Fraction(0)), Fraction(0)
        for factor, names in monomials:
            weight = prod((at[name] for name in names if name in at), start=Fraction(factor))
            if names[-1] in at:
                constant += weight
            else:
                weights[names[-1]] += weight
        low = high = (constant, all(closed for _, closed in corner))
        for name, weight in weights.items():
            small, large = ends[name] if weight > 0 else ends[name][::-1]
            low = low[0] + weight * small[0], low[1] and (small[1] or not weight)
            high = high[0] + weight * large[0], high[1] and (large[1] or not weight)
        lows.append(low)
        highs.append(high)
    least, most = min(lows)[0], max(highs)[0]
    return least, (least, True) in lows, most, (most, True) in highs


def expected(relation: Relation) -> Figure | None:
    """Return what the reported figure (the first term) would be if the other figures, as printed, are right.

    Shares and growth rates are rounded half-up to the decimals that the reported one has; everything else is exact.

    Args:
        relation: Any relation; the answer is None where figures are missing or a base is zero.
    """
    terms = relation.terms
    if not isinstance(relation, Stated) or len(terms) < 2 or any(term.figure is None for term in terms):
        return None
    equation = equations(relation)[0]
    reported, *others = equation.figures
    values = [figure.value for figure in others]
    at_zero = equation.residual((Fraction(0), *values))
    slope = equation.residual((Fraction(1), *values)) - at_zero
    if slope == 0:
        return None
    value = -at_zero / slope
    if isinstance(relation, Share | Change) and not equation.is_linear:
        rounded = Fraction(
            math.floor(abs(value) * 10**reported.decimals + Fraction(1, 2)), 10**reported.decimals
        )
        value = rounded if value >= 0 else -rounded
    return like(reported, value)


def like(figure: Figure, value: Fraction) -> Figure:
    """Return an exact value as a figure of the same kind and unit, with at least as many decimals."""
    if isinstance(figure, Amount):
        return exact_amount(value, figure.unit, figure.decimals)
    copy = object.__new__(type(figure))
    Figure.__init__(copy, *with_decimals(value, figure.decimals))
    return copy


def equation_text(relation: Relation) -> str:
    """Write a relation with its figures, such as "10.00 = 4.60 + 5.40"; a missing figure is written as "?".

    Units are written where they differ, as in "4,242万元 = 42,416,191元".

    Args:
        relation: Any relation.
    """
    units = {term.figure.unit for term in relation.terms if isinstance(term.figure, Amount)}

    def write(term: Term) -> str:
        return _shown(term, with_unit=len(units) > 1)

    match relation:
        case Sum(total, parts, signs):
            marks = ("+" if sign > 0 else "−" for sign in signs or (1,) * len(parts))
            right = " ".join(f"{mark} {write(part)}" for mark, part in zip(marks, parts, strict=True))
            text = f"{write(total)} = {right.removeprefix('+ ') or '0'}"
        case Same(first, second):
            text = f"{write(first)} = {write(second)}"
        case AtMost(parts, whole):
            text = f"{' + '.join(map(write, parts))} ≤ {write(whole)}"
        case Share(percentage, part, whole):
            added = " + ".join(map(write, relation.wholes))
            base = f"({added})" if isinstance(whole, tuple) else added
            text = f"{write(percentage)} = {write(part)} ÷ {base}"
        case Product():
            amount, *factors = map(write, relation.terms)
            text = f"{amount} = {' × '.join(factors)}"
        case Change():
            text = _change_text(relation, write)
        case Fact(reported=reported, expected=wanted):
            text = f"{reported} ≠ {wanted.zh}" if wanted else reported
        case Either(readings):
            text = " | ".join(map(equation_text, readings))
        case _:
            text = " ".join(map(write, relation.terms))
    return text


def _change_text(change: Change, write: Callable[[Term], str]) -> str:
    now, before = write(change.current), change.prior and write(change.prior)
    texts = []
    if change.difference is not None and before is not None:
        texts.append(f"{write(change.difference)} = {now} − {before}")
    if change.percentage is not None:
        base = before or f"({now} − {write(change.difference)})"  # type: ignore[arg-type]
        texts.append(f"{write(change.percentage)} = {now} ÷ {base} − 1")
    return "; ".join(texts)


def _shown(term: Term, *, with_unit: bool) -> str:
    figure = term.figure
    if figure is None:
        return "?"
    text = grouped(fixed(figure.coefficient, figure.decimals))
    text += figure.suffix if with_unit or isinstance(figure, Percentage) else ""
    return f"({text})" if figure.coefficient < 0 else text
