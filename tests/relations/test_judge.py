"""The judge by examples worked out by hand: outcomes, reasons, refusals, and how relations are written."""

import copy
import pickle
from fractions import Fraction

import pytest
from attrs.exceptions import FrozenInstanceError

from govbudget.amounts import Amount, Unit
from govbudget.exceptions import RelationError
from govbudget.intervals import Interval, Quantity, Rounding
from govbudget.percentages import Percentage
from govbudget.relations import (
    NOTHING_PRINTED,
    AtMost,
    Change,
    Either,
    Outcome,
    Product,
    Reason,
    Same,
    Share,
    Sum,
    Unrelated,
    certify,
    equation_text,
    expected,
    judge,
    recheck,
)
from strategies import Cell

PASSED, ROUNDING, FAILED = Outcome.PASSED, Outcome.ROUNDING, Outcome.FAILED


def wan(text: str) -> Amount:
    return Amount(text, "万元")


def wans(*texts: str) -> tuple[Amount, ...]:
    return tuple(map(wan, texts))


def yuan(text: str) -> Amount:
    return Amount(text, "元")


def unstated(text: str) -> Amount:
    return Amount(text, Unit.UNSTATED)


def percent(text: str) -> Percentage:
    return Percentage(text)


BLANK = Cell()

EXAMPLES = [
    # Sums: |D| ≤ ⌊n/2⌋ last places.
    (Sum(wan("10.00"), wans("4.60", "5.40")), PASSED),
    (Sum(wan("10.01"), wans("4.60", "5.40")), ROUNDING),
    (Sum(wan("10.02"), wans("4.60", "5.40")), FAILED),
    (Sum(wan("10.01"), wans("4.60", "5.40", "0.00")), ROUNDING),
    (Sum(wan("10.02"), wans("4.60", "5.40", "0.00")), FAILED),
    (Sum(wan("10.02"), wans("4.60", "5.40", "0.00", "0.00")), ROUNDING),
    (Sum(wan("10.00"), wans("10.01")), FAILED),
    (Sum(wan("1.00"), wans("4.60", "-3.60")), PASSED),
    (Sum(wan("1.00"), wans("4.60", "3.60"), (1, -1)), PASSED),
    (Sum(wan("1.01"), wans("4.60", "3.60"), (1, -1)), ROUNDING),
    (Sum(wan("1.02"), wans("4.60", "3.60"), (1, -1)), FAILED),
    # A total to the 万元 stands for [9.5, 10.5), and two parts to 0.01 万元 for ±0.01 around their sum.
    (Sum(wan("10"), wans("4.60", "5.40")), PASSED),
    (Sum(wan("10"), wans("4.60", "5.89")), ROUNDING),
    (Sum(wan("10"), wans("4.60", "5.90")), ROUNDING),
    (Sum(wan("10"), wans("4.60", "5.91")), FAILED),
    (Sum(wan("10"), wans("4.60", "4.90")), ROUNDING),
    (Sum(wan("10"), wans("4.60", "4.89")), FAILED),  # less than 9.50 together
    (Sum(wan("0.30"), (yuan("1000"), yuan("2000"))), PASSED),
    (Sum(wan("0.30"), (yuan("1000"), yuan("2050"))), ROUNDING),
    (Sum(wan("0.30"), (yuan("1000"), yuan("2051"))), FAILED),
    (Sum(unstated("3"), (unstated("1"), unstated("2"))), PASSED),
    (Sum(percent("100"), (percent("33"), percent("33"), percent("33"))), ROUNDING),
    (Sum(percent("100"), (percent("33"), percent("33"), percent("32"))), FAILED),
    (Sum(Quantity(3), (Quantity(1), Quantity(1))), FAILED),
    (Sum(Quantity(30, 1), (Quantity(1), Quantity(2))), PASSED),
    # Two prints of one quantity: 4,242 万元 stands for [42 415 000, 42 425 000) 元.
    (Same(wan("4242"), wan("4242")), PASSED),
    (Same(wan("4242"), wan("4242.00")), PASSED),
    (Same(wan("4242"), yuan("42420000")), PASSED),
    (Same(wan("4242"), yuan("42416191")), ROUNDING),
    (Same(wan("4242"), yuan("42414999")), FAILED),
    (Same(wan("4242"), yuan("42415000")), ROUNDING),
    (Same(wan("4242"), yuan("42424999")), ROUNDING),
    (Same(wan("4242"), yuan("42425000")), ROUNDING),  # 42 424 999.50 … prints as both
    (Same(wan("4242"), yuan("42425001")), FAILED),
    (Same(wan("-4242"), yuan("-42414999")), FAILED),
    (Same(wan("-4242"), yuan("-42425000")), ROUNDING),
    (Same(wan("-4242"), yuan("-42425001")), FAILED),
    (Same(wan("0"), yuan("5000")), ROUNDING),
    (Same(wan("0"), yuan("5001")), FAILED),
    (Same(wan("4242.00"), wan("4242.01")), FAILED),
    (Same(percent("23"), percent("23.4")), ROUNDING),
    (Same(percent("23"), percent("23.6")), FAILED),
    # Parts of a whole.
    (AtMost(wans("4.60", "5.00"), wan("10.00")), PASSED),
    (AtMost(wans("4.60", "5.40"), wan("10.00")), PASSED),
    (AtMost(wans("4.60", "5.41"), wan("10.00")), ROUNDING),
    (AtMost(wans("4.60", "5.42"), wan("10.00")), FAILED),
    (AtMost(wans("10.01"), wan("10.00")), FAILED),
    (AtMost((yuan("100005"),), wan("10.00")), ROUNDING),
    (AtMost((yuan("100050"),), wan("10.00")), ROUNDING),  # 100 049.50 元 prints as both
    (AtMost((yuan("100051"),), wan("10.00")), FAILED),
    (AtMost((yuan("1"),), wan("10.00")), PASSED),
    # Shares.
    (Share(percent("23"), wan("982"), wan("4242")), PASSED),
    (Share(percent("23.15"), wan("982"), wan("4242")), PASSED),
    (Share(percent("23.16"), wan("982"), wan("4242")), ROUNDING),
    (Share(percent("23.17"), wan("982"), wan("4242")), FAILED),
    (Share(percent("24"), wan("982"), wan("4242")), FAILED),
    (Share(percent("42.26"), wan("42.26"), wan("100.00")), PASSED),
    (Share(percent("43.26"), wan("42.26"), wan("100.00")), FAILED),
    (Share(percent("23"), yuan("9820000"), wan("4242")), PASSED),
    (Share(percent("0"), wan("0.00"), wan("4242")), PASSED),
    (Share(percent("50"), Quantity(1), Quantity(2)), PASSED),
    (Share(percent("33.4"), Quantity(1), Quantity(3)), FAILED),
    (Share(percent("51"), Quantity(101), Quantity(200)), PASSED),  # 50.5 %, a tie of exact counts
    (Share(percent("50"), Quantity(101), Quantity(200)), FAILED),
    (Share(percent("-51"), Quantity(-101), Quantity(200)), PASSED),
    (Share(percent("-50"), Quantity(-101), Quantity(200)), FAILED),
    (Change(Quantity(303), prior=Quantity(200), percentage=percent("52")), PASSED),  # 51.5 %
    (Change(Quantity(303), prior=Quantity(200), percentage=percent("51")), FAILED),
    # Changes: 1791 / (4242 − 1791) = 73.07 %.
    (Change(wan("4242"), difference=wan("1791"), percentage=percent("73")), PASSED),
    (Change(wan("4242"), difference=wan("1791"), percentage=percent("73.1")), PASSED),
    (Change(wan("4242"), difference=wan("1791"), percentage=percent("74")), FAILED),
    (Change(wan("4242"), prior=wan("2451"), percentage=percent("73")), PASSED),
    (Change(wan("4242"), prior=wan("2451"), percentage=percent("73.10")), ROUNDING),
    (Change(wan("4242"), prior=wan("2451"), difference=wan("1791"), percentage=percent("73")), PASSED),
    (Change(wan("4242"), prior=wan("2451"), difference=wan("1792"), percentage=percent("73")), ROUNDING),
    (Change(wan("4242"), prior=wan("2451"), difference=wan("1793"), percentage=percent("73")), FAILED),
    (Change(wan("4242"), prior=wan("2451"), difference=wan("1791")), PASSED),
    (Change(wan("4242"), prior=wan("2451"), difference=wan("1790")), ROUNDING),
    (Change(wan("4242"), prior=wan("2451"), difference=wan("-1791")), FAILED),
    (Change(wan("2451"), prior=wan("4242"), difference=wan("-1791"), percentage=percent("-42")), PASSED),
    (Change(wan("0.00"), prior=wan("5.00"), difference=wan("-5.00"), percentage=percent("-100")), PASSED),
    (Change(wan("5.00"), prior=wan("0.00"), difference=wan("5.00")), PASSED),
    (Change(percent("42"), prior=percent("40"), difference=percent("2"), percentage=percent("5")), PASSED),
    # Products.
    (Product(wan("26.4"), wan("8.8"), Quantity(3)), PASSED),
    (Product(wan("26.3"), wan("8.8"), Quantity(3)), ROUNDING),
    (Product(wan("26.7"), wan("8.8"), Quantity(3)), FAILED),
    (Product(wan("0.6"), wan("0.02"), Quantity(28)), PASSED),
    (Product(wan("0.4"), wan("0.02"), Quantity(28)), ROUNDING),
    (Product(wan("0.3"), wan("0.02"), Quantity(28)), FAILED),
    (Product(yuan("5600"), wan("0.02"), Quantity(28)), PASSED),
    (Product(wan("0.00"), wan("8.8"), Quantity(0)), PASSED),
    (Product(wan("3.3"), yuan("550"), Quantity(20), (Quantity(3),)), PASSED),
    (Product(wan("3.4"), yuan("550"), Quantity(20), (Quantity(3),)), FAILED),
]


