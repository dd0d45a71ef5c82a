"""Rules of the narrative: the golden findings of the real documents, and what honest text may say."""

import csv
import re

import pytest
from attrs import evolve

import govbudget
from govbudget.disclosures.places import item_amounts, printed_amounts
from govbudget.relations import Outcome
from govbudget.rules import Severity
from govbudget.vocabulary import topics
from shared_material import SHARED, needs_shared, seed

RULES = govbudget.STANDARD.only("PCT", "TXT")
TITLE = "2021年部门预算\n"

# rule, line, reported, expected; each was read in the document and is a discrepancy of the document
SEEDS = {
    "jiyuan-2022": [
        ("PCT-001", 157, "43.26%", "42.26%"),
        ("PCT-002", 157, "100%", "101%"),
        ("PCT-005", 202, "100.00%", "“上年为零，无增长率”"),
        ("TXT-008", 114, "-62.33万元", "29.87万元"),
    ],
    "linfen-2021": [],
    "nanyang-2021": [],
    "qinyang-2020": [],
    "zhengzhou-2021": [
        ("TXT-003", None, "无国有资本经营预算支出", "政府性基金预算表"),
        ("TXT-009", 107, "21万元", "20.4852万元"),
        ("TXT-009", 109, "780万元", "779.476万元"),
        ("TXT-009", 123, "21万元", "20.4852万元"),
        ("TXT-005", 119, "2021", "2020"),
    ],
}

# the errors of the corpus: a digit wrong, a rate over the wrong base, a share of another whole, a copied rate
CORPUS = {
    "jiangsu_jiancha_2017_budget": [
        ("PCT-001", 892, "54.43%"),
        ("PCT-001", 893, "26.72%"),
        ("PCT-003", 882, "129.97%"),
        ("TXT-001", 794, "12323.46万元"),
        ("TXT-004", 812, "12323.48万元"),
    ],
    "jiangsu_jiancha_2018_budget": [
        ("PCT-003", 939, "21.95%"),
        ("PCT-003", 1025, "0.06%"),
        ("PCT-003", 1028, "-0.66%"),
    ],
    "jiangsu_jiancha_2019_budget": [
        ("PCT-003", 801, "10.06%"),
        ("PCT-003", 832, "-13.22%"),
        ("PCT-003", 905, "34.38%"),
    ],
    "jiangsu_renda_2017_budget": [
        ("PCT-001", 1055, "8.75%"),
        ("PCT-001", 1056, "7.22%"),
        ("PCT-001", 1057, "16.81%"),
        ("PCT-002", 1055, "100%"),
        ("TXT-001", 999, "10528.33万元"),
    ],
    "jiangsu_renda_2018_budget": [("PCT-003", 724, "1312.56%")],
    "jiangsu_renda_2019_budget": [],
    "jiangsu_shengweiban_2017_budget": [("PCT-003", 197, "1.66%")],
    "jiangsu_shengweiban_2018_budget": [],
    "jiangsu_shengweiban_2019_budget": [("PCT-003", 157, "30%")],
    "jiangsu_zhengxie_2017_budget": [],
    "jiangsu_zhengxie_2018_budget": [],
    "jiangsu_zhengxie_2019_budget": [],
    "putuo_shangwu_2025_budget_dept": [],
    "putuo_shangwu_2025_budget_unit": [],
}


def said(text, *tables, rules=RULES):
    """The report of a narrative with some tables."""
    return govbudget.check(evolve(govbudget.read_text(TITLE + text), tables=tables), rules)


def found(report):
    return [(finding.rule.id, str(finding.reported)) for finding in report.findings]


def expected(finding):
    wanted = finding.expected
    return getattr(wanted, "zh", None) or (str(wanted) if wanted is not None else None)


