"""Attestations are taken from disclosures by the library's own reader, and extend the charts without losing anything."""

import runpy
import sys
from pathlib import Path

import pytest

from govbudget import read_text
from govbudget.harvesting import Attestation, attestations, compact, data_file, main, merge
from govbudget.subjects import Classification, Grade, Subject, SubjectCode, rows_of
from govbudget.subjects._loading import span

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXT = "部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\n2101506\t医疗保障经办事务\t1.00\n21\t甲\t1.00\n901\t乙\t1.00\n2109876\t新事务\t1.00\n"


def one(code, name, year=2023, source="a.txt"):
    """An attestation."""
    return Attestation(SubjectCode(code), name, year, source)


def test_every_code_with_its_name_is_attested_once():
    """Well-formed codes are taken with the name beside them; without a year nothing is attested."""
    disclosure = read_text(TEXT, "a.txt")
    assert list(attestations(disclosure)) == []
    found = list(attestations(disclosure, year=2023))
    assert [(str(a.code), a.name, a.year, a.source) for a in found] == [
        ("2101506", "医疗保障经办事务", 2023, "a.txt"),
        ("2109876", "新事务", 2023, "a.txt"),
    ]


def test_merging_extends_grades_years_and_documents():
    """A recalled row becomes attested, a year is added once a document, a new code is added, another name is left to a person."""
    rows = [
        Subject(SubjectCode("210"), "卫生健康支出", 2019, grade=Grade.RECALLED),
        Subject(SubjectCode("211"), "节能环保支出"),
    ]
    found = [
        one("210", "卫生健康"),
        one("210", "卫生健康支出", source="b.txt"),
        one("212", "城乡社区支出"),
        one("211", "环保"),
    ]
    merged, strange = merge(rows, found)
    assert [(str(r), r.grade.value, r.years, r.documents) for r in merged] == [
        ("210 卫生健康支出", "attested", (2023,), 2),
        ("211 节能环保支出", "published", (), 0),
        ("212 城乡社区支出", "attested", (2023,), 1),
    ]
    assert strange == [one("211", "环保")]
    again, _ = merge(merged, [one("211", "节能环保支出")])
    assert again[1].grade is Grade.PUBLISHED


@pytest.mark.parametrize("kind", Classification, ids=lambda kind: kind.value)
def test_the_package_data_survives_a_round_trip(kind, monkeypatch):
    """Writing the rows of the package and reading them again gives the same rows."""
    from govbudget.subjects import _loading

    text = data_file(kind, rows_of(kind))
    lines = [line for line in text.split("\n") if line and not line.startswith("#")][1:]
    assert tuple(map(_loading._row, lines)) == rows_of(kind)
    assert f"# rows: {len(lines)} (" in text


def test_years_are_written_compactly_and_read_back():
    """Runs of years become ranges."""
    assert compact((2017, 2018, 2019, 2022)) == "2017-2019,2022"
    assert compact(()) == ""
    for years in ((2017,), (2017, 2019), tuple(range(2017, 2027))):
        assert span(compact(years)) == years


def test_the_command_reports_and_writes(capsys, tmp_path):
    """The command counts what it found by classification and writes files of the same form as those of the package."""
    assert main([str(EXAMPLES), "--into", str(tmp_path / "out")]) == 0
    out = capsys.readouterr().out
    assert "functional: 24 attestations, 0 new codes, 0 other names" in out
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{k}.tsv" for k in sorted(k.value for k in Classification)
    ]
    (tmp_path / "a.txt").write_text(TEXT.replace("医疗保障经办事务", "别的事务"), "utf-8")
    assert main([str(tmp_path / "a.txt"), str(tmp_path / "none.txt"), "--year", "2023"]) == 2
    captured = capsys.readouterr()
    assert "1 new codes, 1 other names\n  + 2109876 新事务 (2023, " in captured.out
    assert "\n  ? 2101506 别的事务 (2023, " in captured.out
    assert "there is no such file" in captured.err
    assert main([str(tmp_path / "a.txt")]) == 2
    assert "no budget year is stated; give it with --year" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(capsys, tmp_path):
    """A file in the place of the folder is no reason for a traceback."""
    (tmp_path / "out").write_text("", "utf-8")
    assert main([str(EXAMPLES), "--into", str(tmp_path / "out")]) == 2
    err = capsys.readouterr().err
    assert err == f"govbudget: {tmp_path / 'out'}: cannot be written to (File exists)\n"


def test_it_runs_as_a_module(monkeypatch):
    """`python -m govbudget.harvesting --help` works."""
    monkeypatch.setattr(sys, "argv", ["harvesting", "--help"])
    monkeypatch.delitem(sys.modules, "govbudget.harvesting")
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("govbudget.harvesting", run_name="__main__")
    assert stopped.value.code == 0
