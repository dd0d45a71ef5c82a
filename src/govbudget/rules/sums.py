"""SUM: sums within a table (表内勾稽).

Both axes of a table are hierarchies, and every breakdown of a heading is a sum: 合计 = 基本支出 + 项目支出 across the columns,
合计 = Σ units = Σ subjects down the rows. What follows is stated once for both axes.

Blanks. A part left blank is nil by the convention of the forms, as soon as a neighbour is printed; if it is itself broken
down into printed parts, these stand for it. If no part is printed the total is not broken down, and if the total is blank
there is nothing to compare: both are undecided. Basis: 《地方预决算公开操作规程》(财预〔2016〕143号) and its forms, which print totals and their parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govbudget.amounts import Amount
from govbudget.disclosures import Axis, Cell, Column, Flow, Row, RowKind, Side, Table
from govbudget.labels import normalise
from govbudget.relations import NOTHING_PRINTED, AtMost, Either, Outcome, Relation, Same, Sum, Unrelated
from govbudget.rules._rules import Card, Example, Rule, RuleSet, Severity
from govbudget.vocabulary import ColumnRole, vocabulary

_BASIS = "财预〔2016〕143号《地方预决算公开操作规程》及各年部门预算公开表样"
_ADDABLE = (ColumnRole.AMOUNT, ColumnRole.QUANTITY)

_NUMBERING = "0123456789一二三四五六七八九十()、."

Cells = Sequence[Cell | None]


@frozen
class _Line:
    """One row or one column of a side: its cells in the order of the axis along which they are summed."""

    side: Side
    axis: Axis[Row] | Axis[Column]
    cells: Cells
    fixed: int

    def at(self, index: int) -> Cell:
        """The cell of a heading, made up where it is blank."""
        return self.side.cell(
            *((self.fixed, index) if self.axis is self.side.columns else (index, self.fixed))
        )

    def printed(self, parts: Sequence[int]) -> tuple[Cell, ...]:
        """The cells that make up a total."""
        return tuple(_printed(self.cells, parts, self.axis))

    def sum(self, total: int, parts: tuple[Cell, ...]) -> Relation:
        """The sum of some cells, which is no relation at all where nothing is printed."""
        cell = self.cells[total]
        if cell is not None and not cell.is_blank:
            return Sum(cell, parts)
        return Sum(self.at(total), parts) if parts else NOTHING_PRINTED


def _printed(cells: Cells, parts: Sequence[int], axis: Axis[Row] | Axis[Column]) -> list[Cell]:
    """The printed cells among some parts; blank parts give way to their own parts, if these are printed."""
    found: list[Cell] = []
    for index in parts:
        cell = cells[index]
        if cell is not None and (cell.figure is not None or cell.reason is not None):
            found.append(cell)
        elif inner := axis.parts(index):
            found += _printed(cells, inner, axis)
    return found


def _rows_of(side: Side) -> Iterator[_Line]:
    """The rows, along which columns are summed."""
    return (_Line(side, side.columns, cells, r) for r, cells in enumerate(side.matrix))


def _columns_of(side: Side) -> Iterator[_Line]:
    """The columns of amounts and quantities, along which rows are summed."""
    turned = zip(*side.matrix, strict=True)
    return (
        _Line(side, side.rows, cells, column.index)
        for column, cells in zip(side.columns, turned, strict=False)
        if column.role in _ADDABLE
    )


def _sums(line: _Line) -> Iterator[Relation]:
    """What the breakdowns of an axis state for one line."""
    for b in line.axis.breakdowns:
        if b.of_which:
            continue
        stated = line.sum(b.total, line.printed(b.parts))
        yield _with_optional(stated, line.printed(b.optional)) if b.optional else stated


def _with_optional(stated: Relation, more: tuple[Cell, ...]) -> Relation:
    """Some regions count further columns in the total: either reading may hold."""
    if not isinstance(stated, Sum) or not more:
        return stated
    return Either((stated, Sum(stated.total, (*stated.parts, *more))))


def row_sums(side: Side, row: int, cells: Cells) -> list[Relation]:
    """Return what the column headings of a side state for the cells of one row.

    Args:
        side: The side whose headings count.
        row: The index of the row.
        cells: Its cells by column, perhaps others than those printed.
    """
    return list(_sums(_Line(side, side.columns, cells, row)))


def _across(table: Table) -> Iterator[Relation]:
    for side in table.sides:
        for line in _rows_of(side):
            yield from _sums(line)


def _down(table: Table) -> Iterator[Relation]:
    for side in table.sides:
        for line in _columns_of(side):
            yield from _sums(line)
        broken_down = {b.total for b in side.rows.breakdowns}
        for row in side.rows:
            if row.kind is RowKind.TOTAL and row.index not in broken_down:
                yield from _unrelated(side, row)


def _unrelated(side: Side, row: Row) -> Iterator[Relation]:
    """Totals that neither their row nor their column relates to anything."""
    related = {i for b in side.columns.breakdowns for i in (b.total, *b.parts, *b.optional)}
    for column in side.columns:
        cell = side.matrix[row.index][column.index]
        if (
            cell is not None
            and cell.figure is not None
            and column.role in _ADDABLE
            and column.index not in related
        ):
            yield Unrelated(cell)


def _of_which(table: Table) -> Iterator[Relation]:
    for side in table.sides:
        for line in (*_rows_of(side), *_columns_of(side)):
            for b in line.axis.breakdowns:
                if b.of_which:
                    parts = line.printed(b.parts)
                    yield AtMost(parts, line.at(b.total)) if parts else NOTHING_PRINTED


def _balance(table: Table) -> Iterator[Relation]:
    revenue = [cell for side in table.sides if side.flow is Flow.REVENUE and (cell := _grand_total(side))]
    spending = [
        cell for side in table.sides if side.flow is Flow.EXPENDITURE and (cell := _grand_total(side))
    ]
    for first in revenue:
        for second in spending:
            if _is_of_year(first) == _is_of_year(second):
                yield NOTHING_PRINTED if first.is_blank and second.is_blank else Same(first, second)


def _grand_total(side: Side) -> Cell | None:
    total = next((row for row in reversed(side.rows.headings) if row.kind is RowKind.TOTAL), None)
    column = next((c for c in side.columns if c.role is ColumnRole.AMOUNT and c.parent is None), None)
    return side.cell(total.index, column.index) if total is not None and column is not None else None


def _is_of_year(cell: Cell) -> bool:
    """Whether a total is of this year only, without what is carried forward."""
    return normalise(cell.row.label).startswith(("本年", "当年"))


def _vehicles(table: Table) -> Iterator[Relation]:
    """公务用车 = 购置 + 运行维护, wherever a table has all three on one axis, whatever its layout says."""
    for side in table.sides:
        for lines in (tuple(_rows_of(side)), tuple(_columns_of(side))):
            if not lines:
                continue
            labels = [heading.label for heading in lines[0].axis]
            whole, *parts = (
                _named(labels, key) for key in ("vehicles", "vehicle_purchase", "vehicle_operation")
            )
            if whole is None or None in parts:
                continue
            known = [part for part in parts if part is not None]
            yield from (line.sum(whole, line.printed(known)) for line in lines)


def _named(labels: list[str], concept: str) -> int | None:
    """The one heading of a concept, whatever its outline number; None if there is none or several."""
    words = vocabulary()
    plain = [words.strip_of_which(normalise(label))[1].lstrip(_NUMBERING) for label in labels]
    found = [i for i, label in enumerate(plain) if words.three_public[concept].fullmatch(label)]
    return found[0] if len(found) == 1 else None


def _blank_totals(table: Table) -> Iterator[Relation]:
    for side in table.sides:
        for b in side.rows.breakdowns:
            row = side.matrix[b.total]
            if (
                b.of_which
                or side.rows[b.total].kind is not RowKind.TOTAL
                or not any(c and c.figure for c in row)
            ):
                continue
            for line in _columns_of(side):
                column = side.columns[line.fixed]
                if column.role is ColumnRole.AMOUNT and row[line.fixed] is None:
                    yield _against_nil(line.at(b.total), line.printed(b.parts))


def _against_nil(total: Cell, parts: tuple[Cell, ...]) -> Relation:
    """A blank total taken as nil, because its own row prints totals for other columns."""
    figures = [part.figure for part in parts if isinstance(part.figure, Amount)]
    if not figures:
        return NOTHING_PRINTED
    zero = Amount.of(0, max(figure.decimals for figure in figures), figures[0].unit)
    return Sum(evolve(total, figure=zero), parts)


def _example(outcome: Outcome, *rows: str, title: str = "部门支出总体情况表") -> Example:
    return Example(title, "万元", rows, outcome)


_HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"

SUMS = RuleSet(
    (
        Rule(
            Card(
                "SUM-001",
                "column-breakdown",
                {"zh": "横向合计", "en": "sums across the columns"},
                {
                    "zh": "每一行中，合计栏等于其各分项栏之和，层层如此。",
                    "en": "In every row a total column is the sum of the columns it is broken down into, at every level.",
                },
                "合计 = 基本支出 + 项目支出；小计 = Σ 分项",
                _BASIS,
                examples=(
                    _example(Outcome.PASSED, _HEAD, "201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00"),
                    _example(Outcome.FAILED, _HEAD, "201 | 一般公共服务支出 | 3.00 | 1.00 | 2.20"),
                ),
            ),
            "table",
            _across,
        ),
        Rule(
            Card(
                "SUM-002",
                "row-breakdown",
                {"zh": "纵向合计", "en": "sums down the rows"},
                {
                    "zh": "每一栏中，合计行等于各单位之和，单位等于其各科目之和，类、款、项、明细及各级序号逐级如此。",
                    "en": "In every column a total row is the sum of its units, a unit that of its subjects, and so on down "
                    "through categories, sections, items, details and outline numbers.",
                },
                "合计 = Σ 单位 = Σ 类；类 = Σ 款；款 = Σ 项；项 = Σ 明细",
                _BASIS,
                examples=(
                    _example(
                        Outcome.PASSED,
                        _HEAD,
                        " | 合计 | 3.00 | 3.00 | ",
                        "201 | 甲 | 1.00 | 1.00 | ",
                        "205 | 乙 | 2.00 | 2.00 | ",
                    ),
                    _example(
                        Outcome.FAILED,
                        _HEAD,
                        " | 合计 | 4.00 | 4.00 | ",
                        "201 | 甲 | 1.00 | 1.00 | ",
                        "205 | 乙 | 2.00 | 2.00 | ",
                    ),
                ),
            ),
            "table",
            _down,
        ),
        Rule(
            Card(
                "SUM-003",
                "of-which",
                {"zh": "其中项", "en": "parts named 其中"},
                {
                    "zh": "“其中”所列各项之和不超过其所属项目。",
                    "en": "Parts introduced by 其中 (of which) together do not exceed the whole they belong to.",
                },
                "Σ 其中 ≤ 总体",
                _BASIS,
                examples=(
                    _example(Outcome.PASSED, "项目 | 预算数", "一、财政拨款 | 5.00", "其中：专项 | 3.00"),
                    _example(Outcome.FAILED, "项目 | 预算数", "一、财政拨款 | 5.00", "其中：专项 | 6.00"),
                ),
            ),
            "table",
            _of_which,
        ),
        Rule(
            Card(
                "SUM-004",
                "revenue-equals-expenditure",
                {"zh": "收支平衡", "en": "revenue equals expenditure"},
                {
                    "zh": "收支表中，收入总计等于支出总计。",
                    "en": "In a table of revenue and expenditure the grand totals of both sides are equal.",
                },
                "收入总计 = 支出总计",
                "《中华人民共和国预算法》第三十五条；" + _BASIS,
                examples=(
                    _example(
                        Outcome.PASSED,
                        "收入 | | 支出 | ",
                        "项目 | 金额 | 项目 | 金额",
                        "收入总计 | 9.00 | 支出总计 | 9.00",
                        title="部门收支总体情况表",
                    ),
                    _example(
                        Outcome.FAILED,
                        "收入 | | 支出 | ",
                        "项目 | 金额 | 项目 | 金额",
                        "收入总计 | 9.00 | 支出总计 | 9.01",
                        title="部门收支总体情况表",
                    ),
                ),
            ),
            "table",
            _balance,
        ),
        Rule(
            Card(
                "SUM-005",
                "official-vehicles",
                {"zh": "公务用车费", "en": "official vehicles"},
                {
                    "zh": "公务用车费等于公务用车购置费与运行维护费之和。",
                    "en": "Official vehicle expenses are those of purchase plus those of operation.",
                },
                "公务用车费 = 购置费 + 运行维护费",
                "《党政机关厉行节约反对浪费条例》及“三公”经费公开口径",
                examples=(
                    _example(
                        Outcome.PASSED,
                        "项目 | 预算数",
                        "公务用车费 | 2.40",
                        "公务用车购置费 | 0.00",
                        "公务用车运行维护费 | 2.40",
                    ),
                    _example(
                        Outcome.FAILED,
                        "项目 | 预算数",
                        "公务用车费 | 2.40",
                        "公务用车购置费 | 0.40",
                        "公务用车运行维护费 | 2.40",
                    ),
                ),
            ),
            "table",
            _vehicles,
        ),
        Rule(
            Card(
                "SUM-006",
                "total-left-blank",
                {"zh": "合计漏填", "en": "a total left blank"},
                {
                    "zh": "合计行已填其他栏而某栏空白时，该栏各行不应有金额。",
                    "en": "Where a total row prints some columns and leaves one blank, no row below prints an amount in it.",
                },
                "合计空白 ⇒ Σ 各行 = 0",
                _BASIS,
                Severity.WARNING,
                {
                    "zh": "{place}为空白，而其下各行金额合计 {expected}",
                    "en": "{place} is blank although the rows below add to {expected}",
                },
                examples=(
                    _example(
                        Outcome.NOT_APPLICABLE, _HEAD, " | 合计 | 3.00 | 3.00 | ", "201 | 甲 | 3.00 | 3.00 | "
                    ),
                    _example(Outcome.FAILED, _HEAD, " | 合计 | 3.00 | 3.00 | ", "201 | 甲 | 3.00 | | 3.00"),
                ),
            ),
            "table",
            _blank_totals,
        ),
    )
)
"""The rules of sums within a table."""
