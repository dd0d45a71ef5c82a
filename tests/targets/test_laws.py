"""Laws of targets: canonical texts round-trip, and what targets allow are sets."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govbudget import UsageError
from govbudget.targets import NotComparableError, Operator, Target, TargetSyntaxError, parse_target
from target_strategies import ALPHABET, bounds, families, lines, texts


@given(families(1))
def test_canonical_text_round_trips(family):
    """str() of a target is read back as an equal target, with the same hash and the same text."""
    (target,) = family
    again = parse_target(str(target))
    assert again == target
    assert hash(again) == hash(target)
    assert str(parse_target(str(again))) == str(again)


@given(
    texts,
    st.sampled_from([None, "%", "次/年", "定性指标", "个病种", "星"]),
    st.sampled_from([None, "率(≥**%)", "完成时间"]),
)
@settings(max_examples=600)
def test_any_text_is_a_target_or_a_syntax_error(text, unit, indicator):
    """Nothing else is raised, the span lies in the text, and the canonical text is read back as the same target."""
    try:
        target = parse_target(text, unit, indicator)
    except TargetSyntaxError as error:
        assert 0 <= error.span[0] <= error.span[1] <= max(len(text), 1)
        assert "\n" not in error.say("zh")
        assert error.caret()
        return
    assert 0 <= target.span[0] <= target.span[1] <= len(text)
    assert target.text == text
    assert parse_target(str(target)) == target


@given(families(2))
def test_intersection_is_commutative(family):
    """a & b == b & a."""
    one, other = family
    assert one & other == other & one


@given(families(3))
def test_intersection_is_associative(family):
    """(a & b) & c == a & (b & c)."""
    one, other, third = family
    assert (one & other) & third == one & (other & third)


@given(families(1))
def test_intersection_is_idempotent(family):
    """a & a == a."""
    (target,) = family
    assert target & target == target
    assert str(target & target) == str(target)


@given(families(2))
def test_subset_is_antisymmetric_and_agrees_with_intersection(family):
    """a ⊆ b and b ⊆ a exactly if a == b; a ⊆ b exactly if a & b == a."""
    one, other = family
    assert (one.is_subset(other) and other.is_subset(one)) == (one == other)
    assert one.is_subset(other) == (one & other == one)
    assert (one & other).is_subset(one)


@given(families(2))
def test_disjoint_targets_have_an_unsatisfiable_intersection(family):
    """a and b are disjoint exactly if nothing meets a & b."""
    one, other = family
    assert one.is_disjoint(other) == (one & other).is_unsatisfiable == other.is_disjoint(one)


@given(st.data())
def test_membership_agrees_with_intersection(data):
    """A value meets a & b exactly if it meets a and meets b; it meets a exactly if the two intersect."""
    values = data.draw(lines())
    one, other = data.draw(bounds(values)), data.draw(bounds(values))
    point = data.draw(bounds(values).filter(lambda b: b.operator is Operator.EQUAL))
    assert (one & other).contains(point) == (one.contains(point) and other.contains(point))
    if point.value.first == point.value.last:
        assert one.contains(point) == (not one.is_disjoint(point))


@given(families(1), families(1))
def test_targets_are_comparable_exactly_within_a_dimension(family, others):
    """Comparability is symmetric, and what is not comparable raises a typed error everywhere."""
    (one,), (other,) = family, others
    assert one.is_comparable(other) == other.is_comparable(one)
    if one.is_comparable(other):
        return
    for question in (one.is_subset, one.is_disjoint, one.contains, one.__and__):
        with pytest.raises(NotComparableError, match="measure the same thing"):
            question(other)
    assert one != other


@given(st.integers(1, 40), st.text(ALPHABET, max_size=6))
@settings(max_examples=60)
def test_long_repetitions_end(times, unit):
    """No repetition of anything is more than a target or a syntax error."""
    try:
        assert isinstance(parse_target(unit * times * 50), Target)
    except TargetSyntaxError as error:
        assert len(str(error)) < 400


@pytest.mark.parametrize(
    "piece", ["≥9", "一", "1:", "不低于", "每年", "9~", "<p", "指标1:", "人/", "第2", "9,9", "(9", "X*"]
)
def test_a_very_long_text_is_answered(piece):
    """A text of 50 thousand characters is a target or a syntax error like any other."""
    text = piece * (50_000 // len(piece))
    try:
        assert parse_target(text).text == text
    except TargetSyntaxError as error:
        assert error.text == text


def test_a_value_may_be_a_text_a_number_or_a_target():
    """Numbers, and texts without unit, have the unit of the target."""
    target = parse_target("≤3个月")
    assert target.contains(3)
    assert target.contains("3")
    assert not target.contains("1年")
    assert target.contains(parse_target("2个月"))
    assert parse_target("≥95%").contains("95%～100%")
    assert parse_target("≥12000元") == parse_target("≥1.2万元")
    with pytest.raises(UsageError, match="give a text"):
        target.contains(True)  # noqa: FBT003 - the wrong sort on purpose
    with pytest.raises(UsageError, match="give a text"):
        target.contains(None)
    with pytest.raises(UsageError, match="not a finite number"):
        target.contains(Decimal("NaN"))
    with pytest.raises(UsageError, match="give parse_target"):
        target.is_subset("≤3个月")


def test_units_of_one_dimension_are_converted_exactly():
    """小时 and 分钟, 年 and 月, 元 and 万元 are compared; 个 and 家, 月 and 天 are not."""
    assert parse_target("≤60分钟") == parse_target("≤1小时")
    assert parse_target("≤1年").contains("12个月")
    assert parse_target("≥1公顷") == parse_target("≥15亩")
    assert parse_target("=12元/年") == parse_target("=1元/月")
    assert not parse_target("≥20家").is_comparable(parse_target("≥20个"))
    assert not parse_target("≤1个月").is_comparable(parse_target("≤30天"))
    assert not parse_target("≥20").is_comparable(parse_target("≥20家"))


def test_about_names_no_limits():
    """左右 is no tolerance: it is comparable with nothing but itself."""
    target = parse_target("200人左右")
    assert target == parse_target("约200人")
    assert target != parse_target("200人")
    assert not target.is_comparable(parse_target("≥200人"))
    assert target & target == target


def test_words_compare_with_themselves_and_their_denial():
    """A word is met by the same word, not by its denial; nothing is known of other words."""
    target = parse_target("及时")
    assert target.contains("及时")
    assert not target.contains("不及时")
    assert not target.is_comparable(parse_target("健全"))
    assert target & parse_target("及时") == target
    with pytest.raises(NotComparableError, match="exclude each other"):
        _ = target & parse_target("不及时")
    assert parse_target("良以上").contains("优")
    assert not parse_target("良以上").contains("中")
    assert not target.is_unsatisfiable


def test_lists_and_what_is_no_target_are_on_no_line():
    """A list is compared part by part by its reader; a blank with nothing."""
    listed = parse_target("1: ≥1次 2: ≥2次")
    for target in (listed, parse_target("及时率")):
        with pytest.raises(NotComparableError, match="no place on a line"):
            target.contains("3次")
    assert not listed.is_unsatisfiable
    assert listed != parse_target("1: ≥1次 2: ≥3次")
    assert parse_target(">3次，<3次").is_unsatisfiable
    assert parse_target("1: >3次，<3次 2: 5次").is_unsatisfiable
    assert listed != "1: ≥1次 2: ≥2次"
    with pytest.raises(NotComparableError, match="…”"):
        parse_target("很" * 60).contains("5")
