"""Functional items whose names the text runs together, or gives without those above them."""

import pytest

import govbudget
from govbudget.disclosures.places import printed_amounts
from govbudget.reading.narrative._named_subjects import named_subject
from govbudget.vocabulary import topics
from shared_material import SHARED, needs_shared

TABLE = """{title}
单位：万元
科目编码\t科目名称\t合计
\t合计\t9.00
201\t一般公共服务支出\t9.00
20101\t人大事务\t9.00
2010101\t行政运行\t4.00
2010104\t人大会议\t5.00
"""
TWO = TABLE + "20102\t政协事务\t3.00\n2010201\t行政运行\t3.00\n"


def found(text, table=TABLE):
    """The rule, the figure and what is expected, for the findings of a text beside a table."""
    document = f"2021年部门预算\n四、支出预算情况说明\n{text}\n\n{table.format(title='2021年部门支出总表')}"
    report = govbudget.check(govbudget.read_text(document), govbudget.STANDARD.only("TXT"))
    return [(one.rule.id, str(one.reported), str(one.expected)) for one in report.findings]


@pytest.mark.parametrize(
    "name",
    [
        "人大事务行政运行（项）支出",
        "人大事务（款）行政运行（项）",
        "一般公共服务支出人大事务行政运行（项）",
        "一般公共服务人大事务行政运行（项）支出",
        "行政运行（项）支出",
        "2021年行政运行（项）",
        "人大事务行政运行支出",
        "一般公共服务支出（类）人大事务（款）行政运行支出",
    ],
)
def test_an_item_is_found_by_its_name(name):
    """Names run together, alone, or without the level words, mean the one item of the table that they fit."""
    assert found(f"1. {name}4.00万元。") == []
    assert found(f"1. {name}5.00万元。") == [("TXT-001", "5.00万元", "4.00万元")]


@pytest.mark.parametrize(
    "text",
    [
        "行政运行支出5.00万元。",  # without 项 it may be anything
        "其他人大事务行政运行（项）支出5.00万元。",
        "政协事务行政运行（项）支出5.00万元。",
        "人大事务（项）支出5.00万元。",  # a section is no item
        "会议（项）支出1.00万元。",
        "用于人大事务行政运行支出中的会议费1.00万元。",
    ],
)
def test_other_names_mean_nothing(text):
    """What fits no item of the table by its whole name is left alone."""
    assert found(text) == []


def test_an_item_that_several_sections_have():
    """Alone it may be that of any section, so it is neither looked up nor held against itself; with its section it is found."""
    assert found("行政运行（项）支出4.00万元。\n行政运行（项）支出3.00万元。", TWO) == []
    assert found("政协事务行政运行（项）支出4.00万元。", TWO) == [("TXT-001", "4.00万元", "3.00万元")]


def test_names_are_those_of_the_chart_of_the_year():
    """Without a year, or with words that are no section and item, nothing is named."""
    assert str(named_subject("2021年人大事务人大会议支出", 2021)) == "subject:人大事务/人大会议"
    assert named_subject("人大事务人大会议支出", None) is None
    assert named_subject("人大会议支出", 2021) is None
    assert named_subject("人大事务人大会议" * 9, 2021) is None


def test_an_item_without_its_section_is_not_certain():
    """It is compared with the table, but not with other sentences."""
    assert not topics().find("行政运行(项)支出").is_certain
    assert topics().find("人大事务(款)行政运行(项)支出").is_certain
    assert topics().find("(项)") is None


@needs_shared
def test_an_item_of_a_real_document():
    """The text takes the amount of the section for that of its item."""
    disclosure = govbudget.read_file(SHARED / "corpus" / "jiangsu_renda_2017_budget" / "text.txt")
    (claim,) = [
        one
        for one in disclosure.claims
        if one.location.line == 999 and one.topic is not None and one.role.value == "amount"
    ]
    assert [str(cell.figure) for cell in printed_amounts(disclosure, claim.topic)] == ["4545.94万元"]
