"""Overall forms without cell borders: indicators and budgets that can be read in one way only."""

from hypothesis import example, given
from hypothesis import strategies as st

from govbudget import read_text

TITLE = "2022年部门整体绩效目标表"
HEADINGS = "一级指标 二级指标 三级指标 指标值 指标值说明"


def read(*lines):
    """Read a text and return its tables."""
    return read_text("\n".join(lines) + "\n").tables


def listed(*lines):
    """The indicators below the headings of one form."""
    return [
        "/".join((*one.levels, one.name, one.target))
        for table in read(TITLE, HEADINGS, *lines)
        for one in table.form.indicators
    ]


def test_a_line_with_a_name_and_its_value_is_an_indicator():
    """Levels may stand in the line, alone, or broken over lines; explanations are left aside."""
    lines = (
        "投入管理指",
        "标",
        "工作目标管理",
        "年度目标相关性 相关",
        "说明是否相关，是否",
        "合理。",
        "预算执行率 ≥95%",
        "预算执行率=（完成数/预算数）",
        "×100%",
        "预算调整率 ≤15%",
        "产出指标 数量指标 检查次数 ≥2次",
        "满意度指标",
        "群众满意度 ≥80%",
    )
    assert listed(*lines) == [
        "投入管理指标/工作目标管理/年度目标相关性/相关",
        "投入管理指标/工作目标管理/预算执行率/≥95%",
        "投入管理指标/工作目标管理/预算调整率/≤15%",
        "产出指标/数量指标/检查次数/≥2次",
        "满意度指标//群众满意度/≥80%",
    ]


def test_blank_lines_tell_where_a_cell_ends():
    """Where blank lines part the lines of broken levels, a line with a name and its value ends what is above it, unless that is full."""
    level = ("投入管理指", "", "标", "", "年度目标相关性 相关", "")
    for above, count in (("是否体现项目产出和效果", 3), ("是否体现预算项目的产出和效果、", 2)):
        lines = (
            *level,
            "说明目标与职责是否相关，说明合",
            "",
            above,
            "",
            "绩效指标合理性 合理",
            "",
            "预算执行率 ≥95%",
        )
        assert len(listed(*lines)) == count
    close = [line for line in lines if line]
    assert len(listed(*close)) == 1
    assert len(listed(*level[3:], *lines[6:8], "是否体现项目产出和效果", *lines[9:])) == 1


def test_what_may_be_part_of_something_else_is_left_aside():
    """The end of a broken name, the beginning of a broken value, a sentence with a blank, and a second level of another family."""
    assert listed("产出指标", "甲 1", "重大疾病保险和", "救助制度 完善") == []
    assert listed("产出指标", "宣传资料 ≥10000", "余", "产出指标 数量指标 检查 ≥2次") == [
        "产出指标/数量指标/检查/≥2次"
    ]
    assert listed("产出指标", "数量指标 检查 ≥2次", "是否合理；是否 健全", "数量指标 培训 ≥1次") == [
        "产出指标/数量指标/检查/≥2次",
        "产出指标/数量指标/培训/≥1次",
    ]
    assert listed("投入管理指标", "数量指标 检查 ≥2次") == ["/数量指标/检查/≥2次"]


def test_names_and_values_over_several_lines():
    """They are read if they can be parted in one way only, and nothing else stands between two lines that were understood."""
    lines = ("检查 ≥2次", "药品和医用耗材集中带", "量", "增加", "宣传资料 ≥10000", "份", "培训 及时")
    assert listed("产出指标", *lines, "效益指标", "满意度 ≥80%") == [
        "产出指标//检查/≥2次",
        "产出指标//药品和医用耗材集中带量/增加",
        "产出指标//宣传资料/≥10000份",
        "产出指标//培训/及时",
        "效益指标//满意度/≥80%",
    ]
    assert listed("产出指标", *lines, "一句话。", "效益指标", "满意度 ≥80%") == [
        "产出指标//检查/≥2次",
        "效益指标//满意度/≥80%",
    ]


def test_a_form_over_several_pages_is_one():
    """Its title, year and department are repeated on every page."""
    page = (TITLE, "（2022 年度）", "部门（单位）名称 某局")
    tables = read(
        *page, HEADINGS, "产出指标 数量指标 检查 ≥2次", *page, "数量指标 培训 ≥1次", "2022年项目绩效目标表"
    )
    (table,) = tables
    assert [(one.name, one.location.line) for one in table.form.indicators] == [("检查", 5), ("培训", 9)]
    assert (table.form.overall.entity, table.form.overall.funding, table.lines) == ("某局", None, (2, 9))


def test_the_budget_is_read_unless_its_amounts_stand_apart():
    """Amounts on lines of their own could belong to several labels."""
    row = (HEADINGS, "产出指标 数量指标 检查 ≥2次")
    budget = ("年度主要任务", "任务名称 主要内容", "甲 乙", "预算情况", "部门预算总额（万元） 7.6")
    parts = ("1、资金来源：（1）政府预算资金 7.6", "（2）单位资金", "2、资金结构：（1）基本支出 3.0")
    (table,) = read(TITLE, *budget, *parts, *row)
    funding = table.form.overall.funding
    cells = (funding.total, *funding.sources, *funding.structure)
    assert [str(one.figure) for one in cells] == ["7.6万元", "7.6万元", "None", "3.0万元"]
    assert table.form.overall.tasks == ()
    (apart,) = read(TITLE, "部门（单位）名称 某局", *budget, *parts, "3.0", *row)
    assert (apart.form.overall.entity, apart.form.overall.funding) == ("某局", None)


def test_the_line_of_the_department_is_no_indicator():
    """The name of the department may stand below the headings, on a later page."""
    assert read(TITLE, HEADINGS, "部门（单位）名称 某局") == ()


def test_nothing_to_read_is_no_table():
    """A title in a list of contents, a form without headings or without any clear line gives no table."""
    assert read(TITLE, "说明。") == ()
    assert read(TITLE, HEADINGS, "说明。") == ()
    assert read("一段文字。") == ()
    assert read("2022年项目绩效目标表", HEADINGS, "产出指标 数量指标 检查 ≥2次") == ()


@example([TITLE, HEADINGS, "预算情况", "检查 ≥2次"])
@given(
    st.lists(
        st.sampled_from(
            [
                TITLE,
                HEADINGS,
                "产出指标",
                "数量指标",
                "检查 ≥2次",
                "合理。",
                "甲",
                "部门（单位）名称 某局",
                "预算情况",
                "7.6",
            ]
        )
    )
)
def test_any_order_of_lines_is_survived(lines):
    """Whatever is read stands in one line as name and value."""
    for table in read(*lines):
        assert {(one.name, one.target) for one in table.form.indicators} <= {("检查", "≥2次")}


def test_lists_with_further_columns_and_labels_of_a_head_are_left_aside():
    """Without borders a weight cannot be told from a value, nor the label of a head from a name."""
    assert read(TITLE, "一级指标 二级指标 三级指标 指标值 分值", "产出指标 数量指标 检查 及时 10") == ()
    assert listed("部门（单位）名称 某局", "产出指标 数量指标 检查 ≥2次") == ["产出指标/数量指标/检查/≥2次"]
    (table,) = read(TITLE, HEADINGS, "产出指标 数量指标 检查 ≥2次")
    assert table.form.year == 2022
