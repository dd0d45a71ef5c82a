"""Check a web page: python examples/from_html.py budget.html; needs Beautiful Soup and lxml (pip install beautifulsoup4 lxml)."""

import sys

from bs4 import BeautifulSoup
from html_text import is_cut_off, rows_of, tidy
from run_check import main

import govbudget
from govbudget.reading import load_text

MARK = "\ue000"  # stands in the text where a table stood


def read(path: str) -> govbudget.Disclosure:
    """Read a web page; a table that holds others only lays out the page."""
    source = load_text(path).replace(MARK, "")
    if is_cut_off(source):
        raise govbudget.ReadingError(path, "the page ends within a table", "fetch it again, it is cut off")
    page = BeautifulSoup(source, "lxml")
    tidy(page)
    rows = []
    for table in page.find_all(lambda tag: tag.name == "table" and not tag.find("table")):
        rows.append(rows_of(table))
        table.replace_with(table.caption or "", f"\n{MARK}\n")
    if not rows:
        raise govbudget.ReadingError(path, "the page has no table", "save the page that has the tables")
    text = page.get_text()
    tables = map(govbudget.ExtractedTable.below, map(str.splitlines, text.split(MARK)), rows)
    return govbudget.read_tables(tables, text=text.replace(MARK, ""), source=path)


if __name__ == "__main__":
    sys.exit(main(read, __doc__))
