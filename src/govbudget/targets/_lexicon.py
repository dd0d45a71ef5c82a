"""The words of the target-value syntax, compiled from `data/words.toml`."""

from __future__ import annotations

import functools
import re
from typing import Any

from attrs import frozen

from govbudget.targets._kinds import Direction, Operator, Trend
from govbudget.targets._units import load_data, words_pattern
from govbudget.targets._values import Level

_WIDE = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
_SAME = str.maketrans(
    "≧⩾≦⩽﹥﹤﹦〈〉〜∼⁓–—―−‐‑‒﹣一﹢﹪ⅹ：；，∕⁄•・≮≯“”‘’\"'", "≥≥≤≤><=<>~~~--------一+%X:;,//··≥≤      "
)
_BLANKS = dict.fromkeys(
    map(
        ord,
        "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
        "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\ufeff",
    ),
    " ",
)
_NORMAL = _WIDE | _SAME | _BLANKS
_ENTITIES = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<", "amp": "&", "nbsp": " "}
_ENTITY = re.compile(r"&(ge|le|gt|lt|amp|nbsp);")
_REMARK = re.compile(r"\((?:含|包含|其中|注[:;]|备注|包括|详见|见)[^()]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>")


def normal_text(text: str) -> str:
    """Return a text in the form in which it is parsed, of the same length: ASCII signs and digits, plain blanks.

    Args:
        text: The text as given.
    """
    plain = text.translate(_NORMAL)
    if "&" in plain:
        plain = _ENTITY.sub(lambda entity: _ENTITIES[entity[1]] + " " * (len(entity[0]) - 1), plain)
    if "(" in plain:
        plain = _REMARK.sub(lambda remark: " " * len(remark[0]), plain)
    if "<" in plain:
        plain = _TAG.sub(lambda tag: " " * len(tag[0]), plain)
    return plain


EDGES = " ,.;:、。"
"""What may stand around a clause without meaning."""


def without_edges(normal: str) -> str:
    """Return a text in normal form with blanks for the marks around it that mean nothing.

    Args:
        normal: The text in normal form.
    """
    inner = normal.strip(EDGES)
    before = len(normal) - len(normal.lstrip(EDGES)) if inner else 0
    return " " * before + inner + " " * (len(normal) - before - len(inner))


@frozen
class Lexicon:
    """The words of the syntax.

    Args:
        operators: The operator of every sign and every word before a number.
        after: The operator of every word after a number.
        after_date: The operator of every word after a date.
        polarity: The direction of every word that systems print before a value.
        levels: The level of every word of a scale.
        states: Qualities that are there or not.
        state_pattern: Further such qualities, as a pattern.
        negations: Prefixes that deny a quality.
        changes: The trend of every word of change.
        placeholders: What stands for a value that is still to be written.
        absent: What says that there is no target, or that it stands elsewhere.
        headings: Headings of forms.
        anchor: A pattern of all that a bound can begin with.
        operator: A pattern of an operator.
        after_pattern: A pattern of a word after a number.
        after_date_pattern: A pattern of a word after a date.
        both_pattern: A pattern of a word that joins two limits.
        verb_pattern: A pattern of a verb between a comparison in words and its number.
        often: A pattern of a clause that says only how often.
        polarity_pattern: A pattern of a word of polarity.
        level_pattern: A pattern of a word of a scale.
        phrase: A pattern of a text that is made of qualities, changes and degrees only.
        change_pattern: A pattern of a word of change.
        measured: A pattern of texts that name what is measured.
        unless: A pattern of words that say what is done about it.
        far: A pattern of a comparison in words with some words after it, at the end of a text.
        simple: A pattern of the most common targets.
        directions: Patterns of indicators whose values should go one way.
    """

    operators: dict[str, Operator]
    after: dict[str, Operator]
    after_date: dict[str, Operator]
    polarity: dict[str, Direction | None]
    levels: dict[str, Level]
    states: frozenset[str]
    state_pattern: re.Pattern[str]
    negations: tuple[str, ...]
    changes: dict[str, Trend]
    placeholders: frozenset[str]
    absent: frozenset[str]
    headings: frozenset[str]
    anchor: re.Pattern[str]
    operator: re.Pattern[str]
    after_pattern: re.Pattern[str]
    after_date_pattern: re.Pattern[str]
    both_pattern: re.Pattern[str]
    verb_pattern: re.Pattern[str]
    often: re.Pattern[str]
    polarity_pattern: re.Pattern[str]
    level_pattern: re.Pattern[str]
    phrase: re.Pattern[str]
    change_pattern: re.Pattern[str]
    measured: re.Pattern[str]
    unless: re.Pattern[str]
    far: re.Pattern[str]
    simple: re.Pattern[str]
    directions: tuple[tuple[re.Pattern[str], Direction], ...]

    def operator_at(self, text: str, pos: int, end: int) -> tuple[Operator, int, bool] | None:
        """Return the operator at a place, where it ends, and whether it is written in words, or None.

        Args:
            text: The text in normal form.
            pos: Where it begins.
            end: Where the text ends.
        """
        match = self.operator.match(text, pos, end)
        return match and (self.operators["".join(match[0].split())], match.end(), match[0][0].isalpha())

    def limit_at(self, text: str, pos: int, end: int) -> tuple[Operator, int] | None:
        """Return the operator of the word after a number at a place, and where it ends, or None.

        Args:
            text: The text in normal form.
            pos: Where the number and its unit end; blanks may follow.
            end: Where the text ends.
        """
        while pos < end and text[pos] == " ":
            pos += 1
        match = self.after_pattern.match(text, pos, end)
        return match and (self.after["".join(match[0].split())], match.end())


