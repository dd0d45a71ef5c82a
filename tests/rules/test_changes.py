"""Changes in the text and in columns against the columns of two years."""

import pytest

import govbudget
from govbudget.relations import Outcome

NAMES = "科目编码\t科目名称\t"
SUMMARY = f"""2021年支出总体情况表
单位：万元
{NAMES}2020年预算数\t2021年预算数\t增减额\t增减率（%）
\t合计\t100.00\t120.00\t20.00\t20.0
201\t一般公共服务支出\t60.00\t70.00\t10.00\t16.7
208\t社会保障和就业支出\t40.00\t50.00\t10.00\t25.0
"""
EXECUTED = f"""一般公共预算支出表
单位：万元
功能分类科目\t\t2020年执行数\t2021年预算数\t\t\t2021年预算数比2020年执行数\t
{NAMES}\t小计\t基本支出\t项目支出\t增减额\t增减%
\t合计\t100.00\t120.00\t70.00\t50.00\t20.00\t20.00%
208\t社会保障和就业支出\t40.00\t50.00\t40.00\t10.00\t10.00\t25.00%
20805\t行政事业单位养老支出\t40.00\t50.00\t40.00\t10.00\t10.00\t25.00%
2080505\t机关事业单位基本养老保险缴费支出\t40.00\t50.00\t40.00\t10.00\t10.00\t25.00%
"""
THREE = """“三公”经费支出表
单位：元
2020年预算数\t\t\t\t\t\t2021年预算数\t\t\t\t\t
合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费
\t\t小计\t公务用车购置费\t公务用车运行费\t\t\t\t小计\t公务用车购置费\t公务用车运行费\t
50060\t0\t30049\t0\t30049\t20011\t40049\t0\t20041\t0\t20041\t20008
"""
RULES = govbudget.STANDARD.only("TXT-001", "TXT-011", "TXT-012", "SUM-007", "PCT-008")


def outcomes(text, table, *ids):
    """What becomes of the relations of some rules for a narrative and a table."""
    report = govbudget.check(govbudget.read_text(f"某县某局2021年部门预算\n{text}\n{table}"), RULES)
    return [j.outcome for entry, j in report.judgements() if entry.rule.id in ids]


def findings(text, table):
    report = govbudget.check(govbudget.read_text(f"某县某局2021年部门预算\n{text}\n{table}"), RULES)
    return [(finding.rule.id, str(finding.reported), str(finding.expected)) for finding in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "2021年支出预算120万元，比上年增加20万元，增长20%。",
        "2021年支出预算120万元，比2020年预算增长20%。",
        "2021年支出预算120万元，比2020年预算增长20.1%。",  # one last place is not said
        "2021年社会保障和就业支出比上年增加10万元。",
        "2021年支出预算120万元，与2020年预算数100万元相比，增加20万元。",
        "2021年支出预算120万元，2020年支出预算数100万元。",
        "2021年支出预算120万元，2020年支出90万元。",  # it may have been spent
        "2021年支出预算120万元，2020年支出决算90万元。",
        "2021年支出预算120万元，比2020年执行数增加30万元。",  # of which the table has no column
        "2021年支出预算120万元，比2020年调整预算数增加30万元。",
        "2021年支出预算120万元，比上年增加（减少）30万元。",
        "2021年支出预算120万元，与上年基本持平。",
        "2020年支出预算100万元，比2019年增加30万元。",
    ],
)
def test_honest_changes_agree_with_the_columns(text):
    """What is rounded, of another measure, left open or only roughly level is no finding."""
    assert findings(text, SUMMARY) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021年支出预算120万元，比上年增加30万元，增长33.3%。", ("TXT-011", "30万元", "20万元")),
        ("2021年社会保障和就业支出比上年减少20万元。", ("TXT-011", "-20万元", "10万元")),
        ("2021年支出预算120万元，比2020年预算增长25%。", ("TXT-011", "25%", "20%")),
        ("2021年支出预算120万元，比2020年预算数110万元增加10万元。", ("TXT-011", "110万元", "100万元")),
        (
            "2021年支出预算120万元，与2020年预算数110万元相比，增加10万元。",
            ("TXT-011", "110万元", "100万元"),
        ),
        ("2021年支出预算120万元，2020年支出预算110万元。", ("TXT-011", "110万元", "100万元")),
        ("2021年支出预算120万元，与上年持平。", ("TXT-012", "120.00万元", "100万元")),
        ("2021年支出预算130万元。", ("TXT-001", "130万元", "120万元")),
    ],
)
def test_wrong_changes_are_held_against_the_columns(text, found):
    """The finding names what the columns give, also of the year's own amount where several years are printed."""
    assert [(rule, reported) for rule, reported, _ in findings(text, SUMMARY)] == [found[:2]]
    assert findings(text, SUMMARY)[0][2].rstrip("0万元%.") == found[2].rstrip("0万元%.")


