"""Lists of indicators with further columns: natures, units, weights, actual values, explanations, remarks, serial numbers."""

import pytest

from govbudget import check, read_rows, read_text
from govbudget.disclosures.forms import Oddity
from reading_builders import markdown, tabs

LEVELS = "一级指标 | 二级指标 | 三级指标"
SYSTEM = f"{LEVELS} | 指标性质 | 指标值 | 度量单位 | 权重"


def form_of(*rows, title="2024年项目绩效目标表"):
    """Read a text with one form, in which every row is read."""
    (table,) = read_text(f"{title}\n\n{tabs(*rows)}\n").tables
    assert [problem.zh for problem in table.problems] == []
    return table


def unread(*rows):
    """The lines of a form that can be read in several ways, or in none."""
    (table,) = read_text(f"2024年项目绩效目标表\n\n{tabs(*rows)}\n").tables
    return [int(problem.zh.split()[1]) for problem in table.problems]


def listed(table):
    """Levels, name and what the target says, for every indicator."""
    return [f"{'/'.join((*one.levels, one.name))} {one.parsed}" for one in table.form.indicators]


def extras(table):
    """What stands in the further columns of every indicator."""
    return [dict(one.extras) for one in table.form.indicators]


WEIGHTED = [
    "产出指标 | 数量指标 | 培训次数 | ≥2次 | 10",
    " | | 培训人数 | ≥100人 | 10",
    " | 质量指标 | 合格率 | 100% | 20",
    "满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90% | 10",
]
WANTED = [
    "产出指标/数量指标/培训次数 ≥2次",
    "产出指标/数量指标/培训人数 ≥100人",
    "产出指标/质量指标/合格率 =100%",
    "满意度指标/服务对象满意度指标/学员满意度 ≥90%",
]


@pytest.mark.parametrize(
    "heading", ["权重", "分值", "分值权重（90）", "权重（%）", "指标分值", "评分标准", "绩效标准", "填报依据"]
)
def test_a_column_behind_the_value_is_kept(heading):
    """Weights, standards and what no vocabulary knows are neither values nor levels."""
    table = form_of(f"{LEVELS} | 指标值 | {heading}", *WEIGHTED)
    assert listed(table) == WANTED
    assert extras(table) == [{heading: "10"}, {heading: "10"}, {heading: "20"}, {heading: "10"}]


@pytest.mark.parametrize("heading", ["指标解释", "指标说明", "指标内容", "绩效指标解释"])
def test_explanations_stand_before_or_behind_the_value(heading):
    """An explanation before the value is no value, and a remark beside it is kept apart."""
    before = form_of(
        f"{LEVELS} | {heading} | 指标值 | 评分标准 | 备注",
        "产出指标 | 数量指标 | 培训次数 | 全年举办的培训 | ≥2次 | 每少一次扣1分 | ",
        " | 质量指标 | 合格率 | 考试合格人数 | 100% | | 含补考",
    )
    behind = form_of(
        f"{LEVELS} | 指标值 | {heading} | 评分标准 | 备注",
        "产出指标 | 数量指标 | 培训次数 | ≥2次 | 全年举办的培训 | 每少一次扣1分 | ",
        " | 质量指标 | 合格率 | 100% | 考试合格人数 | | 含补考",
    )
    for table in (before, behind):
        assert listed(table) == [WANTED[0], WANTED[2]]
        assert [one.explanation for one in table.form.indicators] == ["全年举办的培训", "考试合格人数"]
        assert extras(table) == [{"评分标准": "每少一次扣1分"}, {"备注": "含补考"}]


