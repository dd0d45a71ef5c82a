"""Rows as extractors return them: one table, with title and unit in the rows or beside them."""

from decimal import Decimal

import pytest

from govbudget import ReadingError
from govbudget.amounts import Unit
from govbudget.reading import read_rows
from reading_builders import figures, labels, texts

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
ROW = ["201", "一般公共服务支出", "3.00", "1.00", "2.00"]


def test_rows_are_read_like_text():
    """Title and unit beside the rows do what title and unit lines above a table do."""
    table = read_rows([HEAD, ROW], title="部门支出总体情况表", unit="万元", source="a.xlsx")
    assert (table.title, table.unit, table.kind.key) == (
        "部门支出总体情况表",
        Unit.WAN_YUAN,
        "expenditure_summary",
    )
    assert labels(table.sides[0]) == ["201 一般公共服务支出"]
    assert figures(table.sides[0]) == [["3.00万元", "1.00万元", "2.00万元"]]
    assert (table.lines, table.sides[0].rows[0].line, table.origin.source) == (None, None, "a.xlsx")


def test_title_and_unit_may_stand_in_the_rows():
    """The first rows of a sheet may hold title, entity and unit."""
    rows = [
        ["部门支出总体情况表", None, None, None, None],
        ["部门：某局", None, None, None, "单位：元"],
        HEAD,
        ROW,
    ]
    table = read_rows(rows)
    assert (table.title, table.unit) == ("部门支出总体情况表", Unit.YUAN)


def test_cells_may_be_texts_numbers_or_none():
    """Integers and decimals are taken exactly, with their decimals; None is a blank cell."""
    table = read_rows([HEAD, [201, " 甲 ", Decimal("3.00"), None, 2]], title="支出总表", unit="元")
    assert labels(table.sides[0]) == ["201 甲"]
    assert texts(table.sides[0]) == [["3.00", "", "2"]]
    assert figures(table.sides[0]) == [["3.00元", None, "2元"]]


@pytest.mark.parametrize(
    ("number", "figure"),
    [(Decimal("1E+3"), "1000元"), (Decimal("-0.50"), "-0.50元"), (10**20, "100000000000000000000元")],
)
def test_numbers_are_written_in_full(number, figure):
    """However a decimal writes itself, its value is read."""
    table = read_rows([HEAD, ["201", "甲", number, None, None]], title="支出总表", unit="元")
    assert figures(table.sides[0])[0][0] == figure


@pytest.mark.parametrize(
    "cell",
    [
        1.5,
        True,
        float("nan"),
        b"1.00",
        ["1.00"],
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("1E+99"),
        pytest.param(10**5000, id="long"),
    ],
)
def test_what_is_not_exact_text_is_refused(cell):
    """Floats, truth values, bytes, lists and absurd numbers are refused, with the remedy."""
    with pytest.raises(
        ReadingError, match=r"^a\.xlsx: a cell is .*; give every cell as the text that is printed, or None$"
    ):
        read_rows([HEAD, ["201", "甲", cell, None, None]], title="支出总表", source="a.xlsx")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [[None, None]],
        [["", " "]],
        [["甲", "乙"], ["丙", "丁"]],
        [ROW],
        [["部门支出总体情况表", ""]],
        [HEAD[:2], ["201", "甲"]],
    ],
)
def test_rows_that_are_no_table_are_refused(rows):
    """Nothing, nothing but a title, or rows without headings of labels and figures are an error, not an empty table."""
    with pytest.raises(ReadingError) as caught:
        read_rows(rows)
    assert str(caught.value) == (
        "<rows>: the rows are not a table with headings over labels and figures; put the heading rows first and give the title"
    )


def test_rows_with_a_second_table_in_them_are_one_block():
    """Rows come from one table; a title in their middle is a row like any other."""
    rows = [HEAD, ROW, ["部门收入总体情况表", None, None, None, None], ROW]
    assert len(read_rows(rows, title="支出总表", unit="元").sides[0].rows) == 3


def test_rows_may_be_lazy():
    """Any iterable of sequences is taken."""
    assert labels(read_rows((tuple(row) for row in [HEAD, ROW]), title="支出总表").sides[0]) == [
        "201 一般公共服务支出"
    ]


def test_a_form_is_read_as_a_form():
    """Rows under the title of a form are kept raw."""
    table = read_rows([["项目名称", "甲"], ["指标值", "≥90%"]], title="项目绩效目标表")
    assert table.raw == (("项目名称", "甲"), ("指标值", "≥90%"))
    assert table.lines is None
