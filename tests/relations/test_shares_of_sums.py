"""A share of a whole that is not printed: the whole is the sum of all its parts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.amounts import Amount
from govbudget.exceptions import RelationError
from govbudget.intervals import Quantity
from govbudget.percentages import Percentage
from govbudget.relations import Outcome, Reason, Share, certify, equation_text, expected, judge, recheck
from strategies import Cell, half_up

coefficients = st.integers(0, 10**6)


def wans(*texts):
    return tuple(Amount(text, "万元") for text in texts)


def share(text, parts, number=0):
    return Share(Percentage(text), parts[number], parts)


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        ("18.82", 0, Outcome.PASSED),
        ("54.39", 1, Outcome.PASSED),
        ("26.79", 2, Outcome.PASSED),
        ("18.83", 0, Outcome.ROUNDING),
        ("18.84", 0, Outcome.FAILED),
        ("54.43", 1, Outcome.FAILED),
        ("27", 2, Outcome.PASSED),
        ("54.386", 1, Outcome.ROUNDING),
    ],
)
def test_the_parts_are_the_whole(text, number, outcome):
    """A share is its part divided by the sum of all parts, each as exactly as it is printed."""
    parts = wans("110.00", "317.80", "156.55")
    assert judge(share(text, parts, number)).outcome is outcome


def test_the_whole_may_be_printed_elsewhere_in_pieces():
    """The part need not be one of the terms of the whole."""
    part, *rest = wans("10.0", "15.0", "25.0")
    assert judge(Share(Percentage("25"), part, tuple(rest))).outcome is Outcome.PASSED
    assert judge(Share(Percentage("20"), part, tuple(rest))).outcome is Outcome.FAILED


def test_a_share_of_a_sum_is_written_with_all_its_parts():
    """The equation shows the sum; what is expected is computed from it."""
    stated = share("19", wans("1", "3"))
    assert equation_text(stated) == "19% = 1 ÷ (1 + 3)"
    assert expected(stated) == Percentage("25")
    assert stated.terms == (stated.percentage, *stated.whole)


def test_nothing_has_no_share():
    """A sum that may be zero, or a part that is not printed, leaves the share open; a sum of nothing is a mistake."""
    assert judge(share("50", wans("0", "0"))).reason is Reason.ZERO_BASE
    blank, one = Cell(), wans("1")[0]
    assert judge(Share(Percentage("5"), one, (one, blank))).reason is Reason.MISSING
    with pytest.raises(RelationError, match="needs a whole"):
        Share(Percentage("5"), one, ())


@given(st.lists(coefficients, min_size=2, max_size=30).filter(any), st.integers(0, 2), st.data())
def test_no_false_alarm_on_shares_of_sums(thousandths, decimals, data):
    """Whatever the parts are and however they are rounded, honest shares of their sum hold, and so do their certificates."""
    parts = tuple(
        Amount.of(half_up(Fraction(one, 1000) * 10**2), 2, Amount("1", "万元").unit) for one in thousandths
    )
    number = data.draw(st.integers(0, len(parts) - 1))
    exact = Fraction(100 * thousandths[number], sum(thousandths))
    text = _printed(exact, decimals)
    judgement = judge(share(text, parts, number))
    assert judgement.outcome is not Outcome.FAILED
    certificate = certify(judgement)
    assert certificate is None or recheck(certificate)


def _printed(value, decimals):
    digits = str(half_up(value * 10**decimals)).rjust(decimals + 1, "0")
    return digits if not decimals else f"{digits[:-decimals]}.{digits[-decimals:]}"


@given(st.lists(st.integers(1, 50), min_size=2, max_size=6), st.integers(0, 120), st.integers(0, 5))
def test_a_share_fails_exactly_when_no_amounts_give_it(counts, percent, number):
    """With exact counts a share holds if and only if the quotient rounds to it; its certificate says the same."""
    parts = tuple(map(Quantity, counts))
    number %= len(parts)
    quotient = Fraction(100 * counts[number], sum(counts))
    judgement = judge(Share(Percentage(str(percent)), parts[number], parts))
    low = Fraction(2 * percent - 1, 2)
    rounds_to = low <= quotient < low + 1
    assert (judgement.outcome is not Outcome.FAILED) is rounds_to
    certificate = certify(judgement)
    assert certificate is not None
    assert recheck(certificate)
    assert not recheck(
        type(certificate)(
            Outcome.PASSED if judgement.outcome is Outcome.FAILED else Outcome.FAILED,
            certificate.equation,
            certificate.figures,
            certificate.intervals,
            certificate.monomials,
            certificate.at_least,
            certificate.gap,
        )
    )
