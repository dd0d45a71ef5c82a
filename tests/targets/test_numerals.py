"""Chinese numerals, and numbers that no numeral names."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.targets._numbers import parse_numeral, shifted

DIGITS = "零一二三四五六七八九"


def spoken(number):
    """Write a number below one hundred million as people do."""
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        gap = "零" if 0 < low < 1000 else ""
        return spoken(high) + "万" + gap + (spoken(low) if low else "")
    text, gap = "", False
    for step, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, step)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + word
        gap = not digit
    return text or "零"


@given(st.integers(0, 10**8 - 1))
def test_a_numeral_is_the_number_it_names(number):
    """What people write is read back."""
    text = spoken(number)
    assert parse_numeral(text, 0, len(text)) == (Decimal(number), len(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [("十二", 12), ("两", 2), ("半", Decimal("0.5")), ("一百〇五", 105), ("三亿", 3 * 10**8)],
)
def test_forms_of_speech(text, number):
    """十二 needs no 一, 两 is 二, 半 is a half."""
    assert parse_numeral(text, 0, len(text)) == (Decimal(number), len(text))


@pytest.mark.parametrize("text", ["十四五", "万", "一万万", "十百", "一二三", "人"])
def test_what_is_no_numeral(text):
    """Digits in a row, a step too large or nothing before 万 name no number."""
    assert parse_numeral(text, 0, len(text)) is None


def test_powers_of_ten_are_exact():
    """Shifting does not depend on the decimal context."""
    assert shifted(Decimal("1.5"), 4) == Decimal(15000)
    assert str(shifted(Decimal("9" * 40), -2)) == "9" * 38 + ".99"