@pytest.mark.parametrize(
    ("relation", "outcome"),
    EXAMPLES,
    ids=lambda value: str(getattr(value, "name", "")) or equation_text(value),
)
def test_outcomes_worked_out_by_hand(relation, outcome):
    """Every relation has the outcome that its printed figures prove, and a certificate that holds."""
    judged = judge(relation)
    assert (judged.outcome, judged.reason) == (outcome, None)
    assert judged.relation is relation
    assert recheck(certify(judged))


def test_a_product_touches_but_does_not_reach_its_open_end():
    """8.8 × 3 stands for [26.25, 26.55), so 26.2 and 26.6 are out and 26.3 to 26.5 are in."""
    found = {
        text: judge(Product(wan(text), wan("8.8"), Quantity(3))).outcome
        for text in ("26.2", "26.3", "26.5", "26.6")
    }
    assert found == {"26.2": FAILED, "26.3": ROUNDING, "26.5": ROUNDING, "26.6": FAILED}


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        (Sum(BLANK, wans("1", "2")), Reason.TOTAL_BLANK),
        (Sum(wan("3"), (wan("1"), BLANK)), Reason.MISSING),
        (Sum(BLANK, (BLANK,)), Reason.TOTAL_BLANK),
        (Sum(wan("3"), ()), Reason.PARTS_BLANK),
        (AtMost((), wan("3")), Reason.PARTS_BLANK),
        (Sum(wan("3"), (wan("1"), Cell(reason=Reason.UNREADABLE))), Reason.UNREADABLE),
        (Sum(Cell(reason=Reason.UNREADABLE), wans("1", "2")), Reason.UNREADABLE),
        (Sum(wan("3"), (wan("1"), Cell(reason=Reason.UNIT))), Reason.UNIT),
        (Sum(wan("3"), (Cell(reason=Reason.ABSENT), Cell(reason=Reason.UNREADABLE))), Reason.UNREADABLE),
        (Same(wan("3"), BLANK), Reason.MISSING),
        (Same(BLANK, wan("3")), Reason.TOTAL_BLANK),
        (Share(percent("5"), BLANK, wan("3")), Reason.MISSING),
        (Change(wan("3"), prior=BLANK, percentage=percent("5")), Reason.MISSING),
        (Change(BLANK, prior=wan("3"), difference=wan("5")), Reason.MISSING),
        (Product(wan("3"), wan("3"), BLANK), Reason.MISSING),
        # Units that cannot be compared.
        (Same(wan("3"), unstated("3")), Reason.UNIT),
        (Sum(wan("3"), (wan("1"), unstated("2"))), Reason.UNIT),
        (Share(percent("50"), wan("1"), unstated("2")), Reason.UNIT),
        (Change(wan("3"), prior=unstated("2"), difference=wan("1")), Reason.UNIT),
        (Product(wan("6"), unstated("2"), Quantity(3)), Reason.UNIT),
        # Nothing can be a share of zero, or grow from it.
        (Share(percent("5"), wan("3"), wan("0")), Reason.ZERO_BASE),
        (Share(percent("100"), wan("0.00"), wan("0.00")), Reason.ZERO_BASE),
        (Share(percent("5"), Quantity(1), Quantity(0)), Reason.ZERO_BASE),
        (Change(wan("5"), prior=wan("0"), percentage=percent("100")), Reason.ZERO_BASE),
        (Change(wan("5"), prior=wan("0"), difference=wan("5"), percentage=percent("100")), Reason.ZERO_BASE),
        (Change(wan("5"), difference=wan("5"), percentage=percent("100")), Reason.ZERO_BASE),
        (Change(wan("5"), difference=wan("4"), percentage=percent("400")), Reason.ZERO_BASE),
        (Unrelated(wan("3")), Reason.NO_RELATION),
        (Unrelated(BLANK), Reason.NO_RELATION),
    ],
)
def test_what_is_missing_or_ambiguous_is_undecided(relation, reason):
    """An input that is not there, or that cannot be compared, is never counted as passed or failed."""
    judged = judge(relation)
    assert (judged.outcome, judged.reason) == (Outcome.UNDECIDED, reason)
    assert judged.relation is relation
    assert certify(judged) is None


