"""Ready attrs validators for the classes of other programs.

>>> from attrs import field, frozen
>>> from govbudget.subjects import Classification, SubjectCode
>>> from govbudget.targets import as_target
>>> @frozen
... class Line:
...     subject: SubjectCode = field(converter=SubjectCode.parse, validator=subject_code(year=2021))
...     spent: Amount = field(validator=amount(unit="万元", decimals=2))
>>> @frozen
... class Goal:
...     name: str
...     value: Target = field(converter=as_target, validator=target(direction="at_least", unit="%"))
>>> str(Goal("群众满意度", "不低于95％").value)
'≥95%'
>>> str(Line("210 15 06", Amount("12.00", "万元")).subject)
'2101506'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import Attribute, frozen

from govbudget.amounts import Amount, Unit
from govbudget.exceptions import FigureError, UsageError
from govbudget.subjects import (
    Chart,
    Classification,
    SubjectCode,
    UnknownSubjectError,
    chart,
    classification_of,
)
from govbudget.targets import Direction, MeasureUnit, NotATarget, Target, TargetKind, parse_target


@frozen
class _SubjectCodeValidator:
    year: int
    classification: Classification | None
    charts: tuple[Chart, ...]
    known: bool

    def __call__(self, instance: object, attribute: Attribute[Any], value: object) -> None:  # noqa: ARG002 - what attrs calls
        code = value if isinstance(value, SubjectCode) else SubjectCode.parse(value)  # type: ignore[arg-type]
        kind = classification_of(code)
        if kind is None or not kind.takes(code) or self.classification not in (None, kind):
            wanted = self.classification.label.en if self.classification else "any classification"
            raise FigureError(
                str(code),
                f"{attribute.name} is no code of the {wanted}",
                "check the first digit",
                zh=f"{attribute.name} 不是{self.classification.label.zh if self.classification else '任何分类'}的编码；请核对首位数字",
            )
        own = (one for one in self.charts if one.classification is kind and one.year == self.year)
        found = next(own, None) or chart(kind, self.year)
        if code not in found and (self.known or found.is_complete):
            msg = f"{attribute.name} is {code}, which is not in the {kind.value} chart of {self.year}"
            raise UnknownSubjectError(
                msg, zh=f"{attribute.name} 为 {code}，{self.year} 年的{kind.label.zh}中没有；请核对编码和年度"
            )


def subject_code(
    *,
    year: int,
    classification: Classification | None = None,
    charts: tuple[Chart, ...] = (),
    known: bool = False,
) -> Any:
    """Return an attrs validator for subject codes: their form, their classification, and whether they are known.

    Args:
        year: The budget year; there is no default, because charts change.
        classification: Only codes of this classification.
        charts: Official charts, to go before those of the package.
        known: Refuse codes that the chart does not have even where it is not complete; a complete chart always does.

    Raises:
        SubjectCodeError: (when validating) The value is no code.
        FigureError: (when validating) It is of another classification.
        UnknownSubjectError: (when validating) The chart does not have it.
    """
    return _SubjectCodeValidator(year, classification, charts, known)


@frozen
class _AmountValidator:
    unit: Unit | None
    decimals: int | None
    negative: bool

    def __call__(self, instance: object, attribute: Attribute[Any], value: object) -> None:  # noqa: ARG002 - what attrs calls
        name = attribute.name
        if not isinstance(value, Amount):
            raise FigureError(
                value,
                f"{name} is a {type(value).__name__}, not an Amount",
                "give Amount('1.00', '万元')",
                zh=f"{name} 是 {type(value).__name__}，不是 Amount；请给出 Amount('1.00', '万元')",
            )
        if self.unit is not None and value.unit is not self.unit:
            raise FigureError(
                str(value),
                f"{name} is not in {self.unit.value}",
                f"convert it: value.to({self.unit.value!r})",
                zh=f"{name} 的单位不是{self.unit.value}；请换算：value.to({self.unit.value!r})",
            )
        if self.decimals is not None and value.decimals != self.decimals:
            reason = f"{name} has {value.decimals} decimals, not {self.decimals}"
            raise FigureError(
                str(value),
                reason,
                "give the figure as it is printed",
                zh=f"{name} 有 {value.decimals} 位小数，不是 {self.decimals} 位；请给出印出的数",
            )
        if value.coefficient < 0 and not self.negative:
            raise FigureError(
                str(value),
                f"{name} is negative",
                "allow it with amount(negative=True)",
                zh=f"{name} 为负数；确可为负的请用 amount(negative=True)",
            )


def amount(*, unit: str | Unit | None = None, decimals: int | None = None, negative: bool = False) -> Any:
    """Return an attrs validator for amounts: their unit, their decimals and their sign.

    Args:
        unit: The unit they must have.
        decimals: The number of decimals they must be printed with.
        negative: Whether they may be negative.

    Raises:
        FigureError: (when validating) The value is no such amount.
    """
    return _AmountValidator(None if unit is None else Unit.named(unit), decimals, negative)


@frozen
class _TargetValidator:
    direction: Direction | None
    unit: MeasureUnit | None
    kinds: frozenset[TargetKind]

    def __call__(self, instance: object, attribute: Attribute[Any], value: object) -> None:  # noqa: ARG002 - what attrs calls
        name = attribute.name
        if not isinstance(value, Target):
            raise FigureError(
                value,
                f"{name} is a {type(value).__name__}, not a Target",
                "give parse_target('≥95%')",
                zh=f"{name} 是 {type(value).__name__}，不是 Target；请给出 parse_target('≥95%')",
            )
        text = str(value)
        if isinstance(value, NotATarget):
            raise FigureError(
                text,
                f"{name} is no target: {value.reason.en}",
                "write what is to be reached",
                zh=f"{name} 不是指标值：{value.reason.zh}；请写明要达到什么",
            )
        if value.is_unsatisfiable:
            raise FigureError(
                text,
                f"{name} cannot be met by any value",
                "check both limits",
                zh=f"{name} 没有任何数值能够达到；请核对两端",
            )
        self._match(value, name, text)

    def _match(self, value: Target, name: str, text: str) -> None:
        """Refuse a target of another kind, direction or unit."""
        if self.kinds and value.kind not in self.kinds:
            wanted = ", ".join(sorted(kind.value for kind in self.kinds))
            raise FigureError(
                text,
                f"{name} is a {value.kind.value}",
                f"give one of: {wanted}",
                zh=f"{name} 的类型是 {value.kind.value}；请给出：{wanted}",
            )
        if self.direction is not None and value.direction is not self.direction:
            reason = f"{name} has the direction {value.direction.value}"
            raise FigureError(
                text,
                reason,
                f"give one that is {self.direction.value}",
                zh=f"{name} 的方向是 {value.direction.value}；请给出方向为 {self.direction.value} 的",
            )
        if self.unit is not None and (value.unit is None or value.unit.dimension != self.unit.dimension):
            reason = f"{name} is in {value.unit or 'no unit'}"
            raise FigureError(
                text,
                reason,
                f"give one that can be compared with {self.unit}",
                zh=f"{name} 的单位是 {value.unit or '空'}；请给出可与 {self.unit} 比较的",
            )


def target(
    *,
    direction: Direction | str | None = None,
    unit: str | None = None,
    kinds: TargetKind | str | Iterable[TargetKind | str] = (),
) -> Any:
    """Return an attrs validator for performance targets: that they are some, can be met, and of which sort they are.

    Args:
        direction: The direction they must have, such as "at_least".
        unit: A unit with which theirs must be comparable, such as "%".
        kinds: The kinds of target that are allowed, or one kind; all if empty.

    Raises:
        FigureError: (when validating) The value is no such target.
        UsageError: The direction, the unit or a kind is unknown.
    """
    try:
        way = None if direction is None else Direction(direction)
        named = (kinds,) if isinstance(kinds, str | TargetKind) else kinds
        allowed = frozenset(TargetKind(kind) for kind in named)
    except (TypeError, ValueError) as error:
        msg = f"{error}; see govbudget.targets.Direction and TargetKind for the names"
        raise UsageError(msg, zh=f"{error}；可用的名称见 govbudget.targets.Direction 和 TargetKind") from None
    measure = None if unit is None else parse_target("1", unit).unit
    if unit is not None and measure is None:
        msg = f"{unit!r} is no unit of measurement; give one such as % or 个工作日"
        raise UsageError(msg, zh=f"{unit!r} 不是计量单位；请给出如 % 或 个工作日")
    return _TargetValidator(way, measure, allowed)
