"""The tables that an extractor cut out of the fourteen further documents, each document read as one sequence.

The counts were verified by hand against the extracted rows: every number that is printed stands in a cell, but for those that are
named below, and no finding of the sums or between tables is due to the extractor.
"""

import re

import pytest

from govbudget import ExtractedTable, Outcome, Severity, check, read_tables
from govbudget.amounts import Unit, parse_amount
from govbudget.disclosures import Aspect
from govbudget.exceptions import FigureError
from shared_material import CORPUS, SHARED

CHINESE = re.compile(r"[\u4e00-\u9fff]")

needs_corpus = pytest.mark.skipif(
    not CORPUS, reason="the real documents (../shared/corpus) are not beside this checkout"
)


def extracted(name):
    """The tables of a document as the extractor cut them, with the titles and units that it found."""
    folder = SHARED / "corpus" / name
    for listed in (folder / "tables.tsv").read_text("utf-8").splitlines()[1:]:
        file, _, pages, _, _, unit, title, _ = listed.split("\t")
        text = (folder / "tables" / file).read_text("utf-8").rstrip("\n")
        rows = [line.split("\t") for line in text.split("\n")]
        yield ExtractedTable(rows, title or None, unit or None, int(pages.split("-")[0]), file)


def read(name):
    """One document."""
    text = (SHARED / "corpus" / name / "text.txt").read_text("utf-8")
    return read_tables(extracted(name), text=text, source=name)


def amounts_in(rows):
    """How many cells print an amount; digits to the left of a name are the code of a subject."""
    count = 0
    for row in rows:
        for j, cell in enumerate(row):
            try:
                is_number = bool(cell) and parse_amount(cell, Unit.UNSTATED) is not None
            except FigureError:
                continue
            is_code = cell.isdigit() and any(CHINESE.search(other) for other in row[j + 1 :])
            count += is_number and not is_code
    return count


# Of each document: tables given, tables read (all of a known kind), amounts printed and placed in a cell, relations that hold and that are
# undecided within the tables.
MEASURED = {
    "jiangsu_jiancha_2017_budget": (13, 12, 187, 187, 642, 3),
    "jiangsu_jiancha_2018_budget": (17, 12, 195, 193, 680, 4),
    "jiangsu_jiancha_2019_budget": (14, 12, 187, 187, 713, 3),
    "jiangsu_renda_2017_budget": (14, 12, 164, 162, 635, 3),
    "jiangsu_renda_2018_budget": (13, 12, 158, 158, 643, 3),
    "jiangsu_renda_2019_budget": (13, 12, 163, 163, 669, 3),
    "jiangsu_shengweiban_2017_budget": (13, 12, 187, 187, 645, 3),
    "jiangsu_shengweiban_2018_budget": (12, 12, 178, 178, 671, 3),
    "jiangsu_shengweiban_2019_budget": (12, 12, 181, 181, 688, 3),
    "jiangsu_zhengxie_2017_budget": (13, 12, 175, 175, 620, 3),
    "jiangsu_zhengxie_2018_budget": (12, 12, 170, 170, 674, 3),
    "jiangsu_zhengxie_2019_budget": (12, 12, 154, 154, 630, 3),
    "putuo_shangwu_2025_budget_dept": (9, 9, 287, 287, 1026, 0),
    "putuo_shangwu_2025_budget_unit": (9, 9, 300, 300, 1044, 0),
}


