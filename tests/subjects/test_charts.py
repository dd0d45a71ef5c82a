"""Charts: one index of codes, its tree, and names that are found although misspelt."""

import pickle

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from govbudget.exceptions import GovBudgetError
from govbudget.subjects import (
    Agreement,
    Chart,
    Classification,
    Grade,
    Level,
    Subject,
    SubjectCode,
    SubjectCodeError,
    UnknownSubjectError,
    agreement,
    chart,
    chart_of,
    name_key,
    rows_of,
)

YEARS = range(2017, 2027)
FUNCTIONAL = Classification.FUNCTIONAL
ALL_CHARTS = [chart(kind, year) for kind in Classification for year in YEARS]

codes = st.builds(
    lambda head, tail, levels: SubjectCode((head + tail)[: 3 + 2 * levels]),
    st.sampled_from(["201", "210"]),
    st.text("01", min_size=4, max_size=4),
    st.integers(0, 2),
)
subjects = st.lists(
    st.builds(Subject, codes, st.sampled_from(["行政运行", "教育支出", "其他支出"])),
    unique_by=lambda row: row.code,
    max_size=12,
)
charts = st.builds(Chart, st.just(FUNCTIONAL), st.just(2021), subjects, st.booleans())
known_charts = st.sampled_from(ALL_CHARTS)


@given(charts | known_charts, codes)
def test_every_way_to_ask_for_a_code_agrees(one, code):
    """get, in, [] and the list of subjects tell the same, for a code and for its text."""
    listed = [row for row in one.subjects if row.code == code]
    assert (code in one) == (code.value in one) == bool(listed)
    assert one.get(code) is one.get(code.value) is (listed[0] if listed else None)
    if listed:
        assert one[code] is one[code.value] is one[" ".join(code.pieces)] is listed[0]
    else:
        with pytest.raises(UnknownSubjectError):
            one[code]


@given(charts)
def test_a_chart_lists_its_subjects_by_code(one):
    """len, iteration and subjects agree, and codes ascend."""
    assert list(one) == list(one.subjects)
    assert len(one) == len(list(one)) == len({row.code for row in one})
    assert [row.code for row in one] == sorted(row.code for row in one)


@given(charts)
def test_children_are_exactly_the_codes_whose_parent_it_is(one):
    """Every subject is the child of its parent, known or not, and of nothing else."""
    assert one.children() == tuple(row for row in one if row.code.parent is None)
    parents = {row.code.parent for row in one} | {row.code for row in one}
    for parent in parents - {None}:
        expected = tuple(row for row in one if row.code.parent == parent)
        assert one.children(parent) == one.children(str(parent)) == expected
        assert one.children("-".join(parent.pieces)) == expected


@given(charts, codes)
def test_ancestors_are_the_known_codes_above_the_nearest_first(one, code):
    """Ancestors need not be known one and all, and neither need the code itself."""
    expected = [one.get(above) for above in code.ancestors]
    assert list(one.ancestors(code)) == [row for row in expected if row is not None]
    assert one.ancestors(" ".join(code.pieces)) == one.ancestors(code)


@pytest.mark.parametrize("one", ALL_CHARTS, ids=lambda one: f"{one.classification.value}-{one.year}")
def test_the_tree_of_a_known_chart(one):
    """In the charts of the package every path has as many names as the code has levels, and ends in its own."""
    assert one.is_complete is False
    below = 0
    for row in one:
        path = one.path(row.code)
        assert len(path) == row.level == 1 + len(one.ancestors(row.code))
        assert path[-1] == row.name
        assert row.holds_in(one.year)
        assert one[row.code] is one.get(row.code.value) is row
        below += len(one.children(row.code))
    assert below + len(one.children()) == len(one)
    assert len(one) > 80 or (one.classification, one.year) in {
        (Classification.GOVERNMENTAL_ECONOMIC, 2017),
        (Classification.DEPARTMENTAL_ECONOMIC, 2017),
    }


@given(subjects.filter(bool), st.data())
def test_a_code_stands_only_once_in_a_chart(rows, data):
    """A repeated code is refused, with both names."""
    again = data.draw(st.sampled_from(rows))
    other = Subject(again.code, "另一名称")
    with pytest.raises(ValueError, match=f"^{again.code} stands twice in the chart of 2021: .*另一名称$"):
        Chart(FUNCTIONAL, 2021, [*rows, other])


