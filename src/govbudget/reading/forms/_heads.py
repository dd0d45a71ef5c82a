"""The head of a form: labels with their values → projects with their funding, a department with its budget and tasks."""

from __future__ import annotations

from attrs import define, evolve, field

from govbudget.amounts import Unit
from govbudget.disclosures import Origin, Project
from govbudget.disclosures.forms import FormCell, Funding, OverallTargets, Period, Task
from govbudget.labels import normalise, shown
from govbudget.locations import Location
from govbudget.reading.forms._layouts import FormRow, Token
from govbudget.reading.forms._plans import listed_amounts
from govbudget.reading.pages._cells import column_unit, read_cell
from govbudget.vocabulary import ColumnRole, form_words

_TOTALS = {
    "implementation": (Period.IMPLEMENTATION, False),
    "annual": (Period.ANNUAL, False),
    "implementation_prior": (Period.IMPLEMENTATION, True),
    "annual_prior": (Period.ANNUAL, True),
}


def amount_cell(  # noqa: PLR0913 - what is printed and where
    origin: Origin, row: FormRow, label: str, text: str, unit: Unit, *, name: str | None = None
) -> FormCell:
    """Return an amount with its label and place.

    Args:
        origin: The table.
        row: Its row.
        label: The label as printed.
        text: The amount as printed.
        unit: The unit, where the text does not state one.
        name: What the row is about, if that is not the label.
    """
    said = shown(label).rstrip(":：")
    place = Location(origin.source, origin.title, name or said, said if name else None, row.line)
    figure, reason = read_cell(text, ColumnRole.AMOUNT, unit) if text else (None, None)
    return FormCell(shown(label), text, place, figure, reason)


@define
class ProjectHead:
    """Collects what the head of a project's form says."""

    origin: Origin
    unit: Unit
    name: str = ""
    row: FormRow | None = None
    said: dict[str, str] = field(factory=dict)
    funding: list[Funding] = field(factory=list)
    columns: list[tuple[int, Unit]] = field(factory=list)
    """In which columns the totals stand whose sources follow below, and their units."""
    planned: list[FormCell] = field(factory=list)

    def read(self, row: FormRow) -> None:
        """Take the labels of a row with their values."""
        words = form_words()
        tokens = row.tokens()
        named = [(at, words.label(cell), cell) for at, cell in tokens]
        labels = [(at, what, cell) for at, what, cell in named if what is not None]
        if not any(what == "source" or what in _TOTALS for _, what, _ in labels):
            self.columns = []
        for i, (at, what, cell) in enumerate(labels):
            end = labels[i + 1][0] if i + 1 < len(labels) else len(row.cells)
            text = next((one for j, one in tokens if at < j < end), "")
            if what == "other":
                self.unit = column_unit((cell,)) or self.unit
            elif what in _TOTALS:
                self._total(row, (at, cell), text, what)
            elif what == "source":
                self._source(row, (at, cell), text)
            elif what == "plan":
                self._plan(row, cell, text)
            elif what == "name":
                self.name, self.row = text, row
            elif text:
                self.said.setdefault(what, text)

    def _total(self, row: FormRow, label: Token, text: str, what: str) -> None:
        period, is_prior = _TOTALS[what]
        unit = column_unit((label[1],)) or self.unit
        cell = amount_cell(self.origin, row, label[1], text, unit)
        self.funding.append(Funding(period, cell, is_prior=is_prior))
        self.columns.append((label[0], unit))

    def _source(self, row: FormRow, label: Token, text: str) -> None:
        """Give a source to the total in whose column it stands, or to the nearest one on its left."""
        if not self.columns:
            return
        nearest = max((i for i, (at, _) in enumerate(self.columns) if at <= label[0]), default=0)
        number = len(self.funding) - len(self.columns) + nearest
        cell = amount_cell(self.origin, row, label[1], text, self.columns[nearest][1])
        self.funding[number] = evolve(self.funding[number], sources=(*self.funding[number].sources, cell))

    def _plan(self, row: FormRow, label: str, text: str) -> None:
        for what, amount in listed_amounts(text):
            self.planned.append(amount_cell(self.origin, row, what, amount, self.unit, name=shown(label)))

    def project(self) -> Project:
        """Return the project."""
        place = Location(
            self.origin.source, self.origin.title, shown(self.name), None, self.row.line if self.row else None
        )
        said = {key: self.said.get(key) for key in ("code", "entity", "term", "start", "end")}
        funding, planned = tuple(map(self._placed, self.funding)), tuple(self.planned)
        return Project(shown(self.name), place, funding=funding, planned=planned, **said)

    def _placed(self, funding: Funding) -> Funding:
        """Name the project in the places of its amounts, and the period in those of the sources."""
        assert funding.total is not None  # noqa: S101 - every amount of a project begins with its total
        row, path = shown(self.name) or None, funding.total.location.row
        total = evolve(funding.total, location=evolve(funding.total.location, row=row, column=path))
        sources = (
            evolve(one, location=evolve(one.location, row=row, column=f"{path} / {one.location.row}"))
            for one in funding.sources
        )
        return evolve(funding, total=total, sources=tuple(sources))


