"""Outline numbers of labels: 一、 （一） 1、 （1） 1.1."""

from __future__ import annotations

import re

from attrs import frozen

from govbudget.vocabulary import vocabulary

_MARKERS = (
    re.compile(r"[一二三四五六七八九十百]+、"),
    re.compile(r"\([一二三四五六七八九十]+\)、?"),
    re.compile(r"\d{1,2}(?:、|\.(?!\d))"),
    re.compile(r"\d{1,2}\.\d{1,2}(?:、|\.(?!\d))?(?=\D)"),
    re.compile(r"\(\d{1,2}\)、?"),
)


@frozen
class Outline:
    """The outline number of a label: its rank (0 where it has none), "其中" before it, and the label without both."""

    rank: int
    of_which: bool
    label: str


NO_OUTLINE = Outline(rank=0, of_which=False, label="")


def outline_of(label: str) -> Outline:
    """Read the outline number of a normalised label.

    >>> outline_of("其中:(1)公务用车运行维护费")
    Outline(rank=5, of_which=True, label='公务用车运行维护费')
    """
    of_which, rest = vocabulary().strip_of_which(label)
    for rank, marker in enumerate(_MARKERS, 1):
        match = marker.match(rest)
        if match and match.end() < len(rest):
            return Outline(rank, of_which, rest[match.end() :])
    return Outline(0, of_which, rest)
