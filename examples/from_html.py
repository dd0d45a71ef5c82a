"""Check a web page: python examples/from_html.py budget.html; needs Beautiful Soup and lxml (pip install beautifulsoup4 lxml)."""

import sys
from itertools import product

from bs4 import BeautifulSoup, Tag
from html_text import span_of, tidy
from run_check import run

import govbudget
from govbudget.reading import load_text

MARK = "\ue000"  # stands in the text where a table stood


def rows_of(table: Tag) -> list[list[str | None]]:
    """Return the cells of a table; of a merged cell only the first place has text."""
    lines = table.find_all("tr")
    grid: dict[tuple[int, int], str | None] = {}
    for i, line in enumerate(lines):
        for cell in line.find_all(["td", "th"]):
            j = next(j for j in range(len(grid) + 1) if (i, j) not in grid)
            down, across = (span_of(cell, name) for name in ("rowspan", "colspan"))
            down = min(down or len(lines), len(lines) - i)  # 0 means down to the end
            grid |= dict.fromkeys(product(range(i, i + down), range(j, j + min(across or 1, 1000))))
            grid[i, j] = cell.get_text().strip()
    width = max((j + 1 for _, j in grid), default=0)
    return [[grid.get((i, j)) for j in range(width)] for i in range(len(lines))]


def read(path: str) -> govbudget.Disclosure:
    """Read a web page; a table that holds others only lays out the page."""
    page = BeautifulSoup(load_text(path), "lxml")
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
    sys.exit(run(read, sys.argv[1]) if len(sys.argv) == 2 else __doc__)