def test_an_unknown_code_says_whether_the_chart_is_complete():
    """Only a complete chart says that the code does not exist."""
    rows = [Subject(SubjectCode("210"), "卫生健康支出")]
    for complete, doubt in ((True, ""), (False, "; the chart is not complete, so it may exist all the same")):
        one = Chart(FUNCTIONAL, 2021, rows, complete)
        with pytest.raises(UnknownSubjectError) as caught:
            one["208 05"]
        assert str(caught.value) == "20805 is not in the functional chart of 2021" + doubt
        assert isinstance(caught.value, KeyError)
        assert isinstance(caught.value, GovBudgetError)
        told = "；该表不完整，实际可能有这一科目" if doubt else ""
        assert caught.value.say("zh") == "2021 年的支出功能分类科目表中没有 20805" + told
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes
        with pytest.raises(UnknownSubjectError):
            one.path("20805")


@pytest.mark.parametrize("code", ["abc", "", None, "2101", ("21", "5")])
def test_what_is_no_code_is_refused_but_is_not_in_a_chart(code):
    """Asking for no code is a misuse; asking whether it is there is not."""
    one = chart(FUNCTIONAL, 2021)
    assert code not in one
    for ask in (one.__getitem__, one.ancestors, one.path):
        with pytest.raises(SubjectCodeError):
            ask(code)
    if code is not None:
        with pytest.raises(SubjectCodeError):
            one.children(code)


def test_path_and_ancestors_of_a_real_code():
    """The path of 2101506 is read from the category down."""
    one = chart(FUNCTIONAL, 2021)
    assert one.path("210 15 06") == ("卫生健康支出", "医疗保障管理事务", "医疗保障经办事务")
    assert [str(row.code) for row in one.ancestors("2101506")] == ["21015", "210"]
    assert [str(row.code) for row in one.ancestors("2101577")] == ["21015", "210"]
    assert one["2101506"].level is Level.ITEM


def test_a_chart_of_a_year_takes_only_its_rows():
    """chart_of keeps what holds in the year, the first and the last year included."""
    rows = [
        Subject(SubjectCode("210"), "旧", until=2018),
        Subject(SubjectCode("210"), "新", since=2019, until=2020),
        Subject(SubjectCode("211"), "总"),
    ]
    names = {
        year: [row.name for row in chart_of(FUNCTIONAL, year, rows)]
        for year in (2000, 2018, 2019, 2020, 2021)
    }
    assert names == {
        2000: ["旧", "总"],
        2018: ["旧", "总"],
        2019: ["新", "总"],
        2020: ["新", "总"],
        2021: ["总"],
    }
    assert chart_of(FUNCTIONAL, 2021, rows, is_complete=True).is_complete


def test_charts_and_subjects_are_frozen():
    """Nothing of a chart can be changed, and two charts are the same only if they are one object."""
    one = chart(FUNCTIONAL, 2021)
    for thing, attribute in ((one, "year"), (one, "subjects"), (one["210"], "name")):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, attribute, None)
    assert one is chart(FUNCTIONAL, 2021)
    assert one != chart_of(FUNCTIONAL, 2021, rows_of(FUNCTIONAL))
    assert (
        repr(one)
        == "Chart(classification=<Classification.FUNCTIONAL: 'functional'>, year=2021, is_complete=False)"
    )


def test_only_published_and_attested_rows_are_evidence():
    """A finding graver than a hint rests on an official text or a real disclosure."""
    assert {grade for grade in Grade if grade.is_evidence} == {Grade.PUBLISHED, Grade.ATTESTED}
    assert [grade.label.zh for grade in Grade] == [
        "官方文本",
        "公开文件中所见",
        "他处资料佐证",
        "仅凭记忆",
        "有争议",
    ]
    assert len({grade.label.en for grade in Grade}) == len(Grade)


@pytest.mark.parametrize(
    ("printed", "first"),
    [
        ("教育支出", "205"),
        ("教育(类)支出", "205"),
        ("机关事业单位基本养老保险缴费支", "2080505"),
        ("机关事业单位基本养老保险缴费", "2080505"),
        ("三、社会保障和就业支出", "208"),
        ("行政单位\n医疗", "2101101"),
        ("抗旱", "2130315"),
    ],
)
def test_search_finds_a_name_however_it_is_spelt(printed, first):
    """The best agreement comes first, and everything found agrees."""
    found = chart(FUNCTIONAL, 2021).search(printed)
    assert str(found[0].code) == first
    grades = [agreement(printed, row.name).value for row in found]
    assert grades == sorted(grades)
    assert max(grades) < Agreement.DIFFERENT.value


