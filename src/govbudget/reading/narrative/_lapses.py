"""Narrative → what shows how it was made: the year it names for itself, missing amounts, doubled words, repeated paragraphs, numbers that go back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govbudget.disclosures.lapses import Dating, Lapse, LapseKind
from govbudget.locations import Location
from govbudget.reading.narrative._figures import sentence
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.reading.pages._blocks import Line
from govbudget.vocabulary import lapse_words

_LONGEST_HEADING = 60
_SECOND = 2
"""The second of a list may follow another list, where its first is taken for a heading."""
_SHORTEST_COPY = 20
"""A shorter paragraph may honestly stand twice."""


def find_datings(lines: list[Line], paragraphs: Iterable[Paragraph], source: str | None) -> Iterator[Dating]:
    """Iterate over headings and sentences that name the year of the document.

    Args:
        lines: The narrative, line by line.
        paragraphs: Its paragraphs.
        source: Where it comes from.
    """
    words = lapse_words()
    yield from _headings(lines, source)
    for paragraph in paragraphs:
        for match in words["covered"].finditer(paragraph.text):
            text, place = _at(paragraph, match.start(), match.end(), source)
            if words["compared"].search(text) is None:
                yield Dating(text, place, int(match["year"]))


def _headings(lines: list[Line], source: str | None) -> Iterator[Dating]:
    """Headings that name one year, but no annexes; headings alike but for number and year are meant as they stand."""
    words = lapse_words()
    found: list[Dating] = []
    plain = ""
    for line in lines:
        above = plain
        plain = "".join(line.text.split()) if len(line.text) <= 4 * _LONGEST_HEADING else ""
        match = words["heading"].search(plain) if len(plain) <= _LONGEST_HEADING else None
        is_annexed = any(words["annex"].match(text) for text in (above, plain))
        if match is not None and not is_annexed and not words["years"].search(plain[: match.start()]):
            found.append(Dating(plain, Location(source, line=line.number), int(match["year"])))
    twins: dict[str, set[tuple[str, int]]] = {}
    for one in found:
        number, words_of = _parts(one)
        twins.setdefault(words_of, set()).add((number, one.year))
    for one in found:
        number, words_of = _parts(one)
        others = [known for known, year in twins[words_of] if year != one.year]
        if not any(known != number or not known for known in others):
            yield one


def _parts(heading: Dating) -> tuple[str, str]:
    """The number of a heading, and what it says beside its year."""
    match = lapse_words()["outline"].match(heading.text)
    number = match[0] if match is not None else ""
    return number, heading.text.removeprefix(number).replace(str(heading.year), "")


def find_lapses(paragraphs: list[Paragraph], source: str | None) -> Iterator[Lapse]:
    """Iterate over what was left unfinished or was copied.

    Args:
        paragraphs: The paragraphs of the narrative, in order.
        source: Where it comes from.
    """
    words = lapse_words()
    kinds = {
        "amount": LapseKind.AMOUNT,
        "rate": LapseKind.AMOUNT,
        "placeholder": LapseKind.PLACEHOLDER,
        "doubled": LapseKind.DOUBLED,
        "alternative": LapseKind.ALTERNATIVE,
        "level": LapseKind.LEVEL,
    }
    for paragraph in paragraphs:
        for name, kind in kinds.items():
            for match in words[name].finditer(paragraph.text):
                text, place = _at(paragraph, match.start(), match.end(), source)
                if kind is not LapseKind.AMOUNT or not words["units"].search(text):
                    printed = match["level"] if kind is LapseKind.LEVEL else match[0]
                    yield Lapse(kind, text, place, printed)
        yield from _contradicted(paragraph, source)
    yield from _repeated(paragraphs, source)
    yield from _renumbered(paragraphs, source)


def _contradicted(paragraph: Paragraph, source: str | None) -> Iterator[Lapse]:
    """A sentence of its own that there are no units of a sort, after one that counts them."""
    words = lapse_words()
    counted = {match["what"]: match for match in reversed([*words["counted"].finditer(paragraph.text)])}
    for match in words["denied"].finditer(paragraph.text):
        first = counted.get(match["what"])
        if first is not None and first.end() < match.start():
            text, place = _at(paragraph, match.start("denial"), match.end("denial"), source)
            earlier = Location(source, line=paragraph.places[first.start()][0])
            yield Lapse(
                LapseKind.CONTRADICTION, text, place, f"{first['count']} / {match['denial']}", earlier
            )


def _at(paragraph: Paragraph, start: int, end: int, source: str | None) -> tuple[str, Location]:
    return sentence(paragraph, start, end), Location(source, line=paragraph.places[start][0])


def _place(paragraph: Paragraph, source: str | None) -> Location:
    return Location(source, line=paragraph.lines[0].number)


def _repeated(paragraphs: list[Paragraph], source: str | None) -> Iterator[Lapse]:
    """Sentences of a list that stand twice in it; of several that follow each other only the first is told.

    A list that begins anew after a line of its own, such as the name of a project, is another list.
    """
    known: dict[int, dict[str, Paragraph]] = {}
    section, is_copied, is_headed = None, False, False
    for paragraph in paragraphs:
        if paragraph.section != section:
            section, known, is_copied = paragraph.section, {}, False
        level = paragraph.level
        if not level:
            is_headed = True
            continue
        if is_headed and paragraph.number == 1:
            known.pop(level, None)
        is_headed = paragraph.text.endswith(":")
        known = {outer: texts for outer, texts in known.items() if outer <= level}
        first = known.setdefault(level, {}).setdefault(paragraph.text, paragraph)
        was_copied, is_copied = is_copied, first is not paragraph and _is_prose(paragraph)
        if is_copied and not was_copied:
            yield Lapse(
                LapseKind.REPEATED,
                paragraph.raw,
                _place(paragraph, source),
                paragraph.raw,
                _place(first, source),
            )


def _is_prose(paragraph: Paragraph) -> bool:
    return len(paragraph.text) >= _SHORTEST_COPY and paragraph.text.endswith(("。", "；", ";"))


def _renumbered(paragraphs: list[Paragraph], source: str | None) -> Iterator[Lapse]:
    """A list of sentences whose numbers go back, but not to its beginning, where another list may begin."""
    reached: dict[int, Paragraph] = {}
    section = None
    for paragraph in paragraphs:
        level, number = paragraph.level, paragraph.number
        if paragraph.section != section:
            section, reached = paragraph.section, {}
        if not level:
            continue
        reached = {known: last for known, last in reached.items() if known <= level}
        last = reached.get(level)
        if last is not None and _SECOND < number <= last.number and _is_prose(last) and _is_prose(paragraph):
            place = _place(paragraph, source)
            yield Lapse(
                LapseKind.NUMBER, paragraph.raw, place, f"{last.number} → {number}", _place(last, source)
            )
        reached[level] = paragraph
