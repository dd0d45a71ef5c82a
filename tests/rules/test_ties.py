"""Rules between tables: what they state beyond the cases on their cards."""

from govbudget import STANDARD, Disclosure, Outcome, Severity, check, read_rows, read_text
from govbudget.relations import Reason
from govbudget.reports import report_text
from govbudget.rules import RuleSet

HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"
TWO = ("收入 | | 支出 | ", "项目 | 金额 | 项目 | 金额")


def table(title, *rows, unit="万元"):
    """A table of rows whose cells are separated by bars."""
    return read_rows([[cell.strip() for cell in row.split("|")] for row in rows], title=title, unit=unit)


def findings(rule, *tables, **disclosure):
    """What a rule finds wrong in tables of one document: the figures as reported."""
    return [str(f.reported) for f in check(Disclosure(tables, **disclosure), STANDARD[rule]).findings]


def passed(rule, *tables):
    """How many relations of a rule hold."""
    return check(Disclosure(tables), STANDARD[rule]).summary[Outcome.PASSED]


def test_a_message_names_both_tables():
    """The finding says which table prints what."""
    first = table("部门收支总表", *TWO, " | | 支出总计 | 9.00")
    second = table("部门支出总表", HEAD, " | 合计 | 9.10 | 9.10 | ")
    (finding,) = check([first, second], STANDARD["TIE-001"]).findings
    assert finding.message["zh"] == (
        "《部门收支总表》“支出总计 · 支出 / 金额”印为 9.00万元，而《部门支出总表》相应为 9.10万元，相差 0.10万元"
    )
    assert "部门支出总表 has 9.10万元 for the same" in finding.message["en"]
    assert {place.table for place in finding.locations} == {"部门收支总表", "部门支出总表"}
    assert finding.severity is Severity.ERROR


def test_units_on_both_sides_are_compared_as_sums():
    """A subject listed twice in one table and by units in another is compared sum with sum."""
    listed = table(
        "一般公共预算支出表", "科目编码 | 科目名称 | 合计", "30201 | 办公费 | 5", "30201 | 办公费 | 4"
    )
    units = "单位编码 | 科目编码 | 科目名称 | 合计"
    twice = table(
        "2021年一般公共预算支出表", "科目编码 | 科目名称 | 合计", "30201 | 办公费 | 6", "30201 | 办公费 | 3"
    )
    assert findings("TIE-004", listed, twice) == []
    assert passed("TIE-004", listed, twice) == 1
    wrong = table(
        "一般公共预算支出表", "科目编码 | 科目名称 | 合计", "30201 | 办公费 | 6", "30201 | 办公费 | 8"
    )
    assert findings("TIE-004", listed, wrong) == ["5万元"]
    by_unit, again = (
        table(
            "一般公共预算支出表",
            units,
            "301 | | 甲 | ",
            " | 30201 | 办公费 | 5",
            "302 | | 乙 | ",
            " | 30201 | 办公费 | 4",
        )
        for _ in range(2)
    )
    whole = table("一般公共预算支出表", "科目编码 | 科目名称 | 合计", "30201 | 办公费 | 9")
    assert findings("TIE-004", by_unit, whole) == []
    assert passed("TIE-004", by_unit, whole) == 1
    assert passed("TIE-004", by_unit, again) == 2  # unit by unit; sums are not held against sums


def test_a_fund_that_exceeds_the_whole_is_named():
    """Government-managed funds of a subject are at most its fiscal appropriation; several readings state nothing."""
    fiscal = table("财政拨款支出表", HEAD, " | 合计 | 9 | 9 | ", "201 | 一般公共服务支出 | 4 | 4 | ")
    funds = table("政府性基金预算支出表", HEAD, "201 | 一般公共服务支出 | 5 | 5 | ")
    assert findings("TIE-010", fiscal, funds) == ["4万元", "4万元"]
    twice = table(
        "财政拨款支出表",
        "科目编码 | 科目名称 | 合计",
        "201 | 一般公共服务支出 | 2",
        "201 | 一般公共服务支出 | 2",
    )
    assert findings("TIE-010", twice, funds) == []


def test_fiscal_appropriation_in_one_table_is_not_added_up_again():
    """The columns of one table are sums within it, and a table whose rows do not add up across is held against none."""
    head = "科目编码 | 科目名称 | 合计 | 一般公共预算 | 政府性基金预算"
    fiscal = table("财政拨款支出表", head, " | 合计 | 9.00 | 7.00 | 2.00")
    assert passed("TIE-011", fiscal) == 0
    wrong = table("财政拨款支出表", HEAD, " | 合计 | 9.00 | 7.00 | 1.00")
    other = table("财政拨款收支总表", *TWO, " | | 支出总计 | 8.00")
    report = check(Disclosure([wrong, other]), STANDARD["TIE-001"])
    assert report.findings == ()
    assert report.summary[Outcome.UNDECIDED] == 1


