"""Prices, quantities and amounts of sentences, and the lists that are made of them."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costing_sentences import SENTENCES
from counted_work import calls_of
from govbudget import check, read_file
from govbudget.disclosures.narrative import Bill, Costing, Role
from govbudget.reading import read_text
from govbudget.relations import Outcome
from govbudget.rules.costings import COSTINGS
from govbudget.vocabulary import costing_words, numeral
from shared_material import needs_shared, seed

GRAVE = (Outcome.FAILED, Outcome.ROUNDING, Outcome.PASSED)


def read(text):
    return read_text(f"2021年部门预算\n\n{text}")


def costings(disclosure):
    return [one for one in disclosure.narrative.statements if isinstance(one, Costing)]


def shown(one):
    return f"{one.amount.figure} = " + " × ".join(str(claim.figure) for claim in (one.price, *one.quantities))


def bills(text):
    found = (one for one in read(text).narrative.statements if isinstance(one, Bill))
    return [(str(one.total.figure), [str(item.figure) for item in one.items]) for one in found]


@pytest.mark.parametrize(("text", "products", "outcome"), SENTENCES, ids=[text for text, *_ in SENTENCES])
def test_sentences_are_read_and_judged(text, products, outcome):
    """Every sentence states just the products that a person reads in it, and the gravest outcome is the right one."""
    disclosure = read(text)
    assert [shown(one) for one in costings(disclosure)] == products
    (entry,) = check(disclosure, COSTINGS.only("PRO-003")).entries
    found = {judgement.outcome for judgement in entry.judgements()}
    assert next((one for one in GRAVE if one in found), None) is outcome


def test_claims_of_a_product_have_their_roles_and_places():
    """The price is none of the amounts, the quantity is a claim with its place, the amount stays an amount."""
    disclosure = read("购置电话机 28 台，单价 0.02 万元，共计 0.6 万元。")
    quantity, price, amount = disclosure.claims
    assert [one.role for one in disclosure.claims] == [Role.QUANTITY, Role.PRICE, Role.AMOUNT]
    assert (quantity.span, price.span, amount.span) == ((6, 10), (14, 21), (25, 31))
    assert [one.year for one in disclosure.claims] == [2021] * 3
    (costing,) = costings(disclosure)
    assert (costing.location.line, costing.mark.location) == (3, costing.location)


def test_a_price_is_a_price_without_its_product():
    """What is paid for each is no amount of a topic; what is paid for a year may be."""
    claims = read("基本支出每人每月3000元，单价50万元以上设备3套。每年基本支出200万元。").claims
    assert [(str(one.figure), one.role) for one in claims] == [
        ("3000元", Role.PRICE),
        ("50万元", Role.OTHER),
        ("3", Role.COUNT),
        ("200万元", Role.AMOUNT),
    ]


def test_a_product_may_stand_in_a_reason():
    """The reason for a change keeps its other figures apart, but a product in it is one."""
    disclosure = read("公务接待费2万元，比2020年增加1万元，主要原因是新增会议3次，每次2万元，共计6万元。")
    assert [shown(one) for one in costings(disclosure)] == ["6万元 = 2万元 × 3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2021年采购预算9.0万元。采购明细如下：\n1.计算机10台，单价5000元，共计5万元；\n2.空调4台，每台1万元，共计4万元。",
            [("9.0万元", ["5万元", "4万元"])],
        ),
        (
            "采购清单：\n1.计算机10台，单价5000元，共计5万元；\n2.复印纸1万元。\n合计6万元。",
            [("6万元", ["5万元", "1万元"])],
        ),
        (
            "采购计算机10台，单价5000元，共计5万元；空调4台，每台1万元，共计4万元；合计9万元。",
            [("9万元", ["5万元", "4万元"])],
        ),
        (
            "计算机10台，单价5000元，共计5万元。空调4台，每台1万元，共计4万元。以上共计9万元。",
            [("9万元", ["5万元", "4万元"])],
        ),
        (
            "采购预算9万元，明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元。另有会议费3万元。",
            [("9万元", ["5万元", "4万元"])],
        ),
        (
            "采购预算9万元，明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元；合计9万元。",
            [("9万元", ["5万元", "4万元"]), ("9万元", ["5万元", "4万元"])],
        ),
        (
            "其中引进品牌340.00万元，促进消费800.00万元，合计1140.00万元。",
            [("1140.00万元", ["340.00万元", "800.00万元"])],
        ),
        (
            "项目预算1140万元，其中引进品牌340万元，促进消费800万元，合计1140万元。",
            [("1140万元", ["340万元", "800万元"])],
        ),
        (
            "1.计算机10台，单价5000元，共计5万元；\n2.空调4台，每台1万元，共计4万元。\n合计9万元。",
            [("9万元", ["5万元", "4万元"])],
        ),
        (
            "购置对讲机40台，单价3000元，合计12万元；购置电台20部，单价2000元，合计4万元；两项共计16万元。",
            [("16万元", ["12万元", "4万元"])],
        ),
        # nothing says that these are all, or what is listed
        ("计算机28台、打印机5台，单价分别为0.5万元、0.2万元，共计15万元。", []),
        (
            "采购预算9万元，2020年为8万元，明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元。",
            [],
        ),
        (
            "采购预算20万元，2020年为8万元。明细如下：\n1.计算机10台，单价5000元，共计5万元；\n2.空调4台，每台1万元，共计4万元。",
            [("20万元", ["5万元", "4万元"])],
        ),
        (
            "预算20万元，采购预算9万元。明细如下：\n1.计算机10台，单价5000元，共计5万元；\n2.空调4台，每台1万元，共计4万元。",
            [],
        ),
        ("1.计算机10台，单价5000元，共计5万元；\n2.空调4台，共计4万元。\n三、其他情况说明\n合计9万元。", []),
        (
            "明细如下：\n1.计算机10台，单价5000元，共计5万元；\n2.空调1万元，打印机1万元，纸1万元；\n3.电话1万元。",
            [],
        ),
        ("会议费5万元。培训费3万元，合计8万元。", []),
        ("采购预算12万元，明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元等。", []),
        ("采购预算12万元，其中明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元。", []),
        ("采购预算12万元，包括计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元。", []),
        (
            "采购预算12万元，明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元；复印纸3万元。",
            [],
        ),
        ("采购预算9万元，明细如下：计算机10台，单价5000元，计5万元。", []),
        ("工资60万元，补贴40万元，其中岗位10万元，绩效30万元，合计100万元。", []),
        ("会议费5万元。计算机10台，单价5000元，共计5万元；合计10万元。", []),
        ("会议费5万元；计算机10台，单价5000元，共计5万元；合计10万元。", []),
        ("其中本级100万元（结转20万元），下属50万元，合计150万元。", []),
        ("其中本级增加100万元，下属50万元，合计150万元。", []),
        ("其中本级100万元，下属50万元，合计150万元，合计150万元。", [("150万元", ["100万元", "50万元"])]),
        ("1.计算机10台，单价5000元，共计5万元；\n3.空调4台，每台1万元，共计4万元。\n合计9万元。", []),
        ("1.计算机5万元；\n2.空调4万元。\n合计9万元。", []),
        ("2021年增加9万元，明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元。", []),
        ("1.计算机10台，单价5000元，共计5万元；\n2.空调4台，每台1万元，共计4万元。\n会议费3万元。", []),
    ],
)
def test_bills_are_read_where_the_words_promise_all(text, expected):
    """A total has items only where words say that they are all of them."""
    assert bills(text) == expected


def test_a_wrong_total_is_found_once():
    """The finding tells total, sum and difference; an honest list of rounded amounts has none."""
    text = (
        "采购预算{}万元，明细如下：打印机2台，单价0.7万元，计1.4万元；电话机28台，单价0.02万元，计0.6万元。"
    )
    (finding,) = check(read(text.format("3.0")), COSTINGS).findings
    assert finding.message["zh"] == "文字所列合计 3.0万元，而清单各项之和为 2.0万元，相差 1.0万元"
    assert not check(read(text.format("2.0")), COSTINGS).findings


def test_the_equation_names_every_factor():
    """The finding of a product of several factors shows all of them."""
    (finding,) = check(read("培训费：20人×3天×550元=3.6万元。"), COSTINGS).findings
    assert finding.equation == "3.6万元 = 550元 × 20 × 3"
    assert finding.message["zh"] == "文字所列金额 3.6万元，而单价与数量之积为 3.3万元，相差 0.3万元"
    assert (finding.expected.shown, finding.difference.shown) == ("3.3万元", "0.3万元")


@given(
    st.integers(1, 500),
    st.integers(1, 10**7),
    st.integers(0, 4),
    st.integers(0, 4),
    st.sampled_from(
        (
            "数量{n}台，单价{p}万元，共计{a}万元。",
            "{n}台×{p}万元={a}万元。",
            "共{n}人，每人每年{p}万元，合计{a}万元。",
        )
    ),
)
def test_honest_products_are_no_findings(count, cents, price_places, places, form):
    """A true price, printed with any decimals, times a count, printed with any, is read and never a finding."""
    price = Fraction(cents, 10**4)
    text = form.format(n=count, p=printed(price, price_places), a=printed(price * count, places))
    disclosure = read(text)
    assert len(costings(disclosure)) == 1
    assert not check(disclosure, COSTINGS).findings


def printed(value, places):
    """Round half up to so many decimals."""
    scaled = floor(value * 10**places + Fraction(1, 2))
    return f"{scaled // 10**places}.{scaled % 10**places:0{places}}" if places else str(scaled)


def test_words_of_units():
    """Units are told apart, joined and called by one name; numerals have their value."""
    words = costing_words()
    assert words.counted("每名学员每日") == ("人", "天")
    assert words.counted("/人日") == ("人", "天")
    assert [numeral(text) for text in ("两", "十", "十二", "二十", "三十五")] == [2, 10, 12, 20, 35]


@pytest.mark.parametrize(
    "piece",
    [
        "单价7万元，数量1个，",
        "每人每天",
        "20人×3天×",
        "其中：5万元，",
        "，共计5万元",
        "（5台，",
        "共计",
        "每每",
        "1.",
        "两期",
    ],
)
def test_the_work_grows_with_the_length_of_the_text(piece):
    """Text four times as long takes about four times the work."""
    read(piece * 50)
    few, many = (calls_of(lambda count=count: read(piece * count + "。")) for count in (250, 1000))
    assert many < 6 * few


def test_the_total_after_a_list_is_none_of_its_parts():
    """What is listed after 其中 ends before the words of its total, and money may lack 元 where it has cents."""
    text = "支出预算200.00万，其中：基本支出80.00万，项目支出120.00万元，合计200.00万。"
    narrative = read(text).narrative
    listing, bill = narrative.statements
    assert [str(part.figure) for part in listing.parts] == ["80.00万元", "120.00万元"]
    assert (listing.is_partition, str(bill.total.figure)) == (True, "200.00万元")
    assert not read("惠及群众30万，增加3.5万，涉及2.25万人。").claims


@needs_shared
def test_the_procurement_list_of_a_real_budget_holds():
    """Fifteen products, some of them only within rounding, and their total, announced in the paragraph above."""
    disclosure = read_file(seed("zhengzhou-2021"))
    lines = [one.location.line for one in costings(disclosure)]
    assert lines == [*range(158, 169), 170, 172, 174, 176]
    report = check(disclosure, COSTINGS)
    outcomes = [judgement.outcome for _, judgement in report.judgements()]
    assert not report.findings
    assert (outcomes.count(Outcome.PASSED), outcomes.count(Outcome.ROUNDING)) == (13, 3)
