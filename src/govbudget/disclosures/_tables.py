"""Tables: cells over an axis of rows and an axis of columns, each with the breakdowns that its headings state."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Generic, TypeVar

from attrs import field, frozen

from govbudget.amounts import Unit
from govbudget.disclosures._resolutions import Resolution
from govbudget.disclosures.forms import Form
from govbudget.exceptions import Notice
from govbudget.intervals import Figure
from govbudget.locations import Location
from govbudget.relations import Hierarchy, Reason
from govbudget.vocabulary import ColumnRole, TableKind


class Flow(enum.Enum):
    """What a side of a table shows."""

    REVENUE = "revenue"
    EXPENDITURE = "expenditure"


class RowKind(enum.Enum):
    """What a row is about."""

    TOTAL = "total"
    ORGANISATION = "organisation"
    GROUP = "group"
    SUBJECT = "subject"
    OUTLINE = "outline"
    PLAIN = "plain"
    DETAIL = "detail"


@frozen(eq=False)
class Row:
    """The heading of a row.

    Args:
        label: The label as printed, on one line.
        kind: What the row is about.
        index: Its place on the axis.
        position: Its place in the printed table, counted from 0.
        code: The assembled code (subject or organisation), if one is printed.
        codes: All assembled codes, such as a departmental and a governmental economic subject.
        labels: All label cells as printed.
        subjects: Subject codes with the names printed beside them (None where the name cell is about something else).
        parent: The index of the row above it in the hierarchy.
        line: The line of the text it was printed on.
        recovery: How its figures came to their columns, where the text had lost the blank cells between them.
    """

    label: str
    kind: RowKind
    index: int
    position: int
    code: str | None = None
    codes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    subjects: tuple[tuple[str, str | None], ...] = ()
    parent: int | None = None
    line: int | None = None
    recovery: Notice | None = None

    @property
    def name(self) -> str:
        """The label with its code, for messages."""
        return f"{self.code} {self.label}".strip() if self.code else self.label


@frozen(eq=False)
class Column:
    """The heading of a column.

    Args:
        path: The headings above it, outermost first, as printed.
        role: What its cells hold.
        index: Its place on the axis.
        position: Its place in the printed table, counted from 0.
        unit: The unit of its amounts.
        parent: The index of the column that is the total it belongs to.
    """

    path: tuple[str, ...]
    role: ColumnRole
    index: int
    position: int
    unit: Unit | None = None
    parent: int | None = None

    @property
    def label(self) -> str:
        """The innermost heading."""
        return self.path[-1] if self.path else ""

    @property
    def name(self) -> str:
        """All headings, for messages."""
        return " / ".join(self.path)


@frozen
class Breakdown:
    """One heading is broken down into others.

    Args:
        total: The index of the heading that is broken down.
        parts: The indices of its parts.
        of_which: Whether the parts are only some of it ("其中"), so that they merely do not exceed it.
        optional: Indices of further parts that some regions count and others do not.
    """

    total: int
    parts: tuple[int, ...]
    of_which: bool = False
    optional: tuple[int, ...] = ()


Heading = TypeVar("Heading")


@frozen(eq=False)
class Axis(Generic[Heading]):
    """The headings of one direction and how they break down.

    Args:
        headings: The headings in printed order.
        breakdowns: Which headings are totals of which others.
        hierarchy: The full breakdowns among them, as sums.

    Raises:
        RelationError: A heading is part of itself.
    """

    headings: tuple[Heading, ...]
    breakdowns: tuple[Breakdown, ...] = ()
    hierarchy: Hierarchy = field(init=False, repr=False)

    @hierarchy.default
    def _find_hierarchy(self) -> Hierarchy:
        return Hierarchy((b.total, b.parts) for b in self.breakdowns if not b.of_which and not b.optional)

    def __len__(self) -> int:
        return len(self.headings)

    def __iter__(self) -> Iterator[Heading]:
        return iter(self.headings)

    def __getitem__(self, index: int) -> Heading:
        return self.headings[index]


@frozen(eq=False)
class Origin:
    """Where a table comes from; shared by its cells.

    Args:
        source: The file or other origin.
        title: The table's title.
    """

    source: str | None
    title: str


@frozen(eq=False)
class Cell:
    """One cell: what is printed, the figure it stands for, and its place.

    Args:
        text: What is printed; empty for a blank cell.
        figure: The figure, or None for a blank, a dash, or text.
        row: The heading of its row.
        column: The heading of its column.
        origin: The table.
        reason: Why a cell without figure is not simply blank: unreadable, absent, or of contradictory unit; or that its
            row is short, so that the figure may belong elsewhere.
    """

    text: str
    figure: Figure | None = field(repr=False)
    row: Row = field(repr=lambda row: row.name)
    column: Column = field(repr=lambda column: column.name)
    origin: Origin = field(repr=lambda origin: origin.title)
    reason: Reason | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed, or a dash: no amount, which is not the same as an amount of zero."""
        return self.figure is None and self.reason is None

    @property
    def location(self) -> Location:
        """Where the cell is printed."""
        return Location(self.origin.source, self.origin.title, self.row.name, self.column.name, self.row.line)


