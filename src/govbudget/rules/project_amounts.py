"""TGT-019 to 023: the money of projects in performance forms (绩效目标表) against what else the forms say of it.

The tasks of a department name the money of its projects; a plan lists what it is spent on; the dates of a project and its cost targets
tell whether an amount is of one year or of all. Partial lists are honest, plans of several years are, and so are forms that print for
every project of one year the money of three: that is named once, as a convention.

Basis: 《中央部门预算绩效目标管理办法》(财预〔2015〕88号): 绩效目标应指向明确、细化量化、合理可行、相应匹配.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from govbudget.amounts import Unit, exact_amount
from govbudget.disclosures import Disclosure, Indicator, Project
from govbudget.disclosures.forms import FormCell, Period
from govbudget.exceptions import Notice
from govbudget.labels import normalise, runs
from govbudget.relations import AtMost, Either, Fact, Outcome, Relation, Same, Sum, judge
from govbudget.rules._form_cards import (
    OVERALL,
    PROJECT,
    aimed_amount,
    bounded_targets,
    example,
    form_rule,
    is_cost,
    named,
)
from govbudget.rules._rules import Example, RuleSet, Severity, Sheet
from govbudget.targets import Bounded, Direction, Measure
from govbudget.vocabulary import form_words

_YEAR = re.compile(r"\s*+(20\d\d)(?!\d)")
_FROM = (Direction.EXACTLY, Direction.AT_LEAST)
_MOST = 100
"""So many units at most are taken one by one; the costs of more are not added."""


def _printed(cell: FormCell | None) -> FormCell | None:
    return cell if cell is not None and cell.figure is not None else None


def _tasks(disclosure: Disclosure) -> Iterator[Relation]:
    """The money of a task is that of the year of the project of its name, or of all years; both names have to be unique."""
    tasks = [task for targets in disclosure.overall_targets for task in targets.tasks]
    projects = {normalise(project.name): project for project in disclosure.projects}
    names = Counter(
        normalise(name) for name in (*(one.name for one in tasks), *(one.name for one in disclosure.projects))
    )
    for task in tasks:
        project, amount = projects.get(normalise(task.name)), _printed(task.amount)
        if project is None or amount is None or names[normalise(task.name)] > 2:
            continue
        year, whole = (_printed(project.amount(period)) for period in (Period.ANNUAL, Period.IMPLEMENTATION))
        if year is not None:
            annual = Same(year, amount)
            yield annual if whole is None else Either((annual, Same(whole, amount)))


def _planned(disclosure: Disclosure) -> Iterator[Relation]:
    """What a plan lists is part of the money of the year, or makes up that of all years."""
    for project in disclosure.projects:
        year, whole = (_printed(project.amount(period)) for period in (Period.ANNUAL, Period.IMPLEMENTATION))
        if year is not None and project.planned:
            within = AtMost(project.planned, year)
            yield within if whole is None else Either((within, Sum(whole, project.planned)))


def _dated(disclosure: Disclosure) -> Iterator[tuple[Project, Same]]:
    """Iterate over the projects that begin and end in one year, and print amounts for all years and for one."""
    for project in disclosure.projects:
        whole, year = (_printed(project.amount(period)) for period in (Period.IMPLEMENTATION, Period.ANNUAL))
        if whole is not None and year is not None and _is_of_one_year(project):
            yield project, Same(whole, year)


def _is_of_one_year(project: Project) -> bool:
    """Tell whether a project begins and ends in one year, by its dates."""
    start, end = (_YEAR.match(date or "") for date in (project.start, project.end))
    return start is not None and end is not None and start[1] == end[1]


def _one_year_amounts(disclosure: Disclosure) -> Iterator[Relation]:
    """One statement for all projects of one year whose amount of all years is larger than that of the year."""
    found = list(_dated(disclosure))
    other = [same for _, same in found if judge(same).outcome is Outcome.FAILED]
    if not found:
        return
    lines = [
        cell.location.line
        for same in other
        if isinstance(cell := same.first, FormCell) and cell.location.line is not None
    ]
    where = Notice(
        *(f"（第 {'、'.join(runs(lines))} 行）", f" (lines {', '.join(runs(lines))})") if lines else ("", "")
    )
    first = (other[0] if other else found[0][1]).first
    yield Fact(first, not other, f"{len(other)}/{len(found)}", where)


def _costs_of_all_years(disclosure: Disclosure) -> Iterator[Relation]:
    """A cost target of all years that is the money of one year is not that of all years, unless all costs make it up."""
    groups: dict[int, list[tuple[Indicator, FormCell]]] = {}
    for one, target in bounded_targets(disclosure):
        if one.period is not Period.IMPLEMENTATION or one.project is None or one.location is None:
            continue
        if is_cost(one) and (cost := aimed_amount(target)) is not None:
            aimed = FormCell(one.name, one.target, one.location, cost)
            groups.setdefault(id(one.project), []).append((one, aimed))
    for group in groups.values():
        project = group[0][0].project
        assert project is not None  # noqa: S101 - others are left out above
        whole, year = (_printed(project.amount(period)) for period in (Period.IMPLEMENTATION, Period.ANNUAL))
        if whole is None or year is None or (len(group) > 1 and _make_up(whole, group)):
            continue
        for one, aimed in group:
            is_part = named("part_cost", one) or named("other_money", one)
            if not is_part and judge(Same(aimed, year)).outcome is not Outcome.FAILED:
                yield Same(aimed, whole)


def _make_up(whole: FormCell, group: list[tuple[Indicator, FormCell]]) -> bool:
    return judge(Sum(whole, tuple(aimed for _, aimed in group))).outcome is not Outcome.FAILED


def _unit_costs(disclosure: Disclosure) -> Iterator[Relation]:
    """The costs of one session, as often as there are sessions, are within the money of the project."""
    groups: dict[int, list[tuple[Indicator, Bounded]]] = {}
    for one, target in bounded_targets(disclosure):
        if one.project is not None and one.period is Period.ANNUAL:
            groups.setdefault(id(one.project), []).append((one, target))
    for group in groups.values():
        project = group[0][0].project
        money = _printed(project.amount(Period.ANNUAL)) if project is not None else None
        costs = {one: cost for one, target in group if (cost := _cost_of_session(one, target)) is not None}
        counts = [(one, target) for one, target in group if named("sessions", one)]
        if money is None or len(counts) != 1 or not _are_of_sessions(list(costs), counts[0][0]):
            continue
        value = counts[0][1].value
        if counts[0][1].direction not in _FROM or not isinstance(value, Measure):
            continue
        if value.number == int(value.number) and 0 < value.number <= _MOST:
            yield AtMost(tuple(costs.values()) * int(value.number), money)


def _are_of_sessions(costs: list[Indicator], count: Indicator) -> bool:
    """Tell whether costs are of the sort of sessions that is counted, and add up: none is other money, or all that one session costs."""
    sorts = form_words().terms["session_sort"]
    counted = set(sorts.findall(normalise(count.name)))
    return (
        bool(costs)
        and all(set(sorts.findall(normalise(one.name))) <= counted for one in costs)
        and not any(named("other_money", one) for one in costs)
        and (len(costs) == 1 or not any(named("session_whole", one) for one in costs))
    )


def _cost_of_session(one: Indicator, target: Bounded) -> FormCell | None:
    """Return what a session costs, if that is stated exactly; a target is what is aimed at, not a rounded figure."""
    value = target.value
    if not isinstance(value, Measure) or value.unit is None or one.location is None:
        return None
    if value.unit.dimension != "money/sessions" or target.direction is not Direction.EXACTLY:
        return None
    amount = exact_amount(value.unit.factor * Fraction(value.number), Unit.YUAN, 2)
    return FormCell(one.name, one.target, one.location, amount)


def _forms(outcome: Outcome, *tables: tuple[str, tuple[str, ...]]) -> Example:
    """Return an example of several forms of one document."""
    (title, rows), *further = tables
    return Example(
        title, "万元", rows, outcome, further=tuple(Sheet(name, "万元", more) for name, more in further)
    )


_OF_TASKS = (
    OVERALL,
    ("部门(单位)名称 | 甲局 | ", "年度主要任务 | 任务名称 | 主要内容", " | 乙 | 项目资金20万元。"),
)
_OF_PLANS = "项目实施计划 | 宣传项目12万元，培训项目{}万元。 | | "
_SESSIONS = (
    "单位编码(项目编码) | 项目单位(项目名称) | 项目金额(万元) | 绩效目标 | ",
    " | | 资金总额 | 产出指标 | ",
    " | | | 三级指标 | 指标值",
)


def _sessions(outcome: Outcome, cost: str) -> Example:
    rows = ("506101 | 甲局 | | | ", "2021-506101 | 会议费 | 1.00 | 会议场次数 (≥**场) | 2")
    return example(outcome, *_SESSIONS, *rows, f" | | | 会场租赁费 (**万元/场) | {cost}")


_HEAD = "项目名称 | 甲 | | "
_COSTS = "一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值"
_PERIODS = "绩效指标 | 实施期目标 | | | 年度目标 | | "

PROJECT_AMOUNTS = RuleSet(
    (
        form_rule(
            19,
            "task-and-project",
            ("任务资金与项目资金", "the money of a task and of its project"),
            (
                "整体绩效目标表中任务的项目资金，与同名项目的年度资金或项目总金额相同。",
                "The money of a task in the overall form is the amount of the project of that name, of the year or of all years.",
            ),
            "任务资金 = 项目年度资金，或 = 项目总金额",
            Severity.WARNING,
            _tasks,
            tuple(
                _forms(
                    outcome,
                    _OF_TASKS,
                    (PROJECT, ("项目名称 | 乙 | | ", f"项目总金额 | | 项目本年度金额 | {year}")),
                )
                for outcome, year in ((Outcome.PASSED, "20"), (Outcome.FAILED, "21"))
            ),
            (
                "{place}印为 {reported}，而整体绩效目标表中同名任务的资金为 {expected}",
                "{place} prints {reported}, but the task of that name in the overall form has {expected}",
            ),
        ),
        form_rule(
            20,
            "planned-amounts",
            ("实施计划所列金额", "the amounts of a plan"),
            (
                "项目实施计划逐项所列金额之和不超过年度资金，或等于项目总金额。",
                "The amounts that the plan of a project lists are within its annual amount, or add to that of all years.",
            ),
            "Σ 计划金额 ≤ 年度资金，或 = 项目总金额",
            Severity.HINT,
            _planned,
            tuple(
                example(outcome, _HEAD, "项目总金额 | 90 | 项目本年度金额 | 20", _OF_PLANS.format(more))
                for outcome, more in ((Outcome.PASSED, "8"), (Outcome.FAILED, "18"))
            ),
            (
                "{place}印为 {reported}，而实施计划所列各项共 {expected}，也不等于项目总金额",
                "{place} prints {reported}, but the plan lists {expected}, which is not the amount of all years either",
            ),
        ),
        form_rule(
            21,
            "one-year-convention",
            ("一年期项目的总金额", "amounts of all years where a project takes one"),
            (
                "开始与结束时间在同一年的项目，项目总金额就是本年度金额；不同的，逐表指出一次。",
                "The amount of all years of a project that begins and ends in one year is that of the year; forms that differ are named once.",
            ),
            "开始年 = 结束年 ⇒ 项目总金额 = 本年度金额",
            Severity.HINT,
            _one_year_amounts,
            tuple(
                example(
                    outcome,
                    _HEAD,
                    "开始时间 | 2021-01-01 | 结束时间 | 2021-12-31",
                    f"项目总金额 | {whole} | 项目本年度金额 | 20",
                )
                for outcome, whole in ((Outcome.PASSED, "20"), (Outcome.FAILED, "60"))
            ),
            (
                "起止时间在同一年的项目中，{reported} 的项目总金额不等于本年度金额{expected}，或含多年资金",
                "{reported} of the projects of one year print another amount for all years than for the year{expected}",
            ),
        ),
        form_rule(
            22,
            "cost-of-all-years",
            ("实施期成本指标", "cost targets of all years"),
            (
                "实施期的成本指标值等于年度资金的，也等于实施期资金，除非各项成本合计为实施期资金。",
                "A cost target of all years that is the annual amount of the project is its amount of all years, too, unless all costs add up to that.",
            ),
            "实施期成本 = 年度资金 ⇒ 实施期成本 = 实施期资金",
            Severity.HINT,
            _costs_of_all_years,
            tuple(
                example(
                    outcome,
                    _HEAD,
                    f"实施期资金总额 | {whole} | 年度资金总额 | 10",
                    _PERIODS,
                    _COSTS,
                    "产出指标 | 成本指标 | 测试成本 | ≤10万元 | 成本指标 | 测试成本 | ≤10万元",
                )
                for outcome, whole in ((Outcome.PASSED, "10"), (Outcome.FAILED, "30"))
            ),
            (
                "{place}为 {reported}，只是一年的资金，而实施期资金为 {expected}",
                "{place} is {reported}, the amount of one year; that of all years is {expected}",
            ),
        ),
        form_rule(
            23,
            "cost-of-sessions",
            ("单场成本与场次", "costs of a session and their number"),
            (
                "各项单场成本与场次数之积不超过项目资金。",
                "The costs of one session, times their number, are within the money of the project.",
            ),
            "Σ 单场成本 × 场次 ≤ 项目资金",
            Severity.HINT,
            _unit_costs,
            (_sessions(Outcome.PASSED, "0.5"), _sessions(Outcome.FAILED, "0.6")),
            (
                "{place}印为 {reported}，而单场成本与场次数之积为 {expected}",
                "{place} prints {reported}, but the costs of a session times their number are {expected}",
            ),
        ),
    )
)
"""The rules of the money of projects and what else the forms say of it."""
