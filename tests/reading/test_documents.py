"""Documents: several tables, their continuations over pages, forms, and everything that stayed unread."""

import pytest

from govbudget import check, read_rows
from govbudget.disclosures import DisclosureKind
from govbudget.reading import read_text
from reading_builders import (
    check_sums,
    column_sums,
    document,
    figures,
    labels,
    markdown,
    read_one,
    row_sums,
    side_of,
    tabs,
    titles,
)

HEAD = ("科目编码 | | | 科目名称 | 合计 | 基本支出 | 项目支出", "类 | 款 | 项 | | | | ")
NUMBERS = "** | ** | ** | ** | 1 | 2 | 3"
FIRST = (" | | | 合计 | 6.00 | 1.00 | 5.00", "208 | 05 | 01 | 甲 | 1.00 | 1.00 | ")
SECOND = ("208 | 05 | 05 | 乙 | 2.00 | | 2.00", "221 | 02 | 01 | 丙 | 3.00 | | 3.00")
TITLE = "2021年部门支出总体情况表\n单位：万元"


# --- continuations


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}\n{tabs(*HEAD, NUMBERS, *SECOND)}",
        f"{TITLE}\n{tabs(*HEAD, *SECOND)}",
        tabs(*HEAD, NUMBERS, *SECOND),
        tabs(NUMBERS, *SECOND),
        tabs(*SECOND),
        f"- 12 -\n\n{tabs(*SECOND)}",
        f"第 3 页\n{TITLE}（续）".replace("（续）", "") + f"\n{tabs(*HEAD, NUMBERS, *SECOND)}",
    ],
    ids=[
        "title, heading, numbers",
        "title, heading",
        "heading, numbers",
        "numbers",
        "rows",
        "page number",
        "all",
    ],
)
def test_a_table_goes_on_over_the_page(page):
    """With title and headings repeated or without, the rows of the next page belong to the table."""
    disclosure = read_text(f"{TITLE}\n{tabs(*HEAD, NUMBERS, *FIRST)}\n\n{page}\n")
    (table,) = disclosure.tables
    assert disclosure.unread == ()
    assert labels(table.sides[0]) == ["合计", "2080501 甲", "2080505 乙", "2210201 丙"]
    assert row_sums(table.sides[0]) == {"合计": ["2080501 甲", "2080505 乙", "2210201 丙"]}
    assert column_sums(table.sides[0]) == {"合计": ["基本支出", "项目支出"]}
    assert not check_sums(disclosure).findings


def test_a_continuation_may_begin_with_labels_that_lack_figures():
    """A row of the next page that has no amount is not taken for a title or a heading."""
    disclosure = read_text(
        f"支出总表\n单位：万元\n{tabs('项目 | 金额', '教育支出 | 1.00')}\n\n{tabs('外交支出 | ', '国防支出 | 2.00', '支出总计 | 3.00')}"
    )
    (table,) = disclosure.tables
    assert labels(table.sides[0]) == ["教育支出", "外交支出", "国防支出", "支出总计"]
    assert row_sums(table.sides[0]) == {"支出总计": ["教育支出", "外交支出", "国防支出"]}


@pytest.mark.parametrize(
    "block",
    [
        ("单位名称 | 人数", "甲 | 3.00"),
        ("名目 | 小计", "甲 | 3.00"),
        ("名目 | 甲类 | 乙类", "甲 | 3.00 | 1.00"),
    ],
)
def test_an_untitled_block_with_its_own_headings_is_another_table(block):
    """Known headings, or more columns than the table above has, show that it does not go on."""
    disclosure = read_text(f"支出总表\n{tabs('项目 | 金额', '教育支出 | 1.00')}\n\n{tabs(*block)}")
    assert len(disclosure.tables) + len(disclosure.unread) == 2
    assert labels(disclosure.tables[0].sides[0]) == ["教育支出"]


def test_prose_between_tables_ends_the_first():
    """An untitled block after other text is no continuation."""
    disclosure = read_text(f"{TITLE}\n{tabs(*HEAD, *FIRST)}\n情况说明如下\n{tabs(*HEAD, *SECOND)}")
    assert titles(disclosure) == ["2021年部门支出总体情况表", ""]


