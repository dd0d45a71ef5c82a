"""Ready attrs validators for the classes of other programs.

>>> from attrs import field, frozen
>>> from govbudget.subjects import Classification, SubjectCode
>>> @frozen
... class Line:
...     subject: SubjectCode = field(converter=SubjectCode.parse, validator=subject_code(year=2021))
...     spent: Amount = field(validator=amount(unit="万元", decimals=2))
>>> str(Line("210 15 06", Amount("12.00", "万元")).subject)
'2101506'
"""

from __future__ import annotations

from typing import Any

from attrs import Attribute, frozen

from govbudget.amounts import Amount, Unit
from govbudget.exceptions import FigureError
from govbudget.subjects import (
    Chart,
    Classification,
    SubjectCode,
    UnknownSubjectError,
    chart,
    classification_of,
)


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
                str(code), f"{attribute.name} is no code of the {wanted}", "check the first digit"
            )
        own = (one for one in self.charts if one.classification is kind and one.year == self.year)
        found = next(own, None) or chart(kind, self.year)
        if code not in found and (self.known or found.is_complete):
            msg = f"{attribute.name} is {code}, which is not in the {kind.value} chart of {self.year}"
            raise UnknownSubjectError(msg)


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
                value, f"{name} is a {type(value).__name__}, not an Amount", "give Amount('1.00', '万元')"
            )
        if self.unit is not None and value.unit is not self.unit:
            raise FigureError(
                str(value),
                f"{name} is not in {self.unit.value}",
                f"convert it: value.to({self.unit.value!r})",
            )
        if self.decimals is not None and value.decimals != self.decimals:
            reason = f"{name} has {value.decimals} decimals, not {self.decimals}"
            raise FigureError(str(value), reason, "give the figure as it is printed")
        if value.coefficient < 0 and not self.negative:
            raise FigureError(str(value), f"{name} is negative", "allow it with amount(negative=True)")


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
