"""The report of a check as text for a clerk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govbudget.checking import Finding, Report
from govbudget.disclosures import Disclosure, Table
from govbudget.exceptions import UsageError
from govbudget.labels import runs, shown
from govbudget.locations import Location
from govbudget.relations import Fact, Outcome, Reason
from govbudget.reports._layout import clipped, grid
from govbudget.reports._narrative import count_line
from govbudget.reports._words import OUTCOMES, PHRASES, REASONS, SEVERITIES, phrases
from govbudget.rules import Severity

_SHOWN_PLACES = 3
_TITLE_WIDTH = 56


def report_text(report: Report, *, lang: str = "zh") -> str:
    """Return a report as text: a summary, the ledger by table, the findings, and what could not be decided or read.

    Args:
        report: What `check` returned.
        lang: "zh" or "en".

    Raises:
        UsageError: It is no report, or there is no such language.
    """
    phrases(lang)
    require(report, Report, "what check returned")
    lines = [heading(report.disclosure), _summary(report, lang), ""]
    lines += _ledger(report, lang)
    lines += ["", *_findings(report, lang)]
    lines += _undecided(report, lang)
    lines += unread_lines(report.disclosure, lang)
    if report.disclosure.claims:
        lines += ["", count_line(report.disclosure.narrative, lang)]
    return "\n".join(lines)


def require(given: object, kind: type, remedy: str) -> None:
    """Refuse to write about anything else than was asked for.

    Args:
        given: What was given.
        kind: What it must be.
        remedy: Where to get that.

    Raises:
        UsageError: It is something else.
    """
    if not isinstance(given, kind):
        msg = f"{given!r} is a {type(given).__name__}, not a {kind.__name__}; give {remedy}"
        raise UsageError(
            msg,
            zh=f"{given!r} 是 {type(given).__name__}，不是 {kind.__name__}；请给出 check、read_file 等所返回的 {kind.__name__}",
        )


def heading(disclosure: Disclosure) -> str:
    """Return the first line about a document: source, entity, year and title."""
    year = f"{disclosure.year}" if disclosure.year else None
    parts = (disclosure.source, disclosure.entity, year, disclosure.title)
    return "  ".join(part for part in parts if part)


def _summary(report: Report, lang: str) -> str:
    counts = report.summary
    total = sum(counts.values()) - counts[Outcome.NOT_APPLICABLE]
    named = {outcome.value: counts[outcome] for outcome in Outcome}
    return PHRASES[lang]["summary"].format(total=total, nothing=counts[Outcome.NOT_APPLICABLE], **named)


def _ledger(report: Report, lang: str) -> list[str]:
    words = PHRASES[lang]
    shown_outcomes = (Outcome.PASSED, Outcome.ROUNDING, Outcome.FAILED, Outcome.UNDECIDED)
    counts: dict[int | None, Counter[Outcome]] = {}
    for row in report.ledger:
        counts.setdefault(row.number, Counter()).update(row.counts)
    rows = [["", words["table"], words["unit"], *(OUTCOMES[lang][outcome] for outcome in shown_outcomes)]]
    for number, table in enumerate(report.disclosure.tables, 1):
        if table.is_form:
            continue
        cells = [str(counts.get(number, Counter())[outcome] or "·") for outcome in shown_outcomes]
        rows.append([str(number), _titled(table, lang), table.unit.value if table.unit else "—", *cells])
    if any(counts.get(None, Counter())[outcome] for outcome in shown_outcomes):
        cells = [str(counts[None][outcome] or "·") for outcome in shown_outcomes]
        rows.append(["", words["document"], "—", *cells])
    forms = sum(table.is_form for table in report.disclosure.tables)
    told = words["forms"].format(count=forms, indicators=len(report.disclosure.indicators))
    return grid(rows, left=3) + ([f"  {told}"] if forms else [])


def _titled(table: Table, lang: str) -> str:
    words = PHRASES[lang]
    title = clipped(table.title or words["untitled"], _TITLE_WIDTH)
    return title + (words["empty"] if table.is_empty else "")


def _findings(report: Report, lang: str) -> Iterator[str]:
    words = PHRASES[lang]
    counts = Counter(finding.severity for finding in report.findings)
    if not report.findings:
        decided = report.summary[Outcome.PASSED] + report.summary[Outcome.ROUNDING]
        yield words["none"] if decided else words["nothing_checked"]
        return
    yield words["findings"].format(
        count=len(report.findings),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        hints=counts[Severity.HINT],
    )
    for number, finding in enumerate(report.findings, 1):
        yield from _finding(number, finding, lang)
    yield from _causes(report, lang)


def _causes(report: Report, lang: str) -> Iterator[str]:
    words = PHRASES[lang]
    numbers = {id(finding): number for number, finding in enumerate(report.findings, 1)}
    for i, (rows, findings) in enumerate(report.causes):
        yield from () if i else ("", words["causes"])
        places = words["comma"].join(runs(numbers[id(finding)] for finding in findings))
        told = words["explains"].format(count=len(findings), numbers=places)
        yield f"  {rows.statement[lang]}{told}"


def _finding(number: int, finding: Finding, lang: str) -> Iterator[str]:
    words, card = PHRASES[lang], finding.rule.card
    place = finding.locations[0] if finding.locations else Location()
    where = [place.table or "", words["line"].format(line=place.line) if place.line is not None else ""]
    yield ""
    yield f"{number:>3}. [{SEVERITIES[lang][finding.severity]}] {card.id} {card.title[lang]}  " + "  ".join(
        filter(None, where)
    )
    yield f"     {finding.message[lang]}"
    if finding.certificate is not None:
        yield f"     {words['equation']}{finding.equation}"
    if (cause := finding.cause) is not None:
        yield f"     {words['cause']}{cause.message[lang]}"


def _undecided(report: Report, lang: str) -> list[str]:
    groups: dict[tuple[str, Reason | None], list[str]] = {}
    for entry, judgement in report.judgements(Outcome.UNDECIDED):
        relation = judgement.relation
        place = _brief(getattr(relation.terms[0], "location", Location()), lang)
        if not place and isinstance(relation, Fact) and relation.expected is not None:
            place = relation.expected.say(lang)
        title = entry.table.title or PHRASES[lang]["untitled"] if entry.table else PHRASES[lang]["document"]
        groups.setdefault((title, judgement.reason), []).append(place)
    if not groups:
        return []
    words = PHRASES[lang]
    lines = ["", words["undecided"].format(count=sum(map(len, groups.values())))]
    last = None
    for (title, reason), places in groups.items():
        some = "、".join(places[:_SHOWN_PLACES]) if lang == "zh" else "; ".join(places[:_SHOWN_PLACES])
        named = REASONS[lang][reason] if reason else ""
        lines += [f"  {title}"] if title != last else []
        last = title
        lines.append("     " + words["places"].format(reason=named, count=len(places), places=some))
    return lines


def _brief(place: Location, lang: str) -> str:
    name = " · ".join(shown(part) for part in (place.row, place.column) if part)
    line = PHRASES[lang]["line"].format(line=place.line) if place.line is not None else ""
    return f"{name}（{line}）" if lang == "zh" and line else f"{name} ({line})" if line else name


def unread_lines(disclosure: Disclosure, lang: str) -> list[str]:
    """Return what looked like a table but was not read, and what was noticed while reading."""
    words = PHRASES[lang]
    lines: list[str] = []
    if disclosure.unread:
        lines += ["", words["unread"].format(count=len(disclosure.unread))]
        for part in disclosure.unread:
            span = words["line"].format(line="–".join(map(str, part.lines))) if part.lines else ""
            lines.append(f"  {part.title or words['untitled']}  {span}  {part.reason.say(lang)}".rstrip())
    noticed = [(table, problem) for table in disclosure.tables for problem in table.problems]
    if noticed:
        lines += ["", words["problem"]]
        lines += [f"  {table.title or words['untitled']}  {problem.say(lang)}" for table, problem in noticed]
    return lines
