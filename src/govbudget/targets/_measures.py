"""Measures of the target-value syntax: a number with its unit."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from govbudget.intervals import plain
from govbudget.targets._lexicon import lexicon
from govbudget.targets._numbers import SHARES, parse_digits, parse_multiple, parse_numeral, shifted
from govbudget.targets._rates import parse_misspelt, parse_unit, skip_blanks
from govbudget.targets._units import MeasureUnit, unit_vocabulary, unknown_unit

_UNKNOWN = re.compile(
    r"[ ]?(?P<open>\()?(?P<word>(?![一二三四五六七八九十零两半百千万亿余多至到以内之上下前后左右年月日封为范围起止且号])[一-龥]{1,4}|[A-Za-z]{1,5})(?(open)\))"
)
_REST = re.compile(r"[ ,.;。、]*")
_HUNDRED = re.compile(r"百分之?百")
_HALF_OF_ALL = re.compile(r"一半|半数")
_MORE = re.compile(r"[余多](?![一-龥]{3})|[余多](?=[万亿个项家人次元])")
_AND_A_HALF = re.compile(r"个半(?=[年月小周星])")
_DURATIONS = ("clock_time", "calendar_time")


@frozen
class Measured:
    """A measure as it was read.

    Args:
        number: The number.
        unit: The unit, or None where none is written.
        end: Where it ends.
        spoken: Whether the number is a Chinese numeral.
        more: Whether it says that it is a little more (20余家).
        scale: The power of ten that a word such as 万 stands for, where no unit follows it.
    """

    number: Decimal
    unit: MeasureUnit | None
    end: int
    spoken: bool = False
    more: bool = False
    scale: int = 0


def parse_measure(text: str, pos: int, end: int) -> Measured | None:
    """measure = share | number [multiple [number multiple]] ["余" | "多"] [unit] {number unit} ["半"] ;

    multiple = "百" | "千" | "万" | "百万" | "千万" | "亿" ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    found = _parse_share(text, pos, end) or _parse_plain(text, pos, end)
    unit = found.unit if found is not None else None
    if found is None or unit is None or unit.dimension not in _DURATIONS or found.number >= 1900:
        return found
    return _with_smaller_units(text, found, unit, end)


def _parse_plain(text: str, pos: int, end: int) -> Measured | None:
    """plain = number [multiple [number multiple]] ["余" | "多"] [unit] ;"""
    digits = parse_digits(text, pos, end)
    found = digits or parse_numeral(text, pos, end)
    if found is None:
        return None
    number, pos = found
    spoken = digits is None
    half = _AND_A_HALF.match(text, pos, end)
    if half is not None:
        number, pos = _sum(number, Decimal("0.5")), half.end()
    if text.startswith(tuple(SHARES), pos, end):
        return None  # 10万分之五
    unit = parse_unit(text, pos, end)
    scale = 0
    multiple = None if unit is not None or spoken else parse_multiple(text, pos, end)
    if multiple is not None and parse_misspelt(text, pos, end) is None:
        number, pos, scale = *_multiplied(text, number, multiple, end), multiple[0]
    more = _MORE.match(text, pos, end) if unit is None else None
    pos = more.end() if more is not None else pos
    unit = unit or parse_unit(text, pos, end)
    if unit is None:
        return Measured(number, None, pos, spoken, more is not None, scale)
    return Measured(number, *unit, spoken, more is not None)


def _multiplied(text: str, number: Decimal, multiple: tuple[int, int], end: int) -> tuple[Decimal, int]:
    """Return a number times its multiple, with a smaller one after it: 1万5千."""
    number, pos = shifted(number, multiple[0]), multiple[1]
    further = parse_digits(text, pos, end)
    smaller = parse_multiple(text, further[1], end) if further is not None else None
    if further is None or smaller is None or smaller[0] >= multiple[0]:
        return number, pos
    return _sum(number, shifted(further[0], smaller[0])), smaller[1]


def _with_smaller_units(text: str, found: Measured, unit: MeasureUnit, end: int) -> Measured:
    """Add what follows in smaller units of time: 1小时30分钟, 1年半."""
    if text.startswith("半", found.end, end) and not text.startswith("半年", found.end, end):
        return evolve(found, number=_sum(found.number, Decimal("0.5")), end=found.end + 1)
    further = _parse_plain(text, found.end, end)
    smaller = further.unit if further is not None else None
    if (
        further is None
        or smaller is None
        or smaller.dimension != unit.dimension
        or smaller.factor >= unit.factor
    ):
        return found
    ratio = unit.factor / smaller.factor
    return evolve(found, number=_sum(found.number, further.number, ratio), unit=smaller, end=further.end)


def _sum(one: Decimal, other: Decimal, ratio: Fraction = Fraction(1)) -> Decimal:
    """Return `ratio` × one number + another, exactly, whatever `decimal` context is active."""
    return Decimal(plain(Fraction(one) * ratio + Fraction(other)))


def _parse_share(text: str, pos: int, end: int) -> Measured | None:
    """share = ("百分之" | "千分之" | "万分之") number | "百分百" | "一半" ;"""
    units = unit_vocabulary().units
    hundred = _HUNDRED.match(text, pos, end)
    if hundred is not None:
        return Measured(Decimal(100), units["%"], hundred.end())
    half = _HALF_OF_ALL.match(text, pos, end)
    if half is not None:
        return Measured(Decimal(50), units["%"], half.end())
    sign = SHARES.get(text[pos : pos + 3])
    if sign is None:
        return None
    at = skip_blanks(text, pos + 3, end)
    found = parse_digits(text, at, end) or parse_numeral(text, at, end)
    return None if found is None else Measured(found[0], units[sign], found[1])


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
