"""The report: every judgement by rule and table, and the findings among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from attrs import evolve, field, frozen

from govbudget.checking._findings import Finding
from govbudget.diagnosis import Diagnosis, ShiftedRows, gathered
from govbudget.disclosures import Disclosure, Table
from govbudget.exceptions import RuleError, UsageError
from govbudget.intervals import Rounding
from govbudget.labels import names_other_years, year_in
from govbudget.relations import Judgement, Outcome, SumTree, judge, judge_tree
from govbudget.rules import STANDARD, Context, Documents, Rule, RuleSet, Severity
from govbudget.subjects import Chart

Kind = TypeVar("Kind")


@frozen(eq=False)
class Entry:
    """What one rule found in one table or in the whole disclosure.

    Args:
        rule: The rule.
        table: The table; None if the rule speaks of the whole disclosure.
        scope: What the rule spoke of: the table, the disclosure or the documents.
        passed: How many relations hold exactly.
        nothing: How many relations have nothing printed.
        others: The judgements of all other relations, in the order in which the rule states them.
        rounding: The rounding that was assumed.
        context: What the rule was given beside its scope.
    """

    rule: Rule = field(repr=lambda rule: rule.id)
    table: Table | None
    scope: Table | Disclosure | Documents = field(repr=False)
    passed: int
    nothing: int
    others: tuple[Judgement, ...] = field(repr=False)
    rounding: Rounding = field(repr=False)
    context: Context = field(repr=False)

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many relations had which outcome; every outcome is there."""
        found = dict.fromkeys(Outcome, 0)
        found[Outcome.PASSED], found[Outcome.NOT_APPLICABLE] = self.passed, self.nothing
        for judgement in self.others:
            found[judgement.outcome] += 1
        return found

    def judgements(self) -> Iterator[Judgement]:
        """Iterate over all judgements, those that hold exactly included; these are judged again, not kept."""
        for statement in self.rule.state(self.scope, self.context):
            for relation in statement.relations() if isinstance(statement, SumTree) else (statement,):
                yield judge(relation, rounding=self.rounding)


