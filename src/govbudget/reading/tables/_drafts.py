"""Rows while they are read, and the label columns that they are read from."""

from __future__ import annotations

from attrs import define

from govbudget.disclosures import RowKind
from govbudget.reading.pages._outline import NO_OUTLINE, Outline
from govbudget.vocabulary import ColumnRole


@define
class DraftRow:
    """A row being read: its label cells first, then what they mean."""

    position: int
    line: int | None
    labels: tuple[str, ...]
    label: str = ""
    kind: RowKind = RowKind.PLAIN
    outline: Outline = NO_OUTLINE
    code: str | None = None
    codes: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    subjects: tuple[tuple[str, str | None], ...] = ()
    first: int = 0
    step: int = 0
    is_economic_category: bool = False
    is_open: bool = False
    """Whether the row may repeat others, so that it is added to nothing."""
    parent: int | None = None
    is_doubtful: bool = False
    """Whether it is not certain to which row this one belongs, so that no sum may rest on it."""

    is_broken: bool = False
    """Whether its label may be the broken name of a total, or is lost."""

    @property
    def indent(self) -> int:
        """How far to the right its label is printed."""
        label = next((label for label in self.labels if label), "")
        return len(label) - len(label.lstrip("\u3000"))

    @property
    def is_partial(self) -> bool:
        """Whether the code is printed by its last piece only."""
        return bool(self.pieces) and not self.pieces[0] and any(self.pieces)


@define
class LabelColumns:
    """The label columns of a side: names, and codes in groups of neighbouring columns."""

    roles: list[ColumnRole]
    code_groups: list[list[int]]
    is_economic: bool
    subject_names: frozenset[int] = frozenset()
    """Which columns print the names of subjects, rather than of units or projects."""

    @property
    def has_subject_codes(self) -> bool:
        """Whether a column of subject codes is among them."""
        return ColumnRole.SUBJECT_CODE in self.roles

    @property
    def has_codes(self) -> bool:
        """Whether any column of codes is among them."""
        return self.has_subject_codes or ColumnRole.ORG_CODE in self.roles