@needs_shared
@pytest.mark.parametrize("name", SEEDS)
def test_seeds_have_their_golden_findings(name):
    """Exactly the findings that a careful reader confirms, with what should be printed."""
    report = govbudget.check(govbudget.read_file(seed(name)), RULES)
    golden = [(f.rule.id, f.locations[0].line, str(f.reported), expected(f)) for f in report.findings]
    assert golden == SEEDS[name]


def with_its_tables(document):
    """The narrative of a document of the corpus with its extracted tables, as far as they can be read."""
    text = (document / "text.txt").read_text("utf-8")
    tables = []
    with (document / "tables.tsv").open(encoding="utf-8") as file:
        for entry in csv.DictReader(file, delimiter="\t"):
            lines = (document / "tables" / entry["file"]).read_text("utf-8").splitlines()
            rows = [line.split("\t") for line in lines]
            try:
                tables.append(
                    govbudget.read_rows(rows, title=entry["title"] or None, unit=entry["unit"] or None)
                )
            except govbudget.exceptions.ReadingError:
                continue
    return evolve(govbudget.read_text(text), tables=tuple(tables))


@needs_shared
@pytest.mark.parametrize("name", CORPUS)
def test_the_errors_of_the_corpus_are_true(name):
    """Every error was read in the document; nothing else is called an error."""
    report = govbudget.check(with_its_tables(SHARED / "corpus" / name), RULES)
    errors = [f for f in report.findings if f.severity is Severity.ERROR]
    assert [(f.rule.id, f.locations[0].line, str(f.reported)) for f in errors] == CORPUS[name]
    assert report.disclosure.year == int(re.search(r"20\d\d", name)[0])
    assert report.summary[Outcome.PASSED] > 25


