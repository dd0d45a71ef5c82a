"""The forms in which tables reach a reader: with borders, flattened, laid out by blanks, cut over pages, and as data.

Every form is a function of a published disclosure and a `Damage`: what the way from paper to text did to it. `TEXTS` are read as text,
`extracted` are tables as an extractor returns them.
"""

import csv
import io
import json
from itertools import pairwise, zip_longest

from attrs import frozen
from hypothesis import strategies as st

from published_tables import Disclosed, Heading, PrintedTable

Rows = list[list[str]]


@frozen
class Damage:
    """What happens to a table on its way to text.

    Args:
        numbers: Whether a row of column numbers is printed below the headings.
        pages: After how many rows a new page begins.
        repeated: Whether later pages repeat title and headings.
        name_width: Into pieces of how many characters names are broken where a form breaks them; 0 for none.
        heading_width: The same for headings.
        blank_columns: Where an extractor leaves blank columns.
        gap: How many blanks stand between laid-out columns.
        right: Whether laid-out amounts are aligned at the right.
        page_numbers: Whether pages are numbered.
        blank_lines: Whether blank lines stand between the lines of a text.
    """

    numbers: bool
    pages: tuple[int, ...]
    repeated: bool
    name_width: int
    heading_width: int
    blank_columns: tuple[int, ...]
    gap: int
    right: bool
    page_numbers: bool
    blank_lines: bool


@st.composite
def damages(draw) -> Damage:
    """Any damage."""
    return Damage(
        draw(st.booleans()),
        tuple(sorted(draw(st.lists(st.integers(1, 25), max_size=2, unique=True)))),
        draw(st.booleans()),
        draw(st.sampled_from((0, 0, 2, 4, 7, 10))),
        draw(st.sampled_from((0, 2, 3, 5))),
        tuple(draw(st.lists(st.integers(0, 20), max_size=3))),
        draw(st.integers(1, 5)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.booleans()),
    )


def heading_grid(headings: list[Heading]) -> Rows:
    """Headings as rows of cells: every heading above its first column, the others below it blank."""
    leaves = [leaf for top in headings for leaf in top.leaves()]
    height = max(map(len, leaves))
    rows = [[""] * len(leaves) for _ in range(height)]
    for j, leaf in enumerate(leaves):
        for i, one in enumerate(leaf):
            if (
                not j
                or i >= len(leaves[j - 1])
                or any(a is not b for a, b in zip(leaf[: i + 1], leaves[j - 1], strict=False))
            ):
                rows[i][j] = one.text
    return rows


def heading_levels(headings: list[Heading]) -> list[list[str]]:
    """Headings level by level, as a text without columns prints them."""
    return [[text for text in row if text] for row in heading_grid(headings)]


def _head(table: PrintedTable, damage: Damage) -> Rows:
    rows = heading_grid(table.headings())
    if damage.numbers:
        labels = sum(side.label_count for side in table.sides)
        if len(table.sides) == 1:
            count = len(rows[0]) - labels
            rows.append(["**"] * labels + [str(i) for i in range(1, count + 1)])
    return rows


def _pages(table: PrintedTable, damage: Damage) -> list[Rows]:
    body = table.body()
    places = [0, *damage.pages, len(body)]
    return [body[a:b] for a, b in pairwise(places) if body[a:b]] or [[]]


def _above(table: PrintedTable) -> list[str]:
    return [table.title, "", *([f"单位：{table.unit}", ""] if table.unit else [])]


# --- texts with borders --------------------------------------------------------------------------------------------------
def _bordered(disclosed: Disclosed, damage: Damage, *, markdown: bool) -> str:
    lines = [f"{disclosed.budget.entity}2021年部门预算", ""]
    for table in disclosed.tables:
        for page in _pages(table, damage):
            rows = [*_head(table, damage), *page]
            if markdown:
                found = ["| " + " | ".join(row) + " |" for row in rows]
                found.insert(1, "|" + "---|" * len(rows[0]))
            else:
                found = ["\t".join(row) for row in rows]
            lines += [*_above(table), *found, ""]
    return "\n".join(lines)


def with_tabs(disclosed: Disclosed, damage: Damage) -> str:
    """Cells separated by tabs; pages repeat title and headings."""
    return _bordered(disclosed, damage, markdown=False)


def as_markdown(disclosed: Disclosed, damage: Damage) -> str:
    """Markdown tables; pages repeat title and headings."""
    return _bordered(disclosed, damage, markdown=True)


