"""PCT-009, TXT-013: what was spent against what was planned, in the narrative of final accounts.

完成年初预算的 Z% is what was spent divided by what was planned, of the two amounts that stand before it; 决算数大于 (小于、等于) 预算数 goes
with these amounts. Where nothing was planned there is no rate, and a rate of 100 % or 0 % is a habit of which nothing is said. A
rate that is one last place off, cut off or computed before the amounts were rounded, is let pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from govbudget.disclosures import Disclosure
from govbudget.disclosures.narrative import Completion, Direction
from govbudget.relations import AtMost, Outcome, Relation, Same, Share
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import is_near, one_place_off, text_rule, told


def _completions(disclosure: Disclosure) -> Iterator[Completion]:
    return (stated for stated in disclosure.narrative.statements if isinstance(stated, Completion))


def _rates(disclosure: Disclosure) -> Iterator[Relation]:
    """A rate of completion is what was spent divided by what was planned."""
    for stated in _completions(disclosure):
        if stated.rate is not None:
            plain = Share(stated.rate, stated.spent, stated.planned)
            near = tuple(evolve(plain, percentage=one) for one in one_place_off(stated.rate))
            if not is_near(plain, near):
                yield plain


def _directions(disclosure: Disclosure) -> Iterator[Relation]:
    """What is said to be more, less or as much as planned is so."""
    for stated in _completions(disclosure):
        match stated.direction:
            case Direction.UP:
                yield AtMost((stated.planned,), stated.spent)
            case Direction.DOWN:
                yield AtMost((stated.spent,), stated.planned)
            case Direction.LEVEL:
                yield Same(stated.spent, stated.planned)
            case _:
                continue


_PLANNED = "2021年度公务接待费年初预算为50.00万元，支出决算为40.00万元，"

COMPLETIONS = RuleSet(
    (
        text_rule(
            ("PCT-009", "completion-rate", Severity.ERROR),
            ("完成率", "completion rate"),
            (
                "文字所列完成预算的百分比等于决算数除以预算数；预算为零的不作判断。",
                "The stated share of the plan that was spent is what was spent divided by what was planned.",
            ),
            "完成率 = 决算数 ÷ 预算数",
            _rates,
            (
                told(Outcome.PASSED, _PLANNED + "完成年初预算的80%。"),
                told(Outcome.FAILED, _PLANNED + "完成年初预算的90%。"),
            ),
            (
                "{place}完成预算的百分比，文字为 {reported}，而按所列预算、决算应为 {expected}：{equation}",
                "The text says that {reported} of the plan was spent on {place}, but its amounts give {expected}: {equation}",
            ),
        ),
        text_rule(
            ("TXT-013", "against-plan", Severity.ERROR),
            ("决算与预算的大小", "more or less than planned"),
            (
                "文字称决算数大于、小于或等于预算数的，与所列预算、决算相符。",
                "What the text says was more, less or as much as planned is so by its own amounts.",
            ),
            "决算数 ⋛ 预算数",
            _directions,
            (
                told(Outcome.PASSED, _PLANNED + "决算数小于预算数的主要原因是厉行节约。"),
                told(Outcome.FAILED, _PLANNED + "决算数大于预算数的主要原因是厉行节约。"),
            ),
            (
                "文字所称决算与预算的大小与所列金额不符：不可能有 {equation}",
                "What the text says of spent and planned amounts cannot be: {equation}",
            ),
        ),
    )
)
"""The rules of what was spent against what was planned."""