@pytest.mark.parametrize(
    "text",
    [
        "支出预算3万元，其中：基本支出1万元，占33%；项目支出2万元，占67%。",
        "支出预算141.47万元，其中：基本支出57.47万元，占40.6%；项目支出84万元，占59.4%。",
        "公务接待费0.3万元，比2020年增加0.2万元，增长200%。",
        "公务接待费0万元，与2020年持平。",
        "公务接待费0万元，与上年相比增加（减少）0万元，增长（减少）0%。",
        "机关运行经费12元。机关运行经费0.0012万元。",
        "支出合计9万元，主要用于以下方面：教育支出4万元，占44.4%；住房保障支出3万元，占33.3%。",
        "收入总计9万元，其中：一般公共预算收入8万元。",
        "公务接待费1万元，比2020年减少1万元。",
        "公务接待费9万元，比2020年增长12.5%。",
        "收入总计147万元，其中：财政拨款收入120万元，事业收入15万元。",
        "支出合计9.00万元，其中：基本支出8.00万元；项目支出3.00万元；结转下年资金-2.50万元。",
        "支出合计9.00万元，其中：基本支出4.00万元；项目支出3.00万元。",
        "收入合计0.00万元，其中：一般公共预算收入0万元；政府性基金收入0万元。",
        "支出合计2万元，其中：基本支出1万元，占增加额的30%；项目支出1万元。",
    ],
)
def test_honest_text_is_no_finding(text):
    """Few decimals, small bases, level amounts, mixed units and partial lists are honest."""
    assert found(said(text)) == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("公务接待费2.00万元，比2020年增加1.00万元，下降100%。", [("PCT-003", "-100%")]),
        ("2020年公务接待费3万元。公务接待费2万元，与2020年持平。", [("PCT-004", "2万元")]),
        ("2020年公务接待费3.00万元。公务接待费2.00万元，比2020年下降50%。", [("PCT-003", "-50%")]),
        ("2020年公务接待费0万元。公务接待费2万元，比2020年增长100%。", [("PCT-005", "100%")]),
        (
            "支出合计9万元，主要用于以下方面：教育支出4万元，占44.4%；住房保障支出3万元，占55.6%。",
            [("PCT-001", "55.6%"), ("TXT-002", "9万元")],
        ),
        (
            "支出合计9万元，主要用于以下方面：教育支出4万元，占44.4%；住房保障支出5万元，占58%。",
            [("PCT-002", "100%")],
        ),
        (
            "支出合计9.00万元，其中：基本支出8.00万元；项目支出3.00万元。",
            [("TXT-002", "9.00万元")],
        ),
        ("共有车辆3辆，其中：一般公务用车1辆、其他用车1辆。", [("TXT-002", "3")]),
        (
            "一般公共预算收支7万元。一般公共预算支出8万元。",
            [("TXT-004", "8万元")],
        ),
        (
            "我部门没有使用政府性基金预算拨款安排的支出。政府性基金支出8万元。国有资本经营支出0万元。",
            [("TXT-003", "8万元")],
        ),
        ("2021年无“三公”经费安排的支出。“三公”经费8万元。", [("TXT-003", "8万元")]),
        (
            "“三公”经费3万元，比2020年减少9万元。其中：\n1．因公出国（境）费0万元，与2020年持平。\n2．公务用车购置费0万元，公务用车运行维护费1万元。公务用车购置费与2020年持平，公务用车运行维护费与2020年持平。\n3．公务接待费2万元，比2020年减少2万元。",
            [("TXT-007", "-9万元")],
        ),
        (
            "“三公”经费3万元，比2020年减少9万元。其中：公务用车购置及运行费1万元；公务接待费2万元，比2020年减少2万元。公务用车购置及运行费1万元，其中：公务用车购置费0万元，与2020年持平；公务用车运行维护费1万元，与2020年持平。",
            [("TXT-007", "-9万元")],
        ),
        (
            "收入合计9.50万元，包括：一般公共预算收入9.40万元；政府性基金收入0万元。",
            [("TXT-002", "9.50万元")],
        ),
        (
            "收入合计9.00万元，比2020年增加3.00万元，其中：一般公共预算收入7.00万元，比2020年增加1.00万元；政府性基金收入1.00万元，与2020年持平。",
            [("TXT-008", "3.00万元")],
        ),
        ("我局内设机构5个，包括：办公室、财务科和人事科。", [("TXT-006", "5")]),
        (
            "收支总计9.00万元，比2020年增加3.00万元。财政专户管理资金1.00万元，与2020年持平。一般公共预算收支7.00万元，比2020年增加2.00万元。",
            [("TXT-008", "3.00万元")],
        ),
        (
            "收支总计9万元，比2020年增加3万元。财政专户管理资金1万元。一般公共预算收支7万元，比2020年增加2万元。政府性基金收支1万元，与2020年持平。",
            [],
        ),
    ],
)
def test_what_cannot_be_true_is_found(text, findings):
    """Directions, levels, bases, lists, years and counts that contradict the figures."""
    assert found(said(text)) == findings


def test_a_budget_is_not_compared_with_itself_but_accounts_may_be():
    """Final accounts are compared with the budget of their own year; their amounts are not those of its tables."""
    text = "公务接待费2万元，比2021年增加1万元。"
    assert found(said(text)) == [("TXT-005", "2021")]
    accounts = govbudget.read_text("2021年部门决算\n" + text)
    assert govbudget.check(accounts, RULES).findings == ()
    unknown = govbudget.read_text(text)
    assert unknown.year is None
    assert govbudget.check(unknown, RULES.only("TXT")).findings == ()


def table(title, *rows):
    return govbudget.read_rows([row.split("|") for row in rows], title=f"2021年{title}", unit="万元")


HEAD = "科目编码|科目名称|合计|基本支出|项目支出"


