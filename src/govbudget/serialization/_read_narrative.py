"""JSON → what the narrative states: claims, and the statements that point to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from attrs import fields, frozen

from govbudget.disclosures import Claim, Narrative
from govbudget.disclosures.lapses import Dating, Lapse, LapseKind
from govbudget.disclosures.narrative import Direction, Mark, NarrativeStatement, Role
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
    return Narrative(
        claims,
        [_statement(_Told(one, claims, source)) for one in node["statements"]],
        node["datings"].each(lambda one: _dating(one, source)),
        node["lapses"].each(lambda one: _lapse(one, source)),
    )


def _dating(node: Node, source: str | None) -> Dating:
    return Dating(node["text"].text(), place(node["location"], source), node["year"].number())


def _lapse(node: Node, source: str | None) -> Lapse:
    return Lapse(
        node["kind"].member(LapseKind),
        node["text"].text(),
        place(node["location"], source),
        node["printed"].text(),
        node["first"].maybe(lambda one: place(one, source)),
    )


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
        """Return the claim of an index; shares and rates are percentages."""
        found = self.claims[node.index(len(self.claims))]
        is_share = not {"percentage", "rate", "shares"}.isdisjoint(node.steps)
        if is_share and not isinstance(found.figure, Percentage):
            node.refuse(
                f"指向 {found.figure}，不是百分比", f"points to {found.figure}, which is no percentage"
            )
        return found

    def mark(self) -> Mark:
        row, line = self.node["row"].maybe(Node.text), self.node["line"].maybe(Node.number)
        return Mark(self.node["text"].text(), Location(self.source, row=row, line=line))


def _statement(told: _Told) -> NarrativeStatement:
    """Return a statement from its fields, as `_narrative` writes them all."""
    kind = told.node["kind"]
    shape = _SHAPES.get(kind.text())
    if shape is None:
        known = ", ".join(_SHAPES)
        kind.refuse(f"应为 {known} 之一", f"is none of {known}")
    found = {one.name: _FIELDS[one.type](told, one.name) for one in fields(shape)}
    for many, each in _ONE_FOR_EACH:
        wanted, count = len(found.get(many, ())), len(found.get(each, ()))
        if each in found and wanted != count:
            told.node[each].refuse(
                f"有 {count} 项，应为 {wanted} 项", f"has {count} entries for {wanted} {many}"
            )
    statement: NarrativeStatement = shape(**found)
    return statement


_SHAPES: dict[str, Any] = {one.__name__.lower(): one for one in get_args(NarrativeStatement)}

_ONE_FOR_EACH = (("parts", "shares"), ("names", "lines"))

_FIELDS: dict[Any, Callable[[_Told, str], Any]] = {
    "Mark": lambda told, _: told.mark(),
    "Claim": lambda told, key: told.claim(told.node[key]),
    "Claim | None": lambda told, key: told.node[key].maybe(told.claim),
    "tuple[Claim, ...]": lambda told, key: told.node[key].each(told.claim),
    "tuple[Claim | None, ...]": lambda told, key: told.node[key].each(lambda one: one.maybe(told.claim)),
    "Topic": lambda told, key: topic(told.node[key]),
    "Topic | None": lambda told, key: told.node[key].maybe(topic),
    "Direction | None": lambda told, key: told.node[key].maybe(lambda one: one.member(Direction)),
    "str": lambda told, key: told.node[key].text(),
    "tuple[str, ...]": lambda told, key: told.node[key].each(Node.text),
    "tuple[int | None, ...]": lambda told, key: told.node[key].each(lambda one: one.maybe(Node.number)),
    "frozenset[str]": lambda told, key: frozenset(told.node[key].each(Node.text)),
    "bool": lambda told, key: told.node[key].flag(),
    "int": lambda told, key: told.node[key].number(),
    "int | None": lambda told, key: told.node[key].maybe(Node.number),
}
"""How a field of a statement is read, by its annotation."""
