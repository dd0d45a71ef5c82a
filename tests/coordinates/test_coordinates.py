"""What headings say a figure is about, and which cells find each other by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget import STANDARD, Disclosure, Outcome, check, read_rows
from govbudget.coordinates import coordinates_of, headings_said, index_cells, topic_coordinates
from govbudget.disclosures import ALL, Coordinates, Flow
from govbudget.relations import Reason
from govbudget.vocabulary import Topic, meanings, topics, vocabulary

HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"
TWO = ("收入 | | 支出 | ", "项目 | 金额 | 项目 | 金额")


def table(title, *rows, unit="万元"):
    """A table of rows whose cells are separated by bars."""
    return read_rows([[cell.strip() for cell in row.split("|")] for row in rows], title=title, unit=unit)


def placed(one, **disclosure):
    """The coordinates of the cells of a table, by what is printed in them."""
    whole = Disclosure([one], **disclosure)
    return {
        found.cell.text: found.coordinates for side in one.sides for found in coordinates_of(one, side, whole)
    }


def spent(**dimensions):
    """Coordinates of budgeted expenditure."""
    return Coordinates(**{"flow": Flow.EXPENDITURE, "measure": "budget", "fund": "general", **dimensions})


def test_coordinates_follow_from_title_row_and_column():
    """The title says year and fund, the rows unit and subject, the columns the kind of expenditure."""
    found = placed(
        table(
            "2021年一般公共预算支出表",
            "单位编码 | 科目编码 | 科目名称 | 合计 | 人员经费",
            " | | 合计 | 9 | 5",
            "301001 | | 局机关 | 8 | 4",
            " | 2101501 | 行政运行 | 7 | 3",
        )
    )
    assert found == {
        "9": spent(year=2021),
        "5": spent(year=2021, kind="personnel"),
        "8": spent(year=2021, entity="局机关"),
        "4": spent(year=2021, entity="局机关", kind="personnel"),
        "7": spent(year=2021, entity="局机关", function="2101501"),
        "3": spent(year=2021, entity="局机关", function="2101501", kind="personnel"),
    }


def test_names_of_categories_and_of_economic_subjects_are_resolved():
    """一、卫生健康支出 is 210; in tables by economic subjects 办公费 is 30201 in the chart of the year."""
    summary = table("财政拨款收支总表", *TWO, "一、一般公共预算 | 9 | 一、卫生健康支出 | 7")
    assert placed(summary)["7"] == spent(fund="fiscal", function="210")
    assert placed(summary)["9"] == spent(flow=Flow.REVENUE, fund="general")
    basic = table(
        "一般公共预算基本支出表", "科目名称 | 金额", "商品和服务支出 | 4", "办公费 | 3", "不知名费 | 1"
    )
    assert placed(basic, year=2021) == {
        "4": spent(kind="basic", economic="302", year=2021),
        "3": spent(kind="basic", economic="30201", year=2021),
    }
    assert placed(basic) == {"4": spent(kind="basic", economic="302")}


def test_what_is_not_stated_is_not_all():
    """A table whose title names no fund has figures of a fund that is not stated; they are not indexed."""
    basic = table("基本支出表", "科目编码 | 科目名称 | 金额", "301 | 工资福利支出 | 4")
    (found,) = placed(basic).values()
    assert found.fund is None
    assert found.kind == "basic"
    assert found.function is ALL
    assert not found.is_complete
    assert len(index_cells([Disclosure([basic])])) == 0


def test_columns_by_fund_make_the_total_that_of_all_funds():
    """Where the columns break a total down by funds, the total is of all of them."""
    basic = table(
        "基本支出表",
        "科目编码 | 科目名称 | 总计 | 一般公共预算 | 政府性基金",
        "301 | 工资福利支出 | 4 | 3 | 1",
    )
    assert [one.fund for one in placed(basic).values()] == [ALL, "general", "government_funds"]


@pytest.mark.parametrize(
    ("rows", "funds"),
    [
        (
            ("一、财政拨款 | 9", "1、一般公共预算 | 8", "2、政府性基金预算 | 1"),
            ["fiscal", "general", "government_funds"],
        ),
        (
            ("一、财政拨款 | 9", "1、一般公共预算 | 8", "二、政府性基金预算 | 1"),
            ["general", "government_funds"],
        ),
        (("一、财政拨款 | 9", "1、财政拨款资金 | 8", "二、政府性基金预算 | 1"), ["government_funds"]),
        (("一、一般公共预算 | 9", "1、财政拨款 | 8"), ["general", "general_appropriation"]),
    ],
)
def test_fiscal_appropriation_means_what_stands_around_it(rows, funds):
    """财政拨款 is all appropriation, or the appropriated part of 一般公共预算, or not stated beside 政府性基金."""
    found = placed(table("部门收入总表", "项目 | 金额", *rows))
    assert [one.fund for one in found.values()] == funds


def test_headings_that_contradict_each_other_have_no_coordinates():
    """政府性基金 within a table of the general public budget, or last year's money of this year, is nothing known."""
    found = placed(
        table(
            "一般公共预算支出表", "科目编码 | 科目名称 | 合计 | 政府性基金", "201 | 一般公共服务支出 | 4 | 3"
        )
    )
    assert list(found) == ["4"]
    nested = table("部门收入总表", "项目 | 金额", "一、上年结转 | 9", "1、本年收入 | 8")
    assert "8" not in placed(nested)