def as_csv(table: PrintedTable, damage: Damage) -> str:
    """One table as comma-separated rows, below its title and unit."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([[line] for line in _above(table) if line])
    writer.writerows([*_head(table, damage), *table.body()])
    return out.getvalue()


# --- texts without borders --------------------------------------------------------------------------------------------------
def broken(text: str, width: int) -> list[str]:
    """A text in pieces of so many characters, but never within a number."""
    found = [text[:width]] if width else [text]
    for char in text[width:] if width else "":
        inside = char.isdigit() and found[-1][-1:].isdigit()
        if len(found[-1]) < width or inside:
            found[-1] += char
        else:
            found.append(char)
    return found


def _flat_head(disclosed: Disclosed, table: PrintedTable, damage: Damage, *, lines: bool) -> list[str]:
    unit = f" 单位：{table.unit}" if table.unit else ""
    found = [f"预算 {table.number:02} 表", table.title, f"部门名称：{disclosed.budget.entity}{unit}"]
    for level in heading_levels(table.headings()):
        pieces = [piece for word in level for piece in broken(word, damage.heading_width)]
        found += pieces if lines else [" ".join(level)]
    return found


def _flat_row(cells: list[str], table: PrintedTable, damage: Damage, *, lines: bool) -> list[str]:
    printed = [cell for cell in cells if cell]
    if not lines:
        return [" ".join(printed)] if printed else []
    places = [j for j, is_label in enumerate(_is_label(table)) if is_label]
    names = {j for j in places if len(cells[j]) > damage.name_width > 0 and not cells[j].isdigit()}
    found: list[str] = []
    last: list[str] = []
    for j, cell in enumerate(cells):
        if j in names:
            found += [" ".join(last)] if last else []
            found += broken(cell, damage.name_width)
            last = []
        elif cell:
            last.append(cell)
    return [*found, *([" ".join(last)] if last else [])]


def _is_label(table: PrintedTable) -> list[bool]:
    return [
        is_label for side in table.sides for is_label in [True] * side.label_count + [False] * len(side.paths)
    ]


def _flattened(disclosed: Disclosed, damage: Damage, *, lines: bool) -> str:
    found = [f"{disclosed.budget.entity} 2021 年部门预算", ""]
    for table in disclosed.tables:
        for number, page in enumerate(_pages(table, damage)):
            if number and damage.page_numbers:
                found += ["", f"{number} / 54", ""]
            if not number or damage.repeated:
                found += _flat_head(disclosed, table, damage, lines=lines)
            for row in page:
                found += _flat_row(row, table, damage, lines=lines)
        found += ["备注：无"]
    return ("\n\n" if damage.blank_lines else "\n").join(found)


def in_rows(disclosed: Disclosed, damage: Damage) -> str:
    """Blanks and borders are lost: every row is one line, every level of headings too."""
    return _flattened(disclosed, damage, lines=False)


def in_cells(disclosed: Disclosed, damage: Damage) -> str:
    """Blanks and borders are lost, headings and names are broken over lines."""
    return _flattened(disclosed, damage, lines=True)


# --- texts that keep their layout ------------------------------------------------------------------------------------------
def _placed(cells: list[str], starts: list[int]) -> str:
    line = ""
    for cell, start in zip(cells, starts, strict=True):
        if cell:
            line = line.ljust(max(start, len(line) + 1) if line else start) + cell
    return line


def laid_out(disclosed: Disclosed, damage: Damage) -> str:
    """Every cell stands in its place, in characters; names are broken in their column."""
    found = [f"{disclosed.budget.entity} 2021 年部门预算", ""]
    for table in disclosed.tables:
        body, head = table.body(), heading_grid(table.headings())
        is_label = _is_label(table)
        widths = []
        for j, label in enumerate(is_label):
            longest = max([len(row[j]) for row in [*body, *head]], default=1)
            limit = damage.name_width + 6 if label and damage.name_width else longest
            widths.append(min(longest, limit))
        starts = [sum(widths[:j]) + j * damage.gap for j in range(len(widths))]
        top = _laid_head(table, head, starts)
        for number, page in enumerate(_pages(table, damage)):
            if number and damage.page_numbers:
                found += ["", f"                    {number}"]
            lines = top if not number or damage.repeated else []
            for row in page:
                lines = [*lines, *_laid_row(row, widths, starts, is_label, right=damage.right)]
            found += [f"\f{lines[0]}", *lines[1:]] if number and lines else lines
        found += ["备注：无"]
    return "\n".join(found)


def _laid_head(table: PrintedTable, head: Rows, starts: list[int]) -> list[str]:
    unit = f"{' ' * 30}单位：{table.unit}" if table.unit else ""
    return [
        f"{' ' * 20}{table.title}",
        f"部门：{table.entity}{unit}",
        *(_placed(row, starts) for row in head),
    ]


def _laid_row(
    row: list[str], widths: list[int], starts: list[int], is_label: list[bool], *, right: bool
) -> list[str]:
    cells = [
        broken(cell, width) if label else [cell.rjust(width) if right and cell else cell]
        for cell, width, label in zip(row, widths, is_label, strict=True)
    ]
    return [
        line for parts in zip_longest(*cells, fillvalue="") if (line := _placed(list(parts), starts)).strip()
    ]


TEXTS = {
    "tabs": with_tabs,
    "markdown": as_markdown,
    "rows": in_rows,
    "cells": in_cells,
    "laid out": laid_out,
}
"""The forms that are read as text."""


# --- tables of an extractor -------------------------------------------------------------------------------------------------
def extracted(disclosed: Disclosed, damage: Damage) -> list[dict[str, object]]:
    """Tables as an extractor cuts them out, page by page: title and unit (None where later pages have none) and rows."""
    found: list[dict[str, object]] = []
    for table in disclosed.tables:
        for number, page in enumerate(_pages(table, damage)):
            head = _head(table, damage) if not number or damage.repeated else []
            rows = [_widened([_cell(cell, damage) for cell in row], damage) for row in [*head, *page]]
            first = not number
            found.append(
                {
                    "title": table.title if first else None,
                    "unit": table.unit if first and table.unit else None,
                    "rows": rows,
                }
            )
    return found


def _cell(text: str, damage: Damage) -> str:
    return text if text.isdigit() else "\n".join(broken(text, damage.name_width))


def _widened(row: list[str], damage: Damage) -> list[str]:
    cells = list(row)
    for place in sorted(damage.blank_columns, reverse=True):
        cells.insert(place % (len(row) + 1), "")
    return cells


def as_json(disclosed: Disclosed, damage: Damage) -> str:
    """The same as JSON, with null for blank cells."""
    return json.dumps(extracted(disclosed, damage), ensure_ascii=False).replace('""', "null")
