"""JSON → what the narrative states: claims, and the statements that point to them."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from govbudget.disclosures import Claim, Narrative
from govbudget.disclosures.narrative import (
    Denial,
    Direction,
    Listing,
    Mark,
    Movement,
    NarrativeStatement,
    Proportion,
    Role,
    Tally,
    Unsigned,
)
from govbudget.exactjson import Node
from govbudget.intervals import Figure
from govbudget.locations import Location
from govbudget.percentages import Percentage
from govbudget.serialization._read_values import figure, lines, place, topic


def read_narrative(node: Node, source: str | None) -> Narrative:
    """Return the narrative of a document.

    Args:
        node: What `disclosure_data` writes.
        source: The file that the document was read from.
    """
    claims = node["claims"].each(lambda one: _claim(one, source))
    return Narrative(claims, [_statement(_Told(one, claims, source)) for one in node["statements"]])


def _claim(node: Node, source: str | None) -> Claim:
    role = node["role"].member(Role)
    wanted = Percentage if role in (Role.SHARE, Role.RATE) else Figure
    return Claim(
        node["text"].text(),
        figure(node["figure"], wanted, is_count=True),
        place(node["location"], source),
        lines(node["span"]),
        role,
        node["topic"].maybe(topic),
        node["year"].maybe(Node.number),
        frozenset(node["measure"].each(Node.text)),
    )


@frozen
class _Told:
    """A statement that is read, and the claims that it points to by index."""

    node: Node
    claims: tuple[Claim, ...]
    source: str | None

    def claim(self, node: Node) -> Claim:
        return self.claims[node.index(len(self.claims))]

    def share(self, node: Node) -> Claim:
        """Return a claim that must be a percentage."""
        found = self.claim(node)
        if not isinstance(found.figure, Percentage):
            node.refuse(
                f"指向 {found.figure}，不是百分比", f"points to {found.figure}, which is no percentage"
            )
        return found

    def maybe(self, key: str) -> Claim | None:
        return self.node[key].maybe(self.claim)

    def mark(self) -> Mark:
        row, line = self.node["row"].maybe(Node.text), self.node["line"].maybe(Node.number)
        return Mark(self.node["text"].text(), Location(self.source, row=row, line=line))


def _statement(told: _Told) -> NarrativeStatement:
    kind = told.node["kind"]
    read = _READERS.get(kind.text())
    if read is None:
        known = ", ".join(_READERS)
        kind.refuse(f"应为 {known} 之一", f"is none of {known}")
    return read(told)


def _proportion(told: _Told) -> Proportion:
    return Proportion(
        told.share(told.node["percentage"]),
        told.maybe("part"),
        told.maybe("whole"),
        told.node["whole_topic"].maybe(topic),
        told.node["wider"].each(told.claim),
    )


def _movement(told: _Told) -> Movement:
    node = told.node
    return Movement(
        told.mark(),
        node["topic"].maybe(topic),
        node["direction"].maybe(lambda one: one.member(Direction)),
        node["base"].maybe(Node.number),
        told.maybe("current"),
        told.maybe("prior"),
        told.maybe("difference"),
        node["rate"].maybe(told.share),
        node["year"].maybe(Node.number),
        node["is_further"].flag(),
    )


def _listing(told: _Told) -> Listing:
    node = told.node
    parts, shares = node["parts"].each(told.claim), node["shares"].each(lambda one: one.maybe(told.share))
    if len(parts) != len(shares):
        count, wanted = len(shares), len(parts)
        node["shares"].refuse(f"有 {count} 项，应为 {wanted} 项", f"has {count} entries for {wanted} parts")
    return Listing(
        told.maybe("total"),
        parts,
        shares,
        node["is_partition"].flag(),
        told.mark(),
        node["is_inner"].flag(),
        node["is_open"].flag(),
    )


def _tally(told: _Told) -> Tally:
    node = told.node
    return Tally(told.claim(node["count"]), node["items"].each(Node.text), node["doubtful"].number())


def _denial(told: _Told) -> Denial:
    return Denial(told.mark(), topic(told.node["topic"]))


def _unsigned(told: _Told) -> Unsigned:
    return Unsigned(told.mark(), told.node["number"].text())


_READERS: dict[str, Callable[[_Told], NarrativeStatement]] = {
    "proportion": _proportion,
    "movement": _movement,
    "listing": _listing,
    "tally": _tally,
    "denial": _denial,
    "unsigned": _unsigned,
}
