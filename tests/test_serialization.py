"""The JSON shapes: every figure as text, every place, nothing lost."""

import json
from decimal import Decimal

import govbudget
from govbudget import check, read_rows, read_text
from govbudget.relations import AtMost
from govbudget.reports import reading_text
from govbudget.serialization import disclosure_data, disclosures_json, finding_data, report_data, reports_json


def no_floats(value):
    """Whether plain data is free of floating-point numbers."""
    if isinstance(value, dict):
        return all(map(no_floats, value.values()))
    if isinstance(value, list | tuple):
        return all(map(no_floats, value))
    return value is None or isinstance(value, str | int)


def test_reports_are_plain_data_without_floats():
    """A report survives JSON and back unchanged, and holds no floating-point number."""
    text = "部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t甲\t3.10\t1.00\t2.00\n205\t乙\t\t1O.0\t"
    report = check(read_text(text, "a.txt"))
    data = report_data(report)
    assert no_floats(data)
    assert json.loads(reports_json([report]))["documents"] == [data]
    assert data["rules"] == [rule.id for rule in govbudget.STANDARD]
    assert data["findings"][0]["certificate"]["gap"] == "850"
    assert data["undecided"][:1] == [
        {
            "rule": "SUM-001",
            "reason": "total-blank",
            "location": {"table": "部门支出总体情况表", "row": "205 乙", "column": "合计", "line": 5},
            "equation": "? = ?",
        }
    ]
    assert all(any(row[key] for key in data["summary"]) for row in data["ledger"])


def test_disclosures_are_plain_data_with_everything_that_was_read():
    """Claims, unread blocks, forms and notes are in the data of a reading."""
    text = (
        "某局2021年部门预算\n全年支出 4242 万元，占 23%。\n甲\t乙\n丙\t丁\n部门支出总体情况表\n单位：万元\n"
        "科目编码\t科目名称\t合计\n201\t甲\t3.10\n备注：本表无数据\n项目绩效目标表\n指标\t值\n"
    )
    data = json.loads(json.dumps(disclosure_data(read_text(text, "a.txt"))))
    assert no_floats(data)
    assert data["claims"][0]["figure"] == "4242万元"
    assert data["claims"][0]["location"]["line"] == 2
    assert data["unread"][0]["rows"] == [["甲", "乙"], ["丙", "丁"]]
    assert data["unread"][0]["reason"]["zh"] == "表头没有说明行列含义"
    assert data["tables"][0]["notes"] == ["备注：本表无数据"]
    assert data["tables"][1]["form"] is True
    assert data["tables"][1]["raw"] == [["指标", "值"]]
    assert json.loads(disclosures_json([read_text(text, "a.txt")], indent=None))["documents"][0] == data


def test_an_excess_is_written_as_a_bound():
    """What a whole should at least be is marked as such."""
    stated = govbudget.rule("MY-001", "x", "…", scope="disclosure")(
        lambda disclosure: [AtMost((govbudget.Amount("3", "元"),), govbudget.Amount(Decimal(2), "元"))]
    )
    (finding,) = check(govbudget.Disclosure(), stated).findings
    assert finding_data(finding)["expected"] == "≥ 3元"
    assert finding_data(finding)["locations"] == []
    report = check(govbudget.Disclosure(), stated)
    assert report_data(report)["ledger"][0]["table"] is None


def test_units_of_columns_are_kept():
    """A column that states its own unit says so in the data."""
    table = read_rows(
        [["项目名称", "金额（元）", "数量"], ["甲", "30000", "3"]], title="政府采购预算表", unit="万元"
    )
    side = disclosure_data(govbudget.Disclosure([table]))["tables"][0]["sides"][0]
    assert [column["unit"] for column in side["columns"]] == ["元", "万元"]
    assert [cell["figure"] for cell in side["rows"][0]["cells"]] == ["30000元", "3"]


def test_facts_are_written_without_arithmetic():
    """A fact has its expected text, no difference and no certificate."""
    table = read_rows(
        [["科目编码", "科目名称", "合计"], ["20805", "行政事业单位离退休", "3.00"]],
        title="2021年支出表",
        unit="元",
    )
    (finding,) = report_data(check(table, govbudget.STANDARD.only("SUB-004")))["findings"]
    assert finding["reported"] == "20805 行政事业单位离退休"
    assert finding["expected"] == "20805 行政事业单位养老支出（“行政事业单位离退休”用于 2019 年及以前）"
    assert (finding["difference"], finding["certificate"]) == (None, None)
    assert finding["severity"] == "hint"


