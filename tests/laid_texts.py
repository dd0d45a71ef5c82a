"""Tables as a text prints them that keeps its layout: every cell in its place, in characters, and broken where it is full."""

from itertools import zip_longest

from attrs import frozen
from hypothesis import strategies as st

TITLE = "2022年部门收支预算总表"
UNIT = "部门：某局                                              单位：万元"
NUMERALS = "一二三四五六七八九"


def broken(text, width):
    """The lines of a cell."""
    return [text[i : i + width] for i in range(0, len(text), width)] or [""]


def placed(cells, starts):
    """One line with cells at their places; a cell that is too long moves those after it to the right."""
    line = ""
    for cell, start in zip(cells, starts, strict=True):
        if cell:
            line = line.ljust(max(start, len(line) + 1) if line else start) + cell
    return line


def row_lines(cells, widths, starts, centered):
    """The lines of a row whose cells are broken: centered in the height of the row, or at its top."""
    pieces = [broken(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, pieces))
    height += centered and height == 2 and any(len(one) == 1 and one[0] for one in pieces)
    columns = []
    for one in pieces:
        above = (height - len(one)) // 2 if centered else 0
        if centered and len(one) == 2 and height == 3:
            columns.append([one[0], "", one[1]])
        else:
            columns.append([""] * above + one)
    return [placed(line, starts) for line in zip_longest(*columns, fillvalue="")]


@frozen
class Summary:
    """Revenue beside expenditure, by function and by use: for every side its labels with their amounts as printed.

    Args:
        sides: The rows of the sides.
        width: How many characters fit in a column of labels.
        centered: Whether cells stand in the middle of their row.
        pages: After how many rows a new page begins.
        gap: How many blanks stand between columns.
    """

    sides: tuple
    width: int
    centered: bool
    pages: tuple
    gap: int

    def _columns(self):
        widths = [self.width, 12] * len(self.sides)
        starts = [sum(widths[:i]) + i * self.gap for i in range(len(widths))]
        return widths, starts

    def text(self):
        """The whole text."""
        widths, starts = self._columns()
        at = dict(enumerate(starts))
        labels = ["项目名称", "功能科目名称", "项目名称"] if len(self.sides) == 3 else ["项目", "项目"]
        names = [label for one in labels for label in (one, "金额")]
        lines = [TITLE, UNIT, placed(["收入", "支出"], [at[0] + 8, (at[2] + starts[-1] + 12) // 2])]
        if len(self.sides) == 3:
            lines.append(placed(["功能分类", "支出用途"], [at[2] + widths[2], at[4] + widths[4]]))
        lines.append(placed(names, [start + 3 for start in starts]))
        for number, row in enumerate(zip_longest(*self.sides, fillvalue=("", ""))):
            cells = [text for label, amount in row for text in (label, amount.rjust(12) if amount else "")]
            found = row_lines(cells, widths, starts, self.centered)
            lines += [f"\f{found[0]}", *found[1:]] if number in self.pages else found
        return "\n".join(["某局 2022 年部门预算", *lines, "备注：无"])


def printed(amount):
    """An amount in the last printed place as text."""
    return f"{amount // 100:,}.{amount % 100:02}" if amount is not None else ""


@st.composite
def summaries(draw):
    """Any summary of two or three sides."""
    sides = []
    for name in ("拨款", "开支", "用途")[: draw(st.integers(2, 3))]:
        amounts = draw(st.lists(st.one_of(st.none(), st.integers(1, 10**8)), min_size=1, max_size=9))
        lengths = draw(st.lists(st.integers(0, 8), min_size=len(amounts), max_size=len(amounts)))
        sides.append(
            [
                (f"{NUMERALS[i]}、{name}{'类' * length}项目", printed(amount))
                for i, (amount, length) in enumerate(zip(amounts, lengths, strict=True))
            ]
        )
    pages = tuple(draw(st.lists(st.integers(1, 9), max_size=1)))
    return Summary(
        tuple(sides), draw(st.integers(8, 14)), draw(st.booleans()), pages, draw(st.integers(1, 6))
    )


@frozen
class Single:
    """Nested headings over one row of amounts, with blanks.

    Args:
        amounts: The amounts of the row, by column.
        width: How many characters fit in a column.
        size: How many characters of a heading fit in a line.
        shift: How far the amounts stand right of the headings.
    """

    amounts: tuple
    width: int
    size: int
    shift: int

    def text(self):
        """The whole text."""
        starts = [i * (self.width + 1) for i in range(9)]
        leaves = [
            "合计",
            "小计",
            "因公出国（境）费",
            "小计",
            "公务用车购置费",
            "公务用车运行维护费",
            "公务接待费",
        ]
        pieces = [broken(leaf, self.size) for leaf in (*leaves, "会议费", "培训费")]
        height = max(map(len, pieces))
        tops = [2 + (height - len(one)) // 2 for one in pieces]
        rows = [["", "“三公”经费", *[""] * 7], [""] * 3 + ["公务用车购置及运行维护费"] + [""] * 5]
        rows += [
            [one[i - top] if 0 <= i - top < len(one) else "" for one, top in zip(pieces, tops, strict=True)]
            for i in range(2, 2 + height)
        ]
        top_starts = [(starts[1] + starts[6]) // 2 if i == 1 else start for i, start in enumerate(starts)]
        second = [(starts[3] + starts[5]) // 2 - 3 if i == 3 else start for i, start in enumerate(starts)]
        lines = [
            placed(rows[0], top_starts),
            placed(rows[1], second),
            *(placed(row, starts) for row in rows[2:]),
        ]
        amounts = placed([printed(one) for one in self.amounts], [start + self.shift for start in starts])
        head = ["某局 2022 年部门预算", "“三公”经费、会议费、培训费支出预算表", UNIT]
        return "\n".join([*head, *filter(str.strip, lines), amounts, "备注：无"])


@st.composite
def singles(draw):
    """Any row that adds up."""
    abroad, bought, run, received, met, taught = (
        draw(st.one_of(st.none(), st.integers(1, 10**5))) for _ in range(6)
    )
    cars = sum(filter(None, (bought, run))) or None
    public = sum(filter(None, (abroad, cars, received))) or None
    total = sum(filter(None, (public, met, taught))) or None
    amounts = (total, public, abroad, cars, bought, run, received, met, taught)
    return Single(amounts, draw(st.integers(9, 12)), draw(st.integers(2, 5)), draw(st.integers(0, 2)))
