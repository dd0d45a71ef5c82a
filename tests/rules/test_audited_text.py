"""What a reader found in the narratives of real documents and rules had missed, with honest sentences beside every case."""

import pytest

import govbudget

TITLE = "某局2021年部门预算\n"


def found(text, *rules, title=TITLE):
    """The rules, figures and expectations of the findings of a text."""
    report = govbudget.check(govbudget.read_text(title + text))
    return [
        (finding.rule.id, str(finding.reported), str(finding.expected or ""))
        for finding in report.findings
        if not rules or finding.rule.id in rules
    ]


SHARES = (
    "2021年度一般公共预算拨款安排的“三公”经费预算支出中，因公出国（境）费支出110.00万元，占“三公”经费的{}%；"
    "公务用车购置及运行费支出317.80万元，占“三公”经费的{}%；公务接待费支出156.55万元，占“三公”经费的{}%。"
)


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("18.82", "54.39", "26.79"), []),
        (("18.8", "54.4", "26.8"), []),
        (("18.82", "54.38", "26.80"), [("PCT-007", "26.80%", "26.79%")]),
        (
            ("18.85", "54.43", "26.72"),
            [
                ("PCT-001", "18.85%", "18.82%"),
                ("PCT-001", "54.43%", "54.39%"),
                ("PCT-001", "26.72%", "26.79%"),
            ],
        ),
        (("18.85", "54.43", "20.00"), [("PCT-002", "100%", "93.28%")]),
    ],
)
def test_shares_of_a_whole_that_is_not_printed(shares, expected):
    """Where all parts are listed and their shares add to 100 %, the whole is their sum; else it may be another."""
    assert found(SHARES.format(*shares), "PCT-001", "PCT-002", "PCT-007") == expected


def test_shares_of_very_long_lists_are_not_stated():
    """Every share of a sum has all parts, so lists longer than those of documents are left alone."""
    part = "因公出国（境）费支出{}.00万元，占“三公”经费的{}%"
    lists = [
        "；".join(part.format(*one) for one in (*[(1, 2)] * number, (1, 100 - 2 * number)))
        for number in (20, 40)
    ]
    assert [len(found(text, "PCT-001")) for text in lists] == [21, 0]


TOTAL = "2021年收入预算120.00万元，"
AGAIN = "四、收入预算情况说明\n" + TOTAL


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("比上年增加20.00万元。", "比上年增加20.01万元。", []),  # computed from amounts before rounding
        ("比上年增加20.00万元。", "与上年相比增加20万元，增长20%。", []),
        ("比上年增加20.00万元。", "比上年增长20%。", []),
        ("比上年增长20%。", "比上年增加20.00万元。", []),
        ("比上年增长20.01%。", "比上年增加20.00万元。", []),
        ("比上年增长20.02%。", "比上年增加20.00万元。", []),  # one last place off
        ("比上年增加20.00万元。", "比上年执行数增加30.00万元。", []),
        ("比上年增加20.00万元。", "比2019年增加30.00万元。", []),
        ("比上年增加（减少）20.00万元。", "比上年增加30.00万元。", []),
        ("比上年增长20%。", "比上年增长30%。", []),  # rates alone imply no difference
        ("比上年预算数增加，比上年执行数增加20.00万元。", "比上年增加30.00万元。", []),
        ("比上年增加20.00万元。", "比上年增加30.00万元。", [("TXT-020", "30.00万元", "20.00万元")]),
        ("比上年增加20.00万元。", "比上年减少20.00万元。", [("TXT-020", "-20.00万元", "20.00万元")]),
        ("比上年增加20.00万元。", "比上年增长30%。", [("TXT-020", "30%", "20%")]),
        ("比上年增长30%。", "比上年增加20.00万元。", [("TXT-020", "30%", "20%")]),
        ("比上年增加20.00万元。", "与上年持平。", [("TXT-020", "120.00万元", "100.00万元")]),
    ],
)
def test_the_year_before_is_implied_once(first, second, expected):
    """Two sentences about one amount imply one amount of the year before, within rounding."""
    text = f"三、收支预算总体情况说明\n{TOTAL}{first}\n{AGAIN}{second}"
    assert found(text, "TXT-020") == expected


def test_another_amount_implies_another_year_before():
    """Sentences that state different amounts are not held together here."""
    text = f"三、收支预算总体情况说明\n{TOTAL}比上年增加20.00万元。\n四、收入预算情况说明\n2021年收入预算130.00万元，比上年增加30.00万元。"
    assert found(text, "TXT-020") == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "一般公共预算收入120.00万元，比上年增加20.00万元。",
            "一般公共预算支出120.00万元，比上年增加20.00万元。",
            [],
        ),
        (
            "一般公共预算收入120.00万元，比上年增加20.00万元。",
            "一般公共预算支出125.00万元，比上年增加25.00万元。",
            [],
        ),
        (
            "一般公共预算收入120.00万元，比上年增加20.00万元。",
            "政府性基金支出120.00万元，比上年增加25.00万元。",
            [],
        ),
        ("收入120.00万元，比上年增加20.00万元。", "支出120.00万元，比上年增加25.00万元。", []),
        (
            "一般公共预算收入120.00万元，比上年增加20.00万元。",
            "一般公共预算支出120.00万元，比上年增加25.00万元。上年结转0万元。",
            [],
        ),
        (
            "一般公共预算收入120.00万元，比上年增加20.00万元。",
            "一般公共预算支出120.00万元，比上年增加25.00万元。",
            [("TXT-021", "25.00万元", "20.00万元")],
        ),
    ],
)
def test_both_sides_of_one_budget_had_one_year_before(first, second, expected):
    """Revenue and expenditure of one budget imply one amount, where they are equal and nothing is carried over."""
    assert found(f"2021年{first}\n2021年{second}", "TXT-021") == expected
