"""What the narrative states: figures with their topics, and the statements that sentences make of them."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from attrs import field, frozen

from govbudget.disclosures.lapses import Dating, Lapse
from govbudget.intervals import Figure
from govbudget.locations import Location
from govbudget.vocabulary import Topic


class Role(enum.Enum):
    """What a figure does in its sentence."""

    AMOUNT = "amount"
    """It is an amount of the topic."""
    SHARE = "share"
    """It says how much of a whole the topic is."""
    DIFFERENCE = "difference"
    """It says by how much the topic changed."""
    RATE = "rate"
    """It says by what rate the topic changed."""
    COUNT = "count"
    """It counts."""
    PRICE = "price"
    """It says what one costs, or what is paid for each: 单价, 每人每年."""
    QUANTITY = "quantity"
    """It says how many are paid for."""
    REASON = "reason"
    """It stands in a reason that is given for another figure."""
    OTHER = "other"
    """What it does is not understood."""


class Direction(enum.Enum):
    """Where a change goes."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    OPEN = "open"
    """The words of the form, such as 增加（减少）, were left as they are."""


@frozen(eq=False)
class Claim:
    """A figure stated in the narrative.

    Args:
        text: The sentence it stands in, as printed.
        figure: The figure; negative where the sentence states a decrease.
        location: Where it stands.
        span: First and last position of the figure in the line, counted from 0, end excluded.
        role: What it does in its sentence.
        topic: What it is about; None if that is not understood.
        year: The year it is about, where a year is named or the budget year is meant; None if neither is known.
        measure: What of the topic it measures: the kinds of words such as 总计, 本年 or 年初预算 before it.
    """

    text: str
    figure: Figure
    location: Location
    span: tuple[int, int]
    role: Role = Role.OTHER
    topic: Topic | None = None
    year: int | None = None
    measure: frozenset[str] = frozenset()


@frozen(eq=False)
class Mark:
    """A place in the narrative where something is said without a figure.

    Args:
        text: The sentence, as printed.
        location: Where it stands.
    """

    text: str
    location: Location

    @property
    def figure(self) -> None:
        """A mark has no figure."""
        return


@frozen(eq=False)
class Proportion:
    """A sentence states what share of a whole something is.

    Args:
        percentage: The stated share.
        part: The amount whose share it is, None if none is printed before it.
        whole: The amount it is a share of, None if the narrative does not print it or it is not understood.
        whole_topic: What it is a share of, None if that is not understood.
        wider: The amounts of which the whole is itself a part; a share that names no whole may be of one of them.
    """

    percentage: Claim
    part: Claim | None = None
    whole: Claim | None = None
    whole_topic: Topic | None = None
    wider: tuple[Claim, ...] = ()

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.percentage.location


@frozen(eq=False)
class Movement:
    """A sentence compares a figure with that of another year.

    Args:
        mark: Where it does.
        topic: What changed; None if that is not understood.
        direction: Where the change goes, None if words contradict each other.
        base: The year that is compared with, None if none is named.
        current: The amount after the change.
        prior: The amount before the change.
        difference: The stated difference.
        rate: The stated rate.
        year: The year whose amount changed, where the sentence names it or the budget year is meant.
        is_further: Whether the same sentence has compared the same with another year before.
        base_measure: What the words of the comparison say of the amount compared with, as `Claim.measure` does.
        reason: The reason that follows the change, as printed; empty if none does.
    """

    mark: Mark
    topic: Topic | None = None
    direction: Direction | None = None
    base: int | None = None
    current: Claim | None = None
    prior: Claim | None = None
    difference: Claim | None = None
    rate: Claim | None = None
    year: int | None = None
    is_further: bool = False
    base_measure: frozenset[str] = frozenset()
    reason: str = ""

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


@frozen(eq=False)
class Completion:
    """A sentence compares what was spent with what was planned.

    Args:
        mark: Where it does.
        planned: What was planned.
        spent: What was spent.
        rate: The share of the plan that was spent, None if none is stated.
        direction: Whether the words say that more, less or as much was spent, None if they do not.
    """

    mark: Mark
    planned: Claim
    spent: Claim
    rate: Claim | None = None
    direction: Direction | None = None

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


