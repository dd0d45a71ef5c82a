"""Rows of a grid as they were printed: names broken over rows, amounts in a row of their own, labels beside their column."""

from __future__ import annotations

from itertools import pairwise

from govbudget.disclosures import Aspect
from govbudget.exceptions import Notice
from govbudget.labels import normalise, shown
from govbudget.reading.extracted._grids import Grid
from govbudget.reading.pages._outline import outline_of
from govbudget.reading.tables._headers import is_figure
from govbudget.vocabulary import ColumnRole, Shape, meanings, vocabulary


class Repair:
    """The repairs of one grid."""

    def __init__(self, grid: Grid, shape: Shape) -> None:
        self.grid = grid
        self.kinds = [kind.key for kind in shape.kinds]
        self.roles = [column.role for column in shape.columns]
        self.labels = [j for j, role in enumerate(self.roles) if role.is_label]
        self.figures = [j for j, role in enumerate(self.roles) if not role.is_label]

    def run(self) -> None:
        """Make all repairs."""
        self._move_labels()
        self._join_centred()
        self._join_broken()
        if self._starts_sides() == 1:
            self._join_amounts()
            self._raise_groups()

    def _starts_sides(self) -> int:
        """How many sides the table has."""
        return sum(b.is_label and (not i or not self.roles[i - 1].is_label) for i, b in enumerate(self.roles))

    def _known(self, text: str) -> bool:
        """Tell whether a label is known as one of such tables."""
        words, label = vocabulary(), outline_of(normalise(text)).label
        names = (
            words.functional_categories
            | words.economic_categories
            | words.kinds_of_expenditure
            | words.carried
        )
        known = meanings()
        return (
            label in names
            or words.is_total(label)
            or any(known.of_heading(label, kind) is not None for kind in self.kinds)
        )

    def _filled(self, row: int) -> list[int]:
        return [j for j, cell in enumerate(self.grid.rows[row]) if cell]

    def _drop(self, row: int) -> None:
        del self.grid.rows[row], self.grid.numbers[row]
        self.grid.open = {k - (k > row): found for k, found in self.grid.open.items() if k != row}

    def _move_labels(self) -> None:
        """Words in a column of amounts belong to the blank label beside it: a label merged over both."""
        for number, row in enumerate(self.grid.rows):
            for j in self.figures:
                left = j - 1
                if (
                    left in self.labels
                    and row[j]
                    and not row[left]
                    and self._known(row[j])
                    and not is_figure(row[j])
                ):
                    row[left], row[j] = row[j], ""
                    self.grid.note(
                        Aspect.CELLS,
                        Notice(
                            f"“{row[left]}”归入左边的名称栏",
                            f"{row[left]} is put in the column of names to its left",
                        ),
                        Notice(
                            "它是名称，而该行名称栏空白", "it is a name, and the name of the row is blank"
                        ),
                        number,
                    )

    def _join_centred(self) -> None:
        """A name in two lines beside a row of one line: its halves stand above and below that row."""
        number = 1
        while number < len(self.grid.rows) - 1:
            above, below = self._filled(number - 1), self._filled(number + 1)
            rows, here = self.grid.rows, self._filled(number)
            if (
                above == below
                and here
                and set(above) <= set(self.labels)
                and not set(above) & set(here)
                and all(self._known(rows[number - 1][j] + rows[number + 1][j]) for j in above)
            ):
                for j in above:
                    rows[number][j] = rows[number - 1][j] + rows[number + 1][j]
                    self._note_name(rows[number][j], number)
                self._drop(number + 1)
                self._drop(number - 1)
            else:
                number += 1

    def _join_broken(self) -> None:
        """A row that holds nothing but the rest of names in the row above it."""
        number = 1
        while number < len(self.grid.rows):
            rest, above = self.grid.rows[number], self.grid.rows[number - 1]
            filled = self._filled(number)
            if set(filled) <= set(self.labels) and all(self._completes(above[j], rest[j]) for j in filled):
                for j in filled:
                    above[j] += rest[j]
                    self._note_name(above[j], number - 1)
                self._drop(number)
            else:
                number += 1

    def _completes(self, name: str, rest: str) -> bool:
        return bool(name) and not outline_of(normalise(rest)).rank and self._known(name + rest)

    def _note_name(self, name: str, row: int) -> None:
        self.grid.note(
            Aspect.ROWS,
            Notice(f"断开的名称合并为“{shown(name)}”", f"a name broken over rows is joined: {shown(name)}"),
            Notice("合并后是已知名称", "joined it is a known name"),
            row,
        )

    def _join_amounts(self) -> None:
        """An amount in a row of its own belongs to the only neighbour that has a code or is a total and lacks its amount."""
        number = 0
        while number < len(self.grid.rows):
            filled = self._filled(number)
            if (
                filled
                and set(filled) <= set(self.figures)
                and all(is_figure(self.grid.rows[number][j]) for j in filled)
            ):
                owner = self._owner(number)
                if owner is not None:
                    for j in filled:
                        self.grid.rows[owner][j] = self.grid.rows[number][j]
                    self.grid.note(
                        Aspect.ROWS,
                        Notice(
                            "另起一行的金额归入此行", "the amount in a row of its own belongs to this row"
                        ),
                        Notice(
                            "相邻各行中只有此行有名称而无金额",
                            "of its neighbours only this row has a name and no amount",
                        ),
                        owner,
                    )
                    self._drop(number)
                    continue
            number += 1

    def _owner(self, number: int) -> int | None:
        neighbours = [k for k in (number - 1, number + 1) if 0 <= k < len(self.grid.rows)]
        lacking = [k for k in neighbours if self._lacks_amount(k)]
        return lacking[0] if len(lacking) == 1 else None

    def _lacks_amount(self, row: int) -> bool:
        filled = self._filled(row)
        cells = self.grid.rows[row]
        has_code = any(cells[j] for j in self.labels if self.roles[j] is ColumnRole.SUBJECT_CODE)
        is_total = any(vocabulary().is_total(cells[j]) for j in self.labels)
        return bool(filled) and set(filled) <= set(self.labels) and (has_code or is_total)

    def _raise_groups(self) -> None:
        """A name merged downwards stands at the middle of its rows; it belongs to the subtotal that opens them."""
        if len(self.labels) != 2 or ColumnRole.SUBJECT_CODE in self.roles:
            return
        outer, inner = self.labels
        rows = self.grid.rows
        opens = [k for k, row in enumerate(rows) if normalise(row[inner]) == "小计"]
        for start, stop in pairwise([*opens, len(rows)]):
            named = [k for k in range(start, stop) if rows[k][outer]]
            if len(named) == 1 and named[0] != start:
                rows[start][outer], rows[named[0]][outer] = rows[named[0]][outer], ""
                self.grid.note(
                    Aspect.ROWS,
                    Notice(
                        f"“{rows[start][outer]}”归入其小计行",
                        f"{rows[start][outer]} belongs to the row of its subtotal",
                    ),
                    Notice(
                        "这组行只有这一个名称，印在中间",
                        "it is the only name of these rows and stands at their middle",
                    ),
                    start,
                )
        empty = [k for k in range(len(rows)) if not any(rows[k])]
        for row in reversed(empty):
            self._drop(row)
