"""Amounts as documents print them: exact, with their decimals and unit, and nothing else."""

import copy
import decimal
import pickle
from concurrent.futures import ThreadPoolExecutor
from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from govbudget.amounts import (
    MAX_DECIMALS,
    MAX_DIGITS,
    Amount,
    Unit,
    exact_amount,
    exact_parts,
    parse_amount,
    parse_quantity,
    prints_nothing,
)
from govbudget.exceptions import FigureError
from govbudget.intervals import Quantity
from strategies import (
    EXPONENTS,
    STATED_UNITS,
    all_decimals,
    amounts,
    coefficients,
    quantities,
    small_coefficients,
    stated_units,
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("4242", "4242万元"),
        ("4242.00", "4242.00万元"),
        ("4,242.00", "4242.00万元"),
        ("4，242．00", "4242.00万元"),
        ("４，２４２．００", "4242.00万元"),
        ("1,234,567.8", "1234567.8万元"),
        (" 12.5\u3000", "12.5万元"),
        ("\xa012.5\xa0", "12.5万元"),
        ("0.00", "0.00万元"),
        ("-0.00", "0.00万元"),
        ("0", "0万元"),
        ("-0.51", "-0.51万元"),
        ("－0.51", "-0.51万元"),
        ("−0.51", "-0.51万元"),
        ("—0.51", "-0.51万元"),
        ("- 0.51", "-0.51万元"),
        ("(0.51)", "-0.51万元"),
        ("（0.51）", "-0.51万元"),
        ("（ 0.51 ）", "-0.51万元"),
        ("（０．５１）", "-0.51万元"),
        ("+5", "5万元"),
        (".5", "0.5万元"),
        ("5.", "5万元"),
        ("007", "7万元"),
        ("¥ 30", "30万元"),
        ("￥30.00", "30.00万元"),
        ("-¥30", "-30万元"),
        ("30元", "30元"),
        ("1.2万元", "1.2万元"),
        ("1.2 万", "1.2万元"),
        ("8.8亿", "8.8亿元"),
        ("8.8 亿元", "8.8亿元"),
        ("（1,570.83元）", "-1570.83元"),
        ("9" * MAX_DIGITS, "9" * MAX_DIGITS + "万元"),
        ("0." + "0" * (MAX_DECIMALS - 1) + "1", "0." + "0" * (MAX_DECIMALS - 1) + "1万元"),
        (" " * 100 + "12.5" + " " * 100, "12.5万元"),
    ],
)
def test_printed_amounts_are_read_as_printed(text, printed):
    """Real spellings keep sign, decimals and unit; a unit in the text goes before that of the table."""
    assert str(parse_amount(text, "万元")) == printed


@pytest.mark.parametrize(
    "text", ["", " ", "\t\n", "\u3000", "\xa0", "-", "—", "——", "－", "–", "―", "─", "--", " — ", " " * 500]
)
def test_blank_or_a_dash_is_no_amount(text):
    """Nothing printed is None, not zero and not an error, with or without a unit."""
    assert parse_amount(text, "万元") is None
    assert parse_amount(text) is None
    assert parse_quantity(text) is None
    assert prints_nothing(text)


def test_a_printed_zero_is_an_amount():
    """0.00 is a figure that was printed, unlike a blank."""
    assert parse_amount("0.00", "万元") == Amount("0.00", "万元")
    assert not prints_nothing("0.00")