def test_an_amount_is_that_of_one_of_the_totals():
    """本年收入合计 and 收入总计 are two readings of one topic; either will do."""
    summary = table(
        "收支总表",
        "收入||支出|",
        "项目|金额|项目|金额",
        "一、拨款|3.00|一、教育支出|4.00",
        "本年收入合计|3.00|本年支出合计|4.00",
        "上年结转|1.00|结转下年|",
        "收入总计|4.00|支出总计|4.00",
    )
    assert found(said("收入合计3万元。", summary, rules=RULES.only("TXT-001"))) == []
    assert found(said("收入总计4万元。", summary, rules=RULES.only("TXT-001"))) == []
    assert found(said("收入总计5万元。", summary, rules=RULES.only("TXT-001"))) == [("TXT-001", "5万元")]


def test_a_category_is_the_sum_of_its_items():
    """Where a table prints items alone, they are added by their codes; with categories among them they are not."""
    items = table(
        "部门支出总体情况表",
        HEAD,
        "|合计|6.00|6.00|",
        "2080502|事业单位离退休|1.00|1.00|",
        "2080505|缴费支出|2.00|2.00|",
        "2210201|住房公积金|3.00|3.00|",
    )
    assert found(
        said("社会保障和就业支出3万元。住房保障支出4万元。", items, rules=RULES.only("TXT-001"))
    ) == [("TXT-001", "4万元")]
    with_category = table(
        "部门支出总体情况表", HEAD, "208|社会保障|1.00|1.00|", "2080502|事业单位离退休|1.00|1.00|"
    )
    disclosure = govbudget.Disclosure((with_category,), year=2021)
    assert item_amounts(disclosure, topics().topic("functional_8")) == ()
    assert item_amounts(disclosure, topics().topic("revenue")) == ()
    assert item_amounts(evolve(disclosure, year=None), topics().topic("functional_8")) == ()
    assert item_amounts(evolve(disclosure, tables=()), topics().topic("functional_8")) == ()


def test_a_functional_item_is_found_below_its_section():
    """The row of the item under the row of its section, with or without 支出 at the end of the name."""
    rows = (
        HEAD,
        "201|一般公共服务支出|3.00|3.00|",
        "20101|人大事务|3.00|3.00|",
        "2010101|行政运行|3.00|3.00|",
    )
    report = said(
        "人大事务（款）行政运行（项）支出4万元。政协事务（款）行政运行（项）支出1万元。",
        table("部门支出总体情况表", *rows),
        rules=RULES.only("TXT-001"),
    )
    assert found(report) == [("TXT-001", "4万元")]


def test_a_place_needs_one_column():
    """A total column, the only column, or the one that is named; with several there is no place."""
    three = table(
        "“三公”经费支出表",
        "“三公”经费|||",
        "小计|因公出国（境）费|公务用车购置费|公务接待费",
        "3.00|1.00||2.00",
    )
    disclosure = govbudget.Disclosure((three, govbudget.Table(three.origin)), year=2021)
    printed = {
        key: [cell.text for cell in printed_amounts(disclosure, topics().topic(key))]
        for key in ("three_public", "overseas", "hospitality", "vehicle_purchase", "agency_operating")
    }
    assert printed == {
        "three_public": ["3.00"],
        "overseas": ["1.00"],
        "hospitality": ["2.00"],
        "vehicle_purchase": [],
        "agency_operating": [],
    }
    rows = table("“三公”经费支出表", "项目|预算数", "合计|3.00", "1、因公出国（境）费|1.00")
    disclosure = govbudget.Disclosure((rows,), year=2021)
    assert [cell.text for cell in printed_amounts(disclosure, topics().topic("overseas"))] == ["1.00"]
    cut = table("部门支出总体情况表", "|合计|合计|基本支出", "|3.00||1.00")
    assert printed_amounts(govbudget.Disclosure((cut,), year=2021), topics().topic("expenditure")) == ()


def test_a_share_of_a_whole_that_only_a_table_prints():
    """The whole is looked up; of another year, or of an unknown topic, it is not."""
    three = table(
        "“三公”经费支出表",
        "“三公”经费|||",
        "小计|因公出国（境）费|公务用车购置费|公务接待费",
        "4.00|1.00||3.00",
    )
    assert found(said("因公出国（境）费1.00万元，占“三公”经费的30%。", three)) == [("PCT-001", "30%")]
    assert found(said("2020年因公出国（境）费1.00万元，占“三公”经费的30%。", three)) == []


