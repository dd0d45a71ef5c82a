"""The projects of 济源 2022, whose summary has lost its cell borders, read by hand against the text."""

from decimal import Decimal

import govbudget
from govbudget.disclosures.forms import Period
from govbudget.labels import normalise
from shared_material import needs_shared, seed

AMOUNTS = (
    "15.0 7.0 15.0 25.0 18.0 83.8 12.0 130.0 32.0 44.1 20.0 20.0 200.0 123.2 15.7 50.0 971.0 9.5 100.0 148.8 600.0 507.7 75.8 "
    "468.1 30.0 3.2 38.1 10.9 433.5 25.0 353.0 58.0 15.0 35.0"
)
UNITS = {"济源产城融合示范区医疗保障局": "305.8", "济源市社会医疗保险中心": "4387.6"}

# by line of the code: what is read of these projects; where a row is broken at the end of a page, its indicators are left aside
INDICATORS = {
    2121: [
        ("成本指标", "聘请专家费", "≤500元/天"),
        ("产出指标", "宣传资料印刷数量", "≥10000份"),
        ("效益指标", "提高医保基金使用效率", "提高"),
        ("满意度指标", "参保群众满意度", "≥80%"),
        ("", "专题培训次数", "≥2次"),
        ("", "欺诈骗保行为有效遏制", "有效"),
        ("", "集中宣传活动次数", "≥2次"),
        ("", "监督检查", "全覆盖"),
        ("", "政策宣传", "及时"),
    ],
    2582: [
        ("成本指标", "服务费", "≤20.4万元"),
        ("产出指标", "链路数量", "≥2条"),
        ("效益指标", "为群众提供优质服务", "及时"),
        ("满意度指标", "服务群众满意度", "≥90%"),
    ],
    3549: [
        ("", "安装监控系统数量", "≥200家"),
        ("", "医疗保险服务行为监管有效性", "有效性"),
        ("满意度指标", "定点医疗机构满意度", "≥95%"),
        ("", "配置设备质量合格率", "100%"),
        ("", "系统安装及时性", "及时"),
    ],
    3693: [],
}


@needs_shared
def test_all_projects_are_read_with_their_amounts():
    """34 projects; the amounts of each unit add to what the form prints for it, and the names are those of the table of projects."""
    disclosure = govbudget.read_file(seed("jiyuan-2022"))
    projects = disclosure.tables[-1].form.projects
    assert [one.funding[0].total.text for one in projects] == AMOUNTS.split()
    for unit, total in UNITS.items():
        amounts = [one.amount(Period.ANNUAL).text for one in projects if one.entity == unit]
        assert sum(map(Decimal, amounts)) == Decimal(total)
    listed = {normalise(row.label) for row in disclosure.table("project_expenditure").sides[0].rows}
    rest = [one.name for one in projects if normalise(one.name) not in listed]
    assert rest == ["豫财社2021-175号2022年中央专"]
    assert [one.zh for one in disclosure.tables[-1].problems] == [
        "文字已失去单元格边界，只读出没有疑义的 168 个指标，多数属哪一级指标未定",
        "第 3946 行的项目名称可能续在下一页",
    ]
    sources = {tuple((cell.label, cell.text != "") for cell in one.funding[0].sources) for one in projects}
    assert sources == {(("政府预算资金", True), ("财政专户管理资金", False), ("单位资金", False))}


@needs_shared
def test_indicators_are_read_where_they_can_be_parted_in_one_way():
    """Name and value of every indicator follow each other in the text, and some projects were read in full."""
    path = seed("jiyuan-2022")
    lines = path.read_text("utf-8").split("\n")
    form = govbudget.read_file(path).tables[-1].form
    assert len(form.indicators) == 168
    for one in form.indicators:
        line = one.location.line
        following = normalise("".join(lines[line - 1 : line + 20]))
        assert normalise(one.name + one.target) in following
    for project in form.projects:
        found = [(*one.levels, one.name, one.target) for one in form.indicators if one.project is project]
        assert found == INDICATORS.get(project.location.line, found)
