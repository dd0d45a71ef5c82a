"""Check the tables and the text of a Word file: python examples/from_docx.py budget.docx

Needs python-docx (pip install python-docx). Save an old .doc as .docx first.
"""

import sys
from collections.abc import Iterator

import docx
from docx.table import Table, _Row
from run_check import run
from word_text import accept, text_of

import govbudget


def cells_of(row: _Row, seen: set[object]) -> Iterator[str | None]:
    """Iterate over the cells of a row; of a merged cell only the first place has text."""
    yield from [None] * row.grid_cols_before
    for cell in row.cells:  # the same cell again for every column and row that it spans
        element = cell._tc  # noqa: SLF001 - only by its element is a cell known again
        yield None if element in seen else text_of(cell)
        seen.add(element)
    yield from [None] * row.grid_cols_after


def read(path: str) -> govbudget.Disclosure:
    """Read a Word file."""
    tables: list[govbudget.ExtractedTable] = []
    text, above = [], []
    document = docx.Document(path)
    accept(document)
    for part in document.iter_inner_content():
        if not isinstance(part, Table):
            above += part.text.splitlines()
            continue
        seen: set[object] = set()
        rows = [list(cells_of(row, seen)) for row in part.rows]
        tables.append(govbudget.ExtractedTable.below(above, rows))
        text, above = text + above, []
    if not tables:
        raise govbudget.ReadingError(path, "the file has no table", "give the file that has the tables")
    return govbudget.read_tables(tables, text="\n".join(text + above), source=path)


if __name__ == "__main__":
    sys.exit(run(read, sys.argv[1]) if len(sys.argv) == 2 else __doc__)
