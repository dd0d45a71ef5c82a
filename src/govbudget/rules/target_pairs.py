"""TGT-006, 007, 008: target values against what stands beside them: the other period, the money, the year.

Basis: 《中央部门预算绩效目标管理办法》(财预〔2015〕88号): 绩效目标应指向明确、细化量化、合理可行、相应匹配.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Disclosure, Indicator
from govbudget.disclosures.forms import FormCell, Period
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.relations import AtMost, Fact, Outcome, Reason, Relation
from govbudget.rules._form_cards import (
    LIST,
    aimed_amount,
    bounded_targets,
    example,
    form_rule,
    is_cost,
    named,
)
from govbudget.rules._rules import RuleSet, Severity
from govbudget.targets import Period as CalendarPeriod
from govbudget.targets import Target, TargetKind

_TWO = "一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值"
_HEADS = "绩效指标 | 实施期目标 | | | 年度目标 | | "


def _periods_agree(disclosure: Disclosure) -> Iterator[Relation]:
    """The annual target of an indicator can stand beside that of the whole implementation period."""
    whole: dict[tuple[object, ...], list[Target]] = {}
    for one, target in bounded_targets(disclosure):
        if one.period is Period.IMPLEMENTATION:
            whole.setdefault(_identity(one), []).append(target)
    for one, target in bounded_targets(disclosure):
        beside = whole.get(_identity(one), []) if one.period is Period.ANNUAL else []
        if len(beside) != 1 or target.kind is TargetKind.DATE:
            continue
        comparable = target.is_comparable(beside[0])
        holds = _compatible(target, beside[0]) if comparable else None
        reason = None if comparable else Reason.UNIT
        yield Fact(
            one, holds, str(target), Notice(f"实施期 {beside[0]}", f"{beside[0]} of all years"), reason
        )


def _identity(one: Indicator) -> tuple[object, ...]:
    return id(one.project), tuple(map(normalise, one.levels)), normalise(one.name), one.number


def _compatible(year: Target, whole: Target) -> bool:
    """Tell whether a year's target can go with that of all years: one is not a floor and the other a ceiling."""
    return year.direction.opposite is not whole.direction


def _affordable(disclosure: Disclosure) -> Iterator[Relation]:
    """The cost that a project aims at does not exceed its money."""
    for one, target in bounded_targets(disclosure):
        other = target.kind is not TargetKind.AMOUNT or not is_cost(one) or named("other_money", one)
        if one.project is None or other:
            continue
        money = one.project.amount(one.period)
        cost = aimed_amount(target)
        if money is not None and not money.is_blank and cost is not None and one.location is not None:
            yield AtMost((FormCell(one.name, one.target, one.location, cost),), money)


def _within_the_year(disclosure: Disclosure) -> Iterator[Relation]:
    """A deadline of the annual targets is not before the year of the form; some work ends after it."""
    forms = [table.form for table in disclosure.tables if table.form is not None]
    years = {id(one): form.year for form in forms for one in form.indicators}
    for one, target in bounded_targets(disclosure):
        known = years.get(id(one)) or disclosure.year
        value = target.high.value if target.high is not None and target.low is None else None
        if one.period is not Period.ANNUAL or not isinstance(value, CalendarPeriod) or value.year is None:
            continue
        if known is None:
            yield Fact(one, None, str(target), reason=Reason.NO_YEAR)
        else:
            yield Fact(one, value.year >= known, str(target), Notice(f"{known}年", str(known)))


TARGET_PAIRS = RuleSet(
    (
        form_rule(
            6,
            "periods-agree",
            ("年度与实施期指标值", "annual target against that of all years"),
            (
                "同一指标的年度指标值与实施期指标值不是一个下限、一个上限。",
                "An indicator's annual target and that of all years are not a floor and a ceiling.",
            ),
            "方向(年度) = 方向(实施期)",
            Severity.WARNING,
            _periods_agree,
            (
                example(
                    Outcome.PASSED,
                    _HEADS,
                    _TWO,
                    "产出指标 | 数量指标 | 设备购置数 | ≤40个 | 数量指标 | 设备购置数 | ≤20个",
                ),
                example(
                    Outcome.FAILED,
                    _HEADS,
                    _TWO,
                    "产出指标 | 数量指标 | 设备购置数 | ≤40个 | 数量指标 | 设备购置数 | ≥40个",
                ),
            ),
            (
                "{place}的年度指标值 {reported} 与{expected}矛盾",
                "the annual target {reported} of {place} contradicts {expected}",
            ),
        ),
        form_rule(
            7,
            "cost-within-funding",
            ("成本指标不超过项目资金", "cost against the money of the project"),
            (
                "成本指标的金额不超过同一期间的项目资金总额。",
                "The cost that is aimed at does not exceed the money of the project in the same period.",
            ),
            "成本 ≤ 项目资金",
            Severity.WARNING,
            _affordable,
            (
                example(
                    Outcome.PASSED,
                    "项目名称 | 甲 | | ",
                    "实施期资金总额 | | 年度资金总额 | 12.0",
                    LIST,
                    "产出指标 | 成本指标 | 项目成本 | ≤12万元",
                ),
                example(
                    Outcome.FAILED,
                    "项目名称 | 甲 | | ",
                    "实施期资金总额 | | 年度资金总额 | 12.0",
                    LIST,
                    "产出指标 | 成本指标 | 项目成本 | ≤20.4万元",
                ),
            ),
            (
                "{place}印为 {reported}，而成本指标值为 {expected}",
                "{place} prints {reported}, but a cost target is {expected}",
            ),
        ),
        form_rule(
            8,
            "deadline-before-year",
            ("时限早于预算年度", "deadlines before the budget year"),
            (
                "年度指标的时限不早于预算年度。",
                "The deadlines of annual targets are not before the budget year.",
            ),
            "年(时限) ≥ 预算年度",
            Severity.HINT,
            _within_the_year,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 时效指标 | 完成时间 | 2021年12月31日前",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 时效指标 | 完成时间 | 2020年12月31日前",
                ),
            ),
            (
                "{place}的时限 {reported} 早于预算年度 {expected}",
                "the deadline {reported} of {place} is before the budget year {expected}",
            ),
        ),
    )
)
"""The rules of target values and what stands beside them."""
