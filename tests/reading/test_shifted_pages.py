"""Two pages put into one extracted table, the second with other rulings: its rows belong under the same headings, columns aside."""

import pytest

from govbudget import ExtractedTable, read_tables
from reading_builders import check_sums

HEAD = ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"]
ROWS = [
    ["合计", "", "", "", "", "24.00"],
    ["一、货物A", "", "", "", "", "14.00"],
    ["", "办公设备购置费", "办公设备购置", "", "", "14.00"],
    ["", "", "", "台式计算机", "政府集中采购", "8.00"],
    ["", "", "", "打印设备", "政府集中采购", "6.00"],
    ["二、服务C", "", "", "", "", "10.00"],
    ["", "会议费", "会议费", "", "", "10.00"],
    ["", "", "", "会议服务", "分散自行组织", "7.00"],
    ["", "", "", "住宿服务", "分散自行组织", "3.00"],
]


def shifted(row, blanks):
    cells = list(row)
    for place in sorted(blanks, reverse=True):
        cells.insert(place, "")
    return cells


def read(start, blanks):
    rows = [HEAD, *ROWS[:start], *(shifted(row, blanks) for row in ROWS[start:])]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    return read_tables([ExtractedTable(rows, "2019年政府采购预算表", "万元")])


@pytest.mark.parametrize("start", [3, 4, 5, 6])
@pytest.mark.parametrize("blanks", [[0], [1], [0, 2], [3, 4], [1, 1, 5]])
def test_no_sum_fails_because_columns_moved(start, blanks):
    """Every number stays in the table or among what is unread, and no sum that holds in print fails."""
    disclosure = read(start, blanks)
    assert disclosure.coverage().printed == len(ROWS)
    assert not check_sums(disclosure).findings


@pytest.mark.parametrize("start", [3, 5])
def test_the_rows_are_put_under_their_headings(start):
    """What is joined holds: nothing is lost."""
    disclosure = read(start, [0, 2])
    (side,) = disclosure.tables[0].sides
    if not disclosure.unread:
        assert [cell.text for (cell,) in side.matrix] == [row[-1] for row in ROWS]


def test_a_total_in_a_column_of_its_own_is_no_other_page():
    """Few figures in another column say nothing."""
    rows = [HEAD, [*ROWS[0][:-1], "", "24.00"], *([*row, ""] for row in ROWS[1:])]
    assert len(read_tables([ExtractedTable(rows, "2019年政府采购预算表", "万元")]).tables) == 1
