"""TXT-005: the year that a budget says it is compared with.

A budget may be compared with any year before it on purpose, such as the last one before a reorganisation. So another year than the one
before is a slip only where the document settles it: the budget cannot be compared with itself or with a year to come; words call the
year that before (比上年（2019年）); or the sentence compares with just the amount that text or tables print for the year before.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.coordinates import topic_coordinates
from govbudget.disclosures import Cell, Claim, Disclosure, DisclosureKind
from govbudget.disclosures.narrative import Movement, Role
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.relations import Fact, Outcome, Same, Sum, judge
from govbudget.rules._rules import Context, RuleSet, Severity
from govbudget.rules._text_cards import text_rule, told
from govbudget.vocabulary import topics

_DIGITS = 4
"""Two amounts of so many significant digits are not alike by chance."""
_MEASURES = ("budget", "executed", "accounts", "adjusted", "unnamed")


def _years(disclosure: Disclosure, context: Context) -> Iterator[Fact]:
    """A budget is compared with the year before it; a sentence about another year, or a further comparison, need not be."""
    year = disclosure.year
    if disclosure.kind is not DisclosureKind.BUDGET or year is None:
        return
    for moved in disclosure.narrative.statements:
        if not isinstance(moved, Movement) or moved.year != year or moved.is_further:
            continue
        compared = _called_prior(moved) or moved.base
        if compared is None or (compared == year and "opening" in moved.base_measure):
            continue
        holds = compared == year - 1
        if holds or compared >= year or _called_prior(moved) or _is_of_prior(moved, disclosure, context):
            wanted = None if holds else Notice(str(year - 1), str(year - 1))
            yield Fact(moved.mark, holds, str(compared), wanted)


def _called_prior(moved: Movement) -> int | None:
    """Return the year that the words call the year before; None if they name none so, or several."""
    found = {
        int(match["after"] or match["before"])
        for match in topics().words["called_prior"].finditer(normalise(moved.mark.text))
    }
    return found.pop() if len(found) == 1 else None


def _is_of_prior(moved: Movement, disclosure: Disclosure, context: Context) -> bool:
    """Whether a sentence compares with what is printed for the year before, and not with what is for the year that it names."""
    assert disclosure.year is not None  # noqa: S101 - only documents of a known year are asked
    assert moved.base is not None  # noqa: S101 - and sentences that name a year
    before = _amounts(moved, disclosure.year - 1, disclosure, context)
    named = _amounts(moved, moved.base, disclosure, context)
    return any(_is_base(moved, one) and _is_long(one) for one in before) and not any(
        _is_base(moved, one) for one in named
    )


def _amounts(
    moved: Movement, year: int, disclosure: Disclosure, context: Context
) -> tuple[Claim | Cell, ...]:
    """What text and tables print of the topic for a year."""
    topic = moved.topic
    if topic is None or not topic.is_certain:
        return ()
    cells = (
        reading[0]
        for measure in _MEASURES
        for coordinates in topic_coordinates(topic, year, measure)
        for one in context.cells[coordinates]
        for reading in one.readings
        if not one.is_sum and len(reading) == 1
    )
    return (*disclosure.narrative.amounts(topic, year), *cells)


def _is_base(moved: Movement, amount: Claim | Cell) -> bool:
    """Whether an amount is that which the sentence compares with, as it prints it or as its change implies."""
    if moved.prior is not None and moved.prior.role is Role.OTHER:
        return judge(Same(moved.prior, amount)).outcome is Outcome.PASSED
    if moved.current is None or moved.difference is None:
        return False
    return judge(Sum(moved.difference, (moved.current, amount), (1, -1))).outcome is Outcome.PASSED


def _is_long(amount: Claim | Cell) -> bool:
    figure = amount.figure
    return figure is not None and len(str(abs(figure.coefficient)).rstrip("0")) >= _DIGITS


_HEAD = "项目 | 2020年预算数 | 2021年预算数"
_ROW = "公务接待费 | 12.35 | 14.50"
_TITLE = "2021年“三公”经费支出表"

COMPARED_YEARS = RuleSet(
    (
        text_rule(
            ("TXT-005", "year-compared-with", Severity.ERROR),
            ("比较年度", "year compared with"),
            (
                "预算与上一年度比较；与更早年度的比较只在文件自身表明有误时才指出，本年不与本年相比。",
                "A budget is compared with the year before it, not with itself; one further back is a slip only where the text shows it.",
            ),
            "比较年度 = 预算年度 − 1",
            _years,
            (
                told(Outcome.PASSED, "2021年公务接待费2万元，比2020年增加1万元。"),
                told(Outcome.FAILED, "2021年公务接待费2万元，比2021年增加1万元。"),
                told(Outcome.FAILED, "2021年公务接待费2万元，比上年（2019年）增加1万元。"),
                told(Outcome.NOT_APPLICABLE, "2021年公务接待费2万元，比2019年增加1万元。"),
                told(
                    Outcome.FAILED,
                    "2021年公务接待费14.50万元，比2019年增加2.15万元。",
                    _HEAD,
                    _ROW,
                    title=_TITLE,
                ),
            ),
            (
                "文字与 {reported} 年相比，应与 {expected} 年相比",
                "The text compares with {reported}, which should be {expected}",
            ),
            in_context=True,
        ),
    )
)
"""The rule of the year compared with."""
