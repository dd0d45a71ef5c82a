"""Property of revenue beside expenditure without borders: every label and amount is read on its side, or its line or the table is not."""

import re
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_texts import printed
from govbudget import read_text

NUMERALS = "一二三四五六七八九"
HEAD = ("部门收支预算表", "部门名称：某局 单位：万元", "收入 支出", "项目 金额 项目 金额")
items = st.lists(st.tuples(st.booleans(), st.one_of(st.none(), st.integers(1, 9999))), min_size=1, max_size=9)


def labelled(side, name):
    """The labels of a side with their amounts: numbered items, and items without number that are some of the one above."""
    found = []
    number = 0
    for is_some, amount in side:
        if is_some and number:
            found.append((f"其中：{name}项", ""))
        else:
            found.append((f"{NUMERALS[number]}、{name}类", printed(amount) if amount is not None else ""))
            number += 1
    return found


@given(items, items)
def test_labels_and_amounts_stay_on_their_side(left, right):
    """Whichever side is longer; a line that may belong to either is left out, and named."""
    sides = [labelled(left, "拨款"), labelled(right, "开支")]
    lines = [" ".join(filter(None, (*a, *b))) for a, b in zip_longest(*sides, fillvalue=("", ""))]
    disclosure = read_text("\n".join([*HEAD, *lines]))
    for table in disclosure.tables:
        read = [
            [
                (row.label, cell.text if (cell := side.matrix[row.index][0]) is not None else "")
                for row in side.rows
            ]
            for side in table.sides
        ]
        told = [int(match[1]) for one in table.problems if (match := re.match(r"第 (\d+) 行.*未读", one.zh))]
        opened = {line - len(HEAD) - 1 for line in told}
        assert read == [[one for i, one in enumerate(side) if i not in opened] for side in sides]
    assert len(disclosure.tables) + len(disclosure.unread) == 1


@pytest.mark.parametrize(
    "line",
    ["十、支出 0.02 - - 0.02", "十、支出 0.02 -", "一、拨款 - 0.02", "一、拨款 - - 0.02", "十、支出 0.02 0"],
)
def test_a_dash_or_a_whole_number_is_no_label_of_the_other_side(line):
    """Neither the amounts before it nor those after it are put on a side."""
    head = "项目 金额 项目 合计 一般公共预算 政府性基金预算 国有资本经营预算"
    (table,) = read_text(
        "\n".join([*HEAD[:-1], head, "一、拨款 5.00 一、开支 5.00 5.00", line, "总计 5.00 总计 5.00 5.00"])
    ).tables
    assert [[row.label for row in side.rows] for side in table.sides] == [
        ["一、拨款", "总计"],
        ["一、开支", "总计"],
    ]
    assert 6 in [one.line for one in table.unplaced]