def test_an_empty_fund_table_that_was_not_read_says_nothing():
    """Where a table of the fund is among what was not read, its being empty is not known."""
    text = (
        "政府性基金预算支出表\n单位：万元\n\n"
        "科目编码\t科目名称\t合计\n\t合计\t\n\n。\n"
        "财政拨款收支总表\n单位：万元\n"
        "收入\t\t支出\t\t\n项目\t金额\t项目\t合计\t政府性基金预算\n一、一般公共预算\t9\t支出总计\t9\t2\n"
    )
    rule = STANDARD["TIE-012"]
    assert len(check(read_text(text), rule).findings) == 1
    flat = "\n。\n政府性基金预算支出表\n单位：万元\n201 一般公共服务支出 2\n"
    assert check(read_text(text + flat), rule).findings == ()


def test_a_convention_is_named_once_for_a_document():
    """Every unit follows the convention, but it is named once."""
    spent = table(
        "一般公共预算支出表",
        "单位编码 | 单位名称 | 人员经费 | 公用经费",
        "301 | 甲 | 7 | 3",
        "302 | 乙 | 7 | 3",
    )
    rows = [
        row
        for code, name in (("301", "甲"), ("302", "乙"))
        for row in (
            f"{code} | | {name} | 10",
            " | 30101 | 基本工资 | 6",
            " | 30201 | 办公费 | 3",
            " | 30228 | 工会经费 | 1",
        )
    ]
    listed = table("一般公共预算基本支出表", "单位编码 | 科目编码 | 科目名称 | 金额", *rows)
    assert findings("TIE-014", spent, listed) == ["7"]
    assert passed("TIE-013", spent, listed) == 4
    assert findings("TIE-013", spent, listed) == []


def test_kinds_without_a_list_of_economic_subjects_state_nothing():
    """A category printed by name only is no list, and kinds printed in several tables are no one quantity."""
    spent = table("一般公共预算支出表", "科目编码 | 科目名称 | 行政人员经费", " | 合计 | 7")
    named = table("一般公共预算支出表", "项目 | 金额", "基本支出 | 9", "工资福利支出 | 6")
    assert findings("TIE-013", spent, named) == []
    other = table("一般公共预算支出表", "科目编码 | 科目名称 | 事业人员经费", " | 合计 | 2")
    listed = table(
        "一般公共预算基本支出表",
        "科目编码 | 科目名称 | 金额",
        "301 | 工资福利支出 | 6",
        "30101 | 基本工资 | 6",
    )
    assert check([spent, other, listed], STANDARD["TIE-013"]).summary[Outcome.FAILED] == 0


def test_capital_expenditure_may_stand_among_goods_and_services():
    """310 in the column of 302 is a convention; 302 in that of 303 is a warning for all its rows together."""
    head = "科目编码 | 科目名称 | 合计 | 对个人和家庭的补助支出 | 商品服务支出"
    good = table("一般公共预算支出表", head, "31002 | 办公设备购置 | 4 | | 4", "合计 | | 4 | | 4")
    assert findings("TIE-015", good) == []
    wrong = table("一般公共预算支出表", head, "30201 | 办公费 | 4 | 4 | ", "30202 | 印刷费 | 1 | 1 | ")
    assert findings("TIE-015", wrong) == ["30201 办公费 … × 2"]


def test_mirrored_subjects_are_compared_since_2018():
    """The economic codes of pension and housing contributions are of the classification of 2018."""
    paid = table("一般公共预算支出表", "科目编码 | 科目名称 | 基本支出", "2210201 | 住房公积金 | 4")
    listed = table("一般公共预算基本支出表", "科目编码 | 科目名称 | 金额", "30113 | 住房公积金 | 5")
    assert findings("TIE-017", paid, listed, year=2018) == ["4万元"]
    assert findings("TIE-017", paid, listed, year=2017) == []
    assert findings("TIE-017", listed, year=2018) == []
    general = table("一般公共预算支出表", "科目编码 | 科目名称 | 合计", "30113 | 住房公积金 | 5")
    assert findings("TIE-017", general, year=2018) == []


