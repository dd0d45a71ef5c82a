"""Units of the target-value syntax: words, rates such as 元/人/天, things counted together (台/件), and 每年."""

from __future__ import annotations

import re

from attrs import frozen

from govbudget.exceptions import Notice
from govbudget.targets._errors import TargetSyntaxError
from govbudget.targets._numbers import parse_digits, parse_numeral
from govbudget.targets._units import MeasureUnit, UnitVocabulary, unit_vocabulary, unknown_unit

_ALTERNATIVE = re.compile(r"[、/(]")
_PER = re.compile(r"[ ]?(?P<sign>/[ ]?每?|每|[·.])[ ]?")
_DIVISOR = re.compile(r"(?P<word>[一-龥]{1,4}?)(?=[/·)(,;。、~ ]|$|以[上下内]|之内|左右|不)")
_EVERY = re.compile(
    r"(?P<word>[每按])[ ]?(?P<piece>个(?!月|半|工作|季|自然|星期|学))?|(?P<mean>[人户次年月日亩])均"
)
_PERIODS = ("calendar_time", "clock_time", "working_days", "ten_days", "counted:学期", "counted:学年")
_EVENTS = ("counted:次", "sessions", "counted:期", "counted:批次", "counted:轮", "counted:批")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")
_TOGETHER = {"人天": ("人", "天"), "人月": ("人", "个月"), "人年": ("人", "年")}


@frozen
class Every:
    """What a measure is per.

    Args:
        unit: The unit, with its number in front if it is not one (每两年).
        end: Where it ends.
    """

    unit: MeasureUnit
    end: int


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


def parse_unit(text: str, pos: int, end: int) -> tuple[MeasureUnit, int] | None:
    """unit = word {per divisor} | word {("、" | "/" | "(") word} | "(" unit ")" ;

    per = "/" | "/每" | "每" | "·" ;
    divisor = [number] word | "(" divisor {"·" divisor} ")" ;

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
    """further = {per divisor} | {("、" | "/" | "(") word [")"]} ;"""
    unit, pos = found
    others: list[MeasureUnit] = []
    while pos < end:
        rival = _parse_alternative(text, pos, end, vocabulary) if unit.word in vocabulary.counters else None
        below = None if rival is not None or others else _parse_divisor(text, pos, end, unit, vocabulary)
        if rival is not None:
            others.append(rival[0])
            pos = rival[1]
        elif below is not None:
            unit, pos = below
        else:
            break
    return (unit.or_(*others) if others else unit), pos


def _parse_divisor(
    text: str, pos: int, end: int, unit: MeasureUnit, vocabulary: UnitVocabulary
) -> tuple[MeasureUnit, int] | None:
    """divisor = [number] word | "(" divisor {"·" divisor} ")" ;"""
    per = _PER.match(text, pos, end)
    if per is None:
        return None
    opened = text.startswith("(", per.end(), end)
    at = per.end() + opened
    known = _parse_counted(text, at, end, vocabulary)
    if unit.dimension == "ratio" and (known is None or known[0].dimension not in _PERIODS):
        return None  # 90%/学生
    if known is None and per["sign"] not in "·.":
        word = _DIVISOR.match(text, at, end)
        known = (unknown_unit(word["word"]), word.end()) if word is not None else None
    same = known is not None and known[0].word == unit.word
    if known is None or same or (per["sign"] in "·." and "/" not in unit.dimension):
        return None
    parts = _TOGETHER.get(known[0].word)
    below = (known[0],) if parts is None else tuple(vocabulary.units[part] for part in parts)
    for one in below:
        unit = unit.per(one)
    if not opened:
        return unit, known[1]
    inner = _parse_divisor(text, known[1], end, unit, vocabulary)
    unit, at = inner if inner is not None else (unit, known[1])
    return (unit, at + 1) if text.startswith(")", at, end) else None


def _parse_counted(
    text: str, pos: int, end: int, vocabulary: UnitVocabulary
) -> tuple[MeasureUnit, int] | None:
    """counted = [number] word ;"""
    known = vocabulary.longest_at(text, pos, end)
    if known is not None:
        return known
    number = parse_digits(text, pos, end) or parse_numeral(text, pos, end)
    known = vocabulary.longest_at(text, number[1], end) if number is not None else None
    if number is None or known is None or number[0] <= 0:
        return None
    return known[0] if number[0] == 1 else known[0].times(number[0]), known[1]


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


def parse_every(text: str, pos: int, end: int) -> Every | None:
    """every = "每" [number] ["个"] word | "按" word | word "均" | number period ;

    A number with a period is one only before an event: 两年一次.

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    vocabulary = unit_vocabulary()
    match = _EVERY.match(text, pos, end)
    if match is None:
        return _parse_cycle(text, pos, end, vocabulary)
    if match["mean"] is not None:
        return Every(vocabulary.units[match["mean"]], match.end())
    found = _parse_counted(text, match.end(), end, vocabulary)
    if found is None or (match["word"] == "按" and found[0].dimension not in _PERIODS):
        return None
    return Every(*found)


def _parse_cycle(text: str, pos: int, end: int, vocabulary: UnitVocabulary) -> Every | None:
    """cycle = number period, before a number of events ;"""
    period = vocabulary.longest_at(text, pos, end) if text.startswith("半年", pos, end) else None
    period = period or _parse_counted(text, pos, end, vocabulary)
    if period is None or period[0].dimension not in _PERIODS or _YEAR.match(text, pos, end):
        return None
    at = skip_blanks(text, period[1], end)
    events = parse_digits(text, at, end) or parse_numeral(text, at, end)
    unit = vocabulary.longest_at(text, events[1], end) if events is not None else None
    if unit is None or unit[0].dimension not in _EVENTS:
        return None
    return Every(*period)


def is_frequency(unit: MeasureUnit) -> bool:
    """Tell whether a unit says how often: events per period.

    Args:
        unit: The unit.
    """
    counted, _, below = unit.dimension.partition("/")
    return counted in _EVENTS and below in _PERIODS
