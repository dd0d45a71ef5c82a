"""TGT-019 to 023: the money of projects against what else the forms say, beyond the examples of the cards."""

import pytest

from govbudget import STANDARD, Disclosure, check, read_rows
from govbudget.reading.forms._plans import listed_amounts
from govbudget.relations import Outcome

OVERALL = ("部门(单位)名称 | 甲局 | ", "年度主要任务 | 任务名称 | 主要内容")
LIST = "一级指标 | 二级指标 | 三级指标 | 指标值"
TWO = "一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值"
PERIODS = "绩效指标 | 实施期目标 | | | 年度目标 | | "


def form(*rows, title="2021年项目绩效目标表"):
    """A form as a table."""
    return read_rows([[cell.strip() for cell in row.split("|")] for row in rows], title=title, unit="万元")


def outcomes(rule, *tables):
    """The outcomes of a rule that occur, with their numbers."""
    report = check(Disclosure(tables), STANDARD.only(rule))
    return {outcome: count for outcome, count in report.summary.items() if count}


def project(name, *amounts):
    """The form of a project with its annual amount."""
    return form(f"项目名称 | {name} | | ", *amounts)


@pytest.mark.parametrize(
    ("tasks", "names", "expected"),
    [
        (("乙 | 项目资金20万元。",), ("乙",), {Outcome.PASSED: 1}),
        (("乙 | 项目资金20.4万元。",), ("乙",), {Outcome.ROUNDING: 1}),
        (("乙 | 项目资金20.6万元。",), ("乙",), {Outcome.FAILED: 1}),
        (("乙 | 保障运转。 项目资金20万元。",), ("乙",), {Outcome.PASSED: 1}),
        (("乙 | 保障运转；项目资金：30万元",), ("乙",), {Outcome.FAILED: 1}),
        (("乙 | 项目资金60万元，分三年实施。",), ("乙",), {}),
        (("乙 | 项目资金60万元（2021—2023年），当年20万元。",), ("乙",), {}),
        (("乙 | 总项目资金60万元。",), ("乙",), {}),
        (("乙 | 监管项目资金3亿元，开展检查。",), ("乙",), {}),
        (("乙 | 争取上级项目资金500万元。",), ("乙",), {}),
        (("乙 | 一期项目资金8万元。项目资金12万元。",), ("乙",), {}),
        (("乙 | 保障运转。",), ("乙",), {}),
        (("乙项目 | 项目资金30万元。",), ("乙",), {}),
        (("乙 | 项目资金30万元。",), ("乙", "乙"), {}),
        (("乙 | 项目资金30万元。", "乙 | 项目资金10万元。"), ("乙",), {}),
    ],
)
def test_a_task_has_the_money_of_the_one_project_of_its_name(tasks, names, expected):
    """Other names, names that occur twice and tasks without money say nothing."""
    overall = form(*OVERALL, *(f" | {task}" for task in tasks), title="2021年部门整体绩效目标表")
    forms = [project(name, "项目总金额 | | 项目本年度金额 | 20") for name in names]
    assert outcomes("TGT-019", overall, *forms) == expected


@pytest.mark.parametrize(
    ("task", "expected"), [("60", Outcome.PASSED), ("20", Outcome.PASSED), ("40", Outcome.FAILED)]
)
def test_a_task_may_have_the_money_of_all_years(task, expected):
    """A task of several years names what the whole project costs."""
    overall = form(*OVERALL, f" | 乙 | 项目资金{task}万元。", title="2021年部门整体绩效目标表")
    one = project("乙", "项目总金额 | 60 | 项目本年度金额 | 20")
    assert outcomes("TGT-019", overall, one) == {expected: 1}


def test_a_task_of_a_project_without_amount_is_not_compared():
    """A blank amount is not nought."""
    overall = form(*OVERALL, " | 乙 | 项目资金20万元。", title="2021年部门整体绩效目标表")
    assert outcomes("TGT-019", overall, project("乙", "项目总金额 | | 项目本年度金额 | ")) == {}


