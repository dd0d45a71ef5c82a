"""The narrative as statements: shares with their parts, movements with both years, lists, counts and denials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.disclosures.narrative import (
    Denial,
    Direction,
    Listing,
    Movement,
    Proportion,
    Role,
    Tally,
    Unsigned,
)
from govbudget.reading import read_text

TITLE = "2021年部门预算\n"


def read(text):
    return read_text(TITLE + text).narrative


def shown(claim):
    return claim and f"{claim.topic}: {claim.figure}"


def only(narrative, kind):
    (found,) = [one for one in narrative.statements if isinstance(one, kind)]
    return found


def parts(listing):
    return shown(listing.total), [shown(part) for part in listing.parts], listing.is_partition


def test_claims_have_role_topic_and_year():
    """Each figure says what it does, what it is about and for which year."""
    text = "2021年支出预算200万元，其中：基本支出80万元，占40%，比2020年增加5万元，增长6.67%，主要原因是新增2人经费3万元。2020年公务接待费1万元，接待3项，单价50万元以上设备0套，增幅约5%左右，达9%。"
    assert [(str(c.figure), c.role, c.topic and str(c.topic), c.year) for c in read(text).claims] == [
        ("200万元", Role.AMOUNT, "expenditure", 2021),
        ("80万元", Role.AMOUNT, "basic_expenditure", 2021),
        ("40%", Role.SHARE, "basic_expenditure", 2021),
        ("5万元", Role.DIFFERENCE, "basic_expenditure", 2021),
        ("6.67%", Role.RATE, "basic_expenditure", 2021),
        ("3万元", Role.REASON, None, None),
        ("1万元", Role.AMOUNT, "hospitality", 2020),
        ("3", Role.COUNT, None, 2020),
        ("50万元", Role.OTHER, None, None),
        ("0", Role.COUNT, None, 2020),
        ("5%", Role.RATE, "hospitality", 2020),
        ("9%", Role.OTHER, None, None),
    ]


def test_a_decrease_is_negative():
    """The sign of a difference and a rate is that of its words, once."""
    claims = read(
        "公务接待费1万元，比2020年减少2万元，下降66.67%。公务接待费1万元，比2020年减少-2万元，下降-3%。"
    ).claims
    assert [str(claim.figure) for claim in claims] == ["1万元", "-2万元", "-66.67%", "1万元", "2万元", "3%"]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "支出预算200万元，其中：基本支出80万元，占40%。",
            "basic_expenditure: 80万元",
            "expenditure: 200万元",
        ),
        ("支出合计200万元。教育支出80万元，占总支出的40%。", "functional_4: 80万元", "expenditure: 200万元"),
        (
            "支出合计200万元，其中：基本支出80万元，占支出的40%。",
            "basic_expenditure: 80万元",
            "expenditure: 200万元",
        ),
        ("基本支出80万元，占40%。", "basic_expenditure: 80万元", None),
        ("基本支出80万元，占全部项目的40%。", "basic_expenditure: 80万元", None),
        ("覆盖率占40%。", None, None),
    ],
)
def test_a_share_has_part_and_whole(text, part, whole):
    """The part is the amount before it; the whole is named, or what the list breaks down."""
    found = only(read(text), Proportion)
    assert (shown(found.part), shown(found.whole)) == (part, whole)
    assert found.location.line == 2


@pytest.mark.parametrize(
    ("text", "topic", "current", "base", "direction"),
    [
        (
            "收入总计9万元，支出总计9万元，与2020年相比，收、支总计各增加1万元。",
            "revenue_and_expenditure",
            "revenue: 9万元",
            2020,
            "up",
        ),
        ("公务接待费9万元，比上年减少1万元。", "hospitality", "hospitality: 9万元", 2020, "down"),
        (
            "公务接待费9万元，主要用于接待。预算数比2020年增加1万元。",
            "hospitality",
            "hospitality: 9万元",
            2020,
            "up",
        ),
        (
            "公务接待费9万元。公务接待费预算数与2020年持平。",
            "hospitality",
            "hospitality: 9万元",
            2020,
            "level",
        ),
        ("公务接待费9万元，本年数小于上年预算数1万元。", "hospitality", "hospitality: 9万元", 2020, "down"),
        ("公务接待费9万元，与上年相比增加（减少）0万元。", "hospitality", "hospitality: 9万元", 2020, "open"),
        ("公务接待费9万元，会议费1万元。比2020年增加1万元。", "None", None, 2020, "up"),
        ("公务接待费9万元。某某经费比2020年增加1万元。", "None", None, 2020, "up"),
        (
            "2020年公务接待费8万元。公务接待费9万元，会议费1万元。公务接待费增加1万元。",
            "hospitality",
            "hospitality: 9万元",
            None,
            "up",
        ),
        ("甲项目9万元，比2020年增加1万元。", "None", "None: 9万元", 2020, "up"),
        (
            "公务接待费9万元（上年3万元），比2020年增加1万元。",
            "hospitality",
            "hospitality: 9万元",
            2020,
            "up",
        ),
        (
            "公务接待费9万元。与2020年相比，公务接待费增长5%。",
            "hospitality",
            "hospitality: 9万元",
            2020,
            "up",
        ),
    ],
)
def test_a_movement_has_subject_base_and_direction(text, topic, current, base, direction):
    """The subject is named beside the comparison, or is the one amount before it; a doubtful subject is none."""
    found = only(read(text), Movement)
    assert (str(found.topic), shown(found.current), found.base) == (topic, current, base)
    assert found.direction is Direction(direction)


def test_a_movement_knows_both_years():
    """Where both years are printed, both are there; the subject of a later sentence is that of the list's total."""
    text = "2021年政府采购预算0万元。2020年政府采购预算37.5万元，其中：政府采购货物0万元、政府采购工程37.5万元。2021年比上年减少37.5万元。"
    found = only(read(text), Movement)
    assert (shown(found.current), shown(found.prior)) == ("procurement: 0万元", "procurement: 37.5万元")
    assert str(found.difference.figure) == "-37.5万元"


