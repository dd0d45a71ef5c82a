"""Rows of tables without cell borders that cannot be read: each stays open with its numbers, and the rest of the table is read."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flat_documents import NAMES, SIDES, SUMMARY, document, printed, read
from flat_texts import flats
from govbudget import check, read_text
from govbudget.disclosures import Aspect
from govbudget.relations import Outcome, Reason
from reading_budgets import budgets

WHOLE = ("合计 8.00 8.00 8.00", "208 甲 8.00 8.00 8.00", "20801 乙 5.00 5.00 5.00", "20802 丙 3.00 3.00 3.00")


def with_open_row(line, *, head=NAMES):
    """A table in which one row is printed otherwise: the texts of its rows, and what is left of the row on that line."""
    table = read(*WHOLE[:2], line, *WHOLE[3:], head=head)
    return printed(table), [(one.texts, one.row) for one in table.unplaced if one.line == 7]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("20801 乙 5.005.00 5.00", ("5.005.00", "5.00")),  # two numbers touch
        ("20801 乙 5.005.005.00", ("5.005.005.00",)),
        ("20801 乙 5.00.0", ("5.00.0",)),
        ("20801 乙 (5.00) (5.00) (5.00)", ("(5.00)", "(5.00)", "(5.00)")),  # none that is known here
        ("20801 乙 1 ,005.00", ("1", ",005.00")),  # a number in two pieces
    ],
)
def test_a_row_whose_numbers_cannot_be_read_stays_open(line, numbers):
    """Its label and code are read, all its columns are open, and its numbers are counted; the other rows are read."""
    rows, left = with_open_row(line)
    assert rows[2] == "20801 | 乙 | ? | ? | ? | ? | ?"
    assert [row.partition(" |")[0] for row in rows] == ["", "208", "20801", "20802"]
    assert left == [(numbers, "20801 乙")]
    table = read(*WHOLE[:2], line, *WHOLE[3:])
    assert table.sides[0].rows[2].recovery.zh == "数字残缺或连在一起"
    assert table.problems[1].zh == "第 7 行“20801 乙”：数字残缺或连在一起"


@pytest.mark.parametrize(
    ("line", "numbers", "name"),
    [
        ("20801 乙5.00 5.00 5.00", ("5.00", "5.00", "5.00"), "20801 乙"),  # a number touches the name
        ("20801乙 5.00 5.00 5.00", ("5.00", "5.00", "5.00"), "20801乙"),  # the code touches the name
        ("036001乙 5.00 5.00 5.00", ("5.00", "5.00", "5.00"), "036001乙"),
        ("20801 乙 5.00 20803 丁 5.00", ("5.00", "5.00"), "20801 乙"),  # two rows in one line
        ("20801 208 5.00 5.00", ("5.00", "5.00"), "20801 208"),
        ("20801 208 3.5期工程 5.00", ("5.00",), "20801 208 3.5期工程"),  # a count in the name
        ("20801 208 5.00年终结转", ("5.00",), "20801 208"),  # a number touches the name that follows
        ("某局 说明", (), ""),  # no row at all
    ],
)
def test_what_is_no_row_that_can_be_read_is_left_out(line, numbers, name):
    """Its numbers are counted as open, the other rows are read, and every figure says that rows may be missing."""
    rows, left = with_open_row(line)
    assert [row.partition(" |")[0] for row in rows] == ["", "208", "20802"]
    assert left == ([(numbers, name)] if numbers else [])
    table = read(*WHOLE[:2], line, *WHOLE[3:])
    assert {cell.reason for cell in table.cells()} == {Reason.CONTINUED}
    assert table.problems[-1].zh == f"第 7 行“{line}”未读：名称、编码和数字合不成一行"
    assert [one.choice.zh for one in table.resolutions if one.aspect is Aspect.ROWS][-1] == (
        "第 7 行未读，其余各行照读"
    )


@pytest.mark.parametrize("code", ["208 01 07", "208 0107", "2080107"])
def test_a_part_of_a_code_that_ran_into_a_name_is_not_dropped(code):
    """The columns of 款 and 项 are blank only where the name does not begin with what they hold."""
    head = ("科目编码 科目名称 合计 基本支出 项目支出", "类 款 项 小计 人员经费 公用经费")
    rows = [re.sub(r"^(\d{3})(\d{2})", r"\1 \2", row) for row in WHOLE]
    table = read(*rows[:2], f"{code}乙 5.00 5.00 5.00", rows[3], head=head)
    assert (len(table.sides[0].rows), table.unplaced[-1].row) == (3, f"{code}乙")
    kept = read(*rows[:2], "208 01 2022年乙（1.5期） 5.00 5.00 5.00", rows[3], head=head)
    assert printed(kept)[2] == "20801 | 2022年乙（1.5期） | 5.00 | 5.00 | ? | ? | "


def test_text_above_the_first_row_or_below_the_last_leaves_a_table_unread():
    """It may belong to the headings, or to what follows; a line with amounts is a row."""
    assert read("其他 说明", *WHOLE) is None
    assert read(*WHOLE, "其他 说明") is None
    assert read(*WHOLE, "本年 20803丁 3.00 万元。") is None
    assert len(printed(read(*WHOLE, "20803丁 3.00 3.00"))) == 4
    assert len(printed(read("20700丁 3.00 3.00", *WHOLE))) == 4
    assert read("合计 5.00.0", "208 甲 5.005.00") is None


def test_an_open_row_without_code_may_run_into_a_broken_name():
    """Where a row has no code, the last line of a name may be the name of the next row."""
    broken = ("20801", "乙", "丁", "5.00 5.00 5.00")
    assert read(*WHOLE[:2], "甲局", *broken, WHOLE[3]) is None
    assert printed(read(*WHOLE[:2], "20800甲局 5.00", *broken, WHOLE[3]))[2].startswith("20801 | 乙丁 | 5.00")


def test_more_numbers_than_columns_leave_one_out_or_stay_open():
    """One number too many is told if the sums agree without it; a row without label may be two."""
    head = ("科目编码 科目名称 合计 基本支出 项目支出",)
    table = read("合计 9.00 4.00 5.00", "201 甲 4.00 4.00 0.00", "208 乙 5.00 1.00 0.00 5.00", head=head)
    assert printed(table)[2] == "208 | 乙 | 5.00 | 0.00 | 5.00"
    assert "第 2 个数 1.00 多余" in table.problems[1].zh
    several = read(
        "合计 9.00 4.00 5.00", "201 甲 4.00 4.00 0.00 9.00 9.00", "208 乙 5.00 0.00 5.00", head=head
    )
    assert printed(several)[1] == "201 | 甲 | ? | ? | ?"
    assert [(one.texts, one.line) for one in several.unplaced] == [
        (("4.00", "4.00", "0.00", "9.00", "9.00"), 5)
    ]
    public = (
        "“三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费",
        "小计 公务用车购置费 公务用车运行费",
    )
    rows = "20.30 19.00 18.00 1.00 1.30 5.00 5.00 5.00"
    assert read(rows, title="一般公共预算“三公”经费预算表", head=public) is None


@pytest.mark.parametrize(
    "line",
    [
        "7.00 收入合计",
        "收入合计 7.00 8.00 支出合计 7.00",
        "教育 科学 其他",
        "年终结转",
        "六、甲",
        "三、 甲",
        "八、教 育支出",
        "八、甲 1.00 2.00",
        "三、甲7.00 八、乙 7.00",
        "三、甲 7.00八、乙 7.00",
        "三、甲7.00 八、乙7.00",
        "三、甲 7.00 八、乙7.00",
    ],
)
def test_a_line_of_an_uncertain_side_stays_open(line):
    """An amount first or run into a label, too many amounts or labels, a label without number, or one broken by a blank."""
    rows = (*SUMMARY[:3], line, *SUMMARY[4:])
    table = read(*rows, title="部门收支预算表", head=SIDES)
    without = read(*SUMMARY[:3], *SUMMARY[4:], title="部门收支预算表", head=SIDES)
    assert [printed(table, side) for side in (0, 1)] == [printed(without, side) for side in (0, 1)]
    left = [text for one in table.unplaced for text in one.texts]
    assert left == re.findall(r"\d\.\d\d", line)
    assert f"第 8 行“{line}”未读" in table.problems[-1].zh


def test_a_label_alone_is_held_against_the_lines_that_were_not_read():
    """Behind a line that is open, the numbers of one side may have gone on unseen."""
    lines = ("一、甲 1.00 四、乙 1.00", "二、丙")
    (table,) = [read(*lines, title="部门收支预算表", head=SIDES)]
    assert [len(printed(table, side)) for side in (0, 1)] == [2, 1]
    skipped = ("一、甲 1.00 一、乙 1.00", "二、丙 五、丁", "9.00", "六、戊", "三、己 六、庚")
    table = read(*skipped, title="部门收支预算表", head=SIDES)
    assert [len(printed(table, side)) for side in (0, 1)] == [3, 3]


HEAD = ("科目编码 科目名称 合计 基本支出 项目支出",)


def judged(*lines, title="2022 年部门支出预算表", more=""):
    """The rules that find something in a table, and the outcomes of those of one family by rule."""
    report = check(read_text(document(*lines, title=title, head=HEAD) + more))
    found = {one.rule.id for one in report.findings}
    undecided = {entry.rule.id for entry, _ in report.judgements(Outcome.UNDECIDED)}
    return found, undecided


def test_sums_across_a_row_do_not_need_the_rows_that_are_missing():
    """A row that contradicts itself fails; totals that may lack the row that is open do not, nor the subject of its items."""
    lines = (
        "合计 9.00 9.00 0.00",
        "208 甲 9.00 9.00 0.00",
        "20805乙 6.00 6.00 0.00",
        "2080501 丙 6.00 5.00 0.00",
    )
    found, undecided = judged(*lines, "20806 丁 3.00 3.00 0.00", "2080601 戊 3.00 3.00 0.00")
    assert "SUM-001" in found
    assert {"SUM-002", "SUB-005"}.isdisjoint(found)
    assert {"SUM-002", "SUB-005"} <= undecided


OTHER = """2022 年一般公共预算支出预算表
部门名称：某局 单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t8.00\t8.00\t0.00
208\t甲\t8.00\t8.00\t0.00
20801\t乙\t5.00\t5.00\t0.00
20802\t丙\t3.00\t3.00\t0.00
"""


def test_a_row_that_is_open_is_not_lost():
    """Another table prints its numbers below the same total; what the codes below a category add to is left open, too."""
    rows = ("20801 乙 5.005.00 0.00", "20802 丙 3.00 3.00 0.00")
    whole = ("合计 8.00 8.00 0.00", "208 甲 8.00 8.00 0.00", *rows)
    title = "2022 年财政拨款支出预算表"
    for lines in (whole, (whole[0], *rows)):
        found, undecided = judged(*lines, title=title, more=OTHER)
        assert not [one for one in found if one[:3] in {"SUM", "TIE"}]
        assert "SUM-002" in undecided


BREAKS = {
    "two numbers touch": lambda text: re.sub(r"(\.\d\d) (\d[\d,]*\.\d\d)\Z", r"\1\2", text),
    "a number touches the name": lambda text: re.sub(r"(\D) (\d[\d,]*\.\d\d)", r"\1\2", text, count=1),
    "the code touches the name": lambda text: re.sub(r"\A(\d+) (?=\D)", r"\1", text),
    "a word stands between the numbers": lambda text: re.sub(r"(\.\d\d) ", r"\1 某 ", text, count=1),
}


@settings(max_examples=60)
@given(budgets(), flats(), st.data())
def test_a_row_that_cannot_be_read_takes_nothing_with_it(budget, flat, data):
    """Whatever happens to one row, no other cell holds anything but what was printed in it, and no relation fails."""
    lines = flat.text(budget).split("\n")
    shape = re.compile(r"(?:\d{3}(?: ?\d{2}){0,2} )?\D+(?: \d[\d,]*\.\d\d)+")
    rows = [i for i, text in enumerate(lines) if shape.fullmatch(text) and "：" not in text]
    if not rows:
        return
    place = data.draw(st.sampled_from(rows))
    lines[place] = BREAKS[data.draw(st.sampled_from(sorted(BREAKS)))](lines[place])
    disclosure = read_text("\n".join(lines))
    whole = read_text(flat.text(budget))
    found = disclosure.coverage()
    assert found.tables + found.parts == 1
    assert not [one for one in check(disclosure).findings if one.rule.id[:3] in {"SUM", "TIE"}]
    if not (disclosure.tables and whole.tables):
        return
    truth = {
        row.line: cells
        for side in whole.tables[0].sides
        for row, cells in zip(side.rows, side.matrix, strict=True)
    }
    for side in disclosure.tables[0].sides:
        for row, cells in zip(side.rows, side.matrix, strict=True):
            for cell, other in zip(cells, truth[row.line], strict=True):
                is_open = any(one is not None and one.reason is Reason.ABSENT for one in (cell, other))
                assert is_open or (cell.text if cell else "") == (other.text if other else "")


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (
            ("20801 乙支出", "1.50", "5.00 5.00 5.00"),
            ["20801 乙支出 1.50", "5.00 5.00 5.00"],
        ),  # the end of a name
        (("20801 乙 5.00", "- 5.00 5.00"), ["20801 乙 5.00", "- 5.00 5.00"]),
        (("01", "乙 5.00 5.00 5.00"), ["01 乙 5.00 5.00 5.00"]),  # the end of a code, or the number of a page
        (("20801 乙 0 — 5.00",), ["20801 乙 0 — 5.00"]),  # cells that are no amounts
        (("20801 乙 0 5.00 5.00",), ["20801 乙 0 5.00 5.00"]),
        (("20801 乙 — — —",), ["20801 乙 — — —"]),
    ],
)
def test_what_may_be_a_part_of_a_label_or_of_its_cells_leaves_the_row_open(lines, texts):
    """A name is neither cut short nor made longer, and a code is not dropped."""
    table = read(*WHOLE[:2], *lines, *WHOLE[3:])
    assert [row.code for row in table.sides[0].rows] == [None, "208", "20802"]
    told = [match[1] for one in table.problems if (match := re.match(r"第 \d+ 行“(.*)”未读", one.zh))]
    assert told == texts


def test_the_number_of_a_page_above_a_row_without_code():
    """One digit is no part of a code, and a total has none."""
    assert printed(read(*WHOLE, "3", "某局 8.00 8.00 8.00"))[-1].startswith(" | 某局 |")
    assert printed(read(*WHOLE[1:], "13", "合计 8.00 8.00 8.00"))[-1].startswith(" | 合计 |")


def test_a_row_whose_name_was_taken_for_headings_leaves_the_table_unread():
    """Its code stands alone among them; nothing tells where the headings end."""
    head = ("科目编码 科目名称 金额",)
    lines = ("223", "国有资本经营预算", "支出 5.00", "合计 5.00")
    assert read(*lines, title="2021年国有资本经营预算支出情况表", head=head) is None
    named = read("223", "某种支出 5.00", "合计 5.00", title="2021年国有资本经营预算支出情况表", head=head)
    assert printed(named) == ["223 | 某种支出 | 5.00", " | 合计 | 5.00"]
