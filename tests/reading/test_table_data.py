"""JSON of extracted tables: every shape that extractors return, numbers as written, and errors with their path."""

import json

import pytest

from govbudget import Outcome, ReadingError, check, read_file
from govbudget.cli import main
from reading_builders import figures

ROWS = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["201", "一般公共服务支出", "3.00", "1.00", "2.00"],
    [None, "合计", "3.00", "1.00", "2.00"],
]
TITLE = "2021年部门支出总体情况表"
TABLE = {"title": TITLE, "unit": "万元", "page": 3, "bbox": [1, 2], "rows": ROWS}


@pytest.fixture
def read(tmp_path):
    """Write JSON text, or data as JSON, and read the file."""

    def read(data, name="a.json"):
        path = tmp_path / name
        path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), "utf-8")
        return read_file(path)

    return read


@pytest.mark.parametrize(
    "data",
    [
        [TABLE],
        TABLE,
        {"tables": [TABLE], "schema": "of another program"},
        {"tables": [TABLE], "year": None, "text": None},
    ],
    ids=["list", "single", "document", "document with nulls"],
)
def test_titled_tables(read, data):
    """A list of tables, a single one and a document of them are the same disclosure."""
    found = read(data, "a.JSON")
    (table,) = found.tables
    assert (table.title, table.unit.value, found.year) == (TITLE, "万元", 2021)
    assert check(found).summary[Outcome.PASSED] == 10


@pytest.mark.parametrize("data", [[ROWS], ROWS, [{"rows": ROWS}]], ids=["list", "rows", "object"])
def test_bare_rows(read, data):
    """Rows without title, in a list of tables or alone, are a table."""
    (table,) = read(data).tables
    assert figures(table.sides[0]) == [["3.00", "1.00", "2.00"]] * 2


def test_a_document_states_its_title_entity_year_and_text(read):
    """What the object states goes before what the text says; the text gives the narrative."""
    data = {"tables": [TABLE], "text": "某局2021年部门预算\n基本支出1.00万元。"}
    found = read(data)
    assert (found.title, found.entity, found.year) == ("某局2021年部门预算", "某局", 2021)
    assert [str(claim.figure) for claim in found.claims] == ["1.00万元"]
    found = read(data | {"title": "乙", "entity": "乙局", "year": 2020})
    assert (found.title, found.entity, found.year) == ("乙", "乙局", 2020)


def test_numbers_are_taken_as_they_are_written(read):
    """A number keeps the zeros that are written after it."""
    text = json.dumps([TABLE]).replace('"3.00"', "3.00").replace('"2.00"', "2").replace('"1.00"', "1.0")
    (table,) = read(text).tables
    assert figures(table.sides[0]) == [["3.00万元", "1.0万元", "2万元"]] * 2


@pytest.mark.parametrize(
    ("data", "reason", "remedy"),
    [
        ("3", "JSON must be a list or an object", "give what govbudget read --format json writes"),
        ("null", "JSON must be a list or an object", "give what"),
        ("{}", "JSON has neither 'tables' nor 'rows'", "give what"),
        ("[]", "JSON holds no table", "give a list of tables, each a list of rows or an object with 'rows'"),
        ('{"tables": []}', "tables holds no table", "give a list of tables"),
        ('{"tables": 3}', "tables is a whole number, not a list", "give a list of tables"),
        ('[{"title": "x"}]', "[0] has no 'rows'", "give a list of tables"),
        ('["x"]', "[0] is a text, not a list", "give a list of tables"),
        ('[{"rows": ["x"]}]', "[0].rows[0] is a text, not a list", "give every cell as the text"),
        ('{"rows": {"a": 1}}', "rows is an object, not a list", "give a list of tables"),
        ('{"tables": [[], [["a", ["b"]]]]}', "tables[1][0][1] is a list, not a text", "give every cell"),
        (
            '{"tables": [{"rows": [["a", true]]}]}',
            "tables[0].rows[0][1] is true or false, not a text",
            "give every",
        ),
        ("[[[1e400]]]", "[0][0][0] is 1E+400, which is no printed number", "give every cell as the text"),
        ("[[[0.30000000000000004]]]", "which is no printed number", "give every cell as the text"),
        (
            "[[[12345678901234.56]]]",
            "[0][0][0] is 12345678901234.56, too long for a printed number",
            "give every",
        ),
        ("[[[NaN]]]", "NaN is no number", "give what"),
        (
            '[{"rows": [], "unit": "美元"}]',
            "[0].unit is none of 元, 万元, 亿元",
            "correct it or leave it out",
        ),
        ('[{"rows": [], "page": 0}]', "[0].page is no page: pages are counted from 1", "correct it"),
        ('[{"rows": [], "page": "3"}]', "[0].page is a text, not a whole number", "correct it"),
        ('[{"rows": [], "title": 3}]', "[0].title is a whole number, not a text", "correct it"),
        ('{"tables": [[]], "year": "2021"}', "year is a text, not a whole number", "correct it"),
    ],
)
def test_other_data_is_refused_with_its_path(read, data, reason, remedy):
    """What is wrong, where it stands and what to do are said on one line, in both languages."""
    with pytest.raises(ReadingError) as caught:
        read(data)
    error = caught.value
    assert error.reason.endswith(reason)
    assert error.remedy.startswith(remedy)
    assert "；" in error.say("zh")
    assert len(error.say("zh").splitlines()) == 1


def test_the_command_line_names_the_file_and_goes_on(tmp_path, capsys):
    """A JSON file that cannot be used is one line on standard error; JSON files of a folder are taken."""
    (tmp_path / "a.json").write_text("[[[NaN]]]", "utf-8")
    (tmp_path / "b.json").write_text(json.dumps([TABLE]), "utf-8")
    (tmp_path / "c.json").write_text("[[[null]]]", "utf-8")
    assert main(["check", str(tmp_path), "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert "10 relations: 10 hold exactly" in out
    first, last = err.splitlines()
    assert first.startswith(f"govbudget: {tmp_path / 'a.json'}: NaN is no number; give what")
    assert last.startswith(f"govbudget: {tmp_path / 'c.json'}: no table and no figure of a budget")
