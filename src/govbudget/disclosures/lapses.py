"""What the text shows of its own making: the year it names for itself, amounts left out, paragraphs that stand in it twice."""

from __future__ import annotations

import enum

from attrs import frozen

from govbudget.locations import Location


@frozen(eq=False)
class Dating:
    """A heading, or the sentence on what a document covers, names the year that the document is of.

    Args:
        text: The sentence, as printed.
        location: Where it stands.
        year: The year it names.
    """

    text: str
    location: Location
    year: int

    @property
    def figure(self) -> None:
        """It has no figure to compare."""
        return


class LapseKind(enum.Enum):
    """What went wrong when the text was put together."""

    AMOUNT = "amount"
    """A unit stands without its number: 支出预算 万元."""
    PLACEHOLDER = "placeholder"
    """XX or ** stands where a number should: XX万元, 20XX年."""
    REPEATED = "repeated"
    """A paragraph stands twice in one section, word by word."""
    DOUBLED = "doubled"
    """A word or a mark stands twice: 万元万元, 。。."""
    NUMBER = "number"
    """The numbers of a list go back: 11、 12、 8、."""
    ALTERNATIVE = "alternative"
    """A sentence of a form offers several sorts of bodies, of which one was to be chosen: 我厅（局）."""
    LEVEL = "level"
    """A definition names the level of government whose money it speaks of: 省级财政."""
    CONTRADICTION = "contradiction"
    """One paragraph says that there are units and that there are none: 有1个下属单位…无下属单位."""


@frozen(eq=False)
class Lapse:
    """A place where the text was left unfinished or was copied.

    Args:
        kind: What went wrong.
        text: The sentence, as printed.
        location: Where it stands.
        printed: The words or the number that show it.
        first: Where a repeated paragraph, or the number that a list has reached, stands before.
    """

    kind: LapseKind
    text: str
    location: Location
    printed: str
    first: Location | None = None

    @property
    def figure(self) -> None:
        """It has no figure to compare."""
        return
