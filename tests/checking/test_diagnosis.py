"""Causes: rows whose figures stand one column off, and what fails elsewhere because of them."""

import pytest
from attrs import evolve

from govbudget import STANDARD, Disclosure, Finding, check, read_rows, read_text, rule
from govbudget.diagnosis import Shift, ShiftedRows, gathered, shifts_of
from govbudget.labels import runs
from govbudget.relations import Sum
from govbudget.reports import report_text
from govbudget.serialization import report_data

HEAD = (
    "科目编码 | 科目名称 | 合计 | 基本支出 | | | 项目支出 | | | ",
    " | | | 小计 | 人员经费 | 公用经费 | 小计 | 一般性项目 | 重点项目 | 其他项目",
)
SHIFTED = (
    " | 合计 | 9.00 | 3.00 | 3.00 | | 6.00 | 6.00 | | ",
    "2010101 | 甲 | 5.00 | 1.00 | 1.00 | | 4.00 | 4.00 | | ",
    "2010102 | 乙 | 4.00 | 2.00 | 2.00 | 2.00 | 2.00 | | | ",
)


def cells(rows):
    """Rows as lists of cells."""
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def table(*rows, title="部门支出总体情况表"):
    """A table of expenditure without line numbers."""
    return read_rows(cells((*HEAD, *rows)), title=title, unit="万元")


def text(*rows):
    """The same table as text, whose first row stands in line 6."""
    lines = ["部门支出总体情况表", "", "单位：万元", *("\t".join(row) for row in cells((*HEAD, *rows)))]
    return read_text("\n".join(lines))


def causes(report):
    """The causes by rule and column; of several findings of one place the last."""
    return {(one.rule.id, one.locations[0].column): one.cause for one in report.findings}


def test_what_fails_because_of_a_shifted_row_has_that_row_as_its_cause():
    """A sum down a column and a total left blank fail only because figures of one row stand one column too far left."""
    found = causes(check(text(*SHIFTED)))
    assert isinstance(found["SUM-001", "基本支出 / 小计"], Shift)
    down, blank = found["SUM-002", "项目支出 / 一般性项目"], found["SUM-006", "基本支出 / 公用经费"]
    assert len(found) == 3
    for cause in (down, blank):
        assert isinstance(cause, ShiftedRows)
        assert [shift.row.code for shift in cause.shifts] == ["2010102"]
    assert down.message == {
        "zh": "《部门支出总体情况表》第 8 行的数疑偏左一栏：移正后本式成立",
        "en": "figures in line 8 of 部门支出总体情况表 seem to stand one column too far left: moved back, this relation holds, too",
    }


def test_only_rows_below_a_total_are_its_cause():
    """Of two shifted rows the sum of a unit fails because of its own, and the total of all because of both."""
    unit = (
        " | 7.00 | 3.00 | 3.00 | | 4.00 | 4.00 | | ",
        "2010101 | 甲 | 1.00 | | | | 1.00 | 1.00 | | ",
        "2010102 | 乙 | 6.00 | 3.00 | 3.00 | 3.00 | 3.00 | | | ",
    )
    rows = (" | 合计 | 14.00 | 6.00 | 6.00 | | 8.00 | 8.00 | | ",)
    rows += tuple(one if i else f"04800{n} | 局{n}{one}" for n in (1, 2) for i, one in enumerate(unit))
    findings = check(text(*rows), STANDARD.only("SUM-002", "SUM-006")).findings
    told = {
        (one.rule.id, one.locations[0].line): [shift.row.line for shift in one.cause.shifts]
        for one in findings
    }
    assert told == {("SUM-002", 7): [9], ("SUM-002", 10): [12], ("SUM-006", 6): [9, 12]}


def test_rows_without_lines_are_counted():
    """Rows of data have no lines to name."""
    cause = causes(check(table(*SHIFTED)))["SUM-006", "基本支出 / 公用经费"]
    assert cause.message["zh"].startswith("《部门支出总体情况表》1 行的数疑偏左一栏")
    assert cause.message["en"].startswith("figures of 1 row of ")


