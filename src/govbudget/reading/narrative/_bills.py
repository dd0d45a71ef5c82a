"""Items of which all amounts are printed, and the total that the words say is theirs: 明细如下：…；…；合计20万元."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define

from govbudget.disclosures.narrative import Role
from govbudget.reading.narrative._figures import Stated
from govbudget.reading.narrative._sentences import Reader
from govbudget.vocabulary import costing_words

_LONGEST_END = 24
"""The words that announce numbered paragraphs are looked for in so many characters at the end of the paragraph above."""
_LONGEST_NAME = 60
"""The name of the first item, after the words that announce it, is not longer."""
_ASIDE = (Role.PRICE, Role.QUANTITY, Role.COUNT, Role.SHARE)


@define(eq=False)
class Billed:
    """A total with its items while it is being read.

    Args:
        total: The total, with the paragraph that it stands in.
        items: The amounts of the items, with theirs.
        at: Where the items begin, in the paragraph of the first.
    """

    total: tuple[Stated, Reader]
    items: list[tuple[Stated, Reader]]
    at: int


def read_bills(readers: Sequence[Reader]) -> Iterator[Billed]:
    """Iterate over the totals of which all items are listed.

    Args:
        readers: The paragraphs that were read, in order.
    """
    for reader in readers:
        yield from _in_paragraph(reader)
    yield from _over_paragraphs(readers)


@define(eq=False)
class _List:
    """The amounts of one paragraph, and what is known of them.

    Args:
        reader: The paragraph.
        figures: Its figures but prices, quantities and shares.
        leads: For every figure what stands between it, or the product that it ends, and the figure before.
        products: Where a product begins, by the identity of its amount.
        totals: The amounts, by identity, that are totals by the words before them.
    """

    reader: Reader
    figures: list[Stated]
    leads: list[str]
    products: dict[int, int]
    totals: set[int]

    def segment(self, i: int) -> str:
        """Return what stands before a figure in its sentence or part of a sentence."""
        lead = self.leads[i]
        return lead[max(map(lead.rfind, "。！？；")) + 1 :]

    def begins_sentence(self, i: int) -> bool:
        """Tell whether a figure is the first of its sentence."""
        return not i or any(mark in self.leads[i] for mark in "。！？")


def _list(reader: Reader) -> _List:
    figures = [one for one in reader.figures if one.role not in _ASIDE]
    products = {id(one.amount): one.start for one in reader.costings}
    ends = sorted([*(one.end for one in reader.costings), *(one.end for one in reader.figures)])
    leads = []
    for one in figures:
        start = products.get(id(one), one.start)
        last = bisect_right(ends, start)
        leads.append(reader.paragraph.text[ends[last - 1] if last else 0 : start])
    total = costing_words().words["total"]
    totals = {
        id(one)
        for one, lead in zip(figures, leads, strict=True)
        if one.role is Role.AMOUNT
        and id(one) not in products
        and len(lead) <= _LONGEST_END
        and total.fullmatch(lead)
    }
    return _List(reader, figures, leads, products, totals)


def _in_paragraph(reader: Reader) -> Iterator[Billed]:
    listed = _list(reader)
    for i, one in enumerate(listed.figures):
        if id(one) in listed.totals:
            total, items = one, _before_total(listed, i)
        elif i and id(one) in listed.products:
            total, items = listed.figures[i - 1], _announced(listed, i)
        else:
            continue
        if len(items) > 1:
            at = listed.products.get(id(items[0]), items[0].start)
            yield Billed((total, reader), [(item, reader) for item in items], at)


def _before_total(listed: _List, i: int) -> list[Stated]:
    """Return the items before a total: from the words that open the list, or products from the beginning of the paragraph."""
    words, figures = costing_words().words, listed.figures
    opens, single = words["opens"], words["single"]
    for k in range(i - 1, -1, -1):
        one = figures[k]
        is_product = id(one) in listed.products
        if one.role is not Role.AMOUNT or id(one) in listed.totals:
            return []
        if not is_product and (one.in_brackets or single.search(listed.segment(k))):
            return []
        if opens.search(listed.segment(k)):
            return figures[k:i] if _is_first(listed, k, figures[i]) else []
        if listed.begins_sentence(k) and not is_product:
            return []
    is_whole = not listed.reader.paragraph.level and all(id(one) in listed.products for one in figures[:i])
    return figures[:i] if is_whole else []


def _is_first(listed: _List, k: int, total: Stated) -> bool:
    """Tell whether a list opens its sentence, or follows the same total alone."""
    if listed.begins_sentence(k):
        return True
    return listed.figures[k - 1].figure == total.figure and listed.begins_sentence(k - 1)


def _announced(listed: _List, i: int) -> list[Stated]:
    """Return the products of a list that begins here, if the words before the first promise that these are all."""
    figures, words = listed.figures, costing_words().words
    head, text = figures[i - 1], listed.reader.paragraph.text
    if not _may_be_broken_down(head, listed.reader) or id(head) in listed.products:
        return []
    start = listed.products[id(figures[i])]
    before = text[max(head.end, start - _LONGEST_NAME) : start]
    if words["complete"].search(before) is None or words["partly"].search(before) is not None:
        return []
    end = i
    while end < len(figures) and id(figures[end]) in listed.products:
        end += 1
    if end < len(figures) and not (listed.begins_sentence(end) or id(figures[end]) in listed.totals):
        return []
    last = figures[end - 1].end
    close = text.find("。", last, last + _LONGEST_NAME)
    return [] if words["others"].search(text[last : close if close >= 0 else None]) else figures[i:end]


def _over_paragraphs(readers: Sequence[Reader]) -> Iterator[Billed]:
    """Numbered paragraphs with one product or amount each, announced above or totalled below."""
    first = 0
    while first < len(readers):
        end, below = _end_of_list(readers, first)
        items = [(_list(reader).figures[0], reader) for reader in readers[first:end]]
        if len(items) > 1 and any(reader.costings for _, reader in items):
            begins = items[0][1].costings
            at = begins[0].start if begins else items[0][0].start
            for total in (_announcing(readers, first), below):
                if total is not None:
                    yield Billed(total, items, at)
        first = max(end, first + 1)


_Total = tuple[Stated, Reader]


def _end_of_list(readers: Sequence[Reader], first: int) -> tuple[int, _Total | None]:
    """Return where paragraphs numbered 1, 2, 3 … end that begin here and have one amount each, and their total below."""
    level, section = readers[first].paragraph.level, readers[first].paragraph.section
    for end in range(first, len(readers)):
        reader = readers[end]
        paragraph, listed = reader.paragraph, _list(reader)
        if paragraph.section != section:
            return end, None
        if not level or (paragraph.level, paragraph.number) != (level, end - first + 1):
            total = listed.figures[0] if listed.figures and end > first else None
            return end, (total, reader) if total is not None and id(total) in listed.totals else None
        if len(listed.figures) not in {1, 2} or listed.figures[0].role is not Role.AMOUNT:
            return end, None
        if len(listed.figures) == 2:
            total = listed.figures[1]
            return (end + 1, (total, reader)) if id(total) in listed.totals else (end, None)
    return len(readers), None


def _announcing(readers: Sequence[Reader], first: int) -> _Total | None:
    """Return the amount above numbered paragraphs whose words promise that these are all."""
    if not first or readers[first - 1].paragraph.section != readers[first].paragraph.section:
        return None
    above = readers[first - 1]
    words = above.paragraph.text[-_LONGEST_END:]
    complete = [match.end() for match in costing_words().words["complete"].finditer(words)]
    amounts = [one for one in above.figures if _may_be_broken_down(one, above)]
    is_one = (
        len({one.figure for one in amounts}) == 1 and costing_words().words["partly"].search(words) is None
    )
    return (amounts[-1], above) if is_one and complete[-1:] == [len(words)] else None


def _may_be_broken_down(one: Stated, reader: Reader) -> bool:
    """Tell whether a figure is an amount of the budget year that is no part of a list."""
    return one.role is Role.AMOUNT and id(one) not in reader.listed and one.year == reader.year
