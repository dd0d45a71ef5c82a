"""What was spent against what was planned: how it is read, and what must hold."""

import pytest

import govbudget
from govbudget.disclosures.narrative import Completion, Role
from govbudget.relations import Outcome
from govbudget.reports import reading_text
from govbudget.serialization import disclosure_data

RULES = govbudget.STANDARD.only("PCT-009", "TXT-013")


def read(text):
    return govbudget.read_text(f"某县某局2021年度部门决算\n{text}")


def completions(text):
    """Spent, planned, rate and direction of every comparison with the plan."""
    return [
        (
            str(one.spent.figure),
            str(one.planned.figure),
            one.rate and str(one.rate.figure),
            one.direction and one.direction.value,
        )
        for one in read(text).narrative.statements
        if isinstance(one, Completion)
    ]


def outcomes(text):
    return [(e.rule.id, j.outcome) for e, j in govbudget.check(read(text), RULES).judgements()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年初预算为10万元，支出决算为9万元，完成年初预算的90%。", [("9万元", "10万元", "90%", None)]),
        ("公务接待费预算为10万元，支出决算为9万元，预算执行率90%。", [("9万元", "10万元", "90%", None)]),
        ("全年预算数10万元，执行数9万元，完成预算的90%。", [("9万元", "10万元", "90%", None)]),
        ("支出决算9万元，年初预算10万元，完成年初预算的90%。", [("9万元", "10万元", "90%", None)]),
        (
            "年初预算10万元，调整预算12万元，支出决算9万元，完成年初预算的90%，完成调整预算的75%，完成全年预算的75%。",
            [
                ("9万元", "10万元", "90%", None),
                ("9万元", "12万元", "75%", None),
                ("9万元", "12万元", "75%", None),
            ],
        ),
        (
            "年初预算为10万元，支出决算为9万元。决算数小于年初预算数的主要原因是厉行节约。",
            [("9万元", "10万元", None, "down")],
        ),
        ("年初预算为10万元，支出决算为10万元，决算数等于预算数。", [("10万元", "10万元", None, "level")]),
        ("年初预算为10万元，支出决算为10万元，决算数与预算数持平。", [("10万元", "10万元", None, "level")]),
    ],
)
def test_comparisons_with_the_plan_are_read(text, found):
    """Rates and directions go with the amounts before them."""
    assert completions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "支出决算为9万元，完成预算的90%。",  # what was planned is not printed
        "年初预算为10万元，完成预算的90%。",
        "年初预算10万元，调整预算12万元，支出决算9万元，完成预算的90%。",  # which of the two
        "年初预算10万元，支出决算9万元，完成调整预算的75%。",
        "三公经费预算10万元，其中：公务接待费支出决算9万元，完成预算的90%。",  # of something else
        "年初预算10万元，支出决算9万元，其中人员经费2万元，完成预算的90%。",
        "年初预算10万元；支出决算9万元，完成年初预算的90%。",
        "年初预算10万元，支出决算9万元。完成年初预算的90%。",
        "年初预算10万元，支出决算9万元，决算数大于（小于）预算数的主要原因。",
        "年初预算10万元，支出决算9万元，决算数与预算数基本持平。",
        "年初预算10万元，支出决算9万元。另有说明。决算数小于预算数。",
        "年初预算10万元，支出决算9万元，其中人员经费2万元，决算数小于预算数。",
        "决算数小于预算数的主要原因是厉行节约。",
        "拨款10万元，支出决算9万元，完成预算的90%。",
        "完成预算的90%。",
    ],
)
def test_what_is_not_plain_is_not_compared(text):
    """An amount of something else, of another sentence, or several plans leave it open."""
    assert completions(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年初预算为3万元，支出决算为2万元，完成年初预算的66.67%。", [("PCT-009", Outcome.PASSED)]),
        ("年初预算为3000.00万元，支出决算为2000.00万元，完成年初预算的66.66%。", []),  # cut off
        ("年初预算为300万元，支出决算为200万元，完成年初预算的76.67%。", [("PCT-009", Outcome.FAILED)]),
        ("年初预算为0万元，支出决算为2万元，完成年初预算的100%。", [("PCT-009", Outcome.UNDECIDED)]),
        ("年初预算为3万元，支出决算为2万元，决算数小于预算数。", [("TXT-013", Outcome.PASSED)]),
        ("年初预算为3万元，支出决算为2万元，决算数大于预算数。", [("TXT-013", Outcome.FAILED)]),
        ("年初预算为2万元，支出决算为3万元，决算数大于年初预算数。", [("TXT-013", Outcome.PASSED)]),
        ("年初预算为2万元，支出决算为3万元，决算数等于预算数。", [("TXT-013", Outcome.FAILED)]),
    ],
)
def test_completions_are_judged(text, found):
    """Rounding is respected, nothing is said of a zero base."""
    assert outcomes(text) == found


def test_a_rate_of_completion_is_a_share():
    """The percentage has the role of a share and the topic of what was planned; both are shown and written."""
    disclosure = read("公务接待费年初预算为10万元，支出决算为9万元，完成年初预算的90%，决算数小于预算数。")
    rate = disclosure.claims[-1]
    assert (rate.role, str(rate.topic)) == (Role.SHARE, "hospitality")
    written = [one for one in disclosure_data(disclosure)["statements"] if one["kind"] == "completion"]
    found = [(one["line"], one["planned"], one["spent"], one["rate"], one["direction"]) for one in written]
    assert found == [(2, 0, 1, 2, None), (2, 0, 1, None, "down")]
    assert all(one["text"].startswith("公务接待费年初预算为10万元") for one in written)
    shown = reading_text(disclosure, lang="en")
    assert "9万元 ÷ 10万元 = 90%" in shown
    assert "9万元 ÷ 10万元 down" in shown
    assert disclosure.narrative.statements[-1].location.line == 2
