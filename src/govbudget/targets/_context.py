"""What stands around a target value: the column of units, the template in the indicator, numbered indicators."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from govbudget.exceptions import Notice, UsageError
from govbudget.targets._dates import excel_date
from govbudget.targets._errors import TargetSyntaxError
from govbudget.targets._kinds import Direction, Operator
from govbudget.targets._lexicon import lexicon, normal_text
from govbudget.targets._measures import parse_unknown_unit
from govbudget.targets._nodes import Bounded, bounded
from govbudget.targets._qualities import ends
from govbudget.targets._ranges import Found
from govbudget.targets._rates import parse_unit
from govbudget.targets._units import MeasureUnit, unit_vocabulary
from govbudget.targets._values import End, Measure, in_unit

_TEMPLATE = re.compile(r"\((?P<sign>[≥≤<>=]{0,2})[ ]*[*X×_x]{0,6}[ ]*(?P<unit>[^()]{0,10})\)[ ]*\*?[ ]*\Z")
_NUMBERED = re.compile(r"指标[ ]?[0-9]{0,2}[ ]?[:.、]|(?<![0-9])[0-9]{1,2}[:、]|[0-9]{1,2}\.(?![0-9])")
_DATE_WORDS = re.compile(
    "(?:完成|到位|竣工|开工|交付|下达|启动|开始|结束|验收|支付|拨付|上线|投产|报送|公开|到账|招标|建成)[^,;]{0,4}(?:时间|时限|节点)|日期|时点"
)

CONTRADICTION = Notice("与度量单位栏不一致", "it contradicts the column of units")


def indicator_names(text: str) -> tuple[str, ...]:
    """Return the names of numbered indicators in one cell ("指标1:… 指标2:…"), or the one name.

    Args:
        text: The text of the cell.

    >>> indicator_names("指标1:召开会议 指标2:召开培训")
    ('召开会议', '召开培训')
    """
    _refuse_other_than_text(text)
    normal = normal_text(text)
    marks = list(_NUMBERED.finditer(normal))
    if not marks:
        return (text.strip(),)
    stops = [mark.start() for mark in marks[1:]] + [len(text)]
    names = [text[mark.end() : stop].strip() for mark, stop in zip(marks, stops, strict=True)]
    return tuple(name for name in names if name)


def _refuse_other_than_text(value: object) -> None:
    if not isinstance(value, str):
        msg = f"{value!r} is a {type(value).__name__}; give the name of the indicator as printed"
        raise UsageError(msg, zh=f"{value!r} 是 {type(value).__name__}；请给出印出的指标名称")


@frozen
class Surroundings:
    """What stands around a value.

    Args:
        unit: The unit of the column.
        operator: The comparison of the template.
        template_unit: The unit of the template.
        names: The names of numbered indicators.
        is_date: Whether the indicator asks for a date.
        direction: Which way the indicator wants its value to go, if its name leaves no doubt.
    """

    unit: MeasureUnit | None = None
    operator: Operator | None = None
    template_unit: MeasureUnit | None = None
    names: tuple[str, ...] = ()
    is_date: bool = False
    direction: Direction | None = None

    def without_names(self) -> Surroundings:
        """Return the same without the numbered indicators."""
        return evolve(self, names=())

    def complete(self, found: Found, text: str, polarity: Direction | None) -> Bounded:
        """Return the target of a bound, with what the value leaves out and its surroundings say.

        Args:
            found: The bound.
            text: The text as given.
            polarity: The direction that the text states.

        Raises:
            TargetSyntaxError: The unit of the value contradicts the column of units.
        """
        low, high = found.low, found.high
        explicit = found.strong or self.operator is not None
        if self.operator is not None and not found.strong and low is not None:
            low, high = ends(self.operator, low)
        end = low or high
        if end is not None and isinstance(end.value, Measure):
            unit = self._unit(end.value, text, found)
            if unit is not end.value.unit:
                low, high = in_unit(low, unit), in_unit(high, unit)
            serial = self._serial(end.value, found) if unit is None else None
            low, high = (serial, serial) if serial is not None else (low, high)
        polarity = polarity or self.direction or _growth(text[: found.start])
        span = (found.start, found.end)
        return bounded(low, high, found.about, text=text, span=span, polarity=polarity, is_explicit=explicit)

    def _unit(self, measure: Measure, text: str, found: Found) -> MeasureUnit | None:
        own = measure.unit
        if own is None:
            return self.unit or self.template_unit
        given = self.unit
        if given is None or given == own:
            return own
        if given.word.startswith(f"{own.word}/"):
            return given
        if given.dimension == own.dimension and given.factor == own.factor:
            return own
        raise TargetSyntaxError(CONTRADICTION, text, (found.start, found.end))

    def _serial(self, measure: Measure, found: Found) -> End | None:
        """Return the date of a spreadsheet's serial number, where the indicator asks for a date."""
        whole = measure.number == measure.number.to_integral_value()
        if not self.is_date or measure.unit is not None or not whole or found.low is not found.high:
            return None
        day = excel_date(int(measure.number))
        return None if day is None else End(day)


