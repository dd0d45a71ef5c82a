"""The scripts for PDF, Excel, Word and web pages: what is printed reaches the check, and what cannot be used gets one line."""

import datetime as dt
import importlib
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

import office_files
from govbudget.relations import Outcome

EXAMPLES = Path(__file__).parents[1] / "examples"
KINDS = {"pdf": "pdfplumber", "xlsx": "openpyxl", "docx": "docx", "html": "bs4"}
REASON = "the extra [examples], and reportlab to draw PDF files, are not installed"


@pytest.fixture(autouse=True)
def scripts(monkeypatch):
    """Let the scripts be imported by their names."""
    monkeypatch.syspath_prepend(str(EXAMPLES))


def script(kind):
    """The script for a kind of file; the test is skipped where its library is not installed."""
    pytest.importorskip(KINDS[kind], reason=REASON)
    if kind == "pdf":
        pytest.importorskip("reportlab", reason=REASON)
    return importlib.import_module(f"from_{'html' if kind == 'html' else KINDS[kind]}")


def saved(kind, path, digit=None, **options):
    """Save the real table as a file of a kind, perhaps with another digit, and return its path."""
    getattr(office_files, f"save_{kind}")(path, office_files.table(digit), **options)
    return str(path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_real_table_passes(kind, tmp_path):
    """Every cell, merged headings, title, unit and text are read as from the transcribed table."""
    found = script(kind).read(saved(kind, tmp_path / f"a.{kind}"))
    (table,) = found.tables
    assert (table.title, table.unit.value, found.year) == (office_files.TITLE, "万元", 2020)
    texts = [[cell.text if cell else "" for cell in row] for row in table.sides[0].matrix]
    assert texts == [row[4:] for row in office_files.table()[3:]]
    paths = [column.path for column in table.sides[0].columns]
    assert paths[2:4] == [("2020年", "基本支出", "小计"), ("2020年", "基本支出", "人员经费支出")]
    if kind != "xlsx":
        assert found.entity == "沁阳市医疗保障局"
        assert len(found.claims) == 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_digit_is_found(kind, tmp_path, capsys):
    """The exit code of an honest file is 0, and that of a file with one wrong digit 1, with the equation."""
    module, run = script(kind), importlib.import_module("run_check").run
    assert run(module.read, saved(kind, tmp_path / f"a.{kind}")) == 0
    assert "没有发现不符之处" in capsys.readouterr().out
    assert run(module.read, saved(kind, tmp_path / f"b.{kind}", digit="9")) == 1
    assert "算式：2.81 = 2.69 + 0.19 + 0.02" in capsys.readouterr().out


@pytest.mark.parametrize("kind", KINDS)
def test_the_scripts_run_from_the_command_line(kind, tmp_path):
    """A script prints the report and ends with the exit code; without a file it says how it is called."""
    name = f"{script(kind).__name__}.py"
    path = saved(kind, tmp_path / f"a.{kind}")
    good, bad, none = (
        subprocess.run(
            [sys.executable, "-X", "utf8", "-W", "error", str(EXAMPLES / name), *given],
            capture_output=True,
            encoding="utf-8",
        )
        for given in ([path], [str(tmp_path / "none")], [])
    )
    assert (good.returncode, good.stderr) == (0, "")
    assert "无法判断 0" in good.stdout
    assert (bad.returncode, bad.stdout, bad.stderr.count("\n")) == (2, "", 1)
    assert str(tmp_path / "none") in bad.stderr
    assert none.returncode == 2
    assert f"python examples/{name}" in none.stderr


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    """Its permission is named, not its content; a folder is no missing file."""
    monkeypatch.syspath_prepend(str(EXAMPLES))
    damage = importlib.import_module("run_check").damage
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")

    def refuse(self):
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert damage(str(path)) == "the file may not be read; check the permission to read it"
    assert damage(str(tmp_path)) == "this is a folder; give a file in it"
    assert damage(str(tmp_path / "none")) == "there is no such file; check the path"


def refused(kind, path, capsys):
    """The single line that a script prints about a file that cannot be used."""
    assert importlib.import_module("run_check").run(script(kind).read, str(path)) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert str(path) in err
    return err


@pytest.mark.parametrize("kind", KINDS)
def test_other_files_are_refused_in_one_line(kind, tmp_path, capsys):
    """Empty, cut off, foreign, old and missing files, and folders, are named without a traceback."""
    script(kind)
    whole = Path(saved(kind, tmp_path / f"whole.{kind}")).read_bytes()
    contents = {
        "empty": (b"", "empty"),
        "text": (
            "你好".encode(),
            "the page has no table" if kind == "html" else "damaged or of another kind",
        ),
        "zeros": (bytes(500), "binary" if kind == "html" else "damaged or of another kind"),
        "old": (b"\xd0\xcf\x11\xe0" + bytes(2000), "old Office file"),
        "head": (whole[:40], "the page has no table" if kind == "html" else "damaged or of another kind"),
        "half": (whole[: len(whole) // 3], ""),
    }
    for name, (data, said) in contents.items():
        path = tmp_path / f"{name}.{kind}"
        path.write_bytes(data)
        if name != "half" or kind != "html":
            assert said in refused(kind, path, capsys)
    zipped = tmp_path / f"zip.{kind}"
    zipfile.ZipFile(zipped, "w").close()
    refused(kind, zipped, capsys)
    assert "there is no such file" in refused(kind, tmp_path / f"none.{kind}", capsys)
    refused(kind, tmp_path, capsys)


def test_a_locked_pdf_and_one_without_tables(tmp_path, capsys):
    """A password, and the lack of tables or of any text, are said."""
    script("pdf")
    from reportlab.pdfgen.canvas import Canvas

    locked = saved("pdf", tmp_path / "locked.pdf", password="secret")  # noqa: S106 - of a file of this test
    assert "save it anew without a password (PdfminerException(PDFPasswordIncorrect" in refused(
        "pdf", locked, capsys
    )
    page = Canvas(str(tmp_path / "page.pdf"))
    page.drawString(100, 100, "x")
    page.save()
    assert "no table below a title; give the PDF that has the tables" in refused(
        "pdf", tmp_path / "page.pdf", capsys
    )
    scan = Canvas(str(tmp_path / "scan.pdf"))
    scan.rect(100, 100, 200, 200)
    scan.save()
    assert "no text; recognise it (OCR)" in refused("pdf", tmp_path / "scan.pdf", capsys)


def test_a_word_file_without_tables_and_one_of_excel(tmp_path, capsys):
    """What Word can open but has no table, and what only looks like Word."""
    script("docx")
    import docx

    document = docx.Document()
    document.add_paragraph("某局2021年部门预算")
    document.save(tmp_path / "a.docx")
    assert "the file has no table" in refused("docx", tmp_path / "a.docx", capsys)
    script("xlsx")
    saved("xlsx", tmp_path / "b.docx")
    assert "is not a Word file" in refused("docx", tmp_path / "b.docx", capsys)


def test_excel_files_without_tables_or_values(tmp_path, capsys):
    """A sheet without headings, a formula that was never calculated and an unknown number format are named."""
    script("xlsx")
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["甲"])
    book.save(tmp_path / "a.xlsx")
    assert "no sheet has a table with headings" in refused("xlsx", tmp_path / "a.xlsx", capsys)
    book.active["B2"] = "=1+1"
    book.save(tmp_path / "b.xlsx")
    assert "Sheet!B2 is a formula without value" in refused("xlsx", tmp_path / "b.xlsx", capsys)
    book.active["B2"] = 1.5
    book.active["B2"].number_format = "# ?/?"
    book.save(tmp_path / "c.xlsx")
    assert "Sheet!B2: the number format '# ?/?' is not understood; give it one such as" in refused(
        "xlsx", tmp_path / "c.xlsx", capsys
    )


@pytest.mark.parametrize(
    ("number", "shape", "text"),
    [
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1234.5", "0.00", "1234.50"),
        ("1234.565", "0.00", "1234.57"),
        ("-1234.5", "#,##0.00", "-1,234.50"),
        ("-1234.5", "#,##0.00;(#,##0.00)", "-1,234.50"),
        ("-1234.5", "#,##0.00_);[Red]\\(#,##0.00\\)", "-1,234.50"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("12", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "12.00"),
        ("0", "0.00;-0.00;;@", ""),
        ("0", "0.00", "0.00"),
        ("0.4226", "0.00%", "42.26%"),
        ("0.5", "0%", "50%"),
        ("12.5", '0.0"万元"', "12.5万元"),
        ("12.5", "¥#,##0.00", "12.50"),
        ("12.5", "[$¥-804]#,##0.00", "12.50"),
        ("1234567", "General", "1234567"),
        ("1234.5", "General", "1234.5"),
        ("-0.5", "@", "-0.5"),
        ("0.333333333333333", "General", "0.333333333"),
        ("123456789012", "General", "123456789012"),
        ("1234567", "#,##0,", None),
        ("0.5", "# ?/?", None),
        ("12345", "0.00E+00", None),
        ("12345", "[DBNum1]0", None),
        ("12345", "[>=10000]0.0;0", None),
        ("12345", '"约"', "约"),
        ("5", "00", "05"),
        ("205", "00000", "00205"),
        ("12.5", "0.##", "12.5"),
        ("12", "0.0#", "12.0"),
        ("0", "#,###", ""),
        ("0", "0;-0;-", "-"),
        ("12.5", '0.00"%"', "12.50%"),
        ("12.5", "0.00\\%", "12.50%"),
        ("3", '0"人"', "3人"),
        ("12", 'General"元"', "12元"),
        ("1234.5", "G/通用格式", "1234.5"),
        ("1234567", '0!.0,"万"', None),
        ("0", "#,##0,", None),
        ("-12.5", "¥#,##0.00;¥-#,##0.00", "-12.50"),
    ],
)
def test_numbers_are_given_as_excel_displays_them(number, shape, text):
    """The format decides decimals, separators, percent and blanks; what is not understood is not guessed."""
    script("xlsx")
    assert importlib.import_module("excel_text").number_text(Decimal(number), shape) == text


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (1.005, "0.00", "1.01"),
        (3, "0.00", "3.00"),
        (dt.date(2020, 3, 31), "yyyy-mm-dd", "2020年3月31日"),
        (dt.datetime(2020, 3, 31, 0, 0), "m/d/yy", "2020年3月31日"),  # noqa: DTZ001 - Excel knows no time zones
        ("≥95%", "General", "≥95%"),
        (True, "General", "True"),
        (None, "General", None),
    ],
)
def test_cells_are_given_as_excel_displays_them(value, shape, text):
    """Binary noise vanishes in the 15 digits that Excel keeps; dates are written out; blanks stay blank."""
    script("xlsx")
    from openpyxl import Workbook

    cell = Workbook().active["A1"]
    cell.value = value
    cell.number_format = shape
    assert importlib.import_module("excel_text").displayed(cell) == text


def test_spans_of_web_pages(tmp_path):
    """Captions are titles; spans down to the end and past the end of a table are cut; line breaks part lines."""
    read = script("html").read
    page = (
        "<p>某局2021年部门预算</p><table><caption>支出总表<br>单位：万元</caption>"
        "<tr><th>科目编码<th>科目名称<th colspan=2>合计</tr>"
        "<tr><td rowspan=0>201<td>甲<td>1.00<td rowspan=9></tr><tr><td>乙<td>2.00</table>"
    )
    path = tmp_path / "a.html"
    path.write_text(page, "utf-8")
    (table,) = read(str(path)).tables
    assert (table.title, table.unit.value) == ("支出总表", "万元")
    assert [str(cell.figure) for cell in table.cells()] == ["1.00万元", "2.00万元"]


def test_word_rows_that_begin_late(tmp_path):
    """A row with fewer cells than the others keeps its cells in their columns."""
    read = script("docx").read
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_paragraph("支出总表")
    drawn = document.add_table(3, 3)
    for y, row in enumerate([["科目编码", "科目名称", "合计"], ["201", "甲", "1.00"], ["x", "合计", "1.00"]]):
        for cell, text in zip(drawn.rows[y].cells, row, strict=True):
            cell.text = text
    line = drawn.rows[2]._tr
    line.remove(line.tc_lst[0])
    line.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))
    document.save(tmp_path / "a.docx")
    (table,) = read(str(tmp_path / "a.docx")).tables
    assert [row.label for row in table.sides[0].rows] == ["甲", "合计"]
    assert [str(cell.figure) for cell in table.cells()] == ["1.00", "1.00"]


def test_a_pdf_may_have_several_pages(tmp_path):
    """A table that continues on a second page under repeated headings is one table, and its sums hold."""
    import govbudget

    read = script("pdf").read
    path = saved("pdf", tmp_path / "a.pdf")
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        assert len(pdf.pages) == 2
    assert govbudget.check(read(path)).summary[Outcome.FAILED] == 0


def test_the_scripts_are_short():
    """No script has more than 90 lines."""
    for path in EXAMPLES.glob("*.py"):
        assert path.read_text("utf-8").count("\n") <= 90, path
