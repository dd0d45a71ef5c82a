"""How things were resolved and how much was read → plain data; resolutions are read back from it."""

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


def parse_resolution(data: dict[str, Any]) -> Resolution:
    """Return the resolution of which `resolution_data` made plain data.

    Args:
        data: The plain data.

    >>> from govbudget.disclosures import Aspect
    >>> from govbudget.exceptions import Notice
    >>> one = Resolution(Aspect.ROWS, Notice("不入合计", "left out of sums"), Notice("可能重复", "may repeat"), 7)
    >>> parse_resolution(resolution_data(one)) == one
    True
    """
    return plain_converter.structure(data, Resolution)


def coverage_data(found: Coverage) -> dict[str, int]:
    """Return a coverage as plain data, with the sum of its numbers.

    Args:
        found: The coverage of a table or a disclosure.
    """
    return {**plain_converter.unstructure(found), "printed": found.printed}
