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

# by line of the code: what is read of these projects, with groups; "" where an indicator may be of several
INDICATORS = {
    2121: [
        ("成本指标", "聘请专家费", "≤500元/天"),
        ("产出指标", "宣传资料印刷数量", "≥10000份"),
        ("效益指标", "提高医保基金使用效率", "提高"),
        ("满意度指标", "参保群众满意度", "≥80%"),
        ("产出指标", "专题培训次数", "≥2次"),
        ("效益指标", "欺诈骗保行为有效遏制", "有效"),
        ("产出指标", "集中宣传活动次数", "≥2次"),
        ("产出指标", "监督检查", "全覆盖"),
        ("产出指标", "政策宣传", "及时"),
    ],
    2243: [
        ("成本指标", "财务管理制度健全性", "健全"),
        ("产出指标", "品种遴选次数", "≥2次"),
        ("效益指标", "提高医保基金使用效率", "提高"),
        ("满意度指标", "参保群众满意度", "≥80%"),
        ("成本指标", "资金使用规范性", "合规"),
        ("产出指标", "招采品种个数", "≥2个"),
        ("效益指标", "降低群众就医负担率", "≥60%"),
        ("成本指标", "财务监控有效性", "有效"),
        ("", "完成招采", "2023 年6 月底"),
        ("", "预算编制合理性", "合理"),
        ("", "预算执行率", "100%"),
    ],
    2486: [
        ("成本指标", "购车成本", "≤18万元"),
        ("产出指标", "数量", "1辆"),
        ("效益指标", "提升机关服务形象", "提高"),
        ("", "质量", "合格"),
    ],
    2582: [
        ("成本指标", "服务费", "≤20.4万元"),
        ("产出指标", "链路数量", "≥2条"),
        ("效益指标", "为群众提供优质服务", "及时"),
        ("满意度指标", "服务群众满意度", "≥90%"),
        ("产出指标", "骨干网络链接", "成功"),
        ("效益指标", "政务服务网上办理情况", "实现"),
        ("产出指标", "一期项目建成", "12月 31日"),
        ("效益指标", "医疗业务网上办理情况", "可办"),
    ],
    3347: [
        ("产出指标", "困难群众人数", "≥19000人"),
        ("效益指标", "提高困难群众医疗保险待遇", "提高"),
        ("满意度指标", "困难群众满意度", "≥90%"),
        ("产出指标", "医疗费用审核准确率", "100%"),
        ("产出指标", "及时兑付医疗费用", "及时"),
    ],
    3549: [
        ("产出指标", "安装监控系统数量", "≥200家"),
        ("效益指标", "医疗保险服务行为监管有效性", "有效性"),
        ("满意度指标", "定点医疗机构满意度", "≥95%"),
        ("产出指标", "配置设备质量合格率", "100%"),
        ("产出指标", "系统安装及时性", "及时"),
    ],
    3693: [
        ("", "系统正常运行，保证参保权益", "系统正常运行"),
        ("", "系统正常运行", "系统正常运行"),
        ("", "系统正常运行，保护参保权益", "系统正常运行"),
    ],
    3791: [
        ("产出指标", "保障人次", "≥55000人次"),
        ("效益指标", "应检尽检人群核算检测费用保障工作", "基本保障"),
        ("满意度指标", "应检尽检人群满意度", "≥70%"),
        ("产出指标", "应检尽检人群核算检测费用保障", "100%"),
        ("产出指标", "拨付时间", "资金到位后 20各工作日"),
    ],
    3946: [
        ("产出指标", "医疗救助对象", "≥19000人"),
        ("效益指标", "保障城乡居民基本医疗权益", "保障"),
        ("满意度指标", "救助对象满意度", "≥90%"),
        ("产出指标", "医疗救助资金发放及时性", "及时"),
        ("产出指标", "医疗救助资金发放足额率", "100%"),
    ],
}
# by line of the code: how many indicators each project has, counted in the text
COUNTS = {
    2121: 9, 2165: 7, 2243: 11, 2328: 15, 2486: 4, 2535: 7, 2582: 8, 2660: 12, 2804: 6, 2882: 5, 2919: 5, 2993: 5, 3015: 7, 3105: 5, 3136: 6, 3208: 5,
    3248: 5, 3313: 5, 3347: 5, 3421: 5, 3457: 5, 3486: 5, 3549: 5, 3589: 6, 3671: 4, 3693: 3, 3763: 5, 3791: 5, 3889: 5, 3946: 5, 4020: 5, 4059: 5,
    4130: 5, 4173: 4,
}  # fmt: skip


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
    assert rest == []
    assert [one.zh for one in disclosure.tables[-1].problems] == [
        "文字已失去单元格边界，只读出没有疑义的 204 个指标，其中 7 个属哪一级指标未定"
    ]
    assert [(one.choice.zh, one.evidence.zh) for one in disclosure.tables[-1].resolutions] == [
        (
            "三级指标每行的字数：成本指标 5 字、产出指标 6 字、效益指标 5 字、满意度指标 4 字",
            "只有这样的栏宽能读通 34 个项目中的 34 个",
        ),
        ("第 3946 行的项目名称续在下一页", "其他读法不合栏宽，或不是项目表所列的名称"),
    ]
    sources = {tuple((cell.label, cell.text != "") for cell in one.funding[0].sources) for one in projects}
    assert sources == {(("政府预算资金", True), ("财政专户管理资金", False), ("单位资金", False))}


@needs_shared
def test_all_indicators_are_read_with_their_groups():
    """Each project has as many as were counted in the text; names and values follow each other, but for rows broken at the end of a page."""
    path = seed("jiyuan-2022")
    lines = path.read_text("utf-8").split("\n")
    form = govbudget.read_file(path).tables[-1].form
    assert sum(COUNTS.values()) == len(form.indicators)
    broken = []
    for one in form.indicators:
        line = one.location.line
        following = normalise("".join(lines[line - 1 : line + 20]))
        broken += [line] if normalise(one.name + one.target) not in following else []
    assert broken == [2406, 3838, 3956]
    for project in form.projects:
        found = [(*one.levels, one.name, one.target) for one in form.indicators if one.project is project]
        assert len(found) == COUNTS[project.location.line]
        assert found == INDICATORS.get(project.location.line, found)
    assert sum(one.levels == ("",) for one in form.indicators) == 7
