"""What the rules of subject codes say on thin evidence, on complete charts, and on real slips."""

import pytest

from govbudget import (
    STANDARD,
    Disclosure,
    ExtractedTable,
    Outcome,
    UsageError,
    check,
    read_rows,
    read_tables,
)
from govbudget.relations import Reason
from govbudget.subjects import (
    Chart,
    ChartError,
    Classification,
    Grade,
    Subject,
    SubjectCode,
    chart,
    read_chart,
)

HEAD = ["科目编码", "科目名称", "合计"]
PAIRS = [
    ["部门预算经济分类", "", "", "政府预算经济分类", "", "", "合计"],
    ["类", "款", "科目名称", "类", "款", "科目名称", ""],
]


def report(rows, rule, year=2021, charts=(), head=HEAD):
    """The report of one rule on one table."""
    header = head if isinstance(head[0], list) else [head]
    table = read_rows([*header, *rows], title="部门支出总体情况表", unit="万元")
    return check(Disclosure([table], year=year), STANDARD[rule], charts=charts)


def outcomes(*arguments, **named):
    """The outcomes of one rule on one table."""
    return {outcome.name: count for outcome, count in report(*arguments, **named).summary.items() if count}


def reasons(*arguments, **named):
    """Why facts are undecided."""
    return [judgement.reason for _, judgement in report(*arguments, **named).judgements(Outcome.UNDECIDED)]


@pytest.mark.parametrize("code", ["21", "2101", "210150", "21015061", "9010101", "30101010"])
def test_a_code_of_wrong_length_or_class_is_malformed(code):
    """Codes have 3, 5 or 7 digits, economic ones at most 5, and begin with a digit that stands for a classification."""
    found = outcomes([[code, "甲", "1.00"]], "SUB-001")
    assert found in ({"FAILED": 1}, {})  # six and eight digits are codes of units
    for rule in ("SUB-002", "SUB-003", "SUB-004", "SUB-005"):
        assert outcomes([[code, "甲", "1.00"]], rule) == {}


def test_an_unknown_code_is_undecided_until_a_complete_chart_says_no():
    """Absence from an incomplete chart proves nothing; absence from a complete one is an error."""
    rows = [["2109876", "某某事务", "1.00"]]
    assert reasons(rows, "SUB-002") == [Reason.UNKNOWN]
    official = read_chart([("210", "卫生健康支出")], classification=Classification.FUNCTIONAL, year=2021)
    assert outcomes(rows, "SUB-002", charts=[official]) == {"FAILED": 1}
    (finding,) = report(rows, "SUB-002", charts=official).findings
    assert finding.message["zh"] == "“2109876 某某事务”所列 2109876 不在该年度的完整科目表中"
    other_year = read_chart([("210", "卫生健康支出")], classification="functional", year=2020)
    with pytest.raises(
        UsageError, match="the charts are of 2020, the disclosure is of 2021; give the chart of 2021"
    ):
        report(rows, "SUB-002", charts=[other_year])
    with pytest.raises(UsageError, match="'book' is a str, not a chart"):
        report(rows, "SUB-002", charts=["book"])
    with pytest.raises(ChartError, match="no classification 'function'; give one of revenue, functional"):
        read_chart([("210", "卫生健康支出")], classification="function", year=2020)


def test_what_is_only_recalled_is_undecided():
    """A row that no document attests settles nothing, neither code nor name."""
    weak = next(row for row in chart(Classification.FUNCTIONAL, 2021) if row.grade is Grade.RECALLED)
    for rule in ("SUB-002", "SUB-003", "SUB-004"):
        assert outcomes([[str(weak.code), weak.name, "1.00"]], rule) == {"UNDECIDED": 1}
        assert outcomes([[str(weak.code), "别的名称", "1.00"]], rule) == {"UNDECIDED": 1}


def test_without_a_year_no_chart_is_chosen():
    """There is no default year: codes and names are undecided, and the reason says so."""
    for rule in ("SUB-002", "SUB-003", "SUB-004"):
        assert reasons([["20805", "行政事业单位养老支出", "1.00"]], rule, year=None) == [Reason.NO_YEAR]


def test_the_year_may_stand_in_a_title_or_be_given():
    """For single tables the year is taken from the titles, unless it is given."""
    rows = [HEAD, ["20805", "行政事业单位离退休", "1.00"]]
    dated = read_rows(rows, title="2019年部门支出总体情况表", unit="万元")
    plain = read_rows(rows, title="部门支出总体情况表", unit="万元")
    rule = STANDARD["SUB-004"]
    assert not check(dated, rule).findings
    assert check(dated, rule, year=2021).findings
    assert not check(Disclosure([dated], year=2018), rule, year=2021).findings
    assert check(plain, rule).summary[Outcome.UNDECIDED] == 1
    assert not check(plain, rule, year=2018).findings


