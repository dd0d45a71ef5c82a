"""How much a search may cost, so that no table takes long to read."""

from __future__ import annotations

from attrs import define


class TooLongError(Exception):
    """A search has used up its effort."""


@define
class Effort:
    """What is left of the steps that a search may take.

    Args:
        left: So many steps.
        outer: The search that this one is a part of.
    """

    left: int
    outer: Effort | None = None

    def spend(self, steps: int) -> None:
        """Take some steps.

        Args:
            steps: How many.

        Raises:
            TooLongError: There are none left, here or in the whole search.
        """
        if self.outer is not None:
            self.outer.spend(steps)
        self.left -= steps
        if self.left < 0:
            raise TooLongError
