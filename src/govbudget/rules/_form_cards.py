"""What the families of rules about performance forms share: the shape of their cards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from govbudget.amounts import Amount
from govbudget.disclosures import Disclosure, Indicator
from govbudget.exceptions import FigureError
from govbudget.labels import normalise
from govbudget.relations import Outcome, Relation
from govbudget.rules._rules import Card, Example, Rule, Severity
from govbudget.targets import Bounded, Measure
from govbudget.vocabulary import form_words

_TEMPLATE = re.compile(r"\([^()]*\)?\*?$")
"""What stands in brackets at the end of a name; the second bracket may be cut off."""
_MONEY = ("元", "万元", "亿元")

BASIS = "财预〔2015〕88号《中央部门预算绩效目标管理办法》及各地绩效目标表样"
PROJECT = "2021年项目绩效目标表"
OVERALL = "2021年部门整体绩效目标表"


LIST = "一级指标 | 二级指标 | 三级指标 | 指标值"
"""The headings of a list of indicators."""


def bounded_targets(disclosure: Disclosure) -> Iterator[tuple[Indicator, Bounded]]:
    """Iterate over the indicators whose target values name limits.

    Args:
        disclosure: The disclosure.
    """
    for one in disclosure.indicators:
        if isinstance(one.parsed, Bounded):
            yield one, one.parsed


def named(term: str, indicator: Indicator) -> bool:
    """Tell whether the name of an indicator is of a sort, whatever the template in brackets at its end.

    Args:
        term: The sort, such as "counts".
        indicator: The indicator.
    """
    return form_words().terms[term].fullmatch(_TEMPLATE.sub("", normalise(indicator.name))) is not None


def is_cost(one: Indicator) -> bool:
    """Tell whether an indicator stands among the costs, or bears the name of one outside of the benefits.

    Args:
        one: The indicator.
    """
    cost, benefit = (form_words().terms[name] for name in ("cost_group", "benefit_group"))
    levels = [normalise(level) for level in one.levels]
    if any(benefit.fullmatch(level) for level in levels):
        return False
    return named("costs", one) or any(cost.fullmatch(level) for level in levels)


def aimed_amount(target: Bounded) -> Amount | None:
    """Return the money that a target names: its upper limit, else its lower one; None if it names none.

    Args:
        target: The target.
    """
    end = target.high or target.low
    value = end.value if end is not None else None
    if not isinstance(value, Measure) or value.unit is None or value.unit.word not in _MONEY:
        return None
    try:
        return Amount(value.number, value.unit.word)
    except FigureError:  # more decimals than any amount has
        return None


def example(outcome: Outcome, *rows: str, title: str = PROJECT) -> Example:
    """Return an example of a card.

    Args:
        outcome: The gravest outcome that the rule must have.
        rows: The rows of the form.
        title: Its title.
    """
    return Example(title, "万元", rows, outcome)


def form_rule(  # noqa: PLR0913, PLR0917 - one line for every rule below
    number: int,
    name: str,
    title: tuple[str, str],
    statement: tuple[str, str],
    formula: str,
    severity: Severity,
    states: Callable[[Disclosure], Iterator[Relation]],
    examples: tuple[Example, ...],
    message: tuple[str, str] | None = None,
) -> Rule:
    """Return a rule of the family TGT about forms, whose cards are alike but for these values."""
    card = Card(
        f"TGT-{number:03}", name, title, statement, formula, BASIS, severity, message, examples=examples
    )
    return Rule(card, "disclosure", states)
