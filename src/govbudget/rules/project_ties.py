"""TIE-021, 022, TXT-014, 015, 017: projects with performance forms against the tables and the text.

The annual amount in the form of a project is that of its row in a table of expenditure; what is bought for it is at most that. All
forms together are at most the project expenditure: they need not cover it. The text says how many projects have targets, and how much
money: where it counts as many as there are forms, their amounts add to that money. Fewer forms than the text counts are no finding, because
not all need to be published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govbudget.coordinates import Print
from govbudget.disclosures import ALL, Cell, Claim, Coordinates, Disclosure, Project
from govbudget.disclosures.forms import FormCell, Period
from govbudget.disclosures.narrative import Role
from govbudget.disclosures.places import printed_amounts
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.relations import AtMost, Either, Fact, Outcome, Reason, Relation, Same, Sum
from govbudget.rules._messages import MESSAGE
from govbudget.rules._rules import Card, Context, Example, Rule, RuleSet, Severity, Sheet
from govbudget.rules._text_cards import text_rule
from govbudget.rules._ties import BASIS
from govbudget.vocabulary import form_words, topics

Named = dict[str, list[tuple[Coordinates, Print]]]


def _projects(disclosure: Disclosure) -> tuple[Project, ...]:
    """The projects of the forms of the budget year."""
    forms = (table.form for table in disclosure.tables if table.form is not None)
    return tuple(
        project for form in forms if form.year in {None, disclosure.year} for project in form.projects
    )


def _annual(project: Project) -> FormCell | None:
    found = project.amount(Period.ANNUAL)
    return found if found is not None and found.figure is not None else None


def _rows_of_projects(disclosure: Disclosure, context: Context) -> Iterator[Relation]:
    """The amount in a form is that of the one row of its name."""
    for amount, rows in _matched(disclosure, context):
        cells = _cells(rows, is_bought=False)
        if len(cells) == 1:
            yield Same(amount, cells[0])


def _matched(
    disclosure: Disclosure, context: Context
) -> Iterator[tuple[FormCell, list[tuple[Coordinates, Print]]]]:
    """Iterate over the annual amounts of projects whose name only one form bears, with the rows of that name."""
    projects = _projects(disclosure)
    rows = _rows(disclosure, context) if projects else {}
    names = Counter(normalise(project.name) for project in projects)
    for project in projects:
        name, amount = normalise(project.name), _annual(project)
        if amount is not None and name in rows and names[name] == 1:
            yield amount, rows[name]


def _rows(disclosure: Disclosure, context: Context) -> Named:
    """The prints of projects by their names, of all funds of the budget year."""
    found: Named = {}
    for coordinates in context.cells:
        name, year = coordinates.project, coordinates.year
        if isinstance(name, str) and coordinates.fund is ALL and year == disclosure.year:
            found.setdefault(name, []).extend((coordinates, one) for one in context.cells[coordinates])
    return found


def _cells(rows: list[tuple[Coordinates, Print]], *, is_bought: bool) -> tuple[Cell, ...]:
    """The cells of a project's rows, one for every subject and unit, as far as each is a single cell."""
    found: dict[object, Cell] = {}
    for coordinates, one in rows:
        item = coordinates.item
        fits = item == "procurement" if is_bought else item is ALL and coordinates.measure == "budget"
        if fits and coordinates.kind in (ALL, "project") and len(one.readings) == len(one.readings[0]) == 1:
            place = coordinates.function, coordinates.economic, coordinates.entity
            found.setdefault(place, one.readings[0][0])
    return tuple(found.values())


def _within(disclosure: Disclosure, context: Context) -> Iterator[Relation]:
    """What is bought for a project is part of its money; the forms together, each project once, are part of project expenditure."""
    for amount, rows in _matched(disclosure, context):
        bought = _cells(rows, is_bought=True)
        if bought:
            yield AtMost(bought, amount)
    cells = printed_amounts(disclosure, topics().topic("project_expenditure"))
    if len({cell.figure for cell in cells}) != 1:
        return
    names = tuple(normalise(project.name) for project in _projects(disclosure))
    amounts = {
        (normalise(project.name), total.figure): total
        for project in _projects(disclosure)
        if (total := _annual(project)) is not None and _is_own(normalise(project.name), names)
    }
    if amounts:
        yield AtMost(tuple(amounts.values()), cells[0])


