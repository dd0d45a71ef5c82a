"""Tables that an extractor cut at any row, glued to others or handed over in another order: no sum fails through it."""

from govbudget import ExtractedTable, read_tables
from reading_builders import check_sums

SOURCES = [
    ["项目名称", "", "金额"],
    ["收入总计", "", "9.00"],
    ["一般公共预算资金", "小计", "9.00"],
    ["", "公共财政拨款（补助）资金", "9.00"],
    ["其他资金", "小计", ""],
    ["", "事业收入", ""],
]
SUBJECTS = [
    ["科目编码", "科目名称", "金额"],
    ["", "合计", "6.00"],
    ["201", "一般公共服务支出", "6.00"],
    ["20101", "人大事务", "6.00"],
    ["2010101", "行政运行", "4.00"],
    ["2010102", "一般行政管理事务", "2.00"],
]


def test_groups_may_be_cut_before_the_first_subtotal():
    """A page that ends before the first 小计 holds no group, and is read all the same."""
    first = ExtractedTable(SOURCES[:2], "2021年收入预算总表", "万元")
    disclosure = read_tables([first, ExtractedTable(SOURCES[2:])])
    assert [len(table.sides[0].rows) for table in disclosure.tables] == [5]
    assert not check_sums(disclosure).findings


def test_a_page_may_hold_nothing_but_headings():
    """The headings are repeated on a page without rows."""
    pages = [ExtractedTable(SUBJECTS, "2021年一般公共预算支出表", "万元"), ExtractedTable(SUBJECTS[:1])]
    disclosure = read_tables(pages)
    assert len(disclosure.tables) == 1
    assert len(disclosure.tables[0].sides[0].rows) == len(SUBJECTS) - 1
    assert not check_sums(disclosure).findings
