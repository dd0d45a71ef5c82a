"""Outline numbers: 一、 （一） 1、 1.1 （1） give a rank, and no amount is taken for a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.labels import normalise
from govbudget.reading.pages._outline import Outline, outline_of


@pytest.mark.parametrize(
    ("label", "rank", "rest"),
    [
        ("一、基本支出", 1, "基本支出"),
        ("十一、提前下达转移支付资金", 1, "提前下达转移支付资金"),
        ("二十七、债务还本支出", 1, "债务还本支出"),
        ("（一）一般性项目", 2, "一般性项目"),
        ("(十二)、其他", 2, "其他"),
        ("1、工资福利支出", 3, "工资福利支出"),
        ("1.一般公共预算", 3, "一般公共预算"),
        ("12．其他", 3, "其他"),
        ("1.1、部门经常性支出", 4, "部门经常性支出"),
        ("2.3.事业发展专项支出", 4, "事业发展专项支出"),
        ("2.1政策性配套支出", 4, "政策性配套支出"),
        ("（1）公务用车运行维护费", 5, "公务用车运行维护费"),
        ("（2）、公务用车购置", 5, "公务用车购置"),
    ],
)
def test_every_numbering_of_the_forms_has_its_rank(label, rank, rest):
    """The rank is that of the numbering, and the label goes without it."""
    assert outline_of(normalise(label)) == Outline(rank, of_which=False, label=rest)


@pytest.mark.parametrize(
    "label", ["基本支出", "1.5", "12.50", "1234.", "2021年", "一般公共服务支出", "一、", "1、", "（一）", ""]
)
def test_what_numbers_nothing_has_rank_zero(label):
    """A bare amount, a year, a bare number and a plain name are no items of an outline."""
    assert outline_of(normalise(label)) == Outline(0, of_which=False, label=normalise(label))


@pytest.mark.parametrize(
    ("label", "rank", "rest"),
    [
        ("其中：财政拨款", 0, "财政拨款"),
        ("其中:（1）公务用车运行维护费", 5, "公务用车运行维护费"),
        ("其中，专项收入", 0, "专项收入"),
        ("其中、专项收入", 0, "专项收入"),
        ("其：中财政拨款", 0, "财政拨款"),
        ("其中", 0, ""),
    ],
)
def test_of_which_is_told_apart_from_the_number(label, rank, rest):
    """ "其中" goes before the number, with any punctuation, and is remembered."""
    assert outline_of(normalise(label)) == Outline(rank, of_which=True, label=rest)


@given(st.text("一二十、（）().123其中:：，甲乙", max_size=12).map(normalise))
def test_the_label_is_always_the_end_of_what_was_given(label):
    """Nothing is invented or lost but the number itself."""
    outline = outline_of(label)
    assert label.endswith(outline.label)
    assert 0 <= outline.rank <= 5
    assert outline.label or not outline.rank
