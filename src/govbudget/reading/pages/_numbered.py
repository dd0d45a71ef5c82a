"""Several numbered indicators in one cell, with their values in the next: 指标1:… 指标2:… beside 1: … 2: …."""

from __future__ import annotations

import re

from govbudget.vocabulary import form_words


def split_numbered(name: str, target: str) -> list[tuple[str, str, str]] | None:
    """Return number, name and value of the indicators of one cell, or None if names and values do not pair up.

    A label without number ("指标:") is left out of the name; what follows no label is left as it is printed.

    Args:
        name: What the cell of the third-level indicator prints.
        target: What the cell of its value prints.

    >>> split_numbered("指标1:宣传活动 指标2:定期督查", "1. ≥2次 2. ≥12次")
    [('1', '宣传活动', '≥2次'), ('2', '定期督查', '≥12次')]
    >>> split_numbered("指标1:政策知晓率 指标2:直接结算率", "≥90%") is None
    True
    """
    words = form_words().numbered
    names = _parts(words["name"], name)
    if not names:
        return [("", name, target)]
    if len(names) == 1:
        return [("", names[0][1], target)]
    if not target:
        return [(number, one, "") for number, one in names]
    values = _parts(words["value"], target)
    if [number for number, _ in names] != [number for number, _ in values]:
        return None
    return [(number, one, value) for (number, one), (_, value) in zip(names, values, strict=True)]


def _parts(pattern: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    """Return numbers and texts of the parts of a cell; none if it does not begin with a label."""
    marks = list(pattern.finditer(text))
    if not marks or marks[0].start():
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [(mark["number"], text[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)]
