"""Tables without cell borders: what is read of them, what stays open, and what is left unread."""

import pytest

from flat_documents import SIDES, SUMMARY, TITLE, document, printed, read
from govbudget import read_text
from govbudget.labels import normalise
from govbudget.relations import Reason
from govbudget.reports import reading_text
from govbudget.serialization import disclosure_data
from govbudget.vocabulary import ColumnRole, flat_words, vocabulary


def test_blank_cells_are_recovered_by_row_and_by_totals():
    """The first row has one placement; of two for each other row, one agrees with the totals."""
    table = read(
        "合计 12.00 9.00 5.00 4.00 3.00",
        "201 甲 3.00 3.00",
        "208 乙 5.00 5.00 5.00",
        "210 丙 4.00 4.00 4.00",
        "备注：无",
    )
    assert printed(table) == [
        " | 合计 | 12.00 | 9.00 | 5.00 | 4.00 | 3.00",
        "201 | 甲 | 3.00 |  |  |  | 3.00",
        "208 | 乙 | 5.00 | 5.00 | 5.00 |  | ",
        "210 | 丙 | 4.00 | 4.00 |  | 4.00 | ",
    ]
    told = [row.recovery.en if row.recovery else None for row in table.sides[0].rows]
    assert told == [
        None,
        "its 2 numbers fit the 5 columns in one way only",
        *["of 2 placements of its 3 numbers that agree with the row, one agrees with the totals"] * 2,
    ]
    assert (table.notes, table.lines, [unit.value for unit in table.units]) == (
        ("备注：无",),
        (1, 9),
        ["万元"],
    )
    assert [column.role for column in table.sides[0].columns] == [ColumnRole.AMOUNT] * 5


def test_what_can_stand_in_several_columns_stays_open():
    """Two rows of the same amount can be exchanged; what both choices agree on is placed."""
    table = read("合计 10.00 10.00 5.00 5.00", "201 甲 5.00 5.00 5.00", "208 乙 5.00 5.00 5.00")
    assert printed(table)[1:] == ["201 | 甲 | 5.00 | 5.00 | ? | ? | ", "208 | 乙 | 5.00 | 5.00 | ? | ? | "]
    assert [problem.en for problem in table.problems[1:]] == [
        "the numbers of 2 rows can be placed in several ways and are left open, first in line 6 '201 甲'"
    ]
    assert table.sides[0].rows[1].recovery.zh == "3 个数有 2 种放法，未定"


def test_a_number_too_many_is_told():
    """It stands in no column; without totals that agree with the others, or with two candidates, nothing is said."""
    table = read("合计 9.00 4.00 3.00 1.00 5.00", "201 甲 4.00 4.00 3.00 1.00", "208 乙 5.00 1.00 5.00")
    assert printed(table)[2] == "208 | 乙 | 5.00 |  |  |  | 5.00"
    assert [problem.zh for problem in table.problems[1:]] == [
        "第 7 行“208 乙”：第 2 个数 1.00 多余：它不属于任何一栏，其余各数与本行及各行之和相符"
    ]
    alone = read("208 乙 5.00 1.00 5.00")
    assert printed(alone) == ["208 | 乙 | ? | ? | ? | ? | ?"]
    assert "unless one is left out" in alone.problems[1].en


def test_numbers_that_fit_nowhere_are_told():
    """A row that no placement explains stays open; so does the sum it takes part in."""
    table = read("合计 9.00 4.00 4.00 5.00", "201 甲 4.00 4.00 4.00", "208 乙 5.00 2.00")
    assert printed(table)[2] == "208 | 乙 | ? | ? | ? | ? | ?"
    assert table.problems[1].zh == "第 7 行“208 乙”：2 个数放不进 5 栏，未定"


def test_rows_with_too_many_placements_stay_open():
    """Noughts and ones fit 18 columns in more ways than are tried, with all numbers or without one of them."""
    head = (
        "部门（单位）代码 部门（单位）名称 总计 本年收入 上年结转结余",
        "合计 一般公共预算 政府性基金预算 国有资本经营预算 财政专户管理资金收入 事业收入 事业单位经营收入 上级补助收入 附属单位上缴收入 其他收入",
        "合计 一般公共预算 政府性基金预算 国有资本经营预算 财政专户管理资金 单位资金",
    )
    rows = ("048001 甲 " + " ".join(["0.00"] * 9), "048002 乙 9.00 " + " ".join(["0.00"] * 9))
    table = read(*rows, title="2022 年部门收入预算表", head=head)
    assert [cell.reason for row in table.sides[0].matrix for cell in row] == [Reason.ABSENT] * 34
    assert "too many ways" in table.sides[0].rows[0].recovery.en
    assert [problem.zh for problem in table.problems[1:]] == [
        "2 行的数有多种放法，未定；第一处是第 6 行“048001 甲”"
    ]


