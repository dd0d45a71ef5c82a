"""Budgets as the text of a PDF gives them: no cell borders, no blank cells, headings level by level, names broken over lines."""

from attrs import evolve, frozen
from hypothesis import strategies as st

from reading_budgets import TITLE, Budget, Line

HEADINGS = (
    ["科目编码", "单位代码", "单位（科目名称）", "合计", "基本支出", "项目支出"],
    ["类", "款", "项", "小计", "人员经费", "公用经费", "小计", "部门支出", "专项支出"],
)
CODE_AND_NAME = (["科目编码", "科目名称", *HEADINGS[0][3:]], HEADINGS[1][3:])

_NUMERALS = str.maketrans("0123456789", "零一二三四五六七八九")
"""A number on a line of its own would be taken for a code, and the table left unread."""


@frozen
class Flat:
    """How a budget is flattened.

    Args:
        split: Whether codes are printed by their pieces (208 05 02), or in one.
        broken: Into pieces of how many characters names are broken that stand below their code; 0 for none.
        headings: Into pieces of how many characters headings are broken.
        pages: After how many rows a new page begins.
        has_blank_rows: Whether rows without amounts are printed.
        total_first: Whether the total stands at the top.
        codeless: Whether units have no codes.
    """

    split: bool
    broken: int
    headings: int
    pages: tuple[int, ...]
    has_blank_rows: bool
    total_first: bool
    codeless: bool = False

    def lines(self, budget: Budget) -> list[Line]:
        """The rows that are printed."""
        rows = [
            evolve(row, name=row.name.translate(_NUMERALS))
            for row in budget.rows(total_first=self.total_first)
        ]
        return [row for row in rows if self.has_blank_rows or any(a is not None for a in row.amounts)]

    def text(self, budget: Budget) -> str:
        """The whole text."""
        found = self._head()
        for i, row in enumerate(self.lines(budget)):
            if i in self.pages:
                found += ["", f"{i} / 54", "", *self._head()]
            found += self._row(row)
        return "\n".join(["某局 2021 年部门预算", *found, "备注：无"])

    def _head(self) -> list[str]:
        words = HEADINGS if self.split else CODE_AND_NAME
        pieces = [piece for level in words for word in level for piece in _broken(word, self.headings)]
        return ["预算 03 表", TITLE, "部门名称：某局 单位：万元", *pieces, ""]

    def code(self, row: Line) -> str:
        """The code of a row, if it is printed."""
        return "" if row.kind == "unit" and self.codeless else row.code

    def _row(self, row: Line) -> list[str]:
        code = self.code(row)
        if self.split and row.kind not in ("unit", "total"):
            code = " ".join(filter(None, (code[:3], code[3:5], code[5:])))
        amounts = " ".join(printed(amount) for amount in row.amounts if amount is not None)
        if not self.broken or not code or len(row.name) <= self.broken:
            return [" ".join(filter(None, (code, row.name, amounts))), ""]
        return list(filter(None, [code, *_broken(row.name, self.broken), amounts]))


def _broken(text: str, length: int) -> list[str]:
    return [text[i : i + length] for i in range(0, len(text), length)] if length else [text]


def printed(amount: int) -> str:
    """An amount in the last printed place as text."""
    return f"{amount // 100:,}.{amount % 100:02}"


@st.composite
def flats(draw) -> Flat:
    """Any way of flattening a budget."""
    return Flat(
        draw(st.booleans()),
        draw(st.integers(0, 3)),
        draw(st.integers(1, 6)),
        tuple(draw(st.lists(st.integers(1, 20), max_size=2))),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.integers(0, 9)) == 0,
    )
