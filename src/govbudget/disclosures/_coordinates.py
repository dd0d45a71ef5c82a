"""What a figure is about: its coordinates, by which prints of one quantity find each other."""

from __future__ import annotations

import enum
from typing import Final

from attrs import frozen

from govbudget.disclosures._tables import Flow


class Whole(enum.Enum):
    """The whole of a dimension, which is not the same as a dimension that is not stated."""

    ALL = "all"


ALL: Final = Whole.ALL
"""Not broken down: all funds, all subjects, all units of the disclosure."""

Extent = str | Whole | None
"""One member of a dimension by its permanent name or code, the whole of it (ALL), or None where it is not stated."""


@frozen(cache_hash=True)
class Coordinates:
    """What a figure is about, along every dimension of a budget.

    A dimension is a member ("general", "2101501"), `ALL` where the figure covers the whole of it, or None where the
    document does not say which it covers. Two figures with the same coordinates, none of them None, are prints of one
    quantity.

    Args:
        flow: Revenue or expenditure.
        year: The budget year of the figure.
        measure: "budget" or "accounts".
        entity: A department or unit by its normalised name; ALL for everything the disclosure covers.
        fund: Where the money comes from, such as "general" or "government_funds".
        kind: The kind of expenditure, such as "basic", "personnel" or "project".
        function: A functional subject code, 3, 5 or 7 digits.
        economic: A departmental economic subject code, 3 or 5 digits.
        project: A project or detail by its normalised name.
        item: A concept that cuts across the subjects, such as "three_public" or "agency_operating".
    """

    flow: Flow | None = None
    year: int | None = None
    measure: str | None = None
    entity: Extent = ALL
    fund: Extent = None
    kind: Extent = ALL
    function: Extent = ALL
    economic: Extent = ALL
    project: Extent = ALL
    item: Extent = ALL

    @property
    def is_total(self) -> bool:
        """Whether the figure is not broken down along any dimension but the fund."""
        return all(
            member is ALL
            for member in (self.entity, self.kind, self.function, self.economic, self.project, self.item)
        )

    @property
    def is_complete(self) -> bool:
        """Whether every dimension is stated but the year, which a document may leave to its title."""
        return None not in (
            self.flow,
            self.measure,
            self.entity,
            self.fund,
            self.kind,
            self.function,
            self.economic,
            self.project,
            self.item,
        )
