"""Sums across the columns: which total is broken down into which parts follows from the headings alone."""

import pytest

from reading_builders import column_bounds, column_sums, columns, optional_columns, read_one, side_of

ZHENGZHOU = (
    "科目编码 | | | 单位（科目名称） | 合计 | 基本支出 | | | | | 项目支出 | | | | ",
    "类 | 款 | 项 | | | 小计 | 工资福利支出 | 个人补助 | 商品服务支出 | 资本性支出 | 小计 | 社会事业 | 债务 | 基建 | 其他",
    "208 | 05 | 05 | 养老 | 204,852 | 204,852 | 204,852 | | | | | | | | ",
)

CASES = {
    "one row": (
        ("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", "201 | 甲 | 3.00 | 1.00 | 2.00"),
        {"合计": ["基本支出", "项目支出"]},
        {},
    ),
    "zhengzhou expenditure": (
        ZHENGZHOU,
        {
            "合计": ["基本支出/小计", "项目支出/小计"],
            "基本支出/小计": [
                "基本支出/工资福利支出",
                "基本支出/个人补助",
                "基本支出/商品服务支出",
                "基本支出/资本性支出",
            ],
            "项目支出/小计": ["项目支出/社会事业", "项目支出/债务", "项目支出/基建", "项目支出/其他"],
        },
        {},
    ),
    "zhengzhou revenue with 其中": (
        (
            "科目编码 | | | 单位（科目名称） | 合计 | 一般公共预算 | | 政府性基金 | 国有资本 | 上级转移支付",
            "类 | 款 | 项 | | | 小计 | 其中：财政拨 款 | | | ",
            "208 | 05 | 05 | 养老 | 204,852 | 204,852 | 204,852 | | | ",
        ),
        {"合计": ["一般公共预算/小计", "政府性基金", "国有资本", "上级转移支付"]},
        {"一般公共预算/小计": ["一般公共预算/其中:财政拨款"]},
    ),
    "zhengzhou basic, nothing but 其中": (
        (
            "部门预算经济分类 | | | 一般公共预算 | ",
            "类 | 款 | 科目名称 | 小计 | 其中：财政拨款",
            "301 | 01 | 基本工资 | 639,408 | 639,408",
        ),
        {},
        {"一般公共预算/小计": ["一般公共预算/其中:财政拨款"]},
    ),
    "nanyang economic: one named part does not claim to be all": (
        (
            "部门预算经济分类 | | | 总计 | 资金来源 | | | ",
            "类 | 款 | 科目名称 | | 一般公共预算 | | 基金安排 | 专户安排",
            " | | | | 小计 | 财政拨款 | | ",
            "301 | 01 | 基本工资 | 57.70 | 57.70 | 57.70 | | ",
        ),
        {"总计": ["资金来源/一般公共预算/小计", "资金来源/基金安排", "资金来源/专户安排"]},
        {"资金来源/一般公共预算/小计": ["资金来源/一般公共预算/财政拨款"]},
    ),
    "qinyang expenditure: totals of totals": (
        (
            "科目编码 | | | 科目名称 | 总计 | 2020年 | | | | | | ",
            "类 | 款 | 项 | | | 合计 | 基本支出 | | | 项目支出 | | ",
            " | | | | | | 小计 | 人员经费 | 公用经费 | 小计 | 部门支出 | 专项支出",
            "208 | | | 社会保障和就业支出 | 5.95 | 5.95 | 5.95 | 5.95 | | | | ",
        ),
        {
            "总计": ["2020年/合计"],
            "2020年/合计": ["2020年/基本支出/小计", "2020年/项目支出/小计"],
            "2020年/基本支出/小计": ["2020年/基本支出/人员经费", "2020年/基本支出/公用经费"],
            "2020年/项目支出/小计": ["2020年/项目支出/部门支出", "2020年/项目支出/专项支出"],
        },
        {},
    ),
    "putuo three public: a neighbour of the total's group is not in it": (
        (
            "“三公”经费预算数 | | | | | | 机关运行经费预算数",
            "合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | | | ",
            " | | | 小计 | 购置费 | 运行费 | ",
            "1.00 | | 1.00 | | | | 171.01",
        ),
        {
            "三公经费预算数/合计": [
                "三公经费预算数/因公出国(境)费",
                "三公经费预算数/公务接待费",
                "三公经费预算数/公务用车购置及运行费/小计",
            ],
            "三公经费预算数/公务用车购置及运行费/小计": [
                "三公经费预算数/公务用车购置及运行费/购置费",
                "三公经费预算数/公务用车购置及运行费/运行费",
            ],
        },
        {},
    ),
    "jiangsu three public: meetings and training are counted in the grand total": (
        (
            "合计 | “三公”经费 | | | | 会议费 | 培训费",
            " | 小计 | 因公出国（境）费 | 公务用车费 | 公务接待费 | | ",
            "1,452.35 | 584.35 | 110.00 | 317.80 | 156.55 | 168.00 | 700.00",
        ),
        {
            "合计": ["三公经费/小计", "会议费", "培训费"],
            "三公经费/小计": ["三公经费/因公出国(境)费", "三公经费/公务用车费", "三公经费/公务接待费"],
        },
        {},
    ),
    "jiangsu expenditure without labels": (
        (
            "合计 | 基本支出 | 项目支出 | 机动经费 | 结转下年资金",
            "18,330.37 | 9,312.90 | 6,459.58 | 2,557.89 | ",
        ),
        {"合计": ["基本支出", "项目支出", "机动经费", "结转下年资金"]},
        {},
    ),
    "two groupings of the same whole": (
        (
            "科目编码 | 科目名称 | 合计 | 按支出性质 | | 资金来源 | | ",
            " | | | 基本支出 | 项目支出 | 一般公共预算 | 政府性基金 | 其他资金",
            "201 | 甲 | 3.00 | 1.00 | 2.00 | 2.00 | 1.00 | ",
        ),
        {
            "合计": ["按支出性质/基本支出", "按支出性质/项目支出"],
            "合计'": ["资金来源/一般公共预算", "资金来源/政府性基金", "资金来源/其他资金"],
        },
        {},
    ),
    "one grouping of the whole": (
        (
            "科目编码 | 科目名称 | 合计 | 资金来源 | | ",
            " | | | 一般公共预算 | 政府性基金 | 其他资金",
            "201 | 甲 | 3.00 | 2.00 | 1.00 | ",
        ),
        {"合计": ["资金来源/一般公共预算", "资金来源/政府性基金", "资金来源/其他资金"]},
        {},
    ),
    "a single part is not the whole": (
        ("项目 | 合计 | 财政拨款", "甲 | 3.00 | 2.00"),
        {},
        {"合计": ["财政拨款"]},
    ),
    "a total that stands last": (
        ("项目 | 基本支出 | 项目支出 | 合计", "甲 | 1.00 | 2.00 | 3.00"),
        {"合计": ["基本支出", "项目支出"]},
        {},
    ),
    "其中 after a single part is a part of it": (
        ("科目编码 | 科目名称 | 合计 | 一般公共预算 | 其中：上年结转", "201 | 甲 | 20.00 | 20.00 | 5.00"),
        {},
        {"合计": ["一般公共预算"], "一般公共预算": ["其中:上年结转"]},
    ),
    "其中 between parts": (
        (
            "科目编码 | 科目名称 | 合计 | 一般公共预算 | 其中：上年结转 | 政府性基金",
            "201 | 甲 | 30.00 | 20.00 | 5.00 | 10.00",
        ),
        {},
        {"合计": ["一般公共预算"], "一般公共预算": ["其中:上年结转"]},
    ),
    "其中 after the parts": (
        ("项目 | 合计 | 基本支出 | 项目支出 | 其中：政府采购", "甲 | 3.00 | 1.00 | 2.00 | 1.50"),
        {"合计": ["基本支出", "项目支出"]},
        {"合计": ["其中:政府采购"]},
    ),
    "a group without its own total counts with its parts, but not with 其中": (
        (
            "项目 | 合计 | 财政拨款 | | 事业收入",
            " | | 一般公共预算 | 其中：经费拨款 | ",
            "甲 | 3.00 | 2.00 | 1.00 | 1.00",
        ),
        {"合计": ["财政拨款/一般公共预算", "事业收入"]},
        {},
    ),
    "no total, no sum": (("项目 | 基本支出 | 项目支出", "甲 | 1.00 | 2.00"), {}, {}),
    "quantities, prices and texts are no parts": (
        (
            "项目 | 合计 | 基本支出 | 数量 | 单价（元） | 项目支出 | 备注",
            "甲 | 3.00 | 1.00 | 2 | 3.00 | 2.00 | 乙",
        ),
        {"合计": ["基本支出", "项目支出"]},
        {},
    ),
    "a total over nothing but texts": (("项目 | 合计 | 数量 | 备注", "甲 | 3.00 | 1 | 乙"), {}, {}),
}