@pytest.mark.parametrize(
    ("nature", "value", "unit"),
    [
        ("指标性质", "指标值", "度量单位"),
        ("绩效指标性质", "绩效指标值", "绩效度量单位"),
        ("指标方向", "目标值", "计量单位"),
        ("指标值符号", "年度指标值", "计量单位"),
        ("符号", "指标值", "单位"),
    ],
)
def test_natures_of_budget_systems_belong_to_the_target(nature, value, unit):
    """Nature, value and unit stay as they are printed; together they say the target, even if the sign is printed twice."""
    table = form_of(
        f"{LEVELS} | {nature} | {value} | {unit}",
        "成本指标 | 经济成本指标 | 培训成本 | ≤ | 20 | 万元",
        "产出指标 | 数量指标 | 培训次数 | ≥ | ≥2 | 次",
        " | 质量指标 | 合格率 | ＝ | 100 | %",
        " | 时效指标 | 完成时间 | ≤ | 2024年12月31日 | ",
        "效益指标 | 社会效益指标 | 业务水平 | 定性 | 显著提升 | ",
    )
    assert listed(table) == [
        "成本指标/经济成本指标/培训成本 ≤20万元",
        "产出指标/数量指标/培训次数 ≥2次",
        "产出指标/质量指标/合格率 =100%",
        "产出指标/时效指标/完成时间 ≤2024年12月31日",
        "效益指标/社会效益指标/业务水平 显著提升",
    ]
    first, second = table.form.indicators[:2]
    assert (first.nature, first.target, first.unit) == ("≤", "20", "万元")
    assert (second.nature, second.target, second.unit, dict(second.extras)) == ("≥", "≥2", "次", {})
    assert check(table).findings == ()


def test_the_form_of_the_budget_system_as_a_whole():
    """Head, funding, blank levels, weights and a row of totals, in Markdown."""
    rows = (
        "项目名称 | 培训经费 | | | | | ",
        "主管部门 | 某局 | 实施单位 | 某中心 | | | ",
        "项目资金 | 年度资金总额（万元） | 20.00 | | | | ",
        " | 其中：财政拨款 | 20.00 | | | | ",
        "年度目标 | 培训干部。 | | | | | ",
        SYSTEM,
        "产出指标 | 数量指标 | 培训人次 | ≥ | 200 | 人次 | 40",
        " | | 培训期数 | = | 4 | 期 | 20",
        "满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥ | 95 | % | 30",
        "合计 | | | | | | 90",
    )
    disclosure = read_text(f"2024年项目支出绩效目标表\n\n{markdown(*rows)}\n")
    (table,) = disclosure.tables
    assert listed(table) == [
        "产出指标/数量指标/培训人次 ≥200人次",
        "产出指标/数量指标/培训期数 =4期",
        "满意度指标/服务对象满意度指标/学员满意度 ≥95%",
    ]
    assert extras(table) == [{"权重": "40"}, {"权重": "20"}, {"权重": "30"}]
    assert [one.project.name for one in table.form.indicators] == ["培训经费"] * 3
    assert disclosure.projects[0].funding[0].total.text == "20.00"
    assert check(disclosure).findings == ()


def test_self_evaluations_have_actual_values_and_points():
    """Actual values, points and causes are kept, and none of them is the target."""
    table = form_of(
        f"绩效指标 | {LEVELS} | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
        " | 产出指标（50分） | 数量指标 | 购置数量 | ≥10台 | 12台 | 20 | 20 | ",
        " | | 时效指标 | 完成时间 | 12月底前 | 11月完成 | 10.0 | — | ",
        " | 效益指标（30分） | 社会效益指标 | 保障能力 | 有效提升 | 提升 | 30 | 28 | 需继续加强",
        "总分 | | | | | | | 60 | 48 | ",
    )
    assert listed(table) == [
        "产出指标（50分）/数量指标/购置数量 ≥10台",
        "产出指标（50分）/时效指标/完成时间 ≤12月31日",
        "效益指标（30分）/社会效益指标/保障能力 有效提升",
    ]
    assert extras(table)[0] == {"实际完成值": "12台", "分值": "20", "得分": "20"}
    assert extras(table)[2]["偏差原因分析及改进措施"] == "需继续加强"


