"""Units of measurement (度量单位) of targets: the words, what they measure, and how they compare."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen


@frozen
class MeasureUnit:
    """A unit of measurement, such as %, 个工作日 or 元/人/年.

    Args:
        word: The word it is written with, in canonical form.
        dimension: What it measures; only units of one dimension can be compared.
        factor: How many of the dimension's base unit it is.
        known: Whether the vocabulary has it; an unknown word is a dimension of its own.
    """

    word: str
    dimension: str
    factor: Fraction = Fraction(1)
    known: bool = True

    def __str__(self) -> str:
        return self.word

    def per(self, other: MeasureUnit) -> MeasureUnit:
        """Return the rate of this unit per another, such as 元/人.

        Args:
            other: The unit below the stroke.
        """
        counted, *below = self.dimension.split("/")
        dimension = "/".join([counted, *sorted([*below, other.dimension])])
        return MeasureUnit(
            f"{self.word}/{_per_word(other.word)}",
            dimension,
            self.factor / other.factor,
            self.known and other.known,
        )

    def times(self, number: Decimal) -> MeasureUnit:
        """Return a multiple of this unit, such as 2年.

        Args:
            number: How many; positive.
        """
        word = f"{number:f}{_per_word(self.word)}"
        return MeasureUnit(word, self.dimension, self.factor * Fraction(number), self.known)

    def or_(self, *others: MeasureUnit) -> MeasureUnit:
        """Return the unit of things that are counted together, such as 台/件.

        Args:
            others: The further words.
        """
        words = [self.word, *(other.word for other in others)]
        return MeasureUnit("/".join(words), f"counted:{'|'.join(sorted(words))}")


def _per_word(word: str) -> str:
    return word.removeprefix("个") if word != "个" else word


def unknown_unit(word: str) -> MeasureUnit:
    """Return a unit that the vocabulary does not have.

    Args:
        word: The word as printed.
    """
    return MeasureUnit(word, f"counted:{word}", known=False)


@frozen
class UnitVocabulary:
    """The words of `data/units.toml`.

    Args:
        units: The unit of every word, aliases included.
        canonical: All units, once.
        counters: The canonical words of units that count things.
        per: The canonical words that may stand below a stroke.
        misspelt: Words that are no units, with the unit that is meant.
        qualitative: What the unit column says of a qualitative target.
        none: What the unit column says where there is no unit.
        longest: The length of the longest word.
    """

    units: dict[str, MeasureUnit]
    canonical: tuple[MeasureUnit, ...]
    counters: frozenset[str]
    per: frozenset[str]
    misspelt: dict[str, str]
    qualitative: frozenset[str]
    none: frozenset[str]
    longest: int

    def longest_at(self, text: str, pos: int, end: int) -> tuple[MeasureUnit, int] | None:
        """Return the longest word at a place that is a unit, and where it ends, or None.

        Args:
            text: The text in normal form.
            pos: Where the word begins.
            end: Where the text ends.
        """
        for stop in range(min(end, pos + self.longest), pos, -1):
            found = self.units.get(text[pos:stop])
            if found is not None:
                return found, stop
        return None


def _scaled(unit: MeasureUnit, scale: str, factor: int) -> MeasureUnit:
    return MeasureUnit(scale + unit.word, unit.dimension, unit.factor * factor)


def words_pattern(words: list[str]) -> str:
    """Return a pattern of one of some words, the longest that fits first.

    Args:
        words: The words.
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@functools.cache
def unit_vocabulary() -> UnitVocabulary:
    """Return the vocabulary of units, loaded from the package's data on first use."""
    data = load_data("units.toml")
    units: dict[str, MeasureUnit] = {}
    canonical = []
    for dimension, words in data["dimensions"].items():
        for word, entry in words.items():
            unit = MeasureUnit(word, dimension, Fraction(entry["factor"]))
            canonical.append(unit)
            units |= dict.fromkeys([word, *entry.get("aliases", [])], unit)
    for word, aliases in data["counters"].items():
        unit = MeasureUnit(word, f"counted:{word}")
        canonical.append(unit)
        units |= dict.fromkeys([word, *aliases], unit)
    for scale, factor in data["scales"].items():
        for word, unit in list(units.items()):
            if unit.word[0] not in data["scales"]:
                units.setdefault(scale + word, _scaled(unit, scale, factor))
    return UnitVocabulary(
        units,
        tuple(canonical),
        frozenset(data["counters"]),
        frozenset(data["per"]["words"]),
        data["misspelt"],
        frozenset(data["column"]["qualitative"]),
        frozenset(data["column"]["none"]),
        max(map(len, units)),
    )


@functools.cache
def load_data(name: str) -> dict[str, Any]:
    """Return the content of one of the data files of this room.

    Args:
        name: The name of the file.
    """
    import tomllib  # noqa: PLC0415 - needed once, and not by those who never parse a target
    from importlib import resources  # noqa: PLC0415

    return tomllib.loads(resources.files(__package__).joinpath("data", name).read_text("utf-8"))
