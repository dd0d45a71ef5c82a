"""The report keeps everything: findings as data, the ledger, and every judgement on demand."""

import pytest

import govbudget
from govbudget import Amount, Outcome, Percentage, Quantity, check, read_rows, rule
from govbudget.diagnosis import shift_of
from govbudget.exceptions import UsageError
from govbudget.relations import AtMost, Change, Product, Same, Share, Sum, recheck
from govbudget.reports import reading_text, report_text

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "", "", "项目支出", "", ""]
SECOND = ["", "", "", "小计", "人员经费", "公用经费", "小计", "一般性", "特定类"]


def table(*rows, title="部门支出总体情况表"):
    """A table with basic and project expenditure, each with one column below its subtotal and one beside."""
    return read_rows([HEAD, SECOND, *rows], title=title, unit="万元")


def found(relation):
    """The only finding of a rule that states one relation."""
    stated = rule("MY-001", "stated", "…", scope="disclosure")(lambda disclosure: [relation])
    (finding,) = check(govbudget.Disclosure(), stated).findings
    return finding


def wan(text):
    """An amount in 万元."""
    return Amount(text, "万元")


@pytest.mark.parametrize(
    ("relation", "reported", "expected", "difference", "zh"),
    [
        (
            Sum(wan("9.00"), (wan("4.00"), wan("6.00"))),
            "9.00万元",
            "10.00万元",
            "-1.00万元",
            "所列数印为 9.00万元，而各分项之和为 10.00万元，相差 1.00万元",
        ),
        (
            Same(wan("4242"), Amount("42500000", "元")),
            "4242万元",
            "4250万元",
            "-8万元",
            "所列数印为 4,242万元，而所列数印为 4,250万元，相差 8万元",
        ),
        (
            AtMost((wan("3"), wan("4")), wan("5")),
            "5万元",
            "7万元",
            "-2万元",
            "所列数印为 5万元，而不应超过它的为 7万元，超出 2万元",
        ),
        (
            Product(wan("30"), wan("8.8"), Quantity(3)),
            "30万元",
            "26.4万元",
            "3.6万元",
            "所列数印为 30万元，而单价与数量之积为 26.4万元，相差 3.6万元",
        ),
        (
            Share(Percentage("43.26"), wan("42.26"), wan("100.00")),
            "43.26%",
            "42.26%",
            "1.00%",
            "所列数占比 43.26% 与所列金额不符，应为 42.26%",
        ),
        (
            Change(wan("150"), prior=wan("100"), percentage=Percentage("20")),
            "20%",
            "50%",
            "-30%",
            "所列数变动 20% 与所列金额不符，相符的应为 50%：20% = 150 ÷ 100 − 1",
        ),
        (
            Change(wan("150"), difference=wan("50"), percentage=Percentage("20")),
            "20%",
            "50%",
            "-30%",
            "所列数变动 20% 与所列金额不符，相符的应为 50%：20% = 150 ÷ (150 − 50) − 1",
        ),
        (
            Change(wan("150"), prior=wan("100"), difference=wan("60")),
            "60万元",
            "50万元",
            "10万元",
            "所列数变动 60万元 与所列金额不符，相符的应为 50万元：60 = 150 − 100",
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value[:6],
)
def test_a_finding_says_what_was_reported_and_what_was_expected(relation, reported, expected, difference, zh):
    """Every kind of relation gives reported, expected and difference as figures, and a message rendered from them."""
    finding = found(relation)
    assert str(finding.reported) == reported
    assert str(finding.expected) == expected
    assert str(finding.difference) == difference
    assert finding.message["zh"] == zh
    assert finding.message["en"].startswith("the figure ")
    assert finding.locations == ()
    assert finding.cause is None
    assert recheck(finding.certificate)


def test_a_report_can_be_had_of_one_table_of_several_or_of_a_disclosure():
    """`check` takes a table, several tables or a disclosure, and numbers tables by their place."""
    good = table(["201", "甲", "3.00", "1.00", "1.00", "", "2.00", "2.00", ""])
    bad = table(["201", "甲", "4.00", "1.00", "1.00", "", "2.00", "2.00", ""])
    assert not check(good).findings
    report = check([good, bad])
    assert {row.number for row in report.ledger if row.counts[Outcome.FAILED]} == {2}
    assert report.has_errors
    assert check(govbudget.Disclosure([good])).summary == check(good).summary


@pytest.mark.parametrize("wrong", ["x", [1]])
def test_anything_else_is_refused(wrong):
    """Text or numbers are no tables."""
    with pytest.raises(UsageError, match="not a table; read text with read_text"):
        check(wrong)


def test_something_else_is_no_rule():
    """A rule set takes rules only."""
    with pytest.raises(govbudget.RuleError, match="1 is a int, not a Rule"):
        check(govbudget.Disclosure(), [1])


def test_judgements_can_be_had_by_outcome_or_all():
    """Exact relations are not kept, but given again on demand, and each has the outcome that was counted."""
    report = check(table(["201", "甲", "4.00", "1.00", "1.00", "", "2.00", "2.00", ""]))
    for outcome, count in report.summary.items():
        assert sum(1 for _ in report.judgements(outcome)) == count
    assert sum(1 for _ in report.judgements()) == sum(report.summary.values())


def test_a_displaced_row_is_explained_in_either_direction():
    """Figures one column too far left or right are explained, and which ones is said."""
    left = table(["201", "甲", "3.00", "", "", "3.00", "3.00", "", ""])
    (finding,) = check(left).findings
    assert finding.cause.columns == 1
    assert [cell.text for cell in finding.cause.moved] == ["3.00", "3.00"]
    assert finding.cause.message["en"].startswith(
        "2 figures of this row, from the column '基本支出 / 公用经费' on"
    )
    right = table(["201", "甲", "3.00", "", "3.00", "3.00", "", "", ""])
    (finding,) = check(right).findings
    assert finding.cause.columns == -1
    assert "偏右一栏" in finding.cause.message["zh"]


def test_a_row_that_no_shift_explains_has_no_cause():
    """A plainly wrong total is not explained away, and a right row has nothing to explain."""
    wrong = table(["201", "甲", "9.00", "1.00", "1.00", "", "2.00", "2.00", ""])
    (finding,) = check(wrong).findings
    assert finding.cause is None
    right = table(["201", "甲", "3.00", "1.00", "1.00", "", "2.00", "2.00", ""])
    assert shift_of(right.sides[0], right.sides[0].rows[0]) is None


def test_a_wrong_total_across_rows_has_no_cause():
    """Only what stands in one row can be displaced in it."""
    down = table(
        ["", "合计", "9.00", "", "", "", "9.00", "", ""], ["201", "甲", "3.00", "", "", "", "3.00", "", ""]
    )
    assert {finding.cause for finding in check(down, govbudget.STANDARD.only("SUM-002")).findings} == {None}


def test_a_custom_rounding_is_used_throughout():
    """Truncated figures may miss their total by n − 1 last places, which half-up rounding cannot explain."""
    cut = table(["201", "甲", "3.02", "1.00", "1.00", "", "2.00", "2.00", ""])
    assert check(cut).has_errors
    rows = [["科目编码", "科目名称", "合计", "甲", "乙", "丙"], ["201", "x", "3.02", "1.00", "1.00", "1.00"]]
    truncated = read_rows(rows, title="部门支出总体情况表", unit="万元")
    assert check(truncated).has_errors
    report = check(truncated, rounding=govbudget.Rounding.DOWN)
    assert report.summary[Outcome.ROUNDING] == 1


def test_reports_name_the_unnamed_and_refuse_unknown_languages():
    """A table without title is called so; there are two languages."""
    untitled = read_rows([["项目", "预算数"], ["合计", "3.00"], ["甲", ""]], unit="万元")
    text = report_text(check(untitled))
    assert "（无标题）" in text
    assert "合计有数，分项均为空白：1 处，如 合计 · 预算数" in text
    assert "(no title)" in report_text(check(untitled), lang="en")
    for show, value in ((report_text, check(untitled)), (reading_text, check(untitled).disclosure)):
        with pytest.raises(UsageError, match="no language 'fr'"):
            show(value, lang="fr")


def test_a_warning_of_a_whole_disclosure_has_no_place():
    """A finding without table and line is reported all the same."""
    stated = rule("MY-001", "stated", "…", scope="disclosure", severity="hint")(
        lambda disclosure: [Sum(wan("9"), (wan("4"),)), Sum(wan("9"), ())]
    )
    report = check(govbudget.Disclosure(source="x.txt"), stated)
    assert not report.has_errors
    text = report_text(report)
    assert "[提示] MY-001 …" in text
    assert "无法判断 1 处" in text


def test_long_titles_and_cells_are_clipped_to_the_width_of_the_terminal():
    """A title wider than its column ends with an ellipsis; the full one is in the JSON."""
    long = table(
        ["201", "甲" * 60, "3.00", "1.00", "1.00", "", "2.00", "2.00", ""],
        title="很" * 40 + "长的部门支出总体情况表",
    )
    assert "很…" in report_text(check(long))
    assert "甲…" in reading_text(check(long).disclosure)


def test_values_have_short_names_in_a_console():
    """The repr of a report, a table, a side or a cell says what it is in one short line."""
    one = table(["201", "甲", "3.00", "1.00", "1.00", "", "2.00", "2.00", ""])
    report = check(one)
    for value in (report, report.disclosure, one, one.sides[0], one.sides[0].cell(0, 0), report.entries[0]):
        assert len(repr(value)) < 400, type(value)
    assert "201 甲" in repr(one.sides[0].cell(0, 0))


FORMS = """某局 2021 年部门预算
全年支出 3 万元。
部门支出总体情况表
单位：万元
单位：元
科目编码\t科目名称\t合计\t备注
20805\t行政事业单位离退休\t3.00\t
备注：本表为空表说明
项目支出绩效目标表
一级指标\t指标值
产出指标\t≥95%
部门收入总体情况表
单位：万元
合计 3.00 2.00 1.00
"""


def test_forms_notices_and_unread_parts_are_named_in_both_languages():
    """A report says how many forms there are, what was noticed while reading, and what was not read."""
    disclosure = govbudget.read_text(FORMS, "a.txt")
    zh, en = (report_text(check(disclosure), lang=lang) for lang in ("zh", "en"))
    assert "另有绩效等文字表 1 张，所列指标 0 项" in zh
    assert "读表时注意到\n  部门支出总体情况表  单位互相矛盾：万元、元" in zh
    assert "未能读取的内容 1 处\n  部门收入总体情况表  第 12–14 行  文字已失去单元格边界" in zh
    assert "and 1 forms of texts and targets" in en
    assert "contradictory units 万元、元" in en
    reading = reading_text(disclosure)
    assert "产出指标 | ≥95%" in reading
    assert "备注：本表为空表说明" in reading


def test_a_fact_is_reported_without_an_equation():
    """A name that is not the official one is reported in one sentence; there is no arithmetic to show."""
    disclosure = govbudget.read_text(FORMS, "a.txt")
    text = report_text(check(disclosure, govbudget.STANDARD.only("SUB-004")), lang="en")
    assert (
        "the official name is 20805 行政事业单位养老支出 ('行政事业单位离退休' was used until 2019)" in text
    )
    assert "equation" not in text
