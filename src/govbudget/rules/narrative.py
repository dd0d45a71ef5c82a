"""TXT: the narrative against itself: lists, repeated amounts, counts and the changes of parts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from govbudget.disclosures import Claim, Disclosure, DisclosureKind
from govbudget.disclosures.narrative import Direction, Movement, Role, Tally
from govbudget.exceptions import Notice
from govbudget.relations import AtMost, Fact, Outcome, Relation, Same, like
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import HOLDS, listings, shares_add_up, sum_of, text_rule, told
from govbudget.vocabulary import Topic, topics


def _lists(disclosure: Disclosure) -> Iterator[Relation]:
    """The parts of a list add to its total, by nature or by their shares; after 其中 they do not exceed it."""
    for listing in listings(disclosure):
        if listing.total is None or len(listing.parts) < 2:
            continue
        if listing.is_complete or (not listing.is_inner and shares_add_up(listing) in HOLDS):
            yield sum_of(listing.total, listing.parts)
        elif listing.is_partition and all(part.figure.value >= 0 for part in listing.parts):
            yield AtMost(listing.parts, listing.total)


def _twice(disclosure: Disclosure) -> Iterator[Relation]:
    """One topic that is stated twice for one year, as a total or of this year alone, has one amount."""
    first: dict[tuple[Topic, int | None, frozenset[str]], Claim] = {}
    for claim in disclosure.claims:
        if claim.role is Role.AMOUNT and claim.topic is not None and claim.topic.is_certain:
            known = first.setdefault((claim.topic, claim.year, _measure(claim, disclosure)), claim)
            if known is not claim:
                yield Same(claim, known)
    yield from _balances(disclosure)
    if any(topics().words["carried"].search(claim.text) for claim in disclosure.claims):
        return
    for (topic, year, measure), claim in first.items():
        if topic.key == _BOTH:  # 收支 is revenue and expenditure alike, where nothing is carried over
            sides = (
                first.get((topics().topic(key, topic.scope), year, measure))
                for key in ("revenue", "expenditure")
            )
            yield from (Same(side, claim) for side in sides if side is not None)


def _balances(disclosure: Disclosure) -> Iterator[Same]:
    """收入总计 and 支出总计 of one sentence, of the same money and year, are the same."""
    last: Claim | None = None
    for claim in disclosure.claims:
        if claim.role is not Role.AMOUNT or claim.topic is None or "balanced" not in claim.measure:
            continue
        if (
            last is not None
            and last.topic is not None
            and last.text == claim.text
            and last.year == claim.year
            and claim.topic.is_certain
            and last.topic.scope == claim.topic.scope
            and (last.topic.key, claim.topic.key) == ("revenue", "expenditure")
        ):
            yield Same(claim, last)
        last = claim


def _measure(claim: Claim, disclosure: Disclosure) -> frozenset[str]:
    """What of its topic an amount measures; in a budget every amount is planned."""
    return claim.measure - {"planned"} if disclosure.kind is DisclosureKind.BUDGET else claim.measure


def _counts(disclosure: Disclosure) -> Iterator[Relation]:
    """As many are listed as are said to be; a last name with 和 may be two."""
    for stated in disclosure.narrative.statements:
        if isinstance(stated, Tally):
            items = len(stated.items)
            holds = items <= stated.count.figure.value <= items + stated.doubtful
            wanted = None if holds else Notice(f"所列 {items} 项", f"the {items} that are listed")
            yield Fact(stated.count, holds, str(stated.count.figure), wanted)


def _changes(disclosure: Disclosure) -> Iterator[Relation]:
    """The changes of the parts of a whole add to the change of the whole."""
    moved = _moved(disclosure)
    wholes = {
        listing.total.topic: [part.topic for part in listing.parts if part.topic is not None]
        for listing in listings(disclosure)
        if listing.is_complete
        and listing.total is not None
        and listing.total.topic is not None
        and listing.total.topic.is_certain
        and listing.total.year == disclosure.year
    }
    for topic, parts in wholes.items():
        found = [_moved_part(part, moved, wholes.get(part, [])) for part in parts]
        if topic in moved and all(found):
            yield sum_of(moved[topic], tuple(claim for claims in found for claim in claims))


def _moved_part(part: Topic, moved: dict[Topic, Claim], inner: list[Topic]) -> list[Claim]:
    """The change of a part, or those of its own parts; none if one of them is not stated."""
    if part in moved:
        return [moved[part]]
    return [moved[topic] for topic in inner] if all(topic in moved for topic in inner) else []


def _moved(disclosure: Disclosure) -> dict[Topic, Claim]:
    """The stated difference of every topic whose change is stated without doubt; nothing where it is level."""
    found: dict[Topic, Claim] = {}
    for stated in disclosure.narrative.statements:
        if not isinstance(stated, Movement) or stated.topic is None or stated.topic in found:
            continue
        if not stated.topic.is_certain or stated.year != disclosure.year or stated.is_further:
            continue
        if stated.difference is not None and stated.direction is not Direction.OPEN:
            found[stated.topic] = stated.difference
        elif stated.direction is Direction.LEVEL and stated.current is not None:
            nothing = like(stated.current.figure, 0 * stated.current.figure.value)
            found[stated.topic] = evolve(stated.current, figure=nothing, role=Role.DIFFERENCE)
    return found


def _changes_of_budgets(disclosure: Disclosure) -> Iterator[Relation]:
    """The changes of the budgets and of all other money add to that of the whole."""
    moved = _moved(disclosure)
    total = next(
        (claim for topic, claim in moved.items() if topic.key in _FLOWS and topic.scope is None), None
    )
    parts: dict[str, Claim] = {}
    for topic, claim in moved.items():
        if topic.key in _FLOWS and topic.scope in _OF_THE_WHOLE:
            parts.setdefault(topic.scope, claim)
        elif topic.key in _OTHER_MONEY:
            parts.setdefault(topic.key, claim)
    spoken = {claim.topic.key for claim in disclosure.claims if claim.topic is not None} & _OTHER_MONEY
    if total is not None and len(parts) > 1 and spoken <= set(parts):
        yield sum_of(total, tuple(parts.values()))


_BOTH = "revenue_and_expenditure"
_FLOWS = (_BOTH, "revenue", "expenditure")
_OTHER_MONEY = {
    "special_account_funds",
    "other_funds",
    "institution_revenue",
    "business_revenue",
    "transfer_revenue",
    "carried_forward",
}
_OF_THE_WHOLE = ("general_public_budget", "government_managed_funds", "state_capital_operations")

_PARTS_CHANGED = (
    "文字所列{place}的增减额为 {reported}，而各部分的增减额之和为 {expected}，相差 {difference}",
    "The text states a change of {reported} for {place}, but those of its parts add to {expected}, a difference of {difference}",
)

NARRATIVES = RuleSet(
    (
        text_rule(
            ("TXT-002", "itemised-list", Severity.ERROR),
            ("文字分项", "itemised list"),
            (
                "文字中完整列举的各项之和等于其总计；“其中”之后的各项不超过总计。",
                "The parts of a complete list in the text add to its total; those after 其中 do not exceed it.",
            ),
            "总计 = Σ 分项；Σ 其中 ≤ 总计",
            _lists,
            (
                told(Outcome.PASSED, "2021年支出预算200万元，其中：基本支出80万元；项目支出120万元。"),
                told(Outcome.FAILED, "2021年支出预算200万元，其中：基本支出80万元；项目支出130万元。"),
            ),
        ),
        text_rule(
            ("TXT-004", "stated-twice", Severity.ERROR),
            ("文字前后一致", "stated twice"),
            (
                "同一事项同一年度在文字中多次列出的，金额一致。",
                "An amount that the text states twice for one topic and year is the same.",
            ),
            "前文金额 = 后文金额",
            _twice,
            (
                told(Outcome.PASSED, "2021年支出合计3万元。2021年支出合计3.00万元。"),
                told(Outcome.FAILED, "2021年支出合计3万元。2021年支出合计4万元。"),
            ),
            (
                "文字所列{place}为 {reported}，而另一处所列{other}为 {expected}，相差 {difference}",
                "The text states {reported} for {place}, but {expected} for {other} elsewhere, a difference of {difference}",
            ),
        ),
        text_rule(
            ("TXT-006", "count-and-list", Severity.WARNING),
            ("项数", "count and list"),
            ("文字所称的项数与其后列举的项数一致。", "As many are listed as the text says there are."),
            "项数 = 列举数",
            _counts,
            (
                told(Outcome.PASSED, "我局内设机构3个，包括：办公室、财务科、人事科。"),
                told(Outcome.FAILED, "我局内设机构4个，包括：办公室、财务科、人事科。"),
            ),
            (
                "文字称有 {reported} 项，与{expected}不符",
                "The text says {reported}, which does not agree with {expected}",
            ),
        ),
        text_rule(
            ("TXT-007", "changes-of-parts", Severity.ERROR),
            ("分项增减", "changes of parts"),
            (
                "分项的增减额之和等于总计的增减额。",
                "The changes of the parts of a whole add to the change of the whole.",
            ),
            "Δ总计 = Σ Δ分项",
            _changes,
            (
                told(
                    Outcome.PASSED,
                    "2021年“三公”经费预算3万元，比2020年增加1万元。其中：因公出国（境）费0万元，与2020年持平；公务用车购置及运行费1万元，比2020年减少1万元；公务接待费2万元，比2020年增加2万元。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年“三公”经费预算3万元，比2020年增加1万元。其中：因公出国（境）费0万元，与2020年持平；公务用车购置及运行费1万元，与2020年持平；公务接待费2万元，比2020年增加3万元。",
                ),
            ),
            _PARTS_CHANGED,
        ),
        text_rule(
            ("TXT-008", "changes-of-budgets", Severity.HINT),
            ("各本预算增减", "changes of the budgets"),
            (
                "各本预算的增减额之和等于收支总计的增减额；上年另有其他资金的除外，故仅作提示。",
                "The changes of the budgets add to that of the whole; the year before may have had other money, so it is a hint.",
            ),
            "Δ总计 = Σ Δ各本预算",
            _changes_of_budgets,
            (
                told(
                    Outcome.PASSED,
                    "2021年收支总计9万元，比2020年增加3万元。一般公共预算收支8万元，比2020年增加2万元。政府性基金收支1万元，比2020年增加1万元。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年收支总计9万元，比2020年减少3万元。一般公共预算收支8万元，比2020年增加2万元。政府性基金收支1万元，比2020年增加1万元。",
                ),
            ),
            _PARTS_CHANGED,
        ),
    )
)
"""The rules of the text against itself."""
