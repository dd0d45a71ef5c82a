"""Type-checked, never run: the public names have the types that users rely on."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_type

import govbudget
from govbudget import (
    Amount,
    AtMost,
    Disclosure,
    ExtractedTable,
    Finding,
    Outcome,
    Percentage,
    Report,
    Rule,
    RuleSet,
    Sum,
    Table,
    check,
    check_together,
    judge,
    parse_amount,
    parse_percentage,
    read_documents,
    read_file,
    read_folder,
    read_records,
    read_rows,
    read_tables,
    read_text,
    rule,
)

assert_type(Amount("1.00", "万元").yuan, Decimal)
assert_type(Amount(1, "元") + Amount(Decimal("0.5"), "元"), Amount)
assert_type(parse_amount("-", "元"), Amount | None)
assert_type(parse_percentage("5%"), Percentage | None)
assert_type(judge(Sum(Amount(1, "元"), (Amount(1, "元"),))).outcome, Outcome)
assert_type(read_file("a.txt"), Disclosure)
assert_type(read_documents("a.json"), tuple[Disclosure, ...])
assert_type(read_folder("a"), Disclosure)
assert_type(read_text(""), Disclosure)
assert_type(read_rows([["a", None, 1, Decimal(1)]], title="t", unit="元"), Table)
assert_type(
    read_tables([ExtractedTable([["a", None, 1]], "t", "元", 3, "a.csv"), [["a"]]], text="t"), Disclosure
)
assert_type(read_records([{"name": "a", "合计": "1"}], title="t", unit="元"), Table)


@rule("MY-001", "mine", "…")
def mine(table: Table) -> Iterator[AtMost]:
    """A rule of one's own."""
    cell = table.sides[0].cell(0, 0)
    yield AtMost((cell,), cell)


assert_type(mine, Rule)
assert_type(govbudget.STANDARD | mine, RuleSet)
report = check(read_text(""), [mine])
assert_type(report, Report)
assert_type(check_together([read_text(""), read_text("")]), Report)
assert_type(report.findings, tuple[Finding, ...])
assert_type(report.summary, dict[Outcome, int])
