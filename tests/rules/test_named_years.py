"""A year that was left standing in the narrative, and what explains another year."""

import pytest

import govbudget

TABLE = (
    "{title}\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t120.35\t60.35\t60.00\n"
    "201\t一般公共服务支出\t120.35\t60.35\t60.00\n"
)
RULES = govbudget.STANDARD.only("TXT-016")


def findings(text, title="2021年部门支出总体情况表", heading="某县某局2021年部门预算"):
    report = govbudget.check(govbudget.read_text(f"{heading}\n{text}\n{TABLE.format(title=title)}"), RULES)
    return [(str(finding.reported), finding.expected.zh) for finding in report.findings]


def test_an_amount_of_the_budget_year_is_not_of_another():
    """The tables of 2021 print it, so the text means 2021; said once for a sentence."""
    assert findings("2020年支出预算120.35万元。") == [("2020 年", "2021 年")]
    assert findings("2022年支出预算120.35万元，其中：基本支出60.35万元。") == [("2022 年", "2021 年")]
    assert findings("2020年支出预算120.35万元。2020年基本支出60.35万元。") == [("2020 年", "2021 年")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "2020年支出预算110.35万元。",
        "2021年支出预算120.35万元，2020年支出预算120.35万元。",
        "2020年支出预算120.35万元。2021年支出与2020年持平。2021年支出预算120.35万元。",
        "2020年支出执行数120.35万元。",
        "2020年支出调整预算120.35万元。",
        "2020年结转资金安排的支出120.35万元。",
        "2020年项目支出60万元。",  # alike by chance
        "2020年公务接待费120.35万元。",  # of which no table prints anything
        "2020年局机关支出预算120.35万元。",  # of a part of the department
    ],
)
def test_what_explains_another_year_is_honest(text):
    """Another amount, both years, level, spent, carried over, few digits."""
    assert findings(text) == []


def test_a_table_of_that_year_explains_it():
    """Where a table prints the other year, the amount is that of its column."""
    head = "科目编码\t科目名称\t2020年预算数\t2021年预算数\n\t合计\t120.35\t120.35\n201\t一般公共服务支出\t120.35\t120.35\n"
    text = f"某县某局2021年部门预算\n2020年支出预算120.35万元。\n2021年部门支出总体情况表\n单位：万元\n{head}"
    assert not govbudget.check(govbudget.read_text(text), RULES).findings


def test_the_year_of_the_document_must_be_sure():
    """Without a title that names the year, or in final accounts, nothing is said."""
    text = "2020年支出预算120.35万元。"
    assert findings(text, title="部门支出总体情况表（2021年）") == [("2020 年", "2021 年")]
    assert findings(text, heading="某县某局2021年度部门决算") == []
    assert findings(text, heading="某县某局部门预算", title="部门支出总体情况表") == []
