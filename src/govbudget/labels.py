"""Labels and names as documents print them, and their one normal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*(?:年|$)")
_BRACKETED = re.compile(r"[（(〔\[【]\s*+(20\d{2})\s*+年度\s*+[）)〕\]】]")
_RANGE = re.compile(
    r"(?<!\d)20\d{2}\s*+(?:年度?)?+\s*+[-—–―~～〜至到]{1,2}\s*+(?:20\d{2}\s*+(?:年|$)|\d{2}\s*+年)"
)
_BRACKETS = str.maketrans("[]【】〔〕{}", "()()()()")
_DROPPED = dict.fromkeys(map(ord, "“”\"'‘’＂「」『』*\ufeff\u200b\xa0"))

_INVISIBLE = dict.fromkeys(
    code
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        0xAD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
    )
    if chr(code) not in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
)


def visible(text: str) -> str:
    r"""Return a text without the characters that print nothing and part nothing: controls, marks of direction, joiners of no width.

    Args:
        text: The text.

    >>> visible("\ufeff1\u200b2.00\u200f"), visible("a\tb")
    ('12.00', 'a\tb')
    """
    return text if text.isascii() and text.isprintable() else text.translate(_INVISIBLE)


def year_in(text: str) -> int | None:
    """Return the year that a text names: in brackets with 年度, as forms print theirs, or else the first one.

    The years of a range (2021-2023年) are none of these.

    Args:
        text: The text, such as "2021 年部门收支总体情况表".

    >>> year_in("2021-2023年项目绩效目标表（2022年度）"), year_in("2021-2023年项目绩效目标表")
    (2022, None)
    """
    plain = _RANGE.sub(" ", text)
    match = _BRACKETED.search(plain) or _YEAR.search(plain)
    return int(match[1]) if match else None


def names_other_years(text: str) -> bool:
    """Tell whether a text names one year in brackets with 年度 and only others outside of them, so that one must be wrong.

    Args:
        text: The text, such as a title with what stands below it.

    >>> names_other_years("2022年部门预算项目绩效目标表（2021年度）")
    True
    """
    plain = _RANGE.sub(" ", text)
    inside = set(_BRACKETED.findall(plain))
    outside = set(_YEAR.findall(_BRACKETED.sub(" ", plain)))
    return bool(inside and outside) and not inside & outside


def normalise(label: str) -> str:
    r"""Return a label in normal form, in which labels are compared.

    Full-width letters, digits and brackets become ASCII, all brackets become round, blanks, line breaks, quotation
    marks and asterisks go, and a colon at the end goes.

    Args:
        label: The label as printed.

    >>> normalise("“三公” 经费（　万元）："), normalise("一般公共预算\n结转结余")
    ('三公经费(万元)', '一般公共预算结转结余')
    """
    text = unicodedata.normalize("NFKC", label).translate(_BRACKETS).translate(_DROPPED)
    return "".join(text.split()).rstrip(":")


def shown(label: str) -> str:
    """Return a label for display: as printed, but on one line and without doubled blanks.

    Args:
        label: The label as printed.
    """
    return " ".join(label.split())


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for each East Asian wide character.

    Args:
        text: Any text without control characters.

    >>> width("合计 10.00")
    10
    """
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def runs(numbers: Iterable[int]) -> list[str]:
    """Return numbers in order as texts, neighbours as ranges.

    Args:
        numbers: The numbers.

    >>> runs([3, 1, 2, 7])
    ['1–3', '7']
    """
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return [str(first) if first == last else f"{first}–{last}" for first, last in found]
