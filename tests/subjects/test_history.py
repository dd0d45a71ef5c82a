"""Names through the years: what was renamed and when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govbudget.subjects import (
    Agreement,
    Classification,
    SubjectCode,
    SubjectCodeError,
    UnknownSubjectError,
    agreement,
    chart,
    history,
    rows_of,
    search,
    subject,
)

YEARS = range(2017, 2027)
RENAMED = [
    ("207", "文化体育与传媒支出", "文化旅游体育与传媒支出", 2019),
    ("210", "医疗卫生与计划生育支出", "卫生健康支出", 2019),
    ("20805", "行政事业单位离退休", "行政事业单位养老支出", 2020),
    ("215", "资源勘探信息等支出", "资源勘探工业信息等支出", 2021),
    ("220", "国土海洋气象等支出", "自然资源海洋气象等支出", 2019),
    ("2100410", "突发公共卫生事件应急处理", "突发公共卫生事件应急处置", 2023),
    ("30307", "医疗费", "医疗费补助", 2018),
    ("30311", "住房公积金", "代缴社会保险费", 2018),
    ("310", "其他资本性支出", "资本性支出", 2018),
]
rows = st.sampled_from([row for kind in Classification for row in rows_of(kind)])


@pytest.mark.parametrize(("code", "old", "new", "since"), RENAMED)
def test_renamed_codes_have_both_names(code, old, new, since):
    """The old name holds until the year before the new one."""
    first, second = history(code)
    assert (first.name, first.since, first.until) == (old, None, since - 1)
    assert (second.name, second.since, second.until) == (new, since, None)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("code", "old", "new", "since"), RENAMED)
def test_a_renamed_code_has_the_name_of_the_year(code, old, new, since, year):
    """subject() gives the name of the budget year, in every spelling of the code."""
    name = old if year < since else new
    spellings = (code, " ".join(SubjectCode(code).pieces), SubjectCode(code), SubjectCode(code).pieces)
    assert {subject(spelling, year=year).name for spelling in spellings} == {name}


@pytest.mark.parametrize("year", YEARS)
def test_every_chart_loads_in_every_year(year):
    """There is a chart of every classification and year, and the same object is given again."""
    for kind in Classification:
        one = chart(kind, year)
        assert (one.classification, one.year) == (kind, year)
        assert list(one) == [row for row in rows_of(kind) if row.holds_in(year)]
        assert chart(kind, year) is one


@given(rows)
def test_the_history_of_a_code_has_all_its_rows_the_oldest_first(row):
    """Every row is in the history of its code, and nothing else is."""
    found = history(row.code)
    assert row in found
    assert {one.code for one in found} == {row.code}
    assert [one.since or 0 for one in found] == sorted(one.since or 0 for one in found)
    assert history(" ".join(row.code.pieces)) == found


@given(rows, st.sampled_from(YEARS))
def test_subject_and_history_tell_the_same(row, year):
    """The subject of a year is the row of the history that holds in it."""
    holding = [one for one in history(row.code) if one.holds_in(year)]
    if holding:
        assert [subject(row.code, year=year)] == holding
    else:
        with pytest.raises(UnknownSubjectError):
            subject(row.code, year=year)


def test_a_code_of_no_classification_has_no_history():
    """First digits without a classification, and codes that nobody knows, have neither history nor subject."""
    assert history("401") == history("2989898") == ()
    for code in ("401", "298 98 98"):
        with pytest.raises(
            UnknownSubjectError, match="is not in the functional chart of 2021; the chart is not"
        ):
            subject(code, year=2021)


@pytest.mark.parametrize("code", ["abc", "", None, 210, "2101", ("21", "5")])
def test_what_is_no_code_has_no_history(code):
    """A text that is no code is refused."""
    with pytest.raises(SubjectCodeError):
        history(code)
    with pytest.raises(SubjectCodeError):
        subject(code, year=2021)


def test_a_dropped_code_is_unknown_before_it_began():
    """21015 appears in 2019, and 501 in 2018."""
    for code, since in (("21015", 2019), ("501", 2018)):
        assert subject(code, year=since).since == since
        with pytest.raises(UnknownSubjectError):
            subject(code, year=since - 1)


def test_search_looks_through_years_and_classifications():
    """A name is found under its old and new codes, and in one classification if that is asked for."""
    found = search("住房公积金")
    assert [str(row.code) for row in found if row.name == "住房公积金"] == [
        "2210201",
        "30113",
        "30311",
        "50103",
    ]
    assert [str(row) for row in found[4:]] == ["2210302 住房公积金管理"]
    assert [str(row.code) for row in search("住房公积金", Classification.GOVERNMENTAL_ECONOMIC)] == ["50103"]
    assert [str(row) for row in search("文化体育与传媒(类)支出")] == ["207 文化体育与传媒支出"]
    assert search("莫须有支出") == search("") == ()


@settings(max_examples=30)  # a search looks at every row
@given(rows)
def test_search_finds_every_row_the_best_first(row):
    """Every row is found by its name, and agreement only gets worse along the list."""
    found = search(row.name)
    assert row in found
    grades = [agreement(row.name, one.name).value for one in found]
    assert grades == sorted(grades)
    assert grades[0] == Agreement.EXACT.value
    assert grades[-1] < Agreement.DIFFERENT.value
