"""Lines and blocks: every delimited row of a text is kept as printed, and every line of prose stands around one."""

import pytest

from govbudget import ReadingError
from govbudget.reading import read_text
from govbudget.reading.pages import _blocks
from govbudget.reading.pages._blocks import split_blocks, split_lines


def rows_of(text):
    blocks, _ = split_blocks(split_lines(text, "x"))
    return [block.rows for block in blocks]


def prose_of(text):
    _, narrative = split_blocks(split_lines(text, "x"))
    return [(line.number, line.text) for line in narrative]


def test_tabs_part_cells():
    """A line with a tab is a row; blanks around cells go, blank cells stay."""
    assert rows_of("项目\t 金额 \t\n甲\t\t1.00") == [[["项目", "金额", ""], ["甲", "", "1.00"]]]


def test_bars_part_cells_of_markdown():
    """The outer bars are no cells, and the rule below the heading is no row."""
    assert rows_of("| 项目 | 金额 |\n|----|:---:|\n| 甲 | 1.00 |\n| 乙 | |") == [
        [["项目", "金额"], ["甲", "1.00"], ["乙", ""]]
    ]


@pytest.mark.parametrize("rule", ["|---|---|", "| --- | :--: |", "|:--|--:|", "|----", "  |---|---|  "])
def test_rules_of_markdown_are_no_rows(rule):
    """Rules are recognised with colons, blanks, and with or without the last bar."""
    assert rows_of(f"|甲|乙|\n{rule}\n|1|2|") == [[["甲", "乙"], ["1", "2"]]]


@pytest.mark.parametrize("row", ["| - | - |", "| — | — |", "|-|1|"])
def test_dashes_in_cells_are_no_rules(row):
    """A row of single dashes prints that nothing is there; it is a row."""
    assert len(rows_of(f"|甲|乙|\n{row}")[0]) == 2


def test_the_closing_bar_may_be_missing():
    """A row of Markdown may end with a bar, with blanks after it, or without."""
    assert rows_of("|甲|1\n|乙|2|\n|丙|3|  ") == [[["甲", "1"], ["乙", "2"], ["丙", "3"]]]


def test_a_lone_bar_is_a_blank_row():
    """Nothing but a bar has one blank cell."""
    assert rows_of("|") == [[[""]]]


def test_escaped_bars_and_breaks_belong_to_their_cells():
    r"""`\|` is a bar in a cell and `<br>` a line break in it."""
    assert rows_of("| 甲\\|乙 | 一般公共预算<br>结转结余 |") == [[["甲|乙", "一般公共预算\n结转结余"]]]


def test_markdown_may_contain_tabs():
    """A row that begins with a bar is Markdown whatever else is in it."""
    assert rows_of("| 甲\t乙 | 1 |") == [[["甲\t乙", "1"]]]


def test_the_two_styles_do_not_mix_in_a_block():
    """Tab-separated rows directly below a Markdown table are another block."""
    assert rows_of("|甲|1|\n乙\t2") == [[["甲", "1"]], [["乙", "2"]]]


def test_prose_parts_blocks_and_stands_around_them():
    """Text lines belong to the block after and before them; blank lines part blocks without leaving a line."""
    blocks, _ = split_blocks(split_lines("前\n甲\t1\n中\n乙\t2\n\n丙\t3\n后", "x"))
    around = [([line.text for line in block.before], [line.text for line in block.after]) for block in blocks]
    assert around == [(["前"], ["中"]), (["中"], []), ([], ["后"])]
    assert [block.lines for block in blocks] == [[2], [4], [6]]


def test_a_markdown_rule_alone_is_no_table():
    """A rule without rows leaves no block."""
    assert rows_of("前\n|---|---|\n后") == []


def test_marks_of_markdown_go_from_prose():
    """Headings, emphasis and quotations are read as the text that they mark."""
    assert prose_of("# 标题\n\n## **收支总表**\n> 单位：万元\n第#1号") == [
        (1, "标题"),
        (3, "收支总表"),
        (4, "单位：万元"),
        (5, "第#1号"),
    ]


@pytest.mark.parametrize(
    "line", ["12", "- 3 -", "— 3 —", "第 3 页", "3/12", "第3页，共12页", "第3页共 12 页", " 7 ", "1 / 9"]
)
def test_page_furniture_is_dropped(line):
    """Page numbers are neither prose nor do they keep a table from its continuation."""
    assert prose_of(f"前\n{line}\n后") == [(1, "前"), (3, "后")]


@pytest.mark.parametrize("line", ["2021", "12元", "3.", "第3条", "1 2 3", "1,234"])
def test_other_short_lines_are_prose(line):
    """A year, an amount or a numbered heading is no page number."""
    assert (2, line) in prose_of(f"前\n{line}\n后")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_all_line_ends_are_the_same(newline):
    """Texts from any system give the same rows and line numbers."""
    blocks, narrative = split_blocks(split_lines(newline.join(["前", "甲\t1", "乙\t2", "后"]), "x"))
    assert [block.rows for block in blocks] == [[["甲", "1"], ["乙", "2"]]]
    assert [line.number for line in narrative] == [1, 4]


def test_a_very_long_line_is_refused_with_its_place(monkeypatch):
    """A line that cannot be text of a document is refused, in both languages, with its number."""
    monkeypatch.setattr(_blocks, "MAX_LINE", 10)
    with pytest.raises(ReadingError) as caught:
        read_text("短\n" + "长" * 11, "a.txt")
    assert caught.value.place == "a.txt:2"
    assert caught.value.say("zh") == "a.txt:2：一行有 11 个字符；请分行，每行不超过 10 个"
    assert (
        caught.value.say("en") == "a.txt:2: a line of 11 characters; break the text into lines of at most 10"
    )
    assert len(read_text("长" * 10).claims) == 0


def test_an_unnamed_text_has_a_name_in_errors(monkeypatch):
    """Without a source the text is called `<text>`."""
    monkeypatch.setattr(_blocks, "MAX_LINE", 10)
    with pytest.raises(ReadingError, match="^<text>:1: "):
        read_text("长" * 11)
