"""Real target values of published budgets, each with what a reader takes it to say, written down by hand."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from govbudget.targets import Listed, NotATarget, Qualitative, TargetKind, TargetSyntaxError, parse_target
from shared_material import SHARED, needs_shared

with (Path(__file__).parent / "conformance.tsv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file, delimiter="\t"))


def test_the_cases_are_many_and_distinct():
    """At least 300 distinct real values are written down."""
    assert len({(case["value"], case["column"]) for case in CASES}) >= 300


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['value']}|{case['column']}{case['indicator']}"
)
def test_a_real_value_is_read_as_a_reader_does(case):
    """Operator, number, unit and kind are those that were written down."""
    given = case["value"], case["column"] or None, case["indicator"] or None
    if case["kind"] == "error":
        with pytest.raises(TargetSyntaxError):
            parse_target(*given)
        return
    target = parse_target(*given)
    assert target.kind is TargetKind(case["kind"])
    assert (
        target.operator.value if target.operator and target.kind is not TargetKind.QUALITATIVE else ""
    ) == case["operator"]
    assert target.quantity == (Decimal(case["number"]) if case["number"] else None)
    wanted = case["unit"].replace("个月", "月") if "/" in case["unit"] else case["unit"]
    assert str(target.unit or "") == wanted


@needs_shared
def test_every_value_of_the_corpus_is_classified():
    """Each of the 1,015 values is a target, no target with its reason, or a syntax error that suggests what is meant."""
    with (SHARED / "corpus" / "targets.tsv").open(encoding="utf-8", newline="") as material:
        rows = list(csv.DictReader(material, delimiter="\t"))
    found = Counter()
    for row in rows:
        try:
            target = parse_target(row["value"], row["unit"] or None, row["indicator"] or None)
        except TargetSyntaxError as error:
            found[f"error: {', '.join(error.suggestions)}"] += 1
        else:
            found[target.kind.value] += 1
    assert found["list"] == 6
    assert found["number"] == 24
    assert sum(found.values()) == len(rows) == 1015
    assert found["error: ≥100%"] == 1
    assert found["not_a_target"] == 10


with (Path(__file__).parent / "readings.tsv").open(encoding="utf-8", newline="") as file:
    READINGS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def reading_of(target):
    """How a target is written down in the table: its canonical text, or its sort."""
    if isinstance(target, Listed):
        return "list: " + "; ".join(reading_of(item) for item in target.items)
    sorts = {NotATarget: "nothing", Qualitative: "words"}
    return sorts.get(type(target)) or str(target)


@pytest.mark.parametrize("case", READINGS, ids=lambda case: "|".join(case.values()))
def test_a_realistic_value_is_read_as_an_independent_reader_expects(case):
    """Values of many regions and styles, with what a reader who did not know the parser expected of each."""
    try:
        target = parse_target(case["value"], case["column"] or None, case["indicator"] or None)
    except TargetSyntaxError:
        assert case["reading"] == "error"
        return
    assert reading_of(target) == case["reading"]
