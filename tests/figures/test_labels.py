"""Labels have one normal form, in which they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.labels import normalise, shown, width

printed_labels = st.text(
    "合计项目支出 三公经费（）()[]【】〔〕［］｛｝{}“”\"＂‘’'「」『』*＊：:Ａa１1\u3000\t\n\u200b\ufeff\xa0",
    max_size=20,
)


@pytest.mark.parametrize(
    ("label", "normal"),
    [
        ("“三公” 经费（　万元）：", "三公经费(万元)"),
        ('"三公"经费[万元]:', "三公经费(万元)"),
        ("「三公」经费【万元】", "三公经费(万元)"),
        ("合　　计", "合计"),
        ("一般公共预算\n结转结余", "一般公共预算结转结余"),
        ("ＡＢ１２", "AB12"),
        ("*其中：", "其中"),
        ("\ufeff项\u200b目\xa0支出", "项目支出"),
        ("一、收入：：", "一、收入"),
        ("：", ""),
        ("", ""),
        ("时间：2022", "时间:2022"),
    ],
)
def test_spellings_of_one_label_have_one_normal_form(label, normal):
    """Width, brackets, quotation marks, blanks and a final colon do not distinguish labels."""
    assert normalise(label) == normal


@given(printed_labels)
def test_the_normal_form_is_final(label):
    """Normalising twice changes nothing, and no blank, quotation mark or odd bracket is left."""
    normal = normalise(label)
    assert normalise(normal) == normal
    assert not set(normal) & set("[]【】〔〕{}“”\"'‘’＂「」『』*\ufeff\u200b\xa0 \n\t\u3000（）")


@given(printed_labels)
def test_blanks_and_quotation_marks_never_matter(label):
    """A label spread over the page is the same label."""
    assert normalise("“" + "　\n".join(label) + "” ：") == normalise(label)


@given(st.text(max_size=20))
def test_a_shown_label_is_one_line_without_doubled_blanks(label):
    """What is displayed keeps every printed character but the blanks."""
    display = shown(label)
    assert "".join(display.split()) == "".join(label.split())
    assert len(display.splitlines()) <= 1
    assert "  " not in display
    assert shown(display) == display


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("合计 10.00", 10), ("（）", 4), ("abc", 3), ("e\u0301", 1), ("Ａ", 2)]
)
def test_width_counts_terminal_columns(text, columns):
    """A wide character takes two columns, a combining mark none."""
    assert width(text) == columns


@given(st.text("合计1a（\u0301", max_size=10), st.text("合计1a（\u0301", max_size=10))
def test_width_adds_up(left, right):
    """The width of two texts set together is the sum of their widths."""
    assert width(left + right) == width(left) + width(right)
