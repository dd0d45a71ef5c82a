"""What Excel displays in a cell: used by from_openpyxl.py. Numbers are rounded as the cell's format says, and never stay floats."""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText

from govbudget import ReadingError

PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.|\*.|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+|\$[^]]*)\]'
    r"|(?P<digits>General|[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+)|(?P<bare>[-+() ¥￥$元万亿%])|(?P<other>.)",
    re.IGNORECASE,
)
"""A piece of a number format: text, a space as wide as a character, a filling, a colour or currency, or the digits."""


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
    if isinstance(value, CellRichText):  # a raised note ¹ behind 2.60 does not make it 2.601
        raised = (getattr(part, "font", None) and part.font.vertAlign == "superscript" for part in value)
        return "".join(f"^{part}" if is_up else str(part) for part, is_up in zip(value, raised, strict=True))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None if value is None else str(value)
    text = number_text(Decimal(f"{value:.15g}"), cell.number_format)  # Excel keeps 15 digits
    if text is None:
        reason = f"the number format {cell.number_format!r} is not understood"
        place = f"{cell.parent.title}!{cell.coordinate}"
        raise ReadingError(place, reason, "give it one such as #,##0.00")
    return text


def number_text(number: Decimal, shape: str) -> str | None:
    """Return a number as a number format displays it, but without signs of currencies; None if the format is not understood.

    Args:
        number: The number.
        shape: The format, such as '#,##0.00' or '0.00%;-0.00%;"-"'.
    """
    parts = shape.replace("G/通用格式", "General").replace("@", "General").split(";")
    at = 1 if number < 0 < len(parts) - 1 else 2 if number == 0 and len(parts) > 2 else 0
    pieces = list(PIECE.finditer(parts[at]))
    digits = [i for i, piece in enumerate(pieces) if piece["digits"]]
    if len(digits) > 1 or any(piece["other"] for piece in pieces):
        return None
    texts = [piece["quoted"] or piece["escaped"] or piece["bare"] or "" for piece in pieces]
    if any(piece["bare"] == "%" for piece in pieces):
        number *= 100
    found = figure_text(number, pieces[digits[0]]["digits"]) if digits else ""
    if not found:  # zero as a dash, or not at all
        return None if found is None else "".join(texts).strip()
    before, after = "".join(texts[: digits[0]]), "".join(texts[digits[0] :])
    return before.strip(" -+(¥￥$") + found + after.strip(" )-")


def figure_text(number: Decimal, digits: str) -> str | None:
    """Return a number in the digits of a format: 0 always stands, # and ? only where the number has a digit."""
    if digits == "General":  # in at most 11 places
        places = max(0, 10 - len(f"{abs(number):.0f}"))
        digits = "0." + "#" * places
    whole, _, decimals = digits.partition(".")
    if whole.endswith(","):  # in thousands
        return None
    if "0" not in digits and number == 0:
        return ""
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    before, _, after = (f"{abs(rounded):,f}" if "," in whole else f"{abs(rounded):f}").partition(".")
    always = len(decimals.rstrip("#?"))
    after = after[:always] + after[always:].rstrip("0")
    return "-" * (number < 0) + before.zfill(whole.count("0")) + "." * bool(after) + after
