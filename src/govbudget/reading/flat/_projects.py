"""The summary of all projects whose text has lost its cell borders: projects with their amounts, and indicators that are certain.

A project begins with its code; its name runs up to its amounts, and its indicators up to the next code. Which indicators are of cost,
output or benefit is not printed beside them any more: it follows from the widths of the columns and from the order in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import evolve, frozen

from govbudget.amounts import Unit
from govbudget.disclosures import Indicator, Origin, Project, Table, Unplaced, printed_numbers
from govbudget.disclosures.forms import Form, FormCell, Funding, OverallTargets, Period
from govbudget.exceptions import Notice
from govbudget.labels import names_other_years, normalise, shown, year_in
from govbudget.locations import Location
from govbudget.reading.flat._list_reports import problems_of, resolutions_of
from govbudget.reading.flat._lists import Draft, Lists, read_lists, read_of
from govbudget.reading.flat._pieces import Gap, Piece, gap
from govbudget.reading.forms._heads import amount_cell
from govbudget.reading.forms._layouts import FormRow
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._cells import column_unit
from govbudget.relations import Reason
from govbudget.vocabulary import flat_words, form_words, vocabulary

_MAX_NAME = 12
"""The name of a project has at most so many pieces."""
_HEAD = 40
"""The headings of a page take at most so many lines."""
_HEADINGS = "三级指标指标值"
_SATISFACTION = re.compile(r"[^满]{0,40}满意(?:度|率)?.*")
_LEFT = Notice("属于未读出的指标", "part of indicators that were not read")


@frozen
class _Head:
    """What the headings of the form say.

    Args:
        unit: The unit of amounts.
        columns: The columns of amounts.
        groups: The first-level indicators.
        is_spaced: Whether all lines of a cell have a blank line between them.
    """

    unit: Unit
    columns: tuple[str, ...]
    groups: tuple[str, ...]
    is_spaced: bool


def read_flat_projects(
    pages: Sequence[Sequence[Line]], origin: Origin, overall: OverallTargets | None, names: frozenset[str]
) -> Table | None:
    """Return the summary of all projects, or None if nothing in it can be read.

    Args:
        pages: The lines below its title, page by page.
        origin: Source and title.
        overall: The form of the whole department in the same text, if there is one.
        names: The names of projects in other tables of the text, in normal form.
    """
    head, bodies = _bodies(pages)
    drafts = list(_drafts(bodies)) if head is not None else []
    if head is None or not drafts:
        return None
    lists = read_lists(drafts, len(head.groups), names, is_spaced=head.is_spaced)
    projects = _projects(drafts, lists, head, origin, _only_source(overall, head))
    indicators = tuple(_indicators(lists, head, projects, origin))
    lines = [line for page in pages for line in page]
    numbers = [line.number for line in lines if line.number is not None]
    year = None if names_other_years(origin.title) else year_in(origin.title)
    return Table(
        origin,
        vocabulary().kind("performance_projects"),
        (head.unit,),
        raw=tuple((line.text,) for line in lines),
        lines=(numbers[0], numbers[-1]),
        problems=tuple(problems_of(drafts, lists, indicators)),
        resolutions=tuple(resolutions_of(drafts, lists, head.groups)),
        unplaced=tuple(_unplaced(drafts, lists)),
        form=Form(indicators, projects, None, year),
    )


def _unplaced(drafts: Sequence[Draft], lists: Lists | None) -> Iterator[Unplaced]:
    """Iterate over the numbers in what was not read."""
    for draft, listed in zip(drafts, read_of(drafts, lists), strict=True):
        for piece in listed.left:
            numbers = tuple(printed_numbers(piece.text))
            if numbers:
                yield Unplaced(numbers, draft.label, _LEFT, piece.line)


def _bodies(pages: Sequence[Sequence[Line]]) -> tuple[_Head | None, list[list[Piece]]]:
    """Return what the headings say, and the pieces below them on every page; None if a page has other headings."""
    heads: set[str] = set()
    bodies: list[list[Piece]] = []
    is_spaced = True
    for page in pages:
        text, start, breaks = "", 0, []
        while start < min(len(page), _HEAD) and not text.endswith(_HEADINGS):
            breaks.append((len(text), start))
            text, start = normalise(text + page[start].text), start + 1
        heads.add(text)
        is_spaced = is_spaced and _is_spaced(text, [(at, page[i - 1 : i + 1]) for at, i in breaks if i])
        lines = page[start:] if page is not pages[-1] else takewhile(_is_inside, page[start:])
        bodies.append([Piece(one, line.number or 0) for line in lines for one in line.text.split()])
    (text,) = heads if len(heads) == 1 else ("",)
    words = form_words()
    columns = words.flat["columns"].search(text)
    groups = words.flat["groups"].search(text)
    unit = column_unit((text,)) if columns is not None else None
    if columns is None or groups is None or unit is None or not text.endswith(_HEADINGS):
        return None, []
    return _Head(unit, columns.groups(), groups.groups(), is_spaced), bodies


def _is_inside(line: Line) -> bool:
    """Whether a line does not begin what follows the form."""
    return flat_words().end.fullmatch(normalise(line.text)) is None


def _is_spaced(text: str, breaks: Sequence[tuple[int, Sequence[Line]]]) -> bool:
    """Tell whether the lines of headings that are broken all have a blank line between them, and some heading is broken.

    Args:
        text: The headings.
        breaks: Where lines end in it, and the two lines.
    """
    columns = form_words().flat["columns"].search(text)
    spans = [columns.span(i + 1) for i in range(len(columns.groups()))] if columns is not None else []
    gaps = {
        gap(*(Piece(line.text, line.number or 0) for line in lines))
        for at, lines in breaks
        if any(start < at < end for start, end in spans)
    }
    return gaps == {Gap.APART}


def _drafts(pages: Sequence[Sequence[Piece]]) -> Iterator[Draft]:
    """Iterate over the projects; lines of units, which hold a code, a name and amounts, only name the unit."""
    words = form_words().flat
    draft: Draft | None = None
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
            draft = (
                Draft(page[i], name, amounts, entity, page[i + 1 + len(name)].line)
                if is_project and name
                else None
            )
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


def _projects(
    drafts: Sequence[Draft], lists: Lists | None, head: _Head, origin: Origin, source: str | None
) -> tuple[Project, ...]:
    """Return the projects; a name that goes on on the next page is completed where it is certain."""
    listed = read_of(drafts, lists)
    return tuple(
        _project(draft, one.names[0] if len(one.names) == 1 else draft.label, head, origin, source)
        for draft, one in zip(drafts, listed, strict=True)
    )


def _project(draft: Draft, name: str, head: _Head, origin: Origin, source: str | None) -> Project:
    """Return a project; where some of its amounts are blank, only the first one is certain to be the total."""
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


def _indicators(
    lists: Lists | None, head: _Head, projects: Sequence[Project], origin: Origin
) -> Iterator[Indicator]:
    """Iterate over the indicators that are certain, each with its group if that is certain, too."""
    if lists is None:
        return
    for project, listed in zip(projects, lists.projects, strict=True):
        for one in listed.indicators:
            groups = [group for number, group in enumerate(head.groups) if number in one.groups]
            is_last = groups[-1] == head.groups[-1] and _SATISFACTION.fullmatch(one.name)
            level = groups[-1] if len(groups) == 1 or is_last else ""
            place = Location(origin.source, origin.title, shown(one.name), None, one.line)
            yield Indicator(one.name, one.value, None, (level,), place, project=project)
