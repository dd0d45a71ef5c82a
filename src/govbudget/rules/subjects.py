"""SUB: subject codes (政府收支分类科目).

Codes are held against the chart of the budget year, names against the official names of their codes, pairs of economic subjects
against the crosswalk. The package's charts are not complete and say of every row how well it is known: an unknown code is
undecided unless the user brings a complete chart, and nothing that is only recalled is ever more than undecided.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Aspect, RowKind, RowLabel, Table
from govbudget.exceptions import Notice
from govbudget.relations import Fact, Outcome, Reason
from govbudget.rules._rules import Context, RuleSet, Severity
from govbudget.rules._subject_cards import HEAD, code_of, example, printed, subject_rule
from govbudget.subjects import (
    Agreement,
    Chart,
    Classification,
    Subject,
    SubjectCode,
    agreement,
    classification_of,
    history,
)

_SEAMS = (Reason.CONTINUED, Reason.DOUBTFUL)
"""Reasons of figures in rows that may not be of the table, or among which others may be missing."""


def _form(table: Table) -> Iterator[Fact]:
    for side, row, code, _ in printed(table):
        good = code_of(code) is not None
        yield Fact(
            RowLabel(row, side.origin),
            good,
            code,
            None if good else Notice("3、5 或 7 位科目编码", "a code of 3, 5 or 7 digits"),
        )


def _known(table: Table, context: Context) -> Iterator[Fact]:
    for side, row, text, _ in printed(table):
        code = code_of(text)
        if code is None:
            continue
        chart = _chart(code, context)
        label = RowLabel(row, side.origin)
        if chart is None:
            yield Fact(label, None, text, reason=Reason.NO_YEAR)
        else:
            found = chart.get(code)
            sure = found is not None and found.grade.is_evidence
            yield Fact(
                label, True if sure else (False if found is None and chart.is_complete else None), text
            )


def _chart(code: SubjectCode, context: Context) -> Chart | None:
    return context.chart(classification_of(code) or Classification.FUNCTIONAL)


def _named(
    table: Table, context: Context
) -> Iterator[tuple[RowLabel, str, str, Subject | None, Chart | None]]:
    """The printed names of codes, with the subject that bears each code."""
    for side, row, text, name in printed(table):
        code = code_of(text)
        if code is not None and name:
            chart = _chart(code, context)
            yield RowLabel(row, side.origin), text, name, chart.get(code) if chart else None, chart


def _not_known(label: RowLabel, reported: str, chart: Chart | None) -> Fact:
    """What a rule says of a code whose official name is not evidence."""
    return Fact(label, None, reported, reason=Reason.NO_YEAR if chart is None else Reason.UNKNOWN)


def _name_of_another(table: Table, context: Context) -> Iterator[Fact]:
    """A code must not bear the official name of another code beside it."""
    for label, code, name, subject, chart in _named(table, context):
        if chart is None or subject is None or not subject.grade.is_evidence:
            yield _not_known(label, f"{code} {name}", chart)
            continue
        beside = chart.children(subject.code.parent)
        others = [
            one
            for one in beside
            if one is not subject and one.grade.is_evidence and _is_exact(name, one.name)
        ]
        wrong = not _bears(subject, name) and bool(others)
        expected = _wanted(subject, name, f"{others[0].code}") if wrong else None
        yield Fact(label, not wrong, f"{code} {name}", expected)


def _wording(table: Table, context: Context) -> Iterator[Fact]:
    """A name that is neither the official one of the year nor that of another code is local, older or newer wording."""
    for label, code, name, subject, chart in _named(table, context):
        if chart is None or subject is None or not subject.grade.is_evidence:
            yield _not_known(label, f"{code} {name}", chart)
            continue
        same = _bears(subject, name)
        others = () if same else (row for row in history(subject.code) if row.name != subject.name)
        editions = [row for row in others if _is_exact(name, row.name)]
        yield Fact(label, same, f"{code} {name}", None if same else _in_year(subject, name, editions))


def _wanted(subject: Subject, name: str, other: str) -> Notice:
    return Notice(f"{subject}（“{name}”是 {other} 的名称）", f"{subject} ('{name}' is the name of {other})")


def _in_year(subject: Subject, name: str, editions: list[Subject]) -> Notice:
    if not editions:
        return Notice(str(subject), str(subject))
    zh, en = _years(editions[0])
    return Notice(f"{subject}（“{name}”用于 {zh}）", f"{subject} ('{name}' was used {en})")


def _bears(subject: Subject, name: str) -> bool:
    return any(agreement(name, one).is_same for one in (subject.name, *subject.also))


def _is_exact(name: str, official: str) -> bool:
    return agreement(name, official) is Agreement.EXACT


def _years(row: Subject) -> Notice:
    if row.until is None:
        return Notice(f"{row.since} 年起", f"from {row.since}")
    if row.since is None:
        return Notice(f"{row.until} 年及以前", f"until {row.until}")
    return Notice(f"{row.since}–{row.until} 年", f"from {row.since} to {row.until}")


def _parents(table: Table) -> Iterator[Fact]:
    """Where a table prints categories (or sections), every item below one must have it printed before.

    Where a table was put together from pages, the row may be lost between them; it may be one that could not be read.
    """
    is_joined = any(one.aspect is Aspect.CONTINUATION for one in table.resolutions)
    for side in table.sides:
        is_joined = is_joined or any(cell.reason in _SEAMS for cell in side.figures())
        subjects = [
            row for row in side.rows if row.kind is RowKind.SUBJECT and row.code and code_of(row.code)
        ]
        for length in (3, 5):
            above = {row.code for row in subjects if row.code and len(row.code) == length}
            for row in subjects if above else ():
                code = row.code or ""
                if len(code) > length:
                    there = code[:length] in above
                    expected = None if there else Notice(code[:length], code[:length])
                    if not there and is_joined:
                        yield Fact(RowLabel(row, side.origin), None, row.name, reason=Reason.CONTINUED)
                    else:
                        yield Fact(RowLabel(row, side.origin), there, row.name, expected)


_OFFICIAL = Chart(
    Classification.FUNCTIONAL, 2021, [Subject(SubjectCode("210"), "卫生健康支出")], is_complete=True
)
_UNKNOWN = {
    "zh": "{place}所列 {reported} 不在该年度的完整科目表中",
    "en": "{place} prints {reported}, which the complete chart of the year does not have",
}
_ABOVE = {
    "zh": "{place}未列在其上级之下：缺 {expected} 的行",
    "en": "{place} is not below its parent: there is no row of {expected}",
}
_WORDING = {
    "zh": "{place}所列 {reported}，规范名称为 {expected}",
    "en": "{place} prints {reported}; the official name is {expected}",
}

SUBJECTS = RuleSet(
    (
        subject_rule(
            1,
            "code-form",
            ("科目编码形式", "form of subject codes"),
            (
                "科目编码为 3、5 或 7 位数字（经济分类为 3 或 5 位）。",
                "Subject codes have 3, 5 or 7 digits (economic ones 3 or 5).",
            ),
            Severity.ERROR,
            _form,
            (
                example(Outcome.PASSED, HEAD, "2101506 | 医疗保障经办事务 | 1.00"),
                example(Outcome.FAILED, HEAD, "2101 | 医疗保障经办事务 | 1.00"),
            ),
        ),
        subject_rule(
            2,
            "code-known",
            ("科目编码存在", "subject codes exist"),
            (
                "科目编码在预算年度的科目表中；科目表不完整时，查无此码不作判断。",
                "A subject code stands in the chart of the budget year; where the chart is not complete, an unknown code is undecided.",
            ),
            Severity.ERROR,
            _known,
            (
                example(Outcome.PASSED, HEAD, "2101506 | 医疗保障经办事务 | 1.00"),
                example(Outcome.UNDECIDED, HEAD, "2109876 | 某某事务 | 1.00"),
                example(Outcome.FAILED, HEAD, "2109876 | 某某事务 | 1.00", charts=(_OFFICIAL,)),
            ),
            in_context=True,
            message=_UNKNOWN,
        ),
        subject_rule(
            3,
            "name-of-another-code",
            ("编码与名称错配", "a code with another code's name"),
            (
                "科目编码旁不应印有同级另一科目的名称。",
                "A subject code does not bear the name of another code beside it.",
            ),
            Severity.WARNING,
            _name_of_another,
            (
                example(Outcome.PASSED, HEAD, "2101506 | 医疗保障经办事务 | 1.00"),
                example(Outcome.FAILED, HEAD, "2101506 | 医疗保障政策管理 | 1.00"),
            ),
            in_context=True,
        ),
        subject_rule(
            4,
            "name-wording",
            ("科目名称用语", "wording of subject names"),
            (
                "科目名称采用预算年度的规范名称；旧名、地方用语仅作提示。",
                "A subject bears the official name of the budget year; older names and local wording are a hint only.",
            ),
            Severity.HINT,
            _wording,
            (
                example(Outcome.PASSED, HEAD, "20805 | 行政事业单位养老支出 | 1.00"),
                example(Outcome.FAILED, HEAD, "20805 | 行政事业单位离退休 | 1.00"),
            ),
            in_context=True,
            message=_WORDING,
        ),
        subject_rule(
            5,
            "parent-row-missing",
            ("上级科目行缺失", "a parent's row is missing"),
            (
                "表中列有类（款）时，其下各项所属的类（款）均应列出。",
                "Where a table prints categories (or sections), those of all its items are printed.",
            ),
            Severity.WARNING,
            _parents,
            (
                example(
                    Outcome.PASSED,
                    HEAD,
                    "208 | 社会保障和就业支出 | 1.00",
                    "20805 | 行政事业单位养老支出 | 1.00",
                ),
                example(
                    Outcome.FAILED,
                    HEAD,
                    "208 | 社会保障和就业支出 | 1.00",
                    "21015 | 医疗保障管理事务 | 1.00",
                ),
            ),
            message=_ABOVE,
        ),
    )
)
"""The rules of codes and names."""
