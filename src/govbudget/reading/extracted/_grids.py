"""Rows of an extracted table → grids: one for every table in them, without what an extractor adds to the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import Factory, define

from govbudget.disclosures import Aspect, Resolution
from govbudget.exceptions import Notice
from govbudget.labels import normalise, shown
from govbudget.reading.extracted._heads import heads
from govbudget.reading.extracted._tables import ExtractedTable, text_of
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import looks_like_title, stands_before, units_in
from govbudget.reading.tables._headers import is_figure
from govbudget.vocabulary import Shape, vocabulary

Rows = list[list[str]]

_BREAK = re.compile(r"(?<=[\u4e00-\u9fff（）()“”、：])\s*\n\s*(?=[\u4e00-\u9fff（）()“”、：])")
_LETTER = re.compile(r"[^\W\d_]")
_FEW = 2
"""So many figures in another column than all others say nothing: totals often stand in a column of their own."""
_PIECES = 3
"""Over so many cells a title may be split."""


@define
class Grid:
    """The rows of one table, or of a part of one, as far as they are understood."""

    rows: Rows
    numbers: list[int]
    """Which row of the extracted table each is, counted from 1."""
    given: ExtractedTable
    is_first: bool = True
    """Whether it is the first in the extracted table, to which the given title and unit belong."""
    before: list[str] = Factory(list)
    """The rows that state title, unit or entity, as lines."""
    header: Rows = Factory(list)
    shape: Shape | None = None
    resolutions: list[Resolution] = Factory(list)
    open: dict[int, frozenset[int]] = Factory(dict)
    """By row the columns of which it is not certain what they hold."""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, [*self.header, *self.rows]), default=0)

    def lines(self) -> list[Line]:
        """Return what is said of it, as the lines above a table."""
        title, unit = (self.given.title, self.given.unit) if self.is_first else (None, None)
        stated = f"单位：{unit.value}" if unit else None
        return [Line(None, shown(text)) for text in (title, *self.before, stated) if text]

    def note(self, aspect: Aspect, choice: Notice, evidence: Notice, row: int | None = None) -> None:
        """Note how something was resolved.

        Args:
            aspect: What it is about.
            choice: What was taken.
            evidence: What speaks for it.
            row: The row of the grid that it is about.
        """
        line = self.numbers[row] if row is not None and row < len(self.numbers) else None
        self.resolutions.append(Resolution(aspect, choice, evidence, line))


def texts_of(one: ExtractedTable, source: str | None) -> Rows:
    """Return the rows of a table as text.

    Args:
        one: The table.
        source: Where it comes from, for messages.
    """
    return [[text_of(cell, one.name or source) for cell in row] for row in one.rows]


def split_grids(one: ExtractedTable, texts: Rows) -> list[Grid]:
    """Return a grid for every table that an extracted table holds; blank rows and columns go.

    Args:
        one: The extracted table.
        texts: Its rows as text.
    """
    rows = [[_whole(cell) for cell in row] for row in texts]
    printed = [i for i, row in enumerate(rows) if any(row)]
    found: list[Grid] = []
    start = 0
    stops = _beginnings([rows[i] for i in printed])
    stops = stops or _shift([rows[i] for i in printed])
    for stop in (*stops, len(printed)):
        part = printed[start:stop]
        grid = Grid([rows[i] for i in part], [i + 1 for i in part], one, is_first=not found)
        _lift(grid)
        start = stop
        found.append(grid)
    return found


def _whole(cell: str) -> str:
    """Return a cell without the line breaks that an extractor left in numbers and names."""
    if "\n" not in cell:
        return cell
    joined = "".join(cell.split())
    return _BREAK.sub("", cell) if _LETTER.search(joined) else joined


def states_context(row: Sequence[str]) -> bool:
    """Tell whether a row states title, unit or entity of the table below it.

    Args:
        row: Its cells.
    """
    cells = [cell for cell in row if cell]
    if not cells or any(map(is_figure, cells)):
        return False
    if stands_before(cells, is_alone=len(cells) == 1 < len(row)):
        return True
    glued = "".join(cells)
    return 1 < len(cells) <= _PIECES and _is_title(glued) and not any(map(vocabulary().column_role, cells))


def _is_title(text: str) -> bool:
    return (
        normalise(text).endswith("表")
        and looks_like_title(text)
        and vocabulary().table_kind(text) is not None
    )


def _beginnings(rows: Rows) -> list[int]:
    """Return where further tables or pages begin: with a title, a unit or headings below figures."""
    found: list[int] = []
    is_headed = in_body = False
    for i, row in enumerate(rows):
        if (is_headed and _begins(rows, i)) or (in_body and (_is_heading(row) or any(heads(rows[i:])))):
            found.append(i)
            is_headed = in_body = False
        is_headed = is_headed or not states_context(row)
        in_body = in_body or any(map(is_figure, row)) or (is_headed and _is_blank_total(row))
    return found


def _shift(rows: Rows) -> list[int]:
    """Return where the only column of figures moves for good, as where two pages of other rulings were put into one table."""
    places = [(i, [j for j, cell in enumerate(row) if is_figure(cell)]) for i, row in enumerate(rows)]
    printed = [(i, columns) for i, columns in places if columns]
    changes = [k for k in range(1, len(printed)) if printed[k][1] != printed[k - 1][1]]
    if len(changes) != 1 or any(len(columns) > 1 for _, columns in printed):
        return []
    return [printed[changes[0]][0]] if _FEW < changes[0] < len(printed) - _FEW else []


def _is_blank_total(row: list[str]) -> bool:
    """Tell whether a row holds the name of a total and nothing else, as in a table without amounts."""
    cells = [cell for cell in row if cell]
    return len(cells) == 1 and vocabulary().is_total(cells[0])


def _begins(rows: Rows, start: int) -> bool:
    """Tell whether a row in mid-table opens another table: headings follow, or nothing; and it is not the name of a good."""
    cells = [cell for cell in rows[start] if cell]
    if not states_context(rows[start]):
        return False
    if len(cells) == 1 and vocabulary().table_kind(cells[0]) is None and not units_in(cells[0])[0]:
        return False
    below = next((row for row in rows[start:] if not states_context(row)), [])
    return not any(map(is_figure, below))


def _is_heading(row: list[str]) -> bool:
    """Tell whether a row is one of headings: of codes and names, with others beside them."""
    cells = [cell for cell in row if cell]
    if len(cells) < 2 or any(map(is_figure, cells)):
        return False
    roles = [vocabulary().column_role(cell) for cell in cells[:2]]
    return all(role is not None and role.starts_side for role in roles)


def _lift(grid: Grid) -> None:
    """Move leading rows that state title, unit or entity to what is said before the table, and drop blank columns."""
    while grid.rows and states_context(grid.rows[0]):
        glue = "" if _is_title("".join(grid.rows[0])) else " "
        grid.before.append(glue.join(cell for cell in grid.rows[0] if cell))
        del grid.rows[0], grid.numbers[0]


def drop_blank_columns(rows: Rows) -> Rows:
    """Return rows without the columns in which nothing is printed.

    Args:
        rows: The rows.
    """
    width = max(map(len, rows), default=0)
    used = [j for j in range(width) if any(j < len(row) and row[j] for row in rows)]
    return [[row[j] for j in used if j < len(row)] for row in rows]
