"""TXT: what the narrative says of a change against the columns that tables print for two years.

Many tables print the year before beside the budget year: 上年预算数 | 本年预算数, 2020年执行数 | 2021年预算数. A change, a rate, the
amount of the year before and "与上年持平" of the narrative are held against these columns by coordinates: one topic, two years, one
measure. A comparison that does not say whether it is with the budget or with what was spent is taken to be with the budget.

The narrative may have been written from amounts that were rounded first; so the cells are taken as they would print in the
words of the narrative, and its own amount of the year may stand for that of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from attrs import evolve, frozen

from govbudget.amounts import Amount
from govbudget.coordinates import CellIndex, topic_coordinates
from govbudget.disclosures import Cell, Claim, Disclosure, DisclosureKind
from govbudget.disclosures.narrative import Direction, Movement, Role
from govbudget.exceptions import Notice
from govbudget.relations import Change, Fact, Outcome, Relation, Same, Sum, Term, judge, like
from govbudget.rules._rules import Context, Example, RuleSet, Severity
from govbudget.rules._text_cards import is_near, one_place_off, text_rule, told
from govbudget.vocabulary import Topic

Build = Callable[[Term, Term], Sum | Same | Change]
"""Makes a relation of an amount of this year and one of the year before."""

_AGREED = ("budget",)
_UNNAMED = ("budget", "unnamed")
_SPENT = ("executed", "accounts")


@frozen(eq=False)
class _Columns:
    """The single cells that print an amount of a topic, by year and measure."""

    index: CellIndex
    printed: frozenset[tuple[int | None, str | None]]

    def cells(self, topic: Topic | None, year: int | None, measures: tuple[str, ...]) -> tuple[Cell, ...]:
        """Return the cells of a topic in a year, whatever table prints them."""
        if topic is None or not topic.is_certain or year is None:
            return ()
        there = [measure for measure in measures if (year, measure) in self.printed]
        return tuple(
            reading[0]
            for measure in there
            for coordinates in topic_coordinates(topic, year, measure)
            for one in self.index[coordinates]
            for reading in one.readings
            if not one.is_sum and len(reading) == 1
        )


def _columns(context: Context) -> _Columns:
    printed = frozenset((one.year, one.measure) for one in context.cells)
    return _Columns(context.cells, printed)


def _measures(words: frozenset[str], unnamed: tuple[str, ...]) -> tuple[str, ...]:
    """The measures that words such as 预算数 or 执行数 may mean; some others if they name none."""
    if "final" in words:
        return _SPENT
    if "adjusted" in words:
        return ("adjusted",)
    return _AGREED if words & {"planned", "opening"} else unnamed


def _movements(disclosure: Disclosure) -> Iterator[Movement]:
    """The changes that the text states of the budget year against a year that it names."""
    if disclosure.kind is DisclosureKind.BUDGET and disclosure.year is not None:
        for stated in disclosure.narrative.statements:
            if (
                isinstance(stated, Movement)
                and stated.year == disclosure.year
                and stated.base is not None
                and stated.base < disclosure.year
                and stated.direction is not Direction.OPEN
            ):
                yield stated


def _changes(disclosure: Disclosure, context: Context) -> Iterator[Relation]:
    """Changes, rates and amounts of the year before are those of the columns."""
    columns = _columns(context)
    for moved in _movements(disclosure):
        prior = columns.cells(moved.topic, moved.base, _measures(moved.base_measure, _UNNAMED))
        if not prior:
            continue
        current = _current(moved, columns)
        if moved.prior is not None and moved.prior.role is Role.OTHER:
            yield _best(_same_prior(moved.prior), (moved.prior,), prior, moved.prior)
        if moved.current is not None and moved.prior is not None:
            continue  # the text prints both amounts, and PCT-004 holds it against itself
        if moved.difference is not None and current:
            yield _best(_difference(moved.difference), current, prior, moved.difference)
        elif moved.rate is not None and current:
            plain = _best(_rate(moved.rate), current, prior, moved.current)
            assert isinstance(plain, Change)  # noqa: S101 - that is what it was built as
            if not is_near(plain, tuple(evolve(plain, percentage=one) for one in one_place_off(moved.rate))):
                yield plain
    yield from _prior_amounts(disclosure, columns)


def _current(moved: Movement, columns: _Columns) -> tuple[Term, ...]:
    """The amount of this year: that of the text, as finely as a cell prints it if one does, and that of the cells.

    What the text prints less finely than its own change says nothing that the cells do not say better.
    """
    cells = columns.cells(moved.topic, moved.year, _AGREED)
    if moved.current is None or (cells and _is_coarser(moved.current, moved.difference)):
        return cells
    for cell in cells:
        if cell.figure is not None and cell.figure.value == moved.current.figure.value:
            return (evolve(moved.current, figure=cell.figure),)
    return (moved.current, *cells)


def _is_coarser(claim: Claim, other: Claim | None) -> bool:
    return other is not None and claim.figure.place > other.figure.place


def _prior_amounts(disclosure: Disclosure, columns: _Columns) -> Iterator[Relation]:
    """An amount of a year before that says whether it is planned or spent is that of its column."""
    if disclosure.kind is not DisclosureKind.BUDGET or disclosure.year is None:
        return
    for claim in disclosure.claims:
        if claim.role is Role.AMOUNT and claim.year is not None and claim.year < disclosure.year:
            prior = columns.cells(claim.topic, claim.year, _measures(claim.measure, ()))
            if prior:
                yield _best(_same_prior(claim), (claim,), prior, claim)


def _best(build: Build, current: tuple[Term, ...], prior: tuple[Cell, ...], words: Claim | None) -> Relation:
    """Return the reading that holds if one does, with cells as the narrative would print them; else the plainest."""
    pairs = list(product(current, prior))
    for one, other in pairs:
        found = build(_as_told(one, words), _as_told(other, words))
        if judge(found).outcome is not Outcome.FAILED:
            return found
    return build(*pairs[0])


def _as_told(term: Term, words: Claim | None) -> Term:
    """A cell as it would print in the unit and with the decimals of the narrative, if that is not the same amount."""
    if isinstance(term, Cell) and isinstance(term.figure, Amount) and words is not None:
        like_words = words.figure
        assert isinstance(like_words, Amount)  # noqa: S101 - amounts of the text only
        rounded = term.figure.rounded_like(like_words)
        return term if rounded.value == term.figure.value else evolve(term, figure=rounded)
    return term


def _same_prior(claim: Claim) -> Build:
    return lambda _, prior: Same(claim, prior)


def _difference(claim: Claim) -> Build:
    return lambda current, prior: Sum(claim, (current, prior), (1, -1))


def _rate(claim: Claim) -> Build:
    return lambda current, prior: Change(current, prior=prior, percentage=claim)


def _levels(disclosure: Disclosure, context: Context) -> Iterator[Relation]:
    """What is said not to have changed has one amount in both columns, and nowhere a change."""
    columns = _columns(context)
    moves = list(_movements(disclosure))
    changed = {
        (moved.topic, moved.base, moved.base_measure): moved.difference
        for moved in moves
        if moved.difference is not None
    }
    for moved in moves:
        if moved.direction is not Direction.LEVEL or moved.topic is None or not moved.topic.is_certain:
            continue
        difference = changed.get((moved.topic, moved.base, moved.base_measure))
        if difference is not None:
            yield _unchanged(moved, difference)
        prior = columns.cells(moved.topic, moved.base, _measures(moved.base_measure, _UNNAMED))
        current = _current(moved, columns)
        if prior and current and moved.prior is None:
            yield _best(Same, current, prior, moved.current)


def _unchanged(moved: Movement, difference: Claim) -> Fact:
    """A change that is stated beside 持平 is nothing, or vanishes in the decimals of the amount."""
    nothing = evolve(difference, figure=like(difference.figure, 0 * difference.figure.value))
    level: Relation = Same(difference, nothing)
    if moved.current is not None and _is_coarser(moved.current, difference):
        level = Sum(moved.current, (moved.current, difference))
    holds = judge(level).outcome is not Outcome.FAILED
    shown = difference.figure.shown
    name = moved.topic.zh if moved.topic is not None else ""
    told_of = Notice(
        f"文字称“{name}”持平，而另一处称其增减 {shown}",
        f"The text says that '{name}' did not change, but elsewhere states a change of {shown}",
    )
    return Fact(moved.mark, holds, shown, None if holds else Notice("持平", "no change"), message=told_of)


_HEAD = "项目 | 上年预算数 | 本年预算数"
_TABLE = "2021年“三公”经费支出表"
_TOTAL = "合计 | 5.00 | 4.00"
_GUESTS = "公务接待费 | 2.00 | 1.00"
_CARS = "公务用车费 | 3.00 | 3.00"


def _case(outcome: Outcome, text: str) -> Example:
    return told(outcome, text, _HEAD, _TOTAL, _GUESTS, _CARS, title=_TABLE)


CHANGES = RuleSet(
    (
        text_rule(
            ("TXT-011", "change-and-table", Severity.ERROR),
            ("增减与表一致", "change and table"),
            (
                "文字所列的增减额、增减幅度和上年数，与表中上年、本年两栏一致。",
                "Changes, rates and amounts of the year before in the text are those of the columns of both years.",
            ),
            "文字增减额 = 表内本年数 − 表内上年数",
            _changes,
            (
                _case(Outcome.PASSED, "2021年公务接待费预算1万元，比上年减少1万元，下降50%。"),
                _case(Outcome.FAILED, "2021年公务接待费预算1万元，比上年增加1万元，增长50%。"),
            ),
            (
                "{place}的增减或上年数，文字为 {reported}，而按《{other_table}》两年各栏应为 {expected}",
                (
                    "The text states {reported} as the change or the year before of {place}, "
                    "but by the columns of {other_table} it is {expected}"
                ),
            ),
            in_context=True,
        ),
        text_rule(
            ("TXT-012", "level", Severity.ERROR),
            ("持平", "level"),
            (
                "文字称与上年持平（无变化）的，表中两年数相同，文字也不另列增减额；“基本持平”不作判断。",
                "What the text says did not change has one amount in the columns of both years, and no change elsewhere in the text.",
            ),
            "持平 ⇒ 本年数 = 上年数",
            _levels,
            (
                _case(Outcome.PASSED, "2021年公务用车购置及运行费预算3万元，与上年持平。"),
                _case(Outcome.FAILED, "2021年公务接待费预算1万元，与上年持平。"),
            ),
            (
                "文字称{place}与上年持平，而本年为 {reported}，《{other_table}》中上年为 {expected}",
                "The text says that {place} did not change, but it is {reported}, and {expected} the year before in {other_table}",
            ),
            in_context=True,
        ),
    )
)
"""The rules of changes in the text against the columns of two years."""
