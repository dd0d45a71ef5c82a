"""Pages without headings behind a table: which of them continue it, where it ends, and what is left open beside them."""

from govbudget import ExtractedTable, read_tables
from reading_builders import check_sums, labels, texts

SUBJECTS = ["科目编码", "科目名称", "金额"]
TITLE = "2021年一般公共预算支出表"
SPLIT = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]


def read(head, first, *later):
    """A table and the pages behind it."""
    return read_tables([ExtractedTable([head, *first], TITLE, "万元"), *map(ExtractedTable, later)])


def test_a_page_may_open_a_category_that_the_next_page_completes():
    """Its sum fails until then; the page that belongs nowhere is not needed to decide that."""
    disclosure = read(
        SUBJECTS,
        [["201", "甲", "3.00"], ["20101", "子", "3.00"]],
        [["202", "乙", "5.00"], ["20201", "丑", "2.00"]],
        [["20202", "寅", "3.00"]],
        [["201", "甲", "1.00"]],
    )
    assert labels(disclosure.tables[0].sides[0]) == ["201 甲", "20101 子", "202 乙", "20201 丑", "20202 寅"]
    assert [one.rows for one in disclosure.unread] == [(("201", "甲", "1.00"),)]
    assert not check_sums(disclosure).findings


def test_a_sum_that_a_page_completes_ends_there():
    """With both pages as many sums fail as with none; without the second one it holds."""
    disclosure = read(
        SUBJECTS,
        [["201", "甲", "6.00"], ["20101", "子", "4.00"]],
        [["20102", "丑", "2.00"]],
        [["20103", "寅", "1.00"]],
    )
    assert labels(disclosure.tables[0].sides[0]) == ["201 甲", "20101 子", "20102 丑"]
    assert [one.rows for one in disclosure.unread] == [(("20103", "寅", "1.00"),)]
    assert not check_sums(disclosure).findings


FIRST = [["201", "甲", "3.00", "1.00", "2.00"]]
SECOND = [["202", "乙", "4.00", "2.00", "2.00"], ["203", "丙", "5.00", "5.00", ""]]


def test_a_page_of_which_most_rows_do_not_add_up_across_is_not_joined():
    """Its columns are others, though figures stand in each; the page above it is joined."""
    strange = [["204", "丁", "9.00", "1.00", "1.00"], ["205", "戊", "2.00", "9.00", "1.00"]]
    disclosure = read(SPLIT, FIRST, SECOND, strange)
    assert len(disclosure.tables[0].sides[0].rows) == 3
    assert [one.numbers for one in disclosure.unread] == [6]


def test_one_wrong_row_does_not_set_a_page_apart():
    """However many sums across it fail, it is one row, and its error is found."""
    head = ["科目编码", "科目名称", "合计", "基本支出", "", "", "项目支出"]
    under = ["", "", "", "小计", "人员经费", "公用经费", ""]
    first = [under, ["201", "甲", "3.00", "1.00", "1.00", "", "2.00"]]
    second = [
        ["202", "乙", "4.00", "2.00", "1.00", "1.00", "2.00"],
        ["203", "丙", "9.00", "5.00", "4.00", "2.00", "2.00"],
        ["204", "丁", "1.00", "", "", "", "1.00"],
    ]
    disclosure = read(head, first, second)
    assert not disclosure.unread
    found = {one.equation for one in check_sums(disclosure).findings}
    assert found == {"9.00 = 5.00 + 2.00", "5.00 = 4.00 + 2.00"}


def test_rows_above_a_table_may_be_those_of_the_next_extracted_one_only():
    """The table after that lacks none of them: its wrong total is found."""
    lost = ExtractedTable([["20103", "寅", "1.00"]])
    wrong = [["201", "甲", "6.00"], ["20101", "子", "4.00"]]
    one = ExtractedTable([SUBJECTS, *wrong], "2021年财政拨款支出表", "万元")
    other = ExtractedTable([SUBJECTS, *wrong], TITLE, "万元")
    disclosure = read_tables([lost, one, other])
    assert [table.title for table in disclosure.tables if check_sums(table).findings] == [TITLE]


def test_a_dash_is_no_amount_of_a_table_printed_twice():
    """The copy that prints more counts, whatever stands for blank in the other; without titles nothing says that they are copies."""
    short = [SUBJECTS, ["", "合计", "6.00"], ["201", "甲", "6.00"], ["20101", "子", "—"]]
    whole = [*short[:3], ["20101", "子", "6.00"]]
    titled = read_tables([ExtractedTable(rows, TITLE, "万元") for rows in (short, whole)])
    assert [texts(table.sides[0])[-1] for table in titled.tables] == [["6.00"]]
    assert [one.rows[-1][-1] for one in titled.unread] == ["—"]
    untitled = read_tables([short, whole])
    assert [texts(table.sides[0])[-1] for table in untitled.tables] == [["—"], ["6.00"]]