@define
class OverallHead:
    """Collects what the head of an overall form says: the tasks of the year, and the budget by source and by use."""

    origin: Origin
    unit: Unit
    row: FormRow
    entity: str | None = None
    section: str = ""
    tasks: list[Task] = field(factory=list)
    total: FormCell | None = None
    parts: dict[str, list[FormCell]] = field(factory=dict)

    def read(self, row: FormRow) -> None:
        """Take a row of the tasks or of the budget."""
        words = form_words().overall
        cells = [cell for _, cell in row.tokens()]
        plain = list(map(normalise, cells))
        for i, text in enumerate(plain):
            if words["entity"].fullmatch(text):
                self.entity = cells[i + 1] if i + 1 < len(cells) else None
                return
            if words["task_name"].fullmatch(text):
                self.section = "tasks"
                return
            if words["budget"].fullmatch(text):
                self.section = "budget"
                cells = cells[i + 1 :]
                break
            if words["total"].fullmatch(text):
                self.section = "budget"
        if self.section == "tasks" and cells:
            self._task(row, cells)
        elif self.section == "budget" and cells:
            self._amount(row, cells[0], cells[1] if len(cells) > 1 else "")

    def _task(self, row: FormRow, cells: list[str]) -> None:
        words = form_words().overall
        cells = cells[1:] if words["tasks"].fullmatch(normalise(cells[0])) else cells
        if not cells:
            return
        name, text = cells[0], " ".join(cells[1:])
        place = Location(self.origin.source, self.origin.title, shown(name), None, row.line)
        stated = words["task_amount"].fullmatch(normalise(text))
        amount = stated and amount_cell(
            self.origin, row, stated["label"], stated["amount"], self.unit, name=shown(name)
        )
        self.tasks.append(Task(shown(name), text, place, amount or None))

    def _amount(self, row: FormRow, label: str, text: str) -> None:
        words = form_words().overall
        plain = normalise(label)
        if words["total"].fullmatch(plain):
            self.unit = column_unit((label,)) or self.unit
            self.total = amount_cell(self.origin, row, label, text, self.unit)
            return
        section = words["section"].match(plain)
        if section:
            self.parts["budget"] = self.parts.setdefault(section["section"], [])
            plain = plain[section.end() :]
        mark = words["item"].match(plain)
        name = plain[mark.end() :] if mark else plain
        if "budget" in self.parts and name:
            self.parts["budget"].append(amount_cell(self.origin, row, name, text, self.unit))

    def targets(self) -> OverallTargets:
        """Return what was read."""
        place = Location(self.origin.source, self.origin.title, self.entity, None, self.row.line)
        groups = {key: tuple(cells) for key, cells in self.parts.items()}
        is_printed = self.total is not None or any(groups.values())
        funding = Funding(Period.ANNUAL, self.total, groups.get("来源", ()), groups.get("结构", ()))
        return OverallTargets(self.entity, place, funding if is_printed else None, tuple(self.tasks))