ABSENT = Cell(reason=Reason.ABSENT)


def test_a_sum_that_is_exact_without_a_lost_cell_holds():
    """Where a short row lacks a cell but the others add up exactly, the sum passes, with a certificate."""
    relation = Sum(wan("3.00"), (wan("1.00"), ABSENT, wan("2.00")))
    judged = judge(relation)
    assert (judged.outcome, judged.reason, judged.relation) == (PASSED, None, relation)
    certificate = certify(judged)
    assert certificate.figures == wans("3.00", "1.00", "2.00")
    assert certificate.monomials == ((1, (0,)), (-1, (1,)), (-1, (2,)))
    assert certificate.equation == "3.00 = 1.00 + ? + 2.00"
    assert recheck(certificate)


@pytest.mark.parametrize(
    "relation",
    [
        Sum(wan("3.01"), (wan("1.00"), ABSENT, wan("2.00"))),
        Sum(wan("9.00"), (wan("1.00"), ABSENT, wan("2.00"))),
        Sum(wan("3.00"), (ABSENT,)),
        Sum(ABSENT, wans("1.00", "2.00")),
        Sum(wan("1.00"), (wan("1.00"), ABSENT), (1, -1)),
        Sum(wan("1.00"), (unstated("1.00"), ABSENT)),
        Same(wan("1.00"), ABSENT),
        AtMost((wan("1.00"), ABSENT), wan("1.00")),
    ],
    ids=equation_text,
)
def test_a_lost_cell_may_be_the_difference(relation):
    """Where the other cells do not add up exactly, a lost one leaves the relation undecided."""
    judged = judge(relation)
    assert (judged.outcome, judged.reason) == (Outcome.UNDECIDED, Reason.ABSENT)
    assert certify(judged) is None


