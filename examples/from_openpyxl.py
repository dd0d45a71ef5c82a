"""Check the sheets of an Excel file as they are displayed: python examples/from_openpyxl.py budget.xlsx

Needs openpyxl (pip install openpyxl). Save an old .xls as .xlsx first.
"""

import sys

from excel_text import displayed
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from run_check import run

import govbudget


def refuse_lost_values(path: str, sheets: list[Worksheet]) -> None:
    """Raise an error for a formula without its value, as programs write it: what it displays is not known."""
    formulas = load_workbook(path)
    for sheet in sheets:
        for cell in (cell for row in formulas[sheet.title].iter_rows() for cell in row):
            if cell.data_type == "f" and sheet[cell.coordinate].value is None:
                place = f"{sheet.title}!{cell.coordinate}"
                raise govbudget.ReadingError(path, f"{place} is a formula without value", "save it in Excel")


def read(path: str) -> govbudget.Disclosure:
    """Read the visible sheets of an Excel file, with the rows and columns that are hidden in them: formulas add these up too."""
    sheets = [
        sheet for sheet in load_workbook(path, data_only=True).worksheets if sheet.sheet_state == "visible"
    ]
    refuse_lost_values(path, sheets)
    tables = [
        govbudget.ExtractedTable(
            [[displayed(cell) for cell in row] for row in sheet.iter_rows()], name=sheet.title
        )
        for sheet in sheets
    ]
    found = govbudget.read_tables(tables, source=path)
    if not found.tables:
        raise govbudget.ReadingError(path, "no sheet has a table with headings", "give one that has")
    return found


if __name__ == "__main__":
    sys.exit(run(read, sys.argv[1]) if len(sys.argv) == 2 else __doc__)
