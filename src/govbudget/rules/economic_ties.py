"""TIE: quantities that consist of economic subjects (人员经费 = 301 + 303, 公用经费 = 302 + …, “三公”经费).

What a kind of expenditure includes differs between regions. The conventions are data; a difference that one of them explains is a
hint that names it, and a warning where none does.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from govbudget.coordinates import CellIndex, Headings, Print, headings_said
from govbudget.disclosures import ALL, Cell, Coordinates, Flow, Table
from govbudget.exceptions import Notice
from govbudget.relations import AtMost, Either, Fact, Outcome, Reason, Relation, Sum, judge
from govbudget.rules._messages import AGENCY, EXCEEDS
from govbudget.rules._rules import Context, RuleSet, Severity, Sheet
from govbudget.rules._ties import Cells, equal, is_whole, sheet, tie_example, tie_rule, ties, total
from govbudget.vocabulary import Convention, Reading, meanings

_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)


@frozen(eq=False)
class _Made:
    """A printed quantity and the economic subjects it may be made of."""

    cells: Cells
    usual: Sum
    others: tuple[tuple[Sum, Reading], ...]


def _made(context: Context) -> Iterator[_Made]:
    index = context.cells
    for convention in meanings().conventions:
        seen: set[object] = set()
        for coordinates in index:
            place = _place(coordinates, convention)
            if place is None or place in seen:
                continue
            seen.add(place)
            made = _of(index, place, convention)
            if made is not None:
                yield made


def _place(coordinates: Coordinates, convention: Convention) -> Coordinates | None:
    """The coordinates of the whole that a convention speaks of, if these are it or one of its members."""
    wanted = dict(convention.of)
    if coordinates.flow is not Flow.EXPENDITURE or not is_whole(coordinates, "entity", *wanted):
        return None
    members = (wanted["kind"], *convention.members)
    rest = all(getattr(coordinates, name) == member for name, member in wanted.items() if name != "kind")
    return evolve(coordinates, kind=wanted["kind"]) if rest and coordinates.kind in members else None


def _of(index: CellIndex, place: Coordinates, convention: Convention) -> _Made | None:
    whole = total(index, place)
    cells = whole.readings[0] if whole is not None else _members(index, place, convention)
    if not cells:
        return None
    lists = [
        one
        for one in _lists(index, place, convention.codes[0])
        if whole is None or one.side is not whole.side
    ]
    sound = (one for one in lists if all(cell.reason is None for cell in one.readings[0]))
    listed = next(sound, next(iter(lists), None))
    if listed is None:
        return None

    def parts(codes: tuple[str, ...]) -> list[Cell]:
        found: list[Cell] = []
        for code in codes:
            prints = index[_economic(place, code)]
            found += [cell for one in prints if one.side is listed.side for cell in one.readings[0]]
        return found

    usual = parts(convention.codes)
    others = [
        (_sum(cells, [*usual, *parts(reading.add)], parts(reading.leave)), reading)
        for reading in convention.readings
        if parts(reading.add) or parts(reading.leave)
    ]
    return _Made(cells, _sum(cells, usual, []), tuple(others))


def _economic(place: Coordinates, code: str) -> Coordinates:
    return evolve(place, kind="basic", economic=code)


def _lists(index: CellIndex, place: Coordinates, code: str) -> list[Print]:
    """The prints by sides that list economic subjects row by row."""
    return [
        one
        for one in index[_economic(place, code)]
        if one.is_sum or one.readings[0][0].row.code == code or _is_list(index, place, one)
    ]


def _is_list(index: CellIndex, place: Coordinates, found: Print) -> bool:
    """Whether a side that prints a category by name also lists subjects below it."""
    return any(
        one.side is found.side
        for code in ("30101", "30102", "30201")
        for one in index[_economic(place, code)]
    )


def _members(index: CellIndex, place: Coordinates, convention: Convention) -> Cells:
    """The cells of the kinds that together are the kind in question, all of one side."""
    found = [one for member in convention.members if (one := total(index, evolve(place, kind=member)))]
    same = bool(found) and all(one.side is found[0].side for one in found)
    return tuple(one.readings[0][0] for one in found) if same else ()


def _sum(cells: Cells, parts: list[Cell], less: list[Cell]) -> Sum:
    moved = [*less, *cells[1:]]
    signs = (1,) * len(parts) + (-1,) * len(moved)
    return Sum(cells[0], (*parts, *moved), signs if moved else None)


def _kinds(_: object, context: Context) -> Iterator[Relation]:
    """What a kind of expenditure includes, in the usual reading or by a convention."""
    for made in _made(context):
        yield Either((made.usual, *(reading for reading, _ in made.others))) if made.others else made.usual


def _conventions(_: object, context: Context) -> Iterator[Relation]:
    """Which convention holds where the usual reading does not; each is named once."""
    named: list[Notice] = []
    for made in _made(context):
        if judge(made.usual).outcome is not Outcome.FAILED:
            continue
        held = next((one for relation, one in made.others if judge(relation).outcome in _HOLDS), None)
        if held is not None and held.name not in named:
            named.append(held.name)
            yield Fact(made.cells[0], holds=False, reported=made.cells[0].text, expected=held.name)


def _columns(table: Table) -> Iterator[Relation]:
    """Economic subjects stand in the column of their own category; one statement for every category and column."""
    for side in table.sides:
        said = headings_said(table, side)
        groups: dict[tuple[str, int], list[Cell]] = {}
        for cell in side.figures():
            category = said.category(cell.row.index)
            if category is not None and said.is_own_column(cell.row.index, cell.column.index) is not None:
                groups.setdefault((category, cell.column.index), []).append(cell)
        for (category, _), cells in groups.items():
            yield _in_column(said, category, cells)


def _in_column(said: Headings, category: str, cells: list[Cell]) -> Fact:
    sound = [cell for cell in cells if not said.is_doubtful(cell.row.index)]
    first = (sound or cells)[0]
    more = len(sound or cells)
    reported = first.row.name if more == 1 else f"{first.row.name} … × {more}"
    if said.is_own_column(first.row.index, first.column.index):
        return Fact(first, holds=True, reported=reported)
    expected = Notice(f"{category} 类的栏", f"the column of category {category}")
    if not sound:
        return Fact(first, holds=None, reported=reported, expected=expected, reason=Reason.DOUBTFUL)
    return Fact(first, holds=False, reported=reported, expected=expected)


def _covers(_: object, context: Context) -> Iterator[Relation]:
    """A concept such as 公务接待费 includes the economic subject of that name among basic expenditure."""
    index = context.cells
    for coordinates in index:
        code = meanings().covers.get(str(coordinates.item))
        whole = total(index, coordinates)
        if code is None or whole is None or not is_whole(coordinates, "item", "entity"):
            continue
        for fund in ("general", "fiscal"):
            listed = index[evolve(coordinates, item=ALL, fund=fund, kind="basic", economic=code)]
            if listed:
                yield AtMost(listed[0].readings[0], whole.readings[0][0])
                break


def _mirrors(_: object, context: Context) -> Iterator[Relation]:
    """Functional subjects that pay for one economic subject only."""
    index, year = context.cells, context.disclosure.year
    if year is not None and year < 2018:
        return
    for function, economic in meanings().mirrors:
        for coordinates in [one for one in index if one.economic == economic]:
            if coordinates.kind != "basic" or not is_whole(coordinates, "kind", "economic"):
                continue
            paid = evolve(coordinates, economic=ALL, function=function)
            found = index[paid] or index[evolve(paid, kind=ALL)]
            if found:
                yield equal(found[0], index[coordinates][0])


def _agency(_: object, context: Context) -> Iterator[Relation]:
    """机关运行经费 is operating expenditure of agencies, so at most all operating expenditure."""
    index = context.cells
    for coordinates in index:
        if coordinates.item != "agency_operating" or not is_whole(coordinates, "item"):
            continue
        spent, whole = total(index, coordinates), None
        for fund in ("general", "fiscal"):
            base = evolve(coordinates, item=ALL, fund=fund)
            goods = [one for one in index[_economic(base, "302")] if not index[_economic(base, "310")]]
            whole = whole or total(index, evolve(base, kind="operating")) or next(iter(goods), None)
        if spent is not None and whole is not None and len(whole.readings[0]) == 1:
            yield AtMost(spent.readings[0], whole.readings[0][0])
            if judge(equal(spent, whole)).outcome is Outcome.PASSED:
                yield from _subjects_of(context, coordinates)


def _subjects_of(context: Context, agency: Coordinates) -> Iterator[Relation]:
    """Where agencies have all operating expenditure, both tables print the same for every economic subject."""
    index = context.cells
    for coordinates in index:
        if coordinates.item == agency.item and len(str(coordinates.economic)) == 5:
            base = evolve(coordinates, item=ALL, kind="basic")
            listed = [*index[evolve(base, fund="general")], *index[evolve(base, fund="fiscal")]]
            yield from ties(index[coordinates], listed[:1])


_LIST_HEAD = "科目编码 | 科目名称 | 金额"


def _spent(personnel: str, operating: str) -> Sheet:
    return sheet(
        "一般公共预算支出表",
        "科目编码 | 科目名称 | 总计 | 基本支出 | | ",
        " | | | 小计 | 人员经费 | 公用经费",
        f" | 合计 | 10.00 | 10.00 | {personnel} | {operating}",
    )


_LISTED = sheet(
    "一般公共预算基本支出表",
    _LIST_HEAD,
    " | 合计 | 10.00",
    "301 | 工资福利支出 | 6.00",
    "302 | 商品和服务支出 | 4.00",
    "30228 | 工会经费 | 1.00",
    "30299 | 其他商品和服务支出 | 3.00",
)
_COLUMNS = "科目编码 | 科目名称 | 合计 | 对个人和家庭的补助支出 | 商品服务支出"
_THREE = "“三公”经费支出表"

ECONOMIC = RuleSet(
    (
        tie_rule(
            13,
            "kind-by-economic-subjects",
            ("支出类别与经济科目", "kinds of expenditure by economic subjects"),
            (
                (
                    "人员经费等于工资福利支出与对个人和家庭的补助之和，公用经费等于其余各类之和，按经济科目命名的栏等于该类之和；"
                    "各地口径不同的，至少有一种口径成立。"
                ),
                (
                    "Personnel expenditure is wages and welfare plus subsidies to individuals, operating expenditure is the rest, and a "
                    "column named after a category is that category; where regions differ, one of the known conventions holds."
                ),
            ),
            "人员经费 = 301 + 303（或含 30228、30229 等）；公用经费 = 302 + 310 + …",
            _kinds,
            (
                tie_example(Outcome.PASSED, _spent("7.00", "3.00"), _LISTED),
                tie_example(Outcome.FAILED, _spent("8.00", "2.00"), _LISTED),
            ),
            severity=Severity.WARNING,
        ),
        tie_rule(
            14,
            "convention-of-kinds",
            ("口径说明", "a convention"),
            (
                "人员经费、公用经费等按通常口径计算与经济科目不符，而按某种地方口径相符的，指出该口径。",
                (
                    "Where personnel or operating expenditure agrees with the economic subjects only by a regional convention, the "
                    "convention is named."
                ),
            ),
            "人员经费 = 301 + 303",
            _conventions,
            (
                tie_example(Outcome.NOT_APPLICABLE, _spent("6.00", "4.00"), _LISTED),
                tie_example(Outcome.FAILED, _spent("7.00", "3.00"), _LISTED),
            ),
            severity=Severity.HINT,
            message={
                "zh": "《{table}》{place}印为 {reported}，与经济科目按通常口径之和不同；相符的口径是：{expected}",
                "en": "{table}: {place} prints {reported}, which is not the usual sum of economic subjects; it agrees if {expected}",
            },
        ),
        tie_rule(
            15,
            "subject-in-its-column",
            ("经济科目所在的栏", "the column of an economic subject"),
            (
                "按类分栏的表中，经济科目的金额列在其所属类的栏内（商品和服务支出栏可含资本性支出）。",
                (
                    "In tables with a column for every category, the amount of an economic subject stands in the column of its own "
                    "category (goods and services may include capital expenditure)."
                ),
            ),
            "30201 ∈ 商品和服务支出栏",
            _columns,
            (
                tie_example(
                    Outcome.PASSED,
                    sheet("一般公共预算支出表", _COLUMNS, "30201 | 办公费 | 4.00 | | 4.00"),
                ),
                tie_example(
                    Outcome.FAILED,
                    sheet("一般公共预算支出表", _COLUMNS, "30201 | 办公费 | 4.00 | 4.00 | "),
                ),
            ),
            severity=Severity.WARNING,
            message={
                "zh": "《{table}》{reported} 列在{place}，应列在{expected}",
                "en": "{table}: {reported} stands in {place}, but belongs in {expected}",
            },
            scope="table",
        ),
        tie_rule(
            16,
            "concept-covers-subject",
            ("“三公”经费与经济科目", "three public expenses and economic subjects"),
            (
                "公务接待费等专门口径的数，不小于基本支出中同名经济科目的数。",
                "Official hospitality and the like are at least what basic expenditure lists under the subject of the same name.",
            ),
            "30217（基本支出）≤ 公务接待费",
            _covers,
            tuple(
                tie_example(
                    outcome,
                    sheet(_THREE, "合计 | 公务接待费", f"{amount} | {amount}"),
                    sheet("一般公共预算基本支出表", _LIST_HEAD, "30217 | 公务接待费 | 3.00"),
                )
                for outcome, amount in ((Outcome.PASSED, "5.00"), (Outcome.FAILED, "2.00"))
            ),
            severity=Severity.WARNING,
            message=EXCEEDS,
        ),
        tie_rule(
            17,
            "mirrored-subjects",
            ("功能科目与经济科目对应", "functional subjects that mirror an economic one"),
            (
                "机关事业单位基本养老保险缴费、职业年金缴费、住房公积金，功能科目与经济科目的数一般相同。",
                (
                    "Pension contributions, occupational annuities and housing funds are usually the same under their functional and "
                    "their economic subject."
                ),
            ),
            "2080505 = 30108；2080506 = 30109；2210201 = 30113",
            _mirrors,
            tuple(
                tie_example(
                    outcome,
                    sheet(
                        "2021年一般公共预算支出表",
                        "科目编码 | 科目名称 | 合计 | 基本支出",
                        "2210201 | 住房公积金 | 4.00 | 4.00",
                    ),
                    sheet("2021年一般公共预算基本支出表", _LIST_HEAD, f"30113 | 住房公积金 | {amount}"),
                )
                for outcome, amount in ((Outcome.PASSED, "4.00"), (Outcome.FAILED, "5.00"))
            ),
            severity=Severity.HINT,
        ),
        tie_rule(
            18,
            "agency-operating-funds",
            ("机关运行经费", "agency operating funds"),
            (
                "机关运行经费是行政单位的公用经费，不超过全部公用经费；两者相等的，各经济科目也相等。",
                "Agency operating funds are the operating expenditure of agencies, at most all of it; if they are all, every subject is the same.",
            ),
            "机关运行经费 ≤ 公用经费",
            _agency,
            tuple(
                tie_example(
                    outcome,
                    _spent("6.00", "4.00"),
                    sheet("机关运行经费表", "科目编码 | 科目名称 | 机关运行经费支出", f" | 合计 | {amount}"),
                )
                for outcome, amount in ((Outcome.PASSED, "3.00"), (Outcome.FAILED, "5.00"))
            ),
            severity=Severity.HINT,
            message=AGENCY,
        ),
    )
)
"""The rules of quantities that consist of economic subjects."""
