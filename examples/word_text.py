"""What Word shows: used by from_docx.py. Tracked changes count as accepted."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

GONE = ["w:del", "w:moveFrom"]
"""What was deleted or moved away in tracked changes."""
AROUND = ["w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:hyperlink"]
"""What was inserted in tracked changes, and other wrappings of text, cells, rows and tables: they are passed over, but not their content."""


def accept(document: Document) -> None:
    """Accept all tracked changes, take hidden text out, and unwrap content controls, which python-docx does not look into."""
    body = document.element.body
    for row in [mark.getparent().getparent() for mark in body.iterfind(f".//{qn('w:trPr')}/{qn('w:del')}")]:
        row.getparent().remove(row)
    for run in [mark.getparent().getparent() for mark in body.iterfind(f".//{qn('w:rPr')}/{qn('w:vanish')}")]:
        if run.tag == qn("w:r") and run.find(f"{qn('w:rPr')}/{qn('w:vanish')}").val:
            run.getparent().remove(run)
    for element in list(body.iter(*map(qn, GONE))):
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in list(body.iter(*map(qn, AROUND))):
        parent = element.getparent()
        if parent is not None and len(element):
            place = parent.index(element)
            parent[place : place + 1] = list(element)


def text_of(cell: _Cell) -> str:
    """Return the text of a cell, with that of tables in it."""
    parts = (
        part.text
        if isinstance(part, Paragraph)
        else "\n".join(text_of(one) for row in part.rows for one in row.cells)
        for part in cell.iter_inner_content()
    )
    return "\n".join(parts)
