"""TGT-010 to TGT-017: the money and the lists of performance forms, beyond the examples of the cards."""

import pytest

from govbudget import STANDARD, check, read_rows, read_text
from govbudget.relations import Outcome, Reason

LIST = "一级指标 | 二级指标 | 三级指标 | 指标值"


def report_of(rule, *rows, title="2021年项目绩效目标表"):
    """Check a form with one rule."""
    table = read_rows([[cell.strip() for cell in row.split("|")] for row in rows], title=title, unit="万元")
    return check(table, STANDARD.only(rule))


def outcomes(report):
    """The outcomes that occur, with their numbers."""
    return {outcome: count for outcome, count in report.summary.items() if count}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("资金总额 | 10", "其中：财政拨款 | 4"), {Outcome.PASSED: 1}),
        (("资金总额 | 10", "其中：财政拨款 | 14"), {Outcome.FAILED: 1}),
        (("资金总额 | 10", "其中：财政拨款 | "), {Outcome.NOT_APPLICABLE: 1}),
        (("资金总额 | ", "其中：财政拨款 | ", "其他资金 | "), {Outcome.NOT_APPLICABLE: 1}),
        (("资金总额 | 10", "其中：财政拨款 | ", "其他资金 | "), {Outcome.UNDECIDED: 1}),
        (("资金总额 | ", "其中：财政拨款 | 4", "其他资金 | "), {Outcome.UNDECIDED: 1}),
        (("资金总额 | 10", "其中：财政拨款 | 4", "其他资金 | x"), {Outcome.UNDECIDED: 1}),
        (("资金总额 | 10", "其中：财政拨款 | 9.6", "其他资金 | 0.3"), {Outcome.ROUNDING: 1}),
        (
            ("资金总额 | 10", "其中：财政拨款 | 9", "其中：本级财政资金 | 8", "其他资金 | 1"),
            {Outcome.PASSED: 1},
        ),
        (("资金总额 | 10", "财政拨款 | 9", "中央财政资金 | 8", "其他资金 | 1"), {Outcome.PASSED: 1}),
        (("资金总额 | 10", "财政拨款 | 4", "中央财政资金 | 5", "其他资金 | 1"), {Outcome.PASSED: 1}),
        (("资金总额 | 10", "财政拨款 | 4", "中央财政资金 | 5", "其他资金 | 9"), {Outcome.FAILED: 1}),
        (("资金总额 | 10", "其中：财政拨款 | 4", "其中：其他资金 | 15"), {Outcome.FAILED: 1}),
        (("资金总额 | 10", "其中：财政拨款 | 4", "其中：其他资金 | 5"), {Outcome.PASSED: 1}),
        (("资金总额 | 10",), {}),
    ],
)
def test_blank_sources_are_not_zero(rows, expected):
    """A blank is nil beside a printed neighbour; one 其中 alone bounds the total only from below."""
    assert outcomes(report_of("TGT-010", "项目名称 | 甲", f"年度{rows[0]}", *rows[1:])) == expected


def test_amounts_of_last_year_are_compared_with_each_other():
    """Each year has its own pair of amounts; a blank one is nothing to compare."""
    rows = (
        "项目名称 | 甲 | | ",
        "项目总金额 | 3 | 项目本年度金额 | 1",
        "上年度项目总金额 | 1 | 项目上年度金额 | 2",
    )
    assert outcomes(report_of("TGT-011", *rows)) == {Outcome.PASSED: 1, Outcome.FAILED: 1}
    assert outcomes(report_of("TGT-011", rows[0], "项目总金额 | 3 | 项目本年度金额 | ")) == {
        Outcome.NOT_APPLICABLE: 1
    }
    assert outcomes(report_of("TGT-011", rows[0], "项目总金额 | 3 | | ")) == {}


@pytest.mark.parametrize(
    ("term", "amounts", "expected"),
    [
        ("1年", "实施期资金总额 | 3 | 年度资金总额 | 3", {Outcome.PASSED: 1}),
        ("一年", "实施期资金总额 | 9 | 年度资金总额 | 3", {Outcome.FAILED: 1}),
        ("3年", "实施期资金总额 | 12 | 年度资金总额 | 3", {}),
        ("1年", "实施期资金总额 | | 年度资金总额 | 3", {}),
        ("", "实施期资金总额 | 9 | 年度资金总额 | 3", {}),
    ],
)
def test_only_projects_of_one_year_have_equal_amounts(term, amounts, expected):
    """Nothing is demanded of longer projects, of blanks, or where no term is stated."""
    assert outcomes(report_of("TGT-016", f"项目名称 | 甲 | 项目期 | {term}", amounts)) == expected


def test_repeated_indicators_are_listed_in_one_finding():
    """Every indicator is named with its value and lines; another spelling of the value is the same value."""
    rows = [
        LIST,
        "产出指标 | 数量指标 | 检查 | 100%",
        " | | 培训 | ≥2次",
        " | | 检查 | =100%",
        " | | 培训 | ",
    ]
    text = "2021年项目绩效目标表\n" + "\n".join(
        "\t".join(cell.strip() for cell in row.split("|")) for row in rows
    )
    disclosure = read_text(text)
    (finding,) = check(disclosure, STANDARD.only("TGT-012", "TGT-017")).findings
    assert finding.rule.id == "TGT-012"
    assert finding.message["zh"] == "同一指标重复列示：检查 100% / =100%（3, 5）；培训 ≥2次（4, 6）"
    assert finding.locations[0].line == 5