def _is_own(name: str, names: tuple[str, ...]) -> bool:
    """Tell whether a project is certainly one of the year's own: neither part of one whose name it goes on with, nor other money."""
    is_part = any(name != other and other and name.startswith(other) for other in names)
    return not is_part and form_words().terms["outside_projects"].fullmatch(name) is None


def _counted(disclosure: Disclosure, key: str, role: Role) -> Iterator[Claim]:
    for claim in disclosure.claims:
        is_named = claim.role is role and claim.topic is not None and claim.topic.key == key
        if is_named and claim.year == disclosure.year:
            yield claim


def _counts(disclosure: Disclosure) -> Iterator[Relation]:
    """There are not more forms than the text counts projects with targets."""
    forms = len(_projects(disclosure))
    for claim in _counted(disclosure, "performance_projects", Role.COUNT) if forms else ():
        said = claim.figure.value
        holds = True if said == forms else False if said < forms else None
        wanted = None if holds else Notice(f"{forms} 张绩效目标表", f"{forms} forms")
        yield Fact(claim, holds, str(claim.figure), wanted, Reason.MISSING if holds is None else None)


def _listed(disclosure: Disclosure) -> Iterator[Relation]:
    """The amount of a project that the text lists by name is that of its form, of the year or of all years."""
    projects = _projects(disclosure)
    names = Counter(normalise(project.name) for project in projects)
    known = {normalise(one.name): one for one in projects if names[normalise(one.name)] == 1}
    for claim in disclosure.claims:
        name = claim.topic.key.removeprefix("project:") if claim.topic is not None else ""
        project, annual = known.get(name), _annual(known[name]) if name in known else None
        if (
            project is None
            or annual is None
            or claim.role is not Role.AMOUNT
            or claim.year != disclosure.year
        ):
            continue
        whole = project.amount(Period.IMPLEMENTATION)
        cells = (annual, whole) if whole is not None and whole.figure is not None else (annual,)
        yield Either(tuple(Same(claim, cell) for cell in cells))


def _money(disclosure: Disclosure) -> Iterator[Relation]:
    """Where as many projects are counted as there are forms, their amounts add to the money of the text."""
    projects = _projects(disclosure)
    counts = {claim.figure.value for claim in _counted(disclosure, "performance_projects", Role.COUNT)}
    amounts = tuple(amount for project in projects if (amount := _annual(project)) is not None)
    if counts == {len(projects)} and len(amounts) == len(projects) > 0:
        for claim in _counted(disclosure, "performance_funds", Role.AMOUNT):
            yield Sum(claim, amounts)


_FORM = "2021年项目绩效目标表"
_HEAD = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"


def _form(name: str, amount: str) -> Sheet:
    return Sheet(_FORM, "万元", (f"项目名称 | {name} | | ", f"实施期资金总额 | | 年度资金总额 | {amount}"))


def _told(outcome: Outcome, text: str, form: Sheet) -> Example:
    return Example(form.title, form.unit, form.rows, outcome, text=text)


def _table(*rows: str) -> Sheet:
    return Sheet("2021年支出总体情况表", "万元", (_HEAD, *rows))


_LISTED = (" | 合计 | 9.00 | 4.00 | 5.00", "20805 | 养老支出 | 9.00 | 4.00 | 5.00")
_NAMED = "2021年本部门共1个项目实行绩效目标管理，分别是：甲乙丙项目{}万元。"
_TARGETS = "2021年本部门共1个项目实行绩效目标管理，涉及财政性资金合计{}万元。"


def _tie(  # noqa: PLR0913, PLR0917 - one line for both rules
    rule_id: str,
    name: str,
    title: tuple[str, str],
    statement: tuple[str, str],
    formula: str,
    severity: Severity,
    states: object,
    message: dict[str, str] | tuple[str, str],
    forms: tuple[Sheet, Sheet],
) -> Rule:
    outcomes = (Outcome.PASSED, Outcome.FAILED)
    table = _table(*_LISTED, " | 甲项目 | 5.00 | | 5.00")
    examples = tuple(
        Example(table.title, table.unit, table.rows, outcome, further=(form,))
        for outcome, form in zip(outcomes, forms, strict=True)
    )
    card = Card(rule_id, name, title, statement, formula, BASIS, severity, message, examples=examples)
    return Rule(card, "disclosure", states, in_context=True)  # type: ignore[arg-type]


