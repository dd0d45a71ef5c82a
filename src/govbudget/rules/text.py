"""TXT: the narrative against the tables (表文勾稽).

Only figures whose topic is understood are compared; a figure of the text in 万元 and a cell in 元 agree when some amount
prints like both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govbudget.disclosures import Claim, Disclosure, DisclosureKind, Table
from govbudget.disclosures.narrative import Denial, Listing, Mark, Role
from govbudget.disclosures.places import item_amounts, printed_amounts
from govbudget.exceptions import Notice
from govbudget.locations import Location
from govbudget.relations import Either, Fact, Outcome, Relation, Same, Sum
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import (
    HOLDS,
    adds_up,
    is_near,
    listings,
    one_place_off,
    shares_add_up,
    text_rule,
    told,
)
from govbudget.vocabulary import Topic, topics

_BUDGETS = ("government_managed_funds", "state_capital_operations")


def _amounts(disclosure: Disclosure) -> Iterator[Relation]:
    """An amount of the text is that of the table; one that is balanced by one last place is not stated here."""
    return (relation for relation, is_near in _printed_twice(disclosure) if not is_near)


def _balanced_amounts(disclosure: Disclosure) -> Iterator[Relation]:
    """An amount that is only right as a balanced one is worth a word."""
    return (relation for relation, is_near in _printed_twice(disclosure) if is_near)


def _printed_twice(disclosure: Disclosure) -> Iterator[tuple[Relation, bool]]:
    """What text and tables both print, and whether the text is one last place off so that its list adds up."""
    if disclosure.kind is not DisclosureKind.BUDGET or disclosure.year is None:
        return
    balanced = {
        id(part) for listing in listings(disclosure) if _is_complete(listing) for part in listing.parts
    }
    for claim in disclosure.claims:
        if claim.role is not Role.AMOUNT or claim.topic is None or claim.year != disclosure.year:
            continue
        agreement = _agreement(disclosure, claim.topic)
        if agreement is not None:
            plain, neighbours = agreement(claim), tuple(map(agreement, one_place_off(claim)))
            yield plain, id(claim) in balanced and is_near(plain, neighbours)


def _agreement(disclosure: Disclosure, topic: Topic) -> Callable[[Claim], Relation] | None:
    """Return what an amount of a topic has to agree with: one of some cells, or the sum of the items of a category."""
    cells = printed_amounts(disclosure, topic)
    if len(cells) > 1:
        return lambda claim: Either(tuple(Same(claim, cell) for cell in cells))
    if cells:
        return lambda claim: Same(claim, cells[0])
    items = item_amounts(disclosure, topic)
    return (lambda claim: Sum(claim, items)) if items else None


def _is_complete(listing: Listing) -> bool:
    is_whole = listing.is_partition or shares_add_up(listing) in HOLDS
    return is_whole and adds_up(listing) is Outcome.PASSED


def _denied(disclosure: Disclosure) -> Iterator[Relation]:
    """What the text says there is none of has no amount in its table; the remark below a table names that table."""
    for stated in disclosure.narrative.statements:
        if isinstance(stated, Denial):
            yield from _against_text(disclosure, stated)
            table = _table_of(disclosure, stated.topic)
            if table is not None:
                amount = next(
                    (cell for cell in table.cells() if cell.figure and cell.figure.coefficient), None
                )
                wanted = Notice("空表", "an empty table") if amount is not None else None
                reported = amount.figure.shown if amount and amount.figure else table.title
                told_of = _contradicted(stated.topic, reported, table.title)
                yield Fact(amount or stated.mark, amount is None, reported, wanted, message=told_of)
    for table in disclosure.tables:
        for note in table.notes if table.kind is not None and table.kind.key in _BUDGETS else ():
            yield from _remark(table, note)


def _against_text(disclosure: Disclosure, denial: Denial) -> Iterator[Fact]:
    """The text itself has no amount of what it says there is none of."""
    spent = (topics().topic(key, denial.topic.scope) for key in ("expenditure", "revenue_and_expenditure"))
    for topic in spent if denial.topic.scope else (denial.topic,):
        claim = disclosure.narrative.amount(topic, disclosure.year)
        if claim is not None:
            is_none = claim.figure.coefficient == 0
            shown = claim.figure.shown
            told_of = _contradicted(denial.topic, shown)
            yield Fact(claim, is_none, shown, None if is_none else _NOTHING, message=told_of)


def _contradicted(topic: Topic, shown: str, table: str = "") -> Notice:
    """What is denied, and what is printed all the same, in a table or in the text."""
    zh, en = (f"《{table}》", f"“{table}”") if table else ("文字另一处", "the text elsewhere")
    return Notice(
        f"文字称没有{topic.zh}支出，而{zh}列有 {shown}",
        f"The text says that there is no expenditure of the {topic.en}, but {en} prints {shown}",
    )


def _remark(table: Table, note: str) -> Iterator[Fact]:
    assert table.kind is not None  # noqa: S101 - only tables of known kinds are asked
    for topic in topics().denials("".join(note.split())):
        if topic.scope in _BUDGETS:
            own = topic.scope == table.kind.key
            mark = Mark(note, Location(table.origin.source, table.title, topic.zh))
            wanted = None if own else Notice(table.kind.zh, table.kind.en)
            told_of = Notice(
                f"表下注明没有{topic.zh}支出，而本表是{table.kind.zh}",
                f"The remark below the table says that there is no expenditure of the {topic.en}, "
                f"but the table is that of the {table.kind.en}",
            )
            yield Fact(mark, own, f"无{topic.zh}支出", wanted, message=told_of)


def _table_of(disclosure: Disclosure, topic: Topic) -> Table | None:
    return disclosure.table(topic.scope or topic.key)


def _silence(disclosure: Disclosure) -> Iterator[Relation]:
    """Where a document says of one budget that there is none, it says so of every other whose table is empty."""
    denials = [stated.topic for stated in disclosure.narrative.statements if isinstance(stated, Denial)]
    if not denials:
        return
    told_of = {topic.scope for topic in denials}
    told_of |= {claim.topic.scope for claim in disclosure.claims if claim.topic is not None}
    for table in disclosure.tables:
        if table.kind is not None and table.kind.key in _BUDGETS and table.is_empty:
            is_told = bool(table.notes) or table.kind.key in told_of
            mark = Mark(table.title, Location(table.origin.source, table.title, table.kind.zh))
            yield Fact(mark, is_told, table.title if is_told else "空表", None if is_told else _A_WORD)


_NOTHING = Notice("零", "nothing")
_A_WORD = Notice("空表说明", "a statement that it is empty")
_HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"
_ROW = "201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00"
_TOTAL = " | 合计 | 3.00 | 1.00 | 2.00"
_FUNDS = "2021年政府性基金预算支出情况表"
_EXPENDITURE = "部门支出总体情况表"

TEXTS = RuleSet(
    (
        text_rule(
            ("TXT-001", "text-and-table", Severity.ERROR),
            ("文字与表一致", "text and table"),
            (
                "文字所列金额与表中同一事项的金额一致。",
                "An amount in the text is that of the table.",
            ),
            "文字金额 = 表内金额",
            _amounts,
            (
                told(
                    Outcome.PASSED,
                    "2021年支出合计3万元。",
                    _HEAD,
                    _TOTAL,
                    _ROW,
                    title=f"2021年{_EXPENDITURE}",
                ),
                told(
                    Outcome.FAILED,
                    "2021年支出合计4万元。",
                    _HEAD,
                    _TOTAL,
                    _ROW,
                    title=f"2021年{_EXPENDITURE}",
                ),
            ),
            (
                "文字所列{place}为 {reported}，而{compared}中为 {expected}，相差 {difference}",
                "The text states {reported} for {place}, but {compared} prints {expected}, a difference of {difference}",
            ),
        ),
        text_rule(
            ("TXT-003", "said-to-be-empty", Severity.ERROR),
            ("空表说明", "said to be empty"),
            (
                "文字称没有某项支出的，其表没有金额；表下的空表说明说的是本表。",
                "What the text says there is none of has no amount in its table; the remark below an empty table is about it.",
            ),
            "称无 ⇒ 表无金额",
            _denied,
            (
                told(
                    Outcome.PASSED,
                    "我部门2021年没有使用政府性基金预算拨款安排的支出。",
                    _HEAD,
                    " | 合计 |  |  | ",
                    title=_FUNDS,
                ),
                told(
                    Outcome.FAILED,
                    "我部门2021年没有使用政府性基金预算拨款安排的支出。",
                    _HEAD,
                    _TOTAL,
                    "212 | 城乡社区支出 | 3.00 | 1.00 | 2.00",
                    title=_FUNDS,
                ),
            ),
            (
                "{place}处为 {reported}，应为{expected}",
                "{reported} stands at {place}, which should be {expected}",
            ),
        ),
        text_rule(
            ("TXT-009", "balanced-amount", Severity.HINT),
            ("配平的金额", "balanced amount"),
            (
                "文字各项之和等于总计时，为配平而与表差末位一个单位的金额，仅作提示。",
                "An amount that was moved by one last place so that a list of the text adds up is only pointed out.",
            ),
            "文字金额 = 表内金额 ± 末位 1",
            _balanced_amounts,
            (
                told(
                    Outcome.NOT_APPLICABLE,
                    "2021年支出合计3万元，其中：基本支出1万元；项目支出2万元。",
                    _HEAD,
                    _TOTAL,
                    _ROW,
                    title=f"2021年{_EXPENDITURE}",
                ),
                told(
                    Outcome.FAILED,
                    "2021年支出合计4万元，其中：基本支出1万元；项目支出3万元。",
                    _HEAD,
                    " | 合计 | 3.70 | 1.40 | 2.30",
                    title=f"2021年{_EXPENDITURE}",
                ),
            ),
            (
                "文字所列{place}为 {reported}，而{compared}中为 {expected}，差末位一个单位",
                "The text states {reported} for {place}, but {compared} prints {expected}, one last place away",
            ),
        ),
        text_rule(
            ("TXT-010", "silent-empty-table", Severity.HINT),
            ("空表无说明", "silent empty table"),
            (
                "文字说明某一预算没有支出的，其他空表也应说明。",
                "Where the text says of one budget that there is none, it says so of every other whose table is empty.",
            ),
            "空表 ⇒ 有说明",
            _silence,
            (
                told(
                    Outcome.PASSED,
                    "2021年支出合计3万元。我部门2021年没有使用政府性基金预算拨款安排的支出。",
                    _HEAD,
                    " | 合计 |  |  | ",
                    title=_FUNDS,
                ),
                told(
                    Outcome.FAILED,
                    "我部门2021年没有使用政府性基金预算拨款安排的支出。",
                    _HEAD,
                    " | 合计 |  |  | ",
                    title="2021年国有资本经营预算支出情况表",
                ),
            ),
            ("{place}为{reported}，缺{expected}", "{place} is empty without {expected}"),
        ),
    )
)
"""The rules of the text against the tables."""
