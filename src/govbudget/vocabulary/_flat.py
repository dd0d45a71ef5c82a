"""The words of tables that have lost their cell borders, from `data/flat.toml`."""

from __future__ import annotations

import functools
import re

from attrs import frozen

from govbudget.labels import normalise
from govbudget.vocabulary._loading import load


@frozen
class Part:
    """A heading below another.

    Args:
        label: The heading.
        is_plain: Whether it stands above nothing itself.
    """

    label: str
    is_plain: bool


@frozen
class FlatWords:
    """The words and patterns of `data/flat.toml`; patterns match whole normalised labels.

    Args:
        top: Headings that may stand at the top.
        groups: For a heading that may stand above others, the rows of headings that may stand below it.
        always: Headings that never stand alone.
        codes: For a heading of codes, what a code looks like.
        unit: What the code of a unit looks like that stands below a heading of subjects.
        choices: For a heading of a few fixed words, these words.
        sources: For a source of money, how labels and headings name it.
        uses: For a use of money, how labels and headings name it.
        wholes: For a kind of table, the kind of the table that it is part of.
        funds: For a source of money, the kind of the table that lists what it pays for.
        projects: The kind of the tables whose rows are projects.
        blocks: Names of blocks of rows, which stand at the left of the names of rows.
        end: What a line says below the last table.
    """

    top: frozenset[str]
    groups: dict[str, tuple[tuple[Part, ...], ...]]
    always: frozenset[str]
    codes: dict[str, re.Pattern[str]]
    unit: re.Pattern[str]
    choices: dict[str, re.Pattern[str]]
    sources: tuple[tuple[str, re.Pattern[str]], ...]
    uses: tuple[tuple[str, re.Pattern[str]], ...]
    wholes: dict[str, str]
    funds: dict[str, str]
    projects: str
    blocks: tuple[str, ...]
    end: re.Pattern[str]

    def source(self, label: str) -> str | None:
        """Return the source of money that a label names, or None."""
        return _first(self.sources, label)

    def use(self, label: str) -> str | None:
        """Return the use of money that a label names, or None."""
        return _first(self.uses, label)


def _first(patterns: tuple[tuple[str, re.Pattern[str]], ...], label: str) -> str | None:
    text = normalise(label)
    return next((name for name, pattern in patterns if pattern.fullmatch(text)), None)


@functools.cache
def flat_words() -> FlatWords:
    """Return the words of tables without borders, loaded from the package's data on first use."""
    data = load("flat.toml")
    groups = data["groups"]
    return FlatWords(
        top=frozenset(data["top"]["headings"]),
        groups={name: tuple(map(_parts, one["parts"])) for one in groups for name in one["headings"]},
        always=frozenset(name for one in groups if one.get("always") for name in one["headings"]),
        codes={name: re.compile(one["pattern"]) for one in data["codes"] for name in one["headings"]},
        unit=re.compile(data["units"]["pattern"]),
        choices={one["heading"]: re.compile(one["pattern"]) for one in data["choices"]},
        sources=tuple((one["source"], re.compile(one["pattern"])) for one in data["sources"]),
        uses=tuple((one["use"], re.compile(one["pattern"])) for one in data["uses"]),
        wholes={one["kind"]: one["whole"] for one in data["wholes"]},
        funds={one["source"]: one["kind"] for one in data["funds"]},
        projects=data["projects"]["kind"],
        blocks=tuple(data["blocks"]["names"]),
        end=re.compile(data["end"]["pattern"]),
    )


def _parts(text: str) -> tuple[Part, ...]:
    return tuple(Part(label.strip("[]"), label.startswith("[")) for label in text.split())