def test_indicators_of_two_projects_are_not_compared():
    """The same indicator in two projects, or in two levels, is no repetition."""
    indicator = "产出指标 | 数量指标 | 检查 | 100%"
    rows = (
        "项目名称 | 甲 | | ",
        LIST,
        indicator,
        " | 质量指标 | 检查 | 90%",
        "项目名称 | 乙 | | ",
        LIST,
        indicator,
    )
    for rule in ("TGT-012", "TGT-017"):
        assert outcomes(report_of(rule, *rows)) == {Outcome.PASSED: 2}


def repeated(first, second, heading=LIST):
    """The rules that fail for two rows of one name with these values and what stands beside them."""
    rows = [heading, f"产出指标 | 数量指标 | 培训人数 | {first}", f" | | 培训人数 | {second}"]
    return [rule for rule in ("TGT-012", "TGT-017") if Outcome.FAILED in outcomes(report_of(rule, *rows))]


@pytest.mark.parametrize(
    ("first", "second", "failed"),
    [
        ("≥100人", "≥200人", ["TGT-017"]),
        ("≥100人", "不少于100人", ["TGT-012"]),
        ("小学650元/生·年", "初中850元/生·年", []),
        ("小学650元/生·年", "初中650元/生·年", []),
        ("教师≥100人", "学生≥200人", []),
        ("教师≥100人", "教师≥200人", ["TGT-017"]),
        ("教师≥100人", "学生≥100人", []),
        ("20人", "20人次", []),
        ("20人", "30人次", []),
        ("20人", "30%", []),
        ("1年", "12个月", ["TGT-012"]),
        ("及时", "完成", []),
        ("2人。", "3人", ["TGT-017"]),
        ("≥", "≥", ["TGT-012"]),
        ("≥", ">=3人", []),
    ],
)
def test_values_contradict_each_other_if_they_measure_one_thing(first, second, failed):
    """Words beside a number, and units, say what it is a number of; targets in words are not compared."""
    assert repeated(first, second) == failed


@pytest.mark.parametrize(
    ("heading", "first", "second", "failed"),
    [
        ("指标说明", "≥100人 | 教师", "≥200人 | 学生", []),
        ("指标说明", "≥100人 | 教师", "≥200人 | ", []),
        ("指标说明", "≥100人 | 教师", "≥100人 | 学生", []),
        ("指标说明", "≥100人 | 教师", "≥200人 | 教 师", ["TGT-017"]),
        ("评分标准", "≥100人 | 教师", "≥200人 | 学生", []),
        ("评分标准", "≥100人 | 教师", "≥100人 | 学生", []),
        ("分值", "≥100人 | 10", "≥200人 | 5", ["TGT-017"]),
        ("实际完成值", "≥100人 | 90人", "≥100人 | 95人", ["TGT-012"]),
    ],
)
def test_rows_of_one_name_are_one_indicator_if_they_are_explained_alike(heading, first, second, failed):
    """Explanations and remarks tell indicators apart; points and actual values do not."""
    assert repeated(first, second, f"{LIST} | {heading}") == failed


def test_contradictory_targets_are_named_with_their_natures():
    """The sign of a column of its own is part of the value that is named."""
    heading = "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位"
    rows = (heading, "产出指标 | 数量指标 | 检查 | ≥ | 2 | 次", " | | 检查 | ≤ | ≤2 | 次")
    (finding,) = report_of("TGT-017", *rows).findings
    assert finding.message["zh"] == "同一指标有不同的值：检查 ≥2 / ≤2"


def test_tasks_without_amounts_say_nothing_about_project_expenditure():
    """The sum of the tasks is only stated if each task states its money."""
    rows = [
        "部门(单位)名称 | 某局 | ",
        "年度主要任务 | 任务名称 | 主要内容",
        " | 甲 | 项目资金30万元。",
        " | 乙 | 保障。",
    ]
    budget = ["预算情况 | 部门预算总额(万元) | 50", " | 2、资金结构:(1)基本支出 | 30", " | (2)项目支出 | 20"]
    title = "2021年部门整体绩效目标表"
    assert outcomes(report_of("TGT-015", *rows, *budget, title=title)) == {Outcome.PASSED: 1}
    failed = report_of("TGT-015", *rows[:3], *budget, title=title)
    assert outcomes(failed) == {Outcome.PASSED: 1, Outcome.FAILED: 1}
    assert outcomes(report_of("TGT-015", *rows[:3], title=title)) == {}
    blank = report_of("TGT-015", *rows[:3], *budget[:2], " | (2)项目支出 | ", title=title)
    assert outcomes(blank) == {Outcome.FAILED: 1}


def test_what_a_total_without_parts_is_called():
    """The reason of an undecided sum is that of all sums."""
    report = report_of("TGT-010", "项目名称 | 甲", "年度资金总额 | 10", "财政拨款 | ", "其他资金 | ")
    assert [judgement.reason for _, judgement in report.judgements(Outcome.UNDECIDED)] == [Reason.PARTS_BLANK]