OVERALL = """整体绩效目标表
部门(单位)名称	某局
年度主要任务	任务名称	主要内容
	甲	项目资金20万元。
	乙	保障。
预算情况	部门预算总额(万元)	50
	1、资金来源:(1)财政性资金	50
	2、资金结构:(1)基本支出	30
	(2)项目支出	2O
一级指标	二级指标	三级指标	指标值	度量单位
产出指标	数量指标	检查	≥2	次
项目绩效目标表
项目名称	甲	项目期	3年
项目总金额		项目本年度金额	1
一级指标	二级指标	三级指标	指标值
产出指标	数量指标	指标1:检查 指标2:培训	≥1次
"""


def test_forms_are_plain_data_with_indicators_projects_and_tasks():
    """Indicators name their project by its number; amounts keep label, text, figure and place."""
    data = json.loads(disclosures_json([read_text(OVERALL, "a.txt")]))["documents"][0]
    assert no_floats(data)
    first, second = data["indicators"]
    assert first == {
        "table": 1,
        "name": "检查",
        "target": "≥2",
        "unit": "次",
        "nature": None,
        "levels": ["产出指标", "数量指标"],
        "period": "annual",
        "project": None,
        "number": None,
        "explanation": None,
        "extras": {},
        "oddities": [],
        "parsed": {
            "kind": "quantity",
            "canonical": "≥2次",
            "operator": "≥",
            "quantity": "2",
            "unit": "次",
            "reason": None,
        },
        "location": {"table": "整体绩效目标表", "row": "检查", "column": "指标值", "line": 11},
    }
    assert (second["project"], second["oddities"]) == (1, ["unpaired"])
    (project,) = data["projects"]
    assert (project["name"], project["term"], project["location"]["line"]) == ("甲", "3年", 13)
    assert [(one["period"], one["prior_year"], one["total"]["figure"]) for one in project["funding"]] == [
        ("implementation", False, None),
        ("annual", False, "1"),
    ]
    (overall,) = data["overall_targets"]
    assert [task["amount"] and task["amount"]["figure"] for task in overall["tasks"]] == ["20万元", None]
    assert overall["funding"]["structure"][1] == {
        "label": "项目支出",
        "text": "2O",
        "figure": None,
        "reason": "unreadable",
        "location": {"table": "整体绩效目标表", "row": "项目支出", "column": None, "line": 9},
    }


def test_forms_are_shown_as_they_were_understood():
    """Projects come with their money, tasks with theirs, and indicators with line, period, levels, name and target."""
    zh, en = (reading_text(read_text(OVERALL, "a.txt"), lang=lang) for lang in ("zh", "en"))
    for line in (
        "  某局\n    年度  部门预算总额(万元) 50万元  财政性资金 50万元  基本支出 30万元  项目支出 2O",
        "    甲  项目资金 20万元\n    乙\n  第 11 行  年度  产出指标 / 数量指标  检查  ≥2 次",
        "  甲  3年\n    实施期  项目总金额 —\n    年度  项目本年度金额 1\n  第 16 行  年度  产出指标 / 数量指标  指标1:检查 指标2:培训  ≥1次",
    ):
        assert line in zh
    assert "line 11  annual  产出指标 / 数量指标" in en
    rows = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "检查", "≥2次"]]
    alone = govbudget.Disclosure([read_rows(rows, title="项目绩效目标表")])
    assert "  年度  产出指标 / 数量指标  检查  ≥2次" in reading_text(alone)
    bare = read_text("整体绩效目标表\n部门(单位)名称\t\n预算情况\t说明\n")
    assert "预算情况" not in reading_text(bare)


NARRATIVE = """2021年部门预算
支出合计9万元，其中：基本支出4万元，占44%；项目支出5万元，占56。
公务接待费1万元，比2020年减少1万元。会议费与2020年持平。
我部门没有使用政府性基金预算拨款安排的支出。内设机构2个，包括：办公室、人事科。"""