@frozen(eq=False)
class Listing:
    """A sentence, or numbered paragraphs, break a figure down.

    Args:
        total: The figure that is broken down, None if it is not printed.
        parts: Its parts.
        shares: The shares of the parts, None where none is printed.
        is_partition: Whether the parts are by their nature the whole, such as basic and project expenditure.
        mark: Where the list begins.
        is_inner: Whether the figure is itself a part of another list.
        is_open: Whether other parts may be left out, because 其中 does not say that these are all.
    """

    total: Claim | None
    parts: tuple[Claim, ...]
    shares: tuple[Claim | None, ...]
    is_partition: bool
    mark: Mark
    is_inner: bool = False
    is_open: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether the parts are the whole, by their nature and by the words before them."""
        return self.is_partition and not self.is_open

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


@frozen(eq=False)
class Costing:
    """A sentence says what one costs, how many are paid for, and what that amounts to.

    Args:
        amount: What it amounts to.
        price: What one costs.
        quantities: How many; several where the price is that of a person and a day, or where there are several times.
        mark: Where it does.
    """

    amount: Claim
    price: Claim
    quantities: tuple[Claim, ...]
    mark: Mark

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


@frozen(eq=False)
class Bill:
    """Items with their amounts, and a total that the words say is that of all of them.

    Args:
        total: The total.
        items: The amounts of the items.
        mark: Where the items begin.
    """

    total: Claim
    items: tuple[Claim, ...]
    mark: Mark

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


@frozen(eq=False)
class Tally:
    """A sentence says how many there are, and lists them.

    Args:
        count: How many.
        items: What is listed.
        doubtful: How many more there may be, because a name may join two with 和.
    """

    count: Claim
    items: tuple[str, ...]
    doubtful: int = 0

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.count.location


@frozen(eq=False)
class Denial:
    """A sentence says that there is no amount of a topic.

    Args:
        mark: Where it does.
        topic: What there is none of.
    """

    mark: Mark
    topic: Topic

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


@frozen(eq=False)
class Unsigned:
    """A number that should be a percentage lacks its sign, as in 占 42.26 or 增长 7.9.

    Args:
        mark: Where it stands.
        number: The number as printed.
    """

    mark: Mark
    number: str

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


@frozen(eq=False)
class Naming:
    """A sentence names the economic subjects that 人员经费 or 公用经费 is spent on, without their amounts.

    Args:
        mark: Where it does.
        names: The names, in order.
        lines: The line of every name.
    """

    mark: Mark
    names: tuple[str, ...]
    lines: tuple[int | None, ...]

    @property
    def location(self) -> Location:
        """Where it is stated."""
        return self.mark.location


NarrativeStatement = (
    Proportion | Movement | Completion | Listing | Costing | Bill | Tally | Denial | Unsigned | Naming
)
"""What sentences make of figures."""


def _claims(items: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(items)


def _statements(items: Iterable[NarrativeStatement]) -> tuple[NarrativeStatement, ...]:
    return tuple(items)


@frozen(eq=False)
class Narrative:
    """All that the narrative states.

    Args:
        claims: Every figure, whether its topic is understood or not.
        statements: What sentences make of them.
        datings: Where it names the year that it is of.
        lapses: Where it was left unfinished or was copied.
    """

    claims: tuple[Claim, ...] = field(
        default=(), converter=_claims, repr=lambda items: f"{len(items)} claims"
    )
    statements: tuple[NarrativeStatement, ...] = field(
        default=(), converter=_statements, repr=lambda items: f"{len(items)} statements"
    )
    datings: tuple[Dating, ...] = field(default=(), repr=False)
    lapses: tuple[Lapse, ...] = field(default=(), repr=False)

    _known: dict[tuple[Topic, int | None], tuple[Claim, ...]] = field(init=False, repr=False)

    @_known.default
    def _find_amounts(self) -> dict[tuple[Topic, int | None], tuple[Claim, ...]]:
        found: dict[tuple[Topic, int | None], dict[Figure, Claim]] = {}
        for claim in self.claims:
            if claim.role is Role.AMOUNT and claim.topic is not None and claim.topic.is_certain:
                found.setdefault((claim.topic, claim.year), {}).setdefault(claim.figure, claim)
        return {key: tuple(amounts.values()) for key, amounts in found.items()}

    def amounts(self, topic: Topic, year: int | None) -> tuple[Claim, ...]:
        """Return the different amounts that the narrative states of a topic for a year, each where it stands first.

        Args:
            topic: The topic, with its scope.
            year: The year.
        """
        return self._known.get((topic, year), ())

    def amount(self, topic: Topic, year: int | None) -> Claim | None:
        """Return the amount that the narrative states of a topic for a year; None if there is none, or several differ.

        Args:
            topic: The topic, with its scope.
            year: The year.
        """
        found = self.amounts(topic, year)
        return found[0] if len(found) == 1 else None
