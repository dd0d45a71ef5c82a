"""How an ambiguous thing was resolved while reading, and on what evidence."""

from __future__ import annotations

import enum

from attrs import frozen

from govbudget.exceptions import Notice


class Aspect(enum.Enum):
    """What about a table had to be resolved."""

    TITLE = "title"
    KIND = "kind"
    UNIT = "unit"
    YEAR = "year"
    ENTITY = "entity"
    HEADINGS = "headings"
    COLUMNS = "columns"
    ROWS = "rows"
    CELLS = "cells"
    CONTINUATION = "continuation"
    SEPARATION = "separation"


@frozen
class Resolution:
    """One choice that was made while reading a table.

    Args:
        aspect: What it is about.
        choice: What was taken.
        evidence: What speaks for it.
        line: The line of the text, or the row of the extracted table counted from 1, that it is about.
    """

    aspect: Aspect
    choice: Notice
    evidence: Notice
    line: int | None = None
