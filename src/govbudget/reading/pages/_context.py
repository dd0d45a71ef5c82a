"""What the lines around a table say: title, unit, entity, year and remarks."""

from __future__ import annotations

import re

from attrs import frozen

from govbudget.amounts import Unit
from govbudget.exceptions import FigureError, Notice
from govbudget.labels import names_other_years, normalise, shown, year_in
from govbudget.reading.pages._blocks import Line
from govbudget.vocabulary import vocabulary

_UNIT = re.compile(r"(?:金额)?单位\s*[:：]\s*(?:人民币)?\s*(?P<unit>[十百千万亿]*元)")
_ENTITY = re.compile(
    r"(?:预算|编制|填报)?(?<!量)(?<!主管)(?:部门|单位)(?:[（(]单位[）)])?(?:名称)?\s*[:：]\s*(?P<name>[^:：\t|]*?)\s*(?=单位\s*[:：]|金额单位|$)"
)
_ASIDE = re.compile(
    r"(?:部门|单位)?(?:附件?|公开|预算)?\s*表?\s*[0-9０-９一二三四五六七八九十]*\s*表?\s*[:：]?|[（(]?\s*20\d{2}\s*年?度?\s*[）)]?"
)
_REMARK = re.compile(r"\s*(?:备\s*注|注|说明)\s*\d*\s*[:：]|.*(?:此表|本表|空表|无数据)")
_TAIL = re.compile(
    r"[（(]?\s*(?:(?:预算|编制|填报|金额)?(?:部门|单位)(?:[（(]单位[）)])?(?:名称)?\s*[:：]|科目编码).*"
)
_UNIT_OF_COLUMN = re.compile(r"(?<=\S)\s*[（(](?:金额)?单位\s*[:：][^）)]*[）)]")
_TABLE = re.compile(r"表(?:\(.*\)|[一二三四五六七八九十\d]*)?\Z")
_SENTENCE = re.compile(r"[。；;，,]|\.{3,}|…")
_NUMBERED = re.compile(r"^\s*(?:表?\d+\s*[.．、]|[一二三四五六七八九十]+、|附[表件]\s*\d*\s*[:：.]?)\s*")

_YEAR = re.compile(r"(?:20\d{2}年?度?[-—–―~～〜至到]{1,2})?20\d{2}年?度?")
_BEFORE_NAME = re.compile(r"(?:第[一二三四五六七八九十]+部分|关于|附件\d*[:：]?)+")
_NOBODY = re.compile(r".*(?:[省市州区县乡镇]级|各部门|各单位)")
"""What stands before 部门预算 or 单位预算 and names no department: the level of the budget."""
_BRACKETS = {"(": ")", "（": "）"}

_LOOK_BACK = 8
_OTHER_YEARS = Notice("括号内年度与标题年度不一致", "the year in brackets is not that of the title")


@frozen
class Context:
    """What is said around a table."""

    title: str | None = None
    units: tuple[Unit, ...] = ()
    entity: str | None = None
    year: int | None = None
    """The year that is stated; None, too, if one in brackets contradicts that of the title."""
    problems: tuple[Notice, ...] = ()
    used: int = 0
    """How many of the last lines belong to the table."""
    title_line: Line | None = None
    unit_line: Line | None = None
    """The line nearest to the table that states a unit."""
    unit_problem: Notice | None = None
    """Why no unit is taken although some are stated."""
    other_years: Notice | None = None
    """Why no year is taken although some are stated."""


def units_in(text: str) -> tuple[list[Unit], list[str]]:
    """Return the units that a text states, and the names of units that are not known."""
    known, unknown = [], []
    for match in _UNIT.finditer(text):
        try:
            known.append(Unit.named(match["unit"]))
        except FigureError:
            unknown.append(match["unit"])
    return known, unknown


def entity_in(text: str) -> str | None:
    """Return the department or unit that a line such as "部门名称：医疗保障局" names."""
    names = (shown(m["name"]) for m in _ENTITY.finditer(text) if not _UNIT.match(text, m.start()))
    return next(filter(None, names), None)


