"""Narrative lines → paragraphs: lines broken in mid-sentence are joined, blanks dropped, every character keeps its place."""

from __future__ import annotations

import re
from functools import cached_property

from attrs import Factory, define

from govbudget.labels import normalise
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._context import clean_title, is_aside, looks_like_title
from govbudget.vocabulary import topics

_LEVELS = (
    re.compile(r"第[一二三四五六七八九十]+(?:部分|章)"),
    re.compile(r"(?P<n>[一二三四五六七八九十]{1,3})、"),
    re.compile(r"[（(](?P<n>[一二三四五六七八九十]{1,3})[)）]"),
    re.compile(r"(?P<n>[0-9０-９]{1,2})\s*[.．、](?![0-9０-９])"),
    re.compile(r"[（(](?P<n>[0-9０-９]{1,2})[)）]"),
)
_NUMERALS = {numeral: i for i, numeral in enumerate("一二三四五六七八九十", 1)}
_ENDS = tuple("。；：！？，、,;:!?")
_SENTENCE_ENDS = ("。", "！", "？", ">")
_LONGEST_HEADING = 60
_LONGEST_TITLE = 30
_FURNITURE = re.compile(r"[\s\d]*+[─━—–_-][\s\d─━—–_-]*\Z")
_BARE = re.compile(r"(?<![\d.,])\d[\d,]{0,30}\.\d{1,12}(?=\s|\Z)(?!\s*[万亿元%％])")
"""A number without a unit, as flattened tables have many on a line."""
_AMOUNT = re.compile(r"\d[万亿]?元")
_WIDE = {wide: chr(wide - 0xFEE0) for wide in (*range(0xFF10, 0xFF1A), 0xFF08, 0xFF09, 0xFF05, 0xFF0E, 0xFF1A)} | {
    ord("﹪"): "%", ord("【"): "(", ord("】"): ")", ord("〔"): "(", ord("〕"): ")", ord(";"): "；", ord("−"): "-", ord("－"): "-"
}  # fmt: skip
"""One character for one: digits, brackets, percent signs and colons; commas stay apart from those of numbers."""


@define
class Paragraph:
    """Lines that belong together, without blanks.

    Args:
        text: The text, widths made one, blanks dropped; one blank stays between two digits that a blank parts.
        raw: The same characters as printed.
        places: For every character the line and the position in it.
        level: Its place in the outline (1 for 一、 … 4 for （1）), 0 if it is not numbered.
        number: Its number in the outline.
        section: The heading it stands under.
        lines: The lines it is made of.
        above: The short paragraphs without amounts that it stands under in the outline, or that announce it, one after the other.
    """

    text: str = ""
    raw: str = ""
    places: list[tuple[int | None, int]] = Factory(list)
    level: int = 0
    number: int = 0
    section: str = ""
    lines: list[Line] = Factory(list)
    above: str = ""

    @cached_property
    def fund_named(self) -> int:
        """Where it has first named a fund, 0 if those above it do; past its end if nowhere; asked when it is complete."""
        fund = topics().words["fund"]
        if fund.search(self.above):
            return 0
        first = fund.search(self.text)
        return first.end() if first else len(self.text) + 1


def read_paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Join lines into paragraphs; headings and lines of flattened tables are left out.

    Args:
        lines: The narrative lines, stripped, in order.
    """
    found: list[Paragraph] = []
    section, current, skip = "", None, False
    for i, line in enumerate(lines):
        if skip or _FURNITURE.match(line.text):
            skip = False
            continue
        level, number = _outline(line.text)
        heading, skip = _heading(line.text, lines[i + 1].text if i + 1 < len(lines) else "", level)
        if heading or _is_of_a_table(line.text):
            section, current = heading or section, None
            continue
        if level or current is None or _is_apart(current.lines[-1], line):
            current = Paragraph(level=level, number=number, section=section)
            found.append(current)
        current.lines.append(line)
    for paragraph in found:
        _join(paragraph)
    _put_under(found)
    return found


def _put_under(paragraphs: list[Paragraph]) -> None:
    """Tell every paragraph which headings below that of its section it stands under; a line that ends in a colon announces what follows."""
    section, headings = "", list[tuple[int, str]]()  # twice the level, one more for what is announced
    for paragraph in paragraphs:
        if paragraph.section != section:
            section, headings = paragraph.section, []
        while paragraph.level and headings and headings[-1][0] >= 2 * paragraph.level:
            headings.pop()
        paragraph.above = "。".join(text for _, text in headings)
        while not paragraph.level and headings and headings[-1][0] % 2:
            headings.pop()
        text, outer = paragraph.text, headings[-1][0] if headings else 0
        if len(text) <= _LONGEST_TITLE and _AMOUNT.search(text) is None:
            if paragraph.level:
                headings.append((2 * paragraph.level, text))
            elif text.endswith(":"):
                headings.append((outer + 1, text))


def _is_apart(last: Line, line: Line) -> bool:
    """Tell whether a blank line after the end of a sentence parts two lines; elsewhere it may be a page break."""
    has_gap = last.number is not None and line.number is not None and line.number > last.number + 1
    return has_gap and last.text.endswith(_SENTENCE_ENDS)


def _is_of_a_table(text: str) -> bool:
    """Tell whether a line is the title of a table, states its unit, or is a row of one that lost its borders."""
    if len(_BARE.findall(text)) > 1 or is_aside(text):
        return True
    return normalise(clean_title(text)).endswith("表") and looks_like_title(text)


def _outline(text: str) -> tuple[int, int]:
    for level, pattern in enumerate(_LEVELS):
        if match := pattern.match(text):
            return level, _number(match["n"]) if level else 0
    return 0, 0


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)


def _heading(text: str, following: str, level: int) -> tuple[str | None, bool]:
    """Return the heading that a line is, or begins if it is broken, and whether the next line ends it."""
    plain = "".join(text.split())
    if _LEVELS[0].match(plain):
        return plain, False
    if not level and len(plain) <= _LONGEST_TITLE and topics().words["title"].search(plain):
        return (None if any(mark in plain for mark in _ENDS) else plain), False
    if not level or level > 2 or len(plain) > _LONGEST_HEADING or plain.endswith(_ENDS):
        return None, False
    ends = topics().words["heading"]
    if ends.search(plain):
        return plain, False
    both = plain + "".join(following.split())
    is_broken = level == 1 and len(both) <= _LONGEST_HEADING and not _outline(following)[0]
    if is_broken and ends.search(both) and not any(mark in both for mark in "。；，："):
        return both, True
    return None, False


def _join(paragraph: Paragraph) -> None:
    """Drop the blanks of the lines and join them, keeping the place of every character."""
    text: list[str] = []
    raw: list[str] = []
    first = _LEVELS[paragraph.level].match(paragraph.lines[0].text) if paragraph.level else None
    skipped = first.end() if first else 0
    for line in paragraph.lines:
        blank = True
        for column, char in enumerate(line.text):
            if column < skipped:
                continue
            if char.isspace() or char in "\ufeff\u200b":
                blank = True
                continue
            plain = _WIDE.get(ord(char), char)
            if blank and plain.isdigit() and text and text[-1].isdigit():
                text.append(" ")
                raw.append(" ")
                paragraph.places.append((line.number, column))
            text.append(plain)
            raw.append(char)
            paragraph.places.append((line.number, column))
            blank = False
        skipped = 0
    paragraph.text, paragraph.raw = "".join(text), "".join(raw)
