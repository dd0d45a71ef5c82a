"""Every rule ships cases that hold and cases that fail; all are executed."""

import pytest
from attrs import evolve

import govbudget
from govbudget.labels import year_in
from govbudget.relations import Outcome, recheck
from govbudget.rules import TOGETHER

GRAVEST = [Outcome.FAILED, Outcome.UNDECIDED, Outcome.ROUNDING, Outcome.PASSED, Outcome.NOT_APPLICABLE]
ALL = (*govbudget.STANDARD, *TOGETHER)
CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{i}-{example.outcome.value}")
    for rule in ALL
    for i, example in enumerate(rule.card.examples)
]


def gravest(report):
    """The gravest outcome of a report."""
    return next((outcome for outcome in GRAVEST if report.summary[outcome]), Outcome.NOT_APPLICABLE)


def tables_of(example):
    """The tables of an example."""
    return [govbudget.read_rows(one.cells(), title=one.title, unit=one.unit) for one in example.sheets()]


def disclosure_of(example):
    """The tables of an example, and the narrative beside them if it has one."""
    tables = tables_of(example)
    told = govbudget.read_text(f"{example.title}\n{example.text}")
    return evolve(told, tables=tables) if example.text else tables


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_has_the_outcome_that_its_card_says(rule, example):
    """The gravest outcome of an example is that of the card, and a failure is reported with all that a person needs."""
    if rule.scope == "documents":
        tables = tables_of(example)
        given = [govbudget.Disclosure([one], entity="某局", year=year_in(one.title)) for one in tables]
        told = govbudget.read_text(f"{example.title}\n{example.text}")
        given[0] = evolve(given[0], narrative=told.narrative)
        report = govbudget.check_together(given, rule)
    else:
        report = govbudget.check(disclosure_of(example), rule, charts=example.charts)
    assert gravest(report) is example.outcome
    assert bool(report.findings) == (example.outcome is Outcome.FAILED)
    for finding in report.findings:
        assert finding.severity is rule.card.severity
        assert set(finding.message) == {"zh", "en"}
        assert finding.locations
        assert finding.certificate is None or recheck(finding.certificate)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_card_is_complete(rule):
    """Every card has its texts in both languages, a formula, a basis, and a case that fails beside one that does not."""
    card = rule.card
    for texts in (card.title, card.statement):
        assert set(texts) == {"zh", "en"}
        assert all(texts.values())
    assert card.formula
    assert card.basis
    assert card.family in {"SUM", "SUB", "TIE", "DOC", "PRO", "PCT", "TXT", "TGT"}
    outcomes = {example.outcome for example in card.examples}
    assert Outcome.FAILED in outcomes
    assert len(outcomes) > 1
