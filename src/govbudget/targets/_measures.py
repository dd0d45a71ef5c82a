"""Measures of the target-value syntax: a number with its unit."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from govbudget.exceptions import Notice
from govbudget.targets._errors import TargetSyntaxError
from govbudget.targets._lexicon import lexicon
from govbudget.targets._numbers import (
    SHARES,
    parse_digits,
    parse_multiple,
    parse_numeral,
    shifted,
)
from govbudget.targets._units import MeasureUnit, UnitVocabulary, unit_vocabulary, unknown_unit

_ALTERNATIVE = re.compile(r"[、/(]")
_PER = re.compile(r"[ ]?(?:[/每]|[·.](?=[月年天日周]))[ ]?")
_UNKNOWN = re.compile(
    r"[ ]?(?P<open>\()?(?P<word>(?![百千万亿余多至到以内之上下前后左右年月日封为范围起止且])[一-龥]{1,4}|[A-Za-z]{1,5})(?(open)\))"
)
_REST = re.compile(r"[ ,.;。、]*")
_EVERY = re.compile(r"[每按][ ]?个?|(?P<mean>[人户次年月日亩])均")
_HUNDRED = re.compile(r"百分之?百")
_MORE = re.compile(r"[余多](?![一-龥]{3})|[余多](?=[万亿个项家人次元])")


@frozen
class Measured:
    """A measure as it was read.

    Args:
        number: The number.
        unit: The unit, or None where none is written.
        end: Where it ends.
        spoken: Whether the number is a Chinese numeral.
        more: Whether it says that it is a little more (20余家).
    """

    number: Decimal
    unit: MeasureUnit | None
    end: int
    spoken: bool = False
    more: bool = False


def skip_blanks(text: str, pos: int, end: int) -> int:
    """Return the next place that is no blank.

    Args:
        text: The text in normal form.
        pos: Where to begin.
        end: Where the text ends.
    """
    while pos < end and text[pos] == " ":
        pos += 1
    return pos


def parse_measure(text: str, pos: int, end: int) -> Measured | None:
    """measure = share | number [multiple] ["余" | "多"] [unit] ;

    share = ("百分之" | "千分之" | "万分之") number | "百分百" ;
    multiple = "百" | "千" | "万" | "百万" | "千万" | "亿" ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    share = _parse_share(text, pos, end)
    if share is not None:
        return share
    digits = parse_digits(text, pos, end)
    found = digits or parse_numeral(text, pos, end)
    if found is None:
        return None
    number, pos = found
    spoken = digits is None
    unit = parse_unit(text, pos, end)
    multiple = None if unit is not None or spoken else parse_multiple(text, pos, end)
    if multiple is not None and parse_misspelt(text, pos, end) is None:
        number, pos = shifted(number, multiple[0]), multiple[1]
    more = _MORE.match(text, pos, end) if unit is None else None
    pos = more.end() if more is not None else pos
    unit = unit or parse_unit(text, pos, end)
    return Measured(number, unit[0] if unit else None, unit[1] if unit else pos, spoken, more is not None)


def _parse_share(text: str, pos: int, end: int) -> Measured | None:
    """share = ("百分之" | "千分之" | "万分之") number | "百分百" ;"""
    units = unit_vocabulary().units
    hundred = _HUNDRED.match(text, pos, end)
    if hundred is not None:
        return Measured(Decimal(100), units["%"], hundred.end())
    sign = SHARES.get(text[pos : pos + 3])
    if sign is None:
        return None
    found = parse_digits(text, pos + 3, end) or parse_numeral(text, pos + 3, end)
    return None if found is None else Measured(found[0], units[sign], found[1])


