"""What a printed figure stands for, and the arithmetic of exact intervals."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from govbudget.amounts import Amount, Unit
from govbudget.exceptions import FigureError
from govbudget.intervals import (
    Figure,
    Interval,
    Quantity,
    Rounding,
    fixed,
    grouped,
    plain,
    power_of_ten,
    with_decimals,
)
from govbudget.percentages import Percentage
from strategies import figures, half_up

DECIMAL_MODES = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.DOWN: ROUND_DOWN,
}


def holds(interval: Interval, value: Fraction) -> bool:
    """Membership, written out once more."""
    if interval.low < value < interval.high:
        return True
    return (value == interval.low and interval.low_closed) or (
        value == interval.high and interval.high_closed
    )


def box(low, high, ends):
    """An interval with its ends as people write them, such as "[)"."""
    return Interval(Fraction(low), Fraction(high), ends[0] == "[", ends[1] == "]")


BOXES = [
    box(low, high, ends)
    for low, high in ((-2, -1), (-2, 0), (-1, 1), (-1, 2), (0, 1), (0, 2), (1, 2), (1, 3))
    for ends in ("[]", "[)", "(]", "()")
] + [Interval.point(0), Interval.point(1), Interval.point(-2)]

GRID = [Fraction(n, 4) for n in range(-14, 15)]


@pytest.mark.parametrize("mode", Rounding)
@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_an_interval_holds_exactly_the_numbers_that_print_as_the_figure(mode, decimals):
    """Every number on a fine grid lies in the interval of what the decimal module rounds it to, and in no other."""
    unit = Decimal(1).scaleb(-decimals)
    printed = {c: Figure(c, decimals).interval(mode) for c in range(-4, 5)}
    for step in range(-120, 121):
        exact = Decimal(step).scaleb(-decimals) / 40
        coefficient = int(exact.quantize(unit, DECIMAL_MODES[mode]).scaleb(decimals))
        inside = [c for c, interval in printed.items() if exact in interval]
        assert inside == [coefficient], (step, mode)
        assert all((exact in interval) == holds(interval, Fraction(exact)) for interval in printed.values())


def test_the_decimal_module_and_the_rounding_of_the_tests_agree():
    """The rounding with which the tests make honest figures is 四舍五入."""
    for step in range(-200, 201):
        wanted = (Decimal(step) / 40).quantize(Decimal(1), ROUND_HALF_UP)
        assert half_up(Fraction(step, 40)) == int(wanted)


@pytest.mark.parametrize("mode", Rounding)
def test_the_intervals_of_consecutive_figures_leave_no_gap_and_do_not_overlap(mode):
    """Rounding is a function on all numbers, so the intervals partition the line."""
    line = [Figure(c, 0).interval(mode) for c in range(-5, 6)]
    for left, right in pairwise(line):
        assert left.high == right.low
        assert left.high_closed != right.low_closed


def test_trailing_zeros_narrow_the_interval():
    """4,242 万元 stands for [42 415 000, 42 425 000) 元 and 4,242.00 万元 for one a hundred times narrower."""
    coarse, fine = Amount("4242", "万元").interval(), Amount("4,242.00", "万元").interval()
    assert coarse == Interval(Fraction(42_415_000), Fraction(42_425_000), high_closed=False)
    assert str(coarse) == "[42415000, 42425000)"
    assert str(fine) == "[42419950, 42420050)"
    assert coarse.high - coarse.low == 100 * (fine.high - fine.low)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0.00", "(-0.005, 0.005)"),
        ("-0.51", "(-0.515, -0.505]"),
        ("0.51", "[0.505, 0.515)"),
        ("-0.00", "(-0.005, 0.005)"),
    ],
)
def test_intervals_are_mirrored_below_zero_and_open_around_it(text, shown):
    """A negative figure stands for the mirror image of the positive one, and 0 for an open interval."""
    assert str(Amount(text, "元").interval()) == shown


@pytest.mark.parametrize("rounding", ["half-up", None, ROUND_HALF_UP])
def test_an_unknown_rounding_is_refused(rounding):
    """A rounding is one of the enumeration, never guessed from a name."""
    with pytest.raises(FigureError, match=r"not a rounding; use Rounding\.HALF_UP"):
        Amount("1", "元").interval(rounding)


def test_a_count_stands_for_itself():
    """A quantity is exact under every rounding."""
    assert {Quantity(142).interval(mode) for mode in Rounding} == {Interval.point(142)}


@given(figures)
def test_negation_mirrors_the_interval(figure):
    """What −v stands for is minus what v stands for, under every rounding."""
    mirrored = Figure(-figure.coefficient, -figure.place)
    plain_figure = Figure(figure.coefficient, -figure.place)
    for mode in Rounding:
        assert mirrored.interval(mode) == -plain_figure.interval(mode)


@given(figures)
def test_the_printed_value_lies_in_its_interval(figure):
    """A figure may always be exact."""
    for mode in Rounding:
        assert figure.value in figure.interval(mode)


@pytest.mark.parametrize("left", BOXES, ids=str)
def test_interval_arithmetic_is_the_arithmetic_of_their_members(left):
    """Sum, difference, product and quotient hold the results of members, and their closed ends are reached."""
    mine = [x for x in GRID if holds(left, x)]
    for right in BOXES:
        yours = [x for x in GRID if holds(right, x)]
        results = {
            "+": (left + right, {a + b for a in mine for b in yours}),
            "-": (left - right, {a - b for a in mine for b in yours}),
            "*": (left * right, {a * b for a in mine for b in yours}),
        }
        if not right.low <= 0 <= right.high:
            results["/"] = (left / right, {a / b for a in mine for b in yours})
        for interval, reached in results.values():
            assert all(holds(interval, value) for value in reached)
            assert (interval.low in reached) == interval.low_closed
            assert (interval.high in reached) == interval.high_closed


@pytest.mark.parametrize("left", BOXES, ids=str)
def test_intervals_meet_exactly_when_they_share_a_member(left):
    """Two intervals meet when some number on a grid finer than their ends is in both; below means wholly smaller."""
    for right in BOXES:
        common = [x for x in GRID if holds(left, x) and holds(right, x)]
        assert left.meets(right) == right.meets(left) == bool(common)
        pairs = [(a, b) for a in GRID if holds(left, a) for b in GRID if holds(right, b)]
        assert left.is_below(right) == all(a < b for a, b in pairs)
        assert (
            left.gap(right)
            == right.gap(left)
            == max(Fraction(0), left.low - right.high, right.low - left.high)
        )


@pytest.mark.parametrize("divisor", [box(-1, 1, "[]"), box(0, 1, "(]"), box(-1, 0, "[)"), Interval.point(0)])
def test_a_divisor_that_reaches_zero_is_refused(divisor):
    """Nothing can be divided by an interval that contains or touches zero."""
    with pytest.raises(ZeroDivisionError, match="zero"):
        Interval.point(1) / divisor


def test_membership_takes_whole_numbers_fractions_and_decimals():
    """An interval answers for every exact kind of number."""
    interval = box(0, 1, "[)")
    assert 0 in interval
    assert Fraction(1, 3) in interval
    assert Decimal("0.999") in interval
    assert 1 not in interval


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 8), "0.125"),
        (Fraction(-7, 5), "-1.4"),
        (Fraction(1, 3), "1/3"),
        (Fraction(1, 30), "1/30"),
        (Fraction(0), "0"),
        (Fraction(10**30), "1" + "0" * 30),
    ],
)
def test_exact_numbers_are_written_as_decimals_if_they_end(value, text):
    """A number is written as the shortest decimal, or as a fraction where no decimal is exact."""
    assert plain(value) == text


@given(st.integers(), st.integers(0, 30))
def test_fixed_writes_the_number_it_is_given(coefficient, decimals):
    """Reading the text back gives coefficient × 10^-decimals, with exactly that many decimals."""
    text = fixed(coefficient, decimals)
    assert Fraction(text) == Fraction(coefficient, 10**decimals)
    assert len(text.partition(".")[2]) == decimals


@given(st.integers(), st.integers(0, 30))
def test_grouping_only_adds_separators(coefficient, decimals):
    """Without its commas a grouped number is the number, and every group but the first has three digits."""
    text = fixed(coefficient, decimals)
    whole = grouped(text).partition(".")[0].removeprefix("-").split(",")
    assert grouped(text).replace(",", "") == text
    assert 1 <= len(whole[0]) <= 3
    assert all(len(group) == 3 for group in whole[1:])


@pytest.mark.parametrize("exponent", [-40, -25, -24, 0, 24, 25, 40])
def test_powers_of_ten_are_exact_in_and_beyond_the_table(exponent):
    """10^n times 10^-n is 1 wherever the power comes from."""
    assert power_of_ten(exponent) * power_of_ten(-exponent) == 1
    assert power_of_ten(exponent) == Fraction(f"1e{exponent}")


@pytest.mark.parametrize("given_", [(1.5, 0), (True, 0), (1, 0.0), (1, -1), ("3", 0)])
def test_a_count_is_made_of_whole_numbers_only(given_):
    """A float, a bool or a negative number of decimals is refused by the constructor of a count."""
    with pytest.raises(FigureError, match="parse_quantity"):
        Quantity(*given_)


@pytest.mark.parametrize(
    ("figure", "shown", "suffix", "kind", "exact"),
    [
        (Amount("-1234567.50", "万元"), "-1,234,567.50万元", "万元", "Amount", False),
        (Amount("982", Unit.UNSTATED), "982", "", "Amount of unstated unit", False),
        (Percentage("1042.6"), "1,042.6%", "%", "Percentage", False),
        (Quantity(1420), "1,420", "", "Quantity", True),
    ],
)
def test_figures_show_themselves_with_separators_and_unit(figure, shown, suffix, kind, exact):
    """What people read has thousands separators and the unit; what is compared is the kind."""
    assert (figure.shown, figure.suffix, figure.kind, figure.exact) == (shown, suffix, kind, exact)
    assert figure.figure is figure


@given(figures)
def test_the_number_of_a_figure_is_what_was_printed(figure):
    """The decimal number keeps the sign, digits and decimals of the print."""
    assert str(figure).removesuffix(figure.suffix) == f"{figure.number:f}"
    assert figure.number.as_tuple().exponent == -figure.decimals


def test_intervals_and_figures_are_immutable_and_hashable():
    """Values cannot be changed, and equal ones hash alike."""
    with pytest.raises(FrozenInstanceError):
        Interval.point(1).low = Fraction(0)
    with pytest.raises(FrozenInstanceError):
        Quantity(1).coefficient = 2
    assert {Interval.point(1), Interval(Fraction(1), Fraction(1))} == {Interval.point(Decimal("1.0"))}


def test_only_numbers_whose_decimals_end_are_written_with_decimals():
    """A third has no last decimal, so it is refused instead of being cut."""
    with pytest.raises(FigureError, match="no decimal expansion that ends"):
        with_decimals(Fraction(1, 3), 2)
    assert with_decimals(Fraction(1, 8), 1) == (125, 3)


@given(figures, st.fractions(min_value=-50, max_value=50, max_denominator=20))
def test_scaling_is_multiplying_by_a_point(figure, factor):
    """Whatever the sign of the factor, open ends included."""
    interval = figure.interval()
    assert interval.scaled(factor) == interval * Interval.point(factor)
    assert interval.scaled(0) == Interval.point(0)