_INSIDE = "节签预履解制契公条附最远高到直抵"
"""Characters after which 约, 近, 超 or 达 is the end of another word."""


def _loose(words: list[str]) -> str:
    """Return a pattern of some words in which blanks may stand; a single character is no part of another word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        f"(?<![{_INSIDE}]){word}" if len(word) == 1 and word.isalpha() else "[ ]?".join(map(re.escape, word))
        for word in ordered
    )


def _by_word(groups: dict[str, list[str]]) -> dict[str, Operator]:
    return {normal_text(word): Operator(sign) for sign, words in groups.items() for word in words}


def _pattern(words: Any) -> re.Pattern[str]:
    return re.compile(words_pattern(list(words)))


_CHINESE_DIGITS = "零〇一二两三四五六七八九十百千半"


@functools.cache
def lexicon() -> Lexicon:
    """Return the words, loaded from the package's data on first use."""
    data = load_data("words.toml")
    return Lexicon(**_comparisons(data), **_qualities(data), **_surroundings(data))


def _comparisons(data: dict[str, Any]) -> dict[str, Any]:
    """Compile what stands around numbers and dates."""
    signs = _by_word(data["signs"])
    operators = signs | _by_word(data["before"])
    operator = _loose(list(operators))
    after, after_date = _by_word(data["after"]), _by_word(data["after_date"])
    verbs = words_pattern(data["verbs"]["between"])
    return {
        "operators": operators,
        "after": after,
        "after_date": after_date,
        "operator": re.compile(operator),
        "far": re.compile(
            f"(?P<operator>{words_pattern([word for word in operators if len(word) > 1 and word.isalpha()])})[一-龥]{{1,8}}$"
        ),
        "after_pattern": re.compile(_loose(list(after))),
        "after_date_pattern": _pattern(after_date),
        "both_pattern": _pattern(data["range"]["both"]),
        "verb_pattern": re.compile(f"(?:{verbs}){{1,2}}"),
        "anchor": re.compile(
            rf"{operator}|(?:(?<![0-9.A-Za-z×*/前隔])|(?<=提前))-?[0-9]|±|百分之?百|[百千万]分之|[每按]|[人户次年月日亩]均"
            f"|(?<![数几上之分])第?[{_CHINESE_DIGITS}]|[上下]半年|年[底末内]"
        ),
        "simple": re.compile(
            rf"[ ]*+(?P<sign>{words_pattern(list(signs))})?[ ]*+(?P<number>(?!0[0-9])[0-9]++(?:\.[0-9]++)?)"
            r"[ ]*+(?P<open>\()?(?P<unit>[^0-9 ()<>=≥≤,.;~±-]{0,12})(?(open)\))[ ]*+"
        ),
    }


def _qualities(data: dict[str, Any]) -> dict[str, Any]:
    """Compile the words of targets in words, and of what is no target."""
    states, degrees, nothing = data["states"], data["degrees"]["words"], data["nothing"]
    changes = {word: Trend(trend) for trend, words in data["changes"].items() for word in words}
    levels = {
        word: Level(scale, rank, words[0])
        for scale, ranks in data["scales"].items()
        for rank, words in enumerate(ranks)
        for word in words
    }
    core = words_pattern([*states["words"], *changes])
    return {
        "levels": levels,
        "level_pattern": _pattern(levels),
        "states": frozenset(states["words"]),
        "state_pattern": re.compile("|".join(states["patterns"])),
        "negations": tuple(states["negations"]),
        "changes": changes,
        "change_pattern": _pattern(changes),
        "phrase": re.compile(f"(?:{words_pattern(degrees)}|(?P<core>{core})|、)++"),
        "placeholders": frozenset(map(normal_text, nothing["placeholders"])),
        "absent": frozenset(map(normal_text, nothing["absent"])),
        "headings": frozenset(nothing["headings"]),
        "measured": re.compile(f"(?:{words_pattern(nothing['measured'])})$"),
        "unless": _pattern(nothing["unless"]),
    }


def _surroundings(data: dict[str, Any]) -> dict[str, Any]:
    """Compile the words of systems and indicators around a value."""
    polarity = {
        word: None if name == "neither" else Direction(name)
        for name, words in data["polarity"].items()
        for word in words
    }
    verbs = words_pattern(data["frequency"]["verbs"])
    return {
        "polarity": polarity,
        "polarity_pattern": _pattern(polarity),
        "often": re.compile(
            f"[ ]*+[每按][ ]?个?(?:季度|季|半年|年度?|月份?|周|星期|天|日)(?:{verbs})?(?:一次|1次)?[ ]*+"
        ),
        "directions": tuple(
            (re.compile(one["pattern"]), Direction(one["direction"])) for one in data["directions"]
        ),
    }
