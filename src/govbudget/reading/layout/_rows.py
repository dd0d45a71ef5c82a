"""Lines by columns → rows: names that are broken over lines are put together, each side by itself.

A row of codes or of several texts stands where its code or its amount stands; the pieces of its texts lie around it. A row of names begins with a number, a total or a word that is known; what follows is the rest of its name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import Factory, define

from govbudget.labels import normalise
from govbudget.reading.flat._panels import FlatRow, Panel
from govbudget.reading.flat._sides import Numbering, begins_a_label, number_of
from govbudget.reading.layout._columns import shared_out
from govbudget.reading.layout._grid import GridLine
from govbudget.vocabulary import flat_words, vocabulary


@define
class _SideRow:
    """A row of one side: the line on which it stands, its labels, its amounts with their columns."""

    line: int
    labels: dict[int, str] = Factory(dict)
    amounts: tuple[tuple[int | None, str], ...] = ()


def laid_out_rows(lines: Sequence[GridLine], panels: Sequence[Panel]) -> list[FlatRow] | None:
    """Return the rows of a table, or None if its lines can be put together in several ways.

    Args:
        lines: Its lines by columns.
        panels: The sides of the table.
    """
    found: dict[int, FlatRow] = {}
    for number, panel in enumerate(panels):
        part = [_of_side(line, number, panels) for line in lines]
        if any(line is None for line in part):
            return None
        left = [_total_at_left(line, panels[number - 1] if number else None) for line in lines]
        rows = _reader(panel, lines)([line for line in part if line is not None], panel, left)
        if rows is None:
            return None
        for row in rows:
            whole = found.setdefault(row.line, FlatRow(row.line))
            whole.labels |= row.labels
            whole.amounts[number] = tuple(text for _, text in row.amounts)
            whole.seen[number] = tuple(
                panel.amounts.index(column) if column is not None else None for column, _ in row.amounts
            )
    return [found[line] for line in sorted(found)]


def _of_side(line: GridLine, number: int, panels: Sequence[Panel]) -> GridLine | None:
    """Return what a line prints in one side, or None if it is not certain to which side an amount belongs."""
    panel = panels[number]
    if len(panels) > 1 and any(column is None for column, _ in line.amounts):
        return None
    positions = {label.position for label in panel.labels}
    amounts = tuple(one for one in line.amounts if one[0] is None or one[0] in panel.amounts)
    if len(amounts) > len(panel.amounts):
        return None
    columns = [column for column, _ in amounts if column is not None]
    if len(set(columns)) < len(columns):
        amounts = tuple((None, text) for _, text in amounts)
    return GridLine(line.number, {j: text for j, text in line.labels.items() if j in positions}, amounts)


def _total_at_left(line: GridLine, panel: Panel | None) -> bool:
    """Whether the side on the left has the label of a total, which may be merged over both."""
    if panel is None:
        return False
    return any(vocabulary().is_total(line.labels.get(label.position, "")) for label in panel.labels)


_Reader = Callable[[Sequence[GridLine], Panel, Sequence[bool]], list[_SideRow] | None]


def _reader(panel: Panel, lines: Sequence[GridLine]) -> _Reader:
    if not panel.labels:
        return _without_labels
    if panel.has_codes or len(panel.labels) > 1:
        return _around_anchors
    return _in_blocks if in_blocks([panel], lines) else _named


def in_blocks(panels: Sequence[Panel], lines: Sequence[GridLine]) -> bool:
    """Tell whether names of blocks stand at the left of the names of rows, below the same heading.

    Args:
        panels: The sides of the table.
        lines: Its lines by columns.
    """
    if len(panels) > 1 or len(panels[0].labels) != 1:
        return False
    position, words = panels[0].labels[0].position, flat_words()
    return any(normalise(line.labels.get(position, "")).startswith(words.blocks) for line in lines)


def _without_labels(lines: Sequence[GridLine], _panel: Panel, _left: Sequence[bool]) -> list[_SideRow] | None:
    return [_SideRow(line.number, {}, line.amounts) for line in lines]


def _around_anchors(lines: Sequence[GridLine], panel: Panel, _left: Sequence[bool]) -> list[_SideRow] | None:
    """Read rows that stand where their code or amount stands, with as many pieces of every text above as below."""
    lines = _with_names(lines) if has_texts(panel) else lines
    anchors = [i for i, line in enumerate(lines) if _is_anchor(line, panel)]
    if any(line.amounts for i, line in enumerate(lines) if i not in anchors) or not anchors:
        return None
    rows = [_SideRow(lines[i].number, {}, lines[i].amounts) for i in anchors]
    goods = next((label for label in reversed(panel.labels) if label.pattern is None), None)
    for label in panel.labels:
        pieces = [
            (i, line.labels[label.position]) for i, line in enumerate(lines) if label.position in line.labels
        ]
        texts = shared_out(pieces, anchors, may_merge=has_texts(panel) and label == goods)
        if texts is None:
            return None
        words = label.pattern if label.is_of_words else None
        if words is not None and any(text and not words.fullmatch(text) for text in texts):
            return None
        for row, text in zip(rows, texts, strict=True):
            row.labels |= {label.position: text} if text else {}
    return rows


def _with_names(lines: Sequence[GridLine]) -> list[GridLine]:
    """Return lines in which an amount that stands alone, with no text above, has taken the only line before the next amount as its name."""
    found: list[GridLine] = []
    for i, line in enumerate(lines):
        before = found[-1] if found else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        is_above = i < 2 or bool(lines[i - 2].amounts)
        is_name = before is not None and not before.labels and bool(before.amounts) and not line.amounts
        if before is not None and is_name and is_above and (after is None or after.amounts):
            found[-1] = GridLine(before.number, line.labels, before.amounts)
        else:
            found.append(line)
    return found


def has_texts(panel: Panel) -> bool:
    """Tell whether a side has several columns of names or other texts.

    Args:
        panel: The side.
    """
    return sum(label.pattern is None for label in panel.labels) > 1


def _is_anchor(line: GridLine, panel: Panel) -> bool:
    first = panel.labels[0]
    if panel.has_codes and not has_texts(panel):
        return first.position in line.labels or any(map(vocabulary().is_total, line.labels.values()))
    return bool(line.amounts)


@define
class _Names:
    """Reads the rows of a side that has names only."""

    position: int
    numbering: Numbering = Factory(Numbering)
    rows: list[_SideRow] = Factory(list)
    width: int = 0
    """How long the longest piece of the name is that is being read."""
    is_open: bool = False
    """Whether the last amount stands on a line of its own, so that the rest of the name must follow."""

    def read(self, line: GridLine, *, is_lent: bool) -> bool:
        """Take a line; return whether it can be read."""
        text = line.labels.get(self.position, "")
        if text and begins_a_label(text):
            if self.is_open or not self._is_next(text):
                return False
            self.rows.append(_SideRow(line.number, {self.position: text}, line.amounts))
            self.width = len(text)
            return True
        if text:
            return self._continued(text, line)
        if not line.amounts:
            return True
        if is_lent:
            self.rows.append(_SideRow(line.number, {}, line.amounts))
            return not self.is_open
        self.is_open = True
        return self._amounts(line)

    def _is_next(self, text: str) -> bool:
        step = self.numbering.gap(text)
        self.numbering.take(text)
        return not number_of(text)[0] or step == 1

    def _continued(self, text: str, line: GridLine) -> bool:
        row = self.rows[-1] if self.rows else None
        label = row.labels.get(self.position, "") if row is not None else ""
        if row is None or vocabulary().is_total(label) or len(text) > self.width:
            return False
        row.labels[self.position] = label + text
        self.is_open = False
        return not line.amounts or self._amounts(line)

    def _amounts(self, line: GridLine) -> bool:
        if not self.rows or self.rows[-1].amounts or not self.rows[-1].labels:
            return False
        self.rows[-1].amounts, self.rows[-1].line = line.amounts, line.number
        return True


def _named(lines: Sequence[GridLine], panel: Panel, left: Sequence[bool]) -> list[_SideRow] | None:
    names = _Names(panel.labels[0].position)
    for line, is_lent in zip(lines, left, strict=True):
        if not names.read(line, is_lent=is_lent):
            return None
    return None if names.is_open else names.rows


def _in_blocks(lines: Sequence[GridLine], panel: Panel, _left: Sequence[bool]) -> list[_SideRow] | None:
    """Read rows of names in blocks: a subtotal begins each, and the name of the block stands at its left, in some line."""
    position = panel.labels[0].position
    rows: list[_SideRow] = []
    starts: list[_SideRow] = []
    for line in lines:
        block, own = _split(line.labels.get(position, ""))
        if (line.amounts and not own) or (block and not (rows and own) and not starts):
            return None
        if own:
            rows.append(_SideRow(line.number, {position + bool(rows): own}, line.amounts))
            starts += rows[-1:] if len(rows) > 1 and vocabulary().is_total(own) else []
        if block and (not starts or position in starts[-1].labels):
            return None
        if block:
            starts[-1].labels[position] = block
    return rows if starts and all(position in row.labels for row in starts) else None


def _split(text: str) -> tuple[str, str]:
    """Return the name of a block and the name of a row, which may stand in one line."""
    plain = normalise(text)
    block = next((one for one in flat_words().blocks if plain.startswith(one)), "")
    return block, plain[len(block) :] if block else text
