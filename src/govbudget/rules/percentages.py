"""PCT: shares and changes that the narrative states.

A share is what part ÷ whole rounds to, growth what the change gives of the year before; the shares of one whole add to
100 %. Everything is judged by the intervals that the printed figures stand for, so that shares with few decimals and
growth from small bases are not findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from govbudget.amounts import Amount
from govbudget.disclosures import Claim, Disclosure
from govbudget.disclosures.narrative import Direction, Movement, Proportion, Unsigned
from govbudget.disclosures.places import printed_amounts
from govbudget.exceptions import Notice
from govbudget.intervals import Figure
from govbudget.relations import Change, Fact, Outcome, Relation, Same, Share, Sum, Term, judge
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._shares import shares_of_sums
from govbudget.rules._text_cards import (
    HOLDS,
    HUNDRED,
    adds_up,
    is_near,
    listings,
    one_place_off,
    shares_add_up,
    shares_of,
    text_rule,
    told,
)


def _shares(disclosure: Disclosure) -> Iterator[Relation]:
    """Every stated share is that of its part in its whole; what is one last place off is not stated here."""
    balanced = _balanced(disclosure)
    for plain in _stated_shares(disclosure):
        if not _is_near(plain, balanced):
            yield plain


def _stated_shares(disclosure: Disclosure) -> Iterator[Share]:
    """Shares of a printed whole, and of the sum of all parts where none is printed."""
    told_of: set[int] = set()
    for share in _shares_of_printed(disclosure):
        told_of.add(id(share.percentage))
        yield share
    yield from (one for one in shares_of_sums(disclosure) if id(one.percentage) not in told_of)


def _shares_of_printed(disclosure: Disclosure) -> Iterator[Share]:
    for stated in disclosure.narrative.statements:
        if isinstance(stated, Proportion) and stated.part is not None:
            whole = stated.whole or _printed(disclosure, stated)
            if (
                whole is not None
                and whole.figure is not None
                and whole.figure.kind == stated.part.figure.kind
            ):
                inner = Share(stated.percentage, stated.part, whole)
                wider = (evolve(inner, whole=one) for one in stated.wider)
                yield next((one for one in (inner, *wider) if judge(one).outcome in HOLDS), inner)


def _printed(disclosure: Disclosure, stated: Proportion) -> Term | None:
    """A whole that only a table prints."""
    if stated.whole_topic is None or stated.percentage.year != disclosure.year:
        return None
    cells = printed_amounts(disclosure, stated.whole_topic)
    return cells[0] if len({cell.figure for cell in cells}) == 1 else None


def _balanced(disclosure: Disclosure) -> set[int]:
    """The shares, by identity, of lists whose shares add to exactly 100 %: one of them may be balanced."""
    return {
        id(share)
        for listing in listings(disclosure)
        if shares_add_up(listing) is Outcome.PASSED
        for share in shares_of(listing)
    }


def _is_near(plain: Share | Change, balanced: set[int]) -> bool:
    """Whether a percentage is one last place off: cut off, balanced, or computed before the amounts were rounded."""
    claim = plain.percentage
    if not isinstance(claim, Claim) or not (claim.figure.decimals or id(claim) in balanced):
        return False
    return is_near(plain, tuple(evolve(plain, percentage=one) for one in one_place_off(claim)))


def _near(disclosure: Disclosure) -> Iterator[Relation]:
    """A percentage that is one last place off is worth a word, no more."""
    balanced = _balanced(disclosure)
    stated: list[Share | Change] = [*_stated_shares(disclosure), *_stated_growth(disclosure)]
    for plain in stated:
        if _is_near(plain, balanced):
            yield plain


def _whole_of_shares(disclosure: Disclosure) -> Iterator[Relation]:
    """The shares of a list that is complete, by its words or by its amounts, add to 100 %.

    Those of a list in a list may be of the outer whole.
    """
    wholes = {
        id(stated.percentage): stated.whole
        for stated in disclosure.narrative.statements
        if isinstance(stated, Proportion)
    }
    for stated in listings(disclosure):
        if not stated.is_inner and (shares := shares_of(stated)):
            named = {id(whole): whole for share in shares if (whole := wholes.get(id(share))) is not None}
            total = stated.total or (next(iter(named.values())) if len(named) == 1 else None)
            if stated.is_complete or adds_up(evolve(stated, total=total)) in HOLDS:
                yield Sum(evolve(shares[0], figure=HUNDRED), shares)


def _movements(disclosure: Disclosure) -> Iterator[Movement]:
    return (stated for stated in disclosure.narrative.statements if isinstance(stated, Movement))


def _growth(disclosure: Disclosure) -> Iterator[Relation]:
    """Growth is the change divided by the amount of the year before, printed or derived."""
    return (plain for plain in _stated_growth(disclosure) if not _is_near(plain, set()))


def _stated_growth(disclosure: Disclosure) -> Iterator[Change]:
    for moved in _movements(disclosure):
        current, prior, difference = moved.current, moved.prior, moved.difference
        if moved.rate is None or current is None or not _is_signed(moved):
            continue
        if difference is not None:
            yield Change(current, difference=difference, percentage=moved.rate)
        elif prior is not None:
            yield Change(current, prior=prior, percentage=moved.rate)


def _is_signed(moved: Movement) -> bool:
    """Whether the words say where the change goes, or nothing changes."""
    given = [claim.figure for claim in (moved.difference, moved.rate) if claim is not None]
    return moved.direction is not Direction.OPEN or all(figure.coefficient == 0 for figure in given)


def _differences(disclosure: Disclosure) -> Iterator[Relation]:
    """The stated change is this year's amount less last year's; what is level has the same amount."""
    for moved in _movements(disclosure):
        if moved.current is None or moved.prior is None or not _is_signed(moved):
            continue
        if moved.difference is not None:
            yield Change(moved.current, prior=moved.prior, difference=moved.difference)
        elif moved.direction is Direction.LEVEL:
            yield Same(moved.current, moved.prior)


def _zero_base(disclosure: Disclosure) -> Iterator[Relation]:
    """What was nothing the year before has no growth rate."""
    for moved in _movements(disclosure):
        if moved.rate is None or not _is_signed(moved):
            continue
        prior = _prior(moved)
        if prior is not None:
            from_nothing = prior.coefficient == 0 and moved.rate.figure.coefficient != 0
            yield Fact(
                moved.rate, not from_nothing, str(moved.rate.figure), _NO_RATE if from_nothing else None
            )


def _prior(moved: Movement) -> Figure | None:
    """The amount of the year before, printed or derived."""
    if moved.prior is not None:
        return moved.prior.figure
    current = moved.current.figure if moved.current is not None else None
    difference = moved.difference.figure if moved.difference is not None else None
    both = isinstance(current, Amount) and isinstance(difference, Amount)
    return current - difference if both else None  # type: ignore[operator]


def _signs(disclosure: Disclosure) -> Iterator[Relation]:
    """Shares and rates carry the percent sign."""
    for stated in disclosure.narrative.statements:
        if isinstance(stated, Proportion | Movement):
            claim = stated.percentage if isinstance(stated, Proportion) else stated.rate
            if claim is not None:
                yield Fact(claim, holds=True, reported=str(claim.figure))
        elif isinstance(stated, Unsigned):
            wanted = Notice(f"{stated.number}%", f"{stated.number}%")
            yield Fact(stated.mark, holds=False, reported=stated.number, expected=wanted)


_NO_RATE = Notice("“上年为零，无增长率”", "no rate, because the year before was nothing")

PERCENTAGES = RuleSet(
    (
        text_rule(
            ("PCT-001", "stated-share", Severity.ERROR),
            ("占比", "stated share"),
            (
                "文字所列占比等于部分除以总体；总体未列、各部分俱全（占比之和为 100%）的，总体为各部分之和。",
                "A stated share is its part divided by the whole, or by the sum of all parts where the whole is not printed.",
            ),
            "占比 = 部分 ÷ 总体",
            _shares,
            (
                told(
                    Outcome.PASSED,
                    "2021年支出预算200万元，其中：基本支出80万元，占40%；项目支出120万元，占60%。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年支出预算200万元，其中：基本支出80万元，占41%；项目支出120万元，占60%。",
                ),
            ),
        ),
        text_rule(
            ("PCT-002", "shares-of-one-whole", Severity.ERROR),
            ("占比合计", "shares of one whole"),
            (
                "完整列举的各项占比之和为 100%。",
                "The shares of a complete list add to 100 %.",
            ),
            "Σ 占比 = 100%",
            _whole_of_shares,
            (
                told(
                    Outcome.ROUNDING,
                    "2021年支出预算3万元，其中：工资福利支出1万元，占33.3%；商品和服务支出1万元，占33.3%；资本性支出1万元，占33.3%。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年支出预算200万元，其中：基本支出80万元，占40.00%；项目支出120万元，占60.10%。",
                ),
            ),
            (
                "{place}等各项占比之和为 {expected}，不是 100%",
                "The shares of {place} and the other parts add to {expected}, not to 100 %",
            ),
        ),
        text_rule(
            ("PCT-003", "growth-rate", Severity.ERROR),
            ("增减幅度", "growth rate"),
            (
                "增减幅度等于增减额除以上年数；上年数未列的，由本年数与增减额推算。",
                "A growth rate is the change divided by the amount of the year before, which is derived where it is not printed.",
            ),
            "增幅 = 增减额 ÷（本年数 − 增减额）",
            _growth,
            (
                told(Outcome.PASSED, "2021年收入总计120万元，与2020年相比，收入增加20万元，增长20%。"),
                told(Outcome.FAILED, "2021年收入总计120万元，与2020年相比，收入增加20万元，增长17%。"),
            ),
        ),
        text_rule(
            ("PCT-004", "stated-difference", Severity.ERROR),
            ("增减额", "stated difference"),
            (
                "本年数减上年数等于所列增减额；称“持平”的两年相同；增减方向与数字一致。",
                "This year's amount less last year's is the stated difference; what is called level is the same in both years.",
            ),
            "本年数 − 上年数 = 增减额",
            _differences,
            (
                told(
                    Outcome.PASSED,
                    "2021年机关运行经费支出预算12万元。2020年机关运行经费支出预算10万元。2021年机关运行经费比2020年增加2万元。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年机关运行经费支出预算12万元。2020年机关运行经费支出预算10万元。2021年机关运行经费比2020年减少2万元。",
                ),
            ),
        ),
        text_rule(
            ("PCT-005", "growth-from-nothing", Severity.HINT),
            ("零基数增幅", "growth from nothing"),
            (
                "上年为零的，不存在增长率；习惯上写作“增长100%”的，仅作提示。",
                "There is no growth rate from nothing; the habit of writing 100 % is only pointed out.",
            ),
            "上年数 = 0 ⇒ 无增幅",
            _zero_base,
            (
                told(Outcome.PASSED, "2021年公务接待费2万元，比2020年增加1万元，增长100%。"),
                told(Outcome.FAILED, "2021年公务接待费2万元，比2020年增加2万元，增长100%。"),
            ),
            (
                "{place}上年为零，却称增减 {reported}",
                "{place} was nothing the year before, yet a change of {reported} is stated",
            ),
        ),
        text_rule(
            ("PCT-006", "percent-sign", Severity.WARNING),
            ("百分号", "percent sign"),
            ("占比和增减幅度带百分号。", "Shares and growth rates carry the percent sign."),
            "占 x%；增长 x%",
            _signs,
            (
                told(Outcome.PASSED, "2021年支出预算200万元，其中：基本支出80万元，占40%。"),
                told(Outcome.FAILED, "2021年支出预算200万元，其中：基本支出80万元，占40。"),
            ),
            ("文字所列“{reported}”缺百分号", "{reported} in the text lacks its percent sign"),
        ),
        text_rule(
            ("PCT-007", "last-place", Severity.HINT),
            ("差末位一个单位", "one last place off"),
            (
                "占比、增幅与所列金额仅差末位一个单位（舍去、配平或以未取整的数计算）的，仅作提示。",
                "A share or rate that is one last place off (cut off, balanced, or computed before rounding) is only pointed out.",
            ),
            "百分比 = 计算值 ± 末位 1",
            _near,
            (
                told(
                    Outcome.NOT_APPLICABLE,
                    "2021年支出预算200万元，其中：基本支出80万元，占40%；项目支出120万元，占60%。",
                ),
                told(
                    Outcome.FAILED,
                    "2021年支出预算3.0000万元，其中：工资福利支出1.0000万元，占33.3%；商品和服务支出1.0000万元，占33.3%；资本性支出1.0000万元，占33.4%。",
                ),
            ),
        ),
    )
)
"""The rules of shares and changes."""