def test_rows_that_do_not_add_up_are_told():
    """Every placement of the rows contradicts the total: they are placed by themselves, or stay open."""
    table = read("合计 9.00 4.00 4.00 5.00", "201 甲 7.00 7.00 7.00", "208 乙 5.00 5.00")
    assert printed(table)[1:] == ["201 | 甲 | 7.00 | 7.00 | ? | ? | ", "208 | 乙 | 5.00 |  |  |  | 5.00"]
    assert "第 5 行“合计”：其下 2 行怎样放都不等于它" in [problem.zh for problem in table.problems]


def test_names_and_codes_may_stand_on_lines_of_their_own():
    """A name is broken below its code; a code alone on a line is no number of a page, but a number between rows is."""
    table = read(
        "合计",
        "8.00 8.00",
        "7",
        "201",
        "一般公共",
        "服务",
        "5.00 5.00",
        "208",
        "社会保障",
        "3.00 3.00",
        "99 / 99",
    )
    assert printed(table) == [
        " | 合计 | 8.00 |  |  |  | 8.00",
        "201 | 一般公共服务 | 5.00 |  |  |  | 5.00",
        "208 | 社会保障 | 3.00 |  |  |  | 3.00",
    ]


def test_pages_repeat_title_and_headings():
    """They are dropped, with the number of the next table; other headings make the table unread."""
    page = document("201 甲 5.00 5.00") + "18 / 54\n预算 03 表\n"
    (table,) = read_text(page + document("208 乙 3.00 3.00", "合计 8.00 8.00")).tables
    assert [row.line for row in table.sides[0].rows] == [5, 12, 13]
    other = read_text(page + document("208 乙 3.00", head=("科目编码 科目名称 金额",)))
    assert (other.tables, len(other.unread)) == ((), 1)
    below = read_text(document("201 甲 5.00 5.00", "注：甲") + document("208 乙 3.00 3.00"))
    assert (below.tables, len(below.unread)) == ((), 1)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("201 甲 5.00 5.00", "其他 说明"),
        ("201 甲 5.00 5.00.0",),
        ("201 甲 1.00 1.00 1.00 1.00 1.00 1.00",),
        ("5.00 5.00",),
        ("201 甲 5.00 乙 5.00",),
        ("201 甲 5.00 5.0",),
        ("201 甲", "乙 5.00 5.00"),
        ("201 208 5.00 5.00",),
        ("048 5.00 5.00",),
        ("甲局 5.00 5.00", "201", "一般公共", "服务", "5.00 5.00"),
        ("甲", "乙", "合计 5.00 5.00"),
        ("201 12 甲 5.00 5.00",),
    ],
)
def test_lines_that_do_not_fit_leave_a_table_unread(lines):
    """No rows, text below them, too many or broken amounts, rows without labels, codes within names, rows that may run together."""
    assert read(*lines) is None


def test_names_alone_are_not_broken():
    """Without codes, two lines may be one name or two rows; unknown headings are not guessed."""
    head = ("科目名称 合计 基本支出 项目支出",)
    assert printed(read("教育支出 5.00 5.00 0.00", head=head)) == [" | 教育支出 | 5.00 | 5.00 | 0.00"]
    assert read("教育", "支出 5.00 5.00 0.00", head=head) is None
    assert read("教育支出 5.00", head=("科目名称 甲栏",)) is None


def test_a_row_may_have_no_amounts():
    """The next row begins with a code, or it is the total."""
    table = read("201 甲", "208 乙 3.00 3.00", "210 丙", "合计 3.00 3.00")
    assert [line.rstrip(" |") for line in printed(table)] == [
        "201 | 甲",
        "208 | 乙 | 3.00 |  |  |  | 3.00",
        "210 | 丙",
        " | 合计 | 3.00 |  |  |  | 3.00",
    ]


def test_units_have_codes_of_their_own():
    """The code of a unit stands below the heading of subjects if there is none of units; projects repeat it."""
    table = read("048 某局 3.00 3.00", "208 乙 3.00 3.00")
    assert [(row.code, row.kind.value, row.parent) for row in table.sides[0].rows] == [
        ("048", "organisation", None),
        ("208", "subject", 0),
    ]
    head = (
        "部门（单位）代码 部门（项目）名称 项目类型 合计 本年拨款",
        "一般公共预算 政府性基金预算 国有资本经营预算",
    )
    rows = (
        "048001 某局 3.00 3.00",
        "048001 办公楼 维修 特定目标类 1.00 1.00",
        "048001 培训 其他运转类 2.00 2.00",
    )
    projects = read(*rows, title="项目支出预算表", head=head)
    assert [(row.label, row.kind.value, row.parent) for row in projects.sides[0].rows] == [
        ("某局", "organisation", None),
        ("办公楼 维修", "detail", 0),
        ("培训", "detail", 0),
    ]
    assert printed(projects)[0] == "048001 | 某局 | 3.00 | ? | ? | ?"


