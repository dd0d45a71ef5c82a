"""Any text at all: reading raises nothing but its own error, and loses no row that is marked as one."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from govbudget import GovBudgetError, check
from govbudget.labels import normalise
from govbudget.reading import read_rows, read_text
from govbudget.reading._documents import group_blocks
from govbudget.reading.pages._blocks import split_blocks, split_lines
from govbudget.reading.pages._context import stands_before
from govbudget.reading.tables._headers import is_number_row
from govbudget.reports import reading_report

WORDS = (
    "合计", "总计", "小计", "收入", "支出", "项目", "金额", "科目编码", "科目名称", "单位编码", "类", "款", "基本支出", "项目支出",
    "其中：", "一、", "（一）", "1、", "1.1", "上年结转", "备注", "单位：万元", "单位：千元", "部门：", "收支总表", "三公", "绩效",
    "数量", "占比", "比上年增减", "公务用车购置费", "会议费", "208", "20805", "05", "1.00", "1,2", "-", "—", "100%", "２", "**", "2021年",
)  # fmt: skip
cells = st.one_of(st.just(""), st.sampled_from(WORDS), st.text("甲乙1,.|\\<br>（）：", max_size=4))
prose = st.one_of(
    st.just(""), st.sampled_from([*WORDS, "2021年部门支出总表", "某局2021年部门预算", "详见下表1.5万元。"])
)
HEADINGS = (
    "项目\t金额",
    "科目编码\t科目名称\t合计\t基本支出\t项目支出",
    "类\t款\t项\t科目名称\t金额",
    "|收入||支出||",
    "|项目|金额|项目|金额|",
    "项目\t金额\t科目编码\t科目名称\t金额",
    "单位编码\t单位名称\t项目名称\t科目名称\t小计\t备注",
)


sparse = st.builds(
    lambda label, blanks, figure: [label, *[""] * blanks, figure], cells, st.integers(0, 4), cells
)
rows_of_cells = st.one_of(st.lists(cells, min_size=2, max_size=7), sparse)
"""Rows at random, and labels with a figure some columns to the right, as totals are merged over two sides."""


@st.composite
def table_like_texts(draw) -> str:
    """Prose, headings and rows of words of budgets, in an order that makes a table of many of them."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(st.lists(prose, max_size=3))
        lines += draw(st.lists(st.sampled_from(HEADINGS), max_size=2))
        mark = draw(st.sampled_from(["\t", "\t", "|"]))
        for row in draw(st.lists(rows_of_cells, max_size=7)):
            lines.append(("|" if mark == "|" else "") + mark.join(row))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


any_text = st.one_of(
    st.text(max_size=200), st.text("\t|\n1.0合计-，（", max_size=200), table_like_texts(), table_like_texts()
)


def plain(row):
    """A row's printed cells in normal form."""
    return tuple(normalise(cell) for cell in row if cell)


def marked_rows(text):
    """The rows that a text marks by tabs or bars, by line, without blank rows."""
    blocks, _ = split_blocks(split_lines(text, "x"))
    rows = {line: row for block in blocks for row, line in zip(block.rows, block.lines, strict=True)}
    return {line: row for line, row in rows.items() if any(row)}


def headings_of(text):
    """The headings of all tables of a text, and the lines of rows that state the title or unit of a table."""
    groups = group_blocks(split_blocks(split_lines(text, "x"))[0])
    stated = {line.number for group in groups for block in group.blocks for line in block.before}
    return {plain(row) for group in groups for row in group.header}, stated


@given(any_text)
@settings(max_examples=300)
def test_no_text_breaks_the_reader(text):
    """Every text is a disclosure, however little is read from it; each claim prints a place, each table can be checked."""
    disclosure = read_text(text)
    for table in disclosure.tables:
        for side in table.sides:
            assert len(side.matrix) == len(side.rows)
            assert all(len(cells) == len(side.columns) for cells in side.matrix)
            assert all(row.parent is None or row.parent < row.index for row in side.rows)
    report = check(disclosure)
    assert all(finding.message["zh"] and finding.message["en"] for finding in report.findings)


@given(any_text)
@settings(max_examples=300)
@example("支出总表\n项目\t金额\t单位名称\n甲\t1.00\t\n\t\t某局\n")
def test_no_marked_row_is_lost(text):
    """Every row with tabs or bars is a row of a table, one of its headings, a statement above it, or listed as unread."""
    disclosure = read_text(text)
    read = {row.line for table in disclosure.tables for side in table.sides for row in side.rows}
    ranges = [table.lines for table in disclosure.tables if table.raw] + [
        unread.lines for unread in disclosure.unread
    ]
    headings, stated = headings_of(text)
    for line, row in marked_rows(text).items():
        assert (
            line in read
            or line in stated
            or stands_before([cell for cell in row if cell], is_alone=True)
            or any(first <= line <= last for first, last in filter(None, ranges))
            or plain(row) in headings
            or is_number_row(row)
        )


@given(any_text)
@settings(max_examples=200)
def test_no_cell_of_a_read_row_is_lost(text):
    """What a row prints is in its labels or in its cells, as printed."""
    rows = marked_rows(text)
    kept: dict[int, list[str]] = {}
    for table in read_text(text).tables:
        for side in table.sides:
            for row, cells in zip(side.rows, side.matrix, strict=True):
                kept.setdefault(row.line, []).extend(
                    [*row.labels, *(cell.text for cell in cells if cell is not None)]
                )
    for line, texts in kept.items():
        assert set(filter(None, rows[line])) <= set(texts)


@given(
    st.lists(
        st.lists(
            st.one_of(st.none(), st.integers(), st.sampled_from(WORDS), st.text(max_size=8)), max_size=6
        ),
        max_size=8,
    )
)
def test_no_rows_break_the_reader(rows):
    """Rows are a table or are refused with an error of the library."""
    try:
        table = read_rows(rows)
    except GovBudgetError as error:
        assert len(error.say("en").splitlines()) == 1
    else:
        check(table)


@given(any_text)
def test_any_text_has_a_coverage_and_a_report(text):
    """Whatever is read, every number has one place, and the report can be written."""
    disclosure = read_text(text)
    found = disclosure.coverage()
    assert min(found.placed, found.unplaced, found.unread) >= 0
    assert found.tables == len(disclosure.tables)
    for lang in ("zh", "en"):
        assert reading_report(disclosure, lang=lang).count("[") >= found.tables
