"""How a document was read: what was recognised, how every ambiguous thing was resolved and on what evidence, what was left unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govbudget.disclosures import Aspect, Coverage, Disclosure, Resolution, Table, Unplaced, Unread
from govbudget.exceptions import Notice
from govbudget.labels import normalise, shown, width
from govbudget.reports._layout import clipped, padded
from govbudget.reports._text import heading, require
from govbudget.reports._words import ASPECTS, EXPLAINED, FLOWS, phrases

_SHOWN_NUMBERS = 8
_SHOWN_ROWS = 6
_ROW_WIDTH = 40


def reading_report(disclosure: Disclosure, *, lang: str = "zh") -> str:
    """Return how a document was read, table by table: what was recognised, what was resolved and why, what was left.

    Args:
        disclosure: What `read_file`, `read_text` or a builder returned.
        lang: "zh" or "en".

    Raises:
        UsageError: It is no disclosure, or there is no such language.
    """
    phrases(lang)
    require(disclosure, Disclosure, "what read_file returned")
    lines = [heading(disclosure), _total(disclosure.coverage(), lang)]
    lines += _resolutions(disclosure.resolutions, lang)
    for number, table in enumerate(disclosure.tables, 1):
        lines += ["", *_table(number, table, lang)]
    if disclosure.unread:
        count = len(disclosure.unread)
        lines += ["", EXPLAINED[lang]["parts"].format(count=count)]
        lines += [_part(part, lang) for part in disclosure.unread]
    return "\n".join(lines)


def _total(found: Coverage, lang: str) -> str:
    words = EXPLAINED[lang]
    counts = {
        "printed": found.printed,
        "placed": found.placed,
        "left": found.unplaced,
        "unread": found.unread,
    }
    return words["total"].format(tables=found.tables, parts=found.parts, **counts)


def _table(number: int, table: Table, lang: str) -> Iterator[str]:
    words = EXPLAINED[lang]
    yield f"[{number}] {table.title or phrases(lang)['untitled']}"
    unit = table.unit.value if table.unit else ""
    span = _span(table.lines, lang)
    found = table.coverage()
    counted = words["placed"].format(placed=found.placed, printed=found.printed)
    counted = counted if found.printed else words["no_numbers"]
    parts = (words["recognised"] + _kind(table, lang), unit, span, *_sizes(table, lang), counted)
    yield "  " + words["then"].join(filter(None, parts))
    yield from _resolutions(table.resolutions, lang)
    said = tuple(one.evidence.zh for one in table.resolutions)
    told = [one for one in table.problems if not said or not one.zh.endswith(said)]
    yield from (f"  {words['noticed']}{one.say(lang)}" for one in told)
    yield from _unplaced(table.unplaced, lang)


def _kind(table: Table, lang: str) -> str:
    """Name the kind of a table, with the words of its title that tell it."""
    kind, words = table.kind, EXPLAINED[lang]
    if kind is None:
        return words["no_kind"]
    name = kind.zh if lang == "zh" else kind.en
    is_given = table.title == kind.zh and any(one.aspect is Aspect.KIND for one in table.resolutions)
    if is_given or not all(word in normalise(table.title) for word in kind.words):
        return name  # a table without title bears the name of its kind
    told = phrases(lang)["comma"].join(words["quoted"].format(word=word) for word in kind.words)
    return words["named"].format(kind=name, words=told)


def _span(lines: tuple[int, int] | None, lang: str) -> str:
    if lines is None:
        return ""
    return phrases(lang)["line"].format(line="–".join(map(str, dict.fromkeys(lines))))


def _sizes(table: Table, lang: str) -> Iterator[str]:
    words = EXPLAINED[lang]
    if table.form is not None:
        yield words["form"].format(indicators=len(table.form.indicators), projects=len(table.form.projects))
    for side in table.sides:
        flow = FLOWS[lang][side.flow] if len(table.sides) > 1 and side.flow else ""
        yield words["size"].format(flow=flow, rows=len(side.rows), columns=len(side.columns))


def _resolutions(resolutions: Iterable[Resolution], lang: str) -> Iterator[str]:
    words = EXPLAINED[lang]
    widest = max(map(width, ASPECTS[lang].values()))
    for one in resolutions:
        told = words["because"].format(choice=one.choice.say(lang), evidence=one.evidence.say(lang))
        yield f"  {padded(ASPECTS[lang][one.aspect], widest)}  {told}"


def _unplaced(left: Iterable[Unplaced], lang: str) -> Iterator[str]:
    """Tell which numbers have no place, those left for the same reason together."""
    words = EXPLAINED[lang]
    reasons: dict[Notice, list[Unplaced]] = {}
    for one in left:
        reasons.setdefault(one.reason, []).append(one)
    for reason, rows in reasons.items():
        count = sum(len(row.texts) for row in rows)
        yield "  " + words["unplaced"].format(count=count, reason=reason.say(lang))
        yield from (_row(row, lang) for row in rows[:_SHOWN_ROWS])
        if len(rows) > _SHOWN_ROWS:
            yield "      " + words["more"].format(count=len(rows) - _SHOWN_ROWS)


def _row(row: Unplaced, lang: str) -> str:
    place = phrases(lang)["line"].format(line=row.line) if row.line is not None else ""
    label = " ".join(filter(None, (place, clipped(shown(row.row), _ROW_WIDTH))))
    numbers = "  ".join(row.texts[:_SHOWN_NUMBERS]) + (" …" if len(row.texts) > _SHOWN_NUMBERS else "")
    return f"      {label}: {numbers}"


def _part(part: Unread, lang: str) -> str:
    words = EXPLAINED[lang]
    span = _span(part.lines, lang)
    counted = words["numbers"].format(count=part.numbers) if part.numbers else words["no_numbers"]
    title = part.title or phrases(lang)["untitled"]
    return "  " + "  ".join(filter(None, (title, span, counted, part.reason.say(lang))))
