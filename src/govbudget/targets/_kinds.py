"""What sorts of targets there are, and how they compare."""

from __future__ import annotations

import enum

from govbudget.exceptions import GovBudgetError


class NotComparableError(GovBudgetError, ValueError):
    """Two targets, or a target and a value, that do not measure the same thing."""


class TargetKind(enum.Enum):
    """What sort of target a text states."""

    NUMBER = "number"
    QUANTITY = "quantity"
    PERCENTAGE = "percentage"
    AMOUNT = "amount"
    DURATION = "duration"
    RATE = "rate"
    FREQUENCY = "frequency"
    DATE = "date"
    QUALITATIVE = "qualitative"
    LIST = "list"
    NOT_A_TARGET = "not_a_target"


class Operator(enum.Enum):
    """How the actual value is compared with the target."""

    AT_LEAST = "≥"
    MORE_THAN = ">"
    EQUAL = "="
    LESS_THAN = "<"
    AT_MOST = "≤"
    BETWEEN = "～"
    ABOUT = "≈"


class Direction(enum.Enum):
    """Which way an actual value may leave the number without missing the target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"
    BETWEEN = "between"
    QUALITATIVE = "qualitative"
    NONE = "none"

    @property
    def opposite(self) -> Direction | None:
        """The other of "at least" and "at most"; None for the rest."""
        return {Direction.AT_LEAST: Direction.AT_MOST, Direction.AT_MOST: Direction.AT_LEAST}.get(self)


class Trend(enum.Enum):
    """Which way a qualitative target wants something to change."""

    UP = "up"
    DOWN = "down"
