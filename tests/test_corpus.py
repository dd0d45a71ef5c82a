"""The codes of the fourteen further documents all resolve, with their official names of the year."""

import re

import pytest

import govbudget
from govbudget.relations import Outcome
from shared_material import SHARED

DOCUMENTS = sorted(path for path in (SHARED / "corpus").glob("*") if path.is_dir())


@pytest.mark.skipif(
    not DOCUMENTS, reason="the real documents (../shared/corpus) are not beside this checkout"
)
def test_every_code_of_the_corpus_resolves():
    """No code of the corpus is unknown, malformed or misnamed, and none is left undecided."""
    rules = govbudget.STANDARD.only("SUB")
    passed = 0
    for document in DOCUMENTS:
        year = int(re.search(r"20\d\d", document.name)[0])
        for path in sorted(document.glob("tables/*.tsv")):
            report = govbudget.check(govbudget.read_file(path), rules, year=year)
            assert report.findings == (), path
            assert report.summary[Outcome.UNDECIDED] == 0, path
            passed += report.summary[Outcome.PASSED]
    assert passed > 6000


@pytest.mark.skipif(
    not DOCUMENTS, reason="the real documents (../shared/corpus) are not beside this checkout"
)
def test_rebuilt_tables_of_the_corpus_add_up():
    """Tables are rebuilt from texts without borders, and every sum in them holds exactly; blank totals leave some undecided."""
    tables = passed = left = 0
    for document in DOCUMENTS:
        disclosure = govbudget.read_file(document / "text.txt")
        report = govbudget.check(disclosure, govbudget.STANDARD.only("SUM", "SUB"))
        assert report.findings == (), document
        assert report.summary[Outcome.ROUNDING] == 0, document
        tables += len(disclosure.tables)
        passed += report.summary[Outcome.PASSED]
        left += report.summary[Outcome.UNDECIDED]
    assert (tables, passed, left) == (158, 8392, 38)
