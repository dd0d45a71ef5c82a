"""Plain records → the same tables that documents give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from govbudget.amounts import Amount, Unit
from govbudget.disclosures import Axis, Breakdown, Cell, Column, Flow, Origin, Row, Side, Table
from govbudget.exceptions import FigureError, ReadingError, UsageError
from govbudget.intervals import Figure
from govbudget.reading.pages._cells import read_cell
from govbudget.reading.tables._axes import column_breakdowns, row_breakdowns
from govbudget.reading.tables._drafts import DraftRow, LabelColumns
from govbudget.reading.tables._headers import draft_columns, header_tree
from govbudget.reading.tables._rows import draft_rows
from govbudget.vocabulary import ColumnRole, vocabulary

Value = str | int | Decimal | Figure | None
Record = Mapping[str, Value]

_LABELS = ("code", "name", "org_code")


def read_records(  # noqa: PLR0913 - all but the records are given by name
    records: Iterable[Record],
    *,
    title: str,
    unit: str | Unit,
    breakdowns: Mapping[str, Sequence[str]] | None = None,
    source: str | None = None,
    entity: str | None = None,
) -> Table:
    """Build a table from plain records, such as rows of a database.

    Every record has a `name`, perhaps a subject `code` (3, 5 or 7 digits) or an `org_code`, and amounts by measure. The
    hierarchy of rows follows from the codes and from total names such as 合计, that of the measures from names such as
    合计, 基本支出, 项目支出, or from `breakdowns`.

    Args:
        records: The records, in order.
        title: What table this is, such as 部门支出总体情况表.
        unit: The unit of all amounts that do not carry their own.
        breakdowns: Which measures are sums of which others, such as {"合计": ["基本支出", "项目支出"]}.
        source: Where the records come from.
        entity: The department or unit that the table is of.

    Raises:
        ReadingError: There is no record, or a record has no name, or an amount cannot be taken.
        FigureError: The unit is not known.
        UsageError: The records are not mappings with text for keys.

    >>> table = read_records(
    ...     [{"name": "合计", "合计": "3.00", "基本支出": "1.00", "项目支出": "2.00"},
    ...      {"code": "201", "name": "一般公共服务支出", "合计": "3.00", "基本支出": "1.00", "项目支出": "2.00"}],
    ...     title="部门支出总体情况表", unit="万元")
    >>> [row.name for row in table.sides[0].rows]
    ['合计', '201 一般公共服务支出']
    """
    rows = _records(records)
    origin = Origin(source, title)
    if not rows:
        raise ReadingError(
            source or "<records>",
            "there is no record",
            "give one record for each row",
            zh="没有记录；请为每一行给出一条记录",
        )
    money = Unit.named(unit)
    measures = _measures(rows, source)
    columns = _columns(measures, money, breakdowns, source)
    drafts = [_draft(i, row, source) for i, row in enumerate(rows)]
    draft_rows(drafts, _label_columns(drafts, title), lambda _total, _parts: False)
    axis = Axis(
        tuple(
            Row(d.label, d.kind, i, i, d.code, d.codes, d.labels, d.subjects, d.parent)
            for i, d in enumerate(drafts)
        ),
        tuple(row_breakdowns(drafts)),
    )
    matrix = tuple(
        tuple(_cell(rows[row.index].get(column.label), row, column, origin) for column in columns)
        for row in axis
    )
    kind = vocabulary().table_kind(title)
    side = Side(origin, axis, columns, matrix, Flow(kind.flow) if kind and kind.flow else None)
    units = (money,) if money is not Unit.UNSTATED else ()
    return Table(origin, kind, units, (side,), entity=entity)


def _records(given: object) -> list[Record]:
    rows: list[Record] = []
    for row in given if isinstance(given, Iterable) else (given,):
        if not isinstance(row, Mapping) or not all(isinstance(key, str) for key in row):
            msg = f"{row!r} is no record; give mappings whose keys are text"
            raise UsageError(msg, zh=f"{row!r} 不是记录；请给出以文本为键的映射")
        rows.append(row)
    return rows


def _measures(rows: Sequence[Record], source: str | None) -> list[str]:
    measures = list(dict.fromkeys(key for row in rows for key in row if key not in _LABELS))
    if not measures:
        raise ReadingError(
            source or "<records>",
            "no record has an amount",
            "give amounts by measure, such as 合计",
            zh="各条记录都没有金额；请按口径（如“合计”）给出金额",
        )
    return measures


def _label_columns(drafts: Sequence[DraftRow], title: str) -> LabelColumns:
    """Records without any code are a plain list of names."""
    economic = "经济" in title or "基本支出" in title
    if not any(draft.labels[0] or draft.labels[1] for draft in drafts):
        return LabelColumns([ColumnRole.TEXT, ColumnRole.TEXT, ColumnRole.NAME], [], economic)
    return LabelColumns(
        [ColumnRole.ORG_CODE, ColumnRole.SUBJECT_CODE, ColumnRole.NAME], [[0], [1]], economic, frozenset({2})
    )


def _draft(position: int, record: Record, source: str | None) -> DraftRow:
    texts = [record.get(key) for key in ("org_code", "code", "name")]
    wrong = next((text for text in texts if text is not None and not isinstance(text, str)), None)
    if wrong is not None:
        reason = f"record {position + 1} has the label {wrong!r}, a {type(wrong).__name__}"
        raise ReadingError(
            source or "<records>",
            reason,
            "give codes and names as text",
            zh=f"第 {position + 1} 条记录的名称是 {wrong!r}（{type(wrong).__name__}）；编码和名称请给文本",
        )
    labels = tuple(str(text or "").strip() for text in texts)
    if not any(labels):
        reason = f"record {position + 1} has neither name nor code"
        raise ReadingError(
            source or "<records>",
            reason,
            'give every record a "name"',
            zh=f"第 {position + 1} 条记录既无名称也无编码；请为每条记录给出“name”",
        )
    return DraftRow(position, None, labels)


def _columns(
    measures: list[str], unit: Unit, breakdowns: Mapping[str, Sequence[str]] | None, source: str | None
) -> Axis[Column]:
    root = header_tree([measures], len(measures))
    drafts = draft_columns(root, [])
    known = [d.role if not d.role.is_label else ColumnRole.AMOUNT for d in drafts]
    stated = (
        _stated(measures, breakdowns, source) if breakdowns is not None else column_breakdowns(root, drafts)
    )
    parents = {part: b.total for b in stated for part in b.parts}
    columns = (
        Column((name,), role, i, i, unit, parents.get(i))
        for i, (name, role) in enumerate(zip(measures, known, strict=True))
    )
    return Axis(tuple(columns), tuple(stated))


def _stated(
    measures: list[str], breakdowns: Mapping[str, Sequence[str]], source: str | None
) -> list[Breakdown]:
    unknown = [
        name for total, parts in breakdowns.items() for name in (total, *parts) if name not in measures
    ]
    if unknown:
        reason = f"the breakdown names {unknown[0]!r}, which no record has"
        raise ReadingError(
            source or "<records>",
            reason,
            f"use the measures {', '.join(measures)}",
            zh=f"分解所列 {unknown[0]!r} 不在任何记录中；请用 {'、'.join(measures)}",
        )
    return [
        Breakdown(measures.index(t), tuple(map(measures.index, parts))) for t, parts in breakdowns.items()
    ]


def _cell(value: Value, row: Row, column: Column, origin: Origin) -> Cell | None:
    if value is None or value == "":
        return None
    if isinstance(value, Figure):
        return Cell(str(value), value, row, column, origin)
    try:
        if isinstance(value, str):
            figure, reason = read_cell(value, column.role, column.unit)
            return Cell(value, figure, row, column, origin, reason)
        return Cell(str(value), Amount(value, column.unit or Unit.UNSTATED), row, column, origin)
    except FigureError as error:
        place = f"{origin.source or '<records>'}: record {row.position + 1}, {column.label}"
        raise FigureError(
            value,
            f"{error.reason} ({place})",
            error.remedy,
            zh=f"{error.zh}（{origin.source or '<records>'}：第 {row.position + 1} 条记录，{column.label}）",
        ) from None
