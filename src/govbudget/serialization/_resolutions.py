"""How things were resolved and how much was read → plain data."""

from __future__ import annotations

from typing import Any

from govbudget.disclosures import Coverage, Resolution
from govbudget.serialization._hooks import plain_converter


def resolution_data(one: Resolution) -> dict[str, Any]:
    """Return one resolution as plain data.

    Args:
        one: A resolution of a table or a disclosure.
    """
    data: dict[str, Any] = plain_converter.unstructure(one)
    return data


def coverage_data(found: Coverage) -> dict[str, int]:
    """Return a coverage as plain data, with the sum of its numbers.

    Args:
        found: The coverage of a table or a disclosure.
    """
    return {**plain_converter.unstructure(found), "printed": found.printed}
