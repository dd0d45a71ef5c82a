"""With what a sentence compares an amount of the year before."""

from __future__ import annotations

from govbudget.vocabulary import topics


def compared_measure(sentence: str) -> str | None:
    """Return the words by which a sentence compares with what was spent, "" where it compares with the budget.

    None if it names no year to compare with, or compares with several things.

    Args:
        sentence: The sentence, without blanks.

    >>> compared_measure("比上年预算增加2万元"), compared_measure("比上年执行数增加2万元"), compared_measure("增加2万元")
    ('', '执行', None)
    """
    words = topics().words
    found = {
        spent[0] if (spent := words["spent"].search(match[0])) else ""
        for match in words["comparison"].finditer(sentence)
    }
    return found.pop() if len(found) == 1 else None