def test_headings_that_say_the_same_side_by_side_are_left_out():
    """Of two columns both called 金额 that print figures, neither is known; an empty one does no harm."""
    rows = ("科目编码 | 科目名称 | 金额 | 金额", "201 | 一般公共服务支出 | 4 | 4")
    assert placed(table("一般公共预算支出表", *rows)) == {}
    rows = ("科目编码 | 科目名称 | 金额 | 金额", "201 | 一般公共服务支出 | 4 | ")
    assert list(placed(table("一般公共预算支出表", *rows))) == ["4"]


def test_units_that_list_units_of_their_own():
    """A unit within a unit is known by its own name; subjects of the outer one may repeat those of the inner."""
    found = placed(
        table(
            "一般公共预算支出表",
            "单位编码 | 科目编码 | 科目名称 | 合计",
            "301 | | 某局 | 9",
            " | 201 | 一般公共服务支出 | 8",
            "301001 | | 局机关 | 7",
            " | 205 | 教育支出 | 6",
        )
    )
    assert {text: one.entity for text, one in found.items()} == {"9": "某局", "7": "局机关", "6": "局机关"}


def test_a_second_table_stitched_to_the_first_is_left_out():
    """Rows after a total that stands there again belong to another table, whether totals come first or last."""
    first = table(
        "一般公共预算支出表", "科目名称 | 合计", "合计 | 9", "教育支出 | 8", "合计 | 7", "科学技术支出 | 6"
    )
    assert list(placed(first)) == ["9", "8"]
    last = table(
        "一般公共预算支出表", "科目名称 | 合计", "教育支出 | 8", "合计 | 9", "科学技术支出 | 6", "合计 | 7"
    )
    assert list(placed(last)) == ["8", "9"]


@pytest.mark.parametrize(
    ("title", "fund"),
    [
        ("一般公共预算财政拨款支出表", "general"),
        ("一般公共预算“三公”经费支出表", "general"),
        ("一般公共预算和国有资本经营预算财政拨款支出表", "state_capital"),
        ("财政拨款支出表", "fiscal"),
        ("一般公共预算收支总表", "general"),
        ("部门收支总表", "all"),
    ],
)
def test_a_title_may_say_more_than_its_kind(title, fund):
    """财政拨款 of the general public budget is of that budget; the finer word counts."""
    assert meanings().of_table(vocabulary().table_kind(title).key, title)["fund"] == fund


def test_a_table_about_more_than_its_title_says_has_no_known_total():
    """Where 会议费 stands beside 三公经费, the total of both is of neither."""
    one = table(
        "“三公”经费、会议费支出表", "合计 | 三公经费 | | 会议费", " | 小计 | 公务接待费 | ", "9 | 5 | 4 | 3"
    )
    found = placed(one)
    assert {text: at.item for text, at in found.items()} == {
        "9": None,
        "5": "three_public",
        "4": "hospitality",
        "3": "meetings",
    }


def test_prior_years_and_measures_are_told_apart():
    """上年预算数 is of the year before, 2019年 of the year it names, 决算数 of the accounts."""
    one = table(
        "一般公共预算支出表",
        "科目编码 | 科目名称 | 上年预算数 | 2019年预算数 | 2021年预算数 | 决算数 | 比上年增减",
        "201 | 一般公共服务支出 | 1 | 2 | 3 | 4 | 5",
    )
    found = placed(one, year=2021)
    assert {text: (at.year, at.measure) for text, at in found.items()} == {
        "1": (2020, "budget"),
        "2": (2019, "budget"),
        "3": (2021, "budget"),
        "4": (2021, "accounts"),
    }


