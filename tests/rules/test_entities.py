"""The names above the tables: one department or unit throughout, however it is written."""

import pytest

import govbudget
from govbudget.relations import Outcome
from govbudget.serialization import disclosure_data

TITLES = ("收支总表", "收入总表", "支出总表", "财政拨款收支总表", "“三公”经费支出表", "政府性基金预算支出表")
RULES = govbudget.STANDARD.only("DOC-007")


def document(*entities, extra=""):
    """A document whose tables bear these names."""
    parts = ["甲县乙局2021年部门预算"]
    for title, entity in zip(TITLES, entities, strict=False):
        line = f"编制部门：{entity}\n" if entity else ""
        parts.append(f"{title}\n{line}单位：万元\n科目编码\t科目名称\t合计\n\t合计\t9.00\n")
    return govbudget.read_text("\n".join([*parts, extra]))


def outcomes(disclosure):
    return [j.outcome for _, j in govbudget.check(disclosure, RULES).judgements()]


def test_a_table_knows_whose_it_is():
    """The line above it says so; without one it is of nobody in particular."""
    tables = document("甲县乙局", "", "乙局").tables
    assert [table.entity for table in tables] == ["甲县乙局", None, "乙局"]
    data = disclosure_data(document("甲县乙局"))
    assert data["tables"][0]["entity"] == "甲县乙局"


def test_a_table_of_records_is_told_whose_it_is():
    """`read_records` takes the name."""
    records = [{"name": "合计", "合计": "9.00"}]
    table = govbudget.read_records(records, title="支出总表", unit="万元", entity="甲县乙局")
    assert table.entity == "甲县乙局"


def test_a_form_without_borders_knows_whose_it_is():
    """The name stands among the lines above its headings."""
    text = (
        "甲县乙局2021年部门预算\n部门整体绩效目标表\n（2021年度）\n部门名称：甲县丙局\n"
        "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 培训次数 ≥5次\n"
    )
    forms = [table for table in govbudget.read_text(text).tables if table.is_form]
    assert [table.entity for table in forms] == ["甲县丙局"]


def test_tables_of_one_title_of_two_units_are_two_tables():
    """The same headings do not continue the table of another unit."""
    table = "支出总表\n编制单位：{}\n单位：万元\n科目编码\t科目名称\t合计\n\t合计\t9.00\n201\t一般公共服务支出\t9.00\n"
    read = govbudget.read_text(table.format("甲局") + "\n" + table.format("乙中心"))
    assert [one.entity for one in read.tables] == ["甲局", "乙中心"]
    assert len(govbudget.read_text(table.format("甲局") * 2).tables) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("甲县乙局", "乙局", "甲县乙局（本级）", "甲县乙局"),
        ("中国共产党甲省委员会办公厅", "中共甲省委办公厅", "中共甲省委办公厅", "中国共产党甲省委员会办"),
    ],
)
def test_one_body_has_several_names(names):
    """Without its place, abbreviated, cut off, or with 本级."""
    assert outcomes(document(*names)) == [Outcome.PASSED] * 4


def test_a_name_of_somebody_else_is_found():
    """One table of many bears another name."""
    report = govbudget.check(document("甲县乙局", "甲县乙局", "甲县丙局", "乙局"), RULES)
    assert [finding.message["zh"] for finding in report.findings] == [
        "《支出总表》上方写的是“甲县丙局”，而其他各表为“甲县乙局”"
    ]
    assert report.findings[0].locations[0].line is not None


def test_units_of_a_department_are_honest():
    """Two tables of a unit, or a unit that the document lists, may well be its own."""
    both = outcomes(document("甲县乙局", "甲县乙局", "甲县乙局", "甲县丙中心", "甲县丙中心"))
    assert both == [Outcome.PASSED] * 3 + [Outcome.UNDECIDED] * 2
    two = outcomes(document("甲县乙局", "甲县乙局", "甲县乙局", "甲县丙中心", "甲县丁站"))
    assert two == [Outcome.PASSED] * 3 + [Outcome.UNDECIDED] * 2
    units = "项目支出表\n单位：万元\n单位编码\t单位名称\t合计\n301002\t甲县丙中心\t9.00\n"
    listed = outcomes(document("甲县乙局", "甲县乙局", "甲县乙局", "甲县丙中心", extra=units))
    assert listed == [Outcome.PASSED] * 3 + [Outcome.UNDECIDED]


def test_two_names_do_not_say_which_is_right():
    """Nothing is said of few tables, or where none prevails."""
    assert outcomes(document("甲县乙局", "甲县丙局")) == []
    assert outcomes(document(*["甲县乙局"] * 3, *["甲县丙局"] * 3)) == []
    assert outcomes(document("")) == []
