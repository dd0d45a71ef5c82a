"""Honest sentences that look like wrong ones, beside the wrong ones that they look like."""

import pytest

import govbudget
from govbudget.rules import Severity

BUDGET, ACCOUNTS = "某局2021年部门预算\n", "某局2021年度部门决算\n"
TOTAL = "\n2021年部门支出总表\n单位：万元\n科目编码\t科目名称\t合计\n\t合计\t120.35\n"


def found(text, title=BUDGET):
    """The rules of the findings of a text, without hints."""
    report = govbudget.check(govbudget.read_text(title + text))
    return [one.rule.id for one in report.findings if one.severity is not Severity.HINT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("体检费：在职85人，每人800元；退休40人，每人900元，共计10.4万元。", []),
        ("体检费：在职85人，每人800元，共计6.8万元；退休40人，每人900元，共计10.4万元。", ["PRO-003"]),
        ("每人每天补助20元。退休40人，每人900元，共计10.4万元。", ["PRO-003"]),
        ("体检费10.4万元（在职85人，每人800元；退休40人，每人900元），合计10.4万元。", []),
    ],
)
def test_an_amount_may_be_that_of_prices_in_the_item_before(text, expected):
    """What waits for its amount before a semicolon may be part of the next one."""
    assert found(text) == expected


BILL = "2021年政府采购预算15万元。{}如下：\n1．电脑10台，单价0.6万元，共计6万元；\n2．打印机3台，单价1万元，共计3万元。"
IN_ONE = (
    "2021年政府采购预算15万元，{}如下：电脑10台，单价0.6万元，共计6万元；打印机3台，单价1万元，共计3万元。"
)


@pytest.mark.parametrize("text", [BILL, IN_ONE])
@pytest.mark.parametrize(
    ("words", "expected"), [("明细", ["PRO-004"]), ("主要明细", []), ("重点项目明细", [])]
)
def test_the_main_items_are_not_all(text, words, expected):
    """主要明细如下 does not promise that all is listed."""
    assert found(text.format(words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年支出预算120.35万元。", ["TXT-016"]),
        ("根据2020年12月财政局批复，我局支出预算为120.35万元。", []),
        ("按照2020年人员标准测算，支出预算120.35万元。", []),
        ("2020年支出预算120.35万元，2021年持平。", []),
    ],
)
def test_the_year_of_a_decision_is_not_that_of_the_amount(text, expected):
    """A date, or the year of a standard, says nothing of the amount that follows."""
    assert found(text + TOTAL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议费预算3万元，决算2万元，培训费预算4万元，决算5万元。会议费决算数小于预算数。", []),
        ("印刷费预算3万元，决算2万元，维修费预算4万元，决算5万元。印刷费决算数小于预算数。", []),
        ("印刷费预算3万元，决算2万元。印刷费决算数大于预算数。", ["TXT-013"]),
        ("会议费预算3万元，决算2万元。会议费决算数大于预算数。", ["TXT-013"]),
        ("会议费预算3万元，决算2万元。支出决算数大于预算数的原因是追加。", ["TXT-013"]),
        ("年初结转和结余5.00万元，支出决算为100.50万元，完成年初预算的125.63%。", []),
    ],
)
def test_comparisons_with_the_plan_of_something_else(text, expected):
    """What names another item is not about the amounts that stand last before it, and what was carried over is no plan."""
    assert found("2021年度" + text, ACCOUNTS) == expected


