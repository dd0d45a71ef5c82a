"""How the hierarchy of rows, their codes and their cells were resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govbudget.disclosures import Aspect, Resolution, RowKind
from govbudget.exceptions import Notice
from govbudget.reading.pages._levels import readings
from govbudget.reading.tables._drafts import DraftRow, LabelColumns
from govbudget.reading.tables._resolutions import rows_named

_BY = {
    RowKind.SUBJECT: Notice("科目编码逐级加长", "codes of subjects begin with those above"),
    RowKind.ORGANISATION: Notice("单位编码逐级加长", "codes of units begin with those above"),
    RowKind.OUTLINE: Notice("序号分级（一、（一）1.）", "outline numbers have ranks (一、（一）1.)"),
    RowKind.DETAIL: Notice(
        "没有自己编码的行，其上有编码", "rows without a code of their own stand below a row with one"
    ),
    RowKind.GROUP: Notice(
        "基本支出、项目支出等名称单独成行", "names of kinds of expenditure stand in rows of their own"
    ),
}
_OF_WHICH = Notice("印有“其中”", "其中 is printed")
_CATEGORY = Notice("在经济分类的类别名称之下", "they stand below the name of an economic category")
_NUMBERED = Notice("没有序号的行，其上有序号", "rows without number stand below a numbered one")
_MERGED = Notice("名称印在更靠右的名称栏", "their labels stand in a label column further right")
_BELOW = Notice("在单位、类别等名称之下", "they stand below the name of a unit, a category or the like")
_ONE_READING = Notice("同级编码递增，只有一种读法", "codes of one level ascend, which leaves one reading")
_BY_SUMS = Notice(
    "同级编码递增有几种读法，一种合于各数之和",
    "codes of one level ascend in several readings, of which one agrees with the sums",
)
_LEFT_OPEN = Notice("编码的次序和各数之和都不能定", "neither the order of the codes nor the sums settle them")
_UNSETTLED = Notice(
    "缩进不一，或类别名称与款项名称混排，不足以说明归属",
    "indents differ, or names of categories and sections are mixed, which does not settle it",
)
_BROKEN = Notice(
    "名称缺失，或像是残缺的合计名称", "their names are lost, or may be the broken names of totals"
)
_AFTER = Notice(
    "在“其中”的行之后，是否仍属其中不明", "they stand below rows of 其中 and may or may not be among them"
)


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
    yield from _doubtful(rows)
    repeated = [row for row in rows if row.is_open and row.kind not in (RowKind.DETAIL, RowKind.TOTAL)]
    if repeated:
        why = Notice("小计在其各行之后，可能重复上面的行", "subtotals below their rows may repeat them")
        yield _about(Aspect.ROWS, repeated, "不入合计", "left out of sums", why)


def _about(aspect: Aspect, rows: Sequence[DraftRow], zh: str, en: str, why: Notice) -> Resolution:
    named = rows_named([row.line for row in rows])
    return Resolution(aspect, Notice(f"{named.zh}{zh}", f"{named.en}: {en}"), why, rows[0].line)


def _doubtful(rows: Sequence[DraftRow]) -> Iterator[Resolution]:
    """The rows of which the layout does not say where they belong, by why it does not."""
    reasons: dict[Notice, list[DraftRow]] = {}
    after = False
    for row in rows:
        after = row.kind is RowKind.PLAIN and (after or row.outline.of_which)
        if row.is_doubtful:
            why = _BROKEN if row.is_broken else _AFTER if after else _UNSETTLED
            reasons.setdefault(why, []).append(row)
    for why, some in reasons.items():
        yield _about(
            Aspect.ROWS, some, "归属未定，不入合计", "left out of sums, as it is open where they belong", why
        )


def _tree(rows: Sequence[DraftRow]) -> Iterator[Resolution]:
    ways: Counter[Notice] = Counter()
    for row in rows:
        if row.parent is not None:
            ways[_way(row, rows[row.parent])] += 1
    if ways:
        count = sum(ways.values())
        choice = Notice(f"{count} 行归在上级的行之下", f"{count} rows belong below others")
        zh = "；".join(f"{way.zh}（{n} 行）" for way, n in ways.items())
        en = "; ".join(f"{way.en} ({n})" for way, n in ways.items())
        yield Resolution(Aspect.ROWS, choice, Notice(zh, en))


def _way(row: DraftRow, above: DraftRow) -> Notice:
    """Return what speaks for it that a row belongs below another."""
    if row.outline.of_which:
        return _OF_WHICH
    if row.kind is not RowKind.PLAIN:
        is_of_kind = above.kind is row.kind and (above.code or row.kind is RowKind.OUTLINE)
        is_told = is_of_kind or row.kind is RowKind.GROUP or (row.kind is RowKind.DETAIL and above.code)
        return _BY[row.kind] if is_told else _BELOW
    if above.kind is not RowKind.PLAIN:
        return _NUMBERED if above.kind is RowKind.OUTLINE else _BELOW
    return _CATEGORY if above.is_economic_category and not row.is_economic_category else _MERGED


def _assembled(rows: Sequence[DraftRow], columns: LabelColumns) -> Iterator[Resolution]:
    """The codes that were printed as two digits in one column below those of categories, by what completed them."""
    if not any(len(group) == 1 for group in columns.code_groups):
        return
    below: dict[int, list[DraftRow]] = {}
    top = -1
    for i, row in enumerate(rows):
        is_bare = len(row.pieces) == 1 and len(row.pieces[0]) == 2
        if is_bare and top >= 0:
            below.setdefault(top, []).append(row)
        elif not is_bare:
            top = i if row.kind is RowKind.SUBJECT and len(row.code or "") == 3 else -1
    ways: dict[Notice, list[DraftRow]] = {}
    for some in below.values():
        ways.setdefault(_completed(some), []).extend(some)
    for why, some in ways.items():
        first = some[0]
        if why is _LEFT_OPEN:
            yield _about(Aspect.ROWS, some, "两位编码未补全", "two-digit codes are not completed", why)
        else:
            full = f"{first.pieces[0]} → {first.code}"
            yield _about(
                Aspect.ROWS,
                some,
                f"两位编码补全，如 {full}",
                f"two-digit codes completed, such as {full}",
                why,
            )


def _completed(rows: Sequence[DraftRow]) -> Notice:
    """Return what completed the two-digit codes below one category."""
    if any(row.is_open for row in rows):
        return _LEFT_OPEN
    return _ONE_READING if len(readings([row.pieces[0] for row in rows])) == 1 else _BY_SUMS


def of_cells(rows: Iterable[tuple[int | None, Notice, bool]]) -> Iterator[Resolution]:
    """Iterate over the rows whose blank cells were recovered or stay open.

    Args:
        rows: Their lines, why their numbers stand where they do, and whether some stay open.
    """
    ways: dict[tuple[Notice, bool], list[int | None]] = {}
    for line, why, is_open in rows:
        ways.setdefault((why, is_open), []).append(line)
    for (why, is_open), lines in ways.items():
        named = rows_named(lines)
        zh, en = (
            ("部分数字的栏未定", "the columns of some numbers are left open")
            if is_open
            else ("补出空白格", "blank cells put back")
        )
        yield Resolution(Aspect.CELLS, Notice(f"{named.zh}{zh}", f"{named.en}: {en}"), why, lines[0])


def short_rows(count: int) -> Notice:
    """Say that rows are shorter than their headings.

    Args:
        count: How many.
    """
    return Notice(f"{count} 行比表头短", f"{count} rows are shorter than the heading")


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
        why = short_rows(len(short))
        yield Resolution(Aspect.CELLS, choice, why, short[0])
