"""The narrative → claims and statements: every figure with its place, and what sentences make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govbudget.disclosures import Claim, Narrative
from govbudget.disclosures.narrative import (
    Bill,
    Completion,
    Costing,
    Denial,
    Listing,
    Mark,
    Movement,
    NarrativeStatement,
    Proportion,
    Role,
    Tally,
    Unsigned,
)
from govbudget.locations import Location
from govbudget.reading.narrative._bills import Billed, read_bills
from govbudget.reading.narrative._completions import Completed, find_completions
from govbudget.reading.narrative._figures import Stated, finish, sentence
from govbudget.reading.narrative._lapses import find_datings, find_lapses
from govbudget.reading.narrative._main_projects import main_projects
from govbudget.reading.narrative._namings import find_namings
from govbudget.reading.narrative._outlines import join_outlines
from govbudget.reading.narrative._paragraphs import Paragraph, read_paragraphs
from govbudget.reading.narrative._projects import name_projects
from govbudget.reading.narrative._sentences import Listed, Moved, Reader
from govbudget.reading.pages._blocks import Line
from govbudget.vocabulary import Topic, topics

_LONGEST_LIST = 2000
_BRACKETED = re.compile(r"\([^()]*\)")


def read_narrative(lines: list[Line], source: str | None, year: int | None) -> Narrative:
    """Return what the narrative states: every amount, percentage and count, and the statements made of them.

    Args:
        lines: The narrative, without the tables.
        source: Where it comes from.
        year: The budget year, if known.
    """
    readers = [Reader(paragraph, year) for paragraph in read_paragraphs(lines)]
    for reader in readers:
        reader.read()
    join_outlines(readers)
    bills = list(read_bills(readers))
    _leave_out_totals(readers, bills)
    for reader in readers:
        name_projects(reader.figures, reader.paragraph)
    completed = {id(one): list(find_completions(one.figures, one.paragraph)) for one in readers}
    claims = tuple(finish(one, reader.paragraph, source) for reader in readers for one in reader.figures)
    stated = Narrative(claims)
    outer = {id(part): listed for reader in readers for listed in reader.lists for part in listed.parts}
    found = [statement for reader in readers for statement in _statements(reader, stated, source, outer)]
    found += [_completion(one, reader, source) for reader in readers for one in completed[id(reader)]]
    paragraphs = [reader.paragraph for reader in readers]
    datings, lapses = find_datings(lines, paragraphs, source), find_lapses(paragraphs, source)
    return Narrative(claims, (*found, *_bills(bills, source)), tuple(datings), tuple(lapses))


_Outer = dict[int, Listed]
"""The list that a figure, by identity, is a part of."""


def _statements(
    reader: Reader, stated: Narrative, source: str | None, outer: _Outer
) -> Iterator[NarrativeStatement]:
    paragraph = reader.paragraph
    for share, part, listed in reader.proportions:
        percentage = finish(share, paragraph, source)
        wider = _wider(listed, outer) if listed is not None and not share.whole else ()
        whole, topic = _whole(share, None if _is_foreign(part, listed) else listed, stated)
        if not share.whole and not wider and listed is not None and id(listed.total) in outer:
            whole, topic = None, None  # it may be of the outer whole, which is not printed
        yield Proportion(percentage, _claim(part), whole, topic, wider)
    for moved in reader.movements:
        yield _movement(moved, reader, stated, source)
    for listed in reader.lists:
        yield _listing(listed, paragraph, source, is_inner=id(listed.total) in outer)
    yield from _shared(reader, source)
    yield from _costings(reader, source)
    yield from main_projects(reader, stated, source)
    yield from _tallies(reader)
    yield from _denials(paragraph, source)
    yield from find_namings(paragraph, source)
    for match in topics().words["unsigned"].finditer(paragraph.text):
        yield Unsigned(_mark(paragraph, match.start("number"), source), match["number"])


def _is_foreign(part: Stated | None, listed: Listed | None) -> bool:
    """Whether a part is of other money than the figure that its list seems to break down."""
    total = listed.total if listed is not None else None
    if part is None or part.topic is None or total is None or total.topic is None:
        return False
    return None not in (part.topic.scope, total.topic.scope) and part.topic.scope != total.topic.scope


def _claim(one: Stated | None) -> Claim | None:
    return one.claim if one is not None else None


def _mark(paragraph: Paragraph, at: int, source: str | None, name: str | None = None) -> Mark:
    line, _ = paragraph.places[at]
    return Mark(sentence(paragraph, at, at + 1), Location(source, row=name, line=line))


def _whole(share: Stated, listed: Listed | None, stated: Narrative) -> tuple[Claim | None, Topic | None]:
    """Find what a share is of: what its words name, else the figure that the list breaks down."""
    head = listed.total if listed is not None else None
    topic = topics().find(share.whole) if share.whole else head.topic if head is not None else None
    if head is not None and (not share.whole or (topic and head.topic and head.topic.key == topic.key)):
        return head.claim, head.topic
    return (stated.amount(topic, share.year), topic) if topic is not None else (None, None)


def _movement(moved: Moved, reader: Reader, stated: Narrative, source: str | None) -> Movement:
    of_year = moved.year == reader.year
    current = _claim(moved.current) if of_year else None
    prior = None
    if of_year and moved.topic is not None:
        if current is None:
            current = _stated(moved.topic, reader.year, stated)
        prior = _stated(moved.topic, moved.base, stated) if moved.base != reader.year else None
    if moved.prior is not None:
        prior = moved.prior.claim
    return Movement(
        _mark(reader.paragraph, moved.at, source, moved.topic.zh if moved.topic else None),
        moved.topic,
        moved.direction,
        moved.base,
        current,
        prior,
        _claim(moved.difference),
        _claim(moved.rate),
        moved.year,
        moved.is_further,
        moved.base_measure,
        _reason(moved, reader.paragraph),
    )


def _reason(moved: Moved, paragraph: Paragraph) -> str:
    """Return the reason that follows a change, in its sentence or as the next one."""
    last = moved.rate or moved.difference
    match = last and topics().words["stated_reason"].match(paragraph.text, last.end)
    return paragraph.raw[match.start("reason") : match.end("reason")] if match else ""


def _completion(one: Completed, reader: Reader, source: str | None) -> Completion:
    named = one.planned.topic or one.spent.topic
    planned, spent = (finish(each, reader.paragraph, source) for each in (one.planned, one.spent))
    mark = _mark(reader.paragraph, one.at, source, named.zh if named else None)
    return Completion(mark, planned, spent, _claim(one.rate), one.direction)


def _stated(topic: Topic, year: int | None, stated: Narrative) -> Claim | None:
    """The one amount of a topic; that of 收支 is also the amount of revenue or expenditure alone."""
    both = ("revenue", "expenditure") if topic.key == "revenue_and_expenditure" else ()
    topics_of = (topic, *(topics().topic(key, topic.scope) for key in both))
    return next((claim for one in topics_of if (claim := stated.amount(one, year)) is not None), None)


def _wider(listed: Listed, outer: _Outer) -> tuple[Claim, ...]:
    """Return the amounts of which what a list breaks down is itself a part, the narrowest first."""
    found: list[Claim] = []
    seen: set[int] = set()
    current: Listed | None = listed
    while current is not None and current.total is not None and id(current) not in seen:
        seen.add(id(current))
        current = outer.get(id(current.total))
        if current is not None and current.total is not None and current.total.claim is not None:
            found.append(current.total.claim)
    return tuple(found)


def _listing(listed: Listed, paragraph: Paragraph, source: str | None, *, is_inner: bool) -> Listing:
    parts = [part for part in listed.parts if part.claim is not None]
    total = listed.total
    return Listing(
        total.claim if total is not None else None,
        tuple(part.claim for part in parts if part.claim is not None),
        tuple(share.claim if (share := listed.shares.get(id(part))) else None for part in parts),
        _is_partition(listed, is_sample=False),
        _mark(paragraph, listed.at, source, total.topic.zh if total and total.topic else None),
        is_inner,
        listed.is_sample and not _is_partition(listed, is_sample=True),
    )


def _shared(reader: Reader, source: str | None) -> Iterator[Listing]:
    """Shares of one whole that a sentence names without printing its amount are a list without a total."""
    groups: dict[str, list[tuple[Stated, Stated]]] = {}
    for share, part, listed in reader.proportions:
        if listed is None and part is not None and share.whole:
            groups.setdefault(share.whole, []).append((share, part))
    for words, pairs in groups.items():
        whole, named = topics().find(words), [part.topic for _, part in pairs]
        known = [topic for topic in named if topic is not None]
        if len(pairs) > 1 and whole is not None:
            is_partition = len(known) == len(named) and topics().is_partition(whole, known)
            yield Listing(
                None,
                tuple(part.claim for _, part in pairs if part.claim is not None),
                tuple(share.claim for share, _ in pairs),
                is_partition,
                _mark(reader.paragraph, pairs[0][0].start, source, whole.zh),
            )


def _costings(reader: Reader, source: str | None) -> Iterator[Costing]:
    for one in reader.costings:
        amount, price, *counts = (
            finish(each, reader.paragraph, source) for each in (one.amount, one.price, *one.quantities)
        )
        yield Costing(amount, price, tuple(counts), _mark(reader.paragraph, one.start, source))


def _leave_out_totals(readers: list[Reader], bills: list[Billed]) -> None:
    """The total after the items of a list is none of its parts."""
    ends = ((*one.total, *one.items[-1]) for one in bills)
    totals = {id(total) for total, own, last, other in ends if own is other and total.start > last.start}
    for reader in readers:
        for listed in reader.lists:
            listed.parts = [part for part in listed.parts if id(part) not in totals]


def _bills(bills: list[Billed], source: str | None) -> Iterator[Bill]:
    for billed in bills:
        total, first = billed.total, billed.items[0][1]
        items = tuple(finish(one, reader.paragraph, source) for one, reader in billed.items)
        yield Bill(
            finish(total[0], total[1].paragraph, source), items, _mark(first.paragraph, billed.at, source)
        )


def _is_partition(listed: Listed, *, is_sample: bool) -> bool:
    """Whether the parts are by their nature the whole; of what money is mainly spent on need not be all."""
    whole = listed.total.topic if listed.total is not None else None
    named = [part.topic for part in listed.parts if part.topic is not None]
    if (
        whole is None
        or len(named) < len(listed.parts)
        or not topics().is_partition(whole, named, is_sample=is_sample)
    ):
        return False
    return not (listed.is_main and any(map(topics().is_functional, named)))


def _tallies(reader: Reader) -> Iterator[Tally]:
    text = reader.paragraph.text
    for one in reader.figures:
        if one.role is not Role.COUNT or one.claim is None or topics().words["besides"].search(one.segment):
            continue
        rest = text[one.end : one.end + _LONGEST_LIST]
        opened = topics().words["enumerated"].match(rest)
        end = rest.find("。", opened.end()) if opened else -1
        if opened is None or end < 0:
            continue
        plain = _BRACKETED.sub("", rest[opened.end() : end])
        items = tuple(item for item in re.split("[，、；]", plain) if item)
        if len(items) > 1 and not plain.endswith("等") and topics().words["uneven"].search(plain) is None:
            yield Tally(one.claim, items, int(re.search("[和及与]", items[-1]) is not None))


def _denials(paragraph: Paragraph, source: str | None) -> Iterator[Denial]:
    words = topics()
    for match in words.words["denial"].finditer(paragraph.text):
        topic = words.denied(match["what"])
        if topic is not None:
            yield Denial(_mark(paragraph, match.start(), source, topic.zh), topic)
