"""Rows of lists with many columns (natures, units, weights, remarks) → names with what is printed beside them.

Every cell is read in the column of its heading. A row that lost cells, or whose cells are shifted, is read at the one distance from
the headings at which every cell is what its column holds; if it fits at several, it is not read.
"""

from __future__ import annotations

from attrs import define, field

from govbudget.reading.forms._layouts import Columns, FormRow, Layout, Token
from govbudget.vocabulary import form_words

_FARTHEST = 2
"""So many columns a row may be shifted to the right of its headings."""
_LONGEST_NATURE = 6
_SIGNS = ("≥", "≤", "＞", "＜", ">", "<", "=", "＝", "≧", "≦")


class UnclearRowError(Exception):
    """A row of a list of indicators cannot be read in one way only."""


@define
class Draft:
    """One half of a printed row: a name with its value, and where it stands."""

    row: FormRow
    half: int
    name: str
    column: int
    target: str = ""
    unit: str | None = None
    explanation: str | None = None
    nature: str | None = None
    extras: dict[str, str] = field(factory=dict)
    levels: tuple[str, str] = ("", "")
    is_odd: bool = False
    """Whether a level stands in the column of another, or a merged cell is printed twice."""


@define
class Half:
    """The cells of one half of a row after its levels are taken off."""

    first: str | None = None
    second: str | None = None
    rest: list[Token] = field(factory=list)
    is_odd: bool = False
    draft: Draft | None = None


@define
class _Cells:
    """The cells of one half of a row, at some distance from their headings."""

    columns: Columns
    row: FormRow
    shift: int

    def at(self, name: str) -> str:
        """Return what is printed in a column, "" if the list has none of that name."""
        return self.cell(self.columns.of[name]) if name in self.columns.of else ""

    def cell(self, column: int) -> str:
        """Return what is printed below a heading."""
        i = column + self.shift
        return self.row.cells[i] if 0 <= i < len(self.row.cells) else ""

    def is_bare(self) -> bool:
        """Tell whether it holds neither a name nor a value."""
        return not any(map(self.at, ("third", "value", "nature", "unit", "explanation")))

    def fits(self) -> bool:
        """Tell whether every cell is what its column holds."""
        words = form_words()
        name, value, nature, unit = map(self.at, ("third", "value", "nature", "unit"))
        is_sure = bool(nature) and words.nature(nature) is not None
        if not is_sure and (_is_level(name) or _is_level(value) or not _may_be_nature(nature)):
            return False
        if self.shift and not (value and (is_sure or "nature" not in self.columns.of)):
            return False
        if not _is_name(name) or words.nature(value) is not None or _is_number(unit):
            return False
        weights = (
            self.cell(i) for i, heading in self.columns.notes.items() if words.heading(heading) == "weight"
        )
        return all(not text or words.is_term("points", text) for text in weights)

    def draft(self, half: int) -> Draft | None:
        """Return the indicator of the half."""
        name = self.at("third")
        if not name:
            return None
        draft = Draft(self.row, half, name, self.columns.of["third"] + self.shift, self.at("value"))
        draft.unit, draft.explanation, draft.nature = (
            self.at(key) or None for key in ("unit", "explanation", "nature")
        )
        for i, heading in self.columns.notes.items():
            if text := self.cell(i):
                draft.extras[heading] = f"{draft.extras[heading]} {text}" if heading in draft.extras else text
        return draft


def _is_level(cell: str) -> bool:
    return form_words().is_first(cell) or form_words().is_second(cell)


def _is_number(cell: str) -> bool:
    return form_words().is_term("points", cell) and any(map(str.isdigit, cell))


def _may_be_nature(cell: str) -> bool:
    """Tell whether a cell can be a nature that is not known: a short word."""
    return len(cell) <= _LONGEST_NATURE and not any(map(str.isdigit, cell))


def _is_name(cell: str) -> bool:
    """Tell whether a cell can name an indicator: it holds letters, and does not begin as a value does."""
    return form_words().nature(cell) is None and any(map(str.isalpha, cell)) and not cell.startswith(_SIGNS)


def read_columns(layout: Layout, row: FormRow) -> list[Half]:
    """Return the halves of a row; none if it holds totals.

    Args:
        layout: The headings.
        row: The row, which is not blank.

    Raises:
        UnclearRowError: It fits its headings in no way, or in several.
    """
    if form_words().is_term("list_total", row.tokens()[0][1]):
        return []
    if len(row.cells) >= layout.width and (halves := _read_at(layout, row, 0)) is not None:
        return halves
    farthest = layout.columns["third"]
    found = [
        halves
        for shift in range(-farthest, _FARTHEST + 1)
        if (halves := _read_at(layout, row, shift)) is not None
    ]
    if len(found) != 1:
        raise UnclearRowError
    return found[0]


def _read_at(layout: Layout, row: FormRow, shift: int) -> list[Half] | None:
    """Return the halves of a row at some distance from the headings, or None if it does not fit there."""
    cells = [_Cells(columns, row, shift) for columns in layout.halves]
    left = _levels(cells[0])
    if left is None or not _is_covered(layout, row, shift):
        return None
    if all(one.is_bare() for one in cells):
        is_known = all(_is_level(text) for text in (left.first, left.second) if text)
        is_group = not shift and (is_known or len(row.cells) >= layout.width)
        return [left, *(Half() for _ in cells[1:])] if is_group else None
    if not all(one.is_bare() or one.fits() for one in cells):
        return None
    halves = [left, *(Half(one.at("first") or None, one.at("second") or None) for one in cells[1:])]
    for number, (half, one) in enumerate(zip(halves, cells, strict=True)):
        half.draft = one.draft(number)
        if half.draft is not None:
            half.draft.is_odd = half.is_odd
    return _without_blanks(layout, halves)


def _is_covered(layout: Layout, row: FormRow, shift: int) -> bool:
    """Tell whether every cell right of the levels stands in a column that has a heading."""
    known = {i + shift for one in layout.halves for i in (*one.of.values(), *one.notes)}
    start = layout.columns["third"] if shift else layout.start
    return all(i in known or i < start + shift for i, _ in row.tokens())


def _levels(cells: _Cells) -> Half | None:
    """Return the levels that stand before a name: by their columns, or if the row is shifted by what they say."""
    words = form_words()
    first, second = cells.at("first"), cells.at("second")
    is_lower = words.is_second(first) and not words.is_term("either_level", first)
    is_odd = not cells.shift and (words.is_first(second) or is_lower)
    if not cells.shift and not is_odd:
        return Half(first or None, second or None)
    end = cells.columns.of["third"] + cells.shift
    before = [cell for i, cell in cells.row.tokens() if i < end and words.heading(cell) != "rows"]
    if "index" in cells.columns.of and before and before[0].isdigit():
        before = before[1:]
    if len(before) > 1:
        return Half(before[0], before[1]) if len(before) == 2 and not is_odd else None
    if not before:
        return Half()
    is_first = words.is_first(before[0])
    return Half(before[0] if is_first else None, None if is_first else before[0], is_odd=is_odd)


def _without_blanks(layout: Layout, halves: list[Half]) -> list[Half]:
    """Leave out the blank values of a name that has one for all years and one for the year, unless all are blank."""
    drafts = [half.draft for half in halves if half.draft is not None]
    if len({one.of["third"] for one in layout.halves}) == len(layout.halves) or not drafts:
        return halves
    printed = [one for one in drafts if one.target] or drafts[-1:]
    for half in halves:
        half.draft = half.draft if half.draft in printed else None
    return halves
