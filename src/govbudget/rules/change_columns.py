"""SUM-007, PCT-008: columns that compare two years (增减额, 增减%) against the columns of both years.

The columns of the two years are those whose headings say the same but for the year (上年 and 本年, 2020年 and 2021年) and the measure.
Where a table prints several of the year before, such as 预算数 and 执行数, the heading of the comparison says which is meant. If it is
not plain which two columns are compared nothing is stated. A year left blank beside a printed one is nil, as in all sums.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from govbudget.amounts import Amount
from govbudget.disclosures import Cell, Column, Side, Table
from govbudget.labels import normalise
from govbudget.percentages import Percentage
from govbudget.relations import Change, Outcome, Relation, Sum, judge, like
from govbudget.rules._rules import Card, Context, RuleSet, Severity
from govbudget.rules._rules import Rule as _Rule
from govbudget.rules._text_cards import BASIS, HOLDS, is_near, one_place_off
from govbudget.rules._ties import sheet, tie_example
from govbudget.vocabulary import ColumnRole, Meaning, meanings

_AMOUNTS = (ColumnRole.AMOUNT, ColumnRole.COMPARISON)


@frozen(eq=False)
class _Compared:
    """A column that compares two years, and these."""

    column: Column
    current: Column
    prior: Column


@frozen
class _Year:
    """What the headings of a column of one year say."""

    column: Column
    is_prior: bool
    measure: str | None
    about: frozenset[tuple[str, str]]


def _compared(side: Side, year: int | None, pattern: str, inner: str) -> Iterator[_Compared]:
    """Iterate over the columns of a side that compare two years, with the columns of both."""
    columns = [column for column in side.columns if _is_named(column, pattern, inner)]
    if not columns:
        return
    years = [found for column in side.columns if (found := _year_of(column, year)) is not None]
    for column in columns:
        pairs = [
            (now, before)
            for now in years
            for before in years
            if not now.is_prior and before.is_prior and now.about == before.about
        ]
        named = meanings().changes.measure_in(column.name.rpartition("比")[2])
        if len({before.measure for _, before in pairs}) > 1:
            pairs = [(now, before) for now, before in pairs if before.measure == named]
        if len(pairs) > 1:
            own = _about(column)
            pairs = [(now, before) for now, before in pairs if now.about == own]
        if len(pairs) == 1:
            yield _Compared(column, pairs[0][0].column, pairs[0][1].column)


def _is_named(column: Column, pattern: str, inner: str) -> bool:
    words, labels = meanings().changes, [normalise(label) for label in column.path]
    if not labels:
        return False
    below = any(words.names("group", label) for label in labels[:-1])
    return words.names(pattern, labels[-1]) or (below and words.names(inner, labels[-1]))


def _meanings(column: Column) -> list[Meaning | None]:
    return [meanings().of_heading(label, "three_public") for label in column.path]


def _year_of(column: Column, year: int | None) -> _Year | None:
    """What a column of one year is about, None if a heading is not known or it is of no year."""
    found = _meanings(column)
    if column.role not in _AMOUNTS or not found:
        return None
    is_prior = named = False
    said: dict[str, str] = {}
    for meaning in found:
        if meaning is None or (meaning.year is not None and year is None):
            return None
        back = meaning.prior if meaning.year is None or year is None else year - meaning.year
        if back not in (0, 1) or meaning.span in {"brought", "forward"}:
            return None
        is_prior = is_prior or back == 1
        named = named or meaning.year is not None or meaning.span == "current" or bool(back)
        said |= meaning.dimensions
    measure = said.pop("measure", None)
    return _Year(column, is_prior, measure, frozenset(said.items())) if named or measure else None


def _about(column: Column) -> frozenset[tuple[str, str]]:
    """What the headings above a comparison say beside the years."""
    said: dict[str, str] = {}
    for meaning in _meanings(column):
        if meaning is not None:
            said |= meaning.dimensions
    said.pop("measure", None)
    return frozenset(said.items())


def _rows(side: Side, compared: _Compared) -> Iterator[tuple[Cell, Cell, Cell]]:
    for row in side.rows:
        yield (
            side.cell(row.index, compared.column.index),
            side.cell(row.index, compared.current.index),
            side.cell(row.index, compared.prior.index),
        )


def _differences(table: Table, context: Context) -> Iterator[Relation]:
    """The difference of a row is this year's amount less last year's."""
    for side in table.sides:
        for compared in _compared(side, context.disclosure.year, "difference", "amount"):
            for stated, current, prior in _rows(side, compared):
                both = [(cell, sign) for cell, sign in ((current, 1), (prior, -1)) if not cell.is_blank]
                if isinstance(stated.figure, Amount) and both:
                    yield Sum(stated, tuple(cell for cell, _ in both), tuple(sign for _, sign in both))


def _rates(table: Table, context: Context) -> Iterator[Relation]:
    """The rate of a row is its change divided by last year's amount; what is one last place off is not stated."""
    for side in table.sides:
        for compared in _compared(side, context.disclosure.year, "rate", "percent"):
            for stated, current, prior in _rows(side, compared):
                if not isinstance(stated.figure, Percentage) or current.is_blank or prior.is_blank:
                    continue
                plain = Change(current, prior=prior, percentage=stated)
                near = tuple(evolve(plain, percentage=one) for one in one_place_off(stated))
                if not is_near(plain, near) and not _is_of_one(plain, stated):
                    yield plain


