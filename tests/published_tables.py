"""Budgets as the tables of the official form: headings over columns, labels before rows, and what every cell prints.

`publish` turns a budget into its tables in a `Manner`: the unit and its decimals, what is printed for nothing, where totals stand, which
levels of subjects are printed and in how many columns their codes. `surface_forms` writes them as text or rows.
"""

from collections.abc import Callable

from attrs import evolve, frozen
from hypothesis import strategies as st

from consistent_budgets import BASIC, ECONOMICS, FUNCTIONS, Budget, Entry

Condition = Callable[[Entry], bool]


def everything(entry: Entry) -> bool:
    """Every entry."""
    return True


@frozen
class Heading:
    """The heading of a column, over further headings or over cells.

    Args:
        text: What is printed.
        where: Which entries are counted below it.
        below: The headings below it.
    """

    text: str
    where: Condition = everything
    below: tuple["Heading", ...] = ()

    def leaves(self, above: tuple["Heading", ...] = ()) -> list[tuple["Heading", ...]]:
        """All headings without others below them, each after those above it."""
        path = (*above, self)
        return [leaf for one in self.below for leaf in one.leaves(path)] if self.below else [path]


@frozen
class PrintedRow:
    """A row of one side of a table.

    Args:
        kind: "total", "unit", "subject", "detail" or "label".
        code: The whole code, even if the table prints only its last part.
        name: The name.
        labels: The cells of the label columns as printed.
        cells: The cells of the columns of amounts as printed; "" is blank.
        depth: How many rows it stands below: 0 for totals, units and categories without units.
    """

    kind: str
    code: str
    name: str
    labels: tuple[str, ...]
    cells: tuple[str, ...]
    depth: int = 0


@frozen
class PrintedSide:
    """Labels and columns of amounts; a table of revenue beside expenditure has two sides.

    Args:
        labels: The headings of the label columns.
        columns: The headings of the columns of amounts.
        rows: The rows.
    """

    labels: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    rows: tuple[PrintedRow, ...]

    @property
    def paths(self) -> list[tuple[str, ...]]:
        """The headings above every column of amounts, outermost first."""
        return [tuple(one.text for one in leaf) for top in self.columns for leaf in top.leaves()]

    @property
    def label_count(self) -> int:
        """How many columns the labels take."""
        return sum(len(top.leaves()) for top in self.labels)


@frozen
class PrintedTable:
    """A table as it is published.

    Args:
        number: Its number in the disclosure, counted from 1.
        title: Its title.
        unit: The unit of its amounts; empty if none is printed.
        entity: The department, for the line above the headings.
        sides: One side, or two or three beside each other.
        tops: The headings over whole sides (收入, 支出); empty if there are none.
    """

    number: int
    title: str
    unit: str
    entity: str
    sides: tuple[PrintedSide, ...]
    tops: tuple[str, ...] = ()

    def headings(self) -> list[Heading]:
        """All headings from left to right, labels before amounts."""
        found = [(*side.labels, *side.columns) for side in self.sides]
        if self.tops:
            return [Heading(top, below=one) for top, one in zip(self.tops, found, strict=True)]
        return [one for side in found for one in side]

    def body(self) -> list[list[str]]:
        """The rows as they are printed, sides beside each other."""
        count = max(len(side.rows) for side in self.sides)
        blank = [("",) * (side.label_count + len(side.paths)) for side in self.sides]
        return [
            [
                cell
                for side, none in zip(self.sides, blank, strict=True)
                for cell in ((*side.rows[i].labels, *side.rows[i].cells) if i < len(side.rows) else none)
            ]
            for i in range(count)
        ]

    @property
    def figures(self) -> int:
        """How many amounts are printed."""
        return sum(cell not in NOTHING for side in self.sides for row in side.rows for cell in row.cells)


