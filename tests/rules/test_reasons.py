"""TXT-024: a reason that goes the other way than the change it is given for."""

import pytest

import govbudget
from govbudget.disclosures.narrative import Movement
from shared_material import needs_shared, seed

RULES = govbudget.STANDARD.only("TXT-024")


def found(text, title="2021年部门预算"):
    """The reasons that are found in a narrative."""
    return [
        str(one.reported) for one in govbudget.check(govbudget.read_text(f"{title}\n{text}"), RULES).findings
    ]


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费2万元，比2020年减少1万元，主要原因是厉行节约。",
        "公务接待费2万元，比2020年减少1万元。主要原因：响应中央号召，厉行节约。",
        "支出预算9万元，比2020年增加1万元，主要原因是人员增加。",
        "支出预算9万元，比2020年增加1万元，增长12.5%。主要原因：新增项目。",
        "项目支出9万元，比2020年增加1万元，主要原因是压减公用经费。",
        "公务接待费2万元，比2020年增加1万元，主要原因是压减会议费。",
        "会议费2万元，比2020年增加1万元，主要原因是上年压减经费。",
        "会议费2万元，比2020年增加1万元，主要原因是厉行节约的同时保障重点工作。",
        "会议费2万元，比2020年增加1万元，主要原因是厉行节约，会议增加。",
        "会议费2万元，比2020年增加1万元，主要原因是压减经费，新增项目。",
        "会议费2万元，比2020年增加1万元，主要原因：一是厉行节约；二是新增项目。",
        "会议费2万元，比2020年增加1万元，主要原因：一是厉行节约。二是会议增加。",
        "上年结转9万元，比2020年增加1万元，主要原因是厉行节约。",
        "公务接待费0万元，比2020年增加0万元，主要原因是厉行节约。",
        "公务接待费2万元，比2020年增加（减少）1万元，主要原因是厉行节约。",
        "公务接待费2万元，与2020年持平，主要原因是厉行节约。",
        "公用经费2万元，比2020年减少1万元，主要原因是人员经费增加。",
        "项目支出2万元，比2020年减少1万元，主要原因是人员增加。",
        "支出预算9万元，比2020年减少1万元，主要原因是退休人员增加。",
        "支出预算9万元，比2020年减少1万元，主要原因是上年新增项目。",
        "支出预算9万元，比2020年减少1万元，主要原因是一次性项目减少。",
        "支出预算9万元，比2020年减少1万元，主要原因是按照规定编制预算。",
        "支出预算9万元，比2020年减少1万元，主要原因是人员减少，项目增加。",
        "某项工作9万元，比2020年增加1万元，主要原因是厉行节约。",
        "会议费2万元，比2020年增加1万元。下一年将厉行节约。",
        "会议费2万元，比2020年增加1万元，用于年度会议。主要原因是厉行节约。",
    ],
)
def test_a_reason_that_may_be_meant_is_honest(text):
    """Money moved between lines, other years, both ways, what was left over, nothing at all."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("公务接待费2万元，比2020年增加1万元，主要原因是厉行节约。", "厉行节约"),
        ("公务接待费2万元，比2020年增加1万元。主要原因：响应中央号召，厉行节约。", "响应中央号召，厉行节约"),
        ("支出预算9万元，比2020年增加1万元，增长12.5%，增加的主要原因是：压减一般性支出。", "压减一般性支出"),
        (
            "支出预算9万元，比2020年增长12.5%，主要原因是贯彻落实八项规定，严控各项经费。",
            "贯彻落实八项规定，严控各项经费",
        ),
        ("支出预算9万元，比2020年减少1万元，主要原因是人员增加。", "人员增加"),
        (
            "支出预算9万元，比2020年减少1万元，原因：一是人员增加。二是新增项目。",
            "一是人员增加。二是新增项目",
        ),
        ("收入预算9万元，比2020年减少1万元，主要原因是我局新增2个下属单位。", "我局新增2个下属单位"),
    ],
)
def test_a_reason_that_goes_the_other_way_is_found(text, reason):
    """Thrift for a growth; more people or projects for the fall of the whole."""
    assert found(text) == [reason]


def test_final_accounts_are_not_asked():
    """They compare with other years and plans."""
    text = "公务接待费2万元，比2020年增加1万元，主要原因是厉行节约。"
    assert found(text, "2021年部门决算") == []


def test_the_reason_is_kept_with_the_change():
    """It follows the change in its sentence, in brackets or not, or as the next sentence; nothing else is one."""
    text = "2021年部门预算\n支出预算9万元，比2020年增加1万元（主要原因是甲、乙）。公务接待费2万元，比2020年减少1万元。"
    told = govbudget.read_text(text).narrative.statements
    assert [one.reason for one in told if isinstance(one, Movement)] == ["", ""]
    text = "2021年部门预算\n支出预算9万元（比2020年增加1万元），原因：甲、乙。公务接待费2万元，比2020年减少1万元。"
    told = govbudget.read_text(text).narrative.statements
    assert [one.reason for one in told if isinstance(one, Movement)] == ["甲、乙", ""]


@needs_shared
@pytest.mark.parametrize(
    "name", ["jiyuan-2022", "linfen-2021", "nanyang-2021", "qinyang-2020", "zhengzhou-2021"]
)
def test_the_reasons_of_the_seeds_go_the_way_of_their_changes(name):
    """None contradicts its change."""
    assert govbudget.check(govbudget.read_file(seed(name)), RULES).findings == ()
