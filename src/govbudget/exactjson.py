"""JSON text → plain data without floating point, and a cursor that knows where in the data it stands.

Numbers keep every digit that is written: `1234.50` is `Decimal("1234.50")`. What JSON readers usually let pass (NaN, a key that
stands twice) is refused.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn, TypeVar

from attrs import evolve, frozen

from govbudget.exceptions import Notice, ReadingError

Member = TypeVar("Member", bound=enum.Enum)
Value = TypeVar("Value")

MAX_DIGITS = 40
"""The longest number that is taken; no figure has as many digits."""

_TYPES = {
    dict: Notice("对象", "an object"),
    list: Notice("列表", "a list"),
    str: Notice("文字", "a text"),
    bool: Notice("真假值", "true or false"),
    int: Notice("整数", "a whole number"),
    Decimal: Notice("小数", "a decimal number"),
    type(None): Notice("空值 null", "null"),
}


def brief(text: str) -> str:
    """Shorten a text that is too long for a message."""
    return text if len(text) <= 40 else f"{text[:39]}…"


class _RefusedError(ValueError):
    """What the JSON parser met, by language."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        super().__init__(notice.en)


@frozen
class Node:
    """A value of JSON data with its path, such as `tables[3].rows[12][2]`.

    Args:
        value: The plain data.
        source: The file or other origin.
        remedy: What to do where the data is not as it must be, by language.
        steps: The keys and indices that lead to the value.
    """

    value: Any
    source: str
    remedy: Notice
    steps: tuple[str | int, ...] = ()

    @property
    def path(self) -> str:
        """The keys and indices that lead to the value, as they would be written in a program; JSON for the whole."""
        shown = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return shown.removeprefix(".") or "JSON"

    def refuse(self, zh: str, en: str) -> NoReturn:
        """Raise the error that says what is wrong with this value.

        Args:
            zh: What is wrong, in Chinese.
            en: The same in English.

        Raises:
            ReadingError: Always.
        """
        zh = f"{self.path} {zh}；{self.remedy.zh}"
        raise ReadingError(self.source, f"{self.path} {en}", self.remedy.en, zh=zh)

    def advise(self, remedy: Notice) -> Node:
        """Return the same value with another remedy.

        Args:
            remedy: What to do where the data is not as it must be, by language.
        """
        return evolve(self, remedy=remedy)

    def _as(self, wanted: type[Value]) -> Value:
        if type(self.value) is not wanted:
            is_, should = _TYPES[type(self.value)], _TYPES[wanted]
            self.refuse(f"是{is_.zh}，应为{should.zh}", f"is {is_.en}, not {should.en}")
        return self.value

    def has(self, key: str) -> bool:
        """Tell whether the object has a key with a value that is not null.

        Args:
            key: The key.
        """
        return self._as(dict).get(key) is not None

    def __getitem__(self, key: str) -> Node:
        """Return the value of a key that the object must have."""
        found = self._as(dict)
        if key not in found:
            self.refuse(f"缺少“{key}”", f"has no {key!r}")
        return Node(found[key], self.source, self.remedy, (*self.steps, key))

    def __iter__(self) -> Iterator[Node]:
        """Iterate over the entries of a list."""
        for i, value in enumerate(self._as(list)):
            yield Node(value, self.source, self.remedy, (*self.steps, i))

    def text(self) -> str:
        """Return the value, which must be a text."""
        text = self._as(str)
        try:
            text.encode()
        except UnicodeEncodeError:
            self.refuse("含有不成对的代理字符", "has half of a surrogate pair")
        return text

    def number(self) -> int:
        """Return the value, which must be a whole number."""
        return self._as(int)

    def flag(self) -> bool:
        """Return the value, which must be true or false."""
        return self._as(bool)

    def member(self, kind: type[Member]) -> Member:
        """Return the member of an enumeration whose value this is.

        Args:
            kind: The enumeration.
        """
        text = self.text()
        found = next((one for one in kind if one.value == text), None)
        if found is None:
            known = ", ".join(str(one.value) for one in kind)
            self.refuse(f"是“{brief(text)}”，应为 {known} 之一", f"is {brief(text)!r}, none of {known}")
        return found

    def index(self, count: int) -> int:
        """Return the value, which must be the index of one of so many entries.

        Args:
            count: How many there are.
        """
        found = self.number()
        if not 0 <= found < count:
            self.refuse(f"是 {found}，超出范围（共 {count} 项）", f"is {found}, beyond the {count} entries")
        return found

    def maybe(self, read: Callable[[Node], Value]) -> Value | None:
        """Return None for null, else what a function makes of the value.

        Args:
            read: The function.
        """
        return None if self.value is None else read(self)

    def each(self, read: Callable[[Node], Value]) -> tuple[Value, ...]:
        """Return what a function makes of every entry of a list.

        Args:
            read: The function.
        """
        return tuple(map(read, self))

    def entries(self, read: Callable[[Node], Value]) -> dict[str, Value]:
        """Return what a function makes of every value of an object, by its keys.

        Args:
            read: The function.
        """
        return {key: read(self[key]) for key in self._as(dict)}


def parse_json(text: str, source: str, remedy: Notice) -> Node:
    """Parse JSON text.

    Args:
        text: The text.
        source: The file or other origin.
        remedy: What to do where the data is not as it must be, by language.

    Raises:
        ReadingError: It is not JSON, an object has a key twice, a number is none or absurdly long, or it is nested too deeply.

    >>> node = parse_json('{"rows": [["合计", 1234.50]]}', "a.json", Notice("", ""))
    >>> row = next(iter(node["rows"]))
    >>> row.path, row.value
    ('rows[0]', ['合计', Decimal('1234.50')])
    """
    try:
        value = json.loads(
            text,
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        zh = f"第 {error.lineno} 行第 {error.colno} 字符起不是 JSON；请核对引号、逗号和括号"
        reason = f"not JSON at character {error.colno} ({error.msg})"
        raise ReadingError(
            source, reason, "check quotation marks, commas and brackets", error.lineno, zh=zh
        ) from None
    except _RefusedError as error:
        raise ReadingError(source, error.notice.en, remedy.en, zh=f"{error.notice.zh}；{remedy.zh}") from None
    except RecursionError:
        raise ReadingError(
            source, "the JSON is nested too deeply", remedy.en, zh=f"JSON 嵌套过深；{remedy.zh}"
        ) from None
    return Node(value, source, remedy)


def _whole(digits: str) -> int:
    return int(_short(digits))


def _decimal(digits: str) -> Decimal:
    try:
        found = Decimal(_short(digits))
    except InvalidOperation:  # an absurd exponent
        found = Decimal("NaN")
    if not found.is_finite():
        raise _RefusedError(Notice(f"{digits} 不是可用的数", f"{digits} is no usable number"))
    return found


def _short(digits: str) -> str:
    if len(digits) > MAX_DIGITS:
        shown = f"{digits[:12]}…"
        raise _RefusedError(
            Notice(f"{shown} 超过 {MAX_DIGITS} 位", f"{shown} has more than {MAX_DIGITS} digits")
        )
    return digits


def _constant(name: str) -> NoReturn:
    raise _RefusedError(Notice(f"{name} 不是数", f"{name} is no number"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            name = brief(key)
            raise _RefusedError(
                Notice(f"同一对象中“{name}”出现两次", f"the key {name!r} stands twice in one object")
            )
        found[key] = value
    return found
