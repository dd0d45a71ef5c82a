"""A real budget table as a PDF, an Excel file, a Word file and a web page, with its merged headings."""

from decimal import Decimal
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "qinyang-2020.md"
TITLE, UNIT = "2020年部门支出总体情况表", "单位：万元"
HEAD = "沁阳市医疗保障局2020年部门预算"
SAID = "2020年支出合计141.47万元，其中：基本支出57.47万元，占41%；项目支出84.00万元，占59%。"
MERGED = [
    *((0, 0, 0, 2), (0, 3, 2, 3), (0, 4, 2, 4), (0, 5, 0, 11), (1, 5, 2, 5)),
    *((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 6, 1, 8), (1, 9, 1, 11)),
]
"""The merged headings: first row and column, last row and column."""


def table(digit=None):
    """The rows of a real table; one figure with another digit, where one is given."""
    text = EXAMPLE.read_text("utf-8").split(f"## {TITLE}")[1].split("##")[0]
    lines = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert rows[11][6:8] == ["2.60", "2.60"]
    if digit is not None:
        rows[11][6] = f"2.6{digit}"
    return rows


def save_pdf(path, rows, *, password=None, ruled=True):
    """Draw the table, with its rulings or without any, over two pages, in a font that every PDF reader brings along."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("plain", fontName="STSong-Light", fontSize=8)
    spans = [("SPAN", (x, y), (right, down)) for y, x, down, right in MERGED]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
    lines += [("FONT", (0, 0), (-1, -1), "STSong-Light", 8)]
    drawn = LongTable(rows, style=lines + spans, repeatRows=3)
    lock = None if password is None else StandardEncryption(password)
    document = SimpleDocTemplate(str(path), pagesize=landscape(A4), encrypt=lock)
    document.build([*(Paragraph(line, style) for line in (HEAD, SAID, TITLE, UNIT)), drawn])


def save_xlsx(path, rows):
    """Save the table with numbers as numbers that a format displays with two decimals."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "支出"
    sheet.append([TITLE] + [None] * 11)
    sheet.append([None] * 10 + [UNIT])
    for row in rows:
        sheet.append([_number(cell) if x > 3 else cell or None for x, cell in enumerate(row)])
    for line in sheet.iter_rows(min_row=3, min_col=5):
        for cell in line:
            cell.number_format = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
    for top, left, bottom, right in MERGED:
        sheet.merge_cells(start_row=top + 3, start_column=left + 1, end_row=bottom + 3, end_column=right + 1)
    book.save(path)


def _number(cell):
    try:
        return float(Decimal(cell))
    except ArithmeticError:
        return cell or None


def save_docx(path, rows):
    """Save the table below its title and a paragraph of text."""
    import docx

    document = docx.Document()
    for line in (HEAD, SAID, TITLE, UNIT):
        document.add_paragraph(line)
    drawn = document.add_table(len(rows), len(rows[0]))
    for line, row in zip(drawn.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    for top, left, bottom, right in MERGED:
        text = rows[top][left]
        drawn.cell(top, left).merge(drawn.cell(bottom, right)).text = text
    document.save(path)


def save_html(path, rows):
    """Save the table with its spans, in a table that lays out the page."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in MERGED}
    covered = {
        (y, x)
        for top, left, bottom, right in MERGED
        for y in range(top, bottom + 1)
        for x in range(left, right + 1)
    } - spans.keys()
    lines = []
    for y, row in enumerate(rows):
        cells = []
        for x, text in enumerate(row):
            down, across = spans.get((y, x), (1, 1))
            if (y, x) not in covered:
                cells.append(
                    f'<td rowspan="{down}" colspan="{across}"><span>{text[:2]}</span>{text[2:]}</td>'
                )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    body = f"<h1>{HEAD}</h1><p>{SAID}</p><p>{TITLE}<br>{UNIT}</p><table>{''.join(lines)}</table>"
    page = f'<html><head><meta charset="gb18030"></head><body><table><tr><td>{body}</td></tr></table></body></html>'
    path.write_bytes(page.encode("gb18030"))
