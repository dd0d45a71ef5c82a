"""The summary of all projects whose text has lost its cell borders: projects with their amounts, and indicators that are certain.

A project begins with its code; its name runs up to its amounts, and its indicators up to the next code. Which indicators are of cost,
output or benefit is not printed any more, and left open but for a first row that holds one of each; where a row is broken at the end of a page, its indicators are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import Factory, define, evolve, frozen

from govbudget.amounts import Unit
from govbudget.disclosures import Indicator, Origin, Project, Table
from govbudget.disclosures.forms import Form, FormCell, Funding, OverallTargets, Period
from govbudget.exceptions import Notice
from govbudget.labels import names_other_years, normalise, shown, year_in
from govbudget.locations import Location
from govbudget.reading.flat._pairs import Pair, Piece, read_pairs, width
from govbudget.reading.forms._heads import amount_cell
from govbudget.reading.forms._layouts import FormRow
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._cells import column_unit
from govbudget.relations import Reason
from govbudget.vocabulary import form_words, vocabulary

_MAX_NAME = 12
"""The name of a project has at most so many pieces."""
_ROW = 4
"""So many indicators may stand in the row that ends a page."""
_HEAD = 40
"""The headings of a page take at most so many lines."""
_HEADINGS = "三级指标指标值"
_SATISFACTION = re.compile(r"[^满]{0,40}满意(?:度|率)?.*")


@define
class _Draft:
    """A project with the pieces of its indicators by page."""

    code: Piece
    name: list[Piece]
    amounts: list[str]
    entity: str | None
    pages: list[list[Piece]] = Factory(lambda: [[]])


@frozen
class _Head:
    """What the headings of the form say.

    Args:
        unit: The unit of amounts.
        columns: The columns of amounts.
        groups: The first-level indicators.
    """

    unit: Unit
    columns: tuple[str, ...]
    groups: tuple[str, ...]


def read_flat_projects(
    pages: Sequence[Sequence[Line]], origin: Origin, overall: OverallTargets | None
) -> Table | None:
    """Return the summary of all projects, or None if nothing in it can be read.

    Args:
        pages: The lines below its title, page by page.
        origin: Source and title.
        overall: The form of the whole department in the same text, if there is one.
    """
    head, bodies = _bodies(pages)
    drafts = list(_drafts(bodies)) if head is not None else []
    if head is None or not drafts:
        return None
    source = _only_source(overall, head)
    projects: list[Project] = []
    indicators: list[Indicator] = []
    for draft in drafts:
        projects.append(_project(draft, head, origin, source))
        indicators += _indicators(draft, head, projects[-1], origin)
    lines = [line for page in pages for line in page]
    numbers = [line.number for line in lines if line.number is not None]
    year = None if names_other_years(origin.title) else year_in(origin.title)
    return Table(
        origin,
        vocabulary().kind("performance_projects"),
        (head.unit,),
        raw=tuple((line.text,) for line in lines),
        lines=(numbers[0], numbers[-1]),
        problems=_problems(drafts, len(indicators)),
        form=Form(tuple(indicators), tuple(projects), None, year),
    )


def _problems(drafts: Sequence[_Draft], read: int) -> tuple[Notice, ...]:
    lost = Notice(
        f"文字已失去单元格边界，只读出没有疑义的 {read} 个指标，多数属哪一级指标未定",
        f"text that lost its cell borders: {read} indicators were read without doubt; to which group most of them belong is left open",
    )
    broken = [draft for draft in drafts if _is_broken(draft)]
    return (
        lost,
        *(
            Notice(
                f"第 {draft.code.line} 行的项目名称可能续在下一页",
                f"the name of the project in line {draft.code.line} may go on on the next page",
            )
            for draft in broken
        ),
    )


def _is_broken(draft: _Draft) -> bool:
    """Whether the name of a project may go on on the next page: its last line is full, and that page begins with a rest."""
    widths = [width(piece.text) for piece in draft.name]
    return (
        len(draft.pages) > 1
        and widths[-1] >= max(widths) - 1
        and read_pairs(draft.pages[1], is_continued=True).skipped > 0
    )


def _bodies(pages: Sequence[Sequence[Line]]) -> tuple[_Head | None, list[list[Piece]]]:
    """Return what the headings say, and the pieces below them on every page; None if a page has other headings."""
    heads: set[str] = set()
    bodies: list[list[Piece]] = []
    for page in pages:
        text, start = "", 0
        while start < min(len(page), _HEAD) and not text.endswith(_HEADINGS):
            text, start = normalise(text + page[start].text), start + 1
        heads.add(text)
        bodies.append([Piece(one, line.number or 0) for line in page[start:] for one in line.text.split()])
    (text,) = heads if len(heads) == 1 else ("",)
    words = form_words()
    columns = words.flat["columns"].search(text)
    groups = words.flat["groups"].search(text)
    unit = column_unit((text,)) if columns is not None else None
    if columns is None or groups is None or unit is None or not text.endswith(_HEADINGS):
        return None, []
    return _Head(unit, columns.groups(), groups.groups()), bodies


def _drafts(pages: Sequence[Sequence[Piece]]) -> Iterator[_Draft]:
    """Iterate over the projects; lines of units, which hold a code, a name and amounts, only name the unit."""
    words = form_words().flat
    draft: _Draft | None = None
    entity: str | None = None
    for page in pages:
        if draft is not None:
            draft.pages.append([])
        i = 0
        while i < len(page):
            is_project = words["project"].fullmatch(page[i].text) is not None
            found = _named(page, i + 1) if is_project or words["unit"].fullmatch(page[i].text) else None
            if found is None:
                if is_project:  # one without amounts
                    yield from (draft,) if draft is not None else ()
                    draft = None
                if draft is not None:
                    draft.pages[-1].append(page[i])
                i += 1
                continue
            name, amounts, end = found
            yield from (draft,) if draft is not None else ()
            draft = _Draft(page[i], name, amounts, entity) if is_project and name else None
            entity = entity if is_project else "".join(piece.text for piece in name) or None
            i = end
    yield from (draft,) if draft is not None else ()


def _named(page: Sequence[Piece], start: int) -> tuple[list[Piece], list[str], int] | None:
    """Return the name that begins at a place, the amounts on the line that follows it, and where they end."""
    amount = form_words().flat["amount"]
    first = next(
        (i for i in range(start, min(start + _MAX_NAME, len(page))) if amount.fullmatch(page[i].text)), None
    )
    if first is None:
        return None
    end = first
    while end < len(page) and amount.fullmatch(page[end].text) and page[end].line == page[first].line:
        end += 1
    return list(page[start:first]), [piece.text for piece in page[first:end]], end


def _only_source(overall: OverallTargets | None, head: _Head) -> str | None:
    """Return the source of all money of the department, if its form names only one and that is all."""
    funding = overall.funding if overall is not None else None
    if funding is None or funding.total is None:
        return None
    printed = [one for one in funding.sources if not one.is_blank]
    names = [name for one in printed for name in head.columns[1:] if normalise(one.label).endswith(name)]
    is_all = len(printed) == 1 and printed[0].text == funding.total.text
    return names[0] if is_all and len(names) == 1 else None


def _project(draft: _Draft, head: _Head, origin: Origin, source: str | None) -> Project:
    """Return a project; where some of its amounts are blank, only the first one is certain to be the total."""
    name = shown("".join(piece.text for piece in draft.name))
    row = FormRow(draft.code.line, ())
    total = amount_cell(origin, row, head.columns[0], draft.amounts[0], head.unit, name=name)
    sources: list[FormCell] = []
    for i, label in enumerate(head.columns[1:], 1):
        is_full = len(draft.amounts) == len(head.columns)
        is_only = source is not None and len(draft.amounts) == 2 and draft.amounts[1] == draft.amounts[0]
        text = draft.amounts[i] if is_full else draft.amounts[1] if is_only and label == source else ""
        cell = amount_cell(origin, row, label, text, head.unit, name=name)
        sources.append(cell if is_full or is_only else evolve(cell, reason=Reason.ABSENT))
    funding = Funding(Period.ANNUAL, total, tuple(sources))
    place = Location(origin.source, origin.title, name, None, draft.code.line)
    return Project(name, place, draft.code.text, draft.entity, funding=(funding,))


def _indicators(draft: _Draft, head: _Head, project: Project, origin: Origin) -> Iterator[Indicator]:
    """Iterate over the indicators of a project that are certain."""
    parts = [read_pairs(page, is_continued=number > 0) for number, page in enumerate(draft.pages)]
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        is_broken = following is not None and (following.skipped > 0 or not following.pairs)
        levels = _first_row(part.pairs[: part.lead], head) if number == 0 else ()
        kept = part.pairs[:-_ROW] if is_broken else part.pairs
        for i, pair in enumerate(kept):
            known = levels[i] if i < len(levels) else ""
            place = Location(origin.source, origin.title, shown(pair.name), None, pair.line)
            level = known or (head.groups[-1] if _SATISFACTION.fullmatch(pair.name) else "")
            yield Indicator(pair.name, pair.value, None, (level,), place, project=project)


def _first_row(pairs: Sequence[Pair], head: _Head) -> tuple[str, ...]:
    """Return the groups of the first indicators of a project, if its first row has one of each.

    The columns are filled from the top, so the first indicator of satisfaction ends the first row; if it is the fourth, none is blank.
    """
    first = next((i for i, pair in enumerate(pairs) if _SATISFACTION.fullmatch(pair.name)), None)
    is_full = first == len(head.groups) - 1 and "元" in pairs[0].value
    return head.groups if is_full else ()
