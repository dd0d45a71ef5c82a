"""Tables as an extractor cuts them: what is put together, what is recognised, and what is left open or unread."""

import pytest

from govbudget import ExtractedTable, FigureError, ReadingError, UsageError, check, read_rows, read_tables
from govbudget.amounts import Unit
from govbudget.disclosures import Aspect
from govbudget.relations import Outcome, Reason
from reading_builders import check_sums, columns, figures, labels, texts

SHORT = ["科目编码", "科目名称", "金额"]
FUNCTION = ["功能科目编码", "功能科目名称", "金额"]
BODY = [
    ["", "合计", "10.00"],
    ["301", "工资福利支出", "7.00"],
    ["30101", "基本工资", "3.00"],
    ["30102", "津贴补贴", "4.00"],
    ["302", "商品和服务支出", "3.00"],
    ["30201", "办公费", "1.00"],
    ["30202", "印刷费", "2.00"],
]
BASIC = "财政拨款基本支出预算表"


def grid(*rows):
    """Write rows with bars; blank cells stay blank."""
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def aspects(table, count=None):
    """Return what was resolved, first what is said of extracted tables alone."""
    return [one.aspect for one in table.resolutions][:count]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: read_tables(None), "None are no tables; give a list of ExtractedTable"),
        (lambda: read_tables(ExtractedTable([])), "a single table; give a list of tables"),
        (lambda: read_tables([3]), "3 are no rows; give a list of rows"),
        (lambda: ExtractedTable(["甲乙"]), "'甲乙' is no row; give every row as a list of cells"),
        (lambda: ExtractedTable([], title=3), "the title is 3, a int; give text, or None"),
        (lambda: ExtractedTable([], name=3), "the name is 3, a int; give text, or None"),
        (lambda: ExtractedTable([], page=0), "the page is 0; give its number, counted from 1, or None"),
    ],
)
def test_wrong_input_is_refused_with_the_remedy(call, message):
    """A value of another type is named, never taken for something else."""
    with pytest.raises(UsageError, match="no|is|a single") as caught:
        call()
    assert message in str(caught.value)


def test_a_float_is_refused_in_both_languages():
    """The table is named, and the message can be said in Chinese."""
    with pytest.raises(ReadingError) as caught:
        read_tables([ExtractedTable([["甲", 1.0]], name="t7.csv")])
    assert str(caught.value).startswith("t7.csv: a cell is 1.0, a float; give every cell as the text")
    assert caught.value.say("zh").startswith("t7.csv：有单元格是 1.0")
    with pytest.raises(FigureError):
        ExtractedTable([], unit="美元")


def test_bare_rows_are_tables_without_title_and_blank_tables_are_nothing():
    """A list of rows may stand for a table; a table without any text says nothing."""
    disclosure = read_tables([[*grid("支出总表||"), SHORT, *BODY], [["", None]], []])
    assert [table.kind.key for table in disclosure.tables] == ["expenditure_summary"]
    assert disclosure.unread == ()


def test_the_text_of_the_pages_gives_title_year_and_narrative():
    """What the text says is kept; the tables come from the extractor only."""
    text = "某局2021年部门预算\n一、收支情况\n2021年支出总计10.00万元。\n"
    disclosure = read_tables([ExtractedTable([SHORT, *BODY], "支出总表", "万元")], text=text, source="a.pdf")
    assert (disclosure.title, disclosure.entity, disclosure.year) == ("某局2021年部门预算", "某局", 2021)
    assert len(disclosure.tables) == 1
    assert disclosure.claims
    assert disclosure.source == "a.pdf"


NESTED = grid(
    "|部门：|||某局|||单位：万元|",
    "|科目编码|||科目名称|||金额|",
    "||||||||",
    "|合计||||||10.00|",
    "301|||工资福利支出||||  |",
    "|||||||7.00|",
    "30101|||基本工资|||3.00||",
    "30102|||津贴补贴|||4.00||",
    "302|||商品和服务支出||||3.00|",
    "30201|||办公费|||1.00||",
    "30202|||印刷费|||2.00||",
)


