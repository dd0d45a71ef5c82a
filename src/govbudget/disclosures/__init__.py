"""What was published, as published: disclosures, tables as matrices over two axes, cells, claims and indicators."""

from govbudget.disclosures._coordinates import ALL, Coordinates, Extent, Whole
from govbudget.disclosures._documents import Claim, Disclosure, DisclosureKind, Indicator, Unread
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

__all__ = [
    "ALL",
    "Axis",
    "Breakdown",
    "Caption",
    "Cell",
    "Claim",
    "Column",
    "Coordinates",
    "Disclosure",
    "DisclosureKind",
    "Extent",
    "Flow",
    "Indicator",
    "Origin",
    "Row",
    "RowKind",
    "RowLabel",
    "Side",
    "Table",
    "Unread",
    "Whole",
]
