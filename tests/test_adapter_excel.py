"""The script for Excel files: formulas, hidden rows and columns, text, and cells far from the table."""

import importlib
import re
import zipfile
from pathlib import Path

import pytest

import office_files
from govbudget import ReadingError, check

EXAMPLES = Path(__file__).parents[1] / "examples"
FIRST = 6
"""The first row of a sheet below the headings."""


@pytest.fixture
def script(monkeypatch):
    """The script."""
    pytest.importorskip("openpyxl", reason="the extra [examples] is not installed")
    monkeypatch.syspath_prepend(str(EXAMPLES))
    return importlib.import_module("from_openpyxl")


@pytest.fixture
def changed(script, tmp_path):
    """A function that saves the real table after a change to its sheet, and returns the path."""
    from openpyxl import load_workbook

    def save(change):
        path = str(tmp_path / "budget.xlsx")
        office_files.save_xlsx(path, office_files.table())
        book = load_workbook(path)
        change(book.active)
        book.save(path)
        return path

    return save


def texts(disclosure):
    """The printed figures of the only table."""
    (table,) = disclosure.tables
    return [[cell.text if cell else "" for cell in row] for row in table.sides[0].matrix]


EXPECTED = [row[4:] for row in office_files.table()[3:]]


def test_numbers_kept_as_text_are_read_as_printed(script, changed):
    """With blanks around them, too."""

    def change(sheet):
        for row in sheet.iter_rows(min_row=FIRST, min_col=5):
            for cell in row:
                cell.value = f" {cell.value:.2f} " if cell.value is not None else None

    assert texts(script.read(changed(change))) == EXPECTED


def test_codes_that_are_numbers_keep_their_noughts(script, changed):
    """As their format displays them."""

    def change(sheet):
        for row in sheet.iter_rows(min_row=FIRST, max_col=3):
            for cell in row:
                cell.value = int(cell.value) if cell.value else None
                cell.number_format = "00"

    found = script.read(changed(change))
    assert [row.code for row in found.tables[0].sides[0].rows][4] == "2080505"
    assert check(found).findings == check(script.read(changed(lambda sheet: None))).findings


def test_formulas_that_give_an_empty_text_are_blank(script, changed, tmp_path):
    """Excel stores a text without letters for them, which is a value."""
    path = changed(lambda sheet: sheet.__setitem__("A8", '=IF(TRUE,"","")'))
    with pytest.raises(ReadingError, match="支出!A8 is a formula without value; save it in Excel"):
        script.read(path)
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    sheet = files["xl/worksheets/sheet1.xml"].decode()
    files["xl/worksheets/sheet1.xml"] = re.sub(r'<c r="A8"', '<c r="A8" t="str"', sheet).encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    assert texts(script.read(path)) == EXPECTED


def test_hidden_rows_and_columns_are_named(script, changed, capsys):
    """They are read, because totals hold them; blank ones do not matter, and hidden sheets are left out."""

    def change(sheet):
        for row in (9, 10, 500):
            sheet.row_dimensions[row].hidden = True
        for column in "AZ":
            sheet.column_dimensions[column].hidden = True
        other = sheet.parent.create_sheet("草稿")
        other["A1"], other.sheet_state = "=1+1", "hidden"

    path = changed(change)
    assert texts(script.read(path)) == EXPECTED
    assert capsys.readouterr().err == f"{path}: 支出: read with hidden rows and columns 9, 10, A\n"


def test_blank_cells_far_away_do_not_matter(script, changed):
    """A cell with a format only takes no room; one with a value would take too much."""

    def change(sheet):
        sheet["XFD1048576"].number_format = "0.00"

    assert texts(script.read(changed(change))) == EXPECTED
    with pytest.raises(ReadingError, match="支出: it has 17,179,869,184 places; delete cells far from"):
        script.read(changed(lambda sheet: sheet.__setitem__("XFD1048576", 1)))


def test_a_raised_note_is_no_digit(script, changed):
    """2.60 with a note ¹ is not 2.601."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    def change(sheet):
        note = TextBlock(InlineFont(vertAlign="superscript"), "1")
        sheet["G14"] = CellRichText("2.60", note)
        sheet["D14"] = CellRichText("医疗", TextBlock(InlineFont(b=True), "保险金"))

    found = script.read(changed(change))
    assert "2.60^1" in [text for row in texts(found) for text in row]
    assert "医疗保险金" in [row.label for row in found.tables[0].sides[0].rows]
