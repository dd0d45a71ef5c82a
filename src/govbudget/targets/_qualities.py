"""Targets in words: levels, qualities, changes, descriptions; and texts that state no target."""

from __future__ import annotations

import re
from typing import Any

from govbudget.exceptions import Notice
from govbudget.targets._base import Target
from govbudget.targets._kinds import Operator
from govbudget.targets._lexicon import EDGES, Lexicon, lexicon
from govbudget.targets._nodes import NotATarget, Qualitative, bounded
from govbudget.targets._values import End

BLANK = Notice("没有填写", "nothing is written")
PLACEHOLDER = Notice("只是占位符", "it is a placeholder")
ABSENT = Notice("写明没有目标值，或见于他处", "it says that there is no target, or that it stands elsewhere")
HEADING = Notice("是表头或填报栏的名称，不是目标值", "it is the heading of a form, not a value")
MEASURED = Notice("只写了衡量什么，没有写达到多少", "it names what is measured and states no value")
FORMULA = Notice("是计算公式，不是目标值", "it is a formula, not a value")

_OPEN = re.compile(r"[≥≤<>=]{0,2}(?:[X×_*x]{1,8})[^0-9X]{0,6}")


def parse_words(text: str, normal: str) -> Target:
    """words = nothing | level | quality | description ;

    nothing = blank | absent | placeholder | heading | formula | the name of what is measured ;
    level = limit [("～" | "且") limit] ;

    Args:
        text: The text as given.
        normal: The text in normal form.
    """
    words = lexicon()
    start = len(normal) - len(normal.lstrip(EDGES))
    end = max(start, len(normal.rstrip(EDGES)))
    word = "".join(normal[start:end].split())
    place: dict[str, Any] = {"text": text, "span": (start, end)}
    reason = _nothing(word, normal, words)
    if reason is not None:
        return NotATarget(text=text, span=(0, len(text)), reason=reason, is_absent=reason is ABSENT)
    level = _parse_level(word, words)
    if level is not None:
        return bounded(*level, **place)
    word = word.removeprefix("=") if len(word) > 1 else word
    negation = next((one for one in words.negations if word.startswith(one)), "")
    stem = word.removeprefix(negation)
    if stem not in words.states:
        stem = word
    change = words.change_pattern.search(word)
    denied = change is not None and word[: change.start()].endswith(("不", "未", "无", "零", "没有"))
    trend = words.changes[change[0]] if change is not None and not denied else None
    quality = _quality(stem, words) or (change[0] if change else None)
    return Qualitative(word=word, stem=stem, quality=quality, trend=trend, **place)


def _quality(stem: str, words: Lexicon) -> str | None:
    """quality = {degree} (state | change) {degree} ;"""
    if len(stem) > 30:
        return None
    if stem in words.states or words.state_pattern.fullmatch(stem) is not None:
        return stem
    phrase = words.phrase.fullmatch(stem)
    return phrase["core"] if phrase is not None else None


def _nothing(word: str, normal: str, words: Lexicon) -> Notice | None:
    """Return why a text states no target, or None if it states one."""
    if not normal.strip():
        return BLANK
    unwritten = _unwritten(word, words)
    if unwritten is not None:
        return unwritten
    if word in words.headings or normal.rstrip().endswith(":"):
        return HEADING
    if "=" in word[1:]:
        return FORMULA
    name = (
        words.measured.search(word)
        if len(word) <= 30 and word[0] not in "≥≤<>=" and word not in words.states
        else None
    )
    if name is None:
        return None
    compared = words.operator_at(word, 0, len(word)) is not None  # 不超过合同金额
    verb = words.unless.match(word)
    return None if compared or (verb is not None and len(word) > verb.end() + 1) else MEASURED


def _unwritten(word: str, words: Lexicon) -> Notice | None:
    """Return what stands in place of a value: that there is none, or that it is still to be written."""
    if word in words.absent or not word.strip("-/\\·"):
        return ABSENT
    is_open = word in words.placeholders or not word.strip("-*/_~·…?") or _OPEN.fullmatch(word) is not None
    return PLACEHOLDER if is_open else None


def _parse_level(word: str, words: Lexicon) -> tuple[End | None, End | None] | None:
    """level = limit [("～" | "且") limit] ;

    limit = [operator] word of a scale [word after a number] ;
    """
    first = _parse_limit(word, 0, words)
    if first is None:
        return None
    low, high, at = first
    if at == len(word):
        return low, high
    second = _parse_limit(word, at + 1, words) if word[at] in "~且" else None
    if second is None or second[2] != len(word) or low is None or second[1] is None:
        return None
    return (low, second[1]) if low.value.dimension == second[1].value.dimension else None


def _parse_limit(word: str, at: int, words: Lexicon) -> tuple[End | None, End | None, int] | None:
    """limit = [operator] word of a scale [word after a number] ;"""
    operator = Operator.EQUAL
    found = words.level_pattern.match(word, at)
    sign = words.operator_at(word, at, len(word)) if found is None else None
    if sign is not None:
        operator = sign[0]
        found = words.level_pattern.match(word, sign[1])
    if found is None:
        return None
    end = End(words.levels[found[0]])
    after = words.limit_at(word, found.end(), len(word))
    if after is not None:
        operator = after[0]
    if operator is Operator.ABOUT:
        return None
    return *ends(operator, end), after[1] if after is not None else found.end()


def ends(operator: Operator, end: End) -> tuple[End | None, End | None]:
    """Return the lower and the upper end that an operator makes of a limit.

    Args:
        operator: How values are compared with it; neither a range nor about.
        end: The limit, closed.
    """
    if operator in (Operator.AT_LEAST, Operator.MORE_THAN):
        return End(end.value, operator is Operator.AT_LEAST), None
    if operator in (Operator.AT_MOST, Operator.LESS_THAN):
        return None, End(end.value, operator is Operator.AT_MOST)
    return end, end
