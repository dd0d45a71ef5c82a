"""Numbers of the rows of one side → the columns they stand in: what fits the sums of the row and those of the table.

Unique: the cells are placed and the row says why. Several: what all of them agree on is placed, the rest stays open. None: one number
too many is looked for, which fits no column; else the row stays open and is reported, or the fewest rows that can be wrong are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import Factory, define, evolve, frozen

from govbudget.disclosures import Breakdown
from govbudget.exceptions import Notice
from govbudget.reading.flat._column_totals import Choices, Values, choose
from govbudget.reading.flat._misfits import Misfit, find_misfits, is_explained, said_of
from govbudget.reading.flat._placements import ColumnSums, Placement, placements
from govbudget.reading.flat._sharing import Shares, settled
from govbudget.reading.pages._effort import Effort

MAX_STEPS = 120_000
"""So many steps are taken to place the numbers of all rows of a table."""

Limits = tuple[int | None, ...]


@frozen
class Task:
    """What is known of a side.

    Args:
        numbers: The numbers of every row, in printed order.
        sums: Which columns are sums of which others.
        breakdowns: Which rows are sums of which others.
        limits: For every row and column the most that can stand there, as far as other tables tell.
        texts: The numbers of every row as printed.
        names: What the rows are called, for messages.
        seen: For every row in which columns its numbers are seen to stand, as far as the layout shows.
        faults: Why the numbers of some rows cannot be read, by row.
        shares: Into what some columns can be parted, as other tables tell.
    """

    numbers: Sequence[tuple[int, ...]]
    sums: ColumnSums
    breakdowns: Sequence[Breakdown]
    limits: Sequence[Limits]
    texts: Sequence[tuple[str, ...]]
    names: Sequence[Notice]
    seen: Sequence[tuple[int | None, ...]] = ()
    faults: Mapping[int, Notice] = Factory(dict)
    shares: Sequence[Shares] = ()


@frozen
class RowResult:
    """Where the numbers of a row stand.

    Args:
        cells: For every column the place of its number in the row; None for a blank or an open cell.
        open_columns: The columns that stay open.
        notice: How this was found; None for a row that prints all its cells.
    """

    cells: Placement
    open_columns: frozenset[int] = frozenset()
    notice: Notice | None = None


@frozen
class _Candidate:
    placement: Placement
    stray: int | None = None


@define
class _Row:
    """A row with its candidates by their values; None if they are unknown."""

    numbers: tuple[int, ...]
    candidates: dict[Values, _Candidate] | None
    by_limits: bool = False
    """Whether other tables had to tell which columns can hold something."""
    is_stray: bool = False
    told_by: str = ""
    """The table that tells into which amounts a column can be parted, if that had to settle the row."""
    by_layout: bool = False
    """Whether the layout had to show which columns hold something."""


@define
class _Recovery:
    task: Task
    effort: Effort = Factory(lambda: Effort(MAX_STEPS))
    known: dict[tuple[tuple[int, ...], Limits, tuple[int | None, ...]], _Row] = Factory(dict)

    def row(self, number: int) -> _Row:
        """Return a row with its candidates; rows that print the same numbers share them."""
        if number in self.task.faults:
            return _Row((), None)
        seen = self.task.seen[number] if self.task.seen else ()
        key = (self.task.numbers[number], self.task.limits[number], seen)
        if key not in self.known:
            self.known[key] = self._row(*key)
        return self.known[key]

    def _row(self, numbers: tuple[int, ...], limits: Limits, seen: tuple[int | None, ...]) -> _Row:
        sums = self.task.sums
        free = (None,) * sums.width
        is_full = len(numbers) == sums.width
        plain = placements(numbers, sums, free, self.effort)
        if not is_full and (plain is None or len(plain) > 1) and _is_seen(seen, plain):
            placed = placements(numbers, sums, free, self.effort, seen)
            if placed:
                return _Row(numbers, _by_values(numbers, placed), by_layout=True)
        if is_full or (plain is not None and len(plain) == 1):
            return _Row(numbers, _by_values(numbers, plain or ()))
        limited = placements(numbers, sums, limits, self.effort)
        if limited:
            fewer = plain is None or len(limited) < len(plain)
            return _Row(numbers, _by_values(numbers, limited), by_limits=fewer)
        if plain or plain is None:
            return _Row(numbers, _by_values(numbers, plain) if plain is not None else None)
        return self._without_one(numbers, limits)

    def contradicts_itself(self, number: int) -> bool:
        """Tell whether a row prints a number in every column and does not add up."""
        numbers, sums = self.task.numbers[number], self.task.sums
        return len(numbers) == sums.width and not all(sums.hold(b, numbers) for b in sums.breakdowns)

    def without_one(self, number: int) -> _Row:
        """Return a row with the candidates that leave out one of its numbers.

        Args:
            number: Which row.
        """
        return self._without_one(self.task.numbers[number], self.task.limits[number])

    def _without_one(self, numbers: tuple[int, ...], limits: Limits) -> _Row:
        found: dict[Values, _Candidate] = {}
        for i in range(len(numbers)):
            rest = (*numbers[:i], *numbers[i + 1 :])
            left = placements(rest, self.task.sums, limits, self.effort) if rest else []
            if left is None:
                return _Row(numbers, None)
            for one in left:
                shifted = tuple(k + 1 if k is not None and k >= i else k for k in one)
                values = tuple(numbers[k] if k is not None else None for k in shifted)
                if all(self.task.sums.hold(b, values) for b in self.task.sums.breakdowns):
                    found.setdefault(values, _Candidate(shifted, i))
        return _Row(numbers, found, is_stray=bool(found))


def _is_seen(seen: tuple[int | None, ...], found: Sequence[Placement] | None) -> bool:
    """Whether the layout shows where every doubtful number stands, and those beside it, so that nothing is displaced."""
    if found is None or not seen:
        return bool(seen) and None not in seen
    stands = [{one.index(k) for one in found} for k in range(len(seen))]
    doubtful = [k for k, columns in enumerate(stands) if len(columns) > 1]
    return all(seen[k] is not None for i in doubtful for k in range(max(i - 1, 0), min(i + 2, len(seen))))


def _by_values(numbers: tuple[int, ...], found: Sequence[Placement]) -> dict[Values, _Candidate]:
    return {tuple(numbers[k] if k is not None else None for k in one): _Candidate(one) for one in found}


def recover(task: Task) -> tuple[list[RowResult], list[Notice]]:
    """Return where the numbers of all rows stand, and what was noticed.

    Args:
        task: The rows of a side and the sums among them.
    """
    search = _Recovery(task)
    rows = [search.row(i) for i in range(len(task.numbers))]
    rows, choices, misfits = _explained(search, rows)
    rows, choices = _settled(task, rows, choices)
    confirmed = {i for b in choices.confirmed for i in (b.total, *b.parts)}
    results: list[RowResult] = []
    problems: list[Notice] = []
    left: list[Notice] = []
    for i, row in enumerate(rows):
        result, problem = _result(row, choices.rows[i], task, i, is_confirmed=i in confirmed)
        results.append(result)
        if problem is not None:
            problems.append(_said(task.names[i], problem))
        elif result.open_columns:
            left.append(task.names[i])
    problems += [*_of_sums(choices, task), *_of_misfits(misfits, task)]
    return results, problems + ([_left_open(left)] if left else [])


def _explained(search: _Recovery, rows: list[_Row]) -> tuple[list[_Row], Choices, list[Misfit]]:
    """Choose the values of all rows; where sums hold for no choice, one number too many in one row may be why."""
    breakdowns = search.task.breakdowns
    choices = choose(_values(rows), breakdowns)
    wrong = [i for i in range(len(rows)) if search.contradicts_itself(i)]
    misfits: list[Misfit] = []
    for misfit in find_misfits(_values(rows), breakdowns, choices.conflicts, wrong):
        strays = [
            (i, row)
            for i, row in ((one[0], search.without_one(one[0])) for one in misfit.sets if len(one) == 1)
            if row.is_stray and is_explained(_values([*rows[:i], row, *rows[i + 1 :]]), breakdowns, misfit)
        ]
        if len(strays) == 1:
            rows = [strays[0][1] if i == strays[0][0] else row for i, row in enumerate(rows)]
        else:
            misfits.append(misfit)
    return rows, choose(_values(rows), breakdowns), misfits


def _settled(task: Task, rows: list[_Row], choices: Choices) -> tuple[list[_Row], Choices]:
    """Settle rows by the amounts into which other tables part their columns, if all sums still hold."""
    for shares in task.shares:
        left = settled(choices.rows, task.breakdowns, shares)
        tried = choose([left.get(i, values) for i, values in enumerate(choices.rows)], task.breakdowns)
        if len(tried.conflicts) == len(choices.conflicts):
            rows = [evolve(row, told_by=shares.title) if i in left else row for i, row in enumerate(rows)]
            choices = tried
    return rows, choices


def _values(rows: Sequence[_Row]) -> list[list[Values] | None]:
    return [list(row.candidates) if row.candidates else None for row in rows]


def _of_misfits(misfits: Sequence[Misfit], task: Task) -> list[Notice]:
    return [
        said_of(one, lambda i: task.names[i])
        for one in misfits
        if one.sets and any(_prints_less(b, task) for b in one.conflicts)
    ]


def _prints_less(breakdown: Breakdown, task: Task) -> bool:
    """Whether a row of a sum prints fewer numbers than the table has columns, so that the reader had to place them."""
    return bool(task.numbers[breakdown.total]) and any(
        len(task.numbers[i]) < task.sums.width for i in (breakdown.total, *breakdown.parts)
    )


def _left_open(names: list[Notice]) -> Notice:
    first = names[0]
    return Notice(
        f"{len(names)} 行的数有多种放法，未定；第一处是{first.zh}",
        f"the numbers of {len(names)} rows can be placed in several ways and are left open, first in {first.en}",
    )


def _said(name: Notice, what: Notice) -> Notice:
    return Notice(f"{name.zh}：{what.zh}", f"{name.en}: {what.en}")


def _of_sums(choices: Choices, task: Task) -> list[Notice]:
    found = [
        _said(
            task.names[b.total],
            Notice(
                f"其下 {len(b.parts)} 行怎样放都不等于它",
                f"the {len(b.parts)} rows below it add up to it in no placement",
            ),
        )
        for b in choices.conflicts
        if _prints_less(b, task)
    ]
    return found + [
        _said(
            task.names[b.total],
            Notice(
                f"其下 {len(b.parts)} 行的放法太多，未逐一试过",
                f"the {len(b.parts)} rows below it have too many placements to try them all",
            ),
        )
        for b in choices.given_up
    ]


def _result(
    row: _Row, values: list[Values] | None, task: Task, number: int, *, is_confirmed: bool
) -> tuple[RowResult, Notice | None]:
    width, count = task.sums.width, len(row.numbers)
    if number in task.faults:
        told = task.faults[number]
        return RowResult((None,) * width, frozenset(range(width)), told), told
    if not row.numbers:
        return RowResult((None,) * width), None
    candidates = [row.candidates[one] for one in values or ()] if row.candidates is not None else []
    if not candidates or (row.is_stray and (len(candidates) > 1 or not is_confirmed)):
        told = _unfit(count, width, is_stray=bool(candidates), is_known=row.candidates is not None)
        result = RowResult((None,) * width, frozenset(range(width)), told)
        return result, told if row.candidates is not None else None
    if len(candidates) > 1:
        return _undecided(candidates, count), None
    (only,) = candidates
    if only.stray is not None:
        told = _stray(task.texts[number][only.stray], only.stray + 1)
        return RowResult(only.placement, notice=told), told
    return RowResult(only.placement, notice=_reason(row, task) if count < width else None), None


def _unfit(count: int, width: int, *, is_stray: bool, is_known: bool) -> Notice:
    if not is_known:
        return Notice(
            f"{count} 个数放进 {width} 栏的放法太多，未定",
            f"its {count} numbers can be placed in the {width} columns in too many ways: left open",
        )
    if is_stray:
        return Notice(
            f"{count} 个数放不进 {width} 栏；去掉一个才行，去掉哪个未定",
            f"its {count} numbers do not fit the {width} columns unless one is left out: left open",
        )
    return Notice(
        f"{count} 个数放不进 {width} 栏，未定",
        f"its {count} numbers do not fit the {width} columns: left open",
    )


def _undecided(candidates: list[_Candidate], count: int) -> RowResult:
    columns = list(zip(*(one.placement for one in candidates), strict=True))
    is_open = frozenset(j for j, places in enumerate(columns) if len(set(places)) > 1)
    cells = tuple(None if j in is_open else places[0] for j, places in enumerate(columns))
    told = Notice(
        f"{count} 个数有 {len(candidates)} 种放法，未定",
        f"its {count} numbers can be placed in {len(candidates)} ways: left open",
    )
    return RowResult(cells, is_open, told)


def _stray(text: str, place: int) -> Notice:
    return Notice(
        f"第 {place} 个数 {text} 多余：它不属于任何一栏，其余各数与本行及各行之和相符",
        f"number {place}, {text}, is one too many: it belongs to no column, and all others agree with the sums of row and columns",
    )


def _reason(row: _Row, task: Task) -> Notice:
    count, width = len(row.numbers), task.sums.width
    ways = len(row.candidates or ())
    if row.told_by:
        return Notice(
            f"{count} 个数有 {ways} 种放法合于本行，只有一种能使各项目合计为《{row.told_by}》各科目的金额",
            f"of {ways} placements of its {count} numbers, one lets the projects add up to the subjects of {row.told_by}",
        )
    if ways > 1:
        return Notice(
            f"{count} 个数有 {ways} 种放法合于本行，只有一种合于各行之和",
            f"of {ways} placements of its {count} numbers that agree with the row, one agrees with the totals",
        )
    if row.by_layout:
        return Notice(
            f"{count} 个数按版面位置各在其栏，合于本行",
            f"its {count} numbers stand below their headings, and agree with the row",
        )
    if row.by_limits:
        return Notice(
            f"{count} 个数只有一种放法合于本行及其他表所列",
            f"one placement of its {count} numbers agrees with the row and with other tables",
        )
    return Notice(
        f"{count} 个数放进 {width} 栏，只有一种放法合于本行",
        f"its {count} numbers fit the {width} columns in one way only",
    )
