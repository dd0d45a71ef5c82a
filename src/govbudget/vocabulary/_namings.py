"""The words around the economic subjects that a text names, from `data/namings.toml`."""

from __future__ import annotations

import functools
import re

from attrs import frozen

from govbudget.vocabulary._loading import load


@frozen
class NamingWords:
    """The words and patterns of `data/namings.toml`, compiled.

    Args:
        words: The patterns by name.
        usual: Names in use that no chart has.
        short: Names too short for another one to be a slip of them.
    """

    words: dict[str, re.Pattern[str]]
    usual: frozenset[str]
    short: frozenset[str]
    _same: dict[int, str]
    _either: frozenset[frozenset[str]]

    def folded(self, name: str) -> str:
        """Return a name with one character for those that are written for one another: 其它 is 其他.

        Args:
            name: The name.
        """
        return name.translate(self._same)

    def is_slip(self, name: str, other: str) -> bool:
        """Tell whether a name differs from another in one character alone, and not in one that has the same meaning there.

        Args:
            name: The name, folded.
            other: The name that may be meant, folded.
        """
        if len(name) != len(other) or other in self.short:
            return False
        pairs = [{one, two} for one, two in zip(name, other, strict=True) if one != two]
        return len(pairs) == 1 and not any(pairs[0] <= group for group in self._either)


@functools.cache
def naming_words() -> NamingWords:
    """Return the words, loaded from the package's data on first use."""
    data = load("namings.toml")
    names = data["names"]
    return NamingWords(
        {name: re.compile(pattern) for name, pattern in data["words"].items()},
        frozenset(names["usual"]),
        frozenset(names["short"]),
        {ord(char): group[0] for group in names["same"] for char in group[1:]},
        frozenset(map(frozenset, names["either"])),
    )
