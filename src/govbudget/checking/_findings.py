"""Findings: relations that cannot be true, with everything that a person needs to see it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from govbudget.diagnosis import Diagnosis, Shift, ShiftedRows
from govbudget.disclosures import Table
from govbudget.exceptions import Notice
from govbudget.intervals import Figure, Rounding
from govbudget.labels import shown
from govbudget.locations import Location
from govbudget.relations import (
    AtMost,
    Certificate,
    Change,
    Fact,
    Judgement,
    Product,
    Relation,
    Same,
    Share,
    Sum,
    Term,
    certify,
    equation_text,
    expected,
    like,
)
from govbudget.rules import Rule, Severity

_MESSAGES: Mapping[type, Mapping[str, str]] = {
    Sum: {
        "zh": "{place}印为 {reported}，而各分项之和为 {expected}，相差 {difference}",
        "en": "{place} prints {reported}, but its parts add to {expected}, a difference of {difference}",
    },
    Same: {
        "zh": "{place}印为 {reported}，而{other}印为 {expected}，相差 {difference}",
        "en": "{place} prints {reported}, but {other} prints {expected}, a difference of {difference}",
    },
    AtMost: {
        "zh": "{place}印为 {reported}，而不应超过它的为 {expected}，超出 {difference}",
        "en": "{place} prints {reported}, but what must not exceed it is {expected}, an excess of {difference}",
    },
    Product: {
        "zh": "{place}印为 {reported}，而单价与数量之积为 {expected}，相差 {difference}",
        "en": "{place} prints {reported}, but price times quantity is {expected}, a difference of {difference}",
    },
    Share: {
        "zh": "{place}占比 {reported} 与所列金额不符，应为 {expected}",
        "en": "{place} states a share of {reported}, but the figures give {expected}",
    },
    Change: {
        "zh": "{place}变动 {reported} 与所列金额不符{fitting}：{equation}",
        "en": "{place} states a change of {reported} that does not agree with the figures{fitting}: {equation}",
    },
}

_FITTING = {"zh": "，相符的应为 {}", "en": ", which fit {}"}
"""Added to a message where a figure that would fit can be computed."""


_DERIVED = {"zh": "（由各项相加得出，并未印出）", "en": " (added up, not printed)"}


@frozen(eq=False)
class Finding:
    """A failed relation, as data; the message is rendered from the other fields.

    Args:
        rule: The rule that states the relation.
        judgement: The judgement.
        table: The table of which the rule speaks, if it speaks of one.
        rounding: The rounding with which it was judged.
        diagnosis: What finds the causes in the document; without it no cause is known.
    """

    rule: Rule = field(repr=lambda rule: rule.id)
    judgement: Judgement = field(repr=False)
    table: Table | None = field(default=None, repr=False)
    rounding: Rounding = field(default=Rounding.HALF_UP, repr=False)
    diagnosis: Diagnosis | None = field(default=None, repr=False)

    @property
    def severity(self) -> Severity:
        """How grave it is; fixed by the rule."""
        return self.rule.card.severity

    @property
    def relation(self) -> Relation:
        """The relation that cannot be true."""
        return self.judgement.relation

    @property
    def locations(self) -> tuple[Location, ...]:
        """The places of all figures, the reported one first."""
        places = (_location(term) for term in self.relation.terms)
        return tuple(place for place in places if place is not None)

    @property
    def reported(self) -> Figure | str | None:
        """The figure as printed, or the text that a fact is about."""
        relation = self.relation
        return relation.reported if isinstance(relation, Fact) else relation.terms[0].figure

    @cached_property
    def expected(self) -> Figure | Notice | None:
        """What the reported figure would be if all other figures, as printed, were right; what a fact should be."""
        relation = self.relation
        return relation.expected if isinstance(relation, Fact) else expected(relation)

    @cached_property
    def difference(self) -> Figure | None:
        """Reported minus expected; None for facts."""
        reported, wanted = self.reported, self.expected
        if isinstance(reported, Figure) and isinstance(wanted, Figure):
            return like(reported, reported.value - wanted.value)
        return None

    @cached_property
    def equation(self) -> str:
        """The relation with its figures."""
        return equation_text(self.relation)

    @property
    def certificate(self) -> Certificate | None:
        """The proof that no true values can print like this; None for facts without arithmetic."""
        return certify(self.judgement, rounding=self.rounding)

    @cached_property
    def cause(self) -> Shift | ShiftedRows | None:
        """Why it fails, where that is proved."""
        if self.diagnosis is None:
            return None
        scope = self.table or self.diagnosis.context.disclosure
        return self.diagnosis.cause(self.rule, scope, self.relation)

    @cached_property
    def message(self) -> Mapping[str, str]:
        """The message by language: "zh" and "en"."""
        if isinstance(self.relation, Fact) and self.relation.message is not None:
            told = self.relation.message
            return MappingProxyType({lang: told.say(lang) for lang in ("zh", "en")})
        templates = self.rule.card.message or _MESSAGES[type(self.relation)]
        return MappingProxyType(
            {lang: template.format_map(self._fields(lang)) for lang, template in templates.items()}
        )

    def _fields(self, lang: str) -> dict[str, str]:
        terms = self.relation.terms
        difference = self.difference
        return {
            "source": _source(terms[0]),
            "other_source": _source(terms[-1]),
            "table": _title(terms[0]),
            "other_table": _title(terms[-1]),
            "compared": _table(terms[-1], lang),
            "place": _named(terms[0], lang),
            "other": _named(terms[-1], lang),
            "reported": _shown(self.reported),
            "expected": _shown(self.expected, lang),
            "derived": _DERIVED[lang] if len(terms) > 2 else "",
            "difference": like(difference, abs(difference.value)).shown if difference else "",
            "equation": self.equation,
            "fitting": _FITTING[lang].format(_shown(self.expected, lang))
            if self.expected is not None
            else "",
        }


def _shown(value: Figure | Notice | str | None, lang: str = "zh") -> str:
    if isinstance(value, Figure):
        return value.shown
    return value.say(lang) if isinstance(value, Notice) else value or ""


def _source(term: Term) -> str:
    place = _location(term)
    return (place.source or "") if place is not None else ""


def _title(term: Term) -> str:
    place = _location(term)
    return shown(place.table or "") if place is not None else ""


def _table(term: Term, lang: str) -> str:
    """Name a table for a sentence."""
    title = _title(term)
    if not title:
        return "表" if lang == "zh" else "the table"
    return f"《{title}》" if lang == "zh" else f"“{title}”"


def _location(term: Term) -> Location | None:
    found = getattr(term, "location", None)
    return found if isinstance(found, Location) else None


def _named(term: Term, lang: str) -> str:
    """Name a place for a sentence: row and column, in the quotation marks of the language."""
    place = _location(term)
    parts = [shown(part) for part in (place.row, place.column) if part] if place else []
    left, right = ("“", "”") if lang == "zh" else ("'", "'")
    return f"{left}{' · '.join(parts)}{right}" if parts else ("所列数" if lang == "zh" else "the figure")