@pytest.mark.parametrize("name", CASES)
def test_sums_across_the_columns_follow_from_the_headings(name):
    """Every total has exactly the parts that a reader of the heading would give it."""
    rows, sums, bounds = CASES[name]
    side = side_of(*rows)
    assert column_sums(side) == sums
    assert column_bounds(side) == bounds
    assert optional_columns(side) == []


@pytest.mark.parametrize("name", CASES)
def test_every_part_knows_its_total(name):
    """A column's parent is the total whose part it is."""
    side = side_of(*CASES[name][0])
    for breakdown in side.columns.breakdowns:
        for part in breakdown.parts:
            assert side.columns[part].parent is not None
    parts = {part for breakdown in side.columns.breakdowns for part in breakdown.parts}
    assert all(column.parent is None for column in side.columns if column.index not in parts)


@pytest.mark.parametrize("beside", [("会议费",), ("会议费", "培训费"), ("培训费", "会议费")])
def test_meetings_and_training_may_stand_beside_a_three_public_total(beside):
    """Beside the three public expenses, regions count meetings and training or do not: both are allowed."""
    side = side_of(
        " | ".join(["单位名称", "合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", *beside]),
        " | ".join(["甲", "3.00", "1.00", "1.00", "1.00", *["5.00"] * len(beside)]),
        title="“三公”经费支出表",
    )
    assert column_sums(side) == {"合计": ["因公出国(境)费", "公务接待费", "公务用车购置及运行费"]}
    assert optional_columns(side) == list(beside)


