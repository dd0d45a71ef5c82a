"""The library's own code over its whole tables: every row of every data file is well-formed and accounted for."""

import csv
import itertools
import re
import unicodedata
from collections import Counter
from importlib import resources

import pytest

from govbudget.subjects import (
    Agreement,
    Classification,
    Grade,
    SubjectCode,
    agreement,
    chart,
    classification_of,
    crosswalk,
    name_key,
    procurement_catalogue,
    procurement_code,
    rows_of,
)
from govbudget.subjects._loading import data_lines, span
from shared_material import SHARED

YEARS = range(2017, 2027)
FILES = (
    "crosswalk",
    "departmental_economic",
    "functional",
    "governmental_economic",
    "procurement",
    "revenue",
)
COLUMNS = {"crosswalk": "governmental departmental grade years", "procurement": "code name"}
LENGTHS = {
    Classification.REVENUE: {3, 5, 7, 9},
    Classification.FUNCTIONAL: {3, 5, 7},
    Classification.DEPARTMENTAL_ECONOMIC: {3, 5},
    Classification.GOVERNMENTAL_ECONOMIC: {3, 5},
}
FIRST = {"revenue": "1", "functional": "2", "departmental_economic": "3", "governmental_economic": "5"}
ODD = set("()[]{}【】〔〕<>\"',;:：*_#|") | {
    chr(code) for code in range(0xFF10, 0xFF5B) if chr(code) not in "；，"
}

# Known: a disputed pair whose departmental code no known chart has.
LOOSE_PAIRS = {("59906", "39906")}

every_classification = pytest.mark.parametrize("classification", Classification, ids=lambda kind: kind.value)


def text_of(name):
    """The text of a data file."""
    return resources.files("govbudget.subjects").joinpath("data", f"{name}.tsv").read_text("utf-8")


def header_of(name):
    """The comment lines of a data file, without their mark."""
    return [line.removeprefix("# ") for line in text_of(name).split("\n") if line.startswith("#")]


def is_normal(name):
    """Whether a name is in normal form: one line, no blanks, full-width brackets in pairs, no odd characters."""
    return (
        name != ""
        and not any(unicodedata.category(char)[0] in "CZ" for char in name)
        and not set(name) & ODD
        and name.count("（") == name.count("）")
        and name.count("“") == name.count("”")
        and unicodedata.normalize("NFC", name) == name
    )


def test_there_are_no_other_data_files():
    """Every data file of the package is validated here."""
    found = resources.files("govbudget.subjects").joinpath("data").iterdir()
    assert sorted(path.name for path in found) == [f"{name}.tsv" for name in FILES]


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_its_birth_certificate(name):
    """The comments say title, source, edition, date and how to regenerate, before the heading and nowhere else."""
    text, header = text_of(name), header_of(name)
    assert text.startswith("# ")
    assert text.split("\n")[len(header)].split("\t") == COLUMNS.get(
        name, "code name since until grade years documents also"
    ).split(" ")
    assert not header[0].startswith(("source:", "rows:"))
    for key in ("source: .+", "edition: .+", r"date: 20\d\d-[01]\d-[0-3]\d", "regenerate[a-z ]*: .+"):
        assert sum(re.fullmatch(key, line) is not None for line in header) == 1, key


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_clean_text(name):
    """UTF-8 without BOM, LF only, one final line end, no blank lines, no blanks at the ends of lines."""
    text = text_of(name)
    assert "\r" not in text
    assert "\ufeff" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    lines = text.removesuffix("\n").split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
    assert all(field == field.strip() for line in lines for field in line.split("\t"))
    assert data_lines(f"{name}.tsv") == lines[len(header_of(name)) + 1 :]


@pytest.mark.parametrize("name", FILES)
def test_the_header_counts_the_rows_by_grade(name):
    """The counts in the comments are those of the rows, in all and by grade."""
    if name == "procurement":
        grades = Counter({"published": len(procurement_catalogue())})
    elif name == "crosswalk":
        grades = Counter(pair.grade.value for pair in crosswalk().pairs)
    else:
        grades = Counter(row.grade.value for row in rows_of(Classification(name)))
    stated = ", ".join(f"{grade.value} {grades[grade.value]}" for grade in Grade if grades[grade.value])
    assert f"rows: {grades.total()} ({stated})" in header_of(name)
    assert grades.total() == len(data_lines(f"{name}.tsv"))


