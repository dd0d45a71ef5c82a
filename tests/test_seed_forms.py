"""Real performance forms: how many indicators each holds, a sample read by hand in the text, and the findings."""

from collections import Counter

import pytest

import govbudget
from govbudget.disclosures.forms import Period
from govbudget.relations import Outcome, recheck
from govbudget.vocabulary import form_words
from shared_material import needs_shared, seed

pytestmark = needs_shared

FORMS = govbudget.STANDARD.only(*(f"TGT-{number:03}" for number in (*range(10, 18), *range(19, 27))))

# Indicators of every form in printed order, counted in the text; both halves of a row count.
COUNTS = {
    "zhengzhou-2021": [37, 39, 26, 20, 20, 24, 33, 19, 24, 18, 19, 19, 19, 21, 18],
    "qinyang-2020": [18, 18, 12, 18],
    "nanyang-2021": [29, 238],
    "linfen-2021": [14, 12, 16, 22, 28, 10, 12, 12, 14, 14, 14],
}

# Lines read by hand, every odd layout among them: line, period, levels, name, target, unit, oddities. 郑州: rows shifted left by one
# or two columns (595-599, 655, 711, 820, 1100), a level that stands below a page break (1100, 1255), indicators under a level of another
# kind as printed (1161). 沁阳: numbered indicators (463, 486, 529), a value for two of them (468), words broken by blanks (507-515),
# a second half one column further right (486). 南阳: levels in lines between blocks (512), rows that lost cells (521), a summary with
# pairs of columns (550-678), a value that ran into its name (571). 临汾: a level in the column of another (306, 405), merged cells printed
# twice (407), headings shifted against their rows (365-371), a name one column left (442), a lost value (595), one half only (none).
SAMPLE = {
    "zhengzhou-2021": [
        (515, "a", "投入管理 指标/工作目标管理", "年度履职目标相关性", "相关", "定性指标", ""),
        (519, "a", "投入管理 指标/预算和财务管理", "专项资金细化率", "≥90", "%", ""),
        (533, "a", "投入管理 指标/绩效管理", "评价结果应用率", "≥90", "%", ""),
        (536, "a", "产出指标/履职目标和主要任务完成情况", "城乡医疗救助资金完成率", "≥95", "%", ""),
        (551, "a", "效益指标/满意度", "群众满意度", "≥80", "%", ""),
        (595, "a", "投入管理 指标/预算和财务管理", "资产管理规范性", "规范", "定性指标", "shifted"),
        (598, "a", "投入管理 指标/绩效管理", "部门绩效评价完成率", "≥90", "%", "shifted"),
        (599, "a", "投入管理 指标/绩效管理", "评价结果应用率", "≥90", "%", "shifted"),
        (621, "a", "效益指标/满意度", "外部监督部门满意度", "≥90", "%", ""),
        (645, "a", "投入与目标管理/投入管理", "预算执行率", "=100%", None, ""),
        (648, "a", "投入与目标管理/投入管理", "预算执行率", "=100%", None, ""),
        (655, "a", "投入与目标管理/财务管理", "资金使用规范性", "合规", None, "shifted"),
        (658, "a", "投入与目标管理/项目管理", "合同管理完备性", "完备", None, ""),
        (665, "a", "产出目标/数量", "重特大疾病医疗救助人次占直接救助人次比例", "≥25%", None, ""),
        (673, "a", "效果目标/满意度", "受益群众满意率", "≥80%", None, "shifted"),
        (675, "a", "影响力目标/长效管理", "档案管理机制健全性", "健全", None, ""),
        (711, "a", "投入与目标管理/项目管理", "项目质量可控性", "可控", None, "shifted"),
        (767, "a", "产出目标/数量", "物业管理面积", "≥5000平方米", None, ""),
        (768, "a", "产出目标/质量", "安全事故发生次数", "≤3次", None, ""),
        (779, "a", "效果目标/满意度", "间接服务对象满意度", "≥85%", None, ""),
        (820, "a", "投入与目标管理/资产管理", "系统运维规范性", "规范", None, "shifted"),
        (821, "a", "投入与目标管理/资产管理", "智能审核监控模块", "≥6", None, "shifted"),
        (835, "a", "效果目标/满意度", "间接服务对象满意度", "≥80%", None, "shifted"),
        (883, "a", "投入与目标管理/项目管理", "项目质量可控性", "可控", None, "shifted"),
        (888, "a", "产出目标/数量", "开展调研次数", "≥4", None, ""),
        (901, "a", "效果目标/满意度", "参保群众满意率", "≥80%", None, "shifted"),
        (905, "a", "影响力目标/配套设施", "医疗保障专项业务管理制度", "初步建立", None, ""),
        (953, "a", "影响力目标/长效管理", "长效管理机制健全性", "健全", None, ""),
        (995, "a", "投入与目标管理/项目管理", "系统运维规范性", "规范", None, ""),
        (997, "a", "产出目标/数量", "硬件采购(维护)数量", "≥30台", None, ""),
        (1009, "a", "效果目标/满意度", "间接服务对象满意度", "≥90%", None, "shifted"),
        (1100, "a", "产出目标/数量", "应补尽补率", "=100%", None, "shifted"),
        (1101, "a", "产出目标/数量", "补贴人数", "=2人", None, "shifted"),
        (1103, "a", "产出目标/质量", "补贴发放准确率", "=100%", None, ""),
        (1161, "a", "效果目标/环境效益", "群众满意度", "≥80%", None, ""),
        (1166, "a", "影响力目标/配套设施", "配套设施完整性", "完整", None, ""),
        (1255, "a", "产出目标/数量", "网络安全事故发生次数", "≤5次", None, ""),
        (1311, "a", "产出目标/时效", "业务受理时限", "≤10个工作日", None, ""),
    ],
    "qinyang-2020": [
        (463, "i", "产出指标/数量指标", "召开医保工作会议", "≥1次", None, ""),
        (463, "i", "产出指标/数量指标", "召开医保工作培训", "≥2次", None, ""),
        (463, "a", "产出指标/数量指标", "召开医保工作会议", "≥1次", None, ""),
        (463, "a", "产出指标/数量指标", "召开医保工作培训", "≥2次", None, ""),
        (464, "i", "产出指标/质量指标", "医保信息系统正常运行率", "≥90%", None, ""),
        (464, "i", "产出指标/质量指标", "医保信息系统重大安全事件响应时间", "≤60分钟", None, ""),
        (464, "i", "产出指标/质量指标", "医保人才培训合格率", "≥90%", None, ""),
        (464, "a", "产出指标/质量指标", "医保信息系统正常运行率", "≥90%", None, ""),
        (464, "a", "产出指标/质量指标", "医保信息系统重大安全事件响应时间", "≤60分钟", None, ""),
        (464, "a", "产出指标/质量指标", "医保人才培训合格率", "≥90%", None, ""),
        (466, "i", "产出指标/成本指标", "厉行节约,控制成本", "35万元", None, ""),
        (466, "a", "产出指标/成本指标", "厉行节约,控制成本", "35万元", None, ""),
        (
            468,
            "i",
            "效益指标/社会效益指标",
            "指标1:参保群众政策知晓率 指标2:跨省异地就医直接结算率",
            "≥90%",
            None,
            "unpaired",
        ),
        (
            468,
            "a",
            "效益指标/社会效益指标",
            "指标1:参保群众政策知晓率 指标2:跨省异地就医直接结算率",
            "≥90%",
            None,
            "unpaired",
        ),
        (486, "i", "产出指标/质量指标", "医保信息系统正常运行率", "≥90%", None, ""),
        (486, "i", "产出指标/质量指标", "医保信息系统重大安全事件响应时间", "≤60分钟", None, ""),
        (486, "i", "产出指标/质量指标", "医保人才培训合格率", "≥90%", None, ""),
        (486, "a", "产出指标/质量指标", "医保信息系统正常运行率", "≥90%", None, ""),
        (486, "a", "产出指标/质量指标", "医保信息系统重大安全事件响应时间", "≤60分钟", None, ""),
        (486, "a", "产出指标/质量指标", "医保人才培训合格率", "≥90%", None, ""),
        (507, "i", "产出 指标/数量 指标", "单病种病种数", "329种", None, ""),
        (507, "a", "产出 指标/数量 指标", "单病种病种数", "329种", None, ""),
        (509, "i", "产出 指标/时效 指标", "100个单病种试点进展运行时间", "不晚于2020年第一季度", None, ""),
        (509, "a", "产出 指标/时效 指标", "100个单病种试点进展运行时间", "不晚于2020年第一季度", None, ""),
        (512, "i", "效益 指标/社会 效益 指标", "实行单病种结算病例数", "超过100种", None, ""),
        (512, "a", "效益 指标/社会 效益 指标", "实行单病种结算病例数", "超过100种", None, ""),
        (515, "i", "满意 度指 标/服务 对象 满意 度指 标", "参保人员对医保服务的满意度", "≥95%", None, ""),
        (515, "a", "满意 度指 标/服务 对象 满意 度指 标", "参保人员对医保服务的满意度", "≥95%", None, ""),
        (529, "i", "产出指标/数量指标", "宣传活动", "≥2次", None, ""),
        (529, "i", "产出指标/数量指标", "定期督查", "≥12次", None, ""),
        (529, "i", "产出指标/数量指标", "突击检查", "≥4次", None, ""),
        (529, "i", "产出指标/数量指标", "投诉奖励资金", "不少于5万元", None, ""),
        (529, "a", "产出指标/数量指标", "宣传活动", "≥2次", None, ""),
        (529, "a", "产出指标/数量指标", "定期督查", "≥12次", None, ""),
        (529, "a", "产出指标/数量指标", "突击检查", "≥4次", None, ""),
        (529, "a", "产出指标/数量指标", "投诉奖励资金", "不少于5万元", None, ""),
        (530, "i", "产出指标/质量指标", "对“两定”单位检查覆盖率,投诉举报经核查属实奖励率", "100%", None, ""),
        (530, "a", "产出指标/质量指标", "对“两定”单位检查覆盖率,投诉举报经核查属实奖励率", "100%", None, ""),
        (534, "i", "效益指标/社会效益指标", "营造风清气正的就医环境", "效果 ≥95%", None, ""),
        (534, "a", "效益指标/社会效益指标", "营造风清气正的就医环境", "效果 ≥95%", None, ""),
    ],
    "nanyang-2021": [
        (504, "a", "投入管理指标/工作目标管理", "年度履职目标相关性", "100%", None, ""),
        (512, "a", "投入管理指标/预算和财务管理", "预算编制完整性", "完整", None, ""),
        (516, "a", "投入管理指标/预算和财务管理", "结转结余变动率", "<5%", None, ""),
        (518, "a", "投入管理指标/预算和财务管理", "政府采购执行率", ">80%", None, ""),
        (521, "a", "投入管理指标/", "资金使用合规性", "合规", None, ""),
        (526, "a", "投入管理指标/", "绩效自评完成率", "100%", None, ""),
        (528, "a", "投入管理指标/绩效管理", "部门绩效评价完成率", "100%", None, ""),
        (529, "a", "投入管理指标/绩效管理", "评价结果应用率", ">90", None, ""),
        (532, "a", "产出指标/履职目标实现", "城乡居民基本医保参保人数", "不低于836万人", None, ""),
        (539, "a", "效益指标/满意度", "服务对象满意度", "大于等于80%", None, ""),
        (550, "a", "产出指标", "召开会议/培训场次数 (≥**%)", "2", None, ""),
        (550, "a", "效益指标", "参会/训人员受益情况 (≥**%)", "工作积极", None, ""),
        (550, "a", "满意度指标", "参与会议/培训人员满意度", "满意", None, ""),
        (556, "a", "产出指标", "车辆业务数 (辆)", "1", None, ""),
        (556, "a", "效益指标", "节约单位运行成本率 (%)", "100%", None, ""),
        (556, "a", "满意度指标", "受益人员满意度 (%)", "100%", None, ""),
        (571, "a", "产出指标", "会议/培训计划按期完成率 (≥100%", "", None, ""),
        (572, "a", "产出指标", "食宿费用 (**万元/场) *", "0.2", None, ""),
        (580, "a", "产出指标", "执法规范性", "100%", None, ""),
        (580, "a", "效益指标", "违规资金是否追回", "100%", None, ""),
        (580, "a", "满意度指标", "监管对象满意度", "≥90%", None, ""),
        (585, "a", "效益指标", "对医保基金可持续运行保障", "提升", None, ""),
        (609, "a", "产出指标", "案件数量", "20次", None, ""),
        (609, "a", "效益指标", "医保基金使用规范", "1", None, ""),
        (609, "a", "满意度指标", "参保群众满意度", "≥90%", None, ""),
        (632, "a", "产出指标", "人均调查成本（元/人天", "100%", None, ""),
        (632, "a", "效益指标", "通过大额调查医保基金安全得到进一步提高", "持续提升", None, ""),
        (639, "a", "产出指标", "医保基金按月收支", "100%", None, ""),
        (639, "a", "效益指标", "医疗保险手工报销支付率、两定药费支付率", "100%", None, ""),
        (641, "a", "产出指标", "召开会议/培训场次数（≥**）", "2", None, ""),
        (641, "a", "效益指标", "参会/训人员受益情况（>=**%）", "100%", None, ""),
        (641, "a", "满意度指标", "参与会议/培训人员满意度", "100%", None, ""),
        (678, "a", "产出指标", "人均调查成本 (元/人天)", "100%", None, ""),
        (678, "a", "效益指标", "保障离休干部享受待遇及时快捷", "持续提升", None, ""),
    ],
    "linfen-2021": [
        (302, "i", "产出指标/数量指标", "医保政策法规宣传次数", "2次", None, ""),
        (302, "a", "产出指标/数量指标", "医保政策法规宣传次数", "2次", None, ""),
        (303, "i", "产出指标/数量指标", "办公设备购置数(个)数", "<=15个", None, ""),
        (303, "a", "产出指标/数量指标", "办公设备购置数(个)数", "<=15个", None, ""),
        (306, "i", "产出指标/成本指标", "年度医疗保障业务经费支出", "=100000元", None, "shifted"),
        (306, "a", "产出指标/成本指标", "年度医疗保障业务经费支出", "=100000元", None, "shifted"),
        (308, "i", "满意度指标/服务对象满意度指标", "群众满意度(%)", ">=90%", None, ""),
        (308, "a", "满意度指标/服务对象满意度指标", "群众满意度(%)", ">=90%", None, ""),
        (335, "i", "产出指标/质量指标", "会议、培训资料印刷质量达标率(%)", ">=90%", None, ""),
        (335, "a", "产出指标/质量指标", "会议、培训资料印刷质量达标率", ">=90%", None, ""),
        (339, "i", "满意度指标/服务对象满意度指标", "参保人员满意度(%)", ">=90%", None, "shifted"),
        (339, "a", "满意度指标/服务对象满意度指标", "参保人员满意度(%)", ">=90%", None, "shifted"),
        (365, "i", "产出指标/数量指标", "DRG付费实际医院数量", ">=20", None, ""),
        (365, "a", "产出指标/数量指标", "DRG付费实际医院数量", ">=20家", None, ""),
        (369, "i", "效益指标/社会效益", "建立长期、完善的支付方式改革制度", "可持续", None, "shifted"),
        (369, "a", "效益指标/社会效益", "建立长期、完善的支付方式改革制度", "可持续", None, "shifted"),
        (370, "i", "效益指标/社会效益", "医、保、患", "三方共赢", None, "shifted"),
        (370, "a", "效益指标/社会效益", "医、保、患", "三方共赢", None, "shifted"),
        (371, "i", "效益指标/可持续影响指标", "长效管理制度建设", "完善", None, "shifted"),
        (371, "a", "效益指标/可持续影响指标", "长效管理制度建设", "完善", None, "shifted"),
        (397, "i", "产出指标/数量指标", "一站式结算覆盖地区", "17个县(市、区)全覆盖", None, ""),
        (397, "a", "产出指标/数量指标", "一站式结算覆盖地区", "=17个县(市、区)", None, ""),
        (405, "i", "可持续影响指标/长效管理制度建设", "人员到位率", "=100%", None, "displaced"),
        (405, "a", "可持续影响指标/长效管理制度建设", "人员到位率", "=100%", None, "displaced"),
        (406, "i", "可持续影响指标/长效管理制度建设", "人员到位率", "=100%", None, ""),
        (406, "a", "可持续影响指标/长效管理制度建设", "人员到位率", "=100%", None, "shifted"),
        (407, "i", "满意度指标/服务对象满意度指标", "救助对象满意度(%)", ">=95%", None, "shifted"),
        (407, "a", "满意度指标/服务对象满意度指标", "救助对象满意度(%)", ">=95%", None, "displaced"),
        (432, "i", "产出指标/数量指标", "办公设备购置数(个)", "<=40个", None, ""),
        (432, "a", "产出指标/数量指标", "办公设备购置数(个)", ">=40个", None, ""),
        (442, "i", "产出指标/成本指标", "印刷手册、制作版面成本", ">=50000元", None, "shifted"),
        (442, "a", "产出指标/成本指标", "印刷手册、制作版面成本", "<=50000元", None, "shifted"),
        (445, "i", "满意度指标/服务对象满意度指标", "相关人员满意度(%)", "=90%", None, "shifted"),
        (445, "a", "满意度指标/服务对象满意度指标", "相关人员满意度(%)", "=90%", None, "shifted"),
        (470, "i", "产出指标/数量指标", "参保人数", "3345816人", None, ""),
        (470, "a", "产出指标/数量指标", "参保人数", ">=3345816人", None, ""),
        (474, "i", "满意度指标/服务对象满意度指标", "城乡居民满意度", "95%", None, "shifted"),
        (474, "a", "满意度指标/服务对象满意度指标", "城乡居民满意度", ">=95%", None, "shifted"),
        (565, "i", "态度指标/服务对象满意度指标", "参保群众满意度", ">=90%", None, ""),
        (565, "a", "态度指标/服务对象满意度指标", "参保群众满意度", ">=90%", None, ""),
        (594, "i", "产出指标/时效指标", "故障处理及时性", "<=24小时", None, "shifted"),
        (594, "a", "产出指标/时效指标", "故障处理及时性", "<=24小时", None, "shifted"),
        (595, "i", "产出指标/成本指标", "数据安全和系统平台维护成本", "<=45万元", None, "shifted"),
        (595, "a", "产出指标/成本指标", "数据安全和系统平台维护成本", "", None, "shifted"),
        (597, "i", "满意度指标/服务对象满意度指标", "参保群众满意度", ">=90%", None, "shifted"),
        (597, "a", "满意度指标/服务对象满意度指标", "参保群众满意度", ">=90%", None, "shifted"),
        (624, "i", "产出指标/质量指标", "网络运行稳定性", "稳定", None, ""),
        (624, "a", "产出指标/质量指标", "网络运行稳定性", "稳定", None, ""),
        (629, "i", "满意度指标/服务对象满意度指标", "工作人员满意度", ">=90%", None, "shifted"),
        (629, "a", "满意度指标/服务对象满意度指标", "工作人员满意度", ">=90%", None, "shifted"),
    ],
}

