"""Documents with very many figures and findings: twice as many are twice the work."""

from collections import Counter

import pytest

import govbudget
from counted_work import calls_of
from govbudget.reports import report_text


def listed(count):
    """One sentence that lists many parts with shares that cannot be true."""
    parts = "；".join(f"教育支出{i + 1}.00万元，占{41 + i % 7}%" for i in range(count))
    return f"2021年部门预算\n支出预算200万元，其中：{parts}。"


def repeated(count):
    """Many sentences, each with a share that cannot be true."""
    lines = (f"支出预算200.00万元，其中：基本支出80.00万元，占{41 + i % 7}%。" for i in range(count))
    return "2021年部门预算\n" + "\n".join(lines)


def apart(count):
    """Many sentences about shares of one whole that a table or another sentence prints."""
    lines = (f"教育支出{i + 1}.00万元，占总收入的{41 + i % 7}%。" for i in range(count))
    return "2021年部门预算\n收入合计200万元。" + "\n".join(lines)


@pytest.mark.parametrize("text", [listed, repeated, apart])
def test_the_work_grows_with_the_number_of_figures(text):
    """Reading, checking and reporting four times as many figures takes at most five times the work."""
    few, many = text(60), text(240)
    govbudget.check(govbudget.read_text(few))  # loads the vocabulary
    assert calls_of(lambda: govbudget.read_text(many)) < 5 * calls_of(lambda: govbudget.read_text(few))
    short, long = (govbudget.read_text(one) for one in (few, many))
    assert calls_of(lambda: govbudget.check(long)) < 5 * calls_of(lambda: govbudget.check(short))
    reports = [govbudget.check(one) for one in (short, long)]
    one, other = (calls_of(lambda report=report: report_text(report)) for report in reports)
    assert other < 5 * one
    assert Counter(finding.rule.id for finding in reports[1].findings)["PCT-001"] > 200


def test_what_a_finding_derives_is_worked_out_once():
    """The expected figure, the message and the equation are kept."""
    finding = govbudget.check(govbudget.read_text(repeated(1))).findings[0]
    first = calls_of(lambda: finding.message)
    assert (
        calls_of(lambda: (finding.message, finding.expected, finding.difference, finding.equation))
        < first / 10
    )


def test_the_different_amounts_of_a_topic_are_found_once():
    """Each amount where it stands first, in the order of the text."""
    told = govbudget.read_text(
        "2021年部门预算\n支出预算3万元。支出预算4万元。支出预算3万元。支出预算3.00万元。"
    ).narrative
    topic = next(claim.topic for claim in told.claims)
    assert [claim.figure.shown for claim in told.amounts(topic, 2021)] == ["3万元", "4万元", "3.00万元"]
    assert told.amount(topic, 2021) is None
    assert told.amounts(topic, 2020) == ()


def test_a_fund_that_is_named_above_or_before_bounds_what_follows():
    """An amount after the name of a fund may be that of the fund alone: in its own paragraph or in one it stands under."""
    head = "2021年部门预算\n一、收支情况说明\n"
    texts = {
        "支出预算9万元，其中：基本支出4万元。": True,
        "一般公共预算情况如下：\n1.基本支出4万元，项目支出5万元。": False,
        "按一般公共预算编制，支出合计9万元。": False,
    }
    for text, is_certain in texts.items():
        topics = [claim.topic for claim in govbudget.read_text(head + text).claims if claim.topic is not None]
        bounded = [one for one in topics if one.scope is not None or not one.is_certain]
        assert bool(bounded) is not is_certain, text
