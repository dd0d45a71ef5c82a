"""TGT-012, 013, 014, 017: the list of indicators in a performance form (绩效目标表).

An indicator is listed once, in the columns of the others, with one value; several in one cell are numbered, and so are their
values. A value printed twice in one spelling or another (=100%, 100%) is one value. Rows of one name are one indicator only if their
explanations and remarks are alike, and their values contradict each other only if they measure one thing in the same words: 650元 for
小学 and 850元 for 初中 are two values of two things.

Basis: 《中央部门预算绩效目标管理办法》(财预〔2015〕88号) and the forms that regions derive from it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

from govbudget.disclosures import Disclosure, Indicator
from govbudget.disclosures.forms import Form, Oddity
from govbudget.exceptions import Notice
from govbudget.labels import normalise, shown
from govbudget.relations import Fact, Outcome, Relation
from govbudget.rules._form_cards import example, form_rule
from govbudget.rules._rules import RuleSet, Severity
from govbudget.targets import Target
from govbudget.vocabulary import form_words

_ONCE = Notice("每项指标只列一次", "every indicator once")
_LIST = "一级指标 | 二级指标 | 三级指标 | 指标值"


def _forms(disclosure: Disclosure) -> Iterator[Form]:
    return (table.form for table in disclosure.tables if table.form is not None)


def _value(one: Indicator) -> tuple[Target | str, str]:
    """Return a target as it is compared with another print of itself, with the words around it: 100% and =100% are one value."""
    if isinstance(one.parsed, Target):
        return one.parsed, _words(one.parsed)
    return normalise(one.target), ""


def _words(target: Target) -> str:
    """Return the words before and after what a target states, without signs."""
    return "|".join("".join(filter(str.isalnum, text)) for text in (target.prefix, target.suffix))


def _notes(one: Indicator) -> tuple[object, ...]:
    """Return what explains an indicator: neither its weight nor what was achieved."""
    words = form_words()
    kept = {
        (normalise(heading), normalise(text))
        for heading, text in one.extras.items()
        if words.heading(heading) not in {"weight", "actual"}
    }
    return normalise(one.explanation or ""), frozenset(kept)


def _groups(form: Form) -> list[list[Indicator]]:
    """Return the indicators of each project of a form, and those of no project."""
    found: dict[int, list[Indicator]] = {}
    for one in form.indicators:
        found.setdefault(id(one.project), []).append(one)
    return list(found.values())


def _alike(indicators: Iterable[Indicator]) -> list[list[Indicator]]:
    """Return the indicators of one project that have the same name, levels, period, explanation and remarks."""
    found: dict[tuple[object, ...], list[Indicator]] = {}
    for one in indicators:
        key = (one.period, tuple(map(normalise, one.levels)), normalise(one.name), _notes(one))
        found.setdefault(key, []).append(one)
    return [group for group in found.values() if len(group) > 1]


def _listed(groups: Iterable[list[Indicator]]) -> str:
    """Name indicators with their targets and lines."""
    named = (
        f"{shown(group[0].name)} {' / '.join(dict.fromkeys(_printed(one) for one in group if one.target))}{_lines(group)}"
        for group in groups
    )
    return "；".join(dict.fromkeys(named))


def _printed(one: Indicator) -> str:
    """Return a target as it is printed, with the sign before it."""
    sign = form_words().nature(one.nature or "") not in {None, "words", "none"}
    return f"{one.nature}{one.target}" if sign and not one.target.startswith(one.nature or "") else one.target


def _lines(group: list[Indicator]) -> str:
    lines = [str(one.location.line) for one in group if one.location and one.location.line is not None]
    return f"（{', '.join(dict.fromkeys(lines))}）" if lines else ""


def _is_repeated(group: list[Indicator]) -> bool:
    return len({_value(one) for one in group if one.target}) < 2


def _is_contradictory(group: list[Indicator]) -> bool:
    """Tell whether two values that differ measure one thing, as far as the words around them say."""
    values = {_value(one): one.parsed for one in group if one.target}
    targets = [one for one in values.values() if isinstance(one, Target)]
    return any(
        one != other and _words(one) == _words(other) and one.is_comparable(other)
        for one, other in itertools.combinations(targets, 2)
    )


def _repeats(disclosure: Disclosure, is_wrong: Callable[[list[Indicator]], bool]) -> Iterator[Relation]:
    """State for every project that it lists no indicator twice, with one value or with several."""
    for form in _forms(disclosure):
        for indicators in _groups(form):
            wrong = [group for group in _alike(indicators) if is_wrong(group)]
            subject = wrong[0][1] if wrong else indicators[0]
            yield Fact(subject, not wrong, _listed(wrong), _ONCE)


def _repeated(disclosure: Disclosure) -> Iterator[Relation]:
    return _repeats(disclosure, _is_repeated)


def _contradictory(disclosure: Disclosure) -> Iterator[Relation]:
    return _repeats(disclosure, _is_contradictory)


def _paired(disclosure: Disclosure) -> Iterator[Relation]:
    for one in disclosure.indicators:
        unpaired = Oddity.UNPAIRED in one.oddities
        if unpaired or one.number is not None:
            wanted = Notice("每个编号指标各有一个值", "one value for every number")
            yield Fact(one, not unpaired, shown(one.target), wanted)


def _placed(disclosure: Disclosure) -> Iterator[Relation]:
    """State of every printed row that it stands in the columns of the others; text without columns says nothing.

    A row that is shifted as a whole has lost merged cells, of which the document is innocent.
    """
    for form in _forms(disclosure):
        rows: dict[object, list[Indicator]] = {}
        for i, one in enumerate(form.indicators):
            place = one.location
            if place is not None and place.column is not None:
                rows.setdefault(-i - 1 if place.line is None else place.line, []).append(one)
        for row in rows.values():
            odd = [one for one in row if Oddity.DISPLACED in one.oddities]
            names = "、".join(dict.fromkeys(shown(one.name) for one in odd))
            wanted = Notice("与其他各行同列", "the columns of the other rows")
            yield Fact((odd or row)[0], not odd, names, wanted)


FORM_LISTS = RuleSet(
    (
        form_rule(
            12,
            "indicator-repeated",
            ("指标重复", "an indicator listed twice"),
            (
                "同一项目、同一级次、同一期间、同一说明的指标只列一次。",
                "Within one project, level and period every indicator, with its explanation, is listed once.",
            ),
            "指标 i ≠ 指标 j",
            Severity.HINT,
            _repeated,
            (
                example(
                    Outcome.PASSED, _LIST, "产出指标 | 数量指标 | 检查次数 | ≥2次", " | | 培训次数 | ≥2次"
                ),
                example(
                    Outcome.FAILED, _LIST, "产出指标 | 数量指标 | 检查次数 | ≥2次", " | | 检查次数 | ≥2次"
                ),
            ),
            ("同一指标重复列示：{reported}", "the same indicator is listed more than once: {reported}"),
        ),
        form_rule(
            13,
            "numbered-values",
            ("编号指标与值", "numbered indicators and their values"),
            (
                "一格内有多个编号指标时，每个指标各有一个同编号的值。",
                "Where a cell holds several numbered indicators, each has a value of the same number.",
            ),
            "指标编号 = 指标值编号",
            Severity.WARNING,
            _paired,
            (
                example(
                    Outcome.PASSED,
                    _LIST,
                    "产出指标 | 数量指标 | 指标1:检查次数 指标2:培训次数 | 1: ≥1次 2: ≥2次",
                ),
                example(Outcome.FAILED, _LIST, "产出指标 | 数量指标 | 指标1:检查次数 指标2:培训次数 | ≥1次"),
            ),
            (
                "{place}的值“{reported}”不能与各编号指标一一对应",
                "the value '{reported}' of {place} does not pair up with its numbered indicators",
            ),
        ),
        form_rule(
            14,
            "indicator-displaced",
            ("指标错位", "an indicator in the wrong column"),
            (
                "指标各行的级次与名称同列。",
                "The rows of indicators stand in the same columns, every level in its own.",
            ),
            "列(指标) = 列(其他各行)",
            Severity.HINT,
            _placed,
            (
                example(
                    Outcome.PASSED, _LIST, "产出指标 | 数量指标 | 检查次数 | ≥2次", " | | 培训次数 | ≥2次"
                ),
                example(
                    Outcome.FAILED,
                    _LIST,
                    "产出指标 | 数量指标 | 检查次数 | ≥2次",
                    " | 培训次数 | | ≥2次",
                    " | | 走访次数 | ≥2次",
                    " | | 会议次数 | ≥2次",
                ),
            ),
            (
                "{reported}与其他各行不同栏：名称或级次印在别的栏中",
                "{reported} stands in other columns than the rows around it: a name or a level is printed in the column of another",
            ),
        ),
        form_rule(
            17,
            "indicator-contradictory",
            ("同一指标取值不一", "one indicator with different targets"),
            (
                "同一项目、同一级次、同一期间、同一说明的同一指标，同一计量的指标值只有一个。",
                "Within one project, level and period an indicator with one explanation has one target value of one measure.",
            ),
            "指标 i = 指标 j ⇒ 值 i = 值 j",
            Severity.WARNING,
            _contradictory,
            (
                example(
                    Outcome.PASSED, _LIST, "产出指标 | 数量指标 | 检查次数 | ≥2次", " | | 检查次数 | >=2次"
                ),
                example(
                    Outcome.FAILED, _LIST, "产出指标 | 数量指标 | 检查次数 | ≥2次", " | | 检查次数 | ≥3次"
                ),
            ),
            ("同一指标有不同的值：{reported}", "one indicator is listed with different targets: {reported}"),
        ),
    )
)
"""The rules of the lists of indicators in performance forms."""