def test_serial_numbers_are_no_levels():
    """A column of serial numbers may have cells where the levels are blank, and may be the only cell of a row."""
    table = form_of(
        f"序号 | {LEVELS} | 指标值 | 完成值",
        "1 | 产出指标 | 数量指标 | 培训次数 | ≥2次 | 3次",
        "2 | | | 培训人数 | ≥100人 | 90人",
        "3 | | | | | ",
        "4 | 满意度指标 | 学员满意度 | ≥90% | 95%",
    )
    assert listed(table) == [*WANTED[:2], "满意度指标//学员满意度 ≥90%"]
    assert extras(table) == [{"完成值": "3次"}, {"完成值": "90人"}, {"完成值": "95%"}]


def test_lists_of_one_row_are_lists():
    """A list with a single indicator is read, with and without further columns."""
    assert listed(form_of(f"{LEVELS} | 指标值", "产出指标 | 数量指标 | 培训次数 | ≥2次")) == WANTED[:1]
    assert listed(form_of(SYSTEM, "产出指标 | 数量指标 | 培训次数 | ≥ | 2 | 次 | 10")) == WANTED[:1]
    rows = [f"{LEVELS} | 指标值 | 备注", "产出指标 | 数量指标 | 培训次数 | ≥2次 | "]
    table = read_rows([row.split(" | ") for row in rows], title="项目绩效目标表")
    assert listed(table) == WANTED[:1]


def test_headings_may_be_printed_over_two_rows():
    """The lower row says what the columns of a merged heading hold."""
    table = form_of(
        f"{LEVELS} | 绩效指标值 | | | 权重",
        " | | | 指标性质 | 指标值 | 度量单位 | ",
        "产出指标 | 数量指标 | 培训次数 | ≥ | 2 | 次 | 10",
        " | 质量指标 | 合格率 | = | 100 | % | 20",
    )
    assert listed(table) == [WANTED[0], WANTED[2]]
    assert table.form.indicators[0].location.column == "指标值"


def test_columns_of_signs_go_before_other_natures():
    """Where 指标性质 only tells numbers from words and 符号 has the sign, the sign is the nature."""
    table = form_of(
        f"{LEVELS} | 指标性质 | 符号 | 指标值 | 计量单位",
        "产出指标 | 数量指标 | 培训次数 | 定量 | ≥ | 2 | 次",
        " | 质量指标 | 效果 | 定性 | | 显著 | ",
    )
    assert listed(table) == [WANTED[0], "产出指标/质量指标/效果 显著"]
    assert [one.nature for one in table.form.indicators] == ["≥", None]
    assert extras(table) == [{"指标性质": "定量"}, {"指标性质": "定性"}]


def test_two_lists_side_by_side_have_further_columns_each():
    """Each half has natures, values, units and weights of its own; blank levels on the right are those on the left."""
    half = "二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重"
    table = form_of(
        "绩效指标 | 实施期目标 | | | | | | | 年度目标 | | | | | ",
        f" | 一级指标 | {half} | {half}",
        " | 产出指标 | 数量指标 | 培训次数 | ≥ | 6 | 次 | 10 | 数量指标 | 培训次数 | ≥ | 2 | 次 | 20",
        " | | 质量指标 | 合格率 | = | 100 | % | 10 | | 合格率 | = | 95 | % | 20",
        " | | | 及格率 | = | 100 | % | 10 | | | | | | ",
    )
    assert [
        f"{one.period.value[0]} {text}"
        for one, text in zip(table.form.indicators, listed(table), strict=True)
    ] == [
        "i 产出指标/数量指标/培训次数 ≥6次",
        "a 产出指标/数量指标/培训次数 ≥2次",
        "i 产出指标/质量指标/合格率 =100%",
        "a 产出指标/质量指标/合格率 =95%",
        "i 产出指标/质量指标/及格率 =100%",
    ]
    assert extras(table)[:2] == [{"权重": "10"}, {"权重": "20"}]
    assert table.form.indicators[1].location.column == "年度目标 / 指标值"


