"""Where figures were printed, and how errors say what is wrong."""

import copy
import pickle

import pytest
from attrs.exceptions import FrozenInstanceError

from govbudget.amounts import Amount, parse_amount
from govbudget.exceptions import (
    FigureError,
    GovBudgetError,
    Notice,
    ReadingError,
    RelationError,
    RuleError,
    UsageError,
)
from govbudget.locations import Location


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location(), ""),
        (Location("a.txt"), "a.txt"),
        (Location("a.txt", line=12), "a.txt:12"),
        (Location(line=12), "line 12"),
        (Location(table="收支总表", column="合计 / 基本支出"), "收支总表 · 合计 / 基本支出"),
        (Location(table="收支总表", row="合计", line=3), "line 3 收支总表 · 合计"),
        (Location("a.txt", "收支总表", "合计", "金额", 12), "a.txt:12 收支总表 · 合计 · 金额"),
    ],
)
def test_a_location_writes_what_is_known_of_it(location, text):
    """Unknown parts leave no trace in the text."""
    assert str(location) == text


def test_locations_are_values():
    """Equal places are equal, hash alike and cannot be changed."""
    assert len({Location("a", line=1), Location("a", line=1), Location("a", line=2)}) == 2
    with pytest.raises(FrozenInstanceError):
        Location("a").source = "b"


@pytest.mark.parametrize("error", [FigureError, ReadingError, RelationError, RuleError])
def test_every_error_is_of_the_family_and_a_value_error(error):
    """A caller can catch the whole family, or ValueError."""
    assert issubclass(error, GovBudgetError)
    assert issubclass(error, ValueError)


def test_a_value_of_the_wrong_sort_is_a_type_error():
    """Giving something of another type altogether is of the family, too."""
    assert issubclass(UsageError, GovBudgetError)
    assert issubclass(UsageError, TypeError)


def test_a_figure_error_says_what_why_and_what_to_do():
    """The message is rendered from the fields, on one line."""
    error = FigureError("12,34", "misplaced separators", "check the digits")
    assert str(error) == "'12,34': misplaced separators; check the digits"
    assert (error.text, error.reason, error.remedy) == ("12,34", "misplaced separators", "check the digits")


class _TwoLines:
    def __repr__(self):
        return "[1\n 2]"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("x" * 500, "'" + "x" * 39 + "…" + "x" * 9 + "': "),
        (10**5000, "an int of 16610 bits: "),
        (-(10**5000), "an int of 16610 bits: "),
        (10**30, f"{10**30}: "),
        (_TwoLines(), "[1  2]: "),
        ("a\nb", r"'a\nb': "),
    ],
    ids=lambda value: type(value).__name__,  # pytest cannot write the longest ints
)
def test_what_was_given_is_shown_on_one_short_line(given, shown):
    """Long, many-lined and unwritable values do not spoil the message."""
    message = str(FigureError(given, "reason", "remedy"))
    assert message == shown + "reason; remedy"
    assert "\n" not in message


@pytest.mark.parametrize(
    ("line", "text"), [(None, "a.txt: no table; give a budget"), (7, "a.txt:7: no table; give a budget")]
)
def test_a_reading_error_points_at_the_line_if_there_is_one(line, text):
    """Source and line come first, as compilers write them."""
    error = ReadingError("a.txt", "no table", "give a budget", line)
    assert str(error) == text
    assert (error.source, error.reason, error.remedy, error.line) == (
        "a.txt",
        "no table",
        "give a budget",
        line,
    )


def test_an_error_speaks_chinese_where_it_can():
    """The command line says an error in the language of its user, on one line; English stands where there is no other."""
    error = ReadingError("a.txt", "no table", "give a\nbudget", 7, zh="没有表格")
    assert error.say("zh") == "a.txt:7：没有表格"
    assert error.say("en") == "a.txt:7: no table; give a budget"
    assert ReadingError("a.txt", "no table", "look").say("zh") == "a.txt: no table; look"
    assert FigureError("x", "why", "do").say("zh") == "'x': why; do"
    told = FigureError(10**5000, "too long", "cut it", zh="过长；请缩短")
    assert told.say("zh") == "16610 位的二进制整数：过长；请缩短"
    assert told.say("en") == "an int of 16610 bits: too long; cut it"
    assert pickle.loads(pickle.dumps(told)).say("zh") == told.say("zh")  # noqa: S301
    assert RuleError("no rule x", zh="没有规则 x").say("zh") == "没有规则 x"
    assert RuleError("no rule x", zh="没有规则 x").say("en") == "no rule x"
    assert RuleError("no rule\nx").say("zh") == "no rule x"


def test_a_notice_has_two_languages():
    """A short text is written once in Chinese and once in English."""
    notice = Notice("通过", "passed")
    assert (notice.say("zh"), notice.say("en")) == ("通过", "passed")


def test_errors_survive_pickling_and_copying():
    """An error raised in a worker process arrives with its message and fields."""
    for error in (
        FigureError("x", "why", "do"),
        ReadingError("a.txt", "why", "do", 3, zh="没有"),
        RelationError("no"),
        RuleError("no", zh="没有"),
    ):
        for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
            assert type(twin) is type(error)
            assert str(twin) == str(error)
            assert vars(twin) == vars(error)


def test_an_error_tells_a_wrong_figure_from_a_wrong_unit():
    """The same entry points at the number or at the unit, whichever is wrong."""
    with pytest.raises(FigureError, match=r"^'万': not a number"):
        parse_amount("万", "万元")
    with pytest.raises(FigureError, match=r"^'美元': not a unit of money; use 元, 万元 or 亿元$"):
        Amount("1", "美元")