# Rule, line, and how many indicators or amounts a finding names.
FINDINGS = {
    "zhengzhou-2021": [
        ("TGT-012", 648, 9),
        ("TGT-012", 870, 9),
        # the items of a plan add to 300 万元 in a project of 200; twelve of thirteen projects of one year print the money of several
        ("TGT-020", 1129, 1),
        ("TGT-021", 632, 1),
    ],
    # the money of one project: 10 = 10 + 10; two indicators with one value, in both halves of two forms
    "qinyang-2020": [
        ("TGT-010", 501, 1),
        ("TGT-013", 468, 1),
        ("TGT-013", 468, 1),
        ("TGT-013", 490, 1),
        ("TGT-013", 490, 1),
    ],
    # two sessions at 0.52 in a project of 1.02; three names without their second bracket; 50610102 above projects of 506102
    "nanyang-2021": [
        ("TGT-023", 641, 1),
        ("TGT-024", 571, 1),
        ("TGT-024", 632, 1),
        ("TGT-024", 640, 1),
        ("TGT-025", 615, 1),
    ],
    # projects of one year with three times the annual amount; one indicator printed twice; a level, and a value, too many
    "linfen-2021": [
        ("TGT-016", 351, 1),
        ("TGT-016", 383, 1),
        ("TGT-016", 418, 1),
        ("TGT-012", 406, 1),
        *(("TGT-014", line, 1) for line in (405, 407)),
        # the cost target of all years is the money of one
        *(("TGT-022", line, 1) for line in (306, 368, 400, 441, 502, 532, 562, 595, 626)),
    ],
}


