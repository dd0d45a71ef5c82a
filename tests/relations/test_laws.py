"""The laws of the judge: no false alarms, symmetries, and certificates that anybody can check."""

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from govbudget.amounts import Amount, Unit
from govbudget.intervals import Figure, Interval, Quantity, Rounding
from govbudget.percentages import Percentage
from govbudget.relations import (
    AtMost,
    Change,
    Either,
    Outcome,
    Product,
    Reason,
    Same,
    Share,
    Sum,
    certify,
    expected,
    judge,
    like,
    recheck,
)
from strategies import (
    STATED_UNITS,
    Cell,
    any_quotients,
    any_relations,
    any_shares,
    few_decimals,
    figures,
    half_up,
    honest_at_mosts,
    honest_changes,
    honest_products,
    honest_relations,
    honest_sames,
    honest_shares,
    honest_sums,
    plain_sums,
    print_amount,
    print_percentage,
    small_coefficients,
    stated_units,
)

POSSIBLE = (Outcome.PASSED, Outcome.ROUNDING)
DECIDED = (*POSSIBLE, Outcome.FAILED)
relations = st.one_of(honest_relations, any_relations)
quotients = st.one_of(
    honest_shares(), honest_changes(with_difference=False), honest_products(), any_quotients
)


linear = st.one_of(
    plain_sums(), honest_sums(max_parts=6, mixed=True, signed=True), honest_sames(), honest_at_mosts()
)
REPORTED = {Sum: "total", Same: "first", AtMost: "whole", Product: "amount", Share: "percentage"}


def completed(relation):
    """The same relation with the expected figure in place of the reported one."""
    name = REPORTED.get(type(relation)) or ("percentage" if relation.percentage else "difference")
    return evolve(relation, **{name: expected(relation)})


def outcome(relation, rounding=Rounding.HALF_UP) -> Outcome:
    return judge(relation, rounding=rounding).outcome


def with_figures(relation, change):
    """The same relation with every figure changed."""
    match relation:
        case Sum(total, parts, signs):
            return Sum(change(total), tuple(map(change, parts)), signs)
        case AtMost(parts, whole):
            return AtMost(tuple(map(change, parts)), change(whole))
        case Change():
            names = [name for name in ("prior", "difference", "percentage") if getattr(relation, name)]
            return Change(
                change(relation.current), **{name: change(getattr(relation, name)) for name in names}
            )
        case Product(amount, price, quantity, further):
            return Product(change(amount), change(price), change(quantity), tuple(map(change, further)))
    return type(relation)(*map(change, relation.terms))


# No false alarm on honest rounding.


@given(honest_sums())
def test_no_false_alarm_on_sums(relation):
    """An honest sum of 2 to 40 parts at one precision never fails, and its residual stays within ⌊n/2⌋."""
    residual = relation.total.coefficient - sum(part.coefficient for part in relation.parts)
    assert abs(residual) <= len(relation.parts) // 2
    assert outcome(relation) is (Outcome.ROUNDING if residual else Outcome.PASSED)


@given(honest_sums(mixed=True, signed=True))
def test_no_false_alarm_on_sums_of_mixed_decimals_units_and_signs(relation):
    """Whatever units, decimals and signs the figures have, an honest sum never fails."""
    assert outcome(relation) in POSSIBLE


@given(honest_sames())
def test_no_false_alarm_on_two_prints(relation):
    """One quantity printed twice, in any units and decimals, never fails."""
    assert outcome(relation) in POSSIBLE


@given(honest_at_mosts())
def test_no_false_alarm_on_parts_of_a_whole(relation):
    """Listed parts of a true whole never fail."""
    assert outcome(relation) in POSSIBLE


@given(honest_shares())
def test_no_false_alarm_on_shares(relation):
    """A true share never fails; it is undecided only where the whole may be zero."""
    judged = judge(relation)
    may_be_zero = relation.whole.coefficient == 0
    assert judged.outcome in ((Outcome.UNDECIDED,) if may_be_zero else POSSIBLE)
    assert judged.reason is (Reason.ZERO_BASE if may_be_zero else None)


@given(st.one_of(honest_changes(), honest_changes(with_difference=False)))
def test_no_false_alarm_on_changes_from_a_printed_prior(relation):
    """A true growth rate never fails, with the difference printed or not."""
    judged = judge(relation)
    may_be_zero = relation.prior.coefficient == 0
    assert judged.outcome in ((Outcome.UNDECIDED,) if may_be_zero else POSSIBLE)
    assert judged.reason is (Reason.ZERO_BASE if may_be_zero else None)


@given(honest_changes(with_prior=False))
def test_no_false_alarm_on_changes_from_a_derived_prior(relation):
    """Where only the difference is printed, a true growth rate never fails."""
    base = relation.current.interval() - relation.difference.interval()
    assert outcome(relation) in ((Outcome.UNDECIDED,) if base.low <= 0 <= base.high else POSSIBLE)


