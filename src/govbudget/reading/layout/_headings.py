"""Headings in their places → columns: pieces that stand below each other are one heading, and a heading spans those below it.

Pieces of headings that are broken over lines are put together if the whole is a known heading and every piece is used exactly once.
A heading stands above others if a row of parts that is known for it stands side by side below it. All ways to put the pieces together
are looked for; they must agree on the columns.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from govbudget.labels import normalise
from govbudget.reading.flat._headings import Path
from govbudget.reading.layout._pages import LaidLine, Word
from govbudget.reading.pages._effort import Effort, TooLongError
from govbudget.vocabulary import flat_words

_MAX_PIECES = 80
_REACH = 3
"""The next piece of a heading stands so many lines below at most."""
_ASIDE = 2
"""and so many letters beside it at most."""
_NEAR = 8
"""Letters of a word that are spaced out stand so near to each other."""


@frozen
class Heading:
    """A column with its headings and their places.

    Args:
        path: Its headings, outermost first.
        start: The first place of the innermost one.
        end: The place after its last one.
    """

    path: Path
    start: int
    end: int


@frozen
class _Piece:
    line: int
    word: Word


@frozen
class _Node:
    """A heading with the columns below it; none if it is a column itself."""

    label: str
    start: int
    end: int
    top: int
    bottom: int
    columns: tuple[Heading, ...] = ()
    foot: int = 0
    """The last line of what stands below it."""

    @property
    def center(self) -> int:
        """Twice the place of its middle."""
        return self.start + self.end

    def leaves(self) -> tuple[Heading, ...]:
        """Return its columns."""
        return self.columns or (Heading((self.label,), self.start, self.end),)

    @property
    def last(self) -> int:
        """Its last line, with all that stands below it."""
        return max(self.bottom, self.foot)


@functools.cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Return all headings, and all texts with which one begins."""
    words = flat_words()
    labels = words.top | {part.label for rows in words.groups.values() for row in rows for part in row}
    return labels, frozenset(label[:i] for label in labels for i in range(1, len(label) + 1))


@define
class _Search:
    """Puts pieces together to headings in all ways."""

    pieces: list[_Piece]
    effort: Effort
    found: set[tuple[Heading, ...]] = field(factory=set)

    def run(self, left: tuple[int, ...], nodes: tuple[_Node, ...]) -> None:
        """Find the heading that begins with the first piece that is left."""
        self.effort.spend(1)
        if not left:
            columns = _columns(nodes)
            if columns is not None:
                self.found.add(columns)
            return
        first = self.pieces[left[0]]
        begun = _Node(normalise(first.word.text), first.word.start, first.word.end, first.line, first.line)
        for node, used in self._wholes(begun, (left[0],), left):
            self.run(tuple(i for i in left if i not in used), (*nodes, node))

    def _wholes(
        self, node: _Node, used: tuple[int, ...], left: tuple[int, ...]
    ) -> Iterator[tuple[_Node, tuple[int, ...]]]:
        """Iterate over the known headings that begin with some pieces."""
        self.effort.spend(1)
        labels, beginnings = _known()
        if node.label not in beginnings:
            return
        if node.label in labels:
            yield node, used
        last = self.pieces[used[-1]]
        for i in left:
            if i <= used[-1] or not _follows(self.pieces[i], last, node):
                continue
            piece = self.pieces[i]
            start, end = min(node.start, piece.word.start), max(node.end, piece.word.end)
            label = normalise(node.label + piece.word.text)
            yield from self._wholes(
                evolve(node, label=label, start=start, end=end, bottom=piece.line), (*used, i), left
            )


def _follows(piece: _Piece, last: _Piece, node: _Node) -> bool:
    if piece.line == last.line:
        return 0 < piece.word.start - last.word.end <= _NEAR
    return piece.line - last.line <= _REACH and piece.word.overlaps(node.start - _ASIDE, node.end + _ASIDE)


def _columns(nodes: Sequence[_Node]) -> tuple[Heading, ...] | None:
    """Return the columns that headings in their places give; None if they do not stand as they are known to."""
    words = flat_words()
    roots = sorted(nodes, key=lambda node: node.center)
    waiting = sorted((node for node in nodes if node.label in words.groups), key=lambda node: -node.top)
    for number, group in enumerate(waiting):
        above = waiting[number:]
        runs = list(_runs(group, [root for root in roots if not any(root is one for one in above)]))
        longest = max(map(len, runs), default=0)
        best = [run for run in runs if len(run) == longest]
        if len(best) > 1 or (not best and group.label in words.always):
            return None
        if not best:
            continue
        leaves = tuple(
            evolve(leaf, path=(group.label, *leaf.path)) for node in best[0] for leaf in node.leaves()
        )
        whole = evolve(
            group,
            columns=leaves,
            start=leaves[0].start,
            end=leaves[-1].end,
            foot=max(node.last for node in best[0]),
        )
        taken = [*best[0], group]
        roots = sorted(
            [*(root for root in roots if not any(root is one for one in taken)), whole],
            key=lambda node: node.center,
        )
    found = tuple(leaf for root in roots for leaf in root.leaves())
    is_known = all(root.label in words.top for root in roots)
    is_apart = all(one.end <= other.start for one, other in pairwise(found))
    return found if is_known and is_apart and _is_beside(roots) else None


def _is_beside(nodes: Sequence[_Node]) -> bool:
    """Whether headings stand side by side: each is centered in the height of all."""
    return max(node.top for node in nodes) <= min(node.last for node in nodes)


def _runs(group: _Node, roots: Sequence[_Node]) -> Iterator[Sequence[_Node]]:
    """Iterate over the headings side by side below a heading that may be its parts."""
    for parts in flat_words().groups[group.label]:
        labels = [part.label for part in parts]
        for i in range(len(roots) - len(parts) + 1):
            run = roots[i : i + len(parts)]
            if (
                [node.label for node in run] == labels
                and _is_beside(run)
                and all(node.top > group.bottom for node in run)
                and 2 * run[0].start <= group.center <= 2 * run[-1].end
            ):
                yield run


def laid_out_headings(lines: Sequence[LaidLine], effort: Effort) -> tuple[Heading, ...] | None:
    """Return the columns of a table from the lines of its headings, or None if they cannot be read in exactly one way.

    Args:
        lines: The lines.
        effort: What is left of the steps.
    """
    pieces = [_Piece(i, word) for i, line in enumerate(lines) for word in line.words]
    if not 0 < len(pieces) <= _MAX_PIECES:
        return None
    search = _Search(pieces, effort)
    try:
        search.run(tuple(range(len(pieces))), ())
    except TooLongError:
        return None
    return next(iter(search.found)) if len(search.found) == 1 else None
