"""Sums over details that print only some columns of the row above them."""

import pytest

from govbudget import STANDARD, Outcome, check, read_rows, read_text

FLAT = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
NESTED = ["科目编码", "科目名称", "合计", "基本支出", "项目支出", ""], ["", "", "", "", "部门项目", "专项"]


def down(*rows):
    """Return how the sums down a table end: how many pass, fail and stay open."""
    summary = check(
        read_rows(rows, title="部门支出总体情况表", unit="万元"), STANDARD.only("SUM-002")
    ).summary
    return tuple(summary[outcome] for outcome in (Outcome.PASSED, Outcome.FAILED, Outcome.UNDECIDED))


@pytest.mark.parametrize(
    ("above", "outcomes"),
    [
        (["2010101", "行政运行", "32.00", "20.00", "12.00"], (1, 0, 2)),
        (["2010101", "行政运行", "12.00", "", "12.00"], (2, 0, 0)),
        (["2010101", "行政运行", "12.00", "0.00", "12.00"], (2, 0, 1)),
        (["2010101", "行政运行", "33.00", "20.00", "13.00"], (0, 1, 2)),
        (["2010101", "行政运行", "13.00", "", "13.00"], (0, 2, 0)),
    ],
)
def test_projects_below_a_subject_are_no_parts_of_its_basic_expenditure(above, outcomes):
    """The total is open like its basic expenditure, the project expenditure is judged; what is blank or 0 lacks nothing."""
    assert (
        down(FLAT, above, ["", "甲项目", "7.00", "", "7.00"], ["", "乙项目", "5.00", "", "5.00"]) == outcomes
    )


def test_only_columns_that_contain_what_is_left_out_are_open():
    """The column of projects, which has parts of its own, is judged though the total is not."""
    details = ["", "甲项目", "7.00", "", "7.00", ""], ["", "乙项目", "5.00", "", "", "5.00"]
    assert down(*NESTED, ["2010101", "行政运行", "32.00", "20.00", "7.00", "5.00"], *details) == (2, 0, 2)
    assert down(*NESTED, ["2010101", "行政运行", "33.00", "20.00", "8.00", "5.00"], *details) == (1, 1, 2)


def test_a_total_of_subjects_lacks_what_it_does_not_add_up_to():
    """Rows of subjects are all that there is, so that a missing amount is a difference."""
    rows = ["201", "甲", "32.00", "20.00", "12.00"], ["20101", "乙", "12.00", "", "12.00"]
    assert down(FLAT, *rows)[1] == 1


OPEN = """2022 年项目支出预算表
部门名称：某局 单位：万元
部门（单位）代码 部门（项目）名称 项目类型 合计 一般公共预算 政府性基金预算 单位资金
048001 某局 11.00 1.00 10.00
048001 培训 特定目标类 10.00 10.00
备注：无
"""


def test_details_may_leave_out_what_is_open():
    """In a text without borders it is not known which fund has the 1.00, and whether the project prints that fund."""
    report = check(read_text(OPEN), STANDARD.only("SUM"))
    assert report.summary[Outcome.FAILED] == 0
    assert report.summary[Outcome.UNDECIDED] > 0
