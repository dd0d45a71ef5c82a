"""What titles and headings say a figure is about: `data/coordinates.toml`, compiled."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.vocabulary._loading import load, vocabulary


@frozen
class Meaning:
    """What a heading says of the figures below or beside it.

    Args:
        dimensions: Members by dimension: "fund", "kind", "economic", "function", "item".
        span: "current", "brought" or "forward" where the heading speaks of one year's money or of what is carried over.
        year: The year that it names.
        prior: How many years before the budget year it speaks of.
        of_axis: Whether it means this only where no other heading of the axis is part of it.
    """

    dimensions: Mapping[str, str] = field(factory=dict, hash=False)
    span: str | None = None
    year: int | None = None
    prior: int = 0
    of_axis: bool = False


@frozen
class Reading:
    """A convention by which regions differ in what a quantity includes.

    Args:
        name: What the convention is, by language.
        add: Economic subjects that it adds to the usual ones.
        leave: Economic subjects that it leaves out.
    """

    name: Notice
    add: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()


@frozen
class Convention:
    """Which economic subjects a quantity includes.

    Args:
        of: The quantity: members by dimension.
        members: Kinds of expenditure that make it up where it is not printed itself.
        codes: The economic subjects that it usually includes.
        readings: Other conventions.
    """

    of: Mapping[str, str] = field(hash=False)
    members: tuple[str, ...]
    codes: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


@frozen
class ChangeWords:
    """How headings of columns that compare two years are recognised.

    Args:
        patterns: The patterns by name.
        measures: What words for a measure stand in such a heading, the surest first.
    """

    patterns: Mapping[str, re.Pattern[str]] = field(hash=False)
    measures: tuple[tuple[str, re.Pattern[str]], ...]

    def names(self, pattern: str, heading: str) -> bool:
        """Tell whether a heading in normal form is of the kind that a pattern describes."""
        return self.patterns[pattern].fullmatch(heading) is not None

    def measure_in(self, text: str) -> str | None:
        """Return the measure that a text names: "budget", "executed" or "accounts"."""
        return next((name for name, pattern in self.measures if pattern.search(text)), None)


@frozen
class _Heading:
    pattern: re.Pattern[str]
    meaning: Meaning
    only: frozenset[str]


@frozen(eq=False)
class Meanings:
    """The meanings of titles and headings, and which members are part of others."""

    edition: int
    kinds: Mapping[str, Mapping[str, str]]
    titles: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]
    within: Mapping[str, str]
    functions: Mapping[str, str]
    economic_rows: frozenset[str]
    conventions: tuple[Convention, ...]
    mirrors: tuple[tuple[str, str], ...]
    covers: Mapping[str, str]
    topics: Mapping[str, Mapping[str, str]]
    scopes: Mapping[str, Mapping[str, str]]
    changes: ChangeWords
    carried: re.Pattern[str]
    once: frozenset[str]
    owner: re.Pattern[str]
    nobody: re.Pattern[str]
    required: tuple[tuple[str, ...], ...]
    placeholder: re.Pattern[str]
    own_level: re.Pattern[str]
    whole: re.Pattern[str]
    spent: re.Pattern[str]
    small_firms: re.Pattern[str]
    unit: re.Pattern[str]
    department: re.Pattern[str]
    unit_table: re.Pattern[str]
    _headings: tuple[_Heading, ...]
    _marker: re.Pattern[str]
    _year: re.Pattern[str]

    def of_table(self, kind: str, title: str) -> Mapping[str, str] | None:
        """Return what a kind of table and its title imply, or None if figures of this kind have no coordinates.

        The title counts where the kind leaves a dimension open or says it less finely: 一般公共预算财政拨款支出表.
        """
        implied = self.kinds.get(kind)
        if implied is None:
            return None
        text = normalise(title)
        said: Mapping[str, str] = next((m for pattern, m in self.titles if pattern.search(text)), {})
        finer = {
            dimension: member
            for dimension, member in said.items()
            if dimension not in implied or self.is_within(member, implied[dimension])
        }
        return {**implied, **finer}

    def owner_of(self, title: str) -> str | None:
        """Return the department or unit whose name begins a title, or None if none does.

        Args:
            title: The title of a table.
        """
        match = self.owner.match(normalise(title))
        name = match["name"] if match else ""
        return None if self.nobody.fullmatch(name) else name

    def plain(self, label: str) -> str:
        """Return a label in normal form without outline number and 其中."""
        text = vocabulary().strip_of_which(normalise(label))[1]
        match = self._marker.match(text)
        return text[match.end() :] if match and match.end() < len(text) else text

    def of_heading(self, label: str, kind: str) -> Meaning | None:
        """Return what a heading of a kind of table means, or None if it is not known."""
        text, year = self.plain(label), None
        match = self._year.match(text)
        if match:
            text, year = text[match.end() :], int(match[1])
        if text in self.functions:
            return Meaning({"function": self.functions[text]}, year=year)
        found = next(
            (
                h.meaning
                for h in self._headings
                if (not h.only or kind in h.only) and h.pattern.fullmatch(text)
            ),
            None,
        )
        if found is None or year is None:
            return found
        return evolve(found, year=year)

    def is_within(self, member: str, other: str) -> bool:
        """Tell whether a member is part of another, or of a code that begins its own."""
        if member.isdigit() and other.isdigit():
            return member.startswith(other)
        while member in self.within:
            member = self.within[member]
            if member == other:
                return True
        return False


def _heading(entry: dict[str, Any]) -> _Heading:
    said = dict(entry["means"])
    span, prior = said.pop("span", None), said.pop("prior", 0)
    meaning = Meaning(said, span, prior=prior, of_axis=entry.get("of_axis", False))
    return _Heading(re.compile(entry["pattern"]), meaning, frozenset(entry.get("only", ())))


def _convention(entry: dict[str, Any]) -> Convention:
    readings = tuple(
        Reading(Notice(one["zh"], one["en"]), tuple(one.get("add", ())), tuple(one.get("leave", ())))
        for one in entry.get("readings", ())
    )
    return Convention(entry["of"], tuple(entry["members"]), tuple(entry["codes"]), readings)


def _changes(entry: dict[str, Any]) -> ChangeWords:
    patterns = {name: re.compile(value) for name, value in entry.items() if isinstance(value, str)}
    return ChangeWords(patterns, tuple((name, re.compile(pattern)) for name, pattern in entry["measures"]))


@functools.cache
def meanings() -> Meanings:
    """Return the meanings, loaded from the package's data on first use."""
    data = load("coordinates.toml")
    return Meanings(
        data["edition"],
        data["kinds"],
        tuple((re.compile(entry["pattern"]), entry["means"]) for entry in data["titles"]),
        data["within"],
        {normalise(name): code for name, code in data["functions"].items()},
        frozenset(data["rows"]["economic"]),
        tuple(map(_convention, data["conventions"])),
        tuple((entry["function"], entry["economic"]) for entry in data["mirrors"]),
        data["covers"],
        data["topics"],
        data["scopes"],
        _changes(data["changes"]),
        re.compile(data["markers"]["carried"]),
        frozenset(data["markers"]["once"]),
        re.compile(data["markers"]["owner"]),
        re.compile(data["markers"]["nobody"]),
        tuple(map(tuple, data["documents"]["required"])),
        re.compile(data["documents"]["placeholder"]),
        re.compile(data["documents"]["own_level"]),
        re.compile(data["documents"]["whole"]),
        re.compile(data["documents"]["spent"]),
        re.compile(data["documents"]["small_firms"]),
        re.compile(data["documents"]["unit"]),
        re.compile(data["documents"]["department"]),
        re.compile(data["documents"]["unit_table"]),
        tuple(map(_heading, data["headings"])),
        re.compile(data["markers"]["pattern"]),
        re.compile(data["markers"]["year"]),
    )
