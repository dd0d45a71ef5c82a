"""JSON → the values that all shapes share: figures, places, notices, topics."""

from __future__ import annotations

from govbudget.amounts import Amount, Unit, exact_parts, parse_amount
from govbudget.exactjson import Node, brief
from govbudget.exceptions import FigureError, Notice
from govbudget.intervals import Figure, Quantity
from govbudget.locations import Location
from govbudget.percentages import parse_percentage
from govbudget.vocabulary import Topic


def figure(node: Node, *, is_count: bool) -> Figure:
    """Return a figure from its text, such as "3.00万元", "23%" or "142".

    Args:
        node: The text.
        is_count: Whether a number without unit is a count; else it is an amount whose unit is not stated.
    """
    text = node.text()
    found: Figure | None
    try:
        if text.endswith("%"):
            found = parse_percentage(text)
        elif text.endswith("元"):
            found = parse_amount(text)
        elif is_count:
            found = Quantity(*exact_parts(text))
        else:
            found = Amount.of(*exact_parts(text), Unit.UNSTATED)
    except FigureError:
        found = None
    if found is None:
        shown = brief(text)
        node.refuse(f"是“{shown}”，不是数字", f"is {shown!r}, which is no figure")
    return found


def notice(node: Node) -> Notice:
    return Notice(node["zh"].text(), node["en"].text())


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