def test_a_rate_belongs_to_the_difference_before_it():
    """Also with figures in brackets between them; after another amount it is a movement of its own."""
    found = only(read("公务接待费9万元，比2020年增加1万元（新增2项），增长12.5%。"), Movement)
    assert (str(found.difference.figure), str(found.rate.figure)) == ("1万元", "12.5%")
    several = read("公务接待费9万元，比2020年增加1万元，会议费5万元，增长12.5%。").statements
    assert [one.rate and str(one.rate.figure) for one in several if isinstance(one, Movement)] == [
        None,
        "12.5%",
    ]
    later = read("公务接待费9万元，比2020年增加1万元。增长12.5%。").statements
    assert [one.rate and str(one.rate.figure) for one in later] == [None, "12.5%"]
    alone = only(read("增长12.5%。"), Movement)
    assert (alone.topic, alone.current, alone.base) == (None, None, None)


def test_what_is_level_in_a_reason_or_without_a_year_is_no_movement():
    """Only a comparison with a year says that an amount did not change."""
    assert not [
        one for one in read("公务接待费9万元，安排数与总表一致。").statements if isinstance(one, Movement)
    ]
    text = "公务接待费9万元，比2020年增加1万元，主要原因是会议费与上年持平。"
    assert len([one for one in read(text).statements if isinstance(one, Movement)]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "支出合计9万元，其中：基本支出4万元，占44%；项目支出5万元，占56%。",
            ("expenditure: 9万元", ["basic_expenditure: 4万元", "project_expenditure: 5万元"], True),
        ),
        (
            "支出合计9万元，其中：\n基本支出4万元，占44%。\n项目支出5万元，占56%。\n会议费1万元。",
            ("expenditure: 9万元", ["basic_expenditure: 4万元", "project_expenditure: 5万元"], True),
        ),
        (
            "政府采购预算9万元，比2020年增加1万元，主要原因：扩编2人。其中：政府采购货物9万元。",
            ("procurement: 9万元", ["procurement_goods: 9万元"], False),
        ),
        (
            "收入预算9万元（财政拨款9万元、某收入0万元）。",
            ("revenue: 9万元", ["fiscal_appropriation/revenue: 9万元", "None: 0万元"], False),
        ),
        (
            "共有车辆3辆，其中：一般公务用车2辆、其他用车1辆；大型设备5套。",
            ("vehicles_owned: 3", ["general_vehicles: 2", "other_vehicles: 1"], True),
        ),
        (
            "一般公共预算支出9万元。主要用于以下方面：教育支出4万元；住房保障支出5万元。",
            (
                "general_public_budget/expenditure: 9万元",
                ["general_public_budget/functional_4: 4万元", "general_public_budget/functional_23: 5万元"],
                False,
            ),
        ),
        ("项目共3个，其中：金额5万元。", (None, ["None: 5万元"], False)),
        ("其中：基本支出4万元。", (None, ["basic_expenditure: 4万元"], False)),
        ("会议费1万元，培训费2万元。其中：甲2万元。", ("training: 2万元", ["None: 2万元"], False)),
        (
            "支出合计9万元，其中：基本支出4万元，某事；办公费1万元，会议费2万元，其中：甲1万元。",
            ("meetings: 2万元", ["None: 1万元"], False),
        ),
    ],
)
def test_a_list_has_total_and_parts(text, expected):
    """Parts follow 其中 or stand in brackets; they inherit the scope of the total; things of other kinds are no parts."""
    found = [one for one in read(text).statements if isinstance(one, Listing)]
    assert parts(found[-1]) == expected


