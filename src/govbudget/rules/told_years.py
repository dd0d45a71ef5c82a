"""TIE between the narratives of consecutive years: the year before that this year's text implies is the one that was published.

"公务接待费2万元，比上年预算减少1万元" implies 3万元 for the year before; the budget of that year prints it in its text or in its tables.
Topics must be the same with all that bounds them, and both documents budgets of one department or unit; comparisons with what was spent,
amounts of 本年 held against totals with money carried over, and topics that the text leaves open are not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from govbudget.disclosures import Claim, Disclosure, DisclosureKind
from govbudget.disclosures.narrative import Direction, Movement, Role
from govbudget.disclosures.places import printed_amounts
from govbudget.relations import Change, Either, Outcome, Relation, Same, Sum, Term, judge
from govbudget.rules._comparisons import compared_measure
from govbudget.rules._entities import level_of, name_of
from govbudget.rules._rules import Card, Documents, Example, Rule, RuleSet, Severity
from govbudget.rules._text_cards import BASIS, is_near, one_place_off
from govbudget.rules._ties import sheet
from govbudget.vocabulary import Topic, topics

_Build = Callable[[Term], Sum | Same | Change]
"""Makes a relation of a movement and an amount of the year before."""


def _told(documents: Documents) -> Iterator[Relation]:
    """What a text implies of the year before is what the document of that year prints."""
    published: dict[tuple[str, str, int], Disclosure] = {}
    for one in documents.disclosures:
        if (key := _key(one, one.year)) is not None:
            published.setdefault(key, one)
    for one in documents.disclosures:
        for moved in one.narrative.statements:
            if isinstance(moved, Movement) and moved.year == one.year:
                key = _key(one, moved.base)
                before = published.get(key) if key is not None else None
                if before is not None and before is not one:
                    yield from _against(moved, before)


def _key(one: Disclosure, year: int | None) -> tuple[str, str, int] | None:
    """Whose budget of which year; None where one of these is not known."""
    if year is None or not one.entity or one.kind is not DisclosureKind.BUDGET:
        return None
    return (name_of(one.entity), level_of(one), year)


def _against(moved: Movement, before: Disclosure) -> Iterator[Relation]:
    """State a movement with each amount that the document of the year before prints of its topic."""
    topic, build = moved.topic, _relation(moved)
    if topic is None or not topic.is_certain or build is None or compared_measure(moved.mark.text) != "":
        return
    told = before.narrative.amounts(topic, before.year)
    of_own = any(moved.current is not None and _is_own(moved.current) is not _is_own(claim) for claim in told)
    published: tuple[Term, ...] = (*told, *printed_amounts(before, topic))
    found = [build(term) for term in published if term.figure is not None]
    if not found or of_own or _is_open(moved, topic, before, build):
        return
    holds = next((one for one in found if judge(one).outcome is not Outcome.FAILED), None)
    sums = tuple(one for one in found if isinstance(one, Sum | Same))
    if holds is not None or not sums:
        yield from _unless_near(holds or found[0], moved.rate)
    else:
        yield Either(sums)


def _is_open(moved: Movement, topic: Topic, before: Disclosure, build: _Build) -> bool:
    """Whether the year before prints amounts of a topic with and without money carried over, of several parts, or adjusted ones."""
    amounts = [one for one in before.claims if one.role is Role.AMOUNT and one.year == before.year]
    named = [one for one in amounts if one.topic is not None and one.topic.key == topic.key]
    stated = [one for one in named if one.topic == topic or (one.topic and not one.topic.is_certain)]
    if any(judge(Same(stated[0], one)).outcome is Outcome.FAILED for one in stated[1:]):
        return True
    adjusted = (one for one in amounts if "adjusted" in one.measure)
    if any(judge(build(one)).outcome is not Outcome.FAILED for one in adjusted):
        return True
    is_balanced = moved.current is not None and "balanced" in moved.current.measure
    return topic.key in _FLOWS and not is_balanced and _carries(before)


def _carries(before: Disclosure) -> bool:
    """Whether a table prints an amount that is carried over."""
    carried = topics().words["carried"]
    figures = (
        side.cell(row.index, column.index).figure
        for table in before.tables
        for side in table.sides
        for row in side.rows
        if carried.search(row.label)
        for column in side.columns
    )
    return any(figure is not None and figure.value != 0 for figure in figures)


def _is_own(claim: Claim) -> bool:
    return "own" in claim.measure


def _relation(moved: Movement) -> _Build | None:
    """Return what makes a relation of a movement and an amount of the year before; None if too little is stated."""
    current, prior, difference, rate = moved.current, moved.prior, moved.difference, moved.rate
    if prior is not None:
        return None if prior.measure & _NOT_PLANNED else lambda before: Same(prior, before)
    if current is None or moved.direction in (None, Direction.OPEN):
        return None
    if moved.direction is Direction.LEVEL:
        return lambda before: Same(current, before)
    if difference is not None:
        return lambda before: Sum(difference, (current, before), (1, -1))
    return (lambda before: Change(current, prior=before, percentage=rate)) if rate is not None else None


def _unless_near(relation: Sum | Same | Change, rate: Claim | None) -> Iterator[Relation]:
    """A rate that is one last place off is not stated."""
    neighbours: tuple[Relation, ...] = ()
    if isinstance(relation, Change) and rate is not None:
        neighbours = tuple(evolve(relation, percentage=one) for one in one_place_off(rate))
    if not is_near(relation, neighbours):
        yield relation


_FLOWS = ("revenue", "expenditure", "revenue_and_expenditure")
_NOT_PLANNED = {"final", "adjusted"}
_HEAD = ("科目编码 | 科目名称 | 合计", " | 合计 | 9.50")
_BEFORE = ("科目编码 | 科目名称 | 合计", " | 合计 | 9.00")


def _case(outcome: Outcome, text: str) -> Example:
    title = "2022年部门支出总表"
    return Example(title, "万元", _HEAD, outcome, text=text, further=(sheet("2021年部门支出总表", *_BEFORE),))


TOLD_YEARS = RuleSet(
    (
        Rule(
            Card(
                "TIE-104",
                "prior-year-as-told",
                ("文字推算的上年数与上年公开数", "the prior year as the text implies it"),
                (
                    "文字由本年数和增减推算出的上年预算数，与上年预算文件公开的同一事项相同。",
                    "The budget of the prior year that the text implies is what the budget of that year published.",
                ),
                "本年数 − 增减额（本年文件）= 预算数（上年文件）",
                BASIS,
                Severity.WARNING,
                (
                    "{source}{place}所列 {reported}，按{other_source}公开的上年数应为 {expected}",
                    "{source} states {reported} for {place}, but by what {other_source} published it is {expected}",
                ),
                examples=(
                    _case(Outcome.PASSED, "2022年支出预算9.50万元，比上年预算增加0.50万元。"),
                    _case(Outcome.FAILED, "2022年支出预算9.50万元，与上年预算持平。"),
                ),
            ),
            "documents",
            _told,
        ),
    )
)
"""The rules between the narratives of several years, for `check_together`."""