BASIC_DETAIL = "机构运转经费"
AMOUNT_LIKE = ("", "1.50")
SPOILS = (("", "（2021年）"), ("3.5期", ""), ("", " [2]号"), ("1号 ", ""), ("", "12"), AMOUNT_LIKE)
"""What makes a name hard to read."""
NOTHING = ("", "-", "—")
PLACES = {"元": 0, "万元": 4}


@frozen
class Manner:
    """How a department prints its tables.

    Args:
        unit: 元 or 万元.
        decimals: How many decimals.
        separators: Whether thousands are separated.
        nothing: What is printed where there is nothing: "", "-", "—", or "0" for a zero with its decimals.
        total: "first", "last" or "none".
        total_label: 合计, with or without blanks, or 总计.
        codes: "one column", "cumulative" (208⇥05⇥), "partial" (⇥05⇥), "short" (one column with 208, 05, 01) or "items".
        levels: Which lengths of codes are printed.
        details: Whether projects stand below their items.
        unit_codes: Whether units have codes.
        has_unit: Whether the unit is printed.
        spoiled: What is put around every third name: "", or pieces with digits, brackets and blanks.
    """

    unit: str
    decimals: int
    separators: bool
    nothing: str
    total: str
    total_label: str
    codes: str
    levels: tuple[int, ...]
    details: bool
    unit_codes: bool
    has_unit: bool
    spoiled: tuple[str, str]

    def amount(self, fen: int) -> str:
        """An amount as printed, rounded half up."""
        place = 10 ** (2 + PLACES[self.unit] - self.decimals) if 2 + PLACES[self.unit] > self.decimals else 1
        size = (2 * abs(fen) + place) // (2 * place)
        digits = str(size).zfill(self.decimals + 1)
        whole, rest = digits[: len(digits) - self.decimals], digits[len(digits) - self.decimals :]
        whole = f"{int(whole):,}" if self.separators else whole
        sign = "-" if fen < 0 and size else ""
        return sign + whole + ("." + rest if rest else "")

    def cell(self, entries: list[Entry]) -> str:
        """What is printed for some entries."""
        if entries:
            return self.amount(sum(entry.amount for entry in entries))
        return self.amount(0) if self.nothing == "0" else self.nothing

    def name(self, text: str, number: int) -> str:
        """A name, spoiled or not."""
        before, after = self.spoiled
        return before + text + after if number % 3 == 1 else text


@st.composite
def manners(draw, *, plain: bool = False) -> Manner:
    """Any manner of printing.

    Args:
        draw: Given by Hypothesis.
        plain: Whether every amount has decimals, the unit is printed and a dash is not, so that a text without borders can be read.
    """
    units = [("元", 2), ("万元", 2), ("万元", 2), ("万元", 1), ("万元", 4)]
    unit, decimals = draw(st.sampled_from(units if plain else [*units, ("元", 0), ("万元", 0)]))
    codes = draw(st.sampled_from(["one column", "cumulative", "partial", "short", "items"]))
    levels = draw(st.sampled_from([(3, 5, 7), (3, 7), (7,), (3, 5), (3,)]))
    if codes in ("partial", "short"):
        levels = (3, 5, 7)
    elif codes == "items":
        levels = (7,)
    return Manner(
        unit,
        decimals,
        draw(st.booleans()),
        draw(st.sampled_from(["", "", "", "0"] if plain else ["", "", "", "0", "-", "—"])),
        draw(st.sampled_from(["first", "first", "last", "none"])),
        draw(st.sampled_from(["合计", "合计", "合 计", "总计"])),
        codes,
        levels,
        codes in ("one column", "cumulative", "partial") and draw(st.integers(0, 4)) == 0,
        draw(st.booleans()),
        plain or draw(st.integers(0, 9)) > 0,
        draw(st.sampled_from([("", ""), ("", ""), ("", ""), *SPOILS])),
    )


