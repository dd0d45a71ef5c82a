"""Subject codes and amounts as fields of other people's attrs classes."""

import re
from decimal import Decimal

import attrs
import pytest
from cattrs import Converter

from govbudget import Amount, FigureError, Percentage, Target, Unit, UsageError, parse_target, validators
from govbudget.serialization import register_hooks
from govbudget.subjects import Classification, SubjectCode, SubjectCodeError, UnknownSubjectError, read_chart
from govbudget.targets import as_target

OFFICIAL = read_chart([("210", "卫生健康支出")], classification=Classification.FUNCTIONAL, year=2021)


@attrs.frozen
class Line:
    """A line of a user's ledger."""

    subject: SubjectCode = attrs.field(
        converter=SubjectCode.parse, validator=validators.subject_code(year=2021)
    )
    spent: Amount = attrs.field(validator=validators.amount(unit="万元", decimals=2))


@attrs.define
class Strict:
    """A class that takes only codes that are known, as plain text."""

    code: str = attrs.field(
        validator=validators.subject_code(year=2021, classification=Classification.FUNCTIONAL, known=True)
    )
    note: Amount | None = attrs.field(
        default=None, validator=attrs.validators.optional(validators.amount(negative=True))
    )


@attrs.define
class Complete:
    """A class with the ministry's chart."""

    code: SubjectCode = attrs.field(validator=validators.subject_code(year=2021, charts=(OFFICIAL,)))


def test_good_values_are_taken():
    """Codes in any spelling and amounts as printed pass; the class stays hashable and comparable."""
    line = Line("210 15 06", Amount("12.00", "万元"))
    assert line == Line(("210", "15", "06"), Amount("12.00", Unit.WAN_YUAN))
    assert len({line, Line("2101506", Amount("12.00", "万"))}) == 1
    assert str(Line("2109876", Amount("0.00", "万元")).subject) == "2109876"
    assert Strict("2101506", Amount("-3", "元")).note.coefficient == -3


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: Line("21", Amount("1.00", "万元")), SubjectCodeError, "not a subject code"),
        (
            lambda: Line("901", Amount("1.00", "万元")),
            FigureError,
            "subject is no code of the any classification",
        ),
        (lambda: Strict("30101"), FigureError, "code is no code of the functional classification"),
        (
            lambda: Strict("2109876"),
            UnknownSubjectError,
            "code is 2109876, which is not in the functional chart of 2021",
        ),
        (lambda: Complete(SubjectCode("208")), UnknownSubjectError, "not in the functional chart of 2021"),
        (lambda: Line("210", Decimal("1.00")), FigureError, "spent is a Decimal, not an Amount"),
        (lambda: Line("210", Amount("1.00", "元")), FigureError, "spent is not in 万元"),
        (lambda: Line("210", Amount("1.0", "万元")), FigureError, "spent has 1 decimals, not 2"),
        (lambda: Line("210", Amount("-1.00", "万元")), FigureError, "spent is negative"),
    ],
)
def test_bad_values_are_refused_by_name(make, error, words):
    """Every refusal names the field and what is wrong, on one line."""
    with pytest.raises(error) as refused:
        make()
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_known_code_of_a_complete_chart_passes():
    """The ministry's chart goes before that of the package."""
    assert Complete(SubjectCode("210")).code == SubjectCode("210")


def test_values_go_through_cattrs_and_back():
    """With the hooks registered, a user's class becomes plain text and is read back equal."""
    converter = register_hooks(Converter())
    line = Line("2101506", Amount("12.00", "万元"))
    data = converter.unstructure(line)
    assert data == {"subject": "2101506", "spent": "12.00万元"}
    assert converter.structure(data, Line) == line
    assert converter.structure("42.26%", Percentage) == Percentage("42.26")
    with pytest.raises(FigureError, match="nothing is printed"):
        converter.structure("—", Amount)


@attrs.frozen
class Goal:
    """A class with targets as its fields."""

    value: Target = attrs.field(
        converter=as_target, validator=validators.target(direction="at_least", unit="%")
    )


@attrs.frozen
class Plan:
    """A class whose target may be of two kinds."""

    value: object = attrs.field(validator=validators.target(kinds=["duration", "date"]))


def test_a_good_target_is_let_through():
    """The converter parses, the validator looks."""
    assert str(Goal("不低于95％").value) == "≥95%"
    assert str(Plan(parse_target("6月底前")).value) == "≤6月30日"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Goal("及时率"), "value is no target: it names what is measured"),
        (lambda: Goal("≤95%"), "value has the direction at_most; give one that is at_least"),
        (lambda: Goal("≥95次"), "value is in 次; give one that can be compared with %"),
        (lambda: Goal("≥95"), "value is in no unit"),
        (lambda: Goal(">95%，<95%"), "value cannot be met by any value"),
        (lambda: Plan(parse_target("≥95%")), "value is a percentage; give one of: date, duration"),
        (lambda: Plan("≥95%"), "value is a str, not a Target"),
    ],
)
def test_a_wrong_target_is_refused_in_one_line(make, message):
    """The error names the field, what is wrong and the remedy."""
    with pytest.raises(FigureError, match=re.escape(message)) as caught:
        make()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("wrong", [{"direction": "up"}, {"kinds": ["money"]}, {"unit": "以上"}])
def test_a_validator_of_targets_knows_its_words(wrong):
    """An unknown direction, kind or unit is misuse of the validator itself."""
    with pytest.raises(UsageError):
        validators.target(**wrong)


def test_a_target_is_text_in_cattrs():
    """register_hooks writes a target as its canonical text and reads it back."""
    converter = register_hooks(Converter())
    goal = Goal("不低于95％")
    assert converter.unstructure(goal) == {"value": "≥95%"}
    assert converter.structure({"value": "≥95%"}, Goal) == goal
