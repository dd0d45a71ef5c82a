"""What was read of the narrative, as text that can be compared with the document."""

from __future__ import annotations

from collections.abc import Mapping

from govbudget.disclosures import Claim, Narrative
from govbudget.disclosures.narrative import (
    Bill,
    Completion,
    Costing,
    Denial,
    Listing,
    Movement,
    Naming,
    NarrativeStatement,
    Proportion,
    Tally,
)
from govbudget.reports._layout import clipped, grid
from govbudget.reports._words import PHRASES, ROLES
from govbudget.vocabulary import Topic, topics

_SENTENCE_WIDTH = 60


def count_line(narrative: Narrative, lang: str) -> str:
    """Return how many figures the narrative states, and of how many the topic is understood."""
    known = sum(claim.topic is not None for claim in narrative.claims)
    return PHRASES[lang]["claims"].format(count=len(narrative.claims), known=known)


def narrative_lines(narrative: Narrative, lang: str) -> list[str]:
    """Return every figure of the narrative with what it is understood to be, then the statements made of them.

    Args:
        narrative: The narrative.
        lang: "zh" or "en".
    """
    words = PHRASES[lang]
    rows = []
    for claim in narrative.claims:
        place = words["line"].format(line=claim.location.line)
        topic = topic_name(claim.topic, lang) if claim.topic else "? " + clipped(claim.text, _SENTENCE_WIDTH)
        rows.append([place, ROLES[lang][claim.role], str(claim.year or ""), topic, claim.figure.shown])
    return [count_line(narrative, lang), *grid(rows, left=4), *_statements(narrative, lang)]


def topic_name(topic: Topic, lang: str) -> str:
    """Return what a topic is called, after the scope that it is bounded to."""
    zh, en = topics().scopes.get(topic.scope or "", ("", ""))
    scope, name = (zh, topic.zh) if lang == "zh" else (en, topic.en)
    return f"{scope} · {name}" if scope and scope != name else name


def _statements(narrative: Narrative, lang: str) -> list[str]:
    place = PHRASES[lang]["line"]
    rows = [[place.format(line=one.location.line), *_statement(one, lang)] for one in narrative.statements]
    rows += [
        [place.format(line=one.location.line), PHRASES[lang]["lapse"], clipped(one.printed, _SENTENCE_WIDTH)]
        for one in narrative.lapses
    ]
    return ["", *grid(rows, left=3)] if rows else []


def _statement(statement: NarrativeStatement, lang: str) -> tuple[str, str]:  # noqa: PLR0911 - one for each kind
    """Return the kind of a statement, and the statement with its figures; "?" stands for what is not known."""
    words = PHRASES[lang]
    match statement:
        case Proportion(percentage, part, whole):
            return words["share"], f"{_figure(percentage)} = {_figure(part)} ÷ {_figure(whole)}"
        case Movement():
            base = f"{statement.base or '?'}: {_figure(statement.prior)}"
            change = "; ".join(_figure(one) for one in (statement.difference, statement.rate) if one)
            level = statement.direction.value if statement.direction and not change else ""
            return words["change"], f"{base} → {_figure(statement.current)}  {change or level}"
        case Completion(_, planned, spent, rate, direction):
            share = f" = {_figure(rate)}" if rate else f" {direction.value}" if direction else ""
            return words["completion"], f"{_figure(spent)} ÷ {_figure(planned)}{share}"
        case Listing() | Costing() | Bill():
            return _equation(statement, words)
        case Tally(count, items):
            return words["count"], f"{_figure(count)}: {len(items)}"
        case Naming(_, names):
            return words["names"], "、".join(names)
        case Denial(_, topic):
            return words["none_of"], topic_name(topic, lang)
        case _:
            return words["unsigned"], statement.number


def _equation(statement: Listing | Costing | Bill, words: Mapping[str, str]) -> tuple[str, str]:
    match statement:
        case Listing(total, parts):
            sign = "=" if statement.is_partition else "⊇"
            return words["list"], f"{_figure(total)} {sign} {' + '.join(map(_figure, parts))}"
        case Costing(amount, price, quantities):
            factors = " × ".join(map(_figure, (price, *quantities)))
            return words["product"], f"{_figure(amount)} = {factors}"
        case _:
            items = " + ".join(map(_figure, statement.items))
            return words["bill"], f"{_figure(statement.total)} = {items}"


def _figure(claim: Claim | None) -> str:
    return claim.figure.shown if claim is not None else "?"
