"""Functional items that a text names by section and item without the level words 款 and 项, such as 人大事务行政运行支出."""

from __future__ import annotations

import functools
import re

from govbudget.labels import normalise
from govbudget.subjects import Classification, chart
from govbudget.vocabulary import Topic

_LONGEST = 48
_BEFORE = re.compile(r"\A(?:其中:?|包括:?|20\d{2}年度?|本年|安排|用于)*")
_LEVELS = re.compile(r"\((?:类|款|项)\)")
_AFTER = re.compile(r"(?:支出|预算|安排|为|:)*\Z")


def named_subject(phrase: str, year: int | None) -> Topic | None:
    """Return the item that the words before a figure name together with its section, or None if they name none, or several.

    Args:
        phrase: The words before the figure, without blanks.
        year: The budget year, whose chart has the names.

    >>> str(named_subject("其中:人大事务行政运行支出", 2021)), named_subject("行政运行支出", 2021)
    ('subject:人大事务/行政运行', None)
    """
    if year is None or len(phrase) > _LONGEST:
        return None
    plain = _stem(_LEVELS.sub("", _BEFORE.sub("", phrase)))
    found = _names(year).get(plain)
    return Topic(f"subject:{found[0]}/{found[1]}", found[1], found[1]) if found is not None else None


def _stem(name: str) -> str:
    return _AFTER.sub("", name)


@functools.cache
def _names(year: int) -> dict[str, tuple[str, str] | None]:
    """Every item after its section, with or without the category before; None for what is not one of them alone."""
    found: dict[str, tuple[str, str] | None] = {}
    known = chart(Classification.FUNCTIONAL, year)
    for category in known.children():
        for section in known.children(category.code):
            above = _above(normalise(category.name), normalise(section.name))
            for item in known.children(section.code):
                pair = normalise(section.name), normalise(item.name)
                for name in {words + _stem(pair[1]) for words in above}:
                    found[name] = pair if found.get(name, pair) == pair else None
    return found


def _above(category: str, section: str) -> set[str]:
    """The ways in which the names above an item are run together."""
    return {section, _stem(section), category + section, _stem(category) + _stem(section)}
