"""Headings that run together are read level by level, in one way or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.labels import normalise
from govbudget.reading.flat import _headings as _flat_headings
from govbudget.reading.flat._headings import heading_rows, read_headings
from govbudget.reading.tables._headers import draft_columns, header_tree
from govbudget.vocabulary import flat_words

SOURCES = "财政专户管理资金收入 事业收入 上级补助收入 附属单位上缴收入 事业单位经营收入 其他收入"

# (levels from top to bottom, columns): as the forms of Henan print them
FORMS = [
    (
        (
            "科目编码 单位代码 单位(科目名称) 合计 基本支出 项目支出 | 小计 人员经费 公用经费 小计 其他运转类 特定目标类 | "
            "类 款 项 工资福利支出 对个人和家庭的补助"
        ),
        (
            "科目编码/类 科目编码/款 科目编码/项 单位代码 单位(科目名称) 合计 基本支出/小计 基本支出/人员经费/工资福利支出 "
            "基本支出/人员经费/对个人和家庭的补助 基本支出/公用经费 项目支出/小计 项目支出/其他运转类 项目支出/特定目标类"
        ),
    ),
    (
        (
            f"部门预算经济分类 政府预算经济分类 总计 一般公共预算 政府性基金预算 国有资本经营预算 上年结转结余 {SOURCES} | "
            "类 款 科目名称 类 款 科目名称 小计 其中:财政拨款"
        ),
        (
            "部门预算经济分类/类 部门预算经济分类/款 部门预算经济分类/科目名称 政府预算经济分类/类 政府预算经济分类/款 政府预算经济分类/科目名称 "
            f"总计 一般公共预算/小计 一般公共预算/其中:财政拨款 政府性基金预算 国有资本经营预算 上年结转结余 {SOURCES}"
        ),
    ),
    (
        "收入 支出 | 项目 金额 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算 | 小计 其中:财政拨款",
        "收入/项目 收入/金额 支出/项目 支出/合计 支出/一般公共预算/小计 支出/一般公共预算/其中:财政拨款 支出/政府性基金预算 支出/国有资本经营预算",
    ),
    ("功能科目代码 功能科目名称 金额", "功能科目代码 功能科目名称 金额"),
]


def columns(text):
    """The columns of headings that run together."""
    found = read_headings(text)
    return found and ["/".join(path) for path in found]


@pytest.mark.parametrize(("levels", "expected"), FORMS)
def test_the_forms_of_real_documents_are_read(levels, expected):
    """Every level gives its headings from left to right; a heading may stand so high that its parts come a level later."""
    assert columns(normalise(levels.replace("|", ""))) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "合计未知",
        "合计合计",
        "合计总计基本支出",
        "项目金额支出",
        "合计基本支出项目支出小计人员经费",
        "科目编码科目名称类款",
    ],
)
def test_what_is_not_known_is_not_read(text):
    """Unknown words, two totals side by side, headings that never stand alone, and parts that are not complete."""
    assert columns(text) is None


def test_two_readings_are_none():
    """The subtotals could stand below this year's or last year's general budget, if the forms did not say which."""
    text = "本年拨款上年结转结余" + 2 * "一般公共预算政府性基金预算国有资本经营预算"
    assert columns(text) == [
        f"{above}/{below}"
        for above in ("本年拨款", "上年结转结余")
        for below in ("一般公共预算", "政府性基金预算", "国有资本经营预算")
    ]
    both = "上年结转结余一般公共预算政府性基金预算国有资本经营预算小计其中:财政拨款"
    assert columns(both) == [
        "上年结转结余",
        "一般公共预算/小计",
        "一般公共预算/其中:财政拨款",
        "政府性基金预算",
        "国有资本经营预算",
    ]
    assert columns("基本支出项目支出" + "小计人员经费公用经费" * 2) is None


def test_a_search_that_is_too_long_is_given_up(monkeypatch):
    """The number of steps is bounded."""
    assert columns("合计基本支出项目支出") is not None
    monkeypatch.setattr(_flat_headings, "MAX_STEPS", 10)
    assert columns("合计基本支出项目支出人员经费公用经费") is None


@given(st.lists(st.sampled_from(sorted(flat_words().top)), max_size=8))
def test_columns_written_as_merged_cells_are_the_same_columns(labels):
    """Headings of a table without borders mean what they mean in a table with them."""
    paths = read_headings("".join(labels))
    if paths is not None:
        rows = heading_rows(paths)
        drafts = draft_columns(header_tree(rows, len(paths)), [])
        assert tuple(draft.path for draft in drafts) == paths
