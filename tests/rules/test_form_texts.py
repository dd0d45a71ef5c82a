"""TGT-024 to 026: the words of performance forms, beyond the examples of the cards."""

import pytest

from govbudget import STANDARD, check, read_rows
from govbudget.relations import Outcome

LIST = "一级指标 | 二级指标 | 三级指标 | 指标值"
SUMMARY = (
    "单位编码(项目编码) | 项目单位(项目名称) | 项目金额(万元) | 绩效目标 | ",
    " | | 资金总额 | 产出指标 | ",
    " | | | 三级指标 | 指标值",
)


def outcomes(rule, *rows):
    """The outcomes of a rule in one form, with their numbers."""
    table = read_rows(
        [[cell.strip() for cell in row.split("|")] for row in rows], title="2021年项目绩效目标表", unit="万元"
    )
    report = check(table, STANDARD.only(rule))
    return {outcome: count for outcome, count in report.summary.items() if count}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("人均成本（元/人天", {Outcome.FAILED: 1}),
        ("人均成本(元/人天）", {Outcome.PASSED: 1}),
        ("1)检查次数", {}),
        ("检查次数", {}),
    ],
)
def test_an_open_bracket_cuts_a_name_off(name, expected):
    """Full-width and half-width brackets are one; a second bracket alone numbers."""
    assert outcomes("TGT-024", LIST, f"产出指标 | 数量指标 | {name} | 20") == expected


def unit(code, name, *projects):
    """The rows of a unit and its projects."""
    return (f"{code} | {name} | | | ", *(f"{one} | {name}费 | 1.00 | 次数 (≥**次) | 2" for one in projects))


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ((("506101", "甲", "2021-506101"), ("506102", "乙", "2021-506102")), {Outcome.PASSED: 2}),
        (
            (("506101", "甲", "2021-506101"), ("50610102", "乙", "2021-506102")),
            {Outcome.PASSED: 1, Outcome.FAILED: 1},
        ),
        ((("50610102", "乙", "2021-506102"),), {}),
        ((("506101", "甲", "2021-506101"), ("506102", "乙", "2021-0001", "2021-0002")), {Outcome.PASSED: 1}),
        ((("506101", "甲", "2021-506101"), ("506102", "乙", "A")), {Outcome.PASSED: 1}),
        ((("506101", "甲", "2021-506101"), ("506102", "乙", "A-01")), {Outcome.PASSED: 1}),
        ((("506101", "甲", "2021-506101"), ("506", "乙", "2021-506102")), {Outcome.PASSED: 1}),
        ((("506101", "甲", "2021-506101"), ("506102", "乙", "2021-506101")), {Outcome.PASSED: 1}),
        ((("506101", "甲", "2021-506101"), ("506102", "乙", "2021-410000210506102000")), {Outcome.PASSED: 1}),
    ],
)
def test_projects_bear_the_code_of_their_unit_where_others_do(units, expected):
    """Codes that number projects, and documents in which no unit agrees, say nothing."""
    rows = (row for one in units for row in unit(*one))
    assert outcomes("TGT-025", *SUMMARY, *rows) == expected


@pytest.mark.parametrize(
    ("explanation", "expected"),
    [
        ("完成率=已完成数/总数", {Outcome.PASSED: 2}),
        ("部门绩效监控完成率=已监控数/总数", {Outcome.FAILED: 1, Outcome.PASSED: 1}),
        ("预算执行率=执行数/预算数", {Outcome.PASSED: 1}),
        ("是否按要求完成", {Outcome.PASSED: 1}),
        ("绩效监控完成率=甲/乙；目标编制完成率=丙/丁", {Outcome.PASSED: 2}),
    ],
)
def test_an_explanation_defines_its_own_rate(explanation, expected):
    """A formula of something that is not listed says nothing, and neither does one that is its own beside another."""
    rows = (
        f"{LIST} | 指标说明",
        "产出指标 | 质量指标 | 绩效监控完成率 | ≥90% | 绩效监控完成率=已监控数/总数",
        f" | | 目标编制完成率 | ≥90% | {explanation}",
    )
    assert outcomes("TGT-026", *rows) == expected


@pytest.mark.parametrize(
    ("name", "explanation"),
    [
        ("工作完成情况", "绩效监控完成率=已监控数/总数"),
        ("综合得分率", "绩效监控完成率=甲/乙，目标编制及时率=丙/乙"),
    ],
)
def test_what_is_no_rate_may_be_explained_by_others(name, explanation):
    """A quality is measured by a rate, and a score is made up of several."""
    rows = (
        f"{LIST} | 指标说明",
        "产出指标 | 质量指标 | 绩效监控完成率 | ≥90% | 绩效监控完成率=已监控数/总数",
        f" | | {name} | ≥90% | {explanation}",
    )
    assert Outcome.FAILED not in outcomes("TGT-026", *rows)


def test_other_words_for_the_own_rate_are_no_other_indicator():
    """The rate that is defined shares all but one character with the indicator."""
    found = outcomes(
        "TGT-026",
        f"{LIST} | 指标说明",
        "产出指标 | 质量指标 | 结转率 | ≥90% | ",
        " | | 结余结转率 | ≥90% | 结余的结转率=甲/乙",
    )
    assert found == {}
