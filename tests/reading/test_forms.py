"""Performance forms: lists of indicators, shifted rows, two halves, numbered cells, heads, budgets, summaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget import read_rows, read_text
from govbudget.disclosures.forms import Form, Oddity, Period
from govbudget.reading.pages._numbered import split_numbered
from govbudget.relations import Reason
from reading_builders import tabs

LIST = "一级指标 | 二级指标 | 三级指标 | 指标值"
TWO = " | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值"


def form_of(*rows, title="2021年项目绩效目标表", before=""):
    """Read a text with one form."""
    (table,) = read_text(f"{before}{title}\n\n{tabs(*rows)}\n").tables
    assert isinstance(table.form, Form)
    return table


def listed(table):
    """The indicators of a form as short rows."""
    return ["/".join((*one.levels, one.name, one.target)) for one in table.form.indicators]


def halves(table):
    """The indicators of a form of two halves, with their period."""
    return [
        f"{one.period.value[0]} {'/'.join((*one.levels, one.name, one.target))}"
        for one in table.form.indicators
    ]


def displaced(table):
    """The names of the indicators that stand in other columns than the rest."""
    odd = {Oddity.DISPLACED, Oddity.SHIFTED}
    return [one.name for one in table.form.indicators if odd & set(one.oddities)]


def test_levels_are_printed_once_and_hold_below():
    """A first or second level holds until another is printed; groups without indicators are none."""
    table = form_of(
        LIST,
        "产出目标 | 数量 | 检查 | ≥2次",
        " | | 培训 | ",
        " | 成本 | | ",
        "效果目标 | 满意度 | 群众 | ≥80%",
    )
    assert listed(table) == ["产出目标/数量/检查/≥2次", "产出目标/数量/培训/", "效果目标/满意度/群众/≥80%"]
    assert displaced(table) == []
    first = table.form.indicators[0]
    assert (first.period, first.project, first.unit, first.figure) == (Period.ANNUAL, None, None, None)
    assert str(first.location) == "line 4 2021年项目绩效目标表 · 检查 · 指标值"


def test_unknown_levels_are_read_by_their_column():
    """What the vocabulary does not know is a level where the heading says so."""
    table = form_of(
        LIST, "特别指标 | 特别分类 | 检查 | ≥2次", " | 另一分类 | | ", " | | 培训 | ≥1次", "第三指标 | | | "
    )
    assert listed(table) == ["特别指标/特别分类/检查/≥2次", "特别指标/另一分类/培训/≥1次"]


def test_short_rows_are_read_from_left_to_right():
    """Rows that lost their leading cells hold a name and its value, perhaps with a level before them, or a level alone."""
    table = form_of(
        LIST,
        "产出指标 | 数量指标 | 检查 | ≥2次",
        "培训 | ≥1次",
        "特别分类 | 合格率 | 90%",
        "另一分类 |",
        "及时率 | 95%",
    )
    assert listed(table)[1:] == [
        "产出指标/数量指标/培训/≥1次",
        "产出指标/特别分类/合格率/90%",
        "产出指标/另一分类/及时率/95%",
    ]
    assert displaced(table) == []


def test_rows_shifted_left_keep_name_and_value():
    """The cells of a shifted row are told by what they say: levels, name, value, unit."""
    table = form_of(
        f"{LIST} | 度量单位",
        "产出指标 | 数量指标 | 检查 | ≥2 | 次",
        " | | 培训 | ≥90 | %",
        " | 规范性 | 规范 | 定性 | ",
        " | | 合规性 | 合规 | 定性",
        " | 健全性 | 健全 | 定性 | ",
        "完成率 | | ≥90 | % | ",
        "质量指标 | 合格率 | ≥95 | % | ",
        "满意度指标 | 服务对象满意度指标 | 群众 | ≥80 | %",
    )
    assert listed(table)[2:] == [
        "产出指标/数量指标/规范性/规范",
        "产出指标/数量指标/合规性/合规",
        "产出指标/数量指标/健全性/健全",
        "产出指标/数量指标/完成率/≥90",
        "产出指标/质量指标/合格率/≥95",
        "满意度指标/服务对象满意度指标/群众/≥80",
    ]
    assert [one.unit for one in table.form.indicators] == ["次", "%", "定性", "定性", "定性", "%", "%", "%"]
    assert displaced(table) == ["规范性", "健全性", "完成率", "合格率"]


def test_an_unseen_unit_does_not_shift_a_row():
    """A row with an unknown second level and a blank unit is read by its columns, as long as nothing speaks against it."""
    table = form_of(f"{LIST} | 度量单位", " | 特别分类 | 检查 | ≥2次 | ")
    assert listed(table) == ["/特别分类/检查/≥2次"]


def test_a_level_below_a_page_break_is_given_to_the_rows_above_it():
    """Where a second level cannot stand under the first level above, and the next one printed fits, that one is meant."""
    table = form_of(
        LIST,
        "投入管理 | 财务管理 | 合规性 | 合规",
        " | 数量 | 检查 | ≥2次",
        "产出目标 | 质量 | 合格率 | 100%",
    )
    assert listed(table)[1:] == ["产出目标/数量/检查/≥2次", "产出目标/质量/合格率/100%"]
    alone = form_of(LIST, "投入管理 | 财务管理 | 合规性 | 合规", " | 数量 | 检查 | ≥2次")
    assert listed(alone)[1:] == ["/数量/检查/≥2次"]


def test_rows_that_lost_cells_at_a_page_break_do_not_take_the_level_above():
    """A level may stand in a line of text before them; otherwise it is not known."""
    heading = f"{LIST} | 指标说明"
    first = tabs(heading, " | 工作目标管理 | 相关性 | 100% | 甲")
    second = tabs("完整性 | 完整 | 乙", "执行率 | ≥90% | ")
    third = tabs(" | 合规性 | 合规 | 丙")
    text = f"整体绩效目标表\n{first}\n\n投入管理指标\n\n预算和财务管理\n\n第 2 页的说明文字。\n{second}\n\n无关\n{third}\n"
    (table,) = read_text(text).tables
    assert listed(table) == [
        "投入管理指标/工作目标管理/相关性/100%",
        "投入管理指标/预算和财务管理/完整性/完整",
        "投入管理指标/预算和财务管理/执行率/≥90%",
        "投入管理指标//合规性/合规",
    ]
    assert [one.explanation for one in table.form.indicators] == ["甲", "乙", None, "丙"]
    assert displaced(table) == []


def test_two_halves_are_the_implementation_period_and_the_year():
    """Both halves share the first level; a second level that one half lacks is that of the other."""
    table = form_of(
        "项目名称 | | 甲 | | | | | ",
        " | 实施期目标 | | | 年度目标 | | | ",
        TWO,
        "绩效指标 | 产出指标 | 数量指标 | 检查 | 2次 | 数量指标 | 检查 | ≥2次",
        " | | | 培训 | 1次 | | 培训 | ≥1次",
        " | 成本指标 | 支出 | ≤9元 | 成本指标 | 支出 | ≤9元 | ",
        " | | 质量指标 | 合格率 | 90% | 合格率 | 95% | ",
        "绩效指标 | | | | | | | ",
        " | 效益指标 | 社会效益 | 影响 | 可持续 | | 影响 | 明显",
        " | 态度指标 | 服务对象满意度指标 | 群众 | 80% | 服务对象满意度指标 | 群众 | 90%",
    )
    assert halves(table) == [
        "i 产出指标/数量指标/检查/2次",
        "a 产出指标/数量指标/检查/≥2次",
        "i 产出指标/数量指标/培训/1次",
        "a 产出指标/数量指标/培训/≥1次",
        "i 产出指标/成本指标/支出/≤9元",
        "a 产出指标/成本指标/支出/≤9元",
        "i 产出指标/质量指标/合格率/90%",
        "a 产出指标/质量指标/合格率/95%",
        "i 效益指标/社会效益/影响/可持续",
        "a 效益指标/社会效益/影响/明显",
        "i 态度指标/服务对象满意度指标/群众/80%",
        "a 态度指标/服务对象满意度指标/群众/90%",
    ]
    assert {one.project.name for one in table.form.indicators} == {"甲"}
    assert table.form.indicators[0].location.column == "实施期目标 / 指标值"
    assert displaced(table) == ["支出", "支出", "合格率"]


def test_merged_cells_levels_in_the_wrong_column_and_single_halves():
    """A value printed twice counts once; a second level in the first column pushes the others up; a half may be blank."""
    table = form_of(
        TWO,
        "绩效指标 | 产出指标 | 数量指标 | 检查 | 2次 | 数量指标 | 检查 | 2次",
        " | 可持续影响指标 | 制度 | 到位率 | 100% | 可持续影响指标 | 制度 | 到位率 | 100%",
        "满意度指标 | 服务对象满意度指标 | 群众 | 80% | 服务对象满意度指标 | 群众 | 80% | 80%",
        " | | | 企业 | 90% | | | ",
        " | | | | | | 社区 | 70%",
        " | | | 支出 | | | 支出 | 9元",
        " | | | 支出 | 9元 | | 支出 | ",
        " | | | 合格率(%) | 90% | | 合格率 | 95% ",
    )
    assert halves(table)[2:] == [
        "i 可持续影响指标/制度/到位率/100%",
        "a 可持续影响指标/制度/到位率/100%",
        "i 满意度指标/服务对象满意度指标/群众/80%",
        "a 满意度指标/服务对象满意度指标/群众/80%",
        "i 满意度指标/服务对象满意度指标/企业/90%",
        "a 满意度指标/服务对象满意度指标/社区/70%",
        "i 满意度指标/服务对象满意度指标/支出/",
        "a 满意度指标/服务对象满意度指标/支出/9元",
        "i 满意度指标/服务对象满意度指标/支出/9元",
        "a 满意度指标/服务对象满意度指标/支出/",
        "i 满意度指标/服务对象满意度指标/合格率(%)/90%",
        "a 满意度指标/服务对象满意度指标/合格率/95%",
    ]
    assert displaced(table) == ["到位率", "到位率", "群众", "群众"]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ((TWO, " | 产出指标 | 数量指标 | 甲 | 乙 | 丙 | 丁 | 戊"), 4),
        ((TWO, " | 产出指标 | 数量指标 | 甲 | 乙 | 丙 | 数量指标 | 丁"), 4),
        ((TWO, " | 产出指标 | 数量指标 | 甲 | 乙 | 丙 | | "), 4),
        ((LIST, "产出指标 | 数量指标 | 甲 | 乙", "产出指标 | 数量指标 | 甲 | 乙 | 丙"), 5),
    ],
)
def test_rows_that_can_be_read_in_several_ways_are_not_guessed(rows, line):
    """They are named among the problems of the table, and their cells stay in its rows."""
    table = form_of(*rows)
    assert [(one.zh, one.en) for one in table.problems] == [
        (
            f"第 {line} 行可有多种读法，未读作指标",
            f"line {line} can be read in several ways and was not read as indicators",
        )
    ]
    plain = read_rows(
        [[cell.strip() for cell in row.split("|")] for row in rows], title="2021年项目绩效目标表"
    )
    assert plain.problems[0].zh == "有一行可有多种读法，未读作指标"
    assert plain.problems[0].en.startswith("a row can be read")


def test_goals_in_two_periods_do_not_make_two_lists():
    """Where goals stand for both periods but the indicators below for one, they are those of the year."""
    table = form_of(
        "项目名称 | 甲 | | | ",
        "绩效目标 | 实施期目标 | | 年度目标 | ",
        f"绩效指标 | {LIST}",
        " | 产出指标 | 数量指标 | 检查 | ≥2次",
        " | | 质量指标 | 合格率 | 90%",
    )
    assert halves(table) == ["a 产出指标/数量指标/检查/≥2次", "a 产出指标/质量指标/合格率/90%"]
    assert table.form.indicators[0].location.column == "指标值"


def test_headings_of_one_half_over_rows_of_two():
    """Headings may have lost those of the second half; rows with two second levels show it, until the next headings."""
    rows = (
        "绩效目标 | 实施期目标 | | | 年度目标 | | ",
        "一级指标 | 二级指标 | 三级指标 | 指标值 | | | ",
        "产出指标 | 数量指标 | 检查 | 2次 | 数量指标 | 检查 | ≥2次",
        "一级指标 | 二级指标 | 三级指标 | 指标值 | | | ",
        "效益指标 | 社会效益 | 知晓率 | 90% | | | ",
    )
    assert halves(form_of(*rows)) == [
        "i 产出指标/数量指标/检查/2次",
        "a 产出指标/数量指标/检查/≥2次",
        "a 效益指标/社会效益/知晓率/90%",
    ]


def test_goals_between_two_lists_are_no_indicators():
    """A row that announces both periods ends the list above it."""
    goals = "绩效目标 | 实施期目标 | | 年度目标"
    row = "产出指标 | 数量指标 | 检查 | ≥2次"
    table = form_of(goals, LIST, row, goals, " | 甲 | | 乙", LIST, row)
    assert halves(table) == ["a 产出指标/数量指标/检查/≥2次"] * 2


def test_two_values_beside_one_name_are_not_told_apart():
    """Such headings are not understood yet, so that every row is left unread with a notice; column numbers are no rows."""
    table = form_of(f"{LIST} | 指标值", "1 | 2 | 3 | 4 | 5", "产出指标 | 数量指标 | 检查 | ≥2次 | ≥3次")
    assert table.form.indicators == ()
    assert len(table.problems) == 1


def test_remarks_end_a_list():
    """What stands below 备注 or 审核意见 is no indicator; a new heading begins another list."""
    row = "产出指标 | 数量指标 | 检查 | ≥2次"
    table = form_of(LIST, row, "备注 | 无 | | ", " | | 甲 | 乙", LIST, row, "主管部门审核意见 | 同意 | | ")
    assert listed(table) == ["产出指标/数量指标/检查/≥2次"] * 2


def test_numbered_indicators_are_taken_apart_where_their_values_are_numbered_too():
    """Without numbers there is nothing to pair; a blank value is blank for all; anything else stays as printed."""
    table = form_of(
        LIST,
        "产出指标 | 数量指标 | 指标1:检查 指标2：培训 | 1. ≥2次 2. ≥1.5次",
        " | 质量指标 | 指标: 合格率 | 90%",
        " | 时效指标 | 指标: | ",
        " | 成本指标 | 指标1:甲 指标2:乙 | ",
        "效益指标 | 社会效益指标 | 指标1:知晓率 指标2:结算率 | ≥90%",
    )
    assert [(one.number, one.name, one.target) for one in table.form.indicators] == [
        ("1", "检查", "≥2次"),
        ("2", "培训", "≥1.5次"),
        (None, "合格率", "90%"),
        ("1", "甲", ""),
        ("2", "乙", ""),
        (None, "指标1:知晓率 指标2:结算率", "≥90%"),
    ]
    assert [one.oddities for one in table.form.indicators][-2:] == [(), (Oddity.UNPAIRED,)]


words = st.text(st.sampled_from("检查培训次数率"), min_size=1, max_size=6)


@given(st.lists(st.tuples(words, st.integers(1, 99)), min_size=2, max_size=9))
def test_what_is_numbered_alike_pairs_up_in_order(pairs):
    """Names and values numbered 1 to n give back the pairs they were written from."""
    names = " ".join(f"指标{i}:{name}" for i, (name, _) in enumerate(pairs, 1))
    values = " ".join(f"{i}. ≥{value}次" for i, (_, value) in enumerate(pairs, 1))
    expected = [(str(i), name, f"≥{value}次") for i, (name, value) in enumerate(pairs, 1)]
    assert split_numbered(names, values) == expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_cells_are_split_without_loss(name, target):
    """Text without labels is left as it is, and a split never invents characters."""
    found = split_numbered(name, target)
    assert found is None or all(one in name and value in target for _, one, value in found)


HEAD = (
    "项目名称 | | 甲 | | | | ",
    "主管部门及代码 | | 某局-706 | | 实施单位 | | 某局",
    "项目属性 | | 新增项目 | | 项目期 | | 3年",
    "开始时间 | | | | 结束时间 | | ",
    "项目资金 (万元) | | 实施期资金总额: | 30.0 | 年度资金总额: | 10 | ",
    " | | 其中:中央财政资金 | 10.0 | 其中:中央财政资金 | | ",
    " | | 其他资金 | 2O | 其他资金 | 10 | ",
    "项目概况 | | 其他资金不足的说明。 | | | | ",
    "其他资金 | | 7 | | | | ",
    "负责人: | | 某某 | | 填报日期: | | ",
)


def test_the_head_of_a_project_has_its_money_by_period_and_source():
    """Blanks stay blank, what is no number is unreadable, and a source far from any total is none."""
    (project,) = form_of(*HEAD).form.projects
    assert (project.name, project.entity, project.term, project.code) == ("甲", "某局", "3年", None)
    whole, year = project.funding
    assert (whole.period, str(whole.total.figure), year.period, str(year.total.figure)) == (
        Period.IMPLEMENTATION,
        "30.0万元",
        Period.ANNUAL,
        "10万元",
    )
    assert [(one.label, one.text, one.reason, one.is_blank) for one in whole.sources] == [
        ("其中:中央财政资金", "10.0", None, False),
        ("其他资金", "2O", Reason.UNREADABLE, False),
    ]
    assert [(str(one.figure), one.is_blank) for one in year.sources] == [("None", True), ("10万元", False)]
    assert str(year.sources[1].location) == "line 9 2021年项目绩效目标表 · 甲 · 年度资金总额 / 其他资金"
    assert project.amount(Period.ANNUAL) is year.total


def test_the_unit_of_a_total_is_that_of_its_sources():
    """A total may state its unit itself; its sources do not repeat it."""
    table = form_of("项目名称 | 甲", "年度资金总额(元) | 300", "财政拨款 | 200", "其他资金 | 100")
    (funding,) = table.form.projects[0].funding
    assert [str(one.figure) for one in (funding.total, *funding.sources)] == ["300元", "200元", "100元"]


def test_several_projects_in_one_form_stay_apart():
    """A second 项目名称 begins another project; indicators belong to the one above them."""
    row = "产出指标 | 数量指标 | 检查 | ≥2次"
    table = form_of(
        "项目名称 | 甲 | | ",
        LIST,
        row,
        "项目名称 | 乙 | | ",
        "项目总金额 | 3 | 项目本年度金额 | 1",
        LIST,
        row,
    )
    assert [(one.project.name, one.name) for one in table.form.indicators] == [("甲", "检查"), ("乙", "检查")]
    first, second = table.form.projects
    assert first.amount(Period.ANNUAL) is None
    assert str(second.amount(Period.ANNUAL).figure) == "1"


def test_amounts_without_unit_have_that_of_all_tables():
    """If all tables of a document state one unit it holds for its forms; if they differ none does."""
    form = "项目绩效目标表\n" + tabs("项目名称 | 甲 | | ", "项目总金额 | 3 | 项目本年度金额 | 1")
    table = "部门支出总体情况表\n单位：{}\n" + tabs("科目编码 | 科目名称 | 合计", "201 | 甲 | 3") + "\n"
    one = read_text(table.format("元") + form)
    both = read_text(table.format("元") + table.format("万元").replace("支出", "收入") + form)
    assert [str(d.projects[0].amount(Period.ANNUAL).figure) for d in (one, both)] == ["1元", "1"]


OVERALL = (
    "部门(单位)名称 | 某局 | ",
    "年度履职目标 | 做好工作。 | ",
    "年度主要任务 | 任务名称 | 主要内容",
    "年度主要任务 | 甲 | 保障工作。 项目资金 20 万元。",
    "年度主要任务 | | ",
    " | 乙 | 保障工作。",
    "预算情况 | 部门预算总额(万元) | 50.00",
    " | 1、资金来源:(1)财政性资金 | 50.00",
    " | (2)其他资金 | ",
    " | 2、资金结构:(1)基本支出 | 30.00",
    " | (2)项目支出 | 20.00",
    "预算情况 | | ",
)


def test_an_overall_form_has_its_budget_and_tasks():
    """The budget is broken down by source and by use; the project money of a task stands in its text."""
    table = form_of(*OVERALL, LIST, "产出指标 | 数量指标 | 检查 | ≥2次", title="2021年部门整体绩效目标表")
    overall = table.form.overall
    assert (overall.entity, str(overall.funding.total.figure)) == ("某局", "50.00万元")
    assert [(one.label, str(one.figure)) for one in overall.funding.sources] == [
        ("财政性资金", "50.00万元"),
        ("其他资金", "None"),
    ]
    assert [(one.label, str(one.figure)) for one in overall.funding.structure] == [
        ("基本支出", "30.00万元"),
        ("项目支出", "20.00万元"),
    ]
    assert [(task.name, task.amount and str(task.amount.figure)) for task in overall.tasks] == [
        ("甲", "20万元"),
        ("乙", None),
    ]
    assert str(overall.tasks[0].amount.location) == "line 6 2021年部门整体绩效目标表 · 甲 · 项目资金"
    assert listed(table) == ["产出指标/数量指标/检查/≥2次"]


def test_the_budget_of_an_overall_form_may_begin_without_its_heading():
    """The total alone says that the budget begins."""
    table = form_of(
        "部门(单位)名称 | 某局", "部门预算总额(万元) | 50.00", "(1)其他 | 1", title="整体绩效目标表"
    )
    assert str(table.form.overall.funding.total.figure) == "50.00万元"
    assert table.form.overall.funding.sources == ()


def test_overall_forms_may_lack_parts_or_follow_each_other():
    """A form may print the department alone; budget lines before any section are left aside; of two the first is kept."""
    bare = form_of("部门(单位)名称 | ", "预算情况 | 说明 | ", title="整体绩效目标表").form.overall
    assert (bare.entity, bare.funding, bare.tasks) == (None, None, ())
    row = "产出指标 | 数量指标 | 检查 | ≥2次"
    table = form_of(
        "部门(单位)名称 | 甲局 | | ",
        LIST,
        row,
        "部门(单位)名称 | 乙局 | | ",
        LIST,
        row,
        title="整体绩效目标表",
    )
    assert (table.form.overall.entity, len(table.form.indicators)) == ("甲局", 2)


SUMMARY = (
    "单位编码(项目编码) | 项目单位(项目名称) | 项目金额(万元) | | | 绩效目标 | | | ",
    " | | 资金总额 | 财政性资金 | 说明 | 产出指标 | | 效益指标 | ",
    " | | | | | 三级指标 | 指标值 | 三级指标 | 指标值",
)


def test_a_summary_lists_projects_with_pairs_of_columns():
    """Rows without amounts name a unit; pairs below a project are its own; a value without a name is a problem."""
    table = form_of(
        *SUMMARY,
        "506 | 某局 | | | | | | | ",
        " | | | | | 早 | 1 | | ",
        "506-1 | 甲 | 2.40 | 2.40 | | 检查 (≥**次) | 2 | 满意 | 高",
        " | | | | | | 100% | 影响",
        *SUMMARY[2:],
        " | 乙 | | | | 培训 | 1 | | ",
    )
    assert [
        (one.project and one.project.name, *one.levels, one.name, one.target) for one in table.form.indicators
    ] == [
        (None, "产出指标", "早", "1"),
        ("甲", "产出指标", "检查 (≥**次)", "2"),
        ("甲", "效益指标", "满意", "高"),
        ("甲", "效益指标", "影响", ""),
        ("乙", "产出指标", "培训", "1"),
    ]
    first, second = table.form.projects
    assert (first.code, first.entity, second.code) == ("506-1", "某局", None)
    (funding,) = first.funding
    assert (str(funding.total.figure), [str(one.figure) for one in funding.sources]) == (
        "2.40万元",
        ["2.40万元"],
    )
    assert [one.zh for one in table.problems] == ["第 9 行的值“100%”没有指标"]


def test_a_summary_may_lack_amounts_codes_and_levels():
    """Only the names of projects and the pairs are needed; without them it is read as a list, which finds nothing."""
    bare = form_of("项目名称 | 绩效目标 | ", " | 三级指标 | 指标值", "甲 | 检查 | 2")
    assert [(one.name, one.funding) for one in bare.form.projects] == [("甲", ())]
    assert bare.form.indicators[0].levels == ("",)
    unpaired = form_of("项目名称 | 绩效目标 | ", " | 三级指标 | 三级指标", "甲 | 检查 | 2")
    assert unpaired.form.indicators == ()
    nameless = form_of("绩效目标 | ", "三级指标 | 指标值", "检查 | 2")
    assert nameless.form.indicators == ()
    cut = form_of("项目名称 | 绩效目标", "甲 | 三级指标")
    assert cut.form.indicators == ()


def test_text_between_the_rows_of_a_summary_is_no_row():
    """A page break in a summary changes nothing."""
    text = f"项目绩效目标表\n{tabs(*SUMMARY, '1 | 甲 | 1 | 1 | | 检查 | 2 | | ')}\n\n第二页\n{tabs(' | | | | | 培训 | 1 | | ')}\n"
    (table,) = read_text(text).tables
    assert listed(table) == ["产出指标/检查/2", "产出指标/培训/1"]


@st.composite
def lists(draw):
    """Indicators with their levels; every name occurs once, and names are no words of forms."""
    found = []
    for first, seconds in (("产出指标", ("数量指标", "质量指标")), ("效益指标", ("社会效益", "履职效益"))):
        for second in seconds:
            targets = draw(st.lists(st.sampled_from(["≥2次", "100%", "合规", ""]), max_size=3))
            found += [(first, second, f"甲{len(found) + i}率", target) for i, target in enumerate(targets)]
    return found


def rows_of(indicators, *, is_doubled=False):
    """Print a list as forms do: a level once, both halves alike."""
    above = ("", "")
    for first, second, name, target in indicators:
        is_new = second != above[1]
        half = (second if is_new else "", name, target)
        yield [first if first != above[0] else "", *half, *(half if is_doubled else ())]
        above = (first, second)


@given(lists())
def test_a_printed_list_gives_back_its_indicators(indicators):
    """Whatever is blank, levels, names and values are those that were printed, and nothing is displaced."""
    table = read_rows([LIST.split(" | "), *rows_of(indicators)], title="项目绩效目标表")
    assert [(*one.levels, one.name, one.target) for one in table.form.indicators] == indicators
    assert displaced(table) == []


@given(lists())
def test_two_printed_halves_give_back_both_periods(indicators):
    """Each half holds every indicator; the implementation period is on the left."""
    heading = ["一级指标", *["二级指标", "三级指标", "指标值"] * 2]
    table = read_rows([heading, *rows_of(indicators, is_doubled=True)], title="项目绩效目标表")
    for period in Period:
        half = [one for one in table.form.indicators if one.period is period]
        assert [(*one.levels, one.name, one.target) for one in half] == indicators


@given(lists(), st.data())
def test_a_row_shifted_left_is_read_all_the_same(indicators, data):
    """One row without its leading blanks keeps its content; it is displaced unless it had none, or sets the usual column."""
    rows = list(rows_of(indicators))
    blank = [i for i, row in enumerate(rows) if not row[0] and not row[1] and row[3]]
    if len(blank) > 0 and len(rows) > 2:
        at = data.draw(st.sampled_from(blank))
        rows[at] = [*rows[at][2:], "", ""]
        table = read_rows([LIST.split(" | "), *rows], title="项目绩效目标表")
        assert [(*one.levels, one.name, one.target) for one in table.form.indicators] == indicators
        assert displaced(table) == [indicators[at][2]]


def test_a_name_in_the_column_of_a_level_is_displaced_but_not_at_a_page_break():
    """The value stands where it should; at a break of the table merged cells may be lost, so that nothing is said."""
    rows = (
        "产出指标\t数量指标\t检查\t≥2次",
        "\t培训\t\t≥2次",
        "\t\t走访\t≥2次",
        "\t\t会议\t≥2次",
        "\t督查\t\t≥2次",
    )
    text = ["2021年项目绩效目标表", "", LIST.replace(" | ", "\t"), *rows, "", "\t\t宣传\t≥2次"]
    odd = {one.name: one.oddities for one in read_text("\n".join(text)).indicators if one.oddities}
    assert odd == {"培训": (Oddity.DISPLACED,), "督查": (Oddity.SHIFTED,)}