# --- conditions ------------------------------------------------------------------------------------------------------------
def of(**fields: object) -> Condition:
    """Entries whose fields are one of these values: of(use="wages"), of(source=("fiscal", "other"))."""
    wanted = {key: value if isinstance(value, tuple) else (value,) for key, value in fields.items()}
    return lambda entry: all(getattr(entry, key) in values for key, values in wanted.items())


def both(*conditions: Condition) -> Condition:
    """Entries that satisfy all conditions."""
    return lambda entry: all(condition(entry) for condition in conditions)


def below(code: str, field: str = "function") -> Condition:
    """Entries of a subject or of one below it."""
    return lambda entry: getattr(entry, field).startswith(code)


BASICS = of(use=tuple(BASIC))
PROJECTED = of(use=("running", "target"))
PERSONNEL = of(use=("wages", "family"))
OPERATING = of(use=("goods", "capital"))
GENERAL = of(source=("fiscal", "other"))
APPROPRIATED = of(source=("fiscal", "other", "fund", "capital"))
CARRIED, CURRENT = of(is_carried=True), of(is_carried=False)


# --- headings ------------------------------------------------------------------------------------------------------------
def _by_use(*, deep: int, total: str = "合计") -> tuple[Heading, ...]:
    """Expenditure by use, in one to three levels."""
    if deep == 1:
        return (Heading(total), Heading("基本支出", BASICS), Heading("项目支出", PROJECTED))
    personnel: tuple[Heading, ...] = (Heading("人员经费", PERSONNEL),)
    if deep == 3:
        wages = Heading("工资福利支出", of(use="wages"))
        personnel = (evolve(personnel[0], below=(wages, Heading("对个人和家庭的补助", of(use="family")))),)
    kinds = (Heading("其他运转类", of(use="running")), Heading("特定目标类", of(use="target")))
    return (
        Heading(total),
        Heading("基本支出", BASICS, (Heading("小计"), *personnel, Heading("公用经费", OPERATING))),
        Heading("项目支出", PROJECTED, (Heading("小计"), *kinds)),
    )


def _by_source(*, deep: int) -> tuple[Heading, ...]:
    """Revenue by source, in one to four levels."""
    rest = (
        Heading("政府性基金预算", of(source="fund")),
        Heading("国有资本经营预算", of(source="capital")),
        Heading("财政专户管理资金", of(source="special")),
        Heading("单位资金", of(source="own")),
    )
    if deep == 1:
        return (Heading("合计"), Heading("一般公共预算", GENERAL), *rest)
    fiscal = Heading("其中：财政拨款", of(source="fiscal"))
    general = Heading("一般公共预算", GENERAL, (Heading("小计"), fiscal))
    if deep == 2:
        return (Heading("合计"), general, *rest)
    current = general if deep == 4 else Heading("一般公共预算", GENERAL)
    return (
        Heading("总计"),
        Heading("本年收入", CURRENT, (Heading("合计"), current, *rest)),
        Heading("上年结转结余", CARRIED, (Heading("合计"), Heading("一般公共预算", GENERAL), *rest)),
    )


def _labels(manner: Manner, depth: int, name: str) -> tuple[Heading, ...]:
    code = "科目编码"
    if manner.codes in ("one column", "short"):
        return (Heading(code), Heading("科目名称"))
    return (Heading(code, below=tuple(map(Heading, ("类", "款", "项")[:depth]))), Heading(name))


