"""Pages without headings of a table with several columns of texts: told by where their cells begin, if each begins at one place only.

Cells of text begin at the left of their column. If as many places are found as there are columns of free texts, and the goods stand at the
last of them wherever fixed words (分散自行组织) stand beside them, every column has its place; else nothing is told apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from govbudget.reading.flat._pages import AMOUNT
from govbudget.reading.flat._panels import Panel
from govbudget.reading.layout._grid import GridLine
from govbudget.reading.layout._pages import LaidLine, Word


def text_lines(lines: Sequence[LaidLine], panel: Panel) -> list[GridLine] | None:
    """Return the lines of a page by columns, or None if its texts cannot be told apart.

    Args:
        lines: The lines of one page.
        panel: The only side of the table, with one column of amounts.
    """
    free = [label.position for label in panel.labels if label.pattern is None]
    cells = [_cells(line, panel) for line in lines]
    texts = [[cell for cell in line if _fixed(cell, panel) is None] for line in cells]
    starts = sorted({cell.start for line in texts for cell in line})
    if len(starts) != len(free):
        return None
    columns = dict(zip(starts, free, strict=True))
    found: list[GridLine] = []
    for line, row, rest in zip(lines, cells, texts, strict=True):
        labels = {columns[cell.start]: cell.text for cell in rest}
        fixed = {j: cell.text for cell in row if (j := _fixed(cell, panel)) is not None}
        amounts = tuple((j, text) for j, text in fixed.items() if j in panel.amounts)
        choices = {j: text for j, text in fixed.items() if j not in panel.amounts}
        is_goods = any(j > free[-1] for j in choices)
        if len(labels) + len(fixed) < len(row) or (is_goods and labels.keys() - {free[-1]}):
            return None
        found.append(GridLine(line.number, labels | choices, amounts))
    return found


def _cells(line: LaidLine, panel: Panel) -> list[Word]:
    """Return the cells of a line: words that stand one blank apart are in the same one, unless one of them is an amount or fixed."""
    found: list[Word] = []
    for word in line.words:
        last = found[-1] if found else None
        both = Word(f"{last.text} {word.text}", last.start, word.end) if last is not None else word
        is_beside = last is not None and word.start - last.end == 1
        is_fixed = any(_fixed(one, panel) is not None for one in (last, word) if one is not None)
        if is_beside and (not is_fixed or _fixed(both, panel) is not None):
            found[-1] = both
        else:
            found.append(word)
    return found


def _fixed(cell: Word, panel: Panel) -> int | None:
    """Return the column of an amount, or of a text that is one of a few fixed words."""
    if AMOUNT.fullmatch(cell.text):
        return panel.amounts[0]
    plain = cell.text.replace(" ", "")
    return next(
        (one.position for one in panel.labels if one.pattern is not None and one.pattern.fullmatch(plain)),
        None,
    )
