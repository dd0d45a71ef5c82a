"""All the sums that a hierarchy of headings states for one line of a table, decided together.

A table has thousands of sums that share their structure: every row has the same columns. A `SumTree` stands for the sums of one
line; `judge_tree` decides them in one pass over the printed figures, and builds a relation only where one is not simply exact.
Taken one by one (`relations`), the same sums have the same outcomes; the tests hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import field, frozen

from govbudget.exceptions import RelationError
from govbudget.intervals import Rounding
from govbudget.relations._judge import Judgement, judge, unless_lost, within
from govbudget.relations._relations import NOTHING_PRINTED, Outcome, Reason, Relation, Sum, Term


def _in_order(sums: Iterable[tuple[int, tuple[int, ...]]]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Sort sums so that every part that is itself a total comes before the totals it belongs to."""
    given = tuple(sums)
    totals: dict[int, list[int]] = {}
    for number, (total, _) in enumerate(given):
        totals.setdefault(total, []).append(number)
    found: list[int] = []
    placed: dict[
        int, bool
    ] = {}  # False while the parts of a sum are being placed, True when it is placed itself
    waiting = list(range(len(given)))[::-1]
    while waiting:
        number = waiting.pop()
        if number in placed:
            if not placed[number]:
                placed[number] = True
                found.append(number)
            continue
        inner = [k for part in given[number][1] for k in totals.get(part, ()) if not placed.get(k)]
        if number in inner or any(k in placed for k in inner):
            msg = f"heading {given[number][0]} is part of itself; give breakdowns that form a tree"
            raise RelationError(msg, zh=f"栏 {given[number][0]} 是其自身的一部分；请给出构成树的分解")
        placed[number] = False
        waiting += [number, *reversed(inner)]
    return tuple(given[number] for number in found)


@frozen(eq=False)
class Hierarchy:
    """Which headings of an axis are sums of which others.

    Args:
        sums: A total and its parts, by index, for every sum.

    Raises:
        RelationError: A heading is part of itself.
    """

    sums: tuple[tuple[int, tuple[int, ...]], ...] = field(converter=_in_order)
    memberships: dict[int, tuple[int, ...]] = field(init=False, repr=False)
    """For each part the numbers of the sums it belongs to."""
    _first: dict[int, int] = field(init=False, repr=False)

    @memberships.default
    def _find_memberships(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, tuple[int, ...]] = {}
        for number, (_, parts) in enumerate(self.sums):
            for part in parts:
                found[part] = (*found.get(part, ()), number)
        return found

    @_first.default
    def _find_first(self) -> dict[int, int]:
        return {total: number for number, (total, _) in reversed(list(enumerate(self.sums)))}

    def __len__(self) -> int:
        return len(self.sums)

    def is_first(self, number: int) -> bool:
        """Whether a sum is the first of its total, which stands for the total where that is left blank."""
        return self._first[self.sums[number][0]] == number

    def printed(self, terms: Sequence[Term | None], parts: Iterable[int]) -> list[Term]:
        """The terms that make up a total: a part without figure gives way to its own parts, if these have figures.

        Args:
            terms: The terms of the line.
            parts: Indices of the parts.
        """
        found: list[Term] = []
        waiting = list(parts)[::-1]
        while waiting:
            index = waiting.pop()
            term = terms[index]
            if term is not None and (term.figure is not None or getattr(term, "reason", None) is not None):
                found.append(term)
            elif index in self._first:
                waiting += reversed(self.sums[self._first[index]][1])
        return found


@frozen(eq=False)
class SumTree:
    """The sums of a hierarchy over one line of terms.

    Args:
        hierarchy: Which terms are sums of which.
        terms: The terms; None where nothing is printed.
        blank: Gives a term for an index at which nothing is printed, so that a finding can name the place.
        doubted: Gives the same terms with the reasons for which a sum that fails is left open; asked only for sums that
            do not simply hold, because to know them may cost more than all sums.
    """

    hierarchy: Hierarchy
    terms: Sequence[Term | None]
    blank: Callable[[int], Term]
    doubted: Callable[[], Sequence[Term | None]] | None = None

    def relation(self, number: int) -> Relation:
        """Return one of the sums as a relation of its own.

        Args:
            number: Which one, in the order of `hierarchy.sums`.
        """
        return self._over(self.terms if self.doubted is None else self.doubted(), number)

    def undoubted(self, number: int) -> Relation:
        """Return one of the sums over the terms as they are printed.

        Args:
            number: Which one, in the order of `hierarchy.sums`.
        """
        return self._over(self.terms, number)

    def _over(self, terms: Sequence[Term | None], number: int) -> Relation:
        total, parts = self.hierarchy.sums[number]
        term, printed = terms[total], tuple(self.hierarchy.printed(terms, parts))
        if term is None or (term.figure is None and getattr(term, "reason", None) is None):
            return Sum(term or self.blank(total), printed) if printed else NOTHING_PRINTED
        return Sum(term, printed)

    def relations(self) -> Iterator[Relation]:
        """Iterate over the sums as relations."""
        return map(self.relation, range(len(self.hierarchy)))


