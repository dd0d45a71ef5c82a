"""DOC: the disclosure itself: its tables are there, of one year, in one unit of money, with one code for every unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from govbudget.coordinates import Print, headings_said, in_other_unit
from govbudget.disclosures import Caption, Cell, Disclosure, DisclosureKind, Origin, RowKind, RowLabel, Table
from govbudget.exceptions import Notice
from govbudget.labels import normalise, year_in
from govbudget.relations import Fact, Outcome, Reason, Relation
from govbudget.rules._rules import Card, Context, Example, Rule, RuleSet, Severity, Sheet
from govbudget.rules._ties import is_whole, sheet, tie_example
from govbudget.vocabulary import meanings, vocabulary

_BASIS = "财预〔2016〕143号《地方预决算公开操作规程》"
_ENOUGH = 5
"""A document that prints so many of the required tables is taken for a whole disclosure."""


def _required(disclosure: Disclosure) -> Iterator[Fact]:
    """Every required table is there; said only of documents that are plainly a whole disclosure of a budget."""
    printed = {table.kind.key for table in disclosure.tables if table.kind is not None}
    required = meanings().required
    there = sum(bool(printed.intersection(kinds)) for kinds in required)
    if disclosure.kind is not DisclosureKind.BUDGET or there < _ENOUGH:
        return
    unknown = bool(disclosure.unread) or any(table.kind is None for table in disclosure.tables)
    place = Caption(Origin(disclosure.source, disclosure.title or ""))
    for kinds in required:
        kind = vocabulary().kind(kinds[0])
        holds: bool | None = bool(printed.intersection(kinds))
        if not holds and unknown:
            holds = None
        yield Fact(place, holds, kind.zh, None if holds else Notice(kind.zh, kind.en), _reason(holds))


def _reason(holds: bool | None) -> Reason | None:  # noqa: FBT001 - three values
    return Reason.UNREAD if holds is None else None


def _years(disclosure: Disclosure) -> Iterator[Fact]:
    """The titles of the tables name the year of the document, or report what was spent in an earlier one."""
    for table in disclosure.tables:
        year = year_in(table.title)
        reports = meanings().spent.search(normalise(table.title)) is not None
        if year is not None and disclosure.year is not None and not (reports and year < disclosure.year):
            wanted = str(disclosure.year)
            line = table.lines[0] if table.lines else None
            expected = None if year == disclosure.year else Notice(wanted, wanted)
            yield Fact(Caption(table.origin, line), year == disclosure.year, str(year), expected)


def _codes(disclosure: Disclosure) -> Iterator[Fact]:
    """A unit has the same code in every table, or codes of which one begins the other."""
    known: dict[str, tuple[Table, set[str]]] = {}
    for table in disclosure.tables:
        printed: dict[str, tuple[RowLabel, set[str]]] = {}
        for side in table.sides:
            for row in side.rows:
                if row.kind is RowKind.ORGANISATION and row.code:
                    label = RowLabel(row, side.origin)
                    printed.setdefault(normalise(row.label), (label, set()))[1].add(row.code)
        for name, (label, codes) in printed.items():
            first, before = known.setdefault(name, (table, codes))
            if first is not table:
                agree = any(
                    one.startswith(other) or other.startswith(one) for one in codes for other in before
                )
                earliest = min(before)
                expected = None if agree else Notice(earliest, earliest)
                yield Fact(label, agree, min(codes), expected)


def _units(_: object, context: Context) -> Iterator[Relation]:
    """No two tables differ by a factor of 10 000 in what they print for the same, as 元 taken for 万元 would."""
    index = context.cells
    for coordinates in index:
        first, *others = index[coordinates]
        if is_whole(coordinates) and not first.is_sum:
            for other in others:
                if not other.is_sum and other.table is not first.table:
                    yield _swapped(first, other)


def _swapped(first: Print, other: Print) -> Fact:
    one, two = first.readings[0][0], other.readings[0][0]
    read = in_other_unit(two.figure, one.figure)
    expected = None if read is None else Notice(str(read), str(read))
    return Fact(two, holds=read is None, reported=str(two.figure), expected=expected)


def _placeholders(table: Table) -> Iterator[Fact]:
    """Nothing in a table is a placeholder still to be filled in."""
    pattern = meanings().placeholder
    caption = Caption(table.origin, table.lines[0] if table.lines else None)
    texts: list[tuple[Caption | Cell | RowLabel, str]] = [(caption, table.title)]
    for side in table.sides:
        texts += [(caption, column.name) for column in side.columns]
        texts += [(RowLabel(row, side.origin), row.label) for row in side.rows]
        texts += [
            (cell, cell.text)
            for cells in side.matrix
            for cell in cells
            if cell is not None and cell.figure is None and cell.text
        ]
    for place, text in texts:
        if pattern.search(text):
            yield Fact(place, holds=False, reported=text, expected=Notice("实际内容", "the real content"))


def _headings(table: Table) -> Iterator[Fact]:
    """A table of one fund has no column with amounts of another."""
    known = meanings()
    implied = known.of_table(table.kind.key if table.kind is not None else "", table.title) or {}
    fund = implied.get("fund")
    if fund not in ("general", "government_funds", "state_capital"):
        return
    for side in table.sides:
        for column, said in zip(side.columns, headings_said(table, side).columns, strict=True):
            other = said.dimensions.get("fund") if said is not None else None
            cell = next((row[column.index] for row in side.matrix if row[column.index] is not None), None)
            if other is None or cell is None or cell.figure is None:
                continue
            fits = other in (fund, "fiscal") or known.is_within(str(other), fund)
            title = Notice(table.title, table.title)
            yield Fact(cell, fits, column.name, None if fits else title)


def _rule(  # noqa: PLR0913, PLR0917 - one line for every rule
    number: int,
    name: str,
    title: tuple[str, str],
    statement: tuple[str, str],
    formula: str,
    states: Callable[..., Iterator[Relation]],
    message: tuple[str, str],
    examples: tuple[Example, ...],
    *,
    severity: Severity = Severity.WARNING,
    scope: Literal["table", "disclosure"] = "disclosure",
    in_context: bool = False,
) -> Rule:
    """Return a rule of the family DOC, whose cards are alike but for these values."""
    card = Card(
        f"DOC-{number:03}", name, title, statement, formula, _BASIS, severity, message, examples=examples
    )
    return Rule(card, scope, states, in_context)


def _cases(passed: tuple[Sheet, ...], failed: tuple[Sheet, ...]) -> tuple[Example, ...]:
    return tie_example(Outcome.PASSED, *passed), tie_example(Outcome.FAILED, *failed)


_HEAD = "科目编码 | 科目名称 | 合计"
_REQUIRED = tuple(
    sheet(title, _HEAD, " | 合计 | 9.00")
    for title in (
        "收支总表",
        "收入总表",
        "支出总表",
        "财政拨款收支总表",
        "一般公共预算支出表",
        "一般公共预算基本支出表",
        "“三公”经费支出表",
    )
)
_UNITS = "单位编码 | 单位名称 | 合计"

DOCUMENTS = RuleSet(
    (
        _rule(
            1,
            "required-tables",
            ("应公开的表", "required tables"),
            (
                "部门预算公开应有收支、收入、支出总表，财政拨款收支总表，一般公共预算支出表和基本支出表，“三公”经费表，政府性基金预算支出表。",
                (
                    "A budget disclosure has summaries of revenue and expenditure, of fiscal appropriation, tables of the general public "
                    "budget and its basic expenditure, of the three public expenses and of government-managed funds."
                ),
            ),
            "{应公开的表} ⊂ {已公开的表}",
            _required,
            ("没有读到应公开的《{expected}》", "the required table {expected} was not found"),
            _cases(
                (*_REQUIRED, sheet("政府性基金预算支出表", _HEAD, " | 合计 | ")),
                _REQUIRED,
            ),
            severity=Severity.HINT,
        ),
        _rule(
            2,
            "one-year",
            ("年度一致", "one year throughout"),
            (
                "各表标题所写的年度与文件的预算年度相同。",
                "The titles of the tables name the budget year of the document.",
            ),
            "表题年度 = 预算年度",
            _years,
            (
                "《{table}》的年度是 {reported}，而预算年度是 {expected}",
                "{table} is of {reported}, the document of {expected}",
            ),
            _cases(
                (
                    sheet("2021年收支总表", _HEAD, " | 合计 | 9.00"),
                    sheet("2021年支出总表", _HEAD, " | 合计 | 9.00"),
                ),
                (
                    sheet("2021年收支总表", _HEAD, " | 合计 | 9.00"),
                    sheet("2020年支出总表", _HEAD, " | 合计 | 9.00"),
                ),
            ),
        ),
        _rule(
            3,
            "unit-codes-agree",
            ("单位编码一致", "codes of units"),
            (
                "同一单位在各表中的编码相同，或一个是另一个的开头。",
                "A unit has the same code in every table, or one code begins the other.",
            ),
            "编码（甲表）= 编码（乙表）",
            _codes,
            (
                "《{table}》{place}的编码是 {reported}，而另一表中是 {expected}",
                "{table}: {place} has the code {reported}, but {expected} in another table",
            ),
            _cases(
                (
                    sheet("支出总表", _UNITS, "301001 | 局机关 | 9.00"),
                    sheet("“三公”经费支出表", _UNITS, "301001 | 局机关 | 1.00"),
                ),
                (
                    sheet("支出总表", _UNITS, "301001 | 局机关 | 9.00"),
                    sheet("“三公”经费支出表", _UNITS, "506001 | 局机关 | 1.00"),
                ),
            ),
        ),
        _rule(
            4,
            "unit-of-money",
            ("元与万元混淆", "元 taken for 万元"),
            (
                "同一总额在两表中不会恰好相差一万倍；相差一万倍的，是单位标错。",
                "No total differs between two tables by exactly 10 000; where it does, one of them states the wrong unit.",
            ),
            "合计（甲表）≠ 10 000 × 合计（乙表）",
            _units,
            (
                "《{table}》{place}按所标单位为 {reported}，与他表比较应为 {expected}：单位疑标错",
                "{table}: {place} is {reported} in the stated unit, but {expected} by another table: the unit seems wrong",
            ),
            _cases(
                (
                    sheet("支出总表", _HEAD, " | 合计 | 9.00"),
                    sheet("部门支出总表", _HEAD, " | 合计 | 90000", unit="元"),
                ),
                (
                    sheet("支出总表", _HEAD, " | 合计 | 9.00"),
                    sheet("部门支出总表", _HEAD, " | 合计 | 9.00", unit="元"),
                ),
            ),
            severity=Severity.ERROR,
            in_context=True,
        ),
        _rule(
            5,
            "placeholders",
            ("占位文字", "placeholders"),
            (
                "表中没有“XX”“××”“待填”等占位文字。",
                "No table has a placeholder such as XX or 待填 that was never filled in.",
            ),
            "文字 ∉ {XX，××，待填}",
            _placeholders,
            ("《{table}》中有占位文字：{reported}", "{table} has a placeholder: {reported}"),
            (
                tie_example(Outcome.NOT_APPLICABLE, sheet("支出总表", "项目 | 金额", "信息系统 | 9.00")),
                tie_example(Outcome.FAILED, sheet("支出总表", "项目 | 金额", "XX项目 | 9.00")),
            ),
            scope="table",
        ),
        _rule(
            6,
            "headings-match-title",
            ("表头与表题相符", "headings that match the title"),
            (
                "只反映一种资金的表，没有列示另一种资金金额的栏。",
                "A table of one fund has no column with amounts of another.",
            ),
            "栏目资金 ∈ 表题资金",
            _headings,
            (
                "《{table}》中有列示其他资金的栏：{reported}",
                "{table} has a column with amounts of another fund: {reported}",
            ),
            _cases(
                (
                    sheet(
                        "一般公共预算支出表",
                        "科目编码 | 科目名称 | 一般公共预算",
                        "201 | 一般公共服务支出 | 9.00",
                    ),
                ),
                (
                    sheet(
                        "政府性基金预算支出表",
                        "科目编码 | 科目名称 | 一般公共预算",
                        "201 | 一般公共服务支出 | 9.00",
                    ),
                ),
            ),
            scope="table",
        ),
    )
)
"""The rules of the disclosure itself."""
