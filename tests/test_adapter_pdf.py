"""The script for PDF files, whatever rulings a table has: none, some or all of them, on upright and on sideways pages."""

import importlib
from itertools import permutations
from pathlib import Path

import pytest

import office_files
import pdf_pages
from govbudget import ExtractedTable, check

EXAMPLES = Path(__file__).parents[1] / "examples"
REASON = "the extra [examples], and reportlab to draw PDF files, are not installed"


@pytest.fixture
def read(monkeypatch):
    """The function of the script."""
    pytest.importorskip("pdfplumber", reason=REASON)
    pytest.importorskip("reportlab", reason=REASON)
    monkeypatch.syspath_prepend(str(EXAMPLES))
    return importlib.import_module("from_pdfplumber").read


def figures(table):
    """The printed figures of the only side of a table."""
    (side,) = table.sides
    return [[cell.text if cell else "" for cell in row] for row in side.matrix]


@pytest.mark.parametrize("rulings", pdf_pages.RULINGS)
@pytest.mark.parametrize("sideways", [None, 90, 270])
def test_a_table_is_read_whatever_rulings_it_has(rulings, sideways, read, tmp_path):
    """Over two pages with headings on each, and a number at the foot."""
    pdf_pages.save(tmp_path / "a.pdf", rulings, sideways=sideways)
    found = read(str(tmp_path / "a.pdf"))
    (table,) = found.tables
    assert (table.title, table.unit.value, found.year) == (pdf_pages.TITLES[0], "元", 2025)
    assert figures(table) == pdf_pages.figures()
    assert (found.unread, check(found).findings) == ((), ())


@pytest.mark.parametrize("rulings", [*permutations(["all", "none", "frame"], 2)])
def test_tables_with_and_without_rulings_are_each_read_once(rulings, read, tmp_path):
    """In one document, in both orders."""
    pdf_pages.save(tmp_path / "a.pdf", *rulings)
    found = read(str(tmp_path / "a.pdf"))
    assert sorted(table.title for table in found.tables) == sorted(pdf_pages.TITLES)
    assert [figures(table) for table in found.tables] == [pdf_pages.figures()] * 2
    assert found.unread == ()


@pytest.mark.parametrize("rulings", ["all", "none", "frame"])
@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("某局2025年部门预算", ""),
        ("某局部门预算公开表", "第 {} 页 共 3 页"),
        ("", "某局 {}"),
        ("某省人民政府", "http://www.example.org/x.html"),
    ],
)
def test_what_runs_on_every_page_does_not_part_a_table(rulings, head, foot, read, tmp_path):
    """Neither at the head nor at the foot, not even if it looks like the title of a table."""
    pdf_pages.save(tmp_path / "a.pdf", rulings, rulings, head=head, foot=foot)
    found = read(str(tmp_path / "a.pdf"))
    assert [table.title for table in found.tables] == [*pdf_pages.TITLES]
    assert [figures(table) for table in found.tables] == [pdf_pages.figures()] * 2
    assert (found.unread, check(found).findings) == ((), ())


@pytest.mark.parametrize(
    ("pages", "left"),
    [
        ([["表", "a"], ["表", "b"], ["表", "c"]], [["表", "a"], ["b"], ["c"]]),
        ([["表", "头", "a"], ["表", "头", "b"], ["表", "头", "c"]], None),
        ([["科目    金额", "a"], ["科目    金额", "b"], ["科目    金额", "c"]], None),
        ([["a", "合计 1.00"], ["b", "合计 1.00"], ["c", "合计 1.00"]], None),
        ([["a", "合计 1,000"], ["b", "合计 1,000"], ["c", "合计 1,000"]], None),
        ([["a", "合计 5"], ["b", "合计 5"], ["c", "合计 5"]], None),
        (
            [["a", "b", "某局 5"], ["c", "d", "某局 6"], ["e", "f", "某局 7"]],
            [["a", "b"], ["c", "d"], ["e", "f"]],
        ),
        ([["a", "某局"], ["b", "某局"]], None),
        ([["a", "某局"], ["b", "某局"], ["c", "1"], ["d", "5"]], None),
        ([["a", [["1.00"]]], ["b", [["1.00"]]], ["c", [["1.00"]]], []], None),
    ],
)
def test_only_what_recurs_on_most_pages_is_furniture(pages, left, read):
    """Headings that go on, figures and tables stay, and so does what only two pages have."""
    kept = [list(page) for page in pages]
    importlib.import_module("pdf_furniture").drop_furniture(kept)
    assert kept == (pages if left is None else left)


@pytest.mark.parametrize("rulings", ["none", "frame", "headings"])
def test_a_wrong_digit_is_found_without_rulings(rulings, read, tmp_path):
    """The sums of rows and columns that it breaks fail."""
    pdf_pages.save(tmp_path / "a.pdf", rulings, change=("17,280.00|17,280.00", "17,286.00|17,286.00"))
    equations = [one.equation for one in check(read(str(tmp_path / "a.pdf"))).findings]
    assert len(equations) == 2
    assert all("17,286.00" in equation for equation in equations)


def test_headings_that_are_not_known_are_listed(read, tmp_path):
    """Nothing is guessed from places alone."""
    rows = office_files.table()
    office_files.save_pdf(tmp_path / "a.pdf", rows, ruled=False)
    found = read(str(tmp_path / "a.pdf"))
    assert found.tables == ()
    assert [one.title for one in found.unread] == [office_files.TITLE]


def test_a_title_at_the_foot_of_the_page_before(read, tmp_path):
    """The number of the page between does not part it from its table."""
    table = ExtractedTable.below([pdf_pages.TITLES[0], pdf_pages.UNIT, "- 3 -", " "], [])
    assert (table.title, table.unit.value) == (pdf_pages.TITLES[0], "元")


@pytest.mark.parametrize(("size", "up", "text"), [(5, 3, "2.60^1"), (8, 0, "2.601"), (5, 0, "2.601")])
def test_a_raised_note_is_no_digit(size, up, text, read, tmp_path):
    """2.60 with a small note ¹ above its line is not 2.601; digits on one line are one number.

    Letters that are printed twice to look bold count once.
    """
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas(str(tmp_path / "a.pdf"))
    page.setFont("Helvetica", 8)
    page.drawString(100, 700, "2.60")
    page.drawString(100.3, 700, "2.60")
    page.setFont("Helvetica", size)
    page.drawString(100 + page.stringWidth("2.60", "Helvetica", 8), 700 + up, "1")
    page.save()
    import pdfplumber

    tables, letters = importlib.import_module("pdf_tables"), importlib.import_module("pdf_text")
    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        (line,) = tables.parts_of(letters.readable(pdf.pages[0]))
    assert line.strip() == text


def test_scanned_pages_among_others_are_named(read, tmp_path, capsys):
    """With the number of the page on them, too."""
    from reportlab.platypus import Image

    picture = tmp_path / "a.ppm"
    picture.write_bytes(b"P6 2 2 255\n" + bytes(12))
    path = str(tmp_path / "a.pdf")
    pdf_pages.save(path, "all", after=[Image(str(picture), 400, 200)])
    assert len(read(path).tables) == 1
    assert capsys.readouterr().err == f"{path}: the pictures on pages 3 were not read\n"
