"""Several documents against each other."""

import pytest
from attrs import evolve

from govbudget import Disclosure, UsageError, check, check_together, read_rows
from govbudget.disclosures import DisclosureKind
from govbudget.exceptions import RuleError
from govbudget.rules import STANDARD, TOGETHER

HEAD = "科目编码 | 科目名称 | 合计"


def document(name, *rows, entity="某局", year=2021, **more):
    """A document of one table of expenditure."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return Disclosure([read_rows(cells, title=name, unit="万元")], entity=entity, year=year, **more)


def found(*documents, rules=None):
    """The rules and figures of the findings between documents."""
    return [(f.rule.id, str(f.reported)) for f in check_together(documents, rules).findings]


def test_the_message_names_both_documents():
    """A finding says which file prints what."""
    one = read_rows(
        [["科目编码", "科目名称", "合计"], ["", "合计", "9"]], title="支出总表", unit="万元", source="a.txt"
    )
    two = read_rows(
        [["科目编码", "科目名称", "合计"], ["", "合计", "8"]], title="支出总表", unit="万元", source="b.txt"
    )
    given = [Disclosure([each], entity="某局", year=2021, source=each.origin.source) for each in (one, two)]
    report = check_together(given)
    (finding,) = report.findings
    assert report.disclosure.source == "a.txt + b.txt"
    assert finding.message["zh"].startswith(
        "a.txt《支出总表》“合计 · 合计”印为 9万元，而b.txt《支出总表》相应为 8万元"
    )
    assert report.has_errors


def test_a_unit_that_a_department_lists_is_its_own_document():
    """The row of a unit in the department's table and the unit's own total are one quantity."""
    department = document("部门支出总表", "单位编码 | 单位名称 | 合计", " | 合计 | 9", "301001 | 局机关 | 8")
    for amount, expected in ((8, []), (7, [("TIE-101", "8万元")])):
        unit = document("预算单位支出总表", HEAD, f" | 合计 | {amount}", entity="局机关")
        assert found(department, unit) == expected


def test_titles_tell_departments_from_units():
    """A title says 部门预算 or 单位预算; where it says neither, the titles of the tables do."""
    whole = document("支出总表", HEAD, " | 合计 | 9", title="某局2021年部门预算")
    unit = document("支出总表", HEAD, " | 合计 | 8", title="某局2021年单位预算")
    assert found(whole, unit) == []
    assert found(unit, whole) == []
    assert found(document("支出总表", HEAD, " | 合计 | 7"), unit) == [("TIE-103", "7万元")]


def test_years_are_compared_by_what_this_year_prints_of_last_year():
    """The later document is the one that reports; other years and other departments are not compared."""
    last = document("支出总表", HEAD, " | 合计 | 9", year=2021)
    this = document("支出总表", "科目编码 | 科目名称 | 上年预算数 | 合计", " | 合计 | 8 | 10", year=2022)
    assert found(last, this) == [("TIE-102", "8万元")]
    other = document("支出总表", HEAD, " | 合计 | 5", year=2021, entity="他局")
    nameless = document("支出总表", HEAD, " | 合计 | 5", year=2021, entity=None)
    assert found(this, other, nameless) == []


def test_final_accounts_print_the_budget_again():
    """年初预算数 of final accounts is what the budget printed; 决算数 is another measure."""
    head = "科目编码 | 科目名称 | 年初预算数 | 决算数"
    title = "一般公共预算财政拨款支出决算表"
    budget = document("一般公共预算支出表", HEAD, " | 合计 | 9")
    for amount, expected in ((9, []), (8, [("TIE-101", "9万元")])):
        accounts = document(title, head, f" | 合计 | {amount} | 7", kind=DisclosureKind.FINAL_ACCOUNTS)
        assert found(budget, accounts) == expected


def test_a_unit_of_another_year_or_with_several_readings_is_not_compared():
    """A department includes its unit within one year; a quantity of several readings states no bound."""
    whole = document("支出总表", "项目 | 金额", "本年支出合计 | 6", "支出总计 | 7")
    unit = document("预算单位支出总表", HEAD, " | 合计 | 8")
    assert found(whole, unit) == []
    later = document("支出总表", "科目编码 | 科目名称 | 上年预算数", " | 合计 | 7", year=2022)
    assert found(later, unit) == []
    listed = document("部门支出总表", "单位编码 | 单位名称 | 合计", " | 合计 | 7", "301 | 某局 | 8")
    assert found(listed, document("支出总表", HEAD, "201 | 一般公共服务支出 | 1", entity="他局")) == []


def test_rules_between_documents_are_not_checked_within_one():
    """`check` leaves them out, and `check_together` leaves out all others."""
    one = document("支出总表", HEAD, " | 合计 | 9")
    assert check(one, TOGETHER).entries == ()
    with pytest.raises(RuleError, match="none of the rules compares documents"):
        check_together([one, document("收入总表", HEAD, " | 合计 | 9")], STANDARD)
    assert found(one, document("支出总表", HEAD, " | 合计 | 8"), rules=[TOGETHER["TIE-102"]]) == []


ONE = document("支出总表", HEAD, " | 合计 | 9")
OTHER = document("支出总表", HEAD, " | 合计 | 8")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "0 documents are given; give a list of at least two"),
        ([Disclosure()], "1 document is given; give a list of at least two"),
        (ONE, "1 document is given; give a list of at least two"),
        (None, "a NoneType is no list of disclosures"),
        ("a.txt", "a str is no list of disclosures"),
        ([Disclosure(), "b.txt\n"], "number 2 is a str, not a disclosure"),
        ([ONE, OTHER, ONE], "documents 1 and 3 are the same (without a source); give every document once"),
        ([Disclosure(), one := Disclosure(source="a.txt"), one], "documents 2 and 3 are the same (a.txt)"),
        ([ONE, document("支出总表", HEAD, " | 合计 | 9")], "documents 1 and 2 are the same"),
    ],
)
def test_misuse_is_refused(given, message):
    """Fewer than two documents, one of them twice, or something else, is refused in one line."""
    with pytest.raises(UsageError) as caught:
        check_together(given)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert any(words in caught.value.say("zh") for words in ("份文件", "文件的列表", "不是文件"))
    assert caught.value.say("en") == str(caught.value)


@pytest.mark.parametrize("rules", ["TIE-101", 3])
def test_rules_are_not_named_by_text(rules):
    """A name is no rule; the remedy says how a rule is chosen by its name."""
    with pytest.raises(UsageError, match="give rules, such as TOGETHER.only"):
        check_together([ONE, OTHER], rules)
    assert found(ONE, OTHER, rules=TOGETHER["TIE-101"]) == [("TIE-101", "9万元")]


def named(source, *rows):
    """A document read from a file of this name."""
    cells = [[cell.strip() for cell in row.split("|")] for row in (HEAD, *rows)]
    table = read_rows(cells, title="支出总表", unit="万元", source=source)
    return Disclosure([table], entity="某局", year=2021, source=source)


def test_a_part_that_differs_is_named_instead_of_what_is_added_up_from_it():
    """The category that one document leaves to its items differs as its item does; the item is named, once."""
    whole = named("a.txt", "201 | 甲 | 9", "2010101 | 行政运行 | 5", "2010102 | 乙 | 4")
    items = named("b.txt", "2010101 | 行政运行 | 6", "2010102 | 乙 | 4")
    for given, reported, sources in (
        ((whole, items), "5万元", ("a.txt", "b.txt")),
        ((items, whole), "6万元", ("b.txt", "a.txt")),
    ):
        (finding,) = check_together(given).findings
        assert str(finding.reported) == reported
        assert tuple(place.source for place in finding.locations) == sources
        assert "相加" not in finding.message["zh"]


def test_a_sum_that_nobody_printed_is_called_one():
    """A category of one document against the items of another: what is added up says so, and both are named."""
    whole = named("a.txt", "201 | 甲 | 9.00")
    items = named("b.txt", "2010101 | 行政运行 | 6.00", "2010102 | 乙 | 4.00")
    for given in ((whole, items), (items, whole)):
        (finding,) = check_together(given).findings
        assert finding.message["zh"].startswith(
            "a.txt《支出总表》“201 甲 · 合计”印为 9.00万元，而b.txt《支出总表》相应为 10.00万元（由各项相加"
        )
        assert "10.00万元 (added up, not printed)" in finding.message["en"]
    twice = [
        named(source, f"2010101 | 丙 | {one}", "2010101 | 丙 | 1.00")
        for source, one in (("a.txt", "1.00"), ("b.txt", "2.00"))
    ]
    (finding,) = check_together(twice).findings
    assert "b.txt《支出总表》" in finding.message["zh"]


def test_a_finding_is_reported_once():
    """Relations that read alike are one finding."""
    rule = TOGETHER["TIE-101"]
    doubled = evolve(rule, states=lambda documents: [*rule.states(documents)] * 2)
    assert found(ONE, OTHER, rules=doubled) == [("TIE-101", "9万元")]


def test_a_body_of_its_own_level_has_one_name():
    """某局（本级） and 某局本级 are one unit."""
    one = document("预算单位支出总表", HEAD, " | 合计 | 9", entity="某局（本级）")
    two = document("预算单位支出总表", HEAD, " | 合计 | 8", entity="某局本级")
    assert found(one, two) == [("TIE-101", "9万元")]
