"""Performance forms (绩效目标表): indicators with their targets, projects with their funding, the tasks of a department."""

from __future__ import annotations

import enum
import functools
from collections.abc import Mapping

from attrs import field, frozen

from govbudget.intervals import Figure
from govbudget.locations import Location
from govbudget.relations import Reason
from govbudget.targets import Bounded, Operator, Target, TargetSyntaxError, parse_target
from govbudget.vocabulary import form_words


class Period(enum.Enum):
    """What a target or an amount is for: the budget year, or all years in which a project is carried out."""

    ANNUAL = "annual"
    IMPLEMENTATION = "implementation"


class Oddity(enum.Enum):
    """What is unusual about how an indicator is printed."""

    DISPLACED = "displaced"
    """Its name, but not its value, stands in the column of a level, or a level stands in the column of another."""
    SHIFTED = "shifted"
    """Its row stands as a whole left or right of the others, as texts show it that have lost merged cells."""
    UNPAIRED = "unpaired"
    """Several numbered indicators share a cell, and their values do not pair up with them."""


@frozen(eq=False)
class FormCell:
    """An amount in a form, with the label printed beside it; it can be a term of a relation, as a cell of a table can.

    Args:
        label: The label as printed, such as "其中:财政拨款".
        text: What is printed; empty where the form is left blank.
        location: Where it is printed.
        figure: The figure, or None for a blank, a dash, or text.
        reason: Why an amount without figure is not simply blank.
    """

    label: str
    text: str
    location: Location = field(repr=False)
    figure: Figure | None = None
    reason: Reason | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed, or a dash: no amount, which is not the same as an amount of zero."""
        return self.figure is None and self.reason is None


@frozen(eq=False)
class Funding:
    """An amount of money and how it is made up.

    Args:
        period: What it is for.
        total: The whole, if the form has a place for it.
        sources: By source (财政拨款, 其他资金 …), blanks included.
        structure: By use (基本支出, 项目支出), blanks included.
        is_prior: Whether it is the amount of the year before.
    """

    period: Period
    total: FormCell | None = None
    sources: tuple[FormCell, ...] = ()
    structure: tuple[FormCell, ...] = ()
    is_prior: bool = False


@frozen(eq=False)
class Project:
    """A project for which targets are set.

    Args:
        name: Its name as printed.
        location: Where the name is printed.
        code: The code printed with it, which may be that of its unit.
        entity: The department or unit that carries it out.
        term: How long it takes, as printed, such as "3年".
        start: When it begins, as printed.
        end: When it ends, as printed.
        funding: Its amounts, by period.
        planned: The amounts that its plan lists, if that lists what the money is spent on.
        entity_code: The code printed with the department or unit.
    """

    name: str
    location: Location = field(repr=False)
    code: str | None = None
    entity: str | None = None
    term: str | None = None
    start: str | None = None
    end: str | None = None
    funding: tuple[Funding, ...] = field(default=(), repr=False)
    planned: tuple[FormCell, ...] = field(default=(), repr=False)
    entity_code: str | None = None

    def amount(self, period: Period) -> FormCell | None:
        """Return the amount of a period of the budget year, or None if the form has no place for it.

        Args:
            period: The year, or the whole project.
        """
        return next((one.total for one in self.funding if one.period is period and not one.is_prior), None)


@frozen(eq=False)
class Task:
    """One of the main tasks that a department sets itself for the year (年度主要任务).

    Args:
        name: What it is called.
        text: What it consists of, as printed.
        location: Where it is printed.
        amount: The project money stated in the text, if any.
    """

    name: str
    text: str
    location: Location = field(repr=False)
    amount: FormCell | None = None


@frozen(eq=False)
class OverallTargets:
    """What the overall form (整体绩效目标表) of a department or unit says beside its indicators.

    Args:
        entity: The department or unit.
        location: Where the form begins.
        funding: The budget by source and by use, if it is printed.
        tasks: The main tasks of the year.
    """

    entity: str | None
    location: Location = field(repr=False)
    funding: Funding | None = None
    tasks: tuple[Task, ...] = ()


@frozen
class Indicator:
    """A performance indicator with its target value, as printed.

    Args:
        name: The third-level indicator.
        target: The target value as printed, such as "≥95%"; empty where none is printed.
        unit: The unit printed beside it, if any.
        levels: The first- and second-level indicators; "" for one that is not printed.
        location: Where it is printed.
        period: What the target is for.
        project: The project it belongs to; None in the form of a whole department.
        explanation: The explanation printed beside it, if any.
        number: Its number, where several indicators share a cell.
        oddities: What is unusual about how it is printed.
        nature: What is printed as its nature (指标性质, 符号), such as "≥" or "定性", if the list has a column of them.
        extras: What is printed in further columns (权重, 评分标准, 备注 …), by their headings.
    """

    name: str
    target: str
    unit: str | None = None
    levels: tuple[str, ...] = ()
    location: Location | None = None
    period: Period = Period.ANNUAL
    project: Project | None = field(default=None, repr=lambda one: one.name if one else "None")
    explanation: str | None = field(default=None, repr=False)
    number: str | None = None
    oddities: tuple[Oddity, ...] = ()
    nature: str | None = None
    extras: Mapping[str, str] = field(factory=dict, repr=False, hash=False)

    @functools.cached_property
    def parsed(self) -> Target | TargetSyntaxError:
        """What nature and target value say, with the unit beside them and the template in the name; or what is malformed."""
        try:
            target = parse_target(self.target, self.unit, self.name)
            return _with_nature(target, self) if self.nature else target
        except TargetSyntaxError as error:
            return error

    @property
    def figure(self) -> None:
        """A target is a text; it has no figure of its own."""
        return


def _with_nature(target: Target, one: Indicator) -> Target:
    """Return the target of an indicator with the sign of its nature, unless the value states it, too, or states no number."""
    nature = one.nature or ""
    sign = form_words().nature(nature)
    if not isinstance(target, Bounded) or sign in {None, "words"}:
        return target
    if sign == "none":
        return parse_target(f"{nature} {one.target}", one.unit, one.name)  # 正向指标: more is better
    if target.is_explicit and target.operator is Operator(sign):
        return target
    start = target.span[0]
    return parse_target(f"{one.target[:start]}{sign}{one.target[start:]}", one.unit, one.name)


@frozen(eq=False)
class Form:
    """What was read from a performance form.

    Args:
        indicators: The indicators in printed order.
        projects: The projects in printed order.
        overall: What an overall form says beside its indicators.
        year: The year that its title states, which may be another than that of the document.
    """

    indicators: tuple[Indicator, ...] = field(default=(), repr=lambda items: f"{len(items)} indicators")
    projects: tuple[Project, ...] = ()
    overall: OverallTargets | None = None
    year: int | None = None
