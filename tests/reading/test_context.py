"""What stands around a table: title, unit, entity, year and remarks, in the shapes that documents print them."""

import pytest

from govbudget.amounts import Unit
from govbudget.reading import read_text
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import (
    clean_title,
    entity_in,
    is_aside,
    looks_like_title,
    named_in_title,
    names_other_years,
    read_context,
    remarks,
    units_in,
    year_in,
)
from reading_builders import document, read_one, tabs

BODY = tabs("科目编码 | 科目名称 | 金额", "201 | 一般公共服务支出 | 1.00")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("单位：万元", [Unit.WAN_YUAN]),
        ("单位:元", [Unit.YUAN]),
        ("金额单位：元", [Unit.YUAN]),
        ("单位： 人民币万元", [Unit.WAN_YUAN]),
        ("（单位：亿元）", [Unit.YI_YUAN]),
        ("部门名称：济源医疗保障局 单位：万元", [Unit.WAN_YUAN]),
        ("单位：元 单位：万元", [Unit.YUAN, Unit.WAN_YUAN]),
        ("单位：医疗保障局", []),
        ("一元复始", []),
    ],
)
def test_units_are_read_where_they_are_stated(text, units):
    """A unit follows 单位 and a colon; the name of an organisation does not make one."""
    assert units_in(text) == (units, [])


@pytest.mark.parametrize("name", ["千元", "百万元", "十亿元"])
def test_unusual_units_are_not_guessed(name):
    """A unit that the library does not know is reported by its name."""
    assert units_in(f"单位：{name}") == ([], [name])


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("部门名称：济源医疗保障局 单位：万元", "济源医疗保障局"),
        ("部门：江苏省人民检察院", "江苏省人民检察院"),
        ("部门：某单位单位：万元", "某单位"),
        ("收支预算总表公开表一部门：某单位单位：万元", "某单位"),
        ("编制单位：南阳医疗保障局      金额单位：元", "南阳医疗保障局"),
        ("预算部门（单位）名称： 临汾 医疗保障局", "临汾 医疗保障局"),
        ("单位：医疗保障中心 单位：元", "医疗保障中心"),
        ("单位：万元 部门：医疗保障局", "医疗保障局"),
        ("单位：万元", None),
        ("（单位：万元）", None),
        ("部门收支总体情况表（单位：万元）", None),
        ("收支总表 单位：万元", None),
        ("部门：单位：万元", None),
        ("主管部门：某厅", None),
        ("填报单位：", None),
        ("计量单位：个", None),
        ("部门收支总表", None),
    ],
)
def test_the_entity_is_what_follows_its_heading(text, entity):
    """A department or unit is named after a colon; a unit of money never is one."""
    assert entity_in(text) == entity


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2021 年部门收支总体情况表", 2021),
        ("（2021年度）", 2021),
        ("部门预算 2025", 2025),
        ("比2020年增加，2021年", 2020),
        ("公开表1", None),
        ("12021年", None),
        ("2021-506101", None),
        ("1999年", None),
        ("2021-2023年项目绩效目标表", None),
        ("2021年—2023年项目绩效目标表", None),
        ("2021 年度至 2023 年度部门预算", None),
        ("2021-23年项目绩效目标表", None),
        ("项目绩效目标表 2021-2023", None),
        ("2021～2023年项目绩效目标表（2022年度）", 2022),
        ("2022年部门预算项目绩效目标表（2021年度）", 2021),
        ("2022年部门预算项目绩效目标表（2021年）", 2022),
    ],
)
def test_the_year_is_the_first_that_is_called_one(text, year):
    """Four digits are a year only before 年 or at the end, not inside a longer number or a range; 年度 in brackets goes first."""
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("郑州市医疗保障局部门收支总体情况表", "郑州市医疗保障局部门收支总体情况表"),
        ("1. 部门收入总体情况表", "部门收入总体情况表"),
        ("表3、支出总表", "支出总表"),
        ("一、收支预算总表", "收支预算总表"),
        ("附件3：市级部门整体绩效目标申报表", "市级部门整体绩效目标申报表"),
        ("附表：收支总表", "收支总表"),
        ("收支预算总表公开表一部门：某单位单位：万元", "收支预算总表公开表一"),
        ("部门收支总体情况表（单位：万元）", "部门收支总体情况表"),
        ("收支总表 编制单位：某局 金额单位：元", "收支总表"),
        ("收支总表 部门（单位）名称：某局", "收支总表"),
        (
            "一般公共预算机关运行经费支出预算表公开表十一部门：某厅单位：万元科目编码科目名称机关运行经费支出合计1,642.08",
            "一般公共预算机关运行经费支出预算表公开表十一",
        ),
        ("2021年  政府采购\n预算表", "2021年 政府采购 预算表"),
    ],
)
def test_titles_lose_their_number_and_what_is_glued_to_them(printed, title):
    """The title of a table is its name, on one line, without number, entity, unit or headings."""
    assert clean_title(printed) == title
    assert looks_like_title(printed)


