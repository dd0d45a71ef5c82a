"""Hypothesis strategies of the tests: figures, and honest relations whose figures are rounded from exact true values.

The rounding here is written anew on purpose, with integers only, so that it shares nothing with the library.
"""

from fractions import Fraction
from math import prod

from attrs import frozen
from hypothesis import strategies as st

from govbudget.amounts import MAX_DECIMALS, MAX_DIGITS, Amount, Unit
from govbudget.intervals import Figure, Quantity
from govbudget.percentages import Percentage
from govbudget.relations import AtMost, Change, Product, Reason, Same, Share, Sum

STATED_UNITS = (Unit.YUAN, Unit.WAN_YUAN, Unit.YI_YUAN)
EXPONENTS = {Unit.YUAN: 0, Unit.WAN_YUAN: 4, Unit.YI_YUAN: 8, Unit.UNSTATED: 0}


@frozen
class Cell:
    """A term that may lack its figure, for a reason."""

    figure: Figure | None = None
    reason: Reason | None = None


def half_up(value: Fraction) -> int:
    """Round to a whole number, a tie away from zero (四舍五入)."""
    doubled = 2 * abs(value.numerator) + value.denominator
    size = doubled // (2 * value.denominator)
    return -size if value < 0 else size


def print_amount(yuan: Fraction, unit: Unit, decimals: int) -> Amount:
    """Print a true amount in 元 as an honest document does."""
    return Amount.of(half_up(yuan * Fraction(10) ** (decimals - EXPONENTS[unit])), decimals, unit)


def print_percentage(value: Fraction, decimals: int) -> Percentage:
    """Print a true percentage as an honest document does."""
    return Percentage(_text(half_up(value * 10**decimals), decimals))


def _text(coefficient: int, decimals: int) -> str:
    sign, digits = "-" if coefficient < 0 else "", str(abs(coefficient)).zfill(decimals + 1)
    return sign + digits[: len(digits) - decimals] + "." + digits[len(digits) - decimals :]


stated_units = st.sampled_from(STATED_UNITS)
units = st.sampled_from(list(Unit))
few_decimals = st.integers(0, 3)
all_decimals = st.integers(0, MAX_DECIMALS)
coefficients = st.one_of(st.integers(-30, 30), st.integers(1 - 10**MAX_DIGITS, 10**MAX_DIGITS - 1))
small_coefficients = st.one_of(st.integers(-30, 30), st.integers(-(10**7), 10**7))


@st.composite
def amounts(draw, unit=units, coefficient=coefficients, decimals=all_decimals) -> Amount:
    """Every amount that the constructor takes."""
    return Amount.of(draw(coefficient), draw(decimals), draw(unit))


@st.composite
def percentages(draw, coefficient=coefficients, decimals=all_decimals) -> Percentage:
    """Every percentage that the constructor takes."""
    return Percentage(_text(draw(coefficient), draw(decimals)))


@st.composite
def quantities(draw, coefficient=coefficients, decimals=all_decimals) -> Quantity:
    """Every count that the parser takes."""
    return Quantity(draw(coefficient), draw(decimals))


figures = st.one_of(amounts(), percentages(), quantities())

_OFFSETS = [Fraction(n, 20) for n in (-10, -9, -1, 0, 1, 9, 10)] + [Fraction(1, 3), Fraction(-2, 7)]
"""Where true values lie between the printable ones: near the ties and on them first of all."""


@st.composite
def true_amounts(draw, unit=stated_units, decimals=few_decimals, low=-(10**6), high=10**6) -> Fraction:
    """A true value in 元 that is awkward to round at some precision."""
    whole = draw(st.one_of(st.integers(max(low, -3), min(high, 3)), st.integers(low, high)))
    place = Fraction(10) ** (EXPONENTS[draw(unit)] - draw(decimals))
    return (whole + draw(st.sampled_from(_OFFSETS))) * place


@st.composite
def honest_sums(draw, min_parts=2, max_parts=40, *, mixed=False, signed=False) -> Sum:
    """A sum of true values, each rounded for itself; `mixed` varies units and decimals, `signed` subtracts parts."""
    unit, decimals = draw(stated_units), draw(few_decimals)
    unit_of, decimals_of = (stated_units, few_decimals) if mixed else (st.just(unit), st.just(decimals))
    truths = draw(st.lists(true_amounts(unit_of, decimals_of), min_size=min_parts, max_size=max_parts))
    n = len(truths)
    signs = draw(st.tuples(*[st.sampled_from((1, -1))] * n)) if signed else None
    true_total = sum((s * t for s, t in zip(signs or (1,) * n, truths, strict=True)), Fraction(0))
    parts = tuple(print_amount(truth, draw(unit_of), draw(decimals_of)) for truth in truths)
    return Sum(print_amount(true_total, draw(unit_of), draw(decimals_of)), parts, signs)