PROJECT_TIES = RuleSet(
    (
        _tie(
            "TIE-021",
            "project-and-form",
            ("项目表与绩效目标表", "a project in tables and in its form"),
            (
                "绩效目标表的年度资金与支出表中同名项目的金额一致。",
                "The annual amount in a form is that of the row of the project in the tables.",
            ),
            "绩效目标表年度资金 = 表中项目金额",
            Severity.WARNING,
            _rows_of_projects,
            MESSAGE,
            (_form("甲项目", "5.00"), _form("甲项目", "6.00")),
        ),
        _tie(
            "TIE-022",
            "forms-within-expenditure",
            ("绩效目标表与项目支出", "forms within project expenditure"),
            (
                "各项目绩效目标表的年度资金合计不超过项目支出，为项目采购的金额不超过其年度资金；转移支付、结转资金可能例外，故仅作提示。",
                (
                    "The annual amounts of all forms are at most the project expenditure, what is bought for a project at most its money; "
                    "transfers and money carried over may be exceptions, so it is a hint."
                ),
            ),
            "Σ 年度资金 ≤ 项目支出；采购 ≤ 年度资金",
            Severity.HINT,
            _within,
            (
                "《{table}》{place}印为 {reported}，而《{other_table}》中其所含部分更多：{equation}",
                "{table}: {place} prints {reported}, but {other_table} has more for parts of it: {equation}",
            ),
            (_form("乙项目", "4.00"), _form("乙项目", "6.00")),
        ),
        text_rule(
            ("TXT-014", "counted-projects", Severity.HINT),
            ("绩效目标项目数", "counted projects"),
            (
                "文字所称编制绩效目标的项目数不少于文中的项目绩效目标表。",
                "The text counts at least as many projects with targets as the document has forms.",
            ),
            "绩效目标表 ≤ 项目数",
            _counts,
            (
                _told(Outcome.PASSED, _TARGETS.format(5), _form("甲项目", "5.00")),
                _told(
                    Outcome.FAILED,
                    "2021年本部门共0个项目实行绩效目标管理，涉及财政性资金0万元。",
                    _form("甲项目", "5.00"),
                ),
            ),
            (
                "文字称编制绩效目标的项目为 {reported} 个，而文中有 {expected}",
                "The text counts {reported} projects with targets, but the document has {expected}",
            ),
        ),
        text_rule(
            ("TXT-015", "money-of-counted-projects", Severity.WARNING),
            ("绩效目标项目资金", "money of counted projects"),
            (
                "文字所列编制绩效目标的项目资金，等于各项目绩效目标表年度资金之和（项目数相同时）。",
                "The money of projects with targets is the sum of their forms, where the text counts as many as there are.",
            ),
            "文字金额 = Σ 年度资金",
            _money,
            (
                _told(Outcome.PASSED, _TARGETS.format(5), _form("甲项目", "5.00")),
                _told(Outcome.FAILED, _TARGETS.format(8), _form("甲项目", "5.00")),
            ),
            (
                "文字所列编制绩效目标的项目资金为 {reported}，而各绩效目标表之和为 {expected}",
                "The text states {reported} for the projects with targets, but their forms add to {expected}",
            ),
        ),
        text_rule(
            ("TXT-017", "project-in-text", Severity.WARNING),
            ("文字所列项目金额", "a project listed in the text"),
            (
                "文字逐项列出编制绩效目标的项目的，其金额与该项目绩效目标表的年度（或实施期）资金一致。",
                "The amount of a project that the text lists by name is that of its form, of the year or of all years.",
            ),
            "文字金额 = 绩效目标表资金",
            _listed,
            (
                _told(Outcome.PASSED, _NAMED.format("5"), _form("甲乙丙项目", "5.00")),
                _told(Outcome.FAILED, _NAMED.format("8"), _form("甲乙丙项目", "5.00")),
            ),
            (
                "文字所列项目{place}为 {reported}，而其绩效目标表为 {expected}",
                "The text states {reported} for the project {place}, but its form prints {expected}",
            ),
        ),
    )
)
"""The rules of projects with performance forms against tables and text."""
