"""TXT: the year before, as several sentences imply it.

A sentence that states an amount and its change implies the amount of the year before. Sentences about one topic that state the same
amount must imply the same: "支出预算120万元，比上年增加20万元" and, elsewhere, "支出预算120万元，比上年增加30万元" cannot both be true.
Comparisons with the budget of the year before and with what was spent are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from govbudget.disclosures import Claim, Disclosure
from govbudget.disclosures.narrative import Direction, Movement
from govbudget.relations import Change, Outcome, Relation, Sum
from govbudget.rules._comparisons import compared_measure
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import is_near, one_place_off, text_rule, told
from govbudget.vocabulary import Topic, topics


@frozen(eq=False)
class _Stated:
    """A movement with all that its year before depends on."""

    topic: Topic
    base: int
    measure: str
    current: Claim
    moved: Movement

    @property
    def comparison(self) -> tuple[object, ...]:
        """What must be the same for two movements to be comparable, apart from the topic."""
        return (self.base, self.measure, self.current.figure.value)


def _stated(disclosure: Disclosure) -> Iterator[_Stated]:
    """The changes of the budget year that say with what they compare, and of which the amount of the year is known."""
    for moved in disclosure.narrative.statements:
        if not isinstance(moved, Movement) or moved.topic is None or moved.current is None:
            continue
        measure = compared_measure(moved.mark.text)
        is_known = (
            moved.direction is Direction.LEVEL or moved.difference is not None or moved.rate is not None
        )
        is_clear = is_known and moved.direction not in (None, Direction.OPEN) and moved.topic.is_certain
        if is_clear and moved.base is not None and measure is not None and moved.year == disclosure.year:
            yield _Stated(moved.topic, moved.base, measure, moved.current, moved)


def _implied(disclosure: Disclosure) -> Iterator[Relation]:
    """Sentences about one topic imply one amount of the year before."""
    first: dict[tuple[object, ...], _Stated] = {}
    for one in _stated(disclosure):
        known = first.setdefault((one.topic, *one.comparison), one)
        if known is not one:
            yield from _agree(one, known)


def _both_sides(disclosure: Disclosure) -> Iterator[Relation]:
    """Revenue and expenditure of one budget that are the same this year, with nothing carried over, were so before."""
    if any(topics().words["carried"].search(claim.text) for claim in disclosure.claims):
        return
    first: dict[tuple[object, ...], _Stated] = {}
    for one in _stated(disclosure):
        if one.topic.key in _FLOWS and one.topic.scope is not None:
            known = first.setdefault((one.topic.scope, *one.comparison), one)
            if known.topic != one.topic:
                yield from _agree(one, known)


def _agree(one: _Stated, other: _Stated) -> Iterator[Relation]:
    """State that two movements of one amount have the same difference, or the rate that the difference gives."""
    difference, known = one.moved.difference, other.moved.difference
    if known is None and difference is not None:
        one, other, difference, known = other, one, known, difference
    if known is None:
        return
    if difference is not None:
        yield Sum(difference, (one.current, other.current, known), (1, -1, 1))
    elif one.moved.direction is Direction.LEVEL:
        yield Sum(one.current, (other.current, known), (1, -1))
    else:
        rate = one.moved.rate
        assert rate is not None  # noqa: S101 - what has no difference and is not level has a rate
        plain = Change(one.current, difference=known, percentage=rate)
        if not is_near(plain, tuple(evolve(plain, percentage=near) for near in one_place_off(rate))):
            yield plain


_FLOWS = ("revenue", "expenditure", "revenue_and_expenditure")
_MESSAGE = (
    "{place}所列 {reported}，与文字另一处对同一本年数所述的增减推算出不同的上年数，相符的应为 {expected}",
    "The text states {reported} for {place}, but elsewhere implies another year before for the same amount; {expected} would fit",
)

PRIORS = RuleSet(
    (
        text_rule(
            ("TXT-020", "implied-prior", Severity.ERROR),
            ("推算的上年数", "the year before as implied"),
            (
                "同一事项在文字中多次与上年比较的，由本年数和增减推算的上年数相同。",
                "Sentences that compare one amount with the year before imply one amount of that year.",
            ),
            "本年数 − 增减额（一处）= 本年数 − 增减额（另一处）",
            _implied,
            (
                told(
                    Outcome.PASSED,
                    "2021年收入预算120.00万元，比上年增加20.00万元。2021年收入预算120.00万元，与上年相比增长20%。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年收入预算120.00万元，比上年增加20.00万元。2021年收入预算120.00万元，比上年增加30.00万元。",
                ),
            ),
            _MESSAGE,
        ),
        text_rule(
            ("TXT-021", "implied-prior-of-both-sides", Severity.WARNING),
            ("收支推算的上年数", "the year before of revenue and expenditure"),
            (
                "同一本预算本年收入与支出相等、文字未提结转的，两者推算的上年数也相等。",
                "Revenue and expenditure of one budget that are equal this year, with nothing carried over, were equal the year before.",
            ),
            "收入 − 增减额 = 支出 − 增减额",
            _both_sides,
            (
                told(
                    Outcome.PASSED,
                    "2021年一般公共预算收入120.00万元，比上年增加20.00万元。2021年一般公共预算支出120.00万元，比上年增加20.00万元。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年一般公共预算收入120.00万元，比上年增加20.00万元。2021年一般公共预算支出120.00万元，比上年增加30.00万元。",
                ),
            ),
            _MESSAGE,
        ),
    )
)
"""The rules of the year before as the text implies it."""
