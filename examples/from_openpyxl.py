"""Check the sheets of an Excel file as they are displayed: python examples/from_openpyxl.py budget.xlsx

Needs openpyxl (pip install openpyxl). Save an old .xls as .xlsx first.
"""

import sys
from collections.abc import Iterator

from excel_text import displayed
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from run_check import main

import govbudget
from govbudget import ExtractedTable, ReadingError

MOST = 1_000_000  # places of a sheet


def filled(sheet: Worksheet) -> list[Cell]:
    """Return the cells of a sheet that are not blank; its rows may hold millions that are."""
    return [cell for cell in sheet._cells.values() if cell.value is not None]  # noqa: SLF001


def refuse_lost_values(path: str, sheets: list[Worksheet]) -> None:
    """Raise an error for a formula without its value, as programs write it: what it displays is not known."""
    formulas = load_workbook(path)
    for sheet in sheets:
        for cell in filled(formulas[sheet.title]):
            found = sheet[cell.coordinate]
            if (
                cell.data_type == "f" and found.value is None and found.data_type != "str"
            ):  # which would be ""
                place = f"{sheet.title}!{cell.coordinate}"
                raise ReadingError(path, f"{place} is a formula without value", "save it in Excel")


def hidden_in(sheet: Worksheet) -> Iterator[str]:
    """Iterate over the hidden rows and columns of a sheet that are not blank."""
    cells = filled(sheet)
    yield from map(str, sorted({cell.row for cell in cells if sheet.row_dimensions[cell.row].hidden}))
    for columns in sheet.column_dimensions.values():
        within = {cell.column_letter for cell in cells if columns.min <= cell.column <= columns.max}
        yield from sorted(within) if columns.hidden else ()


def table_of(sheet: Worksheet) -> ExtractedTable:
    """Return the cells of a sheet as they are displayed."""
    cells = filled(sheet)
    bottom, right = (max((getattr(cell, side) for cell in cells), default=0) for side in ("row", "column"))
    if bottom * right > MOST:
        raise ReadingError(
            sheet.title, f"it has {bottom * right:,} places", "delete cells far from the table"
        )
    rows: list[list[str | None]] = [[None] * right for _ in range(bottom)]
    for cell in cells:
        rows[cell.row - 1][cell.column - 1] = displayed(cell)
    return ExtractedTable(rows, name=sheet.title)


def read(path: str) -> govbudget.Disclosure:
    """Read the visible sheets of an Excel file, with the rows and columns that are hidden in them: formulas add these up too."""
    book = load_workbook(path, data_only=True, rich_text=True)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    refuse_lost_values(path, sheets)
    found = govbudget.read_tables(map(table_of, sheets), source=path)
    if not found.tables:
        raise ReadingError(path, "no sheet has a table with headings", "give one that has")
    for sheet in sheets:
        if hidden := ", ".join(hidden_in(sheet)):
            print(f"{path}: {sheet.title}: read with hidden rows and columns {hidden}", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main(read, __doc__))
