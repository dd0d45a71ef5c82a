"""DOC-025 to 027: choices of a form left undecided, money of another level, units counted and denied."""

import pytest
from attrs import evolve

import govbudget
from shared_material import needs_shared, seed

RULES = govbudget.STANDARD.only("DOC-025", "DOC-026", "DOC-027")


def found(text, entity="甲市乙局", title="2021年市级部门支出总体情况表"):
    """The findings of a narrative of a body, beside a table of some title."""
    told = govbudget.read_text("2021年部门预算\n" + text)
    table = govbudget.read_rows([("科目名称", "合计"), ("合计", "3.00")], title=title, unit="万元")
    report = govbudget.check(evolve(told, entity=entity, tables=(table,)), RULES)
    return [(one.rule.id, str(one.reported)) for one in report.findings]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("我局按两套科目编制预算。", "甲市乙局"),
        ("我委（局）按两套科目编制预算。", "甲市卫生健康委员会"),
        ("我委（办）按两套科目编制预算。", "甲市乙委员会"),
        ("我局（办）按两套科目编制预算。", "甲市乙局"),
        ("我厅（局）按两套科目编制预算。", "甲省乙厅"),
        ("我厅（局）按两套科目编制预算。", None),
        ("我厅（局）按两套科目编制预算。", "甲省人大"),
        ("我厅（局）按两套科目编制预算。", "甲自治区乙局"),
        ("我厅（局）按两套科目编制预算。", "贵州省乙局"),
        ("我厅（局）按两套科目编制预算。", "广西壮族自治区乙局"),
        ("我厅（办）按两套科目编制预算。", "甲市人民政府办公厅"),
        ("我局（委、办）按两套科目编制预算。", "甲市乙局（丙委员会、丁办公室）"),
        ("我部门（单位）按两套科目编制预算。", "甲市乙局"),
        ("我单位（本级）按两套科目编制预算。", "甲市乙局"),
        ("我局（含下属单位）按两套科目编制预算。", "甲市乙局"),
        ("我院（医院）按两套科目编制预算。", "甲市乙院"),
        ("我局（甲市乙局）按两套科目编制预算。", "甲市乙局"),
        ("各厅（局）分别编制预算。", "甲市乙局"),
        ("省财政厅（局）的规定。", "甲市乙局"),
        ("自我局（厅）成立以来。", "甲省乙厅"),
    ],
)
def test_bodies_of_two_sorts_are_honest(text, entity):
    """Two names of one body, other words in brackets, other bodies, and provinces."""
    assert found(text, entity) == []


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("我厅（局）按两套科目编制预算。", "甲市乙局"),
        ("我局（厅）按两套科目编制预算。", "甲自治区丙县乙局"),
        ("我厅（局）按两套科目编制预算。", "贵州省丙县乙局"),
        ("我厅（委）按两套科目编制预算。", "甲区乙委员会"),
        ("我局（委、办）按两套科目编制预算。", "甲县乙局"),
        ("我委（局/办/院）按两套科目编制预算。", "甲县乙委"),
    ],
)
def test_a_choice_of_the_form_that_was_left_is_found(text, entity):
    """A body below the province is no 厅; of three sorts two are none of its."""
    ((rule, reported),) = found(text, entity)
    assert rule == "DOC-025"
    assert reported in text.replace("（", "(").replace("）", ")")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("财政拨款收入：是指市级财政当年拨付的资金。", "2021年市级部门支出总体情况表"),
        ("财政拨款收入：是指县级财政当年拨付的资金。", "2021年县级部门支出总体情况表"),
        ("财政拨款收入：是指市级财政当年拨付的资金。", "2021年县级部门支出总体情况表"),
        ("财政拨款收入：是指省级财政当年拨付的资金。", "2021年省级部门支出总体情况表"),
        ("财政拨款收入：是指省级财政当年拨付的资金。", "2021年部门支出总体情况表"),
        ("财政拨款收入：是指省级财政当年拨付的资金。", "甲市人民法院2021年部门支出总体情况表"),
        ("财政拨款收入：是指本级财政当年拨付的资金。", "2021年市级部门支出总体情况表"),
        ("财政拨款收入：是指同级财政当年拨付的资金。", "2021年市级部门支出总体情况表"),
        ("财政拨款收入：是指财政当年拨付的资金。", "2021年市级部门支出总体情况表"),
        ("财政拨款收入包括中央和省级财政补助。", "2021年市级部门支出总体情况表"),
        ("上级补助收入：是指省级财政补助的资金。", "2021年市级部门支出总体情况表"),
        ("省级财政当年拨付的资金300万元用于乙项目。", "2021年市级部门支出总体情况表"),
        ("转移支付：是指中央财政预算安排的资金。", "2021年市级部门支出总体情况表"),
        ("“三公”经费：是指纳入市级财政预算管理的三项经费。", "2021年市级部门支出总体情况表"),
        ("“三公”经费：指纳入同级财政预算管理的三项经费。", "2021年市级部门支出总体情况表"),
        ("项目资金由省级财政安排。", "2021年市级部门支出总体情况表"),
        ("按照省级财政当年预算要求编制。", "2021年市级部门支出总体情况表"),
        ("“三公”经费：指使用一般公共预算安排的三项经费。", "2021年区级部门支出总体情况表"),
        ("财政拨款收入：是指中央财政当年拨付的资金。", "2021年部门支出总体情况表"),
        ("财政拨款收入：是指自治区财政当年拨付的资金。", "2021年自治区级部门支出总体情况表"),
    ],
)
def test_money_of_the_own_level_or_of_grants_is_honest(text, title):
    """Only a definition of one's own money is held against titles that name a lower level."""
    assert found(text, title=title) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("财政拨款收入：是指省级财政当年拨付的资金。", "省级财政"),
        ("财政拨款收入：指省财政当年拨付的资金。", "省财政"),
        ("“三公”经费：是指纳入省级财政预算管理的三项经费。", "省级财政"),
        ("财政拨款：指中央财政当年拨付的资金。", "中央财政"),
    ],
)
def test_money_of_a_higher_level_in_a_definition_is_found(text, printed):
    """The titles of the document's own tables say that it is of a lower level."""
    assert found(text) == [("DOC-026", printed)]


