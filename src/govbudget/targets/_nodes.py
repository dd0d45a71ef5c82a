"""Targets as values: limits, words, lists, and texts that state none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from govbudget.exceptions import Notice
from govbudget.targets._base import Target, shown_target
from govbudget.targets._kinds import Direction, NotComparableError, Operator, TargetKind, Trend
from govbudget.targets._rates import is_frequency
from govbudget.targets._units import MeasureUnit
from govbudget.targets._values import (
    End,
    Level,
    Measure,
    Period,
    Region,
    Value,
    ends_after,
    region,
    starts_before,
)

_KINDS = {
    "": TargetKind.NUMBER,
    "ratio": TargetKind.PERCENTAGE,
    "percentage_points": TargetKind.PERCENTAGE,
    "money": TargetKind.AMOUNT,
    "dollars": TargetKind.AMOUNT,
    "clock_time": TargetKind.DURATION,
    "calendar_time": TargetKind.DURATION,
    "working_days": TargetKind.DURATION,
    "date": TargetKind.DATE,
    "day_of_any_year": TargetKind.DATE,
}


@frozen(eq=False, kw_only=True)
class Bounded(Target):
    """A target with limits: a measure, a date or a level compared with ≥, >, =, <, ≤, a range, or about a number.

    Args:
        low: The lower end, or None.
        high: The upper end, or None.
        about: Whether the text only says "about" (左右), which names no exact limits.
        is_explicit: Whether the text or form says how to compare; a bare number only says what is planned.
    """

    low: End | None = None
    high: End | None = None
    about: bool = False
    is_explicit: bool = field(default=True, repr=False)

    @property
    def _value(self) -> Value:
        end = self.low or self.high
        assert end is not None  # noqa: S101 - `bounded` makes none without an end
        return end.value

    @property
    def value(self) -> Value | None:
        """The one measure, period or level that is named, or None for a range."""
        return None if self.operator is Operator.BETWEEN else self._value

    @property
    def operator(self) -> Operator:
        """How the actual value is compared."""
        if self.about:
            return Operator.ABOUT
        if self.low is None:
            assert self.high is not None  # noqa: S101 - as above
            return Operator.AT_MOST if self.high.closed else Operator.LESS_THAN
        if self.high is None:
            return Operator.AT_LEAST if self.low.closed else Operator.MORE_THAN
        same = self.low.value == self.high.value and self.low.closed and self.high.closed
        return Operator.EQUAL if same else Operator.BETWEEN

    @property
    def quantity(self) -> Decimal | None:
        """The number, or None for a range, a date or a level."""
        value = self.value
        return value.number if isinstance(value, Measure) else None

    @property
    def unit(self) -> MeasureUnit | None:
        """The unit, or None where none is stated."""
        return self._value.unit

    @property
    def kind(self) -> TargetKind:
        """What sort of target it is."""
        dimension = self._value.dimension
        if isinstance(self._value, Level):
            return TargetKind.QUALITATIVE
        if "/" in dimension:
            often = self.unit is not None and is_frequency(self.unit)
            return TargetKind.FREQUENCY if often else TargetKind.RATE
        return _KINDS.get(dimension, TargetKind.QUANTITY)

    @property
    def direction(self) -> Direction:
        """Which way an actual value may leave the number."""
        if self.high is None:
            return Direction.AT_LEAST
        if self.low is None:
            return Direction.AT_MOST
        return Direction.EXACTLY if self.operator in (Operator.EQUAL, Operator.ABOUT) else Direction.BETWEEN

    def _region(self, other: object) -> Region:
        if self.about and self != other:
            msg = f"{shown_target(self)} names no exact limits, so it cannot be compared with {shown_target(other)}"
            raise NotComparableError(
                msg, zh=f"{shown_target(self)} 没有确切的界限，不能与 {shown_target(other)} 比较"
            )
        return self._allowed()

    def _allowed(self) -> Region:
        return region(self._value.dimension, self.low, self.high)

    def _key(self) -> tuple[Any, ...]:
        return ("bounded", self._allowed(), self.about)

    @property
    def is_unsatisfiable(self) -> bool:
        """Whether no value can meet it."""
        return self._allowed().is_empty

    def _meet(self, other: Target) -> Target:
        assert isinstance(other, Bounded)  # noqa: S101 - only these have a region
        low = other.low if starts_before(self.low, other.low) else self.low
        high = other.high if ends_after(self.high, other.high) else self.high
        return bounded(low, high)

    def __str__(self) -> str:
        operator = self.operator
        if operator is not Operator.BETWEEN:
            level = isinstance(self._value, Level) and operator is Operator.EQUAL
            return str(self._value) if level else f"{operator.value}{self._value}"
        low, high = self.low, self.high
        assert low is not None  # noqa: S101 - a range has both ends
        assert high is not None  # noqa: S101 - a range has both ends
        one, two = (_first(low.value),) * 2 if self.is_unsatisfiable else (low.value, high.value)
        first = str(one)
        if self.unit is not None and not self.unit.known:
            first = first.removesuffix(self.unit.word)
        if self.is_unsatisfiable:
            return f">{first}且<{two}"
        if low.closed and high.closed:
            return f"{first}～{two}"
        return f"{'≥' if low.closed else '>'}{first}且{'≤' if high.closed else '<'}{two}"


def _first(value: Value) -> Value:
    """Return the value that stands for a line in the text of what is unsatisfiable."""
    if isinstance(value, Measure):
        return Measure(Decimal(0), value.unit)
    if isinstance(value, Period):
        return Period(value.year and 2000, month=1, day=1)
    return value


def bounded(low: End | None, high: End | None, about: bool = False, **context: Any) -> Bounded:  # noqa: FBT001, FBT002 - the third field
    """Return a target with limits.

    Args:
        low: The lower end, or None.
        high: The upper end, or None; not both are None.
        about: Whether the limits are not exact.
        context: Text, span and polarity.
    """
    target = Bounded(low=low, high=high, about=about, **context)
    if context.get("text"):
        return target
    text = str(target)
    return evolve(target, text=text, span=(0, len(text)))


@frozen(eq=False, kw_only=True)
class Qualitative(Target):
    """A target in words: a quality that must be there, a change that must happen, or a description.

    Args:
        word: What is demanded, without blanks.
        stem: The same without a negation (及时 of 不及时).
        quality: The quality or change that the vocabulary knows in it, or None for a description.
        trend: The direction of a change.
    """

    word: str
    stem: str
    quality: str | None = None
    trend: Trend | None = None

    @property
    def kind(self) -> TargetKind:
        """What sort of target it is."""
        return TargetKind.QUALITATIVE

    @property
    def direction(self) -> Direction:
        """Words have no direction on a line."""
        return Direction.QUALITATIVE

    @property
    def is_negated(self) -> bool:
        """Whether the text says that something is absent."""
        return self.word != self.stem

    def _key(self) -> tuple[Any, ...]:
        return ("qualitative", self.stem, self.is_negated)

    def _region(self, other: object) -> Region:
        del other
        place = int(not self.is_negated)
        return Region(f"quality:{self.stem}", place, True, place, True)  # noqa: FBT003 - closed ends


@frozen(eq=False, kw_only=True)
class Listed(Target):
    """Several targets in one text, such as "1: ≥1次 2: ≥2次".

    Args:
        items: The targets in order.
        labels: What each is about: the numbered indicators, or the words before it.
    """

    items: tuple[Target, ...]
    labels: tuple[str, ...] = ()

    @property
    def kind(self) -> TargetKind:
        """What sort of target it is."""
        return TargetKind.LIST

    @property
    def parts(self) -> tuple[Target, ...]:
        """The targets of the list."""
        return self.items

    def _key(self) -> tuple[Any, ...]:
        return ("list", self.items)

    @property
    def is_unsatisfiable(self) -> bool:
        """Whether no values can meet all of it."""
        return any(item.is_unsatisfiable for item in self.items)

    def __str__(self) -> str:
        inside = (
            "；".join(map(str, item.items)) if isinstance(item, Listed) else str(item) or "—"
            for item in self.items
        )
        return " ".join(f"{i}: {item}" for i, item in enumerate(inside, 1))


@frozen(eq=False, kw_only=True)
class NotATarget(Target):
    """A text that states no target, such as the name of a rate or nothing at all.

    Args:
        reason: Why it is none.
        is_absent: Whether it says openly that there is none (无, 不适用, —), or that it stands elsewhere (见附件).
    """

    reason: Notice
    is_absent: bool = False

    def _key(self) -> tuple[Any, ...]:
        return ("nothing", "".join(self.text[slice(*self.span)].split()).strip("-—–/"))
