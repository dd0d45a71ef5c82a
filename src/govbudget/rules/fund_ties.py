"""TIE: how funds make up the whole: a sole fund, funds within the whole, funds whose tables are empty."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from govbudget.amounts import Amount
from govbudget.disclosures import Cell, Disclosure, Flow
from govbudget.relations import AtMost, Outcome, Relation, Same, Sum, judge
from govbudget.rules._messages import EMPTY, EXCEEDS
from govbudget.rules._rules import Context, RuleSet, Severity
from govbudget.rules._ties import (
    HEAD,
    equal,
    equal_cells,
    is_whole,
    pair,
    sheet,
    spending,
    tie_example,
    tie_rule,
    total,
    with_fund,
)
from govbudget.vocabulary import vocabulary

_NESTED = (("fiscal", "all"), ("general", "fiscal"), ("general", "all"))
"""Funds of which one is part of the other."""


def _sole_fund(_: object, context: Context) -> Iterator[Relation]:
    """Where a fund makes up the whole, everything printed for the whole is printed for the fund as well.

    What else there is may be hidden by the rounding of the two totals; so much may be in every other figure.
    """
    index = context.cells
    for inner, outer, totals in _sole(context):
        for coordinates in index:
            if (
                coordinates.fund == inner
                and coordinates.flow is Flow.EXPENDITURE
                and not is_whole(coordinates)
            ):
                whole = sorted(index[with_fund(coordinates, outer)], key=lambda one: one.is_sum)
                if whole and not (
                    inner == "general" and outer == "all" and index[with_fund(coordinates, "fiscal")]
                ):
                    first, other = whole[0], index[coordinates][0]
                    if not (first.is_sum and other.is_sum) and first.side is not other.side:
                        yield equal(first, other, totals)


def _sole(context: Context) -> Iterator[tuple[str, str, tuple[Cell, Cell]]]:
    """The pairs of funds of which the inner is exactly as large as the outer, so that nothing else is in it; with their totals."""
    index = context.cells
    for inner, outer in _NESTED:
        for coordinates in [one for one in index if one.fund == inner and one.flow is Flow.EXPENDITURE]:
            if is_whole(coordinates):
                part, whole = total(index, coordinates), total(index, with_fund(coordinates, outer))
                readings = product(whole.readings, part.readings) if part and whole else ()
                for one, other in readings:
                    is_single = len(one) == len(other) == 1
                    if is_single and judge(equal_cells(one, other)).outcome is Outcome.PASSED:
                        yield inner, outer, (one[0], other[0])
                        break


def _funds_within(_: object, context: Context) -> Iterator[Relation]:
    """A fund is at most the whole that it is part of, for every unit, subject and kind of expenditure."""
    index = context.cells
    sole = {(inner, outer) for inner, outer, _ in _sole(context)}
    for coordinates in index:
        if coordinates.flow is not Flow.EXPENDITURE:
            continue
        for inner, outer in (*_NESTED, ("government_funds", "fiscal"), ("state_capital", "fiscal")):
            if coordinates.fund != inner or (inner, outer) in sole:
                continue
            part, whole = index[coordinates][0], total(index, with_fund(coordinates, outer))
            if (
                whole is not None
                and whole.side is not part.side
                and len(whole.readings) == len(part.readings) == 1
            ) and len(whole.readings[0]) == 1:
                yield AtMost(part.readings[0], whole.readings[0][0])


def _by_fund(_: object, context: Context) -> Iterator[Relation]:
    """All fiscal appropriation is the general public budget, government-managed funds and state capital together."""
    index = context.cells
    for coordinates in index:
        whole = total(index, coordinates) if coordinates.fund == "fiscal" else None
        funds = [
            total(index, with_fund(coordinates, fund))
            for fund in ("general", "government_funds", "state_capital")
        ]
        parts = [one for one in funds if one is not None]
        if whole is None or funds[0] is None or len(parts) < 2:
            continue
        single = all(len(one.readings) == len(one.readings[0]) == 1 for one in (whole, *parts))
        if single and any(one.side is not whole.side for one in parts):
            yield Sum(whole.readings[0][0], tuple(one.readings[0][0] for one in parts))


def _empty_funds(disclosure: Disclosure, context: Context) -> Iterator[Relation]:
    """Where the tables of a fund are printed empty, no other table prints an amount of that fund."""
    index = context.cells
    for key, fund in (
        ("government_managed_funds", "government_funds"),
        ("state_capital_operations", "state_capital"),
    ):
        tables = [table for table in disclosure.tables if table.kind is not None and table.kind.key == key]
        unread = any(
            vocabulary().table_kind(one.title) is vocabulary().kind(key) for one in disclosure.unread
        )
        if not tables or unread or any(True for table in tables for _ in table.cells()):
            continue
        for coordinates in index:
            if (
                coordinates.fund == fund
                and coordinates.flow is Flow.EXPENDITURE
                and is_whole(coordinates, "item")
            ):
                for one in index[coordinates]:
                    yield from (_nil(cell) for cell in one.readings[0])


def _nil(cell: Cell) -> Same:
    """A figure of a fund whose own tables are empty: as good as printed nil there."""
    figure = cell.figure
    assert isinstance(figure, Amount)  # noqa: S101 - coordinates are given to amounts only
    return Same(cell, Amount.of(0, figure.decimals, figure.unit))


_FUNDS = ("收入 | | 支出 | | | ", "项目 | 金额 | 项目 | 合计 | 一般公共预算 | 政府性基金预算")
_SPENDING, _GENERAL, _FISCAL = "部门支出总体情况表", "一般公共预算支出表", "财政拨款支出表"
_ROW = "201 | 一般公共服务支出"

FUNDS = RuleSet(
    (
        tie_rule(
            9,
            "sole-fund",
            ("资金来源单一", "a sole fund"),
            (
                "某项资金的总额即全部支出时，按该资金和按全部资金所列的各单位、各科目、各类支出逐项相同。",
                (
                    "Where one fund makes up the whole total, every unit, subject and kind of expenditure is the same for the fund "
                    "as for the whole."
                ),
            ),
            "合计（全部）= 合计（一般公共预算）⇒ 各项（全部）= 各项（一般公共预算）",
            _sole_fund,
            pair(
                sheet(_SPENDING, HEAD, "| 合计 | 9.00 | 5.00 | 4.00", f"{_ROW} | 9.00 | 5.00 | 4.00"),
                sheet(_GENERAL, HEAD, "| 合计 | 9.00 | 5.00 | 4.00", f"{_ROW} | 9.00 | 5.00 | 4.00"),
                sheet(_GENERAL, HEAD, "| 合计 | 9.00 | 5.00 | 4.00", f"{_ROW} | 9.00 | 4.00 | 5.00"),
            ),
        ),
        tie_rule(
            10,
            "fund-within-whole",
            ("部分资金不超过全部", "a fund within the whole"),
            (
                "按某项资金所列的数，不超过按全部资金所列的相应数。",
                "What is printed for one fund does not exceed what is printed for all funds.",
            ),
            "一般公共预算（科目）≤ 财政拨款（科目）≤ 全部（科目）",
            _funds_within,
            pair(
                sheet(_SPENDING, HEAD, "| 合计 | 9.00 | 5.00 | 4.00", f"{_ROW} | 8.00 | 5.00 | 3.00"),
                sheet(_GENERAL, HEAD, "| 合计 | 8.00 | 5.00 | 3.00", f"{_ROW} | 7.00 | 4.00 | 3.00"),
                sheet(_GENERAL, HEAD, "| 合计 | 8.50 | 5.00 | 3.50", f"{_ROW} | 8.50 | 5.00 | 3.50"),
            ),
            message=EXCEEDS,
        ),
        tie_rule(
            11,
            "appropriation-by-fund",
            ("财政拨款的构成", "funds of fiscal appropriation"),
            (
                "财政拨款等于一般公共预算、政府性基金预算与国有资本经营预算拨款之和。",
                "Fiscal appropriation is that of the general public budget, government-managed funds and state capital.",
            ),
            "财政拨款 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算",
            _by_fund,
            tuple(
                tie_example(
                    outcome,
                    spending(_FISCAL, "9.00", "5.00", "4.00"),
                    spending(_GENERAL, "7.00", "5.00", "2.00"),
                    spending("政府性基金预算支出表", funds, "", funds),
                )
                for outcome, funds in ((Outcome.PASSED, "2.00"), (Outcome.FAILED, "1.00"))
            ),
        ),
        tie_rule(
            12,
            "empty-fund-table",
            ("空表而他处有数", "an empty table and amounts elsewhere"),
            (
                "政府性基金预算、国有资本经营预算各表为空表的，其他表不应有该项资金的金额。",
                "Where the tables of government-managed funds or of state capital are empty, no other table prints their amounts.",
            ),
            "空表 ⇒ 他表该项资金 = 0",
            _empty_funds,
            tuple(
                tie_example(
                    outcome,
                    sheet("政府性基金预算支出表", HEAD, " | 合计 | | | "),
                    sheet(
                        "财政拨款收支总表",
                        *_FUNDS,
                        f"一、一般公共预算 | 9.00 | 支出总计 | 9.00 | {general} | {funds}",
                    ),
                )
                for outcome, general, funds in (
                    (Outcome.NOT_APPLICABLE, "9.00", ""),
                    (Outcome.FAILED, "7.00", "2.00"),
                )
            ),
            severity=Severity.WARNING,
            message=EMPTY,
        ),
    )
)
"""The rules of funds."""