REFUSED = [
    ("abc", "not a number"),
    ("1e5", "not a number"),
    ("1E+5", "not a number"),
    ("nan", "not a number"),
    ("inf", "not a number"),
    ("0x1F", "not a number"),
    ("1_000", "not a number"),
    ("²", "not a number"),
    ("①", "not a number"),
    ("½", "not a number"),
    ("٣", "not a number"),
    ("五", "not a number"),
    ("12 34", "not a number"),
    ("12\n34", "not a number"),
    ("12\u300034", "not a number"),
    ("1.2.3", "not a number"),
    ("96.10 96.10", "not a number"),
    (".", "not a number"),
    (",", "not a number"),
    ("元", "not a number"),
    ("()", "not a number"),
    ("--5", "not a number"),
    ("5-", "not a number"),
    ("$5", "not a number"),
    ("1万亿亿", "not a number"),
    (")5(", "not a number"),
    ("((5))", "not a number"),
    ("(0.51", "unbalanced brackets"),
    ("0.51)", "unbalanced brackets"),
    ("（0.51", "unbalanced brackets"),
    ("(-0.51)", "two signs"),
    ("(+0.51)", "two signs"),
    ("1,23", "misplaced thousands separators"),
    ("12,34.00", "misplaced thousands separators"),
    ("1234,567", "misplaced thousands separators"),
    ("1,234,56", "misplaced thousands separators"),
    ("1,,234", "misplaced thousands separators"),
    ("1,", "misplaced thousands separators"),
    ("5%", "a percentage, not an amount"),
    ("５％", "a percentage, not an amount"),
    ("5‰", "a percentage, not an amount"),
    ("9" * 60, "more than 28 digits"),
    ("1" + "0" * MAX_DIGITS, "more than 28 digits"),
    ("9" * 5000, "more than 28 digits"),
    ("(" + " " * 100 + "x", "not a number"),
    ("0." + "0" * MAX_DECIMALS + "1", "more than 12 decimals"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
@pytest.mark.parametrize(
    "entry", [lambda text: parse_amount(text, "元"), lambda text: Amount(text, "元"), parse_quantity]
)
def test_what_is_no_figure_is_refused_in_one_line(entry, text, message):
    """The message says what is wrong and what to do, on one short line, and keeps the text."""
    with pytest.raises(FigureError) as error:
        entry(text)
    assert message in str(error.value)
    assert "; " in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 160
    assert error.value.text == text


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (1.5, "float is not exact"),
        (float("nan"), "float is not exact"),
        (float("inf"), "float is not exact"),
        (True, "bool is not exact"),
        (False, "bool is not exact"),
        (None, "NoneType is not exact"),
        (Fraction(1, 2), "Fraction is not exact"),
        (1j, "complex is not exact"),
        (b"5", "bytes is not exact"),
        (Decimal("NaN"), "not a finite number"),
        (Decimal("sNaN"), "not a finite number"),
        (Decimal("Infinity"), "not a finite number"),
        (Decimal("-Infinity"), "not a finite number"),
        (Decimal("1E+999999"), "absurd exponent"),
        (Decimal("1E-999999"), "absurd exponent"),
        (Decimal("1" * 5000), "absurd exponent or length"),
        (Decimal("1E+28"), "more than 28 digits"),
        (Decimal("0.0000000000001"), "more than 12 decimals"),
        (10**28, "more than 28 digits"),
        (10**5000, "more than 28 digits"),
        (-(10**5000), "more than 28 digits"),
        ("—", "not a plain number"),
        ("", "not a plain number"),
        ("5万", "not a plain number"),
        ("5元", "not a plain number"),
    ],
    ids=lambda value: type(value).__name__,  # pytest cannot write the longest ints
)
def test_an_amount_is_made_of_exact_finite_numbers_only(number, message):
    """Floats, bools and what is not finite, absurd or no bare number is refused by the constructor."""
    with pytest.raises(FigureError) as error:
        Amount(number, "元")
    assert message in str(error.value)
    assert len(str(error.value)) < 160


@pytest.mark.parametrize("parse", [parse_amount, parse_quantity, prints_nothing])
@pytest.mark.parametrize("given_", [1.5, 5, None, Decimal(5)])
def test_only_text_is_parsed(parse, given_):
    """A number given where printed text is expected is refused with a clear message."""
    with pytest.raises(FigureError, match="is not text; give the text as printed"):
        parse(given_)


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("4,242.00", (424200, 2)),
        (-5, (-5, 0)),
        (0, (0, 0)),
        (Decimal("-0.50"), (-50, 2)),
        (Decimal("-0"), (0, 0)),
        (Decimal("1.5E+3"), (1500, 0)),
        (Decimal("1E+27"), (10**27, 0)),
        (Decimal("0E-12"), (0, 12)),
        (10**28 - 1, (10**28 - 1, 0)),
    ],
)
def test_exact_parts_keep_every_digit(number, parts):
    """A text, an int and a Decimal become a coefficient and decimals without any rounding."""
    assert exact_parts(number) == parts


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("元", Unit.YUAN),
        ("人民币元", Unit.YUAN),
        ("万元", Unit.WAN_YUAN),
        ("万", Unit.WAN_YUAN),
        (" 人民币万元\u3000", Unit.WAN_YUAN),
        ("亿元", Unit.YI_YUAN),
        ("亿", Unit.YI_YUAN),
        (Unit.UNSTATED, Unit.UNSTATED),
        (Unit.YUAN, Unit.YUAN),
    ],
)
def test_units_are_known_by_their_names(name, unit):
    """Every spelling of a unit leads to it."""
    assert Unit.named(name) is unit


@pytest.mark.parametrize("name", ["", " ", "美元", "千元", "人民币", "万万元", None, 4, 1.5])
def test_an_unknown_unit_is_refused(name):
    """No name is guessed, and a blank name is no unit."""
    with pytest.raises(FigureError, match=r"not a unit of money|is not text"):
        Amount("1", name)


