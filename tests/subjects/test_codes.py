"""Subject codes: all spellings are one code, and prefixes are parents."""

import itertools
import pickle

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from govbudget.exceptions import FigureError
from govbudget.subjects import Classification, Level, SubjectCode, SubjectCodeError, classification_of

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
SEPARATORS = [" ", "  ", "-", "–", "—", "－", ".", "·", "/", "\u3000", "\t", " - "]

digits = st.from_regex(r"[1-9][0-9]{2}([0-9]{2}){0,3}", fullmatch=True)
related_digits = st.builds(
    lambda head, tail, levels: (head + tail)[: 3 + 2 * levels],
    st.sampled_from(["210", "208"]),
    st.text("01", min_size=6, max_size=6),
    st.integers(0, 3),
)
codes = st.builds(SubjectCode, digits | related_digits)
related_codes = st.builds(SubjectCode, related_digits)


@given(digits)
def test_text_of_a_code_parses_back(text):
    """The digits of a code are its canonical text, and a code parses to itself."""
    code = SubjectCode.parse(text)
    assert str(code) == code.value == text
    assert code == SubjectCode(text) == SubjectCode.parse(code)
    assert repr(code) == f"SubjectCode('{text}')"


@given(codes, st.sampled_from(SEPARATORS), st.booleans(), st.sampled_from(["", " ", "\u3000", "\n"]))
def test_every_spelling_of_a_code_is_the_same_code(code, separator, wide, margin):
    """Separators, blanks around and full-width digits do not matter."""
    text = margin + separator.join(code.pieces) + margin
    assert SubjectCode.parse(text.translate(WIDE) if wide else text) == code


@given(codes, st.sampled_from([tuple, list]), st.booleans(), st.booleans())
def test_the_pieces_of_a_code_make_the_code(code, shape, wide, short):
    """Pieces may be a tuple or list, full-width, padded, and single digits for 01 to 09."""
    pieces = [code.pieces[0], *(p.removeprefix("0") if short else p for p in code.pieces[1:])]
    given_pieces = shape(f" {p.translate(WIDE) if wide else p}\u3000" for p in pieces)
    assert SubjectCode.parse(given_pieces) == code


@pytest.mark.parametrize(
    "spelling",
    [
        "2101506",
        "210 15 06",
        "210-15-06",
        "210 15 6",
        "210.15.06",
        "２１０１５０６",
        "２１０－１５－０６",
        " 2101506\n",
        ("210", "15", "06"),
        ("210", "15", "6"),
        ["２１０", "１５", "６"],
        ("2101506",),
        ("210", "", "15", "06", ""),
        SubjectCode("2101506"),
    ],
)
def test_real_spellings_of_one_code(spelling):
    """Every spelling seen in documents reads as 2101506."""
    assert str(SubjectCode.parse(spelling)) == "2101506"


