"""DOC-025 to 027: words of a form that were left as they stood, and units that are counted and denied in one breath.

Texts are written over those of other bodies. That 我厅（局） was left undecided is said only where the document is of a body below the
province, which is no 厅, or where several of the sorts offered do not stand in its name: many bodies honestly bear two (我委（局）). That a definition
speaks of the money of another level (指省级财政当年拨付的资金) is said only where the titles of the document's own tables name a lower one: courts and
schools in a city may be paid by the province.
"""

from __future__ import annotations

from collections.abc import Iterator

from govbudget.disclosures import Disclosure
from govbudget.disclosures.lapses import Lapse, LapseKind
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.relations import Fact, Outcome
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import text_rule, told
from govbudget.vocabulary import lapse_words

_SORTS = "厅局委办院"
_HIGHER = ("中央", "省", "自治区")


def _chosen(disclosure: Disclosure) -> Iterator[Fact]:
    """Of several sorts of bodies that a form offers the one was chosen that the document is of."""
    entity = normalise(disclosure.entity or "")
    for lapse in _lapses(disclosure, LapseKind.ALTERNATIVE):
        foreign = {sort for sort in lapse.printed if sort in _SORTS and sort not in entity}
        is_below = lapse_words()["below_province"].search(entity) is not None
        if is_below and len(foreign) < _count(lapse) and ("厅" in foreign or len(foreign) > 1):
            yield Fact(lapse, holds=False, reported=lapse.printed, expected=Notice(entity, entity))


def _count(lapse: Lapse) -> int:
    return sum(sort in _SORTS for sort in lapse.printed)


def _levels(disclosure: Disclosure) -> Iterator[Fact]:
    """The level of government that a definition names is that of the titles of tables."""
    pattern = lapse_words()["title_level"]
    own = {
        match["level"] for table in disclosure.tables for match in pattern.finditer(normalise(table.title))
    }
    if not own or own.intersection(_HIGHER):
        return
    for lapse in _lapses(disclosure, LapseKind.LEVEL):
        holds = not lapse.printed.startswith(_HIGHER)
        wanted = "、".join(sorted(f"{level}级" for level in own))
        yield Fact(lapse, holds, lapse.printed, None if holds else Notice(wanted, wanted))


def _units(disclosure: Disclosure) -> Iterator[Fact]:
    """A paragraph does not count the units and say that there are none."""
    for lapse in _lapses(disclosure, LapseKind.CONTRADICTION):
        yield Fact(lapse, holds=False, reported=lapse.printed)


def _lapses(disclosure: Disclosure, kind: LapseKind) -> Iterator[Lapse]:
    return (lapse for lapse in disclosure.narrative.lapses if lapse.kind is kind)


_TITLE = "甲市乙局2021年部门预算"

TEMPLATE_WORDS = RuleSet(
    (
        text_rule(
            ("DOC-025", "alternative-left", Severity.HINT),
            ("范本选项未选定", "an alternative of the form"),
            (
                "范本中供选择的称谓（如“我厅（局）”）已按本部门选定。",
                "Where a form offers several sorts of bodies, such as 我厅（局）, the one was chosen that the document is of.",
            ),
            "称谓 ∈ 单位名称",
            _chosen,
            (
                told(Outcome.NOT_APPLICABLE, "我局按两套科目编制预算。", title=_TITLE),
                told(Outcome.FAILED, "我厅（局）按两套科目编制预算。", title=_TITLE),
            ),
            (
                "“{reported}”是范本中的选项，本文件属于{expected}",
                "'{reported}' is a choice that the form offers; the document is of {expected}",
            ),
        ),
        text_rule(
            ("DOC-026", "level-of-government", Severity.HINT),
            ("财政级次用语", "the level of government"),
            (
                "名词解释所称财政的级次，不高于各表标题所写的级次。",
                "Definitions do not speak of the money of a higher level of government than the titles of the tables do.",
            ),
            "级次(名词解释) = 级次(标题)",
            _levels,
            (
                told(
                    Outcome.PASSED,
                    "一、财政拨款收入：是指市级财政当年拨付的资金。",
                    "科目编码 | 科目名称 | 合计",
                    " | 合计 | 3.00",
                    title="2021年市级部门支出总体情况表",
                ),
                told(
                    Outcome.FAILED,
                    "一、财政拨款收入：是指省级财政当年拨付的资金。",
                    "科目编码 | 科目名称 | 合计",
                    " | 合计 | 3.00",
                    title="2021年市级部门支出总体情况表",
                ),
            ),
            (
                "名词解释写的是“{reported}”，而各表标题为“{expected}”",
                "The definition speaks of {reported}, the titles of the tables of {expected}",
            ),
        ),
        text_rule(
            ("DOC-027", "units-counted-and-denied", Severity.WARNING),
            ("所属单位表述矛盾", "units counted and denied"),
            (
                "同一段中不既称有若干所属单位、又称没有。",
                "A paragraph does not count units of a sort and then say that there are none.",
            ),
            "单位数 > 0 ⇒ 不称无",
            _units,
            (
                told(Outcome.NOT_APPLICABLE, "本局下设1个局属单位，是甲中心。"),
                told(Outcome.FAILED, "本局下设1个局属单位，是甲中心。无局属单位。"),
            ),
            (
                "同一段既称有、又称没有：{reported}",
                "The paragraph says that there are some and that there are none: {reported}",
            ),
        ),
    )
)
"""The rules of words that a form left."""
