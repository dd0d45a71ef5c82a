"""What a text shows of its own making, and honest text that looks like it."""

import pytest

import govbudget
from govbudget.disclosures.lapses import LapseKind
from govbudget.reports import reading_text
from shared_material import SHARED, needs_shared

TITLE = "某局2021年部门预算\n"


def found(text, *rules, title=TITLE):
    """The rules and figures of the findings of a text."""
    report = govbudget.check(govbudget.read_text(title + text))
    return [
        (finding.rule.id, str(finding.reported)) for finding in report.findings if finding.rule.id in rules
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从预算单位构成看，纳入本部门2021年部门汇总预算编制范围的预算单位共计2家。", []),
        ("从预算单位构成看，纳入本部门2020年部门汇总预算编制范围的预算单位共计2家。", ["2020"]),
        ("纳入我局2020年度部门预算编制范围的单位包括局本级。", ["2020"]),
        ("第二部分 2021年度部门预算表", []),
        ("第二部分 2020年度部门预算表", ["2020"]),
        ("第三部分 2020年部门预算情况说明", ["2020"]),
        ("三、2020年部门主要工作任务及目标", ["2020"]),
        ("三、2020年工作总结", []),
        ("（二）2020年部门预算执行情况", []),
        ("第三部分 2020年部门决算情况说明", []),
        ("2019-2021年部门预算情况说明", []),
        ("2020年纳入部门预算编制范围的单位为3家，2021年为2家。", []),
        ("2020年部门预算支出10万元，完成了全部工作任务。", []),
    ],
)
def test_the_year_that_a_text_names_for_itself(text, expected):
    """Headings and the sentence on what is covered name the budget year; sentences about the past name theirs."""
    assert found(text, "DOC-020") == [("DOC-020", one) for one in expected]


def test_the_year_is_only_asked_of_budgets_whose_year_is_known():
    """Final accounts speak of budgets too, and without a year nothing is asked."""
    text = "纳入本部门2020年部门汇总预算编制范围的预算单位共计2家。"
    assert found(text, "DOC-020", title="某局2021年度部门决算\n") == []
    assert found(text, "DOC-020", title="某局部门预算\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年政府性基金支出预算支出 万元。与上年相比增加0万元。", ["支出预算支出万元"]),
        ("2021年政府性基金支出预算支出\n万元。与上年相比增加0万元。", ["支出预算支出万元"]),
        ("2021年公务接待费预算为 万元，比上年减少 万元。", ["预算为万元", "减少万元"]),
        ("与上年相比增加0万元，增长（减少） %。", ["增长(减少)%"]),
        ("2021年公务接待费支出XX万元，增加××万元。", ["XX万元", "××万元"]),
        ("20XX年度部门预算支出10万元。", ["20XX年"]),
        ("到20XX年底完成全部任务。", ["20XX年"]),
        ("本说明中金额单位为万元。", []),
        ("金额单位均为万元，保留两位小数。", []),
        ("以下数据以万元为单位，合计数可能有尾差。", []),
        ("项目支出数百万元，超过亿元的项目为零。", []),
        ("单价100万元以上的设备2台，合计（万元）见附表。", []),
        ("会议费支出10 万元。公务接待费为 0 万元，下降 5 %。", []),
        ("增加人员经费万元以内的事项由局长审批。", []),
        ("服务对象满意度较上年提高，占比逐年下降。", []),
    ],
)
def test_amounts_that_were_left_out(text, expected):
    """A unit without its number is told; words that only speak of units are not."""
    assert found(text, "DOC-021") == [("DOC-021", one) for one in expected]


