"""Names in the wild against official names: one normal form, and how two names agree."""

from __future__ import annotations

import enum
import functools
import re

from govbudget.labels import normalise

_SUFFIX = re.compile(r"_(?:行政|事业)\Z")
_ORDINAL = re.compile(r"(?:[一二三四五六七八九十百]+、|\([一二三四五六七八九十百]+\)、?|\d{1,2}[、.])")
_TAIL = re.compile(r"(?:支出)?(?:\((?:类|款|项)\)(?:支出)?)?\Z")

SHORTEST = 4
"""A cut-off name must show so many characters to be taken for the beginning of a longer one."""


class Agreement(enum.Enum):
    """How a printed name agrees with an official one; best first."""

    EXACT = 0
    """The same but for brackets, blanks, quotation marks, ordinals and the suffixes _行政 and _事业."""
    TAIL = 1
    """The same but for a final 支出, or a level in brackets."""
    TRUNCATED = 2
    """The printed name is the beginning of the official one: the cell was too small."""
    DIFFERENT = 3

    @property
    def is_same(self) -> bool:
        """Whether it is the same name."""
        return self is not Agreement.DIFFERENT


@functools.lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    r"""Return the form in which names are compared: normalised, without ordinal and _行政/_事业.

    Args:
        name: A name as printed.

    >>> name_key("八、“社会保障缴费” _行政"), name_key("维修(护)费") == name_key("维修（护）\n费")
    ('社会保障缴费', True)
    """
    text = normalise(name)
    ordinal = _ORDINAL.match(text)
    if ordinal and ordinal.end() < len(text):
        text = text[ordinal.end() :]
    return _SUFFIX.sub("", text)


def agreement(printed: str, official: str) -> Agreement:
    """Tell how a printed name agrees with an official one.

    Args:
        printed: The name as printed.
        official: The official name.

    >>> agreement("机关事业单位基本养老保险缴费支", "机关事业单位基本养老保险缴费支出").name, agreement("奖金", "津贴补贴").name
    ('TRUNCATED', 'DIFFERENT')
    """
    mine, theirs = name_key(printed), name_key(official)
    if mine == theirs:
        return Agreement.EXACT
    if _TAIL.sub("", mine) == _TAIL.sub("", theirs):
        return Agreement.TAIL
    if len(mine) >= SHORTEST and len(mine) < len(theirs) and theirs.startswith(mine):
        return Agreement.TRUNCATED
    return Agreement.DIFFERENT