@st.composite
def plain_sums(draw, min_parts=1, max_parts=12) -> Sum:
    """A sum at one unit and precision with any residual, mostly near the bound."""
    unit, decimals = draw(stated_units), draw(few_decimals)
    values = draw(st.lists(small_coefficients, min_size=min_parts, max_size=max_parts))
    residual = draw(st.integers(-len(values), len(values)))
    parts = tuple(Amount.of(value, decimals, unit) for value in values)
    return Sum(Amount.of(sum(values) + residual, decimals, unit), parts)


_printed = st.tuples(stated_units, few_decimals)


@st.composite
def honest_sames(draw) -> Same:
    """One true value printed twice."""
    truth = draw(true_amounts())
    return Same(print_amount(truth, *draw(_printed)), print_amount(truth, *draw(_printed)))


@st.composite
def honest_at_mosts(draw) -> AtMost:
    """Parts of a true whole that is at least their sum, each printed for itself."""
    truths = draw(st.lists(true_amounts(low=1), min_size=1, max_size=8))
    rest = draw(st.one_of(st.just(Fraction(0)), true_amounts(low=1)))
    parts = tuple(print_amount(truth, *draw(_printed)) for truth in truths)
    return AtMost(parts, print_amount(sum(truths, rest), *draw(_printed)))


_nonzero = true_amounts().filter(bool)


@st.composite
def honest_shares(draw) -> Share:
    """A true part of a true whole, or of exact counts, and their true percentage, each printed for itself."""
    if draw(st.booleans()):
        some, all_ = draw(st.integers(-300, 300)), draw(st.integers(1, 300))
        rate = print_percentage(Fraction(100 * some, all_), draw(few_decimals))
        return Share(rate, Quantity(some), Quantity(all_))
    part, whole = draw(true_amounts()), draw(_nonzero)
    rate = print_percentage(100 * part / whole, draw(few_decimals))
    return Share(rate, print_amount(part, *draw(_printed)), print_amount(whole, *draw(_printed)))


@st.composite
def honest_changes(draw, *, with_prior=True, with_difference=True, with_percentage=True) -> Change:
    """Two true figures with their true difference and growth rate, each printed for itself."""
    now, prior = draw(true_amounts()), draw(_nonzero)
    return Change(
        print_amount(now, *draw(_printed)),
        prior=print_amount(prior, *draw(_printed)) if with_prior else None,
        difference=print_amount(now - prior, *draw(_printed)) if with_difference else None,
        percentage=print_percentage(100 * (now / prior - 1), draw(few_decimals)) if with_percentage else None,
    )


@st.composite
def honest_products(draw) -> Product:
    """A true price of one times exact counts, price and amount printed for themselves."""
    price, count = draw(true_amounts()), Quantity(draw(st.integers(-2, 500)), draw(st.integers(0, 1)))
    further = tuple(map(Quantity, draw(st.lists(st.integers(-2, 30), max_size=3))))
    total = price * prod((one.value for one in further), start=count.value)
    return Product(print_amount(total, *draw(_printed)), print_amount(price, *draw(_printed)), count, further)


honest_relations = st.one_of(
    honest_sums(max_parts=6),
    honest_sums(max_parts=6, mixed=True, signed=True),
    honest_sames(),
    honest_at_mosts(),
    honest_shares(),
    honest_changes(),
    honest_changes(with_prior=False),
    honest_changes(with_difference=False),
    honest_changes(with_percentage=False),
    honest_products(),
)
"""Relations that hold of the true values; only rounding for print lies between."""


_some_rate = percentages(st.integers(-20000, 20000), few_decimals)
_some_count = quantities(st.integers(-5, 50), st.integers(0, 1))


def _some_amount(unit: Unit) -> st.SearchStrategy[Amount]:
    return amounts(st.just(unit), small_coefficients, few_decimals)


any_shares = stated_units.map(_some_amount).flatmap(
    lambda amount: st.builds(Share, _some_rate, amount, amount)
)
"""Shares whose figures were printed by nobody in particular."""

any_quotients = stated_units.map(_some_amount).flatmap(
    lambda amount: st.one_of(
        any_shares,
        st.builds(Change, amount, prior=amount, percentage=_some_rate),
        st.builds(Product, amount, amount, _some_count, st.lists(_some_count, max_size=2).map(tuple)),
    )
)
"""Shares, changes and products whose figures were printed by nobody in particular: most of them are false."""

any_relations = stated_units.map(_some_amount).flatmap(
    lambda amount: st.one_of(
        st.builds(Same, amount, amount),
        st.builds(AtMost, st.lists(amount, min_size=1, max_size=4).map(tuple), amount),
        st.builds(Change, amount, difference=amount, percentage=_some_rate),
        st.builds(Change, amount, prior=amount, difference=amount, percentage=_some_rate),
        plain_sums(),
        any_quotients,
    )
)
"""Relations of every kind whose figures were printed by nobody in particular."""