def test_what_the_repair_does_not_mend_has_no_cause():
    """The totals are wrong beside the shifted row, so putting that right explains only what it makes true."""
    wrong = SHIFTED[0].replace("9.00", "9.50").replace("6.00 | 6.00", "6.50 | 6.50")
    found = causes(check(table(wrong, *SHIFTED[1:])))
    assert {key for key, cause in found.items() if cause is None} == {
        ("SUM-002", "合计"),
        ("SUM-002", "项目支出 / 小计"),
        ("SUM-002", "项目支出 / 一般性项目"),
    }
    assert isinstance(found["SUM-006", "基本支出 / 公用经费"], ShiftedRows)


def test_a_repair_that_breaks_another_sum_is_no_cause():
    """The sum of 公用经费 holds as it is printed and would fail, so nothing is explained by moving its figures."""
    rows = (
        " | 合计 | 9.00 | 3.00 | 3.00 | 3.00 | 6.00 | 6.00 | | ",
        "2010101 | 甲 | 5.00 | 1.00 | | 1.00 | 4.00 | 4.00 | | ",
        SHIFTED[2],
    )
    found = causes(check(table(*rows), STANDARD.only("SUM-002")))
    assert found["SUM-002", "项目支出 / 一般性项目"] is None


@pytest.mark.parametrize(
    "rows",
    [
        (  # 4.00 of 项目支出 stands one column too far right, but the other 4.00 does not
            " | 合计 | 26.00 | 21.00 | 21.00 | | 5.00 | | | 5.00",
            "2010101 | 甲 | 1.00 | | | | 1.00 | | | 1.00",
            "2010102 | 乙 | 25.00 | 21.00 | 21.00 | | | 4.00 | | 4.00",
        ),
        (  # 12.00 of 重点项目 stands below 公用经费
            " | 合计 | 38.00 | 15.00 | | 15.00 | 23.00 | 8.00 | 12.00 | 3.00",
            "2010101 | 甲 | 3.00 | | | | 3.00 | | | 3.00",
            "2010102 | 乙 | 12.00 | | | 12.00 | 12.00 | | | ",
            "2010103 | 丙 | 23.00 | 15.00 | | 15.00 | 8.00 | 8.00 | | ",
        ),
        (  # 1.00 of 重点项目 stands below 公用经费, and the total of 一般性项目 is blank
            " | 合计 | 8.00 | 2.00 | | 2.00 | 6.00 | | 4.00 | 2.00",
            "2010101 | 甲 | 2.00 | 2.00 | | 2.00 | | | | ",
            "2010102 | 乙 | 1.00 | | | 1.00 | 1.00 | | | ",
            "2010103 | 丙 | 5.00 | | | | 5.00 | | 3.00 | 2.00",
        ),
    ],
)
def test_a_shift_that_breaks_a_sum_that_holds_is_none(rows):
    """The sums of the row alone would hold with its figures moved, but the totals say that something else is wrong."""
    report = check(text(*rows))
    assert report.findings
    assert [finding.cause for finding in report.findings if finding.cause is not None] == []


def test_totals_move_with_their_parts():
    """A total whose own sums hold either way is moved if the sums down the columns ask for it, and for one way only."""
    rows = (
        " | 合计 | 9.00 | | | | 9.00 | 5.00 | 4.00 | ",
        "2010101 | 甲 | 5.00 | | | | 5.00 | 5.00 | | ",
        "2010102 | 乙 | 4.00 | | | 4.00 | | | 4.00 | ",
    )
    document = text(*rows)
    found = causes(check(document))
    assert found["SUM-002", "项目支出 / 小计"].message["zh"].startswith("《部门支出总体情况表》第 8 行")
    assert isinstance(found["SUM-006", "基本支出 / 公用经费"], ShiftedRows)
    (shown,) = document.tables
    total, second = shifts_of(shown, shown.sides[0])
    assert [cell.text for cell in total.moved] == ["4.00"]
    assert [cell.column.label for cell in second.moved] == ["公用经费", "重点项目"]