def test_nothing_printed_is_not_applicable():
    """A relation all of whose cells are blank says nothing, and copies of it are itself."""
    judged = judge(NOTHING_PRINTED)
    assert (judged.outcome, judged.reason, judged.relation) == (Outcome.NOT_APPLICABLE, None, NOTHING_PRINTED)
    assert certify(judged) is None
    assert expected(NOTHING_PRINTED) is None
    assert copy.deepcopy(NOTHING_PRINTED) is NOTHING_PRINTED
    assert pickle.loads(pickle.dumps(NOTHING_PRINTED)) is NOTHING_PRINTED  # noqa: S301 - our own bytes


GOOD, CLOSE, BAD, OPEN = (
    Sum(wan("10.00"), wans("4.60", "5.40")),
    Sum(wan("10.01"), wans("4.60", "5.40")),
    Sum(wan("10.90"), wans("4.60", "5.40")),
    Sum(BLANK, wans("4.60", "5.40")),
)


@pytest.mark.parametrize(
    ("readings", "decides", "outcome"),
    [
        ((BAD, CLOSE, GOOD), GOOD, PASSED),
        ((BAD, CLOSE, OPEN), CLOSE, ROUNDING),
        ((BAD, OPEN), OPEN, Outcome.UNDECIDED),
        ((BAD, BAD), BAD, FAILED),
        ((BAD,), BAD, FAILED),
    ],
)
def test_the_best_reading_decides(readings, decides, outcome):
    """A choice takes its best reading, and is written and proved as that one."""
    relation = Either(readings)
    judged = judge(relation)
    assert (judged.relation, judged.outcome) == (decides, outcome)
    assert relation.terms == readings[0].terms
    certificate = certify(judged)
    assert certificate is None if outcome is Outcome.UNDECIDED else recheck(certificate)


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        (Sum(wan("3"), (wan("1"), percent("2"))), "Sum compares Amount and Percentage; state relations"),
        (Same(wan("3"), Quantity(3)), "Same compares Amount and Quantity"),
        (AtMost((Quantity(1),), percent("3")), "AtMost compares Percentage and Quantity"),
        (Sum(wan("3"), (ABSENT, percent("3"))), "Sum compares Amount and Percentage"),
        (Share(wan("3"), wan("1"), wan("2")), "Share needs a Percentage, not 3万元"),
        (Share(percent("3"), wan("1"), Quantity(2)), "Share compares Amount and Quantity"),
        (Change(wan("3"), prior=wan("1"), percentage=wan("2")), "Change needs a Percentage, not 2万元"),
        (Change(wan("3"), prior=wan("1"), difference=percent("2")), "Change compares Amount and Percentage"),
        (Product(wan("6"), wan("2"), wan("3")), "Product needs a Quantity, not 3万元"),
        (Product(wan("6"), wan("2"), Quantity(3), (wan("4"),)), "Product needs a Quantity, not 4万元"),
        (Product(wan("6"), Quantity(2), Quantity(3)), "Product compares Amount and Quantity"),
    ],
)
def test_figures_of_different_kinds_are_not_compared(relation, message):
    """Comparing an amount with a percentage or a count is a mistake of the caller, not of the document."""
    with pytest.raises(RelationError) as error:
        judge(relation)
    assert message in str(error.value)


