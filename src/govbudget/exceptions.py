"""The errors of the library: one small family.

A wrong figure in a document is never an exception, it is a finding. Exceptions say that the library was misused or
that what it was given cannot be understood at all; each says in one line what is wrong, where, and what to do.
"""

from __future__ import annotations

from typing import NamedTuple


class Notice(NamedTuple):
    """A short text for users, in Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """Return the text in "zh" or "en"."""
        return self.zh if lang == "zh" else self.en


class GovBudgetError(Exception):
    """Any error that the library raises on purpose; it says on one line what is wrong and what to do.

    Args:
        message: What is wrong and what to do, in English.
        zh: The same in Chinese.
    """

    def __init__(self, message: str, *, zh: str | None = None) -> None:
        self.zh = zh
        super().__init__(message)

    def say(self, lang: str) -> str:
        """Return the message on one line, in "zh" where there is a Chinese one, else in English."""
        return " ".join((self.zh if lang == "zh" and self.zh else str(self)).split())


class FigureError(GovBudgetError, ValueError):
    """A text or number that cannot be taken as a printed figure.

    Args:
        text: What was given, shortened if very long.
        reason: Why it is refused.
        remedy: What to give instead.
        zh: Reason and remedy in Chinese.
    """

    def __init__(self, text: object, reason: str, remedy: str, *, zh: str | None = None) -> None:
        self.text = text
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{_short(text, 'en')}: {reason}; {remedy}", zh=zh)

    def say(self, lang: str) -> str:
        """Return the message on one line."""
        return (
            f"{_short(self.text, lang)}：{super().say(lang)}"
            if lang == "zh" and self.zh
            else super().say(lang)
        )

    def __reduce__(self) -> tuple[type[FigureError], tuple[object, str, str], dict[str, object]]:
        return type(self), (self.text, self.reason, self.remedy), vars(self)


def _short(value: object, lang: str) -> str:
    """Write a value on one line, shortened if very long."""
    if isinstance(value, int) and abs(value) >= 10**60:  # Python refuses to write the longest ones
        bits = value.bit_length()
        return f"{bits} 位的二进制整数" if lang == "zh" else f"an int of {bits} bits"
    shown = " ".join(repr(value).splitlines())
    return shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-10:]}"


class RelationError(GovBudgetError, ValueError):
    """A relation between figures that cannot be stated, such as a sum over quantities of different kinds."""


class UsageError(GovBudgetError, TypeError):
    """A call with a value of the wrong sort, such as text where a disclosure is wanted."""


class RuleError(GovBudgetError, ValueError):
    """A rule or a selection of rules that cannot be used, such as an unknown rule id."""


class ReadingError(GovBudgetError, ValueError):
    """Input that cannot be read at all.

    Args:
        source: The file or other origin.
        reason: What is wrong.
        remedy: What the user can do.
        line: The line where it was noticed, if any.
        zh: Reason and remedy in Chinese.
    """

    def __init__(
        self, source: str, reason: str, remedy: str, line: int | None = None, *, zh: str | None = None
    ) -> None:
        self.source = source
        self.reason = reason
        self.remedy = remedy
        self.line = line
        self.place = source if line is None else f"{source}:{line}"
        super().__init__(f"{self.place}: {reason}; {remedy}", zh=zh)

    def say(self, lang: str) -> str:
        """Return the message on one line."""
        return f"{self.place}：{super().say(lang)}" if lang == "zh" and self.zh else super().say(lang)

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str, str, int | None], dict[str, object]]:
        return type(self), (self.source, self.reason, self.remedy, self.line), vars(self)
