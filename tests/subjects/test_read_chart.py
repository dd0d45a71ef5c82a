"""Official charts that users bring: files and rows, and what is refused."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.exceptions import GovBudgetError
from govbudget.subjects import (
    ChartError,
    Classification,
    Grade,
    Level,
    UnknownSubjectError,
    chart,
    read_chart,
)

FUNCTIONAL = Classification.FUNCTIONAL
ROWS = [("210", "卫生健康支出"), ("21015", "医疗保障管理事务"), ("2101506", "医疗保障经办事务")]


def read(source, classification=FUNCTIONAL, year=2021, **options):
    """Read a functional chart of 2021, unless told otherwise."""
    return read_chart(source, classification=classification, year=year, **options)


def refusal(source, **options):
    """The message with which a source is refused."""
    with pytest.raises(ChartError) as caught:
        read(source, **options)
    message = str(caught.value)
    assert len(message.splitlines()) == 1
    assert isinstance(caught.value, GovBudgetError | ValueError)
    return message


def written(folder, text, name="chart.csv", encoding="utf-8"):
    """A file with a text."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    "text",
    [
        "code,name\n210,卫生健康支出\n21015,医疗保障管理事务\n2101506,医疗保障经办事务\n",
        "code\tname\n210\t卫生健康支出\n21015\t医疗保障管理事务\n2101506\t医疗保障经办事务",
        "\ufeffcode,name\r\n210,卫生健康支出\r\n210 15,医疗保障管理事务\r\n210-15-06,医疗保障经办事务\r\n",
        "# 来源：财政部\n\n code , name \n210, 卫生健康支出 \n# 款\n21015,医疗保障管理事务\n\n２１０１５０６,医疗保障经办事务\n",
        "name,code,note\n卫生健康支出,210,x\n医疗保障管理事务,21015\n医疗保障经办事务,2101506,x,y\n",
        (
            "\ufeff# 来源\ncode\tname\tlevel\tsince\tuntil\n"
            "210\t卫生健康支出\t类\t2019\t\n21015\t医疗保障管理事务\t2\n2101506\t医疗保障经办事务\t项\t2019\t2021\n"
        ),
        'code,name\n"210","卫生健康支出"\n21015,医疗保障管理事务\n2101506,"医疗保障\n经办事务"\n',
    ],
    ids=[
        "csv",
        "tsv",
        "bom-crlf-spellings",
        "comments-blanks",
        "order-extra-short",
        "levels-years",
        "quoted",
    ],
)
def test_files_of_either_kind_give_the_chart(tmp_path, text):
    """CSV and TSV, BOM, comments, blank lines, other columns and spellings of codes make no difference."""
    path = written(tmp_path, text)
    for source in (path, str(path)):
        one = read(source)
        assert [(str(row.code), row.name) for row in one] == ROWS
        assert (one.classification, one.year, one.is_complete) == (FUNCTIONAL, 2021, True)
        assert {row.grade for row in one} == {Grade.PUBLISHED}


