"""JSON keeps every digit, refuses what is no data, and knows where each value stands."""

import decimal
import enum
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget import ReadingError
from govbudget.exactjson import Node, parse_json
from govbudget.exceptions import Notice

REMEDY = Notice("请改正", "correct it")


def parse(text):
    return parse_json(text, "a.json", REMEDY)


def refusal(call):
    """The English reason of an error, after checking that both messages are one line with the remedy."""
    with pytest.raises(ReadingError) as caught:
        call()
    error = caught.value
    assert all(len(error.say(lang).splitlines()) == 1 for lang in ("zh", "en"))
    assert error.say("zh").startswith(f"{error.place}：")
    assert "；" in error.say("zh")
    return error.reason


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_numbers_keep_their_digits(number):
    """A number with decimals is read with exactly the digits that are written, whatever the decimal context is."""
    with decimal.localcontext(prec=1, traps=[]):
        value = parse(f"[{number}]").value[0]
    assert (type(value), str(value)) == (Decimal, str(number))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON at character 1 (Expecting value)"),
        ("[1,]", "not JSON at character 4 (Expecting value)"),
        ("[1] x", "not JSON at character 5 (Extra data)"),
        ("[NaN]", "NaN is no number"),
        ("[-Infinity]", "-Infinity is no number"),
        ("[1e99999999999999999999]", "1e99999999999999999999 is no usable number"),
        (f"[{'1' * 5000}]", "111111111111… has more than 40 digits"),
        (f"[{'1' * 50}.5]", "111111111111… has more than 40 digits"),
        ('{"a": 1, "b": 2, "a": 3}', "the key 'a' stands twice in one object"),
        (
            '{{"{}": 1, "{}": 2}}'.format("k" * 99, "k" * 99),
            f"the key '{'k' * 39}…' stands twice in one object",
        ),
        ("[" * 100_000, "the JSON is nested too deeply"),
    ],
)
def test_what_is_no_json_is_refused(text, reason):
    """Malformed text, numbers that are none, repeated keys and absurd depth are named."""
    assert refusal(lambda: parse(text)) == reason
    with decimal.localcontext(traps=[]):
        assert refusal(lambda: parse(text)) == reason


def test_a_syntax_error_has_its_line():
    """The line where parsing stopped is part of the place."""
    with pytest.raises(ReadingError) as caught:
        parse('[\n1,\n"a\n"]')
    assert caught.value.place == "a.json:3"


class Colour(enum.Enum):
    """Some enumeration."""

    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (Node.text, "rows[1][0] is a whole number, not a text"),
        (Node.flag, "rows[1][0] is a whole number, not true or false"),
        (lambda node: node["a"], "rows[1][0] is a whole number, not an object"),
        (list, "rows[1][0] is a whole number, not a list"),
        (lambda node: node.index(3), "rows[1][0] is 7, beyond the 3 entries"),
        (lambda node: node.entries(Node.text), "rows[1][0] is a whole number, not an object"),
        (lambda node: node.member(Colour), "rows[1][0] is a whole number, not a text"),
    ],
)
def test_values_of_another_type_are_named_with_their_path(read, reason):
    """What a value is, what it should be and where it stands are said."""
    node = next(iter(list(parse('{"rows": [[], [7]]}')["rows"])[1]))
    assert refusal(lambda: read(node)) == reason
    assert node.number() == 7
    assert node.index(8) == 7


def test_members_of_enumerations():
    """A text is the member whose value it is; any other is refused with those there are."""
    assert parse('"red"').member(Colour) is Colour.RED
    assert refusal(lambda: parse('"green"').member(Colour)) == "JSON is 'green', none of red, blue"


def test_missing_keys_and_nothing():
    """A key must be there; null stands for nothing where nothing is allowed."""
    node = parse('{"a": null, "b": "x", "c": ["x", "y"], "d": true}')
    assert refusal(lambda: node["z"]) == "JSON has no 'z'"
    assert [node.has(key) for key in "abz"] == [False, True, False]
    assert (node["a"].maybe(Node.text), node["b"].maybe(Node.text)) == (None, "x")
    assert node["c"].each(Node.text) == ("x", "y")
    assert node["d"].flag() is True
    assert parse('{"a": "x"}').entries(Node.text) == {"a": "x"}


def test_half_a_surrogate_pair_is_no_text():
    """Text that no file can hold is refused; a whole pair is a character."""
    assert refusal(lambda: parse('["\\ud800"]').each(Node.text)) == "[0] has half of a surrogate pair"
    assert parse(json.dumps("𠮷")).text() == "𠮷"
