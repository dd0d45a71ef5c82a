"""A table below lines of text takes its title and unit from them, as far as they state one."""

import pytest

from govbudget import ExtractedTable

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
