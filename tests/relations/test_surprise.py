"""How surprising a residual is: the exact distribution of honest rounding."""

from collections import Counter
from fractions import Fraction
from itertools import product, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.relations import surprise

HALF = Fraction(1, 2)


def integral(polynomial, start=Fraction(0)):
    """The antiderivative that begins at `start`."""
    return [start, *(coefficient / (i + 1) for i, coefficient in enumerate(polynomial))]


def at_half(polynomial):
    return sum((coefficient * HALF**i for i, coefficient in enumerate(polynomial)), Fraction(0))


def integrated(parts: int, residual: int) -> Fraction:
    """P(|sum of errors| ≥ residual − ½), by exact piecewise integration, cell by cell of half a last place.

    The density of one error is 1 on [−½, ½]; that of one error more is F(x + ½) − F(x − ½). In cell k, from k/2 on,
    it is a polynomial in the distance from k/2, as a list of coefficients.
    """
    density = {-1: [Fraction(1)], 0: [Fraction(1)]}
    for _ in range(parts - 1):
        reached, distribution = Fraction(0), {}
        for cell in sorted(density):
            distribution[cell] = integral(density[cell], reached)
            reached = at_half(distribution[cell])
        cells = range(min(density) - 1, max(density) + 2)
        density = {
            cell: [
                right - left
                for right, left in zip_longest(
                    distribution.get(cell + 1, [reached]),
                    distribution.get(cell - 1, []),
                    fillvalue=Fraction(0),
                )
            ]
            for cell in cells
        }
    cells_beyond = [polynomial for cell, polynomial in density.items() if cell >= 2 * residual - 1]
    return 2 * sum((at_half(integral(polynomial)) for polynomial in cells_beyond), Fraction(0))


@pytest.mark.parametrize("parts", range(1, 9))
def test_it_is_the_tail_of_the_sum_of_uniform_errors(parts):
    """Exact integration of the density gives the same fractions for every residual."""
    for residual in range(1, parts + 2):
        assert surprise(parts, residual) == integrated(parts, residual)


@pytest.mark.parametrize("parts", [1, 2, 3, 4])
def test_it_is_the_share_of_honest_prints_with_such_a_residual(parts):
    """Counting honest prints on a fine grid of true values comes within the grid's coarseness."""
    cells = {1: 999, 2: 201, 3: 51, 4: 21}[parts]
    errors = [2 * k - (cells - 1) for k in range(cells)]  # midpoints, in units of 1 / (2 · cells)
    counts = Counter(abs(sum(errors_)) for errors_ in product(errors, repeat=parts))
    for residual in range(1, parts + 1):
        found = Fraction(
            sum(n for size, n in counts.items() if size >= (2 * residual - 1) * cells), cells**parts
        )
        assert abs(found - surprise(parts, residual)) <= Fraction(parts, cells)


@pytest.mark.parametrize(
    ("parts", "residual", "value"),
    [
        (2, 1, Fraction(1, 4)),
        (3, 1, Fraction(1, 3)),
        (4, 1, Fraction(77, 192)),
        (4, 2, Fraction(1, 192)),
        (5, 2, Fraction(1, 60)),
        (1, 1, Fraction(0)),
    ],
)
def test_values_worked_out_by_hand(parts, residual, value):
    """Small cases are known fractions."""
    assert surprise(parts, residual) == value


def test_the_documented_numbers():
    """n = 4, D = 2 has p ≈ 0.005 and n = 10, D = 4 has p ≈ 3·10⁻⁵."""
    assert round(surprise(4, 2), 3) == Fraction(5, 1000)
    assert round(surprise(10, 4), 5) == Fraction(3, 10**5)


@given(st.integers(0, 40), st.integers(-45, 45))
def test_it_is_a_probability_that_vanishes_beyond_the_bound(parts, residual):
    """It is 1 for no residual, positive up to ⌊n/2⌋ last places, 0 beyond, and blind to the sign."""
    found = surprise(parts, residual)
    assert isinstance(found, Fraction)
    assert found == surprise(parts, -residual)
    assert (found == 1) == (residual == 0)
    assert (found > 0) == (abs(residual) <= parts // 2)


@given(st.integers(1, 40), st.integers(0, 40))
def test_a_larger_residual_is_more_surprising(parts, residual):
    """It falls strictly with |D| until it is 0."""
    found, next_one = surprise(parts, residual), surprise(parts, residual + 1)
    assert next_one < found or found == next_one == 0


@given(st.integers(1, 40), st.integers(1, 20))
def test_more_parts_make_a_residual_less_surprising(parts, residual):
    """Each further rounded part can only widen the distribution."""
    assert surprise(parts + 1, residual) >= surprise(parts, residual)
