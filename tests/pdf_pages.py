"""A real table of expenditure by subject as a PDF of several pages, with all rulings, some or none, upright or sideways."""

TITLES, UNIT = ("2025年部门支出预算总表", "2025年部门一般公共预算支出功能分类预算表"), "单位：元"
WHOLES = ("支出预算", "一般公共预算支出")
HEAD = "某局2025年部门预算"
ROWS = """
201|||一般公共服务支出|21,601,733.00|12,291,733.00|9,310,000.00
201|13||商贸事务|21,601,733.00|12,291,733.00|9,310,000.00
201|13|01|行政运行|9,389,913.00|9,389,913.00|
201|13|02|一般行政管理事务|4,545,000.00||4,545,000.00
201|13|50|事业运行|2,901,820.00|2,901,820.00|
201|13|99|其他商贸事务支出|4,765,000.00||4,765,000.00
208|||社会保障和就业支出|3,808,085.00|3,808,085.00|
208|05||行政事业单位养老支出|3,808,085.00|3,808,085.00|
208|05|01|行政单位离退休|1,661,216.00|1,661,216.00|
208|05|02|事业单位离退休|17,280.00|17,280.00|
208|05|05|机关事业单位基本养老保险缴费支出|1,410,886.00|1,410,886.00|
208|05|06|机关事业单位职业年金缴费支出|705,443.00|705,443.00|
208|05|99|其他行政事业单位养老支出|13,260.00|13,260.00|
216|||商业服务业等支出|31,364,000.00||31,364,000.00
216|99||其他商业服务业等支出|31,364,000.00||31,364,000.00
216|99|99|其他商业服务业等支出|31,364,000.00||31,364,000.00
合计||||56,773,818.00|16,099,818.00|40,674,000.00
"""
HEADINGS = """
项目||||支出预算||
功能分类科目编码|||功能分类科目名称|合计|基本支出|项目支出
类|款|项||||
"""
MERGED = [
    *((0, 0, 3, 0), (4, 0, 6, 0), (0, 1, 2, 1)),
    *((3, 1, 3, 2), (4, 1, 4, 2), (5, 1, 5, 2), (6, 1, 6, 2)),
]
"""The merged headings: first column and row, last column and row."""
RULINGS = {
    "all": [("GRID", (0, 0), (-1, -1), 0.5, "black")],
    "none": [],
    "horizontal": [("LINEABOVE", (0, 0), (-1, -1), 0.5, "black")],
    "frame": [("BOX", (0, 0), (-1, -1), 0.5, "black"), ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black")],
    "vertical": [("BOX", (0, 0), (-1, -1), 0.5, "black"), ("LINEAFTER", (0, 0), (-1, -1), 0.5, "black")],
    "headings": [("GRID", (0, 0), (-1, 2), 0.5, "black")],
}


def cells(text):
    """The cells of rows."""
    return [line.split("|") for line in text.split()]


def figures():
    """The figures of the table, row by row."""
    return [row[4:] for row in cells(ROWS)]


def save(path, *rulings, sideways=None, change=("", ""), head="", foot="", after=()):
    """Draw one or two tables below their titles, with the number of the page at the foot of each.

    Args:
        path: The file.
        rulings: The rulings of each.
        sideways: By how many degrees the pages are turned, if they are.
        change: A text in the rows, and what stands there instead.
        head: What stands at the head of every page.
        after: What stands below the tables.
        foot: What stands at its foot, above its number; the number may stand in it, too.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate, Paragraph

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("plain", fontName="STSong-Light", fontSize=8)
    layout = [
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 8),
        ("ALIGN", (4, 3), (-1, -1), "RIGHT"),
        ("ALIGN", (0, 0), (-1, 2), "CENTER"),
        *(("SPAN", (left, top), (right, low)) for left, top, right, low in MERGED),
    ]
    story = [Paragraph(HEAD, style)]
    for title, whole, some in zip(TITLES, WHOLES, rulings, strict=False):
        rows = cells(HEADINGS.replace("支出预算", whole)) + cells(ROWS.replace(*change))
        story += [Paragraph(title, style), Paragraph(UNIT, style)]
        story.append(LongTable(rows, style=RULINGS[some] + layout, repeatRows=3))

    story += after

    def begin(canvas, document):
        canvas.setFont("STSong-Light", 8)
        if sideways:
            canvas.translate(A4[0] if sideways == 90 else 0, A4[1] if sideways == 270 else 0)
            canvas.rotate(sideways)
        canvas.drawCentredString(300, 15, f"- {document.page} -")
        canvas.drawString(40, 25, foot.format(document.page))
        canvas.drawString(40, 310, head)

    frame = Frame(40, 40, 520, 260)
    BaseDocTemplate(str(path), pagesize=A4, pageTemplates=PageTemplate(frames=frame, onPage=begin)).build(
        story
    )
