"""Whose a document is, as it is compared between documents."""

from __future__ import annotations

from collections import Counter

from govbudget.disclosures import Disclosure
from govbudget.labels import normalise
from govbudget.vocabulary import meanings

DEPARTMENT, UNIT = "department", "unit"


def level_of(disclosure: Disclosure) -> str:
    """Tell whether a document is of a department or of a single unit, by its title and by those of its tables.

    Args:
        disclosure: The document.
    """
    known, title = meanings(), normalise(disclosure.title or "")
    if known.department.search(title) or known.unit.search(title):
        return DEPARTMENT if known.department.search(title) else UNIT
    of_units = Counter(bool(known.unit_table.search(normalise(table.title))) for table in disclosure.tables)
    return UNIT if of_units[True] > of_units[False] else DEPARTMENT


def name_of(entity: str) -> str:
    """Return a name as it is compared: 某局（本级） is 某局本级.

    Args:
        entity: The name.
    """
    return meanings().own_level.sub(r"\1", normalise(entity))