def test_forms_and_unknown_tables_have_no_coordinates():
    """A table of no known kind says nothing about its figures."""
    assert placed(table("某表", "项目 | 金额", "合计 | 9")) == {}
    assert headings_said(
        table("某表", "项目 | 金额", "合计 | 9"), table("某表", "项目 | 金额", "合计 | 9").sides[0]
    )


def test_the_index_adds_units_and_subjects():
    """A subject of all units is the sum of the units' rows, a category that of its sections."""
    one = table(
        "一般公共预算支出表",
        "单位编码 | 科目编码 | 科目名称 | 合计",
        "301001 | | 甲 | 9",
        " | 2101501 | 行政运行 | 8",
        "301002 | | 乙 | 7",
        " | 2101501 | 行政运行 | 6",
        " | 21011 | 行政事业单位医疗 | 3",
        " | 2101101 | 行政单位医疗 | 3",
    )
    index = index_cells([Disclosure([one])])
    (item,) = index[spent(function="2101501")]
    (category,) = index[spent(function="210")]
    assert item.is_sum
    assert [cell.text for cell in item.readings[0]] == ["8", "6"]
    assert [cell.text for cell in category.readings[0]] == ["8", "6", "3"]
    assert index[spent(function="299")] == ()
    assert len(index) == len(list(index))


def reasons(*tables, rule="TIE"):
    """Why relations between tables are undecided."""
    report = check(Disclosure(tables), STANDARD.only(rule))
    assert report.findings == ()
    return {judgement.reason for _, judgement in report.judgements(Outcome.UNDECIDED)}


def test_money_carried_over_leaves_open_what_a_total_includes():
    """With 上年结转 printed, totals that differ may differ by it; where both totals are printed, one must agree."""
    carried = table("部门收支总表", *TWO, "上年结转 | 2 | | ", "收入总计 | 9 | 支出总计 | 9")
    assert reasons(carried, table("部门支出总表", HEAD, " | 合计 | 7 | 7 | ")) == {Reason.SCOPE}
    nil = table("部门收支总表", *TWO, "上年结转 | 0 | | ", "收入总计 | 9 | 支出总计 | 9")
    wrong = table("部门支出总表", HEAD, " | 合计 | 7 | 7 | ")
    assert check(Disclosure([nil, wrong]), STANDARD["TIE-001"]).findings
    both = table("部门收支总表", *TWO, " | | 本年支出合计 | 7", " | | 支出总计 | 9")
    assert reasons(both, wrong) == set()


def test_tables_of_several_departments_are_not_compared():
    """Two summaries in one document are of two departments, so nothing says whose the other tables are."""
    summaries = [table("部门收支总表", *TWO, f"收入总计 | {n} | 支出总计 | {n}") for n in (7, 9)]
    assert reasons(*summaries) == {Reason.SCOPE}


def test_figures_below_no_heading_make_a_table_doubtful():
    """A column of figures without heading shows that figures and headings do not line up."""
    shifted = table("部门支出总表", " | 合计 | 基本支出", "9 | 8 | 7")
    assert reasons(shifted, table("部门收支总表", *TWO, " | | 支出总计 | 6")) == {Reason.DOUBTFUL}


def in_wan(coefficient, decimals):
    """A coefficient as the text of an amount with so many decimals."""
    whole, part = divmod(coefficient, 10**decimals)
    return f"{whole}.{part:0{decimals}}" if decimals else f"{whole}"


@given(st.integers(1, 10**9), st.integers(0, 2))
def test_a_total_in_yuan_agrees_with_its_rounding_and_with_nothing_else(yuan, decimals):
    """A total in 元 agrees with its rounding to 万元 with up to two decimals, and not with one last place more."""
    step = 10 ** (4 - decimals)
    printed = (2 * yuan + step) // (2 * step)
    exact = table("部门支出总表", HEAD, f" | 合计 | {yuan} | {yuan} | ", unit="元")
    for coefficient, agrees in ((printed, True), (printed + 1, False)):
        other = table("部门收支总表", *TWO, f" | | 支出总计 | {in_wan(coefficient, decimals)}")
        rules = STANDARD.only("TIE-001", "DOC-004")  # one yuan beside 1万元 is a wrong unit
        assert (check([other, exact], rules).findings == ()) is agrees


