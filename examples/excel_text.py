"""What Excel displays in a cell: used by from_openpyxl.py. Numbers are rounded as the cell's format says, and never stay floats."""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.cell import Cell, MergedCell

from govbudget import ReadingError

ASIDE = re.compile(r'\\.|_.|\*.|"[^"]*"|\[(?:Black|Red|Blue|Green|Color\d+|\$[^]]*)\]', re.IGNORECASE)
"""What formats put around a number: escaped and quoted text, spaces as wide as a character, fillings, colours, currencies."""


def displayed(cell: Cell | MergedCell) -> str | None:
    """Return what Excel displays in a cell.

    Args:
        cell: The cell, of a workbook that was loaded with the values of formulas.

    Raises:
        ReadingError: Its number format is not understood.
    """
    value = cell.value
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None if value is None else str(value)
    text = number_text(Decimal(f"{value:.15g}"), cell.number_format)  # Excel keeps 15 digits
    if text is None:
        reason = f"the number format {cell.number_format!r} is not understood"
        place = f"{cell.parent.title}!{cell.coordinate}"
        raise ReadingError(place, reason, "give it one such as #,##0.00")
    return text


def number_text(number: Decimal, shape: str) -> str | None:
    """Return a number as a number format displays it, or None if the format is not understood.

    Args:
        number: The number.
        shape: The format, such as '#,##0.00' or '0.00%;-0.00%;"-"'.
    """
    if shape in ("General", "@"):  # in at most 11 places
        places = max(0, 10 - len(f"{abs(number):.0f}"))
        rounded = f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
        return rounded.rstrip("0").rstrip(".") if places else rounded
    parts = shape.split(";")
    at = 1 if number < 0 < len(parts) - 1 else 2 if number == 0 and len(parts) > 2 else 0
    core = ASIDE.sub("", parts[at]).strip(" -+()¥￥$元")
    if not re.search("[0#]", core):  # zero as a dash, or not at all
        return "".join(re.findall('"([^"]*)"', parts[at])) if re.fullmatch("[? ]*", core) else None
    if not re.fullmatch(r"[#?0,]*[#?0](\.[#?0]*)?%?", core):
        return None
    percent = "%" if core.endswith("%") else ""
    places = len(core.partition(".")[2].rstrip("%"))
    exact = (number * 100 if percent else number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    unit = "".join(re.findall('"([万亿]?元)"', parts[at]))
    return (f"{exact:,f}" if "," in core else f"{exact:f}") + percent + unit