def _is_of_one(plain: Change, stated: Cell) -> bool:
    """Whether a rate fails as printed but holds as a fraction of one, as spreadsheets print 20 % without its format: 0.2."""
    figure = stated.figure
    assert figure is not None  # noqa: S101 - only printed rates are asked
    if judge(plain).outcome is not Outcome.FAILED:
        return False
    hundredfold = evolve(stated, figure=like(figure, 100 * figure.value))
    return judge(evolve(plain, percentage=hundredfold)).outcome in HOLDS


_HEAD = "科目编码 | 科目名称 | 2020年预算数 | 2021年预算数 | 增减额 | 增减率"
_TITLE = "2021年支出总体情况表"


def _rule(  # noqa: PLR0913, PLR0917 - one line for both rules
    rule_id: str,
    name: str,
    title: tuple[str, str],
    statement: tuple[str, str],
    formula: str,
    states: object,
    good: str,
    bad: str,
) -> _Rule:
    examples = (
        tie_example(Outcome.PASSED, sheet(_TITLE, _HEAD, good)),
        tie_example(Outcome.FAILED, sheet(_TITLE, _HEAD, bad)),
    )
    card = Card(rule_id, name, title, statement, formula, BASIS, Severity.ERROR, _MESSAGE, examples=examples)
    return _Rule(card, "table", states, in_context=True)  # type: ignore[arg-type]


_MESSAGE = (
    "{place}印为 {reported}，而按两年各栏应为 {expected}：{equation}",
    "{place} prints {reported}, but the columns of both years give {expected}: {equation}",
)

CHANGE_COLUMNS = RuleSet(
    (
        _rule(
            "SUM-007",
            "change-column",
            ("增减额栏", "column of changes"),
            (
                "表中增减额一栏等于本年数减上年数。",
                "A column of changes is the column of this year less that of the year before.",
            ),
            "增减额 = 本年数 − 上年数",
            _differences,
            "201 | 一般公共服务支出 | 2.00 | 3.00 | 1.00 | 50%",
            "201 | 一般公共服务支出 | 2.00 | 3.00 | 2.00 | 50%",
        ),
        _rule(
            "PCT-008",
            "rate-column",
            ("增减率栏", "column of rates"),
            (
                "表中增减率一栏等于增减额除以上年数；差末位一个单位的不计，上年为零的不作判断。",
                "A column of rates is the change divided by the amount of the year before; one last place is let pass.",
            ),
            "增减率 =（本年数 − 上年数）÷ 上年数",
            _rates,
            "201 | 一般公共服务支出 | 2.00 | 3.00 | 1.00 | 50%",
            "201 | 一般公共服务支出 | 2.00 | 3.00 | 1.00 | 40%",
        ),
    )
)
"""The rules of columns that compare two years."""