def test_what_is_denied_has_no_amount():
    """The finding is at the amount; a table that is not there cannot contradict; a remark names its own table."""
    funds = table("政府性基金预算支出情况表", HEAD, "|合计|3.00|3.00|", "212|城乡社区支出|3.00|3.00|")
    report = said("我部门没有使用政府性基金预算拨款安排的支出。", funds)
    assert found(report) == [("TXT-003", "3.00万元")]
    assert report.findings[0].locations[0].table == "2021年政府性基金预算支出情况表"
    assert (
        report.findings[0].message["zh"]
        == "文字称没有政府性基金预算支出，而《2021年政府性基金预算支出情况表》列有 3.00万元"
    )
    assert found(said("我部门没有使用政府性基金预算拨款安排的支出。")) == []
    text = "2021年政府性基金预算支出情况表\n单位：万元\n科目编码\t科目名称\t合计\n\t\t\n备注：我部门无国有资本经营预算安排的支出。\n"
    report = govbudget.check(govbudget.read_text(text), RULES)
    assert ("TXT-003", "无国有资本经营预算支出") in found(report)
    (finding,) = [one for one in report.findings if one.rule.id == "TXT-003"]
    assert finding.message["zh"] == "表下注明没有国有资本经营预算支出，而本表是政府性基金预算表"
    assert finding.message["en"].startswith("The remark below the table says that there is no expenditure")


def test_a_remark_about_something_else_says_nothing():
    """Only the remarks that name a budget are held against the table above them."""
    text = "2021年政府性基金预算支出情况表\n单位：万元\n科目编码\t科目名称\t合计\n\t\t\n备注：我部门无“三公”经费安排的支出。\n"
    assert found(govbudget.check(govbudget.read_text(text), RULES)) == []


@pytest.mark.parametrize(
    "text",
    [
        "收入预算1000.00万元，其中：本年收入900.00万元，上年结转收入100.00万元。",
        "收入总计120万元，上年结转20万元，收入合计100万元。",
        "收、支总计1500万元。本年收入合计1400万元，上年结转100万元。本年支出合计1380万元，结转下年120万元。",
        "收支总预算120.00万元。支出预算100.00万元，结转下年20.00万元。",
        "支出年初预算为1250.00万元，支出决算为1300.00万元。",
        "收支预算120.00万元，其中结转资金20.00万元。支出预算100.00万元。",
    ],
)
def test_amounts_of_other_measures_need_not_be_the_same(text):
    """Totals, amounts of this year alone, budgets and accounts of one topic are not the same amount."""
    assert found(said(text)) == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("支出预算900万元，比2020年预算1000万元减少100万元，下降10%。", []),
        ("公务接待费8.00万元，较上年预算数10.00万元减少2.00万元，下降20%。", []),
        ("公务接待费8.00万元。公务接待费比2020年预算数10.00万元减少2.00万元。", []),
        ("会议费8.00万元。公务接待费比2020年预算数10.00万元减少2.00万元，下降20%。", []),
        ("会议费8.00万元，培训费3.00万元，比2020年预算数12.00万元减少1.00万元。", []),
        ("公务接待费8.00万元，比2020年预算数10.00万元下降20%。", []),
        ("公务接待费8.00万元，比2020年预算数10.00万元，会议费减少1.00万元。", []),
        ("公务接待费8.00万元，比2020年预算数10.00万元减少3.00万元。", [("PCT-004", "-3.00万元")]),
        ("公务接待费8.00万元，比2020年预算数10.00万元下降30%。", [("PCT-003", "-30%")]),
    ],
)
def test_an_amount_compared_with_is_that_of_the_year_before(text, findings):
    """What follows 比…年预算数 is the base of the change, never the current amount."""
    assert found(said(text)) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "支出合计100万元，其中：基本支出55万元，项目支出45万元。",
            [("TXT-001", "55万元"), ("TXT-001", "45万元")],
        ),
        ("财政拨款收支总预算90万元。收入包括：上年结转10万元。支出包括：基本支出55万元。", []),
        ("一般公共预算当年拨款90万元，其中：基本支出55万元。", []),
        ("局机关支出合计55万元；二级单位支出合计45万元。", []),
        ("其中：厅本级基本支出15万元，项目支出20万元。", []),
        ("甲中心支出合计55万元。", []),
        ("基本支出60万元，其中：商品和服务支出5万元。", []),
        ("项目支出中会议费3万元。会议费5万元。", []),
        ("财政拨款支出90万元。与2020年相比，基本支出增加5万元，增长10%。", []),
    ],
)
def test_parts_of_funds_units_and_lines_are_not_the_whole(text, findings):
    """After a word for a fund, or beside one for a part of the department, an amount is not that of all money."""
    summary = table(
        "部门支出总体情况表",
        "科目编码|科目名称|合计|基本支出|项目支出|商品和服务支出",
        "|合计|100.00|60.00|40.00|9.00",
        "201|一般公共服务支出|100.00|60.00|40.00|9.00",
    )
    assert found(said(text, summary, rules=RULES.only("TXT-001", "TXT-004", "PCT-003"))) == findings


