"""Percentages as documents print them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from govbudget.amounts import Amount
from govbudget.exceptions import FigureError
from govbudget.intervals import Quantity
from govbudget.percentages import Percentage, parse_percentage
from strategies import percentages


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("79.72%", "79.72%"),
        ("79.72％", "79.72%"),
        ("７９．７２％", "79.72%"),
        ("100%", "100%"),
        ("0.00%", "0.00%"),
        ("-0.5%", "-0.5%"),
        ("－0.5％", "-0.5%"),
        ("—0.5﹪", "-0.5%"),
        ("（0.51）%", "-0.51%"),
        (" 1,042.60 % ", "1042.60%"),
        ("+3%", "3%"),
        (".5%", "0.5%"),
        ("\u30003 ％\u3000", "3%"),
    ],
)
def test_printed_percentages_are_read_as_printed(text, printed):
    """Real spellings keep their sign and decimals."""
    assert str(parse_percentage(text)) == printed


@pytest.mark.parametrize("text", ["", " ", "\u3000", "-", "—", "——", "－", "–", "─", "−", " " * 200])
def test_blank_or_a_dash_is_no_percentage(text):
    """Nothing printed is None, whatever dash stands for it."""
    assert parse_percentage(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("79.72", "no percent sign"),
        ("3‰", "no percent sign"),
        ("9" * 500, "no percent sign"),
        ("%", "not a plain number"),
        ("—%", "not a plain number"),
        ("5万%", "not a plain number"),
        ("5元%", "not a plain number"),
        ("5%%", "a percentage, not an amount"),
        ("1e5%", "not a number"),
        ("½%", "not a number"),
        ("²%", "not a number"),
        ("12 34%", "not a number"),
        ("(5%", "unbalanced brackets"),
        ("1,23%", "misplaced thousands separators"),
        ("9" * 60 + "%", "more than 28 digits"),
        ("9" * 500 + "%", "more than 28 digits"),
        ("0.1234567890123%", "more than 12 decimals"),
    ],
)
def test_what_is_no_percentage_is_refused_in_one_line(text, message):
    """The message says what is wrong and what to do, on one short line."""
    with pytest.raises(FigureError) as error:
        parse_percentage(text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 160


@pytest.mark.parametrize(
    "number", [0.5, float("nan"), True, None, 3j, Decimal("NaN"), Decimal("-Infinity"), "-", "5%"]
)
def test_a_percentage_is_made_of_exact_numbers_only(number):
    """Floats, bools and what is not finite are refused by the constructor."""
    with pytest.raises(FigureError):
        Percentage(number)


def test_only_text_is_parsed():
    """A number given where text is expected is refused with a clear message."""
    with pytest.raises(FigureError, match="float is not text"):
        parse_percentage(0.5)


@given(percentages())
def test_text_round_trips(percentage):
    """Parsing what a percentage writes gives it back."""
    assert parse_percentage(str(percentage)) == percentage
    assert parse_percentage(percentage.shown) == percentage


@given(percentages(), percentages())
def test_equal_means_printed_alike(left, right):
    """Two percentages are equal, and hash alike, exactly when they print alike."""
    assert (left == right) == (str(left) == str(right))
    assert (hash(left) == hash(right)) or left != right


def test_what_was_printed_distinguishes_percentages():
    """Decimals count, and a percentage is neither a count nor an amount."""
    assert Percentage("23") != Percentage("23.0")
    assert Percentage("23") == Percentage(23) == Percentage(Decimal(23))
    assert Percentage(23) != Quantity(23)
    assert Percentage(23) != Amount(23, "元")
    assert Percentage("23.5").value == Fraction(47, 2)
    assert str(Percentage("42.26").interval()) == "[42.255, 42.265)"


def test_percentages_are_immutable():
    """No field can be set."""
    with pytest.raises(FrozenInstanceError):
        Percentage(23).coefficient = 24
