"""What a rule is: a frozen value that says what must hold, why, and which relations follow for a document."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from attrs import evolve, field, frozen

from govbudget.coordinates import CellIndex, Lost, index_cells, lost_rows
from govbudget.disclosures import Disclosure, Side, Table
from govbudget.exceptions import RuleError, UsageError
from govbudget.relations import Outcome, Relation, SumTree
from govbudget.rules._details import partly_detailed
from govbudget.subjects import Chart, Classification, chart

Statement = Relation | SumTree
"""What a rule may yield: a relation, or all the sums of one line of a table at once."""

_ID = re.compile(r"[A-Z]{2,8}-\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Severity(enum.Enum):
    """How grave it is when a rule's relation fails."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


def _cells(rows: tuple[str, ...]) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in rows]


@frozen
class Sheet:
    """A further table of an example.

    Args:
        title: The title of the table.
        unit: Its unit.
        rows: Its rows, headings first, cells separated by "|".
    """

    title: str
    unit: str
    rows: tuple[str, ...]

    def cells(self) -> list[list[str]]:
        """Return the rows as lists of cells."""
        return _cells(self.rows)


@frozen
class Example:
    """A small table, or text, for which a rule's relations are known to hold or to fail; executed by tests and docs.

    Args:
        title: The title of the table.
        unit: Its unit.
        rows: Its rows, headings first, cells separated by "|".
        outcome: The gravest outcome that the rule must have.
        charts: Official charts that are given to the check.
        text: The narrative beside the table; a line for every paragraph.
        further: Further tables of the same document, or each of a further document where the rule compares documents.
    """

    title: str
    unit: str
    rows: tuple[str, ...]
    outcome: Outcome
    charts: tuple[Chart, ...] = field(default=(), hash=False)
    text: str = ""
    further: tuple[Sheet, ...] = ()

    def cells(self) -> list[list[str]]:
        """Return the rows as lists of cells."""
        return _cells(self.rows)

    def sheets(self) -> tuple[Sheet, ...]:
        """Return all its tables, the first included if it has rows."""
        first = (Sheet(self.title, self.unit, self.rows),) if self.rows else ()
        return (*first, *self.further)


def by_language(texts: Mapping[str, str] | tuple[str, str] | None) -> dict[str, str]:
    """Return texts by language; a pair is Chinese and English, and nothing is no text.

    Args:
        texts: The texts.
    """
    if isinstance(texts, tuple):
        return dict(zip(("zh", "en"), texts, strict=True))
    return dict(texts or {})


