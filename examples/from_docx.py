"""Check the tables and the text of a Word file: python examples/from_docx.py budget.docx

Needs python-docx (pip install python-docx). Save an old .doc as .docx first.
"""

import sys
from collections.abc import Iterator

import docx
from docx.oxml.table import CT_Row, CT_Tbl
from run_check import main
from word_text import accept

import govbudget

MOST = 63  # columns of a table in Word


def cells_of(row: CT_Row) -> Iterator[str | None]:
    """Iterate over the cells of a row; of a merged cell only the first place has text."""
    yield from [None] * min(row.grid_before, MOST)
    for cell in row.tc_lst:
        is_below = cell.vMerge == "continue" and row.tr_idx > 0
        yield None if is_below else "\n".join(part.text for part in cell.p_lst)
        yield from [None] * (min(cell.grid_span, MOST) - 1)


def read(path: str) -> govbudget.Disclosure:
    """Read a Word file."""
    tables: list[govbudget.ExtractedTable] = []
    text, above = [], []
    body = docx.Document(path).element.body
    accept(body)
    for part in body.inner_content_elements:
        if isinstance(part, CT_Tbl):
            rows = [list(cells_of(row)) for row in part.tr_lst]
            tables.append(govbudget.ExtractedTable.below(above, rows))
            text, above = text + above, []
        else:
            above += part.text.splitlines()
    if not tables:
        raise govbudget.ReadingError(path, "the file has no table", "give the file that has the tables")
    return govbudget.read_tables(tables, text="\n".join(text + above), source=path)


if __name__ == "__main__":
    sys.exit(main(read, __doc__))