@pytest.mark.parametrize(
    "text",
    [
        "收支预算总额为4242万元。",
        "支出预算，其中基本支出",
        "一、收支预算……………3",
        "收支预算.......3",
        "支",
        "支出" * 31,
        "部门基本情况",
        "单位：万元",
    ],
)
def test_sentences_contents_and_overlong_lines_are_no_titles(text):
    """Punctuation of prose, dot leaders, extreme length or plain words make no title."""
    assert not looks_like_title(text)


@pytest.mark.parametrize("text", ["市级部门情况表", "人员一览表（续）", "情况表三", "情况表 2"])
def test_unknown_tables_are_titles_by_their_last_word(text):
    """A line that ends with 表 is a title even if no kind is known."""
    assert looks_like_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "公开01表",
        "预算表",
        "附件3:",
        "附表",
        "表二",
        "公开表一",
        "部门公开表 01",
        "2021年",
        "（2021年度）",
        "单位：元",
        "部门：某局",
        "",
    ],
)
def test_asides_are_not_titles(text):
    """Numbers of tables, years, units and entities stand beside the title."""
    assert is_aside(text)


def context_of(*lines):
    return read_context([Line(i, text) for i, text in enumerate(lines, 1)])


def test_a_title_is_looked_for_upwards_past_asides():
    """Unit, entity, number and year may stand between table and title, in any order."""
    context = context_of(
        "说明文字。", "2021年部门收支总体情况表", "公开01表", "（2021年度）", "部门：某局", "单位：万元"
    )
    assert (context.title, context.units, context.entity, context.year, context.used) == (
        "2021年部门收支总体情况表",
        (Unit.WAN_YUAN,),
        "某局",
        2021,
        5,
    )


def test_what_stands_above_the_title_is_not_the_tables():
    """A unit above the title belongs to something else."""
    assert context_of("单位：元", "部门收支总体情况表").units == ()


def test_other_text_ends_the_search():
    """Prose directly above a table hides a title further up."""
    context = context_of("部门收支总体情况表", "详见下文", "单位：元")
    assert (context.title, context.units, context.used) == (None, (Unit.YUAN,), 1)


def test_only_a_few_lines_are_looked_at():
    """A title more than eight lines above does not count."""
    assert context_of("部门收支总体情况表", *["单位：元"] * 8).title is None
    assert context_of("部门收支总体情况表", *["单位：元"] * 7).title == "部门收支总体情况表"


def test_a_number_of_a_table_does_not_count_as_its_title():
    """ "预算01表" looks like a title, but the title stands above it."""
    assert context_of("部门收支总体情况表", "预算01表", "单位：元").title == "部门收支总体情况表"


