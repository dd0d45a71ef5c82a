"""The crosswalk between departmental and governmental economic subjects (财预〔2017〕98号)."""

from __future__ import annotations

import enum
import functools

from attrs import frozen

from govbudget.subjects._charts import Grade
from govbudget.subjects._codes import SubjectCode
from govbudget.subjects._loading import data_lines, span


class Payer(enum.Enum):
    """Whose expenditure a governmental subject is for."""

    AGENCY = "agency"
    """机关 (and bodies managed as such): 501, 502, 503, 504."""
    INSTITUTION = "institution"
    """事业单位: 505, 506."""
    ANY = "any"
    """Either: 507 and above."""


class Kind(enum.Enum):
    """How a pair stands in the crosswalk."""

    ONE_TO_ONE = "one_to_one"
    """Both subjects stand in no other pair for this kind of payer."""
    SPLIT = "split"
    """The departmental subject goes to several governmental ones."""
    MERGED = "merged"
    """Several departmental subjects go into the governmental one."""
    MANY_TO_MANY = "many_to_many"
    """Both of these at once."""


@frozen
class Pair:
    """A departmental subject that may be paid as a governmental one.

    Args:
        governmental: The governmental economic subject.
        departmental: The departmental economic subject.
        grade: How well the pair is known.
        years: The years in whose disclosures it was read.
        kind: How it stands among the other pairs for the same kind of payer.
    """

    governmental: SubjectCode
    departmental: SubjectCode
    grade: Grade
    years: tuple[int, ...]
    kind: Kind

    @property
    def payer(self) -> Payer:
        """Whose expenditure it is."""
        return payer_of(self.governmental)


def payer_of(code: SubjectCode | str) -> Payer:
    """Return whose expenditure a governmental subject is for, by its category.

    Args:
        code: A governmental economic subject.
    """
    category = str(code)[:3]
    if category in ("501", "502", "503", "504"):
        return Payer.AGENCY
    return Payer.INSTITUTION if category in ("505", "506") else Payer.ANY


@frozen(eq=False)
class Crosswalk:
    """All known pairs, indexed both ways.

    Args:
        pairs: The pairs.
        by_departmental: Pairs of a departmental code.
        by_governmental: Pairs of a governmental code.
    """

    pairs: tuple[Pair, ...]
    by_departmental: dict[str, tuple[Pair, ...]]
    by_governmental: dict[str, tuple[Pair, ...]]

    def find(self, governmental: SubjectCode | str, departmental: SubjectCode | str) -> Pair | None:
        """Return the pair of two codes, or None if it is not known.

        Args:
            governmental: A governmental economic subject.
            departmental: A departmental economic subject.
        """
        wanted = str(departmental)
        return next(
            (p for p in self.by_governmental.get(str(governmental), ()) if p.departmental.value == wanted),
            None,
        )

    def governmental(self, departmental: SubjectCode | str, payer: Payer | None = None) -> tuple[Pair, ...]:
        """Return the pairs of a departmental subject, perhaps of one kind of payer only.

        Args:
            departmental: A departmental economic subject.
            payer: Whose expenditure.
        """
        return tuple(p for p in self.by_departmental.get(str(departmental), ()) if payer in (None, p.payer))

    def departmental(self, governmental: SubjectCode | str) -> tuple[Pair, ...]:
        """Return the pairs of a governmental subject.

        Args:
            governmental: A governmental economic subject.
        """
        return self.by_governmental.get(str(governmental), ())


@functools.cache
def crosswalk() -> Crosswalk:
    """Return the crosswalk that the package knows; it is in force since 2018."""
    rows = [line.split("\t") for line in data_lines("crosswalk.tsv")]
    codes = [(row[0], row[1]) for row in rows]
    pairs = tuple(
        Pair(
            SubjectCode(row[0]),
            SubjectCode(row[1]),
            Grade(row[2]),
            span(row[3] if len(row) > 3 else ""),
            _kind(row[0], row[1], codes),
        )
        for row in rows
    )
    by_departmental: dict[str, tuple[Pair, ...]] = {}
    by_governmental: dict[str, tuple[Pair, ...]] = {}
    for pair in pairs:
        ours, theirs = pair.departmental.value, pair.governmental.value
        by_departmental[ours] = (*by_departmental.get(ours, ()), pair)
        by_governmental[theirs] = (*by_governmental.get(theirs, ()), pair)
    return Crosswalk(pairs, by_departmental, by_governmental)


def _kind(governmental: str, departmental: str, codes: list[tuple[str, str]]) -> Kind:
    payer = payer_of(governmental)
    split = sum(ours == departmental and payer_of(theirs) is payer for theirs, ours in codes) > 1
    merged = sum(theirs == governmental for theirs, _ in codes) > 1
    return {
        (False, False): Kind.ONE_TO_ONE,
        (True, False): Kind.SPLIT,
        (False, True): Kind.MERGED,
        (True, True): Kind.MANY_TO_MANY,
    }[split, merged]