def entered(rule: Rule, scope: Table | Disclosure | Documents, rounding: Rounding, context: Context) -> Entry:
    """Return what a rule finds in its scope.

    Args:
        rule: The rule.
        scope: The table, the disclosure or the documents.
        rounding: How they round.
        context: What else the rule may need.

    Raises:
        RuleError: The rule does not yield relations.
    """
    passed = nothing = 0
    others: list[Judgement] = []
    stated: object = rule.state(scope, context)
    if not isinstance(stated, Iterable):
        msg = f"{rule.id} states {stated!r}; let its function yield relations"
        raise RuleError(msg, zh=f"{rule.id} 给出的是 {stated!r}；规则的函数应逐个给出关系")
    for statement in stated:
        if isinstance(statement, SumTree):
            tally = judge_tree(statement, rounding=rounding)
            passed += tally.passed
            nothing += tally.nothing
            others += tally.others
            continue
        judgement = judge(statement, rounding=rounding)
        if judgement.outcome is Outcome.PASSED:
            passed += 1
        elif judgement.outcome is Outcome.NOT_APPLICABLE:
            nothing += 1
        else:
            others.append(judgement)
    table = scope if isinstance(scope, Table) else None
    return Entry(rule, table, scope, passed, nothing, tuple(others), rounding, context)


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
    rules: RuleSet = field(repr=False)
    entries: tuple[Entry, ...] = field(repr=False)
    rounding: Rounding = Rounding.HALF_UP
    findings: tuple[Finding, ...] = field(init=False, repr=False)
    """The relations that cannot be true, in the order of the rules."""

    @findings.default
    def _find(self) -> tuple[Finding, ...]:
        failed = (
            (entry, judgement)
            for entry in self.entries
            for judgement in entry.others
            if judgement.outcome is Outcome.FAILED
        )
        diagnoses = {id(one.context): Diagnosis(one.context, self.rounding) for one in self.entries}
        return tuple(
            Finding(entry.rule, judgement, entry.table, self.rounding, diagnoses[id(entry.context)])
            for entry, judgement in failed
        )

    @property
    def summary(self) -> dict[Outcome, int]:
        """How many relations had which outcome, every outcome included."""
        counts = [entry.counts for entry in self.entries]
        return {outcome: sum(found[outcome] for found in counts) for outcome in Outcome}

    @property
    def ledger(self) -> tuple[LedgerRow, ...]:
        """The relations by rule, table and outcome."""
        return tuple(
            LedgerRow(
                entry.rule.id,
                entry.table.title if entry.table else None,
                self.disclosure.number(entry.table) if entry.table else None,
                entry.counts,
            )
            for entry in self.entries
        )

    @property
    def causes(self) -> tuple[tuple[ShiftedRows, tuple[Finding, ...]], ...]:
        """The proved causes, together for every table, each with the findings that it explains."""
        told = [(finding, cause) for finding in self.findings if (cause := finding.cause) is not None]

        def explained(rows: ShiftedRows) -> Iterator[Finding]:
            own = {id(shift.row) for shift in rows.shifts}
            return (finding for finding, cause in told if own & {id(shift.row) for shift in cause.shifts})

        return tuple((rows, tuple(explained(rows))) for rows in gathered(cause for _, cause in told))

    @property
    def has_errors(self) -> bool:
        """Whether there is a finding of severity error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def judgements(self, outcome: Outcome | None = None) -> Iterator[tuple[Entry, Judgement]]:
        """Iterate over the judgements with their entries.

        Args:
            outcome: Only those of this outcome.
        """
        exact = outcome in (None, Outcome.PASSED, Outcome.NOT_APPLICABLE)
        for entry in self.entries:
            for judgement in entry.judgements() if exact else entry.others:
                if outcome is None or judgement.outcome is outcome:
                    yield entry, judgement


def check(
    disclosure: Disclosure | Table | Iterable[Table],
    rules: RuleSet | Rule | Iterable[Rule] | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
    charts: Chart | Iterable[Chart] = (),
    year: int | None = None,
) -> Report:
    """Check a disclosure, or tables, against rules.

    Args:
        disclosure: What `read_text`, `read_file`, `read_rows` or `read_records` returned, or several tables.
        rules: The rules, as a set, a list or a single one; all standard rules if not given.
        rounding: How the document rounds.
        charts: Official charts, as `read_chart` returns them; one of the budget year goes before that of the package.
        year: The budget year of a disclosure that does not say it; it goes before the titles of the tables.

    Raises:
        RuleError: Two rules share an id, or something is no rule.
        UsageError: What is to be checked is neither a disclosure nor tables, or no chart is of the budget year.
    """
    disclosure = _disclosure(disclosure)
    if year is not None and type(year) is not int:
        msg = f"year is {year!r}, a {type(year).__name__}; give a number such as 2021"
        raise UsageError(msg, zh=f"year 是 {year!r}（{type(year).__name__}）；请给出数字，如 2021")
    if disclosure.year is None:
        stated = (found for table in disclosure.tables if (found := _stated_year(table)))
        disclosure = evolve(disclosure, year=year or next(stated, None))
    if type(rounding) is not Rounding:
        msg = f"rounding is {rounding!r}, a {type(rounding).__name__}; give one such as Rounding.HALF_UP"
        raise UsageError(
            msg, zh=f"rounding 是 {rounding!r}（{type(rounding).__name__}）；请给出如 Rounding.HALF_UP"
        )
    context = Context(disclosure, _several(charts, Chart, "charts"))
    chosen = STANDARD if rules is None else rules
    if not isinstance(chosen, RuleSet):
        chosen = RuleSet(_several(chosen, Rule, "rules"))
    entries = tuple(
        entered(one, scope, rounding, context)
        for one in chosen
        if one.holds_in(disclosure.year)
        for scope in one.scopes(disclosure)
    )
    return Report(disclosure, chosen, entries, rounding)


def _several(given: object, kind: type[Kind], name: str) -> tuple[Kind, ...]:
    """Return the charts or rules that were given, alone or several."""
    if isinstance(given, kind):
        return (given,)
    if not isinstance(given, Iterable):
        msg = f"{given!r} are no {name}; give one, or a list of them"
        raise UsageError(msg, zh=f"{given!r} 不可用作 {name}；请给出一项或其列表")
    return tuple(given)


def _stated_year(table: Table) -> int | None:
    """Return the year of a title; what is printed below the title of a form may contradict it."""
    if table.form is not None:
        return table.form.year
    return None if names_other_years(table.title) else year_in(table.title)


def _disclosure(given: Disclosure | Table | Iterable[Table]) -> Disclosure:
    if isinstance(given, Disclosure):
        return given
    tables = tuple(given) if isinstance(given, Iterable) else (given,)
    wrongs = [one for one in tables if not isinstance(one, Table)]
    if wrongs:
        wrong = wrongs[0]
        msg = f"{wrong!r} is a {type(wrong).__name__}, not a table; read text with read_text, files with read_file"
        raise UsageError(
            msg,
            zh=f"{wrong!r} 是 {type(wrong).__name__}，不是表；文本用 read_text 读取，文件用 read_file 读取",
        )
    return Disclosure(tables, source=next((table.origin.source for table in tables), None))