@needs_corpus
@pytest.mark.parametrize("name", CORPUS)
def test_the_tables_of_a_document_are_put_together(name):
    """Every table is recognised, and what is not placed in a cell is said to be unread or open."""
    given = list(extracted(name))
    disclosure = read_tables(given, source=name)
    report = check(disclosure, year=int(re.search(r"20\d\d", name)[0]))
    placed = sum(1 for table in disclosure.tables for _ in table.cells())
    held = report.summary[Outcome.PASSED] + report.summary[Outcome.ROUNDING]
    printed = sum(amounts_in(table.rows) for table in given)
    measured = (len(given), len(disclosure.tables), printed, placed, held, report.summary[Outcome.UNDECIDED])
    assert measured == MEASURED[name]
    assert all(table.kind is not None for table in disclosure.tables)
    assert len({table.kind for table in disclosure.tables}) == len(disclosure.tables)
    opened = {"jiangsu_jiancha_2018_budget": 2}.get(name, 0)
    assert disclosure.coverage().unplaced == opened
    assert placed + opened + sum(amounts_in(one.rows) for one in disclosure.unread) == printed


@needs_corpus
@pytest.mark.parametrize("name", CORPUS)
def test_no_error_is_due_to_the_extractor(name):
    """No finding is left within or between tables but for hints at a convention, and none is an error."""
    report = check(read(name))
    inside = [
        one for one in report.findings if one.rule.id[:3] in {"SUM", "TIE", "SUB"} or one.rule.id < "DOC-020"
    ]
    assert {one.rule.id for one in inside} <= {"TIE-018"}
    assert all(one.severity is Severity.HINT for one in inside)


ERRORS = {
    "jiangsu_jiancha_2017_budget": ["PCT-001", "PCT-001", "PCT-003", "TXT-001", "TXT-004"],
    "jiangsu_jiancha_2018_budget": ["PCT-003", "PCT-003", "PCT-003", "TXT-021"],
    "jiangsu_jiancha_2019_budget": ["PCT-003", "PCT-003", "PCT-003"],
    "jiangsu_renda_2017_budget": ["PCT-001", "PCT-001", "PCT-001", "PCT-002", "TXT-001"],
    "jiangsu_renda_2019_budget": ["DOC-020", "DOC-021"],
    "jiangsu_renda_2018_budget": ["PCT-003"],
    "jiangsu_shengweiban_2017_budget": ["PCT-003"],
    "jiangsu_shengweiban_2019_budget": ["PCT-003"],
}


@needs_corpus
@pytest.mark.parametrize("name", CORPUS)
def test_the_errors_of_the_text_are_true(name):
    """What the text of a document states of its tables was compared by hand."""
    report = check(read(name))
    found = [one.rule.id for one in report.findings if one.severity is not Severity.HINT]
    assert found == ERRORS.get(name, [])


@needs_corpus
def test_two_halves_of_a_table_are_joined_though_the_second_bears_another_title():
    """财政拨款收支预算总表 runs over a page, and the extractor took the title below for that of its second half."""
    table = read("jiangsu_jiancha_2017_budget").table("fiscal_appropriation_summary")
    assert [row.label for side in table.sides for row in side.rows if row.label.endswith("合计")] == [
        "收入合计",
        "支出合计",
    ]
    assert {one.aspect for one in table.resolutions} >= {Aspect.CONTINUATION, Aspect.TITLE}


@needs_corpus
def test_a_figure_between_two_columns_is_left_open():
    """267.8 and 0 stand one column right of their headings or of none: both columns stay open."""
    table = read("jiangsu_jiancha_2018_budget").table("three_public")
    (side,) = table.sides
    found = {column.label: side.cell(0, column.index).text for column in side.columns}
    assert (found["公务用车购置费"], found["公务用车运行维护费"], found["公务接待费"]) == ("", "", "116.50")
    assert Aspect.COLUMNS in {one.aspect for one in table.resolutions}


@needs_corpus
def test_a_table_printed_twice_counts_once():
    """The beginning of 财政拨款基本支出预算表 is printed below another table, and the whole of it later."""
    disclosure = read("jiangsu_renda_2017_budget")
    assert [one.title for one in disclosure.unread] == [
        "财政拨款基本支出预算表",
        "财政拨款政府性基金支出预算表",
    ]
    assert len(disclosure.table("fiscal_appropriation_basic").sides[0].rows) == 24