def test_rows_are_lost_only_if_another_table_has_exactly_what_is_missing():
    """A total that fails is open where another table prints the missing row, and wrong where none does."""
    head = "科目编码 | 科目名称 | 合计"
    short = table("一般公共预算支出表", head, " | 合计 | 9.00", "201 | 一般公共服务支出 | 7.00")
    for amount, lost in (("2.00", True), ("1.00", False)):
        rows = (" | 合计 | 9.00", "201 | 一般公共服务支出 | 7.00", f"208 | 社会保障和就业支出 | {amount}")
        other = table("财政拨款支出表", head, *rows)
        found = {
            f.rule.id for f in check(Disclosure([short, other]), STANDARD.only("SUM-002", "TIE-019")).findings
        }
        assert found == ({"TIE-019"} if lost else {"SUM-002"})
    again = table("财政拨款支出表", head, " | 合计 | 9.00", "201 | 一般公共服务支出 | 7.00")
    assert {f.rule.id for f in check(Disclosure([short, again]), STANDARD.only("SUM", "TIE")).findings} == {
        "SUM-002"
    }


TITLES = [
    "收支总表",
    "收入总表",
    "支出总表",
    "财政拨款收支总表",
    "一般公共预算支出表",
    "“三公”经费支出表",
    "政府采购预算表",
    "机关运行经费表",
]
HEADINGS = [
    "合计",
    "基本支出",
    "人员经费",
    "一般公共预算",
    "政府性基金",
    "财政拨款",
    "工资福利支出",
    "上年预算数",
    "公务接待费",
    "备注",
]
LABELS = [
    "合计",
    "本年支出合计",
    "一、基本支出",
    "卫生健康支出",
    "上年结转",
    "一、财政拨款",
    "1、一般公共预算",
    "局机关",
    "办公费",
    "",
]
CODES = ["", "201", "2010101", "301", "30101", "301001"]
AMOUNTS = ["", "-", "0", "1.00", "2", "10000", "3%", "某"]


@given(st.data())
def test_any_tables_can_be_checked(data):
    """Whatever headings, labels and figures meet, every relation between tables can be judged."""
    pick = lambda words: data.draw(st.sampled_from(words))  # noqa: E731 - short for one test
    tables = []
    for _ in range(data.draw(st.integers(1, 3))):
        heads = [pick(HEADINGS) for _ in range(data.draw(st.integers(1, 3)))]
        rows = [
            [pick(CODES), pick(LABELS), *(pick(AMOUNTS) for _ in ("", *heads))]
            for _ in range(data.draw(st.integers(1, 5)))
        ]
        rows = [["科目编码", "科目名称", "合计", *heads], ["", "合计", "1.00", *["1.00"] * len(heads)], *rows]
        tables.append(read_rows(rows, title=pick(TITLES), unit=pick(["元", "万元"])))
    report = check(Disclosure(tables, year=2021, entity="某局"), STANDARD.only("TIE", "DOC", "PRO"))
    assert all(finding.message["zh"] for finding in report.findings)
    assert sum(1 for _ in report.judgements()) == sum(report.summary.values())


def test_the_data_name_known_kinds_and_members():
    """Every kind in the data is a kind of table, every member that is part of another is said by some heading."""
    known = meanings()
    kinds = {kind.key for kind in vocabulary().tables}
    assert set(known.kinds) | known.economic_rows | known.once <= kinds
    assert {kind for group in known.required for kind in group} <= kinds
    assert known.edition == vocabulary().edition
    assert all(known.is_within(member, whole) for member, whole in known.within.items())
    assert known.is_within("30201", "302")
    assert not known.is_within("302", "30201")
    assert not known.is_within("general", "basic")


def test_topics_of_the_narrative_have_coordinates():
    """Scopes, functional categories and items become dimensions; what is uncertain or unknown has none."""
    known = topics()
    (basic,) = topic_coordinates(known.topic("basic_expenditure", "general_public_budget"), 2021, "budget")
    assert (basic.flow, basic.year, basic.measure, basic.fund, basic.kind) == (
        Flow.EXPENDITURE,
        2021,
        "budget",
        "general",
        "basic",
    )
    (revenue,) = topic_coordinates(known.topic("revenue"), 2020, "executed")
    assert (revenue.flow, revenue.fund, revenue.measure) == (Flow.REVENUE, ALL, "executed")
    item = Topic("subject:行政事业单位养老支出/机关事业单位基本养老保险缴费支出", "甲", "a")
    assert [one.function for one in topic_coordinates(item, 2021, "budget")] == ["2080505"]
    assert [one.fund for one in topic_coordinates(known.topic("hospitality"), 2021, "budget")] == [
        "fiscal",
        "general",
    ]
    unknown = Topic("subject:甲/乙", "乙", "b"), known.topic("vehicles_owned")
    for topic in (*unknown, known.topic("expenditure").uncertain()):
        assert topic_coordinates(topic, 2021, "budget") == ()