def test_an_amount_without_any_unit_is_refused():
    """The unit is never guessed; UNSTATED has to be said."""
    with pytest.raises(FigureError, match="no unit; give the unit of the table"):
        parse_amount("5")
    assert parse_amount("5", Unit.UNSTATED) == Amount("5", Unit.UNSTATED)
    assert parse_amount("5万") == Amount("5", "万元")


def test_a_count_is_no_money():
    """A unit of money after a number means it is no count."""
    assert parse_quantity("1,420") == Quantity(1420)
    assert parse_quantity("2.5") == Quantity(25, 1)
    with pytest.raises(FigureError, match="an amount of money, not a count"):
        parse_quantity("142元")


@given(amounts())
def test_text_round_trips(amount):
    """Parsing what an amount writes gives it back, for people's spelling too."""
    assert parse_amount(str(amount), Unit.UNSTATED) == amount
    assert parse_amount(amount.shown, Unit.UNSTATED) == amount


@given(amounts())
def test_full_width_text_means_the_same(amount):
    """Full-width digits, separators and brackets are read like ASCII ones."""
    text = f"({amount.shown[1:]})" if amount.coefficient < 0 else amount.shown
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert parse_amount(wide, Unit.UNSTATED) == amount


@given(quantities())
def test_the_text_of_counts_round_trips(quantity):
    """Parsing what a count writes gives it back."""
    assert parse_quantity(str(quantity)) == quantity


@given(st.text("0123456789０９,，.．-—+()（）¥万亿元% \u3000xe²①", max_size=12))
def test_any_text_is_nothing_an_amount_or_a_figure_error(text):
    """No other exception escapes, and what is accepted round-trips."""
    try:
        amount = parse_amount(text, "元")
    except FigureError:
        assert not prints_nothing(text)
    else:
        assert (amount is None) == prints_nothing(text)
        assert amount is None or parse_amount(str(amount)) == amount


@given(coefficients, all_decimals, stated_units)
def test_every_constructor_agrees(coefficient, decimals, unit):
    """From text, from Decimal and from the parts, one amount results."""
    amount = Amount.of(coefficient, decimals, unit)
    assert amount == Amount(amount.number, unit.value)
    assert amount == Amount(str(amount).removesuffix(unit.value), unit)
    assert decimals or amount == Amount(coefficient, unit)


@given(amounts(), amounts())
def test_equal_means_printed_alike(left, right):
    """Two amounts are equal, and hash alike, exactly when they print alike."""
    assert (left == right) == (str(left) == str(right))
    assert left != right or hash(left) == hash(right)


def test_what_was_printed_distinguishes_amounts():
    """Decimals and unit count, and an amount is no count and no number."""
    assert Amount("4242", "元") != Amount("4242.00", "元")
    assert Amount("1", "万元") != Amount("10000", "元")
    assert Amount("1", "元") != Quantity(1)
    assert Amount("1", "元") != 1
    assert len({Amount("1", "元"), Amount(1, Unit.YUAN), Amount(Decimal(1), "人民币元")}) == 1


def test_amounts_are_immutable_and_travel_well():
    """No field can be set or added; copies and pickles are equal."""
    amount = Amount("4242.00", "万元")
    with pytest.raises(FrozenInstanceError):
        amount.coefficient = 1
    with pytest.raises((FrozenInstanceError, AttributeError)):
        amount.note = "x"
    assert copy.deepcopy(amount) == amount
    assert pickle.loads(pickle.dumps(amount)) == amount  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("amount", "unit", "printed"),
    [
        (Amount("1.50", "万元"), "元", "15000元"),
        (Amount("150", "元"), "万元", "0.0150万元"),
        (Amount("8.8", "亿元"), "万元", "88000万元"),
        (Amount("1.23456789", "亿元"), "元", "123456789元"),
        (Amount("1.234567891", "亿元"), "元", "123456789.1元"),
        (Amount("-0.5", "万元"), "亿元", "-0.00005亿元"),
        (Amount("3", "万元"), "万元", "3万元"),
        (Amount("3", Unit.UNSTATED), Unit.UNSTATED, "3"),
    ],
)
def test_units_convert_exactly(amount, unit, printed):
    """Another unit keeps the value to the last digit."""
    assert str(amount.to(unit)) == printed


@given(amounts(stated_units, small_coefficients, st.integers(0, 4)), stated_units)
def test_conversion_keeps_the_value_and_can_be_undone(amount, unit):
    """There and back is the same value, with at least the printed places when going up."""
    there = amount.to(unit)
    assert there.unit is unit
    assert there.value == amount.value == there.to(amount.unit).value
    assert EXPONENTS[unit] < EXPONENTS[amount.unit] or there.to(amount.unit) == amount
    assert there.yuan == amount.yuan