@pytest.mark.parametrize(
    ("headings", "periods"),
    [
        ("实施期指标值 | 年度指标值", "ia"),
        ("年度指标值 | 中长期指标值", "ai"),
    ],
)
def test_one_name_may_have_a_value_for_all_years_and_one_for_the_year(headings, periods):
    """Each value is an indicator of its period; a blank one beside a printed one is none."""
    table = form_of(
        f"{LEVELS} | {headings} | 备注",
        "产出指标 | 数量指标 | 培训次数 | 6次 | 2次 | 甲",
        " | | 培训人数 | 100人 | | ",
        " | | 会议次数 | | | ",
    )
    found = {(one.period.value[0], one.name, one.target) for one in table.form.indicators}
    first, second = periods
    assert found == {
        (first, "培训次数", "6次"),
        (second, "培训次数", "2次"),
        (first, "培训人数", "100人"),
        ("a", "会议次数", ""),
    }
    assert {one.location.column for one in table.form.indicators} == set(headings.split(" | "))


def test_a_list_with_values_for_all_years_only():
    """The heading of the values says what they are for."""
    table = form_of(f"{LEVELS} | 实施期指标值", "产出指标 | 数量指标 | 培训次数 | ≥2次")
    assert [one.period.value for one in table.form.indicators] == ["implementation"]
    sides = form_of(
        f"{LEVELS} | 年度指标值 | 二级指标 | 三级指标 | 实施期指标值",
        "产出指标 | 数量指标 | 培训次数 | ≥2次 | 数量指标 | 培训次数 | ≥6次",
    )
    assert [(one.period.value, one.target) for one in sides.form.indicators] == [
        ("annual", "≥2次"),
        ("implementation", "≥6次"),
    ]


def test_rows_that_lost_their_leading_cells_are_read():
    """Merged levels may be lost below, with or without the cells of the other columns; page breaks change nothing."""
    rows = (
        "产出指标 | 数量指标 | 培训次数 | ≥ | 2 | 次 | 10",
        "培训人数 | ≥ | 100 | 人 | 10",
        "质量指标 | 合格率 | = | 100 | % | 20",
        "满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥ | 90 | % | 10",
    )
    assert listed(form_of(SYSTEM, *rows)) == WANTED
    text = f"2024年项目绩效目标表\n\n{tabs(SYSTEM, rows[0])}\n\n第 2 页的说明\n{tabs(' | | 培训人数 | ≥ | 100 | 人 | 10', *rows[2:])}\n"
    (table,) = read_text(text).tables
    assert listed(table) == WANTED


def test_shifted_rows_are_read_at_the_one_distance_that_fits():
    """A row that stands left or right of its headings is read where natures and points are; it is called shifted, and a level in the column of another displaced."""
    table = form_of(
        SYSTEM,
        *("产出指标 | 数量指标 | 培训次数 | ≥ | 2 | 次 | 10", " | | 培训人数 | ≥ | 100 | 人 | 10"),
        "质量指标 | 合格率 | = | 100 | % | 20 | ",
        " | | | 及格率 | = | 90 | % | 20",
        " | 效益指标 | 业务水平 | 定性 | 提升 | | 20",
    )
    assert listed(table)[2:] == [
        WANTED[2],
        "产出指标/质量指标/及格率 =90%",
        "效益指标//业务水平 提升",
    ]
    assert [(one.name, one.oddities) for one in table.form.indicators][2:] == [
        ("合格率", (Oddity.SHIFTED,)),
        ("及格率", (Oddity.SHIFTED,)),
        ("业务水平", (Oddity.DISPLACED,)),
    ]


def test_levels_alone_hold_below():
    """A row of levels is no indicator, and neither is one that only names a known level."""
    table = form_of(
        f"{LEVELS} | 指标值 | 分值",
        "产出指标 | 特别分类 | | | ",
        " | | 培训次数 | ≥2次 | 10",
        "效益指标",
        " | 社会效益指标 | 业务水平 | 提升 | 10",
    )
    assert listed(table) == ["产出指标/特别分类/培训次数 ≥2次", "效益指标/社会效益指标/业务水平 提升"]