# --- rows --------------------------------------------------------------------------------------------------------------
@frozen
class _Tree:
    """Rows of subjects: which classification, which entries, and how they are printed."""

    budget: Budget
    manner: Manner
    field: str
    where: Condition

    @property
    def names(self) -> dict[str, str]:
        return FUNCTIONS if self.field == "function" else ECONOMICS

    @property
    def levels(self) -> tuple[int, ...]:
        if self.field == "function":
            return self.manner.levels
        return {(7,): (5,), (3,): (3,)}.get(self.manner.levels, (3, 5))

    def rows(self, columns: tuple[Heading, ...], *, units: bool) -> tuple[PrintedRow, ...]:
        """All rows with the total."""
        found: list[PrintedRow] = []
        owners = range(len(self.budget.units)) if units else ()
        for unit in owners:
            mine = both(self.where, of(unit=unit))
            if not any(map(mine, self.budget.entries)):
                continue
            code = f"04800{unit + 1}" if self.manner.unit_codes else ""
            found.append(self._row("unit", code, self.budget.units[unit], mine, columns, 0))
            found += self._subjects(mine, columns, 1)
        if not owners:
            found += self._subjects(self.where, columns, 0)
        total = self._row("total", "", self.manner.total_label, self.where, columns, 0)
        if self.manner.total == "none":
            return tuple(found)
        return (total, *found) if self.manner.total == "first" else (*found, total)

    def _subjects(self, where: Condition, columns: tuple[Heading, ...], depth: int) -> list[PrintedRow]:
        found = []
        for number, code in enumerate(self.budget.codes(self.names, self.field)):
            mine = both(where, below(code, self.field))
            if len(code) not in self.levels or not any(map(mine, self.budget.entries)):
                continue
            name = self.manner.name(self.names[code], number)
            level = depth + self.levels.index(len(code))
            found.append(self._row("subject", code, name, mine, columns, level))
            if self.manner.details and self.field == "function" and len(code) == 7:
                found += self._details(code, mine, columns, level + 1)
        return found

    def _details(
        self, code: str, where: Condition, columns: tuple[Heading, ...], depth: int
    ) -> list[PrintedRow]:
        """What an item is spent on, under the code of the item."""
        names = sorted({entry.project or BASIC_DETAIL for entry in self.budget.entries if where(entry)})
        found = []
        for name in names:
            project = "" if name == BASIC_DETAIL else name
            found.append(self._row("detail", code, name, both(where, of(project=project)), columns, depth))
        return found

    def _row(  # noqa: PLR0917 - what a row is made of
        self, kind: str, code: str, name: str, where: Condition, columns: tuple[Heading, ...], depth: int
    ) -> PrintedRow:
        labels = self._label_cells(kind, code, name)
        return PrintedRow(kind, code, name, labels, _cells(self.budget, self.manner, where, columns), depth)

    def _label_cells(self, kind: str, code: str, name: str) -> tuple[str, ...]:
        codes = self.manner.codes
        if codes == "one column" or (codes == "short" and (kind != "subject" or len(code) == 3)):
            return (code, name)
        if codes == "short":
            return (code[-2:], name)
        pieces = [code[:3], code[3:5], code[5:]][: 3 if self.field == "function" else 2]
        if kind in ("unit", "total"):
            return (*[""] * (len(pieces) - 1), code, name)
        if codes == "partial" and kind == "subject":
            last = sum(map(bool, pieces)) - 1
            pieces = [piece if i == last else "" for i, piece in enumerate(pieces)]
        return (*pieces, name)


def _cells(budget: Budget, manner: Manner, where: Condition, columns: tuple[Heading, ...]) -> tuple[str, ...]:
    mine = [entry for entry in budget.entries if where(entry)]
    leaves = [leaf for top in columns for leaf in top.leaves()]
    return tuple(
        manner.cell([one for one in mine if all(part.where(one) for part in leaf)]) for leaf in leaves
    )


NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三")
CATEGORIES = (
    "一般公共服务支出",
    "外交支出",
    "国防支出",
    "公共安全支出",
    "教育支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "节能环保支出",
    "城乡社区支出",
    "农林水支出",
    "住房保障支出",
    "国有资本经营预算支出",
    "其他支出",
)
"""The rows of expenditure in a summary, most of them blank."""


def _labelled(
    budget: Budget,
    manner: Manner,
    columns: tuple[Heading, ...],
    lines: list[tuple[str, Condition | None]],
    heading: str,
) -> PrintedSide:
    """A side whose rows are labels; without a condition a row prints nothing."""
    rows = [
        PrintedRow(
            "label",
            "",
            label,
            (label,),
            _cells(budget, manner, where, columns)
            if where
            else ("",) * sum(len(c.leaves()) for c in columns),
        )
        for label, where in lines
    ]
    return PrintedSide((Heading(heading),), columns, tuple(rows))