@every_classification
def test_every_line_is_a_row_and_every_row_its_line(classification):
    """Rows written back are the lines of the file, so nothing is lost or guessed in loading."""
    lines = data_lines(f"{classification.value}.tsv")
    assert len(lines) == len(rows_of(classification))
    for line, row in zip(lines, rows_of(classification), strict=True):
        fields = [*line.split("\t"), *[""] * 8][:8]
        assert line.count("\t") < 8
        assert fields[:5] == [
            row.code.value,
            row.name,
            str(row.since or ""),
            str(row.until or ""),
            row.grade.value,
        ]
        assert span(fields[5]) == row.years
        assert fields[6:] == [str(row.documents or ""), "|".join(row.also)]


@every_classification
def test_codes_are_of_their_classification(classification):
    """Every code has the first digit and a number of digits of its classification."""
    for row in rows_of(classification):
        assert row.code.value[0] == FIRST[classification.value]
        assert len(row.code.value) in LENGTHS[classification]
        assert classification.takes(row.code)
        assert classification_of(row.code) is classification
        assert row.level is row.code.level
        assert str(row) == f"{row.code} {row.name}"


@every_classification
def test_every_parent_is_there_whenever_its_child_is(classification):
    """In every year in which a row holds, its parent is in the chart."""
    for year in YEARS:
        known = {row.code.value for row in rows_of(classification) if row.holds_in(year)}
        orphans = [text for text in known if len(text) > 3 and text[:-2] not in known]
        assert orphans == [], year


@every_classification
def test_a_code_has_one_name_in_a_year(classification):
    """No two rows of a code hold in one year, and between its rows no year is left out."""
    by_code = {}
    for row in rows_of(classification):
        by_code.setdefault(row.code.value, []).append(row)
    for code, rows in by_code.items():
        assert all(row.since is None or row.until is None or row.since <= row.until for row in rows)
        for year in range(2000, 2040):
            assert sum(row.holds_in(year) for row in rows) <= 1, (code, year)
        held = [year for year in range(2000, 2040) if any(row.holds_in(year) for row in rows)]
        assert held == list(range(held[0], held[-1] + 1)), code
        assert all(one.name != two.name for one, two in itertools.pairwise(rows)), code


@every_classification
def test_years_of_validity_are_years(classification):
    """since and until lie in the years that the library speaks of."""
    for row in rows_of(classification):
        assert all(2006 <= year <= 2026 for year in (row.since, row.until) if year is not None), str(row)


@every_classification
def test_names_are_in_normal_form(classification):
    """Names have no blanks, no control characters, full-width brackets in pairs, and are not empty."""
    bad = [
        str(row) for row in rows_of(classification) for name in (row.name, *row.also) if not is_normal(name)
    ]
    assert bad == []


@every_classification
def test_grades_rest_on_evidence(classification):
    """Attested rows name years and documents, within their validity; other rows have neither."""
    for row in rows_of(classification):
        if row.grade is Grade.ATTESTED:
            assert row.documents >= 1, str(row)
            assert row.years, str(row)
            assert list(row.years) == sorted(set(row.years)), str(row)
            assert all(year in YEARS and row.holds_in(year) for year in row.years), str(row)
        else:
            assert (row.documents, row.years) == (0, ()), str(row)
        assert row.grade is not Grade.PUBLISHED, "no citable official text is known yet"


@every_classification
def test_other_names_are_claimed_of_disputed_rows_only(classification):
    """A row with other names is disputed, and they are other names."""
    for row in rows_of(classification):
        if row.also:
            assert row.grade is Grade.DISPUTED, str(row)
            assert all(agreement(other, row.name) is not Agreement.EXACT for other in row.also), str(row)
            assert len(set(row.also)) == len(row.also), str(row)