@pytest.mark.parametrize("given", [None, 3, wan("3"), "3 = 1 + 2", (wan("3"), wans("1", "2"))])
def test_what_is_no_relation_is_refused(given):
    """The message says what can be judged."""
    with pytest.raises(RelationError, match="is no relation; state a Sum, Same, AtMost"):
        judge(given)


def test_malformed_relations_cannot_be_stated():
    """Signs must fit the parts, a change needs three figures, a choice needs a reading."""
    with pytest.raises(RelationError, match="do not fit 2 parts; give"):
        Sum(wan("3"), wans("1", "2"), (1,))
    for signs in ((1, 0), (2, 1), (1, -1, 1)):
        with pytest.raises(RelationError, match="do not fit"):
            Sum(wan("3"), wans("1", "2"), signs)
    with pytest.raises(RelationError, match="two of prior, difference and percentage"):
        Change(wan("3"))
    with pytest.raises(RelationError, match="two of prior, difference and percentage"):
        Change(wan("3"), prior=wan("2"))
    with pytest.raises(RelationError, match="at least one reading"):
        Either(())


def test_relations_are_values():
    """Equal relations are equal, hash alike and cannot be changed."""
    assert len({GOOD, Sum(wan("10.00"), wans("4.60", "5.40")), BAD}) == 2
    with pytest.raises(FrozenInstanceError):
        GOOD.total = wan("1")


def test_figures_and_cells_are_terms():
    """A cell that carries a figure can stand wherever the figure can, with the same outcome."""
    assert judge(Sum(Cell(wan("3")), (Cell(wan("1")), wan("2")))).outcome is PASSED


