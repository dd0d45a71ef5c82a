"""Numbered paragraphs that break down the figure of the paragraph above them, and lists that go back to it."""

from __future__ import annotations

from govbudget.disclosures.narrative import Role
from govbudget.reading.narrative._figures import Stated
from govbudget.reading.narrative._sentences import Listed, Reader
from govbudget.vocabulary import topics


def join_outlines(readers: list[Reader]) -> None:
    """Add the lists that run over numbered paragraphs, and the totals of lists by class.

    Args:
        readers: The paragraphs that were read, in order.
    """
    for i, reader in enumerate(readers):
        for listed in reader.lists:
            if listed.by_class:
                listed.total = _above(readers, i)
        if topics().words["announced"].search(reader.paragraph.text[-16:]) is None:
            continue
        head = _last_amount(reader) or _before(readers, i)
        children = _children(readers, i)
        mains = {child.main.topic for child in children if child.main is not None}
        if head is not None and len(children) > 1 and head.topic not in mains:
            _join(reader, head, children)


def _above(readers: list[Reader], index: int) -> Stated | None:
    """Return the amount of the nearest paragraph above in the outline, within the section."""
    own = readers[index].paragraph
    for reader in reversed(readers[:index]):
        if reader.paragraph.section != own.section:
            return None
        if reader.paragraph.level < own.level:
            return reader.main
    return None


def _before(readers: list[Reader], index: int) -> Stated | None:
    """Return the amount of the paragraph before one that only announces its parts, within the section."""
    own = readers[index]
    if own.figures or not index or readers[index - 1].paragraph.section != own.paragraph.section:
        return None
    return _last_amount(readers[index - 1])


def _last_amount(reader: Reader) -> Stated | None:
    listed = {id(part) for one in reader.lists for part in one.parts}
    amounts = [one for one in reader.figures if one.role is Role.AMOUNT and id(one) not in listed]
    return amounts[-1] if amounts else None


def _children(readers: list[Reader], index: int) -> list[Reader]:
    """Return the paragraphs numbered 1, 2, 3 … directly below one, each beginning with an amount."""
    own = readers[index].paragraph
    found: list[Reader] = []
    level = 0
    for reader in readers[index + 1 :]:
        paragraph = reader.paragraph
        if paragraph.section != own.section or (paragraph.level <= own.level and paragraph.level):
            break
        level = level or paragraph.level
        if paragraph.level != level:
            if paragraph.level < level:
                break
            continue
        if paragraph.number != len(found) + 1 or reader.main is None:
            return []
        found.append(reader)
    return found


def _mains(child: Reader) -> list[Stated]:
    """Return the amount that a paragraph begins with, and those that follow it directly, such as 购置费0元，运行维护费0元."""
    found = child.figures[:1]
    for one in child.figures[1:]:
        if one.role is not Role.AMOUNT or one.topic is None or one.lead.count("，") > 1 or one.ends_sentence:
            break
        if id(one) in child.listed:
            break
        found.append(one)
    return found


def _join(reader: Reader, head: Stated, children: list[Reader]) -> None:
    listed = Listed(0, head)
    listed.is_sample = topics().words["sample"].search(reader.paragraph.text[-16:].rstrip("。")) is not None
    scope = head.topic.scope if head.topic is not None else None
    for child in children:
        mains = _mains(child)
        for main in mains:
            if main.topic is not None:
                main.topic = topics().within(main.topic, scope)
        listed.parts += mains
        for i, (share, part, within) in enumerate(child.proportions):
            if part is mains[0] and within is None:
                listed.shares[id(part)] = share
                child.proportions[i] = (share, part, listed)
    reader.lists.append(listed)
