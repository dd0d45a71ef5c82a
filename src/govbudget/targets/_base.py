"""What all targets have in common: where they stand in a text, and the algebra of what they allow."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from govbudget.exceptions import UsageError
from govbudget.targets._kinds import Direction, NotComparableError, Operator, TargetKind
from govbudget.targets._units import MeasureUnit
from govbudget.targets._values import Region

if TYPE_CHECKING:
    from govbudget.targets._achievement import Achievement
    from govbudget.targets._structured import StructuredTarget


@frozen(eq=False, kw_only=True)
class Target(ABC):
    """What a target value demands.

    Args:
        text: The text as given.
        span: First and last position in the text of what was understood, end excluded; around it stand words such as
            the name of the indicator.
        polarity: The direction that the text or form states beside the value (正向指标, 反向指标).
    """

    text: str = ""
    span: tuple[int, int] = (0, 0)
    polarity: Direction | None = field(default=None, repr=False)

    @property
    def kind(self) -> TargetKind:
        """What sort of target it is."""
        return TargetKind.NOT_A_TARGET

    @property
    def operator(self) -> Operator | None:
        """How the actual value is compared, or None for what is not compared."""
        return None

    @property
    def quantity(self) -> Decimal | None:
        """The number, or None where there is not exactly one."""
        return None

    @property
    def unit(self) -> MeasureUnit | None:
        """The unit, or None where there is none."""
        return None

    @property
    def direction(self) -> Direction:
        """Which way an actual value may leave the number."""
        return Direction.NONE

    @property
    def is_target(self) -> bool:
        """Whether the text states a target at all."""
        return self.kind is not TargetKind.NOT_A_TARGET

    @property
    def prefix(self) -> str:
        """The words before what was understood."""
        return self.text[: self.span[0]].strip()

    @property
    def suffix(self) -> str:
        """The words after what was understood."""
        return self.text[self.span[1] :].strip()

    @property
    def parts(self) -> tuple[Target, ...]:
        """The targets of a list; otherwise the target itself."""
        return (self,)

    @abstractmethod
    def _key(self) -> tuple[Any, ...]:
        """Return what makes two targets equal."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Target) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _region(self, other: object) -> Region:
        """Return what is allowed on a line, or say why this cannot be compared."""
        msg = f"{shown_target(self)} names no place on a line, so it cannot be compared with {shown_target(other)}"
        raise NotComparableError(
            msg, zh=f"{shown_target(self)} 在数轴上没有位置，不能与 {shown_target(other)} 比较"
        )

    def _regions(self, other: Target) -> tuple[Region, Region]:
        given: object = other
        if not isinstance(given, Target):
            msg = f"{given!r} is a {type(given).__name__}, not a target; give parse_target(text)"
            raise UsageError(
                msg, zh=f"{given!r} 是 {type(given).__name__}，不是指标值；请给出 parse_target(文本)"
            )
        one, two = self._region(other), other._region(self)
        if one.dimension != two.dimension:
            msg = f"{shown_target(self)} and {shown_target(other)} do not measure the same thing"
            raise NotComparableError(
                msg, zh=f"{shown_target(self)} 与 {shown_target(other)} 衡量的不是同一事物"
            )
        return one, two

    def is_comparable(self, other: Target) -> bool:
        """Tell whether two targets measure the same thing, so that the rest of the algebra answers.

        Args:
            other: Another target.
        """
        try:
            self._regions(other)
        except NotComparableError:
            return False
        return True

    @property
    def is_unsatisfiable(self) -> bool:
        """Whether no value can meet it."""
        return False

    def contains(self, value: Target | Decimal | int | str) -> bool:
        """Tell whether a value meets the target; a value that is a range meets it with all that it allows.

        Args:
            value: A target, a text of the target-value syntax, or a number in the target's own unit.

        Raises:
            NotComparableError: It measures something else.
            TargetSyntaxError: A text is malformed.
            UsageError: It is none of these.
        """
        own, given = self._regions(self.value_of(value))
        return own.covers(given)

    def value_of(self, value: Target | Decimal | int | str) -> Target:
        """Return a value as a target; a number or a text without unit gets this target's unit.

        Args:
            value: A target, a text of the target-value syntax, or a number.
        """
        if isinstance(value, Target):
            return value
        if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
            msg = f"{value!r} is a {type(value).__name__}; give a text, an int, a Decimal or a target"
            raise UsageError(
                msg, zh=f"{value!r} 是 {type(value).__name__}；请给出文本、整数、Decimal 或指标值"
            )
        if isinstance(value, Decimal) and not value.is_finite():
            msg = f"{value} is not a finite number"
            raise UsageError(msg, zh=f"{value} 不是有限的数；请给出有限的数")
        from govbudget.targets._parser import as_value  # noqa: PLC0415 - the parser makes targets

        return as_value(value, self.unit)

    def is_subset(self, other: Target) -> bool:
        """Tell whether every value that meets this target meets the other.

        Args:
            other: A target that measures the same thing.

        Raises:
            NotComparableError: It measures something else.
        """
        own, given = self._regions(other)
        return given.covers(own)

    def achieved_by(self, actual: Target | Decimal | int | str) -> Achievement:
        """Tell whether an actual value achieves the target.

        Args:
            actual: The actual value (实际完成值), as a text of the same syntax, a number in the target's unit, or a target.

        Raises:
            TargetSyntaxError: The text is malformed.
        """
        from govbudget.targets._achievement import achievement  # noqa: PLC0415 - it judges targets

        return achievement(self, actual)

    def structured(self) -> StructuredTarget:
        """Return the form in which budget systems keep a target: nature (指标性质), value (指标值), unit (度量单位).

        Raises:
            UsageError: It is a range, a list or no target, for which the systems have no form.
        """
        from govbudget.targets._structured import structured  # noqa: PLC0415 - it describes targets

        return structured(self)

    def is_disjoint(self, other: Target) -> bool:
        """Tell whether no value meets both.

        Args:
            other: A target that measures the same thing.

        Raises:
            NotComparableError: It measures something else.
        """
        own, given = self._regions(other)
        return not own.meets(given)

    def __and__(self, other: Target) -> Target:
        return self if self._regions(other) and self == other else self._meet(other)

    def _meet(self, other: Target) -> Target:
        msg = (
            f"{shown_target(self)} and {shown_target(other)} exclude each other, and words have no empty set"
        )
        raise NotComparableError(
            msg, zh=f"{shown_target(self)} 与 {shown_target(other)} 互相排斥，而文字目标没有空集"
        )

    def __str__(self) -> str:
        return " ".join(self.text[slice(*self.span)].split())


def shown_target(target: object) -> str:
    """Return a target on one line, shortened if very long, for messages.

    Args:
        target: A target, or whatever it was compared with.
    """
    text = str(target)
    return f"“{text[:40]}…”" if len(text) > 41 else f"“{text}”"
