"""Builders and views for the tests of reading: texts in, plain values out, so that a test can say what should be read."""

from govbudget import Report, check
from govbudget.disclosures import Column, Disclosure, Side, Table
from govbudget.labels import normalise
from govbudget.reading import read_text
from govbudget.rules.sums import SUMS


def tabs(*rows: str) -> str:
    """Turn rows written with bars into tab-separated lines: "项目 | 金额" → "项目⇥金额"."""
    return "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)


def markdown(*rows: str) -> str:
    """Turn rows written with bars into a Markdown table whose first row is the heading."""
    lines = ["| " + " | ".join(cell.strip() for cell in row.split("|")) + " |" for row in rows]
    rule = "|" + "---|" * (rows[0].count("|") + 1)
    return "\n".join([lines[0], rule, *lines[1:]])


def document(*rows: str, title: str = "2021年部门支出总体情况表", unit: str = "万元") -> str:
    """Return a text with one tab-separated table under a title and a unit."""
    return f"{title}\n\n单位：{unit}\n\n{tabs(*rows)}\n"


def read_one(*rows: str, title: str = "2021年部门支出总体情况表", unit: str = "万元") -> Table:
    """Read a text with one table, and insist that nothing else is found in it."""
    disclosure = read_text(document(*rows, title=title, unit=unit))
    assert not disclosure.unread, disclosure.unread
    (table,) = disclosure.tables
    return table


def side_of(*rows: str, title: str = "2021年部门支出总体情况表", unit: str = "万元") -> Side:
    """Read a text with one table of one side."""
    (side,) = read_one(*rows, title=title, unit=unit).sides
    return side


def path(column: Column) -> str:
    """Name a column by its headings in normal form: "基本支出/小计"."""
    return "/".join(map(normalise, column.path))


def columns(side: Side) -> list[str]:
    """Name the columns of a side."""
    return [path(column) for column in side.columns]


def column_sums(side: Side) -> dict[str, list[str]]:
    """Say which columns are sums of which others, by their names."""
    return _sums(side.columns, columns(side), of_which=False)


def column_bounds(side: Side) -> dict[str, list[str]]:
    """Say which columns bound which others ("其中")."""
    return _sums(side.columns, columns(side), of_which=True)


def optional_columns(side: Side) -> list[str]:
    """Name the columns that stand beside a total without surely being counted in it."""
    names = columns(side)
    return [names[i] for breakdown in side.columns.breakdowns for i in breakdown.optional]


def row_sums(side: Side) -> dict[str, list[str]]:
    """Say which rows are sums of which others, by code and label."""
    return _sums(side.rows, [row.name for row in side.rows], of_which=False)


def row_bounds(side: Side) -> dict[str, list[str]]:
    """Say which rows bound which others ("其中")."""
    return _sums(side.rows, [row.name for row in side.rows], of_which=True)


def _sums(axis, names, *, of_which) -> dict[str, list[str]]:
    found = {}
    for breakdown in axis.breakdowns:
        if breakdown.of_which is of_which:
            name = names[breakdown.total]
            while name in found:
                name += "'"
            found[name] = [names[i] for i in breakdown.parts]
    return found


def figures(side: Side) -> list[list[str | None]]:
    """Return the figures of a side as text, None where there is none."""
    return [
        [str(cell.figure) if cell is not None and cell.figure is not None else None for cell in row]
        for row in side.matrix
    ]


def texts(side: Side) -> list[list[str]]:
    """Return what the cells of a side print."""
    return [[cell.text if cell is not None else "" for cell in row] for row in side.matrix]


def labels(side: Side) -> list[str]:
    """Return the labels of the rows with their codes."""
    return [row.name for row in side.rows]


def parents(side: Side) -> dict[str, str | None]:
    """Say below which row each row stands."""
    names = [row.name for row in side.rows]
    return {row.name: None if row.parent is None else names[row.parent] for row in side.rows}


def titles(disclosure: Disclosure) -> list[str]:
    """Return the titles of the tables."""
    return [table.title for table in disclosure.tables]


def check_sums(scope: Disclosure | Table) -> Report:
    """Check the sums only: what else is wrong with invented tables does not matter here."""
    return check(scope, SUMS)
