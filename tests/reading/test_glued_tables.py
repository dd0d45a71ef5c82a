"""Tables that an extractor cut at any row, glued to others or handed over in another order: no sum fails through it."""

from functools import partial
from itertools import pairwise

import pytest

from counted_work import calls_of
from govbudget import ExtractedTable, Severity, check, read_tables
from reading_builders import check_sums
from shared_material import CORPUS
from test_corpus_tables import extracted

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


def table(rows, title="2021年一般公共预算支出表"):
    return ExtractedTable(rows, title, "万元")


def sums_fail(*tables):
    return bool(check_sums(read_tables(tables)).findings)


GOODS = [
    ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"],
    ["合计", "", "", "", "", "10.00"],
    ["一、货物", "", "", "", "", "6.00"],
    ["", "甲项目", "办公费", "", "", "6.00"],
    ["", "", "", "台式计算机", "集中采购", "4.00"],
    ["", "", "", "复印机", "集中采购", "2.00"],
    ["三、服务", "", "", "", "", "4.00"],
    ["", "乙项目", "会议费", "", "", "4.00"],
    ["", "", "", "会议服务", "集中采购", "3.00"],
    ["", "", "", "印刷服务", "集中采购", "1.00"],
]
OTHERS = [
    GOODS[0],
    ["合计", "", "", "", "", "17.00"],
    ["一、货物", "", "", "", "", "8.00"],
    ["", "丙项目", "办公费", "", "", "8.00"],
    ["", "", "", "空调机", "集中采购", "5.00"],
    ["", "", "", "家具", "集中采购", "3.00"],
    ["二、工程", "", "", "", "", "9.00"],
    ["", "丁项目", "维修费", "", "", "9.00"],
    ["", "", "", "装修", "集中采购", "6.50"],
    ["", "", "", "拆除", "集中采购", "2.50"],
]
PURCHASES = "2021年政府采购预算表"


@pytest.mark.parametrize("cut", range(2, len(GOODS)))
@pytest.mark.parametrize("start", range(1, len(OTHERS)))
def test_a_page_of_another_table_makes_no_sum_fail(cut, start):
    """Page 2 of one procurement table behind page 1 of another, with headings and without."""
    first = table(GOODS[:cut], PURCHASES)
    assert not sums_fail(first, ExtractedTable(OTHERS[start:]))
    assert not sums_fail(first, ExtractedTable([GOODS[0], *OTHERS[start:]]))


@pytest.mark.parametrize("cut", range(2, len(GOODS)))
def test_a_total_may_stand_on_every_page(cut):
    """It is printed again in mid-table, on a page without headings or on one with them."""
    assert not sums_fail(table([*GOODS[:cut], GOODS[1], *GOODS[cut:]], PURCHASES))
    first = table(GOODS[:cut], PURCHASES)
    assert not sums_fail(first, ExtractedTable([GOODS[1], *GOODS[cut:]]))
    assert not sums_fail(first, table([*GOODS[:2], *GOODS[cut:]], PURCHASES))


@pytest.mark.parametrize("rows", [GOODS, SUBJECTS])
def test_pages_in_another_order_make_no_sum_fail(rows):
    """The second page first: without headings, with them, and under the title of the table."""
    for cut in range(2, len(rows)):
        first, second = table(rows[:cut], "2021年某表"), [rows[0], *rows[cut:]]
        assert not sums_fail(ExtractedTable(rows[cut:]), first)
        assert not sums_fail(table(rows[cut:], "2021年某表"), first)
        assert not sums_fail(table(second, "2021年某表"), first)
        assert not sums_fail(table(second, "2021年某表"), ExtractedTable(rows[1:cut]))


def test_a_page_under_the_title_of_the_table_after_it_makes_no_sum_fail():
    """The extractor took the title below for that of the second page; with its headings it seems to be a table."""
    after = "2021年政府性基金预算支出表"
    for cut in range(2, len(SUBJECTS)):
        second, third = (
            table([SUBJECTS[0], *SUBJECTS[cut:]], after),
            table([["项目", "金额"], ["合计", "1.00"]], after),
        )
        assert not sums_fail(table(SUBJECTS[:cut]), second, third)


def test_numbers_and_codes_that_begin_again_leave_sums_open():
    """Rows of two tables in one, without a second total: 二 after 三, 201 after 208, 20101 without 201."""
    assert not sums_fail(table([*GOODS, *OTHERS[6:]], PURCHASES))
    assert not sums_fail(table([*SUBJECTS, ["208", "甲", "1.00"], ["205", "乙", "2.00"]]))
    assert not sums_fail(table([*SUBJECTS[:3], *SUBJECTS[3:], ["2050101", "乙", "2.00"]]))
    assert not sums_fail(
        table(
            [["项目", "金额"], ["合计", "9.00"], ["十、甲", "1.00"], ["十一、乙", "2.00"], ["九、丙", "3.00"]]
        )
    )