def row(one):
    """An indicator as its golden row."""
    odd = "/".join(oddity.value for oddity in one.oddities)
    return (one.location.line, one.period.value[0], "/".join(one.levels), one.name, one.target, one.unit, odd)


@pytest.mark.parametrize("name", COUNTS)
def test_every_form_has_the_indicators_that_were_counted(name):
    """No form lost an indicator, and no row was left aside."""
    disclosure = govbudget.read_file(seed(name))
    forms = [table for table in disclosure.tables if table.is_form]
    assert [len(table.form.indicators) for table in forms] == COUNTS[name]
    assert all(table.problems == () for table in forms)
    assert len(disclosure.indicators) == sum(COUNTS[name])
    assert all(one.name and one.location.row for one in disclosure.indicators)


@pytest.mark.parametrize("name", SAMPLE)
def test_indicators_are_read_as_they_are_printed(name):
    """The sample has its levels, period, name, value and unit."""
    lines = {line for line, *_ in SAMPLE[name]}
    found = [row(one) for one in govbudget.read_file(seed(name)).indicators if one.location.line in lines]
    assert found == SAMPLE[name]


@pytest.mark.parametrize("name", FINDINGS)
def test_the_findings_in_forms_are_those_that_were_read_by_hand(name):
    """Every finding is a true discrepancy of what is printed, and nothing is left undecided."""
    report = govbudget.check(govbudget.read_file(seed(name)), FORMS)
    found = [(f.rule.id, f.locations[0].line, str(f.reported).count("；") + 1) for f in report.findings]
    assert sorted(found) == sorted(FINDINGS[name])
    assert report.summary[Outcome.UNDECIDED] == 0
    assert all(f.certificate is None or recheck(f.certificate) for f in report.findings)