def test_nested_columns_are_put_under_the_headings_of_a_known_form():
    """Codes and figures beside their headings, and an amount in a row of its own, find their one place."""
    (table,) = read_tables([ExtractedTable(NESTED, BASIC)]).tables
    (side,) = table.sides
    assert (table.kind.key, table.unit) == ("fiscal_appropriation_basic", Unit.WAN_YUAN)
    assert labels(side)[:3] == ["合计", "301 工资福利支出", "30101 基本工资"]
    assert [row[0] for row in figures(side)] == [f"{n}.00万元" for n in (10, 7, 3, 4, 3, 1, 2)]
    assert aspects(table, 2) == [Aspect.HEADINGS, Aspect.ROWS]
    assert check_sums(table).summary[Outcome.PASSED] == 3


def test_an_amount_between_two_rows_without_amount_stays_where_it_is():
    """Neither row is its certain owner."""
    rows = [FUNCTION, *grid("201|甲事务|", "||5.00", "20101|乙事务|", "2010101|丙|5.00")]
    (table,) = read_tables([ExtractedTable(rows, "财政拨款支出预算表", "元")]).tables
    assert labels(table.sides[0]) == ["201 甲事务", "", "20101 乙事务", "2010101 丙"]
    assert aspects(table) == [Aspect.ROWS]


SUMMARY_HEAD = grid("收入||支出|||", "项目名称|金额|功能分类||支出用途|", "||功能科目名称|金额|项目名称|金额")


def test_names_broken_over_rows_are_joined():
    """Halves above and below a row of one line, the rest of a name below it, and a label in the column of amounts."""
    body = grid(
        "一、财政拨款|5.00|一、一般公共服务支出|5.00|一、基本支出|5.00",
        "2.政府性基金||||三、单位预留机动|",
        "||三、国防支出|||",
        "预算||||经费|",
        "||九、医疗卫生与计划生育|||",
        "||支出|||",
        "收入合计|5.00||支出合计||5.00",
    )
    (table,) = read_tables([ExtractedTable(SUMMARY_HEAD + body, "收支预算总表", "元")]).tables
    assert [labels(side) for side in table.sides] == [
        ["一、财政拨款", "2.政府性基金预算", "收入合计"],
        ["一、一般公共服务支出", "三、国防支出", "九、医疗卫生与计划生育支出", "支出合计"],
        ["一、基本支出", "三、单位预留机动经费", "支出合计"],
    ]
    assert aspects(table, 4) == [Aspect.CELLS, *[Aspect.ROWS] * 3]


def test_a_name_at_the_middle_of_its_rows_belongs_to_their_subtotal():
    """收入预算总表 prints a merged name in the middle of its rows."""
    rows = grid(
        "项目名称||金额",
        "收入总计||6.00",
        "|小计|5.00",
        "一般公共预算资金|公共财政拨款(补助)资金|5.00",
        "|专项收入|",
        "其他资金|小计|1.00",
        "|其他收入|1.00",
    )
    (table,) = read_tables([ExtractedTable(rows, "收入预算总表", "元")]).tables
    assert labels(table.sides[0])[1:3] == ["一般公共预算资金 小计", "公共财政拨款(补助)资金"]
    assert aspects(table, 1) == [Aspect.ROWS]
    assert check_sums(table).summary[Outcome.PASSED] == 3


@pytest.mark.parametrize(
    ("head", "title", "kind"),
    [
        (["科目编码", "科目名称", "机关运行经费支出"], None, "agency_operating"),
        (["科目编码", "科目名称", "机关运行经费支出"], "算表", "agency_operating"),
        (["科目编码", "科目名称", "机关运行经费支出"], "支出预算表", "agency_operating"),
        (["科目编码", "科目名称", "机关运行经费支出"], "第二部分2019年度部门预算表", "agency_operating"),
        (["科目编码", "科目名称", "机关运行经费支出"], "上年执行情况表", None),
        (["科目编码", "科目名称", "机关运行经费支出"], "收入预算总表", None),
        (SHORT, None, None),
        (SHORT, "基本支出预算表", "basic_expenditure"),
        (FUNCTION, "支出预算表", None),
        (FUNCTION, "项目支出表", "project_expenditure"),
        (SHORT, BASIC, "fiscal_appropriation_basic"),
    ],
)
def test_the_kind_follows_from_title_and_headings_together(head, title, kind):
    """Headings tell the kind where only one has them; a title that contradicts them, or may be one of several, leaves it open."""
    (table,) = read_tables([ExtractedTable([head, *BODY], title, "元")]).tables
    assert (table.kind.key if table.kind else None) == kind
    assert table.title in {title or "", "机关运行经费表"}


