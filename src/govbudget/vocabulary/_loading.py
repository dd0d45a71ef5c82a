"""Loads the data files on words, each once, when it is first needed; `data/labels.toml` as the vocabulary."""

from __future__ import annotations

import enum
import functools
import itertools
import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from govbudget.labels import normalise

_UNIT = re.compile(r"\((?:单位:)?(?:亿元|万元|元|亿|万)\)\Z")

_SUMMING = frozenset("合总小共")
"""Letters of which the name of a total has one before 计."""


class ColumnRole(enum.Enum):
    """What the cells of a column hold."""

    ORDINAL = "ordinal"
    ORG_CODE = "org_code"
    SUBJECT_CODE = "subject_code"
    NAME = "name"
    TEXT = "text"
    AMOUNT = "amount"
    QUANTITY = "quantity"
    PRICE = "price"
    PERCENTAGE = "percentage"
    COMPARISON = "comparison"

    @property
    def is_label(self) -> bool:
        """Whether the column says what its row is about."""
        return self is ColumnRole.TEXT or self.starts_side

    @property
    def starts_side(self) -> bool:
        """Whether such a column, after figures, opens another side of a table."""
        return self in (ColumnRole.ORDINAL, ColumnRole.ORG_CODE, ColumnRole.SUBJECT_CODE, ColumnRole.NAME)


@frozen
class TableKind:
    """A kind of published table.

    Args:
        key: Its permanent name.
        zh: What it is called in Chinese.
        en: What it is called in English.
        words: Words that a title must contain.
        flow: "revenue" or "expenditure" where the whole table shows one of them.
        is_form: Whether it is a form of texts and targets, not a matrix of amounts.
    """

    key: str
    zh: str
    en: str
    words: tuple[str, ...]
    flow: str | None = None
    is_form: bool = False


@frozen
class Vocabulary:
    """The words and patterns of `data/labels.toml`, compiled; all patterns match whole normalised labels."""

    edition: int
    total: re.Pattern[str]
    total_letters: frozenset[str]
    """The letters of every name of a total, sorted."""
    total_fragments: frozenset[str]
    """What may be left of such a name, and is no other word."""
    total_endings: tuple[str, ...]
    carried: frozenset[str]
    both_flows: re.Pattern[str]
    of_which: re.Pattern[str]
    columns: tuple[tuple[ColumnRole, re.Pattern[str]], ...]
    optional: re.Pattern[str]
    optional_beside: re.Pattern[str]
    breakdowns: re.Pattern[str]
    kinds_of_expenditure: frozenset[str]
    economic_categories: frozenset[str]
    functional_categories: frozenset[str]
    three_public: dict[str, re.Pattern[str]]
    tables: tuple[TableKind, ...]

    def is_total(self, label: str) -> bool:
        """Tell whether a row's label is that of a total."""
        return self.total.fullmatch(normalise(label)) is not None

    def is_total_column(self, label: str) -> bool:
        """Tell whether a column's heading is that of a total."""
        return _UNIT.sub("", normalise(label)).endswith(self.total_endings)

    def is_broken_total(self, label: str) -> bool:
        """Tell whether a label may be the name of a total whose letters changed places, or of which only some are there."""
        text = _UNIT.sub("", normalise(label))
        if not text or self.total.fullmatch(text):
            return False
        if text in self.total_fragments or "".join(sorted(text)) in self.total_letters:
            return True
        if self.is_total_column(text):
            return False
        known = self.kinds_of_expenditure | self.economic_categories | self.functional_categories
        summing = next((letter for letter in text if letter in _SUMMING), "")
        return bool(summing) and "计" in text and text.replace(summing, "", 1).replace("计", "", 1) in known

    def strip_of_which(self, label: str) -> tuple[bool, str]:
        """Tell whether a normalised label begins with "其中", and return the rest."""
        match = self.of_which.match(label)
        return (True, label[match.end() :]) if match else (False, label)

    def column_role(self, label: str) -> ColumnRole | None:
        """Return what a column of this heading holds, or None if the vocabulary does not know it."""
        text = normalise(label)
        return next((role for role, pattern in self.columns if pattern.fullmatch(text)), None)

    def table_kind(self, title: str) -> TableKind | None:
        """Return the kind of table that a title names, or None."""
        return next(self.kinds_named(title), None)

    def kinds_named(self, title: str) -> Iterator[TableKind]:
        """Iterate over the kinds of table whose words a title contains; the first is what it names."""
        text = self.both_flows.sub(r"\g<before>收支", normalise(title))
        return (kind for kind in self.tables if all(word in text for word in kind.words))

    def kind(self, key: str) -> TableKind:
        """Return the kind of table with a permanent name."""
        return next(kind for kind in self.tables if kind.key == key)


def load(name: str) -> dict[str, Any]:
    """Return one of the package's data files on words.

    Args:
        name: The file, such as "labels.toml".
    """
    import tomllib  # noqa: PLC0415 - these two would be half the cost of importing govbudget
    from importlib import resources  # noqa: PLC0415

    return tomllib.loads(resources.files(__package__).joinpath("data", name).read_text("utf-8"))


@functools.cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, loaded from the package's data on first use."""
    data = load("labels.toml")
    totals, rows = data["totals"], data["rows"]
    *before, last = totals["pieces"]
    words = set(map("".join, itertools.product(*before)))
    names = ["".join(some) for some in itertools.product(words, last)]
    return Vocabulary(
        edition=data["edition"],
        total=re.compile(totals["pattern"]),
        total_letters=frozenset("".join(sorted(name)) for name in names),
        total_fragments=frozenset(text for name in names for text in _fragments(name) if text not in words),
        total_endings=tuple(totals["column_endings"]),
        carried=frozenset(totals["carried"]),
        both_flows=re.compile(totals["both_flows"]),
        of_which=re.compile(totals["of_which"]),
        columns=tuple((ColumnRole(c["role"]), re.compile(c["pattern"])) for c in data["columns"]),
        optional=re.compile(data["optional"]["pattern"]),
        optional_beside=re.compile(data["optional"]["beside"]),
        breakdowns=re.compile(data["breakdowns"]["pattern"]),
        kinds_of_expenditure=frozenset(rows["kinds_of_expenditure"]),
        economic_categories=frozenset(map(normalise, rows["economic_categories"])),
        functional_categories=frozenset(map(normalise, rows["functional_categories"])),
        three_public={name: re.compile(pattern) for name, pattern in data["three_public"].items()},
        tables=tuple(map(_table_kind, data["tables"])),
    )


def _fragments(name: str) -> Iterator[str]:
    """Iterate over the proper parts of a name, in their order."""
    return (name[i:j] for i in range(len(name)) for j in range(i + 1, len(name) + 1) if j - i < len(name))


def _table_kind(entry: dict[str, Any]) -> TableKind:
    return TableKind(
        entry["kind"],
        entry["zh"],
        entry["en"],
        tuple(entry["all"]),
        entry.get("flow"),
        entry.get("form", False),
    )
