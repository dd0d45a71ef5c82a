"""What the tables of single funds tell of the projects that they pay: the project expenditure of every subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govbudget.disclosures import Column, Side, Table
from govbudget.intervals import Figure
from govbudget.labels import normalise
from govbudget.reading.flat._evidence import is_like
from govbudget.reading.flat._sharing import Share, Shares
from govbudget.vocabulary import flat_words

PROJECT = "project"
"""The use of money that the projects are."""


def shares_of(
    columns: Sequence[Column],
    rows: Sequence[int],
    types: Mapping[int, str],
    funds: Sequence[Table],
    like: Figure,
) -> Iterator[Shares]:
    """Iterate over the columns of a table of projects that the table of a fund can part.

    Args:
        columns: The columns of the table.
        rows: Its rows that are projects.
        types: Their types, as far as they are printed.
        funds: The tables of funds that were read.
        like: A figure of the table; only figures of its unit and decimals count.
    """
    words = flat_words()
    for column in columns:
        sources = [source for label in column.path if (source := words.source(label)) is not None]
        kind = words.funds.get(sources[0]) if len(sources) == 1 else None
        tables = [one for one in funds if one.kind is not None and one.kind.key == kind]
        if len(tables) == 1 and len(tables[0].sides) == 1:
            shares = _shares(tables[0].sides[0], rows, types, like)
            if shares is not None:
                yield Shares(column.index, tuple(shares), tables[0].title)


def _shares(side: Side, rows: Sequence[int], types: Mapping[int, str], like: Figure) -> list[Share] | None:
    """Return the amounts that a fund spends on projects: by subject and type, or else by subject; None if some are open."""
    projects = {
        column.index: column for column in side.columns if PROJECT in map(flat_words().use, column.path)
    }
    sums = [b for b in side.columns.breakdowns if b.total in projects]
    totals, parts = {b.total for b in sums}, {j for b in sums for j in b.parts}
    names = {normalise(one.path[-1]): j for j, one in projects.items() if j not in totals}
    found = None
    if all(types.get(i) in names for i in rows):
        by_type = {j: frozenset(i for i in rows if types[i] == name) for name, j in names.items()}
        found = _by_subject(side, by_type, like)
    return found or _by_subject(side, {j: frozenset(rows) for j in projects if j not in parts}, like)


def _by_subject(side: Side, columns: Mapping[int, frozenset[int]], like: Figure) -> list[Share] | None:
    """Return the amounts of the subjects in some columns, each with the projects that may belong to it."""
    found: list[Share] = []
    sums = {b.total for b in side.rows.breakdowns}
    cells = [
        (side.cell(row.index, j), ones)
        for row in side.rows
        if row.index not in sums
        for j, ones in columns.items()
    ]
    for cell, ones in cells:
        if cell.reason is not None or (cell.figure is not None and not is_like(cell.figure, like)):
            return None
        if cell.figure is not None and cell.figure.coefficient:
            found.append(Share(cell.figure.coefficient, ones))
    return found or None