def _summary(budget: Budget, manner: Manner, where: Condition, *, wide: bool) -> tuple[PrintedSide, ...]:
    """Revenue by source beside expenditure by functional category."""
    sources = [
        ("一、一般公共预算", GENERAL),
        ("其中：财政拨款", of(source="fiscal")),
        ("其他一般公共预算资金", of(source="other")),
        ("二、政府性基金预算", of(source="fund")),
        ("其中：政府性基金预算资金", of(source="fund")),
        ("三、国有资本经营预算", of(source="capital")),
    ]
    if where is everything:
        sources += [("四、财政专户管理资金", of(source="special")), ("五、单位资金", of(source="own"))]
    left: list[tuple[str, Condition | None]] = [(label, both(where, CURRENT, one)) for label, one in sources]
    codes = {name: code for code, name in FUNCTIONS.items() if len(code) == 3}
    right: list[tuple[str, Condition | None]] = [
        (f"{numeral}、{name}", both(where, below(codes[name])) if name in codes else None)
        for numeral, name in zip(NUMERALS, CATEGORIES, strict=True)
    ]
    height = max(len(left), len(right))
    left += [("", None)] * (height - len(left))
    right += [("", None)] * (height - len(right))
    left += [
        ("本年收入合计", both(where, CURRENT)),
        ("上年结转", both(where, CARRIED)),
        ("收入总计", where),
    ]
    right += [("本年支出合计", where), ("年终结转结余", None), ("支出总计", where)]
    amount = (Heading("金额"),)
    columns: tuple[Heading, ...] = amount
    if wide:
        columns = (
            Heading("合计"),
            Heading("一般公共预算", GENERAL),
            Heading("政府性基金预算", of(source="fund")),
            Heading("国有资本经营预算", of(source="capital")),
        )
    return (
        _labelled(budget, manner, amount, left, "项目"),
        _labelled(budget, manner, columns, right, "项目"),
    )


# --- tables ------------------------------------------------------------------------------------------------------------
Maker = Callable[[Budget, Manner, int], tuple[PrintedSide, ...]]


@frozen
class _Form:
    """One table of the official form: its title, and its sides made of a budget."""

    title: str
    make: Maker
    tops: tuple[str, ...] = ()


def _subjects(
    where: Condition, field: str, headings: Callable[[int], tuple[Heading, ...]], *, units: bool
) -> "Maker":
    def make(budget: Budget, manner: Manner, deep: int) -> tuple[PrintedSide, ...]:
        columns = headings(deep)
        has_units = units and manner.codes != "short"
        name = "单位（科目名称）" if has_units else "科目名称"
        labels = _labels(manner, 3 if field == "function" else 2, name)
        rows = _Tree(budget, manner, field, where).rows(columns, units=has_units)
        return (PrintedSide(labels, columns, rows),)

    return make


def _uses(deep: int) -> tuple[Heading, ...]:
    return _by_use(deep=min(deep, 3))


def _single_uses(deep: int) -> tuple[Heading, ...]:
    return (Heading("合计"), Heading("人员经费", PERSONNEL), Heading("公用经费", OPERATING))


def _one_amount(deep: int) -> tuple[Heading, ...]:
    return (Heading("金额"),)


def _three_public(budget: Budget, manner: Manner, deep: int) -> tuple[PrintedSide, ...]:
    vehicles = (
        Heading("小计"),
        Heading("公务用车购置费", of(economic="31013")),
        Heading("公务用车运行费", of(economic="30231")),
    )
    columns = (
        Heading("“三公”经费合计"),
        Heading("因公出国（境）费", of(economic="30212")),
        Heading("公务用车购置及运行费", of(economic=("31013", "30231")), vehicles),
        Heading("公务接待费", of(economic="30217")),
    )
    where = both(GENERAL, of(economic=("30212", "30217", "30231", "31013")))
    cells = _cells(budget, manner, where, columns)
    return (PrintedSide((), columns, (PrintedRow("label", "", "", (), cells),)),)


