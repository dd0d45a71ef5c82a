"""What a browser makes of a page: used by from_html.py."""

import re

from bs4 import BeautifulSoup, Tag

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def span_of(cell: Tag, name: str) -> int:
    """Return over how many rows or columns a cell goes; as in a browser, what is no number counts as 1."""
    number = re.match(r"\s*\+?(\d{1,5})", str(cell.get(name, "")))
    return int(number[1]) if number else 1


def tidy(page: BeautifulSoup) -> None:
    """Take out what a browser does not show, let a table of one cell be its text, and end lines where the page does."""
    for tag in page.find_all(lambda tag: tag.has_attr("hidden") or HIDDEN.search(str(tag.get("style", "")))):
        tag.extract()
    for table in page.find_all("table"):
        if len(table.find_all(["td", "th"])) == 1:
            for tag in (table, *table.find_all(["tbody", "tr", "td", "th"])):
                tag.name = "div"
    for tag in page.find_all(["br", "p", "div", "h1", "h2", "h3", "h4", "li", "tr"]):
        tag.append("\n")