def test_a_comparison_with_what_was_spent_is_held_against_that_column():
    """比2020年执行数 is about 执行数; a comparison that does not say so is about the budget, which is not printed."""
    text = "2021年一般公共预算支出120万元，比2020年执行数增加{}万元。"
    assert outcomes(text.format(20), EXECUTED, "TXT-011") == [Outcome.PASSED]
    assert outcomes(text.format(30), EXECUTED, "TXT-011") == [Outcome.FAILED]
    assert outcomes("2021年一般公共预算支出120万元，比上年增加30万元。", EXECUTED, "TXT-011") == []


def test_a_functional_item_is_found_by_its_names():
    """A subject with its section is held against the row of its code; one that no chart has is not."""
    text = "三、一般公共预算支出情况说明\n1．{}（款）{}（项）50万元，比2020年执行数增加{}万元。"
    names = "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"
    assert outcomes(text.format(*names, 10), EXECUTED, "TXT-011") == [Outcome.PASSED]
    assert outcomes(text.format(*names, 9), EXECUTED, "TXT-011") == [Outcome.FAILED]
    assert outcomes(text.format("甲乙", "丙丁", 9), EXECUTED, "TXT-011") == []


def test_amounts_in_yuan_are_taken_as_the_text_would_print_them():
    """4.00 − 5.01 万元 is a decrease of 1.01 in the text, though the table in 元 gives 1.0011; 2.00 and 2.0011 are level."""
    text = (
        "2021年“三公”经费预算4.00万元，比上年减少1.01万元。公务接待费2.00万元，与上年持平。"
        "公务用车购置及运行费2.00万元，比上年减少1.00万元。"
    )
    assert findings(text, THREE) == []
    assert findings("公务接待费2.0008万元，与上年持平。", THREE) == [("TXT-012", "20008元", "20011元")]
    assert findings("公务用车购置及运行费2万元，比上年减少1.5万元。", THREE)[0][:2] == ("TXT-011", "-1.5万元")
    whole = (
        THREE.replace("20008", "10000")
        .replace("20011", "20000")
        .replace("50060", "50049")
        .replace("40049", "30041")
    )
    assert findings("公务接待费1万元，比上年下降25%。", whole) == [("TXT-011", "-25%", "-50%")]


def test_level_beside_a_change_contradicts_itself():
    """A change stated elsewhere is nothing, or vanishes in the decimals of the amount."""
    twice = "2021年公务接待费2万元，与上年持平。2021年公务接待费比上年减少{}万元。"
    assert findings(twice.format("0"), "") == []
    assert findings(twice.format("0.3"), "") == []
    assert findings(twice.format("1"), "") == [("TXT-012", "-1万元", "Notice(zh='持平', en='no change')")]


def test_level_without_amounts_is_held_against_the_columns():
    """A topic that the text only names has its amounts in the table."""
    assert outcomes("2021年公务接待费预算与上年持平。", THREE, "TXT-012") == [Outcome.FAILED]
    assert outcomes("2021年因公出国（境）费与上年持平。", THREE, "TXT-012") == [Outcome.PASSED]


