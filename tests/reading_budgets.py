"""Random consistent budgets, and the layouts in which documents print them.

A budget is units → categories → sections → items with four amounts an item; everything else is added up here, with plain
integers, so that it shares nothing with the library. A layout writes it as text; reading must give the budget back.
"""

from itertools import pairwise

from attrs import evolve, frozen
from hypothesis import strategies as st

Amounts = tuple[int | None, ...]

COLUMNS = (
    "合计",
    "基本支出/小计",
    "基本支出/人员经费",
    "基本支出/公用经费",
    "项目支出/小计",
    "项目支出/部门支出",
    "项目支出/专项支出",
)
CATEGORIES = ("201", "205", "208", "210", "221")
PIECES = ("01", "02", "05", "11", "50", "99")
TITLE = "2021年部门支出总体情况表"


@frozen
class Line:
    """A row of a budget: what it is, its code and name, and its amounts in the last printed place, by column."""

    kind: str
    code: str
    name: str
    amounts: Amounts


@frozen
class Budget:
    """The rows of a table in printed order without the total, and the total."""

    lines: tuple[Line, ...]
    total: Line
    has_unit_codes: bool

    def rows(self, *, total_first: bool) -> tuple[Line, ...]:
        """All rows, the total at the top or at the foot."""
        return (self.total, *self.lines) if total_first else (*self.lines, self.total)


def _added(rows: list[Amounts]) -> Amounts:
    """Add rows column by column; nothing is printed where nothing is added."""
    return tuple(
        sum(filter(None, cells)) if any(c is not None for c in cells) else None
        for cells in zip(*rows, strict=True)
    )


def _across(leaves: tuple[int | None, ...]) -> Amounts:
    """Complete 人员, 公用, 部门 and 专项 by their subtotals and the total."""
    basic, project = _added([(leaf,) for leaf in leaves[:2]]), _added([(leaf,) for leaf in leaves[2:]])
    return (*_added([basic, project]), *basic, *leaves[:2], *project, *leaves[2:])


leaf_amounts = st.one_of(st.none(), st.integers(0, 300), st.integers(1, 10**9))
chosen = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3, unique=True).map(sorted)


@st.composite
def budgets(draw, max_units=3) -> Budget:
    """A budget of up to three units, whose rows and columns all add up; some amounts are blank, one is not."""
    units = draw(st.integers(0, max_units))
    lines: list[Line] = []
    tops: list[Amounts] = []
    for unit in range(max(units, 1)):
        inner = draw(_categories())
        amounts = _added([line.amounts for line in inner if line.kind == "category"])
        if units:
            lines.append(Line("unit", f"04800{unit + 1}", "甲乙丙"[unit] + "局机关", amounts))
        lines += inner
        tops.append(amounts)
    total = Line("total", "", "合计", _added(tops))
    if total.amounts[0] is None:
        return draw(budgets(max_units))
    return Budget(tuple(lines), total, draw(st.booleans()))


@st.composite
def _categories(draw) -> list[Line]:
    lines: list[Line] = []
    for category in sorted(draw(st.lists(st.sampled_from(CATEGORIES), min_size=1, max_size=2, unique=True))):
        sections: list[Line] = []
        for section in draw(chosen):
            items = [
                Line(
                    "item",
                    category + section + item,
                    f"事项{item}",
                    _across(draw(st.tuples(*[leaf_amounts] * 4))),
                )
                for item in draw(chosen)
            ]
            amounts = _added([item.amounts for item in items])
            sections += [Line("section", category + section, f"事务{section}", amounts), *items]
        amounts = _added([line.amounts for line in sections if line.kind == "section"])
        lines += [Line("category", category, f"大类{category}", amounts), *sections]
    return lines


@frozen
class Layout:
    """How a budget is printed.

    Args:
        codes: "one column", "cumulative" (208⇥05⇥), "partial" (⇥05⇥) or "items" (208⇥05⇥05, items only).
        notation: "tabs" or "markdown".
        unit: 元 or 万元, with two decimals.
        separators: Whether thousands are separated.
        total_first: Whether the total stands at the top.
        numbers: Whether a row of column numbers follows the headings.
        pages: After how many rows a new page begins, with title and headings repeated.
    """

    codes: str
    notation: str
    unit: str
    separators: bool
    total_first: bool
    numbers: bool
    pages: tuple[int, ...]

    def lines(self, budget: Budget) -> tuple[Line, ...]:
        """The rows that are printed."""
        rows = budget.rows(total_first=self.total_first)
        return tuple(row for row in rows if self.codes != "items" or row.kind not in ("category", "section"))

    def amount(self, value: int | None) -> str:
        """An amount as printed."""
        if value is None:
            return ""
        whole = f"{value // 100:,}" if self.separators else str(value // 100)
        return f"{whole}.{value % 100:02}"

    def text(self, budget: Budget) -> str:
        """The whole text of the table."""
        return self.written([self.cells(line, budget) for line in self.lines(budget)])

    def cells(self, line: Line, budget: Budget) -> list[str]:
        """The cells of a row."""
        return [*self.labels(line, budget), *map(self.amount, line.amounts)]

    def labels(self, line: Line, budget: Budget) -> list[str]:
        """The label cells of a row."""
        code = line.code if line.kind != "unit" or budget.has_unit_codes else ""
        if self.codes == "one column":
            return [code, line.name]
        if line.kind in ("unit", "total"):
            return ["", "", code, line.name]
        pieces = [code[:3], code[3:5], code[5:]]
        if self.codes == "partial":
            depth = sum(map(bool, pieces)) - 1
            pieces = [piece if i == depth else "" for i, piece in enumerate(pieces)]
        return [*pieces, line.name]

    def headings(self) -> list[list[str]]:
        """The heading rows."""
        figures = [
            ["合计", "基本支出", "", "", "项目支出", "", ""],
            ["", "小计", "人员经费", "公用经费", "小计", "部门支出", "专项支出"],
        ]
        if self.codes == "one column":
            names = [["科目编码", "科目名称"], ["", ""]]
        else:
            names = [["科目编码", "", "", "单位（科目名称）"], ["类", "款", "项", ""]]
        rows = [[*left, *right] for left, right in zip(names, figures, strict=True)]
        numbered = [["**"] * len(names[0]) + [str(i) for i in range(1, 8)]]
        return rows + (numbered if self.numbers else [])

    def written(self, body: list[list[str]]) -> str:
        """Rows of cells as text, page by page."""
        starts = [0, *self.pages, len(body)]
        pages = [body[a:b] for a, b in pairwise(starts) if a < b]
        return "\n\n".join(self._page([*self.headings(), *page]) for page in pages) + "\n"

    def _page(self, rows: list[list[str]]) -> str:
        if self.notation == "tabs":
            lines = ["\t".join(row) for row in rows]
        else:
            lines = ["| " + " | ".join(row) + " |" for row in rows]
            lines.insert(1, "|" + "---|" * len(rows[0]))
        return "\n".join([TITLE, "", f"单位：{self.unit}", "", *lines])


LAYOUTS = ("one column", "cumulative", "partial", "items")
any_codes = st.sampled_from(LAYOUTS)


@st.composite
def layouts(draw, codes=any_codes) -> Layout:
    """Any way of printing a budget."""
    return Layout(
        draw(codes),
        draw(st.sampled_from(["tabs", "markdown"])),
        draw(st.sampled_from(["元", "万元"])),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.booleans()),
        tuple(sorted(draw(st.lists(st.integers(1, 20), max_size=2, unique=True)))),
    )


def without_pages(layout: Layout) -> Layout:
    """The same layout on one page."""
    return evolve(layout, pages=())