@pytest.mark.parametrize(
    ("spelling", "reason"),
    [
        (None, "give its pieces as text"),
        (2101506, "give its pieces as text"),
        (210.0, "give its pieces as text"),
        (b"2101506", "give its pieces as text"),
        ((210, 15, 6), "give its pieces as text"),
        (("210", 15), "give its pieces as text"),
        (("210", None), "give its pieces as text"),
        ({"210"}, "give its pieces as text"),
        ((piece for piece in ("210", "15")), "give its pieces as text"),
        ("", "give 3, 5, 7 or 9 digits"),
        ((), "give 3, 5, 7 or 9 digits"),
        (" - ", "give 3, 5, 7 or 9 digits"),
        ("21", "give 3, 5, 7 or 9 digits"),
        ("2101", "give 3, 5, 7 or 9 digits"),
        ("210150", "give 3, 5, 7 or 9 digits"),
        ("21015060101", "give 3, 5, 7 or 9 digits"),
        ("abc", "give 3, 5, 7 or 9 digits"),
        ("010", "give 3, 5, 7 or 9 digits"),
        ("٢١٠", "give 3, 5, 7 or 9 digits"),
        ("²10", "give 3, 5, 7 or 9 digits"),
        ("210 1a", "give 3, 5, 7 or 9 digits"),
        ("210 15 06 01 02", "give 3, 5, 7 or 9 digits"),
        ("9" * 200, "too long for a subject code"),
        (" \n" * 100, "too long for a subject code"),
        (("9" * 200,), "give 3, 5, 7 or 9 digits"),
        (("21", "5"), "separate 3 digits and then 2 and 2"),
        ("21 05", "separate 3 digits and then 2 and 2"),
        ("2101 5", "separate 3 digits and then 2 and 2"),
        ("210 1506", "separate 3 digits and then 2 and 2"),
        (("210", "150"), "separate 3 digits and then 2 and 2"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_code_is_refused_on_one_line(spelling, reason):
    """A refusal says on one short line what is wrong and what to give."""
    with pytest.raises(SubjectCodeError) as caught:
        SubjectCode.parse(spelling)
    message = str(caught.value)
    assert reason in message
    assert len(message.splitlines()) == 1
    assert len(message) < 180
    assert isinstance(caught.value, FigureError)


@pytest.mark.parametrize("value", [None, 210, "210\n", " 210", "210 15", "２１０", "", "21", ("210",)])
def test_the_constructor_takes_plain_digits_only(value):
    """Spellings are for parse; the constructor is strict."""
    with pytest.raises(SubjectCodeError, match="give 3, 5, 7 or 9 digits"):
        SubjectCode(value)


@given(st.text("0123456789 -abc０１\n二", max_size=12))
def test_any_text_parses_or_is_refused(text):
    """No text makes anything but a code or a refusal on one line."""
    try:
        outcome = str(SubjectCode.parse(text))
    except SubjectCodeError as error:
        outcome = str(error)
    else:
        assert SubjectCode.parse(outcome).value == outcome
    assert len(outcome.splitlines()) == 1


@given(codes)
def test_pieces_levels_and_ancestors_agree(code):
    """A code has one piece and one step up for every level."""
    assert "".join(code.pieces) == code.value
    assert [len(piece) for piece in code.pieces] == [3] + [2] * (code.level - 1)
    assert tuple(code) == code.pieces
    assert SubjectCode.parse(tuple(code)) == code
    assert len(code.ancestors) == code.level - 1
    assert [above.level for above in code.ancestors] == list(range(code.level - 1, 0, -1))


@given(codes)
def test_the_parent_is_the_nearest_ancestor(code):
    """Ancestors are the parent and its ancestors, and a category has neither."""
    if code.level is Level.CATEGORY:
        assert code.parent is None
        assert code.ancestors == ()
    else:
        assert code.parent.value + code.pieces[-1] == code.value
        assert code.ancestors == (code.parent, *code.parent.ancestors)


@given(related_codes, related_codes, related_codes)
def test_is_below_is_a_strict_partial_order(one, two, three):
    """Below is irreflexive, asymmetric and transitive, and says the same as the ancestors."""
    assert not one.is_below(one)
    assert one.is_below(two) == (two in one.ancestors)
    assert not (one.is_below(two) and two.is_below(one))
    if one.is_below(two) and two.is_below(three):
        assert one.is_below(three)


@given(st.lists(related_codes | codes, max_size=8))
def test_codes_are_ordered_as_their_digits(several):
    """Sorting codes sorts their digits, so every code follows its ancestors."""
    ordered = sorted(several)
    assert [code.value for code in ordered] == sorted(code.value for code in several)
    for first, second in itertools.pairwise(ordered):
        assert not first.is_below(second)
        assert (first < second) == (first.value < second.value)
        assert first <= second


@given(related_codes, related_codes)
def test_equal_codes_hash_alike(one, two):
    """Codes are equal as their digits are, and a code is not its text."""
    assert (one == two) == (one.value == two.value)
    assert hash(one) == hash(SubjectCode(one.value))
    assert len({one, two}) == len({one.value, two.value})
    assert one != one.value
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


def test_codes_are_frozen_and_ordered_among_themselves_only():
    """A code cannot be changed, nor compared with a text."""
    code = SubjectCode("210")
    with pytest.raises(FrozenInstanceError):
        code.value = "211"
    with pytest.raises(TypeError):
        _ = code < "211"


def test_levels_have_their_chinese_names():
    """类, 款, 项, 目 in this order."""
    assert [level.zh for level in Level] == ["类", "款", "项", "目"]
    assert [SubjectCode(text).level for text in ("210", "21015", "2101506", "101010101")] == list(Level)


@pytest.mark.parametrize(
    ("code", "classification"),
    [
        ("101010101", Classification.REVENUE),
        ("2101506", Classification.FUNCTIONAL),
        ("30201", Classification.DEPARTMENTAL_ECONOMIC),
        ("50201", Classification.GOVERNMENTAL_ECONOMIC),
        (SubjectCode("205"), Classification.FUNCTIONAL),
        ("40101", None),
        ("901", None),
        ("", None),
    ],
)
def test_the_first_digit_says_the_classification(code, classification):
    """1 is revenue, 2 functional, 3 and 5 economic; other digits belong to none."""
    assert classification_of(code) is classification


@pytest.mark.parametrize("classification", Classification)
@given(code=codes)
def test_a_classification_takes_its_own_codes_down_to_its_deepest_level(classification, code):
    """A code fits exactly if its first digit and its depth do."""
    first = {"1": "revenue", "2": "functional", "3": "departmental_economic", "5": "governmental_economic"}
    depth = {"1": 9, "2": 7, "3": 5, "5": 5}
    fits = first.get(code.value[0]) == classification.value and len(code.value) <= depth[code.value[0]]
    assert classification.takes(code) == fits


def test_classifications_have_labels_in_both_languages():
    """Every classification is named in Chinese and in English."""
    assert [kind.label.zh for kind in Classification] == [
        "收入分类科目",
        "支出功能分类科目",
        "部门预算支出经济分类科目",
        "政府预算支出经济分类科目",
    ]
    assert all(kind.label.en for kind in Classification)