def test_columns_of_changes_hold():
    """Honest columns hold exactly or within rounding; both forms of headings are understood."""
    for table in (SUMMARY, EXECUTED):
        found = outcomes("", table, "SUM-007", "PCT-008")
        assert found
        assert set(found) <= {Outcome.PASSED, Outcome.ROUNDING}


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("70.00\t10.00", "70.00\t11.00", "SUM-007"),
        ("120.00\t20.00", "120.00\t-20.00", "SUM-007"),
        ("10.00\t25.0", "10.00\t-25.0", "PCT-008"),
        ("10.00\t25.0", "10.00\t20.0", "PCT-008"),
    ],
)
def test_a_wrong_change_in_a_column_is_found(before, after, rule):
    """A wrong amount, a wrong sign and a wrong rate."""
    assert [found[0] for found in findings("", SUMMARY.replace(before, after))] == [rule]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("10.00\t25.0", "10.00\t0.250"),  # a spreadsheet lost its format
        ("10.00\t25.0", "10.00\t24.9"),  # cut off
        ("40.00\t50.00\t10.00\t25.0", "\t50.00\t50.00\t"),
        ("40.00\t50.00\t10.00\t25.0", "0\t50.00\t50.00\t100"),
        ("40.00\t50.00\t10.00\t25.0", "\t\t10.00\t25.0"),
        ("40.00\t50.00\t10.00\t25.0", "40.00\t50.00\t\t"),
    ],
)
def test_what_a_column_leaves_open_is_not_judged(before, after):
    """Blanks, growth from nothing, rates without format or one last place off."""
    report = SUMMARY.replace(before, after)
    assert [found for found in findings("", report) if found[0] in {"SUM-007", "PCT-008"}] == []


TWO_BASES = "名称\t{}\t{}\t2021年预算数\t{}\n合计\t10.00\t11.00\t12.00\t{}\n"


@pytest.mark.parametrize(
    ("headings", "change", "outcome"),
    [
        (("2020年预算数", "2020年执行数", "比2020年执行数增减额"), "1.00", [Outcome.PASSED]),
        (("2020年预算数", "2020年执行数", "比2020年预算数增减额"), "2.00", [Outcome.PASSED]),
        (("2020年预算数", "2020年执行数", "比2020年预算数增减额"), "1.00", [Outcome.FAILED]),
        (("2020年预算数", "2020年执行数", "增减额"), "3.00", []),
        (("2019年决算数", "2020年预算数", "增减额"), "1.00", [Outcome.PASSED]),
        (("甲", "乙", "增减额"), "1.00", []),
        (("上年结转", "上年数", "增减额"), "1.00", [Outcome.PASSED]),
    ],
)
def test_the_heading_says_what_is_compared(headings, change, outcome):
    """Of two columns of the year before the one that is named; nothing is stated where it is not plain."""
    table = "项目支出表\n单位：万元\n" + TWO_BASES.format(*headings, change)
    assert outcomes("", table, "SUM-007") == outcome


def test_groups_of_columns_are_compared_each_with_its_own():
    """Two years of basic and of project expenditure with a change of each."""
    table = (
        "2021年支出总体情况表\n单位：万元\n名称\t基本支出\t\t\t项目支出\t\t\n"
        "\t上年预算数\t本年预算数\t增减额\t上年预算数\t本年预算数\t增减额\n合计\t1.00\t2.00\t1.00\t5.00\t3.00\t{}\n"
    )
    assert outcomes("", table.format("-2.00"), "SUM-007") == [Outcome.PASSED, Outcome.PASSED]
    assert outcomes("", table.format("1.00"), "SUM-007") == [Outcome.PASSED, Outcome.FAILED]


def test_final_accounts_are_not_compared_with_budgets():
    """The rules speak of budgets; the amounts of final accounts are other ones."""
    text = (
        f"某县某局2021年度部门决算\n2021年支出120万元，比上年增加30万元。2020年支出预算数9万元。\n{SUMMARY}"
    )
    report = govbudget.check(govbudget.read_text(text), RULES.only("TXT-011", "TXT-012"))
    assert not list(report.judgements())


def test_years_are_not_known_without_a_year():
    """In a table of a document without a year, headings that name years say nothing."""
    table = "项目支出表\n单位：万元\n名称\t2020年预算数\t2021年预算数\t增减额\n合计\t1.00\t2.00\t5.00\n"
    report = govbudget.check(govbudget.read_text(table), RULES)
    assert not [e for e, _ in report.judgements() if e.rule.id == "SUM-007"]
