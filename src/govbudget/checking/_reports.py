"""The report: every judgement by rule and table, and the findings among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from govbudget.checking._findings import Finding
from govbudget.diagnosis import explain
from govbudget.disclosures import Disclosure, Table
from govbudget.intervals import Rounding
from govbudget.relations import Judgement, Outcome, judge
from govbudget.rules import STANDARD, Rule, RuleSet, Severity


@frozen(eq=False)
class Entry:
    """What one rule found in one table (or, with None, in the whole disclosure).

    Args:
        rule: The rule.
        table: The table.
        judgements: The judgements, in the order in which the rule states its relations.
    """

    rule: Rule
    table: Table | None
    judgements: tuple[Judgement, ...] = field(repr=False)

    def counts(self) -> Counter[Outcome]:
        """How many relations had which outcome."""
        return Counter(judgement.outcome for judgement in self.judgements)


@frozen
class LedgerRow:
    """One line of the ledger: a rule, a table, and how many relations had which outcome.

    Args:
        rule: The rule's id.
        table: The table's title; None for the whole disclosure.
        number: The table's number.
        counts: Relations by outcome; every outcome is there.
    """

    rule: str
    table: str | None
    number: int | None
    counts: Mapping[Outcome, int] = field(hash=False)


@frozen(eq=False)
class Report:
    """The result of a check.

    Args:
        disclosure: What was checked.
        rules: The rules that were run.
        entries: What each rule found in each table.
        rounding: The rounding that was assumed.
    """

    disclosure: Disclosure
    rules: RuleSet
    entries: tuple[Entry, ...] = field(repr=False)
    rounding: Rounding = Rounding.HALF_UP
    findings: tuple[Finding, ...] = field(init=False)

    @findings.default
    def _find(self) -> tuple[Finding, ...]:
        failed = (
            (entry, judgement)
            for entry in self.entries
            for judgement in entry.judgements
            if judgement.outcome is Outcome.FAILED
        )
        return tuple(
            Finding(
                entry.rule, judgement, self.rounding, explain(entry.table, judgement.relation, self.rounding)
            )
            for entry, judgement in failed
        )

    @property
    def summary(self) -> dict[Outcome, int]:
        """How many relations had which outcome, every outcome included."""
        return _complete(sum((entry.counts() for entry in self.entries), Counter()))

    @property
    def ledger(self) -> tuple[LedgerRow, ...]:
        """The relations by rule, table and outcome."""
        return tuple(
            LedgerRow(
                entry.rule.id,
                entry.table.title if entry.table else None,
                entry.table.origin.number if entry.table else None,
                _complete(entry.counts()),
            )
            for entry in self.entries
        )

    @property
    def has_errors(self) -> bool:
        """Whether there is a finding of severity error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def judgements(self, outcome: Outcome | None = None) -> Iterator[tuple[Entry, Judgement]]:
        """Iterate over the judgements with their entries.

        Args:
            outcome: Only those of this outcome.
        """
        for entry in self.entries:
            for judgement in entry.judgements:
                if outcome is None or judgement.outcome is outcome:
                    yield entry, judgement


def _complete(counts: Counter[Outcome]) -> dict[Outcome, int]:
    return {outcome: counts[outcome] for outcome in Outcome}


def check(
    disclosure: Disclosure | Table,
    rules: RuleSet | Rule | Iterable[Rule] | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
) -> Report:
    """Check a disclosure, or a single table, against rules.

    Args:
        disclosure: What `read_text`, `read_file`, `read_rows` or `read_records` returned.
        rules: The rules, as a set, a list or a single one; all standard rules if not given.
        rounding: How the document rounds.

    Raises:
        RuleError: Two rules share an id.
    """
    if isinstance(disclosure, Table):
        disclosure = Disclosure((disclosure,), source=disclosure.origin.source)
    chosen = STANDARD if rules is None else rules
    if not isinstance(chosen, RuleSet):
        chosen = RuleSet((chosen,) if isinstance(chosen, Rule) else tuple(chosen))
    entries = tuple(
        Entry(one, table, tuple([judge(relation, rounding=rounding) for relation in relations]))
        for one in chosen
        if one.holds_in(disclosure.year)
        for table, relations in one.relations(disclosure)
    )
    return Report(disclosure, chosen, entries, rounding)
