"""What can hold between figures: values without any judgement."""

from __future__ import annotations

import enum
from typing import Protocol

from attrs import field, frozen

from govbudget.exceptions import Notice, RelationError
from govbudget.intervals import Figure


class Outcome(enum.Enum):
    """What became of a relation."""

    PASSED = "passed"
    """It holds exactly as printed (for shares, changes and products: what is printed is the rounded result)."""
    ROUNDING = "rounding"
    """It holds only within the rounding of the printed figures."""
    FAILED = "failed"
    """No true values can print like this."""
    UNDECIDED = "undecided"
    """An input is missing or ambiguous."""
    NOT_APPLICABLE = "not_applicable"
    """Nothing is printed that the relation could be about."""


class Reason(enum.Enum):
    """Why a relation is undecided."""

    TOTAL_BLANK = "total-blank"
    """The total is left blank although parts are printed."""
    PARTS_BLANK = "parts-blank"
    """The total is printed but none of its parts: it is not broken down."""
    UNREADABLE = "unreadable"
    """A cell holds something that is not a figure."""
    ABSENT = "absent"
    """A row is shorter than its heading, so a cell may be lost."""
    DOUBTFUL = "doubtful"
    """The row of a figure does not add up by itself, so the figure may stand in the wrong column."""
    CONTINUED = "continued"
    """Rows may stand elsewhere: the next table has no title of its own, or another table prints exactly what is missing."""
    SCOPE = "scope"
    """Whether the figures cover the same is not stated: money carried over, or several departments in one document."""
    UNIT = "unit"
    """The unit of a figure is contradictory, or figures of stated and unstated unit meet."""
    ZERO_BASE = "zero-base"
    """The whole or the prior figure may be zero, so there is no share or rate."""
    MISSING = "missing"
    """A figure that the relation needs is not there."""
    UNREAD = "unread"
    """Parts of the document were not read, and what is asked for may stand there."""
    NO_RELATION = "no-relation"
    """A printed figure of which no relation is known."""
    UNKNOWN = "unknown"
    """A code, name or pair that no complete chart or other evidence settles."""
    NO_YEAR = "no-year"
    """The year of the document is not known, so no chart can be chosen."""


class Term(Protocol):
    """Anything that may carry a printed figure: the figure itself, or a cell of a table."""

    @property
    def figure(self) -> Figure | None:
        """The figure, or None where there is none to compare."""


@frozen
class Sum:
    """A total is the sum of its parts.

    Args:
        total: The printed total.
        parts: The printed parts; parts known to be nil are left out.
        signs: +1 or -1 for every part; all +1 if not given.

    Raises:
        RelationError: The number of signs is not the number of parts, or a sign is not +1 or -1.
    """

    total: Term
    parts: tuple[Term, ...]
    signs: tuple[int, ...] | None = None

    def __attrs_post_init__(self) -> None:
        if self.signs is not None and (
            len(self.signs) != len(self.parts) or any(sign not in (1, -1) for sign in self.signs)
        ):
            msg = f"signs {self.signs} do not fit {len(self.parts)} parts; give +1 or -1 for each"
            raise RelationError(
                msg, zh=f"符号 {self.signs} 与 {len(self.parts)} 个分项不符；请为每项给出 +1 或 -1"
            )

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms: the total first."""
        return (self.total, *self.parts)


@frozen
class Same:
    """Two prints of one quantity.

    Args:
        first: One print, taken as the reported one.
        second: The other, perhaps in another unit or with other decimals.
    """

    first: Term
    second: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms: the reported one first."""
        return (self.first, self.second)


