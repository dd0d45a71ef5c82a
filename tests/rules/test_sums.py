"""What the sum rules state, and what they make of blanks, dashes, lost cells and regional habits."""

import pytest

from govbudget import STANDARD, Outcome, check, read_rows
from govbudget.relations import Reason

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]


def outcomes(rows, rule, title="部门支出总体情况表", unit="万元"):
    """The outcomes of one rule on one table, without those that are about nothing."""
    report = check(read_rows(rows, title=title, unit=unit), STANDARD[rule])
    return {
        outcome.name: count
        for outcome, count in report.summary.items()
        if count and outcome.name != "NOT_APPLICABLE"
    }


def reasons(rows, rule, title="部门支出总体情况表"):
    """Why relations of one rule are undecided."""
    report = check(read_rows(rows, title=title, unit="万元"), STANDARD[rule])
    return [judgement.reason for _, judgement in report.judgements(Outcome.UNDECIDED)]


def test_a_blank_part_is_nil_beside_a_printed_one():
    """3.00 = 3.00 + blank holds, and a dash is as good as a blank."""
    assert outcomes([HEAD, ["201", "甲", "3.00", "3.00", ""]], "SUM-001") == {"PASSED": 1}
    assert outcomes([HEAD, ["201", "甲", "3.00", "—", "3.00"]], "SUM-001") == {"PASSED": 1}


def test_a_blank_part_does_not_hide_a_wrong_sum():
    """4.00 = 3.00 + blank cannot be true."""
    assert outcomes([HEAD, ["201", "甲", "4.00", "3.00", ""]], "SUM-001") == {"FAILED": 1}


def test_a_total_that_is_not_broken_down_is_undecided():
    """A total none of whose parts is printed is listed, not passed."""
    assert reasons([HEAD, ["201", "甲", "4.00", "", "-"]], "SUM-001") == [Reason.PARTS_BLANK]


def test_a_blank_total_is_undecided():
    """Parts without a total are listed, not passed."""
    assert reasons([HEAD, ["201", "甲", "", "3.00", ""]], "SUM-001") == [Reason.TOTAL_BLANK]


def test_text_in_a_figure_cell_is_undecided():
    """An O for a zero is no figure, so its sums are undecided and nothing is guessed."""
    assert reasons([HEAD, ["201", "甲", "3.OO", "3.00", ""]], "SUM-001") == [Reason.UNREADABLE]


def test_a_lost_cell_is_undecided_unless_the_sum_is_exact_without_it():
    """A row that is too short is not called wrong, and not called right either unless it is exact."""
    assert reasons([HEAD, ["201", "甲", "4.00", "3.00"]], "SUM-001") == [Reason.ABSENT]
    assert outcomes([HEAD, ["201", "甲", "3.00", "3.00"]], "SUM-001") == {"PASSED": 1}


def test_rounding_is_graded_apart():
    """One last place among two parts is rounding, two are not."""
    assert outcomes([HEAD, ["201", "甲", "3.01", "1.00", "2.00"]], "SUM-001") == {"ROUNDING": 1}
    assert outcomes([HEAD, ["201", "甲", "3.02", "1.00", "2.00"]], "SUM-001") == {"FAILED": 1}


def test_parts_of_a_blank_parent_stand_for_it():
    """Where categories are left blank in a column, their items add to its total."""
    rows = [
        HEAD,
        ["", "合计", "7.00", "7.00", ""],
        ["201", "甲", "7.00", "", ""],
        ["20101", "乙", "7.00", "7.00", ""],
    ]
    report = check(read_rows(rows, title="部门支出总体情况表", unit="万元"), STANDARD["SUM-002"])
    holds = [j.relation for _, j in report.judgements(Outcome.PASSED)]
    assert any(
        [part.row.label for part in relation.parts] == ["乙"] and relation.total.row.label == "合计"
        for relation in holds
    )


def test_a_column_of_which_does_not_add():
    """其中：财政拨款 beside 小计 is compared with it, not added to it."""
    rows = [
        ["科目名称", "合计", "一般公共预算", "", "政府性基金"],
        ["", "", "小计", "其中：财政拨款", ""],
        ["甲", "9.00", "7.00", "5.00", "2.00"],
        ["乙", "9.00", "7.00", "7.50", "2.00"],
    ]
    assert outcomes(rows, "SUM-001", "部门收入总体情况表") == {"PASSED": 2}
    assert outcomes(rows, "SUM-003", "部门收入总体情况表") == {"PASSED": 1, "FAILED": 1}


@pytest.mark.parametrize(("total", "outcome"), [("3.20", "PASSED"), ("5.20", "PASSED"), ("4.20", "FAILED")])
def test_regions_differ_in_what_the_three_public_total_counts(total, outcome):
    """会议费 and 培训费 may be counted in the total or not; only what agrees with neither reading is wrong."""
    rows = [["单位名称", "合计", "因公出国（境）费", "公务接待费", "公务用车费", "会议费", "培训费"]]
    rows.append(["甲", total, "0.00", "0.80", "2.40", "1.50", "0.50"])
    assert outcomes(rows, "SUM-001", "“三公”经费支出表") == {outcome: 1}


def test_optional_columns_left_blank_change_nothing():
    """Without figures in the optional columns there is one reading; a blank total stays undecided."""
    rows = [["单位名称", "合计", "公务接待费", "公务用车费", "会议费"]]
    assert outcomes([*rows, ["甲", "3.20", "0.80", "2.40", ""]], "SUM-001", "三公经费") == {"PASSED": 1}
    assert outcomes([*rows, ["甲", "", "0.80", "2.40", ""]], "SUM-001", "三公经费") == {"UNDECIDED": 1}
    assert outcomes([*rows, ["甲", "", "", "", "1.00"]], "SUM-001", "三公经费") == {}