@pytest.mark.parametrize(
    ("plan", "items"),
    [
        ("甲项目50万元，乙项目80万元。", [("甲项目", "50万元"), ("乙项目", "80万元")]),
        (
            "医疗、生育经办标准化项目1,050万元；宣传300000元",
            [("医疗、生育经办标准化项目", "1,050万元"), ("宣传", "300000元")],
        ),
        ("甲项目50万元。", []),
        ("甲项目50万元，乙项目80万元，其他。", []),
        ("甲项目50万元，每人200元。", []),
        ("共130万元，甲项目50万元，乙项目80万元。", []),
        ("甲项目50万元，其中乙项目30万元。", []),
        ("按每人200元的标准补助，甲项目50万元。", []),
        ("3年甲项目50万元，乙项目80万元。", []),
        ("甲项目50万元/年，乙项目80万元。", []),
        ("宣传项目12万元，印刷5万元，媒体7万元，培训8万元。", []),
        ("印刷5万元，媒体7万元，宣传项目12万元，培训8万元。", []),
        ("宣传项目12万元，包括印刷5万元，媒体3万元，培训8万元。", []),
        ("中央资金12万元，省级资金18万元。", []),
        ("财政拨款20万元，社会资本50万元。", []),
        ("总投资50万元，财政安排20万元。", []),
        ("合同金额90万元，尾款20万元。", []),
        ("3月底前支出5万元，6月底前支出10万元。", []),
        ("一季度支出5万元，全年支出20万元。", []),
        ("第一期宣传项目12万元，第二期宣传项目18万元。", []),
        ("甲项目12万元，乙项目8万元，两项25万元。", []),
        ("保洁员月工资3000元，保安月工资4000元。", []),
        ("扩建后可实现产值500万元，新增税收30万元。", []),
        ("设备原值80万元，维护费20万元。", []),
        ("", []),
    ],
)
def test_only_a_plan_that_is_a_list_lists_amounts(plan, items):
    """Rates, totals, parts and any other text make a plan no list."""
    assert listed_amounts(plan) == items


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ("项目总金额 | 90 | 项目本年度金额 | 30", {Outcome.PASSED: 1}),
        ("项目总金额 | 90 | 项目本年度金额 | 40", {Outcome.PASSED: 1}),
        ("项目总金额 | 30 | 项目本年度金额 | 10", {Outcome.PASSED: 1}),
        ("项目总金额 | 90 | 项目本年度金额 | 20", {Outcome.FAILED: 1}),
        ("项目总金额 | | 项目本年度金额 | 20", {Outcome.FAILED: 1}),
        ("项目总金额 | 90 | 项目本年度金额 | ", {}),
    ],
)
def test_a_plan_is_part_of_the_year_or_all_of_all_years(amounts, expected):
    """A list may be of some of the money of the year, or of all the money of all years."""
    plan = "项目实施计划 | 宣传项目12万元，培训项目18万元。 | | "
    assert outcomes("TGT-020", project("甲", amounts, plan)) == expected
    assert outcomes("TGT-020", project("甲", amounts, "项目实施计划 | 按月支付。 | | ")) == {}


def test_planned_amounts_have_their_place():
    """The plan is the row, the item the column."""
    (one,) = project("甲", "项目实施计划 | 宣传项目12万元，培训项目18万元。 | | ").form.projects
    assert [(cell.label, cell.location.row, cell.location.column) for cell in one.planned] == [
        ("宣传项目", "项目实施计划", "宣传项目"),
        ("培训项目", "项目实施计划", "培训项目"),
    ]


@pytest.mark.parametrize(
    ("dates", "amounts", "expected"),
    [
        ("2021-01-01 | 结束时间 | 2021-12-31", "20 | 项目本年度金额 | 20", {Outcome.PASSED: 1}),
        ("2021-01-01 | 结束时间 | 2021-12-31", "60 | 项目本年度金额 | 20", {Outcome.FAILED: 1}),
        ("2021年1月 | 结束时间 | 2021年12月", "60 | 项目本年度金额 | 20", {Outcome.FAILED: 1}),
        ("2021-01-01 | 结束时间 | 2023-12-31", "60 | 项目本年度金额 | 20", {}),
        ("2021-01-01 | 结束时间 | ", "60 | 项目本年度金额 | 20", {}),
        ("2021-01-01 | 结束时间 | 2021-12-31", " | 项目本年度金额 | 20", {}),
    ],
)
def test_projects_of_one_year_are_told_by_their_dates(dates, amounts, expected):
    """Projects of several years, without dates or without amounts say nothing."""
    one = project("甲", f"开始时间 | {dates}", f"项目总金额 | {amounts}")
    assert outcomes("TGT-021", one) == expected


def test_a_convention_is_named_once():
    """Two of three projects print the money of several years: one finding."""
    dates = "开始时间 | 2021-01-01 | 结束时间 | 2021-12-31"
    forms = [project("甲", dates, f"项目总金额 | {whole} | 项目本年度金额 | 20") for whole in (60, 20, 40)]
    (finding,) = check(Disclosure(forms), STANDARD.only("TGT-021")).findings
    assert finding.reported == "2/3"


