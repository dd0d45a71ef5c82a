"""How a table without cell borders was resolved: pages, headings that run together, labels broken over lines, numbers without a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govbudget.disclosures import Aspect, Resolution, Unplaced
from govbudget.exceptions import Notice
from govbudget.reading.flat._panels import FlatRow
from govbudget.reading.pages._context import Context
from govbudget.reading.tables._resolutions import SAME, of_context, of_joined, rows_named


def of_flat_text(
    context: Context, spans: Sequence[tuple[int, int]], width: int, rows: Sequence[FlatRow]
) -> Iterator[Resolution]:
    """Iterate over what was resolved about a text before its numbers were placed.

    Args:
        context: What stands above the headings.
        spans: First and last line of every page.
        width: How many columns its headings give.
        rows: Its rows.
    """
    yield from of_context(context, ())
    if len(spans) > 1:
        yield of_joined(spans[1:], SAME)
    choice = Notice(
        f"连在一起的表头文字分为 {width} 栏",
        f"headings that run together are taken apart into {width} columns",
    )
    why = Notice(
        "按已知的栏名逐层读，只有一种分法能读完",
        "read level by level by known headings, only one way uses all of the text",
    )
    yield Resolution(Aspect.HEADINGS, choice, why)
    broken = [row.line for row in rows if row.height > 1]
    if broken:
        named = rows_named(broken)
        choice = Notice(f"{named.zh}由几行文字拼成", f"{named.en}: put together from several lines of text")
        why = Notice(
            "编码另起一行，数字结束一行，名称在其间",
            "a code begins a row and numbers end it, with the name between them",
        )
        yield Resolution(Aspect.ROWS, choice, why, broken[0])


def unplaced_in_row(
    row: FlatRow, side: int, name: str, places: Sequence[int | None], reason: Notice
) -> Iterator[Unplaced]:
    """Iterate over the numbers of a row that stand in no column: all of them together, or none.

    Args:
        row: The row.
        side: Which of its sides.
        name: What the row is called.
        places: For every column the place of its number in the row; None for a blank or an open cell.
        reason: How its numbers were placed.
    """
    texts = row.amounts.get(side, ())
    left = tuple(text for i, text in enumerate(texts) if i not in places)
    if left:
        yield Unplaced(left, name, reason, row.line)
