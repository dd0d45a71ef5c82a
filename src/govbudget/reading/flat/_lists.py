"""The indicators of all projects of a form: the widths of its columns are those under which every project can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import Factory, define, evolve, field, frozen

from govbudget.labels import normalise
from govbudget.reading.flat._cells import Page
from govbudget.reading.flat._listed import Row, Rows
from govbudget.reading.flat._pieces import EM, Gap, Piece, gap, lines_of, room_of
from govbudget.reading.flat._ways import Sure, Ways, in_common
from govbudget.reading.flat._widths import Widths, fewest_failures, sizes_of
from govbudget.reading.pages._effort import Effort, TooLongError

_STEPS = 10_000
"""The search for the rows of a project costs at most so many steps,"""
_ALL_STEPS = 200_000
"""and that of a form so many."""


@define
class Draft:
    """A project with the pieces of its indicators by page."""

    code: Piece
    name: list[Piece]
    amounts: list[str]
    entity: str | None
    line: int
    """The line of its amounts."""
    pages: list[list[Piece]] = Factory(lambda: [[]])

    @property
    def label(self) -> str:
        """Its name, as far as it is printed above its amounts."""
        return self.named(())

    @property
    def gap(self) -> Gap:
        """How its first indicator follows its amounts, which are in the middle of all its rows on the page."""
        first = self.pages[0][:1]
        return gap(Piece("", self.line), first[0]) if first else Gap.APART

    def named(self, rest: Sequence[str]) -> str:
        """Return its name, with what stands of it on the next page."""
        return "".join("".join([*(piece.text for piece in self.name), *rest]).split())


@frozen
class Listed:
    """What was read of the indicators of a project.

    Args:
        indicators: Those that are certain.
        left: The pieces that were not read.
        names: The names that the project may have, without blanks: its name may go on on the next page; none if that is not known.
    """

    indicators: tuple[Sure, ...]
    left: tuple[Piece, ...]
    names: tuple[str, ...]


@frozen
class Lists:
    """What was read of the indicators of a form.

    Args:
        projects: For every project what was read of it.
        widths: For every group how many characters a line of its names may hold; None if no name is broken.
        unread: How many projects cannot be read under these widths, or only in a search that takes too long.
    """

    projects: tuple[Listed, ...]
    widths: tuple[tuple[int | None, ...], ...]
    unread: int


@define
class _Search:
    """Reads the indicators of the projects of one form.

    Args:
        drafts: The projects.
        groups: How many groups of indicators there are.
        is_spaced: Whether all lines of a cell have a blank line between them.
        names: The names of projects that are printed elsewhere, in normal form.
    """

    drafts: Sequence[Draft]
    groups: int
    is_spaced: bool
    names: frozenset[str]
    effort: Effort = Factory(lambda: Effort(_ALL_STEPS))
    full: int = field(init=False)
    widths: Widths = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find how wide the column of the names of projects is."""
        self.full = max(room_of(lines_of(draft.name)).least for draft in self.drafts)

    def read(self) -> Lists | None:
        """Return what was read, or None if the names are broken in too many ways."""
        pages = [self._pages(draft) for draft in self.drafts]
        sizes = sizes_of(
            name.room for each in pages for page in each for names in page.names for name in names
        )
        if sizes is None:
            return None
        self.widths = Widths(self.groups, sizes)
        ways = [self._ways(draft, each) for draft, each in zip(self.drafts, pages, strict=True)]
        masks = [one.widths for one in ways if one is not None]
        choices, unread = fewest_failures(masks, self.widths.all)
        if 2 * unread > len(masks):
            return None
        found = tuple(self._listed(draft, one, choices) for draft, one in zip(self.drafts, ways, strict=True))
        told = tuple(tuple(self.widths.of_group(group, choices)) for group in range(self.groups))
        return Lists(found, told, unread + ways.count(None))

    def _pages(self, draft: Draft) -> list[Page]:
        last = len(draft.pages) - 1
        return [
            Page(pieces, self.is_spaced, number < last, Gap.APART if number else draft.gap)
            for number, pieces in enumerate(draft.pages)
        ]

    def _ways(self, draft: Draft, pages: list[Page]) -> Ways | None:
        """Return all ways to part the pieces of a project, or None if the search for them takes too long."""
        name = tuple(lines_of(draft.name))
        effort = Effort(_STEPS, self.effort)
        try:
            rows = Rows(
                pages,
                name,
                self.full,
                self.groups,
                self.widths.fitting,
                effort,
                is_first_whole=self.is_spaced and draft.gap is Gap.BESIDE,
            )
            return Ways(rows)
        except TooLongError:
            return None

    def _listed(self, draft: Draft, ways: Ways | None, choices: int) -> Listed:
        """Return what is certain."""
        live = ways.live(choices) if ways is not None else []
        if ways is None or not live:
            return _nothing_of(draft)
        names = _names(draft, live)
        known = [name for name in names if normalise(name) in self.names]
        if len(names) > 1 and len(known) == 1:
            rest = names[known[0]]
            ways = evolve(ways, allowed=lambda row: not _ends_first(row) or row.rest == rest)
            live, names = ways.live(choices), {known[0]: rest}
        indicators, left = in_common(ways.rows, live)
        return Listed(tuple(indicators), tuple(left), tuple(names))


def _ends_first(row: Row) -> bool:
    """Whether a row goes on on the second page, where the name of its project may go on, too."""
    return row.start[0] == 0 < row.end[0]


def _names(draft: Draft, live: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Return the names that a project may have, and what stands of each on the next page."""
    return {draft.named(rest): rest for rest in _rests(draft, live)}


def _rests(draft: Draft, live: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    ends = [row for row in live if row.start[0] == 0 and (_ends_first(row) or _ends_page(draft, row))]
    yield from (row.rest for row in ends)
    if not ends:
        yield ()


def _ends_page(draft: Draft, row: Row) -> bool:
    return row.end == (0, len(draft.pages[0]))


def read_of(drafts: Sequence[Draft], lists: Lists | None) -> tuple[Listed, ...]:
    """Return for every project what was read of it; nothing where nothing can be said about the columns.

    Args:
        drafts: The projects.
        lists: What was read of their indicators.
    """
    return lists.projects if lists is not None else tuple(map(_nothing_of, drafts))


def _nothing_of(draft: Draft) -> Listed:
    """Return that nothing was read of the indicators of a project, and of its name what is certain."""
    widths = [room_of((line,)).least for line in lines_of(draft.name)]
    may_go_on = len(draft.pages) > 1 and widths[-1] + EM > max(widths)
    names = () if may_go_on else (draft.label,)
    return Listed((), tuple(piece for page in draft.pages for piece in page), names)


def read_lists(
    drafts: Sequence[Draft], groups: int, names: frozenset[str], *, is_spaced: bool
) -> Lists | None:
    """Read the indicators of the projects of a form, or return None if nothing can be said about its columns.

    Args:
        drafts: The projects.
        groups: How many groups of indicators there are.
        names: The names of projects that are printed elsewhere, in normal form.
        is_spaced: Whether all lines of a cell have a blank line between them.
    """
    return _Search(drafts, groups, is_spaced, names).read()