def test_projects_of_linfen_have_their_money_by_source():
    """Eleven projects, each with two periods and five sources, all in 万元."""
    projects = govbudget.read_file(seed("linfen-2021")).projects
    assert len(projects) == 11
    assert Counter(project.term for project in projects) == {"3年": 7, "1年": 4}
    assert {len(funding.sources) for project in projects for funding in project.funding} == {5}
    first = projects[0]
    assert (first.name, first.entity, first.location.line) == ("医疗保障业务经费", "临汾市医疗保障局", 284)
    assert [str(first.amount(period).figure) for period in Period] == ["10万元", "30.0万元"]
    whole = first.funding[0]
    assert [cell.label for cell in whole.sources][2:4] == ["市县(区)财政资金", "县级(区、县级市)财政资金"]
    assert str(whole.sources[2].location).endswith("医疗保障业务经费 · 实施期资金总额 / 市县(区)财政资金")


def test_projects_of_zhengzhou_have_four_amounts_and_dates():
    """The forms state no unit: that of all tables of the document holds. The overall forms state their own."""
    disclosure = govbudget.read_file(seed("zhengzhou-2021"))
    assert len(disclosure.projects) == 13
    project = next(one for one in disclosure.projects if one.name == "物业管理经费")
    assert (project.code, project.start, project.end) == ("048001", "2021-01-01", "2021-12-31")
    amounts = [(one.period.value, one.is_prior, str(one.total.figure)) for one in project.funding]
    assert amounts == [
        ("implementation", False, "2190000.00元"),
        ("annual", False, "660000.00元"),
        ("implementation", True, "730000.00元"),
        ("annual", True, "730000.00元"),
    ]
    first, second = disclosure.overall_targets
    assert (first.entity, second.entity) == ("郑州市医疗保障局", "郑州市医疗保障中心")
    assert [str(task.amount.figure) for task in first.tasks] == [
        "1200万元",
        "200万元",
        "66万元",
        "472万元",
        "245万元",
    ]
    assert len(second.tasks) == 8
    assert str(first.funding.total.figure) == "2458万元"
    assert [(one.label, str(one.figure)) for one in second.funding.structure] == [
        ("基本支出", "706.8万元"),
        ("项目支出", "1077万元"),
    ]


