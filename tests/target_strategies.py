"""Hypothesis strategies of targets, built from their parts and not by the parser."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from govbudget.targets import End, Measure, Period
from govbudget.targets._lexicon import lexicon
from govbudget.targets._nodes import bounded
from govbudget.targets._units import unit_vocabulary

numbers = st.builds(
    lambda coefficient, places: Decimal(coefficient).scaleb(-places), st.integers(0, 10**7), st.integers(0, 4)
)
units = st.sampled_from([None, *unit_vocabulary().canonical])


def days(year):
    """Days of one year, or of any year."""
    first = dt.date(year or 2000, 1, 1).toordinal()

    def day(offset):
        found = dt.date.fromordinal(first + offset)
        return Period(year, month=found.month, day=found.day)

    return st.integers(0, 364).map(day)


def periods(year):
    """Days, months, quarters, halves, and the year itself if there is one."""
    whole = [st.just(Period(year))] if year else []
    return st.one_of(
        days(year),
        st.integers(1, 12).map(lambda month: Period(year, month=month)),
        st.integers(1, 4).map(lambda quarter: Period(year, quarter=quarter)),
        st.integers(1, 2).map(lambda half: Period(year, half=half)),
        *whole,
    )


@st.composite
def lines(draw):
    """A strategy of values that can be compared with each other."""
    sort = draw(st.sampled_from(["measure", "measure", "measure", "date", "day", "level"]))
    if sort == "measure":
        unit = draw(units)
        return numbers.map(lambda number: Measure(number, unit))
    if sort == "date":
        return periods(draw(st.integers(1990, 2060)))
    if sort == "day":
        return periods(None)
    scale = draw(st.sampled_from(sorted({level.scale for level in lexicon().levels.values()})))
    return st.sampled_from(
        sorted({level for level in lexicon().levels.values() if level.scale == scale}, key=str)
    )


@st.composite
def bounds(draw, values):
    """A target with limits on one line."""
    value, closed = draw(values), draw(st.booleans())
    sort = draw(st.sampled_from(["low", "high", "equal", "range"]))
    if sort == "low":
        return bounded(End(value, closed), None)
    if sort == "high":
        return bounded(None, End(value, closed))
    if sort == "equal":
        return bounded(End(value), End(value))
    return bounded(End(value, closed), End(draw(values), draw(st.booleans())))


@st.composite
def families(draw, size):
    """So many targets on one line."""
    values = draw(lines())
    return tuple(draw(bounds(values)) for _ in range(size))


ALPHABET = "≥≤><=～-±%‰/·(（)），、；:.。 0123456789９%％年月日季度第一二三十百千万亿半个次人元天不少于低超过至多达到以上内前左右余正向反每按XOl指标①及时提升率，\n"
texts = st.one_of(st.text(ALPHABET, max_size=40), st.text(max_size=40))
