"""Subject codes: fixed-width digits whose prefixes are their parents."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from typing import Self

from attrs import frozen

from govbudget.exceptions import FigureError, Notice


class Level(enum.IntEnum):
    """How deep a subject stands: 类, 款, 项, 目."""

    CATEGORY = 1
    SECTION = 2
    ITEM = 3
    SUBITEM = 4

    @property
    def zh(self) -> str:
        """The Chinese name of the level."""
        return "类款项目"[self - 1]


class Classification(enum.Enum):
    """The national classifications (政府收支分类科目)."""

    REVENUE = "revenue"
    FUNCTIONAL = "functional"
    DEPARTMENTAL_ECONOMIC = "departmental_economic"
    GOVERNMENTAL_ECONOMIC = "governmental_economic"

    @property
    def label(self) -> Notice:
        """What the classification is called, by language."""
        return _LABELS[self]

    @property
    def deepest(self) -> Level:
        """The deepest level that it has."""
        return _DEEPEST[self]

    def takes(self, code: SubjectCode) -> bool:
        """Tell whether a code has the form of this classification: its first digit, and no level too many.

        Args:
            code: A code.
        """
        return classification_of(code) is self and code.level <= self.deepest


_LABELS = {
    Classification.REVENUE: Notice("收入分类科目", "revenue classification"),
    Classification.FUNCTIONAL: Notice("支出功能分类科目", "functional classification of expenditure"),
    Classification.DEPARTMENTAL_ECONOMIC: Notice(
        "部门预算支出经济分类科目", "departmental economic classification"
    ),
    Classification.GOVERNMENTAL_ECONOMIC: Notice(
        "政府预算支出经济分类科目", "governmental economic classification"
    ),
}
_DEEPEST = {
    Classification.REVENUE: Level.SUBITEM,
    Classification.FUNCTIONAL: Level.ITEM,
    Classification.DEPARTMENTAL_ECONOMIC: Level.SECTION,
    Classification.GOVERNMENTAL_ECONOMIC: Level.SECTION,
}
_FIRST_DIGITS = {
    "1": Classification.REVENUE,
    "2": Classification.FUNCTIONAL,
    "3": Classification.DEPARTMENTAL_ECONOMIC,
    "5": Classification.GOVERNMENTAL_ECONOMIC,
}

_DIGITS = re.compile(r"[1-9][0-9]{2}(?:[0-9]{2}){0,3}\Z")
_SEPARATORS = re.compile(r"[\s\-–—－.·/]+")
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}


class SubjectCodeError(FigureError):
    """A text that is not a subject code."""


@frozen(order=True, repr=False)
class SubjectCode:
    """A subject code: three digits for the category, two more for every level below.

    Args:
        value: The digits, without separators; `SubjectCode.parse` takes all spellings.

    Raises:
        SubjectCodeError: The digits are not a code.

    >>> code = SubjectCode("2101506")
    >>> str(code.parent), code.level.zh, [str(above) for above in code.ancestors]
    ('21015', '项', ['21015', '210'])
    """

    value: str

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.value, str) or not _DIGITS.match(self.value):
            raise SubjectCodeError(
                self.value,
                "not a subject code",
                "give 3, 5, 7 or 9 digits such as 2101506",
                zh="不是科目编码；请给出 3、5、7 或 9 位数字，如 2101506",
            )

    @classmethod
    def parse(cls, text: str | Sequence[str] | SubjectCode) -> Self:
        """Read a code as documents print it, or from its pieces.

        Args:
            text: "2101506", "210 15 06", "210-15-06", full-width digits, or ("210", "15", "06"); single digits of
                pieces are taken for 01 to 09.

        Raises:
            SubjectCodeError: It is not a code.

        >>> {str(SubjectCode.parse(t)) for t in ("2101506", "210 15 06", "２１０－１５－０６", ("210", "15", "6"))}
        {'2101506'}
        """
        if isinstance(text, SubjectCode):
            return cls(text.value)
        if isinstance(text, str):
            if len(text) > 64:
                raise SubjectCodeError(
                    text,
                    "too long for a subject code",
                    "give one code",
                    zh="过长，不是科目编码；请只给一个编码",
                )
            pieces: list[str] = _SEPARATORS.split(text.strip().translate(_WIDE))
        elif isinstance(text, Sequence) and all(isinstance(piece, str) for piece in text):
            pieces = [piece.strip().translate(_WIDE) for piece in text]
        else:
            raise SubjectCodeError(
                text,
                "not a subject code",
                "give its pieces as text, such as ('210', '15', '06')",
                zh="不是科目编码；各段请给文本，如 ('210', '15', '06')",
            )
        pieces = [piece for piece in pieces if piece]
        digits = pieces[:1] + [piece.zfill(2) for piece in pieces[1:]]
        if len(digits) > 1 and (len(digits[0]) != 3 or any(len(piece) != 2 for piece in digits[1:])):
            raise SubjectCodeError(
                text,
                "not a subject code",
                "separate 3 digits and then 2 and 2, such as 210 15 06",
                zh="不是科目编码；请按 3 位、2 位、2 位分开，如 210 15 06",
            )
        return cls("".join(digits))

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"SubjectCode({self.value!r})"

    @property
    def level(self) -> Level:
        """The level that the number of digits says."""
        return Level((len(self.value) - 1) // 2)

    @property
    def parent(self) -> SubjectCode | None:
        """The code one level up; None for a category."""
        return SubjectCode(self.value[:-2]) if len(self.value) > 3 else None

    @property
    def ancestors(self) -> tuple[SubjectCode, ...]:
        """All codes above, the nearest first."""
        return tuple(SubjectCode(self.value[:length]) for length in range(len(self.value) - 2, 2, -2))

    @property
    def pieces(self) -> tuple[str, ...]:
        """The digits by level, such as ("210", "15", "06")."""
        return (self.value[:3], *(self.value[i : i + 2] for i in range(3, len(self.value), 2)))

    def is_below(self, other: SubjectCode) -> bool:
        """Tell whether this code stands anywhere below another.

        Args:
            other: A code.
        """
        return self.value != other.value and self.value.startswith(other.value)

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces)


def classification_of(code: SubjectCode | str) -> Classification | None:
    """Return the classification whose codes begin with this digit, or None.

    Args:
        code: A code.
    """
    return _FIRST_DIGITS.get(str(code)[:1])
