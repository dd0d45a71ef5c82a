"""Pages with headings under the title of another table: they are not held against the tables that have it by right."""

from govbudget import ExtractedTable, Severity, check, read_tables
from govbudget.disclosures import Aspect

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
ROWS = [
    ["", "合计", "9.00", "6.00", "3.00"],
    ["205", "教育支出", "7.00", "5.00", "2.00"],
    ["20501", "教育管理事务", "7.00", "5.00", "2.00"],
    ["208", "社会保障和就业支出", "2.00", "1.00", "1.00"],
    ["20805", "行政事业单位养老支出", "2.00", "1.00", "1.00"],
]
DEPARTMENT, GENERAL, FUNDS = (
    "2021年部门支出总体情况表",
    "2021年一般公共预算支出情况表",
    "2021年政府性基金支出情况表",
)


def table(rows, title):
    return ExtractedTable([HEAD, *rows], title, "万元")


def read(title):
    """The department's table in two pages, the second under some title, with another table between it and that of the title."""
    funds = [["", "合计", "0.50", "", "0.50"], ["212", "城乡社区支出", "0.50", "", "0.50"]]
    general = [["", "合计", "8.50", "6.00", "2.50"], *ROWS[1:3]]
    general += [
        ["208", "社会保障和就业支出", "1.50", "1.00", "0.50"],
        ["20805", "行政事业单位养老支出", "1.50", "1.00", "0.50"],
    ]
    pages = [table(ROWS[:3], DEPARTMENT), table(ROWS[3:], title)]
    return read_tables([*pages, table(funds, FUNDS), table(general, GENERAL)])


def errors(disclosure):
    return [one for one in check(disclosure).findings if one.severity is Severity.ERROR]


def test_a_title_that_another_table_bears_does_not_say_what_a_page_is():
    """The headings are those of the table above, neither adds up by itself, and the table of the title is elsewhere."""
    disclosure = read(GENERAL)
    kinds = [one.kind.key if one.kind else None for one in disclosure.tables]
    assert kinds[1] is None
    assert None not in (kinds[0], *kinds[2:])
    (said,) = (one for one in disclosure.tables[1].resolutions if one.choice.en.startswith("not taken for"))
    assert said.aspect is Aspect.KIND
    assert not errors(disclosure)


def test_a_page_without_a_title_keeps_what_it_is():
    """Nothing is claimed of it, so that nothing is denied."""
    disclosure = read(None)
    assert len(disclosure.tables) == 3
    assert not errors(disclosure)


def test_tables_that_are_whole_keep_their_titles():
    """The same title stands over two tables, as for a department and its unit: an error in one is found."""
    wrong = [["", "合计", "9.50", "6.50", "3.00"], *ROWS[1:]]
    disclosure = read_tables(
        [table(ROWS, DEPARTMENT), table(wrong, GENERAL), table(ROWS, FUNDS), table(ROWS, GENERAL)]
    )
    assert all(one.kind for one in disclosure.tables)
    assert errors(disclosure)


def test_a_title_that_names_no_kind_has_none_to_deny():
    """Two tables are called 某表; the page below the first of the department is of no known kind anyway."""
    other = [["", "合计", "8.50", "6.00", "2.50"], ["205", "教育支出", "8.50", "6.00", "2.50"]]
    pages = [
        table(ROWS[:3], DEPARTMENT),
        table(ROWS[3:], "2021年某表"),
        table(other, FUNDS),
        table(other, "2021年某表"),
    ]
    disclosure = read_tables(pages)
    assert disclosure.tables[1].kind is None
    assert not any(one.choice.en.startswith("not taken for") for one in disclosure.tables[1].resolutions)
    assert not errors(disclosure)
