"""How many numbers are printed in the parts of a text that look like tables without cell borders and were not read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve

from govbudget.disclosures import Table, Unread, printed_numbers
from govbudget.reading.pages._blocks import Line

_SENTENCE = re.compile(r"[。；，]|\d\s*(?:亿元|万元|元)|\d\s+(?:[亿万](?!以)|[%％])")
"""What marks a line, with the beginning of the next one, as one of the narrative: its numbers stand in no table."""


def with_numbers(
    parts: Sequence[Unread], lines: Sequence[Line], used: set[int], read: Sequence[Table]
) -> tuple[Unread, ...]:
    """Return the parts of a text that were not read, each with the count of its numbers.

    A line belongs to the part that begins nearest above it. Sentences count for no part.

    Args:
        parts: The parts, in printed order.
        lines: The lines of text outside all tables.
        used: The numbers of lines that belong to tables.
        read: The tables that were read although they have no borders.
    """
    if not parts:
        return ()
    spans = [table.lines for table in read if table.lines is not None]
    starts = [part.lines[0] for part in parts if part.lines is not None]
    counts = [0] * len(parts)
    following = [line.text[:2] for line in lines[1:]] + [""]
    for line, after in zip(lines, following, strict=True):
        number = line.number
        if number is None or number in used or any(a <= number <= b for a, b in spans):
            continue
        printed = sum(1 for _ in printed_numbers(line.text))
        if not printed:
            continue
        i = bisect_right(starts, number) - 1
        if i >= 0 and not is_sentence(f"{line.text} {after}") and _holds(parts[i], number):
            counts[i] += printed
    return tuple(evolve(part, numbers=count) for part, count in zip(parts, counts, strict=True))


def is_sentence(text: str) -> bool:
    """Tell whether a line is one of the narrative, whose numbers stand in no table.

    Args:
        text: The line, perhaps with the beginning of the next one.
    """
    return _SENTENCE.search(text) is not None


def _holds(part: Unread, number: int) -> bool:
    return part.lines is not None and number <= part.lines[1]
