"""The main projects that a text lists after 主要项目：, which are together at most the project expenditure."""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Narrative
from govbudget.disclosures.narrative import Listing, Mark, Role
from govbudget.locations import Location
from govbudget.reading._figures import Stated, finish, sentence
from govbudget.reading._sentences import Reader
from govbudget.vocabulary import topics


def main_projects(reader: Reader, stated: Narrative, source: str | None) -> Iterator[Listing]:
    """Iterate over the lists of main projects of a paragraph, each of the one project expenditure that the text states.

    Args:
        reader: The paragraph.
        stated: What the narrative states.
        source: Where the text comes from.
    """
    paragraph, words = reader.paragraph, topics().words
    project = topics().topic("project_expenditure")
    for match in words["main_projects"].finditer(paragraph.text):
        total = stated.amount(project, reader.year)
        end = paragraph.text.find("。", match.end())
        parts = _parts(reader, match.end(), end if end >= 0 else len(paragraph.text))
        if total is not None and len(parts) > 1:
            line, _ = paragraph.places[match.start()]
            text = sentence(paragraph, match.start(), match.end())
            yield Listing(
                total,
                tuple(finish(one, paragraph, source) for one in parts),
                (None,) * len(parts),
                is_partition=True,
                mark=Mark(text, Location(source, row=project.zh, line=line)),
                is_open=True,
            )


def _parts(reader: Reader, start: int, end: int) -> list[Stated]:
    """Return the amounts of a list, without those in brackets; none where it goes into more detail or states other years."""
    words, text = topics().words, reader.paragraph.text
    if words["opener"].search(text, start, end) or words["comparison"].search(text, start, end):
        return []
    inside: list[Stated] = []
    depth, at = 0, start
    for one in reader.figures:
        if start <= one.start < end:
            depth += text.count("(", at, one.start) - text.count(")", at, one.start)
            at = one.start
            inside += [one] if depth == 0 else []
    is_plain = all(one.role is Role.AMOUNT and one.year == reader.year for one in inside)
    return inside if is_plain else []
