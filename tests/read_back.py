"""What was read, held against what was printed: every cell is equal, or open, or not read; never something else."""

from attrs import frozen

from govbudget import Disclosure, Report
from govbudget.disclosures import Cell, Row, Side
from govbudget.labels import normalise
from govbudget.rules import Severity
from published_tables import AMOUNT_LIKE, NOTHING, Disclosed, PrintedRow, PrintedSide, PrintedTable


@frozen
class Difference:
    """Something that was read and was not printed, or printed and silently not read.

    Args:
        what: "table", "unit", "row", "column", "cell" or "count".
        where: The table, row and column.
        printed: What was printed.
        read: What was read.
    """

    what: str
    where: str
    printed: str
    read: str


@frozen
class Shares:
    """How many printed figures were read back, are open, or were not read."""

    equal: int = 0
    open: int = 0
    unread: int = 0


def differences(disclosed: Disclosed, found: Disclosure) -> list[Difference]:
    """Everything that is silently different.

    Args:
        disclosed: What was printed.
        found: What was read of it.
    """
    printed = {table.title: table for table in disclosed.tables}
    told: list[Difference] = []
    for table in found.tables:
        origin = printed.get(table.title)
        if origin is None:
            told.append(Difference("table", table.title, "", str(len(table.sides))))
            continue
        if table.unit is not None and origin.unit and table.unit.value != origin.unit:
            told.append(Difference("unit", table.title, origin.unit, table.unit.value))
        if len(table.sides) != len(origin.sides):
            told.append(Difference("table", table.title, str(len(origin.sides)), str(len(table.sides))))
            continue
        for one, side in zip(origin.sides, table.sides, strict=True):
            told += _of_side(origin, one, side)
    coverage = found.coverage()
    if coverage.placed != sum(1 for table in found.tables for _ in table.cells()):
        told.append(Difference("count", "", "", str(coverage)))
    certain = all(_is_marked(cell) for cell in _figures(disclosed))
    extra = coverage.printed - disclosed.figures
    if certain and (extra < 0 or (extra > 0 and disclosed.manner.spoiled != AMOUNT_LIKE)):
        told.append(Difference("count", "", str(disclosed.figures), str(coverage)))
    return told


def shares(disclosed: Disclosed, found: Disclosure) -> Shares:
    """How many of the printed figures were read back, are open in a table that was read, or stand in none."""
    placed = sum(1 for table in found.tables for _ in table.cells())
    titles = {table.title for table in found.tables}
    inside = sum(table.figures for table in disclosed.tables if table.title in titles)
    return Shares(placed, max(inside - placed, 0), disclosed.figures - max(inside, placed))


def _figures(disclosed: Disclosed) -> list[str]:
    return [
        cell
        for table in disclosed.tables
        for side in table.sides
        for row in side.rows
        for cell in row.cells
        if cell not in NOTHING
    ]


def _is_marked(text: str) -> bool:
    return "." in text or "," in text


def _name(text: str) -> str:
    return normalise(text)


def _codes(row: PrintedRow) -> set[str]:
    return {row.code, *(label for label in row.labels if label.isdigit())} | (
        {""} if row.kind != "subject" else set()
    )


def _is(row: Row, printed: PrintedRow) -> bool:
    return _name(row.label) == _name(printed.name) and (row.code or "") in _codes(printed)


def _path(path: tuple[str, ...]) -> str:
    return "/".join(_name(part) for part in path)


def _of_side(table: PrintedTable, printed: PrintedSide, side: Side) -> list[Difference]:
    told: list[Difference] = []
    paths = [_path(path) for path in printed.paths]
    columns: dict[int, int] = {}
    for column in side.columns:
        path = _path(column.path)
        places = [
            j
            for j, one in enumerate(paths)
            if path == one or (path.endswith("/" + one) and path.split("/")[0] in table.tops)
        ]
        if len(places) != 1 and any(row[column.index] and row[column.index].figure for row in side.matrix):
            told.append(Difference("column", table.title, " ".join(paths), path))
        elif places:
            columns[column.index] = places[0]
    place = 0
    for row in side.rows:
        at = next((i for i in range(place, len(printed.rows)) if _is(row, printed.rows[i])), None)
        if at is None:
            told.append(
                Difference(
                    "row", table.title, " ".join(one.code + one.name for one in printed.rows), row.name
                )
            )
            continue
        place = at + 1
        for k in sorted(set(columns.values())):
            text = printed.rows[at].cells[k]
            cells = [side.matrix[row.index][j] for j, one in columns.items() if one == k]
            read = [
                cell.text.replace("\n", "") for cell in cells if cell is not None and cell.figure is not None
            ]
            is_open = any(cell is not None and cell.reason is not None for cell in cells)
            if not is_open and read != ([] if text in NOTHING else [text]):
                told.append(
                    Difference("cell", f"{table.title}: {row.name}, {paths[k]}", text, " ".join(read))
                )
    return told


def failing(report: Report) -> set[tuple[str, tuple[tuple[str, str, str], ...]]]:
    """The relations that fail as errors: the rule, and the cells by table, row and column.

    Args:
        report: The report of a check.
    """
    return {
        (
            finding.rule.id,
            tuple(
                sorted(
                    (term.origin.title, normalise(term.row.label), _path(term.column.path))
                    for term in finding.relation.terms
                    if isinstance(term, Cell)
                )
            ),
        )
        for finding in report.findings
        if finding.severity is Severity.ERROR
    }
