"""How the kind, the units, the headings and the columns of a table were resolved, and which of its numbers have no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from govbudget.amounts import Unit
from govbudget.disclosures import (
    Aspect,
    Breakdown,
    Cell,
    Column,
    Resolution,
    Side,
    Table,
    Unplaced,
    printed_numbers,
)
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading.tables._headers import DraftColumn, Node, is_figure, is_remark
from govbudget.reading.tables._resolutions import listed, quoted
from govbudget.relations import Reason
from govbudget.vocabulary import ColumnRole, TableKind, vocabulary

_WORD = Notice("所在栏是文字，不是金额", "their column holds words, not figures")
_LABEL = Notice("所在栏是项目、编码一类的名称栏", "their column holds labels")
_NO_HEADING = Notice("所在栏没有栏名", "their column has no heading")
_NO_UNIT = Notice("单位未定，金额不作数", "the unit is left open, and amounts are not taken")
_NO_NUMBER = Notice("不是合格的数", "they are not well-formed as numbers")
_TOTAL = Notice(
    "栏名是合计、小计一类，同级各栏为其分项",
    "their headings are words of totals, and their parts are the columns of the same level",
)
_OPTIONAL = Notice(
    "栏名是合计、小计一类；方括号内的各栏没有栏名，或各地计不计入不一，计入与否都可以",
    "their headings are words of totals; columns in brackets have no heading, or some regions count them and others do not: both may hold",
)
_OF_WHICH = Notice("印有“其中”，不要求列全", "其中 is printed: they need not be all of it")
_SINGLE = Notice(
    "合计之外只有这一栏，不要求列全", "it is the only column beside the total, and need not be all of it"
)
_GENERAL = frozenset({"revenue_summary", "expenditure_summary", "revenue_and_expenditure_summary"})
"""Kinds that any title with 收入 or 支出 can name if it names no other."""
_PARTS = 8
"""A sum of more parts is told by its first parts and their count."""


def of_kind(title: str, kind: TableKind | None) -> Iterator[Resolution]:
    """Iterate over what was resolved about the kind of a table: which of several that its title can name.

    Args:
        title: Its title.
        kind: Its kind.
    """
    if kind is None and title:
        why = Notice("表名中没有已知种类的用词", "the title has the words of no known kind")
        yield Resolution(Aspect.KIND, Notice("种类不明", "the kind is not known"), why)
    named = list(vocabulary().kinds_named(title))
    if kind is None or kind not in named:
        return
    if not all(word in normalise(title) for word in kind.words):
        choice = Notice(f"作{kind.zh}", f"the kind is {kind.en}")
        why = Notice("表名中的“收入支出”即“收支”", "收入支出 in the title means 收支")
        yield Resolution(Aspect.KIND, choice, why)
    others = [one for one in named if one != kind and not _is_implied(one, kind)]
    if others and named[0] == kind:
        choice = Notice(
            f"作{kind.zh}，不作{'、'.join(one.zh for one in others)}",
            f"{kind.en}, not {', '.join(one.en for one in others)}",
        )
        words = listed(kind.words)
        why = Notice(f"表名含{words.zh}，排在前的种类优先", f"the title has {words.en}; that kind goes first")
        yield Resolution(Aspect.KIND, choice, why)


def _is_implied(one: TableKind, kind: TableKind) -> bool:
    """Tell whether a kind is wider than another: it is a general one, or its words are parts of those of the other."""
    return one.key in _GENERAL or all(any(word in other for other in kind.words) for word in one.words)


def of_units(table: Table) -> Iterator[Resolution]:
    """Iterate over what was resolved about units beside those printed above a table.

    Args:
        table: The table.
    """
    columns = [column for side in table.sides for column in side.columns]
    own = [one for one in columns if one.unit not in (None, Unit.UNSTATED, table.unit)]
    for unit in dict.fromkeys(column.unit for column in own if column.unit is not None):
        names = listed([column.label for column in own if column.unit is unit])
        choice = Notice(f"{names.zh}的单位是{unit.value}", f"the unit of {names.en} is {unit.value}")
        yield Resolution(Aspect.UNIT, choice, Notice("印在栏名里", "it is printed in the heading"))
    if not table.units and any(column.unit is Unit.UNSTATED for column in columns):
        choice = Notice(
            "单位不明，与其他表不符之处不作判断",
            "the unit is not known: where its figures differ from other tables, nothing is decided",
        )
        why = Notice("表前和栏名都没有注明单位", "none is stated above it or in its headings")
        yield Resolution(Aspect.UNIT, choice, why)


def of_headings(height: int, root: Node) -> Iterator[Resolution]:
    """Iterate over what was resolved about headings of several levels.

    Args:
        height: How many levels there are.
        root: The tree of header cells.
    """
    if height < 2:
        return
    merged = [node for node in root.children if node.children]
    spans = [f"{quoted(node.label).zh} {len(node.columns)} 栏" for node in merged]
    named = [f"{quoted(node.label).en} over {len(node.columns)}" for node in merged]
    width = len(root.columns)
    choice = Notice(f"表头 {height} 层，共 {width} 栏", f"headings of {height} levels over {width} columns")
    why = Notice(
        f"合并的栏名：{'、'.join(spans)}" if merged else "各层都没有合并的栏名",
        f"merged headings: {', '.join(named)}" if merged else "no heading is merged",
    )
    yield Resolution(Aspect.HEADINGS, choice, why)


def of_sides(panels: Sequence[Sequence[DraftColumn]]) -> Iterator[Resolution]:
    """Iterate over the separation of a table into sides.

    Args:
        panels: The columns of every side that was kept, its labels first.
    """
    if len(panels) < 2:
        return
    ends = [(columns[0].position + 1, columns[-1].position + 1) for columns in panels]
    spans = ["–".join(map(str, dict.fromkeys(pair))) for pair in ends]
    choice = Notice(
        f"分作并排的 {len(panels)} 侧：第 {'、'.join(spans)} 栏",
        f"{len(panels)} sides beside each other: columns {', '.join(spans)}",
    )
    names = listed([columns[0].path[-1] if columns[0].path else "" for columns in panels[1:]])
    why = Notice(f"名称栏{names.zh}又在金额栏之右", f"the labels {names.en} stand right of amounts")
    yield Resolution(Aspect.SEPARATION, choice, why)


def of_side(one: Resolution, number: int, count: int) -> Resolution:
    """Return a resolution with the side that it is about.

    Args:
        one: A resolution about a side.
        number: Which side it is, counted from 0.
        count: How many sides there are.
    """
    zh, en = one.choice
    names = (Notice("左侧", "left side"), Notice("右侧", "right side"))
    side = names[number] if count == len(names) else Notice(f"第 {number + 1} 侧", f"side {number + 1}")
    return evolve(one, choice=Notice(f"{side.zh}：{zh}", f"{side.en}: {en}"))


def displaced_heading(name: str) -> Notice:
    """Say that a heading of remarks stands above figures.

    Args:
        name: The heading.
    """
    return Notice(
        f"“{name}”栏中是数字，表头可能错位", f"the column {name} holds figures: its heading may be displaced"
    )


def of_columns(columns: Iterable[DraftColumn], body: Sequence[Sequence[str]]) -> Iterator[Resolution]:
    """Iterate over columns whose content had to say what they hold.

    Args:
        columns: The columns of the matrix.
        body: The rows below the headings.
    """
    words = vocabulary()
    for column in columns:
        name = quoted(column.path[-1]) if column.path else None
        is_doubtful = name is None or column.role is ColumnRole.TEXT or is_remark(column.path[-1])
        if not is_doubtful:
            continue
        cells = [row[column.position] for row in body if column.position < len(row) and row[column.position]]
        count = sum(map(is_figure, cells))
        is_known = name is not None and words.column_role(column.path[-1]) is not None
        if name is not None and is_remark(column.path[-1]) and column.role is ColumnRole.AMOUNT:
            choice = Notice(f"栏{name.zh}作金额", f"the column {name.en} is taken for amounts")
            why = displaced_heading(column.path[-1])
        elif name is None and cells:
            place = column.position + 1
            choice = Notice(f"第 {place} 栏没有栏名", f"column {place} has no heading")
            why = Notice(
                f"表头在这一栏是空的，其中有 {len(cells)} 格内容",
                f"its heading is blank; {len(cells)} of its cells are filled",
            )
        elif name is not None and not is_known and column.role is ColumnRole.TEXT:
            choice = Notice(f"栏{name.zh}作文字", f"the column {name.en} is taken for words")
            why = Notice(
                f"不认识栏名；{len(cells)} 格中 {len(cells) - count} 格不是数",
                f"its heading is not known; {len(cells) - count} of {len(cells)} cells are no numbers",
            )
        else:
            continue
        yield Resolution(Aspect.COLUMNS, choice, why)


def of_groups() -> Resolution:
    """Return the resolution that blanks within figures part their thousands."""
    return Resolution(
        Aspect.CELLS,
        Notice("数字中的空格作千分位", "blanks within figures are taken to part thousands"),
        Notice(
            "其后都是三位数字，表内没有四位连写或用逗号的数，也没有可拆作两个数的",
            "three digits follow each, and no figure prints four in a row, or commas, or could be two",
        ),
    )


def of_sums(side: Side) -> Iterator[Resolution]:
    """Iterate over which columns were taken for totals of which others, and over totals for which that is not certain.

    Args:
        side: A side of a table.
    """
    breakdowns = side.columns.breakdowns
    equations: dict[Notice, list[str]] = {}
    for one in breakdowns:
        equations.setdefault(_why(side, one), []).append(_equation(side, one))
    for why, sums in equations.items():
        yield Resolution(Aspect.COLUMNS, Notice("；".join(sums), "; ".join(sums)), why)
    broken = {b.total for b in breakdowns}
    open_totals = [c for c in side.columns if _is_open_total(c, side) and c.index not in broken]
    if open_totals:
        names = listed([column.name for column in open_totals])
        choice = Notice(f"{names.zh}没有定出分项", f"no parts were found for {names.en}")
        why = Notice(
            "旁边的栏名重复，或各栏都不能确定属于它",
            "headings beside it stand twice, or no column is certain to be part of it",
        )
        yield Resolution(Aspect.COLUMNS, choice, why)


def _is_open_total(column: Column, side: Side) -> bool:
    is_total = column.role is ColumnRole.AMOUNT and vocabulary().is_total_column(column.label)
    return is_total and sum(one.role is ColumnRole.AMOUNT for one in side.columns) > 1


def _why(side: Side, breakdown: Breakdown) -> Notice:
    """Return what speaks for a breakdown of columns."""
    if not breakdown.of_which:
        return _OPTIONAL if breakdown.optional else _TOTAL
    of_which = vocabulary().strip_of_which
    marked = any(of_which(normalise(label))[0] for i in breakdown.parts for label in side.columns[i].path)
    return _OF_WHICH if marked else _SINGLE


def _equation(side: Side, breakdown: Breakdown) -> str:
    parts = _short([side.columns[i] for i in breakdown.parts])
    sign = " ⊇ " if breakdown.of_which else " = "
    more = f" + …（{len(parts)}）" if len(parts) > _PARTS else ""
    optional = "".join(f" [+ {one}]" for one in _short([side.columns[i] for i in breakdown.optional]))
    total = _short([side.columns[breakdown.total]])[0]
    return total + sign + " + ".join(parts[:_PARTS]) + more + optional


def _short(columns: Sequence[Column]) -> list[str]:
    """Name columns by their last heading, or by the last two where that is only the word of a total or not enough to tell them."""
    last = Counter(normalise(column.label) for column in columns)
    names: list[str] = []
    for column in columns:
        labels = [normalise(label) for label in column.path[-2:]] or [f"#{column.position + 1}"]
        is_enough = last[labels[-1]] == 1 and not vocabulary().is_total_column(labels[-1])
        names.append(labels[-1] if is_enough else "/".join(labels))
    return names


def unplaced_in(
    sides: Sequence[Side], body: Sequence[Sequence[str]], lines: Sequence[int | None], ordinals: set[int]
) -> Iterator[Unplaced]:
    """Iterate over the numbers of a table that are no figures in cells.

    Args:
        sides: Its sides.
        body: Its rows.
        lines: Their lines.
        ordinals: The columns that number the rows.
    """
    inside = {column.position for side in sides for column in side.columns}
    for row, line in zip(body, lines, strict=True):
        texts = [
            number
            for j, text in enumerate(row)
            if j not in inside and j not in ordinals
            for number in printed_numbers(text)
        ]
        if texts:
            yield Unplaced(tuple(texts), next((text for text in row if text), ""), _LABEL, line)
    for side in sides:
        for heading, cells in zip(side.rows, side.matrix, strict=True):
            found: dict[Notice, list[str]] = {}
            for cell in cells:
                if cell is not None and cell.column.position not in ordinals and not _is_placed(cell):
                    numbers, why = _in_cell(cell)
                    found.setdefault(why, []).extend(numbers)
            told = ((why, tuple(some)) for why, some in found.items() if some)
            yield from (Unplaced(some, heading.name, why, heading.line) for why, some in told)


def _is_placed(cell: Cell) -> bool:
    return not cell.text or (cell.figure is not None and bool(cell.column.path))


def _in_cell(cell: Cell) -> tuple[Sequence[str], Notice]:
    """Return the numbers of a cell that is no figure below a heading, and why it is none."""
    if not cell.column.path:
        return list(printed_numbers(cell.text)), _NO_HEADING
    if cell.column.role is ColumnRole.TEXT:
        return list(printed_numbers(cell.text)), _WORD
    printed = [cell.text] if any(char.isdigit() for char in cell.text) else []
    return printed, _NO_UNIT if cell.reason is Reason.UNIT else _NO_NUMBER