def test_a_column_of_fixed_words_without_any_leaves_a_table_unread():
    """It could hold amounts as well."""
    head = (
        "部门（单位）代码 部门（项目）名称 项目类型 合计 本年拨款",
        "一般公共预算 政府性基金预算 国有资本经营预算",
    )
    assert read("048001 某局 3.00 3.00", title="项目支出预算表", head=head) is None


def test_pairs_of_codes_are_told_by_their_places():
    """A departmental and a governmental subject with their names; a row may have only the first."""
    head = (
        "部门预算支出经济分类 政府预算支出经济分类 本年一般公共预算基本支出",
        "科目编码 科目名称 科目编码 科目名称 合计 人员经费 公用经费",
    )
    table = read(
        "301 工资福利支出 3.00 3.00",
        "30101",
        "基本",
        "工资",
        "50101 工资奖金津补贴 3.00 3.00",
        title="基本支出表",
        head=head,
    )
    assert [row.codes for row in table.sides[0].rows] == [("301",), ("30101", "50101")]
    assert table.sides[0].rows[1].labels == ("30101", "基本工资", "50101", "工资奖金津补贴")


def test_a_table_without_labels_is_one_row():
    """三公 tables print one row of amounts."""
    head = (
        "“三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费",
        "小计 公务用车购置费 公务用车运行费",
    )
    table = read("20.30 19.00 18.00 1.00 1.30", title="一般公共预算“三公”经费预算表", head=head)
    assert printed(table) == [" |  | 20.30 |  | 19.00 | 18.00 | 1.00 | 1.30"]
    assert read("20.30 19.00 18.00 1.00 1.30", title="某某情况表", head=head) is None


def test_revenue_beside_expenditure():
    """Labels with their amounts on two sides; a label alone continues the numbers of one of them."""
    table = read(*SUMMARY, title="部门收支预算表", head=SIDES)
    assert printed(table) == [
        " | 一、一般公共预算 | 6.00",
        " | 其中：财政拨款 | ",
        " | 二、政府性基金预算拨款收入 | 1.00",
        " | 本年收入合计 | 7.00",
        " | 上年结转 | ",
        " | 收入总计 | 7.00",
    ]
    assert printed(table, 1)[3] == " | 八、预备费 | "
    assert len(table.problems) == 0


def test_other_sides_than_revenue_and_expenditure_are_not_read():
    """A third side, or one with codes."""
    assert (
        read("一、甲 1.00", title="部门收支预算表", head=("项目 金额 科目名称 合计 单位代码 基本支出",))
        is None
    )
    assert read("一、甲 1.00", title="部门收支预算表", head=("项目 金额 单位代码 科目名称 合计",)) is None


def test_numbers_of_pages_stand_between_the_rows_of_two_sides():
    """They are no labels."""
    assert read(*SUMMARY[:3], "208", *SUMMARY[3:], title="部门收支预算表", head=SIDES) is not None


FUNDS = ("部门（单位）代码 部门（单位）名称 合计 一般公共预算 政府性基金预算 国有资本经营预算 单位资金",)


def funds(*summary, rows=("048 某局 7.00 6.00 1.00",)):
    """A table by source of money, after a summary of revenue."""
    texts = [document(*summary, title="部门收支预算表", head=SIDES)] if summary else []
    texts.append(document(*rows, title="部门收入预算表", head=FUNDS))
    return read_text("".join(texts)).tables[-1]


def test_a_summary_of_revenue_tells_which_sources_pay():
    """Columns of sources that give nothing hold nothing; without such a summary several columns are possible."""
    assert printed(funds(*SUMMARY)) == ["048 | 某局 | 7.00 | 6.00 | 1.00 |  | "]
    unnamed = funds(*SUMMARY[:3], "三、捐赠收入 八、预备费", *SUMMARY[4:])  # blank, so it leaves nothing out
    assert printed(unnamed) == printed(funds(*SUMMARY))
    assert funds(*SUMMARY).sides[0].rows[0].recovery.zh == "3 个数只有一种放法合于本行及其他表所列"
    assert printed(funds()) == ["048 | 某局 | 7.00 | ? | ? | ? | ?"]


