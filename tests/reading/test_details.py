"""Rows that repeat the code of the row above beside other names: details of it, further rows of the same subject, or left open."""

from govbudget import STANDARD, check, read_text
from govbudget.disclosures import Aspect, RowKind
from reading_builders import check_sums, document, parents, read_one, row_sums, side_of

ONE = "科目编码 | 科目名称 | 金额"
THREE = ("科目编码 | | | 科目名称 | 金额", "类 | 款 | 项 | | ")
TOTAL = " | 合计 | 9.00"
SECTION = "21015 | 医疗保障管理事务 | 9.00"
HEAD = "2101501 | 行政运行 | 9.00"


def kinds(side):
    return [row.kind for row in side.rows]


def test_the_row_above_tells_that_rows_of_the_same_code_are_details():
    """It is the sum of its items alone, not of their details as well."""
    side = side_of(ONE, SECTION, HEAD, "2101501 | 办公楼维修 | 9.00")
    assert kinds(side) == [RowKind.SUBJECT, RowKind.SUBJECT, RowKind.DETAIL]
    assert row_sums(side) == {
        "21015 医疗保障管理事务": ["2101501 行政运行"],
        "2101501 行政运行": ["2101501 办公楼维修"],
    }


def test_codes_in_several_columns_have_details_too():
    """The full code stands in the row of the item as well as in those of its details."""
    rows = ("210 | 15 | | 医疗保障管理事务 | 9.00", "210 | 15 | 01 | 行政运行 | 9.00")
    side = side_of(*THREE, *rows, "210 | 15 | 01 | 甲项目 | 4.00", "210 | 15 | 01 | 乙项目 | 5.00")
    assert parents(side)["2101501 乙项目"] == "2101501 行政运行"


def test_the_total_tells_where_no_subject_stands_above():
    """A table may print items only."""
    side = side_of(ONE, TOTAL, HEAD, "2101501 | 甲项目 | 4.00", "2101501 | 乙项目 | 5.00")
    assert kinds(side)[1:] == [RowKind.SUBJECT, RowKind.DETAIL, RowKind.DETAIL]
    assert row_sums(side)["合计"] == ["2101501 行政运行"]


def test_a_wrong_detail_fails_at_its_item_only():
    """The section holds, so that the rows are details although they do not add up to their item."""
    table = read_one(ONE, SECTION, HEAD, "2101501 | 甲项目 | 4.00", "2101501 | 乙项目 | 4.00")
    (finding,) = check_sums(table).findings
    assert finding.equation == "9.00 = 4.00 + 4.00"


def test_rows_of_one_code_may_be_parts_of_the_row_above():
    """The section is the sum of both, so that neither is a detail of the other."""
    side = side_of(ONE, SECTION, "2101501 | 年终奖 | 4.50", "2101501 | 目标奖 | 4.50")
    assert kinds(side) == [RowKind.SUBJECT] * 3
    assert row_sums(side) == {"21015 医疗保障管理事务": ["2101501 年终奖", "2101501 目标奖"]}


def test_several_details_that_add_up_need_no_row_above():
    """Nothing else is likely to add up."""
    side = side_of(ONE, HEAD, "2101501 | 甲项目 | 4.00", "2101501 | 乙项目 | 5.00")
    assert kinds(side) == [RowKind.SUBJECT, RowKind.DETAIL, RowKind.DETAIL]


def test_what_nothing_tells_is_left_open():
    """One row of the same amount may be a detail or more of the same subject; one that does not add up, anything."""
    for amount in ("9.00", "4.00"):
        table = read_one(ONE, HEAD, f"2101501 | 甲项目 | {amount}")
        (side,) = table.sides
        assert (kinds(side), row_sums(side)) == ([RowKind.DETAIL, RowKind.DETAIL], {})
        assert any(one.aspect is Aspect.ROWS and "归属未定" in one.choice.zh for one in table.resolutions)
        assert not check_sums(table).findings


def test_two_totals_tell_nothing():
    """It is not known which of them closes the rows."""
    side = side_of(ONE, "| 本年合计 | 9.00", HEAD, "2101501 | 甲项目 | 9.00", "| 总计 | 9.00")
    assert kinds(side)[1:3] == [RowKind.DETAIL, RowKind.DETAIL]


def test_the_same_name_or_rows_below_make_no_details():
    """A subject may stand twice with the same name, and a row above others is no detail."""
    side = side_of(ONE, TOTAL, HEAD, HEAD)
    assert kinds(side)[1:] == [RowKind.SUBJECT] * 2
    side = side_of(ONE, "21015 | 甲 | 9.00", "21015 | 乙 | 9.00", "2101501 | 行政运行 | 9.00")
    assert kinds(side) == [RowKind.SUBJECT] * 3


def test_details_are_not_counted_twice_between_tables():
    """What another table prints for the category is that of its items."""
    rows = ("| 合计 | 9.00", "210 | 卫生健康支出 | 9.00", HEAD, "2101501 | 甲项目 | 9.00")
    first = document(ONE, *rows, title="2021年部门支出总体情况表")
    second = document(ONE, *rows[:2], title="2021年一般公共预算支出情况表")
    assert not check(read_text(first + second), STANDARD.only("SUM", "TIE")).findings