def test_the_nearest_statement_wins_for_entity_and_year():
    """Where entity or year are stated twice, the one nearer to the table counts."""
    context = context_of("2020年部门收支总体情况表", "部门：甲局", "2021年", "部门：乙局")
    assert (context.entity, context.year) == ("乙局", 2021)


def test_contradictory_units_are_a_problem_and_no_choice_is_made():
    """Two units leave the table without one; its figures are not compared, and the report says so."""
    text = f"部门支出总表\n单位：元\n单位：万元\n{BODY}"
    (table,) = read_text(text).tables
    assert (table.units, table.unit) == ((Unit.YUAN, Unit.WAN_YUAN), None)
    assert [notice.zh for notice in table.problems] == ["单位互相矛盾：元、万元"]
    assert [notice.en for notice in table.problems] == ["contradictory units 元、万元"]
    cell = table.sides[0].cell(0, 0)
    assert (cell.text, cell.figure, cell.reason.value) == ("1.00", None, "unit")


def test_a_unit_stated_twice_is_one_unit():
    """Repetition is no contradiction."""
    (table,) = read_text(f"部门支出总表\n单位：元\n金额单位：元\n{BODY}").tables
    assert (table.unit, table.problems) == (Unit.YUAN, ())


def test_an_unknown_unit_is_a_problem_and_not_ignored():
    """A figure of an unknown unit is kept as text, not taken for 元."""
    (table,) = read_text(document("科目编码 | 科目名称 | 金额", "201 | 甲 | 1.00", unit="千元")).tables
    assert table.units == ()
    assert table.problems[0] == ("不认识单位 千元", "the unit 千元 is not known")
    assert table.sides[0].cell(0, 0).figure is None


def test_without_a_unit_figures_have_an_unstated_one():
    """A table that states no unit is still read; its figures compare with each other only."""
    (table,) = read_text(f"部门支出总表\n{BODY}").tables
    assert table.units == ()
    assert table.sides[0].cell(0, 0).figure.unit is Unit.UNSTATED


def test_a_heading_may_state_the_unit_of_its_own_column():
    """The unit in a heading goes before that of the table."""
    side = read_one("单位名称 | 单价（元） | 金额（单位：万元）", "甲 | 12.00 | 3.00", unit="亿元").sides[0]
    assert [column.unit for column in side.columns] == [Unit.YUAN, Unit.WAN_YUAN]


@pytest.mark.parametrize(
    "first",
    [
        "收支预算总表公开表一部门：某单位单位：万元 | |",
        "收支预算总表公开表一 | |",
        "收支预算总表 | | 单位：万元",
    ],
)
def test_rows_above_the_headings_may_state_title_entity_and_unit(first):
    """Extractors put title, entity and unit into the first rows; these are no headings."""
    rows = (first, "部门： | 某单位 | 单位：万元", " | | ", "科目编码 | 科目名称 | 金额", "201 | 甲 | 1.00")
    disclosure = read_text(tabs(*rows))
    (table,) = disclosure.tables
    assert table.title.startswith("收支预算总表")
    assert table.unit is Unit.WAN_YUAN
    assert disclosure.entity == "某单位"
    assert [column.label for column in table.sides[0].columns] == ["金额"]


def test_title_entity_and_unit_may_be_glued_into_one_cell():
    """The first row of a Jiangsu table is one cell with everything in it."""
    rows = ("收支预算总表公开表一部门：某单位单位：万元 | |", "科目编码 | 科目名称 | 金额", "201 | 甲 | 1.00")
    disclosure = read_text(tabs(*rows))
    (table,) = disclosure.tables
    assert (table.title, table.kind.key) == ("收支预算总表公开表一", "revenue_and_expenditure_summary")
    assert (table.unit, disclosure.entity) == (Unit.WAN_YUAN, "某单位")


@pytest.mark.parametrize("blank", ["\t\t", "\t\n\t\t\t", "| | |"])
def test_a_blank_row_does_not_part_a_table_from_its_title(blank):
    """Rows of nothing but tabs, as word processors leave them, are as good as blank lines."""
    (table,) = read_text(f"部门支出总表\n{blank}\n单位：万元\n{BODY}").tables
    assert (table.title, table.unit) == ("部门支出总表", Unit.WAN_YUAN)


