"""A folder of tables is one document: in the order of their names or of a list, with the text beside them."""

from pathlib import Path

import pytest

from govbudget import ReadingError, UsageError, check, read_folder
from govbudget.cli import main
from govbudget.relations import Outcome
from shared_material import CORPUS, SHARED, needs_shared

ROWS = "科目编码\t科目名称\t合计\n201\t一般公共服务支出\t3.00\n\t合计\t3.00\n"


@pytest.fixture
def write(tmp_path):
    """Write files into a folder and return the folder."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return write


def refusal(folder):
    """The error of reading a folder."""
    with pytest.raises(ReadingError) as caught:
        read_folder(folder)
    assert all(len(caught.value.say(lang).splitlines()) == 1 for lang in ("zh", "en"))
    assert "；" in caught.value.say("zh")
    return caught.value


def test_files_are_tables_in_the_order_of_their_numbers(write):
    """2 comes before 10; TSV and CSV files count, in the folder and below it, and nothing else."""
    folder = write(
        s10_tsv="支出总表\n单位：元\n" + ROWS,
        s2_csv="收入总表,,\r\n单位：万元,,\r\n" + ROWS.replace("\t", ",").replace("\n", "\r\n"),
        more__s1_TSV="项目支出表\n" + ROWS,
        s3_md="不是表",
    )
    found = read_folder(folder)
    assert [table.title for table in found.tables] == ["项目支出表", "收入总表", "支出总表"]
    assert found.source == str(folder)
    assert found.tables[2].unit.value == "元"


def test_a_list_names_the_tables(write):
    """The list gives order, titles, units and pages; the text gives department, year and claims."""
    folder = write(
        tables_tsv="File\tTitle\tUnit\tPages\nb.tsv\t支出总表\t万元\t3-4\n\t\t\t\na.tsv\t收入总表\t\t-\n",
        a_tsv=ROWS,
        tables__b_tsv=ROWS,
        tables__c_tsv=ROWS,
        text_txt="某局2021年部门预算\n支出合计3万元。",
    )
    found = read_folder(folder)
    assert [table.title for table in found.tables] == ["支出总表", "收入总表"]
    assert (found.entity, found.year, len(found.claims)) == ("某局", 2021, 1)


def test_an_empty_table_of_a_folder_is_no_error(write):
    """A file without rows holds nothing to read."""
    assert len(read_folder(write(a_tsv="", b_tsv="支出总表\n" + ROWS)).tables) == 1


@pytest.mark.parametrize(
    ("files", "reason", "zh", "line"),
    [
        ({}, "the folder holds no TSV or CSV table", "文件夹中没有 TSV 或 CSV 表格", None),
        ({"tables_tsv": "a\tb\n"}, "the first row has no column 'file'", "首行没有“file”列", 1),
        ({"tables_tsv": "file\na.tsv\n"}, "the folder has no file 'a.tsv'", "没有所列的“a.tsv”", 2),
        ({"tables_tsv": "file\ttitle\n\tx\n"}, "the folder has no file ''", "没有所列的“”", 2),
        ({"tables_tsv": "file\n../a.tsv\n"}, "the folder has no file '../a.tsv'", "没有所列的", 2),
        (
            {"tables_tsv": "file\tunit\na.tsv\t美元\n", "a_tsv": ROWS},
            "the unit '美元' is none of 元, 万元, 亿元",
            "单位“美元”应为元、万元或亿元",
            2,
        ),
        ({"a_tsv": "%PDF-1.7"}, "the file is a PDF, not text", "文件是PDF", None),
        ({"a_csv": '"a'}, "not CSV: unexpected end of data", "不是合格的 CSV", 1),
    ],
)
def test_what_is_wrong_with_a_folder_is_named(write, files, reason, zh, line):
    """Missing and malformed files and lists are refused in one line."""
    error = refusal(write(**files))
    assert (error.reason, error.line) == (reason, line)
    assert zh in error.zh


def test_a_folder_must_be_there(tmp_path):
    """No such folder, a file, and what is no path at all are told apart."""
    for path in (tmp_path / "none", tmp_path / "a\0", Path(__file__)):
        assert refusal(path).reason == "there is no such folder"
    with pytest.raises(UsageError, match="3 is no path; give the name of a folder"):
        read_folder(3)


def test_a_list_cannot_lead_out_of_its_folder(write, tmp_path):
    """A file beside the folder is not read, by whatever name."""
    write(x__tables_tsv=f"file\n{tmp_path / 'a.tsv'}\n", a_tsv=ROWS)
    assert "has no file" in refusal(tmp_path / "x").reason


def test_the_command_line_takes_folders_for_documents(write, capsys):
    """With --tables a folder is one document; without, each of its files is."""
    folder = write(a_tsv="2021年支出总表\n单位：万元\n" + ROWS, b_tsv="2021年收入总表\n单位：万元\n" + ROWS)
    file = str(folder / "a.tsv")
    assert main(["read", "--tables", str(folder), file]) == 0
    assert capsys.readouterr().out.count("─" * 72) == 1
    assert main(["read", str(folder), file]) == 0
    assert capsys.readouterr().out.count("─" * 72) == 2
    assert main(["check", "--tables", str(folder / "c")]) == 2
    assert "没有这个文件" in capsys.readouterr().err


@needs_shared
@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus_is_read_as_documents(name):
    """Every folder of the corpus is one document with its year and no failing sum that its tables do not have alone."""
    found = read_folder(SHARED / "corpus" / name)
    assert found.year == int(name.split("_20")[1][:2]) + 2000
    assert check(found).summary[Outcome.PASSED] > 100