class Folder(os.PathLike):
    """A path of another sort."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return str(self.path)


def test_any_path_will_do(tmp_path):
    """Whatever has a file system path is a file."""
    assert len(read(Folder(written(tmp_path, "code,name\n210,卫生健康支出\n")))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [list(row) for row in ROWS],
        tuple(ROWS),
        iter(ROWS),
        [{"code": code, "name": name} for code, name in ROWS],
        [{"code": code, "name": name, "level": None, "since": "", "parent": "x"} for code, name in ROWS],
        [(code, name, "", "2019", "") for code, name in ROWS],
        [
            ROWS[0],
            {"code": "210 15", "name": ROWS[1][1], "level": "款"},
            (*ROWS[2], "3", "2021", "2021", "more"),
        ],
        [(*row, str(number)) for number, row in enumerate(ROWS, 1)],
    ],
    ids=["tuples", "lists", "tuple", "iterator", "mappings", "blanks", "years", "mixed", "levels"],
)
def test_rows_give_the_chart(rows):
    """Mappings and sequences, perhaps mixed, are rows."""
    assert [(str(row.code), row.name) for row in read(rows)] == ROWS


def test_a_chart_is_complete_unless_told_otherwise():
    """An unknown code of a complete chart is wrong; of another it may exist."""
    for options, ending in (
        ({}, "of 2021"),
        ({"complete": True}, "of 2021"),
        ({"complete": False}, "exist all the same"),
    ):
        with pytest.raises(UnknownSubjectError, match=f"{ending}$"):
            read(ROWS, **options)["205"]


def test_rows_of_other_years_are_dropped():
    """Of a code with two names the one of the year is taken, first and last year included."""
    rows = [
        {"code": "210", "name": "旧", "until": "2018"},
        {"code": "210", "name": "新", "since": "2019", "until": "2021"},
        {"code": "210", "name": "将", "since": "2022"},
    ]
    names = [read(rows, year=year)["210"].name for year in (2017, 2018, 2019, 2021, 2022)]
    assert names == ["旧", "旧", "新", "新", "将"]
    row = read(rows)["210"]
    assert (row.since, row.until, row.grade, row.level) == (2019, 2021, Grade.PUBLISHED, Level.CATEGORY)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("21", "某"), "'21' is no code; give 3, 5, 7 or 9 digits"),
        (("abc", "某"), "'abc' is no code; give 3, 5, 7 or 9 digits"),
        (("", "某"), "'' is no code; give 3, 5, 7 or 9 digits"),
        (("21 5", "某"), "'21 5' is no code; separate 3 digits and then 2 and 2"),
        (("30201", "办公费"), "30201 is no code of the functional classification of expenditure; check the"),
        (
            ("210150601", "某"),
            "210150601 is no code of the functional classification of expenditure; check the",
        ),
        (("21016", ""), "21016 has no name; give its official name"),
        (("21016", " \u3000"), "21016 has no name; give its official name"),
        (("21016", "某", "项"), "21016 has 5 digits but is said to be of level 项; mend one of them"),
        (("21016", "某", "1"), "21016 has 5 digits but is said to be of level 1; mend one of them"),
        (("21016", "某", "section"), "21016 has 5 digits but is said to be of level section; mend one"),
        (("21016", "某", "款", "20"), "since is '20'; give a year such as 2021"),
        (("21016", "某", "", "２０１９"), "since is '２０１９'; give a year such as 2021"),
        (("21016", "某", "", "", "2019年"), "until is '2019年'; give a year such as 2021"),
        (("21016", "某", "", "", "-201"), "until is '-201'; give a year such as 2021"),
        (("21016", "某", "", "2022", "2021"), "since 2022 is after until 2021; mend one of them"),
    ],
)
def test_a_malformed_row_is_refused_with_its_place(tmp_path, row, reason):
    """The message names file or rows, the number of the row, and the reason, whatever form the row has."""
    columns = ("code", "name", "level", "since", "until")
    assert f"<rows>: row 2: {reason}" in refusal([ROWS[0], row])
    assert f"<rows>: row 2: {reason}" in refusal([ROWS[0], dict(zip(columns, row, strict=False))])
    for mark in ",\t":
        text = "\n".join(mark.join(fields) for fields in (columns, ROWS[0], row))
        path = written(tmp_path, text)
        assert f"{path}: row 3: {reason}" in refusal(path)


@pytest.mark.parametrize("row", [(), ("210",), "210 卫生健康支出", "21", None, 210, {"210", "卫生健康支出"}])
def test_what_is_no_row_is_refused(row):
    """A row has code and name; a text or a number is none."""
    assert refusal([ROWS[0], row]) == f"<rows>: row 2 is {row!r}; give code and name"


@pytest.mark.parametrize("row", [{}, {"code": None, "name": "某"}, {"Code": "210", "name": "某"}])
def test_a_mapping_without_code_is_refused(row):
    """Names of columns are code and name, nothing else."""
    assert refusal([row]).startswith("<rows>: row 1: '' is no code")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the first row names nothing; it must name at least code and name"),
        ("# 来源\n\n", "the first row names nothing; it must name at least code and name"),
        ("编码,名称\n210,某\n", "the first row names 编码, 名称; it must name at least code and name"),
        ("code\n210\n", "the first row names code; it must name at least code and name"),
        ("210,卫生健康支出\n", "the first row names 210, 卫生健康支出; it must name at least code and name"),
        ("code;name\n210;某\n", "the first row names code;name; it must name at least code and name"),
        ("code,name\n", "no row holds in 2021; give code and name of every subject of that year"),
        ("code,name,since\n210,某,2022\n", "no row holds in 2021; give code and name of every subject"),
        ('code,name\n210,"某\n211,某\n', "cannot be read as a table near row 3 (unexpected end of data)"),
        ('code,name\n210,"某"某\n', "cannot be read as a table near row 2 ("),
    ],
)
def test_a_file_that_is_no_chart_is_refused(tmp_path, text, reason):
    """No heading, no rows and lost quotation marks are said, with the file."""
    path = written(tmp_path, text)
    assert refusal(path).startswith(f"{path}: {reason}")


def test_a_lost_quotation_mark_never_swallows_rows(tmp_path):
    """An unclosed quotation mark is refused; a complete chart with rows lost in a name would be worse."""
    text = 'code,name\n201,"一般公共服务支出\n202,外交支出\n203,国防支出\n'
    assert "mend its quotation marks" in refusal(written(tmp_path, text))


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    """A missing file, a folder and another encoding are said in one line, with what to do."""
    missing = tmp_path / "missing.csv"
    other = written(tmp_path, "code,name\n210,卫生健康支出\n", encoding="gb18030")
    assert refusal(str(missing)) == f"{missing}: there is no such file; check the path"
    assert refusal(other) == f"{other}: is not UTF-8; save it as UTF-8"
    message = refusal(str(tmp_path))
    assert message.startswith(f"{tmp_path}: cannot be opened (")
    assert message.endswith("; give a file that may be read")


def test_a_code_stands_once(tmp_path):
    """Two rows of one code in one year are refused with both names, in whatever spelling."""
    path = written(tmp_path, "code,name\n210,甲\n21015,某\n２１０,乙\n")
    reason = "210 stands twice in the chart of 2021: 甲, 乙; keep one row for every code"
    assert refusal(path) == f"{path}: {reason}"
    assert refusal([("210", "甲"), ("210", "乙")]) == f"<rows>: {reason}"


@pytest.mark.parametrize("rows", [[], (), iter([]), {}])
def test_no_rows_are_no_chart(rows):
    """A chart without a subject would call every code wrong."""
    assert refusal(rows).startswith("<rows>: no row holds in 2021; give code and name")


@pytest.mark.parametrize(
    ("classification", "code"),
    [
        (Classification.REVENUE, "101010101"),
        (Classification.FUNCTIONAL, "2101506"),
        (Classification.DEPARTMENTAL_ECONOMIC, "30201"),
        (Classification.GOVERNMENTAL_ECONOMIC, "50201"),
    ],
)
def test_every_classification_takes_its_own_codes_only(classification, code):
    """A code of one classification is refused by all others."""
    for kind in Classification:
        if kind is classification:
            assert read([(code, "某")], kind).get(code).name == "某"
        else:
            assert f"is no code of the {kind.label.en}" in refusal([(code, "某")], classification=kind)


@pytest.mark.parametrize("kind", Classification, ids=lambda kind: kind.value)
def test_the_known_charts_are_read_back(tmp_path, kind):
    """What the package knows, written as CSV or TSV and read, has the same codes and names."""
    known = chart(kind, 2021)
    for mark in ",\t":
        lines = [mark.join(("code", "name", "level"))]
        lines += [mark.join((str(row.code), row.name, row.level.zh)) for row in known]
        again = read(written(tmp_path, "\n".join(lines)), kind)
        assert [(row.code, row.name) for row in again] == [(row.code, row.name) for row in known]


@given(st.lists(st.lists(st.text("0123456789 ab某\n,\"'", max_size=8), max_size=6), max_size=4))
def test_any_rows_are_a_chart_or_refused(rows):
    """Rows of any texts give a chart or a ChartError on one line, never anything else."""
    try:
        one = read(rows)
    except ChartError as error:
        message = str(error)
    else:
        message = "a chart"
        assert 1 <= len(one) <= len(rows)
    assert len(message.splitlines()) == 1