def test_the_summary_of_nanyang_lists_projects_under_their_units():
    """27 projects of three units; two names occur in two units and stay apart."""
    disclosure = govbudget.read_file(seed("nanyang-2021"))
    assert Counter(project.entity for project in disclosure.projects) == {
        "南阳市医疗保障局": 13,
        "南阳市医疗保险中心": 8,
        "市离休干部统筹管理办": 6,
    }
    twice = [one for one in disclosure.projects if one.name == "会议费"]
    assert [(one.code, one.location.line) for one in twice] == [("2021-506101", 565), ("2021-506102", 641)]
    assert [str(one.amount(Period.ANNUAL).figure) for one in twice] == ["2.40万元", "1.02万元"]
    assert [len([i for i in disclosure.indicators if i.project is one]) for one in twice] == [14, 14]
    (overall,) = disclosure.overall_targets
    assert (len(overall.tasks), {task.amount for task in overall.tasks}) == (10, {None})
    assert [one.explanation for one in disclosure.indicators if one.location.line == 536] == [
        "建设全市统一的信息化平台"
    ]


@pytest.mark.parametrize("name", COUNTS)
def test_no_person_and_no_telephone_number_is_read(name):
    """What stands in the rows of 负责人, 联系人, 联系电话 and 填报日期 is in no indicator, project or task."""
    disclosure = govbudget.read_file(seed(name))
    words = form_words()
    rows = [row for table in disclosure.tables for row in table.raw if any(map(words.is_person, row))]
    private = {cell for row in rows for cell in row if cell and not words.is_person(cell)}
    read = {text for one in disclosure.indicators for text in (one.name, one.target, one.unit, *one.levels)}
    read |= {text for one in disclosure.projects for text in (one.name, one.code, one.entity, one.term)}
    assert len(rows) == {"zhengzhou-2021": 26, "linfen-2021": 12}.get(name, 0)
    assert not private & read