def test_a_part_of_basic_expenditure_is_that_below_its_heading():
    """商品和服务支出 of basic expenditure is compared with a column that basic expenditure heads."""
    below = table(
        "部门支出总体情况表",
        "科目编码|科目名称|合计|基本支出||项目支出",
        "|||小计|商品和服务支出|",
        "|合计|100.00|60.00|9.00|40.00",
        "201|一般公共服务支出|100.00|60.00|9.00|40.00",
    )
    text = "基本支出60万元，其中：商品和服务支出8万元。"
    assert found(said(text, below, rules=RULES.only("TXT-001"))) == [("TXT-001", "8万元")]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "支出合计100.00万元，其中：项目支出60.00万元，占60.00%，其中：运转类项目40.00万元，占40.00%，特定目标类项目20.00万元，占20.00%；基本支出40.00万元，占40.00%。",
            [],
        ),
        (
            "支出合计100.00万元，其中：项目支出60.00万元，占60.00%，其中：运转类项目40.00万元，占66.67%，特定目标类项目20.00万元，占33.33%；基本支出40.00万元，占40.00%。",
            [],
        ),
        (
            "支出合计100.00万元，其中：项目支出60.00万元，占60.00%，其中：运转类项目40.00万元，占50.00%，特定目标类项目20.00万元，占20.00%；基本支出40.00万元，占40.00%。",
            [("PCT-001", "50.00%")],
        ),
        (
            "其中：项目支出60.00万元，占60.00%，其中：运转类项目40.00万元，占40.00%，特定目标类项目20.00万元，占20.00%。",
            [],
        ),
        (
            "支出合计100.00万元，其中：项目支出60.00万元，占60.00%，其中：运转类项目40.00万元，占40.00%，特定目标类项目20.00万元，占20.00%，基本支出40.00万元，占40.00%。",
            [],
        ),
    ],
)
def test_a_share_in_a_list_in_a_list_is_of_either_whole(text, findings):
    """A share that names no whole may be of the figure broken down, or of the one that this is a part of."""
    assert found(said(text)) == findings