def test_a_reason_ends_with_its_part_of_the_sentence():
    """After a semicolon amounts are amounts again, unless the reason is numbered on."""
    text = "公务接待费9万元，比2020年增加2万元，主要原因是新增经费1万元；二是会议费1万元；会议费3万元。"
    assert [(claim.role, str(claim.figure)) for claim in read(text).claims][2:] == [
        (Role.REASON, "1万元"),
        (Role.REASON, "1万元"),
        (Role.AMOUNT, "3万元"),
    ]


def test_a_share_in_a_list_of_its_own_stays_there():
    """A share of a part's part is not the share of the part."""
    text = "基本支出9万元，其中：\n（一）人员经费4万元，其中：工资福利支出4万元，占100%。\n（二）公用经费5万元，占56%。"
    found = [one for one in read(text).statements if isinstance(one, Listing)]
    assert [[share and str(share.figure) for share in one.shares] for one in found] == [
        [None, "56%"],
        ["100%"],
    ]


def test_a_list_in_a_list_ends_with_its_part():
    """A semicolon leads back to the outer list."""
    text = "支出预算9万元，包括基本支出4万元，其中：工资福利支出3万元，商品和服务支出1万元；项目支出5万元。"
    outer, inner = (parts(one) for one in read(text).statements if isinstance(one, Listing))
    assert outer == ("expenditure: 9万元", ["basic_expenditure: 4万元", "project_expenditure: 5万元"], True)
    assert inner == (
        "basic_expenditure: 4万元",
        ["basic_expenditure/wages: 3万元", "basic_expenditure/goods_and_services: 1万元"],
        True,
    )


def test_numbered_paragraphs_are_lists_too():
    """The paragraphs below one that announces them are its parts, with their shares and its scope."""
    text = "一、一般公共预算基本支出情况说明\n基本支出9万元，其中：\n（一）人员经费4万元，占44%。主要包括：\n1．基本工资。\n（二）公用经费5万元，占56%。\n（三）其他说明。\n二、其他情况\n无。"
    assert not [one for one in read(text).statements if isinstance(one, Listing)]
    text = text.replace("（三）其他说明。\n", "")
    found = only(read(text), Listing)
    assert parts(found) == (
        "general_public_budget/basic_expenditure: 9万元",
        [
            "general_public_budget/personnel_expenditure: 4万元",
            "general_public_budget/operating_expenditure: 5万元",
        ],
        True,
    )
    assert [str(share.figure) for share in found.shares] == ["44%", "56%"]
    assert [shown(one.whole) for one in read(text).statements if isinstance(one, Proportion)] == [
        "general_public_budget/basic_expenditure: 9万元"
    ] * 2


def test_numbered_paragraphs_end_with_a_higher_number():
    """What stands above them in the outline, or is not numbered on, ends the list; a part is not a part of itself."""
    text = "（一）支出合计9万元。包括：\n1．基本支出4万元。\n2．项目支出5万元。\n（二）会议费1万元。"
    assert parts(only(read(text), Listing))[1] == ["basic_expenditure: 4万元", "project_expenditure: 5万元"]
    assert read("甲如下：\n1．会议费1万元。\n3．培训费1万元。").statements == ()
    assert read("会议费1万元。具体情况如下：\n1．会议费1万元。\n2．培训费1万元。").statements == ()
    assert read("支出合计2万元。包括：\n（1）会议费1万元。\n2．培训费1万元。").statements == ()


