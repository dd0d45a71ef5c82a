"""Amounts of money as they are printed: exact decimal text with a unit (元, 万元, 亿元).

An amount keeps the number of decimals it was printed with, because that says what it stands for: 4,242 万元 stands for
[42 415 000, 42 425 000) 元, and 4,242.00 万元 for an interval a hundred times narrower. Nothing here uses floating point
or depends on the caller's `decimal` context.
"""

from __future__ import annotations

import enum
import re
from decimal import Decimal
from fractions import Fraction
from typing import Self

from attrs import frozen

from govbudget.exceptions import FigureError
from govbudget.intervals import Figure, Quantity, plain, power_of_ten, with_decimals

MAX_DIGITS = 28
"""The longest number that is taken for a figure; the national budget in 元 needs 14 digits."""

MAX_DECIMALS = 12
"""The most decimals that are taken for a printed figure."""


class Unit(enum.Enum):
    """The units in which amounts are printed.

    `UNSTATED` is for tables that do not say: such figures can be compared with each other, but with no others;
    those of different tables, which may have different units, are never called wrong.
    """

    YUAN = "元"
    WAN_YUAN = "万元"
    YI_YUAN = "亿元"
    UNSTATED = ""

    @property
    def exponent(self) -> int:
        """The power of ten that turns this unit into 元."""
        return _EXPONENTS[self]

    @classmethod
    def named(cls, name: str | Unit) -> Unit:
        """Return the unit of a name such as "万元" or "万".

        Raises:
            FigureError: The name is none of 元, 万元, 亿元.
        """
        if isinstance(name, Unit):
            return name
        text = _normal(name)
        for unit in (cls.YUAN, cls.WAN_YUAN, cls.YI_YUAN):
            if text in (unit.value, unit.value.removesuffix("元"), "人民币" + unit.value) and text:
                return unit
        raise FigureError(
            name, "not a unit of money", "use 元, 万元 or 亿元", zh="不是货币单位；请用元、万元或亿元"
        )


_EXPONENTS = {Unit.YUAN: 0, Unit.WAN_YUAN: 4, Unit.YI_YUAN: 8, Unit.UNSTATED: 0}

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─﹣－"), "-")
_WIDE = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " "} | _DASHES
"""Full-width forms and dashes; not the whole of NFKC, which would turn ² and ② into digits."""
_NOTHING = re.compile(r"-*\Z")
_NUMBER = re.compile(
    r"(?P<open>\()?\s*+(?P<sign>[+-])?\s*+[¥￥]?\s*+(?P<digits>[0-9][0-9,]*)?"
    r"(?:\s*+\.\s*+(?P<fraction>[0-9]*))?\s*+(?P<suffix>[万亿]?元?)\s*+(?P<close>\))?\Z"
)
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+\Z")


def _normal(text: str) -> str:
    if not isinstance(text, str):
        raise FigureError(
            text,
            f"{type(text).__name__} is not text",
            "give the text as printed, as a str",
            zh=f"{type(text).__name__} 不是文本；请给出印出的文本（str）",
        )
    return text.translate(_WIDE).strip()


def prints_nothing(text: str) -> bool:
    """Tell whether nothing is printed: blanks and dashes of any kind."""
    return _NOTHING.match(_normal(text)) is not None


def exact_parts(number: str | int | Decimal) -> tuple[int, int]:
    """Return the integer coefficient and the decimals of a number, exactly.

    Args:
        number: A plain decimal text, an integer or a `Decimal`.

    Raises:
        FigureError: It is a float, not finite, or absurdly long or small.
    """
    if isinstance(number, bool) or not isinstance(number, str | int | Decimal):
        raise FigureError(
            number,
            f"{type(number).__name__} is not exact",
            "give a str, an int or a Decimal",
            zh=f"{type(number).__name__} 不精确；请给出 str、int 或 Decimal",
        )
    if isinstance(number, str):
        found = _parse(number)
        if found is None or found[2]:
            raise FigureError(
                number,
                "not a plain number",
                "give digits such as '4242.00', and the unit apart",
                zh="不是单纯的数；请给出如 '4242.00' 的数字，单位另给",
            )
        return found[0], found[1]
    if isinstance(number, int):
        return _within(number, number, 0)
    return _decimal_parts(number)


