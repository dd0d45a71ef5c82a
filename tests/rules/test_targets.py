"""TGT-001 to TGT-009 and TGT-018: target values, beyond the examples of the cards."""

import pytest

from govbudget import STANDARD, check, read_rows
from govbudget.relations import Outcome, Reason

LIST = "一级指标 | 二级指标 | 三级指标 | 指标值 | 度量单位"
PASSED, FAILED, UNDECIDED = Outcome.PASSED, Outcome.FAILED, Outcome.UNDECIDED


def report_of(rule, *rows, title="2021年项目绩效目标表"):
    """Check a form with one rule."""
    table = read_rows([[cell.strip() for cell in row.split("|")] for row in rows], title=title, unit="万元")
    return check(table, STANDARD.only(rule))


def outcomes(report):
    """The outcomes that occur, with their numbers."""
    return {outcome: count for outcome, count in report.summary.items() if count}


def listed(name, value, unit="", group="数量指标"):
    """The rows of a form with one indicator."""
    return LIST, f"产出指标 | {group} | {name} | {value} | {unit}"


@pytest.mark.parametrize(
    ("rule", "name", "value", "unit", "found"),
    [
        ("TGT-001", "报告合格率", "≥ 9O%", "", {FAILED: 1}),
        ("TGT-001", "报告合格率", "≥abc", "", {FAILED: 1}),
        ("TGT-001", "报告合格率", "优良", "", {PASSED: 1}),
        ("TGT-002", "报告合格率", "≥abc", "", {}),
        ("TGT-002", "报告合格率", "待定", "", {FAILED: 1}),
        ("TGT-002", "报告合格率", "XX%", "", {FAILED: 1}),
        ("TGT-002", "投诉", "无", "", {UNDECIDED: 1}),
        ("TGT-002", "报告合格率", "不适用", "", {UNDECIDED: 1}),
        ("TGT-002", "报告合格率", "—", "", {UNDECIDED: 1}),
        ("TGT-002", "报告合格率", "/", "", {UNDECIDED: 1}),
        ("TGT-002", "报告合格率", "见附件", "", {UNDECIDED: 1}),
        ("TGT-002", "联系电话:", "填报日期:", "", {}),
        ("TGT-003", "检查次数", "≥5", "次", {PASSED: 1}),
        ("TGT-003", "检查次数", "0", "", {}),
        ("TGT-003", "检查次数", "3-5", "", {FAILED: 1}),
        ("TGT-003", "完成时间", "6月底", "", {}),
        ("TGT-004", "成本降低率", "≥5%", "", {}),
        ("TGT-004", "节约成本", "≥5万元", "", {}),
        ("TGT-004", "项目成本", "5万元", "", {}),
        ("TGT-004", "群众满意度(%)", "≤80%", "", {FAILED: 1}),
        ("TGT-004", "群众满意度(%)", "≥80%", "", {PASSED: 1}),
        ("TGT-004", "床位达标率", "≤100%", "", {}),
        ("TGT-004", "覆盖率", "提高5%以内", "", {}),
        ("TGT-005", "覆盖率", "提高120%", "", {}),
        ("TGT-009", "游客数量", "同比增长10%", "", {}),
        ("TGT-009", "缩短办理时间", "≥50%", "", {}),
        ("TGT-018", "志愿服务时间", "40000", "小时", {}),
        ("TGT-008", "决算编报时间", "2022年3月底前", "", {PASSED: 1}),
        ("TGT-008", "实施期限", "2020-2023年", "", {}),
        ("TGT-005", "收入增长率", "≥150%", "", {}),
        ("TGT-005", "政策知晓率", "≥100%", "", {PASSED: 1}),
        ("TGT-005", "政策知晓率", "≥9000", "", {}),
        ("TGT-008", "完成时间", "12月底前", "", {}),
        ("TGT-008", "完成时间", "≤3个月", "", {}),
        ("TGT-009", "检查次数", "≥5", "", {}),
        ("TGT-009", "检查次数占比", "≥5%", "", {}),
        ("TGT-009", "办结时限", "≤100%", "", {FAILED: 1}),
        ("TGT-018", "完成时间", "2021-12-31", "", {PASSED: 1}),
        ("TGT-018", "人数", "44561", "", {}),
    ],
)
def test_a_target_alone(rule, name, value, unit, found):
    """Each rule speaks of the targets that it can judge, and is silent about the rest."""
    assert outcomes(report_of(rule, *listed(name, value, unit))) == found


