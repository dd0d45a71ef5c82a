"""Header rows: merged cells over one to four rows become paths, and the body begins where the headings end."""

import pytest

from govbudget import ReadingError, read_rows
from govbudget.disclosures import Flow
from govbudget.reading import read_text
from govbudget.reading.tables._headers import anchors, header_height, is_figure, is_number_row
from govbudget.relations import Reason
from govbudget.vocabulary import ColumnRole, vocabulary
from reading_builders import check_sums, columns, document, figures, labels, read_one, side_of, tabs, texts


def cells(*rows):
    return [[cell.strip() for cell in row.split("|")] for row in rows]


@pytest.mark.parametrize(
    "text",
    ["1", "1,570.83", "-0.51", "（0.51）", "１２．５", "3.2万元", "0.00", "23%", "12.5％", "¥ 5", "1,2%"],
)
def test_numbers_with_their_signs_are_figures(text):
    """Amounts as printed, and percentages, are figures."""
    assert is_figure(text)


@pytest.mark.parametrize("text", ["", "—", "合计", "2021年", "1、财政拨款", "1.2.3", "1,2", "1" * 41, "**"])
def test_text_and_dashes_are_no_figures(text):
    """Labels, years, dashes and overlong numbers are none."""
    assert not is_figure(text)


@pytest.mark.parametrize(
    "row",
    [
        "** | ** | ** | ** | 1 | 2 | 3 | 4",
        "** | ** | 1 | 2 | 3 | 5 | 7 | 8",
        "＊＊ | 1 | 2",
        "** | | 1",
        "** | ** | **",
        "栏次 | 1 | 2 | 3",
        "1 | 2",
        " | | 1 | 2 | 3",
        "栏次 | １ | ２ | ３",
    ],
)
def test_rows_of_column_numbers_are_told(row):
    """Stars and ascending small numbers from 1 number the columns; some may be missing."""
    assert is_number_row(cells(row)[0])


@pytest.mark.parametrize(
    "row",
    [" | | ", "1", "2 | 3", "1 | 1", "2 | 1", "1 | 2.00", "1 | 2021", "208 | 05", "合计 | 1 | 2", "① | ②"],
)
def test_rows_of_figures_are_no_column_numbers(row):
    """What does not begin with 1, does not ascend, or has decimals or labels, is data."""
    assert not is_number_row(cells(row)[0])


@pytest.mark.parametrize(
    ("rows", "height"),
    [
        (["科目编码 | 科目名称 | 金额", "201 | 甲 | 1.00"], 1),
        (["项目 | 金额", "一、财政拨款 | "], 1),
        (["收入 | | 支出 | ", "项目 | 金额 | 项目 | 金额", "一、财政拨款 | 1.00 | 一、基本支出 | 1.00"], 2),
        (["类 | 款 | 项", "208 | 05 | 05"], 1),
        (["金额 | 1.00"], 0),
        (["1.00 | 2.00"], 0),
        (["一、财政拨款 | "], 0),
        ([], 0),
        (["项目 | 金额", "** | 1"], 1),
        (["项目 | 金额", " | "], 1),
        (["部门预算经济分类 | 政府预算经济分类 | 金额", "合计 | | 57.47"], 1),
        (["部门预算经济分类 | 政府预算经济分类 | 金额", "工资福利支出 | | "], 1),
        (["项目 | 金额 | ", " | 小计 | 一般公共预算", "甲 | | "], 2),
    ],
)
def test_headings_end_where_labels_or_figures_begin(rows, height):
    """A row is a heading only if it refines a merged cell above it and holds no figure, number or item."""
    assert header_height(cells(*rows)) == height


