"""TXT-024: the reason that the text gives for a change goes the way that the change goes.

增加…主要原因是厉行节约 was left from another year or another form. A reason is asked only if every clause of it is understood, one says outright
that less was to be spent (or, of the whole budget, that there is more to spend on), and none says the opposite. Money is moved between lines:
that one was cut may well be why another grew; so only thrift in general is held against a growth, and only growth in general against the
fall of a whole budget.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Disclosure, DisclosureKind
from govbudget.disclosures.narrative import Direction, Movement
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.relations import Fact, Outcome
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import text_rule, told
from govbudget.vocabulary import reason_words

_WHOLE = {"revenue", "expenditure", "revenue_and_expenditure"}
_LEFT_OVER = {"carried_forward", "other_funds"}
_WAYS = {
    Direction.UP: Notice("减少的原因", "a decrease"),
    Direction.DOWN: Notice("增加的原因", "an increase"),
}
_NAMES = {Direction.UP: Notice("增加", "an increase"), Direction.DOWN: Notice("减少", "a decrease")}


def _reasons(disclosure: Disclosure) -> Iterator[Fact]:
    """A reason that is understood does not contradict the direction of the change that it follows."""
    for moved in disclosure.narrative.statements if disclosure.kind is DisclosureKind.BUDGET else ():
        if not isinstance(moved, Movement) or not _is_asked(moved) or moved.direction is None:
            continue
        way = _way(moved.reason)
        if way is None or (way is Direction.UP and moved.topic and moved.topic.key not in _WHOLE):
            continue
        holds = way is moved.direction
        told_of = Notice(
            f"文字称{_NAMES[moved.direction].zh}，而所述原因“{moved.reason}”是{_WAYS[moved.direction].zh}",
            f"The text states {_NAMES[moved.direction].en}, but gives '{moved.reason}' as its reason, which is that of "
            f"{_WAYS[moved.direction].en}",
        )
        yield Fact(moved.mark, holds, moved.reason, None if holds else _NAMES[way], message=told_of)


def _is_asked(moved: Movement) -> bool:
    """Whether a change is some, of a known topic that is not what was left over."""
    if moved.topic is None or moved.topic.key in _LEFT_OVER or moved.direction not in _WAYS:
        return False
    change = moved.difference or moved.rate
    return change is not None and change.figure.coefficient != 0


def _way(reason: str) -> Direction | None:
    """Return which way a reason goes; None if a clause of it is not understood, or they go both ways."""
    words = reason_words()
    ways: set[Direction] = set()
    for clause in words["between"].split(normalise(reason)):
        if words["less"].fullmatch(clause):
            ways.add(Direction.DOWN)
        elif words["more"].fullmatch(clause):
            ways.add(Direction.UP)
        elif clause and not words["neutral"].fullmatch(clause):
            return None
    return ways.pop() if len(ways) == 1 else None


REASONS = RuleSet(
    (
        text_rule(
            ("TXT-024", "reason-and-direction", Severity.HINT),
            ("原因与增减方向", "reason and direction"),
            (
                "文字所述的增减原因与增减方向不相矛盾；原因的用语不能确定方向的，不作判断。",
                "The reason given for a change does not contradict its direction; where its words leave a doubt nothing is said.",
            ),
            "方向(原因) = 方向(增减)",
            _reasons,
            (
                told(Outcome.PASSED, "2021年公务接待费2万元，比2020年减少1万元，主要原因是厉行节约。"),
                told(Outcome.FAILED, "2021年公务接待费2万元，比2020年增加1万元，主要原因是厉行节约。"),
            ),
        ),
    )
)
"""The rule of the reasons for changes."""
