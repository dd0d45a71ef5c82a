"""Performance targets (绩效指标值): a small language, its values, their algebra, and whether they were achieved."""

from govbudget.targets._achievement import Achievement, Band, Score, score
from govbudget.targets._base import Target
from govbudget.targets._context import expected_direction, indicator_names
from govbudget.targets._errors import TargetSyntaxError
from govbudget.targets._kinds import Direction, NotComparableError, Operator, TargetKind, Trend
from govbudget.targets._nodes import Bounded, Listed, NotATarget, Qualitative
from govbudget.targets._parser import as_target, parse_target
from govbudget.targets._structured import StructuredTarget, parse_structured
from govbudget.targets._units import MeasureUnit
from govbudget.targets._values import End, Level, Measure, Period

__all__ = [
    "Achievement",
    "Band",
    "Bounded",
    "Direction",
    "End",
    "Level",
    "Listed",
    "Measure",
    "MeasureUnit",
    "NotATarget",
    "NotComparableError",
    "Operator",
    "Period",
    "Qualitative",
    "Score",
    "StructuredTarget",
    "Target",
    "TargetKind",
    "TargetSyntaxError",
    "Trend",
    "as_target",
    "expected_direction",
    "indicator_names",
    "parse_structured",
    "parse_target",
    "score",
]
