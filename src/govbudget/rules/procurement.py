"""PRO: procurement tables: price times quantity, and what is set aside for small firms."""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Column, Side, Table
from govbudget.labels import normalise
from govbudget.relations import AtMost, Outcome, Product, Relation
from govbudget.rules._rules import Card, Example, Rule, RuleSet, Severity
from govbudget.vocabulary import ColumnRole, meanings

_BASIS = "《中华人民共和国政府采购法》第三十三条；财库〔2020〕46号《政府采购促进中小企业发展管理办法》"


def _only(side: Side, role: ColumnRole) -> Column | None:
    """The column of a role, if there is exactly one that is not a part of another."""
    found = [column for column in side.columns if column.role is role and column.parent is None]
    return found[0] if len(found) == 1 else None


def _products(table: Table) -> Iterator[Relation]:
    """Unit price × quantity = amount, row by row, wherever a table has all three columns."""
    for side in table.sides:
        amount, price, quantity = (
            _only(side, role) for role in (ColumnRole.AMOUNT, ColumnRole.PRICE, ColumnRole.QUANTITY)
        )
        if amount is None or price is None or quantity is None:
            continue
        for cells in side.matrix:
            printed = [cells[column.index] for column in (amount, price, quantity)]
            terms = [cell for cell in printed if cell is not None and cell.figure is not None]
            if len(terms) == len(printed):
                total, one, count = terms
                yield Product(total, one, count)


def _small_firms(table: Table) -> Iterator[Relation]:
    """What is reserved for small and medium firms is at most the whole amount of the row."""
    pattern = meanings().small_firms
    for side in table.sides:
        amounts = [column for column in side.columns if column.role is ColumnRole.AMOUNT]
        reserved = [one for one in amounts if any(pattern.fullmatch(normalise(part)) for part in one.path)]
        whole = next((one for one in amounts if one not in reserved), None)
        for cells in side.matrix if whole is not None and reserved else ():
            total = cells[whole.index] if whole is not None else None
            parts = [
                cell for one in reserved if (cell := cells[one.index]) is not None and cell.figure is not None
            ]
            if total is not None and total.figure is not None:
                yield from (AtMost((part,), total) for part in parts)


def _example(outcome: Outcome, *rows: str) -> Example:
    return Example("政府采购预算表", "万元", rows, outcome)


_PRICED = "采购项目 | 单价 | 数量 | 金额"
_RESERVED = "采购项目 | 金额 | 面向中小企业预留"

PROCUREMENT = RuleSet(
    (
        Rule(
            Card(
                "PRO-001",
                "price-times-quantity",
                {"zh": "单价乘数量", "en": "price times quantity"},
                {
                    "zh": "采购表每一行中，单价与数量之积等于金额。",
                    "en": "In every row of a procurement table, price times quantity is the amount.",
                },
                "单价 × 数量 = 金额",
                _BASIS,
                examples=(
                    _example(Outcome.ROUNDING, _PRICED, "服务器 | 8.8 | 3 | 26.3"),
                    _example(Outcome.FAILED, _PRICED, "服务器 | 8.8 | 3 | 27.3"),
                ),
            ),
            "table",
            _products,
        ),
        Rule(
            Card(
                "PRO-002",
                "reserved-for-small-firms",
                {"zh": "面向中小企业预留", "en": "reserved for small firms"},
                {
                    "zh": "面向中小企业预留的金额不超过采购金额。",
                    "en": "The amount reserved for small and medium firms does not exceed the amount of the procurement.",
                },
                "预留金额 ≤ 采购金额",
                _BASIS,
                Severity.WARNING,
                examples=(
                    _example(Outcome.PASSED, _RESERVED, "服务器 | 26.40 | 10.00"),
                    _example(Outcome.FAILED, _RESERVED, "服务器 | 26.40 | 30.00"),
                ),
            ),
            "table",
            _small_firms,
        ),
    )
)
"""The rules of procurement tables."""
