"""Several documents checked against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from govbudget.checking._findings import Finding
from govbudget.checking._reports import Entry, Report, entered
from govbudget.disclosures import Disclosure
from govbudget.exceptions import RuleError, UsageError
from govbudget.intervals import Rounding
from govbudget.relations import Judgement, Outcome
from govbudget.rules import TOGETHER, Context, Documents, Rule, RuleSet


def check_together(
    disclosures: Iterable[Disclosure],
    rules: RuleSet | Rule | Iterable[Rule] | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
) -> Report:
    """Check what several documents print of the same departments, units and years against each other.

    Only the relations between the documents are checked; each document is checked by itself with `check`.

    Args:
        disclosures: A budget and its final accounts, consecutive years, or a department and its units; each names its department or unit
            and its year.
        rules: The rules, as a set, a list or a single one; all rules between documents (`TOGETHER`) if not given.
        rounding: How the documents round.

    Returns:
        A report about all documents; its `disclosure` stands for them together and has no tables.

    Raises:
        RuleError: Two rules share an id, something is no rule, or none of the rules is between documents.
        UsageError: Something is no disclosure, there are fewer than two, or one of them is given twice.
    """
    given = _several(disclosures)
    chosen = _between(rules)
    documents = Documents(given)
    joint = Disclosure(source=" + ".join(one.source or one.title or "?" for one in given))
    context = Context(joint)
    entries = tuple(entered(one, documents, rounding, context) for one in chosen)
    return Report(joint, chosen, tuple(_once(entries, rounding)), rounding)


def _several(given: object) -> tuple[Disclosure, ...]:
    """Return the disclosures if they are several and each is another."""
    remedy = "give a list of at least two disclosures, as read_text and read_file return them"
    zh = "请给出至少两份文件的列表，如 read_text 和 read_file 所返回的"
    if isinstance(given, Disclosure):
        msg = f"1 document is given; {remedy}, or use check for one"
        raise UsageError(msg, zh=f"只给出了 1 份文件；{zh}，或用 check 核对一份")
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        msg = f"a {type(given).__name__} is no list of disclosures; {remedy}"
        raise UsageError(msg, zh=f"{type(given).__name__} 不是文件的列表；{zh}")
    found: list[Disclosure] = []
    for number, one in enumerate(given, 1):
        if not isinstance(one, Disclosure):
            msg = f"number {number} is a {type(one).__name__}, not a disclosure; {remedy}"
            raise UsageError(msg, zh=f"第 {number} 项是 {type(one).__name__}，不是文件；{zh}")
        same = next(
            (k for k, other in enumerate(found, 1) if one is other or _prints(one) == _prints(other)), 0
        )
        if same:
            raise _doubled(same, number, one.source or one.title)
        found.append(one)
    if len(found) < 2:
        count = "1 document is" if found else "0 documents are"
        msg = f"{count} given; {remedy}, or use check for one"
        raise UsageError(msg, zh=f"只给出了 {len(found)} 份文件；{zh}，或用 check 核对一份")
    return tuple(found)


def _doubled(first: int, second: int, name: str | None) -> UsageError:
    """Return the error of a document that is given twice."""
    msg = f"documents {first} and {second} are the same ({name or 'without a source'}); give every document once"
    return UsageError(
        msg, zh=f"第 {first} 份与第 {second} 份是同一份文件（{name or '来源不明'}）；每份文件只给一次"
    )


def _prints(one: Disclosure) -> object:
    """Everything that a document prints in its tables, by which it is known again; itself if that is nothing."""
    cells = [(table.title, [cell.text for cell in table.cells()]) for table in one.tables]
    return (one.title, one.entity, one.year, one.kind, cells) if cells else one


def _between(given: object) -> RuleSet:
    """Return the rules between documents among those that are given."""
    if given is None:
        return TOGETHER
    if isinstance(given, str | bytes) or not isinstance(given, Iterable | Rule):
        name = type(given).__name__
        msg = f"the rules are a {name}; give rules, such as TOGETHER.only('TIE-101')"
        raise UsageError(msg, zh=f"给出的规则是 {name}；请给出规则，如 TOGETHER.only('TIE-101')")
    named = given if isinstance(given, RuleSet) else RuleSet((given,) if isinstance(given, Rule) else given)
    chosen = RuleSet(one for one in named if one.scope == "documents")
    if not chosen:
        msg = "none of the rules compares documents; give rules of TOGETHER, or leave the rules out"
        raise RuleError(msg, zh="所给规则都不比较多份文件；请给出 TOGETHER 中的规则，或不给规则")
    return chosen


def _once(entries: Iterable[Entry], rounding: Rounding) -> Iterator[Entry]:
    """Leave out failures that read exactly like an earlier one."""
    seen: Counter[str] = Counter()

    def is_first(entry: Entry, judgement: Judgement) -> bool:
        message = f"{entry.rule.id} {Finding(entry.rule, judgement, None, rounding).message['zh']}"
        seen[message] += 1
        return seen[message] == 1

    for entry in entries:
        kept = [one for one in entry.others if one.outcome is not Outcome.FAILED or is_first(entry, one)]
        yield evolve(entry, others=tuple(kept))
