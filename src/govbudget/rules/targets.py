"""TGT-001…009, 018: the target values of performance forms, one by one and against what stands beside them.

What a target value says is decided by the target-value syntax; a rule asks only what it should say. Nothing is asked of targets
in words, and nothing where the name of an indicator leaves a doubt.

Basis: 《中央部门预算绩效目标管理办法》(财预〔2015〕88号): 绩效目标应指向明确、细化量化、合理可行、相应匹配.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from govbudget.disclosures import Disclosure
from govbudget.exceptions import Notice
from govbudget.relations import Fact, Outcome, Reason, Relation
from govbudget.rules._form_cards import LIST, bounded_targets, example, form_rule, named
from govbudget.rules._rules import RuleSet, Severity
from govbudget.targets import (
    Bounded,
    Direction,
    Measure,
    NotATarget,
    Operator,
    Target,
    TargetKind,
    TargetSyntaxError,
    expected_direction,
    parse_target,
)


@functools.cache
def _whole() -> Target:
    """All shares of a whole; made when it is first needed, because it loads the vocabulary."""
    return parse_target("0%～100%")


def _is_alone(target: Bounded) -> bool:
    """Tell whether no words stand around the number, which might make it a change or a share of something (下降5%)."""
    return not (target.prefix.strip('(（"“') or target.suffix.strip(')）"”。.;；'))


def _well_formed(disclosure: Disclosure) -> Iterator[Relation]:
    for one in disclosure.indicators:
        error = one.parsed if isinstance(one.parsed, TargetSyntaxError) else None
        meant = "、".join(error.suggestions) if error is not None else ""
        wanted = (
            Notice(f"疑为 {meant}", f"{meant} may be meant")
            if meant
            else error.notice
            if error is not None
            else None
        )
        yield Fact(one, error is None, one.target, wanted)


def _states_a_target(disclosure: Disclosure) -> Iterator[Relation]:
    for one in disclosure.indicators:
        if isinstance(one.parsed, TargetSyntaxError):
            continue
        nothing = one.parsed if isinstance(one.parsed, NotATarget) else None
        if not one.target.strip() or (nothing is not None and nothing.is_absent):
            yield Fact(one, None, one.target, reason=Reason.MISSING)
        else:
            yield Fact(one, nothing is None, one.target, None if nothing is None else nothing.reason)


def _has_unit(disclosure: Disclosure) -> Iterator[Relation]:
    """A number has a unit: in the value, in its column or in the template; nought needs none."""
    for one, target in bounded_targets(disclosure):
        value = target.value or (target.low and target.low.value)
        if isinstance(value, Measure) and value.number:
            yield Fact(one, value.unit is not None, one.target)


def _goes_the_right_way(disclosure: Disclosure) -> Iterator[Relation]:
    """A target with a comparison does not contradict a name that says which way is better."""
    for one, target in bounded_targets(disclosure):
        wanted = expected_direction(one.name)
        if wanted is None or target.direction.opposite is None or not _is_alone(target):
            continue
        if wanted is Direction.AT_LEAST and target.is_comparable(_whole()) and _whole().is_subset(target):
            continue  # ≤100% limits nothing
        sign = Operator.AT_LEAST if wanted is Direction.AT_LEAST else Operator.AT_MOST
        yield Fact(one, target.direction is wanted, str(target), Notice(sign.value, sign.value))


def _within_the_whole(disclosure: Disclosure) -> Iterator[Relation]:
    """A share of a whole lies between 0 and 100 %."""
    for one, target in bounded_targets(disclosure):
        if named("part_of_whole", one) and target.is_comparable(_whole()) and _is_alone(target):
            yield Fact(one, not target.is_disjoint(_whole()), str(target), Notice("0%～100%", "0%～100%"))


def _fits_its_unit(disclosure: Disclosure) -> Iterator[Relation]:
    """What is counted, timed or paid is not given as a share."""
    for one, target in bounded_targets(disclosure):
        sort = next((term for term in ("counts", "durations", "costs") if named(term, one)), None)
        change = named("change", one) or not _is_alone(target)
        if sort is not None and target.unit is not None and not change:
            yield Fact(one, target.unit.dimension != "ratio", str(target), _SORTS[sort])


_SORTS = {
    "counts": Notice("以个数、次数等计", "in units that count"),
    "durations": Notice("以时间计", "in units of time"),
    "costs": Notice("以金额计", "in units of money"),
}


def _is_no_serial(disclosure: Disclosure) -> Iterator[Relation]:
    """A date is written as a date, not as the number behind it in a spreadsheet."""
    for one, target in bounded_targets(disclosure):
        if target.kind is TargetKind.DATE:
            printed = one.target[slice(*target.span)]
            yield Fact(
                one, "年" in printed or "月" in printed or not _SERIAL.search(printed), printed, _date(target)
            )


_SERIAL = re.compile(r"(?<![0-9./-])[0-9]{2},?[0-9]{3}(?![0-9./-])")


def _date(target: Target) -> Notice:
    return Notice(str(target), str(target))


TARGETS = RuleSet(
    (
        form_rule(
            1,
            "target-well-formed",
            ("指标值格式", "form of a target value"),
            (
                "指标值符合指标值语法。",
                "A target value is well-formed.",
            ),
            "指标值 ∈ 指标值语法",
            Severity.WARNING,
            _well_formed,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 质量指标 | 报告合格率 | ≥100%",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 质量指标 | 报告合格率 | ≥100百分比",
                ),
            ),
            (
                "{place}的指标值“{reported}”格式有误：{expected}",
                "the target '{reported}' of {place} is malformed: {expected}",
            ),
        ),
        form_rule(
            2,
            "target-stated",
            ("指标值缺失", "a target that states nothing"),
            (
                "指标值写明要达到什么，而不是指标名称或占位符；空白和写明“无”“不适用”的不作判断。",
                "A target says what is to be reached; it is not a name or a placeholder. One that is blank, 无 or 不适用 is left open.",
            ),
            "指标值 ≠ 名称、占位符",
            Severity.WARNING,
            _states_a_target,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 质量指标 | 完工及时率 | ≥95%",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 质量指标 | 完工及时率 | 及时率",
                ),
                example(
                    Outcome.UNDECIDED,
                    LIST,
                    "产出指标 | 质量指标 | 完工及时率 | 不适用",
                ),
            ),
            (
                "{place}的指标值“{reported}”{expected}",
                "the target '{reported}' of {place} states nothing: {expected}",
            ),
        ),
        form_rule(
            3,
            "target-unit",
            ("指标值无计量单位", "a number without unit"),
            (
                "数值型指标值应有计量单位（在指标值、度量单位栏或指标名称的模板中）。",
                "A number has a unit: in the value, in its column or in the template of the name.",
            ),
            "单位(指标值) ≠ ∅",
            Severity.HINT,
            _has_unit,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 数量指标 | 宣传次数 (≥**次) | 20",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 数量指标 | 受益人数 | 20",
                ),
            ),
            (
                "{place}的指标值“{reported}”没有计量单位",
                "the target '{reported}' of {place} has no unit",
            ),
        ),
        form_rule(
            4,
            "target-direction",
            ("指标值方向", "direction of a target"),
            (
                "成本、时限类指标设上限，满意度、覆盖率类指标设下限。",
                "Costs and durations have an upper limit, satisfaction and coverage a lower one.",
            ),
            "成本 ≤，满意度 ≥",
            Severity.HINT,
            _goes_the_right_way,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 成本指标 | 会议成本 | ≤3万元",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 成本指标 | 会议成本 | ≥3万元",
                ),
            ),
            (
                "{place}的指标值 {reported} 方向相反，应为 {expected}",
                "the target {reported} of {place} goes the wrong way; {expected} is usual",
            ),
        ),
        form_rule(
            5,
            "share-within-whole",
            ("比率超出 0–100%", "a share beyond its whole"),
            (
                "满意度、覆盖率等部分占整体的比率在 0 与 100% 之间。",
                "Satisfaction, coverage and other shares of a whole lie between 0 and 100 %.",
            ),
            "0 ≤ 比率 ≤ 100%",
            Severity.WARNING,
            _within_the_whole,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 质量指标 | 政策知晓率 | ≥90%",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 质量指标 | 政策知晓率 | ≥900%",
                ),
            ),
            (
                "{place}的指标值 {reported} 不可能达到，比率应在 {expected} 之内",
                "the target {reported} of {place} cannot be reached; a share lies within {expected}",
            ),
        ),
        form_rule(
            9,
            "unit-fits-indicator",
            ("计量单位与指标不符", "a unit that does not fit the indicator"),
            (
                "数量、时间、成本类指标不以百分比计。",
                "Counts, times and costs are not given as percentages.",
            ),
            "单位(数量、时间、成本) ≠ %",
            Severity.HINT,
            _fits_its_unit,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 数量指标 | 抽调人数 | 92人",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 数量指标 | 抽调人数 | 92%",
                ),
            ),
            (
                "{place}的指标值 {reported} 与指标不符，应{expected}",
                "the target {reported} of {place} does not fit the indicator, which is measured {expected}",
            ),
        ),
        form_rule(
            18,
            "spreadsheet-serial",
            ("日期写成序列数", "a date printed as a serial number"),
            (
                "日期型指标值写作日期，而不是电子表格的序列数。",
                "A date is printed as a date, not as the serial number of a spreadsheet.",
            ),
            "日期 ≠ 序列数",
            Severity.WARNING,
            _is_no_serial,
            (
                example(
                    Outcome.PASSED,
                    LIST,
                    "产出指标 | 时效指标 | 资金到位时间 | 2021年12月31日",
                ),
                example(
                    Outcome.FAILED,
                    LIST,
                    "产出指标 | 时效指标 | 资金到位时间 | 44,561",
                ),
            ),
            (
                "{place}印为 {reported}，当是日期 {expected}",
                "{place} prints {reported}, which stands for the date {expected}",
            ),
        ),
    )
)
"""The rules of target values."""
