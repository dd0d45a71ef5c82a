"""Narrative → the economic subjects that a sentence names: 人员经费 5万元，主要包括：基本工资、奖金。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govbudget.disclosures.namings import is_known, naming_key
from govbudget.disclosures.narrative import Mark, Naming
from govbudget.locations import Location
from govbudget.reading.narrative._figures import sentence
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.vocabulary import naming_words

_FEWEST = 3
"""Fewer names are no list: 人员经费包括工资福利支出、对个人和家庭的补助."""
_MOST = 200
"""There are not so many subjects."""
_LONGEST = 4000
_END = re.compile("[。；]")


def find_namings(paragraph: Paragraph, source: str | None) -> Iterator[Naming]:
    """Iterate over the lists of economic subjects in a paragraph: at least half of the names are those of subjects.

    Args:
        paragraph: The paragraph.
        source: Where it comes from.
    """
    for match in naming_words().words["opening"].finditer(paragraph.text):
        found = list(islice(_listed(paragraph, match.end()), _MOST))
        known = sum(is_known(naming_key(name)) for name, _ in found)
        if len(found) >= _FEWEST and 2 * known >= len(found):
            line, _ = paragraph.places[match.start()]
            mark = Mark(sentence(paragraph, match.start(), match.end()), Location(source, line=line))
            yield Naming(mark, tuple(name for name, _ in found), tuple(line for _, line in found))


def _listed(paragraph: Paragraph, start: int) -> Iterator[tuple[str, int | None]]:
    """Iterate over the names up to the end of the sentence, each with its line."""
    words, text = naming_words().words, paragraph.text
    end = _END.search(text, start, start + _LONGEST)
    for match in words["name"].finditer(text, start, end.start() if end else start + _LONGEST):
        if words["over"].search(match[0]):
            return
        name = words["tail"].sub("", words["furniture"].sub("", match[0]))
        if name:
            at = match.start() + match[0].index(name[0])
            yield name, paragraph.places[at][0]