def parse_unit(text: str, pos: int, end: int) -> tuple[MeasureUnit, int] | None:
    """unit = word {per word} | word {("、" | "/" | "(") word} | "(" unit ")" ;

    per = "/" | "每" ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.

    Raises:
        TargetSyntaxError: A word that is no unit stands where one belongs, such as 百分比.
    """
    vocabulary = unit_vocabulary()
    pos = skip_blanks(text, pos, end)
    opened = text.startswith("(", pos, end)
    misspelt = parse_misspelt(text, pos + opened, end)
    if misspelt is not None:
        word, meant = misspelt
        notice = Notice(
            f"“{word}”不是度量单位，应写“{meant}”", f"“{word}” is not a unit of measurement; write {meant}"
        )
        raise TargetSyntaxError(notice, text, (pos + opened, pos + opened + len(word)))
    found = vocabulary.longest_at(text, pos + opened, end)
    if found is None:
        return None
    unit, pos = _parse_further(text, found, end, vocabulary)
    if not opened:
        return unit, pos
    return (unit, pos + 1) if text.startswith(")", pos, end) else None


def _parse_further(
    text: str, found: tuple[MeasureUnit, int], end: int, vocabulary: UnitVocabulary
) -> tuple[MeasureUnit, int]:
    """further = {per word} | {("、" | "/" | "(") word [")"]} ;"""
    unit, pos = found
    others: list[MeasureUnit] = []
    while pos < end:
        per = _PER.match(text, pos, end)
        below = vocabulary.longest_at(text, per.end(), end) if per is not None else None
        rival = _parse_alternative(text, pos, end, vocabulary) if unit.word in vocabulary.counters else None
        if rival is not None and not (below is not None and below[0].word in vocabulary.per):
            others.append(rival[0])
            pos = rival[1]
        elif per is not None and below is not None and below[0].word in vocabulary.per and not others:
            unit, pos = unit.per(below[0]), below[1]
        else:
            break
    return (unit.or_(*others) if others else unit), pos


def _parse_alternative(
    text: str, pos: int, end: int, vocabulary: UnitVocabulary
) -> tuple[MeasureUnit, int] | None:
    """alternative = ("、" | "/" | "(") word [")"] ;"""
    sign = _ALTERNATIVE.match(text, pos, end)
    found = vocabulary.longest_at(text, pos + 1, end) if sign is not None else None
    if sign is None or found is None or found[0].word not in vocabulary.counters - vocabulary.per:
        return None
    if sign[0] != "(":
        return found
    return (found[0], found[1] + 1) if text.startswith(")", found[1], end) else None


def parse_misspelt(text: str, pos: int, end: int) -> tuple[str, str] | None:
    """Return a word that is often written where a unit belongs, with the unit that is meant, or None.

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    wrong = unit_vocabulary().misspelt
    if text[pos : pos + 1] not in {word[0] for word in wrong}:
        return None
    return next(((word, meant) for word, meant in wrong.items() if text.startswith(word, pos, end)), None)


def parse_unknown_unit(text: str, pos: int, end: int) -> tuple[MeasureUnit, int] | None:
    """unknown unit = one to four characters, or letters, up to the end of the clause or a word after a number ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the clause ends.
    """
    match = _UNKNOWN.match(text, pos, end)
    if match is None:
        return None
    word, stop = match["word"], match.end()
    after = lexicon().after_pattern.search(word, 1)
    if after is not None and match["open"] is None:
        word, stop = word[: after.start()], pos + after.start() + (text[pos] == " ")
    elif _REST.fullmatch(text, stop, end) is None and lexicon().after_pattern.match(text, stop, end) is None:
        return None
    return unknown_unit(word), stop


def parse_every(text: str, pos: int, end: int) -> tuple[MeasureUnit, int] | None:
    """every = ("每" | "按") ["个"] word | word "均" ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    match = _EVERY.match(text, pos, end)
    vocabulary = unit_vocabulary()
    if match is None:
        return None
    if match["mean"] is not None:
        return vocabulary.units[match["mean"]], match.end()
    found = vocabulary.longest_at(text, match.end(), end)
    return found if found is not None and found[0].word in vocabulary.per else None
