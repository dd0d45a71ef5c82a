"""Summaries of projects as the text of a PDF gives them: cell by cell, every cell in the middle of its row, broken where it is full."""

import itertools
import re

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
    """

    names: tuple[int, ...]
    values: tuple[int, ...]
    project: int
    page: int


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
    )


def _width(letter):
    if letter.isascii():
        return HALF if letter.isdigit() else 83
    return 55 if letter in "≥≤" else FULL


def broken(text, size):
    """The lines of a text in a cell; figures are not broken, and no line begins with a percent sign."""
    lines = [""]
    for word in re.findall(r"[≥≤]?[0-9]+%?|.", text):
        if lines[-1] and sum(map(_width, lines[-1] + word)) > size * FULL:
            lines.append("")
        lines[-1] += word
    return lines


class Printer:
    """Prints the cells of pages as text; places are in quarters of a line, downwards."""

    def __init__(self, shape):
        """Begin the first page."""
        self.shape = shape
        self.pages = [""]
        self.last = self.first = None
        self.used = 0

    def text(self):
        """The whole text."""
        return "".join(f"{TITLE}\n{HEAD}{page}\n\n" for page in self.pages)

    def part(self, head, rows):
        """Print as many lines of a project as the page has room for, and return what is left of its head and its rows."""
        if self.used >= self.shape.page:
            self.pages.append("")
            self.last, self.used = None, 0
        room = self.shape.page - self.used
        top, now, later = 4 * self.used, [], []
        for cells, height in rows:
            here = min(height, room)
            room -= here
            now += [(cells, here)] if here else []
            rest = [cell[here:] for cell in cells if cell[here:]]
            later += [(rest, height - here)] if here < height else []
        taken = sum(here for _, here in now)
        for cell in head:
            self.cell(cell[:taken], top + 2 * taken - 2)
        for cells, here in now:
            for cell in cells:
                self.cell(cell[:here], top + 2 * here - 2)
            top += 4 * here
        self.used += taken
        return [cell[taken:] for cell in head], later

    def cell(self, lines, middle):
        """Print a cell around the middle of its row."""
        for number, line in enumerate(lines):
            place = middle + 4 * number - 2 * (len(lines) - 1)
            between = ""
            if self.last is not None:
                is_apart = max(abs(place - self.last), abs(place - self.first)) > 2
                between = " " if place == self.last else "\n\n" if is_apart else "\n"
            if between in ("", "\n\n"):
                self.first = place
            self.pages[-1] += between + line
            self.last = place


def printed(projects, shape):
    """The text of a form."""
    out = Printer(shape)
    for number, project in enumerate(projects):
        rows = [
            [
                cell
                for group, pair in enumerate(row)
                if pair is not None
                for cell in (broken(pair[0], shape.names[group]), broken(pair[1], shape.values[group]))
            ]
            for row in itertools.zip_longest(*project.groups)
        ]
        heights = [max(map(len, row)) for row in rows]
        name = broken(project.name, shape.project)
        heights[-1] += max(0, len(name) - sum(heights))
        head = [[f"{419001220000000000000 + number}"], name, ["9.0 9.0"]]
        parts = list(zip(rows, heights, strict=True))
        while parts:
            head, parts = out.part(head, parts)
    return out.text()
