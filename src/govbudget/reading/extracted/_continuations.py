"""Grids without headings → the table above them: whether they continue it, and under which headings their cells belong."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from attrs import Factory, define, evolve

from govbudget.disclosures import Aspect, Origin, Table, Unplaced
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading.extracted._doubts import doubted
from govbudget.reading.extracted._grids import Grid, Rows
from govbudget.reading.extracted._repairs import Repair
from govbudget.reading.extracted._shifted import straighten
from govbudget.reading.pages._context import Context
from govbudget.reading.tables._headers import draft_columns, header_tree, is_figure, is_number_row
from govbudget.reading.tables._tables import Found, Recovery, build_table
from govbudget.vocabulary import ColumnRole, TableKind

_TOTAL = re.compile(r"(?:收入|支出)?[合总]计")
_CONTINUED = re.compile(r"\(?续表?(?:[一二三四五六七八九十]|\d{1,2})?\)?\Z")
_CODE = re.compile(r"\d{3}(?:\d\d){0,2}")
_OPEN = Notice(
    "数字与栏目对应不上，存疑的栏不取", "figures and columns do not agree, so what is doubtful is left open"
)


@define(eq=False)
class Part:
    """A table of the document, with the rows that continue it."""

    grid: Grid
    context: Context
    kind: TableKind | None
    joints: list[int] = Factory(list)
    """The rows at which a part of it was joined to the part above; rows between them may be lost."""
    is_cut: bool = False
    """Whether rows at its end may be missing."""
    whole: Table | None = None
    """The table of the rows so far, as if none of them were lost, once it was needed."""
    searched: int = 0
    """In so many of its rows a total of all was looked for."""
    gaps: list[int] = Factory(list)
    """The joints before which a whole page was left unread."""

    @property
    def _unread_before(self) -> list[int]:
        """The pages, counted from 0, before which a whole page was left unread."""
        return [number for number, joint in enumerate(self.joints, 1) if joint in self.gaps]

    @property
    def roles(self) -> list[ColumnRole]:
        """What its columns hold."""
        if self.grid.shape is not None:
            return [column.role for column in self.grid.shape.columns]
        root = header_tree(self.grid.header, self.grid.width)
        return [column.role for column in draft_columns(root, self.grid.rows)]

    @property
    def has_total(self) -> bool:
        """Whether it prints a total of all."""
        found = self.searched < 0 or _has_total(self.grid.rows[self.searched :])
        self.searched = -1 if found else len(self.grid.rows)
        return found

    @property
    def totals(self) -> set[tuple[str, ...]]:
        """The rows of totals of all that print a figure."""
        return {tuple(row) for row in self.grid.rows if _has_total([row]) and any(map(is_figure, row))}

    def build(self, source: str | None = None) -> Table | None:
        """Return the table with what is doubtful about it, or None if its headings do not say what its rows and columns are.

        Args:
            source: Where it comes from.
        """
        table, numbers = self.read(source)
        if table is None:
            return None
        places = [i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1]]
        lost = [i for i in places if any(numbers[i - 1] < one <= numbers[i] for one in self._unread_before)]
        sides = tuple(doubted(side, places, lost, is_cut=self.is_cut) for side in table.sides)
        return evolve(table, sides=sides)

    def read(self, source: str | None = None) -> tuple[Table | None, list[int]]:
        """Return the table as if none of its rows were lost, and for each row the number of its page, counted from 0.

        Args:
            source: Where it comes from.
        """
        grid = evolve(self.grid, rows=[list(row) for row in self.grid.rows], numbers=list(self.grid.numbers))
        grid.resolutions, grid.open = list(self.grid.resolutions), dict(self.grid.open)
        pages = {id(row): bisect_right(self.joints, i) for i, row in enumerate(grid.rows)}
        _drop_headings(grid)
        if grid.shape is not None:
            Repair(grid, grid.shape).run()
        numbers = [pages[id(row)] for row in grid.rows]
        table = straighten(grid, partial(self._table, source))
        if table is None:
            return None, numbers
        resolutions = (*grid.resolutions, *table.resolutions)
        unplaced = (*table.unplaced, *_left_open(grid))
        return evolve(table, resolutions=resolutions, unplaced=unplaced), numbers

    def _table(self, source: str | None, grid: Grid) -> Table | None:
        kind = self.kind
        title = self.context.title or (kind.zh if kind is not None and grid.shape is not None else "")
        sides = range(len(grid.header[0]) if grid.header else 0)
        recovered = {
            (side, row): Recovery(_OPEN, columns) for row, columns in grid.open.items() for side in sides
        }
        found = Found(grid.header, grid.rows, [None] * len(grid.rows), self.context, recovered=recovered)
        return build_table(found, Origin(source, title), kind)


def _left_open(grid: Grid) -> Iterator[Unplaced]:
    """Iterate over the figures of which it is not certain below which heading they belong."""
    found = (_open_figures(grid, row, columns) for row, columns in sorted(grid.open.items()))
    return (one for one in found if one.texts)


def _open_figures(grid: Grid, row: int, columns: frozenset[int]) -> Unplaced:
    cells = grid.rows[row]
    texts = tuple(cells[j] for j in sorted(columns) if j < len(cells) and is_figure(cells[j]))
    label = next((cell for cell in cells if cell and not is_figure(cell)), "")
    return Unplaced(texts, label, _OPEN, grid.numbers[row])


def _has_total(rows: Rows) -> bool:
    return any(_TOTAL.fullmatch(normalise(cell)) for row in rows for cell in row)


def _drop_headings(grid: Grid) -> None:
    """Rows that repeat a heading row, or only number the columns, are no rows of the table."""
    headings = {tuple(normalise(cell) for cell in row if cell) for row in grid.header}
    kept = [
        i
        for i, row in enumerate(grid.rows)
        if tuple(normalise(cell) for cell in row if cell) not in headings and not is_number_row(row)
    ]
    grid.open = {kept.index(i): columns for i, columns in grid.open.items() if i in kept}
    grid.rows, grid.numbers = [grid.rows[i] for i in kept], [grid.numbers[i] for i in kept]


def repeats(part: Part, grid: Grid, context: Context) -> bool:
    """Tell whether a grid with headings goes on with the table above it on another page.

    Args:
        part: The table.
        grid: The grid.
        context: What is said around it.
    """
    same = [[normalise(cell) for cell in row] for row in grid.header] == [
        [normalise(cell) for cell in row] for row in part.grid.header
    ]
    title = _CONTINUED.sub("", normalise(context.title or ""))
    titled = title in ("", _CONTINUED.sub("", normalise(part.context.title or "")))
    return same and titled and not (part.has_total and _has_total(grid.rows))


def append(part: Part, grid: Grid) -> None:
    """Add the rows of a later page with the same headings.

    Args:
        part: The table.
        grid: The later page.
    """
    if not grid.rows:  # nothing but headings
        return
    part.joints.append(len(part.grid.rows))
    part.gaps += part.joints[-1:] if part.is_cut else []
    part.whole = None
    part.grid.rows += grid.rows
    part.grid.numbers += grid.numbers
    part.grid.resolutions += grid.resolutions
    part.grid.note(
        Aspect.CONTINUATION,
        Notice(f"接上页，{len(grid.rows)} 行", f"{len(grid.rows)} rows continue it"),
        Notice("表头与上面的表相同", "the headings are those of the table above"),
    )


def drop_repeated_headings(part: Part, grid: Grid) -> None:
    """Drop the last heading rows of a table where they are repeated, without those above them, on another page.

    Args:
        part: The table.
        grid: What stands on the other page.
    """
    headings = [[normalise(cell) for cell in row if cell] for row in part.grid.header]
    rows = [[normalise(cell) for cell in row if cell] for row in grid.rows]
    for count in range(len(headings) - 1, 0, -1):
        if rows[:count] == headings[-count:]:
            del grid.rows[:count], grid.numbers[:count]
            return
