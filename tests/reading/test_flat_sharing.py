"""Projects in the column of a fund: known where its subjects leave one way to share them out, else open; never guessed."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_documents import SIDES, document, printed
from govbudget import read_text
from govbudget.disclosures import Breakdown
from govbudget.exceptions import Notice
from govbudget.reading.flat._placements import ColumnSums, fits
from govbudget.reading.flat._recovery import Task, recover
from govbudget.reading.flat._sharing import Share, Shares, settled

SUMMARY = (
    "一、一般公共预算 60.00 一、教育支出 100.00",
    "二、政府性基金预算收入 40.00 二、其他",
    "本年收入合计 100.00 本年支出合计 100.00",
)
FUND_HEAD = ("科目编码 科目名称 合计 基本支出 项目支出", "小计 其他运转类 特定目标类")
FUND = ("合计 40.00 40.00 40.00", "21208 甲 28.00 28.00 28.00", "21209 乙 12.00 12.00 12.00")
HEAD = (
    "部门（单位）代码 部门（项目）名称 项目类型 合计 本年拨款",
    "一般公共预算 政府性基金预算 国有资本经营预算",
)
TOTAL = ("合计 100.00 60.00 40.00", "048001 某局 100.00 60.00 40.00")
REASON = (
    "of 2 placements of its 2 numbers, one lets the projects add up to the subjects of 政府性基金支出预算表"
)


def projects(*rows, fund=FUND, summary=SUMMARY, total=TOTAL):
    """The table of projects of a document, after a summary and the table of the fund."""
    texts = [
        document(*summary, title="部门收支预算表", head=SIDES),
        document(*total, *(f"048001 {row}" for row in rows), title="项目支出预算表", head=HEAD),
        document(*fund, title="政府性基金支出预算表", head=FUND_HEAD) if fund else "",
    ]
    tables = {table.kind.key: table for table in read_text("".join(texts)).tables}
    assert ("government_managed_funds" in tables) == bool(fund)
    return tables["project_expenditure"]


def shown(table):
    return [line.split(" | ", 1)[1] for line in printed(table)[2:]]


def test_the_subjects_of_a_fund_tell_its_projects():
    """40.00 is 28 + 12 as well as 25 + 15; only the former are the amounts of the subjects."""
    rows = [
        f"{name} 特定目标类 {n}.00 {n}.00" for name, n in zip("子丑寅卯辰", (28, 12, 25, 15, 20), strict=True)
    ]
    table = projects(*rows)
    assert shown(table) == [
        "子 | 28.00 |  | 28.00 | ",
        "丑 | 12.00 |  | 12.00 | ",
        "寅 | 25.00 | 25.00 |  | ",
        "卯 | 15.00 | 15.00 |  | ",
        "辰 | 20.00 | 20.00 |  | ",
    ]
    assert {row.recovery.en for row in table.sides[0].rows[2:6]} == {REASON}
    assert not table.unplaced
    without = shown(projects(*rows, fund=()))
    assert [line.count("?") for line in without] == [2, 2, 2, 2, 0], (
        "without the table of the fund they are open"
    )


def test_the_types_of_projects_tell_them_apart():
    """Two projects have the amount of each subject; the fund pays one type for each."""
    rows = [
        "子 其他运转类 28.00 28.00",
        "丑 特定目标类 28.00 28.00",
        "寅 其他运转类 12.00 12.00",
        "卯 特定目标类 12.00 12.00",
        "辰 特定目标类 20.00 20.00",
    ]
    typed = (
        "合计 40.00 0.00 40.00 12.00 28.00",
        "21208 甲 28.00 0.00 28.00 0.00 28.00",
        "21209 乙 12.00 0.00 12.00 12.00 0.00",
    )
    assert shown(projects(*rows, fund=typed))[:4] == [
        "子 | 28.00 | 28.00 |  | ",
        "丑 | 28.00 |  | 28.00 | ",
        "寅 | 12.00 |  | 12.00 | ",
        "卯 | 12.00 | 12.00 |  | ",
    ]
    assert sum(line.count("?") for line in shown(projects(*rows))) == 8, "types of which no column tells"


ALIKE = (
    "子 特定目标类 28.00 28.00",
    "丑 特定目标类 28.00 28.00",
    "寅 特定目标类 12.00 12.00",
    "卯 特定目标类 32.00 32.00",
)


def test_several_ways_to_share_out_stay_open():
    """Two projects of one amount are not told apart, but what all ways have in common is placed."""
    assert shown(projects(*ALIKE)) == [
        "子 | 28.00 | ? | ? | ",
        "丑 | 28.00 | ? | ? | ",
        "寅 | 12.00 |  | 12.00 | ",
        "卯 | 32.00 | 32.00 |  | ",
    ]


DOUBTFUL = (
    "子 特定目标类 28.00 28.00",
    "丑 特定目标类 12.00 12.00",
    "寅 特定目标类 25.00 25.00",
    "卯 特定目标类 15.00 15.00",
    "辰 特定目标类 20.00 20.00",
)


@pytest.mark.parametrize(
    "fund",
    [
        ("合计 40.0 40.0 40.0", "21208 甲 28.0 28.0 28.0", "21209 乙 12.0 12.0 12.0"),
        ("合计 40.00 40.00 40.00", "21208 甲 29.00 29.00 29.00", "21209 乙 11.00 11.00 11.00"),
        ("合计 40.00 40.00", "21208 甲 28.00 28.00", "21209 乙 12.00 12.00"),
        ("合计 0.00 0.00 0.00", "21208 甲 0.00 0.00 0.00"),
    ],
)
def test_a_table_of_the_fund_that_does_not_fit_tells_nothing(fund):
    """Its figures have other decimals, no projects add up to its subjects, it may be no project money, or it is nought."""
    assert shown(projects(*DOUBTFUL, fund=fund)) == shown(projects(*DOUBTFUL, fund=()))


def test_types_that_the_fund_does_not_print_are_passed_over():
    """Its columns of types are not used then, but that of all projects is."""
    rows = [row.replace("特定目标类", "人员类") for row in DOUBTFUL]
    assert shown(projects(*rows)) == shown(projects(*DOUBTFUL))
    assert not any("?" in line for line in shown(projects(*rows)))


def test_a_sharing_out_that_breaks_another_sum_is_not_used():
    """4 + 3 can only be 2 + 2 + 3, but then nothing is left that adds up to the general budget: a project may be split."""
    summary = (
        "一、一般公共预算 3.00 一、教育支出 19.00",
        "二、政府性基金预算收入 7.00 二、其他",
        "三、国有资本经营预算收入 9.00 三、其他",
        "本年收入合计 19.00 本年支出合计 19.00",
    )
    total = ("合计 19.00 3.00 7.00 9.00", "048001 某局 19.00 3.00 7.00 9.00")
    fund = ("合计 7.00 7.00 7.00", "21208 甲 4.00 4.00 4.00", "21209 乙 3.00 3.00 3.00")
    rows = [f"{name} 特定目标类 {n}.00 {n}.00" for name, n in zip("子丑寅卯辰", (3, 5, 7, 2, 2), strict=True)]
    with_fund, without = (projects(*rows, fund=one, summary=summary, total=total) for one in (fund, ()))
    assert shown(with_fund) == shown(without)
    assert shown(with_fund)[0] == "子 | 3.00 | 3.00 |  | "
    assert shown(with_fund)[3].count("?") == 2


def test_a_sharing_out_is_dropped_where_other_columns_contradict_it():
    """The same rows, of which nothing else is known: those that only this sharing out would settle stay as they are."""
    numbers = [(19, 3, 7, 9), *((one, one) for one in (3, 5, 7, 2, 2))]
    sums, rows = ColumnSums(4, (Breakdown(0, (1, 2, 3)),)), frozenset(range(1, 6))
    shares = Shares(2, (Share(4, rows), Share(3, rows)), "表")
    names = [Notice(str(i), str(i)) for i in range(6)]
    results = [
        recover(
            Task(
                numbers,
                sums,
                [Breakdown(0, (1, 2, 3, 4, 5))],
                [(None,) * 4] * 6,
                [()] * 6,
                names,
                shares=told,
            )
        )[0]
        for told in ((), (shares,))
    ]
    assert results[0] == results[1]
    assert any(result.open_columns for result in results[0])


def test_two_tables_of_one_fund_tell_nothing():
    twice = document(*FUND, title="2021 年政府性基金支出预算表", head=FUND_HEAD)
    text = "".join(
        [
            document(*SUMMARY, title="部门收支预算表", head=SIDES),
            document(*TOTAL, *(f"048001 {row}" for row in DOUBTFUL), title="项目支出预算表", head=HEAD),
            document(*FUND, title="政府性基金支出预算表", head=FUND_HEAD),
            twice,
        ]
    )
    tables = read_text(text).tables
    assert [table.kind.key for table in tables].count("government_managed_funds") == 2
    assert shown(tables[1]) == shown(projects(*DOUBTFUL, fund=()))


@st.composite
def shared(draw):
    """Rows below one total, the rows that a fund pays, and what its subjects print of them, maybe rounded."""
    amounts = draw(st.lists(st.integers(1, 12), min_size=1, max_size=7))
    groups = draw(st.lists(st.sampled_from([None, 0, 1]), min_size=len(amounts), max_size=len(amounts)))
    shares, paid = [], [i for i, group in enumerate(groups) if group is not None]
    for group in sorted({one for one in groups if one is not None}):
        ones = [amounts[i] for i in paid if groups[i] == group]
        slip = draw(st.integers(-(len(ones) // 2), len(ones) // 2))
        may = draw(st.sets(st.integers(0, len(amounts) - 1))) | {i for i in paid if groups[i] == group}
        shares.append(Share(sum(ones) + slip, frozenset(i + 1 for i in may)))
    is_sure = draw(st.lists(st.booleans(), min_size=len(amounts), max_size=len(amounts)))
    return amounts, [i + 1 for i in paid], shares, is_sure


def _rows(amounts, paid, is_sure):
    total = sum(amounts[i - 1] for i in paid)
    rows = [[(sum(amounts) - total or None, total or None)]]
    for i, amount in enumerate(amounts, 1):
        options = [(amount, None), (None, amount)]
        rows.append([options[i in paid]] if is_sure[i - 1] else options)
    return rows


def _ways(amounts, shares, rows):
    """All rows that can be paid by the fund, found by trying everything."""
    for groups in product([None, *range(len(shares))], repeat=len(amounts)):
        paid = {i + 1: amounts[i] for i, group in enumerate(groups) if group is not None}
        added = [
            [paid[i + 1] for i, group in enumerate(groups) if group == one] for one in range(len(shares))
        ]
        (total,) = rows[0]
        if (
            all(fits(share.amount, sum(some), len(some)) for share, some in zip(shares, added, strict=True))
            and all(i + 1 in shares[group].rows for i, group in enumerate(groups) if group is not None)
            and fits(total[1], sum(paid.values()), len(paid))
            and all(any((one[1] is not None) == (i in paid) for one in rows[i]) for i in range(1, len(rows)))
        ):
            yield frozenset(paid)


@given(shared())
def test_rows_are_settled_as_all_ways_to_share_them_out_agree(case):
    """The same as trying everything, and never against what was printed."""
    amounts, paid, shares, is_sure = case
    rows = _rows(amounts, paid, is_sure)
    breakdown = Breakdown(0, tuple(range(1, len(rows))))
    found = settled(rows, [breakdown], Shares(1, tuple(shares), "表"))
    ways = set(_ways(amounts, shares, rows))
    assert frozenset(paid) in ways
    doubtful = [i for i in range(1, len(rows)) if len(rows[i]) > 1]
    agreed = {i: i in paid for i in doubtful if len({i in one for one in ways}) == 1}
    assert {i: values[0][1] is not None for i, values in found.items()} == agreed
    assert all(len(values) == 1 for values in found.values())


@pytest.mark.parametrize(
    "rows",
    [
        [[(None, 9)], None, [(3, None), (None, 3)]],
        [[(None, 9)], [(-3, None), (None, -3)], [(3, None), (None, 3)]],
        [[(None, 9)], [(4, 3), (3, 4)], [(3, None), (None, 3)]],
        [[(None, 900)], *([(3, None), (None, 3)] for _ in range(60))],
    ],
)
def test_what_is_not_known_is_not_shared_out(rows):
    """An unknown row, a negative amount, several amounts for the column, and more ways than can be tried."""
    shares = Shares(1, (Share(3 * (len(rows) - 1) // 2, frozenset(range(1, len(rows)))),), "表")
    assert settled(rows, [Breakdown(0, tuple(range(1, len(rows))))], shares) == {}
