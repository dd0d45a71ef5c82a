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
    """Any error that the library raises on purpose."""

    def say(self, lang: str) -> str:
        """Return the message on one line, in "zh" where there is a Chinese one, else in English."""
        del lang
        return " ".join(str(self).split())


class FigureError(GovBudgetError, ValueError):
    """A text or number that cannot be taken as a printed figure.

    Args:
        text: What was given, shortened if very long.
        reason: Why it is refused.
        remedy: What to give instead.
    """

    def __init__(self, text: object, reason: str, remedy: str) -> None:
        self.text = text
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{_short(text)}: {reason}; {remedy}")

    def __reduce__(self) -> tuple[type[FigureError], tuple[object, str, str]]:
        return type(self), (self.text, self.reason, self.remedy)


def _short(value: object) -> str:
    """Write a value on one line, shortened if very long."""
    if isinstance(value, int) and abs(value) >= 10**60:
        return f"an int of {value.bit_length()} bits"  # Python refuses to write the longest ones
    shown = " ".join(repr(value).splitlines())
    return shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-10:]}"


class RelationError(GovBudgetError, ValueError):
    """A relation between figures that cannot be stated, such as a sum over quantities of different kinds."""


class _TranslatedError(GovBudgetError):
    """An error that may have a Chinese message."""

    def __init__(self, message: str, *, zh: str | None = None) -> None:
        self.zh = zh
        super().__init__(message)

    def say(self, lang: str) -> str:
        """Return the message on one line."""
        return " ".join(self.zh.split()) if lang == "zh" and self.zh else super().say(lang)


class UsageError(_TranslatedError, TypeError):
    """A call with a value of the wrong sort, such as text where a disclosure is wanted.

    Args:
        message: What is wrong and what to do.
        zh: The same in Chinese, where a user of the command line can meet the error.
    """


class RuleError(_TranslatedError, ValueError):
    """A rule or a selection of rules that cannot be used, such as an unknown rule id.

    Args:
        message: What is wrong and what to do.
        zh: The same in Chinese, where a user of the command line can meet the error.
    """


class ReadingError(GovBudgetError, ValueError):
    """Input that cannot be read at all.

    Args:
        source: The file or other origin.
        reason: What is wrong.
        remedy: What the user can do.
        line: The line where it was noticed, if any.
        zh: Reason and remedy in Chinese, where a user of the command line can meet the error.
    """

    def __init__(
        self, source: str, reason: str, remedy: str, line: int | None = None, *, zh: str | None = None
    ) -> None:
        self.source = source
        self.reason = reason
        self.remedy = remedy
        self.line = line
        self.zh = zh
        self.place = source if line is None else f"{source}:{line}"
        super().__init__(f"{self.place}: {reason}; {remedy}")

    def say(self, lang: str) -> str:
        """Return the message on one line."""
        return " ".join(f"{self.place}：{self.zh}".split()) if lang == "zh" and self.zh else super().say(lang)

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str, str, int | None], dict[str, object]]:
        return type(self), (self.source, self.reason, self.remedy, self.line), vars(self)
