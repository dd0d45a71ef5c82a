"""Layouts that do not say what belongs where: nothing is concluded from them, and nothing printed is lost."""

import pytest

from govbudget import check, read_rows, read_text
from govbudget.relations import Outcome, Reason
from govbudget.rules.sums import SUMS
from reading_builders import column_bounds, column_sums, figures, labels, row_sums, side_of

ITEMS = "项目 | 金额"
TITLE = "2021年部门支出总体情况表"


def table_of(*rows):
    return read_rows([["项目", "金额"], *rows], title=TITLE, unit="万元")


def failures(table):
    return list(check(table, SUMS).judgements(Outcome.FAILED))


# --- rows


def test_indented_labels_show_a_hierarchy_that_no_sum_rests_on():
    """Labels printed at two depths are not all addends of the total, so the total is not held against them."""
    table = table_of(["教育支出", "5.00"], ["　普通教育", "4.00"], ["合计", "5.00"])
    assert labels(table.sides[0]) == ["教育支出", "普通教育", "合计"]
    assert row_sums(table.sides[0]) == {}
    assert check(table, SUMS).findings == ()


@pytest.mark.parametrize("indent", ["　", "  ", " 　"])
def test_indentation_is_ideographic_spaces_or_pairs_of_others(indent):
    """Two blanks print as wide as one ideographic space; in a document the depth is kept like in rows."""
    text = f"{TITLE}\n单位：万元\n项目\t金额\n教育支出\t5.00\n{indent}普通教育\t4.00\n合计\t5.00\n"
    assert row_sums(read_text(text).tables[0].sides[0]) == {}


def test_labels_of_one_depth_add_up():
    """The same indentation everywhere says nothing, and a wrong total is found."""
    table = table_of(["　教育支出", "5.00"], ["　国防支出", "4.00"], ["合计", "8.00"])
    assert row_sums(table.sides[0]) == {"合计": ["教育支出", "国防支出"]}
    assert len(check(table, SUMS).findings) == 1


def test_sections_among_categories_are_left_open():
    """Names of categories beside other names, without codes, mean that the others may be sections of the categories."""
    rows = ("教育支出 | 5.00", "普通教育 | 5.00", "国防支出 | 1.00", "合计 | 6.00")
    assert row_sums(side_of(ITEMS, *rows)) == {}
    only = ("教育支出 | 5.00", "国防支出 | 1.00", "合计 | 6.00")
    assert row_sums(side_of(ITEMS, *only)) == {"合计": ["教育支出", "国防支出"]}


def test_a_blank_row_between_headings_does_not_end_them():
    """Extractors give empty rows where a rule is drawn; the second row of headings still refines the first."""
    table = read_rows(
        [
            ["项目", "合计", "其中", ""],
            ["", "", "", ""],
            ["", "", "基本支出", "项目支出"],
            ["教育", "3.00", "1.00", "2.00"],
        ],
        title=TITLE,
        unit="万元",
    )
    assert [column.label for column in table.sides[0].columns] == ["合计", "基本支出", "项目支出"]
    assert labels(table.sides[0]) == ["教育"]


# --- columns


def test_headings_that_stand_twice_are_not_added():
    """Two columns of one name do not say which is part of which."""
    side = side_of("项目 | 合计 | 财政拨款 | 财政拨款 | 项目支出", "甲 | 3.00 | 1.00 | 1.00 | 2.00")
    assert column_sums(side) == {}


def test_headings_after_of_which_are_left_open():
    """A column after 其中 may continue its list or be a part of the whole: only what is marked is bounded."""
    side = side_of(
        "项目 | 合计 | 基本支出 | 项目支出 | 其中：专项 | 其他",
        "甲 | 3.00 | 1.00 | 2.00 | 1.00 | 1.00",
    )
    assert column_sums(side) == {}
    assert column_bounds(side) == {"合计": ["其中:专项"]}


# --- short rows


SHORT = [
    ["项目", "合计", "基本支出", "项目支出"],
    ["甲", "3.00", "1.00"],
    ["乙", "3.00", "1.00", "2.00"],
]


def test_a_short_row_is_undecided_where_it_would_fail():
    """A row that lost a cell may have its figures one column off: no finding rests on it, and none is hidden elsewhere."""
    table = read_rows(SHORT, title=TITLE, unit="万元")
    (undecided,) = [judgement for _, judgement in check(table, SUMS).judgements(Outcome.UNDECIDED)]
    assert undecided.reason is Reason.ABSENT
    assert failures(table) == []
    assert figures(table.sides[0])[0][:2] == ["3.00万元", "1.00万元"]


