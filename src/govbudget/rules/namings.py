"""TXT: the economic subjects that a text names for 人员经费 and 公用经费, against the table of basic expenditure.

Many such lists are a form's own text, in names of older editions, and honestly name subjects without an amount: a name that no
table prints is not asked. Only a name that is none, where the table prints one that differs in a single character, is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from govbudget.disclosures import Disclosure, Row, Side, Table
from govbudget.disclosures.namings import codes_of, is_known, naming_key
from govbudget.disclosures.narrative import Mark, Naming
from govbudget.exceptions import Notice
from govbudget.labels import shown
from govbudget.locations import Location
from govbudget.relations import Fact, Outcome, Relation
from govbudget.rules._rules import RuleSet, Severity
from govbudget.rules._text_cards import text_rule, told
from govbudget.vocabulary import naming_words

_KINDS = ("fiscal_appropriation_basic", "basic_expenditure")


@frozen(eq=False)
class _Prints:
    """The subjects of one side of a table of basic expenditure: by name the first row, and its place among the rows."""

    title: str
    rows: Mapping[str, tuple[str, Row]]
    paid: frozenset[str]


def _misnamed(disclosure: Disclosure) -> Iterator[Relation]:
    """A listed name that a table prints with an amount is right; one that is a character away from such a name is not."""
    prints = [_read(table, side) for table in disclosure.tables if _is_basic(table) for side in table.sides]
    for naming in _namings(disclosure):
        keys = [naming_key(name) for name in naming.names]
        for i, name in enumerate(naming.names):
            if any(keys[i] in one.paid for one in prints):
                yield Fact(_place(naming, i), holds=True, reported=name)
            elif not is_known(keys[i]):
                meant = next(filter(None, (_meant(keys, i, one) for one in prints)), None)
                if meant is not None:
                    yield Fact(_place(naming, i), holds=False, reported=name, expected=meant)


def _is_basic(table: Table) -> bool:
    return table.kind is not None and table.kind.key in _KINDS


def _read(table: Table, side: Side) -> _Prints:
    rows: dict[str, tuple[str, Row]] = {}
    paid: set[str] = set()
    for row in side.rows:
        names = [name for _, name in row.subjects if name] or [*row.labels, row.label]
        known = {key: name for name in names if codes_of(key := naming_key(name))}
        for key, name in known.items():
            rows.setdefault(key, (name, row))
        cells = (cell for cell in side.matrix[row.index] if cell is not None)
        if any(cell.figure is not None and cell.figure.coefficient for cell in cells):
            paid.update(known)
    return _Prints(table.title, rows, frozenset(paid))


def _meant(keys: list[str], i: int, prints: _Prints) -> Notice | None:
    """The paid subject that a name is a slip of: the list has it nowhere else, and the names around it stand around it in the table."""
    before = next((prints.rows[key][1].index for key in reversed(keys[:i]) if key in prints.rows), None)
    after = next((prints.rows[key][1].index for key in keys[i + 1 :] if key in prints.rows), None)
    if before is None and after is None:
        return None
    slips = (prints.rows[key] for key in prints.paid.difference(keys) if naming_words().is_slip(keys[i], key))
    found = [
        (name, row)
        for name, row in slips
        if (before is None or before < row.index) and (after is None or row.index < after)
    ]
    if len(found) != 1:
        return None
    (name, row), title = found[0], shown(prints.title)
    return Notice(f"“{name}”（《{title}》“{row.name}”行）", f"'{name}' (row '{row.name}' of “{title}”)")


def _repeated(disclosure: Disclosure) -> Iterator[Relation]:
    """No name stands twice in a list, unless several subjects bear it, such as 办公设备购置 in 309 and 310."""
    for naming in _namings(disclosure):
        first: dict[str, int] = {}
        holds = True
        for i, name in enumerate(naming.names):
            key = naming_key(name)
            at = first.setdefault(key, i)
            if at < i and len(codes_of(key)) < 2:
                holds = False
                line = _place(naming, at).location.line
                message = Notice(
                    f"“{name}”在同一列举中出现两次，前一次在第 {line} 行",
                    f"'{name}' stands twice in one list, before on line {line}",
                )
                yield Fact(_place(naming, i), holds=False, reported=name, message=message)
        if holds:
            yield Fact(naming.mark, holds=True, reported="、".join(naming.names))


def _namings(disclosure: Disclosure) -> Iterator[Naming]:
    return (one for one in disclosure.narrative.statements if isinstance(one, Naming))


def _place(naming: Naming, i: int) -> Mark:
    """Where a name stands."""
    mark = naming.mark
    return Mark(mark.text, Location(mark.location.source, row=naming.names[i], line=naming.lines[i]))


_TITLE = "2021年一般公共预算基本支出表"
_ROWS = (
    "科目编码 | 科目名称 | 合计",
    "30101 | 基本工资 | 3.00",
    "30102 | 津贴补贴 | 2.00",
    "30103 | 奖金 | 1.00",
    "30107 | 绩效工资 | ",
)

NAMINGS = RuleSet(
    (
        text_rule(
            ("TXT-022", "misnamed-subject", Severity.HINT),
            ("列举的科目名称", "names of listed subjects"),
            (
                "文字列举的经济科目名称，与基本支出表所列科目一字之差、又不是任何科目名称的，仅作提示；表中未列的科目不作判断。",
                "A listed name that is none, one character away from a subject of the table of basic expenditure, is pointed out.",
            ),
            "列举名称 = 表内科目名称",
            _misnamed,
            (
                told(
                    Outcome.PASSED,
                    "人员经费6万元，主要包括：基本工资、津贴补贴、奖金、抚恤金。",
                    *_ROWS,
                    title=_TITLE,
                ),
                told(
                    Outcome.NOT_APPLICABLE,
                    "人员经费6万元，主要包括：离休费、退休费、抚恤金。",
                    *_ROWS,
                    title=_TITLE,
                ),
                told(
                    Outcome.FAILED,
                    "人员经费6万元，主要包括：基本工资、津贴补贴、资金、绩效工资。",
                    *_ROWS,
                    title=_TITLE,
                ),
            ),
            (
                "文字列举的“{reported}”不是经济科目，应为{expected}",
                "The text lists '{reported}', which is no economic subject and should be {expected}",
            ),
        ),
        text_rule(
            ("TXT-023", "subject-named-twice", Severity.HINT),
            ("重复列举的科目", "subjects named twice"),
            (
                "文字在同一列举中不重复列出同一经济科目。",
                "No economic subject stands twice in one list of the text.",
            ),
            "列举名称互不相同",
            _repeated,
            (
                told(Outcome.PASSED, "人员经费6万元，主要包括：基本工资、津贴补贴、奖金、奖励金。"),
                told(Outcome.FAILED, "人员经费6万元，主要包括：基本工资、津贴补贴、奖金、医疗费、奖金。"),
            ),
        ),
    )
)
"""The rules of the subjects that a text names."""
