"""Whether actual values achieve targets, and the points of a self-evaluation."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget import UsageError
from govbudget.targets import Achievement, Band, StructuredTarget, parse_structured, parse_target, score

ACHIEVED, MISSED, UNDECIDED = Achievement.ACHIEVED, Achievement.MISSED, Achievement.UNDECIDED


@pytest.mark.parametrize(
    ("target", "indicator", "actual", "found"),
    [
        ("≥95%", None, "96%", ACHIEVED),
        ("≥95%", None, "94.99%", MISSED),
        ("≥95%", None, "96", ACHIEVED),
        ("≥95%", None, 94, MISSED),
        ("≤3个月", None, Decimal("2.5"), ACHIEVED),
        ("≤3个月", None, "90天", UNDECIDED),
        ("≤60分钟", None, "1小时", ACHIEVED),
        ("2021年12月31日前", None, "2021年11月30日", ACHIEVED),
        ("2021年12月31日前", None, "=2022年1月5日", MISSED),
        ("90%-95%", None, "92%", ACHIEVED),
        ("90%-95%", None, "≥92%", UNDECIDED),
        ("=2次", None, "3次", UNDECIDED),
        ("2次", None, "2次", ACHIEVED),
        ("2021年12月31日前", None, "2022年1月5日", MISSED),
        ("2021年12月", None, "2021年12月31日", ACHIEVED),
        ("第一季度", None, "3月20日", ACHIEVED),
        ("良好", None, "优", ACHIEVED),
        ("良好", None, "中", MISSED),
        ("增长5%", None, "6%", ACHIEVED),
        ("≥95%", None, Decimal("0.5"), UNDECIDED),
        ("≥95%", None, 1, MISSED),
        ("≤150元/人/天", None, "每人每天140元", ACHIEVED),
        ("2次", None, "3次", UNDECIDED),
        ("95%", "群众满意度", "97%", ACHIEVED),
        ("95%", "群众满意度", "90%", MISSED),
        ("20万元", "项目总成本", "18万元", ACHIEVED),
        ("20万元", "项目总成本", "21万元", MISSED),
        ("200人左右", None, "190人", UNDECIDED),
        ("及时", None, "及时", ACHIEVED),
        ("及时", None, "不及时", MISSED),
        ("及时", None, "健全", UNDECIDED),
        ("良好以上", None, "优秀", ACHIEVED),
        ("良好以上", None, "中", MISSED),
        ("及时率", None, "95%", UNDECIDED),
        ("1: ≥1次 2: ≥2次", None, "1: 1次 2: 5次", ACHIEVED),
        ("1: ≥1次 2: ≥2次", None, "1: 1次 2: 1次", MISSED),
        ("1: ≥1次 2: ≥2次", None, "1: 1次 2: 1场", UNDECIDED),
        ("1: ≥1次 2: ≥2次", None, "3次", UNDECIDED),
    ],
)
def test_achievement(target, indicator, actual, found):
    """Met, missed, or honestly undecided."""
    assert parse_target(target, indicator=indicator).achieved_by(actual) is found


@pytest.mark.parametrize(
    ("target", "indicator", "actual", "weight", "points"),
    [
        ("≥90%", None, "81%", 10, "9.00"),
        ("≥90%", None, "99%", 10, "10.00"),
        ("≥3次", None, "1次", 10, "3.33"),
        ("≥3次", None, "2次", 10, "6.67"),
        ("≥8次", None, "1次", Decimal("0.1"), "0.01"),
        ("≤20天", None, "25天", 10, "8.00"),
        ("≤20天", None, "15天", 10, "10.00"),
        ("95%", "群众满意度", "47.5%", 5, "2.50"),
        ("≤0次", None, "2次", 10, "0.00"),
        ("≥95%", None, "94.999%", 10, "9.99"),
        ("≥90%", None, "0%", 10, "0.00"),
        ("及时", None, "及时", 5, "5.00"),
    ],
)
def test_points_are_in_proportion_and_capped(target, indicator, actual, weight, points):
    """actual ÷ target where more is better, target ÷ actual where less is, never more than the weight."""
    found = score(parse_target(target, indicator=indicator), actual, weight)
    assert found.points == Decimal(points)
    assert str(found.points) == points
    assert 0 <= found.share <= 1


@pytest.mark.parametrize(
    ("target", "actual", "achievement", "reason"),
    [
        ("及时", "健全", UNDECIDED, "graded by people"),
        ("2次", "3次", UNDECIDED, "not known whether more is better"),
        ("≥-5%", "-6%", MISSED, "no ratio"),
        ("90%-95%", "80%", MISSED, "no ratio"),
        ("2021年6月前", "=2021年8月", MISSED, "no ratio"),
        ("≥5次", "≤3次", MISSED, "no ratio"),
        ("及时", "不及时", MISSED, "graded by people"),
        ("=2次", "3次", UNDECIDED, "not known whether more is better"),
        ("≥95%", "0.96", UNDECIDED, "not known"),
        (">95%", "95%", MISSED, "no ratio"),
    ],
)
def test_no_points_are_guessed(target, actual, achievement, reason):
    """Where the convention gives no number, there is a reason and no number."""
    found = score(parse_target(target), actual, 10)
    assert (found.achievement, found.points, found.share) == (achievement, None, None)
    assert reason in found.reason.en


@given(st.integers(1, 1000), st.integers(0, 1000), st.integers(1, 100))
def test_points_grow_with_the_actual_value(goal, actual, weight):
    """More of what should be more never earns less, and the weight is the most."""
    target = parse_target(f"≥{goal}次")
    one, more = (score(target, value, weight).points for value in (actual, actual + 1))
    assert 0 <= one <= more <= weight
    assert (one == weight) or actual < goal


@pytest.mark.parametrize("weight", [0, -1, True, "10", None, Decimal("NaN"), Decimal("1E+1000000")])
def test_a_weight_is_a_positive_number(weight):
    """Anything else is misuse."""
    with pytest.raises(UsageError, match="give a positive int or Decimal"):
        score(parse_target("≥5"), 5, weight)


@pytest.mark.parametrize("places", [-1, 13, "2", None, True])
def test_places_are_a_number_of_decimals(places):
    """Anything else is misuse."""
    with pytest.raises(UsageError, match="give an int from 0 to 12"):
        score(parse_target("≥5"), 5, 10, places=places)


def test_bands_of_targets_in_words():
    """A target in words earns 100-80, 80-60 or 60-0 per cent of its weight."""
    assert Band.ACHIEVED.points(10) == (8, 10)
    assert Band.PARTLY.points(Decimal("2.5")) == (Fraction(3, 2), 2)
    assert Band.MISSED.points(10) == (0, 6)


STRUCTURED = [
    ("≥95%", ("≥", "95", "%")),
    ("不超过3.50万元", ("≤", "3.5", "万元")),
    ("100", ("=", "100", "")),
    (">2次/年", (">", "2", "次/年")),
    ("2021年12月31日前", ("≤", "2021年12月31日", "")),
    ("及时", ("定性", "及时", "")),
    ("良好以上", ("定性", "≥良", "")),
    ("优秀", ("定性", "优", "")),
]


@pytest.mark.parametrize(("text", "fields"), STRUCTURED)
def test_the_fields_of_budget_systems_go_both_ways(text, fields):
    """指标性质, 指标值 and 度量单位 say the same as the text."""
    target = parse_target(text)
    assert target.structured() == StructuredTarget(*fields)
    assert parse_structured(target.structured()) == target


@pytest.mark.parametrize("text", ["90%-95%", "1: ≥1次 2: ≥2次", "及时率", "200人左右"])
def test_what_the_systems_have_no_form_for_is_refused(text):
    """A range, a list, an approximation and no target have no structured form."""
    with pytest.raises(UsageError, match="no structured form"):
        parse_target(text).structured()


def test_fields_as_systems_export_them():
    """定性指标 with a unit column, and an empty nature."""
    assert str(parse_structured(StructuredTarget("定性指标", "合理", "定性指标"))) == "合理"
    assert str(parse_structured(StructuredTarget("", "≥90", "%"))) == "≥90%"


def test_a_double_entry_of_the_comparison_is_one():
    """Systems export ≥ beside ≥95; fields are text."""
    assert str(parse_structured(StructuredTarget("≥", "≥95", "%"))) == "≥95%"
    with pytest.raises(UsageError, match="value is 5, a int"):
        StructuredTarget("≥", 5, "%")