@frozen
class Tally:
    """What became of the sums of a tree: how many are exact or have nothing printed, and the others one by one.

    Args:
        passed: How many hold exactly.
        nothing: How many have nothing printed.
        others: The judgements of all others.
    """

    passed: int
    nothing: int
    others: tuple[Judgement, ...] = ()


def judge_tree(tree: SumTree, *, rounding: Rounding = Rounding.HALF_UP) -> Tally:
    """Decide all sums of a tree.

    Args:
        tree: The sums.
        rounding: How the document rounds.
    """
    if not any(tree.terms):
        return Tally(0, len(tree.hierarchy))
    values = _coefficients(tree.terms)
    return _one_by_one(tree, rounding) if values is None else _by_coefficients(tree, values, rounding)


def _coefficients(terms: Sequence[Term | None]) -> dict[int, int] | None:
    """The printed coefficients by index; None unless all figures share one unit and last place and no cell is doubtful."""
    values: dict[int, int] = {}
    unit: object = None
    kind: type | None = None
    decimals = -1
    for index, term in enumerate(terms):
        if term is None:
            continue
        figure = term.figure
        if figure is None:
            if getattr(term, "reason", None) is not None:
                return None
            continue
        if figure.decimals != decimals or figure.unit is not unit or type(figure) is not kind:
            if values:
                return None
            decimals, unit, kind = figure.decimals, figure.unit, type(figure)
        values[index] = figure.coefficient
    return values


def _by_coefficients(tree: SumTree, values: dict[int, int], rounding: Rounding) -> Tally:
    hierarchy = tree.hierarchy
    sums, memberships = hierarchy.sums, hierarchy.memberships
    added, counted = [0] * len(sums), [0] * len(sums)
    for index, value in values.items():
        for number in memberships.get(index, ()):
            added[number] += value
            counted[number] += 1
    passed = nothing = 0
    others: list[Judgement] = []
    for number, (total, _) in enumerate(sums):
        found = values.get(total)
        if found is not None and found == added[number] and counted[number]:
            passed += 1
        elif found is None and not counted[number]:
            nothing += 1
        else:
            if found is None and hierarchy.is_first(number):  # the parts of a blank heading stand for it
                for outer in memberships.get(total, ()):
                    added[outer] += added[number]
                    counted[outer] += counted[number]
            others.append(_other(tree, number, found, added[number], counted[number], rounding))
    return Tally(passed, nothing, tuple(others))


def _other(  # noqa: PLR0913, PLR0917 - the state of one sum
    tree: SumTree, number: int, total: int | None, added: int, counted: int, rounding: Rounding
) -> Judgement:
    """Judge a sum that is not simply exact, of which the coefficients of total and parts are known."""
    if total is None:
        return Judgement(tree.undoubted(number), Outcome.UNDECIDED, Reason.TOTAL_BLANK)
    if not counted:
        return Judgement(tree.undoubted(number), Outcome.UNDECIDED, Reason.PARTS_BLANK)
    relation = tree.relation(number)
    if rounding is not Rounding.HALF_UP:
        return judge(relation, rounding=rounding)
    exact = relation.terms[0].figure.exact  # type: ignore[union-attr]  # the total is printed
    return unless_lost(Judgement(relation, within(total - added, 0 if exact else counted)))


def _one_by_one(tree: SumTree, rounding: Rounding) -> Tally:
    judgements = [judge(relation, rounding=rounding) for relation in tree.relations()]
    passed = sum(judgement.outcome is Outcome.PASSED for judgement in judgements)
    nothing = sum(judgement.outcome is Outcome.NOT_APPLICABLE for judgement in judgements)
    plain = (Outcome.PASSED, Outcome.NOT_APPLICABLE)
    return Tally(passed, nothing, tuple(j for j in judgements if j.outcome not in plain))
