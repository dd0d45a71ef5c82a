"""A table below lines of text takes its title and unit from them, as far as they state one."""

import pytest

from govbudget import ExtractedTable, read_tables

ROWS = [["科目编码", "科目名称", "合计"], ["201", "一般公共服务支出", "3.00"]]


@pytest.mark.parametrize(
    ("lines", "title", "unit"),
    [
        ([], None, None),
        (["", " "], None, None),
        (["支出总表", "单位：万元"], "支出总表", "万元"),
        (["表2", "2021年支出总表  单位：元", ""], "2021年支出总表", "元"),
        (["单位：万元", "支出总表", "单位：元"], "支出总表", "元"),
        (["支出总表", "单位：万元", "单位：元"], "支出总表", None),
        (["支出总表", "本年支出合计3.00万元，与上年持平。"], None, None),
    ],
)
def test_title_and_unit_stand_in_the_lines_above(lines, title, unit):
    """The nearest title counts, contradictory units are none, and nothing is taken from above a sentence."""
    table = ExtractedTable.below(lines, ROWS, page=3, name="甲")
    assert (table.title, table.unit and table.unit.value) == (title, unit)
    assert (table.page, table.name, len(table.rows)) == (3, "甲", 2)


HEADINGS = [["科目编码", "科目名称", "预算数", "", ""], ["", "", "合计", "基本支出", "项目支出"]]
BODY = [["201", "一般公共服务支出", "3.00", "1.00", "2.00"], ["", "合计", "3.00", "1.00", "2.00"]]


@pytest.mark.parametrize("page", [HEADINGS, HEADINGS[1:], [*HEADINGS, [""] * 5]])
def test_a_page_with_nothing_but_headings_adds_nothing(page):
    """All headings are repeated below the last row, or the lower ones only."""
    above = ExtractedTable([*HEADINGS, *BODY], "支出总表", "万元")
    found = read_tables([above, ExtractedTable(page)])
    (table,) = found.tables
    assert [row.label for row in table.sides[0].rows] == ["一般公共服务支出", "合计"]
    assert found.unread == ()


def test_the_number_of_a_page_does_not_part_a_title_from_its_table():
    """The title stands at the foot of the page before."""
    table = ExtractedTable.below(["支出总表", "单位：万元", "- 3 -", " "], [])
    assert (table.title, table.unit.value) == ("支出总表", "万元")
