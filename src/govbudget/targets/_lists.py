"""The marks of numbered lists: 1: … 2: …, ① … ② …, （1）…（2）…."""

from __future__ import annotations

import re

_MARKER = re.compile(
    r"(?:指标[ ]?)?(?P<plain>[0-9]{1,2})[ ]?(?:[:、)]|\.(?![0-9]))|\((?P<round>[0-9]{1,2})\)|(?P<circled>[①-⑳])"
)


def list_markers(normal: str, begin: int) -> list[tuple[int, int]]:
    """Return where the marks 1, 2, 3 … of a list begin and end; a list begins with 1 and stands at the beginning.

    Args:
        normal: The text in normal form.
        begin: Where to begin.
    """
    found: list[tuple[int, int]] = []
    for match in _MARKER.finditer(normal, begin):
        number = match["plain"] or match["round"]
        place = int(number) if number else ord(match["circled"]) - ord("①") + 1
        if place != len(found) + 1:
            if not found:
                return []
            continue
        before = normal[begin if not found else found[-1][1] : match.start()]
        if not found and before.strip():
            return []
        if found and match["plain"] and before and before[-1] not in " ;,。、":
            continue
        found.append((match.start(), match.end()))
    return found
