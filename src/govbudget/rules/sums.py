"""SUM: sums within a table (表内勾稽).

Both axes of a table are hierarchies, and every breakdown of a heading is a sum: 合计 = 基本支出 + 项目支出 across the columns,
合计 = Σ units = Σ subjects down the rows. What follows is stated once for both axes.

Blanks. A part left blank is nil by the convention of the forms, as soon as a neighbour is printed; if it is itself broken
down into printed parts, these stand for it. If no part is printed the total is not broken down, and if the total is blank
there is nothing to compare: both are undecided. Basis: 《地方预决算公开操作规程》(财预〔2016〕143号) and its forms, which print totals and their parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from attrs import evolve

from govbudget.amounts import Amount
from govbudget.disclosures import Breakdown, Cell, Flow, Row, RowKind, Side, Table
from govbudget.labels import normalise
from govbudget.relations import (
    NOTHING_PRINTED,
    AtMost,
    Either,
    Hierarchy,
    Outcome,
    Reason,
    Relation,
    Same,
    Sum,
    SumTree,
    Term,
    Unrelated,
)
from govbudget.rules._details import by_itself
from govbudget.rules._rules import Card, Context, Example, Rule, RuleSet, Severity
from govbudget.vocabulary import ColumnRole, vocabulary

_BASIS = "财预〔2016〕143号《地方预决算公开操作规程》及各年部门预算公开表样"
_ADDABLE = (ColumnRole.AMOUNT, ColumnRole.QUANTITY)
_NUMBERING = "0123456789一二三四五六七八九十()、."
_VEHICLES = ("vehicles", "vehicle_purchase", "vehicle_operation")
Cells = Sequence[Cell | None]
Stated = Relation | SumTree


def column_sums(side: Side, open_totals: Callable[[], frozenset[tuple[int, int]]]) -> Iterator[SumTree]:
    """The sums down the rows, column by column; where one fails, totals of which parts may stand elsewhere are marked."""
    hierarchy = side.rows.hierarchy
    if hierarchy.sums:
        for c, (column, cells) in enumerate(zip(side.columns, zip(*side.matrix, strict=True), strict=True)):
            if column.role in _ADDABLE:
                doubted = cache(partial(_marked, cells, c, open_totals))
                yield SumTree(hierarchy, cells, partial(_cell_of_row, side, c), doubted)


def _marked(
    cells: Cells, column: int, open_totals: Callable[[], frozenset[tuple[int, int]]]
) -> list[Cell | None]:
    """Return the cells of a column, those of open totals with that reason."""
    marked = list(cells)
    for row, place in open_totals():
        cell = cells[row]
        if place == column and cell is not None:
            marked[row] = evolve(cell, reason=cell.reason or Reason.CONTINUED)
    return marked


def _cell_of_row(side: Side, column: int, row: int) -> Cell:
    return side.cell(row, column)


def row_sums(side: Side, row: int, cells: Cells) -> SumTree:
    """Return what the column headings of a side state for the cells of one row.

    Args:
        side: The side whose headings count.
        row: The index of the row.
        cells: Its cells by column, perhaps others than those printed.
    """
    return SumTree(side.columns.hierarchy, cells, partial(side.cell, row))


def _across(table: Table) -> Iterator[Stated]:
    for side in table.sides:
        lines = [row_sums(side, r, by_itself(cells)) for r, cells in enumerate(side.matrix)]
        if side.columns.hierarchy.sums:
            yield from lines
        for b in side.columns.breakdowns:
            if b.optional:
                yield from (_with_optional(line, b) for line in lines)


def _with_optional(line: SumTree, b: Breakdown) -> Relation:
    """Some regions count further columns in the total: either reading may hold."""
    total = line.terms[b.total]
    parts, more = (tuple(line.hierarchy.printed(line.terms, some)) for some in (b.parts, b.optional))
    if total is None or total.figure is None:
        return Sum(total or line.blank(b.total), parts) if parts else NOTHING_PRINTED
    usual = Sum(total, parts)
    return Either((usual, Sum(total, (*parts, *more)))) if more else usual


def _down(table: Table, context: Context) -> Iterator[Stated]:
    for side in table.sides:
        yield from column_sums(side, cache(partial(context.open_totals, table, side)))
        totals = [row for row in side.rows if row.kind is RowKind.TOTAL]
        broken_down = {b.total for b in side.rows.breakdowns}
        for row in totals:
            if row.index not in broken_down:
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
        for b in side.columns.breakdowns:
            if b.of_which:
                yield from (_at_most(row_sums(side, r, cells), b) for r, cells in enumerate(side.matrix))
        named = [b for b in side.rows.breakdowns if b.of_which]
        for column in side.columns if named else ():
            if column.role in _ADDABLE:
                cells = [row[column.index] for row in side.matrix]
                line = SumTree(side.rows.hierarchy, cells, partial(_cell_of_row, side, column.index))
                yield from (_at_most(line, b) for b in named)


def _at_most(line: SumTree, b: Breakdown) -> Relation:
    parts = tuple(line.hierarchy.printed(line.terms, b.parts))
    return AtMost(parts, line.terms[b.total] or line.blank(b.total)) if parts else NOTHING_PRINTED


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


def _vehicles(table: Table) -> Iterator[Stated]:
    """公务用车 = 购置 + 运行维护, wherever a table has all three on one axis, whatever its layout says."""
    for side in table.sides:
        across = _vehicle_sum([column.label for column in side.columns])
        if across is not None:
            yield from (SumTree(across, cells, partial(side.cell, r)) for r, cells in enumerate(side.matrix))
        down = _vehicle_sum([row.label for row in side.rows])
        for column, cells in zip(side.columns, zip(*side.matrix, strict=True), strict=True) if down else ():
            if column.role in _ADDABLE and down is not None:
                yield SumTree(down, cells, partial(_cell_of_row, side, column.index))


def _vehicle_sum(labels: list[str]) -> Hierarchy | None:
    """The sum of official vehicle expenses among some headings, if each of its three is there once."""
    words = vocabulary()
    named = {i: words.strip_of_which(normalise(label))[1] for i, label in enumerate(labels) if "车" in label}
    if len(named) < len(_VEHICLES):
        return None
    plain = {i: label.lstrip(_NUMBERING) for i, label in named.items()}
    found = [
        [i for i, label in plain.items() if words.three_public[key].fullmatch(label)] for key in _VEHICLES
    ]
    if any(len(places) != 1 for places in found):
        return None
    (whole,), (bought,), (run,) = found
    return Hierarchy(((whole, (bought, run)),))


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
            for column in side.columns:
                if column.role is ColumnRole.AMOUNT and row[column.index] is None:
                    cells = [cells[column.index] for cells in side.matrix]
                    yield _against_nil(
                        side.cell(b.total, column.index), side.rows.hierarchy.printed(cells, b.parts)
                    )


def _against_nil(total: Cell, parts: list[Term]) -> Relation:
    """A blank total taken as nil, because its own row prints totals for other columns."""
    figures = [part.figure for part in parts if isinstance(part.figure, Amount)]
    if not figures:
        return NOTHING_PRINTED
    zero = Amount.of(0, max(figure.decimals for figure in figures), figures[0].unit)
    return Sum(evolve(total, figure=zero), tuple(parts))


def _example(outcome: Outcome, *rows: str, title: str = "部门支出总体情况表") -> Example:
    return Example(title, "万元", rows, outcome)


_HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"

_OF_WHICH = {
    "zh": "{place}印为 {reported}，而其中各项之和为 {expected}，超出 {difference}",
    "en": "{place} prints {reported}, but the parts named in it add to {expected}, an excess of {difference}",
}

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
            in_context=True,
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
                message=_OF_WHICH,
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
                        title="“三公”经费支出表",
                    ),
                    _example(
                        Outcome.FAILED,
                        "项目 | 预算数",
                        "公务用车费 | 2.40",
                        "公务用车购置费 | 0.40",
                        "公务用车运行维护费 | 2.40",
                        title="“三公”经费支出表",
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