def test_a_name_of_another_edition_says_which():
    """An older or newer official name is a hint that names the years in which it was used."""
    (finding,) = report([["20805", "行政事业单位离退休", "1.00"]], "SUB-004").findings
    assert finding.expected.zh == "20805 行政事业单位养老支出（“行政事业单位离退休”用于 2019 年及以前）"
    assert finding.expected.en == "20805 行政事业单位养老支出 ('行政事业单位离退休' was used until 2019)"
    (finding,) = report(
        [["207", "文化旅游体育与传媒支出", "1.00"]],
        "SUB-004",
        year=2018,
        charts=[_attested("207", "文化体育与传媒支出")],
    ).findings
    assert finding.expected.en.endswith("was used from 2019)")


def _attested(code, name):
    return Chart(Classification.FUNCTIONAL, 2018, [Subject(SubjectCode(code), name)])


def test_a_name_used_between_two_years_says_both(monkeypatch):
    """A name that came and went is named with its first and last year."""
    from govbudget.rules import subjects

    rows = (Subject(SubjectCode("207"), "旧名支出", 2015, 2016),)
    monkeypatch.setattr(subjects, "history", lambda code: rows)
    (finding,) = report(
        [["207", "旧名支出", "1.00"]], "SUB-004", year=2018, charts=[_attested("207", "文化体育与传媒支出")]
    ).findings
    assert finding.expected.zh == "207 文化体育与传媒支出（“旧名支出”用于 2015–2016 年）"
    assert "from 2015 to 2016" in finding.expected.en


def test_the_name_of_a_neighbour_is_a_warning():
    """A code that bears the official name of a code beside it is told whose name it is, in both languages."""
    (finding,) = report([["2101506", "医疗保障政策管理", "1.00"]], "SUB-003").findings
    assert finding.message["zh"] == (
        "“2101506 医疗保障政策管理”所列 2101506 医疗保障政策管理，应为 2101506 医疗保障经办事务（“医疗保障政策管理”是 2101505 的名称）"
    )
    assert finding.message["en"].endswith(
        "which should be 2101506 医疗保障经办事务 ('医疗保障政策管理' is the name of 2101505)"
    )
    assert finding.certificate is None
    assert finding.difference is None


def test_names_in_the_wild_are_the_same_names():
    """Brackets, suffixes, cut-off ends and ordinals do not make another name."""
    rows = [
        ["2080505", "机关事业单位基本养老保险缴费支", "1.00"],
        ["30213", "维修(护)费", "1.00"],
        ["50101", "工资奖金津补贴_行政", "1.00"],
        ["208", "八、社会保障和就业支出", "1.00"],
    ]
    assert set(outcomes(rows, "SUB-004")) == {"PASSED"}


def test_a_unit_name_beside_a_code_is_no_subject_name():
    """In procurement lists the name beside the code is that of a unit, which is not held against the code."""
    head = ["科目编码", "单位名称", "采购项目", "金额"]
    assert outcomes([["2101504", "某某中心", "某项目", "1.00"]], "SUB-004", head=head) == {}
    assert outcomes([["2101504", "某某中心", "某项目", "1.00"]], "SUB-002", head=head) == {"PASSED": 1}


def test_codes_in_brackets_are_read():
    """[30201]办公费 is a code with its name; a document number in brackets is not."""
    head = ["项目名称", "经济科目", "金额"]
    rows = [["甲", "[30201]办公费", "1.00"], ["乙（〔2019〕5号）[2019]", "[31002]印刷费", "1.00"]]
    assert outcomes(rows, "SUB-004", head=head) == {"PASSED": 1, "FAILED": 1}


def test_a_missing_parent_row_is_named():
    """Where categories or sections are printed, an item below one that is not printed is told which row is missing."""
    rows = [
        ["208", "社会保障和就业支出", "1.00"],
        ["20805", "行政事业单位养老支出", "1.00"],
        ["2101501", "行政运行", "1.00"],
    ]
    findings = report(rows, "SUB-005").findings
    assert [finding.expected.zh for finding in findings] == ["210", "21015"]
    assert outcomes([["2101501", "行政运行", "1.00"], ["2080505", "甲", "1.00"]], "SUB-005") == {}