@frozen(eq=False)
class RowLabel:
    """The label of a row as the subject of a fact, such as a code with its name.

    Args:
        row: The row.
        origin: The table.
    """

    row: Row
    origin: Origin

    @property
    def figure(self) -> None:
        """A label has no figure."""
        return

    @property
    def location(self) -> Location:
        """Where the label is printed."""
        return Location(self.origin.source, self.origin.title, self.row.name, None, self.row.line)


@frozen(eq=False)
class Caption:
    """The title of a table, or what a document lacks, as the subject of a fact.

    Args:
        origin: The table, or the document.
        line: The line of the text that the table begins on.
    """

    origin: Origin
    line: int | None = None

    @property
    def figure(self) -> None:
        """A title has no figure."""
        return

    @property
    def location(self) -> Location:
        """Where the title is printed."""
        return Location(self.origin.source, self.origin.title or None, None, None, self.line)


@frozen(eq=False)
class Side:
    """One matrix of a table. Most tables have one side; 收入 | 支出 tables have two or three.

    Args:
        origin: The table.
        rows: The axis of rows.
        columns: The axis of columns; label columns are not among them.
        matrix: The cells by row and column; None for a blank cell.
        flow: Whether it shows revenue or expenditure, if known.
    """

    origin: Origin = field(repr=lambda origin: origin.title)
    rows: Axis[Row] = field(repr=lambda axis: f"{len(axis)} rows")
    columns: Axis[Column] = field(repr=lambda axis: f"{len(axis)} columns")
    matrix: tuple[tuple[Cell | None, ...], ...] = field(repr=False)
    flow: Flow | None = None

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell by its indices; a blank cell is made when asked for.

        Args:
            row: Index of the row.
            column: Index of the column.
        """
        found = self.matrix[row][column]
        if found is None:
            return Cell("", None, self.rows[row], self.columns[column], self.origin)
        return found

    def last_branch(self) -> frozenset[int]:
        """Return the rows to which rows missing below the last one may belong: it, those above it, and the totals."""
        reach = {row.index for row in self.rows if row.kind is RowKind.TOTAL}
        last: int | None = len(self.rows) - 1
        while last is not None and last >= 0:
            reach.add(last)
            last = self.rows[last].parent
        return frozenset(reach)

    def figures(self) -> Iterator[Cell]:
        """Iterate over the cells that hold a figure."""
        return (cell for row in self.matrix for cell in row if cell is not None and cell.figure is not None)


@frozen(eq=False)
class Table:
    """A published table.

    Args:
        origin: Source and title.
        kind: What kind of table it is, None if its title is not known.
        units: The units that it states; more than one is a contradiction.
        sides: Its matrices; a form of texts has none.
        raw: The rows of a form, as printed.
        notes: Remarks below it.
        lines: First and last line in the text.
        problems: What was noticed while reading it, for the reader of the report.
        form: What was read from a form.
        resolutions: How what was ambiguous in it was resolved.
        entity: The department or unit that a line above it names, such as 编制单位：某局; None if none does.
    """

    origin: Origin
    kind: TableKind | None = field(default=None, repr=lambda kind: kind.key if kind else "None")
    units: tuple[Unit, ...] = ()
    sides: tuple[Side, ...] = ()
    raw: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = field(default=(), repr=False)
    lines: tuple[int, int] | None = None
    problems: tuple[Notice, ...] = ()
    form: Form | None = field(default=None, repr=False)
    resolutions: tuple[Resolution, ...] = field(default=(), repr=False)
    entity: str | None = field(default=None, repr=False)

    @property
    def title(self) -> str:
        """The title as printed."""
        return self.origin.title

    @property
    def unit(self) -> Unit | None:
        """The unit of its amounts, or None if it states none or several."""
        return self.units[0] if len(self.units) == 1 else None

    @property
    def is_form(self) -> bool:
        """Whether it is a form of texts and targets."""
        return self.kind is not None and self.kind.is_form

    @property
    def is_empty(self) -> bool:
        """Whether it is a matrix in which no figure is printed."""
        cells = (cell for side in self.sides for row in side.matrix for cell in row if cell is not None)
        return bool(self.sides) and all(not cell.text.strip("-—–－") for cell in cells)

    def cells(self) -> Iterator[Cell]:
        """Iterate over all cells that hold a figure."""
        return (cell for side in self.sides for cell in side.figures())