def named_in_title(text: str) -> str | None:
    """Return the department or unit that the words before 部门预算 or 单位预算 name, whole with the brackets in it.

    Args:
        text: These words, without blanks.
    """
    plain = _YEAR.sub("", text).replace("()", "").replace("（）", "")
    match = _BEFORE_NAME.match(plain)
    name = plain[match.end() :] if match else plain
    while name and (name[-1] in _BRACKETS or (name[0] in _BRACKETS and name[-1] == _BRACKETS[name[0]])):
        name = name[:-1] if name[-1] in _BRACKETS else name[1:-1]
    while name and name[0] in _BRACKETS and _BRACKETS[name[0]] not in name:
        name = name[1:]
    while name and name[-1] in _BRACKETS.values() and not any(bracket in name for bracket in _BRACKETS):
        name = name[:-1]
    return None if not name or _NOBODY.fullmatch(name) else name


def is_aside(text: str) -> bool:
    """Tell whether a line states a unit, an entity, a year or a number of a table, rather than its title."""
    plain = shown(text)
    return bool(_UNIT.search(plain) or entity_in(plain) or _ASIDE.fullmatch(plain))


def clean_title(text: str) -> str:
    """Return a title without its number and without the unit or entity glued to it."""
    return _TAIL.sub("", _NUMBERED.sub("", shown(text))).strip()


def looks_like_title(text: str) -> bool:
    """Tell whether a line can be the title of a table."""
    title = clean_title(text)
    plain = normalise(title)
    if not 2 <= len(plain) <= 60 or _SENTENCE.search(title):
        return False
    return _TABLE.search(plain) is not None or vocabulary().table_kind(title) is not None


def stands_before(cells: list[str], *, is_alone: bool) -> bool:
    """Tell whether a row of cells above the headings states a unit or is a title.

    Args:
        cells: Its cells that are not blank.
        is_alone: Whether there is only one, in a row of several columns.
    """
    if units_in(" ".join(_UNIT_OF_COLUMN.sub("", cell) for cell in cells))[0]:
        return True
    return (
        is_alone
        and looks_like_title(cells[0])
        and _TABLE.search(normalise(clean_title(cells[0]))) is not None
    )


def read_context(lines: list[Line]) -> Context:
    """Read the lines before a table, the nearest first, until its title or something else is met."""
    units: list[Unit] = []
    problems: list[Notice] = []
    entity = year = title = title_line = unit_line = None
    used = 0
    for line in reversed(lines[-_LOOK_BACK:]):
        known, unknown = units_in(line.text)
        glued = looks_like_title(line.text) and len(clean_title(line.text)) >= 4
        if title is not None or not (glued or is_aside(line.text)):
            break
        units = known + units
        unit_line = unit_line or (line if known else None)
        problems += [Notice(f"不认识单位 {name}", f"the unit {name} is not known") for name in unknown]
        entity = entity or entity_in(line.text)
        year = year or year_in(line.text)
        used += 1
        if glued and not _ASIDE.fullmatch(shown(line.text)):
            title, title_line = clean_title(line.text), line
    distinct = tuple(dict.fromkeys(units))
    if len(distinct) > 1:
        names = "、".join(unit.value for unit in distinct)
        problems.append(Notice(f"单位互相矛盾：{names}", f"contradictory units {names}"))
    unit_problem = problems[-1] if problems and len(distinct) != 1 else None
    if names_other_years(" ".join(line.text for line in lines[len(lines) - used :])):
        year = None
        problems.append(_OTHER_YEARS)
    return Context(
        title,
        distinct,
        entity,
        year,
        tuple(problems),
        used,
        title_line,
        unit_line,
        unit_problem,
        _OTHER_YEARS if _OTHER_YEARS in problems else None,
    )


def remarks(lines: list[Line]) -> tuple[str, ...]:
    """Return the remarks that stand directly below a table."""
    found = []
    for line in lines:
        if _REMARK.match(line.text):
            found.append(line.text)
        elif looks_like_title(line.text) or not found:
            break
    return tuple(found)
