"""What Word shows: used by from_docx.py."""

from docx.oxml.document import CT_Body
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl

GONE = """//w:del | //w:moveFrom | //w:tr[w:trPr/w:del] | //w:tc[w:tcPr/w:cellDel]
    | //w:r[w:rPr/w:vanish[not(@w:val='0' or @w:val='false' or @w:val='off')]]
    | //*[local-name()='Choice']/following-sibling::*[local-name()='Fallback']"""
"""What was deleted or moved away in tracked changes, what is hidden, and what programs without text boxes show instead of them."""
AROUND = """//w:ins | //w:moveTo | //w:sdt | //w:sdtContent | //w:smartTag | //w:customXml
    | //w:hyperlink | //w:fldSimple | //w:dir | //w:bdo"""
"""What was inserted in tracked changes, and other wrappings of text, cells, rows and tables: they are passed over, but not their content."""
RAISED = "//w:r[w:rPr/w:vertAlign[@w:val='superscript']]/w:t[1]"


def accept(body: CT_Body) -> None:
    """Let the body of a document hold what Word shows, as paragraphs and tables.

    Tracked changes count as accepted. What a text box holds stands above its paragraph. What is raised is marked with ^, so that a
    note ¹ behind 2.60 does not make it 2.601.

    Args:
        body: The body.
    """
    for element in body.xpath(GONE):
        element.getparent().remove(element)
    for element in body.xpath(AROUND):
        parent = element.getparent()
        place = parent.index(element)
        parent[place : place + 1] = list(element)
    for box in body.xpath("//w:txbxContent"):
        for part in list(box):
            next(box.iterancestors(qn("w:p"))).addprevious(part)
    for text in body.xpath(RAISED):
        text.text = f"^{text.text}"
    for table in reversed(body.xpath("//w:tbl")):
        if is_frame(table):
            for part in table.xpath("w:tr/w:tc/w:p | w:tr/w:tc/w:tbl"):
                table.addprevious(part)
            table.getparent().remove(table)


def is_frame(table: CT_Tbl) -> bool:
    """Tell whether a table lays out the page: it has one cell, or holds a table, or stands as text within a larger one.

    Args:
        table: The table.
    """
    outer = table.xpath("ancestor::w:tbl[1]")
    count = len(table.xpath(".//w:tc"))
    is_part = bool(outer) and count * 2 <= len(outer[0].xpath(".//w:tc"))
    return count == 1 or is_part or bool(table.xpath(".//w:tbl"))