@given(honest_changes(with_percentage=False))
def test_no_false_alarm_on_differences(relation):
    """A true difference never fails, from whatever base."""
    assert outcome(relation) in POSSIBLE


@given(honest_products())
def test_no_false_alarm_on_products(relation):
    """A true price times an exact count never fails."""
    assert outcome(relation) in POSSIBLE


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=20), few_decimals)
def test_no_false_alarm_on_shares_that_add_to_the_whole(weights, decimals):
    """Shares of one whole, each rounded, add to 100 % within the rounding of their number."""
    shares = [print_percentage(Fraction(100 * weight, sum(weights)), decimals) for weight in weights]
    assert outcome(Sum(print_percentage(Fraction(100), decimals), tuple(shares))) in POSSIBLE


# What is found.


@given(small_coefficients, few_decimals, stated_units, st.sampled_from((1, -1)))
def test_one_last_place_between_two_prints_fails(coefficient, decimals, unit, step):
    """Two prints of one quantity at one precision that differ by one last place cannot both be right."""
    first, second = (Amount.of(c, decimals, unit) for c in (coefficient, coefficient + step))
    assert outcome(Same(first, second)) is Outcome.FAILED
    assert outcome(Sum(first, (second,))) is Outcome.FAILED


@given(plain_sums())
def test_a_sum_fails_exactly_beyond_half_its_parts(relation):
    """At one precision, FAILED means |D| > ⌊n/2⌋ last places."""
    residual = relation.total.coefficient - sum(part.coefficient for part in relation.parts)
    assert (outcome(relation) is Outcome.FAILED) == (abs(residual) > len(relation.parts) // 2)


@given(honest_sums(max_parts=6, mixed=True), st.integers(-12, 12))
def test_a_mixed_sum_fails_exactly_when_its_intervals_do_not_meet(relation, slip):
    """The printed total and the interval sum of the parts decide, each with its own precision."""
    total = Amount.of(relation.total.coefficient + slip, relation.total.decimals, relation.total.unit)
    reach = sum((part.interval() for part in relation.parts[1:]), relation.parts[0].interval())
    assert (outcome(Sum(total, relation.parts)) in POSSIBLE) == total.interval().meets(reach)


@given(quotients, st.integers(-30, 30), st.sampled_from(Rounding))
def test_quotients_and_products_are_judged_as_interval_arithmetic_says(relation, slip, rounding):
    """A rate or product fails exactly when dividing or multiplying the intervals cannot give it."""
    assume(outcome(relation, rounding) is not Outcome.UNDECIDED)
    hundred, reported = Interval.point(100), relation.terms[0]
    match relation:
        case Share(_, part, whole):
            reached = hundred * part.interval(rounding) / whole.interval(rounding)
        case Change(now):
            reached = hundred * now.interval(rounding) / relation.prior.interval(rounding) - hundred
        case Product(_, price):
            reached = price.interval(rounding)
            for count in relation.quantities:
                reached *= count.interval(rounding)
    slipped = like(reported, reported.value + slip * Fraction(10) ** reported.place)
    relation = with_figures(relation, lambda term: slipped if term is reported else term)
    assert (outcome(relation, rounding) in POSSIBLE) == slipped.interval(rounding).meets(reached)


@given(honest_shares(), st.sampled_from((-1, 1)))
def test_a_share_within_the_judge_stays_near_the_quotient(relation, side):
    """A stated share that is off by more than the widest quotient of the intervals fails."""
    assume(outcome(relation) is not Outcome.UNDECIDED)
    reached = Interval.point(100) * relation.part.interval() / relation.whole.interval()
    beyond = (reached.high if side > 0 else reached.low) + 2 * side
    far = print_percentage(beyond, relation.percentage.decimals)
    assert outcome(evolve(relation, percentage=far)) is Outcome.FAILED


# Symmetries.


@given(relations, st.sampled_from(STATED_UNITS), st.sampled_from(STATED_UNITS))
def test_the_unit_does_not_matter(relation, lower, higher):
    """The same numbers in another unit have the same outcome (all amounts are set to one unit, then to another)."""

    def in_unit(unit):
        return lambda term: (
            Amount.of(term.coefficient, term.decimals, unit) if isinstance(term, Amount) else term
        )

    assert outcome(with_figures(relation, in_unit(lower))) is outcome(with_figures(relation, in_unit(higher)))


@given(relations, st.integers(0, 4))
def test_a_power_of_ten_does_not_matter(relation, shift):
    """All amounts moved by the same power of ten, as a change of unit moves them, have the same outcome."""

    def shifted(term):
        moved = isinstance(term, Amount)
        return Amount.of(term.coefficient, term.decimals + shift, term.unit) if moved else term

    assert outcome(with_figures(relation, shifted)) is outcome(relation)


@given(
    st.one_of(plain_sums(2), honest_sums(mixed=True, max_parts=8), honest_at_mosts()),
    st.randoms(use_true_random=False),
)
def test_the_order_of_parts_does_not_matter(relation, random):
    """Parts may be listed in any order."""
    parts = list(relation.parts)
    random.shuffle(parts)
    assert outcome(evolve(relation, parts=tuple(parts))) is outcome(relation)


@given(honest_sums(max_parts=8, mixed=True, signed=True), st.randoms(use_true_random=False))
def test_the_order_of_signed_parts_does_not_matter(relation, random):
    """Parts may be listed in any order if each takes its sign along."""
    pairs = list(zip(relation.parts, relation.signs, strict=True))
    random.shuffle(pairs)
    parts, signs = zip(*pairs, strict=True)
    assert outcome(Sum(relation.total, parts, signs)) is outcome(relation)


@given(plain_sums(), small_coefficients)
def test_adding_a_part_to_both_sides_keeps_what_held(relation, coefficient):
    """A part added together with its value keeps PASSED, and never turns a possible sum into a failed one."""
    total, more = relation.total, Amount.of(coefficient, relation.total.decimals, relation.total.unit)
    grown = Sum(
        Amount.of(total.coefficient + coefficient, total.decimals, total.unit), (*relation.parts, more)
    )
    before, after = outcome(relation), outcome(grown)
    assert (before is Outcome.PASSED) == (after is Outcome.PASSED)
    assert before is Outcome.FAILED or after is not Outcome.FAILED


@given(relations)
def test_the_sign_does_not_matter(relation):
    """All amounts negated have the same outcome; what is "at most" becomes "at least", so that one is left out."""
    assume(not isinstance(relation, AtMost))

    def negated(term):
        return -term if isinstance(term, Amount) else term

    assert outcome(with_figures(relation, negated)) is outcome(relation)


@given(plain_sums())
def test_stated_plus_signs_say_nothing_new(relation):
    """A sum with all its signs given as +1 has the outcome of the sum without signs."""
    assert outcome(Sum(relation.total, relation.parts, (1,) * len(relation.parts))) is outcome(relation)


@given(honest_sums(max_parts=6, signed=True, mixed=True), st.integers(-3, 3))
def test_a_subtracted_part_is_a_negative_part(relation, slip):
    """Subtracting a figure is adding its negative."""
    total = Amount.of(relation.total.coefficient + slip, relation.total.decimals, relation.total.unit)
    parts = tuple(p if s > 0 else -p for p, s in zip(relation.parts, relation.signs, strict=True))
    assert outcome(Sum(total, relation.parts, relation.signs)) is outcome(Sum(total, parts))


@given(
    st.lists(st.one_of(plain_sums(), honest_sames(), honest_at_mosts()), min_size=1, max_size=4),
    st.booleans(),
)
def test_a_choice_fails_only_if_every_reading_fails(readings, blank):
    """The best reading decides, and an unknown one keeps the choice from failing."""
    if blank:
        readings = [*readings, Same(Cell(), Amount("1", "元"))]
    found = judge(Either(tuple(readings)))
    outcomes = [outcome(reading) for reading in readings]
    assert (found.outcome is Outcome.FAILED) == all(each is Outcome.FAILED for each in outcomes)
    order = (Outcome.PASSED, Outcome.ROUNDING, Outcome.UNDECIDED, Outcome.FAILED)
    assert found.outcome is min(outcomes, key=order.index)
    assert found.relation is readings[outcomes.index(found.outcome)]


@given(linear)
def test_exact_agreement_is_possible_under_every_rounding(relation):
    """A linear relation that is exact as printed passes whatever the rounding."""
    exact = completed(relation)
    assert {outcome(exact, mode) for mode in Rounding} == {Outcome.PASSED}


@given(relations)
def test_a_cell_stands_for_its_figure(relation):
    """Relations between cells are judged, certified and completed like those between their figures."""
    cells = with_figures(relation, Cell)
    assert (outcome(cells), judge(cells).reason) == (outcome(relation), judge(relation).reason)
    assert certify(judge(cells)) == certify(judge(relation))
    assert expected(cells) == expected(relation)


# Certificates.


@given(relations, st.sampled_from(Rounding))
def test_every_certificate_can_be_rechecked(relation, rounding):
    """Whatever is decided has a certificate that holds; what is undecided has none."""
    judged = judge(relation, rounding=rounding)
    certificate = certify(judged, rounding=rounding)
    assert (certificate is not None) == (judged.outcome in DECIDED)
    assert certificate is None or (recheck(certificate) and certificate.outcome is judged.outcome)


@given(relations, st.fractions(min_value=Fraction(1, 100), max_value=100))
def test_a_tampered_certificate_is_found_out(relation, more):
    """A certificate with another verdict or another gap does not hold."""
    certificate = certify(judge(relation))
    assume(certificate is not None)
    flipped = Outcome.PASSED if certificate.outcome is Outcome.FAILED else Outcome.FAILED
    assert not recheck(evolve(certificate, outcome=flipped))
    assert not recheck(evolve(certificate, gap=certificate.gap + more))
    assert not recheck(evolve(certificate, gap=-1 - certificate.gap))


@given(plain_sums())
def test_the_gap_of_a_failed_sum_is_what_rounding_cannot_explain(relation):
    """|D| less half a last place for each of the n + 1 figures, in 元."""
    certificate = certify(judge(relation))
    residual = relation.total.coefficient - sum(part.coefficient for part in relation.parts)
    place = Fraction(10) ** relation.total.place
    unexplained = (abs(residual) - Fraction(len(relation.parts) + 1, 2)) * place
    assert certificate.gap == (unexplained if certificate.outcome is Outcome.FAILED else 0)


@given(relations)
def test_a_certificate_carries_the_figures_and_what_they_stand_for(relation):
    """The figures are those of the relation, the reported one first, and their intervals are what they stand for."""
    certificate = certify(judge(relation))
    assume(certificate is not None)
    assert certificate.figures[0] in (relation.terms[0].figure, relation.terms[1].figure)
    assert set(certificate.figures) <= {term.figure for term in relation.terms}
    assert certificate.intervals == tuple(figure.interval() for figure in certificate.figures)


# Expected figures.


@given(st.one_of(honest_shares(), any_shares))
def test_with_the_expected_rate_a_share_passes(relation):
    """The expected rate is the quotient, rounded to the printed decimals; there is none of a printed zero."""
    wanted = expected(relation)
    assert (wanted is None) == (relation.whole.coefficient == 0)
    if wanted is not None:
        assert wanted == print_percentage(100 * relation.part.value / relation.whole.value, wanted.decimals)
        assert wanted.decimals == relation.percentage.decimals
        assert outcome(completed(relation)) is Outcome.PASSED


@given(st.one_of(honest_changes(with_difference=False), honest_changes(with_prior=False)))
def test_with_the_expected_rate_a_change_passes(relation):
    """The expected rate is the growth from the printed or derived base, rounded to the printed decimals."""
    wanted, now = expected(relation), relation.current.value
    base = relation.prior.value if relation.prior else now - relation.difference.value
    assert (wanted is None) == (base == 0)
    if wanted is not None:
        assert wanted == print_percentage(100 * (now - base) / base, relation.percentage.decimals)
        assert outcome(completed(relation)) in (Outcome.PASSED, Outcome.UNDECIDED)


@given(st.one_of(linear, honest_products(), honest_changes(with_percentage=False)))
def test_with_the_expected_figure_a_relation_passes(relation):
    """Putting the expected figure in place of the reported one makes all but rates exact."""
    wanted, reported = expected(relation), relation.terms[0]
    assert type(wanted) is type(reported)
    assert wanted.unit is reported.unit
    assert wanted.decimals >= reported.decimals
    assert outcome(completed(relation)) is Outcome.PASSED


@given(figures, st.integers(-(10**9), 10**9), st.integers(0, 15))
def test_a_figure_like_another_has_the_value_asked_for(figure, numerator, decimals):
    """It is of the same type and unit, exact, and has as many decimals as it needs."""
    value = Fraction(numerator, 10**decimals)
    twin = like(figure, value)
    assert type(twin) is type(figure)
    assert twin.kind == figure.kind
    assert twin.value == value
    assert twin.decimals >= figure.decimals
    assert like(figure, figure.value) == figure


def test_the_makers_of_honest_figures_are_honest():
    """The strategies' rounding is 四舍五入 at any unit and precision."""
    assert print_amount(Fraction(42_415_000), Unit.WAN_YUAN, 0) == Amount("4242", "万元")
    assert print_amount(Fraction(42_424_999), Unit.WAN_YUAN, 0) == Amount("4242", "万元")
    assert print_amount(Fraction(-5, 1000), Unit.YUAN, 2) == Amount("-0.01", "元")
    assert print_percentage(Fraction(2, 3), 2) == Percentage("0.67")
    assert half_up(Fraction(-1, 2)) == -1


@pytest.mark.parametrize(
    "relation", [Same(Quantity(3), Quantity(3)), Same(Percentage(3), Percentage("3.00"))]
)
def test_every_kind_of_figure_can_be_the_same(relation):
    """Counts and percentages are compared with their own kind as amounts are."""
    assert outcome(relation) is Outcome.PASSED
    assert isinstance(expected(relation), Figure)