@frozen
class AtMost:
    """Parts of a whole ("其中") together do not exceed it; nothing is said of what is not listed.

    Args:
        parts: The listed parts, none of them negative by nature.
        whole: The whole.
    """

    parts: tuple[Term, ...]
    whole: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms: the whole first."""
        return (self.whole, *self.parts)


@frozen
class Share:
    """A stated percentage is part / whole.

    Args:
        percentage: The stated share.
        part: The part.
        whole: The whole, or where it is not printed all that it is the sum of, the part itself (the same object) among them; if it may
            be zero, the share is undecided.

    Raises:
        RelationError: The whole is the sum of nothing.
    """

    percentage: Term
    part: Term
    whole: Term | tuple[Term, ...]

    def __attrs_post_init__(self) -> None:
        if self.whole == ():
            msg = "a share needs a whole; give the whole, or what it is the sum of"
            raise RelationError(msg, zh="占比须有整体；请给出整体，或整体由哪些数相加")

    @property
    def wholes(self) -> tuple[Term, ...]:
        """What adds to the whole; the whole alone where it is printed."""
        return self.whole if isinstance(self.whole, tuple) else (self.whole,)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms: the stated share first, the part once."""
        added = isinstance(self.whole, tuple)
        return (
            self.percentage,
            self.part,
            *(one for one in self.wholes if not added or one is not self.part),
        )


@frozen
class Change:
    """A stated growth rate, difference or both agree with the figures of two years.

    Whatever is not printed is left out: with the difference printed but not the prior figure, the prior figure is
    derived. A decrease has a negative percentage and a negative difference.

    Args:
        current: This year's figure.
        prior: Last year's figure.
        difference: The stated increase (negative for a decrease).
        percentage: The stated growth rate (negative for a decrease).

    Raises:
        RelationError: Fewer than three of the four are given, or neither percentage nor difference.
    """

    current: Term
    prior: Term | None = field(default=None, kw_only=True)
    difference: Term | None = field(default=None, kw_only=True)
    percentage: Term | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if len(self.terms) < 3:
            msg = "a change needs two of prior, difference and percentage beside the current figure"
            raise RelationError(msg, zh="增减除本期数外，还须有上期数、增减额、幅度中的两项")

    @property
    def terms(self) -> tuple[Term, ...]:
        """All given terms: the stated rate first, else the stated difference."""
        given = (self.percentage, self.difference, self.current, self.prior)
        return tuple(term for term in given if term is not None)


@frozen
class Product:
    """Unit price × quantity = amount.

    Args:
        amount: The printed amount.
        price: The printed price of one.
        quantity: How many.
        further: Further quantities that multiply it, such as days where the price is that of a person and a day.
    """

    amount: Term
    price: Term
    quantity: Term
    further: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms: the amount first."""
        return (self.amount, self.price, self.quantity, *self.further)

    @property
    def quantities(self) -> tuple[Term, ...]:
        """All quantities."""
        return (self.quantity, *self.further)


@frozen
class Either:
    """One of several readings of the same figures holds; it fails only if every reading fails.

    Used where regions differ in what a total includes.

    Args:
        readings: The readings, the usual one first.

    Raises:
        RelationError: No reading is given.
    """

    readings: tuple[Sum | Same | AtMost, ...]

    def __attrs_post_init__(self) -> None:
        if not self.readings:
            msg = "a choice needs at least one reading"
            raise RelationError(msg, zh="择一关系至少须有一种读法；请给出")

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the usual reading."""
        return self.readings[0].terms


@frozen
class Fact:
    """A statement about something printed that is not arithmetic, such as that a code bears its official name.

    Args:
        subject: What it is about; its place is that of a finding.
        holds: Whether it is true; None if that is not known.
        reported: What is printed.
        expected: What should be printed, if that is known.
        reason: Why it is not known.
        message: How a failure is told, where the words of the rule will not do.
    """

    subject: Term
    holds: bool | None
    reported: str
    expected: Notice | None = None
    reason: Reason | None = None
    message: Notice | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """What the statement is about."""
        return (self.subject,)


@frozen
class Unrelated:
    """A printed total of which no relation is known; always undecided, so that the ledger shows it.

    Args:
        total: The total.
    """

    total: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        """The total alone."""
        return (self.total,)


@frozen
class _Nothing:
    """A relation all of whose cells are blank."""

    terms: tuple[Term, ...] = ()

    def __reduce__(self) -> str:
        return "NOTHING_PRINTED"  # a copy is the same object


NOTHING_PRINTED = _Nothing()
"""Stands for a relation all of whose cells are blank; it is counted as not applicable."""

Relation = Sum | Same | AtMost | Share | Change | Product | Either | Fact | Unrelated | _Nothing
"""Anything that `judge` decides."""
