"""One slip in a published disclosure: a digit, two cells changed about, a row one column off, a row left out."""

from attrs import evolve, frozen
from hypothesis import strategies as st

from published_tables import NOTHING, Disclosed, PrintedRow


@frozen
class Slip:
    """What was changed, and the disclosure with the change.

    Args:
        kind: "digit", "swapped", "shifted" or "lost".
        title: The table.
        row: The name of the row.
        columns: The columns whose cells are changed, by index.
        disclosed: The disclosure as it is now.
    """

    kind: str
    title: str
    row: str
    columns: tuple[int, ...]
    disclosed: Disclosed


def _digit(draw, cells: tuple[str, ...]) -> tuple[str, ...] | None:
    places = [
        (j, k)
        for j, cell in enumerate(cells)
        for k, char in enumerate(cell.partition(".")[0])
        if char.isdigit()
    ]
    if not places:
        return None
    j, k = draw(st.sampled_from(places))
    digit = draw(st.sampled_from([one for one in "123456789" if one != cells[j][k]]))
    return (*cells[:j], cells[j][:k] + digit + cells[j][k + 1 :], *cells[j + 1 :])


def _swapped(draw, cells: tuple[str, ...]) -> tuple[str, ...] | None:
    pairs = [(i, j) for i in range(len(cells)) for j in range(i) if cells[i] != cells[j]]
    if not pairs:
        return None
    i, j = draw(st.sampled_from(pairs))
    found = list(cells)
    found[i], found[j] = found[j], found[i]
    return tuple(found)


def _shifted(draw, cells: tuple[str, ...]) -> tuple[str, ...] | None:
    found = (cells[-1], *cells[:-1]) if cells[-1] in NOTHING else (*cells[1:], cells[0])
    return found if found != cells and cells[0] not in NOTHING else None


_WAYS = {"digit": _digit, "swapped": _swapped, "shifted": _shifted}


@st.composite
def slips(draw, disclosed: Disclosed) -> Slip | None:
    """One slip in one row of a disclosure, or None where the row drawn allows none of its kind.

    Args:
        draw: Given by Hypothesis.
        disclosed: The disclosure.
    """
    number = draw(st.integers(0, len(disclosed.tables) - 1))
    table = disclosed.tables[number]
    at = draw(st.integers(0, len(table.sides) - 1))
    side = table.sides[at]
    if not side.rows:
        return None
    place = draw(st.integers(0, len(side.rows) - 1))
    row = side.rows[place]
    kind = draw(st.sampled_from([*_WAYS, "lost"]))
    new: tuple[PrintedRow, ...] = ()
    if kind != "lost":
        cells = _WAYS[kind](draw, row.cells)
        if cells is None:
            return None
        new = (evolve(row, cells=cells),)
    elif len(table.sides) > 1 or all(cell in NOTHING for cell in row.cells):
        return None
    changed = tuple(j for j, cell in enumerate(row.cells) if not new or new[0].cells[j] != cell)
    sides = list(table.sides)
    sides[at] = evolve(side, rows=(*side.rows[:place], *new, *side.rows[place + 1 :]))
    tables = list(disclosed.tables)
    tables[number] = evolve(table, sides=tuple(sides))
    return Slip(kind, table.title, row.name, changed, evolve(disclosed, tables=tuple(tables)))