@pytest.mark.parametrize(
    ("relation", "terms"),
    [
        (GOOD, wans("10.00", "4.60", "5.40")),
        (Same(wan("1"), wan("2")), wans("1", "2")),
        (AtMost(wans("1", "2"), wan("3")), wans("3", "1", "2")),
        (Share(percent("1"), wan("2"), wan("3")), (percent("1"), *wans("2", "3"))),
        (Product(wan("6"), wan("2"), Quantity(3)), (*wans("6", "2"), Quantity(3))),
        (Change(wan("3"), prior=wan("2"), difference=wan("1")), wans("1", "3", "2")),
        (
            Change(wan("3"), prior=wan("2"), difference=wan("1"), percentage=percent("50")),
            (percent("50"), *wans("1", "3", "2")),
        ),
        (Unrelated(wan("3")), wans("3")),
        (NOTHING_PRINTED, ()),
    ],
)
def test_the_reported_figure_is_the_first_term(relation, terms):
    """A finding is placed at the figure that states the result."""
    assert relation.terms == terms


@pytest.mark.parametrize(
    ("rounding", "total", "outcome"),
    [
        (Rounding.HALF_UP, "10.02", FAILED),
        (Rounding.HALF_EVEN, "10.02", FAILED),
        (Rounding.DOWN, "10.02", ROUNDING),  # 3.33 + 3.33 + 3.34 cut off from 3.339, 3.339 and 3.349
        (Rounding.DOWN, "10.03", FAILED),
        (Rounding.DOWN, "9.99", FAILED),
        (Rounding.HALF_EVEN, "10.01", ROUNDING),
    ],
)
def test_the_rounding_of_the_document_is_an_argument(rounding, total, outcome):
    """Truncation can leave up to n − 1 last places, always upwards; half-up cannot."""
    judged = judge(Sum(wan(total), wans("3.33", "3.33", "3.34")), rounding=rounding)
    assert judged.outcome is outcome
    assert recheck(certify(judged, rounding=rounding))


def test_ties_to_even_can_exceed_the_bound_of_half_up_only_by_ties():
    """2.5 + 2.5 + 2.5 = 7.5 prints as 8 = 2 + 2 + 2 where ties go to the even digit: two last places of three parts."""
    relation = Sum(wan("8"), wans("2", "2", "2"))
    assert judge(relation, rounding=Rounding.HALF_EVEN).outcome is ROUNDING
    assert judge(relation).outcome is FAILED


def test_ties_to_even_reach_both_ends_of_a_product():
    """8.5 × 3 = 25.5 prints as 8 × 3 = 26 where ties go to the even digit, and only there."""
    relation = Product(wan("26"), wan("8"), Quantity(3))
    judged = judge(relation, rounding=Rounding.HALF_EVEN)
    assert judged.outcome is ROUNDING
    assert recheck(certify(judged, rounding=Rounding.HALF_EVEN))
    assert judge(relation).outcome is FAILED


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        (GOOD, "10.00 = 4.60 + 5.40"),
        (Sum(wan("1.00"), wans("4.60", "3.60"), (1, -1)), "1.00 = 4.60 − 3.60"),
        (Sum(wan("1.00"), wans("4.60", "-3.60")), "1.00 = 4.60 + (-3.60)"),
        (Sum(wan("-1.00"), wans("4.60", "5.60"), (-1, 1)), "(-1.00) = − 4.60 + 5.60"),
        (Sum(wan("3"), ()), "3 = 0"),
        (Sum(BLANK, (wan("1234"), BLANK)), "? = 1,234 + ?"),
        (Same(wan("4242"), wan("4242.00")), "4,242 = 4,242.00"),
        (AtMost(wans("1", "2"), wan("3")), "1 + 2 ≤ 3"),
        (Share(percent("23"), wan("982"), wan("4242")), "23% = 982 ÷ 4,242"),
        (Product(wan("26.3"), wan("8.8"), Quantity(3)), "26.3 = 8.8 × 3"),
        (Product(wan("3.3"), yuan("550"), Quantity(20), (Quantity(3),)), "3.3万元 = 550元 × 20 × 3"),
        (Change(wan("3"), prior=wan("2"), difference=wan("1")), "1 = 3 − 2"),
        (Change(wan("3"), prior=wan("2"), percentage=percent("50")), "50% = 3 ÷ 2 − 1"),
        (Change(wan("3"), prior=BLANK, percentage=percent("50")), "50% = 3 ÷ ? − 1"),
        (Change(wan("3"), difference=wan("1"), percentage=percent("50")), "50% = 3 ÷ (3 − 1) − 1"),
        (
            Change(wan("1"), prior=wan("2"), difference=wan("-1"), percentage=percent("-50")),
            "(-1) = 1 − 2; (-50%) = 1 ÷ 2 − 1",
        ),
        (Either((GOOD, Same(wan("1"), wan("2")))), "10.00 = 4.60 + 5.40 | 1 = 2"),
        (Unrelated(wan("3.00")), "3.00"),
        (NOTHING_PRINTED, ""),
    ],
)
def test_relations_are_written_as_people_write_them(relation, text):
    """An equation with thousands separators, signs in brackets and a question mark for what is missing."""
    assert equation_text(relation) == text


