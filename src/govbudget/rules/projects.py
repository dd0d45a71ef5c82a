"""TGT-010, 011, 015, 016: the money of projects and departments in performance forms (绩效目标表).

A form prints how the money of a project is made up, once for the year and once for all years of its implementation; an
overall form prints the budget of a department by source and by use. Blank parts follow the rule of all sums: a part left
blank is nil as soon as a neighbour is printed; if none is printed, or the total is blank, it is undecided.

Not demanded: that the implementation-period amount is the annual amount times the years, or that the tasks of a department
make up all of its project expenditure; real documents do neither. A project of one year is the exception: there both amounts
are the same money.

Basis: 《中央部门预算绩效目标管理办法》(财预〔2015〕88号) and the forms that regions derive from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Disclosure, Project
from govbudget.disclosures.forms import FormCell, Funding, Period
from govbudget.labels import normalise
from govbudget.relations import NOTHING_PRINTED, AtMost, Either, Outcome, Relation, Same, Sum
from govbudget.rules._form_cards import OVERALL, example, form_rule
from govbudget.rules._rules import RuleSet, Severity
from govbudget.vocabulary import form_words, vocabulary


def _made_up(total: FormCell | None, parts: tuple[FormCell, ...]) -> Iterator[Relation]:
    """State a total as the sum of its parts; "其中" below the first part is part of a part, and alone merely a bound."""
    if total is None or not parts:
        return
    below = [vocabulary().strip_of_which(normalise(part.label))[0] for part in parts]
    nested = [i > 0 and one and not all(below) for i, one in enumerate(below)]
    printed = tuple(part for i, part in enumerate(parts) if not part.is_blank and not nested[i])
    if all(below):
        yield AtMost(printed, total) if printed else NOTHING_PRINTED
    elif total.is_blank and not printed:
        yield NOTHING_PRINTED
    else:
        yield _readings(total, printed)


def _readings(total: FormCell, parts: tuple[FormCell, ...]) -> Relation:
    """State a sum; where 财政拨款 stands beside other fiscal money, that may be part of it."""
    whole = [part for part in parts if _is("fiscal", part)]
    outer = tuple(part for part in parts if part in whole or not _is("may_be_fiscal", part))
    if not whole or len(outer) == len(parts):
        return Sum(total, parts)
    return Either((Sum(total, parts), Sum(total, outer)))


def _is(term: str, cell: FormCell) -> bool:
    return form_words().terms[term].fullmatch(normalise(cell.label)) is not None


def _sources(disclosure: Disclosure) -> Iterator[Relation]:
    for project in disclosure.projects:
        for funding in project.funding:
            yield from _made_up(funding.total, funding.sources)


def _years(project: Project) -> Iterator[tuple[FormCell, FormCell]]:
    """Iterate over the amounts of all years with that of one year among them."""
    for is_prior in (False, True):
        found = {one.period: one.total for one in project.funding if one.is_prior is is_prior}
        whole, year = found.get(Period.IMPLEMENTATION), found.get(Period.ANNUAL)
        if whole is not None and year is not None:
            yield whole, year


def _periods(disclosure: Disclosure) -> Iterator[Relation]:
    for project in disclosure.projects:
        for whole, year in _years(project):
            yield NOTHING_PRINTED if whole.is_blank or year.is_blank else AtMost((year,), whole)


def _one_year(disclosure: Disclosure) -> Iterator[Relation]:
    for project in disclosure.projects:
        whole, year = project.amount(Period.IMPLEMENTATION), project.amount(Period.ANNUAL)
        if whole is None or year is None or whole.is_blank or year.is_blank or project.term is None:
            continue
        if form_words().terms["one_year"].fullmatch(normalise(project.term)):
            yield Same(whole, year)


def _budgets(disclosure: Disclosure) -> Iterator[Relation]:
    for targets in disclosure.overall_targets:
        if targets.funding is None:
            continue
        yield from _made_up(targets.funding.total, targets.funding.sources)
        yield from _made_up(targets.funding.total, targets.funding.structure)
        amounts = tuple(task.amount for task in targets.tasks if task.amount is not None)
        project = _project_expenditure(targets.funding)
        if project is not None and amounts and len(amounts) == len(targets.tasks):
            yield AtMost(amounts, project)


def _project_expenditure(funding: Funding) -> FormCell | None:
    named = (one for one in funding.structure if _is("project_expenditure", one) and not one.is_blank)
    return next(named, None)


PROJECTS = RuleSet(
    (
        form_rule(
            10,
            "funding-by-source",
            ("项目资金来源", "funding of a project by source"),
            (
                "项目资金总额等于各来源资金之和；实施期与年度分别核对。",
                "The money of a project is the sum of its sources, for the year and for all years of implementation.",
            ),
            "资金总额 = Σ 各来源",
            Severity.ERROR,
            _sources,
            (
                example(
                    Outcome.PASSED,
                    "项目名称 | 甲 | | ",
                    "实施期资金总额 | 30.0 | 年度资金总额 | 10",
                    "其中：财政拨款 | 20.0 | 其中：财政拨款 | 10",
                    "其他资金 | 10.0 | 其他资金 | ",
                ),
                example(
                    Outcome.FAILED,
                    "项目名称 | 甲 | | ",
                    "实施期资金总额 | | 年度资金总额 | 10",
                    "其中：财政拨款 | | 其中：财政拨款 | 10",
                    "其他资金 | | 其他资金 | 10",
                ),
            ),
        ),
        form_rule(
            11,
            "implementation-covers-year",
            ("实施期资金不少于年度资金", "implementation-period amount against annual amount"),
            (
                "项目实施期资金不少于其中一年的资金。",
                "The money of all years of a project is not less than that of one of them.",
            ),
            "年度资金 ≤ 实施期资金",
            Severity.WARNING,
            _periods,
            (
                example(Outcome.PASSED, "项目名称 | 甲 | | ", "实施期资金总额 | 30.0 | 年度资金总额 | 10"),
                example(Outcome.FAILED, "项目名称 | 甲 | | ", "实施期资金总额 | 10.0 | 年度资金总额 | 30"),
            ),
        ),
        form_rule(
            15,
            "overall-budget",
            ("整体绩效目标表预算", "the budget in an overall form"),
            (
                "部门预算总额等于资金来源之和，也等于基本支出与项目支出之和；各项任务的项目资金合计不超过项目支出。",
                "The budget is the sum of its sources, and of basic and project expenditure; tasks do not exceed the latter.",
            ),
            "总额 = Σ 来源 = 基本支出 + 项目支出；Σ 任务 ≤ 项目支出",
            Severity.ERROR,
            _budgets,
            (
                example(
                    Outcome.PASSED,
                    "部门(单位)名称 | 甲局 | ",
                    "年度主要任务 | 任务名称 | 主要内容",
                    " | 乙 | 项目资金20万元。",
                    "预算情况 | 部门预算总额(万元) | 50.00",
                    " | 1、资金来源:(1)财政性资金 | 50.00",
                    " | (2)其他资金 | 0",
                    " | 2、资金结构:(1)基本支出 | 30.00",
                    " | (2)项目支出 | 20.00",
                    title=OVERALL,
                ),
                example(
                    Outcome.FAILED,
                    "部门(单位)名称 | 甲局 | ",
                    "年度主要任务 | 任务名称 | 主要内容",
                    " | 乙 | 项目资金21万元。",
                    "预算情况 | 部门预算总额(万元) | 50.00",
                    " | 2、资金结构:(1)基本支出 | 30.00",
                    " | (2)项目支出 | 20.00",
                    title=OVERALL,
                ),
            ),
        ),
        form_rule(
            16,
            "one-year-project",
            ("一年期项目的实施期资金", "amounts of a project of one year"),
            (
                "项目期为一年时，实施期资金就是年度资金。",
                "Where a project takes one year, its implementation-period amount is its annual amount.",
            ),
            "项目期 = 1年 ⇒ 实施期资金 = 年度资金",
            Severity.WARNING,
            _one_year,
            (
                example(
                    Outcome.PASSED,
                    "项目名称 | 甲 | 项目期 | 1年",
                    "实施期资金总额 | 20.0 | 年度资金总额 | 20",
                ),
                example(
                    Outcome.FAILED,
                    "项目名称 | 甲 | 项目期 | 1年",
                    "实施期资金总额 | 60.0 | 年度资金总额 | 20",
                ),
            ),
            (
                "{place}印为 {reported}，但项目期只有一年，年度资金为 {expected}",
                "{place} prints {reported}, but the project takes one year, whose amount is {expected}",
            ),
        ),
    )
)
"""The rules of the money in performance forms."""
