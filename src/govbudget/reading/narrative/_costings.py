"""Prices and quantities in a paragraph → products: 单价7万元，数量1个，共计7万元.

The numbers of an item are read from left to right. Those between which only known words stand belong together; they are one
product if exactly one is a price, the quantities are just those that the price is for each of, and one amount is said to be theirs.
Whatever else stands there makes it uncertain, and nothing is read.
"""

from __future__ import annotations

from itertools import pairwise

from attrs import Factory, define

from govbudget.disclosures.narrative import Role
from govbudget.reading.narrative._cost_figures import ANYTHING, Number, Part, read_items
from govbudget.reading.narrative._figures import Stated
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.vocabulary import costing_words

_LONGEST_GAP = 40
"""Words between two figures of a product are not longer."""
_MOST = 5
"""A product has at most so many quantities."""
_AMOUNTS = (Role.AMOUNT, Role.OTHER)
"""What an amount may be taken for by its words alone; after = it is not understood."""


@define(eq=False)
class Costed:
    """A product while it is being read.

    Args:
        amount: The amount.
        price: The price of one.
        quantities: How many, in the order of print.
        start: Where it begins.
        end: Where it ends.
    """

    amount: Stated
    price: Stated
    quantities: tuple[Stated, ...]
    start: int
    end: int


@define(eq=False)
class _Run:
    """The numbers of an item that are waiting for their amount.

    Args:
        head: An amount before them.
        is_linked: Whether only words stand after it that say that it is theirs.
        factors: Prices and quantities.
        is_spoilt: Whether something stood between that makes them uncertain.
    """

    head: Number | None = None
    is_linked: bool = False
    factors: list[Number] = Factory(list)
    is_spoilt: bool = False


def read_costings(paragraph: Paragraph, figures: list[Stated]) -> list[Costed]:
    """Return the products that a paragraph states; their quantities join the figures of the paragraph.

    Args:
        paragraph: The paragraph.
        figures: Its figures, in order; prices are marked as such.
    """
    found: list[Costed] = []
    waits: int | None = None
    for item in read_items(paragraph, figures):
        if not any(one.part is Part.PRICE for one in item):
            continue
        is_open = waits is not None and not _ends(paragraph.text, waits, item[0].start)
        products, is_waiting = _read(item, paragraph.text, is_spoilt=is_open)
        found += products
        waits = item[-1].end if is_waiting else None
    known = {id(one) for one in figures}
    for costed in found:
        costed.price.role, costed.amount.role = Role.PRICE, Role.AMOUNT
        for one in costed.quantities:
            one.role = Role.QUANTITY
            if id(one) not in known:
                known.add(id(one))
                figures.append(one)
    figures.sort(key=lambda one: one.start)
    return found


