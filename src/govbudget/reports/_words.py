"""The words of the text reports, by language."""

from __future__ import annotations

from collections.abc import Mapping

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
        "list": "分项",
        "count": "项数",
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
        "list": "list",
        "count": "count",
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
        raise UsageError(msg)
    return PHRASES[lang]