def test_search_takes_brackets_of_either_width_and_finds_nothing_for_nothing():
    """维修(护)费 is 维修（护）费; a name that nobody has, and no name, find nothing."""
    one = chart(Classification.DEPARTMENTAL_ECONOMIC, 2021)
    assert [str(row) for row in one.search("维修(护)费")] == ["30213 维修（护）费"]
    assert one.search("莫须有费") == one.search("") == ()


@given(known_charts.filter(len), st.data())
def test_search_finds_every_row_by_its_name(one, data):
    """A chart finds each of its rows, exactly, among the first."""
    row = data.draw(st.sampled_from(one.subjects))
    found = one.search(row.name)
    assert row in found
    assert name_key(found[0].name) == name_key(row.name)


def misspelt(name, place):
    """The name with the character at a place missing, doubled, and wrong."""
    return (
        name[:place] + name[place + 1 :],
        name[: place + 1] + name[place:],
        name[:place] + "某" + name[place + 1 :],
    )


def first_hits(rows, one, places, **options):
    """How many misspellings there are, and those whose first nearest row has not the right name."""
    tried, missed = 0, []
    for row in rows:
        for place in places(row.name):
            for wrong in misspelt(row.name, place):
                found = one.nearest(wrong, 1, **options)
                tried += 1
                if not found or name_key(found[0].name) != name_key(row.name):
                    missed.append((wrong, row.name))
    return tried, missed


@pytest.mark.parametrize("classification", Classification, ids=lambda kind: kind.value)
def test_a_misspelt_name_finds_its_row(classification):
    """At least 95 of 100 names of five characters or more are found first, with one character wrong, missing or doubled."""
    one = chart(classification, 2024)
    rows = [row for row in one if len(row.name) >= 5]
    if classification is FUNCTIONAL:
        rows = [row for row in rows if row.grade is Grade.ATTESTED][::2]
    tried, missed = first_hits(rows, one, lambda name: [len(name) * 7 // 3 % len(name)])
    assert tried > 100
    assert len(missed) <= tried * 5 // 100, missed


def test_a_misspelt_name_finds_its_row_below_its_section():
    """Among the items of one section 95 of 100 are found first, by code, wherever the character is misspelt."""
    one = chart(FUNCTIONAL, 2024)
    tried = hits = 0
    for row in one:
        if row.grade is not Grade.ATTESTED or len(row.name) < 5 or row.level is Level.CATEGORY:
            continue
        for place in range(len(row.name) % 3, len(row.name), 3):
            for wrong in misspelt(row.name, place):
                tried += 1
                hits += one.nearest(wrong, 1, below=row.code.parent) == (row,)
    assert tried > 900
    assert hits >= tried * 95 // 100


@given(st.sampled_from([row for row in chart(FUNCTIONAL, 2024) if row.grade is Grade.ATTESTED]), st.data())
def test_nearest_keeps_its_promises(row, data):
    """Nearest returns at most count rows, all below, and an unspoilt name finds itself first."""
    one = chart(FUNCTIONAL, 2024)
    count = data.draw(st.integers(1, 5))
    below = data.draw(st.sampled_from([None, *row.code.ancestors]))
    found = one.nearest(row.name, count, below=below)
    assert 1 <= len(found) <= count
    assert name_key(found[0].name) == name_key(row.name)
    assert all(below is None or hit.code.is_below(below) for hit in found)


def test_nearest_below_a_code_does_not_find_the_code_itself():
    """Below means below, in whatever spelling the code is given."""
    one = chart(FUNCTIONAL, 2021)
    assert str(one.nearest("卫生健康支", 1)[0].code) == "210"
    assert all(str(row.code) != "210" for row in one.nearest("卫生健康支", below="210"))
    assert one.nearest("医疗保障经办事物", 1, below="210 15") == (one["2101506"],)
    assert one.nearest("医疗保障经办事物", below="2101506") == ()
    assert one.nearest("xyz") == ()
