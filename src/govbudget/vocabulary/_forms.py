"""The words of performance forms, from `data/forms.toml`."""

from __future__ import annotations

import functools
import re

from attrs import frozen

from govbudget.labels import normalise
from govbudget.vocabulary._loading import load

Words = dict[str, re.Pattern[str]]

_normal = functools.lru_cache(maxsize=4096)(normalise)
"""The normal form of a cell; every cell is compared with several lists of words."""


@frozen
class FormWords:
    """The words and patterns of `data/forms.toml`, compiled; patterns match whole normalised labels."""

    headings: Words
    natures: Words
    first: tuple[tuple[frozenset[str], re.Pattern[str]], ...]
    second: tuple[tuple[frozenset[str], re.Pattern[str]], ...]
    numbered: Words
    labels: Words
    terms: Words
    persons: re.Pattern[str]
    remarks: re.Pattern[str]
    overall: Words
    summary: Words
    flat: Words
    flat_words: frozenset[str]
    plans: Words

    def heading(self, cell: str) -> str | None:
        """Return which heading of the list of indicators a cell is: "first", "third", "value" …, or None."""
        return _named(self.headings, _normal(cell))

    def nature(self, cell: str) -> str | None:
        """Return what the nature of an indicator says: a sign such as "≥", "words", "none", or None if it is no nature."""
        return _named(self.natures, _normal(cell))

    def is_term(self, term: str, cell: str) -> bool:
        """Tell whether a cell is of a sort of words.

        Args:
            term: The sort, such as "points".
            cell: The cell.
        """
        return self.terms[term].fullmatch(_normal(cell)) is not None

    def label(self, cell: str) -> str | None:
        """Return what a label in the head of a form is about: "name", "annual", "source" …, or None."""
        return _named(self.labels, _normal(cell))

    def is_first(self, cell: str) -> bool:
        """Tell whether a cell names a first-level indicator."""
        return bool(self.families(cell, self.first))

    def is_second(self, cell: str) -> bool:
        """Tell whether a cell names a second-level indicator."""
        return bool(self.families(cell, self.second))

    def is_person(self, cell: str) -> bool:
        """Tell whether a cell announces a person or a telephone number."""
        return self.persons.fullmatch(_normal(cell)) is not None

    def is_remark(self, cell: str) -> bool:
        """Tell whether a cell announces a remark below the list of indicators."""
        return self.remarks.fullmatch(_normal(cell)) is not None

    def belongs(self, first: str, second: str) -> bool:
        """Tell whether a second-level name is known to stand under a first-level one.

        Args:
            first: The first-level name.
            second: The second-level name.
        """
        return bool(self.families(first, self.first) & self.families(second, self.second))

    def contradicts(self, first: str, second: str) -> bool:
        """Tell whether a second-level name is known not to stand under a first-level one.

        Args:
            first: The first-level name.
            second: The second-level name.
        """
        above, below = self.families(first, self.first), self.families(second, self.second)
        return bool(above and below) and not above & below

    @staticmethod
    def families(cell: str, level: tuple[tuple[frozenset[str], re.Pattern[str]], ...]) -> frozenset[str]:
        """Return the families that a name belongs to; none if it is not known on the level."""
        text = _normal(cell)
        return next((families for families, pattern in level if pattern.fullmatch(text)), frozenset())


def _named(words: Words, text: str) -> str | None:
    return next((name for name, pattern in words.items() if pattern.fullmatch(text)), None)


@functools.cache
def form_words() -> FormWords:
    """Return the words of forms, loaded from the package's data on first use."""
    data = load("forms.toml")
    headings, natures, numbered, labels, terms, overall, summary, plans = (
        {name: re.compile(pattern) for name, pattern in data[part].items()}
        for part in ("headings", "natures", "numbered", "labels", "terms", "overall", "summary", "plans")
    )
    flat = dict(data["flat"])
    flat_words = frozenset(flat.pop("words"))
    return FormWords(
        headings=headings,
        natures=natures,
        first=tuple((frozenset([one["family"]]), re.compile(one["pattern"])) for one in data["first"]),
        second=tuple((frozenset(one["families"]), re.compile(one["pattern"])) for one in data["second"]),
        numbered=numbered,
        labels=labels,
        terms=terms,
        persons=re.compile(data["persons"]["pattern"]),
        remarks=re.compile(data["remarks"]["pattern"]),
        overall=overall,
        summary=summary,
        flat={name: re.compile(pattern) for name, pattern in flat.items()},
        flat_words=flat_words,
        plans=plans,
    )
