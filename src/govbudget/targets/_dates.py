"""Dates and periods of the target-value syntax: 2021年12月31日, 6月底, 第一季度, 2022年1月-6月, 2021-12-31."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from govbudget.targets._values import Period

_QUARTER = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_B = r"[ ]{0,2}"
_YEAR = "(?:19|20)[0-9]{2}|2[0-9](?=年(?:[底末]|[0-9]{1,2}月))|二[〇零○O0][〇零○O0一二三四五六七八九]{2}"
_MONTH = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九](?=月)"
_DAY = "[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?=[日号])"
_TIME = r"(?:[ ]?[0-9]{1,2}(?:[时点]|:[0-9]{2}(?::[0-9]{2})?))?"
_DATE = re.compile(
    rf"(?P<y>(?:19|20)[0-9]{{2}})(?P<dot>[-./])(?P<im>[0-9]{{1,2}})(?:(?P=dot)(?P<id>[0-9]{{1,2}}){_TIME})?(?![0-9.%])"
    rf"|(?:(?P<year>{_YEAR}){_B}年度?{_B})?"
    rf"(?:(?P<month>{_MONTH}){_B}月份?(?:{_B}(?P<day>{_DAY}){_B}[日号]{_TIME})?|第?(?P<quarter>[一二三四1-4])季度|"
    rf"(?P<half>[上下])半年|(?P<yearend>(?:年|(?<=年))[底末终]))?"
)
_END = re.compile(rf"{_B}[底末]")
_YEARS = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})年?[ ]?[-~至到][ ]?(?P<last>(?:19|20)[0-9]{2})[ ]?年度?(?![0-9第上下底末])"
)
_DOTTED = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\.(?P<first>[0-9]{1,2})[ ]?[-~至到][ ]?"
    r"(?P<year2>(?:19|20)[0-9]{2})\.(?P<last>[0-9]{1,2})(?![0-9.%])"
)
_QUARTERS = re.compile(rf"第?(?P<first>[一二三四1-4])季?度?{_B}[-~至到]{_B}第?(?P<last>[一二三四1-4])季度")
_MONTHS = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}}){_B}年{_B})?(?P<first>[0-9]{{1,2}}){_B}[-~至到]{_B}(?P<last>[0-9]{{1,2}}){_B}月份?(?![0-9])"
)


def parse_period(text: str, pos: int, end: int) -> tuple[Period, int, bool] | None:
    """Return the date or period at a place, where it ends, and whether it names a single day or an end (6月底).

    period = [year "年"] (month "月" [day "日"] | ["第"] quarter "季度" | ("上" | "下") "半年" | "年底") ["底" | "末"] | iso ;
    iso = year ("-" | "/" | ".") month [("-" | "/" | ".") day] ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    match = _DATE.match(text, pos, end)
    if match is None or match.end() == pos:
        return None
    period = _iso(match) if match["dot"] else _chinese(match)
    if period is None:
        return None
    at = match.end()
    if match["yearend"] is not None:
        return period.end(), at, True
    last = _END.match(text, at, end)
    if last is not None and period.day is None:
        return period.end(), last.end(), True
    return period, at, period.day is not None


def _iso(match: re.Match[str]) -> Period | None:
    if match["dot"] == "." and match["id"] is None:
        return None  # 2021.12 may be a number
    return _period(int(match["y"]), month=int(match["im"]), day=_number(match["id"]))


_NUMERALS = {char: str(i) for i, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○O", "0")


def _number(digits: str | None) -> int | None:
    """Return a number in digits or Chinese numerals, a year of two digits as one of this century."""
    if digits is None:
        return None
    if digits.isascii() and digits.isdigit():
        return int(digits)
    if "十" not in digits:
        return int("".join(_NUMERALS.get(char, char) for char in digits))
    tens, _, ones = digits.partition("十")
    return 10 * int(_NUMERALS.get(tens, "1")) + int(_NUMERALS.get(ones, "0"))


def _full_year(digits: str | None) -> int | None:
    year = _number(digits)
    return year if year is None or year > 99 else 2000 + year


def _chinese(match: re.Match[str]) -> Period | None:
    year = _full_year(match["year"])
    half = None if match["half"] is None else 1 + (match["half"] == "下")
    return _period(
        year,
        half=half,
        quarter=_QUARTER.get(match["quarter"] or ""),
        month=_number(match["month"]),
        day=_number(match["day"]),
    )


def _period(
    year: int | None,
    *,
    half: int | None = None,
    quarter: int | None = None,
    month: int | None = None,
    day: int | None = None,
) -> Period | None:
    try:
        return Period(year, half, quarter, month, day)
    except ValueError:  # 2月30日
        return None


def parse_months(text: str, pos: int, end: int) -> tuple[Period, Period, int] | None:
    """Return the two months or years of a text such as 2021年3-6月 or 2022-2024年, and where it ends, or None.

    months = [year "年"] month sign month "月" | year sign year "年" | year "." month sign year "." month ;

    Args:
        text: The text in normal form.
        pos: Where it begins.
        end: Where the text ends.
    """
    years = _YEARS.match(text, pos, end)
    dotted = _DOTTED.match(text, pos, end)
    months = _MONTHS.match(text, pos, end)
    first = last = None
    if years is not None:
        first, last = (_period(int(years[name])) for name in ("first", "last"))
    elif dotted is not None:
        first = _period(int(dotted["year"]), month=int(dotted["first"]))
        last = _period(int(dotted["year2"]), month=int(dotted["last"]))
    elif months is not None:
        first, last = (
            _period(_number(months["year"]), month=int(months[name])) for name in ("first", "last")
        )
    quarters = _QUARTERS.match(text, pos, end)
    if quarters is not None:
        first, last = (Period(quarter=_QUARTER[quarters[name]]) for name in ("first", "last"))
    match = years or dotted or months or quarters
    if match is None or first is None or last is None or first.first > last.first:
        return None
    return first, last, match.end()


def in_year_of(period: Period, other: Period) -> Period:
    """Return a period of the year of another, where it states none itself (2022年1月-6月).

    Args:
        period: A period that may state no year.
        other: The period before it.
    """
    return period if period.year is not None else evolve(period, year=other.year)


_EXCEL_EPOCH = dt.date(1899, 12, 30).toordinal()
_EXCEL_DAYS = range(36526, 55154)
"""The serial dates of 2000 to 2050, which is what lost its format in a budget."""


def excel_date(serial: int) -> Period | None:
    """Return the date that a spreadsheet's serial number stands for, or None for a number that is hardly one.

    Args:
        serial: The number, such as 44561.
    """
    if serial not in _EXCEL_DAYS:
        return None
    day = dt.date.fromordinal(_EXCEL_EPOCH + serial)
    return Period(day.year, month=day.month, day=day.day)