def test_a_malformed_value_says_what_is_meant():
    """The finding carries the suggestion, or else what is wrong."""
    (finding,) = report_of("TGT-001", *listed("合格率", "≥ 9O%")).findings
    assert finding.expected.zh == "疑为 ≥90%"
    (finding,) = report_of("TGT-001", *listed("合格率", "≥abc")).findings
    assert "比较符号后面" in finding.expected.zh


def test_a_deadline_without_a_budget_year_is_undecided():
    """Where the document does not say its year, no deadline is judged."""
    report = report_of("TGT-008", *listed("完成时间", "2021年6月底前"), title="项目绩效目标表")
    assert outcomes(report) == {UNDECIDED: 1}
    assert next(report.judgements(UNDECIDED))[1].reason is Reason.NO_YEAR


HEADS = "绩效指标 | 实施期目标 | | | 年度目标 | | "
TWO = "一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值"


@pytest.mark.parametrize(
    ("whole", "year", "found"),
    [
        ("≤40个", "≥40个", {FAILED: 1}),
        ("≥6次", "≥2次", {PASSED: 1}),
        ("=6次", "=2次", {PASSED: 1}),
        ("≥90%", "=80%", {PASSED: 1}),
        ("≥90%", "≥80%", {PASSED: 1}),
        ("≥20", "≥20家", {UNDECIDED: 1}),
        ("及时", "≥20家", {}),
        ("≤36个月", "≤1年", {PASSED: 1}),
    ],
)
def test_periods_stand_side_by_side(whole, year, found):
    """A floor and a ceiling contradict each other; all else may differ between a year and all years."""
    row = f"产出指标 | 数量指标 | 设备购置 | {whole} | 数量指标 | 设备购置 | {year}"
    assert outcomes(report_of("TGT-006", HEADS, TWO, row)) == found


@pytest.mark.parametrize(
    ("name", "group", "value", "found"),
    [
        ("项目成本", "成本指标", "≤20.4万元", {FAILED: 1}),
        ("厉行节约", "成本指标", "120000元", {PASSED: 1}),
        ("挽回基金损失", "成本指标", "≥100万元", {}),
        ("节约成本", "成本指标", "≥100万元", {}),
        ("项目成本", "成本指标", "10-20万元", {FAILED: 1}),
        ("项目成本", "成本指标", "≥15万元", {FAILED: 1}),
        ("会议费用", "成本指标", "≤500元/人", {}),
        ("会议费用", "成本指标", "≤5千元", {}),
        ("会议费用", "成本指标", "0.0000000000001万元", {}),
        ("带动投资", "经济效益指标", "≥500万元", {}),
        ("研发费用", "经济效益指标", "≥500万元", {}),
        ("印刷费用", "数量指标", "≤500万元", {FAILED: 1}),
    ],
)
def test_costs_are_within_the_money_of_the_project(name, group, value, found):
    """Money in cost indicators is compared with that of the project; benefits and unit costs are not."""
    rows = ("项目名称 | 甲 | | ", "实施期资金总额 | | 年度资金总额 | 12.0", *listed(name, value, group=group))
    assert outcomes(report_of("TGT-007", *rows)) == found


def test_costs_without_a_project_amount_are_not_compared():
    """A form that leaves the amount blank, and one of a whole department, give nothing to compare."""
    rows = listed("项目成本", "≤20万元", group="成本指标")
    assert (
        outcomes(report_of("TGT-007", "项目名称 | 甲 | | ", "实施期资金总额 | | 年度资金总额 | ", *rows))
        == {}
    )
    assert outcomes(report_of("TGT-007", *rows, title="2021年部门整体绩效目标表")) == {}
