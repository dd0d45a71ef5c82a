"""Check the tables and the text of a PDF: python examples/from_pdfplumber.py budget.pdf

Needs pdfplumber (pip install pdfplumber). A scanned PDF has no text: recognise it (OCR) first.
"""

import sys
from collections.abc import Iterator

import pdfplumber
from pdfplumber.page import Page
from run_check import run

import govbudget


def tables_of(page: Page, text: list[str]) -> Iterator[govbudget.ExtractedTable]:
    """Iterate over the ruled tables of a page; the lines above and below them are added to the text."""
    top = page.bbox[1]
    for table in sorted(page.find_tables(), key=lambda found: found.bbox[1]):
        above = lines_between(page, top, table.bbox[1])
        text += above
        top = max(top, table.bbox[3])
        yield govbudget.ExtractedTable.below(above, table.extract(), page=page.page_number)
    text += lines_between(page, top, page.bbox[3])


def lines_between(page: Page, top: float, bottom: float) -> list[str]:
    """Return the lines of text between two heights of a page."""
    if bottom - top < 1:
        return []
    return page.crop((page.bbox[0], top, page.bbox[2], bottom)).extract_text().splitlines()


def read(path: str) -> govbudget.Disclosure:
    """Read a PDF."""
    text: list[str] = []
    with pdfplumber.open(path) as pdf:
        tables = [table for page in pdf.pages for table in tables_of(page, text)]
    if not tables:
        raise govbudget.ReadingError(path, "the PDF has no ruled table", "recognise it (OCR) if it is a scan")
    return govbudget.read_tables(tables, text="\n".join(text), source=path)


if __name__ == "__main__":
    sys.exit(run(read, sys.argv[1]) if len(sys.argv) == 2 else __doc__)
