"""What every row and every column of a side is about: the part of the coordinates that its headings say."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from govbudget.disclosures import ALL, Column, Extent, Row, RowKind, Side
from govbudget.labels import normalise
from govbudget.subjects import Classification, chart, classification_of
from govbudget.vocabulary import ColumnRole, Meaning, meanings

Dimensions = Mapping[str, Extent]

_FIGURE = re.compile(r"[\d.,%()-]*")
_INNER = frozenset({"小计"})
"""Totals of a group within the table, of which the label does not say which."""


@frozen(eq=False)
class Said:
    """What a heading says: members by dimension, which money it speaks of, the year, or how many years back."""

    dimensions: Dimensions
    span: str | None = None
    year: int | None = None
    prior: int = 0

    @property
    def key(self) -> tuple[object, ...]:
        """Everything said, so that headings which say the same can be told."""
        return (
            tuple(sorted(self.dimensions.items(), key=lambda item: item[0])),
            self.span,
            self.year,
            self.prior,
        )


NOTHING = Said({})
"""What a heading such as 合计 says."""


def refined(one: Said, other: Said) -> Said | None:
    """Return what two headings say together, or None where they contradict each other.

    Args:
        one: What the outer heading says.
        other: What the inner one says.
    """
    dimensions = dict(one.dimensions)
    for dimension, member in other.dimensions.items():
        before = dimensions.get(dimension)
        finer = _finer(before, member)
        if finer is None:
            return None
        dimensions[dimension] = finer
    if one.span and other.span and one.span != other.span:
        return None
    return Said(dimensions, other.span or one.span, other.year or one.year, other.prior or one.prior)


def _finer(one: Extent, other: Extent) -> Extent:
    """The finer of two members, None where neither is part of the other."""
    if one is None or one is ALL or one == other:
        return other
    known = meanings()
    if known.is_within(str(other), str(one)):
        return other
    if (one, other) == ("general", "fiscal"):
        return "general_appropriation"  # 财政拨款 below 一般公共预算 is the part of it that is appropriated
    return one if known.is_within(str(one), str(other)) else None


def columns_said(side: Side, kind: str) -> list[Said | None]:
    """Return what every column of a side says; None where a heading is not known or says the same as another beside it.

    Args:
        side: The side.
        kind: The kind of table.
    """
    parents = [column.parent for column in side.columns]
    found = _settled([_column(column, kind) for column in side.columns], parents)
    same: dict[object, list[int]] = {}
    for i, said in enumerate(found):
        if said is not None and any(row[i] is not None for row in side.matrix):
            same.setdefault(said.key, []).append(i)
    doubled = {
        i
        for places in same.values()
        if any(parents[b] != a for a, b in itertools.pairwise(places))
        for i in places
    }
    return [None if i in doubled else said for i, said in enumerate(found)]


def _column(column: Column, kind: str) -> tuple[Said | None, bool]:
    if column.role not in (ColumnRole.AMOUNT, ColumnRole.COMPARISON) or not normalise(column.label):
        return None, False
    said: Said | None = NOTHING
    open_fund = False
    for heading in column.path:
        meaning = meanings().of_heading(heading, kind)
        if meaning is None or said is None:
            return None, False
        open_fund = open_fund or (meaning.of_axis and "fund" not in said.dimensions)
        said = refined(said, _said(meaning))
    return said, open_fund


def _said(meaning: Meaning) -> Said:
    return Said(meaning.dimensions, meaning.span, meaning.year, meaning.prior)


def _settled(found: list[tuple[Said | None, bool]], parents: list[int | None]) -> list[Said | None]:
    """Leave out 财政拨款 where a fund that stands beside it is part of all fiscal appropriation."""
    beside = {
        i
        for i, (said, is_open) in enumerate(found)
        if said is not None
        and not is_open
        and said.dimensions.get("fund") in ("general", "government_funds", "state_capital")
    }
    settled: list[Said | None] = []
    for i, (said, is_open) in enumerate(found):
        others = {j for j in beside if i not in _above(parents, j)}
        is_fiscal = said is not None and said.dimensions.get("fund") == "fiscal"
        settled.append(None if is_open and is_fiscal and others else said)
    return settled


def _above(parents: list[int | None], index: int) -> Iterator[int]:
    above = parents[index]
    while above is not None:
        yield above
        above = parents[above]


def rows_said(side: Side, kind: str, year: int | None) -> list[Said | None]:
    """Return what every row of a side says; None where its label, or one it stands below, is not known.

    Args:
        side: The side.
        kind: The kind of table.
        year: The budget year, by whose chart names of subjects are resolved.
    """
    own = [_row(row, kind, year, alone=len(side.rows) == 1) for row in side.rows]
    parents = [row.parent for row in side.rows]
    holders = {row.parent for row in side.rows if row.kind is RowKind.ORGANISATION} - {None}
    found: list[Said | None] = []
    for row, (said, _) in zip(side.rows, own, strict=True):
        above = found[row.parent] if row.parent is not None else NOTHING
        if row.kind is RowKind.ORGANISATION:
            above = NOTHING
        elif row.parent in holders:
            above = None  # subjects of a unit that lists units of its own may repeat those of these
        found.append(None if said is None or above is None else refined(above, said))
    settled = _settled([(said, flag) for said, (_, flag) in zip(found, own, strict=True)], parents)
    for i, said in enumerate(settled):
        parent = parents[i]
        if parent is not None and settled[parent] is None and found[parent] is not None:
            settled[i] = said if said is not None and said.dimensions.get("fund") != "fiscal" else None
    return _without_repeats(side, settled)


def _row(row: Row, kind: str, year: int | None, *, alone: bool) -> tuple[Said | None, bool]:
    match row.kind:
        case RowKind.ORGANISATION:
            said = Said({"entity": normalise(row.label)}) if row.label else None
        case RowKind.SUBJECT:
            said = _subject(row.code or "")
        case RowKind.DETAIL:
            name = normalise(row.label)
            said = None if not name or _FIGURE.fullmatch(name) else Said({"project": name})
        case RowKind.TOTAL if normalise(row.label) in _INNER:
            said = None
        case _ if not row.label:
            said = NOTHING if alone else None
        case _:
            return _named(row, kind, year)
    return said, False


def _subject(code: str) -> Said | None:
    kind = classification_of(code) if code.isdigit() else None
    names = {
        Classification.FUNCTIONAL: "function",
        Classification.DEPARTMENTAL_ECONOMIC: "economic",
    }
    return Said({names[kind]: code}) if kind in names else None


def _named(row: Row, kind: str, year: int | None) -> tuple[Said | None, bool]:
    known = meanings()
    meaning = known.of_heading(row.label, kind)
    if meaning is not None:
        return _said(meaning), meaning.of_axis
    if kind in known.economic_rows and year is not None:
        for label in (row.label, *row.labels):
            code = _economic_subjects(year).get(known.plain(label))
            if code is not None:
                return Said({"economic": code}), False
    return None, False


@functools.lru_cache(maxsize=32)
def _economic_subjects(year: int) -> Mapping[str, str]:
    """The departmental economic subjects of a year by name, without names that two of them bear."""
    subjects = [
        (normalise(one.name), str(one.code)) for one in chart(Classification.DEPARTMENTAL_ECONOMIC, year)
    ]
    counts = Counter(name for name, _ in subjects)
    return {name: code for name, code in subjects if counts[name] == 1}


def _without_repeats(side: Side, found: list[Said | None]) -> list[Said | None]:
    """Leave out rows that say the same, but for subjects (which are added) and totals (which are readings of one)."""
    addable = (RowKind.SUBJECT, RowKind.TOTAL)
    counts = Counter(said.key for said in found if said is not None)
    return [
        None if said is not None and counts[said.key] > 1 and row.kind not in addable else said
        for row, said in zip(side.rows, found, strict=True)
    ]
