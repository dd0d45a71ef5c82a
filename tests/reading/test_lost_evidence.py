"""Where the evidence is not enough, texts without borders stay open or unread, and their numbers are counted."""

import pytest

from govbudget import read_text
from govbudget.disclosures import Coverage
from govbudget.reading.layout._columns import shared_out
from govbudget.relations import Reason

SUMMARY = """某局 2021 年部门预算
2021年部门收支总体情况表
部门名称：某局 单位：万元
收入 支出
项目 金额 项目 金额
一、一般公共预算 {general} 一、教育支出 6.00
二、政府性基金预算 二、城乡社区支出 3.00
收入合计 {general} 支出合计 9.00
上年结转 {carried} 年终结转结余
收入总计 9.00 支出总计 9.00
备注：无
"""
TABLE = """2021年部门收入总体情况表
部门名称：某局 单位：万元
科目编码 科目名称 合计 一般公共预算 政府性基金预算
合计 9.00 {total}
205 教育支出 6.00 6.00
212 城乡社区支出 3.00 3.00
备注：无
"""


def cells(text):
    """The texts of the last table, "?" for what is open."""
    (side,) = read_text(text).tables[-1].sides
    return [
        "?" if cell and cell.reason is Reason.ABSENT else cell.text if cell else ""
        for row in side.matrix
        for cell in row
    ]


def test_money_carried_over_may_come_from_any_source():
    """The summary prints no revenue of funds, and three are left from the year before: of which fund is not said."""
    table = TABLE.replace("合计 9.00 {total}\n", "")
    text = SUMMARY.format(general="6.00", carried="3.00") + table
    assert cells(text) == ["6.00", "6.00", "", "3.00", "?", "?"]


def test_without_money_carried_over_a_source_that_pays_nothing_is_blank():
    """Then the summary tells every column."""
    text = SUMMARY.format(general="9.00", carried="") + TABLE.format(total="9.00")
    assert cells(text) == ["9.00", "9.00", "", "6.00", "6.00", "", "3.00", "3.00", ""]


def test_a_summary_of_fiscal_appropriation_tells_nothing_of_other_sources():
    """Its sources add to its total, and yet the department has other money."""
    summary = SUMMARY.format(general="9.00", carried="").replace("部门收支", "财政拨款收支")
    assert cells(summary + TABLE.format(total="9.00"))[:3] == ["9.00", "?", "?"]


def test_negative_amounts_bound_nothing():
    """A source of nine may pay twelve where another row takes three back."""
    rows = TABLE.format(total="9.00").replace("6.00 6.00", "12.00 12.00").replace("3.00 3.00", "-3.00 -3.00")
    assert "12.00" in cells(SUMMARY.format(general="9.00", carried="") + rows)


BARE = """某局 2021 年部门预算
2021年部门支出总体情况表
科目编码 科目名称 合计 基本支出 项目支出
205 教育支出 6.00 6.00
212 城乡社区支出 3.00 3.00
"""


def test_numbers_of_a_table_without_borders_and_unit_are_unread():
    """Title, headings and amounts are a table; without its unit it is not rebuilt, but counted."""
    assert read_text(BARE).coverage() == Coverage(parts=1, unread=4)


@pytest.mark.parametrize(
    "text",
    [
        "2021年部门支出总体情况表\n第二部分 情况说明\n一、总体情况。\n收入合计 6.00 支出合计 6.00\n",
        "2021年部门支出总体情况表\n2021年项目支出预算表\n某某 甲乙 6.00\n",
        "2021年部门支出总体情况表\n" + "某\n" * 90 + "科目编码 科目名称 合计 6.00\n",
        "2021年部门支出总体情况表\n科目编码\t科目名称\t合计\n205\t教育支出\t6.00\n",
    ],
)
def test_titles_alone_are_no_tables(text):
    """A list of tables, a sentence, or far too much text below a title; a table with borders is read."""
    assert read_text(text).unread == ()


@pytest.mark.parametrize(
    ("pieces", "rows", "texts"),
    [
        ([(0, "甲乙"), (1, "丙丁")], [0, 1], ["甲乙", "丙丁"]),
        ([(0, "甲乙"), (2, "丙丁")], [1], ["甲乙丙丁"]),
        ([(0, "甲乙丙"), (1, "丁戊己"), (2, "庚辛壬"), (3, "癸")], [0, 2], None),
        ([(0, "甲"), (1, "丁戊己"), (2, "庚辛壬"), (3, "癸")], [0, 2], ["甲", "丁戊己庚辛壬癸"]),
        ([(0, "甲[2"), (1, "0]戊己庚辛"), (2, "壬"), (3, "癸")], [0, 2], None),
        ([(0, "甲乙丙"), (1, "丁戊（"), (2, "庚辛）"), (3, "癸")], [0, 2], ["甲乙丙", "丁戊（庚辛）癸"]),
        ([(0, "用于城乡医疗救助的彩"), (1, "票公益金"), (2, "中央财政[2020]"), (3, "524号")], [0, 2], None),
        ([(0, "甲乙丙"), (1, "丁")], [0], None),
        ([(0, "甲乙丙"), (1, "丁")], [0, 2], None),
    ],
)
def test_pieces_of_names_lie_around_their_row_or_are_told_by_nothing(pieces, rows, texts):
    """Below a full line the next piece may belong to the row above or to the one below, unless a bracket tells."""
    assert shared_out(pieces, rows) == texts
