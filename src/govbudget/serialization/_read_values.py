"""JSON → the values that all shapes share: figures, places, notices, topics."""

from __future__ import annotations

from govbudget.amounts import Amount, Unit, exact_parts, parse_amount
from govbudget.disclosures import Aspect, Resolution
from govbudget.exactjson import Node, brief
from govbudget.exceptions import FigureError, Notice
from govbudget.intervals import Figure, Quantity
from govbudget.locations import Location
from govbudget.percentages import Percentage, parse_percentage
from govbudget.vocabulary import Topic

_KINDS = {
    Amount: Notice("金额", "amount"),
    Percentage: Notice("百分比", "percentage"),
    Quantity: Notice("数量", "count"),
    Figure: Notice("数字", "figure"),
}


def figure(node: Node, wanted: type[Figure] = Figure, *, is_count: bool = False) -> Figure:
    """Return a figure from its text, such as "3.00万元", "23%" or "142".

    Args:
        node: The text.
        wanted: The kind of figure that it must be.
        is_count: Whether a number without unit is a count; else it is an amount whose unit is not stated.
    """
    text = node.text()
    try:
        found = _figure(text, is_count=is_count or wanted is Quantity)
    except FigureError:
        found = None
    if not isinstance(found, wanted):
        shown, kind = brief(text), _KINDS[wanted]
        node.refuse(f"是“{shown}”，不是{kind.zh}", f"is {shown!r}, which is no {kind.en}")
    return found


def _figure(text: str, *, is_count: bool) -> Figure | None:
    if text.endswith("%"):
        return parse_percentage(text)
    if text.endswith("元"):
        return parse_amount(text)
    return Quantity(*exact_parts(text)) if is_count else Amount.of(*exact_parts(text), Unit.UNSTATED)


def notice(node: Node) -> Notice:
    return Notice(node["zh"].text(), node["en"].text())


def resolution(node: Node) -> Resolution:
    return Resolution(
        node["aspect"].member(Aspect),
        notice(node["choice"]),
        notice(node["evidence"]),
        node["line"].maybe(Node.number),
    )


def place(node: Node, source: str | None) -> Location:
    return Location(
        source,
        node["table"].maybe(Node.text),
        node["row"].maybe(Node.text),
        node["column"].maybe(Node.text),
        node["line"].maybe(Node.number),
    )


def topic(node: Node) -> Topic:
    return Topic(node["key"].text(), node["zh"].text(), node["en"].text(), node["scope"].maybe(Node.text))


def lines(node: Node) -> tuple[int, int]:
    """Return a pair of numbers."""
    found = node.each(Node.number)
    if len(found) != 2:
        node.refuse(f"有 {len(found)} 项，应为 2 项", f"has {len(found)} entries, not 2")
    return found[0], found[1]