def test_conversion_is_refused_where_it_would_invent_something():
    """An unstated unit cannot be converted, nor an amount beyond the figures that can be printed."""
    for amount, unit in ((Amount("1", Unit.UNSTATED), "元"), (Amount("1", "元"), Unit.UNSTATED)):
        with pytest.raises(FigureError, match="the unit is not stated"):
            amount.to(unit)
    with pytest.raises(FigureError, match="more than 12 decimals"):
        Amount("0.00001", "元").to("亿元")
    with pytest.raises(FigureError, match="more than 28 digits"):
        Amount("9" * 28, "亿元").to("元")


@given(
    amounts(stated_units, small_coefficients, st.integers(0, 4)),
    amounts(stated_units, small_coefficients, st.integers(0, 4)),
)
def test_addition_is_exact_and_keeps_the_unit_of_the_left(left, right):
    """Sum and difference are exact in value and lose no printed decimal of the left."""
    total, difference = left + right, left - right
    assert total.value == left.value + right.value
    assert difference.value == left.value - right.value
    assert total.unit is difference.unit is left.unit
    assert total.decimals >= left.decimals
    assert (-left).value == -left.value
    assert (left - left).coefficient == 0


def test_amounts_are_added_to_amounts_of_stated_units_only():
    """Numbers, counts and unstated units are not mixed into money."""
    amount = Amount("1.5", "万元")
    for other in (1, Quantity(1), "1"):
        with pytest.raises(TypeError):
            amount + other
        with pytest.raises(TypeError):
            amount - other
    with pytest.raises(FigureError, match="the unit is not stated"):
        amount + Amount("1", Unit.UNSTATED)
    assert str(Amount("1", Unit.UNSTATED) + Amount("0.50", Unit.UNSTATED)) == "1.50"
    assert str(amount + Amount("1", "元")) == "1.5001万元"


@pytest.mark.parametrize(
    ("yuan", "unit", "decimals", "printed"),
    [
        (Fraction(15000), Unit.WAN_YUAN, 0, "1.5万元"),
        (Fraction(15000), Unit.WAN_YUAN, 2, "1.50万元"),
        (Fraction(-1, 8), Unit.YUAN, 1, "-0.125元"),
        (Fraction(0), Unit.YI_YUAN, 0, "0亿元"),
        (Fraction(7), Unit.UNSTATED, 0, "7"),
    ],
)
def test_an_exact_value_is_written_with_as_many_decimals_as_it_needs(yuan, unit, decimals, printed):
    """No digit is lost and no more decimals are added than asked for or needed."""
    assert str(exact_amount(yuan, unit, decimals)) == printed


def test_the_base_unit_is_yuan():
    """Value, place and 元 are exact powers of ten apart between units."""
    assert [unit.exponent for unit in STATED_UNITS] == [0, 4, 8]
    assert Unit.UNSTATED.exponent == 0
    assert Amount("4242.5", "万元").yuan == Decimal(42425000)
    assert Amount("4242.5", "万元").value == 42425000
    assert Amount("4242.5", "万元").place == 3
    assert Amount("0.01", "元").yuan == Decimal("0.01")


STRICT = Context(prec=3, Emax=3, Emin=-3, traps=list(decimal.getcontext().traps))


def everything(_=None) -> list[str]:
    """A little of all that amounts can do, as text."""
    amount = parse_amount("1,234,567.8901", "万元")
    other = Amount(Decimal("-99999.99"), "元")
    return [
        str(amount),
        amount.shown,
        str(amount.yuan),
        str(amount.number),
        str(amount + other),
        str(amount - other),
        str(amount.to("亿元")),
        str(amount.interval()),
        str(Amount(Decimal("1E+20"), "亿元")),
        str(Decimal("0.5") in Amount(0, "元").interval()),
        str(hash(amount) == hash(parse_amount("1234567.8901万"))),
    ]


def test_nothing_depends_on_the_decimal_context():
    """Under three digits of precision with every trap set, all results are the same."""
    wanted = everything()
    with localcontext(STRICT):
        assert everything() == wanted
        assert not any(decimal.getcontext().flags.values())
    assert wanted[0] == "1234567.8901万元"
    assert wanted[2] == "12345678901"
    assert wanted[4] == "1234557.890101万元"
    assert wanted[-1] == "True"


def test_nothing_depends_on_the_decimal_context_of_other_threads():
    """Many threads at once, each with its own context, get the same results."""
    wanted = everything()

    def in_context(precision):
        with localcontext(STRICT) as context:
            context.prec = precision
            return [everything() == wanted for _ in range(20)]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(in_context, range(1, 25)))
    assert all(all(results) for results in found)
