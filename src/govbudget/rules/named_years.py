"""TXT-016: an amount of the narrative that is that of the budget year, but is said to be of another.

Narratives are written over those of the year before, and a year is left standing: 2020年支出预算 120.35 万元 in the budget of 2021, whose
tables print 120.35 万元. Said only where nothing else explains the year: the text states no amount of the topic for the budget year and
does not call it level, the amount is not what was spent or carried over, no table prints that year, and the amount has so many digits that
it is no chance.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.coordinates import topic_coordinates
from govbudget.disclosures import Claim, Disclosure, DisclosureKind
from govbudget.disclosures.narrative import Direction, Movement, Role
from govbudget.disclosures.places import printed_amounts
from govbudget.exceptions import Notice
from govbudget.labels import year_in
from govbudget.relations import Fact, Outcome, Same, judge
from govbudget.rules._rules import Context, RuleSet, Severity
from govbudget.rules._text_cards import text_rule, told
from govbudget.vocabulary import Topic, topics

_DIGITS = 4
"""Two amounts of so many significant digits are not alike by chance."""
_MEASURES = ("budget", "executed", "accounts", "adjusted", "unnamed")


def _years(disclosure: Disclosure, context: Context) -> Iterator[Fact]:
    """The amount that the tables print for the budget year is not said to be of another year; said once for a sentence."""
    year = disclosure.year
    if disclosure.kind is not DisclosureKind.BUDGET or year is None or not _is_titled(disclosure, year):
        return
    explained, told_of = _explained(disclosure, year), set[str]()
    for claim in disclosure.claims:
        if claim.role is not Role.AMOUNT or claim.topic is None or claim.year in {None, year}:
            continue
        if claim.topic in explained or not claim.topic.is_certain or not _is_planned(claim):
            continue
        if not _is_of_amount(claim) or _is_compared(claim, year):
            continue
        cells = printed_amounts(disclosure, claim.topic)
        if cells and not _is_printed(claim, context):
            same = len(str(abs(claim.figure.coefficient)).rstrip("0")) >= _DIGITS and any(
                judge(Same(claim, cell)).outcome is not Outcome.FAILED for cell in cells
            )
            wanted = Notice(f"{year} 年", str(year)) if same else None
            if not (same and claim.text in told_of):
                yield Fact(claim, not same, f"{claim.year} 年", wanted)
            told_of |= {claim.text} if same else set()


def _is_titled(disclosure: Disclosure, year: int) -> bool:
    """Whether a title, of the document or of a table with amounts, names the budget year."""
    titles = (disclosure.title or "", *(table.title for table in disclosure.tables if table.sides))
    return any(year_in(title) == year for title in titles)


def _explained(disclosure: Disclosure, year: int) -> set[Topic]:
    """The topics of which the text states an amount for the budget year, or that they did not change."""
    stated = {claim.topic for claim in disclosure.claims if claim.role is Role.AMOUNT and claim.year == year}
    level = {
        one.topic
        for one in disclosure.narrative.statements
        if isinstance(one, Movement) and one.direction is Direction.LEVEL
    }
    return {topic for topic in stated | level if topic is not None}


def _is_planned(claim: Claim) -> bool:
    """Whether an amount is planned, as far as its words say: neither spent nor adjusted, and nothing is carried over."""
    is_spent = claim.measure & {"final", "adjusted"}
    return not is_spent and topics().words["carried"].search(claim.text) is None


def _is_compared(claim: Claim, year: int) -> bool:
    """Whether the sentence speaks of the budget year, too, or of an amount that did not change."""
    return f"{year}年" in claim.text or topics().words["level"].search(claim.text) is not None


def _is_of_amount(claim: Claim) -> bool:
    """Whether the sentence names the year as that of an amount, and not as a date or that of a rule: 2020年12月批复."""
    words = topics().words["dated"]
    after = [part for part in claim.text.split(f"{claim.year}年")[1:] if part]
    return bool(after) and not any(words.match(part) for part in after)


def _is_printed(claim: Claim, context: Context) -> bool:
    """Whether a table prints the topic for the year that the text names."""
    assert claim.topic is not None  # noqa: S101 - only claims with a topic are asked
    assert claim.year is not None  # noqa: S101 - and of another year
    return any(
        context.cells[coordinates]
        for measure in _MEASURES
        for coordinates in topic_coordinates(claim.topic, claim.year, measure)
    )


_HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"
_TOTAL = " | 合计 | 120.35 | 60.35 | 60.00"
_TITLE = "2021年部门支出总体情况表"

NAMED_YEARS = RuleSet(
    (
        text_rule(
            ("TXT-016", "year-of-an-amount", Severity.WARNING),
            ("文字所称年度", "the year of an amount"),
            (
                "文字所称其他年度的预算数，不是本年度表中的数。",
                "An amount that the text says is of another year is not that of the tables of the budget year.",
            ),
            "文字年度 = 预算年度",
            _years,
            (
                told(Outcome.PASSED, "2020年支出预算110.35万元。", _HEAD, _TOTAL, title=_TITLE),
                told(Outcome.FAILED, "2020年支出预算120.35万元。", _HEAD, _TOTAL, title=_TITLE),
            ),
            (
                "文字称{place}为 {reported}的数，而它正是 {expected}表中的数：年度疑未更新",
                "The text says that {place} is of {reported}, but it is what the tables print for {expected}: an old year, it seems",
            ),
            in_context=True,
        ),
    )
)
"""The rule of years that were left standing."""