def test_a_kind_told_by_headings_counts_only_once():
    """If another table bears the title, the one without stays of no known kind."""
    head = ["科目编码", "科目名称", "机关运行经费支出"]
    tables = [ExtractedTable([head, *BODY], "机关运行经费表"), ExtractedTable([head, *BODY])]
    assert [table.kind is None for table in read_tables(tables).tables] == [False, True]


def test_rows_of_a_later_page_continue_the_table():
    """Rows without headings go on with the codes, and the sums hold with them."""
    pages = [ExtractedTable([SHORT, *BODY[:4]], BASIC, "元"), ExtractedTable(BODY[4:])]
    disclosure = read_tables(pages)
    (table,) = disclosure.tables
    assert aspects(table, 1) == [Aspect.CONTINUATION]
    assert "the sums hold with these rows" in table.resolutions[0].evidence.en
    assert check_sums(disclosure).summary[Outcome.PASSED] == 3
    assert disclosure.unread == ()


def test_a_foreign_title_over_rows_without_headings_is_not_taken():
    """The sums prove that the rows belong to the table above, whatever title the extractor saw over them."""
    pages = [ExtractedTable([SHORT, *BODY[:4]], BASIC, "元"), ExtractedTable(BODY[4:], "收入预算总表")]
    (table,) = read_tables(pages).tables
    assert aspects(table, 2) == [Aspect.CONTINUATION, Aspect.TITLE]
    assert len(table.sides[0].rows) == 7


@pytest.mark.parametrize(
    "rows",
    [
        BODY[2:4],  # codes that do not go on
        grid("30203|咨询费|1.00|甲|乙|丙"),  # other columns
        grid("30203|9.00|咨询费"),  # figures where names stand
        grid("30203|咨询费|甲"),  # words where amounts stand
    ],
)
def test_rows_that_do_not_continue_a_table_stay_unread(rows):
    """Nothing says where they belong; a sum above that fails may lack them and is left open."""
    pages = [ExtractedTable([SHORT, *BODY[:6]], BASIC, "元"), ExtractedTable(rows)]
    disclosure = read_tables(pages)
    assert len(disclosure.unread) == 1
    report = check_sums(disclosure)
    assert not report.findings
    reasons = {judgement.reason for _, judgement in report.judgements(Outcome.UNDECIDED)}
    assert reasons == {Reason.CONTINUED}


def test_rows_without_headings_at_the_beginning_stay_unread():
    """There is no table above them, or only a title that does not fit."""
    disclosure = read_tables([ExtractedTable(BODY[5:]), ExtractedTable(BODY[5:], "支出总表")])
    assert disclosure.tables == ()
    assert [one.title for one in disclosure.unread] == ["", "支出总表"]


def test_rows_that_may_be_lost_between_pages_leave_totals_open():
    """The row below the page break is missing: total and category fail by it, and neither is an error."""
    pages = [ExtractedTable([SHORT, *BODY[:5]], BASIC, "元"), ExtractedTable([SHORT, *BODY[6:]], BASIC)]
    report = check_sums(read_tables(pages))
    assert not report.findings
    assert report.summary[Outcome.UNDECIDED] == 1


def test_an_error_away_from_the_page_break_is_still_found():
    """The subject that goes on over the break adds up, so that nothing was lost there."""
    wrong = [["", "合计", "11.00"], *BODY[1:]]
    pages = [ExtractedTable([SHORT, *wrong[:6]], BASIC, "元"), ExtractedTable([SHORT, *wrong[6:]], BASIC)]
    (finding,) = check_sums(read_tables(pages)).findings
    assert finding.equation == "11.00 = 7.00 + 3.00"


def test_a_title_at_the_foot_of_a_table_is_that_of_the_next():
    """The page break stands between a title and its table."""
    first = [SHORT, *BODY, ["一般公共预算基本支出预算表", "", ""], ["单位：元", "", ""]]
    disclosure = read_tables([ExtractedTable(first, BASIC, "元"), ExtractedTable([SHORT, *BODY])])
    assert [table.title for table in disclosure.tables] == [BASIC, "一般公共预算基本支出预算表"]
    assert disclosure.tables[1].unit is Unit.YUAN


def test_a_title_split_over_cells_is_one():
    """Words of a title may stand in neighbouring cells."""
    (table,) = read_tables([[["支出预算", "总表", ""], SHORT, *BODY]]).tables
    assert table.title == "支出预算总表"


