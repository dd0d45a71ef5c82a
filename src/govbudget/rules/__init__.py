"""What must hold and why: rules as frozen values, in families."""

from govbudget.rules._rules import (
    Card,
    Context,
    Documents,
    Example,
    Rule,
    RuleSet,
    Severity,
    Sheet,
    Statement,
    rule,
)
from govbudget.rules.standard import STANDARD, TOGETHER

__all__ = [
    "STANDARD",
    "TOGETHER",
    "Card",
    "Context",
    "Documents",
    "Example",
    "Rule",
    "RuleSet",
    "Severity",
    "Sheet",
    "Statement",
    "rule",
]