def _projects(budget: Budget, manner: Manner, deep: int) -> tuple[PrintedSide, ...]:
    columns = (
        Heading("合计"),
        Heading("一般公共预算", GENERAL),
        Heading("政府性基金预算", of(source="fund")),
        Heading("国有资本经营预算", of(source="capital")),
        Heading("财政专户管理资金", of(source="special")),
        Heading("单位资金", of(source="own")),
    )
    rows = []
    for unit, name in enumerate(budget.units or (budget.entity,)):
        mine = both(PROJECTED, of(unit=unit))
        if not any(map(mine, budget.entries)):
            continue
        code = f"04800{unit + 1}"
        rows.append(PrintedRow("unit", code, name, (code, name, ""), _cells(budget, manner, mine, columns)))
        for project in sorted({entry.project for entry in budget.entries if mine(entry)}):
            where = both(mine, of(project=project))
            kind = (
                "特定目标类" if any(e.use == "target" for e in budget.entries if where(e)) else "其他运转类"
            )
            cells = _cells(budget, manner, where, columns)
            rows.append(PrintedRow("detail", code, project, (code, project, kind), cells, 1))
    labels = tuple(map(Heading, ("部门（单位）代码", "部门（项目）名称", "项目类型")))
    return (PrintedSide(labels, columns, tuple(rows)),)


FORMS = (
    _Form("部门收支总体情况表", lambda b, m, _: _summary(b, m, everything, wide=False), ("收入", "支出")),
    _Form(
        "部门收入总体情况表",
        _subjects(everything, "function", lambda deep: _by_source(deep=deep), units=True),
    ),
    _Form("部门支出总体情况表", _subjects(everything, "function", _uses, units=True)),
    _Form(
        "财政拨款收支总体情况表", lambda b, m, _: _summary(b, m, APPROPRIATED, wide=True), ("收入", "支出")
    ),
    _Form("一般公共预算支出情况表", _subjects(GENERAL, "function", _uses, units=True)),
    _Form(
        "一般公共预算基本支出情况表", _subjects(both(GENERAL, BASICS), "economic", _single_uses, units=False)
    ),
    _Form("一般公共预算“三公”经费支出情况表", _three_public),
    _Form("政府性基金预算支出情况表", _subjects(of(source="fund"), "function", _uses, units=True)),
    _Form(
        "国有资本经营预算支出情况表", _subjects(of(source="capital"), "function", _one_amount, units=False)
    ),
    _Form("项目支出预算表", _projects),
)
"""The tables that a budget is published in."""


@frozen
class Disclosed:
    """A budget with the tables in which it is published."""

    budget: Budget
    manner: Manner
    tables: tuple[PrintedTable, ...]

    @property
    def figures(self) -> int:
        """How many amounts are printed."""
        return sum(table.figures for table in self.tables)


def publish(
    budget: Budget, manner: Manner, chosen: tuple[int, ...], deep: int, year: int = 2021
) -> Disclosed:
    """Print some tables of a budget.

    Args:
        budget: The budget.
        manner: How its tables are printed.
        chosen: Which of `FORMS`, in this order.
        deep: How many levels the headings have at most, 1 to 4.
        year: The budget year, for the titles.
    """
    tables = []
    for number, index in enumerate(chosen, 1):
        form = FORMS[index]
        sides = form.make(budget, manner, deep)
        if any(side.rows for side in sides):
            unit = manner.unit if manner.has_unit else ""
            tables.append(
                PrintedTable(number, f"{year}年{form.title}", unit, budget.entity, sides, form.tops)
            )
    return Disclosed(budget, manner, tuple(tables))
