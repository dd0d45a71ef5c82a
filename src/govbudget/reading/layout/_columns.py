"""The pieces of one column of texts → the text of every row: pieces lie around the line on which their row stands, or below it.

A cell that is too full for one line is broken where the line is full. Documents print such a cell in the middle of its row, or at its
top; where both readings are possible and both break only full lines, nothing tells which is right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

Pieces = Sequence[tuple[int, str]]
"""Texts with the numbers of their lines."""

_SLACK = 2
"""A line is full if not more than so many narrow characters would fit beside the next one."""

_MERGED = 2
"""A text in the middle of two rows has so many pieces at least."""


def shared_out(pieces: Pieces, anchors: Sequence[int], *, may_merge: bool = False) -> list[str] | None:
    """Return for every row the text of one column, or None if its pieces do not tell which row they belong to.

    Args:
        pieces: The pieces of the column in printed order.
        anchors: The lines on which the rows stand.
        may_merge: Whether what stands between two rows, and can belong to neither, may be the text of a cell merged over both.
    """
    around = _around(pieces, anchors, may_merge=may_merge)
    if around is None:
        return None
    below = _below(pieces, anchors)
    is_other = below is not None and below != around and _are_balanced(below)
    if below is not None and is_other and (not _are_balanced(around) or _are_full(below)):
        return None
    return ["".join(texts) for texts in around]


def _around(pieces: Pieces, anchors: Sequence[int], *, may_merge: bool) -> list[list[str]] | None:
    """Give every row as many pieces above its line as below it; a merged text goes to the first of its rows."""
    found: list[list[str]] = []
    rest = list(pieces)
    for number, anchor in enumerate(anchors):
        end = anchors[number + 1] if number + 1 < len(anchors) else None
        above = [one for one in rest if one[0] < anchor]
        own = [one for one in rest if one[0] == anchor]
        below = [one for one in rest if anchor < one[0] and (end is None or one[0] < end)][: len(above)]
        if len(below) < len(above):
            if not may_merge or len(above) < _MERGED or own or not found or found[-1]:
                return None
            found[-1] = [text for _, text in above]
            found.append([])
            rest = rest[len(above) :]
            continue
        found.append([text for _, text in (*above, *own, *below)])
        rest = rest[len(above) + len(own) + len(below) :]
    return found if not rest else None


def _below(pieces: Pieces, anchors: Sequence[int]) -> list[list[str]] | None:
    """Give every row the piece on its line and those below it, which follow one."""
    found: list[list[str]] = [[] for _ in anchors]
    for line, text in pieces:
        number = sum(anchor <= line for anchor in anchors) - 1
        if number < 0 or (not found[number] and line != anchors[number]):
            return None
        found[number].append(text)
    return found


def _are_full(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether texts are broken only where their line is full, by the characters in it or by their width."""
    pieces = [text for texts in rows for text in texts]
    broken = [pair for texts in rows for pair in pairwise(texts)]
    longest, widest = max(map(len, pieces), default=0), max(map(_width, pieces), default=0)
    return all(
        len(one) >= longest or _width(one) + _width(following[:1]) + _SLACK > widest
        for one, following in broken
    )


def _are_balanced(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether no bracket is closed in another text than it is opened."""
    return all(
        text.count(pair[0]) == text.count(pair[1])
        for text in map("".join, rows)
        for pair in ("()", "（）", "[]", "【】", "《》")
    )


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
