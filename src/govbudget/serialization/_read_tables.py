"""JSON → tables: both axes with their breakdowns, and the cells over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from govbudget.amounts import Amount, Unit
from govbudget.disclosures import (
    Axis,
    Breakdown,
    Cell,
    Column,
    Flow,
    Origin,
    Row,
    RowKind,
    Side,
    Table,
    Unplaced,
)
from govbudget.disclosures.forms import Form
from govbudget.exactjson import Node
from govbudget.exceptions import RelationError
from govbudget.intervals import Figure, Quantity
from govbudget.percentages import Percentage
from govbudget.relations import Reason
from govbudget.serialization._read_values import figure, lines, notice, resolution
from govbudget.vocabulary import ColumnRole, TableKind, vocabulary

_FIGURES: dict[ColumnRole, type[Figure]] = {
    ColumnRole.AMOUNT: Amount,
    ColumnRole.PRICE: Amount,
    ColumnRole.PERCENTAGE: Percentage,
    ColumnRole.QUANTITY: Quantity,
}
"""What the columns hold in which all figures are of one kind."""

Heading = TypeVar("Heading", Row, Column)


def read_table(node: Node, form: Form | None) -> Table:
    """Return a table, with what its form holds if it is one.

    Args:
        node: What `disclosure_data` writes of a table.
        form: The content of its form.
    """
    origin = Origin(node["source"].maybe(Node.text), node["title"].text())
    return Table(
        origin,
        node["kind"].maybe(lambda one: _kind(one, origin.title)),
        node["units"].each(lambda one: one.member(Unit)),
        node["sides"].each(lambda one: _side(one, origin)),
        node["raw"].each(lambda row: row.each(Node.text)),
        node["notes"].each(Node.text),
        node["lines"].maybe(lines),
        node["problems"].each(notice),
        form,
        node["resolutions"].each(resolution),
        node["entity"].maybe(Node.text),
        node["unplaced"].each(_unplaced),
    )


def _kind(node: Node, title: str) -> TableKind:
    """Return a kind of table by its permanent name; of several descriptions of one kind the one that fits the title."""
    key, words = node.text(), vocabulary()
    named = words.table_kind(title)
    if named is not None and named.key == key:
        return named
    found = next((kind for kind in words.tables if kind.key == key), None)
    if found is None:
        node.refuse("不是已知的表种", "is no kind of table that is known")
    return found


def _unplaced(node: Node) -> Unplaced:
    return Unplaced(
        node["texts"].each(Node.text),
        node["row"].text(),
        notice(node["reason"]),
        node["line"].maybe(Node.number),
    )


def _side(node: Node, origin: Origin) -> Side:
    columns, rows = list(node["columns"]), list(node["rows"])
    over = _axis(node["columns"], columns, [_column(i, one, len(columns)) for i, one in enumerate(columns)])
    down = _axis(node["rows"], rows, [_row(i, one) for i, one in enumerate(rows)])
    matrix = []
    for row, written in zip(down, rows, strict=True):
        cells = list(written["cells"])
        if len(cells) != len(over):
            count, wanted = len(cells), len(over)
            written["cells"].refuse(
                f"有 {count} 格，应为 {wanted} 格", f"has {count} entries for {wanted} columns"
            )
        matrix.append(tuple(_cell(one, row, column, origin) for one, column in zip(cells, over, strict=True)))
    return Side(origin, down, over, tuple(matrix), node["flow"].maybe(lambda one: one.member(Flow)))


def _column(index: int, node: Node, count: int) -> Column:
    return Column(
        node["path"].each(Node.text),
        node["role"].member(ColumnRole),
        index,
        node["position"].number(),
        node["unit"].maybe(lambda one: one.member(Unit)),
        node["parent"].maybe(lambda one: one.index(count)),
    )


def _row(index: int, node: Node) -> Row:
    """Return the heading of a row; the row above it in the hierarchy stands before it."""
    return Row(
        node["label"].text(),
        node["kind"].member(RowKind),
        index,
        node["position"].number(),
        node["code"].maybe(Node.text),
        node["codes"].each(Node.text),
        node["labels"].each(Node.text),
        node["subjects"].each(_subject),
        node["parent"].maybe(lambda one: one.index(index)),
        node["line"].maybe(Node.number),
        node["recovery"].maybe(notice),
    )


def _subject(node: Node) -> tuple[str, str | None]:
    found = node.each(lambda one: one.maybe(Node.text))
    if len(found) != 2 or found[0] is None:
        node.refuse("应为代码和名称", "is no code with its name")
    return found[0], found[1]


def _axis(node: Node, written: Sequence[Node], headings: list[Heading]) -> Axis[Heading]:
    """Return the headings with their breakdowns; none may be above itself, or part of itself."""
    for heading, one in zip(headings, written, strict=True):
        above, steps = heading.parent, 0
        while above is not None and steps <= len(headings):
            above, steps = headings[above].parent, steps + 1
        if above is not None:
            one["parent"].refuse("使各级互为上级", "makes headings stand above each other")
    written_parts = [(part, total) for total, one in enumerate(written) for part in one["parts"]]
    found = [_breakdown(part, total, len(headings)) for part, total in written_parts]
    found.sort(key=lambda one: one[0])
    try:
        return Axis(tuple(headings), tuple(one for _, one in found))
    except RelationError:
        node.refuse("中有一项是它自己的分项", "has an entry that is part of itself")


def _breakdown(node: Node, total: int, count: int) -> tuple[int, Breakdown]:
    """Return a breakdown with its place among all of its axis."""
    parts, optional = (node[key].each(lambda one: one.index(count)) for key in ("of", "optional"))
    return node["order"].number(), Breakdown(total, parts, node["of_which"].flag(), optional)


def _cell(node: Node, row: Row, column: Column, origin: Origin) -> Cell | None:
    if node.value is None:
        return None
    wanted = _FIGURES.get(column.role, Figure)
    return Cell(
        node["text"].text(),
        node["figure"].maybe(lambda one: figure(one, wanted)),
        row,
        column,
        origin,
        node["reason"].maybe(lambda one: one.member(Reason)),
    )