def _decimal_parts(number: Decimal) -> tuple[int, int]:
    """Return the integer coefficient and the decimals of a `Decimal`."""
    if not number.is_finite():
        raise FigureError(
            number,
            "not a finite number",
            "leave out what has no amount",
            zh="不是有限的数；没有金额的请不要给出",
        )
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - finite numbers have integer exponents
    if abs(exponent) > MAX_DIGITS or len(digits) > 2 * MAX_DIGITS:
        raise FigureError(
            number,
            "absurd exponent or length",
            f"give at most {MAX_DIGITS} digits",
            zh=f"指数或长度过大；最多 {MAX_DIGITS} 位",
        )
    coefficient = int("".join(map(str, digits)))
    coefficient = -coefficient if sign else coefficient
    if exponent > 0:
        coefficient, exponent = coefficient * 10**exponent, 0
    return _within(number, coefficient, -exponent)


def _within(given: object, coefficient: int, decimals: int) -> tuple[int, int]:
    if abs(coefficient) >= 10**MAX_DIGITS:
        raise FigureError(
            given,
            f"more than {MAX_DIGITS} digits",
            "check for numbers that ran together",
            zh=f"超过 {MAX_DIGITS} 位；请核对是否有数字连在一起",
        )
    if decimals > MAX_DECIMALS:
        raise FigureError(
            given,
            f"more than {MAX_DECIMALS} decimals",
            "give the figure as printed",
            zh=f"小数超过 {MAX_DECIMALS} 位；请给出印出的数",
        )
    return coefficient, decimals


def _refuse_no_amount(text: str, plain_text: str) -> None:
    if len(plain_text) > 4 * MAX_DIGITS:
        raise FigureError(
            text,
            f"more than {MAX_DIGITS} digits",
            "check for numbers that ran together",
            zh=f"超过 {MAX_DIGITS} 位；请核对是否有数字连在一起",
        )
    if "%" in plain_text or "‰" in plain_text:
        raise FigureError(
            text,
            "a percentage, not an amount",
            "use parse_percentage",
            zh="是百分比，不是金额；请用 parse_percentage",
        )


def _parse(text: str) -> tuple[int, int, str] | None:
    """Return coefficient, decimals and unit suffix; None where nothing but blanks and dashes is printed."""
    plain_text = _normal(text)
    if _NOTHING.match(plain_text):
        return None
    _refuse_no_amount(text, plain_text)
    match = _NUMBER.match(plain_text)
    if match is None or not (match["digits"] or match["fraction"]):
        raise FigureError(
            text,
            "not a number",
            "give digits with an optional sign, decimals and 万/亿/元",
            zh="不是数；请给出数字，可带正负号、小数和万/亿/元",
        )
    if bool(match["open"]) != bool(match["close"]) or (match["open"] and match["sign"]):
        raise FigureError(
            text,
            "unbalanced brackets or two signs",
            "write negatives as (1.00) or -1.00",
            zh="括号不成对或有两个符号；负数请写作 (1.00) 或 -1.00",
        )
    digits, fraction = match["digits"] or "0", match["fraction"] or ""
    if "," in digits and not _GROUPED.match(digits):
        raise FigureError(
            text,
            "misplaced thousands separators",
            "check for a lost or an extra digit",
            zh="千分位逗号位置不对；请核对是否缺位或多位",
        )
    coefficient = int(digits.replace(",", "") + fraction)
    if match["open"] or match["sign"] == "-":
        coefficient = -coefficient
    return *_within(text, coefficient, len(fraction)), match["suffix"]


