"""Charts: the subjects of one classification in one year, each with how well it is known."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from govbudget.exceptions import GovBudgetError, Notice
from govbudget.subjects._codes import Classification, Level, SubjectCode, SubjectCodeError
from govbudget.subjects._names import agreement, name_key


class Grade(enum.Enum):
    """How well a row of a chart is known; best first."""

    PUBLISHED = "published"
    """Taken from an official text."""
    ATTESTED = "attested"
    """Read, with this name, in real disclosures."""
    CORROBORATED = "corroborated"
    """Found in other public material, perhaps of another year."""
    RECALLED = "recalled"
    """Known from memory only; never enough for an error, and absence proves nothing."""
    DISPUTED = "disputed"
    """Two recollections differ in name, or only one of them has it."""

    @property
    def is_evidence(self) -> bool:
        """Whether a finding graver than a hint may rest on it."""
        return self in (Grade.PUBLISHED, Grade.ATTESTED)

    @property
    def label(self) -> Notice:
        """What the grade is called, by language."""
        return _GRADES[self]


_GRADES = {
    Grade.PUBLISHED: Notice("官方文本", "published"),
    Grade.ATTESTED: Notice("公开文件中所见", "attested in disclosures"),
    Grade.CORROBORATED: Notice("他处资料佐证", "corroborated elsewhere"),
    Grade.RECALLED: Notice("仅凭记忆", "recalled only"),
    Grade.DISPUTED: Notice("有争议", "disputed"),
}


class ChartError(GovBudgetError, ValueError):
    """A chart, or a file or table of one, that cannot be used; the message names the row and the reason."""


class UnknownSubjectError(GovBudgetError, KeyError):
    """A code that a chart does not have; where the chart is not complete, the code may exist all the same."""

    def __str__(self) -> str:
        return str(self.args[0])


@frozen
class Subject:
    """A subject: a code with its name in some years.

    Args:
        code: The code.
        name: The name.
        since: The first year of this name, None if it is older than what is known.
        until: The last year of this name, None if it is still in use.
        grade: How well it is known.
        years: The years in whose disclosures it was read.
        documents: In how many disclosures it was read.
        also: Other names that are claimed for it.
    """

    code: SubjectCode
    name: str
    since: int | None = None
    until: int | None = None
    grade: Grade = Grade.PUBLISHED
    years: tuple[int, ...] = ()
    documents: int = 0
    also: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """Category, section, item or sub-item."""
        return self.code.level

    def holds_in(self, year: int) -> bool:
        """Tell whether the subject has this name in a year.

        Args:
            year: A budget year.
        """
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def _sorted(rows: Iterable[Subject]) -> tuple[Subject, ...]:
    return tuple(sorted(rows, key=lambda row: row.code))


@frozen(eq=False)
class Chart:
    """The subjects of one classification in one year: immutable, indexed by code.

    Args:
        classification: Which classification.
        year: The budget year.
        subjects: The subjects; each code once.
        is_complete: Whether every code of the year is there, so that an unknown code is a wrong one.

    Raises:
        ValueError: A code stands twice.
    """

    classification: Classification
    year: int
    subjects: tuple[Subject, ...] = field(converter=_sorted, repr=False)
    is_complete: bool = False
    _index: dict[str, Subject] = field(init=False, repr=False)
    _children: dict[str, list[Subject]] = field(init=False, repr=False)

    @_index.default
    def _find_index(self) -> dict[str, Subject]:
        found: dict[str, Subject] = {}
        for row in self.subjects:
            if row.code.value in found:
                names = (found[row.code.value].name, row.name)
                msg = f"{row.code} stands twice in the chart of {self.year}: {', '.join(names)}"
                raise ChartError(
                    msg, zh=f"{row.code} 在 {self.year} 年的科目表中出现两次：{'、'.join(names)}"
                )
            found[row.code.value] = row
        return found

    @_children.default
    def _find_children(self) -> dict[str, list[Subject]]:
        found: dict[str, list[Subject]] = {}
        for row in self.subjects:
            found.setdefault(row.code.value[:-2] if len(row.code.value) > 3 else "", []).append(row)
        return found

    def __len__(self) -> int:
        return len(self.subjects)

    def __iter__(self) -> Iterator[Subject]:
        return iter(self.subjects)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str | SubjectCode | tuple) and self.get(code) is not None

    def __getitem__(self, code: SubjectCode | str) -> Subject:
        found = self._index.get(str(code))
        if found is None:
            text = str(SubjectCode.parse(code))
            found = self._index.get(text)
            if found is None:
                msg = f"{text} is not in the {self.classification.value} chart of {self.year}"
                doubt = "; the chart is not complete, so it may exist all the same"
                raise UnknownSubjectError(
                    msg + ("" if self.is_complete else doubt),
                    zh=f"{self.year} 年的{self.classification.label.zh}表中没有 {text}"
                    + ("" if self.is_complete else "；该表不完整，实际可能有这一科目"),
                )
        return found

    def get(self, code: SubjectCode | str | Sequence[str]) -> Subject | None:
        """Return the subject of a code in any spelling, or None if the chart does not have it (or it is no code).

        Args:
            code: The code, such as "2101506" or "210 15 06".
        """
        found = self._index.get(code if isinstance(code, str) else "")
        if found is not None:
            return found
        try:
            return self._index.get(SubjectCode.parse(code).value)
        except SubjectCodeError:
            return None

    def children(self, code: SubjectCode | str | None = None) -> tuple[Subject, ...]:
        """Return the subjects directly below a code, or all categories.

        Args:
            code: The code above, in any spelling; None for the categories.
        """
        return tuple(self._children.get("" if code is None else str(SubjectCode.parse(code)), ()))

    def ancestors(self, code: SubjectCode | str) -> tuple[Subject, ...]:
        """Return the known subjects above a code, the nearest first.

        Args:
            code: Any code, known or not.
        """
        above = SubjectCode.parse(code).ancestors
        return tuple(found for one in above if (found := self.get(one)) is not None)

    def path(self, code: SubjectCode | str) -> tuple[str, ...]:
        """Return the names from the category down to a code.

        Args:
            code: A code of the chart.

        Raises:
            UnknownSubjectError: The chart does not have it.
        """
        return (*(subject.name for subject in reversed(self.ancestors(code))), self[code].name)

    def search(self, name: str) -> tuple[Subject, ...]:
        """Return the subjects of a name, however it is spelt.

        Args:
            name: A name as printed, perhaps truncated.
        """
        rows = ((agreement(name, row.name), row) for row in self.subjects)
        return tuple(row for found, row in sorted(rows, key=lambda pair: pair[0].value) if found.is_same)

    def nearest(
        self, name: str, count: int = 3, *, below: SubjectCode | str | None = None
    ) -> tuple[Subject, ...]:
        """Return the subjects whose names are most like a misspelt one, the likeliest first.

        Args:
            name: A name as printed.
            count: How many at most.
            below: Only subjects below this code, in any spelling.
        """
        above = None if below is None else SubjectCode.parse(below)
        rows = [row for row in self.subjects if above is None or row.code.is_below(above)]
        keys: dict[str, list[Subject]] = {}
        for row in rows:
            keys.setdefault(name_key(row.name), []).append(row)
        likely = difflib.get_close_matches(name_key(name), keys, n=count)
        return tuple(row for key in likely for row in keys[key])[:count]


def chart_of(
    classification: Classification, year: int, rows: Iterable[Subject], *, is_complete: bool = False
) -> Chart:
    """Return the chart of a year from rows of all years.

    Args:
        classification: Which classification.
        year: The budget year.
        rows: Rows with their validity.
        is_complete: Whether every code of the year is there.
    """
    return Chart(classification, year, [row for row in rows if row.holds_in(year)], is_complete)
