"""Paragraphs: lines broken in mid-sentence are joined, blanks go, headings and rows of flattened tables stay apart."""

from hypothesis import given
from hypothesis import strategies as st

from govbudget.reading.narrative._paragraphs import read_paragraphs
from govbudget.reading.pages._blocks import Line


def paragraphs_of(text):
    return read_paragraphs(
        [Line(i, line.strip()) for i, line in enumerate(text.split("\n"), 1) if line.strip()]
    )


def test_broken_lines_are_joined_without_blanks():
    """A sentence that runs over lines, with blanks inside words, is one text again."""
    (one,) = paragraphs_of("2022 年 支 出 总计\n7702.57 万元，减少\n\n62.33 万元。")
    assert one.text == "2022年支出总计7702.57万元，减少62.33万元。"
    assert one.raw == one.text


def test_every_character_keeps_its_place():
    """The place of a character is its line and its position in it."""
    (one,) = paragraphs_of("支出 ４2\n万元")
    assert one.text == "支出42万元"
    assert one.raw == "支出４2万元"
    assert one.places == [(1, 0), (1, 1), (1, 3), (1, 4), (2, 0), (2, 1)]


def test_a_blank_between_digits_stays():
    """Two numbers that a blank or a line break parts are not one number."""
    assert [one.text for one in paragraphs_of("占 12 34 项\n5 个")] == ["占12 34项5个"]
    assert paragraphs_of("共7702\n57万元")[0].text == "共7702 57万元"


def test_headings_are_no_text_and_name_the_section():
    """What follows a heading stands under it; a heading over two lines is one."""
    text = "一、收入预算总体情况说明\n收入1元。\n二、一般公共预算“三公”经费、会议费支出预\n算情况说明\n支出1元。\n第三部分 名词解释\n甲"
    assert [(one.section, one.text) for one in paragraphs_of(text)] == [
        ("一、收入预算总体情况说明", "收入1元。"),
        ("二、一般公共预算“三公”经费、会议费支出预算情况说明", "支出1元。"),
        ("第三部分名词解释", "甲"),
    ]


def test_an_unnumbered_title_is_a_heading_too():
    """Such as 2025年部门预算编制说明; a sentence that ends alike is none."""
    assert [(one.section, one.text) for one in paragraphs_of("2025年部门预算编制说明\n收入1元。")] == [
        ("2025年部门预算编制说明", "收入1元。")
    ]
    assert paragraphs_of("详见，编制说明")[0].text == "详见，编制说明"


def test_a_numbered_sentence_is_not_a_heading():
    """What goes on after its line is a paragraph, even if the line ends like a heading."""
    assert [one.text for one in paragraphs_of("一、公务接待费1万元，\n详见说明")] == [
        "公务接待费1万元，详见说明"
    ]
    assert [one.text for one in paragraphs_of("一、甲\n二、乙")] == ["甲", "乙"]
    assert paragraphs_of("1.机关运行情况")[0].text == "机关运行情况"


def test_numbers_of_the_outline_are_read():
    """Every style of number has its level; the number itself is no text."""
    text = "十二、甲1元\n（二十）乙1元\n３．丙1元\n（4）丁1元\n2.50元戊"
    assert [(one.level, one.number, one.text) for one in paragraphs_of(text)] == [
        (1, 12, "甲1元"),
        (2, 20, "乙1元"),
        (3, 3, "丙1元"),
        (4, 4, "丁1元2.50元戊"),
    ]


def test_rows_of_flattened_tables_and_their_titles_are_left_out():
    """They have bare amounts, a unit or the title of a table."""
    text = "甲\n2022年部门收入预算表\n单位：万元\n合计 7,702.57 3,009.16\n乙 1.50 万元，2.50 万元\n— 7 —"
    assert [one.text for one in paragraphs_of(text)] == ["甲", "乙1.50万元，2.50万元"]


@given(st.lists(st.text("甲，。 0１.(（一、1", min_size=1, max_size=12), max_size=6))
def test_characters_and_places_always_agree(lines):
    """Every character of a paragraph is the one that is printed at its place, or a blank that was there."""
    for one in paragraphs_of("\n".join(lines)):
        assert len(one.text) == len(one.raw) == len(one.places)
        texts = {line.number: line.text for line in one.lines}
        for raw, (number, column) in zip(one.raw, one.places, strict=True):
            assert raw in (texts[number][column], " ")


def test_paragraphs_know_the_headings_above_them():
    """Short numbered lines without amounts, and lines that announce what follows, within their section."""
    text = """一、支出情况说明
1. 一般公共预算
（1）支出80万元。
2. 部门支出

支出合计100万元。

政府性基金如下：
1. 支出90万元。

支出70万元。

支出60万元。
二、收入情况说明
收入9万元。
"""
    assert [(one.text, one.above) for one in paragraphs_of(text)] == [
        ("一般公共预算", ""),
        ("支出80万元。", "一般公共预算"),
        ("部门支出支出合计100万元。", ""),
        ("政府性基金如下:", ""),
        ("支出90万元。", "政府性基金如下:"),
        ("支出70万元。", "政府性基金如下:"),
        ("支出60万元。", ""),
        ("收入9万元。", ""),
    ]
