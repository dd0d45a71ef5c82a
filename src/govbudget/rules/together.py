"""TIE between documents: a budget and its final accounts, consecutive years, a department and its units.

Cells of several documents have the same coordinates where they are of the same department or unit, the same year and the same
measure: the prior year that this year's budget prints is the year that last year's budget printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import evolve, frozen

from govbudget.coordinates import Print
from govbudget.disclosures import ALL, Coordinates, Disclosure
from govbudget.relations import AtMost, Outcome, Relation, judge
from govbudget.rules._entities import DEPARTMENT, UNIT, level_of, name_of
from govbudget.rules._rules import Card, Documents, Example, Rule, RuleSet, Severity
from govbudget.rules._ties import BASIS, equal, sheet, tie_example


@frozen
class _Key:
    """A quantity across documents: whose, a department's or a single unit's, and what."""

    name: str
    level: str
    coordinates: Coordinates


@frozen(eq=False)
class _Published:
    """The first print of a quantity in a document."""

    number: int
    disclosure: Disclosure
    print: Print


def _published(documents: Documents) -> dict[_Key, list[_Published]]:
    """Every quantity with the documents that print it; a unit that a department lists is as good as its own document."""
    found: dict[_Key, list[_Published]] = {}
    for number, (disclosure, index) in enumerate(zip(documents.disclosures, documents.cells, strict=True)):
        own = name_of(disclosure.entity or "")
        level = level_of(disclosure)
        for coordinates in index:
            entity = coordinates.entity
            name = own if entity is ALL else name_of(str(entity))
            if name and coordinates.year is not None:
                key = _Key(name, level if entity is ALL else UNIT, evolve(coordinates, entity=ALL))
                prints = sorted(index[coordinates], key=lambda one: one.is_sum)
                found.setdefault(key, []).append(_Published(number, disclosure, prints[0]))
    return found


def _same(across_years: bool, documents: Documents) -> Iterator[Relation]:  # noqa: FBT001 - bound below
    """What one document prints again of another is what that one printed."""
    printed: list[Relation] = []
    added: list[Relation] = []
    for published in _published(documents).values():
        first, *others = sorted(published, key=lambda one: (-(one.disclosure.year or 0), one.number))
        for other in others:
            differs = first.disclosure.year != other.disclosure.year
            if differs is across_years and first.disclosure is not other.disclosure:
                is_added = first.print.is_sum or other.print.is_sum
                (added if is_added else printed).append(_equal(first.print, other.print))
    yield from printed
    yield from _unexplained(added, printed)


def _equal(first: Print, other: Print) -> Relation:
    """That two prints agree, stated of the one that is printed as it stands where the other is added up."""
    return equal(other, first) if first.is_sum and not other.is_sum else equal(first, other)


def _unexplained(added: list[Relation], printed: list[Relation]) -> Iterator[Relation]:
    """What is added up from parts, without sums of a part that by itself differs: that is said once, of the part."""
    wrong = {id(term) for one in printed if judge(one).outcome is Outcome.FAILED for term in one.terms}
    for one in added:
        if not any(id(term) in wrong for term in one.terms):
            yield one


def _units_within(documents: Documents) -> Iterator[Relation]:
    """A unit's own budget is at most the budget of the department of the same name, which includes it."""
    published = _published(documents)
    for key, found in published.items():
        wholes = published.get(evolve(key, level=DEPARTMENT), ()) if key.level == UNIT else ()
        for whole in wholes:
            part = next((one for one in found if one.disclosure is not whole.disclosure), None)
            if part is None or part.disclosure.year != whole.disclosure.year:
                continue
            (sums, *more), (cells, *others) = part.print.readings, whole.print.readings
            is_added = part.print.is_sum or whole.print.is_sum
            if not is_added and not more and not others and len(cells) == 1:
                yield AtMost(sums, cells[0])


def _message(zh: str, en: str) -> dict[str, str]:
    return {
        "zh": "{source}《{table}》{place}印为 {reported}，而{other_source}《{other_table}》" + zh,
        "en": "{source}, {table}: {place} prints {reported}, but {other_source}, {other_table}, " + en,
    }


_TIES = _message(
    "相应为 {expected}{derived}，相差 {difference}",
    "has {expected}{derived} for the same, a difference of {difference}",
)
_PARTS = _message(
    "中其所含单位为 {expected}{derived}，超出 {difference}",
    "has {expected}{derived} for a unit of it, an excess of {difference}",
)


def _cases(first: str, second: str, head: str, good: str, bad: str) -> tuple[Example, ...]:
    """A case that holds and one that does not: the first table of each against one total of 9.00."""
    return tuple(
        tie_example(
            outcome, sheet(first, head, f" | 合计 | {amounts}"), sheet(second, _TOTAL, " | 合计 | 9.00")
        )
        for outcome, amounts in ((Outcome.PASSED, good), (Outcome.FAILED, bad))
    )


_TOTAL = "科目编码 | 科目名称 | 合计"

TABLES_TOGETHER = RuleSet(
    (
        Rule(
            Card(
                "TIE-101",
                "same-year-published",
                {"zh": "文件之间", "en": "between documents"},
                {
                    "zh": "同一部门（单位）同一年度的同一数，预算、决算及部门所列各单位与单位自己公开的均相同。",
                    "en": "A quantity of one department or unit and one year is the same in its budget, in its final accounts, and "
                    "where a department lists its units.",
                },
                "甲文件（部门、年度、科目）= 乙文件（部门、年度、科目）",
                BASIS,
                message=_TIES,
                examples=_cases("2021年部门支出总表", "2021年部门预算支出总表", _TOTAL, "9.00", "8.00"),
            ),
            "documents",
            partial(_same, False),  # noqa: FBT003 - read as: same, but not across years
        ),
        Rule(
            Card(
                "TIE-102",
                "prior-year-as-published",
                {"zh": "上年数与上年公开数", "en": "the prior year as published"},
                {
                    "zh": "本年文件所列的上年预算数，与上年文件公开的相同。",
                    "en": "The budget of the prior year that a document prints is what was published that year.",
                },
                "上年预算数（本年文件）= 预算数（上年文件）",
                BASIS,
                Severity.WARNING,
                _TIES,
                examples=_cases(
                    "2022年部门支出总表",
                    "2021年部门支出总表",
                    "科目编码 | 科目名称 | 2021年预算数 | 2022年预算数",
                    "9.00 | 9.50",
                    "8.00 | 9.50",
                ),
            ),
            "documents",
            partial(_same, True),  # noqa: FBT003 - read as: same, across years
        ),
        Rule(
            Card(
                "TIE-103",
                "unit-within-department",
                {"zh": "单位与部门", "en": "a unit within its department"},
                {
                    "zh": "单位预算中的各数，不超过同名部门的部门预算中的相应数（部门预算包括本级和所属单位）。",
                    "en": "What a unit's budget prints does not exceed the budget of the department of the same name, which includes "
                    "the unit.",
                },
                "单位预算（科目）≤ 部门预算（科目）",
                BASIS,
                Severity.WARNING,
                _PARTS,
                examples=_cases("2021年预算单位支出总表", "2021年部门支出总表", _TOTAL, "8.00", "9.10"),
            ),
            "documents",
            _units_within,
        ),
    )
)
"""The rules between the tables of several documents."""