@pytest.mark.parametrize(
    ("third", "expected"), [("上年结转项目", []), ("调研项目总投资", []), ("调研项目", ["TXT-002"])]
)
def test_main_projects_with_money_carried_over(third, expected):
    """What was carried over may be none of the project expenditure of the year."""
    text = "2021年项目支出100万元，重点项目：信息化建设50万元；宣传经费20万元；{}40万元。"
    assert found(text.format(third)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("附：2020年度工作目标", []),
        ("附件2\n2020年部门预算情况说明", []),
        ("上年2020年工作任务", []),
        ("2021年预算安排情况比2020年预算安排情况说明", []),
        ("一、2020年工作任务\n已经完成。\n二、2021年工作任务\n继续推进。", []),
        ("一、2020年工作任务\n继续推进。", ["DOC-020"]),
        ("三、2022年工作打算\n继续推进。", []),
        ("纳入2020年部门预算编制范围的单位3家，减少1家。", []),
        ("第二部分 2021年度部门预算表\n第二部分 2020年度部门预算表\n如下。", ["DOC-020"]),
    ],
)
def test_headings_of_another_year(text, expected):
    """Annexes, reviews of the year before and headings of both years are honest."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预算金额单位为万元，占比为%。", []),
        ("表中金额以万元计，增长率以%表示，占比%，保留两位小数。", []),
        ("招商引资亿元以上项目12个；新增纳税总额亿元、千万元企业各3家。", []),
        ("新增产值亿元，税收增加。", []),
        ("说明：本表金额均为万元。", []),
        ("备注：“XX万元”处由各单位填写。", []),
        ("农民人均纯收入万元，群众满意。", []),
        ("2021年支出预算为亿元，比上年增加。", ["DOC-021"]),
    ],
)
def test_units_without_a_number(text, expected):
    """Sentences about units, and 亿元 as a threshold, lack no number."""
    assert found(text) == expected


NAMES = "{}\n编制单位：{}\n单位：万元\n科目编码\t科目名称\t合计\n\t合计\t9.00\n"


@pytest.mark.parametrize(
    ("usual", "other", "expected"),
    [
        ("甲县财政局", "财政局机关", []),
        ("甲县财政局", "财政局部门预算汇总", []),
        ("中国人民政治协商会议甲县委员会", "甲县政协", []),
        ("甲县财政局", "财政局及所属单位", []),
        ("甲县财政局", "本部门无此项支出", []),
        ("中国共产党甲县纪律检查委员会", "甲县纪委监委", []),
        ("甲县财政局", "甲县国库支付中心", ["DOC-007"]),
    ],
)
def test_names_of_one_body(usual, other, expected):
    """Names may say that they are of the body itself, and their words may change places."""
    titles = ("2021年收支总表", "2021年收入总表", "2021年支出总表", "2021年财政拨款收支总表")
    names = (usual, usual, usual, other)
    text = "\n".join(NAMES.format(*one) for one in zip(titles, names, strict=True))
    assert found(text, "") == expected


LEVEL = "2021年项目支出100.00万元，比2020年预算{}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("110.00万元减少20.00万元。", ["PCT-004"]),
        ("110.00万元减少10.00万元，剔除一次性项目20.00万元后，增加10.00万元，增长11.11%。", []),
        ("110.00万元增加10.00万元（不含结转资金）。", []),
        ("110.00万元减少10.00万元。不含一次性项目，项目支出80.00万元，与2020年持平。", []),
        ("110.00万元减少10.00万元。剔除一次性项目，2021年项目支出80.00万元。", []),
    ],
)
def test_changes_of_other_amounts_than_those_stated(text, expected):
    """What leaves something out is no change of the whole."""
    assert found(LEVEL.format(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出决算114万元，比年初预算100万元增加14万元，增长14%，完成年初预算的114%。", []),
        ("支出决算114万元，比年初预算100万元增加14万元，完成年初预算的120%。", ["PCT-009"]),
        (
            "机关运行经费50.00万元，比2020年48.00万元增加2.00万元，增长4.17%，比年初预算数增加5.00万元，增长11.11%。",
            [],
        ),
        ("机关运行经费50.00万元，比2020年48.00万元增加2.00万元，增长5.17%。", ["PCT-003"]),
    ],
)
def test_changes_against_the_plan_of_the_year(text, expected):
    """The plan of the year is no year before, and the amount of the plan is not what changed."""
    assert found("2021年度" + text, ACCOUNTS) == expected


SUMMARY = (
    "\n2021年部门收支总体情况表\n单位：万元\n收入\t\t支出\t\n项目\t金额\t项目\t金额\n"
    "一、一般公共预算拨款收入\t{}\t一、一般公共服务支出\t110.00\n二、上年结转\t{}\t\t\n收入总计\t110.00\t支出总计\t110.00\n"
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (SUMMARY.format("100.00", "10.00"), "收入合计120.00万元，与2021年相比增加20.00万元。", []),
        (SUMMARY.format("110.00", "0.00"), "收入合计120.00万元，与2021年相比增加20.00万元。", ["TIE-104"]),
        (SUMMARY.format("100.00", "10.00"), "收入总计120.00万元，与2021年相比增加20.00万元。", ["TIE-104"]),
        (
            "甲县乙局\n2021年会议费预算1.00万元。\n服务中心\n2021年会议费预算2.00万元。",
            "会议费预算2.50万元，比上年减少0.50万元。",
            [],
        ),
        ("2021年会议费预算1.00万元。", "会议费预算2.50万元，比上年减少0.50万元。", ["TIE-104"]),
        (
            "2021年收入预算110.45万元。调整后收入预算为125.45万元。",
            "收入预算120.45万元，比上年预算减少5.00万元。",
            [],
        ),
        ("2021年收入预算110.45万元。", "收入预算120.45万元，比上年增加30.45万元（不含结转）。", []),
    ],
)
def test_years_before_that_another_document_does_not_settle(before, after, expected):
    """Amounts with and without money carried over, of several parts, or adjusted, are not held against each other."""
    texts = (f"甲县乙局2021年部门预算\n{before}", f"甲县乙局2022年部门预算\n2022年{after}")
    report = govbudget.check_together([govbudget.read_text(text) for text in texts])
    assert [one.rule.id for one in report.findings] == expected


TASKS = "1.完成全年各项重点任务，确保资金按照规定使用。\n2.项目资金支出进度达到100%，按时完成项目任务。"


@pytest.mark.parametrize(("between", "expected"), [("乙项目绩效目标：\n", 0), ("", 1)])
def test_lists_of_several_projects_may_be_alike(between, expected):
    """A list that begins anew under a line of its own is another list."""
    text = f"{BUDGET}甲项目绩效目标：\n{TASKS}\n{between}{TASKS}"
    report = govbudget.check(govbudget.read_text(text), govbudget.STANDARD.only("DOC-022"))
    assert len(report.findings) == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("甲中心，乙站", ["TXT-006"]),
        ("甲中心，其中省级3万元、市级2万元", []),
        ("甲中心预算0.5万元/月，全年6万元", []),
    ],
)
def test_what_follows_a_member_is_no_further_member(members, expected):
    """The money of a single member is told after it."""
    assert found(f"2021年本部门下属单位共1个，分别是：{members}。") == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [("政府性基金支出20.00万元，占总支出的15.4%", []), ("教育支出20.00万元，占15.4%", ["PCT-001"])],
)
def test_a_share_of_other_money_is_not_of_the_list(part, expected):
    """What is paid from another budget is no part of the amount before 其中."""
    text = "2021年一般公共预算支出110.00万元，其中：一般公共服务支出70.00万元，占63.6%；"
    assert found(f"{text}{part}。") == expected
