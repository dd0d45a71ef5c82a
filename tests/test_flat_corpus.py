"""Texts of the fourteen further documents against the tables that an extractor cut from the same pages: every placed figure agrees."""

from collections import Counter

import pytest

import govbudget
from govbudget.exceptions import ReadingError
from govbudget.labels import normalise
from shared_material import CORPUS, SHARED

needs_corpus = pytest.mark.skipif(
    not CORPUS, reason="the real documents (../shared/corpus) are not beside this checkout"
)

# by document: tables rebuilt, figures placed, cells left open, figures of which the extractor confirms row and column, and row alone;
# of the other five, which were read by hand, it has lost the label or the headings of the row
EXPECTED = {
    "jiangsu_jiancha_2017_budget": (11, 141, 0, 128, 13),
    "jiangsu_jiancha_2018_budget": (11, 142, 0, 22, 117),
    "jiangsu_jiancha_2019_budget": (11, 146, 0, 32, 112),
    "jiangsu_renda_2017_budget": (8, 112, 0, 96, 16),
    "jiangsu_renda_2018_budget": (11, 134, 0, 134, 0),
    "jiangsu_renda_2019_budget": (11, 137, 0, 137, 0),
    "jiangsu_shengweiban_2017_budget": (11, 139, 2, 139, 0),
    "jiangsu_shengweiban_2018_budget": (11, 139, 0, 139, 0),
    "jiangsu_shengweiban_2019_budget": (11, 142, 0, 142, 0),
    "jiangsu_zhengxie_2017_budget": (12, 175, 0, 160, 15),
    "jiangsu_zhengxie_2018_budget": (12, 169, 2, 169, 0),
    "jiangsu_zhengxie_2019_budget": (12, 153, 2, 153, 0),
    "putuo_shangwu_2025_budget_dept": (9, 286, 2, 286, 0),
    "putuo_shangwu_2025_budget_unit": (9, 299, 2, 299, 0),
}


def keyed(table):
    """The figures of a table by code, label and headings."""
    return Counter(
        (
            row.code or "",
            normalise(row.label),
            "/".join(map(normalise, column.path)),
            cell.text.replace(",", ""),
        )
        for side in table.sides
        for row, cells in zip(side.rows, side.matrix, strict=True)
        for column, cell in zip(side.columns, cells, strict=True)
        if cell is not None and cell.figure is not None
    )


def extracted(name):
    """The tables of a document as an extractor cut them, and all their rows."""
    tables, rows = [], []
    for listed in (SHARED / "corpus" / name / "tables.tsv").read_text("utf-8").splitlines()[1:]:
        file, *_, unit, title, _ = listed.split("\t")
        text = (SHARED / "corpus" / name / "tables" / file).read_text("utf-8").rstrip("\n")
        cells = [line.split("\t") for line in text.split("\n")]
        rows += [(normalise("".join(row)), {cell.replace(",", "").strip() for cell in row}) for row in cells]
        try:
            tables.append(keyed(govbudget.read_rows(cells, title=title or "表", unit=unit or None)))
        except ReadingError:
            continue
    return tables, rows


def is_in_row(key, rows):
    """Whether the extractor prints a figure in a row with the same code or label."""
    code, label, _, text = key
    return any(text in cells and (code in joined if code else label in joined) for joined, cells in rows)


@needs_corpus
@pytest.mark.parametrize("name", CORPUS)
def test_every_placed_figure_agrees_with_the_extractor(name):
    """Where the extractor lost headings or rows, the row alone is compared; no figure contradicts its tables."""
    disclosure = govbudget.read_file(SHARED / "corpus" / name / "text.txt")
    tables, rows = extracted(name)
    placed = agreed = in_rows = left = 0
    for table in disclosure.tables:
        mine = keyed(table)
        best = max(tables, key=lambda other: (mine & other).total())
        rest = (mine - best).elements()
        placed += mine.total()
        agreed += (mine & best).total()
        in_rows += sum(is_in_row(key, rows) for key in rest)
        left += sum(
            cell is not None and cell.reason is not None
            for side in table.sides
            for row in side.matrix
            for cell in row
        )
    assert (len(disclosure.tables), placed, left, agreed, in_rows) == EXPECTED[name]
