"""How the lines around a table and the blocks of its rows were taken: resolutions of title, unit, year, continuation and headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govbudget.amounts import Unit
from govbudget.disclosures import Aspect, Resolution
from govbudget.exceptions import Notice
from govbudget.labels import shown
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import Context

_NAMED = 6
"""So many places are named, the rest is counted."""
_QUOTED = 30

SAME = Notice("表名和表头与前页相同", "title and headings are those of the page before")
REPEATED = Notice(
    "其上没有文字，表头与前页相同", "no text stands above them, and the headings are those of the page before"
)
BARE = Notice("其上没有文字，也没有自己的表头", "no text and no headings of their own stand above them")
FORM = Notice("其上没有另一张表的表名", "no title of another table stands above them")


def quoted(text: str) -> Notice:
    """Return a printed text in quotation marks, cut if it is long."""
    plain = shown(text)
    short = plain if len(plain) <= _QUOTED else f"{plain[:_QUOTED]}…"
    return Notice(f"“{short}”", f"'{short}'")


def listed(names: Sequence[str]) -> Notice:
    """Return the first of some names, and how many there are if they are many."""
    named = [quoted(name) for name in names[:_NAMED]]
    more = len(names) > _NAMED
    zh = "、".join(one.zh for one in named) + (f"等 {len(names)} 个" if more else "")
    en = ", ".join(one.en for one in named) + (f" … ({len(names)})" if more else "")
    return Notice(zh, en)


def rows_named(lines: Iterable[int | None]) -> Notice:
    """Return rows by their lines, neighbours as a range; only how many they are where the lines are not known or too many."""
    every = list(lines)
    known = sorted(line for line in every if line is not None)
    ranges: list[list[int]] = []
    for line in known:
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    count = len(every)
    if len(known) < count or not ranges:
        return Notice(f"{count} 行", f"{count} row{'s' * (count != 1)}")
    spans = [str(a) if a == b else f"{a}–{b}" for a, b in ranges[:_NAMED]]
    more = len(ranges) > _NAMED
    zh = f"第 {'、'.join(spans)} 行" + (f"等 {count} 行" if more else "")
    en = f"line{'s' * (count != 1)} {', '.join(spans)}" + (f" … ({count} rows)" if more else "")
    return Notice(zh, en)


def of_context(
    context: Context, before: Sequence[Line], *, usual: Unit | None = None
) -> Iterator[Resolution]:
    """Iterate over what was resolved about title, unit and year.

    Args:
        context: What was read from the lines before a table.
        before: These lines.
        usual: The unit that a form takes where it states none: that of the tables of the document.
    """
    yield from _title(context, before)
    yield from _unit(context, usual)
    if context.other_years is not None:
        yield Resolution(Aspect.YEAR, Notice("年度未定", "the year is left open"), context.other_years)


def _title(context: Context, before: Sequence[Line]) -> Iterator[Resolution]:
    line = context.title_line
    if context.title is None or line is None:
        nearest = before[-1 - context.used] if len(before) > context.used else None
        none = Notice("其上没有文字", "no text stands above it")
        if context.used:
            none = Notice("其上只有单位、部门一类的行", "only lines that state unit or entity stand above it")
        if nearest is not None:
            name = quoted(nearest.text)
            none = Notice(
                f"其上最近的文字{name.zh}不像表名",
                f"the nearest text above it, {name.en}, is not like a title",
            )
        at = nearest.number if nearest is not None else None
        yield Resolution(Aspect.TITLE, Notice("没有表名", "it has no title"), none, at)
        return
    name, printed = quoted(context.title), quoted(line.text)
    if line.is_row:
        choice = Notice(
            f"表名{name.zh}取自表内的一行", f"the title {name.en} is taken from a row of the table"
        )
        why = Notice(
            "该行在表头之上，像表名，没有数",
            "the row stands above the headings, is like a title, and has no figures",
        )
        yield Resolution(Aspect.TITLE, choice, why, line.number)
    elif not shown(line.text).endswith(context.title):
        choice = Notice(f"表名作{name.zh}", f"the title is taken to be {name.en}")
        why = Notice(
            f"印作{printed.zh}，其余是单位或部门名称，不算表名",
            f"{printed.en} is printed: the rest is a unit or an entity, no part of a title",
        )
        yield Resolution(Aspect.TITLE, choice, why, line.number)


def _unit(context: Context, usual: Unit | None) -> Iterator[Resolution]:
    if context.unit_problem is not None:
        choice = Notice("单位未定，金额不作数", "the unit is left open, and amounts are not taken")
        yield Resolution(Aspect.UNIT, choice, context.unit_problem)
    elif not context.units and usual is not None and usual is not Unit.UNSTATED:
        name = usual.value
        choice = Notice(f"没有自带单位的金额按{name}", f"amounts without a unit of their own are in {name}")
        why = Notice(
            "表前没有注明单位，其他各表只有一种单位", "none is stated above it, and the tables state only one"
        )
        yield Resolution(Aspect.UNIT, choice, why)
    elif context.unit_line is not None and context.unit_line is context.title_line:
        name = context.units[0].value
        choice = Notice(f"单位：{name}", f"the unit is {name}")
        why = Notice("与表名印在同一行", "it is printed on the line of the title")
        yield Resolution(Aspect.UNIT, choice, why, context.unit_line.number)


def of_joined(blocks: Sequence[Sequence[int | None]], why: Notice) -> Resolution:
    """Return the resolution that some rows continue the table before them.

    Args:
        blocks: The lines of their blocks.
        why: What speaks for it.
    """
    spans = [f"{block[0]}–{block[-1]}" for block in blocks if block and block[0] is not None]
    choice = Notice(f"接上 {len(blocks)} 段续表", f"{len(blocks)} blocks of rows continue the table")
    if len(spans) == len(blocks):
        choice = Notice(
            f"第 {'、'.join(spans)} 行接作本表的续表", f"lines {', '.join(spans)} continue the table"
        )
    return Resolution(Aspect.CONTINUATION, choice, why, blocks[0][0] if blocks[0] else None)


def of_separated(before: Sequence[Line], lines: Sequence[int | None]) -> Resolution:
    """Return the resolution that a table without title does not continue the one before it.

    Args:
        before: The text above it.
        lines: The lines of its rows.
    """
    choice = Notice("另作一表，不接上表", "it is a table of its own and does not continue the one before it")
    why = Notice("表头与上表不同", "its headings are not those of the table before it")
    if before:
        text = quoted(before[-1].text)
        why = Notice(f"与上表之间有文字{text.zh}", f"the text {text.en} stands between the two")
    return Resolution(Aspect.SEPARATION, choice, why, next(iter(lines), None))


def of_left_out(numbered: Sequence[int | None], repeated: Sequence[int | None]) -> Iterator[Resolution]:
    """Iterate over the rows that are no data: those that number the columns, and headings that stand again below.

    Args:
        numbered: The lines of rows with column numbers.
        repeated: The lines of repeated headings.
    """
    for lines, why in (
        (
            numbered,
            Notice("只有栏次（1 2 3）或星号", "only numbers of the columns (1 2 3) or stars stand there"),
        ),
        (repeated, Notice("与表头的一行相同", "they repeat a row of the headings")),
    ):
        if lines:
            rows = rows_named(lines)
            choice = Notice(f"{rows.zh}不作数据", f"{rows.en} left out of the data")
            yield Resolution(Aspect.HEADINGS, choice, why, lines[0])


def of_document(
    contexts: Sequence[Context], stated: tuple[int | None, str | None], found: tuple[int | None, str | None]
) -> Iterator[Resolution]:
    """Iterate over what was resolved about year and entity of a document in whose first lines they are not recognised.

    Args:
        contexts: What stands above its tables.
        stated: Year and entity in its first lines.
        found: Year and entity that were taken.
    """
    table = Notice(
        "文件开头没有认出，取自表前所写", "it is not recognised in the first lines, but stated above a table"
    )
    nowhere = Notice(
        "文件开头和表前都没有认出", "it is not recognised in the first lines, nor above any table"
    )
    year, entity = found
    if year is None:
        yield Resolution(Aspect.YEAR, Notice("年度不明", "the year is not known"), nowhere)
    elif stated[0] is None:
        line = next((one.title_line for one in contexts if one.year == year), None)
        choice = Notice(f"年度作 {year}", f"the year is taken to be {year}")
        yield Resolution(Aspect.YEAR, choice, table, line.number if line else None)
    if entity is None:
        yield Resolution(Aspect.ENTITY, Notice("部门不明", "the entity is not known"), nowhere)
    elif stated[1] is None:
        name = quoted(entity)
        choice = Notice(f"部门作{name.zh}", f"the entity is taken to be {name.en}")
        yield Resolution(Aspect.ENTITY, choice, table)
