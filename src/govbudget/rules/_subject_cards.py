"""What the families of subject rules share: printed codes, the shape of their cards."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from govbudget.disclosures import Row, Side, Table
from govbudget.relations import Fact, Outcome
from govbudget.rules._rules import Card, Example, Rule, Severity
from govbudget.subjects import Chart, SubjectCode, SubjectCodeError, classification_of

Printed = tuple[Side, Row, str, str | None]
"""A code with the name beside it, and where they are printed."""


def printed(table: Table) -> Iterator[Printed]:
    """Iterate over the subject codes that a table prints.

    Args:
        table: The table.
    """
    for side in table.sides:
        for row in side.rows:
            for code, name in row.subjects:
                yield side, row, code, name


@functools.lru_cache(maxsize=8192)
def code_of(text: str) -> SubjectCode | None:
    """Return a printed code, or None if its form is not that of a subject code.

    Args:
        text: The assembled digits.
    """
    try:
        code = SubjectCode(text)
    except SubjectCodeError:
        return None
    kind = classification_of(code)
    return code if kind is not None and kind.takes(code) else None


MESSAGE = {
    "zh": "{place}所列 {reported}，应为 {expected}",
    "en": "{place} prints {reported}, which should be {expected}",
}
BASIS = "当年《政府收支分类科目》"
HEAD = "科目编码 | 科目名称 | 合计"
PAIRS = "部门预算经济分类 | | | 政府预算经济分类 | | | 合计"
PAIRS_2 = "类 | 款 | 科目名称 | 类 | 款 | 科目名称 | "


def example(outcome: Outcome, *rows: str, charts: tuple[Chart, ...] = (), year: int = 2021) -> Example:
    """Return an example of a card.

    Args:
        outcome: The gravest outcome that the rule must have.
        rows: The rows, headings first.
        charts: Official charts that are given to the check.
        year: The budget year, which stands in the title.
    """
    return Example(f"{year}年部门支出总体情况表", "万元", rows, outcome, charts)


_FORMULAS = {
    1: "编码 = 3 位（+ 2 位（+ 2 位））",
    2: "编码 ∈ 当年科目表",
    3: "名称 ≠ 同级他码的名称",
    4: "名称 = 当年规范名称",
    5: "上级编码 ∈ 表中各行",
    6: "（部门科目，政府科目）∈ 对应表",
    7: "{单位各行} ⊂ 机关科目 或 ⊂ 事业科目",
    8: "同名购置 ⊂ 309 或 ⊂ 310",
    9: "品目 ∈ 现行目录",
}


def subject_rule(  # noqa: PLR0913, PLR0917 - one line for every rule below
    number: int,
    name: str,
    title: tuple[str, str],
    statement: tuple[str, str],
    severity: Severity,
    states: Callable[..., Iterator[Fact]],
    examples: tuple[Example, ...],
    basis: str = BASIS,
    *,
    in_context: bool = False,
    message: dict[str, str] | None = None,
) -> Rule:
    """Return a rule of the family SUB, whose cards are alike but for these values."""
    card = Card(
        f"SUB-{number:03}",
        name,
        title,
        statement,
        _FORMULAS[number],
        basis,
        severity,
        message or MESSAGE,
        examples=examples,
    )
    return Rule(card, "table", states, in_context)