def test_a_merged_cell_covers_blank_cells_to_its_right():
    """Each column is covered by the cells above it, outermost first; a cell ends where the one above it ends."""
    header = cells("科目编码 | | 合计 | 基本支出 | ", "类 | 款 | | 小计 | 人员")
    assert anchors(header, 5) == [
        ((0, 0), (1, 0)),
        ((0, 0), (1, 1)),
        ((0, 2),),
        ((0, 3), (1, 3)),
        ((0, 3), (1, 4)),
    ]


CLASS = "类 | 款 | 项"

HEADERS = {
    "zhengzhou revenue": (
        [
            "科目编码 | | | 单位（科目名称） | 合计 | 一般公共预算 | | 政府性基金 预算 | 国有资本经 营预算",
            "类 | 款 | 项 | | | 小计 | 其中：财政拨 款 | | ",
            "208 | 05 | 05 | 养老 | 204,852 | 204,852 | 204,852 | | ",
        ],
        ["合计", "一般公共预算/小计", "一般公共预算/其中:财政拨款", "政府性基金预算", "国有资本经营预算"],
    ),
    "nanyang expenditure with a row of numbers": (
        [
            "科目编码 | | | 单位（科目名称） | 总计 | 基本支出 | | | | 项目支出 | | ",
            "类 | 款 | 项 | | | 小计 | 行政人员经费 | 事业人员经费 | 公用经费 | 小计 | 一般性项目 | 特定类项目",
            "** | ** | ** | ** | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8",
            "208 | 01 | 04 | 综合业务管理 | 33.90 | 24.86 | | 24.86 | | 9.04 | 9.04 | ",
        ],
        [
            "总计",
            "基本支出/小计",
            "基本支出/行政人员经费",
            "基本支出/事业人员经费",
            "基本支出/公用经费",
            "项目支出/小计",
            "项目支出/一般性项目",
            "项目支出/特定类项目",
        ],
    ),
    "nanyang economic, three rows": (
        [
            "部门预算经济分类 | | | 政府预算经济分类 | | | 总计 | 资金来源 | | | | | ",
            "类 | 款 | 科目名称 | 类 | 款 | 科目名称 | | 一般公共预算 | | 基金安排 | 专户安排 | 上年结转安排 | 提前下达转移支付安排",
            " | | | | | | | 小计 | 财政拨款 | | | | ",
            "** | ** | ** | ** | ** | ** | 1 | 2 | 3 | 4 | 5 | 7 | 8",
            "301 | 01 | 基本工资 | 505 | 01 | 工资福利支出 | 57.70 | 57.70 | 57.70 | | | | ",
        ],
        [
            "总计",
            "资金来源/一般公共预算/小计",
            "资金来源/一般公共预算/财政拨款",
            "资金来源/基金安排",
            "资金来源/专户安排",
            "资金来源/上年结转安排",
            "资金来源/提前下达转移支付安排",
        ],
    ),
    "qinyang expenditure, three rows": (
        [
            "科目编码 | | | 科目名称 | 总计 | 2020年 | | | | | | ",
            "类 | 款 | 项 | | | 合计 | 基本支出 | | | 项目支出 | | ",
            " | | | | | | 小计 | 人员经费支出 | 公用经费支出 | 小计 | 部门支出 | 专项支出",
            "** | ** | ** | ** | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8",
            "208 | | | 社会保障和就业支出 | 5.95 | 5.95 | 5.95 | 5.95 | | | | ",
        ],
        [
            "总计",
            "2020年/合计",
            "2020年/基本支出/小计",
            "2020年/基本支出/人员经费支出",
            "2020年/基本支出/公用经费支出",
            "2020年/项目支出/小计",
            "2020年/项目支出/部门支出",
            "2020年/项目支出/专项支出",
        ],
    ),
    "putuo revenue, codes in the last heading row": (
        [
            "项目 | | | | 收入预算 | | | | ",
            "功能分类科目编码 | | | 功能分类科目名称 | 合计 | 财政拨款收入 | 事业收入 | 事业单位经营收入 | 其他收入",
            f"{CLASS} | | | | | | ",
            "201 | 13 | 01 | 行政运行 | 9,389,913.00 | 9,389,913.00 | | | ",
        ],
        [
            "收入预算/合计",
            "收入预算/财政拨款收入",
            "收入预算/事业收入",
            "收入预算/事业单位经营收入",
            "收入预算/其他收入",
        ],
    ),
    "linfen procurement": (
        [
            "单位编码 | 单位名称 | 项目名称 | 支出经济分类科目名称 | 采购品目 | 数量 | 计量单位 | 资金来源 | | | | | | 备注 | ",
            " | | | | | | | 预算总计 | 政府预算资金 | | | | 财政专户管理资金 | | 单位资金",
            " | | | | | | | | 政府预算资金合计 | 一般公共预算资金 | 政府性基金预算资金 | 国有资本经营预算资金 | | | ",
            "706 | 临汾市医疗保障局 | | | | 170 | | 671.36 | 671.36 | 643.25 | 28.11 | | | | ",
        ],
        [
            "数量",
            "计量单位",
            "资金来源/预算总计",
            "资金来源/政府预算资金/政府预算资金合计",
            "资金来源/政府预算资金/一般公共预算资金",
            "资金来源/政府预算资金/政府性基金预算资金",
            "资金来源/政府预算资金/国有资本经营预算资金",
            "资金来源/财政专户管理资金",
            "备注/单位资金",
        ],
    ),
    "jiangsu expenditure, without labels": (
        [
            "合计 | 基本支出 | 项目支出 | 单位预留机动经费 | 结转下年资金",
            "17,996.68 | 12,323.48 | 5,533.00 | 140.20 | ",
        ],
        ["合计", "基本支出", "项目支出", "单位预留机动经费", "结转下年资金"],
    ),
    "jiangsu three public expenses, without labels": (
        [
            "合计 | “三公”经费 | | | | | | 会议费 | 培训费",
            " | 小计 | 因公出国（境）费 | 公务用车购置及运行维护费 | | | 公务接待费 | | ",
            " | | | 小计 | 公务用车购置费 | 公务用车运行维护费 | | | ",
            "1,452.35 | 584.35 | 110.00 | 317.80 | 50.00 | 267.80 | 156.55 | 168.00 | 700.00",
        ],
        [
            "合计",
            "三公经费/小计",
            "三公经费/因公出国(境)费",
            "三公经费/公务用车购置及运行维护费/小计",
            "三公经费/公务用车购置及运行维护费/公务用车购置费",
            "三公经费/公务用车购置及运行维护费/公务用车运行维护费",
            "三公经费/公务接待费",
            "会议费",
            "培训费",
        ],
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_headings_of_real_tables_become_paths(name):
    """Header rows transcribed from Henan, Shanxi, Jiangsu and Shanghai give each column all headings above it."""
    rows, expected = HEADERS[name]
    side = side_of(*rows)
    assert columns(side) == expected
    (printed,) = cells(rows[-1])
    assert texts(side) == [[printed[column.position] for column in side.columns]]


@pytest.mark.parametrize("name", HEADERS)
def test_headings_repeated_in_the_body_are_skipped(name):
    """A heading that is printed again at a page break, with its row of numbers, is no row of the table."""
    rows, expected = HEADERS[name]
    once = side_of(*rows)
    twice = side_of(*rows, *rows)
    assert columns(twice) == expected
    assert texts(twice) == texts(once) * 2


TWO_SIDES = {
    "zhengzhou": (
        [
            "收入 | | 支出 | ",
            "项目 | 金额 | 项目 | 金额",
            "一、一般公共预算 | 42,416,191 | 一、基本支出 | 9,816,191",
        ],
        [["收入/金额"], ["支出/金额"]],
        [Flow.REVENUE, Flow.EXPENDITURE],
    ),
    "nanyang, four rows": (
        [
            "收 入 | | 支 出 | | | | | | | | ",
            "项 目 | 金 额 | 项 目 | 2021年预算 | | | | | | | ",
            " | | | 总 计 | 一般公共预算支出 | | 政府性基金 | 专户管理的 教育收费 | 补助下级 支出 | 资金结转 | 提前下达转 移支付",
            " | | | | 小 计 | 其中：财政拨款 | | | | | ",
            "一、财政拨款 | 1,570.83 | 一、基本支出 | 1,252.27 | 1,252.27 | 1,252.27 | | | | | ",
        ],
        [
            ["收入/金额"],
            [
                "支出/2021年预算/总计",
                "支出/2021年预算/一般公共预算支出/小计",
                "支出/2021年预算/一般公共预算支出/其中:财政拨款",
                "支出/2021年预算/政府性基金",
                "支出/2021年预算/专户管理的教育收费",
                "支出/2021年预算/补助下级支出",
                "支出/2021年预算/资金结转",
                "支出/2021年预算/提前下达转移支付",
            ],
        ],
        [Flow.REVENUE, Flow.EXPENDITURE],
    ),
    "linfen, a gap in the second row": (
        [
            "收入 | | 支出 | | | ",
            "项目 | 金额 | 项目 | 金额 | | ",
            " | | | 小计 | 一般公共预算 | 政府性基金",
            "一、一般公共预算 | 15,263.65 | 卫生健康支出 | 14,798.42 | 14,798.42 | ",
        ],
        [["收入/金额"], ["支出/金额/小计", "支出/金额/一般公共预算", "支出/金额/政府性基金"]],
        [Flow.REVENUE, Flow.EXPENDITURE],
    ),
    "jiangsu, three sides": (
        [
            "收入 | | 支出 | | | ",
            "项目名称 | 金额 | 功能分类 | | 支出用途 | ",
            " | | 功能科目名称 | 金额 | 项目名称 | 金额",
            "一、财政拨款 | 17,981.68 | 一、一般公共服务支出 | | 一、基本支出 | 12,323.48",
        ],
        [["收入/金额"], ["支出/功能分类/金额"], ["支出/支出用途/金额"]],
        [Flow.REVENUE, Flow.EXPENDITURE, Flow.EXPENDITURE],
    ),
    "putuo": (
        [
            "财政拨款收入 | | 财政拨款支出 | | | | ",
            "项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算",
            "一、一般公共预算资金 | 371,514,655.00 | 一、一般公共服务支出 | 21,601,733.00 | 21,601,733.00 | | ",
        ],
        [
            ["财政拨款收入/预算数"],
            [
                "财政拨款支出/合计",
                "财政拨款支出/一般公共预算",
                "财政拨款支出/政府性基金预算",
                "财政拨款支出/国有资本经营预算",
            ],
        ],
        [Flow.REVENUE, Flow.EXPENDITURE],
    ),
    "qinyang state capital, one row": (
        ["项 目 | 收入预算数 | 项 目 | 支出预算数", "利润收入 | 1.00 | 国有企业资本金注入 | 1.00"],
        [["收入预算数"], ["支出预算数"]],
        [Flow.REVENUE, Flow.EXPENDITURE],
    ),
}


@pytest.mark.parametrize("name", TWO_SIDES)
def test_tables_of_revenue_and_expenditure_have_sides(name):
    """Labels after figures open the next side, and headings say what a side shows."""
    rows, expected, flows = TWO_SIDES[name]
    sides = read_one(*rows, title="部门收支总体情况表").sides
    assert [columns(side) for side in sides] == expected
    assert [side.flow for side in sides] == flows
    printed = [cell.strip() for cell in rows[-1].split("|")]
    assert [label for side in sides for label in labels(side)] == [
        text for text in printed if text[:1].isalpha()
    ]


@pytest.mark.parametrize(
    ("title", "heading", "flow"),
    [
        ("部门支出总体情况表", "预算数", Flow.EXPENDITURE),
        ("部门收入总体情况表", "预算数", Flow.REVENUE),
        ("部门收支总体情况表", "预算数", None),
        ("部门收支总体情况表", "收入预算", Flow.REVENUE),
        ("部门收入总体情况表", "收入支出预算", Flow.REVENUE),
        ("人员情况一览表", "预算数", None),
    ],
)
def test_the_flow_follows_from_headings_else_from_the_kind(title, heading, flow):
    """A heading with 收入 or 支出 decides; with both or none the kind of table does, if it shows one of them."""
    assert side_of(f"项目 | {heading}", "甲 | 1.00", title=title).flow is flow


def test_roles_follow_from_headings():
    """Quantities, prices, percentages, comparisons and texts are told from amounts by their headings."""
    side = side_of(
        "单位名称 | 数量 | 计量单位 | 单价（元） | 金额 | 占比 | 增长率 | 比上年增减 | 备注",
        "甲 | 2 | 台 | 3.50 | 7.00 | 12.50 | 3.1% | -5.0% | 详见说明",
    )
    assert [column.role.value for column in side.columns] == [
        "quantity",
        "text",
        "price",
        "amount",
        "percentage",
        "percentage",
        "comparison",
        "text",
    ]
    assert figures(side) == [["2", None, "3.50元", "7.00万元", "12.50%", "3.1%", "-5.0%", None]]


def test_a_comparison_may_be_an_amount():
    """A difference without a percent sign is an amount in the unit of the table; a dash is nothing."""
    side = side_of("项目 | 比上年增减 | 增幅", "甲 | -5.00 | —")
    assert figures(side) == [["-5.00万元", None]]
    assert side.cell(0, 1).is_blank


@pytest.mark.parametrize(
    ("heading", "text"),
    [("金额", "约三万"), ("数量", "3万元"), ("占比", "一半"), ("占比", "5%%"), ("金额", "1,2")],
)
def test_what_is_no_figure_is_kept_as_unreadable(heading, text):
    """Text in a column of figures is kept as printed, with the reason, and never guessed at."""
    side = side_of(f"项目 | {heading}", f"甲 | {text}", "乙 | 1.00")
    cell = side.cell(0, 0)
    assert (cell.text, cell.figure, cell.reason) == (text, None, Reason.UNREADABLE)


def test_an_unknown_heading_over_text_is_a_column_of_text():
    """Where the vocabulary does not know a heading, the contents decide; half of them must be figures."""
    side = side_of(
        "科目编码 | 科目名称 | 金额 | 主管处室", "201 | 甲 | 1.00 | 预算处", "202 | 乙 | 2.00 | 文教处"
    )
    assert [column.role for column in side.columns] == [ColumnRole.AMOUNT, ColumnRole.TEXT]
    mixed = side_of("科目编码 | 科目名称 | 金额 | 安排", "201 | 甲 | 1.00 | 1.00", "202 | 乙 | 2.00 | 另文")
    assert [column.role for column in mixed.columns] == [ColumnRole.AMOUNT, ColumnRole.AMOUNT]


def test_a_role_may_stand_before_brackets():
    """A remark in brackets after a known heading does not hide it."""
    side = side_of("项目（按用途） | 金额", "甲 | 1.00", "乙 | 2.00")
    assert labels(side) == ["甲", "乙"]


def test_figures_under_a_heading_of_remarks_are_reported_as_displaced():
    """A column 备注 that holds nothing but figures shows that headings have moved; the figures are kept."""
    table = read_one("项目 | 金额 | 备注", "甲 | 1.00 | 2.00", "乙 | 3.00 | ")
    assert [notice.zh for notice in table.problems] == ["“备注”栏中是数字，表头可能错位"]
    assert [notice.en for notice in table.problems] == [
        "the column 备注 holds figures: its heading may be displaced"
    ]
    assert figures(table.sides[0])[0] == ["1.00万元", "2.00万元"]


def test_remarks_with_words_are_text():
    """One remark in words is enough to leave the column alone."""
    table = read_one("项目 | 金额 | 备注", "甲 | 1.00 | 2.00", "乙 | 3.00 | 见说明")
    assert table.problems == ()
    assert figures(table.sides[0]) == [["1.00万元", None], ["3.00万元", None]]


def test_the_displaced_headings_of_a_real_table_are_kept_out_of_sums():
    """Linfen 2021 prints meetings under four classes and training below 备注: its total counts neither."""
    table = read_one(
        "单位编码 | 单位名称 | 2021年预算数据 | | | | | | | | | | 备注 | ",
        " | | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车费 | | | 会议费 | | | | | 培训费",
        " | | | | | 小计 | 公务用车运行维护费 | 公务用车购置费 | 一类 | 二类 | 三类 | 四类 | | ",
        "** | ** | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12",
        "506 | 临汾市医疗保障局 | 10.00 | 0.00 | 5.40 | 4.60 | 4.60 | 0.00 | 0.00 | 0.00 | 0.00 | 13.00 | 33.00 | ",
        title="2021年“三公”经费预算财政拨款情况统计表",
    )
    assert [notice.zh for notice in table.problems] == ["“备注”栏中是数字，表头可能错位"]
    assert not check_sums(table).findings


def test_cells_right_of_the_headings_are_kept_and_reported():
    """A figure beyond the last heading has a column without heading, which no sum counts on."""
    table = read_one(
        "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出",
        "201 | 甲 | 3.00 | 1.00 | 1.00 | 1.00",
        "202 | 乙 | 2.00 | 1.00 | 1.00",
    )
    assert columns(table.sides[0]) == ["合计", "基本支出", "项目支出", ""]
    assert figures(table.sides[0])[0][3] == "1.00万元"
    assert [notice.en for notice in table.problems] == ["1 rows are longer than the heading"]
    assert not check_sums(table).findings


def test_cells_that_a_short_row_lacks_are_absent_not_blank():
    """A row that is shorter than its heading may have lost cells; this is said, and decides nothing."""
    table = read_one(
        "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", "201 | 甲 | 3.00", "202 | 乙 | 2.00 | 1.00 | 1.00"
    )
    assert [notice.en for notice in table.problems] == ["1 rows are shorter than the heading"]
    cell = table.sides[0].cell(0, 1)
    assert (cell.reason, cell.is_blank) == (Reason.ABSENT, False)


def test_labels_right_of_the_last_figures_are_texts():
    """A column of names after which no figures come opens no side: it is kept as text beside the figures."""
    side = side_of("项目 | 金额 | 单位名称 | 备注", "甲 | 1.00 | 某局 | 见表二", " | | 某中心 | ")
    assert [(column.label, column.role.value) for column in side.columns] == [
        ("金额", "amount"),
        ("单位名称", "text"),
        ("备注", "text"),
    ]
    assert texts(side) == [["1.00", "某局", "见表二"], ["", "某中心", ""]]
    assert all(cell.reason is None for row in side.matrix for cell in row if cell is not None)


def test_blank_columns_without_heading_are_no_columns():
    """What merged cells leave over, a column without heading and content, is not read."""
    side = side_of(" | 科目编码 | 科目名称 | 金额", " | 201 | 甲 | 1.00", title="支出总表")
    assert columns(side) == ["金额"]
    assert labels(side) == ["201 甲"]


@pytest.mark.parametrize("body", [(), (" | | ",), (" | | ", " | | ")])
def test_an_empty_table_is_read_as_empty(body):
    """A table of headings only, or with blank rows, is there and prints nothing."""
    table = read_one("科目编码 | 科目名称 | 金额", *body, title="政府性基金预算支出情况表")
    assert table.is_empty
    assert labels(table.sides[0]) == []
    assert not check_sums(table).findings


@pytest.mark.parametrize(
    "rows",
    [
        ("1.00 | 2.00", "3.00 | 4.00"),
        ("一、财政拨款 | 1.00", "二、其他 | 2.00"),
        ("合计 | 基本支出", "3.00 | 3.00"),
        ("名单 | 住址", "甲 | 乙"),
    ],
)
def test_a_block_whose_headings_say_nothing_is_listed_as_unread(rows):
    """Without a title and headings of labels nothing is guessed; the rows are kept for the user."""
    disclosure = read_text(tabs(*rows))
    assert disclosure.tables == ()
    (unread,) = disclosure.unread
    assert unread.reason == ("表头没有说明行列含义", "no heading says what its rows and columns are")
    assert unread.lines == (1, 2)
    assert unread.rows == tuple(tuple(row) for row in cells(*rows))


def test_a_table_of_labels_only_is_listed_as_unread():
    """Even under a title, a table without any column of figures is no matrix."""
    disclosure = read_text(document("科目编码 | 科目名称", "201 | 甲"))
    assert disclosure.tables == ()
    assert [unread.title for unread in disclosure.unread] == ["2021年部门支出总体情况表"]


def test_a_heading_of_a_bare_year_is_not_recognised():
    """A heading "2021" looks like a figure, so that the table is listed as unread rather than misread."""
    assert read_text(document("项目 | 2021", "甲 | 1.00")).tables == ()


NUMBERED = (
    "项目 | | | | 本年收入合计 | 财政拨款收入 | 其他收入",
    "功能分类科目编码 | | | 科目名称 | | | ",
    "类 | 款 | 项 | 栏次 | 1 | 2 | 3",
    " | | | 合计 | 9.00 | 8.00 | 1.00",
    "2010101 | | | 行政运行 | 9.00 | 8.00 | 1.00",
)


@pytest.mark.parametrize("head", [NUMBERED[:3], ("类 | 款 | 项 | 科目名称 | 合计 | 甲 | 乙", NUMBERED[2])])
def test_the_column_numbers_of_final_accounts_are_no_data(head):
    """In 类 款 项 栏次 1 2 3 the levels of the codes are headings, and the rest numbers the columns."""
    side = side_of(*head, *NUMBERED[3:], title="收入决算表")
    assert labels(side) == ["合计", "2010101 行政运行"]
    assert figures(side)[0] == ["9.00万元", "8.00万元", "1.00万元"]


def test_a_row_of_levels_alone_numbers_nothing():
    """类 款 项 without numbers are headings."""
    assert not is_number_row(["类", "款", "项"])
    assert is_number_row(["类", "款", "项", "栏次", "1", "2"])
    assert is_number_row(["栏次", "", "1", "2"])


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("收入支出决算总表", "revenue_and_expenditure_summary"),
        ("财政拨款收入支出决算总表", "fiscal_appropriation_summary"),
        ("政府性基金预算财政拨款收入支出决算表", "government_managed_funds"),
        ("收入决算表", "revenue_summary"),
    ],
)
def test_the_tables_of_final_accounts_are_known_by_their_titles(title, kind):
    """收入支出 is 收支."""
    assert vocabulary().table_kind(title).key == kind


def test_misread_words_do_not_make_a_total_column_one_of_text():
    """A column headed 合计 holds amounts as soon as one is printed, whatever else stands in it."""
    body = [["", "合计", "1.00", "1.00"], ["", "甲", "某", "-"], ["", "乙", "某", ""]]
    table = read_rows([["科目编码", "科目名称", "合计", "备注"], *body], title="收支总表", unit="元")
    assert [str(cell.figure) for cell in table.cells()] == ["1.00元"]
    with pytest.raises(ReadingError, match="not a table"):
        read_rows(
            [["科目编码", "科目名称", "合计"], *[row[:3] for row in body[1:]]], title="收支总表", unit="元"
        )
