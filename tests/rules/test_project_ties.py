"""Projects with performance forms against the tables and against what the text counts."""

import pytest

import govbudget
from govbudget.relations import Outcome
from shared_material import needs_shared, seed

HEAD = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
RULES = govbudget.STANDARD.only("TIE-021", "TIE-022", "TXT-014", "TXT-015", "TXT-017")


def form(name, amount, year=2021):
    return f"{year}年项目绩效目标表\n单位：万元\n项目名称\t{name}\t\t\n实施期资金总额\t\t年度资金总额\t{amount}\n"


def table(*rows, total="9.00\t4.00\t5.00"):
    return f"2021年支出总体情况表\n单位：万元\n{HEAD}\t合计\t{total}\n20805\t养老支出\t{total}\n" + "".join(
        rows
    )


def bought(name, amount):
    return (
        "2021年政府采购预算表\n单位：万元\n单位名称\t项目名称\t合计\t一般公共预算\n"
        f"甲局\t\t{amount}\t{amount}\n\t{name}\t{amount}\t{amount}\n"
    )


def judged(*parts):
    report = govbudget.check(govbudget.read_text("\n".join(["某县某局2021年部门预算", *parts])), RULES)
    return [(entry.rule.id, judgement.outcome) for entry, judgement in report.judgements()]


def test_a_form_agrees_with_the_row_of_its_project():
    """The amount is the same; nothing is said of a project without a row, or of two forms of one name."""
    row = "\t甲项目\t5.00\t\t5.00\n"
    assert ("TIE-021", Outcome.PASSED) in judged(table(row), form("甲项目", "5.00"))
    assert ("TIE-021", Outcome.FAILED) in judged(table(row), form("甲项目", "6.00"))
    for forms in (form("乙项目", "4.00"), form("甲项目", "2.00") + "\n" + form("甲项目", "3.00"), ""):
        assert not [rule for rule, _ in judged(table(row), forms) if rule == "TIE-021"]


def test_a_project_that_two_subjects_share_is_not_compared():
    """A part below one subject is not the whole of the project."""
    rows = "\t甲项目\t2.00\t\t2.00\n", "20808\t抚恤\t3.00\t\t3.00\n", "\t甲项目\t3.00\t\t3.00\n"
    assert not [rule for rule, _ in judged(table(*rows), form("甲项目", "5.00")) if rule == "TIE-021"]


def test_the_forms_are_within_project_expenditure():
    """Less is honest, more is a hint; a project printed twice counts once; a blank amount counts nothing."""
    two = form("甲项目", "3.00") + "\n" + form("乙项目", "{}")
    assert judged(table(), two.format("1.00")) == [("TIE-022", Outcome.PASSED)]
    assert judged(table(), two.format("3.00")) == [("TIE-022", Outcome.FAILED)]
    assert judged(table(), two.format("")) == [("TIE-022", Outcome.PASSED)]
    assert judged(table(), form("甲项目", "3.00") + "\n" + form("甲项目", "3.00")) == [
        ("TIE-022", Outcome.PASSED)
    ]
    for name in ("甲项目（某中心）", "对下转移支付", "人员经费", "上年结转项目"):
        more = form("甲项目", "5.00") + "\n" + form(name, "3.00")
        assert judged(table(), more) == [("TIE-022", Outcome.PASSED)]
    assert judged(table(), form("甲项目", "")) == []
    assert judged(form("甲项目", "3.00")) == []
    assert judged(table(), form("甲项目", "30.00", year=2020)) == []


@needs_shared
def test_what_is_bought_for_a_project_is_part_of_it():
    """The procurement table of a real document names projects of its forms."""
    report = govbudget.check(govbudget.read_file(seed("linfen-2021")), RULES)
    assert [(e.rule.id, j.outcome) for e, j in report.judgements()] == [("TIE-022", Outcome.PASSED)] * 8


@needs_shared
@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("nanyang-2021", ["TIE-022", "TXT-014", "TXT-015"]),
        ("qinyang-2020", ["TIE-021"] * 3 + ["TIE-022", "TXT-014", "TXT-015"]),
        ("zhengzhou-2021", ["TIE-022", "TXT-014", *["TXT-017"] * 13]),
    ],
)
def test_real_documents_count_their_forms(name, rules):
    """The counts and sums that these documents state are those of their forms."""
    report = govbudget.check(govbudget.read_file(seed(name)), RULES)
    assert [(e.rule.id, j.outcome) for e, j in report.judgements()] == [
        (rule, Outcome.PASSED) for rule in rules
    ]