def test_the_same_title_over_other_headings_is_another_table():
    """Zhengzhou 2021 prints two tables of one title, by function and by economy; they are kept apart."""
    other = ("部门预算经济分类 | | 合计", "类 | 科目名称 | ", "301 | 基本工资 | 1.00")
    disclosure = read_text(f"{TITLE}\n{tabs(*HEAD, *FIRST)}\n\n{TITLE}\n{tabs(*other)}")
    assert titles(disclosure) == ["2021年部门支出总体情况表"] * 2


def test_another_title_over_the_same_headings_is_another_table():
    """Equal headings alone do not join tables."""
    text = f"{TITLE}\n{tabs(*HEAD, *FIRST)}\n\n一般公共预算支出表\n{tabs(*HEAD, *SECOND)}"
    assert titles(read_text(text)) == ["2021年部门支出总体情况表", "一般公共预算支出表"]


def test_lines_of_a_table_span_its_pages():
    """First and last line are those of the first and last row; each row knows its own line."""
    (table,) = read_text(f"{TITLE}\n{tabs(*HEAD, *FIRST)}\n\n{tabs(*SECOND)}").tables
    assert table.lines == (5, 9)
    assert [row.line for row in table.sides[0].rows] == [5, 6, 8, 9]


def test_remarks_of_every_page_are_kept():
    """Remarks below a page of the table are notes of the table."""
    text = f"{TITLE}\n{tabs(*HEAD, *FIRST)}\n备注：甲\n\n{TITLE}\n{tabs(*HEAD, *SECOND)}\n注：乙"
    (table,) = read_text(text).tables
    assert table.notes == ("备注：甲", "注：乙")


def test_remarks_may_follow_a_blank_row():
    """A row of nothing but tabs between table and remark does not part them, nor does it become a table."""
    disclosure = read_text(f"{TITLE}\n{tabs(*HEAD, *FIRST)}\n\n\t\t\n备注：此表无数据")
    (table,) = disclosure.tables
    assert table.notes == ("备注：此表无数据",)
    assert disclosure.unread == ()


def test_blank_rows_alone_are_nothing():
    """A text with blank rows only has neither tables nor unread blocks."""
    disclosure = read_text("前言\n\t\t\n| | |\n后记")
    assert (disclosure.tables, disclosure.unread) == ((), ())


# --- forms


FORM = ("项目名称 | 城乡医疗救助资金 | ", "一级指标 | 二级指标 | 指标值", "产出指标 | 数量 | ≥25%")


def test_forms_are_kept_raw():
    """A form of targets is no matrix: its rows are kept as printed, and nothing is computed from it."""
    table = read_one(*FORM, title="市级部门(单位)整体绩效目标申报表", unit="元")
    assert (table.kind.key, table.is_form, table.sides) == ("performance_overall", True, ())
    assert table.raw == tuple(tuple(cell.strip() for cell in row.split("|")) for row in FORM)
    assert table.lines == (5, 7)
    assert table.unit.value == "元"
    assert not list(check_sums(table).judgements())


def test_untitled_blocks_after_a_form_belong_to_it():
    """Forms are printed in pieces; whatever follows without a title is the rest of the form."""
    title = "支出项目绩效目标表"
    disclosure = read_text(
        f"{title}\n{tabs(*FORM)}\n\n{tabs('项目管理 | 完备 | ')}\n一句话。\n{tabs('满意度 | ≥80% | ')}"
    )
    (table,) = disclosure.tables
    assert [row[0] for row in table.raw] == ["项目名称", "一级指标", "产出指标", "项目管理", "满意度"]


def test_every_form_with_a_title_is_one_of_its_own():
    """Two projects have two forms, though title and headings are the same."""
    text = f"支出项目绩效目标表\n{tabs(*FORM)}\n\n支出项目绩效目标表\n{tabs(*FORM)}"
    assert [len(table.raw) for table in read_text(text).tables] == [3, 3]


