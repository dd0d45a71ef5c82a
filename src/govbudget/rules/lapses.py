"""DOC: what the text shows of its own making: another year than the document's, missing amounts and copied words.

A heading, or the sentence on what a budget covers, that names another year was taken over from another document; sentences about the
past name other years honestly and are not asked, nor are headings on later years. Nor is 以下金额单位为万元 a missing amount.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Disclosure, DisclosureKind
from govbudget.disclosures.lapses import Lapse, LapseKind
from govbudget.exceptions import Notice
from govbudget.relations import Fact, Outcome, Relation
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import text_rule, told

_LONGEST = 40
"""A paragraph is quoted with its first so many characters."""


def _datings(disclosure: Disclosure) -> Iterator[Relation]:
    """Headings, and the sentence on what is covered, name the year of the budget."""
    if disclosure.kind is DisclosureKind.BUDGET and disclosure.year is not None:
        wanted = str(disclosure.year)
        told = (one for one in disclosure.narrative.datings if one.year <= disclosure.year)
        for one in told:
            holds = one.year == disclosure.year
            yield Fact(one, holds, str(one.year), None if holds else Notice(wanted, wanted))


def _amounts(disclosure: Disclosure) -> Iterator[Relation]:
    """Every unit has its number, and no number is a placeholder."""
    for lapse in _lapses(disclosure, LapseKind.AMOUNT, LapseKind.PLACEHOLDER):
        yield Fact(lapse, holds=False, reported=lapse.printed, expected=_NUMBER)


def _copies(disclosure: Disclosure) -> Iterator[Relation]:
    """No sentence of a list stands in it twice."""
    for lapse in _lapses(disclosure, LapseKind.REPEATED):
        line = lapse.first.line if lapse.first is not None else None
        start = lapse.printed[:_LONGEST]
        told_of = Notice(
            f"此段与第 {line} 行的一段逐字相同：{start}…",
            f"The paragraph is word by word that of line {line}: {start}…",
        )
        yield Fact(lapse, holds=False, reported=start, message=told_of)


def _doubled(disclosure: Disclosure) -> Iterator[Relation]:
    """No word and no mark stands twice where it is meant once."""
    for lapse in _lapses(disclosure, LapseKind.DOUBLED):
        yield Fact(lapse, holds=False, reported=lapse.printed)


def _numbers(disclosure: Disclosure) -> Iterator[Relation]:
    """The numbers of a list of sentences do not go back."""
    for lapse in _lapses(disclosure, LapseKind.NUMBER):
        yield Fact(lapse, holds=False, reported=lapse.printed)


def _lapses(disclosure: Disclosure, *kinds: LapseKind) -> Iterator[Lapse]:
    return (lapse for lapse in disclosure.narrative.lapses if lapse.kind in kinds)


_NUMBER = Notice("数字", "a number")
_DUTIES = (
    "1、负责组织协调本区商品交易市场的规划和管理工作。",
    "2、负责本区重要消费品市场的调控和流通管理工作。",
    "3、负责推动本区服务贸易发展和外商投资企业管理。",
    "4、完成区委、区政府以及上级部门交办的其他任务。",
)

LAPSES = RuleSet(
    (
        text_rule(
            ("DOC-020", "year-of-the-text", Severity.WARNING),
            ("文字所写年度", "the year that the text names for itself"),
            (
                "部门预算各部分的标题和编制范围所写的年度，是文件的预算年度。",
                "The headings of a budget and the sentence on what it covers name its own year.",
            ),
            "标题年度 = 预算年度",
            _datings,
            (
                told(Outcome.PASSED, "纳入本部门2021年部门汇总预算编制范围的预算单位共计2家。"),
                told(Outcome.FAILED, "纳入本部门2020年部门汇总预算编制范围的预算单位共计2家。"),
            ),
            (
                "文字写明的年度是 {reported}，而预算年度是 {expected}",
                "The text says that it is of {reported}, but the budget is of {expected}",
            ),
        ),
        text_rule(
            ("DOC-021", "amount-left-out", Severity.WARNING),
            ("缺数字", "an amount left out"),
            (
                "文字中每个“万元”“%”之前都有数字，没有“XX万元”“20XX年”等占位文字。",
                "Every unit in the text has its number, and none is a placeholder such as XX.",
            ),
            "金额 ∉ {空白，XX，**}",
            _amounts,
            (
                told(Outcome.NOT_APPLICABLE, "2021年政府性基金支出预算0万元，以下金额单位为万元。"),
                told(Outcome.FAILED, "2021年政府性基金支出预算 万元，与上年相比增长 %。"),
            ),
            ("“{reported}”缺数字", "'{reported}' lacks its number"),
        ),
        text_rule(
            ("DOC-022", "repeated-paragraph", Severity.HINT),
            ("重复段落", "repeated paragraph"),
            (
                "同一列举中没有逐字重复的段落。",
                "No sentence of a numbered list stands in it twice, word by word.",
            ),
            "段落互不相同",
            _copies,
            (
                told(Outcome.NOT_APPLICABLE, "\n".join(_DUTIES)),
                told(Outcome.FAILED, "\n".join((*_DUTIES, *_DUTIES[2:]))),
            ),
        ),
        text_rule(
            ("DOC-023", "numbers-go-back", Severity.HINT),
            ("序号回退", "numbers that go back"),
            (
                "同一列举的序号依次增加。",
                "The numbers of a list go up.",
            ),
            "序号递增",
            _numbers,
            (
                told(Outcome.NOT_APPLICABLE, "\n".join(_DUTIES)),
                told(Outcome.FAILED, "\n".join((*_DUTIES, *_DUTIES[2:]))),
            ),
            ("列举的序号回退：{reported}", "The numbers of a list go back: {reported}"),
        ),
        text_rule(
            ("DOC-024", "doubled-word", Severity.HINT),
            ("重复的词", "doubled word"),
            (
                "“的”“万元”“主要”等词和标点不接连出现两次。",
                "Words such as 的, 万元 and 主要, and marks do not stand twice in a row.",
            ),
            "词 ≠ 后一词",
            _doubled,
            (
                told(Outcome.NOT_APPLICABLE, "实现预算目的的主要措施，是的的确确节约12万元。"),
                told(Outcome.FAILED, "2021年会议费12万元万元，主要主要用于年度工作会议。"),
            ),
            ("“{reported}”重复", "'{reported}' stands twice"),
        ),
    )
)
"""The rules of how the text was made."""