def test_a_merged_heading_is_not_taken_for_a_title():
    """ "收入" over all columns is a heading: title and unit above it stay."""
    table = read_one("收入 | ", "项目 | 金额", "一、财政拨款 | 1.00", title="部门收入总表")
    assert (table.title, table.unit) == ("部门收入总表", Unit.WAN_YUAN)
    assert table.sides[0].columns[0].path == ("收入", "金额")


@pytest.mark.parametrize(
    "line",
    [
        "备注：我部门无此项支出",
        "备 注：无",
        "注：合计可能因四舍五入不等",
        "注1：甲",
        "说明：空表",
        "此表无数据",
        "本表为空",
        "我单位无数据，故本表为空表",
    ],
)
def test_remarks_directly_below_a_table_are_its_notes(line):
    """Remarks begin with 备注, 注 or 说明, or say that the table is empty."""
    (table,) = read_text(f"部门支出总表\n{BODY}\n{line}\n二、其他说明").tables
    assert table.notes == (line,)


def test_remarks_end_at_the_next_title():
    """Several remarks may follow, on wrapped lines too; the next title ends them, and prose before them hides them."""
    assert remarks([Line(1, "备注：甲"), Line(2, "（续）"), Line(3, "注：乙")]) == ("备注：甲", "注：乙")
    assert remarks([Line(1, "第三部分"), Line(2, "注：丙")]) == ()
    assert remarks([Line(1, "备注：甲"), Line(2, "支出总表"), Line(3, "注：乙")]) == ("备注：甲",)
    assert remarks([]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年部门预算项目绩效目标表（2021年度）", True),
        ("2022年部门预算项目绩效目标表（2022 年度）", False),
        ("2021-2023年项目绩效目标表（2022年度）", False),
        ("2022年预算与2021年预算对比表", False),
        ("项目绩效目标表（2021年度）", False),
    ],
)
def test_years_in_brackets_may_contradict_a_title(text, expected):
    """One of two years must be wrong where the brackets name another than the words before them."""
    assert names_other_years(text) is expected


def test_contradictory_years_are_no_year():
    """Neither the year of the title nor that below it is taken."""
    context = context_of("2022年部门预算项目绩效目标表", "（2021年度）")
    assert (context.year, [problem.zh for problem in context.problems]) == (
        None,
        ["括号内年度与标题年度不一致"],
    )


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("某厅2022年部门预算", "某厅"),
        ("某厅（本级）2022年单位预算", "某厅（本级）"),
        ("某厅(本级)单位预算", "某厅(本级)"),
        ("（某局）2022年部门预算", "某局"),
        ("某局（2022年部门预算）", "某局"),
        ("（某局2022年部门预算）", "某局"),
        ("某局）部门预算", "某局"),
        ("关于某市教育局2022年部门预算公开的说明", "某市教育局"),
        ("第二部分2022年部门预算表", None),
        ("某市某区2025年区级单位预算", None),
        ("（2022年部门预算）", None),
    ],
)
def test_the_entity_of_a_title_is_whole_and_a_department(text, entity):
    """Words that open a heading, years and levels are no part of a name; the brackets within it are."""
    found = read_text(f"{text}\n\n{BODY}").entity
    assert (found, named_in_title("")) == (entity, None)


def test_a_line_that_names_the_unit_goes_before_the_title():
    """预算单位：… on the title page says whose the document is, where the title names its level only."""
    lines = "上海市普陀区2025年区级单位预算\n预算单位：上海市普陀区商务委员会\n\n"
    assert read_text(lines + BODY).entity == "上海市普陀区商务委员会"
    assert read_text("预算单位：某局\n\n某说明\n\n" + BODY).entity == "某局"