def test_a_table_after_a_form_is_a_table():
    """A title ends a form."""
    text = f"支出项目绩效目标表\n{tabs(*FORM)}\n\n{TITLE}\n{tabs(*HEAD, *FIRST)}"
    assert [table.is_form for table in read_text(text).tables] == [True, False]


# --- what was not read


def test_unread_blocks_keep_title_reason_lines_and_rows():
    """A block that is not understood is listed with everything the user needs to find it."""
    disclosure = read_text("前言\n\n人员情况表\n甲\t乙\n丙\t丁\n")
    (unread,) = disclosure.unread
    assert (unread.title, unread.lines) == ("人员情况表", (4, 5))
    assert unread.reason.say("en") == "no heading says what its rows and columns are"
    assert unread.rows == (("甲", "乙"), ("丙", "丁"))


FLAT = """2022 年部门收支预算表
部门名称：济源医疗保障局 单位：万元
收入 支出
一般公共预算 3,256.99

2022 年部门收入预算表
部门名称：济源医疗保障局 单位：万元
合计 3,256.99

2022 年部门收入预算表
部门名称：济源医疗保障局 单位：万元
续 1.00
"""


def test_tables_without_borders_are_listed_not_guessed():
    """Title and unit show that a table was there; pages of one title are one entry (Jiyuan 2022)."""
    disclosure = read_text(FLAT)
    assert disclosure.tables == ()
    assert [(unread.title, unread.lines) for unread in disclosure.unread] == [
        ("2022 年部门收支预算表", (1, 5)),
        ("2022 年部门收入预算表", (6, 12)),
    ]
    assert disclosure.unread[0].reason == ("文字已失去单元格边界", "text that lost its cell borders")
    assert (disclosure.entity, disclosure.year) == ("济源医疗保障局", 2022)


def test_a_title_without_a_unit_is_not_called_a_table():
    """A table of contents names tables without being any."""
    assert (
        read_text("1. 部门收支总体情况表\n2. 部门收入总体情况表\n第一部分\n职责\n机构\n单位：万元").unread
        == ()
    )
    assert read_text("预算表\n单位：万元").unread == ()


def test_the_title_and_unit_of_a_read_table_are_not_flattened():
    """What stands above a table that was read belongs to it."""
    assert read_text(f"{TITLE}\n{tabs(*HEAD, *FIRST)}\n{TITLE}\n{tabs(*HEAD, *SECOND)}").unread == ()


def test_an_empty_text_is_an_empty_disclosure():
    """Nothing in, nothing out, and no error."""
    disclosure = read_text("")
    assert (disclosure.tables, disclosure.unread, disclosure.claims, disclosure.source) == ((), (), (), None)
    assert (disclosure.title, disclosure.entity, disclosure.year) == (None, None, None)


# --- title, entity, year, kind


@pytest.mark.parametrize(
    ("head", "title", "entity", "year", "kind"),
    [
        (
            "2021 年郑州市医疗保障局部门预算说明",
            "2021年郑州市医疗保障局部门预算说明",
            "郑州市医疗保障局",
            2021,
            "BUDGET",
        ),
        (
            "郑州市医疗保障局 2021 年部门预算",
            "郑州市医疗保障局2021年部门预算",
            "郑州市医疗保障局",
            2021,
            "BUDGET",
        ),
        (
            "沁阳市医疗保障局\n2020年度部门预算",
            "沁阳市医疗保障局2020年度部门预算",
            "沁阳市医疗保障局",
            2020,
            "BUDGET",
        ),
        (
            "2020年度沁阳市医疗保障局\n部门预算",
            "2020年度沁阳市医疗保障局部门预算",
            "沁阳市医疗保障局",
            2020,
            "BUDGET",
        ),
        ("某局2023年度单位决算", "某局2023年度单位决算", "某局", 2023, "FINAL_ACCOUNTS"),
        ("某局（2023年）部门决算公开", "某局（2023年）部门决算公开", "某局", 2023, "FINAL_ACCOUNTS"),
        ("2021-2023年某局部门预算", "2021-2023年某局部门预算", "某局", None, "BUDGET"),
        ("部门预算", "部门预算", None, None, "BUDGET"),
        ("情况说明", None, None, None, "BUDGET"),
        (f"{'很长的一行' * 9}\n部门预算2021", "部门预算2021", None, 2021, "BUDGET"),
    ],
)
def test_the_document_says_whose_it_is(head, title, entity, year, kind):
    """Title, entity, year and kind follow from the first lines, whichever of them the title is broken over."""
    disclosure = read_text(f"{head}\n目录\n")
    assert (disclosure.title, disclosure.entity, disclosure.year) == (title, entity, year)
    assert disclosure.kind is DisclosureKind[kind]


