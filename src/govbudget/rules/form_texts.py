"""TGT-024 to 026: the words of performance forms (绩效目标表): names that are cut off, codes and explanations of something else.

A unit's code is asked only where the projects of other units bear the codes of theirs; an explanation only if it defines a rate that is
another indicator of the same list.

Basis: 《中央部门预算绩效目标管理办法》(财预〔2015〕88号) and the forms that regions derive from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govbudget.disclosures import Disclosure, Indicator, Project
from govbudget.disclosures.forms import FormCell
from govbudget.exceptions import Notice
from govbudget.labels import normalise, shown
from govbudget.relations import Fact, Outcome, Relation
from govbudget.rules._form_cards import LIST, example, form_rule
from govbudget.rules._rules import RuleSet, Severity
from govbudget.vocabulary import form_words

_CODE = re.compile(r"\d++")
_YEAR_DIGITS = 4
_WHOLE = Notice("括号成对", "brackets that close")


def _is_whole(one: Indicator) -> bool:
    name = normalise(one.name)
    return name.count("(") <= name.count(")")


def _whole_names(disclosure: Disclosure) -> Iterator[Relation]:
    """A name whose bracket does not close is cut off, and so may be its unit."""
    for one in disclosure.indicators:
        if "(" in normalise(one.name):
            yield Fact(one, _is_whole(one), shown(one.name), _WHOLE)


def _codes_of(project: Project) -> set[str]:
    """Return the numbers in the code of a project, the year left out."""
    return {code for code in _CODE.findall(project.code or "") if len(code) != _YEAR_DIGITS}


def _units(disclosure: Disclosure) -> Iterator[Relation]:
    """The projects of a unit bear its code, where those of other units do.

    What else they bear is a unit's code only if it is as long as those that agree; the code of another unit that is listed, or of one
    below, is that of whoever runs the projects.
    """
    groups: dict[tuple[str, str], list[Project]] = {}
    for project in disclosure.projects:
        if project.entity_code is not None and _codes_of(project):
            groups.setdefault((project.entity_code, project.entity or ""), []).append(project)
    holds = {key: all(key[0] in _codes_of(one) for one in projects) for key, projects in groups.items()}
    listed = {code for code, _ in groups}
    lengths = {len(code) for (code, _), agrees in holds.items() if agrees}
    for (code, name), projects in groups.items():
        common = set.intersection(*map(_codes_of, projects))
        if holds[code, name]:
            yield Fact(_term(projects[0], name), holds=True, reported=code)
            continue
        wanted = common.pop() if len(common) == 1 else ""
        is_code = len(wanted) in lengths and wanted not in listed and not wanted.startswith(code)
        if is_code:
            yield Fact(_term(projects[0], name), holds=False, reported=code, expected=Notice(wanted, wanted))


def _term(project: Project, name: str) -> FormCell:
    return FormCell(name, project.entity_code or "", project.location)


def _explained(disclosure: Disclosure) -> Iterator[Relation]:
    """The explanation of a rate that defines one rate defines its own, or none of the list."""
    pattern = form_words().terms["defined"]
    for form in (table.form for table in disclosure.tables if table.form is not None):
        names = {normalise(one.name): one.name for one in form.indicators}
        for one in form.indicators:
            own = normalise(one.name)
            defined = [found["name"] for found in pattern.finditer(normalise(one.explanation or ""))]
            if any(_is_same(own, other) for other in defined):
                yield Fact(one, holds=True, reported=shown(one.name))
                continue
            others = [
                name for name in names if name != own and any(other.endswith(name) for other in defined)
            ]
            if others and own.endswith("率") and len(defined) == 1 and not _is_part(own, defined):
                told = shown(names[others[0]])
                yield Fact(one, holds=False, reported=told, expected=Notice(shown(one.name), shown(one.name)))


def _is_same(own: str, defined: str) -> bool:
    return own in defined or defined in own


def _is_part(own: str, defined: list[str]) -> bool:
    """Tell whether an indicator may be meant by what is defined, in other words: they share most characters."""
    return any(len(set(own) - set(other)) <= 1 for other in defined)


_SUMMARY = (
    "单位编码(项目编码) | 项目单位(项目名称) | 项目金额(万元) | 绩效目标 | ",
    " | | 资金总额 | 产出指标 | ",
    " | | | 三级指标 | 指标值",
    "506101 | 甲局 | | | ",
    "2021-506101 | 会议费 | 1.00 | 会议次数 (≥**次) | 2",
)

FORM_TEXTS = RuleSet(
    (
        form_rule(
            24,
            "name-cut-off",
            ("指标名称不完整", "a name that is cut off"),
            (
                "指标名称中的括号成对。",
                "The brackets in the name of an indicator close.",
            ),
            "( 的个数 = ) 的个数",
            Severity.HINT,
            _whole_names,
            (
                example(Outcome.PASSED, LIST, "产出指标 | 成本指标 | 人均成本（元/人天） | 100"),
                example(Outcome.FAILED, LIST, "产出指标 | 成本指标 | 人均成本（元/人天 | 100"),
            ),
            (
                "指标名称“{reported}”的括号不全，疑被截断",
                "the name '{reported}' of an indicator lacks a bracket and may be cut off",
            ),
        ),
        form_rule(
            25,
            "unit-of-projects",
            ("单位编码与项目编码", "the code of a unit and of its projects"),
            (
                "项目编码含单位编码的，各单位的项目编码均含本单位的编码。",
                "Where the codes of projects contain those of their units, they do so for every unit.",
            ),
            "单位编码 ∈ 项目编码",
            Severity.HINT,
            _units,
            tuple(
                example(
                    outcome,
                    *_SUMMARY,
                    f"{code} | 乙中心 | | | ",
                    "2021-506102 | 培训费 | 1.00 | 培训次数 (≥**次) | 2",
                )
                for outcome, code in ((Outcome.PASSED, "506102"), (Outcome.FAILED, "50610102"))
            ),
            (
                "所列单位编码为 {reported}，而其下项目的编码均含 {expected}",
                "the code of a unit is {reported}, but the codes of its projects contain {expected}",
            ),
        ),
        form_rule(
            26,
            "explanation-of-another",
            ("指标说明与指标不符", "the explanation of another indicator"),
            (
                "指标说明给出的计算公式是本指标的，不是同表另一指标的。",
                "The formula in an explanation is that of its own indicator, not of another one of the list.",
            ),
            "指标说明（甲）≠ 乙率 = …",
            Severity.HINT,
            _explained,
            tuple(
                example(
                    outcome,
                    f"{LIST} | 指标说明",
                    "产出指标 | 质量指标 | 绩效监控完成率 | ≥90% | 绩效监控完成率=已监控项目数/项目总数",
                    f" | | 目标编制完成率 | ≥90% | {name}=已完成项目数/项目总数",
                )
                for outcome, name in ((Outcome.PASSED, "目标编制完成率"), (Outcome.FAILED, "绩效监控完成率"))
            ),
            (
                "{place}的说明给出的是“{reported}”的公式",
                "the explanation of {place} gives the formula of '{reported}'",
            ),
        ),
    )
)
"""The rules of the words of performance forms."""
