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