def test_rows_of_two_directions_are_off():
    """Where some rows stand too far left and some too far right, the statement says only that they are off."""
    rows = (
        " | 合计 | 9.00 | 5.00 | 2.00 | 3.00 | 4.00 | 4.00 | | ",
        "2010101 | 甲 | 5.00 | 3.00 | | 3.00 | 2.00 | 2.00 | | ",
        "2010102 | 乙 | 2.00 | | | 2.00 | 2.00 | | | ",
        "2010103 | 丙 | 2.00 | | 2.00 | 2.00 | | | | ",
    )
    report = check(text(*rows))
    (rows, explained), *_ = report.causes
    assert rows.statement["zh"] == "《部门支出总体情况表》第 8–9 行的数疑错位一栏"
    assert rows.statement["en"].endswith("seem to stand one column off")
    assert {one.rule.id for one in explained} >= {"SUM-001"}


def test_economic_subjects_tell_how_far_a_row_is_shifted():
    """Rows add up with their figures in the column of others as well; the code says which column is theirs."""
    head = (
        "科目编码 | 科目名称 | 合计 | 基本支出 | | | | 项目支出",
        " | | | 小计 | 工资福利支出 | 对个人和家庭的补助支出 | 商品服务支出 | ",
    )
    rows = (
        " | 合计 | 9.00 | 9.00 | 3.00 | | 6.00 | ",
        "30101 | 基本工资 | 3.00 | 3.00 | 3.00 | | | ",
        "30201 | 办公费 | 4.00 | 4.00 | | 4.00 | | ",
        "30202 | 印刷费 | 2.00 | 2.00 | | | 2.00 | ",
    )
    (finding,) = check(
        read_rows(cells((*head, *rows)), title="一般公共预算基本支出表", unit="万元"),
        STANDARD.only("TIE-015"),
    ).findings
    assert [shift.row.code for shift in finding.cause.shifts] == ["30201"]
    assert [cell.text for cell in finding.cause.shifts[0].moved] == ["4.00"]


def test_relations_of_the_whole_document_are_tried_as_well():
    """What a rule states of a document is stated again of the repaired one."""

    @rule("MY-001", "same-in-both", "两表相同", scope="disclosure")
    def same(disclosure):
        first, second = (one.sides[0] for one in disclosure.tables)
        parts = [first.cell(row, 5) for row in (1, 2)]
        yield Sum(second.cell(0, 5), tuple(part for part in parts if part.figure))

    def cause(amount):
        other = table(f" | 合计 | {amount} | | | | {amount} | {amount} | | ", title="项目支出表")
        (finding,) = check(Disclosure([table(*SHIFTED), other]), [same]).findings
        return finding.cause

    assert [shift.row.code for shift in cause("6.00").shifts] == ["2010102"]
    assert cause("7.00") is None


def test_the_report_tells_one_cause_with_all_that_it_explains():
    """Text and JSON list the rows once, with the findings that they explain."""
    report = check(text(*SHIFTED))
    ((rows, explained),) = report.causes
    assert explained == report.findings
    assert "《部门支出总体情况表》第 8 行的数疑偏左一栏，可解释 3 处不符：第 1–3 处" in report_text(report)
    assert "; this explains 3 findings: 1–3" in report_text(report, lang="en")
    assert report_data(report)["causes"] == [
        {"message": rows.statement, "table": "部门支出总体情况表", "lines": [8], "findings": [0, 1, 2]}
    ]
    assert "一因多果" not in report_text(check(table(SHIFTED[1])))


def test_rows_of_both_sides_of_a_table_are_told_together():
    """Rows of two sides may have one number each; both are kept, in printed order."""
    (shown,) = text(*SHIFTED).tables
    (one,) = shifts_of(shown, shown.sides[0])
    other = evolve(one, row=evolve(one.row, line=7))
    (rows,) = gathered([one, ShiftedRows(shown.origin, (one, other))])
    assert rows.shifts == (other, one)


def test_a_finding_alone_knows_no_cause():
    """Without the document there is nothing to prove a cause with."""
    finding = check(table(*SHIFTED)).findings[0]
    assert Finding(finding.rule, finding.judgement, finding.table).cause is None
    assert gathered([]) == ()


@pytest.mark.parametrize(("numbers", "told"), [([], []), ([4], ["4"]), ([9, 2, 1, 3], ["1–3", "9"])])
def test_neighbours_are_written_as_ranges(numbers, told):
    """Lines are told in order, each once."""
    assert runs(numbers) == told