@pytest.mark.parametrize(
    ("whole", "name", "target", "expected"),
    [
        ("30", "测试成本", "≤10万元", {Outcome.FAILED: 1}),
        ("30", "测试成本", "100000元", {Outcome.FAILED: 1}),
        ("10", "测试成本", "≤10万元", {Outcome.PASSED: 1}),
        ("30", "测试成本", "≤30万元", {}),
        ("30", "测试成本", "≤3万元", {}),
        ("30", "测试成本", "≤10%", {}),
        ("30", "首期测试成本", "≤10万元", {}),
        ("30", "单套测试成本", "≤10万元", {}),
        ("30", "每年测试成本", "≤10万元", {}),
        ("", "测试成本", "≤10万元", {}),
    ],
)
def test_the_cost_of_all_years_is_not_that_of_one(whole, name, target, expected):
    """Costs of a part, of all years, and forms without the amounts say nothing."""
    one = project(
        "甲",
        f"实施期资金总额 | {whole} | 年度资金总额 | 10",
        PERIODS,
        TWO,
        f"产出指标 | 成本指标 | {name} | {target} | 成本指标 | {name} | {target}",
        "产出指标 | 数量指标 | 次数 | 10次 | 数量指标 | 次数 | 10次",
    )
    assert outcomes("TGT-022", one) == expected


@pytest.mark.parametrize(("second", "expected"), [("20", {}), ("5", {Outcome.FAILED: 1})])
def test_costs_of_all_years_that_make_up_its_money_are_no_costs_of_one(second, expected):
    """10 and 20 are the 30 of all years, though 10 is that of the year, too."""
    one = project(
        "甲",
        "实施期资金总额 | 30 | 年度资金总额 | 10",
        PERIODS,
        TWO,
        "产出指标 | 成本指标 | 购置成本 | ≤10万元 | 成本指标 | 购置成本 | ≤10万元",
        f" | | 运维成本 | ≤{second}万元 | | 运维成本 | ",
    )
    assert outcomes("TGT-022", one) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("会议场次数 | 2场", "会场租赁费 (**万元/场) | 0.5"), {Outcome.PASSED: 1}),
        (
            ("会议场次数 | 2场", "会场租赁费 (**万元/场) | 0.4", "材料费 (**万元/场) | 0.11"),
            {Outcome.FAILED: 1},
        ),
        (("会议场次数 | 2场", "会场租赁费 | ≤0.6万元/场"), {}),
        (("会议场次数 | 2场", "单场成本 (**万元/场) | 0.5", "会场租赁费 (**万元/场) | 0.3"), {}),
        (("会议场次数 | 2场", "单场成本 (**万元/场) | 0.6"), {Outcome.FAILED: 1}),
        (("会议场次数 | 2场", "大型会议租赁费 (**万元/场) | 0.6"), {}),
        (("会议场次数 | 2场", "培训场地费 (**万元/场) | 0.6"), {}),
        (("会议场次数 | 2场", "企业赞助 (**万元/场) | 0.6"), {}),
        (("会议场次数 | ≤2场", "会场租赁费 (**万元/场) | 0.6"), {}),
        (("会议场次数 | 2场", "培训场次数 | 1场", "会场租赁费 (**万元/场) | 0.6"), {}),
        (("会议场次数 | 1000场", "会场租赁费 (**万元/场) | 0.6"), {}),
        (("会议场次数 | 2-3场", "会场租赁费 (**万元/场) | 0.6"), {}),
        (("会场租赁费 (**万元/场) | 0.6",), {}),
        (("会议场次数 | 2场", "参会人数 | 20人"), {}),
    ],
)
def test_costs_of_a_session_count_as_often_as_there_are_sessions(rows, expected):
    """Ceilings, two kinds of sessions, ranges and numbers that are not plain say nothing."""
    lines = (f"产出指标 | 数量指标 | {row}" for row in rows)
    assert (
        outcomes("TGT-023", project("甲", "实施期资金总额 | | 年度资金总额 | 1.00", LIST, *lines)) == expected
    )


def test_costs_of_a_session_need_the_money_of_a_project():
    """Without an amount, or in the form of a department, there is nothing to compare."""
    lines = ("产出指标 | 数量指标 | 会议场次数 | 2场", "产出指标 | 成本指标 | 租赁费 (**万元/场) | 0.6")
    assert outcomes("TGT-023", project("甲", LIST, *lines)) == {}
    assert outcomes("TGT-023", form(LIST, *lines)) == {}