def _ends(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends between two places."""
    return any(text.find(mark, start, end) >= 0 for mark in "。！？")


def _read(item: list[Number], text: str, *, is_spoilt: bool) -> tuple[list[Costed], bool]:
    """Return the products of an item, and whether prices wait in it for an amount that may stand in the next.

    Args:
        item: The numbers of the item.
        text: The text of the paragraph.
        is_spoilt: Whether prices of the item before wait for an amount, which may be that of both.
    """
    found: list[Costed] = []
    run = _Run(is_spoilt=is_spoilt)
    for i, number in enumerate(item):
        gap = text[item[i - 1].end : number.start] if i else ""
        following = item[i + 1] if i + 1 < len(item) else None
        if number.part is Part.AMOUNT:
            costed = None
            if run.factors and not run.is_spoilt and run.head is None and _is_amount(gap, number, text):
                costed = _costed(number, run.factors, text)
            is_spoilt = run.is_spoilt or (costed is None and bool(run.factors))
            found += [costed] if costed is not None else []
            run = _Run(None if costed is not None else number, is_spoilt=is_spoilt)
            continue
        _take(run, number, gap)
        if _is_closed(run, number, following, text):
            costed = _costed(run.head, run.factors, text) if run.head is not None else None
            found += [costed] if costed is not None else []
            run = _Run()
    return found, any(one.part is Part.PRICE for one in run.factors)


def _take(run: _Run, number: Number, gap: str) -> None:
    """Add a price or a quantity to those that wait."""
    words = costing_words().words
    if number.part is Part.OTHER:
        run.is_spoilt = True
    elif run.factors:
        run.is_spoilt = run.is_spoilt or not _joins(gap)
    elif run.head is not None and words["opens"].search(gap):
        run.head, run.is_spoilt = None, False
    elif run.head is not None:
        basis = words["basis"].fullmatch(gap)
        run.is_linked = basis is not None and _joins(basis["joins"] or "")
    run.factors.append(number)


def _joins(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and costing_words().words["joins"].fullmatch(gap) is not None


def _is_amount(gap: str, amount: Number, text: str) -> bool:
    """Tell whether the words between factors and an amount say that it is their product: 共计, or the end of brackets."""
    words = costing_words().words
    if gap == "，" and words["plain_end"].match(text, amount.end) is not None:
        return True
    is_plain = len(gap) <= _LONGEST_GAP and words["between"].fullmatch(gap) is not None
    return gap == ")" or (is_plain and words["amount"].search(gap) is not None)


def _is_closed(run: _Run, last: Number, following: Number | None, text: str) -> bool:
    """Tell whether an amount, and after it all that makes it up, have been read: 3万元（5台，每台6000元）."""
    if run.head is None or not run.is_linked or run.is_spoilt or last.part is Part.OTHER:
        return False
    rest = costing_words().words["rest"]
    opened = text.startswith("(", run.head.end) or text.startswith("，(", run.head.end)
    limit = last.end + _LONGEST_GAP
    if opened:
        close = text.find(")", last.end, limit)
        inside = close >= 0 and (following is None or close < following.start)
        is_other = following is not None and text[close + 1 : following.start] == ""
        return inside and not is_other and rest.match(text[last.end : close]) is not None
    if following is not None:
        return False
    ends = [place for mark in "。；！？" if (place := text.find(mark, last.end, limit)) >= 0]
    return rest.match(text[last.end : min(ends, default=limit)]) is not None


def _costed(amount: Number, factors: list[Number], text: str) -> Costed | None:
    """Return the product of a price and quantities, if these are just the ones that it is for each of."""
    prices = [one for one in factors if one.part is Part.PRICE]
    counts = [one for one in factors if one.part is Part.QUANTITY]
    if len(prices) != 1 or not 0 < len(counts) <= _MOST or amount.stated.role not in _AMOUNTS:
        return None
    if _is_doubtful(min([amount, *factors], key=lambda one: one.start), amount, text):
        return None
    used = counts if _is_chain(factors, text) else _needed(prices[0], counts)
    if used is None:
        return None
    places = [*(one.start for one in factors), amount.start], [*(one.end for one in factors), amount.end]
    return Costed(
        amount.stated,
        prices[0].stated,
        tuple(one.stated for one in counts if one in used),
        min(places[0]),
        max(places[1]),
    )


def _is_doubtful(first: Number, amount: Number, text: str) -> bool:
    """Tell whether the words around a product leave open whether the amount is that of more, or of less."""
    words = costing_words().words
    low = max(0, first.start - _LONGEST_GAP)
    before = text[max(low, *(text.rfind(mark, low, first.start) + 1 for mark in "。；！？")) : first.start]
    return (
        words["doubt_item"].search(before + text[first.start : amount.end]) is not None
        or words["more"].search(before) is not None
        or (amount is not first and words["more_after"].match(text, amount.end) is not None)
    )


def _is_chain(factors: list[Number], text: str) -> bool:
    """Tell whether signs of multiplication stand between all factors."""
    times = costing_words().words["times"]
    return all(times.fullmatch(text, one.end, other.start) for one, other in pairwise(factors))


def _needed(price: Number, counts: list[Number]) -> list[Number] | None:
    """Return the quantities that turn a price for each of something into an amount; None if that is not certain.

    每人每天450元 needs people and days; 每次50人 needs times in turn. Every quantity must be needed, but those of one.
    """
    needs, used = [*price.each], list[Number]()
    for need in needs:  # grows while it is read
        fitting = [one for one in counts if need in one.counts or ANYTHING in (need, *one.counts)]
        if len(fitting) > 1:
            return None
        if fitting and fitting[0] not in used:
            used.append(fitting[0])
            needs += [one for one in fitting[0].each if one not in needs]
        elif not fitting and need not in costing_words().once:
            return None
    idle = [one for one in counts if one not in used and one.stated.figure.value != 1]
    return None if idle or not used else used