def test_a_row_above_may_be_lost_between_pages():
    """Where a table was put together from pages, a missing category is undecided, one that is there still holds."""
    first = [
        ["功能科目代码", "功能科目名称", "金额"],
        ["201", "一般公共服务支出", "1.00"],
        ["20101", "人大事务", "1.00"],
    ]
    second = [["2010101", "行政运行", "1.00"], ["2080505", "机关事业单位基本养老保险缴费支出", "2.00"]]
    tables = [ExtractedTable(first, "2021年一般公共预算支出预算表", "元"), ExtractedTable(second)]
    judged = check(read_tables(tables), STANDARD.only("SUB-005"))
    assert [table.title for table in judged.disclosure.tables] == ["2021年一般公共预算支出预算表"]
    assert judged.summary[Outcome.PASSED] == 3
    undecided = [judgement.reason for _, judgement in judged.judgements(Outcome.UNDECIDED)]
    assert undecided == [Reason.CONTINUED, Reason.CONTINUED]


def test_pairs_are_judged_on_evidence_only():
    """A pair of the crosswalk passes, one against attested pairs is a hint, one without evidence is undecided."""

    def pair(first, second):
        codes = [first[:3], first[3:], "甲", second[:3], second[3:], "乙", "1.00"]
        return outcomes([codes], "SUB-006", head=PAIRS)

    assert pair("30101", "50101") == {"PASSED": 1}
    assert pair("30101", "50103") == {"FAILED": 1}
    assert pair("39999", "59999") == {"UNDECIDED": 1}
    assert outcomes([["301", "01", "甲", "", "", "", "1.00"]], "SUB-006", head=PAIRS) == {}


def test_a_unit_pays_as_one_kind():
    """A unit with rows of both kinds is told which are fewer; without unit rows nothing is said."""
    agency = ["301", "01", "基本工资", "501", "01", "工资奖金津补贴", "1.00"]
    institution = ["302", "01", "办公费", "505", "02", "商品和服务支出", "1.00"]
    either = ["303", "02", "退休费", "509", "05", "离退休费", "1.00"]
    unit = ["", "", "甲局", "", "", "", "3.00"]
    assert outcomes([unit, agency, either], "SUB-007", head=PAIRS) == {"PASSED": 1}
    (finding,) = report([unit, agency, agency, institution], "SUB-007", head=PAIRS).findings
    assert finding.reported == "30201 办公费（50502）"
    assert outcomes([agency, institution], "SUB-007", head=PAIRS) == {}
    department = ["048", "", "甲部门", "", "", "", "3.00"]  # several units, which may be paid differently
    assert outcomes([department, agency, institution], "SUB-007", head=PAIRS) == {}
    one_of_them = ["", "048001", "甲局", "", "", "", "3.00"]
    assert outcomes([one_of_them, agency, institution], "SUB-007", head=PAIRS) == {"FAILED": 1}


def test_construction_and_other_capital_are_not_mixed():
    """The same purchase under 309 and 310 in one table is a hint at the row of 309."""
    rows = [
        ["31002", "办公设备购置", "1.00"],
        ["30902", "办公设备购置", "1.00"],
        ["30903", "专用设备购置", "1.00"],
    ]
    (finding,) = report(rows, "SUB-008").findings
    assert finding.reported == "30902 办公设备购置"
    assert finding.severity.value == "hint"
    assert outcomes(rows, "SUB-008") == {"PASSED": 1, "FAILED": 1}


@pytest.mark.parametrize(
    ("printed", "year", "outcome"),
    [
        ("A0605-柜类", 2021, "UNDECIDED"),
        ("A0605-柜类", None, "UNDECIDED"),
        ("A05010500-柜类", 2023, "PASSED"),
        ("A050105—柜类", 2023, "PASSED"),
        ("A05010500-沙发类", 2023, "FAILED"),
        ("A0605-柜类", 2024, "FAILED"),
        ("A060-柜类", 2024, "UNDECIDED"),
    ],
)
def test_procurement_codes_are_held_against_the_edition_in_force(printed, year, outcome):
    """Since 2023 codes and names are those of the catalogue of 2022; the earlier edition is not known."""
    head = ["项目名称", "采购品目", "金额"]
    assert outcomes([["甲", printed, "1.00"]], "SUB-009", year=year, head=head) == {outcome: 1}
    if outcome == "FAILED":
        (finding,) = report([["甲", printed, "1.00"]], "SUB-009", year=year, head=head).findings
        assert finding.expected.zh in ("A05010500 柜类", "2022 年版目录中的品目")
