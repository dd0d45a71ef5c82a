"""Residuals of equations with products: the ends of the figures that are multiplied are enough."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from govbudget.intervals import Interval, Quantity
from govbudget.relations import Certificate, Outcome, recheck
from govbudget.relations._equations import Equation

FORMS = [
    ((100, (1,)), (-1, (0, 2))),
    ((100, (1,)), (-1, (0, 1)), (-1, (0, 2)), (-1, (0, 3))),
    ((100, (2,)), (1, (0, 2)), (-1, (0, 1))),
    ((1, (0,)), (-1, (1, 2, 3))),
    ((3, (0,)), (1, (1,)), (-2, (0, 1)), (5, (2, 3))),
]


@st.composite
def boxes(draw):
    """An interval of halves with open or closed ends, or a point."""
    low, width = draw(st.integers(-20, 20)), draw(st.integers(0, 5))
    if not width:
        return Interval.point(Fraction(low, 2))
    return Interval(Fraction(low, 2), Fraction(low + width, 2), draw(st.booleans()), draw(st.booleans()))


@given(st.sampled_from(FORMS), st.lists(boxes(), min_size=4, max_size=4))
def test_extremes_are_those_of_all_corners(monomials, intervals):
    """The least and greatest residuals are the least and greatest of all corners, and a certificate says the same."""
    equation = Equation((Quantity(1),) * 4, monomials)
    found = equation.residual_range(tuple(intervals))
    corners = [equation.residual(corner) for corner in product(*((box.low, box.high) for box in intervals))]
    assert (found.low, found.high) == (min(corners), max(corners))
    outcome = Outcome.ROUNDING if equation.allows(found) else Outcome.FAILED
    gap = Fraction(0) if equation.allows(found) else found.gap(Interval.point(0))
    certificate = Certificate(
        outcome, "", equation.figures, tuple(intervals), monomials, at_least=False, gap=gap
    )
    assert recheck(certificate)
