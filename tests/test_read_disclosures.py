"""Disclosures come back whole from the JSON that was written of them; what is not of that shape is named."""

import contextlib
import copy
import json
from pathlib import Path
from typing import get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govbudget
from deep_equality import difference
from govbudget import ReadingError, RelationError, check, read_file, read_folder, read_records, read_text
from govbudget.cli import main
from govbudget.disclosures import Aspect, Disclosure, Resolution, Table
from govbudget.disclosures._tables import Origin
from govbudget.disclosures.narrative import NarrativeStatement
from govbudget.exceptions import Notice
from govbudget.serialization import (
    _read_narrative,
    disclosure_data,
    disclosures_json,
    read_disclosures,
    report_data,
)
from reading_budgets import budgets, layouts
from shared_material import CORPUS, SHARED, needs_shared

EXAMPLES = Path(__file__).parents[1] / "examples"
OVERALL = """整体绩效目标表
部门(单位)名称	某局
年度主要任务	任务名称	主要内容
	甲	项目资金20万元。
	乙	保障。
预算情况	部门预算总额(万元)	50
	1、资金来源:(1)财政性资金	50
	2、资金结构:(1)基本支出	30
	(2)项目支出	2O
一级指标	二级指标	三级指标	指标值	度量单位	权重
产出指标	数量指标	检查	≥2	次	10
项目绩效目标表
项目名称	甲	项目期	3年
项目总金额		项目本年度金额	1
一级指标	二级指标	三级指标	指标值
产出指标	数量指标	指标1:检查 指标2:培训	≥1次
"""
NARRATIVE = """2021年部门预算
支出合计9万元，其中：基本支出4万元，占44%；项目支出5万元，占56。
公务接待费1万元，比2020年减少1万元。会议费与2020年持平。
我部门没有使用政府性基金预算拨款安排的支出。内设机构2个，包括：办公室、人事科。
甲\t乙
丙\t丁
"""


PRICES = (
    "2021年部门预算\n2021年年初采购预算总额9万元，具体明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元。\n"
    "公务接待费年初预算为4万元，支出决算为3万元，完成年初预算的75%。"
)


def back(disclosure):
    """What is read from the JSON of a disclosure; written again it is the same text."""
    text = disclosures_json([disclosure])
    (found,) = read_disclosures(text)
    assert disclosures_json([found]) == text
    return found


def assert_same(disclosure):
    """Every field of a disclosure survives JSON, so that whatever is checked of it comes out the same."""
    found = back(disclosure)
    assert difference(disclosure, found) is None
    assert report_data(check(found)) == report_data(check(disclosure))


@pytest.mark.parametrize(
    "make",
    [
        lambda: read_text(OVERALL, "a.txt"),
        lambda: read_text(NARRATIVE, "a.txt"),
        lambda: read_text(PRICES),
        lambda: read_text(""),
        lambda: read_file(EXAMPLES / "zhengzhou-2021.md"),
        lambda: read_file(EXAMPLES / "qinyang-2020.md"),
        lambda: Disclosure(
            [read_records([{"name": "甲", "合计": "3", "数量": "2", "占比": "5%"}], title="某表", unit="元")]
        ),
        lambda: Disclosure(
            [
                Table(
                    Origin(None, "某表"),
                    resolutions=(Resolution(Aspect.UNIT, Notice("元", "yuan"), Notice("甲", "a"), 3),),
                )
            ]
        ),
    ],
)
def test_everything_that_was_read_comes_back(make):
    """Tables, forms, claims, statements, unread parts, resolutions: field by field."""
    assert_same(make())


@needs_shared
@pytest.mark.parametrize(
    "name", ["jiyuan-2022", "linfen-2021", "nanyang-2021", "qinyang-2020", "zhengzhou-2021"]
)
def test_real_disclosures_come_back(name):
    """The five seeds survive JSON field by field, and so does the report on them."""
    assert_same(read_file(SHARED / "seeds" / f"{name}.txt"))


@needs_shared
@pytest.mark.parametrize("name", CORPUS)
def test_corpus_comes_back(name):
    """Tables and text of the corpus survive JSON field by field."""
    disclosure = read_folder(SHARED / "corpus" / name)
    assert difference(disclosure, back(disclosure)) is None


@given(budgets(), layouts())
@settings(max_examples=40)
def test_generated_tables_come_back(budget, layout):
    """Whatever was read in whatever layout comes back from JSON field by field."""
    disclosure = read_text(layout.text(budget), "a.txt")
    assert difference(disclosure, back(disclosure)) is None


