"""PRO: prices and quantities in the text: 单价7万元，数量2个，共计14万元, and lists of them with their total.

A product holds if some true price times the quantities prints like the amount: a price of 0.02 万元 stands for anything from 150 to
250 元, so that 28 of them may well be 0.6 万元.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Disclosure
from govbudget.disclosures.narrative import Bill, Costing
from govbudget.relations import Outcome, Product, Relation
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import sum_of, text_rule, told


def _products(disclosure: Disclosure) -> Iterator[Relation]:
    """The price of one, times how many there are, is the amount."""
    for stated in disclosure.narrative.statements:
        if isinstance(stated, Costing):
            first, *further = stated.quantities
            yield Product(stated.amount, stated.price, first, tuple(further))


def _bills(disclosure: Disclosure) -> Iterator[Relation]:
    """The items of a list that is said to be complete add to its total."""
    for stated in disclosure.narrative.statements:
        if isinstance(stated, Bill):
            yield sum_of(stated.total, stated.items)


_ITEMS = "2021年政府采购预算{}万元。采购明细如下：\n1．打印机，单价0.7万元，数量2台，共计1.4万元；\n2．电话机28台，单价0.02万元，共计0.6万元。"

COSTINGS = RuleSet(
    (
        text_rule(
            ("PRO-003", "stated-product", Severity.ERROR),
            ("文字单价乘数量", "stated product"),
            (
                "文字所列单价（每人、每次等的标准）与数量之积等于所列金额。",
                "A price or standard that the text states, times the quantities, is the amount beside it.",
            ),
            "单价 × 数量（× 天数、次数等）= 金额",
            _products,
            (
                told(Outcome.PASSED, "2021年举办培训班2期，每期20人，每人每天550元，每期3天，共计6.6万元。"),
                told(Outcome.PASSED, "2021年购置电话机28台，单价0.02万元，共计0.6万元。"),
                told(Outcome.NOT_APPLICABLE, "2021年购置电话机28台，单价约0.02万元，共计0.9万元。"),
                told(Outcome.FAILED, "2021年购置电话机28台，单价0.02万元，共计0.9万元。"),
            ),
            (
                "文字所列金额 {reported}，而单价与数量之积为 {expected}，相差 {difference}",
                "The text states {reported}, but price times quantity is {expected}, a difference of {difference}",
            ),
        ),
        text_rule(
            ("PRO-004", "complete-bill", Severity.ERROR),
            ("清单合计", "complete bill"),
            (
                "文字以“明细如下”等引出，或以“共计”“合计”收尾的清单，各项金额之和等于合计。",
                "The items of a list that the text says is complete, or closes with a total, add to that total.",
            ),
            "合计 = Σ 各项",
            _bills,
            (
                told(Outcome.PASSED, _ITEMS.format("2.0")),
                told(Outcome.FAILED, _ITEMS.format("3.0")),
            ),
            (
                "文字所列合计 {reported}，而清单各项之和为 {expected}，相差 {difference}",
                "The text states a total of {reported}, but the listed items add to {expected}, a difference of {difference}",
            ),
        ),
    )
)
"""The rules of prices, quantities and lists of them in the text."""