def _growth(prefix: str) -> Direction | None:
    """Return that more is better where a word of change stands before the number: 增长5%, 下降3%."""
    grows = bool(prefix) and prefix.rstrip().endswith(tuple(lexicon().changes))
    return Direction.AT_LEAST if grows else None


_NOTHING_AROUND = Surroundings()


def surroundings(unit: str | None, indicator: str | None) -> Surroundings:
    """Return what the column of units and the name of the indicator say.

    Args:
        unit: The text of the column of units.
        indicator: The name of the indicator.
    """
    if unit is None and indicator is None:
        return _NOTHING_AROUND
    column = _column_unit(unit) if unit is not None else None
    if indicator is None:
        return Surroundings(column)
    normal = normal_text(indicator)
    match = _TEMPLATE.search(normal)
    sign = lexicon().operators.get(match["sign"]) if match is not None else None
    word = "".join(match["unit"].split()) if match is not None else ""
    return Surroundings(
        column,
        sign,
        _known_unit(word),
        indicator_names(indicator),
        _DATE_WORDS.search(normal) is not None,
        expected_direction(indicator),
    )


def expected_direction(indicator: str) -> Direction | None:
    """Return which way an indicator wants its value to go, or None where its name does not say.

    Args:
        indicator: The name of the indicator.

    >>> expected_direction("群众满意度").value, expected_direction("车辆数") is None
    ('at_least', True)
    """
    _refuse_other_than_text(indicator)
    name = _TEMPLATE.sub("", normal_text(indicator)).strip()
    way = next((way for pattern, way in lexicon().directions if pattern.fullmatch(name)), None)
    return None if way is Direction.NONE else way


def _column_unit(text: str) -> MeasureUnit | None:
    """Return the unit of a column's text; a word that the vocabulary does not have is a unit of its own."""
    word = "".join(normal_text(text).split())
    vocabulary = unit_vocabulary()
    if not word or word in vocabulary.qualitative or word in vocabulary.none:
        return None
    known = _known_unit(word)
    if known is not None:
        return known
    counter = vocabulary.longest_at(word, 0, len(word))
    if counter is not None:
        return counter[0]  # 个病种 are counted in 个
    unknown = parse_unknown_unit(word, 0, len(word))
    return unknown[0] if unknown is not None and not word.isascii() and unknown[1] == len(word) else None


def _known_unit(word: str) -> MeasureUnit | None:
    """Return the unit that is exactly a word, or None."""
    vocabulary = unit_vocabulary()
    meant = vocabulary.misspelt.get(word)
    if meant is not None:
        return vocabulary.units[meant]
    found = parse_unit(word, 0, len(word)) if word else None
    return found[0] if found is not None and found[1] == len(word) else None
