"""The parser of the target-value syntax. Every `_parse_*` function states its production; the grammar is in the docs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from govbudget.exceptions import Notice, UsageError
from govbudget.targets._base import Target
from govbudget.targets._bounds import joined, parse_bound
from govbudget.targets._clauses import MAX_VALUES, clauses_of, depth, is_leading, stated
from govbudget.targets._context import Surroundings, surroundings
from govbudget.targets._errors import TargetSyntaxError, repaired
from govbudget.targets._kinds import Direction, Operator
from govbudget.targets._lexicon import EDGES, lexicon, normal_text, without_edges
from govbudget.targets._lists import list_markers
from govbudget.targets._nodes import Bounded, Listed, Qualitative, bounded
from govbudget.targets._numbers import MAX_DIGITS
from govbudget.targets._qualities import ends, parse_words
from govbudget.targets._ranges import UPSIDE_DOWN, Found
from govbudget.targets._units import MeasureUnit, unit_vocabulary
from govbudget.targets._values import End, Measure, Period, region, with_unit

_SIGN = re.compile(r"[≥≤<>]|=(?=[ ]*[0-9])")
_NAMED = re.compile(
    r"[≥≤<>]=?[ ]*(?:[一-龥]{2}|[0-9]+[ ]?[:/][ ]?[0-9]|[0-9]+(?![OoQlI])[A-Za-z]+[一-龥]|(?:19|20)[0-9]{2}年[一-龥]{2})"
)
_EQUATION = re.compile(r"[一-龥)][ ]*[=≈]")
_MISWRITTEN = re.compile(
    r"[ ]*[0-9OoQlI|][0-9OoQlI|., ]*[%‰]+[ ]*|[ ]*[0-9]+[OoQl][0-9]*[ ]*[一-龥]{1,3}[ ]*"
)
_SPLIT = re.compile(r"[≥≤<>= ]*[0-9]{1,3}[。,][0-9]{1,2}[ ]?[%‰]")
_SLIPS = ("!", "》", "《", "<", ">", "≥", "≤", "=")
_INTERVAL = re.compile(
    r"[ ]*(?P<open>[\[(])[ ]*(?P<low>[^,()\[\]]{1,40}),[ ]*(?P<high>[^,()\[\]]{1,40})(?P<close>[\])])[ ]*"
)


MISWRITTEN = Notice("数字写得不完整或夹有字母", "the number is broken or holds letters")
NO_NUMBER = Notice("比较符号后面没有可以理解的数值", "no value that can be understood follows the comparison")
SLIP = Notice("数值前的符号不是比较符号", "what stands before the value is no comparison")
_CALENDAR = ("年", "年度", "月", "月份")

TOO_MANY = Notice(f"一个单元格中有超过{MAX_VALUES}个数值", f"more than {MAX_VALUES} values in one text")
TOO_LONG = Notice(f"数字超过{MAX_DIGITS}位", f"the number has more than {MAX_DIGITS} digits")


def parse_target(text: str, unit: str | None = None, indicator: str | None = None) -> Target:
    """Read a performance target value (绩效指标值).

    Args:
        text: What is printed as the value, such as "≥95%", "不晚于2020年第一季度", "及时" or "1: ≥1次 2: ≥2次".
        unit: What is printed in the column of units (度量单位), such as "%" or "定性指标".
        indicator: The name of the indicator; a template in it such as "(≥**%)" says what the value leaves out, and
            numbered indicators are paired with numbered values.

    Returns:
        A target; a text that states none gives a `NotATarget` with the reason.

    Raises:
        TargetSyntaxError: The text compares with something that cannot be understood.
        UsageError: An argument is not text.

    >>> target = parse_target("不低于９５％")
    >>> str(target), target.operator.value, target.quantity, str(target.unit)
    ('≥95%', '≥', Decimal('95'), '%')
    >>> str(parse_target("100%", indicator="参加率（≥**%）")), parse_target("及时率").reason.en
    ('≥100%', 'it names what is measured and states no value')
    """
    given: tuple[tuple[str, object], ...] = (("text", text), ("unit", unit), ("indicator", indicator))
    for name, value in given:
        if not isinstance(value, str) and (value is not None or name == "text"):
            msg = f"{name} is {value!r}, a {type(value).__name__}; give the text as printed"
            raise UsageError(msg, zh=f"{name} 是 {value!r}（{type(value).__name__}）；请给出印出的文本")
    around = surroundings(unit, indicator)
    target = _parse_simple(text, around)
    if target is not None:
        return target
    normal = without_edges(normal_text(text))
    try:
        return _parse_target(text, normal, around)
    except TargetSyntaxError as error:
        raise TargetSyntaxError(
            error.notice, text, error.span, error.suggestions or _suggestions(normal)
        ) from None


def as_value(value: Decimal | int | str, unit: MeasureUnit | None) -> Target:
    """Return an actual value as a target; a number or a text without unit gets a unit.

    Args:
        value: A finite number, or a text of the target-value syntax.
        unit: The unit.
    """
    if not isinstance(value, str):
        end = End(Measure(Decimal(value), unit))
        return bounded(end, end)
    parsed = parse_target(value)
    if not isinstance(parsed, Bounded):
        return parsed
    if parsed.high is not None and isinstance(parsed.high.value, Period) and not parsed.is_explicit:
        return evolve(parsed, low=parsed.high)  # a day on its own is when it happened
    low, high = (with_unit(end, unit) for end in (parsed.low, parsed.high))
    return evolve(parsed, low=low, high=high)


def as_target(value: Target | str) -> Target:
    """Return a target as it is, and a text as the target that it states: the converter for fields of attrs classes.

    Args:
        value: A target, or a text of the target-value syntax.

    Raises:
        TargetSyntaxError: The text is malformed.
        UsageError: It is neither.
    """
    return value if isinstance(value, Target) else parse_target(value)


def _suggestions(normal: str) -> tuple[str, ...]:
    """Return what was probably meant: well-formed texts that differ by a known slip."""
    found = []
    for candidate in repaired(normal):
        try:
            target = _parse_target(candidate, candidate, surroundings(None, None))
        except TargetSyntaxError:
            continue
        if isinstance(target, Bounded):
            found.append(str(target))
    return tuple(dict.fromkeys(found))


def _parse_simple(text: str, around: Surroundings) -> Target | None:
    """simple = [sign] number [word of a unit] ;"""
    words = lexicon()
    match = words.simple.fullmatch(text)
    if match is None:
        return None
    sign, number, _, word = match.groups()
    unit = None
    if word:
        unit = unit_vocabulary().units.get(word)
        if unit is None or len(number) > MAX_DIGITS:
            return None
    elif len(number) > MAX_DIGITS:
        return None
    operator = words.operators[sign] if sign else None
    if word in _CALENDAR:
        return None  # 2021年 and 12月 are dates
    if operator is Operator.ABOUT or (operator is None and unit is None and around.is_date):
        return None
    end = End(Measure(Decimal(number), unit))
    low, high = ends(operator or Operator.EQUAL, end)
    start = match.start(1) if sign else match.start(2)
    stop = match.end(4) + (match[3] is not None) if word else match.end(2)
    found = Found(low, high, False, start, stop, operator is not None)  # noqa: FBT003 - not about
    return around.complete(found, text, None)


def _parse_target(text: str, normal: str, around: Surroundings) -> Target:
    """target = [polarity] (list | item) ;"""
    begin = 0
    polarity: Direction | None = None
    match = lexicon().polarity_pattern.match(normal, len(normal) - len(normal.lstrip()))
    if match is not None and match.end() < len(normal.rstrip()):
        polarity, begin = lexicon().polarity[match[0]], match.end()
        begin += normal.startswith(":", begin)
    items = _parse_list(text, normal, begin, around)
    if items is not None:
        return items
    return _parse_item(text, normal, begin, around, polarity)


def _parse_item(
    text: str, normal: str, begin: int, around: Surroundings, polarity: Direction | None
) -> Target:
    """item = interval | clauses | words ;"""
    if _SPLIT.fullmatch(normal.rstrip(), begin) is not None:
        raise TargetSyntaxError(MISWRITTEN, text, (begin, len(text)))  # 95。5%
    found = _parse_interval(normal, begin)
    if found is not None:
        return around.complete(found, text, polarity)
    target = _parse_clauses(text, normal, begin, around, polarity)
    return target if target is not None else _in_words(text, normal, begin, polarity)


def _in_words(text: str, normal: str, begin: int, polarity: Direction | None) -> Target:
    """Return a target in words, unless the text compares with something that is not understood."""
    target = parse_words(text, " " * begin + normal[begin:])
    if _MISWRITTEN.fullmatch(normal, begin) is not None:
        raise TargetSyntaxError(MISWRITTEN, text, (begin, len(text)))
    wrong = _SIGN.search(normal, begin)
    if wrong is None or not isinstance(target, Qualitative):
        return evolve(target, polarity=polarity)
    if _NAMED.match(normal, wrong.start()) is not None or _EQUATION.search(normal) is not None:
        return evolve(target, polarity=polarity)
    digits = re.compile(r"[0-9]+").search(normal, wrong.end())
    notice = TOO_LONG if digits is not None and len(digits[0]) > MAX_DIGITS else NO_NUMBER
    raise TargetSyntaxError(notice, text, (wrong.start(), _end_of_word(normal, wrong.end())))


def _end_of_word(normal: str, pos: int) -> int:
    while pos < len(normal) and normal[pos] == " ":
        pos += 1
    end = pos
    while end < min(len(normal), pos + 12) and normal[end] not in " ,;。":
        end += 1
    return end


def _parse_list(text: str, normal: str, begin: int, around: Surroundings) -> Target | None:
    """list = "1" mark item "2" mark item { … } ;

    mark = ":" | "." | "、" | ")" ;
    """
    markers = list_markers(normal, begin)
    if len(markers) < 2:
        return None
    stops = [start for start, _ in markers[1:]] + [len(normal)]
    items = []
    for (_, first), stop in zip(markers, stops, strict=True):
        last = first + len(normal[first:stop].rstrip(EDGES))
        target = _parse_numbered(text, normal, first, last, around.without_names())
        items.append(evolve(target, text=text, span=(target.span[0] + first, target.span[1] + first)))
    if not any(isinstance(item, Bounded | Listed) for item in items):
        return None
    labels = (
        around.names
        if len(around.names) == len(items)
        else tuple(
            text[first : item.span[0]].strip() for (_, first), item in zip(markers, items, strict=True)
        )
    )
    return Listed(text=text, span=(begin, len(text)), items=tuple(items), labels=labels)


def _parse_numbered(text: str, normal: str, first: int, last: int, around: Surroundings) -> Target:
    """Return an item of a list as if it were alone; an error points into the whole text."""
    try:
        return _parse_item(text[first:last], normal[first:last], 0, around, None)
    except TargetSyntaxError as error:
        start, stop = error.span
        raise TargetSyntaxError(error.notice, text, (start + first, stop + first)) from None


def _parse_interval(normal: str, begin: int) -> Found | None:
    """interval = ("[" | "(") measure "," measure ("]" | ")") ;"""
    match = _INTERVAL.fullmatch(normal, begin)
    if match is None:
        return None
    low = parse_bound(normal, match.start("low"), match.end("low"))
    high = parse_bound(normal, match.start("high"), match.end("high"))
    if low is None or high is None or low.low is None or high.high is None:
        return None
    first = evolve(low, low=End(low.low.value, match["open"] == "["), high=None)
    second = evolve(high, low=None, high=End(high.high.value, match["close"] == "]"))
    both = joined(first, second)
    return both and evolve(both, start=match.start("open"), end=match.end("close"))


def _parse_clauses(
    text: str, normal: str, begin: int, around: Surroundings, polarity: Direction | None
) -> Target | None:
    """clauses = clause {("," | ";" | "。") clause} ;"""
    found: list[tuple[int, Found]] = []
    spare: tuple[int, Found] | None = None
    for i, clause in enumerate(clauses_of(normal, begin)):
        found += [(clause.start, bound) for bound in stated(normal, clause)]
        if len(found) > MAX_VALUES:
            raise TargetSyntaxError(TOO_MANY, text, (clause.start, clause.end))
        if not i:
            spare = next(((clause.start, b) for b in clause.bounds if is_leading(normal, clause, b)), None)
    found = _outermost(normal, found, spare)
    if not found or _compares_with_words(normal, begin, [bound for _, bound in found]):
        return None
    _refuse_rest(text, normal, begin, [bound for _, bound in found])
    if len(found) == 1:
        return around.complete(found[0][1], text, polarity)
    both = _one_range(normal, text, found[0][1], found[1][1]) if len(found) == 2 else None
    if both is not None:
        return around.complete(both, text, polarity)
    items = tuple(around.without_names().complete(bound, text, polarity) for _, bound in found)
    labels = tuple(text[start : bound.start].strip(EDGES) for start, bound in found)
    return Listed(text=text, span=(found[0][1].start, found[-1][1].end), items=items, labels=labels)


def _outermost(
    normal: str, found: list[tuple[int, Found]], spare: tuple[int, Found] | None
) -> list[tuple[int, Found]]:
    """Return the bounds outside of brackets if there are some: what is in brackets explains them."""
    outside = [one for one in found if depth(normal, one[1]) <= 0]
    if outside or spare is None:
        return outside or found
    return [spare]


def _one_range(normal: str, text: str, one: Found, other: Found) -> Found | None:
    """Return the range of two bounds, a lower and an upper one with nothing but "且" between, or None."""
    opposite = (one.low is None) != (other.low is None) and (one.high is None) != (other.high is None)
    between = normal[one.end : other.start].strip(" ,")
    both = (
        joined(one, other)
        if opposite and (not between or lexicon().both_pattern.fullmatch(between) is not None)
        else None
    )
    if both is None or both.low is None or both.high is None:
        return None
    empty = region(both.low.value.dimension, both.low, both.high).is_empty
    if empty and (both.low.value != both.high.value or both.low.closed or both.high.closed):
        raise TargetSyntaxError(UPSIDE_DOWN, text, (one.start, other.end))
    return both


def _unused_signs(normal: str, begin: int, found: list[Found]) -> Iterator[int]:
    """Iterate over the places of comparisons that no bound understood."""
    inside = iter(found)
    bound = next(inside, None)
    for sign in _SIGN.finditer(normal, begin):
        while bound is not None and bound.end <= sign.start():
            bound = next(inside, None)
        if bound is None or sign.start() < bound.start:
            yield sign.start()


def _compares_with_words(normal: str, begin: int, found: list[Found]) -> bool:
    """Tell whether a comparison is with something that has a name: ≥上年的105%."""
    return any(_NAMED.match(normal, sign) is not None for sign in _unused_signs(normal, begin, found))


def _refuse_rest(text: str, normal: str, begin: int, found: list[Found]) -> None:
    """Refuse comparisons that no bound understood, and needless characters after the last."""
    sign = next(_unused_signs(normal, begin, found), None)
    if sign is not None:
        raise TargetSyntaxError(NO_NUMBER, text, (sign, _end_of_word(normal, sign + 1)))
    first = normal[: found[0].start].rstrip()
    if first.endswith(_SLIPS):
        raise TargetSyntaxError(SLIP, text, (len(first) - 1, found[0].end))
    last = found[-1]
    tail = normal[last.end :].lstrip(" .")
    closed = tail[:1] == ")" and depth(normal, last) <= 0
    if closed or tail[:1] in ("%", "‰") or (tail[:1].isascii() and tail[:1].isalnum()):
        at = len(normal) - len(tail)
        notice = Notice("数值后面有多余的字符", "needless characters follow the value")
        raise TargetSyntaxError(notice, text, (at, _end_of_word(normal, at)))
