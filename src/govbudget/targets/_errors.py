"""The error of a malformed target value: what is wrong, where, and what was probably meant."""

from __future__ import annotations

from govbudget.exceptions import GovBudgetError, Notice
from govbudget.labels import width


class TargetSyntaxError(GovBudgetError, ValueError):
    """A target value that is malformed.

    Args:
        notice: What is wrong, in Chinese and English.
        text: The text as given.
        span: First and last position of what is wrong, end excluded.
        suggestions: Well-formed texts that may be meant, in canonical form.
    """

    def __init__(
        self, notice: Notice, text: str, span: tuple[int, int], suggestions: tuple[str, ...] = ()
    ) -> None:
        self.notice = notice
        self.text = text
        self.span = span
        self.suggestions = suggestions
        super().__init__(self.say("en"))

    @property
    def message(self) -> str:
        """What is wrong, in English, without the text."""
        return self.notice.en

    def say(self, lang: str) -> str:
        """Return the message on one line, with the text and what may be meant.

        Args:
            lang: "zh" or "en".
        """
        text = _excerpt(self.text, self.span)[0]
        meant = "、".join(self.suggestions) if lang == "zh" else ", ".join(self.suggestions)
        if lang == "zh":
            return f"“{text}”：{self.notice.zh}" + (f"；是否应为 {meant}" if meant else "")
        return f"“{text}”: {self.notice.en}" + (f"; did you mean {meant}?" if meant else "")

    def caret(self) -> str:
        """Return the text on one line, and below it carets under what is wrong."""
        text, start, end = _excerpt(self.text, self.span)
        before = width(text[:start])
        return f"{text}\n{' ' * before}{'^' * max(1, width(text[start:end]))}"

    def __reduce__(self) -> tuple[type[TargetSyntaxError], tuple[object, ...]]:
        return type(self), (self.notice, self.text, self.span, self.suggestions)


_AROUND = 20


def _excerpt(text: str, span: tuple[int, int]) -> tuple[str, int, int]:
    """Return at most some sixty characters around a span, with line breaks as blanks, and the span in them."""
    start, end = span
    first, last = max(0, start - _AROUND), min(len(text), min(end, start + _AROUND) + _AROUND)
    head = "…" if first else ""
    tail = "…" if last < len(text) else ""
    shown = "".join(char if char.isprintable() else " " for char in text[first:last])
    shift = len(head) - first
    return f"{head}{shown}{tail}", start + shift, min(end, last) + shift


_REPAIRS = (
    ("》", ">"),
    ("《", "<"),
    ("百分比", "%"),
    ("百份比", "%"),
    ("个%", "%"),
    ("℅", "%"),
    ("份钟", "分钟"),
    ("≥=", "≥"),
    ("≤=", "≤"),
    ("≥>", "≥"),
    ("≥≥", "≥"),
    ("≤≤", "≤"),
    ("≤<", "≤"),
    (">>=", ">="),
    ("<<=", "<="),
    (">>", ">"),
    ("<<", "<"),
    ("%%", "%"),
    ("..", "."),
    (". ", "."),
    (".%", "%"),
    ("%)", "%"),
    ("%.", "%"),
)
_LETTERS = str.maketrans("OoQlI|〇", "0001110")


def repaired(text: str) -> tuple[str, ...]:
    """Return texts that differ from a malformed one by slips of the pen or of optical recognition.

    Args:
        text: The text in normal form; a long one has none.
    """
    if len(text) > 100:
        return ()
    mended = "".join(text.split())
    found = [mended]
    for wrong, right in _REPAIRS:
        mended = mended.replace(wrong, right)
    found += [mended, mended.translate(_LETTERS)]
    if mended and mended[-1] in "≥≤<>=":
        found.append(mended[-1] + mended[:-1])
    return tuple(dict.fromkeys(one for one in found if one != text))
