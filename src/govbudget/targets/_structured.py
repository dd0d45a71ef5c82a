"""The form in which budget systems keep targets: 指标性质 (≥, ≤, =, >, <, 定性), 指标值, 度量单位."""

from __future__ import annotations

from attrs import frozen

from govbudget.exceptions import UsageError
from govbudget.targets._base import Target
from govbudget.targets._kinds import Operator
from govbudget.targets._lexicon import normal_text
from govbudget.targets._nodes import Bounded, Qualitative
from govbudget.targets._parser import parse_target
from govbudget.targets._values import Level, Measure, plain_number

QUALITATIVE = "定性"


@frozen
class StructuredTarget:
    """A target in the fields of a budget system (预算管理一体化).

    Args:
        nature: 指标性质: ≥, ≤, =, >, < or 定性.
        value: 指标值: the number, date or words.
        unit: 度量单位, empty where there is none.
    """

    nature: str
    value: str
    unit: str = ""

    def __attrs_post_init__(self) -> None:
        for name in ("nature", "value", "unit"):
            given = getattr(self, name)
            if not isinstance(given, str):
                msg = f"{name} is {given!r}, a {type(given).__name__}; give the text as the system keeps it"
                raise UsageError(
                    msg, zh=f"{name} 是 {given!r}（{type(given).__name__}）；请给出系统所存的文本"
                )


def structured(target: Target) -> StructuredTarget:
    """Return a target in the fields of a budget system.

    Args:
        target: A target with one value, or in words.

    Raises:
        UsageError: It is a range, a list or no target.

    >>> from govbudget.targets import parse_target
    >>> structured(parse_target("不少于3.50万元"))
    StructuredTarget(nature='≥', value='3.5', unit='万元')
    """
    if isinstance(target, Qualitative):
        return StructuredTarget(QUALITATIVE, target.word)
    value = target.value if isinstance(target, Bounded) else None
    operator = target.operator
    if value is None or operator is None or operator is Operator.ABOUT:
        msg = f"“{target}” has no structured form; give a target with one exact value"
        raise UsageError(msg, zh=f"“{target}”没有结构化形式；请给出只有一个确切数值的指标值")
    if isinstance(value, Level):
        return StructuredTarget(QUALITATIVE, str(target))
    if isinstance(value, Measure):
        return StructuredTarget(operator.value, plain_number(value.number), str(value.unit or ""))
    return StructuredTarget(operator.value, str(value))


def parse_structured(fields: StructuredTarget) -> Target:
    """Return the target that the fields of a budget system state.

    Args:
        fields: Nature, value and unit.

    Raises:
        TargetSyntaxError: The value is malformed, or contradicts the nature.

    >>> str(parse_structured(StructuredTarget("≤", "20", "%")))
    '≤20%'
    """
    sign, value = normal_text(fields.nature).strip(), fields.value.strip()
    if sign in (QUALITATIVE, f"{QUALITATIVE}指标", ""):
        return parse_target(fields.value, fields.unit or None)
    if normal_text(value).startswith(sign):  # ≥ and ≥95 are one comparison
        return parse_target(value, fields.unit or None)
    return parse_target(f"{sign}{value}", fields.unit or None)