def test_rows_that_hold_two_tables_are_no_one_table():
    """`read_rows` returns one table, and says so if the rows hold more."""
    rows = [SHORT, *BODY, ["收入预算总表", "", ""], SHORT, *BODY]
    with pytest.raises(
        ReadingError, match="the rows hold 2 tables that run together; give them to read_tables"
    ):
        read_rows(rows, title=BASIC, unit="元")


def test_a_unit_that_is_not_stated_is_that_of_all_others():
    """It is taken if another table prints the largest amount, and not otherwise."""
    other = [FUNCTION, ["", "合计", "10.00"], ["201", "甲", "10.00"]]
    tables = [ExtractedTable([SHORT, *BODY], BASIC), ExtractedTable(other, "支出预算总表", "万元")]
    (table, _) = read_tables(tables).tables
    assert (table.unit, aspects(table, 1)) == (Unit.WAN_YUAN, [Aspect.UNIT])
    other[1][2] = other[2][2] = "11.00"
    tables[1] = ExtractedTable(other, "支出预算总表", "万元")
    assert read_tables(tables).tables[0].unit is None


def test_a_table_printed_twice_counts_once():
    """The beginning of a table, printed again in full, goes to what is unread; two different tables stay."""
    whole = ExtractedTable([SHORT, *BODY], BASIC, "元")
    disclosure = read_tables([ExtractedTable([SHORT, *BODY[:1]], BASIC, "元"), whole, whole])
    assert len(disclosure.tables) == 1
    assert [len(one.rows) for one in disclosure.unread] == [2, 8]
    changed = ExtractedTable([SHORT, ["", "合计", "错"], ["301", "工资福利支出", "9.00"]], BASIC, "元")
    assert len(read_tables([changed, whole]).tables) == 2


def test_figures_in_a_column_without_heading_are_put_below_the_one_beside_it():
    """A nested ruling leaves the figure beside its heading; where two places come into question all of them stay open."""
    head = ["科目编码", "科目名称", "合计", "", "甲", "乙"]
    rows = [head, ["201", "子", "", "3.00", "1.00", "2.00"], ["202", "丑", "", "5.00", "2.00", "3.00"]]
    (table,) = read_tables([ExtractedTable(rows, "支出总表", "元")]).tables
    assert columns(table.sides[0]) == ["合计", "甲", "乙"]
    assert texts(table.sides[0]) == [["3.00", "1.00", "2.00"], ["5.00", "2.00", "3.00"]]
    rows = [head, ["201", "子", "", "3.00", "", "3.00"], ["202", "丑", "5.00", "", "2.00", "3.00"]]
    rows = [[*row[:4], "", *row[4:]] for row in rows]
    rows[0] = ["科目编码", "科目名称", "合计", "", "甲", "", "乙"]
    rows[1] = ["201", "子", "", "3.00", "", "", "3.00"]
    rows[2] = ["202", "丑", "5.00", "", "2.00", "", "3.00"]
    (table,) = read_tables([ExtractedTable(rows, "支出总表", "元")]).tables
    assert aspects(table, 1) == [Aspect.COLUMNS]
    assert not check(table).findings


def test_forms_are_read_as_they_are():
    """Forms of targets keep their rows, over pages without titles too."""
    rows = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "人数", "≥3人"]]
    more = [["产出指标", "质量指标", "合格率", "≥90%"]]
    disclosure = read_tables([ExtractedTable(rows, "项目绩效目标表"), ExtractedTable(more)])
    assert [one.target for one in disclosure.indicators] == ["≥3人", "≥90%"]


WIDE = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["", "合计", "9.00", "5.00", "4.00"],
    ["201", "甲", "2.00", "2.00", ""],
    ["202", "乙", "3.00", "3.00", ""],
    ["203", "丙", "4.00", "", "4.00"],
]


def test_a_row_one_column_off_is_moved_where_the_totals_prove_it():
    """As printed neither the row nor the totals add up; one column to the left all do."""
    rows = [*WIDE[:3], ["202", "乙", "", "3.00", "3.00"], WIDE[4]]
    (table,) = read_tables([ExtractedTable(rows, "支出总表", "元")]).tables
    assert texts(table.sides[0])[2] == ["3.00", "3.00", ""]
    assert (aspects(table, 1), table.resolutions[0].line) == ([Aspect.CELLS], 4)
    assert not check_sums(table).findings