def test_a_certificate_shows_what_it_proves():
    """The text names the outcome, the equation, what the figures stand for, and the gap."""
    certificate = certify(judge(Sum(yuan("10.90"), (yuan("4.60"), yuan("5.40")))))
    assert str(certificate) == (
        "FAILED: 10.90 = 4.60 + 5.40; 10.90元 ∈ [10.895, 10.905), 4.60元 ∈ [4.595, 4.605), "
        "5.40元 ∈ [5.395, 5.405); gap 0.885"
    )
    assert certificate.intervals[0] == Interval(Fraction("10.895"), Fraction("10.905"), high_closed=False)


def test_the_certificate_of_a_change_is_of_the_equation_that_fails():
    """Of several equations, the one that cannot be true is the one that is proved."""
    relation = Change(wan("4242"), prior=wan("2451"), difference=wan("1793"), percentage=percent("73"))
    certificate = certify(judge(relation))
    assert certificate.figures == wans("1793", "4242", "2451")
    assert certificate.gap == 5000
    assert recheck(certificate)


@pytest.mark.parametrize(
    ("relation", "figure"),
    [
        (BAD, wan("10.00")),
        (Sum(wan("2.0"), wans("4.60", "3.60"), (1, -1)), wan("1.0")),
        (Sum(wan("9"), (yuan("100"), yuan("50.5"))), wan("0.01505")),
        (Same(wan("4242"), yuan("42416191")), wan("4241.6191")),
        (Same(yuan("42416191"), wan("4242")), yuan("42420000")),
        (AtMost(wans("4.60", "5.42"), wan("10.00")), wan("10.02")),
        (Product(wan("26.3"), wan("8.8"), Quantity(3)), wan("26.4")),
        (Sum(percent("99"), (percent("33.5"), percent("66"))), percent("99.5")),
        (Sum(Quantity(4), (Quantity(1), Quantity(2))), Quantity(3)),
        (Product(wan("26.3"), BLANK, Quantity(3)), None),
        (Product(wan("26.3"), wan("8.8"), BLANK), None),
        (Sum(wan("3"), (wan("1"), ABSENT)), None),
        (Same(wan("3"), BLANK), None),
        (OPEN, None),
        (Share(percent("24"), wan("982"), wan("4242")), percent("23")),
        (Share(percent("24.00"), wan("-982"), wan("4242")), percent("-23.15")),
        (Share(percent("50"), Quantity(101), Quantity(200)), percent("51")),
        (Share(percent("24"), wan("982"), wan("0")), None),
        (Change(wan("3"), prior=wan("2"), difference=wan("1.5")), wan("1.0")),
        (Change(percent("42"), prior=percent("40.5"), difference=percent("2")), percent("1.5")),
        (Change(wan("4242"), difference=wan("1791"), percentage=percent("42")), percent("73")),
        (Change(wan("2"), prior=wan("3"), percentage=percent("33.3")), percent("-33.3")),
        (Change(wan("2"), prior=wan("0"), percentage=percent("100")), None),
        (Unrelated(wan("3")), None),
        (Either((GOOD,)), None),
        (Sum(wan("3"), ()), None),
    ],
)
def test_the_expected_figure_is_what_the_others_give(relation, figure):
    """It has the unit and at least the decimals of the reported one, and is None where something is missing."""
    assert expected(relation) == figure
