"""Word files and web pages as people make them: tracked changes, content controls, tables in cells, broken markup, hidden parts."""

import importlib
from copy import deepcopy
from pathlib import Path

import pytest

import office_files
from govbudget import ReadingError, check

EXAMPLES = Path(__file__).parents[1] / "examples"
REASON = "the extra [examples] is not installed"
FIGURE = "2.60"
ROW, COLUMN = 11, 6
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(autouse=True)
def scripts(monkeypatch):
    """Let the scripts be imported by their names."""
    monkeypatch.syspath_prepend(str(EXAMPLES))


def whole(disclosure):
    """Whether all 142 numbers of the table were read into its 32 rows, and no sum fails."""
    (side,) = (side for table in disclosure.tables for side in table.sides)
    errors = [one.equation for one in check(disclosure).findings if one.rule.id.startswith("SUM")]
    return (disclosure.coverage().placed, disclosure.coverage().printed, len(side.rows), errors) == (
        142,
        142,
        32,
        [],
    )


def wrapped(xml, element):
    """Put an element into the innermost element of some XML, in its place."""
    parse = pytest.importorskip("docx.oxml", reason=REASON).parse_xml
    outer = parse(xml)
    element.addprevious(outer)
    list(outer.iter())[-1].append(element)


def control(element):
    wrapped(f"<w:sdt {WORD}><w:sdtContent/></w:sdt>", element)


def run_of(document):
    return document.tables[0].rows[ROW].cells[COLUMN].paragraphs[0].runs[0]


def inserted(document):
    wrapped(f'<w:ins {WORD} w:id="1" w:author="a"/>', run_of(document)._r)


def moved_here(document):
    wrapped(f'<w:moveTo {WORD} w:id="1" w:author="a"/>', run_of(document)._r)


def moved_away(document):
    run = run_of(document)._r
    run.addnext(deepcopy(run))
    wrapped(f'<w:moveFrom {WORD} w:id="1" w:author="a"/>', run)


def deleted_row(document):
    from docx.oxml import parse_xml

    row = document.tables[0].rows[ROW]._tr
    row.addnext(copy := deepcopy(row))
    copy.get_or_add_trPr().append(parse_xml(f'<w:del {WORD} w:id="1" w:author="a"/>'))


def hidden_text(document):
    run = document.tables[0].rows[ROW].cells[COLUMN].paragraphs[0].add_run("9")
    run.font.hidden = True
    run_of(document).font.hidden = False


def controlled_run(document):
    control(run_of(document)._r)


def controlled_cell(document):
    control(document.tables[0].rows[ROW].cells[COLUMN]._tc)


def controlled_row(document):
    control(document.tables[0].rows[ROW]._tr)


def controlled_table(document):
    control(document.tables[0]._tbl)


def table_in_cell(document):
    cell = document.tables[0].rows[ROW].cells[COLUMN]
    cell.paragraphs[0].clear()
    cell.add_table(1, 1).cell(0, 0).text = FIGURE


