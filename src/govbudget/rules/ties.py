"""TIE: the same coordinates printed in several tables are the same quantity (表间勾稽).

Every figure of a recognised table has coordinates; figures with equal coordinates must agree, whatever tables print them, in
whatever units. One engine finds them by dictionary; the rules below differ only in which coordinates they speak of.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import evolve

from govbudget.coordinates import Print
from govbudget.disclosures import ALL, Cell, Coordinates, Flow
from govbudget.exceptions import Notice
from govbudget.relations import Either, Fact, Outcome, Relation
from govbudget.rules._rules import Context, RuleSet, Severity
from govbudget.rules._ties import (
    HEAD,
    SUMMARY,
    equal,
    equal_cells,
    is_whole,
    pair,
    sheet,
    spending,
    tie_example,
    tie_rule,
    ties,
)
from govbudget.vocabulary import meanings


def _dimension(coordinates: Coordinates) -> str:
    """The dimension that says which rule speaks of a quantity: the finest along which it is broken down."""
    order = ("project", "item", "economic", "function", "entity", "kind")
    return next((name for name in order if getattr(coordinates, name) is not ALL), "total")


def _same(dimension: str, _: object, context: Context) -> Iterator[Relation]:
    """All quantities of a dimension that several tables print."""
    index = context.cells
    for coordinates in index:
        prints = index[coordinates]
        if dimension == "economic" and len(str(coordinates.economic)) == 3:
            # what a category includes differs between regions, and is a rule of its own
            prints = tuple(one for one in prints if not one.is_sum)
        if len(prints) > 1 and _dimension(coordinates) == dimension:
            yield from ties(prints)


def _categories(_: object, context: Context) -> Iterator[Relation]:
    """Functional categories listed without a total of their own add to the total that stands elsewhere."""
    index = context.cells
    listed: dict[tuple[int, Coordinates], list[tuple[Print, Cell]]] = {}
    for coordinates in index:
        if len(str(coordinates.function)) == 3 and is_whole(coordinates, "function"):
            for one in index[coordinates]:
                if one.table.kind is not None and one.table.kind.key in meanings().once and not one.is_sum:
                    whole = evolve(coordinates, function=ALL)
                    listed.setdefault((id(one.side), whole), []).append((one, one.readings[0][0]))
    for (side, whole), found in listed.items():
        column = found[0][1].column.index
        figures = sum(row[column] is not None for row in found[0][0].side.matrix)
        elsewhere = [one for one in index[whole] if not one.is_sum]
        if figures == len(found) and elsewhere and all(id(one.side) != side for one in elsewhere):
            cells = tuple(cell for _, cell in found)
            readings = tuple(equal_cells(reading, cells) for reading in elsewhere[0].readings)
            yield readings[0] if len(readings) == 1 else Either(readings)


def _lost_rows(_: object, context: Context) -> Iterator[Fact]:
    """Totals that fail by exactly the rows which another table prints below the same total."""
    for one in context.lost:
        rows = "、".join(f"{cell.row.name} {cell.text}" for cell in one.rows)
        title = one.rows[0].origin.title
        yield Fact(one.total, holds=False, reported=rows, expected=Notice(title, title))


def _both_flows(_: object, context: Context) -> Iterator[Relation]:
    """What a revenue table prints as raised for all funds, or for one function, is what is spent."""
    index = context.cells
    for coordinates in index:
        if coordinates.flow is not Flow.REVENUE or not is_whole(coordinates, "function", "entity"):
            continue
        if coordinates.fund is ALL or coordinates.function is not ALL:
            spent = index[evolve(coordinates, flow=Flow.EXPENDITURE)]
            raised = [one for one in index[coordinates] if not one.is_sum]
            if raised and spent and spent[0].table is not raised[0].table:
                yield equal(raised[0], spent[0])


_SPENDING, _GENERAL, _FISCAL = "部门支出总体情况表", "一般公共预算支出表", "财政拨款支出表"
_BASIC = "一般公共预算基本支出表"


_TOTALS = sheet("部门收支总体情况表", *SUMMARY, "收入总计 | 9.00 | 支出总计 | 9.00")
_KINDS = sheet("部门收支总体情况表", *SUMMARY, " | | 一、基本支出 | 5.00", " | | 二、项目支出 | 4.00")
_ROW = "201 | 一般公共服务支出"
_SUBJECTS = "科目编码 | 科目名称 | 合计"
_UNIT_HEAD = "科目编码 | 单位（科目名称） | 合计 | 基本支出 | 项目支出"

SAME = RuleSet(
    (
        tie_rule(
            1,
            "same-total",
            ("总额", "totals"),
            (
                "同一方向、同一资金范围的总额，各表所印为同一数。",
                "The total of revenue or expenditure of one scope of funds is the same in every table that prints it.",
            ),
            "合计（甲表）= 合计（乙表）",
            partial(_same, "total"),
            pair(
                _TOTALS,
                spending(_SPENDING, "90000", "50000", "40000", unit="元"),
                spending(_SPENDING, "9.10", "5.00", "4.10"),
            ),
        ),
        tie_rule(
            2,
            "same-kind",
            ("支出类别", "kinds of expenditure"),
            (
                "基本支出、项目支出、人员经费、公用经费等，各表所印为同一数。",
                "Basic and project expenditure, personnel and operating expenditure are the same in every table.",
            ),
            "基本支出（甲表）= 基本支出（乙表）",
            partial(_same, "kind"),
            pair(
                _KINDS,
                spending(_SPENDING, "9.00", "5.00", "4.00"),
                spending(_SPENDING, "9.00", "5.10", "3.90"),
            ),
        ),
        tie_rule(
            3,
            "same-function",
            ("功能科目", "functional subjects"),
            (
                "同一资金范围内，同一支出功能分类科目在各表中为同一数；分单位列示的，为各单位之和。",
                "A functional subject of one scope of funds is the same in every table; listed by units, it is their sum.",
            ),
            "科目金额（甲表）= Σ 各单位同一科目（乙表）",
            partial(_same, "function"),
            pair(
                sheet("财政拨款收支总表", *SUMMARY, " | | 一、一般公共服务支出 | 9.00"),
                spending(_FISCAL, "9.00", "5.00", "4.00", row=_ROW),
                spending(_FISCAL, "9.01", "5.00", "4.01", row=_ROW),
            ),
        ),
        tie_rule(
            4,
            "same-economic",
            ("经济科目", "economic subjects"),
            (
                "同一资金范围、同一支出类别内，同一部门预算支出经济分类科目在各表中为同一数。",
                "An economic subject of one scope of funds and one kind of expenditure is the same in every table.",
            ),
            "科目金额（甲表）= 科目金额（乙表）",
            partial(_same, "economic"),
            pair(
                spending(_GENERAL, "9.00", "5.00", "4.00", row="30201 | 办公费"),
                spending(_BASIC, "5.00", row="30201 | 办公费", head="科目编码 | 科目名称 | 金额"),
                spending(_BASIC, "6.00", row="30201 | 办公费", head="科目编码 | 科目名称 | 金额"),
            ),
        ),
        tie_rule(
            5,
            "same-unit",
            ("单位", "units"),
            (
                "同一单位的支出，各表所印为同一数。",
                "The expenditure of one unit is the same in every table that prints it.",
            ),
            "单位金额（甲表）= 单位金额（乙表）",
            partial(_same, "entity"),
            pair(
                spending(_GENERAL, "9.00", "5.00", "4.00", row="301001 | 局机关", head=_UNIT_HEAD),
                spending(_BASIC, "5.00", row="301001 | 局机关", head="科目编码 | 单位（科目名称） | 合计"),
                spending(_BASIC, "6.00", row="301001 | 局机关", head="科目编码 | 单位（科目名称） | 合计"),
            ),
        ),
        tie_rule(
            6,
            "same-project",
            ("项目", "projects"),
            (
                "同一科目下同名的项目或明细，各表所印为同一数。",
                "A project or detail of one name below one subject is the same in every table.",
            ),
            "项目金额（甲表）= 项目金额（乙表）",
            partial(_same, "project"),
            pair(
                sheet(
                    _GENERAL,
                    HEAD,
                    "2010102 | 一般行政管理事务 | 9.00 | | 9.00",
                    " | 信息系统 | 9.00 | | 9.00",
                ),
                sheet(
                    _GENERAL,
                    HEAD,
                    "2010102 | 一般行政管理事务 | 9.00 | | 9.00",
                    " | 信息系统 | 9.00 | | 9.00",
                ),
                sheet(
                    _GENERAL,
                    HEAD,
                    "2010102 | 一般行政管理事务 | 9.00 | | 9.00",
                    " | 信息系统 | 8.00 | | 8.00",
                ),
            ),
        ),
        tie_rule(
            7,
            "same-item",
            ("专门口径", "special concepts"),
            (
                "“三公”经费、机关运行经费等专门口径的数，各表所印为同一数。",
                "The three public expenses, agency operating funds and their parts are the same in every table.",
            ),
            "“三公”经费（甲表）= “三公”经费（乙表）",
            partial(_same, "item"),
            pair(
                sheet("“三公”经费支出表", "项目 | 预算数", "合计 | 3.00", "公务接待费 | 3.00"),
                sheet("“三公”经费支出表", "合计 | 公务接待费", "30000 | 30000", unit="元"),
                sheet("“三公”经费支出表", "合计 | 公务接待费", "31000 | 31000", unit="元"),
            ),
        ),
        tie_rule(
            8,
            "revenue-is-spent",
            ("收入表与支出表", "revenue tables and expenditure tables"),
            (
                "收入表的总额及按功能科目所列的收入，与支出表的相应数为同一数。",
                "Revenue in total, and as listed by functional subject, is what the expenditure tables print for the same.",
            ),
            "收入（科目）= 支出（科目）",
            _both_flows,
            pair(
                sheet("部门收入总体情况表", "科目编码 | 科目名称 | 合计", "| 合计 | 9.00"),
                spending(_SPENDING, "9.00", "5.00", "4.00"),
                spending(_SPENDING, "9.10", "5.00", "4.10"),
            ),
        ),
        tie_rule(
            19,
            "lost-rows",
            ("缺行", "lost rows"),
            (
                "某表合计与其分项之差，恰为他表同一合计下所列、而该表未列的行的，该表缺行。",
                (
                    "Where a total differs from its parts by exactly the rows that another table prints below it, the table "
                    "lacks these rows."
                ),
            ),
            "合计（甲表）= Σ 分项（甲表）+ Σ 只列于乙表的分项",
            _lost_rows,
            tuple(
                tie_example(
                    outcome,
                    sheet(_GENERAL, _SUBJECTS, " | 合计 | 9.00", "201 | 一般公共服务支出 | 7.00", *more),
                    sheet(
                        _FISCAL,
                        _SUBJECTS,
                        " | 合计 | 9.00",
                        "201 | 一般公共服务支出 | 7.00",
                        "208 | 社会保障和就业支出 | 2.00",
                    ),
                )
                for outcome, more in (
                    (Outcome.NOT_APPLICABLE, ("208 | 社会保障和就业支出 | 2.00",)),
                    (Outcome.FAILED, ()),
                )
            ),
            severity=Severity.WARNING,
            message={
                "zh": "《{table}》{place}的分项缺：{reported}（列于《{expected}》）；也可能是提取文本时丢了行，请核对原文",
                "en": "{table}: the parts of {place} lack {reported}, which {expected} prints; the row may also have been lost "
                "in extraction, so compare the document",
            },
        ),
        tie_rule(
            20,
            "categories-make-up-total",
            ("各类之和", "categories and the total"),
            (
                "收支总表中只列各类而不另列合计的，各类支出之和等于支出总计。",
                "Functional categories that a summary lists without a total of their own add to total expenditure.",
            ),
            "支出总计 = Σ 类",
            _categories,
            tuple(
                tie_example(
                    outcome,
                    sheet(
                        "部门收支总表",
                        "支出 | | 支出 | ",
                        "功能分类 | 金额 | 支出用途 | 金额",
                        "一、一般公共服务支出 | 7.00 | 一、基本支出 | 9.00",
                        f"二、社会保障和就业支出 | {amount} | 支出总计 | 9.00",
                    ),
                )
                for outcome, amount in ((Outcome.PASSED, "2.00"), (Outcome.FAILED, "3.00"))
            ),
        ),
    )
)
"""The rules of equal coordinates."""
