"""What was published, as published: disclosures, tables as matrices over two axes, cells, claims and indicators."""

from govbudget.disclosures._documents import Claim, Disclosure, DisclosureKind, Unread
from govbudget.disclosures._forms import (
    Form,
    FormCell,
    Funding,
    Indicator,
    Oddity,
    OverallTargets,
    Period,
    Project,
    Task,
)
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
    "Form",
    "FormCell",
    "Funding",
    "Indicator",
    "Oddity",
    "Origin",
    "OverallTargets",
    "Period",
    "Project",
    "Row",
    "RowKind",
    "RowLabel",
    "Side",
    "Table",
    "Task",
    "Unread",
]