@pytest.mark.parametrize(
    "text",
    [
        "本局下设1个局属单位，是甲中心。",
        "无局属单位。",
        "本局无下属单位。",
        "本局有2个下属单位，分别是甲中心、乙中心。甲中心无下属单位。",
        "本局有2个下属单位。其中甲中心无下属单位。",
        "本局有2个下属单位。无二级预算单位。",
        "本局有2个所属事业单位。无所属预算单位。",
        "本局有2个下属单位，无其他下属单位。",
        "本局有2个下属单位。无其他下属单位。",
        "本局有2个下属单位。均无下属单位。",
        "本局有0个下属单位。无下属单位。",
        "本局有2个下属单位，其中1个无下属单位。",
        "本局有2个下属单位。上年无下属单位。",
        "本局有2个下属单位。2020年无下属单位。",
        "本局有2个下属单位。无独立核算的下属单位。",
        "本局有2个下属单位。无下属单位的人员经费。",
        "本局有内设机构3个。无下属单位。",
        "本局有3个科室。无下属单位。",
        "本局无下属单位。甲局有1个下属单位。",
        "本局有2个直属单位。无直属事业单位。",
        "一、甲局\n本局有2个下属单位。\n二、乙中心\n无下属单位。",
    ],
)
def test_units_of_another_body_year_or_sort_are_honest(text):
    """Only a sentence of its own denies what the same paragraph has counted."""
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "另设有1个局属单位，是甲中心。无局属单位。",
        "本局下设三个下属单位；本局无下属单位。",
        "我局有2家所属预算单位，分别为甲、乙。我局没有所属预算单位。",
    ],
)
def test_units_that_are_counted_and_denied_are_found(text):
    """There are some and there are none, in one paragraph."""
    assert [rule for rule, _ in found(text)] == ["DOC-027"]


def test_a_lapse_that_was_read_survives_the_json():
    """All that the rules need stands in the lapse itself."""
    from govbudget.serialization import disclosures_json, read_disclosures

    text = "2021年部门预算\n财政拨款收入：是指省级财政当年拨付的资金。\n本局有2个下属单位。无下属单位。"
    told = govbudget.read_text(text)
    (again,) = read_disclosures(disclosures_json([told]))
    assert [(one.kind, one.printed) for one in again.narrative.lapses] == [
        (one.kind, one.printed) for one in told.narrative.lapses
    ]
    assert len(again.narrative.lapses) == 2


@needs_shared
@pytest.mark.parametrize(
    ("name", "golden"),
    [
        ("jiyuan-2022", [("DOC-027", 93)]),
        ("nanyang-2021", [("DOC-025", 111), ("DOC-026", 161), ("DOC-026", 175)]),
        ("linfen-2021", []),
        ("qinyang-2020", []),
        ("zhengzhou-2021", []),
    ],
)
def test_the_findings_of_the_seeds_are_those_that_were_read_by_hand(name, golden):
    """Each was read in the document."""
    report = govbudget.check(govbudget.read_file(seed(name)), RULES)
    assert [(one.rule.id, one.locations[0].line) for one in report.findings] == golden
