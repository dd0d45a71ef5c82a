"""The words of the text reports, by language."""

from __future__ import annotations

from collections.abc import Mapping

from govbudget.disclosures import Aspect, Flow
from govbudget.disclosures.forms import Period
from govbudget.disclosures.narrative import Role
from govbudget.exceptions import UsageError
from govbudget.relations import Outcome, Reason
from govbudget.rules import Severity

OUTCOMES = {
    "zh": {
        Outcome.PASSED: "相符",
        Outcome.ROUNDING: "舍入内",
        Outcome.FAILED: "不符",
        Outcome.UNDECIDED: "未定",
        Outcome.NOT_APPLICABLE: "无数",
    },
    "en": {
        Outcome.PASSED: "passed",
        Outcome.ROUNDING: "rounding",
        Outcome.FAILED: "failed",
        Outcome.UNDECIDED: "undecided",
        Outcome.NOT_APPLICABLE: "nothing printed",
    },
}

SEVERITIES = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"},
}

REASONS = {
    "zh": {
        Reason.TOTAL_BLANK: "合计为空白，分项有数",
        Reason.PARTS_BLANK: "合计有数，分项均为空白",
        Reason.UNREADABLE: "单元格不是数字",
        Reason.ABSENT: "该行单元格不足，可能缺失",
        Reason.DOUBTFUL: "所在行自身不平，数字可能错栏",
        Reason.CONTINUED: "分项可能缺行：其后有无标题的续表，或他表列有所缺的行",
        Reason.SCOPE: "口径未说明（是否含结转，或属哪个单位）",
        Reason.UNIT: "单位不明或互相矛盾",
        Reason.ZERO_BASE: "基数可能为零",
        Reason.MISSING: "缺少所需的数",
        Reason.UNREAD: "有未读出的部分，可能就在其中",
        Reason.NO_RELATION: "合计没有可核对的分项",
        Reason.UNKNOWN: "现有科目表不足以判断",
        Reason.NO_YEAR: "不知道预算年度",
    },
    "en": {
        Reason.TOTAL_BLANK: "the total is blank, its parts are printed",
        Reason.PARTS_BLANK: "the total is printed, its parts are blank",
        Reason.UNREADABLE: "a cell is not a number",
        Reason.ABSENT: "the row is short, cells may be lost",
        Reason.DOUBTFUL: "the row of a figure does not add up by itself",
        Reason.CONTINUED: "rows may be missing: they continue in a table without title, or stand in another table",
        Reason.SCOPE: "it is not stated whether both cover the same",
        Reason.UNIT: "the unit is unknown or contradictory",
        Reason.ZERO_BASE: "the base may be zero",
        Reason.MISSING: "a needed figure is missing",
        Reason.UNREAD: "parts were not read, and it may stand there",
        Reason.NO_RELATION: "nothing to compare the total with",
        Reason.UNKNOWN: "no chart settles it",
        Reason.NO_YEAR: "the budget year is not known",
    },
}

PERIODS = {
    "zh": {Period.ANNUAL: "年度", Period.IMPLEMENTATION: "实施期"},
    "en": {Period.ANNUAL: "annual", Period.IMPLEMENTATION: "implementation"},
}

PHRASES = {
    "zh": {
        "summary": "共 {total} 项关系：相符 {passed}，仅在四舍五入范围内相符 {rounding}，不符 {failed}，无法判断 {undecided}；另有 {nothing} 项无数可核",
        "table": "表",
        "unit": "单位",
        "forms": "另有绩效等文字表 {count} 张，所列指标 {indicators} 项",
        "empty": "（空表）",
        "findings": "不符 {count} 处（错误 {errors}，警告 {warnings}，提示 {hints}）",
        "none": "没有发现不符之处。",
        "nothing_checked": "没有可以核对的关系：不能说明文件没有错误。",
        "line": "第 {line} 行",
        "equation": "算式：",
        "cause": "原因：",
        "causes": "一因多果：",
        "explains": "，可解释 {count} 处不符：第 {numbers} 处",
        "undecided": "无法判断 {count} 处",
        "places": "{reason}：{count} 处，如 {places}",
        "unread": "未能读取的内容 {count} 处",
        "problem": "读表时注意到",
        "recovered": "  恢复的空白格，第 {lines} 行：{how}",
        "comma": "、",
        "untitled": "（无标题）",
        "claims": "正文所述数字 {count} 个，其中 {known} 个明确所指事项",
        "document": "（全文）",
        "share": "占比",
        "change": "增减",
        "completion": "完成",
        "list": "分项",
        "product": "单价数量",
        "bill": "清单",
        "count": "项数",
        "names": "科目",
        "none_of": "没有",
        "lapse": "疏漏",
        "unsigned": "缺百分号",
    },
    "en": {
        "summary": "{total} relations: {passed} hold exactly, {rounding} only within rounding, {failed} cannot be true, "
        "{undecided} undecided; {nothing} more have nothing printed",
        "table": "table",
        "unit": "unit",
        "forms": "and {count} forms of texts and targets, with {indicators} indicators",
        "empty": " (empty)",
        "findings": "findings: {count} (errors {errors}, warnings {warnings}, hints {hints})",
        "none": "Nothing was found that cannot be true.",
        "nothing_checked": "There was no relation to check: this does not mean that the document is right.",
        "line": "line {line}",
        "equation": "equation: ",
        "cause": "cause: ",
        "causes": "causes of several findings:",
        "explains": "; this explains {count} findings: {numbers}",
        "undecided": "undecided: {count}",
        "places": "{reason}: {count}, such as {places}",
        "unread": "not read: {count}",
        "problem": "noticed while reading",
        "recovered": "  blank cells recovered, lines {lines}: {how}",
        "comma": ", ",
        "untitled": "(no title)",
        "claims": "{count} figures in the narrative, of which {known} have a topic that is understood",
        "document": "(the whole document)",
        "share": "share",
        "change": "change",
        "completion": "completion",
        "list": "list",
        "product": "product",
        "bill": "bill",
        "count": "count",
        "names": "subjects",
        "none_of": "none of",
        "lapse": "lapse",
        "unsigned": "no percent sign",
    },
}


