"""Names of totals whose letters the extractor mixed up, or left partly in the next cell: no sum fails through them."""

import pytest

from govbudget import Outcome
from govbudget.vocabulary import vocabulary
from reading_builders import check_sums, column_sums, read_one, row_sums, side_of

COLUMNS = "科目编码 | 科目名称 | 合计 | 基本支出 | {} | 人员经费 | 公用经费"


@pytest.mark.parametrize(
    "label",
    ["支小出计", "计小", "合", "支出小", "出总计", "收总入计", "当年支", "基本支小出计", "计合（万元）"],
)
def test_letters_in_another_order_and_parts_of_a_name_are_told(label):
    """Of the names of totals only."""
    assert vocabulary().is_broken_total(label)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "小计",
        "支出合计",
        "合计（万元）",
        "支出",
        "本年收入",
        "基本支出",
        "会计业务支出",
        "审计合作费",
        "甲局",
    ],
)
def test_whole_names_and_other_words_are_not_broken(label):
    """The names of totals themselves, what is left without the word, and words that hold the same letters."""
    assert not vocabulary().is_broken_total(label)


def test_a_row_with_the_broken_name_of_a_total_is_no_part_of_a_sum():
    """支出小计 among the rows that it adds up is not added to them again."""
    rows = [
        "项目 | 金额",
        "一、基本支出 | 2.00",
        "二、项目支出 | 1.00",
        "支小出计 | 3.00",
        "结转下年 | 1.00",
        "支出总计 | 4.00",
    ]
    side = side_of(*rows)
    assert row_sums(side) == {}
    assert not check_sums(read_one(*rows)).findings


def test_a_broken_subtotal_leaves_open_what_is_above_it():
    """With 小计 broken, the rows below it seem to belong to the group before."""
    rows = [
        "项目 | 项目 | 金额",
        "收入总计 | | 6.00",
        "甲资金 | 小计 | 3.00",
        " | 子项一 | 1.00",
        " | 子项二 | 2.00",
        "乙资金 | 计小 | 3.00",
        " | 子项三 | 3.00",
    ]
    assert not check_sums(read_one(*rows)).findings


def test_a_column_with_the_broken_name_of_a_total_leaves_the_total_open():
    """Whether 支小出计 is an addend is not known; the same column under 支出小计 is none."""
    row = "201 | 一般公共服务支出 | 3.00 | 3.00 | 3.00 | 2.00 | 1.00"
    broken = read_one(COLUMNS.format("支小出计"), row)
    assert column_sums(broken.sides[0]) == {}
    assert not check_sums(broken).findings


def test_a_merged_heading_with_a_broken_subtotal_has_no_certain_value():
    """基本支出 above 计小, 人员经费 and 公用经费: which of them is the value of 基本支出 is not known."""
    rows = [
        "科目编码 | 科目名称 | 合计 | 基本支出 | | | 项目支出",
        " | | | 计小 | 人员经费 | 公用经费 | ",
        "201 | 一般公共服务支出 | 4.00 | 3.00 | 2.00 | 1.00 | 1.00",
    ]
    table = read_one(*rows)
    assert column_sums(table.sides[0]) == {}
    assert not check_sums(table).findings


def test_a_row_without_a_name_claims_nothing():
    """An amount whose name is lost is neither part of the row above it nor a whole."""
    rows = ["项目 | 金额", "一、基本支出 | 2.00", "二、项目支出 | 1.00", " | 3.00", "支出总计 | 3.00"]
    assert not check_sums(read_one(*rows)).findings


def test_a_broken_name_merged_over_two_sides_names_both():
    """The label stands on the left, its amount on the right."""
    rows = [
        "支出功能 | | 支出用途 | ",
        "项目 | 金额 | 项目 | 金额",
        "一、教育支出 | 3.00 | 一、基本支出 | 2.00",
        "二、其他支出 | | 二、项目支出 | 1.00",
        "支小出计 | | | 3.00",
        "支出总计 | 3.00 | 支出总计 | 3.00",
    ]
    table = read_one(*rows, title="2021年部门收支总体情况表")
    assert [side.rows[2].label for side in table.sides] == ["支小出计", "支小出计"]
    assert check_sums(table).summary[Outcome.FAILED] == 0


@pytest.mark.parametrize("place", [0, 2, 3])
def test_an_amount_without_a_name_is_added_to_no_total(place):
    """It may be a total of rows itself; where it stands above all others or between them, the total of all is not stated."""
    rows = ["甲 | 2.00", "乙 | 1.00", "合计 | 3.00"]
    rows.insert(place, " | 3.00")
    table = read_one("项目 | 金额", *rows)
    assert row_sums(table.sides[0]) == ({"合计": ["甲", "乙"]} if place > 2 else {})
    assert not check_sums(table).findings


def test_it_is_said_which_rows_lost_their_names():
    """The evidence is the name, not the layout."""
    table = read_one("项目 | 金额", "甲 | 2.00", "支小出计 | 2.00", " | 3.00", "合计 | 3.00")
    (said,) = (one for one in table.resolutions if "归属未定" in one.choice.zh)
    assert said.evidence.zh == "名称缺失，或像是残缺的合计名称"
    assert said.choice.en.startswith("lines 7–8")
