"""The headings of a list of indicators → which column holds what, for one list or for two side by side.

Beside levels, names and values a list may print natures (指标性质), units, weights, actual values, explanations and remarks; a heading
that is not known is kept as it is printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from govbudget.disclosures.forms import Period
from govbudget.labels import shown
from govbudget.vocabulary import form_words

Token = tuple[int, str]
"""A cell that is not blank, with its column."""

_OPENING = ("first", "second", "third", "value")
"""Headings of which the second print begins the second half."""
_BELOW = frozenset(("value", "whole", "nature", "sign", "unit", "weight", "actual", "explanation"))
_NOTES = frozenset(("weight", "actual", "sign", "implementation", "annual"))
_FURTHER = frozenset(("unit", "explanation"))


@frozen
class FormRow:
    """A printed row of a form; `is_text` marks a line of text between its parts, `ends_block` the last row above such a break."""

    line: int | None
    cells: tuple[str, ...]
    starts_block: bool = False
    is_text: bool = False
    ends_block: bool = False

    @property
    def is_at_break(self) -> bool:
        """Whether its table is broken above or below it, as pages break tables."""
        return self.starts_block or self.ends_block

    def tokens(self) -> list[Token]:
        """The cells that are not blank."""
        return [(i, cell) for i, cell in enumerate(self.cells) if cell]


@frozen
class Columns:
    """Where the cells of one half of a list stand.

    Args:
        of: The columns of levels, name, value, nature, unit and explanation.
        notes: The other columns, with their headings.
        heading: The heading of the value.
        period: What the values are for, where the headings say it.
    """

    of: dict[str, int]
    notes: dict[int, str] = field(factory=dict)
    heading: str = ""
    period: Period | None = None


@frozen
class Layout:
    """The heading of a list of indicators: the columns of its halves, and where the second half begins."""

    halves: tuple[Columns, ...]
    width: int
    second_half: int | None = None
    is_clear: bool = True
    """Whether it is known what each column holds; two values beside one name are not told apart."""
    is_wide: bool = False
    """Whether it has columns of which a row that is shifted cannot be read from left to right."""

    @property
    def columns(self) -> dict[str, int]:
        """The columns of the first half."""
        return self.halves[0].of

    @property
    def start(self) -> int:
        """The first column of the list; left of it stands at most what it is called."""
        return min(i for name, i in self.columns.items() if name in {"index", "first", "second", "third"})

    @property
    def extras(self) -> tuple[str, ...]:
        """What follows the value, in printed order."""
        return tuple(name for name in self.columns if name in _FURTHER)

    def heading(self, half: int) -> str:
        """Return the heading of the values of a half.

        Args:
            half: 0 or 1.
        """
        return shown(self.halves[min(half, len(self.halves) - 1)].heading)

    def period(self, half: int) -> Period:
        """Return what the values of a half are for: on the left all years, on the right the year.

        Args:
            half: 0 or 1.
        """
        stated = [one.period for one in self.halves]
        if Period.IMPLEMENTATION in stated:
            return stated[half] or Period.ANNUAL
        return Period.IMPLEMENTATION if self.second_half is not None and not half else Period.ANNUAL


def is_lower_heading(row: FormRow) -> bool:
    """Tell whether a row holds the lower parts of headings that are printed over two rows.

    Args:
        row: The row below the headings.
    """
    words = form_words()
    names = [words.heading(cell) for _, cell in row.tokens()]
    return len(names) > 1 and _BELOW.issuperset(names) and bool({"value", "nature", "sign"} & set(names))


def read_layout(row: FormRow, below: FormRow | None = None) -> Layout | None:
    """Return the layout that a row of headings states, or None if it is no such row.

    Args:
        row: The row.
        below: The row below it, which may go on with its headings.
    """
    words = form_words()
    if not any(words.heading(cell) == "third" for _, cell in row.tokens()):
        return None
    if below is not None and is_lower_heading(below):
        width = max(len(row.cells), len(below.cells))
        upper, lower = (one.cells + ("",) * (width - len(one.cells)) for one in (row, below))
        row = evolve(row, cells=tuple(low or up for up, low in zip(upper, lower, strict=True)))
    headings = [(i, words.heading(cell), cell) for i, cell in row.tokens()]
    headings = [one for one in headings if one[1] != "rows"]
    names = [name for _, name, _ in headings]
    if not {"first", "second"} & set(names):
        return None
    again = next((j for j, name in enumerate(names) if name in _OPENING and name in names[:j]), len(names))
    second = headings[again][0] if again < len(headings) else None
    left = _columns(row, headings[:again])
    if second is None:
        return _one_list(left, row)
    halves = (_settled(left), _settled(_columns(row, headings[again:])))
    is_clear = all("third" in one.of and "whole" not in one.of for one in halves)
    is_wide = any(_is_wide(one) or _FURTHER & one.of.keys() for one in halves)
    return Layout(halves, len(row.cells), second, is_clear, is_wide)


def _columns(row: FormRow, headings: Sequence[tuple[int, str | None, str]]) -> Columns:
    """Return the columns of a half; a heading of a sort that is there already is kept as a note.

    Of natures, a column of signs (符号) goes before one that may only tell numbers from words (指标性质).
    """
    start = min((i for i, name, _ in headings if name in {"first", "second", "third"}), default=0)
    signs = [i for i, name, _ in headings if name == "sign"]
    of: dict[str, int] = {"nature": signs[0]} if signs else {}
    notes: dict[int, str] = {}
    for i, name, cell in headings:
        if i in of.values():
            continue
        if name is None or name in _NOTES or name in of:
            if i > start:
                notes[i] = shown(cell)
        else:
            of[name] = i
    value = next((of[name] for name in ("value", "whole", "third") if name in of), None)
    return Columns(of, notes, "" if value is None else row.cells[value])


def _settled(columns: Columns) -> Columns:
    """Return the columns of a half whose only values are those for all years."""
    if "whole" not in columns.of or "value" in columns.of:
        return columns
    of = {("value" if name == "whole" else name): i for name, i in columns.of.items()}
    return evolve(columns, of=of, period=Period.IMPLEMENTATION)


def _is_wide(columns: Columns) -> bool:
    of = columns.of
    value = of.get("value", len(columns.of))
    is_before = of.get("explanation", value) < value or of.get("unit", value) < value
    return is_before or bool(columns.notes or {"nature", "index"} & of.keys())


def _one_list(columns: Columns, row: FormRow) -> Layout:
    """Return the layout of one list, whose names may have a value for all years beside that for the year."""
    columns, width = _settled(columns), len(row.cells)
    of = dict(columns.of)
    whole = of.pop("whole", None)
    if whole is None:
        is_clear = "value" in of or not _is_wide(columns)
        return Layout((columns,), width, None, is_clear, _is_wide(columns) or columns.period is not None)
    years = Columns({**of, "value": whole}, columns.notes, row.cells[whole], Period.IMPLEMENTATION)
    return Layout((years, evolve(columns, of=of)), width, width, is_wide=True)


def in_two_halves(layout: Layout, rows: Sequence[FormRow], start: int) -> Layout:
    """Return a layout with the second half that its headings do not state, if the rows below them print one.

    Args:
        layout: The layout, of one half.
        rows: The rows of the form.
        start: The first row below the headings.
    """
    words = form_words()
    for row in (rows[i] for i in range(start, len(rows))):
        if layout.is_wide or read_layout(row) is not None:
            break
        if sum(words.is_second(cell) for _, cell in row.tokens()) > 1:
            return evolve(layout, second_half=layout.width // 2)
    return layout