ROLES: Mapping[str, Mapping[Role, str]] = {
    "zh": {
        Role.AMOUNT: "金额",
        Role.SHARE: "占比",
        Role.DIFFERENCE: "增减额",
        Role.RATE: "增减幅度",
        Role.COUNT: "数量",
        Role.PRICE: "单价",
        Role.QUANTITY: "计价数量",
        Role.REASON: "原因",
        Role.OTHER: "其他",
    },
    "en": {role: role.value for role in Role},
}
"""What figures of the narrative do."""


def phrases(lang: str) -> dict[str, str]:
    """Return the phrases of a language.

    Raises:
        UsageError: There is no such language.
    """
    if lang not in PHRASES:
        msg = f"there is no language {lang!r}; give zh or en"
        raise UsageError(msg, zh=f"没有语言 {lang!r}；请给出 zh 或 en")
    return PHRASES[lang]


ASPECTS: Mapping[str, Mapping[Aspect, str]] = {
    "zh": {
        Aspect.TITLE: "表名",
        Aspect.KIND: "种类",
        Aspect.UNIT: "单位",
        Aspect.YEAR: "年度",
        Aspect.ENTITY: "部门",
        Aspect.HEADINGS: "表头",
        Aspect.COLUMNS: "列",
        Aspect.ROWS: "行",
        Aspect.CELLS: "单元格",
        Aspect.CONTINUATION: "续表",
        Aspect.SEPARATION: "分合",
    },
    "en": {aspect: aspect.value for aspect in Aspect},
}
"""What resolutions are about."""

FLOWS: Mapping[str, Mapping[Flow, str]] = {
    "zh": {Flow.REVENUE: "收入侧 ", Flow.EXPENDITURE: "支出侧 "},
    "en": {Flow.REVENUE: "revenue ", Flow.EXPENDITURE: "expenditure "},
}
"""The sides of tables."""

EXPLAINED = {
    "zh": {
        "total": "读出表格 {tables} 张，未读 {parts} 处。表中的数共 {printed} 个：放入单元格 {placed} 个，读出的表中未放入 {left} 个，未读部分 {unread} 个",
        "recognised": "认作",
        "then": "，",
        "no_kind": "种类不明的表",
        "named": "{kind}（表名含{words}）",
        "quoted": "“{word}”",
        "placed": "{printed} 个数放入 {placed} 个",
        "no_numbers": "没有数",
        "form": "指标 {indicators} 项、项目 {projects} 个",
        "size": "{flow}{rows} 行 × {columns} 栏",
        "because": "{choice}。依据：{evidence}",
        "noticed": "注意：",
        "unplaced": "{count} 个数未放入单元格：{reason}",
        "more": "另有 {count} 行",
        "parts": "未读的部分 {count} 处",
        "numbers": "数 {count} 个",
    },
    "en": {
        "total": "tables read: {tables}, parts not read: {parts}; numbers in tables: {printed}, placed in cells: {placed}, "
        "in tables that were read but not placed: {left}, in parts not read: {unread}",
        "recognised": "taken for: ",
        "then": ", ",
        "no_kind": "a table of unknown kind",
        "named": "{kind} (its title has {words})",
        "quoted": "'{word}'",
        "placed": "{placed} of {printed} numbers placed",
        "no_numbers": "no numbers",
        "form": "indicators {indicators}, projects {projects}",
        "size": "{flow}rows {rows} × columns {columns}",
        "because": "{choice}; because {evidence}",
        "noticed": "noticed: ",
        "unplaced": "numbers not placed: {count} ({reason})",
        "more": "further rows: {count}",
        "parts": "parts not read: {count}",
        "numbers": "numbers: {count}",
    },
}
"""The words of the report on how a document was read."""