@every_classification
def test_files_are_sorted_by_code_and_year(classification):
    """Rows stand by code, then by their first year."""
    keys = [(row.code, row.since or 0) for row in rows_of(classification)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_governmental_subjects_begin_in_2018():
    """The governmental economic classification did not exist before 2018."""
    assert {row.since for row in rows_of(Classification.GOVERNMENTAL_ECONOMIC)} == {2018}
    assert len(chart(Classification.GOVERNMENTAL_ECONOMIC, 2017)) == 0


def test_crosswalk_lines_are_pairs():
    """Every line is a pair of a governmental and a departmental section, sorted, once, with its grade and years."""
    lines = [[*line.split("\t"), "", ""][:4] for line in data_lines("crosswalk.tsv")]
    pairs = crosswalk().pairs
    assert [(p.governmental.value, p.departmental.value, p.grade.value) for p in pairs] == [
        tuple(line[:3]) for line in lines
    ]
    keys = [tuple(line[:2]) for line in lines]
    assert keys == sorted(set(keys))
    for pair, line in zip(pairs, lines, strict=True):
        assert pair.governmental.value[0] == "5"
        assert pair.departmental.value[0] == "3"
        assert pair.governmental.level == pair.departmental.level == 2
        assert pair.years == span(line[3])
        assert (pair.grade is Grade.ATTESTED) == bool(pair.years)
        assert all(2018 <= year <= 2026 for year in pair.years)


@pytest.mark.parametrize("year", YEARS[1:])
def test_crosswalk_codes_are_in_the_charts(year):
    """Both codes of every pair are in the charts of 2018 and later, but for a known disputed pair."""
    ours = chart(Classification.DEPARTMENTAL_ECONOMIC, year)
    theirs = chart(Classification.GOVERNMENTAL_ECONOMIC, year)
    missing = [p for p in crosswalk().pairs if p.departmental not in ours or p.governmental not in theirs]
    assert {(p.governmental.value, p.departmental.value) for p in missing} <= LOOSE_PAIRS
    assert all(p.grade is Grade.DISPUTED for p in missing)


def test_the_procurement_catalogue_is_whole():
    """4304 categories, sorted, well-formed, of a known level, with normal names and every parent."""
    categories = procurement_catalogue().categories
    assert len(categories) == len(data_lines("procurement.tsv")) == 4304
    assert list(categories) == sorted(categories)
    assert Counter(row.level for row in categories.values()) == {0: 3, 1: 43, 2: 316, 3: 1451, 4: 2491}
    for code, row in categories.items():
        assert re.fullmatch("[ABC](?:[0-9]{8})?", code)
        assert row.code == code == procurement_code(code)
        assert is_normal(row.name), row
        pairs = [code[i : i + 2] for i in range(1, len(code), 2)]
        assert [pair != "00" for pair in pairs] == [level < row.level for level in range(len(pairs))], row
        if row.level:
            above = code[: 2 * row.level - 1]
            assert (above if row.level == 1 else above.ljust(9, "0")) in categories, row


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("", ()),
        ("2021", (2021,)),
        ("2017-2019,2022", (2017, 2018, 2019, 2022)),
        ("2021-2022,2024-2026", (2021, 2022, 2024, 2025, 2026)),
    ],
)
def test_compact_years_are_spelt_out(text, years):
    """Single years and ranges make the list of years."""
    assert span(text) == years


def observed(name):
    """The rows of a table of observations beside the checkout."""
    path = SHARED / "subjects" / f"{name}.tsv"
    if not path.is_file():
        pytest.skip(f"the observations (../shared/subjects/{name}.tsv) are not beside this checkout")
    return list(csv.DictReader(path.read_text("utf-8").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("name", ["functional_observed_2017_2026", "dept_economic_observed_2017_2026"])
def test_everything_observed_is_attested(name):
    """Every code that was read in a disclosure has that name in the chart of that year, with the year named.

    What was seen only in the sources of a program's pages is no disclosure.
    """
    for seen in observed(name):
        if seen["source"].split(" ")[0].endswith((".vue", ".js")) and ";" not in seen["source"]:
            continue
        code = SubjectCode(seen["code"])
        for year in span(seen["years_seen"]):
            row = chart(classification_of(code), year)[code]
            assert agreement(seen["name"], row.name) is Agreement.EXACT, seen
            assert row.grade is Grade.ATTESTED, seen
            assert year in row.years, seen


def test_the_catalogue_is_that_which_was_transcribed():
    """Codes, names and levels are those of the transcription, but for the width of brackets."""
    rows = observed("procurement_catalogue_2022")
    categories = procurement_catalogue().categories
    assert [(row["code"], name_key(row["name"]), int(row["level"])) for row in rows] == [
        (row.code, name_key(row.name), row.level) for row in categories.values()
    ]
