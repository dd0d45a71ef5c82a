"""Numbers whose thousands are parted by blanks: read where that is certain, left open where a blank may part two figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_documents import printed, read
from govbudget import check, read_rows
from govbudget.reading.pages._grouped import groups_by_blanks, is_grouped, joined, joined_in_lines

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]


def figures(*rows):
    """The figures of a table in 元, None where a cell is left open, and its numbers without a place."""
    table = read_rows([HEAD, *rows], title="部门支出总体情况表", unit="元")
    assert not check(table).findings
    cells = [cell for cells in table.sides[0].matrix for cell in cells if cell is not None]
    return [str(cell.figure.number) if cell.figure else None for cell in cells], table


def test_blanks_part_thousands_where_the_whole_table_prints_them_so():
    """The figure is read, the text is kept as printed, and the choice is told."""
    row = ["1 414 700", "1 000 000", "414 700"]
    found, table = figures(["", "合计", *row], ["208", "甲", *row])
    assert found == ["1414700", "1000000", "414700"] * 2
    assert [cell.text for cell in table.cells()] == row * 2
    assert table.unplaced == ()
    assert "数字中的空格作千分位" in [one.choice.zh for one in table.resolutions]


def test_figures_with_decimals_are_no_two_figures():
    """Two figures in one cell would both print decimals."""
    found, _ = figures(
        ["", "合计", "414 700.00", "0.00", "414 700.00"], ["208", "甲", "414 700.00", "", "414 700.00"]
    )
    assert found == ["414700.00", "0.00", "414700.00", "414700.00", "414700.00"]


@pytest.mark.parametrize(
    "row",
    [
        ["414 700", "0", "414 700"],  # 414 and 700?
        ["1 414 700", "1 000 000", "414700"],
        ["1 414 700", "1,000,000", "414 700"],
        ["1 414 700", "1 000 00", "414 700"],
        ["414 700.00", "0", "414 700.00"],
        ["1 414 700 ,00", "1 000 000", "414 700"],
    ],
)
def test_a_blank_that_may_part_two_figures_leaves_them_open(row):
    """Two groups only, figures that are grouped otherwise, or a blank that stands elsewhere."""
    found, table = figures(["", "合计", *row])
    assert [text for text, figure in zip(row, found, strict=True) if figure is None] == [
        text for text in row if " " in text
    ]
    assert [text for one in table.unplaced for text in one.texts] == [text for text in row if " " in text]


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_what_is_grouped_is_put_together_again(number, decimals):
    """The digits are those that were printed; other texts stay as they are."""
    text = f"{number:,}".replace(",", " ") + ("." + "0" * decimals if decimals else "")
    assert is_grouped(text) == (abs(number) > 999)
    assert joined(text) == text.replace(" ", "")
    assert joined(f"{text} 元") == f"{text} 元"


def test_a_table_without_blanks_is_not_grouped():
    """Nor one without figures."""
    assert not groups_by_blanks(["1", "20.00", ""])
    assert not groups_by_blanks([])


ROW = "1 414 700.00 1 414 700.00 0.00"
CODES = ("科目编码 科目名称 合计 基本支出 项目支出",)


def test_blanks_part_thousands_in_text_without_borders():
    """Every amount has decimals, so whole numbers before one are its thousands; codes end with a name."""
    table = read(f"合计 {ROW}", f"208 甲 {ROW}", head=CODES)
    cells = " | 1414700.00 | 1414700.00 | 0.00"
    assert printed(table) == [f" | 合计{cells}", f"208 | 甲{cells}"]
    below = read(f"合计 {ROW}", "208", "甲", ROW, head=CODES)
    assert printed(below) == printed(table)


@pytest.mark.parametrize(
    "line",
    [
        "208 414 700.00 5.00",  # a code, or a part of the number
        "甲 1 5.00",
        "甲 1 41 700.00",
        "甲 1414700.00",
        "甲 1,414,700.00",
    ],
)
def test_lines_that_may_be_parted_otherwise_are_left_as_they_are(line):
    """Nothing is put together in the whole table then."""
    assert joined_in_lines([f"合计 {ROW}", line], lambda word: word == "208") is None


def test_whole_numbers_without_decimals_stay():
    """They may be codes, or parts of a name."""
    assert joined_in_lines(["208 05 甲 2 乙 5.00", "99"], lambda word: False) == ["208 05 甲 2 乙 5.00", "99"]
