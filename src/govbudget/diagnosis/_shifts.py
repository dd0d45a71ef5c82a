"""Rows whose figures stand one column off: proved by the sums of the row, by its economic subject, and by the sums down the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from govbudget.coordinates import Headings, headings_said
from govbudget.disclosures import Cell, Origin, Row, Side, Table
from govbudget.intervals import Rounding
from govbudget.labels import runs, shown
from govbudget.relations import Outcome, SumTree, Term, judge, judge_tree
from govbudget.rules.sums import column_sums, row_sums

Cells = Sequence[Cell | None]
_WAYS = {True: ("偏左一栏", "too far left"), False: ("偏右一栏", "too far right")}
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING, Outcome.NOT_APPLICABLE)


@frozen(eq=False)
class Shift:
    """The figures of a row stand in wrong columns: moved together, every sum of the row holds.

    Args:
        row: The row.
        columns: How many columns too far left the figures stand (negative: too far right).
        moved: The cells that stand wrong, from left to right.
    """

    row: Row
    columns: int
    moved: tuple[Cell, ...]

    @property
    def shifts(self) -> tuple[Shift]:
        """Itself, as a cause of several rows has them."""
        return (self,)

    @property
    def message(self) -> Mapping[str, str]:
        """What is wrong, by language."""
        zh, en = _WAYS[self.columns > 0]
        first, count = self.moved[0], len(self.moved)
        return {
            "zh": f"本行自“{first.column.name}”栏起的 {count} 个数疑{zh}：移正后本行各式均成立",
            "en": f"{count} figures of this row, from the column '{first.column.name}' on, seem to stand one column {en}: "
            "moved back, all sums of the row hold",
        }


@frozen(eq=False)
class ShiftedRows:
    """Figures of some rows stand in wrong columns, and a relation that is not of one of these rows alone fails for it.

    Args:
        origin: The table of the rows.
        shifts: The rows, in printed order, that are concerned.
    """

    origin: Origin
    shifts: tuple[Shift, ...]

    @property
    def statement(self) -> Mapping[str, str]:
        """Which rows they are and how they stand, by language."""
        left = {shift.columns > 0 for shift in self.shifts}
        zh, en = ("错位一栏", "off") if len(left) > 1 else _WAYS[left.pop()]
        title, lines = shown(self.origin.title), self._lines()
        rows = f"第 {'、'.join(lines)} 行" if lines else f"{len(self.shifts)} 行"
        places = (
            f"in line{'s' * (len(self.shifts) > 1)} {', '.join(lines)}"
            if lines
            else f"of {len(self.shifts)} row{'s' * (len(self.shifts) > 1)}"
        )
        return {
            "zh": f"《{title}》{rows}的数疑{zh}",
            "en": f"figures {places} of {title} seem to stand one column {en}",
        }

    def _lines(self) -> list[str]:
        """The lines of the rows, neighbours as ranges; none where a line is not known."""
        lines = [shift.row.line for shift in self.shifts]
        return [] if None in lines else runs(line for line in lines if line is not None)

    @property
    def message(self) -> Mapping[str, str]:
        """What is wrong, by language."""
        told = self.statement
        return {
            "zh": f"{told['zh']}：移正后本式成立",
            "en": f"{told['en']}: moved back, this relation holds, too",
        }


def gathered(causes: Iterable[Shift | ShiftedRows]) -> tuple[ShiftedRows, ...]:
    """Return the rows that causes speak of, together for every table.

    Args:
        causes: Causes of what fails in a document.
    """
    found: dict[Origin, dict[int, Shift]] = {}
    for shift in (shift for cause in causes for shift in cause.shifts):
        found.setdefault(shift.moved[0].origin, {})[id(shift.row)] = shift
    return tuple(
        ShiftedRows(origin, tuple(sorted(shifts.values(), key=_in_print))) for origin, shifts in found.items()
    )


def _in_print(shift: Shift) -> tuple[int, int]:
    return shift.row.line or 0, shift.row.index


def shift_of(
    side: Side, row: Row, *, said: Headings | None = None, rounding: Rounding = Rounding.HALF_UP
) -> Shift | None:
    """Return how the figures of a row are displaced, if moving some neighbours by one column explains all that fails in it.

    Args:
        side: The side of the table.
        row: A row of it.
        said: What the headings of the side say; where it is given, economic subjects have to stand in their own columns, too.
        rounding: How the document rounds.
    """
    if _is_sound(side, row, side.matrix[row.index], said, rounding):
        return None
    readings = list(_readings(side, row, said, rounding))
    if len({one.columns for one in readings}) != 1:
        return None
    first = readings[0]
    common = tuple(cell for cell in first.moved if all(cell in one.moved for one in readings))
    return evolve(first, moved=common) if common else None


def _readings(side: Side, row: Row, said: Headings | None, rounding: Rounding) -> Iterator[Shift]:
    """Iterate over the ways in which figures of a row may be moved by one column so that all of it holds."""
    cells = side.matrix[row.index]
    for columns in (1, -1):
        for start in range(1, len(cells)):
            found = _moved(cells, start, columns)
            if found is not None and _is_sound(side, row, found, said, rounding):
                pairs = zip(found, cells, strict=True)
                yield Shift(
                    row, columns, tuple(new for new, old in pairs if new is not None and new is not old)
                )


def _is_sound(side: Side, row: Row, cells: Cells, said: Headings | None, rounding: Rounding) -> bool:
    placed = said is None or _all_placed(said, row.index, cells)
    return placed and _all_hold(row_sums(side, row.index, cells), rounding)


def _moved(cells: Cells, start: int, columns: int) -> list[Cell | None] | None:
    """The cells from a column on, one to the right or left; None where a figure would be pushed over another or out."""
    if columns > 0:
        return None if cells[-1] is not None else [*cells[:start], None, *cells[start:-1]]
    return None if cells[start - 1] is not None else [*cells[: start - 1], *cells[start:], None]


def _all_hold(sums: SumTree, rounding: Rounding) -> bool:
    return all(j.outcome is Outcome.ROUNDING for j in judge_tree(sums, rounding=rounding).others)


def _all_placed(said: Headings, row: int, cells: Cells) -> bool:
    """Tell whether every figure that stands in the column of an economic category belongs there."""
    return all(
        said.is_own_column(row, column) is not False
        for column, cell in enumerate(cells)
        if cell is not None and cell.figure is not None
    )


def shifts_of(
    table: Table, side: Side, *, year: int | None = None, rounding: Rounding = Rounding.HALF_UP
) -> list[Shift]:
    """Return all displaced rows of a side, in printed order.

    Beside the rows that fail by themselves these are the totals of displaced rows: where the sums down the columns hold only if some figures
    of the total are moved, too, and its own sums allow that in one way only. A row is not displaced if a sum down a column holds as it is
    printed and would not with its figures moved: something else is wrong with it.

    Args:
        table: The table.
        side: One of its sides.
        year: The budget year, by whose chart names of subjects are resolved.
        rounding: How the document rounds.
    """
    said = headings_said(table, side, year)
    found = {
        row.index: one for row in side.rows if (one := shift_of(side, row, said=said, rounding=rounding))
    }
    ways = {one.columns for one in found.values()}
    for number, (total, parts) in enumerate(side.rows.hierarchy.sums) if len(ways) == 1 else ():
        if found.keys() & {total, *parts} and not _adds_up(repaired(side, found.values()), number, rounding):
            rest = [one for row, one in found.items() if row != total]
            tried = [
                one
                for one in _readings(side, side.rows[total], said, rounding)
                if one.columns in ways and _adds_up(repaired(side, [*rest, one]), number, rounding)
            ]
            if len({one.moved for one in tried}) == 1:
                found[total] = tried[0]
    while broken := [row for row in found if _breaks(side, list(found.values()), row, rounding)]:
        for row in broken:
            del found[row]
    return [found[row] for row in sorted(found)]


def _breaks(side: Side, shifts: Sequence[Shift], row: int, rounding: Rounding) -> bool:
    """Tell whether a sum down a column that a row takes part in holds as it is printed, and does not once all rows are moved."""
    before, after = (list(column_sums(one, frozenset)) for one in (side, repaired(side, shifts)))
    return any(
        judge(old.undoubted(number), rounding=rounding).outcome in _HOLDS
        and judge(new.undoubted(number), rounding=rounding).outcome not in _HOLDS
        for number, (total, parts) in enumerate(side.rows.hierarchy.sums)
        if row in {total, *parts}
        for old, new in zip(before, after, strict=True)
        if _differs(old.terms, new.terms, row)
    )


def _differs(printed: Sequence[Term | None], moved: Sequence[Term | None], row: int) -> bool:
    old, new = printed[row], moved[row]
    return (old.figure if old is not None else None) != (new.figure if new is not None else None)


def repaired(side: Side, shifts: Iterable[Shift]) -> Side:
    """Return a side with the figures of displaced rows where they belong.

    Args:
        side: The side.
        shifts: Its displaced rows.
    """
    matrix = list(side.matrix)
    for shift in shifts:
        cells = [None if cell in shift.moved else cell for cell in matrix[shift.row.index]]
        for cell in shift.moved:
            column = side.columns[cell.column.index + shift.columns]
            cells[column.index] = evolve(cell, column=column)
        matrix[shift.row.index] = tuple(cells)
    return evolve(side, matrix=tuple(matrix))


def _adds_up(side: Side, number: int, rounding: Rounding) -> bool:
    """Tell whether a total of rows holds in all columns."""
    trees = column_sums(side, frozenset)
    return all(judge(tree.undoubted(number), rounding=rounding).outcome in _HOLDS for tree in trees)