def test_a_full_row_with_the_same_figures_fails():
    """Had the row been printed in full, a blank would be what it is, and the sum would be wrong."""
    table = read_rows([SHORT[0], [*SHORT[1], ""], SHORT[2]], title=TITLE, unit="万元")
    assert len(failures(table)) == 1


def test_a_short_row_that_adds_up_passes():
    """Figures of a short row still confirm a sum."""
    rows = [["项目", "合计", "基本支出", "项目支出", "备注"], ["甲", "3.00", "1.00", "2.00"]]
    report = check(read_rows(rows, title=TITLE, unit="万元"), SUMS)
    assert len(list(report.judgements(Outcome.PASSED))) == 1


# --- Markdown without outer bars


def test_markdown_needs_no_outer_bars():
    """Both forms of Markdown tables give the same table."""
    inner = ["项目 | 合计 | 基本支出 | 项目支出", "--- | ---: | --- | ---", "甲 | 3.00 | 1.00 | 2.00"]
    head = f"{TITLE}\n\n单位：万元\n\n"
    bare = read_text(head + "\n".join(inner))
    barred = read_text(head + "\n".join(f"| {row} |" for row in inner))
    assert figures(bare.tables[0].sides[0]) == figures(barred.tables[0].sides[0])
    assert column_sums(bare.tables[0].sides[0]) == {"合计": ["基本支出", "项目支出"]}


def test_a_bar_in_prose_is_no_table():
    """Without a rule below it a line with a bar is text."""
    disclosure = read_text("甲 | 乙\n丙 | 丁\n--- 结束 ---\n")
    assert disclosure.tables == ()
    assert disclosure.unread == ()


# --- columns that number the rows


def test_numbers_of_rows_are_neither_labels_nor_amounts():
    """A column 序号 says nothing about the budget: the table reads as without it, and its cells are kept as text."""
    side = side_of(
        "序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        "1 | 201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00",
        "2 | 20101 | 人大事务 | 30.00 | 10.00 | 20.00",
        " | | 合计 | 30.00 | 10.00 | 20.00",
    )
    assert labels(side) == ["201 一般公共服务支出", "20101 人大事务", "合计"]
    assert column_sums(side) == {"合计": ["基本支出", "项目支出"]}
    assert side.cell(1, 0).text == "2"
    assert figures(side)[0] == [None, "30.00万元", "10.00万元", "20.00万元"]


def test_a_total_may_stand_in_the_column_of_numbers():
    """合计 merged over number and name is printed in the first, and is the label of its row."""
    side = side_of("序号 | 项目名称 | 合计", "1 | 甲 | 1.00", "2 | 乙 | 2.00", "合计 | | 3.00", "4 | | ")
    assert row_sums(side) == {"合计": ["甲", "乙"]}
    assert labels(side) == ["甲", "乙", "合计"]


def test_numbers_that_nest_are_an_outline():
    """一 and 1 in a column of numbers say which rows stand below which."""
    side = side_of(
        "序号 | 科目编码 | 项目名称 | 合计",
        "一 | | 甲类 | 3.00",
        "1 | | 丙 | 1.00",
        "2 | | 丁 | 2.00",
        "二 | | 乙类 | 1.00",
        " | 201 | | 1.00",
        "合计 | | | 4.00",
    )
    sums = row_sums(side)
    assert sums["一、甲类"] == ["1、丙", "2、丁"]
    assert sums["合计"] == ["一、甲类", "二、乙类"]


def test_line_numbers_of_final_accounts_are_not_added():
    """行次 stands on both sides of the summary of final accounts; no sum runs over it."""
    table = read_rows(
        [
            ["收入", "", "", "支出", "", ""],
            ["项目", "行次", "金额", "项目", "行次", "金额"],
            ["一、财政拨款收入", "1", "30.00", "一、教育支出", "5", "20.00"],
            ["二、其他收入", "2", "3.00", "二、其他支出", "6", "13.00"],
            ["本年收入合计", "3", "33.00", "本年支出合计", "7", "33.00"],
        ],
        title="2021年收入支出决算总表",
        unit="万元",
    )
    assert [len(side.rows) for side in table.sides] == [3, 3]
    assert [row_sums(side) for side in table.sides] == [
        {"本年收入合计": ["一、财政拨款收入", "二、其他收入"]},
        {"本年支出合计": ["一、教育支出", "二、其他支出"]},
    ]
    report = check(table, SUMS)
    assert report.findings == ()
    assert len(list(report.judgements(Outcome.PASSED))) == 3
