"""What is not a document, a row, a year or a rule is refused with what to give instead."""

from decimal import Decimal

import pytest

from govbudget import (
    Disclosure,
    ExtractedTable,
    FigureError,
    ReadingError,
    check,
    read_file,
    read_records,
    read_rows,
    read_text,
)
from govbudget.amounts import Unit
from govbudget.exceptions import RuleError, UsageError
from govbudget.reports import reading_report, reading_text, report_text
from govbudget.rules import rule

HEAD = ["项目", "合计", "基本支出", "项目支出"]
ROWS = [HEAD, ["甲", "3.00", "1.00", "2.00"]]
TITLE = "2021年部门支出总体情况表"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: read_file(None), "None is no path; give a file name"),
        (lambda: read_text(b"x"), "bytes is not text; decode bytes first, or use read_file"),
        (lambda: read_rows(None), "None are no rows; give a list of rows"),
        (lambda: read_rows("甲乙"), "'甲乙' are no rows"),
        (lambda: read_rows(["甲乙", "丙丁"]), "'甲乙' is no row; give every row as a list of cells"),
        (lambda: read_rows([3]), "3 is no row"),
        (lambda: read_records(3, title=TITLE, unit="万元"), "3 is no record; give mappings"),
        (lambda: read_records(["甲"], title=TITLE, unit="万元"), "'甲' is no record"),
        (
            lambda: read_records([{1: "甲"}], title=TITLE, unit="万元"),
            "is no record; give mappings whose keys are",
        ),
        (lambda: Disclosure(year="2021"), "year is '2021', a str; give a number such as 2021"),
        (lambda: Disclosure(year=True), "year is True, a bool"),
        (lambda: Disclosure(tables=["甲"]), "'甲' is a str, not a table"),
        (lambda: Disclosure(tables=3), "3 is a int, not a table"),
        (lambda: check(Disclosure(), year="2021"), "year is '2021', a str"),
        (lambda: check(3), "3 is a int, not a table"),
        (lambda: check(None), "None is a NoneType, not a table"),
        (lambda: check(Disclosure(), 3), "3 are no rules; give one, or a list of them"),
        (lambda: check(Disclosure(), charts=3), "3 are no charts"),
        (lambda: check(Disclosure(), rounding="up"), "rounding is 'up', a str; give one such as Rounding"),
        (lambda: read_file(b"x"), "b'x' is no path; give a file name"),
        (lambda: read_file("x", encoding=3), "the encoding is 3; give its name"),
        (lambda: ExtractedTable.below(None, ROWS), "None are no lines; give a list of lines of text"),
        (lambda: ExtractedTable.below("表", ROWS), "'表' are no lines"),
        (lambda: ExtractedTable.below([1], ROWS), "[1] are no lines"),
        (lambda: report_text(None), "None is a NoneType, not a Report; give what check returned"),
        (lambda: reading_text(3), "3 is a int, not a Disclosure; give what read_file returned"),
        (lambda: reading_report(""), "'' is a str, not a Disclosure"),
    ],
)
def test_wrong_types_are_refused_with_the_remedy(call, message):
    """A value of another type is named, never taken for something else."""
    with pytest.raises(UsageError) as caught:
        call()
    assert message in str(caught.value)
    assert "；" in caught.value.say("zh")
    assert "\n" not in str(caught.value)


def test_the_unit_of_rows_may_be_given_in_both_forms():
    """A name and a member of Unit mean the same, and a unit printed in the rows may be given again."""
    table = read_rows(ROWS, title=TITLE, unit="万元")
    assert table.units == (Unit.WAN_YUAN,)
    assert read_rows(ROWS, title=TITLE, unit=Unit.WAN_YUAN).units == (Unit.WAN_YUAN,)
    assert read_rows([["单位：万元", "", "", ""], *ROWS], title=TITLE, unit="万元").units == (Unit.WAN_YUAN,)


def test_a_unit_against_the_rows_is_refused():
    """Figures are never scaled by a unit that the rows contradict."""
    with pytest.raises(ReadingError, match="the rows state 元, the argument 万元"):
        read_rows([["单位：元", "", "", ""], *ROWS], title=TITLE, unit="万元")
    with pytest.raises(FigureError):
        read_rows(ROWS, title=TITLE, unit="美元")


def test_cells_may_be_exact_numbers():
    """Integers and decimals are printed figures like their text."""
    rows = [HEAD, ["甲", Decimal("3.00"), 1, None]]
    assert str(read_rows(rows, title=TITLE, unit="万元").sides[0].cell(0, 0).figure) == "3.00万元"


def test_a_rule_that_states_nothing_iterable_is_named():
    """A rule whose function returns instead of yielding is named by its identifier."""

    @rule("MY-002", "returns-nothing", "什么也不返回")
    def returns_nothing(table):
        return None

    with pytest.raises(RuleError, match="MY-002 states None; let its function yield relations"):
        check(read_rows(ROWS, title=TITLE, unit="万元"), returns_nothing)


def test_an_empty_path_is_no_folder():
    """It would be the folder that the program runs in."""
    with pytest.raises(ReadingError, match="there is no such file; check the path"):
        read_file("")


@pytest.mark.parametrize(
    ("rows", "unit", "zh"),
    [
        ([[]], None, "这些行不是有表头、名称和数字的表；请把表头行放在最前，并给出标题"),
        ([["单位：元"], *ROWS], "万元", "行中注明单位元，参数给出万元；请去掉错的一个"),
    ],
)
def test_refused_rows_have_a_chinese_message(rows, unit, zh):
    """The place is named first, and all stands on one line."""
    with pytest.raises(ReadingError) as caught:
        read_rows(rows, title=TITLE, unit=unit)
    assert caught.value.say("zh") == f"<rows>：{zh}"