DUTIES = [
    f"{number}、{text}"
    for number, text in enumerate(
        (
            "负责组织协调本区商品交易市场的规划和管理工作。",
            "负责本区重要消费品市场的调控和流通管理工作。",
            "负责推动本区服务贸易发展和外商投资企业管理。",
            "负责协调解决企业投诉，开展商事调解相关工作。",
            "完成区委、区政府以及上级部门交办的其他任务。",
        ),
        1,
    )
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议费支出12万元万元。", ["万元万元"]),
        ("会议费12万元，主要主要用于会议。。", ["主要主要", "。。"]),
        ("与上年相比减少减少2万元，，原因是压减开支。", ["减少减少", "，，"]),
        ("本部门本部门2021年没有此项支出。", ["本部门本部门"]),
        ("实现管理目的的措施，是的的确确有效的。", []),
        ("工业增加增加值、稳定稳定的增长；紧紧围绕中心工作。", []),
        ("按照照明规范，用于用户侧改造；公用用车、会议会务……", []),
    ],
)
def test_words_that_stand_twice(text, expected):
    """A word or mark is doubled only where two in a row never mean anything."""
    assert [reported for _, reported in found(text, "DOC-024")] == expected


BOTH = ("DOC-022", "DOC-023")


def test_a_block_of_a_list_that_was_copied():
    """Paragraphs that stand twice are told once for the block, and the numbers that go back beside them."""
    assert found("\n".join(DUTIES), *BOTH) == []
    copied = [*DUTIES[:4], *DUTIES[2:]]
    report = govbudget.check(govbudget.read_text(TITLE + "\n".join(copied)), govbudget.STANDARD.only(*BOTH))
    assert [(one.rule.id, one.locations[0].line) for one in report.findings] == [
        ("DOC-022", 6),
        ("DOC-023", 6),
    ]
    assert "第 4 行" in report.findings[0].message["zh"]
    assert "line 4" in report.findings[0].message["en"]
    assert report.findings[1].reported == "4 → 3"


@pytest.mark.parametrize(
    "lines",
    [
        [*DUTIES, *DUTIES[:1]],  # another list begins with 1; its text is that of the first
        ["（一）甲处职责如下。", *DUTIES, "（二）乙处职责如下。", *DUTIES],
        ["一、甲处职责情况", *DUTIES, "二、乙处职责情况", *DUTIES],
        ["1、会议费。", "2、培训费。", "3、会议费。", "2、培训费。"],  # short rows of a table
        [*DUTIES, *DUTIES[1:]][:6],  # the first of the second list was lost
    ],
)
def test_other_lists_may_begin_again(lines):
    """Lists below other headings, rows of tables and lists that begin anew are not numbers that go back."""
    assert [rule for rule, _ in found("\n".join(lines), *BOTH)] in ([], ["DOC-022"])
    assert found("\n".join(lines), "DOC-023") == []


def test_lapses_are_listed_with_what_was_read():
    """The narrative has them; so have the reading and the JSON of a document."""
    disclosure = govbudget.read_text(
        TITLE + "2021年政府性基金支出预算支出 万元。\n第二部分 2020年度部门预算表"
    )
    (lapse,) = disclosure.narrative.lapses
    (dating,) = disclosure.narrative.datings
    assert (lapse.kind, lapse.location.line, lapse.figure) == (LapseKind.AMOUNT, 2, None)
    assert (dating.year, dating.location.line, dating.figure) == (2020, 3, None)
    assert "支出预算支出万元" in reading_text(disclosure)


@needs_shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("jiangsu_renda_2019_budget", [("DOC-020", 73), ("DOC-021", 322)]),
        ("putuo_shangwu_2025_budget_dept", [("DOC-022", 58), ("DOC-023", 58)]),
        ("putuo_shangwu_2025_budget_unit", [("DOC-022", 57), ("DOC-023", 57)]),
        ("jiangsu_renda_2018_budget", [("DOC-024", 810)]),
        ("jiangsu_jiancha_2018_budget", []),
    ],
)
def test_the_lapses_of_real_documents(name, expected):
    """Each was read in the document."""
    rules = govbudget.STANDARD.only("DOC-020", "DOC-021", "DOC-022", "DOC-023", "DOC-024")
    report = govbudget.check(govbudget.read_file(SHARED / "corpus" / name / "text.txt"), rules)
    assert [(one.rule.id, one.locations[0].line) for one in report.findings] == expected