def places(data, path=()):
    """All paths into JSON data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield (*path, step)
        yield from places(value, (*path, step))


DAMAGE = [
    None,
    True,
    -1,
    0,
    99,
    10**30,
    1.5,
    "",
    "x",
    "5万元",
    "3%",
    "-",
    "amount",
    [],
    {},
    [None],
    [0],
    {"a": 1},
]
SMALL = json.loads(
    disclosures_json([read_text(OVERALL + NARRATIVE + "支出总表\n项目\t合计\n甲\t1.00\n合计\t1.00\n")])
)
PLACES = list(places(SMALL))


@given(st.sampled_from(PLACES), st.sampled_from(DAMAGE))
@settings(max_examples=300)
def test_damaged_data_is_refused_or_read(path, value):
    """Whatever stands in any place of the data, there is a disclosure that can be checked, or one line that names a place."""
    data = copy.deepcopy(SMALL)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    try:
        found = read_disclosures(json.dumps(data), "a.json")
    except ReadingError as error:
        assert len(error.say("zh").splitlines()) == len(error.say("en").splitlines()) == 1
        return
    for one in found:
        with contextlib.suppress(RelationError):  # figures of different kinds
            check(one)


def test_a_file_of_one_and_of_several(tmp_path, capsys):
    """A file holds one document for `read_file`; `read_documents` and the command line take all."""
    one, two = (read_file(EXAMPLES / name) for name in ("qinyang-2020.md", "zhengzhou-2021.md"))
    single, several, bare, none = (
        tmp_path / f"{name}.json" for name in ("single", "several", "bare", "none")
    )
    single.write_text(disclosures_json([one]), "utf-8")
    several.write_text(disclosures_json([one, two]), "utf-8")
    bare.write_text(json.dumps(disclosure_data(two)), "utf-8")
    none.write_text(disclosures_json([]), "utf-8")
    assert difference(one, read_file(single)) is None
    assert difference(two, read_file(bare)) is None
    assert [found.year for found in govbudget.read_documents(several)] == [2020, 2021]
    with pytest.raises(ReadingError) as caught:
        read_file(several)
    assert caught.value.reason == "the file holds 2 documents"
    assert caught.value.zh == "文件含 2 份文件；请用 read_documents 全部读出"
    assert main(["check", str(several), "--format", "json"]) == 1
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 2
    assert main(["check", str(none)]) == 2
    assert "没有文件" in capsys.readouterr().err


def test_a_changed_digit_is_found():
    """The figure of a cell is what counts: a changed one breaks the sums that it is in."""
    data = json.loads(disclosures_json([read_file(EXAMPLES / "qinyang-2020.md")]))
    row = data["documents"][0]["tables"][1]["sides"][0]["rows"][1]
    assert row["cells"][0]["figure"] == "5.95万元"
    row["cells"][0]["figure"] = "5.96万元"
    (found,) = read_disclosures(json.dumps(data))
    assert "SUM-001" in {finding.rule.id for finding in check(found).findings}


WHOLE = json.loads(
    disclosures_json([read_text(OVERALL + NARRATIVE, "a.txt"), read_file(EXAMPLES / "qinyang-2020.md")])
)
SIDE = ("documents", 1, "tables", 1, "sides", 0)
FORMS, TABLE = ("documents", 0), ("documents", 1, "tables", 1)
STATED, CLAIMS = ("documents", 0, "statements"), ("documents", 0, "claims")


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (
            ("schema",),
            "govbudget/report/1",
            "schema is 'govbudget/report/1': a report, without the tables' cells",
        ),
        (
            ("schema",),
            "govbudget/disclosure/2",
            "schema is 'govbudget/disclosure/2', not govbudget/disclosure/1",
        ),
        (("schema",), 1, "schema is a whole number, not a text"),
        (("documents",), {}, "documents is an object, not a list"),
        (("documents", 1, "year"), "2021", "documents[1].year is a text, not a whole number"),
        (("documents", 1, "kind"), "plan", "documents[1].kind is 'plan', none of budget, final_accounts"),
        ((*TABLE, "kind"), "a", "documents[1].tables[1].kind is no kind of table that is known"),
        ((*TABLE, "kind"), None, None),
        ((*TABLE, "lines"), [1], "documents[1].tables[1].lines has 1 entries, not 2"),
        (
            (*SIDE, "rows", 2, "cells", 0, "figure"),
            5.5,
            "rows[2].cells[0].figure is a decimal number, not a text",
        ),
        ((*SIDE, "rows", 2, "cells", 0, "figure"), "x", "rows[2].cells[0].figure is 'x', which is no amount"),
        (
            (*SIDE, "rows", 2, "cells", 0, "figure"),
            "-%",
            "rows[2].cells[0].figure is '-%', which is no amount",
        ),
        ((*SIDE, "rows", 2, "cells"), [None], "rows[2].cells has 1 entries for 8 columns"),
        ((*SIDE, "rows", 2, "parent"), 2, "rows[2].parent is 2, beyond the 2 entries"),
        ((*SIDE, "columns", 2, "parent"), 2, "columns[2].parent makes headings stand above each other"),
        (
            (*SIDE, "rows", 2, "cells", 0, "figure"),
            "5%",
            "rows[2].cells[0].figure is '5%', which is no amount",
        ),
        ((*SIDE, "rows", 2, "parent"), 99, "rows[2].parent is 99, beyond the 2 entries"),
        ((*SIDE, "rows", 2, "subjects"), [[None, "甲"]], "rows[2].subjects[0] is no code with its name"),
        ((*SIDE, "rows", 2, "subjects"), [["208"]], "rows[2].subjects[0] is no code with its name"),
        (
            (*SIDE, "columns", 0, "parts"),
            [{"order": 0, "of": [0], "of_which": False, "optional": []}],
            "documents[1].tables[1].sides[0].columns has an entry that is part of itself",
        ),
        ((*FORMS, "indicators", 1, "project"), 2, "indicators[1].project is 2, beyond the 1 entries"),
        ((*FORMS, "indicators", 0, "table"), 0, "documents[0].indicators[0].table is 0, beyond the"),
        ((*STATED, 0, "kind"), "x", "statements[0].kind is none of proportion, movement, "),
        (
            (*STATED, 0, "percentage"),
            0,
            "documents[0].statements[0].percentage points to 9万元, which is no percentage",
        ),
        ((*CLAIMS, 0, "role"), "share", "documents[0].claims[0].figure is '9万元', which is no percentage"),
        ((*STATED, 0, "percentage"), 99, "documents[0].statements[0].percentage is 99, beyond the"),
    ],
)
def test_what_is_not_of_the_shape_is_named_with_its_path(path, value, reason):
    """Wrong types, indices, kinds and figures are refused in one line that says where."""
    data = copy.deepcopy(WHOLE)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    text = json.dumps(data)
    if reason is None:
        assert read_disclosures(text)
        return
    with pytest.raises(ReadingError) as caught:
        read_disclosures(text, "a.json")
    assert reason in caught.value.reason
    assert caught.value.remedy == "write it again with govbudget read --format json"
    assert len(caught.value.say("zh").splitlines()) == 1


def test_every_field_of_a_statement_can_be_read():
    """Whatever fields the statements of the narrative have, there is a way to read them."""
    types = {one.type for shape in get_args(NarrativeStatement) for one in attrs.fields(shape)}
    assert types <= _read_narrative._FIELDS.keys()


def test_shares_of_a_list_pair_with_its_parts():
    """A list has one share for every part, or null."""
    data = copy.deepcopy(WHOLE)
    listing = next(one for one in data["documents"][0]["statements"] if one["kind"] == "listing")
    listing["shares"].append(None)
    with pytest.raises(ReadingError, match=r"shares has 3 entries for 2 parts"):
        read_disclosures(json.dumps(data))


def test_figures_of_another_kind_are_said_to_be_of_the_file(tmp_path, capsys):
    """A figure that was changed to another kind is noticed at the latest where it is compared, and the file is named."""
    data = copy.deepcopy(WHOLE)
    data["documents"][0]["claims"][0]["figure"] = "9%"
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data), "utf-8")
    assert main(["check", str(path), "--lang", "en"]) == 2
    err = capsys.readouterr().err
    assert (
        err
        == f"govbudget: {path}: figures of different kinds are set against each other; correct the figures\n"
    )


def test_the_kind_of_a_table_may_differ_from_its_title():
    """A kind is found by its permanent name where the title names none."""
    data = copy.deepcopy(WHOLE)
    table = data["documents"][1]["tables"][1]
    table["title"] = ""
    found = read_disclosures(json.dumps(data))[1].tables[1]
    assert found.kind.key == table["kind"]