COUNTED = [
    "2021年本部门共{}个项目实行绩效目标管理，涉及财政性资金合计{}万元。",
    "2021年，填报绩效目标的预算项目{}个，公开填报绩效目标的项目预算{}万元，占全部项目预算的100%。",
    "2021年度，本部门编报绩效目标的项目共{}个，涉及项目预算资金{}万元。",
    "三、绩效目标设置情况\n2021年部门预算金额共计9万元，其中项目共{}个，金额为{}万元。",
    "（三）关于预算绩效管理开展情况说明\n2021年纳入预算绩效管理的支出项目共{}个，支出总额{}万元，其中预算支出100万元及100万元以上项目0个，支出总额0万元。",
]


@pytest.mark.parametrize("text", COUNTED)
def test_counts_and_money_of_the_text_are_held_against_the_forms(text):
    """As many as there are forms, with their sum; more may not be published; fewer is a hint."""
    forms = form("甲项目", "3.00") + "\n" + form("乙项目", "4.00")
    outcomes = [
        dict(judged(text.format(*said), forms))
        for said in ((2, "7.00"), (2, "8.00"), (3, "9.00"), (1, "3.00"))
    ]
    assert [found["TXT-014"] for found in outcomes] == [
        Outcome.PASSED,
        Outcome.PASSED,
        Outcome.UNDECIDED,
        Outcome.FAILED,
    ]
    assert [found.get("TXT-015") for found in outcomes] == [Outcome.PASSED, Outcome.FAILED, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "2020年对1个项目开展绩效评价，涉及资金9万元。",
        "2021年专项转移支付项目共1项，将做好绩效目标管理。",
        "2021年项目共1个，金额9万元。",  # nothing says that these have targets
        "绩效目标管理情况。2021年共有1个单位，金额9万元。",
        "2021年绩效目标管理覆盖车辆1辆，金额9万元。",
        "2021年实行绩效目标管理的处室共1个，金额9万元。",
        "2020年本部门共1个项目实行绩效目标管理，涉及资金9万元。",
    ],
)
def test_other_counts_are_not_taken_for_projects(text):
    """Evaluations, transfers, units, vehicles and other years count something else."""
    forms = form("甲项目", "3.00") + "\n" + form("乙项目", "4.00")
    assert judged(text, forms) == []


def test_money_is_only_that_directly_after_the_count():
    """An amount with other words, or of another sentence, is not the money of the projects."""
    text = "2021年本部门共1个项目实行绩效目标管理，{}"
    for rest in ("比上年多投入9万元。", "已经公开。项目资金9万元。", "其中，涉及，资金9万元。"):
        assert not [rule for rule, _ in judged(text.format(rest), form("甲", "3.00")) if rule == "TXT-015"]
    assert judged("2021年本部门共1个项目实行绩效目标管理，资金9万元。", form("甲", "")) == [
        ("TXT-014", Outcome.PASSED)
    ]


def test_projects_that_the_text_lists_have_the_amounts_of_their_forms():
    """The amount of the year or of all years; nothing of projects without a form, or with two of one name."""
    listed = "2021年本部门共2个项目实行绩效目标管理，分别是：甲县医疗项目{}万元，乙县养老项目预算4.00万元，丙县教育项目8万元，支出总额9万元。"
    years = "2021年项目绩效目标表\n单位：万元\n项目名称\t甲县医疗项目\t\t\n实施期资金总额\t9.00\t年度资金总额\t3.00\n"
    forms = years + "\n" + form("乙县养老项目", "4.00")

    def outcomes(amount, *more):
        return [outcome for rule, outcome in judged(listed.format(amount), *more) if rule == "TXT-017"]

    assert outcomes("3.00", forms) == [Outcome.PASSED] * 2
    assert outcomes("9.00", forms) == [Outcome.PASSED] * 2
    assert outcomes("5.00", forms) == [Outcome.FAILED, Outcome.PASSED]
    assert outcomes("5.00", years, form("甲县医疗项目", "4.00")) == []
    assert outcomes("5.00", form("甲县医疗项目", "")) == []
    assert judged("2021年甲县医疗项目5万元，绩效目标已编。", forms) == []
