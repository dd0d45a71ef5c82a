"""The law of reading: what is read of a consistent disclosure, in whatever form it comes, is what was printed, or open, or not read.

Nothing is ever silently different, every printed number is counted, and no relation fails in a budget that adds up. After one slip, a
relation fails in a form only if it fails with borders too, and only where the slip is.
"""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from budget_slips import slips
from consistent_budgets import consistent_budgets
from govbudget import STANDARD, ExtractedTable, check, read_file, read_tables, read_text
from govbudget.labels import normalise
from published_tables import FORMS, Disclosed, manners, publish
from read_back import Shares, differences, failing, shares
from surface_forms import TEXTS, as_csv, as_json, damages, extracted

RULES = STANDARD.only("SUM", "TIE")
BORDERED = ("tabs", "markdown")
PLACE = 10**6
"""Whole 万元: nothing is rounded in print."""


@st.composite
def disclosures(draw, *, plain=False, grains=(1, 10**4, PLACE)):
    """A budget with one to three of its tables, and damage on the way to text."""
    budget = draw(consistent_budgets(grains=grains, max_entries=draw(st.sampled_from((6, 14)))))
    places = st.integers(0, len(FORMS) - 1)
    chosen = tuple(draw(st.lists(places, min_size=1, max_size=3, unique=True)))
    disclosed = publish(budget, draw(manners(plain=plain)), chosen, draw(st.integers(1, 4)))
    assume(disclosed.tables)
    return disclosed, draw(damages())


def read_form(form, disclosed, damage):
    """Read a disclosure in one of the forms that need no file."""
    if form in TEXTS:
        return read_text(TEXTS[form](disclosed, damage))
    tables = extracted(disclosed, damage)
    return read_tables([ExtractedTable(one["rows"], one["title"], one["unit"]) for one in tables])


@pytest.mark.parametrize("form", BORDERED)
@given(case=disclosures())
@settings(max_examples=60)
def test_a_disclosure_with_borders_is_read_back_in_full(form, case):
    """Every figure of every table is equal, however it is printed."""
    disclosed, damage = case
    found = read_form(form, disclosed, damage)
    assert differences(disclosed, found) == []
    assert shares(disclosed, found) == Shares(equal=disclosed.figures)


@pytest.mark.parametrize("form", ["rows", "cells", "laid out"])
@given(case=disclosures(plain=True))
@settings(max_examples=60)
def test_a_disclosure_without_borders_is_read_back_or_left_open(form, case):
    """Where blanks and borders are lost, a cell is what was printed or open, and a table may stay unread."""
    disclosed, damage = case
    assert differences(disclosed, read_form(form, disclosed, damage)) == []


@pytest.mark.parametrize("form", ["rows", "cells", "laid out"])
@given(case=disclosures())
@settings(max_examples=30)
def test_any_manner_of_printing_is_read_back_or_left_open(form, case):
    """Dashes, whole numbers and missing units leave more unread, and change nothing else."""
    disclosed, damage = case
    assert differences(disclosed, read_form(form, disclosed, damage)) == []


@given(case=disclosures())
@settings(max_examples=60)
def test_tables_cut_out_of_pages_are_read_back_or_left_open(case):
    """Pages may come without headings, with blank columns and with broken cells."""
    disclosed, damage = case
    assert differences(disclosed, read_form("extracted", disclosed, damage)) == []


@given(case=disclosures())
@settings(max_examples=25)
def test_files_are_read_back(tmp_path_factory, case):
    """CSV holds one table, JSON all of them."""
    disclosed, damage = case
    folder = tmp_path_factory.mktemp("files")
    (folder / "tables.json").write_text(as_json(disclosed, damage), "utf-8")
    assert differences(disclosed, read_file(folder / "tables.json")) == []
    for table in disclosed.tables:
        (folder / "table.csv").write_text(as_csv(table, damage), "utf-8")
        alone = Disclosed(disclosed.budget, disclosed.manner, (table,))
        assert differences(alone, read_file(folder / "table.csv")) == []


@pytest.mark.parametrize("form", [*TEXTS, "extracted"])
@given(data=st.data())
@settings(max_examples=25)
def test_no_relation_fails_in_a_consistent_budget(form, data):
    """Neither within tables nor between them, rounded or not."""
    disclosed, damage = data.draw(disclosures(plain=form not in (*BORDERED, "extracted"), grains=(PLACE,)))
    assert failing(check(read_form(form, disclosed, damage), RULES)) == set()


@given(case=disclosures(grains=(1,)))
@settings(max_examples=40)
def test_no_sum_fails_by_rounding(case):
    """Amounts and totals that are rounded each for itself add up within their rounding."""
    disclosed, damage = case
    assert failing(check(read_form("tabs", disclosed, damage), STANDARD.only("SUM"))) == set()


@pytest.mark.parametrize("form", ["markdown", "rows", "cells", "laid out", "extracted"])
@given(data=st.data())
@settings(max_examples=25)
def test_one_slip_fails_where_it_is_or_nowhere(form, data):
    """A relation that fails in any form fails with borders too, and has to do with the slip."""
    disclosed, damage = data.draw(disclosures(plain=True, grains=(PLACE,)))
    slip = data.draw(slips(disclosed))
    assume(slip is not None)
    bordered = failing(check(read_form("tabs", slip.disclosed, damage), RULES))
    assert failing(check(read_form(form, slip.disclosed, damage), RULES)) <= bordered
    for _, cells in bordered:
        assert not cells or any(_is_near(cell, slip) for cell in cells)


def _is_near(cell, slip):
    """Whether a cell stands in the row of a slip, or in a column of it; a lost row leaves its table."""
    title, row, column = cell
    names = {
        "/".join(map(normalise, side.paths[j]))
        for table in slip.disclosed.tables
        if table.title == slip.title
        for side in table.sides
        for j in slip.columns
        if j < len(side.paths)
    }
    in_column = slip.kind == "lost" or column.endswith(tuple(names))
    return title == slip.title and (row == normalise(slip.row) or in_column)
