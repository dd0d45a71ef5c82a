"""Headings that run together → columns: the tree of headings whose levels, one after the other, give the text.

A page prints the headings of a table from top to bottom, so the text of a table without borders gives them level by level: those at
the top from left to right, then those below the first of them that stands above others, and so on. What stands above others may
stand so high that its parts come a level later. All trees of known headings that read so are looked for; only a single one counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import define, field, frozen

from govbudget.reading.pages._effort import Effort, TooLongError
from govbudget.vocabulary import FlatWords, Part, flat_words, vocabulary

MAX_STEPS = 20_000
"""After so many steps the headings of a table are given up."""

Path = tuple[str, ...]


@frozen
class _Group:
    """A heading that stands above others which are still to be read, by its place among the columns."""

    place: int
    label: str


@frozen
class _State:
    """What was read up to a position: the columns so far, as paths, and the groups that wait for their parts."""

    position: int
    paths: tuple[Path, ...]
    waiting: tuple[_Group, ...]


@define
class _Search:
    """Reads one text in all ways."""

    text: str
    words: FlatWords
    effort: Effort
    found: set[tuple[Path, ...]] = field(factory=set)

    def run(self) -> None:
        """Find all trees."""
        for position, labels, groups in self._top(0, (), ()):
            paths = tuple((label,) for label in labels)
            self._fill(_State(position, paths, tuple(_Group(i, labels[i]) for i in groups)), 0, is_new=True)

    def _top(
        self, position: int, labels: Path, groups: tuple[int, ...]
    ) -> Iterator[tuple[int, Path, tuple[int, ...]]]:
        """Iterate over the ways to read the first level: where it ends, its headings, and which of them are groups."""
        self.effort.spend(1)
        if labels:
            yield position, labels, groups
        for label in sorted(self.words.top) if position < len(self.text) else ():
            if not self.text.startswith(label, position) or _clashes(label, labels):
                continue
            end, more = position + len(label), (*labels, label)
            if label not in self.words.always:
                yield from self._top(end, more, groups)
            if label in self.words.groups:
                yield from self._top(end, more, (*groups, len(labels)))

    def _fill(self, state: _State, number: int, *, is_new: bool) -> None:
        """Read the parts of the waiting groups from a number on, or leave a group to a later level."""
        self.effort.spend(1)
        if number == len(state.waiting):
            if not state.waiting and state.position == len(self.text) and _is_sound(state.paths):
                self.found.add(state.paths)
            elif state.waiting and is_new:
                self._fill(state, 0, is_new=False)
            return
        self._fill(state, number + 1, is_new=is_new)
        group = state.waiting[number]
        for parts in self.words.groups[group.label]:
            labels = tuple(part.label for part in parts)
            if self.text.startswith("".join(labels), state.position):
                for inner in _choices(group.place, parts, self.words):
                    after, taken = _expanded(state, number, labels, inner)
                    self._fill(after, number + taken, is_new=True)


def _choices(place: int, parts: Sequence[Part], words: FlatWords) -> Iterator[tuple[_Group, ...]]:
    """Iterate over the ways in which some of the parts stand above others again."""
    able = [i for i, part in enumerate(parts) if part.label in words.groups and not part.is_plain]
    for size in range(len(able) + 1):
        for some in combinations(able, size):
            yield tuple(_Group(place + i, parts[i].label) for i in some)


def _expanded(state: _State, number: int, labels: Path, inner: tuple[_Group, ...]) -> tuple[_State, int]:
    """Return the state in which a group has its parts, and how many groups now stand in its place.

    Args:
        state: The state before.
        number: Which of the waiting groups it is.
        labels: Its parts.
        inner: Those of its parts that are groups themselves; they wait for the next level.
    """
    group = state.waiting[number]
    above, more = state.paths[group.place], len(labels) - 1
    paths = (*state.paths[: group.place], *((*above, one) for one in labels), *state.paths[group.place + 1 :])
    later = tuple(_Group(one.place + more, one.label) for one in state.waiting[number + 1 :])
    waiting = (*state.waiting[:number], *inner, *later)
    return _State(state.position + len("".join(labels)), paths, waiting), len(inner)


def _clashes(label: str, labels: Path) -> bool:
    """Headings side by side differ, and only one of them is a total."""
    words = vocabulary()
    is_total = words.is_total_column(label)
    return label in labels or (is_total and any(map(words.is_total_column, labels)))


def _is_sound(paths: tuple[Path, ...]) -> bool:
    """No heading stands both below another and beside it, except totals."""
    known = set(paths)
    return all(
        vocabulary().is_total_column(path[-1]) or (*path[:depth], path[-1]) not in known
        for path in paths
        for depth in range(len(path) - 1)
    )


def read_headings(text: str, effort: Effort | None = None) -> tuple[Path, ...] | None:
    """Return the columns of a table as paths of headings, or None if the text cannot be read in exactly one way.

    Args:
        text: All headings in normal form, without blanks, in the order in which a page prints them.
        effort: What is left of the steps; so many as one table may take if it is not given.

    >>> read_headings("合计基本支出项目支出人员经费公用经费")
    (('合计',), ('基本支出', '人员经费'), ('基本支出', '公用经费'), ('项目支出',))
    """
    search = _Search(text, flat_words(), effort or Effort(MAX_STEPS))
    try:
        search.run()
    except TooLongError:
        return None
    return next(iter(search.found)) if len(search.found) == 1 else None


def heading_rows(paths: Sequence[Path]) -> list[list[str]]:
    """Return headings as rows of merged cells, as a table with borders prints them.

    Args:
        paths: The headings of every column, outermost first.
    """
    height = max(map(len, paths))
    rows = [[""] * len(paths) for _ in range(height)]
    for j, path in enumerate(paths):
        for i, label in enumerate(path):
            if j == 0 or paths[j - 1][: i + 1] != path[: i + 1]:
                rows[i][j] = label
    return rows