def test_meetings_of_several_classes_are_optional_together():
    """Linfen 2021 prints meetings in four classes; all four are optional."""
    side = side_of(
        "单位编码 | 单位名称 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车费 | | | 会议费 | | | ",
        " | | | | | 小计 | 公务用车运行维护费 | 公务用车购置费 | 一类 | 二类 | 三类 | 四类",
        "506 | 甲 | 10.00 | 0.00 | 5.40 | 4.60 | 4.60 | 0.00 | 0.00 | 0.00 | 0.00 | 13.00",
        title="“三公”经费支出表",
    )
    assert column_sums(side)["合计"] == ["因公出国(境)费", "公务接待费", "公务用车费/小计"]
    assert optional_columns(side) == ["会议费/一类", "会议费/二类", "会议费/三类", "会议费/四类"]


def test_a_figure_without_heading_is_an_optional_part():
    """A column right of the headings may belong to the total or not."""
    side = side_of("项目 | 合计 | 基本支出 | 项目支出", "甲 | 3.00 | 1.00 | 1.00 | 1.00")
    assert column_sums(side) == {"合计": ["基本支出", "项目支出"]}
    assert optional_columns(side) == [""]


def test_a_group_with_a_column_without_heading_has_no_certain_value():
    """Where a merged heading covers a column of its own, its value is not known, and it is left out of sums."""
    side = side_of(
        "项目 | 合计 | 基本支出 | 备注 | ",
        " | | | | 单位资金",
        "甲 | 3.00 | 1.00 | 1.00 | 1.00",
        "乙 | 3.00 | 1.00 | 1.00 | 1.00",
    )
    assert columns(side)[-1] == "备注/单位资金"
    assert "备注/单位资金" not in column_sums(side).get("合计", [])


def test_each_side_has_its_own_sums():
    """A total is never broken down into columns of the other side."""
    left, right = read_one(
        "财政拨款收入 | | 财政拨款支出 | | | ",
        "项目 | 预算数 | 项目 | 合计 | 一般公共预算 | 政府性基金预算",
        "一、一般公共预算资金 | 371.00 | 一、一般公共服务支出 | 371.00 | 371.00 | ",
        title="财政拨款收支总表",
    ).sides
    assert column_sums(left) == {}
    assert column_sums(right) == {
        "财政拨款支出/合计": ["财政拨款支出/一般公共预算", "财政拨款支出/政府性基金预算"]
    }
