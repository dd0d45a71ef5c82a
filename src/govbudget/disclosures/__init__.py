"""What was published, as published: disclosures, tables as matrices over two axes, cells, claims and indicators.

What forms and sentences are made of has modules of its own: `govbudget.disclosures.forms` and `govbudget.disclosures.narrative`.
"""

from govbudget.disclosures._coordinates import ALL, Coordinates, Extent, Whole
from govbudget.disclosures._coverage import Coverage, Unplaced, printed_numbers
from govbudget.disclosures._documents import Disclosure, DisclosureKind, Unread
from govbudget.disclosures._resolutions import Aspect, Resolution
from govbudget.disclosures._tables import (
    Axis,
    Breakdown,
    Caption,
    Cell,
    Column,
    Flow,
    Origin,
    Row,
    RowKind,
    RowLabel,
    Side,
    Table,
)
from govbudget.disclosures.forms import Indicator, Project
from govbudget.disclosures.narrative import Claim, Narrative

__all__ = [
    "ALL",
    "Aspect",
    "Axis",
    "Breakdown",
    "Caption",
    "Cell",
    "Claim",
    "Column",
    "Coordinates",
    "Coverage",
    "Disclosure",
    "DisclosureKind",
    "Extent",
    "Flow",
    "Indicator",
    "Narrative",
    "Origin",
    "Project",
    "Resolution",
    "Row",
    "RowKind",
    "RowLabel",
    "Side",
    "Table",
    "Unplaced",
    "Unread",
    "Whole",
    "printed_numbers",
]