def test_agency_operating_funds_are_compared_with_the_category_if_it_is_all_there_is():
    """Where 公用经费 is not printed, goods and services stand for it unless capital expenditure is listed as well."""
    agency = table("机关运行经费表", "科目编码 | 科目名称 | 机关运行经费支出", " | 合计 | 5")
    rows = ("科目编码 | 科目名称 | 金额", "302 | 商品和服务支出 | 4")
    basic = "一般公共预算基本支出表"
    assert findings("TIE-018", agency, table(basic, *rows)) == ["4万元"]
    assert findings("TIE-018", agency, table(basic, *rows, "310 | 资本性支出 | 1")) == []
    assert findings("TIE-018", agency) == []


def test_concepts_without_a_list_state_nothing():
    """公务接待费 is compared with 30217 only where a table lists it."""
    three = table("“三公”经费支出表", "合计 | 公务接待费", "5 | 5")
    assert passed("TIE-016", three) == 0


def test_required_tables_are_missed_only_in_whole_documents():
    """A few tables are no disclosure; what was not read may be the missing table."""
    titles = (
        "收支总表",
        "收入总表",
        "支出总表",
        "财政拨款收支总表",
        "一般公共预算支出表",
        "“三公”经费支出表",
    )
    tables = [table(title, "科目编码 | 科目名称 | 合计", " | 合计 | 9") for title in titles]
    assert findings("DOC-001", *tables[:4]) == []
    assert findings("DOC-001", *tables) == ["基本支出表", "政府性基金预算表"]
    unknown = table("某表", "科目编码 | 科目名称 | 合计", " | 合计 | 9")
    report = check(Disclosure([*tables, unknown]), STANDARD["DOC-001"])
    assert report.findings == ()
    assert report.summary[Outcome.UNDECIDED] == 2
    assert report_text(report, lang="zh").splitlines()[-2:] == [
        "  （全文）",
        "     有未读出的部分，可能就在其中：2 处，如 基本支出表、政府性基金预算表",
    ]


def test_years_and_codes_are_facts_only_where_they_are_printed():
    """A title without a year, and a unit that one table prints, state nothing."""
    plain = table("支出总表", "单位编码 | 单位名称 | 合计", "301 | 局机关 | 9")
    assert check(Disclosure([plain], year=2021), STANDARD["DOC-002"]).summary[Outcome.PASSED] == 0
    assert passed("DOC-003", plain) == 0
    longer = table("支出总表", "单位编码 | 单位名称 | 合计", "301001 | 局机关 | 9")
    assert passed("DOC-003", plain, longer) == 1


def test_a_wrong_unit_is_told_from_a_wrong_total():
    """Exactly a factor of 10 000 is a wrong unit; another difference, or a unit that is not stated, says nothing."""
    first = table("支出总表", HEAD, " | 合计 | 9.00 | 9.00 | ")
    for text, unit, found in (("9.00", "元", 1), ("8.00", "元", 0), ("9.00", "亿元", 0), ("90000", "元", 0)):
        other = table("部门支出总表", HEAD, f" | 合计 | {text} | {text} | ", unit=unit)
        assert len(findings("DOC-004", first, other)) == found
    report = check([first, table("部门支出总表", HEAD, " | 合计 | 9.00 | 9.00 | ", unit="元")])
    assert [f.rule.id for f in report.findings] == [
        "DOC-004"
    ]  # one finding, not one for every figure of the table
    sides = table("部门收支总表", "支出 | | 支出 | ", "项目 | 金额 | 项目 | 金额", "合计 | 9 | 合计 | 9")
    assert findings("DOC-004", sides) == []


def test_placeholders_are_found_wherever_they_stand():
    """In titles, headings, labels and cells, but not within words of Latin letters or codes."""
    for title, head, label, cell, count in (
        ("XX局支出总表", "项目 | 金额", "合计", "9", 1),
        ("支出总表", "项目 | ××金额 | 备注", "合计", "9", 1),
        ("支出总表", "项目 | 金额", "待填", "9", 1),
        ("支出总表", "项目 | 金额", "合计", "××", 1),
        ("支出总表", "项目 | 金额", "MAXX系统", "9", 0),
    ):
        rows = (head, f"{label} | {cell}", "办公费 | 1")
        assert len(findings("DOC-005", table(title, *rows))) == count, (title, head, label, cell)


def test_headings_of_another_fund_matter_only_with_amounts():
    """An empty column of another fund belongs to a common form."""
    rows = ("科目编码 | 科目名称 | 合计 | 政府性基金", "201 | 一般公共服务支出 | 4 | ")
    assert findings("DOC-006", table("一般公共预算支出表", *rows)) == []
    rows = ("科目编码 | 科目名称 | 政府性基金", "201 | 一般公共服务支出 | 4")
    assert findings("DOC-006", table("一般公共预算支出表", *rows)) == ["政府性基金"]
    assert findings("DOC-006", table("部门支出总表", *rows)) == []


