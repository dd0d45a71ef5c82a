"""The words around prices and quantities in sentences, from `data/costings.toml`."""

from __future__ import annotations

import functools
import re

from attrs import frozen

from govbudget.vocabulary._loading import load

_NUMERALS = {numeral: i for i, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


@frozen
class CostingWords:
    """The words and patterns of `data/costings.toml`, compiled.

    Args:
        words: The patterns by name.
        unit: What is counted, as it is printed.
        dates: Units with which a number may be a date.
        once: What a budget has one of without saying so.
    """

    words: dict[str, re.Pattern[str]]
    unit: re.Pattern[str]
    dates: frozenset[str]
    once: frozenset[str]
    _same: dict[str, tuple[str, ...]]

    def counted(self, text: str) -> tuple[str, ...]:
        """Return what the units in a text count: 人 and 天 in 每人每天, in 人·天 and in 人日.

        Args:
            text: Units, perhaps with signs between them.
        """
        found = (self._same.get(match[0], (match[0],)) for match in self.unit.finditer(text))
        return tuple(dict.fromkeys(one for units in found for one in units))


def numeral(text: str) -> int:
    """Return the value of a numeral up to 九十九.

    Args:
        text: The numeral, such as 两 or 十二.
    """
    tens, ten, ones = text.rpartition("十")
    return (_NUMERALS[tens] if tens else 1) * (10 if ten else 0) + (_NUMERALS[ones] if ones else 0)


@functools.cache
def costing_words() -> CostingWords:
    """Return the words around prices and quantities, loaded from the package's data on first use."""
    data = load("costings.toml")
    counted = data["counted"]
    averages = {name: (unit,) for name, unit in data["averages"].items()}
    same = {name: (unit,) for name, unit in counted["same"].items()}
    both = {name: tuple(units) for name, units in counted["both"].items()}
    known = {*counted["things"], *same, *both}
    unit = "|".join(sorted(map(re.escape, known), key=lambda one: (-len(one), one)))
    printed = "|".join([*averages, unit])
    return CostingWords(
        {name: re.compile(pattern.replace("UNIT", unit)) for name, pattern in data["words"].items()},
        re.compile(printed),
        frozenset(counted["dates"]["units"]),
        frozenset(counted["once"]["units"]),
        {**same, **both, **averages},
    )
