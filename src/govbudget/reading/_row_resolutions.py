"""How the hierarchy of rows, their codes and their cells were resolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govbudget.disclosures import Aspect, Resolution, RowKind
from govbudget.exceptions import Notice
from govbudget.reading._levels import readings
from govbudget.reading._resolutions import rows_named
from govbudget.reading._rows import DraftRow, LabelColumns

_BY = {
    RowKind.SUBJECT: Notice("科目编码逐级加长", "codes of subjects that begin with those above"),
    RowKind.ORGANISATION: Notice(
        "单位编码逐级加长，或无编码的单位名称",
        "codes of units that begin with those above, or names without codes",
    ),
    RowKind.OUTLINE: Notice("序号的级别（一、（一）1.）", "the ranks of outline numbers (一、（一）1.)"),
    RowKind.PLAIN: Notice(
        "类别的名称、“其中”或合并的名称栏", "names of categories, 其中, or merged cells of labels"
    ),
    RowKind.GROUP: Notice(
        "单独成行的基本支出、项目支出等名称", "names of kinds of expenditure in rows of their own"
    ),
    RowKind.DETAIL: Notice("无编码的行归其上有编码的行", "rows without code below a row with one"),
}


def of_rows(rows: Sequence[DraftRow], columns: LabelColumns) -> Iterator[Resolution]:
    """Iterate over what was resolved about the codes of rows and about which row belongs to which.

    Args:
        rows: The rows of a side, with codes and parents.
        columns: What its label columns hold.
    """
    yield from _tree(rows)
    yield from _assembled(rows, columns)
    filled = [row for row in rows if row.is_partial and len(row.pieces) > 1 and len(row.code or "") > 2]
    if filled:
        why = Notice(
            "只印出末级，缺的一级取自其上的行",
            "only the last piece is printed; what is missing is that of the rows above",
        )
        yield _about(Aspect.ROWS, filled, "补全编码", "codes completed", why)
    doubtful = [row for row in rows if row.is_doubtful]
    if doubtful:
        why = Notice(
            "缩进、“其中”之后或类别名称不足以说明归属",
            "indents, what follows 其中, or names of categories do not settle it",
        )
        yield _about(
            Aspect.ROWS,
            doubtful,
            "归属未定，不入合计",
            "left out of sums, as it is not certain where they belong",
            why,
        )
    repeated = [row for row in rows if row.is_open and row.kind is not RowKind.DETAIL]
    if repeated:
        why = Notice("小计在其各行之后，可能重复上面的行", "subtotals below their rows may repeat them")
        yield _about(Aspect.ROWS, repeated, "不入合计", "left out of sums", why)


def _about(aspect: Aspect, rows: Sequence[DraftRow], zh: str, en: str, why: Notice) -> Resolution:
    named = rows_named([row.line for row in rows])
    return Resolution(aspect, Notice(f"{named.zh}{zh}", f"{named.en}: {en}"), why, rows[0].line)


def _tree(rows: Sequence[DraftRow]) -> Iterator[Resolution]:
    kinds: dict[RowKind, int] = {}
    for row in rows:
        if row.parent is not None:
            kinds[row.kind] = kinds.get(row.kind, 0) + 1
    if not kinds:
        return
    count = sum(kinds.values())
    choice = Notice(f"{count} 行各归其上一行", f"{count} rows belong to a row above them")
    ways = [_BY[kind] for kind in kinds]
    counted = [f"{way.zh}（{n} 行）" for way, n in zip(ways, kinds.values(), strict=True)]
    told = [f"{way.en} ({n})" for way, n in zip(ways, kinds.values(), strict=True)]
    yield Resolution(Aspect.ROWS, choice, Notice("；".join(counted), "; ".join(told)))


def _assembled(rows: Sequence[DraftRow], columns: LabelColumns) -> Iterator[Resolution]:
    """The codes that were printed as two digits in one column below those of categories."""
    if not any(len(group) == 1 for group in columns.code_groups):
        return
    bare: dict[int, list[DraftRow]] = {}
    top = -1
    for i, row in enumerate(rows):
        is_bare = len(row.pieces) == 1 and len(row.pieces[0]) == 2
        if is_bare and top >= 0:
            bare.setdefault(top, []).append(row)
        elif row.kind is RowKind.SUBJECT and len(row.code or "") == 3:
            top = i
        elif not is_bare:
            top = -1
    for i, below in bare.items():
        category = rows[i].code or ""
        codes = [row.pieces[0] for row in below]
        named = rows_named([row.line for row in below])
        if any(row.is_open for row in below):
            choice = Notice(f"{named.zh}的两位编码未定", f"{named.en}: two-digit codes are left open")
            why = Notice(
                "款、项的次序和各数之和都不能定", "neither the order of the codes nor the sums settle them"
            )
        else:
            full = f"{below[0].pieces[0]} → {below[0].code}"
            choice = Notice(
                f"{named.zh}的两位编码接在 {category} 之后，如 {full}",
                f"{named.en}: two-digit codes completed below {category}, such as {full}",
            )
            ways = len(readings(codes))
            why = Notice(
                f"{ways} 种读法，只有一种合于各数之和", f"of {ways} readings one agrees with the sums"
            )
            if ways == 1:
                why = Notice("编码递增，只有一种读法", "codes ascend, which leaves one reading")
        yield Resolution(Aspect.ROWS, choice, why, below[0].line)


def of_cells(notices: Mapping[Notice, Sequence[int | None]]) -> Iterator[Resolution]:
    """Iterate over the rows whose blank cells were recovered or stay open.

    Args:
        notices: Why the numbers of some rows stand where they do, with the lines of these rows.
    """
    for why, lines in notices.items():
        named = rows_named(lines)
        choice = Notice(f"{named.zh}的空白格", f"{named.en}: blank cells")
        yield Resolution(Aspect.CELLS, choice, why, lines[0])


def of_lengths(
    header: Sequence[Sequence[str]], body: Sequence[Sequence[str]], lines: Sequence[int | None]
) -> Iterator[Resolution]:
    """Iterate over rows that are shorter than their headings.

    Args:
        header: The heading rows.
        body: The rows below them.
        lines: Their lines.
    """
    width = max(map(len, header))
    short = [line for row, line in zip(body, lines, strict=True) if len(row) < width]
    if short:
        named = rows_named(short)
        choice = Notice(f"{named.zh}格数不足，末尾作缺失", f"{named.en}: cells are missing at the end")
        why = Notice(f"表头有 {width} 格，这些行较少", f"the headings have {width} cells, these rows fewer")
        yield Resolution(Aspect.CELLS, choice, why, short[0])
