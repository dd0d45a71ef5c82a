"""How many characters the columns of names hold: every choice of one width for each group is a bit, and what fits a choice is a mask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from govbudget.reading.flat._pieces import Room

MAX_SIZES = 12
"""The names of a form are broken at no more different widths than this."""


@define
class Widths:
    """All choices of a width for every group.

    Args:
        groups: How many groups there are.
        sizes: The widths that a column may have; None if it breaks no name.
    """

    groups: int
    sizes: Sequence[int | None]
    _columns: list[list[int]] = field(init=False)
    """For every group and width, the choices in which it has that width."""
    _known: dict[tuple[int, Room], int] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find the choices in which a group has a width."""
        base = len(self.sizes)
        self._columns = [[0] * base for _ in range(self.groups)]
        for choice in range(base**self.groups):
            rest = choice
            for column in self._columns:
                rest, digit = divmod(rest, base)
                column[digit] |= 1 << choice

    @property
    def all(self) -> int:
        """All choices."""
        count: int = len(self.sizes) ** self.groups
        return (1 << count) - 1

    def fitting(self, group: int, room: Room) -> int:
        """Return the choices in which a name fits the column of a group.

        Args:
            group: The group.
            room: How wide the column of the name may be.
        """
        if (group, room) not in self._known:
            mask = 0
            for size, choices in zip(self.sizes, self._columns[group], strict=True):
                mask |= choices if room.fits(size) else 0
            self._known[group, room] = mask
        return self._known[group, room]

    def of_group(self, group: int, choices: int) -> list[int | None]:
        """Return the widths that a group has in some choices."""
        pairs = zip(self.sizes, self._columns[group], strict=True)
        return [size for size, mask in pairs if mask & choices]


def sizes_of(rooms: Iterable[Room]) -> list[int | None] | None:
    """Return the widths at which some names may be broken, and None for a column that breaks none; no list if they are too many."""
    found = {size for room in rooms for size in room.sizes()}
    return [*sorted(found), None] if len(found) <= MAX_SIZES else None


def fewest_failures(masks: Sequence[int], every: int) -> tuple[int, int]:
    """Return the choices that fail the fewest of some projects, and how many they fail.

    Args:
        masks: For every project the choices under which it can be read.
        every: All choices.
    """
    failing = [every]
    for mask in masks:
        kept = [failing[0] & mask]
        kept += [(choices & mask) | fewer for fewer, choices in zip(failing, [*failing[1:], 0], strict=True)]
        failing = kept
    return next((choices, count) for count, choices in enumerate(failing) if choices)
