"""Main projects are together at most the project expenditure."""

import pytest

import govbudget
from shared_material import needs_shared, seed

HEAD = "某局2021年部门预算\n三、支出预算情况说明\n2021年支出预算100万元，其中：基本支出40万元，项目支出60万元。\n"


def found(text, head=HEAD):
    """The figures and what is expected, for lists of the text that exceed their whole."""
    report = govbudget.check(govbudget.read_text(head + text), govbudget.STANDARD.only("TXT-002"))
    return [(str(one.reported), str(one.expected)) for one in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "（三）主要项目：信息系统30万元，物业管理30万元。",
        "（三）主要项目：信息系统30万元，物业管理20万元。会议室改造20万元。",
        "主要项目：信息系统30万元（硬件20万元、软件10万元），物业管理30万元",
        "主要项目：信息系统30万元，比上年增加5万元，物业管理40万元。",
        "主要项目：信息系统30万元，其中：硬件25万元，物业管理30万元。",
        "主要项目：信息系统70万元。",
        "主要项目：信息系统70万元，覆盖3个项目。",
        "本年安排主要项目，信息系统50万元，物业管理30万元。",
    ],
)
def test_honest_lists(text):
    """Lists within the whole, lists that go into detail or state other years, and single projects are left alone."""
    assert found(text) == []


def test_more_than_all_projects_together():
    """The projects of a list exceed what the text states for all projects."""
    assert found("（三）主要项目：信息系统30万元，物业管理40万元。") == [("60万元", "70万元")]


def test_without_one_project_expenditure_nothing_is_said():
    """Where the text states none, or two different, there is no whole."""
    text = "主要项目：信息系统30万元，物业管理40万元。"
    assert found(text, "某局2021年部门预算\n") == []
    assert found(text, HEAD + "2021年项目支出65万元。\n")[1:] == []


@needs_shared
def test_the_main_projects_of_a_real_document():
    """All thirteen projects are listed, and are the project expenditure."""
    disclosure = govbudget.read_file(seed("zhengzhou-2021"))
    lists = [
        one
        for one in disclosure.narrative.statements
        if type(one).__name__ == "Listing" and one.location.line == 111
    ]
    assert [(len(one.parts), str(one.total.figure)) for one in lists] == [(13, "3260万元")]
