"""Labels and names as documents print them, and their one normal form."""

from __future__ import annotations

import re
import unicodedata

_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*(?:年|$)")
_BRACKETS = str.maketrans("[]【】〔〕{}", "()()()()")
_DROPPED = dict.fromkeys(map(ord, "“”\"'‘’＂「」『』*\ufeff\u200b\xa0"))


def year_in(text: str) -> int | None:
    """Return the first year that a text names, such as 2021 in "2021 年部门收支总体情况表"."""
    match = _YEAR.search(text)
    return int(match[1]) if match else None


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