def test_a_row_that_may_be_one_column_off_is_left_open():
    """Without totals nothing tells whether the first amount is missing or all stand one column off."""
    rows = [WIDE[0], WIDE[2], ["202", "乙", "", "3.00", "3.00"], WIDE[4]]
    (table,) = read_tables([ExtractedTable(rows, "支出总表", "元")]).tables
    assert texts(table.sides[0])[1] == ["", "", ""]
    assert aspects(table, 1) == [Aspect.CELLS]
    assert not check_sums(table).findings


def test_a_row_that_adds_up_nowhere_stays_as_printed():
    """A wrong amount is an error of the document, wherever it would stand."""
    rows = [*WIDE[:3], ["202", "乙", "3.00", "2.00", ""], WIDE[4]]
    report = check_sums(read_tables([ExtractedTable(rows, "支出总表", "元")]))
    assert report.findings[0].equation == "3.00 = 2.00"


TWO_LEVELS = grid("科目编码|科目名称|基本支出||", "||小计|人员经费|公用经费")


def test_headings_repeated_in_part_are_no_rows():
    """Of two heading rows only the last is printed again on the next page."""
    first = [*TWO_LEVELS, *grid("|合计|9.00|6.00|3.00", "201|甲|5.00|3.00|2.00")]
    second = [["", "", "小计", "人员经费", "公用经费"], *grid("202|乙|4.00|3.00|1.00")]
    disclosure = read_tables([ExtractedTable(first, "支出总表", "元"), ExtractedTable(second)])
    assert labels(disclosure.tables[0].sides[0]) == ["合计", "201 甲", "202 乙"]
    assert disclosure.unread == ()
    assert check_sums(disclosure).summary[Outcome.PASSED] == 6


def test_rows_without_codes_may_continue_a_table_of_codes():
    """Nothing in them contradicts that, and the sums hold with them; columns of text are left alone."""
    head = ["科目编码", "科目名称", "金额", "备注"]
    first = [head, ["201", "甲", "1.00", "无"], ["202", "乙", "2.00", ""]]
    disclosure = read_tables(
        [ExtractedTable(first, "支出总表", "元"), ExtractedTable([["", "合计", "3.00", ""]])]
    )
    assert len(disclosure.tables[0].sides[0].rows) == 3
    assert check_sums(disclosure).summary[Outcome.PASSED] == 1


def test_a_side_that_ends_above_the_joint_lacks_nothing():
    """On the second page only the right side of a summary goes on."""
    rows = grid("一、财政拨款|5.00|一、一般公共服务支出|4.00|一、基本支出|5.00")
    more = grid("||二、外交支出|1.00||", "||当年支出小计|||5.00", "收入合计|5.00|支出合计|||5.00")
    tables = [ExtractedTable([*SUMMARY_HEAD, *rows], "收支预算总表", "元"), ExtractedTable(more[:2])]
    disclosure = read_tables(tables)
    assert [len(side.rows) for side in disclosure.tables[0].sides] == [1, 3, 2]
    assert not check_sums(disclosure).findings


def test_headings_of_a_shape_over_other_rows_are_read_as_they_stand():
    """项目名称 and 金额 stand over many tables; without 收入总计 nothing says that it is one of revenue."""
    rows = grid("项目名称||金额", "甲||1.00", "乙||2.00")
    (table,) = read_tables([ExtractedTable(rows, None, "元")]).tables
    assert (table.kind, labels(table.sides[0])) == (None, ["甲", "乙"])


def test_line_breaks_in_cells_do_not_count():
    """In numbers they stand anywhere, in names between characters."""
    rows = [["科目编码", "科目名称", "金\n额"], ["20\n1", "一般公共\n服务支出", "3,000\n.00"]]
    (table,) = read_tables([ExtractedTable(rows, "支出总表", "元")]).tables
    assert labels(table.sides[0]) == ["201 一般公共服务支出"]
    assert figures(table.sides[0]) == [["3000.00元"]]


def test_the_name_of_a_good_begins_no_table():
    """A lone name that ends in 表 is no title if it names no table."""
    rows = [SHORT, *BODY[:3], ["仪器仪表", "", ""], *BODY[3:]]
    assert len(read_tables([ExtractedTable(rows, BASIC, "元")]).tables) == 1


def test_a_table_without_labels_is_told_by_its_title():
    """A single row of amounts needs no names, if the title says what it is."""
    rows = grid("总计|甲项|乙项", "3.00|1.00|2.00")
    (table,) = read_tables([ExtractedTable(rows, "支出总表", "元")]).tables
    assert (table.kind.key, columns(table.sides[0])) == ("expenditure_summary", ["总计", "甲项", "乙项"])
