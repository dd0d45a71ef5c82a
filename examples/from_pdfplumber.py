"""Check the tables and the text of a PDF: python examples/from_pdfplumber.py budget.pdf

Needs pdfplumber (pip install pdfplumber). A scanned PDF has no text: recognise it (OCR) first.
"""

import logging
import sys

import pdfplumber
from attrs import evolve
from pdf_furniture import drop_furniture
from pdf_tables import parts_of
from pdf_text import readable
from run_check import main

import govbudget
from govbudget import ExtractedTable, ReadingError

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # of small faults in PDF files


def claimed(table: ExtractedTable, above: list[str]) -> int:
    """Return how many of the last lines above a table give its title and its unit."""
    stated = (table.title, table.unit)
    below = (ExtractedTable.below(above[len(above) - count :], []) for count in range(len(above)))
    return next((count for count, one in enumerate(below) if (one.title, one.unit) == stated), len(above))


def read(path: str) -> govbudget.Disclosure:
    """Read a PDF: tables with rulings by their cells, others by the places of their words."""
    tables: list[ExtractedTable] = []
    lines: list[str] = []
    titles: set[int] = set()  # which lines belong to tables with rulings
    start = 0
    with pdfplumber.open(path) as pdf:
        pages = [parts_of(readable(page)) for page in pdf.pages]
        scans = [str(page.page_number) for page in pdf.pages if page.images and len(page.chars) < 20]
    drop_furniture(pages)
    for number, page in enumerate(pages, 1):
        lines.append("\f")
        for part in page:
            if isinstance(part, str):
                lines.append(part)
                continue
            tables.append(ExtractedTable.below(lines[start:], part, page=number))
            titles |= set(range(len(lines) - claimed(tables[-1], lines[start:]), len(lines)))
            start = len(lines)
    if not tables and not "".join(lines).strip():
        raise ReadingError(path, "the PDF has no text", "recognise it (OCR) if it is a scan")
    found = govbudget.read_tables(tables, text="\n".join(lines), source=path)
    rest = govbudget.read_text("\n".join("" if i in titles else line for i, line in enumerate(lines)), path)
    if not (found.tables or found.unread or rest.tables or rest.unread):
        raise ReadingError(path, "the PDF has no table below a title", "give the PDF that has the tables")
    if scans:
        print(f"{path}: the pictures on pages {', '.join(scans)} were not read", file=sys.stderr)
    return evolve(found, tables=(*found.tables, *rest.tables), unread=(*found.unread, *rest.unread))


if __name__ == "__main__":
    sys.exit(main(read, __doc__))