def test_rows_of_another_table_below_headings_of_amounts_leave_sums_across_open():
    """Most rows have words where the headings say amounts."""
    head = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    body = [["201", "甲", "9.00", "1.00", "1.00"], *([["", "", "服务", "9.00", "1.00"]] * 3)]
    assert not sums_fail(table([head, *body]))


def test_a_wrong_figure_in_a_whole_table_is_found():
    """Nothing looks glued, so that every sum counts: each figure is changed in turn, but for parts of one."""
    for rows in (SUBJECTS, GOODS):
        for i in range(1, len(rows)):
            wrong = [list(row) for row in rows]
            wrong[i][-1] = "99.00"
            assert sums_fail(table(wrong, PURCHASES if rows is GOODS else "2021年一般公共预算支出表"))


def test_a_table_that_ends_above_a_page_does_not_take_it_up():
    """The first page waiting completes the table; the rows of the next are those of another."""
    disclosure = read_tables(
        [table(SUBJECTS[:4]), ExtractedTable(SUBJECTS[4:]), ExtractedTable([["205", "乙", "7.00"]])]
    )
    assert len(disclosure.tables[0].sides[0].rows) == len(SUBJECTS) - 1
    assert [one.numbers for one in disclosure.unread] == [1]


def budget(count):
    """A consistent table of sections of nine items, in pages of ten rows."""
    rows = [["", "合计", f"{count}.00"]]
    for number in range(count // 10):
        rows.append([f"{201 + number}01", "事务", "10.00"])
        rows += [
            [f"{201 + number}01{item:02}", "事项", "2.00" if item == 9 else "1.00"] for item in range(1, 10)
        ]
    pages = [rows[i:j] for i, j in pairwise([*range(0, len(rows), 10), len(rows)])]
    return [table([SUBJECTS[0], *pages[0]]), *map(ExtractedTable, pages[1:])]


def test_joining_pages_is_linear():
    """Four times the pages cost less than six times the calls."""
    small, large = (calls_of(partial(read_tables, budget(count))) for count in (100, 400))
    assert large < 6 * small
    disclosure = read_tables(budget(400))
    assert len(disclosure.tables[0].sides[0].rows) == 401
    assert not disclosure.unread


def test_too_many_pages_that_belong_nowhere_are_given_up():
    """Not one of the pages continues the table: after some attempts the rest is left unread, and that is said."""
    pages = [ExtractedTable([["201", "甲", "1.00"]] * 5) for _ in range(900)]
    disclosure = read_tables([table(SUBJECTS), *pages])
    reasons = [one.reason.en for one in disclosure.unread]
    assert len(reasons) == len(pages)
    assert reasons[-1].startswith("there are too many pages")


def test_rows_one_column_off_are_given_up_in_proportion():
    """Four times the doubtful rows cost less than six times the calls."""
    head = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]

    def shifted(count):
        rows = [["2010101", "甲", "1.00", "1.00", ""]] * count + [["2010101", "乙", "", "1.00", "1.00"]] * (
            count - 9
        )
        return [table([head, ["", "合计", "9.00", "9.00", ""], *rows])]

    small, large = (calls_of(partial(read_tables, shifted(count))) for count in (200, 800))
    assert large < 6 * small


@pytest.mark.skipif(not CORPUS, reason="the real documents (../shared/corpus) are not beside this checkout")
@pytest.mark.parametrize("name", CORPUS)
def test_no_real_table_fails_through_a_cut(name):
    """Every real table is cut in the middle: without headings, with them, its total repeated, and in another order."""
    for one in extracted(name):
        if errors([one]) or len(one.rows) < 8:
            continue
        middle = len(one.rows) // 2
        printed = (i for i, row in enumerate(one.rows) if any("." in str(cell)[-3:-2] for cell in row))
        head = next(printed, 0)
        first = ExtractedTable(one.rows[:middle], one.title, one.unit and one.unit.value)
        second = ExtractedTable(one.rows[middle:], None)
        assert not errors([first, second])
        assert not errors([first, ExtractedTable([*one.rows[:head], *one.rows[middle:]])])
        assert not errors([second, first])


def errors(tables):
    """The rules of sums that fail."""
    found = check(read_tables(tables)).findings
    return [one.rule.id for one in found if one.severity is Severity.ERROR and one.rule.id.startswith("SUM")]


def test_so_many_columns_are_given_up():
    """Four hundred columns, of which every row prints another, belong nowhere."""
    wide = [["1.00" if i == j else "" for j in range(400)] for i in range(400)]
    disclosure = read_tables([table(SUBJECTS), ExtractedTable(wide)])
    assert disclosure.coverage().unread == 400
