"""Header rows → columns: merged cells become paths, paths become an axis with breakdowns."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import Factory, define

from govbudget.amounts import parse_amount
from govbudget.exceptions import FigureError
from govbudget.labels import normalise, shown
from govbudget.reading.pages._grouped import is_grouped
from govbudget.reading.pages._outline import outline_of
from govbudget.vocabulary import ColumnRole, vocabulary

Rows = list[list[str]]

_STARS = re.compile(r"[*＊]+|栏次|行次")
_LEVELS = frozenset("类款项目")
"""Headings of the columns of codes, which final accounts print in the row of column numbers."""
_WORDS = re.compile(r"[\u4e00-\u9fff]")
_REMARKS = ("备注", "说明")
_BRACKETED = re.compile(r"\((?:[^()]*)\)\Z")


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a number."""
    if not any(char.isdigit() for char in text) or len(text) > 40:
        return False
    try:
        return is_grouped(text) or parse_amount(text, "元") is not None
    except FigureError:
        return text.rstrip().endswith(("%", "％"))


def is_number_row(row: list[str]) -> bool:
    """Tell whether a row only numbers the columns: "** ** 1 2 3"."""
    cells = [cell for cell in row if cell and cell not in _LEVELS]
    numbers = [cell for cell in cells if not _STARS.fullmatch(cell)]
    if not cells or not all(cell.isdecimal() and len(cell) <= 2 for cell in numbers):
        return False
    values = [int(cell) for cell in numbers]
    increasing = all(a < b for a, b in pairwise(values))
    if not values:
        return not _LEVELS.intersection(row)
    return increasing and values[0] == 1 and (len(values) > 1 or len(cells) > len(values))


def levels_in(header: Rows, row: list[str]) -> list[str]:
    """Return what a row of column numbers says of the columns of labels: 类 款 项 栏次 1 2; nothing if it only numbers them."""
    if not _LEVELS.intersection(row) or any(_LEVELS.intersection(above) for above in header):
        return []
    return [cell if cell in _LEVELS else "科目名称" if _STARS.fullmatch(cell) else "" for cell in row]


def header_height(rows: Rows) -> int:
    """Return how many rows at the top are headings; a heading row refines a merged cell above it."""
    if not rows or any(map(is_figure, rows[0])) or _is_labelled(rows[0]):
        return 0
    height = 1
    while height < len(rows) and _refines(rows[:height], rows[height]):
        height += 1
    return height


def _is_labelled(row: list[str]) -> bool:
    """Tell whether a row begins with the label of a total or an item of an outline."""
    first = next((cell for cell in row if cell), "")
    return outline_of(normalise(first)).rank > 0


def _refines(header: Rows, row: list[str]) -> bool:
    cells = [(j, cell) for j, cell in enumerate(row) if cell]
    if not cells or any(is_figure(cell) for _, cell in cells) or is_number_row(row) or _is_labelled(row):
        return False
    starts = anchors(header, max(map(len, [*header, row])))
    widths: dict[tuple[int, int] | None, int] = {}
    for path in starts:
        last = path[-1] if path else None
        widths[last] = widths.get(last, 0) + 1
    opened = False
    for j, cell in cells:
        last = starts[j][-1] if starts[j] else None
        is_open = last is None or widths[last] > 1
        opened = opened or is_open
        above = header[last[0]][last[1]] if last else ""
        first = row[last[1]] if last and last[1] < len(row) else cell
        if not _may_stand_below(above, cell, first, is_open=is_open):
            return False
    return opened


def _may_stand_below(above: str, cell: str, first: str, *, is_open: bool) -> bool:
    """Tell whether a cell can be a heading below another.

    Below a heading of names or codes, merged or not, the first must again be such a heading; below any other heading
    that is not merged, only a word that is known as a heading can stand.
    """
    words = vocabulary()
    over, begins = words.column_role(above), words.column_role(first)
    if over is not None and over.starts_side:
        return begins is not None and begins.starts_side and (is_open or words.column_role(cell) is not None)
    return is_open or words.column_role(cell) is not None or words.is_total_column(cell)


def anchors(header: Rows, width: int) -> list[tuple[tuple[int, int], ...]]:
    """Return for each column the header cells that cover it, outermost first, as (row, column) of their corner."""
    paths: list[tuple[tuple[int, int], ...]] = [()] * width
    for i, row in enumerate(header):
        current: tuple[int, int] | None = None
        above: tuple[tuple[int, int], ...] | None = None
        new = list(paths)
        for j in range(width):
            if paths[j] != above:
                current, above = None, paths[j]
            if j < len(row) and row[j]:
                current = (i, j)
            if current is not None:
                new[j] = (*paths[j], current)
        paths = new
    return paths


@define
class Node:
    """A header cell with the cells below it; a leaf is a column."""

    label: str
    columns: list[int] = Factory(list)
    children: list[Node] = Factory(list)


@define
class DraftColumn:
    """A column being read."""

    position: int
    path: tuple[str, ...]
    role: ColumnRole
    leaf: Node


def header_tree(header: Rows, width: int) -> Node:
    """Return the tree of header cells over all columns; what stands right of the headings has none."""
    root = Node("", list(range(width)))
    nodes: dict[tuple[tuple[int, int], ...], Node] = {(): root}
    headed = max(map(len, header), default=0)
    paths = [*anchors(header, headed), *[()] * (width - headed)]
    for j, path in enumerate(paths):
        for depth in range(1, len(path) + 1):
            key = path[:depth]
            if key not in nodes:
                i, k = path[depth - 1]
                nodes[key] = Node(shown(header[i][k]))
                nodes[key[:-1]].children.append(nodes[key])
            nodes[key].columns.append(j)
    for j, path in enumerate(paths):
        if nodes[path].children:  # a column of a merged heading without a heading of its own
            nodes[path].children.append(Node("", [j]))
            nodes[path].children.sort(key=lambda node: node.columns[0])
    return root


def draft_columns(root: Node, body: Rows) -> list[DraftColumn]:
    """Return the columns with their paths and roles, from the headings and, where these are unknown, the contents."""
    found: list[DraftColumn] = []

    def walk(node: Node, path: tuple[str, ...]) -> None:
        path = (*path, node.label) if node.label else path
        if node.children:
            for child in node.children:
                walk(child, path)
            return
        found.extend(DraftColumn(j, path, _role(path, body, j), node) for j in node.columns)

    walk(root, ())
    return sorted(found, key=lambda column: column.position)


def is_remark(label: str) -> bool:
    """Tell whether a heading is that of a column of remarks."""
    return normalise(label) in _REMARKS


def _role(path: tuple[str, ...], body: Rows, position: int) -> ColumnRole:
    words, plain = vocabulary(), normalise(path[-1]) if path else ""
    role = words.column_role(plain) or words.column_role(_BRACKETED.sub("", plain))
    cells = [row[position] for row in body if position < len(row) and row[position]]
    figures = sum(map(is_figure, cells))
    if is_remark(plain) and cells and figures == len(cells):
        return ColumnRole.AMOUNT  # a displaced heading; build_table says so
    if role is None:
        is_total = figures > 0 and words.is_total_column(plain)
        is_text = sum(map(_is_prose, cells)) * 2 > len(cells) and not is_total
        return ColumnRole.TEXT if is_text else ColumnRole.AMOUNT
    return role


def _is_prose(cell: str) -> bool:
    """Tell whether a cell holds words; a misread number such as 1O.00 or a dash is none."""
    if is_figure(cell) or not cell.strip("-—–－"):
        return False
    return bool(_WORDS.search(cell)) or not any(char.isdigit() for char in cell)