@pytest.mark.parametrize(
    "text",
    [
        "2020年全年“三公”经费支出9.00万元，比2019年减少1.00万元，下降10%。",
        "“三公”经费5.00万元。2020年全年“三公”经费支出9.00万元，比2019年减少1.00万元，下降10%。",
        "截至2020年底，车辆购置费9.00万元，比2019年增加1.00万元。",
        "截至2020年底，公务接待费与2019年持平。",
        "公务接待费9.00万元，较2020年预算减少1.00万元，较2019年减少5.00万元。",
        "公务接待费9.00万元，较2020年预算减少1.00万元，下降10%，较2019年减少1.00万元，下降10%。",
    ],
)
def test_reviews_and_further_comparisons_are_honest(text):
    """The year of a sentence is the year of its change; a second comparison may go further back."""
    assert found(said(text)) == []


def test_a_member_named_before_the_count_is_listed_too():
    """由厅机关和所属3个单位组成 lists four; nothing is said of it."""
    text = "由厅机关和所属3个事业单位组成，分别是：厅机关、甲中心、乙学校、丙研究院。"
    assert found(said(text)) == []


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("收入总计1000.00万元，支出总计1010.00万元。", [("TXT-004", "1010.00万元")]),
        ("收入总计1000.00万元，支出总计1000.00万元。", []),
        ("收入预算1000.00万元，支出预算1010.00万元。", []),
        ("收入总计1000.00万元，财政拨款支出总计900.00万元。", []),
        ("2020年收入总计1000.00万元，2021年支出总计900.00万元。", []),
    ],
)
def test_both_totals_of_one_sentence_are_the_same(text, findings):
    """收入总计 is 支出总计, of the same money and year."""
    assert found(said(text)) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "财政拨款收入180.00万元，占总收入的90.00%；利息收入20.00万元，占总收入的11.00%。",
            [("PCT-001", "11.00%"), ("PCT-002", "100%")],
        ),
        ("财政拨款收入180.00万元，占总收入的90.00%；利息收入20.00万元，占总收入的10.00%。", []),
        # the parts are not the whole: interest may be a part of what is left
        (
            "财政拨款收入180.00万元，占总收入的90.00%；利息收入10.00万元，占总收入的6.00%。",
            [("PCT-001", "6.00%")],
        ),
        (
            "收入来源于两部分，其中财政拨款收入180.00万元占收入的90.00%，其他收入20.00万元占收入的10.20%。",
            [("PCT-001", "10.20%"), ("PCT-002", "100%")],
        ),
        ("其中：财政拨款收入180.00万元，占90.00%；事业收入10.00万元，占5.00%。", []),
    ],
)
def test_shares_of_revenue_are_those_of_a_whole_that_stands_elsewhere(text, findings):
    """Shares add to 100 % where the amounts are the amount of the whole that they name, not only where a list prints it."""
    assert found(said(f"收入合计200.00万元。{text}", rules=RULES.only("PCT"))) == findings


def message(text, *tables, lang="zh"):
    """The message of the one finding."""
    (finding,) = said(text, *tables).findings
    return finding.message[lang]


def test_messages_name_what_is_compared():
    """A finding names the table or the other figure of the text, and prints no figure that is not known."""
    summary = table("支出总表", "科目名称|合计", "合计|3.00", "教育支出|3.00")
    assert message("支出合计4万元。", summary) == (
        "文字所列“支出”为 4万元，而《2021年支出总表》中为 3万元，相差 1万元"
    )
    assert message("支出合计4万元。", summary, lang="en").startswith(
        "The text states 4万元 for '支出', but “2021年支出总表” prints 3万元"
    )
    twice = "支出合计3万元。支出合计4万元。"
    assert message(twice) == "文字所列“支出”为 4万元，而另一处所列“支出”为 3万元，相差 1万元"
    grown = message("公务接待费3.00万元，比2020年增加1.00万元，增长20.00%。")
    assert grown == (
        "“公务接待费”变动 20.00% 与所列金额不符，相符的应为 50.00%：20.00% = 3.00 ÷ (3.00 − 1.00) − 1"
    )
    assert message("公务接待费2万元，比2022年增加1万元。") == "文字与 2022 年相比，应与 2020 年相比"
