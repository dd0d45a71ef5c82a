"""What was published, as published: disclosures, tables as matrices over two axes, cells, claims and indicators."""

from govbudget.disclosures._documents import Claim, Disclosure, DisclosureKind, Indicator, Unread
from govbudget.disclosures._tables import (
    Axis,
    Breakdown,
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
    "Axis",
    "Breakdown",
    "Cell",
    "Claim",
    "Column",
    "Disclosure",
    "DisclosureKind",
    "Flow",
    "Indicator",
    "Origin",
    "Row",
    "RowKind",
    "RowLabel",
    "Side",
    "Table",
    "Unread",
]
