"""Numbers of the target-value syntax: ASCII digits, Chinese numerals, and shares such as 百分之九十五."""

from __future__ import annotations

import re
from decimal import Decimal

MAX_DIGITS = 28
"""The longest number that is taken for one."""

_DIGITS = re.compile(r"-?(?!0[0-9])(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?(?![0-9])")
_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千万亿]++|半")
_POINT = re.compile(r"点([零〇一二三四五六七八九]{1,6})")
_VALUES = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_MULTIPLES = re.compile(r"百万|千万|十万|百亿|千亿|万亿|[百千万亿]")
SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
"""Chinese shares, with the sign that says the same."""


def parse_digits(text: str, pos: int, end: int) -> tuple[Decimal, int] | None:
    """Return the number in ASCII digits at a place, and where it ends, or None.

    number = ["-"] digits {"," three digits} ["." digits] | numeral ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    match = _DIGITS.match(text, pos, end)
    if match is None or match.end() - pos > MAX_DIGITS:
        return None
    return Decimal(match[0].replace(",", "")), match.end()


def parse_numeral(text: str, pos: int, end: int) -> tuple[Decimal, int] | None:
    """Return the Chinese numeral at a place, and where it ends, or None.

    numeral = {digit | "十" | "百" | "千" | "万" | "亿"} | "半" ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    match = _NUMERAL.match(text, pos, min(end, pos + MAX_DIGITS))
    if match is None:
        return None
    if match[0] == "半":
        return Decimal("0.5"), match.end()
    value = _chinese(match[0])
    if value is None:
        return None
    decimals = _POINT.match(text, match.end(), end)
    if decimals is None:
        return Decimal(value), match.end()
    digits = "".join(str(_VALUES[char]) for char in decimals[1])
    return Decimal(f"{value}.{digits}"), decimals.end()


def _chinese(word: str) -> int | None:
    """Return the integer that a Chinese numeral names, or None if the characters name none."""
    total = section = 0
    digit: int | None = None
    last_step, last_myriad = 10**4, 10**12
    for char in word:
        if char in _VALUES:
            if digit not in (None, 0):
                return None
            digit = _VALUES[char]
        elif char in _STEPS:
            step = _STEPS[char]
            if step >= last_step:
                return None
            section += (1 if digit is None or (digit == 0 and step == 10) else digit) * step
            digit, last_step = None, step
        else:
            myriad = _MYRIADS[char]
            if myriad >= last_myriad or not (section or digit):
                return None
            total += (section + (digit or 0)) * myriad
            section, digit, last_step, last_myriad = 0, None, 10**4, myriad
    return total + section + (digit or 0)


def parse_multiple(text: str, pos: int, end: int) -> tuple[int, int] | None:
    """Return the power of ten that a word such as 万 after a number stands for, and where it ends, or None.

    Args:
        text: The text in normal form.
        pos: Where the number ends.
        end: Where the text ends.
    """
    match = _MULTIPLES.match(text, pos, end)
    if match is None:
        return None
    exponent = sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[char] for char in match[0])
    return exponent, match.end()


def shifted(number: Decimal, exponent: int) -> Decimal:
    """Return a number times a power of ten, exactly, whatever `decimal` context is active.

    Args:
        number: A finite number.
        exponent: The power.
    """
    sign, digits, own = number.as_tuple()
    assert isinstance(own, int)  # noqa: S101 - finite numbers have integer exponents
    return Decimal((sign, digits, own + exponent))