def test_procurement_without_price_or_amount_states_nothing():
    """A row that lacks one of the three figures, or a total, has no product."""
    priced = "采购项目 | 单价 | 数量 | 金额"
    assert passed("PRO-001", table("政府采购预算表", priced, "甲 | 2 | 3 | 6", "乙 | | 3 | 7")) == 1
    reserved = "采购项目 | 金额 | 面向中小企业预留"
    assert passed("PRO-002", table("政府采购预算表", reserved, "甲 | 6 | 5", "乙 | | 5", "丙 | 6 | ")) == 1


def test_every_rule_between_tables_has_an_id_in_order():
    """The ids of the family TIE run from 001 without a gap."""
    ties = STANDARD.only("TIE")
    assert isinstance(ties, RuleSet)
    assert sorted(rule.id for rule in ties) == [f"TIE-{number:03}" for number in range(1, 23)]
    example = STANDARD["TIE-001"].card.examples[0]
    assert example.cells() == example.sheets()[0].cells()


def test_tables_of_several_units_are_not_held_against_each_other():
    """Titles that name several units state whose each table is; only those of the document's own department are compared."""
    units = [
        table(f"{name}支出总表", HEAD, f" | 合计 | {amounts}")
        for name, amounts in (
            ("某某局机关", "70 | 40 | 30"),
            ("某某中心", "30 | 20 | 10"),
            ("某某局", "100 | 60 | 40"),
        )
    ]
    whole = table("部门收支总表", *TWO, " | | 支出总计 | 90")
    ties = STANDARD.only("TIE")
    assert check(units, ties).findings == ()
    assert check([*units, whole], ties).findings == ()
    report = check(Disclosure([*units, whole], entity="某市某某局"), ties)
    assert [(f.rule.id, str(f.reported)) for f in report.findings] == [("TIE-001", "100万元")]
    again = [table("支出总表", HEAD, f" | 合计 | {one} | {one} | ") for one in (7, 3)]
    assert check(again, ties).findings == ()


def test_three_public_expenses_are_of_the_fund_that_the_title_names():
    """Those of the general budget are no part of those of government-managed funds."""
    rows = ("项目 | 预算数", "合计 | {}", "公务接待费 | {}")
    tables = [
        table(f"{fund}“三公”经费支出表", *(row.format(amount) for row in rows))
        for fund, amount in (("一般公共预算", "9.00"), ("政府性基金预算", "1.00"))
    ]
    assert check(tables, STANDARD.only("TIE")).findings == ()
    capital = table("国有资本经营预算“三公”经费支出表", *(row.format("1.00") for row in rows))
    assert check([*tables, capital], STANDARD.only("TIE")).findings == ()
    both = table("一般公共预算和政府性基金预算“三公”经费支出表", *(row.format("3.00") for row in rows))
    assert findings("TIE-010", both, tables[0]) == ["3.00万元", "3.00万元"]


def test_a_table_of_what_was_spent_last_year_may_stand_in_a_budget():
    """Its year is that of what it reports, and its figures are not those of the budget."""
    rows = ("科目编码 | 科目名称 | 合计", " | 合计 | 9")
    budget, other = table("2023年支出总表", *rows), table("2022年部门预算支出总表", *rows)
    spent, accounts = table("2022年部门预算执行情况表", *rows), table("2022年支出决算表", *rows)
    assert findings("DOC-002", budget, spent, accounts, year=2023) == []
    assert findings("DOC-002", budget, other, year=2023) == ["2022"]
    assert findings("DOC-002", table("2024年支出决算表", *rows), year=2023) == ["2024"]


def test_tables_of_unknown_unit_never_contradict_each_other():
    """1.00 万元 is 10,000 元: where neither table states its unit, a difference says nothing; within one table it does."""
    three = table("“三公”经费支出表", "项目 | 金额", "合计 | 1.00", "公务接待费 | 1.00", unit=None)
    rows = ("302 | 商品和服务支出 | 30000.00", "30217 | 公务接待费 | 10000.00", "30201 | 办公费 | 20000.00")
    basic = table("一般公共预算基本支出表", "科目编码 | 科目名称 | 金额", *rows, unit=None)
    report = check(Disclosure([three, basic]))
    assert report.findings == ()
    assert Reason.UNIT in {judgement.reason for _, judgement in report.judgements(Outcome.UNDECIDED)}
    wrong = table(
        "一般公共预算基本支出表", "科目编码 | 科目名称 | 金额", *rows[:2], "30201 | 办公费 | 2.00", unit=None
    )
    assert [finding.rule.id for finding in check(Disclosure([three, wrong])).findings] == ["SUM-002"]