def test_the_title_of_the_document_stands_at_its_top():
    """After the first lines, 部门预算 is just a phrase."""
    assert read_text("说明\n" * 15 + "某局2021年部门预算").title is None
    assert read_text("说明\n" * 14 + "某局2021年部门预算").title == "某局2021年部门预算"


def test_tables_say_whose_they_are_where_the_document_does_not():
    """Entity and year of the first table that states them stand in for a missing title."""
    disclosure = read_text(f"2021年收入总表\n部门：某局\n单位：元\n{tabs('项目 | 金额', '甲 | 1.00')}")
    assert (disclosure.entity, disclosure.year) == ("某局", 2021)
    aside = read_text(f"收入总表\n（2021年度）\n{tabs('项目 | 金额', '甲 | 1.00')}")
    assert aside.year == 2021


@pytest.mark.parametrize(
    ("title", "year", "of_form"),
    [
        ("2021-2023年项目绩效目标表", None, None),
        ("2021-2023年部门预算项目绩效目标表", None, None),
        ("2021—2023年项目绩效目标表（2022年度）", 2022, 2022),
        ("2022年部门预算项目绩效目标表（2021年度）", None, None),
        ("2022年项目绩效目标表\n（2021年度）", None, None),
        ("项目绩效目标表\n（2021年度）", 2021, 2021),
        ("某局2023年部门预算\n\n项目支出绩效自评表\n（2022年度）", 2023, 2022),
    ],
)
def test_titles_of_forms_do_not_make_a_wrong_year(title, year, of_form):
    """A range of years, or two years that contradict each other, are no year of the document or the form."""
    rows = tabs("一级指标 | 二级指标 | 三级指标 | 指标值", "产出指标 | 数量指标 | 检查 | ≥2次")
    disclosure = read_text(f"{title}\n\n{rows}\n")
    assert (disclosure.year, disclosure.tables[0].form.year) == (year, of_form)
    assert check(disclosure).disclosure.year == year


def test_tables_with_contradictory_titles_do_not_say_the_year():
    """A report takes its year from the next title."""
    rows = [["项目", "金额"], ["甲", "1.00"]]
    titles = ["2022年部门预算收入总表（2021年度）", "2021年收入总表"]
    assert check([read_rows(rows, title=title) for title in titles]).disclosure.year == 2021
    assert check(read_rows(rows, title=titles[0])).disclosure.year is None


def test_the_source_is_kept_everywhere():
    """Disclosure, tables and cells name the file."""
    disclosure = read_text(document("项目 | 金额", "甲 | 1.00"), "dir/a.txt")
    assert disclosure.source == "dir/a.txt"
    assert disclosure.tables[0].origin.source == "dir/a.txt"
    assert (
        str(disclosure.tables[0].sides[0].cell(0, 0).location)
        == "dir/a.txt:6 2021年部门支出总体情况表 · 甲 · 金额"
    )


# --- one content, two notations


@pytest.mark.parametrize("rows", [(*HEAD, *FIRST, *SECOND), ("项目 | 金额", "甲 | 1.00", "合计 | 1.00")])
def test_markdown_and_tabs_read_alike(rows):
    """The same table in either notation gives the same rows, columns, figures and sums."""
    written = side_of(*rows)
    marked = read_text(f"2021年部门支出总体情况表\n单位：万元\n\n{markdown(*rows)}").tables[0].sides[0]
    assert (labels(marked), figures(marked)) == (labels(written), figures(written))
    assert (row_sums(marked), column_sums(marked)) == (row_sums(written), column_sums(written))
