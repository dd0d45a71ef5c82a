"""Which relations fail because of rows whose figures stand one column off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import evolve, field, frozen

from govbudget.diagnosis._shifts import Shift, ShiftedRows, repaired, shifts_of
from govbudget.disclosures import Cell, Disclosure, Row, Side, Table
from govbudget.intervals import Figure, Rounding
from govbudget.relations import Outcome, Relation, Sum, SumTree, judge, judge_tree
from govbudget.rules import Context, Rule

Place = tuple[object, ...]
"""What a relation is about: its kind, and the place of its first term."""


@frozen(eq=False)
class _Outcomes:
    """The places at which a rule fails, and those at which it is not decided."""

    failed: frozenset[Place]
    undecided: frozenset[Place]


@frozen(eq=False)
class Diagnosis:
    """The causes of what fails in one document.

    Args:
        context: The document, as the rules were given it.
        rounding: How it rounds.
    """

    context: Context
    rounding: Rounding = Rounding.HALF_UP
    _stated: dict[tuple[int, int], tuple[_Outcomes, _Outcomes]] = field(factory=dict, init=False, repr=False)

    @cached_property
    def _homes(self) -> dict[int, Side]:
        sides = (side for table in self.context.disclosure.tables for side in table.sides)
        return {id(row): side for side in sides for row in side.rows}

    @cached_property
    def shifts(self) -> Mapping[int, Shift]:
        """The rows whose figures stand one column off, by the identity of the row."""
        year = self.context.disclosure.year
        return {
            id(shift.row): shift
            for table in self.context.disclosure.tables
            for side in table.sides
            for shift in shifts_of(table, side, year=year, rounding=self.rounding)
        }

    @cached_property
    def _repaired(self) -> tuple[Context, dict[int, Table]]:
        """The document with every shifted figure where it belongs, and its tables by the identity of those printed."""
        printed = self.context.disclosure.tables
        tables = [evolve(table, sides=tuple(map(self._side, table.sides))) for table in printed]
        context = evolve(self.context, disclosure=evolve(self.context.disclosure, tables=tables))
        return context, {id(old): new for old, new in zip(printed, tables, strict=True)}

    def _side(self, side: Side) -> Side:
        shifts = self._shifted(side)
        return repaired(side, shifts) if shifts else side

    def _shifted(self, side: Side) -> list[Shift]:
        return [self.shifts[id(row)] for row in side.rows if id(row) in self.shifts]

    def cause(self, rule: Rule, scope: Table | Disclosure, relation: Relation) -> Shift | ShiftedRows | None:
        """Return why a relation fails, if that is proved.

        Args:
            rule: The rule that states it.
            scope: The table, or the document, of which the rule speaks.
            relation: The failed relation.
        """
        cells = [term for term in relation.terms if isinstance(term, Cell) and id(term.row) in self._homes]
        rows = {id(cell.row) for cell in cells}
        if isinstance(relation, Sum) and len(rows) == 1:
            return self.shifts.get(*rows)
        homes = {id(side): side for side in map(self._homes.__getitem__, rows)}
        for side in homes.values():
            columns = {cell.column.index for cell in cells if cell.row in side.rows.headings}
            mended = self._side(side).matrix
            changed = [one for one in self._shifted(side) if _changes(side, mended, one.row, columns)]
            if changed and self._is_closed(rule, scope, relation):
                below = _below(side, cells[0].row)
                concerned = [one for one in changed if one.row.index in below] or changed
                return ShiftedRows(side.origin, tuple(concerned))
        return None

    def _is_closed(self, rule: Rule, scope: Table | Disclosure, relation: Relation) -> bool:
        """Tell whether a relation holds, or is not stated any more, once the rows are put right, and nothing fails instead."""
        key = (id(rule), id(scope))
        if key not in self._stated:
            context, tables = self._repaired
            mended = tables[id(scope)] if isinstance(scope, Table) else context.disclosure
            self._stated[key] = (self._state(rule, scope, self.context), self._state(rule, mended, context))
        before, after = self._stated[key]
        place = _place(relation)
        return place not in after.failed | after.undecided and after.failed <= before.failed

    def _state(self, rule: Rule, scope: Table | Disclosure, context: Context) -> _Outcomes:
        found: dict[Outcome, set[Place]] = {outcome: set() for outcome in Outcome}
        for statement in rule.state(scope, context):
            if isinstance(statement, SumTree):
                judgements = judge_tree(statement, rounding=self.rounding).others
            else:
                judgements = (judge(statement, rounding=self.rounding),)
            for judgement in judgements:
                found[judgement.outcome].add(_place(judgement.relation))
        return _Outcomes(frozenset(found[Outcome.FAILED]), frozenset(found[Outcome.UNDECIDED]))


def _below(side: Side, row: Row) -> set[int]:
    """Return a total and all rows that it is made up of; nothing for a row that is no total."""
    found: set[int] = set()
    for total, parts in reversed(side.rows.hierarchy.sums):
        if total in found or side.rows[total] is row:
            found |= {total, *parts}
    return found


def _changes(side: Side, mended: Sequence[Sequence[Cell | None]], row: Row, columns: Iterable[int]) -> bool:
    """Tell whether another figure stands in one of some columns once a row is put right."""
    printed, moved = side.matrix[row.index], mended[row.index]
    return any(_figure(printed[column]) != _figure(moved[column]) for column in columns)


def _figure(cell: Cell | None) -> Figure | None:
    return cell.figure if cell is not None else None


def _place(relation: Relation) -> Place:
    term = relation.terms[0] if relation.terms else None
    if isinstance(term, Cell):
        return type(relation), id(term.row), id(term.column)
    return type(relation), getattr(term, "location", None) or id(term)
