"""What a browser makes of a page: used by from_html.py."""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from govbudget import ReadingError

UNSHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
UNSEEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
MOST = 1_000_000  # places of a table


def is_cut_off(source: str) -> bool:
    """Tell whether a page ends within a table: neither the table is closed nor the page itself."""
    ends = re.findall(r"<(/?table|/body|/html)\b", source, re.IGNORECASE)
    opened = sum(end.lower() == "table" for end in ends) - sum(end.lower() == "/table" for end in ends)
    return opened > 0 and bool(ends) and ends[-1].lower() in {"table", "/table"}


def span_of(cell: Tag, name: str) -> int:
    """Return over how many rows or columns a cell goes; as in a browser, what is no number counts as 1."""
    number = re.match(r"\s*\+?(\d{1,5})", str(cell.get(name, "")))
    return int(number[1]) if number else 1


def rows_of(table: Tag) -> list[list[str | None]]:
    """Return the cells of a table; of a merged cell only the first place has text.

    Raises:
        ReadingError: It has more than a million places.
    """
    lines = table.find_all("tr")
    grid: dict[tuple[int, int], str | None] = {}
    for i, line in enumerate(lines):
        j = 0
        for cell in line.find_all(["td", "th"]):
            while (i, j) in grid:
                j += 1
            down = min(span_of(cell, "rowspan") or len(lines), len(lines) - i)  # 0 means down to the end
            across = min(span_of(cell, "colspan") or 1, 1000)
            refuse_more(len(grid) + down * across)
            grid |= {(y, x): None for y in range(i, i + down) for x in range(j, j + across)}
            grid[i, j] = cell.get_text().strip(" \n")
    columns = sorted({j for (_, j), text in grid.items() if text is not None})
    refuse_more(len(lines) * len(columns))
    return [[grid.get((i, j)) for j in columns] for i in range(len(lines))]


def refuse_more(places: int) -> None:
    """Raise an error if a table has more places than any that is printed."""
    if places > MOST:
        reason = f"it has {places:,} places, with those that merged cells cover"
        raise ReadingError(source="a table", reason=reason, remedy="correct its rowspan and colspan")


def tidy(page: BeautifulSoup) -> None:
    """Let a page hold what a browser shows: lines end where they do there, and a table of one row is its text.

    What is raised is marked with ^, so that a note ¹ behind 2.60 does not make it 2.601.
    """
    for tag in page.find_all(
        lambda tag: (
            tag.name == "noscript" or tag.has_attr("hidden") or UNSHOWN.search(str(tag.get("style", "")))
        )
    ):
        tag.extract()
    for tag in page.find_all(style=UNSEEN):
        tag.clear()  # its place stays
    for text in page.find_all(string=BLANKS):
        if type(text) is NavigableString:  # no comment or script
            text.replace_with(BLANKS.sub(" ", text))
    for tag in page.find_all("sup"):
        tag.insert(0, "^")
    for table in page.find_all("table"):
        if len(table.find_all("tr")) < 2:
            for tag in (table, *table.find_all(["thead", "tbody", "tfoot", "tr", "td", "th"])):
                tag.name = "div"
    for tag in page.find_all(["title", "br", "p", "div", "h1", "h2", "h3", "h4", "li", "tr"]):
        tag.append("\n")