@frozen
class Card:
    """What a rule says, for people.

    Args:
        id: Permanent: family and three digits.
        name: A kebab-case name.
        title: What it is called, by language ("zh", "en").
        statement: What must hold, by language.
        formula: The relation in symbols.
        basis: The regulation or form it rests on.
        severity: How grave a failure is.
        message: How a failure is reported, by language; the fields of a finding may be named in braces.
        since: The first year for which it holds, if not always.
        until: The last year for which it holds, if not for good.
        examples: Cases that pass and cases that fail.

    Raises:
        RuleError: The id or the name is malformed.
    """

    id: str = field()
    name: str = field()
    title: dict[str, str] = field(converter=by_language, hash=False)
    statement: dict[str, str] = field(converter=by_language, hash=False)
    formula: str = ""
    basis: str = ""
    severity: Severity = Severity.ERROR
    message: dict[str, str] = field(factory=dict, converter=by_language, hash=False)
    since: int | None = None
    until: int | None = None
    examples: tuple[Example, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            msg = f"rule id {self.id!r} is malformed; give a family and three digits, such as SUM-001"
            raise RuleError(msg, zh=f"规则编号 {self.id!r} 格式有误；请给出族名和三位数字，如 SUM-001")
        if not _NAME.fullmatch(self.name):
            msg = (
                f"rule name {self.name!r} is malformed; give words in small letters, such as column-breakdown"
            )
            raise RuleError(msg, zh=f"规则名 {self.name!r} 格式有误；请用小写英文单词，如 column-breakdown")

    @property
    def family(self) -> str:
        """The letters of the id."""
        return self.id.partition("-")[0]


@frozen(eq=False)
class Context:
    """What a rule may need beside the table it speaks of.

    Args:
        disclosure: The disclosure that is checked.
        charts: Official charts that the user brings; they go before those of the package.

    Raises:
        UsageError: Something is no chart, or no chart is of the year of the disclosure.
    """

    disclosure: Disclosure
    charts: tuple[Chart, ...] = ()

    def __attrs_post_init__(self) -> None:
        wrong = next((one for one in self.charts if not isinstance(one, Chart)), None)
        if wrong is not None:
            msg = f"{wrong!r} is a {type(wrong).__name__}, not a chart; read one with subjects.read_chart"
            raise UsageError(
                msg, zh=f"{wrong!r} 是 {type(wrong).__name__}，不是科目表；请用 subjects.read_chart 读取"
            )
        year = self.disclosure.year
        if year is not None and self.charts and all(one.year != year for one in self.charts):
            years = ", ".join(sorted({str(one.year) for one in self.charts}))
            msg = f"the charts are of {years}, the disclosure is of {year}; give the chart of {year}"
            raise UsageError(msg, zh=f"科目表是 {years} 年的，而文件是 {year} 年的；请给出 {year} 年的科目表")

    @cached_property
    def cells(self) -> CellIndex:
        """The cells of the disclosure by their coordinates."""
        return index_cells((self.disclosure,))

    @cached_property
    def lost(self) -> tuple[Lost, ...]:
        """The totals that lack rows which another table prints."""
        return tuple(lost_rows(self.cells))

    def open_totals(self, table: Table, side: Side) -> frozenset[tuple[int, int]]:
        """Return the cells of a side, by row and column, of which parts may stand elsewhere.

        Args:
            table: The table.
            side: One of its sides.
        """
        reach = side.last_branch() if self.disclosure.may_continue(table) else frozenset()
        lost = {(one.total.row.index, one.total.column.index) for one in self.lost if one.side == id(side)}
        open_cells = {(row, column.index) for row in reach for column in side.columns}
        return frozenset(open_cells | lost | set(partly_detailed(side)))

    def chart(self, classification: Classification) -> Chart | None:
        """Return the chart of the budget year, or None where the year is not known.

        Args:
            classification: Which classification.
        """
        year = self.disclosure.year
        own = (one for one in self.charts if one.classification is classification and one.year == year)
        return next(own, None) or (chart(classification, year) if year is not None else None)


@frozen(eq=False)
class Documents:
    """Several documents that are compared with each other.

    Args:
        disclosures: The documents.
    """

    disclosures: tuple[Disclosure, ...]

    @cached_property
    def cells(self) -> tuple[CellIndex, ...]:
        """The cells of every document by their coordinates."""
        return tuple(index_cells((one,)) for one in self.disclosures)


Scope = Literal["table", "disclosure", "documents"]
"""What a rule speaks of: a table, a disclosure, or several of them together."""


@frozen
class Rule:
    """A rule: its card, and the relations it states.

    Args:
        card: What it says.
        scope: Whether it speaks of single tables (those with amounts), of whole disclosures, or of several together.
        states: Gives the relations (or trees of sums) of one table or one disclosure.
        in_context: Whether the function also takes a `Context`.
    """

    card: Card
    scope: Scope
    states: Callable[..., Iterable[Statement]]
    in_context: bool = False

    def state(self, scope: Table | Disclosure | Documents, context: Context) -> Iterable[Statement]:
        """Return what the rule states.

        Args:
            scope: The table, the disclosure or the documents.
            context: What else it may need.
        """
        return self.states(scope, context) if self.in_context else self.states(scope)

    @property
    def id(self) -> str:
        """The permanent id, such as SUM-001."""
        return self.card.id

    def holds_in(self, year: int | None) -> bool:
        """Tell whether the rule is in force in a year; where the year is not known it is."""
        since, until = self.card.since, self.card.until
        return year is None or ((since is None or since <= year) and (until is None or year <= until))

    def scopes(self, disclosure: Disclosure) -> Iterator[Table | Disclosure]:
        """Iterate over what the rule speaks of in one document: the tables with amounts, or the document as a whole."""
        if self.scope == "disclosure":
            yield disclosure
        elif self.scope == "table":
            yield from (table for table in disclosure.tables if table.sides)


def rule(
    rule_id: str,
    name: str,
    statement: str,
    *,
    severity: Severity | str = Severity.ERROR,
    scope: Literal["table", "disclosure"] = "table",
) -> Callable[[Callable[..., Iterable[Statement]]], Rule]:
    """Make a rule of a function that yields the relations of a table (or disclosure).

    The function may yield relations, and `SumTree` values that stand for many sums at once.

    Args:
        rule_id: Family and three digits, such as "MY-001".
        name: A kebab-case name.
        statement: What must hold, in any language.
        severity: "error", "warning" or "hint".
        scope: Whether the function takes a `Table` or a `Disclosure`.

    Raises:
        RuleError: The id, the name or the severity is malformed.

    >>> from govbudget import Same, rule
    >>> @rule("MY-001", "first-is-last", "首尾两行相同")
    ... def first_is_last(table):
    ...     for side in table.sides:
    ...         yield Same(side.cell(0, 0), side.cell(len(side.rows) - 1, 0))
    >>> first_is_last.id
    'MY-001'
    """
    try:
        grade = Severity(severity)
    except ValueError:
        msg = f"severity {severity!r} is not known; give error, warning or hint"
        raise RuleError(msg, zh=f"没有严重程度 {severity!r}；请给出 error、warning 或 hint") from None
    both = {"zh": statement, "en": statement}
    card = Card(rule_id, name, both, both, severity=grade)
    return lambda states: Rule(card, scope, states)


def _tuple(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rules)


@frozen
class RuleSet:
    """An immutable set of rules, in order.

    Args:
        rules: The rules.

    Raises:
        RuleError: Two rules share an id, or something is no rule.
    """

    rules: tuple[Rule, ...] = field(default=(), converter=_tuple)

    def __attrs_post_init__(self) -> None:
        wrong = next((one for one in self.rules if not isinstance(one, Rule)), None)
        if wrong is not None:
            msg = f"{wrong!r} is a {type(wrong).__name__}, not a Rule; make one with the decorator rule"
            raise RuleError(
                msg, zh=f"{wrong!r} 是 {type(wrong).__name__}，不是规则；请用装饰器 rule 定义规则"
            )
        ids = [one.id for one in self.rules]
        doubled = sorted({one for one in ids if ids.count(one) > 1})
        if doubled:
            msg = f"two rules are called {', '.join(doubled)}; give every rule an id of its own"
            raise RuleError(msg, zh=f"有两条规则都叫 {'、'.join(doubled)}；请为每条规则给出自己的编号")

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __getitem__(self, rule_id: str) -> Rule:
        for one in self.rules:
            if rule_id in (one.id, one.card.name):
                return one
        known = ", ".join(one.id for one in self.rules)
        msg = f"there is no rule {rule_id!r}; the rules are {known}"
        raise RuleError(msg, zh=f"没有规则 {rule_id}；现有规则：{known}")

    def __or__(self, other: RuleSet | Rule) -> RuleSet:
        """Return both sets together; a rule that stands in both counts once."""
        if not isinstance(other, RuleSet | Rule):
            return NotImplemented
        added = other.rules if isinstance(other, RuleSet) else (other,)
        return RuleSet((*self.rules, *(one for one in added if one not in self.rules)))

    def only(self, *names: str) -> RuleSet:
        """Return the rules of these ids, names or families ("SUM").

        Raises:
            RuleError: A name fits no rule.
        """
        chosen = {one.id for name in names for one in self._named(name)}
        return RuleSet(tuple(one for one in self.rules if one.id in chosen))

    def without(self, *names: str) -> RuleSet:
        """Return all rules but those of these ids, names or families.

        Raises:
            RuleError: A name fits no rule.
        """
        dropped = {one.id for name in names for one in self._named(name)}
        return RuleSet(tuple(one for one in self.rules if one.id not in dropped))

    def graded(self, severity: Severity) -> RuleSet:
        """Return the same rules, all of one severity."""
        return RuleSet(tuple(evolve(one, card=evolve(one.card, severity=severity)) for one in self.rules))

    def _named(self, name: str) -> tuple[Rule, ...]:
        family = tuple(one for one in self.rules if one.card.family == name.upper())
        return family or (self[name.upper()] if _ID.fullmatch(name.upper()) else self[name],)
