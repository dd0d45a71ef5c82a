"""What extractors leave in cells and titles beside what is printed: marks that nobody sees, dots in codes, 续表, units in headings."""

import pytest

from govbudget import ExtractedTable, read_rows, read_tables, read_text
from govbudget.labels import visible
from reading_builders import check_sums, column_sums

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
ROWS = [
    ["", "合计", "3.00", "1.00", "2.00"],
    ["208", "社会保障和就业支出", "1.00", "1.00", ""],
    ["20805", "行政事业单位养老支出", "1.00", "1.00", ""],
    ["210", "卫生健康支出", "2.00", "", "2.00"],
]
TITLE = "2021年部门支出总体情况表"


def table(change=str, head=HEAD):
    return ExtractedTable([head, *([cell and change(cell) for cell in row] for row in ROWS)], TITLE, "万元")


@pytest.mark.parametrize(
    "mark", ["\ufeff", "\u200b", "\u200f", "\u202c", "\u2060", "\x00", "\x07", "\x7f", "\xad"]
)
def test_marks_that_nobody_sees_change_nothing(mark):
    """A figure with a mark of direction or a joiner in it is the same figure."""
    plain, marked = (
        read_tables([table()]),
        read_tables([table(lambda cell: mark + cell[0] + mark + cell[1:])]),
    )
    assert marked.coverage() == plain.coverage()
    assert not check_sums(marked).findings


def test_they_go_from_text_too():
    """The same in a text; tabs and line breaks stay."""
    text = f"{TITLE}\n单位：万元\n" + "\n".join("\t".join(row) for row in (HEAD, *ROWS))
    marked = text.replace("3.00", "3\u200b.00\u200e")
    assert read_text(marked).coverage() == read_text(text).coverage()
    assert visible("a\t\ufeffb\r\nc\x85d") == "a\tb\r\nc\x85d"


@pytest.mark.parametrize("shape", ["{}.", "{}．", "'{}", "{} ", "-{}-"])
def test_codes_with_dots_are_codes(shape):
    """Were they none, sections would be added to categories."""
    head, *rows = HEAD, *([shape.format(row[0]) if row[0] else "", *row[1:]] for row in ROWS)
    disclosure = read_tables([ExtractedTable([head, *rows], TITLE, "万元")])
    assert [row.code for row in disclosure.tables[0].sides[0].rows] == [None, "208", "20805", "210"]
    assert not check_sums(disclosure).findings


@pytest.mark.parametrize("mark", ["（续表）", "(续)", "续表", "（续表二）", "续1"])
def test_a_page_whose_title_says_so_continues_the_table(mark):
    """Its rows belong below the total of the first page."""
    first = ExtractedTable([HEAD, *ROWS[:2]], TITLE, "万元")
    disclosure = read_tables([first, ExtractedTable([HEAD, *ROWS[2:]], TITLE + mark, "万元")])
    assert [one.title for one in disclosure.tables] == [TITLE]
    assert not check_sums(disclosure).findings


def test_a_unit_in_the_heading_of_a_total_hides_no_sum():
    """合计（万元） is the total of its columns as 合计 is."""
    head = [*HEAD[:2], *(f"{cell}（万元）" for cell in HEAD[2:])]
    (side,) = read_rows([head, *ROWS], title=TITLE).sides
    assert list(column_sums(side).values()) == [["基本支出(万元)", "项目支出(万元)"]]
