"""What this year's text implies of last year, against what last year's budget published."""

import pytest

import govbudget
from shared_material import SHARED, needs_shared

BEFORE = "某局2021年部门预算\n三、收支预算总体情况说明\n2021年收入预算100.00万元。公务接待费5.00万元。基本支出80.00万元。"
ITEM = "某局2021年部门预算\n三、支出预算情况说明\n2021年度支出合计80.00万元。\n\n2021年部门支出总表\n单位：万元\n科目编码\t科目名称\t合计\n\t合计\t90.00\n201\t一般公共服务支出\t90.00"


def found(text, before=BEFORE, title="某局2022年部门预算"):
    """The rules, the figures and what is expected, of two documents together."""
    documents = [
        govbudget.read_text(before, "2021.txt"),
        govbudget.read_text(f"{title}\n三、收支预算总体情况说明\n{text}", "2022.txt"),
    ]
    report = govbudget.check_together(documents)
    return [(one.rule.id, str(one.reported), str(one.expected)) for one in report.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年收入预算120.00万元，比上年预算增加20.00万元。", []),
        ("2022年收入预算120万元，与上年相比增加20万元。", []),
        ("2022年收入预算120.00万元，比上年增加20.00%。", []),
        ("2022年收入预算120.00万元，比上年增长20.01%。", []),
        ("2022年收入预算120.00万元，比上年增长20.02%。", []),  # one last place off
        ("2022年收入预算120.00万元，比上年预算增加20.02万元。", [("TIE-104", "20.02万元", "20.00万元")]),
        ("2022年收入预算120.00万元，比上年增长30%。", [("TIE-104", "30%", "20%")]),
        ("2022年收入预算120.00万元，与上年预算数相等。", [("TIE-104", "120.00万元", "100.00万元")]),
        ("2022年收入预算100.00万元，与上年持平。", []),
        (
            "2022年收入预算120.00万元，比2021年预算数110.00万元增加10.00万元。",
            [("TIE-104", "110.00万元", "100.00万元")],
        ),
        ("2022年收入预算120.00万元，比2021年预算数100.00万元增加20.00万元。", []),
    ],
)
def test_the_year_before_is_what_was_published(text, expected):
    """What a sentence implies of the year before is what that year's budget states, within rounding."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2022年收入预算120.00万元，比上年执行数增加30.00万元。",
        "2022年收入预算120.00万元，比2020年增加30.00万元。",
        "2022年收入预算120.00万元，比上年增加（减少）30.00万元。",
        "2022年收入预算120.00万元，比2021年执行数110.00万元增加10.00万元。",
        "2022年一般公共预算收入预算120.00万元，比上年增加30.00万元。",
        "2022年本年收入预算120.00万元，比上年增加30.00万元。",
        "2022年公务用车购置及运行费12.00万元，比上年增加3.00万元。",
        "2022年局机关基本支出40.00万元，比上年增加3.00万元。",
        "2022年其他支出12.00万元，比上年增加3.00万元。",
        "2022年收入预算比上年增加30.00万元。",
        "2022年收入预算120.00万元，比上年有所增加。",
    ],
)
def test_what_is_not_the_same_is_not_compared(text):
    """Other measures, years, funds, topics and parts of a department say nothing of what was published."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("title", "before"),
    [
        ("某委2022年部门预算", BEFORE),
        ("某局2022年单位预算", BEFORE),
        ("某局2022年度部门决算", BEFORE),
        ("某局部门预算", BEFORE),
        ("某局2022年部门预算", BEFORE.replace("2021", "2020")),
    ],
)
def test_only_budgets_of_one_department_in_consecutive_years(title, before):
    """Another department, a single unit, final accounts or an unknown year are not compared."""
    assert found("2022年收入预算120.00万元，比上年增加30.00万元。", before, title) == []


def test_text_or_table_of_the_year_before_may_agree():
    """Where text and table of the year before differ, one of them has to agree; else the text is reported first."""
    assert found("2022年支出合计100.00万元，比上年增加10.00万元。", ITEM) == []
    assert found("2022年支出合计100.00万元，比上年增加20.00万元。", ITEM) == []
    assert found("2022年支出合计100.00万元，比上年增加30.00万元。", ITEM) == [
        ("TIE-104", "30.00万元", "20.00万元")
    ]


@needs_shared
def test_three_years_of_real_budgets():
    """All that consecutive budgets say of each other holds, but for one year in which two amounts were taken from elsewhere."""
    counts = []
    for name in ("jiancha", "shengweiban", "zhengxie"):
        files = [
            SHARED / "corpus" / f"jiangsu_{name}_{year}_budget" / "text.txt" for year in (2017, 2018, 2019)
        ]
        report = govbudget.check_together(map(govbudget.read_file, files))
        counts.append(sum(report.summary.values()))
        found = [(one.rule.id, one.locations[0].line, str(one.expected)) for one in report.findings]
        wrong = [
            ("TIE-104", 1003, "3959.28万元"),
            ("TIE-104", 1013, "3959.28万元"),
            ("TIE-104", 1089, "110万元"),
        ]
        assert found == (wrong if name == "jiancha" else [])
    assert all(count > 30 for count in counts)
