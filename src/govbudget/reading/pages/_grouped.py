"""Numbers whose thousands are parted by blanks ("1 414 700"): read where no blank can part two figures.

A document that groups digits so does it everywhere: no figure of the table has four digits in a row or a comma between them, and no blank
in one stands elsewhere. Two figures in one cell would look the same only if the first had no decimals, so either all figures have some,
or one at least has three groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

_BLANKS = " \u00a0\u2009\u202f"
_GROUPED = re.compile(rf"[-−－]?\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?:\.\d+)?")
_OTHERWISE = re.compile(rf"\d{{4}}|\d[,，]\d|\d[{_BLANKS}]|[{_BLANKS}]\d")
"""What no other figure of the table may hold before its decimals."""
_JOIN = str.maketrans("", "", _BLANKS)
_FIRST = re.compile(r"[-−－]?\d{1,3}")
_NEXT = re.compile(r"\d{3}")
_LAST = re.compile(r"\d{3}\.\d+")
_DECIMAL = re.compile(r"[-−－]?\d+\.\d+")


def is_grouped(text: str) -> bool:
    """Tell whether a text is a number whose thousands are parted by blanks, or several numbers.

    Args:
        text: The text of a cell.
    """
    return _GROUPED.fullmatch(text) is not None


def groups_by_blanks(texts: Iterable[str]) -> bool:
    """Tell whether a table parts the thousands of its figures by blanks, and no blank can part two figures.

    Args:
        texts: What stands in its columns of figures.

    >>> groups_by_blanks(["1 414 700", "700", "12 345"]), groups_by_blanks(["12 345"])
    (True, False)
    """
    numbers = [text for text in texts if any(char.isdigit() for char in text)]
    grouped = [text for text in numbers if is_grouped(text)]
    others = (text.partition(".")[0] for text in numbers if not is_grouped(text))
    if not grouped or any(map(_OTHERWISE.search, others)):
        return False
    return all("." in text for text in numbers) or any(len(text.split()) > 2 for text in grouped)


def joined(text: str) -> str:
    """Return a number without the blanks between its thousands.

    Args:
        text: The number; anything else is returned as it is.
    """
    return text.translate(_JOIN) if is_grouped(text) else text


def joined_in_lines(lines: Sequence[str], is_code: Callable[[str], bool]) -> list[str] | None:
    """Return the lines of a table without borders with the thousands of their amounts put together, or None if that is not certain.

    Every amount there has decimals, so whole numbers before one are its thousands.

    Args:
        lines: The lines.
        is_code: Tells whether a word can be the code with which a row begins.
    """
    amounts = (token for line in lines for token in line.split() if "." in token)
    if any(_OTHERWISE.search(token.partition(".")[0]) for token in amounts):
        return None
    found = [_joined_line(line.split(), is_code) for line in lines]
    rest = [line for line in found if line is not None]
    return rest if len(rest) == len(found) else None


def _joined_line(tokens: Sequence[str], is_code: Callable[[str], bool]) -> str | None:
    found: list[str] = []
    run: list[str] = []
    for token in tokens:
        if _FIRST.fullmatch(token):
            run.append(token)
            continue
        if run and _DECIMAL.fullmatch(token):
            is_whole = _LAST.fullmatch(token) and all(map(_NEXT.fullmatch, run[1:]))
            if not is_whole or (not found and is_code(run[0])):
                return None
            found.append("".join([*run, token]))
        else:
            found += [*run, token]
        run = []
    return " ".join([*found, *run])