def test_names_of_levels_may_be_names_of_indicators_beside_a_nature():
    """Where the nature shows that a row is in place, a name like that of a level is a name."""
    row = "满意度指标 | 服务对象满意度指标 | 服务对象满意度指标 | ≥ | 90 | % | 10"
    assert listed(form_of(SYSTEM, row)) == ["满意度指标/服务对象满意度指标/服务对象满意度指标 ≥90%"]


def test_two_remarks_of_one_heading_are_both_kept():
    """A heading that is printed twice loses nothing."""
    table = form_of(f"{LEVELS} | 指标值 | 依据 | 依据", "产出指标 | 数量指标 | 培训次数 | ≥2次 | 甲 | 乙")
    assert extras(table) == [{"依据": "甲 乙"}]


@pytest.mark.parametrize(
    "row",
    [
        "特别分类 | 合格率 | 优",  # lost one cell or two
        "产出指标 | 数量指标 | 培训次数 | | 2次 | 每次",  # a value without a name where it should be
        "产出指标 | 数量指标 | 甲 | 乙 | 丙 | 培训次数 | ≥2次 | 10",  # more cells than headings
        "另一分类 | ",  # a level that is not known, or a name that lost its value
        " | | | ≥2次 | ",
        "甲 | 数量指标 | 数量指标 | 产出指标 | ",
    ],
)
def test_rows_that_fit_in_no_way_or_in_several_are_not_read(row):
    """What can be read in several ways is not guessed."""
    assert unread(f"{LEVELS} | 指标值 | 评分标准", "产出指标 | 数量指标 | 培训次数 | ≥2次 | 10", row) == [5]


def test_points_are_numbers():
    """Words in the column of points show that a row is not in place."""
    rows = ("产出指标 | 数量指标 | 培训次数 | ≥2次 | 10分", " | | 培训人数 | ≥2人 | 较高")
    assert unread(f"{LEVELS} | 指标值 | 分值", *rows) == [5]


def test_what_stands_left_of_the_levels_is_no_column_of_the_list():
    """A heading before the levels only says what the list is; its cells may be merged or repeated."""
    table = form_of(
        f"指标体系 | {LEVELS} | 指标值 | 分值",
        "绩效 | 产出指标 | 数量指标 | 培训次数 | ≥2次 | 10",
        " | | | 培训人数 | ≥100人 | 10",
    )
    assert listed(table) == WANTED[:2]
    assert extras(table) == [{"分值": "10"}, {"分值": "10"}]


def test_halves_without_names_are_not_read():
    """Two halves of which one has no column of names are not told apart."""
    row = "产出指标 | 数量指标 | ≥2次 | 数量指标 | 培训次数 | ≥2次"
    assert unread("一级指标 | 二级指标 | 指标值 | 二级指标 | 三级指标 | 指标值", row) == [4]


def test_lists_without_values_are_not_read():
    """A standard is not taken for the value; two values beside one name are not told apart."""
    row = "产出指标 | 数量指标 | 培训次数 | ≥2次"
    assert unread(f"{LEVELS} | 绩效标准", row) == [4]
    assert unread(f"{LEVELS} | 指标值 | 指标值 | 权重", f"{row} | ≥2次 | 10") == [4]


def test_natures_that_are_not_known_say_nothing():
    """A short word in the column of natures stands beside the target; a number shows that the row is shifted."""
    table = form_of(f"{LEVELS} | 指标性质 | 指标值", "产出指标 | 数量指标 | 培训次数 | 约束性 | ≥2次")
    assert (listed(table), table.form.indicators[0].nature) == (WANTED[:1], "约束性")
    assert unread(f"{LEVELS} | 指标性质 | 指标值", "产出指标 | 数量指标 | 培训次数 | 2 | 次") == [4]
