"""SUB: pairs of economic subjects (部门预算 and 政府预算支出经济分类), and the procurement catalogue.

Since 2018 expenditure is classified twice, and the two classifications correspond (财预〔2017〕98号). The crosswalk of the package
says of every pair how well it is known; a pair that it does not have is a finding only where all its pairs are evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govbudget.disclosures import Row, RowKind, RowLabel, Side, Table
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.relations import Fact, Outcome, Reason
from govbudget.rules._rules import Context, RuleSet, Severity
from govbudget.rules._subject_cards import HEAD, PAIRS, PAIRS_2, example, printed, subject_rule
from govbudget.subjects import (
    Classification,
    Payer,
    agreement,
    classification_of,
    crosswalk,
    payer_of,
    procurement_catalogue,
)


def _pairs(table: Table) -> Iterator[Fact]:
    """The departmental and the governmental economic subject of a row belong together."""
    known = crosswalk()
    for side in table.sides:
        for row in side.rows:
            pair = _pair(row)
            if pair is None:
                continue
            departmental, governmental = pair
            found = known.find(governmental, departmental)
            evidence = found is not None and (found.grade.is_evidence or found.grade.value == "corroborated")
            rivals = known.governmental(departmental, payer_of(governmental))
            settled = found is None and rivals and all(rival.grade.is_evidence for rival in rivals)
            names = "、".join(f"{rival.departmental} → {rival.governmental}" for rival in rivals)
            expected = Notice(names, names) if settled else None
            holds = True if evidence else (False if settled else None)
            yield Fact(RowLabel(row, side.origin), holds, f"{departmental} → {governmental}", expected)


def _pair(row: Row) -> tuple[str, str] | None:
    codes = {classification_of(code): code for code, _ in row.subjects if len(code) == 5}
    departmental = codes.get(Classification.DEPARTMENTAL_ECONOMIC)
    governmental = codes.get(Classification.GOVERNMENTAL_ECONOMIC)
    return (departmental, governmental) if departmental and governmental else None


def _one_payer(table: Table) -> Iterator[Fact]:
    """The rows of one unit are paid as those of an agency or as those of an institution, not as both."""
    for side in table.sides:
        units: dict[int, list[tuple[Row, str]]] = {}
        for row in side.rows:
            pair = _pair(row)
            if pair is not None and row.parent is not None and _is_unit(side.rows[row.parent]):
                units.setdefault(row.parent, []).append((row, pair[1]))
        for unit, rows in units.items():
            payers = {payer: [row for row, code in rows if payer_of(code) is payer] for payer in Payer}
            agency, institution = payers[Payer.AGENCY], payers[Payer.INSTITUTION]
            fewer = min(agency, institution, key=len)
            names = "、".join(f"{row.name}（{row.codes[-1]}）" for row in fewer)
            subject = RowLabel(side.rows[unit], side.origin)
            yield Fact(
                subject,
                not fewer,
                names or side.rows[unit].name,
                _ONE_PAYER if fewer else None,
            )


def _is_unit(row: Row) -> bool:
    """Whether a row is about one unit; a department, whose code has three digits, may pay agencies and institutions alike."""
    return row.kind is RowKind.ORGANISATION and (row.code is None or len(row.code) != _DEPARTMENT)


def _construction(table: Table) -> Iterator[Fact]:
    """309 is for capital construction alone: the same purchase should not stand under 309 and 310 in one table."""
    codes: dict[str, list[tuple[Side, Row, str]]] = {}
    for side, row, code, name in printed(table):
        if code.startswith(("309", "310")) and len(code) == 5 and name:
            codes.setdefault(normalise(name), []).append((side, row, code))
    for name, places in codes.items():
        side, row, code = next((place for place in places if place[2].startswith("309")), places[0])
        both = len({code[:3] for _, _, code in places}) > 1
        yield Fact(
            RowLabel(row, side.origin),
            not both,
            f"{code} {name}",
            _ONE_CAPITAL if both else None,
        )


def _catalogue(table: Table, context: Context) -> Iterator[Fact]:
    """Procurement codes stand in the catalogue in force, with its names; only the edition of 2022 is known."""
    year = context.disclosure.year
    for side in table.sides:
        for row in side.rows:
            texts = (*row.labels, *(cell.text for cell in side.matrix[row.index] if cell is not None))
            for match in (match for text in texts for match in _PURCHASE.finditer(text)):
                yield _purchase(RowLabel(row, side.origin), match[0], match[1], match[2], year)


def _purchase(label: RowLabel, printed: str, code: str, name: str, year: int | None) -> Fact:
    if year is None or year < _IN_USE_SINCE or len(code) % 2 == 0:
        return Fact(label, None, printed, reason=Reason.NO_YEAR if year is None else Reason.UNKNOWN)
    found = procurement_catalogue(2022).get(code)
    if found is not None and agreement(name, found.name).is_same:
        return Fact(label, holds=True, reported=printed)
    wanted = Notice("2022 年版目录中的品目", "a category of the catalogue of 2022")
    return Fact(
        label,
        holds=False,
        reported=printed,
        expected=Notice(*[f"{code} {found.name}"] * 2) if found else wanted,
    )


_PURCHASE = re.compile(r"(?<![A-Za-z0-9])([ABC]\d{2,8})\s*[-－—]\s*([^\s\d][^\s]*)")
_IN_USE_SINCE = 2023
_DEPARTMENT = 3
"""So many digits has the code of a department; those of its units are longer."""
_BOUGHT = "项目名称 | 采购品目 | 金额"
_ONE_PAYER = Notice(
    "与本单位其他各行同为机关或同为事业单位的科目", "of the same kind of payer as the other rows of the unit"
)
_ONE_CAPITAL = Notice("全表统一的 309 或 310 科目", "under one of 309 and 310 throughout the table")

PAIRED = RuleSet(
    (
        subject_rule(
            6,
            "economic-pair",
            ("两套经济分类对应", "pairs of economic subjects"),
            (
                "部门预算与政府预算经济分类科目按对应关系配对。",
                "Departmental and governmental economic subjects are paired as the crosswalk says.",
            ),
            Severity.HINT,
            _pairs,
            (
                example(
                    Outcome.PASSED, PAIRS, PAIRS_2, "301 | 01 | 基本工资 | 501 | 01 | 工资奖金津补贴 | 1.00"
                ),
                example(Outcome.FAILED, PAIRS, PAIRS_2, "301 | 01 | 基本工资 | 501 | 03 | 住房公积金 | 1.00"),
            ),
            "财预〔2017〕98号《支出经济分类科目改革方案》",
        ),
        subject_rule(
            7,
            "one-kind-of-payer",
            ("机关与事业科目混用", "subjects of agencies and of institutions"),
            (
                "同一单位不混用机关（501、502、503）与事业单位（505、506）的政府预算经济分类科目。",
                "One unit does not mix the governmental subjects of agencies (501–503) with those of institutions (505, 506).",
            ),
            Severity.WARNING,
            _one_payer,
            (
                example(
                    Outcome.PASSED,
                    PAIRS,
                    PAIRS_2,
                    " | | 甲局 | | | | 2.00",
                    "301 | 01 | 基本工资 | 501 | 01 | 工资奖金津补贴 | 1.00",
                    "302 | 01 | 办公费 | 502 | 01 | 办公经费 | 1.00",
                ),
                example(
                    Outcome.FAILED,
                    PAIRS,
                    PAIRS_2,
                    " | | 甲中心 | | | | 2.00",
                    "301 | 01 | 基本工资 | 505 | 01 | 工资福利支出 | 1.00",
                    "302 | 01 | 办公费 | 502 | 01 | 办公经费 | 1.00",
                ),
            ),
            "财预〔2017〕98号《支出经济分类科目改革方案》",
        ),
        subject_rule(
            8,
            "capital-construction",
            ("基本建设与其他资本性支出", "capital construction and other capital expenditure"),
            (
                "309 只反映发展与改革部门安排的基本建设；同类购置不宜在一张表中分列 309 与 310。",
                "309 is for capital construction alone; purchases of one kind do not stand under 309 and 310 in one table.",
            ),
            Severity.HINT,
            _construction,
            (
                example(Outcome.PASSED, HEAD, "31002 | 办公设备购置 | 1.00"),
                example(Outcome.FAILED, HEAD, "31002 | 办公设备购置 | 1.00", "30902 | 办公设备购置 | 1.00"),
            ),
        ),
        subject_rule(
            9,
            "procurement-catalogue",
            ("采购品目版本", "edition of the procurement catalogue"),
            (
                "采购品目的编码与名称采用现行目录；2023 年起为 2022 年版，更早的目录未收录，不作判断。",
                "Procurement codes and names are those of the catalogue in force: since 2023 that of 2022; earlier ones are not known.",
            ),
            Severity.WARNING,
            _catalogue,
            (
                example(Outcome.UNDECIDED, _BOUGHT, "甲 | A0605-柜类 | 1.00"),
                example(Outcome.PASSED, _BOUGHT, "甲 | A05010500-柜类 | 1.00", year=2024),
                example(Outcome.FAILED, _BOUGHT, "甲 | A0605-柜类 | 1.00", year=2024),
            ),
            "《政府采购品目分类目录》（财政部，2022 年印发）",
            in_context=True,
        ),
    )
)
"""The rules of pairs of economic subjects."""
