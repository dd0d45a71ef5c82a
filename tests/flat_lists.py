"""Summaries of projects as the text of a PDF gives them: cell by cell, every cell in the middle of its row, broken where it is full."""

import itertools

from attrs import frozen
from hypothesis import strategies as st

from govbudget.vocabulary import form_words

TITLE = "2022年度部门预算项目绩效目标表"
GROUPS = ("成本指标", "产出指标", "效益指标", "满意度指标")
HEAD = """部门名称：某局

单位编码（项目编码）
项目单位 （项目

名称）

项目金额（万元）
绩效目标

成本指标 产出指标 效益指标 满意度指标

资金总额
政府预

算资金

财政

专户

管理

资金

单位

资金
三级指标 指标值 三级指标 指标值 三级指标 指标值 三级指标

指标

值

"""
FULL = 100
HALF = 50
LETTERS = "检查次数培训宣传效率提高稳定及时保障"
WORDS = sorted(word for word in form_words().flat_words if word.isalpha())
VALUES = st.one_of(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["≥", "≤", ""]),
        st.integers(1, 20000),
        st.sampled_from(["次", "%", "万元"]),
    ),
    st.sampled_from(WORDS),
)


@frozen
class Made:
    """A project of a form.

    Args:
        name: Its name.
        groups: For every group its indicators, each a name and a value.
    """

    name: str
    groups: tuple[tuple[tuple[str, str], ...], ...]

    def listed(self):
        """The indicators with their groups, row by row."""
        rows = itertools.zip_longest(*self.groups)
        return [
            (level, *pair)
            for row in rows
            for level, pair in zip(GROUPS, row, strict=True)
            if pair is not None
        ]


@frozen
class Shape:
    """How a form is printed.

    Args:
        names: How many characters a line of a name holds, for every group.
        values: How many a line of a value holds.
        project: How many a line of the name of a project holds.
        page: How many lines stand on a page.
        doubled: Whether cells half a line apart have a blank line between them, in turn.
    """

    names: tuple[int, ...]
    values: tuple[int, ...]
    project: int
    page: int
    doubled: tuple[bool, ...]


@st.composite
def made_projects(draw):
    """Projects with indicators."""
    pair = st.tuples(st.text(LETTERS, min_size=2, max_size=14), VALUES)
    groups = st.tuples(*(st.lists(pair, max_size=3).map(tuple) for _ in GROUPS)).filter(any)
    return draw(
        st.lists(
            st.builds(Made, st.text("某项目工作经费", min_size=2, max_size=16), groups),
            min_size=1,
            max_size=6,
        )
    )


def shapes():
    """Ways to print a form."""
    return st.builds(
        Shape,
        st.tuples(*[st.integers(4, 7)] * 4),
        st.tuples(*[st.integers(2, 4)] * 4),
        st.integers(6, 8),
        st.integers(4, 20),
        st.lists(st.booleans(), min_size=1, max_size=5).map(tuple),
    )


def _width(letter):
    if letter.isascii():
        return HALF if letter.isdigit() else 85
    return 55 if letter in "≥≤" else FULL


def broken(text, size):
    """The lines of a text in a cell; figures are not broken."""
    words = [
        "".join(letters) if is_figure else letter
        for is_figure, run in itertools.groupby(text, key=lambda one: one.isascii() and one.isalnum())
        for letters in [list(run)]
        for letter in (letters[:1] if is_figure else letters)
    ]
    words = [w if not w.isdigit() else w for w in words]
    lines = [""]
    for word in words:
        wide = sum(map(_width, lines[-1] + word)) > size * FULL and word != "%"
        if lines[-1] and wide:
            lines.append("")
        lines[-1] += word
    return lines


class Printer:
    """Prints the cells of pages as text."""

    def __init__(self, shape):
        self.shape = shape
        self.turns = itertools.cycle(shape.doubled)
        self.pages = [""]
        self.last = None

    def text(self):
        """The whole text."""
        return "".join(f"{TITLE}\n{HEAD}{page}\n\n" for page in self.pages)

    def new_page(self):
        self.pages.append("")
        self.last = None

    def cell(self, lines, middle):
        """Print a cell around the middle of its row; places are in quarters of a line, downwards."""
        for number, line in enumerate(lines):
            place = middle + 4 * number - 2 * (len(lines) - 1)
            apart = abs(place - self.last) if self.last is not None else None
            between = {None: "", 0: " "}.get(apart, "\n\n")
            if apart is not None and 0 < apart <= 2 and not next(self.turns):
                between = "\n"
            self.pages[-1] += between + line
            self.last = place


def printed(projects, shape):
    """The text of a form."""
    out = Printer(shape)
    used = 0
    for number, project in enumerate(projects):
        rows = []
        for row in itertools.zip_longest(*project.groups):
            cells = []
            for group, pair in enumerate(row):
                if pair is not None:
                    cells += [broken(pair[0], shape.names[group]), broken(pair[1], shape.values[group])]
            rows.append(cells)
        name = broken(project.name, shape.project)
        used = _print_project(out, f"{419001220000000000000 + number}", name, rows, used)
    return out.text()


def _print_project(out, code, name, rows, used):
    heights = [max(map(len, row)) for row in rows]
    heights[-1] += max(0, len(name) - sum(heights))
    is_first = True
    while rows:
        room = out.shape.page - used
        if room <= 0:
            out.new_page()
            used, room = 0, out.shape.page
        part, left, taken = [], [], 0
        for row, height in zip(rows, heights, strict=True):
            if taken >= room:
                left.append((row, height))
                continue
            fits = min(height, room - taken)
            part.append(([cell[:fits] for cell in row], fits))
            taken += fits
            if fits < height and any(cell[fits:] for cell in row):
                left.append(([cell[fits:] for cell in row], height - fits))
        top = 4 * used
        middle = top + 2 * taken - 2
        if is_first:
            out.cell([code], middle)
        if name[:taken]:
            out.cell(name[:taken], middle)
        name = name[taken:]
        if is_first:
            out.cell(["9.0", "9.0"][:1], middle)
            out.pages[-1] += " 9.0"
        for row, height in part:
            for cell in row:
                if cell:
                    out.cell(cell, top + 2 * height - 2)
            top += 4 * height
        used += taken
        rows, heights = [row for row, _ in left], [height for _, height in left]
        is_first = False
    assert not name or True
    return used
