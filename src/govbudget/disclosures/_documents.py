"""A disclosure: the tables, claims and indicators of one department or unit for one year."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from attrs import field, frozen

from govbudget.disclosures._coverage import Coverage
from govbudget.disclosures._resolutions import Resolution
from govbudget.disclosures._tables import Table
from govbudget.disclosures.forms import Indicator, OverallTargets, Project
from govbudget.disclosures.narrative import Claim, Narrative
from govbudget.exceptions import Notice, UsageError


class DisclosureKind(enum.Enum):
    """Whether a document plans a year or accounts for it."""

    BUDGET = "budget"
    FINAL_ACCOUNTS = "final_accounts"


@frozen
class Unread:
    """Something that looks like a table but was not read, kept for the user to see.

    Args:
        title: What it seems to be.
        reason: Why it was not read.
        lines: First and last line in the text.
        rows: Its rows as printed.
        numbers: How many numbers are printed in it, counted as `Coverage` says.
    """

    title: str
    reason: Notice
    lines: tuple[int, int] | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: int = 0


def _tables(items: Iterable[Table]) -> tuple[Table, ...]:
    tables = tuple(items) if isinstance(items, Iterable) else (items,)
    wrong = next((one for one in tables if not isinstance(one, Table)), tables)
    if wrong is not tables:
        msg = f"{wrong!r} is a {type(wrong).__name__}, not a table; give a list of what read_rows or read_records returned"
        raise UsageError(
            msg,
            zh=f"{wrong!r} 是 {type(wrong).__name__}，不是表；请给出 read_rows 或 read_records 所返回的表的列表",
        )
    return tables


def _year(value: int | None) -> int | None:
    if value is None or type(value) is int:
        return value
    msg = f"year is {value!r}, a {type(value).__name__}; give a number such as 2021"
    raise UsageError(msg, zh=f"year 是 {value!r}（{type(value).__name__}）；请给出数字，如 2021")


@frozen(eq=False)
class Disclosure:
    """What one department or unit published for one year.

    Args:
        tables: The tables that were recognised.
        source: The file or other origin.
        title: The title of the document.
        entity: The department or unit.
        year: The budget year.
        kind: Budget or final accounts.
        narrative: What the text outside the tables states.
        unread: What looks like a table but was not read.
        resolutions: How year and entity were found, where they are not recognised in its first lines.
    """

    tables: tuple[Table, ...] = field(
        default=(), converter=_tables, repr=lambda items: f"{len(items)} tables"
    )
    source: str | None = None
    title: str | None = None
    entity: str | None = None
    year: int | None = field(default=None, converter=_year)
    kind: DisclosureKind = DisclosureKind.BUDGET
    narrative: Narrative = field(factory=Narrative)
    unread: tuple[Unread, ...] = field(default=(), repr=False)
    resolutions: tuple[Resolution, ...] = field(default=(), repr=False)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of its performance forms."""
        return tuple(one for table in self.tables if table.form for one in table.form.indicators)

    @property
    def projects(self) -> tuple[Project, ...]:
        """The projects of its performance forms."""
        return tuple(one for table in self.tables if table.form for one in table.form.projects)

    @property
    def overall_targets(self) -> tuple[OverallTargets, ...]:
        """What its overall performance forms say beside their indicators."""
        forms = (table.form for table in self.tables if table.form)
        return tuple(form.overall for form in forms if form.overall)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures that the narrative states."""
        return self.narrative.claims

    def coverage(self) -> Coverage:
        """Return how many of the numbers that are printed in its tables were read."""
        unread = Coverage(parts=len(self.unread), unread=sum(part.numbers for part in self.unread))
        return sum((table.coverage() for table in self.tables), unread)

    def number(self, table: Table) -> int:
        """Return which table of the disclosure this is, counted from 1.

        Args:
            table: One of its tables.
        """
        return next(i for i, one in enumerate(self.tables, 1) if one is table)

    def may_continue(self, table: Table) -> bool:
        """Tell whether what follows a table has no title of a known kind, so that rows of the table may stand there.

        Args:
            table: One of its tables.
        """
        place = self.number(table)
        after = self.tables[place] if place < len(self.tables) else None
        begins = after.lines if after is not None else None
        for one in self.unread:
            if one.lines and table.lines and one.lines[0] > table.lines[1]:
                if begins is None or one.lines[0] < begins[0]:
                    return not one.title
                break
        return after is not None and after.kind is None

    def table(self, kind: str) -> Table | None:
        """Return the first table of a kind such as "revenue_summary", or None.

        Args:
            kind: The permanent name of a kind of table.
        """
        return next(
            (table for table in self.tables if table.kind is not None and table.kind.key == kind), None
        )