def test_the_form_of_jiyuan_is_read_where_its_text_leaves_no_doubt():
    """All 31 indicators with their levels; of the one in line 1785 the blank lines tell that the line above it is no part of its name."""
    disclosure = govbudget.read_file(seed("jiyuan-2022"))
    table = disclosure.tables[-2]
    assert [one.zh for one in table.problems] == ["文字已失去单元格边界，只读出没有疑义的指标和预算"]
    listed = table.form.indicators
    found = [(one.location.line, "/".join(one.levels), one.name, one.target) for one in listed]
    assert [line for line, *_ in found] == [
        *(1753, 1769, 1785, 1809, 1817, 1825, 1835, 1849, 1861, 1869, 1881, 1893, 1919, 1939, 1955),
        *(1987, 1997, 2007, 2017, 2025, 2041, 2043, 2048, 2053, 2058, 2060, 2062, 2068, 2073, 2075, 2077),
    ]
    assert found[0] == (1753, "投入管理指标/工作目标管理", "年度履职目标相关性", "相关")
    assert found[8] == (1861, "投入管理指标/预算和财务管理", "“三公经费”控制率", "≤100%")
    assert found[15] == (1987, "投入管理指标/绩效管理", "绩效目标编制完成率", "100%")
    assert found[20:] == [
        (2041, "产出指标/重点工作任务完成", "医疗保障待遇清单", "建立"),
        (2043, "产出指标/重点工作任务完成", "重大疾病医疗保险和救助制度", "完善"),
        (2048, "产出指标/重点工作任务完成", "规范使用医保基金行为专项治理", "≥2次"),
        (2053, "产出指标/重点工作任务完成", "药品和医用耗材集中带量", "增加"),
        (2058, "产出指标/重点工作任务完成", "经办服务体系", "健全"),
        (2060, "产出指标/重点工作任务完成", "医保信息平台建设", "改善"),
        (2062, "产出指标/履职目标实现", "统筹地区医保制度", "完善"),
        (2068, "产出指标/履职目标实现", "医保经办管理", "精细"),
        (2073, "效益指标/履职效益", "欺诈骗保行为", "下降"),
        (2075, "效益指标/履职效益", "重大疾病负担", "下降"),
        (2077, "效益指标/满意度", "参保人员服务满意度", "≥95%"),
    ]
    (overall,) = disclosure.overall_targets
    assert (overall.entity, str(overall.funding.total.figure)) == (
        "济源产城融合示范区医疗保障局",
        "7702.6万元",
    )
    assert [(one.label, one.text) for one in overall.funding.sources] == [
        ("政府预算资金", "7,702.6"),
        ("财政专户管理资金", ""),
        ("单位资金", ""),
    ]
    report = govbudget.check(disclosure, FORMS)
    assert report.findings == ()
    assert report.summary[Outcome.PASSED] == 106
