"""The main projects that a text lists after 主要项目：, which are together at most the project expenditure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from govbudget.disclosures import Narrative
from govbudget.disclosures.narrative import Listing, Mark, Role
from govbudget.locations import Location
from govbudget.reading.narrative._figures import Stated, finish, sentence
from govbudget.reading.narrative._sentences import Reader
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
    matches = list(words["main_projects"].finditer(paragraph.text))
    last = [*(match.start() for match in matches[1:]), len(paragraph.text)]
    total = stated.amount(project, reader.year) if matches else None
    for match, limit in zip(matches, last, strict=False):
        end = paragraph.text.find("。", match.end(), limit)
        parts = _parts(reader, match.end(), end if end >= 0 else limit)
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
    """Return the amounts of a list, without those in brackets; none where it goes into more detail, states other years what was carried over or other money."""
    words, text = topics().words, reader.paragraph.text
    if any(
        words[name].search(text, start, end) for name in ("opener", "comparison", "carried", "further_money")
    ):
        return []
    inside: list[Stated] = []
    depth, at = 0, start
    first, last = (bisect_left(reader.figures, place, key=lambda one: one.start) for place in (start, end))
    for one in reader.figures[first:last]:
        depth += text.count("(", at, one.start) - text.count(")", at, one.start)
        at = one.start
        inside += [one] if depth == 0 else []
    is_plain = all(one.role is Role.AMOUNT and one.year == reader.year for one in inside)
    return inside if is_plain else []
