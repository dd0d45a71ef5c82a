"""The government procurement catalogue."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govbudget.exceptions import FigureError
from govbudget.subjects import (
    ProcurementCategory,
    ProcurementCodeError,
    procurement_catalogue,
    procurement_code,
)

CATALOGUE = procurement_catalogue()
WIDE = str.maketrans("0123456789ABC", "０１２３４５６７８９ＡＢＣ")

categories = st.sampled_from(list(CATALOGUE.categories.values()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A", "A"),
        (" b\n", "B"),
        ("C99", "C99000000"),
        ("A0201", "A02010000"),
        ("A020105", "A02010500"),
        ("a020105", "A02010500"),
        ("A 020105", "A02010500"),
        ("A\u300002010500", "A02010500"),
        ("Ａ０２０１０５", "A02010500"),
        ("A02010500", "A02010500"),
        ("A020105\n", "A02010500"),
    ],
)
def test_spellings_of_a_code_have_one_full_length(text, code):
    """Case, width, blanks and zeros at the end do not matter."""
    assert procurement_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "D01",
        "01",
        "A0",
        "A020",
        "A0201050",
        "A020105001",
        "A02 01",
        "A-02",
        "AA01",
        "A²",
        "A٠١",
        "货物",
        "A" * 200,
        None,
        5,
        ("A", "02"),
        b"A02",
    ],
)
def test_what_is_no_code_is_refused_on_one_line(text):
    """Other letters, odd digits and too many of them are refused, with what to give."""
    with pytest.raises(ProcurementCodeError) as caught:
        procurement_code(text)
    message = str(caught.value)
    assert message.endswith(": not a procurement code; give a letter and 2 to 8 digits such as A020105")
    assert len(message.splitlines()) == 1
    assert len(message) < 150
    assert isinstance(caught.value, FigureError)


@given(st.text("ABCDabc0123 ０１\n", max_size=12))
def test_any_text_is_a_code_or_refused(text):
    """A code in full length is its own full length."""
    try:
        code = procurement_code(text)
    except ProcurementCodeError:
        assert text not in CATALOGUE
    else:
        assert procurement_code(code) == code
        assert len(code) in (1, 9)
        assert (text in CATALOGUE) == (code in CATALOGUE.categories)


@given(categories, st.booleans(), st.booleans(), st.booleans())
def test_a_category_is_found_by_every_spelling_of_its_code(category, short, wide, lower):
    """Short, full-width and lower-case codes find the same category."""
    text = category.code[: 1 + 2 * category.level] if short else category.code
    text = text.lower() if lower else text
    text = text.translate(WIDE) if wide else text
    assert CATALOGUE.get(text) is category
    assert text in CATALOGUE


@given(categories)
def test_the_path_of_a_category_goes_down_level_by_level(category):
    """A path has one name for every level and ends in the category's own."""
    path = CATALOGUE.path(category.code)
    assert len(path) == category.level + 1
    assert path[-1] == category.name
    assert path[0] == {"A": "货物", "B": "工程", "C": "服务"}[category.code[0]]
    if category.level:
        above = category.code[: 2 * category.level - 1]
        assert CATALOGUE.path(above) == path[:-1]


def test_paths_of_real_and_of_unknown_codes():
    """A path goes as far as its codes are known."""
    assert CATALOGUE.path("A020105") == ("货物", "设备", "信息化设备", CATALOGUE.get("A020105").name)
    assert CATALOGUE.path("A") == ("货物",)
    assert CATALOGUE.path("A02019877") == ("货物", "设备", "信息化设备")
    assert CATALOGUE.get("A02019877") is None
    assert "A02019877" not in CATALOGUE
    with pytest.raises(ProcurementCodeError):
        CATALOGUE.path("D01")


@pytest.mark.parametrize("thing", ["", "xyz", "货物", None, 5, "A0"])
def test_what_is_no_code_is_not_in_the_catalogue(thing):
    """Asking whether a text is a known code never raises; asking for its category does."""
    assert thing not in CATALOGUE
    with pytest.raises(ProcurementCodeError):
        CATALOGUE.get(thing)


@settings(max_examples=30)  # a search looks at every category
@given(categories)
def test_search_finds_every_category_by_its_name(category):
    """Every category is found, the exact names first."""
    found = CATALOGUE.search(category.name)
    assert category in found
    assert found[0].name == category.name


def test_search_takes_names_as_printed():
    """Brackets, ordinals and cut-off names are found; a name that nobody has is not."""
    assert CATALOGUE.search("一、通信(控制)处理机") == (CATALOGUE.get("A02010206"),)
    assert CATALOGUE.get("C24990000") in CATALOGUE.search("其他政府和社会资本合作")
    assert CATALOGUE.search("莫须有设备") == CATALOGUE.search("") == ()


@pytest.mark.parametrize(
    ("code", "level"),
    [("A", 0), ("A02000000", 1), ("A10000000", 1), ("A02100000", 2), ("A02010500", 3), ("A02010510", 4)],
)
def test_zeros_at_the_end_say_the_level(code, level):
    """Pairs of zeros at the end are levels that the code does not have; a single zero belongs to its pair."""
    assert ProcurementCategory(code, "某").level == level


def test_there_is_one_known_edition():
    """The edition of 2022 is known, others are refused."""
    assert procurement_catalogue(2022).edition == CATALOGUE.edition == 2022
    assert len(CATALOGUE) == len(CATALOGUE.categories) == 4304
    assert procurement_catalogue() is CATALOGUE
    for edition in (2013, 2023, "2022", None):
        with pytest.raises(
            FigureError, match="an edition of the procurement catalogue that is not known; use 2022"
        ):
            procurement_catalogue(edition)