@pytest.mark.parametrize(
    "summary",
    [
        ("一、一般公共预算 6.00 一、教育支出", *SUMMARY[3:]),
        ("一、一般公共预算 6.0 一、教育支出 7.0", "本年收入合计 6.0 本年支出合计 7.0"),
        ("一、一般公共预算 6.00 一、教育支出", "二、捐赠 1.00 二、其他", *SUMMARY[4:]),
        ("一、一般公共预算 6.00 一、教育支出", "二、一般公共预算收入 1.00 二、其他", *SUMMARY[4:]),
        ("一、一般公共预算 一、教育支出", "本年收入合计 本年支出合计 7.00"),
        ("一、一般公共预算 6.00 一、教育支出 6.00",),
    ],
)
def test_a_summary_that_leaves_something_out_tells_nothing(summary):
    """It does not add up, has other decimals, a source that is not known or named twice, no amounts, or no total."""
    assert "?" in printed(funds(*summary))[0]


def test_an_amount_above_what_a_source_gives_is_placed_without_it():
    """Where the other table contradicts the row, only the row counts."""
    assert "?" in printed(funds(*SUMMARY, rows=("048 某局 9.00 8.00 1.00",)))[0]


def test_the_table_of_the_whole_tells_of_its_part():
    """A subject of 政府性基金 has no more below a heading than in the table of all expenditure."""
    whole = document("合计 8.00 5.00 5.00 3.00", "208 甲 5.00 5.00 5.00", "212 乙 3.00 3.00")
    same = document("212 乙 3.00 3.00 3.00", title="政府性基金支出预算表", head=CODES_OF_PROJECTS)
    part = read_text(document(*ROWS, head=CODES_OF_PROJECTS) + same).tables[-1]
    assert printed(part) == ["212 | 乙 | 3.00 | 3.00 |  | 3.00"]
    twice = read_text(document(*ROWS, "212 乙 1.00 1.00 1.00", head=CODES_OF_PROJECTS) + same).tables[-1]
    assert printed(twice) == ["212 | 乙 | 3.00 | 3.00 | ? | ?"]
    assert len(read_text(whole + same).tables) == 2


CODES_OF_PROJECTS = ("科目编码 科目名称 合计 项目支出", "小计 其他运转类 特定目标类")
ROWS = ("212 乙 3.00 3.00 3.00", "208 甲 5.00 5.00 5.00 0.00", "合计 8.00 8.00 5.00 3.00")


def test_the_reader_says_what_was_recovered():
    """In the text of `read`, grouped by how it was done, and in the JSON shape."""
    disclosure = read_text(document("合计 8.00 5.00 5.00 3.00", "201 甲 5.00 5.00 5.00", "208 乙 3.00 3.00"))
    said = reading_text(disclosure, lang="en")
    assert "blank cells recovered, lines 5, 6: its" not in said
    assert "  blank cells recovered, lines 7: its 2 numbers fit the 5 columns in one way only" in said
    rows = disclosure_data(disclosure)["tables"][0]["sides"][0]["rows"]
    assert rows[2]["recovery"]["zh"] == "2 个数放进 5 栏，只有一种放法合于本行"
    assert (
        disclosure_data(read_text("项目\t金额\n甲\t1.00"))["tables"][0]["sides"][0]["rows"][0]["recovery"]
        is None
    )


def test_what_stands_below_a_rebuilt_table_is_listed():
    """Another table whose unit is not stated beside its title does not vanish with the one above it."""
    rest = "2022年项目绩效目标表\n甲 乙\n2022年项目绩效目标表\n丙\n丁\n戊\n己\n"
    disclosure = read_text(document("201 甲 5.00 5.00") + rest + document("201 甲", title="某某支出表"))
    assert [table.title for table in disclosure.tables] == [TITLE]
    assert [(one.title, one.lines) for one in disclosure.unread] == [
        ("2022年项目绩效目标表", (6, 12)),
        ("某某支出表", (13, 17)),
    ]


def test_contradictory_units_leave_a_table_unread():
    """Amounts in 元 and in 万元 are not told apart."""
    text = document("201 甲 5.00 5.00").replace("万元", "万元 单位：元")
    assert (read_text(text).tables, len(read_text(text).unread)) == ((), 1)


def test_the_words_are_in_normal_form():
    """Every heading of a group is known as a heading, and all words are as labels are compared."""
    words = flat_words()
    known = words.top | {part.label for rows in words.groups.values() for row in rows for part in row}
    assert set(words.groups) <= known
    assert words.always <= set(words.groups)
    assert set(words.codes) | set(words.choices) <= known
    kinds = {kind.key for kind in vocabulary().tables}
    assert set(words.wholes) | set(words.wholes.values()) <= kinds
    assert all(normalise(label) == label for label in known)
    assert len({name for name, _ in words.sources}) == len(words.sources)
