"""What is not a document, a row, a year or a rule is refused with what to give instead."""

from decimal import Decimal

import pytest

from govbudget import (
    Disclosure,
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
    ],
)
def test_wrong_types_are_refused_with_the_remedy(call, message):
    """A value of another type is named, never taken for something else."""
    with pytest.raises(UsageError) as caught:
        call()
    assert message in str(caught.value)
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