def test_quantities_add_exactly():
    """Counts are exact: a total of items that differs by one is wrong, however many parts there are."""
    head = ["采购项目", "采购目录", "计量单位", "采购数量", "金额"]
    rows = [
        head,
        ["合计", "", "", "10", "3.00"],
        ["甲", "计算机", "台", "4", "1.00"],
        ["乙", "打印机", "台", "5", "2.00"],
    ]
    assert outcomes(rows, "SUM-002", "政府采购预算表") == {"FAILED": 1, "PASSED": 1}


def test_a_total_without_anything_to_compare_is_listed():
    """A total row alone is undecided for want of a relation, so that the ledger shows it."""
    rows = [["项目", "预算数", "备注"], ["合计", "3.20", ""]]
    assert reasons(rows, "SUM-002", "机关运行经费") == [Reason.NO_RELATION]


def test_a_total_row_related_across_is_not_listed_again():
    """The figures of a lone total row that its columns relate need no other relation."""
    assert outcomes([HEAD, ["", "合计", "3.00", "1.00", "2.00"]], "SUM-002") == {}
    assert outcomes([HEAD, ["", "合计", "3.00", "1.00", "2.00"]], "SUM-001") == {"PASSED": 1}


def two_sides(left, right):
    """A table of revenue and expenditure with one total each."""
    rows = [
        ["收入", "", "支出", ""],
        ["项目", "金额", "项目", "金额"],
        [left[0], left[1], right[0], right[1]],
    ]
    return outcomes(rows, "SUM-004", "部门收支总体情况表")


def test_revenue_equals_expenditure():
    """Grand totals are equal, one last place is too much, and a blank one is undecided."""
    assert two_sides(("收入总计", "9.00"), ("支出总计", "9.00")) == {"PASSED": 1}
    assert two_sides(("收入总计", "9.00"), ("支出总计", "9.01")) == {"FAILED": 1}
    assert two_sides(("收入总计", "9.00"), ("支出总计", "")) == {"UNDECIDED": 1}
    assert two_sides(("收入总计", ""), ("支出总计", "")) == {}


def test_totals_of_the_year_and_of_everything_are_not_compared():
    """本年收入合计 need not equal 支出总计, which may include what is carried forward."""
    assert two_sides(("本年收入合计", "9.00"), ("支出总计", "8.00")) == {}


def test_a_side_without_total_has_no_balance():
    """Where one side prints no total there is nothing to balance."""
    assert two_sides(("一、财政拨款", "9.00"), ("支出总计", "8.00")) == {}


def test_vehicles_are_purchase_and_operation_in_rows_and_columns():
    """公务用车 = 购置 + 运行, whether they are rows (even below 其中) or columns."""
    rows = [
        ["项目", "预算数"],
        ["3、公务用车费", "2.40"],
        ["其中：（1）公务用车运行维护费", "2.40"],
        ["（2）公务用车购置", "0.10"],
    ]
    assert outcomes(rows, "SUM-005", "三公经费") == {"FAILED": 1}
    flat = [["单位名称", "公务用车费", "公务用车购置费", "公务用车运行费"], ["甲", "2.40", "", "2.40"]]
    assert outcomes(flat, "SUM-005", "三公经费") == {"PASSED": 1}
    assert outcomes([["项目", "预算数", "备注"], *rows[1:3]], "SUM-005", "三公经费") == {}
    doubled = [*rows, ["公务用车购置费", "0.10"]]
    assert outcomes(doubled, "SUM-005", "三公经费") == {}


def test_only_columns_of_figures_are_added_down():
    """Text columns beside the amounts take no part in the sums of rows."""
    rows = [
        ["项目", "预算数", "备注"],
        ["3、公务用车费", "2.40", "甲"],
        ["其中：（1）公务用车运行费", "2.40", "乙"],
        ["（2）公务用车购置", "", "丙"],
    ]
    assert outcomes(rows, "SUM-005", "三公经费") == {"PASSED": 1}
    assert outcomes(rows, "SUM-003", "三公经费") == {"PASSED": 1}


def test_a_total_left_blank_above_amounts_is_a_warning():
    """A total row that prints other columns but leaves this one blank disagrees with the amounts below it."""
    rows = [HEAD, ["", "合计", "3.00", "3.00", ""], ["201", "甲", "3.00", "", "3.00"]]
    assert outcomes(rows, "SUM-006") == {"FAILED": 1}
    rows = [HEAD, ["", "合计", "3.00", "3.00", ""], ["201", "甲", "3.00", "3.00", ""]]
    assert outcomes(rows, "SUM-006") == {}
    rows = [HEAD, ["", "合计", "", "", ""], ["201", "甲", "3.00", "3.00", ""]]
    assert outcomes(rows, "SUM-006") == {}


def test_a_part_beside_the_column_it_belongs_to_is_not_added_to_it():
    """其中：上年结转 is part of the column before it, and is held against that one alone."""
    head = ["科目编码", "科目名称", "合计", "一般公共预算", "其中：上年结转"]
    for part, reported in (("5.00", []), ("21.00", ["20.00万元"])):
        rows = [head, ["201", "甲", "20.00", "20.00", part]]
        table = read_rows(rows, title="部门支出总体情况表", unit="万元")
        assert [str(f.reported) for f in check(table, STANDARD["SUM-003"]).findings] == reported