def test_statements_name_their_claims_by_number():
    """Every claim is written once; statements point to them, and say what they understood."""
    data = disclosure_data(read_text(NARRATIVE))
    assert no_floats(data)
    claims, statements = data["claims"], data["statements"]
    assert [claim["figure"] for claim in claims] == ["9万元", "4万元", "44%", "5万元", "1万元", "-1万元", "2"]
    assert claims[1]["topic"] == {
        "key": "basic_expenditure",
        "scope": None,
        "zh": "基本支出",
        "en": "basic expenditure",
    }
    assert (claims[5]["role"], claims[5]["year"], claims[6]["topic"]) == ("difference", 2021, None)
    assert statements == [
        {
            "kind": "proportion",
            "line": 2,
            "row": "基本支出",
            "percentage": 2,
            "part": 1,
            "whole": 0,
            "whole_topic": {"key": "expenditure", "scope": None, "zh": "支出", "en": "expenditure"},
            "wider": [],
        },
        {
            "kind": "movement",
            "line": 3,
            "row": "公务接待费",
            "current": 4,
            "prior": None,
            "difference": 5,
            "rate": None,
            "topic": {"key": "hospitality", "scope": None, "zh": "公务接待费", "en": "official hospitality"},
            "year": 2021,
            "base": 2020,
            "direction": "down",
            "is_further": False,
            "base_measure": [],
            "reason": "",
            "text": "公务接待费1万元，比2020年减少1万元",
        },
        {
            "kind": "movement",
            "line": 3,
            "row": "会议费",
            "current": None,
            "prior": None,
            "difference": None,
            "rate": None,
            "topic": {"key": "meetings", "scope": None, "zh": "会议费", "en": "meetings"},
            "year": 2021,
            "base": 2020,
            "direction": "level",
            "is_further": False,
            "base_measure": [],
            "reason": "",
            "text": "会议费与2020年持平",
        },
        {
            "kind": "listing",
            "line": 2,
            "row": "支出",
            "total": 0,
            "parts": [1, 3],
            "shares": [2, None],
            "is_partition": True,
            "is_inner": False,
            "is_open": True,
            "is_complete": False,
            "text": "支出合计9万元，其中：基本支出4万元，占44%",
        },
        {"kind": "tally", "line": 4, "row": None, "count": 6, "items": ["办公室", "人事科"], "doubtful": 0},
        {
            "kind": "denial",
            "line": 4,
            "row": "政府性基金预算",
            "topic": {
                "key": "budget",
                "scope": "government_managed_funds",
                "zh": "政府性基金预算",
                "en": "government-managed funds budget",
            },
            "text": "我部门没有使用政府性基金预算拨款安排的支出",
        },
        {"kind": "unsigned", "line": 2, "row": None, "number": "56", "text": "项目支出5万元，占56"},
    ]


def test_products_and_bills_are_written():
    """A product points to its amount, price and quantities; a bill to its total and items; claims say what they measure."""
    text = "2021年部门预算\n2021年年初采购预算总额9万元，具体明细如下：计算机10台，单价5000元，计5万元；空调4台，每台1万元，计4万元。"
    disclosure = read_text(text)
    data = disclosure_data(disclosure)
    claims, (first, second, bill) = data["claims"], data["statements"]
    assert (claims[0]["measure"], [claim["role"] for claim in claims[1:4]]) == (
        ["all", "opening", "planned"],
        ["quantity", "price", "amount"],
    )
    assert first == {
        "kind": "costing",
        "line": 2,
        "row": None,
        "amount": 3,
        "price": 2,
        "quantities": [1],
        "text": "2021年年初采购预算总额9万元，具体明细如下：计算机10台，单价5000元，计5万元",
    }
    assert (second["amount"], second["price"], second["quantities"]) == (6, 5, [4])
    assert (bill["kind"], bill["line"], bill["total"], bill["items"]) == ("bill", 2, 0, [3, 6])
    zh, en = reading_text(disclosure), reading_text(disclosure, lang="en")
    assert "单价数量  5万元 = 5,000元 × 10" in zh
    assert "清单      9万元 = 5万元 + 4万元" in zh
    assert "计价数量" in zh
    assert "product  4万元 = 1万元 × 4" in en


def test_the_text_of_a_reading_lists_the_narrative():
    """Claims with their topics, unknown ones with their sentence, and every statement, in both languages."""
    zh = reading_text(read_text(NARRATIVE))
    assert "正文所述数字 7 个，其中 6 个明确所指事项" in zh
    assert "占比    2021  基本支出" in zh
    assert "? 内设机构2个，包括：办公室、人事科" in zh
    assert "占比      44% = 4万元 ÷ 9万元" in zh
    assert "分项      9万元 = 4万元 + 5万元" in zh
    assert "增减      2020: ? → 1万元  -1万元" in zh
    assert "增减      2020: ? → ?  level" in zh
    assert "项数      2: 2" in zh
    assert "没有      政府性基金预算" in zh
    assert "缺百分号  56" in zh
    en = reading_text(read_text(NARRATIVE + "一般公共预算收入3万元。"), lang="en")
    assert "8 figures in the narrative, of which 7 have a topic that is understood" in en
    assert "general public budget · revenue" in en
    assert "no percent sign  56" in en


def test_targets_say_what_is_wrong_with_them():
    """A malformed value has its message and what is meant; what states no target has the reason."""
    text = "项目绩效目标表\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t质量指标\t合格率\t≥90百分比\n\t\t完工及时率\t及时率\n"
    data = json.loads(disclosures_json([read_text(text, "a.txt")]))["documents"][0]
    wrong, nothing = (one["parsed"] for one in data["indicators"])
    assert (wrong["kind"], wrong["meant"]) == ("error", ["≥90%"])
    assert set(wrong["message"]) == {"zh", "en"}
    assert (nothing["kind"], nothing["quantity"]) == ("not_a_target", None)
    assert nothing["reason"]["en"] == "it names what is measured and states no value"
