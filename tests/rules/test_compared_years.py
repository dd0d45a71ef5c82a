"""TXT-005: a year compared with is a slip only where the document itself says so."""

import pytest
from attrs import evolve

import govbudget

RULES = govbudget.STANDARD.only("TXT-005")
HEAD = ("项目", "2019年预算数", "2020年预算数", "2021年预算数")


def found(text, *rows, head=HEAD):
    """The years that are found in the narrative of a budget of 2021, beside a table of some years."""
    disclosure = govbudget.read_text("2021年部门预算\n" + text)
    if rows:
        table = govbudget.read_rows([head, *rows], title="2021年“三公”经费支出表", unit="万元")
        disclosure = evolve(disclosure, tables=(table,))
    return [str(one.reported) for one in govbudget.check(disclosure, RULES).findings]


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费2万元，比2019年增加1万元。",
        "公务接待费2万元，与2019年相比增加1万元，主要原因是2020年受疫情影响。",
        "支出预算120.35万元，与2019年预算相比增加20.15万元，增长20.11%。",
        "支出预算120.35万元，比2018年持平。",
        "支出预算120.35万元，比上年（2020年）增加20.15万元。",
        "支出预算120.35万元，比2020年（上年）增加20.15万元。",
        "支出预算120.35万元，与上年相比增加20.15万元，比2019年增加30.15万元。",
        "公务接待费2万元，比2021年年初预算增加1万元。",
        "某项工作经费120.35万元，比2019年增加20.15万元。",
        "公务接待费比2019年增加1万元。",
        "2020年公务接待费2万元，比2019年增加1万元。",
        "2020年支出预算100.00万元。支出预算120.35万元，比2019年增加20.15万元。",
        "2020年支出预算100.20万元。2019年支出预算100.20万元。支出预算120.35万元，比2019年增加20.15万元。",
        "2020年支出预算100.20万元。支出预算120.35万元，比2019年增长20.11%。",
        "2020年支出预算100万元。支出预算120万元，比2019年增加20万元。",
    ],
)
def test_a_comparison_with_another_year_on_purpose_is_honest(text):
    """Nothing in the document says that the year before is meant."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("公务接待费2万元，比2021年增加1万元。", ["2021"]),
        ("公务接待费2万元，比2022年增加1万元。", ["2022"]),
        ("公务接待费2万元，比上年（2019年）增加1万元。", ["2019"]),
        ("公务接待费2万元，与2019年度（即上年）相比增加1万元。", ["2019"]),
        ("2020年支出预算100.20万元。支出预算120.35万元，比2019年增加20.15万元。", ["2019"]),
        ("2020年支出预算100.20万元。支出预算120.35万元，比2019年预算数100.20万元增加20.15万元。", ["2019"]),
    ],
)
def test_a_year_that_the_text_contradicts_is_found(text, years):
    """The budget itself, a year to come, one that is called the year before, or the amount of the year before."""
    assert found(text) == years


def test_the_columns_of_a_table_settle_what_is_compared_with():
    """The amount of the year before is found; that of the year named is honest; a few digits say nothing."""
    text = "公务接待费14.50万元，比2019年增加2.15万元。"
    assert found(text, ("公务接待费", "11.10", "12.35", "14.50")) == ["2019"]
    assert found(text, ("公务接待费", "12.35", "12.35", "14.50")) == []
    assert found(text, ("公务接待费", "12.35", "11.10", "14.50")) == []
    assert found("公务接待费14.5万元，比2019年增加2.5万元。", ("公务接待费", "1.1", "12.0", "14.5")) == []
    assert found(text, ("公务接待费", "11.10", "", "14.50")) == []


def test_final_accounts_and_documents_of_no_known_year_are_not_asked():
    """Only a budget is compared with the year before it."""
    text = "公务接待费2万元，比2021年增加1万元。"
    assert govbudget.check(govbudget.read_text("2021年部门决算\n" + text), RULES).findings == ()
    assert govbudget.check(govbudget.read_text(text), RULES).findings == ()
