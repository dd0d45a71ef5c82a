"""Pages without headings of a table with several columns of texts: told by where their cells begin, or by the blanks between them.

Cells of text begin at the left of their column. If as many places are found as there are columns of free texts, every column has its
place; else the words of a page are taken together that stand above each other, and there must be as many heaps of them as columns, each
two of them set apart by two blanks, in some line or in all. Wherever fixed words (分散自行组织) stand beside the goods, these must stand in the last of the columns;
else nothing is told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from govbudget.reading.flat._pages import AMOUNT
from govbudget.reading.flat._panels import Label, Panel
from govbudget.reading.layout._grid import GridLine
from govbudget.reading.layout._pages import LaidLine, Word
from govbudget.vocabulary import vocabulary


def text_lines(lines: Sequence[LaidLine], panel: Panel) -> list[GridLine] | None:
    """Return the lines of a page by columns, or None if its texts cannot be told apart.

    Args:
        lines: The lines of one page.
        panel: The only side of the table, with one column of amounts.
    """
    free = [label for label in panel.labels if label.pattern is None]
    cells = [_cells(line, panel) for line in lines]
    starts = sorted({cell.start for line in cells for cell in line if _fixed(cell, panel) is None})
    if len(starts) == len(free):
        return _told_apart(
            lines, cells, panel, [((start, start + 1), j) for start, j in zip(starts, free, strict=True)]
        )
    words = [label for label in panel.labels if label.is_of_words]
    for broken in ((), words):
        rest = evolve(panel, labels=tuple(label for label in panel.labels if label not in broken))
        columns = [label for label in panel.labels if label in free or label in broken]
        cells = [_words(line, rest) for line in lines]
        heaps = _heaps([[cell for cell in line if _fixed(cell, rest) is None] for line in cells])
        if len(heaps) == len(columns):
            return _told_apart(lines, cells, rest, list(zip(heaps, columns, strict=True)))
    return None


Columns = Sequence[tuple[tuple[int, int], Label]]
"""Columns of texts, each with the range of places in which its cells begin."""


def _told_apart(
    lines: Sequence[LaidLine], cells: Sequence[Sequence[Word]], panel: Panel, columns: Columns
) -> list[GridLine] | None:
    found = [_by_columns(line, row, panel, columns) for line, row in zip(lines, cells, strict=True)]
    rest = [line for line in found if line is not None]
    return rest if len(rest) == len(found) else None


def _by_columns(line: LaidLine, cells: Sequence[Word], panel: Panel, columns: Columns) -> GridLine | None:
    """Return a line by columns; None if a cell stands twice in one, or what stands beside fixed words is not in the column of goods."""
    fixed = {j: cell.text for cell in cells if (j := _fixed(cell, panel)) is not None}
    labels: dict[int, str] = {}
    end, count = 0, len(fixed)
    for cell in cells:
        if _fixed(cell, panel) is not None:
            continue
        label = next(label for (start, stop), label in columns if start <= cell.start < stop)
        j = label.position
        if (j in labels and cell.start - end > 1) or (label.is_of_words and not label.is_piece(cell.text)):
            return None
        labels[j] = f"{labels[j]} {cell.text}" if j in labels else cell.text
        end, count = cell.end, count + 1
    amounts = tuple((j, text) for j, text in fixed.items() if j in panel.amounts)
    labels |= {j: text for j, text in fixed.items() if j not in panel.amounts}
    goods = max(label.position for _, label in columns if label.pattern is None)
    is_goods = any(j > goods for j in labels)
    if count < len(cells) or (is_goods and goods not in labels and min(labels) < goods):
        return None
    return GridLine(line.number, labels, amounts)


def without_repeated(
    above: Sequence[GridLine], lines: Sequence[GridLine], panel: Panel
) -> list[GridLine] | None:
    """Return lines without the names that stand beside goods: those of a cell that goes on from the page before, printed in its middle.

    None if they are others than the last names above, so that it is not certain to which rows they belong.

    Args:
        above: The lines of the pages before.
        lines: Those of a page whose several columns of texts were told apart.
        panel: The only side of the table.
    """
    *names, goods = [label.position for label in panel.labels if label.pattern is None]
    found: list[GridLine] = []
    named = ({j: text for j, text in line.labels.items() if j in names} for line in reversed(above))
    last = next(filter(None, named), {})
    for line in lines:
        own = {j: text for j, text in line.labels.items() if j in names}
        is_goods = any(j > goods for j in line.labels)
        if own and is_goods and own != last:
            return None
        last = own or last
        labels = {j: text for j, text in line.labels.items() if not is_goods or j not in own}
        found.append(GridLine(line.number, labels, line.amounts))
    return found


def _words(line: LaidLine, panel: Panel) -> list[Word]:
    """Return the words of a line, of which those that are fixed only together are one."""
    found: list[Word] = []
    for word in line.words:
        last = found[-1] if found else None
        both = Word(f"{last.text} {word.text}", last.start, word.end) if last is not None else word
        if last is not None and word.start - last.end == 1 and _fixed(both, panel) is not None:
            found[-1] = both
        else:
            found.append(word)
    return found


def _heaps(lines: Sequence[Sequence[Word]]) -> list[tuple[int, int]]:
    """Return the ranges of places in which words stand above each other; none if two of them are set apart in no line."""
    heaps: list[tuple[int, int]] = []
    for start, end in sorted((word.start, word.end) for line in lines for word in line):
        if heaps and start < heaps[-1][1]:
            heaps[-1] = (heaps[-1][0], max(end, heaps[-1][1]))
        else:
            heaps.append((start, end))
    gaps = [(a, b) for line in lines for a, b in pairwise(line) if b.start - a.end > 1]
    is_apart = all(
        place - end > 1 or any(a.start < place <= b.start for a, b in gaps)
        for (_, end), (place, _) in pairwise(heaps)
    )
    return heaps if is_apart else []


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
    """Return the column of an amount, of a total, or of a text that is one of a few fixed words."""
    if AMOUNT.fullmatch(cell.text):
        return panel.amounts[0]
    if vocabulary().is_total(cell.text):
        return panel.labels[0].position
    plain = cell.text.replace(" ", "")
    return next(
        (one.position for one in panel.labels if one.pattern is not None and one.pattern.fullmatch(plain)),
        None,
    )
