"""Pages that stay unread between the pages of a table: what they may have held leaves sums open."""

from govbudget import ExtractedTable, read_tables
from reading_builders import check_sums

TITLE = "2021年部门支出总体情况表"
HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
FIRST = ["", "合计", "4.00", "1.00", "3.00"]
UNITS = [
    ["", "甲局机关", "1.00", "1.00", ""],
    ["201", "一般公共服务支出", "1.00", "1.00", ""],
    ["20101", "人大事务", "1.00", "1.00", ""],
    ["2010101", "行政运行", "1.00", "1.00", ""],
    ["", "乙局机关", "3.00", "", "3.00"],
    ["201", "一般公共服务支出", "3.00", "", "3.00"],
    ["20101", "人大事务", "3.00", "", "3.00"],
    ["2010101", "行政运行", "3.00", "", "3.00"],
]


def read(*pages):
    first, *later = pages
    tables = [ExtractedTable([HEAD, *first], TITLE, "万元")]
    return read_tables([*tables, *map(ExtractedTable, later)])


def test_a_unit_is_no_detail_of_a_subject_if_a_lost_page_named_the_first_unit():
    """Without 甲局机关 nothing shows that 乙局机关 is a unit too: it is not held against the subject above it."""
    disclosure = read([FIRST], [["1.00", "甲局机关"]], UNITS[1:])
    assert len(disclosure.unread) == 1
    assert not check_sums(disclosure).findings


def test_a_page_of_one_row_is_joined_with_those_below_it():
    """By itself it leaves one more sum open; with the last page everything adds up."""
    disclosure = read([FIRST], UNITS[:1], UNITS[1:])
    assert not disclosure.unread
    assert len(disclosure.tables[0].sides[0].rows) == len(UNITS) + 1
    assert not check_sums(disclosure).findings


def test_the_same_rows_are_checked_where_nothing_was_lost():
    """In one piece the units are units, and a wrong subject is found."""
    disclosure = read([FIRST, *UNITS])
    assert not check_sums(disclosure).findings
    wrong = [FIRST, *UNITS[:-1], ["2010101", "行政运行", "3.50", "", "3.50"]]
    assert {one.rule.id for one in check_sums(read(wrong)).findings} == {"SUM-002"}


def test_rows_left_unread_under_a_title_of_their_own_may_be_missing_above():
    """The last row on a page of its own, under the title of the next table: the sum that it completes is open."""
    last = ExtractedTable([UNITS[-1]], "2021年部门收入总体情况表")
    first = ExtractedTable(
        [HEAD, FIRST, *UNITS[:-1], ["2010102", "一般行政管理事务", "0.00", "", "0.00"]], TITLE, "万元"
    )
    disclosure = read_tables([first, last])
    assert len(disclosure.unread) == 1
    assert not check_sums(disclosure).findings


def test_a_page_of_another_unit_is_not_read_in_that_of_the_table():
    """The headings go on, but one of the units is wrong: which one is not known."""
    first = ExtractedTable([HEAD, FIRST, *UNITS[:4]], TITLE, "万元")
    disclosure = read_tables([first, ExtractedTable([HEAD, *UNITS[4:]], TITLE, "元")])
    assert [one.reason.zh for one in disclosure.unread] == ["表头与上面的表相同，而单位不同"]
    assert not check_sums(disclosure).findings
