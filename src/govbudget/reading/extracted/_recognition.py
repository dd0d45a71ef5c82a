"""Titles and shapes → kinds: what a table is whose title an extractor lost, cut off, or took from another table."""

from __future__ import annotations

from collections.abc import Sequence

from govbudget.disclosures import Aspect
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading.extracted._continuations import Part
from govbudget.reading.extracted._grids import Grid
from govbudget.reading.pages._context import Context
from govbudget.vocabulary import TableKind, shapes, vocabulary


def kind_of(grid: Grid, context: Context) -> TableKind | None:
    """Return the kind of a table: the one that its title names, unless its headings contradict it.

    Args:
        grid: The table.
        context: What is said around it.
    """
    title = normalise(context.title or "")
    named = vocabulary().table_kind(title) if title else None
    shape = grid.shape
    if shape is None or named in shape.kinds:
        return named
    titles = [one for one in shape.titles if one.endswith(title) or shapes().generic.fullmatch(title)]
    kinds = list(dict.fromkeys(filter(None, map(vocabulary().table_kind, titles))))
    if len(kinds) == 1 and (named is None or len(titles) == 1):
        _note(grid, kinds[0], context.title)
        return kinds[0]
    return named if len(shape.kinds) > 1 and not titles else None


def _note(grid: Grid, kind: TableKind, title: str | None) -> None:
    said = (
        Notice(f"所给标题“{title}”不全", f"the given title {title} is cut off")
        if title
        else Notice("没有标题", "it has no title")
    )
    grid.note(
        Aspect.KIND,
        Notice(f"认作{kind.zh}", f"taken for {kind.en}"),
        Notice(
            f"{said.zh}，而只有这种表是这样的表头", f"{said.en}, and only such tables have these headings"
        ),
    )


def without_repeats(parts: Sequence[Part]) -> list[TableKind | None]:
    """Return the kinds of tables; one that was only told by its shape counts only if no other table is of that kind.

    Args:
        parts: The tables.
    """
    kinds = [part.kind for part in parts]
    return [None if kinds.count(part.kind) > 1 and _is_guessed(part) else part.kind for part in parts]


def _is_guessed(part: Part) -> bool:
    named = vocabulary().table_kind(part.context.title or "")
    return part.grid.shape is not None and named != part.kind