@frozen(init=False)
class Amount(Figure):
    """An amount of money as printed: a number with its decimals, and a unit.

    Args:
        number: The number as text, int or `Decimal`; a float is refused.
        unit: 元, 万元 or 亿元, as `Unit` or by name.

    Raises:
        FigureError: The number is not exact, not finite or absurdly long, or the unit is unknown.

    >>> a = Amount("4,242.00", "万元")
    >>> str(a), a.yuan, a == Amount("4242", "万元")
    ('4242.00万元', Decimal('42420000'), False)
    """

    unit: Unit  # type: ignore[misc]  # a field here, where the base has none

    def __init__(self, number: str | int | Decimal, unit: str | Unit) -> None:
        coefficient, decimals = exact_parts(number)
        self.__attrs_init__(coefficient, decimals, Unit.named(unit))

    @classmethod
    def of(cls, coefficient: int, decimals: int, unit: Unit) -> Self:
        """Return the amount `coefficient` × 10^-`decimals` in `unit`, without parsing."""
        amount = cls.__new__(cls)
        amount.__attrs_init__(coefficient, decimals, unit)
        return amount

    @property
    def kind(self) -> str:
        """What is measured: money, or money of an unstated unit."""
        return "Amount" if self.unit is not Unit.UNSTATED else "Amount of unstated unit"

    @property
    def place(self) -> int:
        """The power of ten, in 元, of the last printed place."""
        return _EXPONENTS[self.unit] - self.decimals

    @property
    def yuan(self) -> Decimal:
        """The amount in 元, exactly as printed, whatever `decimal` context is active."""
        return Decimal(plain(self.value))

    def to(self, unit: str | Unit) -> Amount:
        """Return the same amount in another unit, exactly: 1.50 万元 becomes 15000 元, 150 元 becomes 0.0150 万元.

        Args:
            unit: The unit wanted.

        Raises:
            FigureError: One of the units is not stated, or the result would need too many decimals.
        """
        wanted = Unit.named(unit)
        if wanted is self.unit:
            return self
        if Unit.UNSTATED in (wanted, self.unit):
            raise FigureError(
                str(self),
                "the unit is not stated",
                "give the amount a unit first",
                zh="没有写明单位；请先给金额以单位",
            )
        decimals = self.decimals + _EXPONENTS[wanted] - _EXPONENTS[self.unit]
        coefficient = self.coefficient * 10 ** max(0, -decimals)
        return Amount.of(*_within(str(self), coefficient, max(0, decimals)), wanted)

    def rounded_like(self, other: Amount) -> Amount:
        """Return the amount as a document would print it that prints another: in its unit, half-up to its last place.

        An amount that is printed less finely than the other is returned as it is.

        Args:
            other: The amount whose unit and decimals are taken.

        >>> str(Amount("204852.00", "元").rounded_like(Amount("20.5", "万元")))
        '20.5万元'
        """
        if Unit.UNSTATED in {self.unit, other.unit} or self.place >= other.place:
            return self
        doubled = 2 * abs(self.value) / power_of_ten(other.place)
        places = (doubled.numerator // doubled.denominator + 1) // 2
        return Amount.of(places if self.coefficient >= 0 else -places, other.decimals, other.unit)

    def __neg__(self) -> Amount:
        return Amount.of(-self.coefficient, self.decimals, self.unit)

    def __add__(self, other: Amount) -> Amount:
        if not isinstance(other, Amount):
            return NotImplemented
        if other.unit is not self.unit:
            other = other.to(self.unit)
        return exact_amount(self.value + other.value, self.unit, max(self.decimals, other.decimals))

    def __sub__(self, other: Amount) -> Amount:
        return self + -other if isinstance(other, Amount) else NotImplemented

    @property
    def suffix(self) -> str:
        """The unit."""
        return self.unit.value


def exact_amount(yuan: Fraction, unit: Unit, decimals: int = 0) -> Amount:
    """Return an exact value of 元 as an amount in `unit`, with at least `decimals` decimals.

    Args:
        yuan: The value in 元; its decimal expansion must end.
        unit: The unit wanted.
        decimals: The fewest decimals to write.

    Raises:
        FigureError: The value has no decimal expansion that ends.
    """
    return Amount.of(*with_decimals(yuan / power_of_ten(unit.exponent), decimals), unit)


def parse_amount(text: str, unit: str | Unit | None = None) -> Amount | None:
    """Read an amount as documents print it, or None where nothing is printed (blank or a dash).

    Thousands separators, full-width digits and signs, a currency sign, brackets for negatives and a unit suffix are
    understood; a suffix in the text goes before the unit given.

    Args:
        text: What is printed, such as "4,242.00", "（0.51）", "１２．５" or "1.2万元".
        unit: The unit of the table; needed where the text has none.

    Raises:
        FigureError: The text is not an amount, or no unit is known.

    >>> [str(parse_amount(t, "万元")) for t in ("1,570.83", "（0.51）", "１２．５", "8.8亿")]
    ['1570.83万元', '-0.51万元', '12.5万元', '8.8亿元']
    >>> parse_amount("—", "万元") is None, parse_amount("0.00", "万元") is None
    (True, False)
    """
    found = _parse(text)
    if found is None:
        return None
    coefficient, decimals, suffix = found
    if suffix:
        return Amount.of(coefficient, decimals, Unit.named(suffix))
    if unit is None:
        raise FigureError(
            text,
            "no unit",
            "give the unit of the table: 元, 万元 or 亿元",
            zh="没有单位；请给出表的单位：元、万元或亿元",
        )
    return Amount.of(coefficient, decimals, Unit.named(unit))


def parse_quantity(text: str) -> Quantity | None:
    """Read a count such as "142", or None where nothing is printed.

    Raises:
        FigureError: The text is not a plain number.
    """
    found = _parse(text)
    if found is None:
        return None
    if found[2]:
        raise FigureError(
            text,
            "an amount of money, not a count",
            "use parse_amount",
            zh="是金额，不是数量；请用 parse_amount",
        )
    return Quantity(found[0], found[1])