def test_lists_by_class_go_back_to_the_paragraph_above():
    """按…分类 breaks down the amount of the paragraph above in the outline, within the section."""
    text = "支出预算9万元。\n（一）按功能分类，包括教育支出4万元、住房保障支出5万元。"
    assert parts(only(read(text), Listing))[0] == "expenditure: 9万元"
    assert parts(only(read("（一）按功能分类，包括教育支出4万元。"), Listing))[0] is None
    other = "支出预算9万元。\n一、其他情况\n（一）按功能分类，包括教育支出4万元。"
    assert parts(only(read(other), Listing))[0] is None


def test_shares_of_a_whole_that_is_not_printed_are_a_list():
    """Of the parts of one named whole, whose own amount stands nowhere in the text."""
    text = "“三公”经费中，因公出国（境）费1万元，占“三公”经费的10%；公务用车购置及运行费2万元，占“三公”经费的20%；公务接待费7万元，占“三公”经费的70%。"
    found = only(read(text), Listing)
    assert found.total is None
    assert found.is_partition
    assert [str(share.figure) for share in found.shares] == ["10%", "20%", "70%"]


@pytest.mark.parametrize(
    ("text", "items", "doubtful"),
    [
        ("内设机构3个，包括：办公室、财务科（法规科、审计科）、人事科。", 3, 0),
        ("设3个科室，包括：办公室、财务科和人事科。", 2, 1),
        ("项目共有2项按要求编制了目标，反映数量、质量等情况。分别是：甲资金1万元，乙资金2万元。", 2, 0),
    ],
)
def test_counts_with_their_lists(text, items, doubtful):
    """The items after a count are counted; a 和 in the last name may join two."""
    found = only(read(text), Tally)
    assert (len(found.items), found.doubtful) == (items, doubtful)
    assert found.location.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "内设机构3个，包括：办公室等。",
        "内设机构3个，包括：办公室、财务科等。",
        "内设机构3个，包括：办公室、财务科",
        "共3辆，包括：一、二。",
        "内设机构3个，包括：办公室、机构（甲。",
    ],
)
def test_open_lists_are_not_counted(text):
    """A list that says 等, that does not end, or that is not understood does not contradict its count."""
    tallies = [one for one in read(text).statements if isinstance(one, Tally)]
    assert tallies == [] or text.startswith("共3辆")


def test_denials_and_missing_signs():
    """What there is none of, and shares without a percent sign, are read with their places."""
    narrative = read("我部门没有使用政府性基金预算拨款安排的支出。基本支出80万元，占40，增长5。")
    denial = only(narrative, Denial)
    assert (denial.topic.scope, denial.location.line) == ("government_managed_funds", 2)
    assert denial.mark.figure is None
    signs = [one for one in narrative.statements if isinstance(one, Unsigned)]
    assert [one.number for one in signs] == ["40", "5"]
    assert signs[0].location.line == 2


def test_a_year_that_is_not_known_is_not_guessed():
    """Without a budget year 上年 has no number."""
    narrative = read_text("公务接待费9万元，比上年减少1万元。").narrative
    assert (only(narrative, Movement).base, narrative.claims[0].year) == (None, None)


def test_amounts_that_differ_are_no_amount():
    """The amount of a topic is known only if all its prints are the same."""
    narrative = read("会议费9万元。培训费1万元。会议费8万元。")
    meetings, training, _ = narrative.claims
    assert narrative.amount(meetings.topic, 2021) is None
    assert narrative.amount(training.topic, 2021) is training
    assert narrative.amount(training.topic, 2020) is None


@given(st.text("2021年支出基本项目9.5万元%占比增加减少其中：（），。；与上年持平一、\n", max_size=120))
def test_any_narrative_is_read(text):
    """No text breaks the reading; every statement stands on claims of the narrative."""
    narrative = read(text)
    known = {id(claim) for claim in narrative.claims}
    for one in narrative.statements:
        if isinstance(one, Listing):
            assert {id(part) for part in one.parts} <= known
            assert len(one.parts) == len(one.shares)
        if isinstance(one, Movement):
            assert all(
                claim is None or id(claim) in known
                for claim in (one.current, one.prior, one.difference, one.rate)
            )
        assert one.location.line is not None
