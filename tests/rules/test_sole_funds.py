"""A fund that makes up the whole: what rounding hides in the totals may stand in every other figure."""

import pytest

from govbudget import STANDARD, check, read_text
from govbudget.relations import Outcome
from reading_builders import document

HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"
RULE = STANDARD.only("TIE-009")


@pytest.mark.parametrize(
    ("basic", "project", "outcome"),
    [
        ("5", "4", Outcome.PASSED),
        ("4", "5", Outcome.ROUNDING),  # 其他资金 0.4：总额 9.4 与 9.0 都印为 9
        ("3", "6", Outcome.FAILED),
    ],
)
def test_less_than_a_last_place_of_other_funds_may_be_anywhere(basic, project, outcome):
    """Both totals print 9, so that other funds have less than one: a unit's share may print one more, and never two."""
    rows = "| 合计 | 9 | {} | {}"
    text = document(HEAD, rows.format("5", "4"), title="2021年部门支出总体情况表")
    text += document(HEAD, rows.format(basic, project), title="2021年一般公共预算支出情况表")
    summary = check(read_text(text), RULE).summary
    assert summary[outcome] == 2
