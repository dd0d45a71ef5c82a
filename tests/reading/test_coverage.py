"""Every number that is printed in a table is counted once: as placed, as left without a place, or as unread."""

from functools import reduce
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_texts import flats
from govbudget import Disclosure, read_records, read_rows, read_text
from govbudget.disclosures import Coverage, printed_numbers
from reading_budgets import budgets, layouts
from reading_builders import document, markdown, read_one, tabs

FORM = """2021年项目绩效目标表
单位：万元

{}"""

counts = st.integers(0, 1000)
coverages = st.builds(Coverage, counts, counts, counts, counts, counts)


def amounts(lines):
    """How many amounts the rows of a budget print."""
    return sum(amount is not None for line in lines for amount in line.amounts)


@given(budgets(), layouts())
def test_every_amount_of_a_table_with_borders_is_placed(budget, layout):
    """Whatever the layout, all amounts and nothing else are counted as placed."""
    found = read_text(layout.text(budget)).coverage()
    assert found == Coverage(tables=1, placed=amounts(layout.lines(budget)))


@given(budgets(), flats())
def test_every_amount_of_a_flattened_table_is_counted_once(budget, flat):
    """What is placed, what stays open and what is unread are all the amounts that are printed."""
    disclosure = read_text(flat.text(budget))
    found = disclosure.coverage()
    assert found.printed == amounts(flat.lines(budget))
    assert (found.tables, found.parts) == (len(disclosure.tables), len(disclosure.unread))
    assert found.unplaced == sum(len(one.texts) for table in disclosure.tables for one in table.unplaced)


@given(st.lists(coverages))
def test_coverages_add_up(found):
    """The coverage of several documents is that of all their numbers."""
    total = reduce(add, found, Coverage())
    assert total.printed == sum(one.printed for one in found)
    assert total.tables == sum(one.tables for one in found)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2021 208 05 3 20.210.5", []),
        ("合计 1,234 5.0 -6.10 12% 3.5％", ["1,234", "5.0", "-6.10", "12%", "3.5％"]),
        ("1,23 4,567,89 表1.1 1.1、办公费 3.00万元", []),
        ("1.00\t2.00\n3.00", ["1.00", "2.00", "3.00"]),
        ("", []),
    ],
)
def test_numbers_that_cannot_be_codes_or_years(text, numbers):
    """Only decimals, separators of thousands and percent signs tell a number from a code."""
    assert list(printed_numbers(text)) == numbers


def left(table):
    """The numbers of a table that have no place, with row, reason and line."""
    return [(one.texts, one.row, one.reason.zh, one.line) for one in table.unplaced]


def test_numbers_in_columns_of_words_and_labels_have_no_place():
    """A number among labels or remarks is no figure; a code, a year or a serial number is none to begin with."""
    table = read_one(
        "序号 | 科目编码 | 科目名称 | 金额 | 备注",
        "1.1 | 208 | 社会保障 | 3.00 | 2021年",
        "1.2 | 20805 | 4.00 | 3.00 | 5.00",
        "2 | 210 | 卫生健康 | 7.00 | 无",
        "3 | 221 | 住房保障 | 7.00 | 无",
    )
    assert left(table) == [
        (("4.00",), "1.2", "所在栏是项目、编码一类的名称栏", 7),
        (("5.00",), "20805 1.2、4.00", "所在栏是文字，不是金额", 7),
    ]
    assert table.coverage() == Coverage(tables=1, placed=4, unplaced=2)


def test_numbers_below_no_heading_have_no_place():
    """Whether a column without heading holds amounts or codes is not known."""
    table = read_one(" | 科目编码 | 科目名称 | 金额", "4.00 | 208 | 甲 | 1.00", "204 | 210 | 乙 | 2.00")
    assert left(table) == [(("4.00",), "", "所在栏没有栏名", 6)]
    assert table.coverage() == Coverage(tables=1, placed=2, unplaced=1)


def test_what_is_no_well_formed_number_has_no_place():
    """A misread number is left; a dash or a blank is none."""
    table = read_one("项目 | 金额", "甲 | 1O.00", "乙 | —", "丙 | ", "丁 | 无", "戊 | 1.00")
    assert left(table) == [(("1O.00",), "甲", "不是合格的数", 6)]
    assert table.coverage() == Coverage(tables=1, placed=1, unplaced=1)


def test_a_table_that_is_not_read_counts_as_a_part():
    """Rows whose headings say nothing are unread, with their numbers."""
    found = read_text(tabs("1.00 | 2.00", "x | 3.00")).coverage()
    assert found == Coverage(parts=1, unread=3)


def test_sentences_below_an_unread_table_are_none_of_its_numbers():
    """What follows an unread table to the end of the text counts only where it is no sentence."""
    text = (
        "支出总表\n单位：万元\n某栏 甲乙\n支出 3.00\n另 4.00\n本年支出 5.00 万元\n共计 6.00 ，增长 2.00 。\n"
    )
    (part,) = read_text(text).unread
    assert part.numbers == 2


def test_a_form_counts_what_was_read_of_it():
    """Money and targets of projects are placed, other numbers of a form are not."""
    rows = markdown(
        "项目名称 | 信息化建设 | |",
        "其他事项 | 7.25 | |",
        "年度资金总额（万元） | 12.00 | 其中：财政拨款 | 12.00",
        "一级指标 | 二级指标 | 三级指标 | 指标值",
        "产出指标 | 质量指标 | 合格率 | 98.5%",
    )
    (table,) = read_text(FORM.format(rows)).tables
    assert table.coverage().printed == 4
    assert table.coverage() == Coverage(tables=1, placed=3, unplaced=1)
    assert left(table) == [(("7.25",), "其他事项", "不在所读的指标、项目和预算之内", 6)]


def test_rows_and_records_have_a_coverage_too():
    """Tables of an extractor or a database count like others; an empty disclosure has nothing."""
    rows = read_rows([["项目", "金额"], ["甲", "1.00"], ["乙", None]], title="支出总表", unit="元")
    assert rows.coverage() == Coverage(tables=1, placed=1)
    records = read_records([{"name": "甲", "合计": "1.00"}], title="支出总表", unit="元")
    both = Disclosure([rows, records]).coverage()
    assert both == Coverage(tables=2, placed=2)
    assert Disclosure().coverage().printed == 0


def test_the_unit_of_other_tables_is_told_where_a_form_needs_it():
    """A form with money and no unit takes that of the tables, and says so; one that prints its unit does not."""
    table = document("项目 | 金额", "甲 | 1.00")
    rows = (
        "项目名称\t某项目\n{}\t12.00\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t质量指标\t合格率\t98%\n"
    )
    title = "\n2021年项目绩效目标表\n\n"
    bare = read_text(table + title + rows.format("年度资金总额")).tables[1]
    assert [one.choice.zh for one in bare.resolutions] == ["没有自带单位的金额按万元"]
    own = read_text(table + title + rows.format("年度资金总额（万元）")).tables[1]
    assert own.resolutions == ()
