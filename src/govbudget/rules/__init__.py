"""What must hold and why: rules as frozen values, in families."""

from govbudget.rules._rules import Card, Context, Example, Rule, RuleSet, Severity, Sheet, Statement, rule
from govbudget.rules.standard import STANDARD

__all__ = [
    "STANDARD",
    "Card",
    "Context",
    "Example",
    "Rule",
    "RuleSet",
    "Severity",
    "Sheet",
    "Statement",
    "rule",
]