BOX = f"""
<w:r {WORD} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><w:txbxContent/></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:textbox><w:txbxContent/></v:textbox></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
"""A text box as Word writes it: twice."""


def boxed(place, elements):
    """Put copies of elements into a text box that belongs to a paragraph, and take them away from where they stand."""
    from docx.oxml import parse_xml

    box = parse_xml(BOX)
    for content in box.iter(f"{{{WORD[9:-1]}}}txbxContent"):
        content.extend(deepcopy(element) for element in elements)
    place.append(box)
    for element in elements:
        element.getparent().remove(element)


def title_in_a_box(document):
    """Title and unit, in a box of a blank paragraph."""
    blank = document.add_paragraph()._p
    document.tables[0]._tbl.addprevious(blank)
    boxed(blank, [one._p for one in document.paragraphs[2:4]])


def table_in_a_box(document):
    boxed(document.paragraphs[3]._p, [document.tables[0]._tbl])


def figure_in_a_box(document):
    cell = document.tables[0].rows[ROW].cells[COLUMN]
    cell._tc.append(deepcopy(cell.paragraphs[0]._p))
    cell.paragraphs[1].clear()
    boxed(cell.paragraphs[1]._p, [cell.paragraphs[0]._p])


def table_in_a_frame(document):
    """Title, unit and table in the only cell of another table, which stands in a larger one."""
    frame = document.add_table(1, 2)
    inner = frame.cell(0, 0).add_table(1, 1).cell(0, 0)
    for element in [*(one._p for one in document.paragraphs[2:4]), document.tables[0]._tbl]:
        inner._tc.append(element)


def small_table_in_cell(document):
    """Some lines of a cell stand side by side."""
    cell = document.tables[0].rows[2].cells[8]
    text = cell.text
    cell.paragraphs[0].clear()
    small = cell.add_table(1, 2)
    small.cell(0, 0).text, small.cell(0, 1).text = text[:3], text[3:]


def deleted_cell(document):
    from docx.oxml import parse_xml

    cell = document.tables[0].rows[ROW].cells[COLUMN]._tc
    cell.addnext(copy := deepcopy(cell))
    copy.get_or_add_tcPr().append(parse_xml(f'<w:cellDel {WORD} w:id="1" w:author="a"/>'))


def field(document):
    wrapped(f'<w:fldSimple {WORD} w:instr="=SUM(LEFT)"/>', run_of(document)._r)


def merged_from_nowhere(document):
    """A cell of the first row, and one of another width than that above it, are said to go on."""
    from docx.oxml.ns import qn

    table = document.tables[0]
    table.rows[0].cells[0]._tc.get_or_add_tcPr().get_or_add_vMerge().val = "continue"
    row = deepcopy(table.rows[ROW]._tr)
    table._tbl.append(row)
    for cell in row.tc_lst:
        cell.get_or_add_tcPr().get_or_add_vMerge().val = "continue"
        cell.grid_span = 2
    assert row.findall(f".//{qn('w:vMerge')}")


def footnote(document):
    from docx.oxml import parse_xml

    mark = (
        f'<w:r {WORD}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    )
    run_of(document)._r.addnext(parse_xml(mark))


CHANGES = [
    *(title_in_a_box, table_in_a_box, figure_in_a_box, table_in_a_frame, small_table_in_cell),
    *(deleted_cell, field, merged_from_nowhere, footnote),
    *(inserted, moved_here, moved_away, deleted_row, hidden_text),
    *(controlled_run, controlled_cell, controlled_row, controlled_table, table_in_cell),
]


@pytest.mark.parametrize("change", CHANGES)
def test_word_files_are_read_as_they_are_shown(change, tmp_path):
    """With all changes accepted, and through everything that Word wraps around text, cells, rows and tables."""
    docx = pytest.importorskip("docx", reason=REASON)
    path = str(tmp_path / "budget.docx")
    office_files.save_docx(path, office_files.table())
    document = docx.Document(path)
    change(document)
    document.save(path)
    found = importlib.import_module("from_docx").read(path)
    assert found.tables[0].title == office_files.TITLE
    assert whole(found)


def test_a_raised_note_is_no_digit(tmp_path):
    """2.60 with a note ¹ is not 2.601: the figure stays open."""
    docx = pytest.importorskip("docx", reason=REASON)
    path = str(tmp_path / "budget.docx")
    office_files.save_docx(path, office_files.table())
    document = docx.Document(path)
    document.tables[0].rows[ROW].cells[COLUMN].paragraphs[0].add_run("1").font.superscript = True
    document.save(path)
    (table,) = importlib.import_module("from_docx").read(path).tables
    texts = [cell.text for row in table.sides[0].matrix for cell in row if cell]
    assert ("2.60^1" in texts, "2.601" in texts) == (True, False)


def page(rows):
    """The table as a page, with its merged headings."""
    spans = {(top, left): (low - top + 1, right - left + 1) for top, left, low, right in office_files.MERGED}
    covered = {
        (i, j)
        for top, left, low, right in office_files.MERGED
        for i in range(top, low + 1)
        for j in range(left, right + 1)
    } - set(spans)
    lines = [
        "<tr>"
        + "".join(
            f'<td rowspan="{spans.get((i, j), (1, 1))[0]}" colspan="{spans.get((i, j), (1, 1))[1]}">{cell}</td>'
            for j, cell in enumerate(row)
            if (i, j) not in covered
        )
        + "</tr>"
        for i, row in enumerate(rows)
    ]
    said = "".join(f"<p>{line}</p>" for line in (office_files.TITLE, office_files.UNIT))
    return f"<html><body>{said}<table>{''.join(lines)}</table></body></html>"


MARKUP = [
    lambda text: text.replace("</td>", ""),
    lambda text: text.replace("</td>", "").replace("</tr>", ""),
    lambda text: text.replace('rowspan="1" colspan="1"', 'rowspan="" colspan="auto"'),
    lambda text: text.replace('span="2"', 'span=" 2.0px"').replace('span="3"', 'span="+3"'),
    lambda text: text.replace("2.60", "<table><tr><td>2.60</td></tr></table>"),
    lambda text: text.replace("2.60", '2.60<span style="DISPLAY : none">9</span><i hidden>8</i>'),
    lambda text: text.replace("<tr>", '<tr style="display:none"><td>208</td><td>9.99</td></tr><tr>', 1),
    lambda text: text.replace("2.60</td>", '2.60</td><td style="display:none">9.99</td>'),
    lambda text: text.replace(
        "2.60", "2.60<script> 9 </script><style> .a 9 </style><!-- 9 --><noscript>9</noscript>"
    ),
    lambda text: text.replace("2.60", "\n   2.60&nbsp;\n").replace(
        "医疗保险金", "\u3000医疗 <!-- a b -->保险金<br>"
    ),
    lambda text: text.replace("2.60", "<table><tr><td>2.60</td><td></td></tr></table>"),
    lambda text: text.replace('rowspan="1" colspan="1"', 'rowspan="-1" colspan="-2"'),
    lambda text: text.replace("<tr>", '<tr><td colspan="99999">2020年部门支出总体情况表</td></tr><tr>', 1),
    lambda text: text.replace("</table>", '<tr><td rowspan="0" colspan="900"></td></tr></table>'),
    lambda text: f"<div><table><tr><td>{text}</td><td>a</td></tr><tr><td>b</td></tr></table></div>",
    lambda text: text.replace("<html>", "<html><template><table><tr><td>1.00</td></tr></table></template>"),
]


@pytest.mark.parametrize("change", MARKUP)
def test_web_pages_are_read_as_a_browser_shows_them(change, tmp_path):
    """Unclosed cells, spans that are no numbers, tables of one cell in a cell, and what is not shown."""
    pytest.importorskip("bs4", reason=REASON)
    pytest.importorskip("lxml", reason=REASON)
    path = tmp_path / "budget.html"
    path.write_text(change(page(office_files.table())), "utf-8")
    assert whole(importlib.import_module("from_html").read(str(path)))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "nonsense"])
def test_the_bytes_tell_the_encoding(encoding, declared, tmp_path):
    """Whatever the page says of itself."""
    pytest.importorskip("bs4", reason=REASON)
    pytest.importorskip("lxml", reason=REASON)
    path = tmp_path / "budget.html"
    said = f'<head><meta charset="{declared}"></head><body>'
    path.write_bytes(page(office_files.table()).replace("<body>", said).encode(encoding))
    assert whole(importlib.import_module("from_html").read(str(path)))


def grid_of(markup):
    """The cells of the only table of some markup."""
    bs4 = pytest.importorskip("bs4", reason=REASON)
    pytest.importorskip("lxml", reason=REASON)
    parsed = bs4.BeautifulSoup(f"<table>{markup}</table>", "lxml")
    script = importlib.import_module("html_text")
    script.tidy(parsed)
    return script.rows_of(parsed.table)


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", [["a", "b"], [None, "c"], [None, "d"]]),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d", [["a", "b", None], ["c", None, "d"]]),
        ("<tr><td colspan=5>a<td>b<tr><td>c<td>d", [["a", None, "b"], ["c", "d", None]]),
        ("<tr><td rowspan=9 colspan=-3>a<td>b<tr><td>c", [["a", "b"], [None, "c"]]),
        ("<tr><td>1.00<sup>1</sup><td>m<sup>2</sup><tr><td>a", [["1.00^1", "m^2"], ["a", None]]),
        ("<tr><td style='visibility:hidden'>a<td>b<tr><td>c<td>d", [["", "b"], ["c", "d"]]),
        ("<tr><td>\n\u3000a\n b<br>c<td>&nbsp;1<tr><td>", [["\u3000a b\nc", "\xa01"], ["", None]]),
    ],
)
def test_cells_stand_where_a_browser_puts_them(markup, rows):
    """Columns in which no cell begins are left out."""
    assert grid_of(markup) == rows


def test_spans_cannot_fill_the_memory():
    """Each takes at most a thousand columns, and all of a table at most a million places."""
    assert grid_of("<tr><td rowspan=99999 colspan=99999999>a<tr><td>b") == [["a", None], [None, "b"]]
    with pytest.raises(ReadingError, match="a table: it has 1,010,000 places"):
        grid_of("<tr>" + "<td rowspan=0 colspan=1000>a" * 20 + "<tr>" * 100)
    with pytest.raises(ReadingError, match="a table: it has 1,002,001 places"):
        grid_of("<tr>" + "<td>a" * 1001 + "<tr><td>b" * 1000)


@pytest.mark.parametrize(
    ("page", "is_cut"),
    [
        ("<table><tr><td>1.00", True),
        ("<html><body><table><tr><td>1</table><TABLE><tr>", True),
        ("<html><body><table><tr><td>1</body></html>", False),  # closed by the end of the page
        ("<p>1</p><table><tr><td>1</td></tr></table>", False),
        ("no page", False),
    ],
)
def test_a_page_that_ends_within_a_table_is_cut_off(page, is_cut):
    """What is left of its last number could be any."""
    pytest.importorskip("bs4", reason=REASON)
    assert importlib.import_module("html_text").is_cut_off(page) is is_cut


def test_a_page_that_is_cut_off_is_refused(tmp_path):
    """The message says what to do."""
    pytest.importorskip("bs4", reason=REASON)
    path = tmp_path / "a.html"
    path.write_text("<table><tr><td>项目<td>金额<tr><td>合计<td>1", "utf-8")
    with pytest.raises(ReadingError, match="ends within a table; fetch it again"):
        importlib.import_module("from_html").read(str(path))
