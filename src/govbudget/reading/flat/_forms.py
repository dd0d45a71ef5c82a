"""Overall forms whose text has lost its cell borders: only what can be read in one way is read, the rest is left aside.

Explanations, names and levels run over several lines in one column of text, so a line is an indicator only if it holds a name and its
value, perhaps after a level, and if neither can be the end or the beginning of something else: the line before it ends a sentence, is a
level or another indicator, and the line after it is no short remainder of the value. Where blank lines part the lines of a cell, a name and
a value on one line are whole; then it is enough that the line before it ends a text, since there is room for more on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import Factory, define

from govbudget.amounts import Unit
from govbudget.disclosures import Indicator, Origin, Table
from govbudget.disclosures.forms import Form, OverallTargets
from govbudget.exceptions import Notice
from govbudget.labels import names_other_years, normalise, year_in
from govbudget.locations import Location
from govbudget.reading.flat._pairs import read_pairs
from govbudget.reading.flat._pieces import Gap, Piece, gap, room_of
from govbudget.reading.flat._projects import read_flat_projects
from govbudget.reading.forms._heads import OverallHead
from govbudget.reading.forms._layouts import FormRow
from govbudget.reading.forms._numbers import unplaced_in_form
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import clean_title, entity_in, is_aside, looks_like_title
from govbudget.reading.tables._headers import is_figure
from govbudget.vocabulary import FormWords, form_words, vocabulary

_NAME = re.compile(r"[“(]?[\u4e00-\u9fff][^。；，,;=/*]{1,30}")
_IN_SENTENCE = re.compile(r"[。；，,;=/*、：:]|\d[.．]")
_ENDS = ("。", "%")
_LONE = re.compile(r"\d{1,3}")
_REMAINDER = 4
"""A line of so few characters below a value may be the rest of it."""
_VALUE = 12
_PIECES = 3
"""The name of a level is broken into so many lines at most."""
_LOST = Notice(
    "文字已失去单元格边界，只读出没有疑义的指标和预算",
    "text that lost its cell borders: only what can be read in one way was read",
)


@define
class _FlatList:
    """Reads the lines below the headings of a list of indicators."""

    origin: Origin
    words: FormWords
    levels: list[str] = Factory(lambda: ["", ""])
    pieces: list[str] = Factory(list)
    is_clear: bool = True
    """Whether the line before can have nothing to do with the next one."""
    found: list[Indicator] = Factory(list)
    rest: list[Piece] = Factory(list)
    """The pieces since the last line that was understood."""
    is_plain: bool = True
    """Whether nothing among them belongs to a sentence or is a label of a head."""
    room: int | None = None
    """How wide the column of explanations is at least; None where the lines of a cell may follow each other without a blank line."""
    last: str = ""
    """The line before."""

    def read(self, line: Line, following: str) -> None:
        """Take the next line."""
        cells = line.text.split()
        self.is_clear = self.is_clear or self._is_ended(cells[0])
        self.last = line.text
        if len(cells) == 1:
            self._keep(line, cells)
            self._piece(cells[0])
            return
        self.pieces = []
        levels = [cell for cell in cells[:-2] if self.words.is_first(cell) or self.words.is_second(cell)]
        name, value = cells[-2:]
        is_indicator = bool(
            (self.is_clear or levels)
            and len(levels) == len(cells) - 2
            and _NAME.fullmatch(name) is not None
            and not _is_label(name, self.words)
            and len(value) <= _VALUE
            and not self._is_remainder(following)
        )
        if is_indicator or levels:
            self.finish()
        else:
            self._keep(line, cells)
        for level in levels:
            self._enter(level)
        self.is_clear = is_indicator
        if is_indicator:
            self._add(name, value, line.number)

    def finish(self) -> None:
        """Read the pieces between two lines that were understood, if they are names with their values and nothing else."""
        if self.rest and self.is_plain:
            found = read_pairs(self.rest)
            for pair in found.pairs if found.is_whole else ():
                self._add(pair.name, pair.value, pair.line)
        self.rest, self.is_plain = [], True

    def _keep(self, line: Line, cells: list[str]) -> None:
        self.rest += [Piece(cell, line.number or 0) for cell in cells]
        is_other = any(_is_label(cell, self.words) for cell in cells)
        self.is_plain = self.is_plain and not is_other and _IN_SENTENCE.search(line.text) is None

    def _add(self, name: str, value: str, line: int | None) -> None:
        place = Location(self.origin.source, self.origin.title, name, None, line)
        self.found.append(Indicator(name, value, None, (self.levels[0], self.levels[1]), place))

    def _piece(self, text: str) -> None:
        """Take a line of one piece: a level, perhaps broken over lines, or a part of an explanation."""
        self.pieces = [*self.pieces, text][-_PIECES:]
        joined = ("".join(self.pieces[i:]) for i in range(len(self.pieces)))
        level = next((one for one in joined if self.words.is_first(one) or self.words.is_second(one)), None)
        if level is not None:
            del self.rest[len(self.rest) - self._count(level) :]
            self.finish()
            self._enter(level)
            self.pieces = []
        self.is_clear = level is not None or text.endswith(_ENDS)

    def _count(self, level: str) -> int:
        """Return over how many of the last pieces a level is broken."""
        return next(i for i in range(1, _PIECES + 1) if "".join(self.pieces[-i:]) == level)

    def _enter(self, level: str) -> None:
        if self.words.is_first(level):
            self.levels = [level, ""]
        else:
            first = "" if self.words.contradicts(self.levels[0], level) else self.levels[0]
            self.levels = [first, level]

    def _is_ended(self, text: str) -> bool:
        """Whether the line before ends a text: the next one would fit on it."""
        return self.room is not None and room_of((self.last, text)).below <= self.room

    def _is_remainder(self, following: str) -> bool:
        is_level = self.words.is_first(following) or self.words.is_second(following)
        return 0 < len(following) <= _REMAINDER and not is_level


def read_flat_forms(
    lines: Sequence[Line],
    lone: Sequence[Line],
    used: set[int],
    source: str | None,
    names: frozenset[str],
) -> Iterator[Table]:
    """Iterate over the overall forms of a text without borders in which something can be read.

    Args:
        lines: The lines of text outside all tables.
        lone: The lines that hold nothing but a short number: of a page, or a value.
        used: The numbers of lines that belong to tables.
        source: Where the text comes from.
        names: The names of projects in the tables of the text, in normal form.
    """
    free = [line for line in lines if line.number not in used]
    numbered = sorted([*free, *(line for line in lone if line.number not in used)], key=_number)
    titles = [
        (i, clean_title(line.text))
        for i, line in enumerate(free)
        if normalise(line.text).endswith("表") and looks_like_title(line.text) and not is_aside(line.text)
    ]
    ends = [*(i for i, _ in titles[1:]), len(free)][: len(titles)]
    parts: dict[tuple[str, str], list[list[Line]]] = {}
    for (start, title), end in zip(titles, ends, strict=True):
        kind = vocabulary().table_kind(title)
        if kind is not None and kind.is_form:
            first = bisect_right(numbered, _number(free[start]), key=_number)
            last = (
                bisect_left(numbered, _number(free[end]), key=_number) if end < len(free) else len(numbered)
            )
            page = numbered[first:last]
            parts.setdefault((kind.key, title), []).append(_without_next_number(page))
    overall: OverallTargets | None = None
    for (kind_key, title), pages in parts.items():
        origin = Origin(source, title)
        if kind_key == "performance_overall":
            table = _read([line for page in pages for line in page], origin)
            overall = table.form.overall if table is not None and table.form is not None else overall
        else:
            table = read_flat_projects(pages, origin, overall, names)
        if table is not None:
            yield table


def _without_next_number(page: list[Line]) -> list[Line]:
    """Take the number of the page, and that of the next page of a form ("预算 12 表"), off the end of one."""
    end = len(page)
    while end and (_LONE.fullmatch(page[end - 1].text.strip()) or _is_form_number(page[end - 1].text)):
        end -= 1
    return page[:end]


def _is_form_number(text: str) -> bool:
    return is_aside(text) and "表" in text


def _number(line: Line) -> int:
    return line.number or 0


def _read(lines: list[Line], origin: Origin) -> Table | None:
    words = form_words()
    start = next((i for i, line in enumerate(lines) if _is_heading(line.text, words)), None)
    if start is None:
        return None
    head = _head(lines[:start], origin)
    repeated = {line.text for line in lines[:start]}  # the year and the department, on every page
    below = [line for line in lines[start + 1 :] if line.text not in repeated]
    reader = _FlatList(origin, words, room=_room(below, words))
    for i, line in enumerate(below):
        reader.read(line, below[i + 1].text if i + 1 < len(below) else "")
    reader.finish()
    if not reader.found:
        return None
    raw = tuple((line.text,) for line in lines)
    numbers = [line.number for line in lines if line.number is not None]
    year = None if names_other_years(origin.title) else year_in(origin.title)
    form = Form(tuple(reader.found), (), head.targets(), year)
    kind = vocabulary().kind("performance_overall")
    entity = next(filter(None, (entity_in(line.text) for line in lines[:start])), None)
    span = (numbers[0], numbers[-1])
    left = unplaced_in_form((FormRow(line.number, (line.text,)) for line in lines), form)
    return Table(
        origin, kind, raw=raw, lines=span, problems=(_LOST,), form=form, unplaced=left, entity=entity
    )


def _room(lines: Sequence[Line], words: FormWords) -> int | None:
    """Return how wide the widest column is at least, or None if it is not certain that blank lines part the lines of a cell.

    It is certain if they part those of every level that is broken over lines, and one is.
    """
    gaps: set[Gap] = set()
    for pair in pairwise(lines):
        above, below = (one.text for one in pair)
        is_level = words.is_first(above + below) or words.is_second(above + below)
        if is_level and not words.is_first(below) and not words.is_second(below):
            gaps.add(gap(*(Piece(one.text, _number(one)) for one in pair)))
    if gaps != {Gap.APART}:
        return None
    return max(room_of((line.text,)).least for line in lines if len(line.text.split()) == 1)


def _is_heading(text: str, words: FormWords) -> bool:
    """Tell whether a line holds the headings of a list; beside further columns, a value cannot be told from what follows it."""
    names = {words.heading(cell) for cell in text.split()}
    return {"third", "value"} <= names <= {"first", "second", "third", "value", "explanation", "rows"}


def _is_label(name: str, words: FormWords) -> bool:
    """Tell whether the name of an indicator is a label from the head of a form, which may stand below the headings."""
    return words.label(name) is not None or any(
        words.overall[key].fullmatch(normalise(name)) for key in ("entity", "tasks", "budget", "total")
    )


def _head(lines: list[Line], origin: Origin) -> OverallHead:
    """Read department and budget; the tasks run over several lines and are left aside."""
    words = form_words().overall
    head = OverallHead(origin, Unit.UNSTATED, FormRow(lines[0].number if lines else None, ()))
    is_budget = False
    for line in lines:
        cells = line.text.split()
        first = normalise(cells[0])
        is_budget = is_budget or any(words[key].fullmatch(first) for key in ("budget", "total"))
        if is_budget and is_figure(cells[0]):
            return OverallHead(
                origin, Unit.UNSTATED, head.row, head.entity
            )  # amounts stand apart from their labels
        if is_budget or words["entity"].fullmatch(first):
            head.read(FormRow(line.number, tuple(cells)))
    return head
