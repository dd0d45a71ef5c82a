"""DOC-007: the lines above the tables of one document name one department or unit.

Tables are copied from another document with the line that says whose they are: 编制单位：… Nearly all tables of a document name the
same body, which may be printed in full, without the place it is in, abbreviated (中共 … 省委 for 中国共产党 … 省委员会) or with 本级: of such
names one is what has no character that the other has not, but for 机关 or 汇总 at its end. A name that is another's altogether is said only where a
single table bears it and nothing else in the document does; a department that prints tables of its units is honest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govbudget.disclosures import Caption, Disclosure, RowKind
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.relations import Fact, Outcome, Reason
from govbudget.rules._rules import Card, Rule, RuleSet, Severity, Sheet
from govbudget.rules._ties import sheet, tie_example
from govbudget.vocabulary import meanings

_ENOUGH = 3
"""So many tables have to name one body before another name is said to be wrong."""


def _entities(disclosure: Disclosure) -> Iterator[Fact]:
    """Every line above a table names the body that most of them name."""
    named = [(normalise(table.entity), table) for table in disclosure.tables if table.entity]
    counts = Counter(name for name, _ in named)
    own: list[str] = []
    foreign: list[str] = []
    for name, _ in counts.most_common():
        (own if not own or any(_is_same(name, one) for one in own) else foreign).append(name)
    prevailing = sum(counts[name] for name in own)
    if prevailing < _ENOUGH or 2 * prevailing <= len(named):
        return
    is_one = len(foreign) == 1 and counts[foreign[0]] == 1
    is_wrong = is_one and not any(_is_same(foreign[0], one) for one in _mentioned(disclosure))
    usual = next(table.entity or "" for name, table in named if name == own[0])
    for name, table in named:
        holds = True if name in own else False if is_wrong else None
        line = table.lines[0] if table.lines else None
        wanted = None if holds else Notice(usual, usual)
        reason = Reason.SCOPE if holds is None else None
        yield Fact(Caption(table.origin, line), holds, table.entity or "", wanted, reason)


def _is_same(name: str, other: str) -> bool:
    """Whether two names are of one body: one has no characters that the other lacks, such as 甲县政协."""
    short, long = sorted((_plain(name), _plain(other)), key=len)
    return not Counter(short) - Counter(long)


def _plain(name: str) -> str:
    """A name without what says that it is of the body itself, or of all of it: 本级, 机关, 汇总."""
    return meanings().whole.sub("", name)


def _mentioned(disclosure: Disclosure) -> set[str]:
    """The bodies that the document names elsewhere: itself, the units that its tables list, those of its projects."""
    rows = (
        row.label
        for table in disclosure.tables
        for side in table.sides
        for row in side.rows
        if row.kind is RowKind.ORGANISATION
    )
    projects = (project.entity or "" for project in disclosure.projects)
    found = {normalise(name) for name in (*rows, *projects, disclosure.entity or "")}
    return {name for name in found if name}


_HEAD = "科目编码 | 科目名称 | 合计"
_TITLES = ("收支总表", "收入总表", "支出总表", "财政拨款收支总表")


def _sheets(*entities: str) -> tuple[Sheet, ...]:
    return tuple(
        sheet(title, f"编制单位：{entity} | | 单位：万元", _HEAD, " | 合计 | 9.00")
        for title, entity in zip(_TITLES, entities, strict=True)
    )


ENTITIES = RuleSet(
    (
        Rule(
            Card(
                "DOC-007",
                "one-entity",
                ("单位名称一致", "one department or unit throughout"),
                (
                    "各表上方“编制单位”“部门名称”所写的是同一部门（单位）；简称、全称和本级视为同一单位。",
                    "The lines above the tables name one department or unit, in full or abbreviated.",
                ),
                "编制单位（甲表）= 编制单位（乙表）",
                "财预〔2016〕143号《地方预决算公开操作规程》",
                Severity.WARNING,
                (
                    "《{table}》上方写的是“{reported}”，而其他各表为“{expected}”",
                    "{table} is headed '{reported}', the other tables '{expected}'",
                ),
                examples=(
                    tie_example(Outcome.PASSED, *_sheets("甲县乙局", "乙局", "甲县乙局（本级）", "甲县乙局")),
                    tie_example(Outcome.FAILED, *_sheets("甲县乙局", "乙局", "甲县丙局", "甲县乙局")),
                ),
            ),
            "disclosure",
            _entities,
        ),
    )
)
"""The rule of the names above the tables."""
