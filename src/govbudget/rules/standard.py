"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.documents import DOCUMENTS
from govbudget.rules.economic_ties import ECONOMIC
from govbudget.rules.form_lists import FORM_LISTS
from govbudget.rules.fund_ties import FUNDS
from govbudget.rules.lapses import LAPSES
from govbudget.rules.narrative import NARRATIVES
from govbudget.rules.pairs import PAIRED
from govbudget.rules.percentages import PERCENTAGES
from govbudget.rules.priors import PRIORS
from govbudget.rules.procurement import PROCUREMENT
from govbudget.rules.projects import PROJECTS
from govbudget.rules.subjects import SUBJECTS
from govbudget.rules.sums import SUMS
from govbudget.rules.target_pairs import TARGET_PAIRS
from govbudget.rules.targets import TARGETS
from govbudget.rules.text import TEXTS
from govbudget.rules.ties import SAME
from govbudget.rules.together import TABLES_TOGETHER
from govbudget.rules.told_years import TOLD_YEARS

__all__ = ["STANDARD", "TOGETHER"]

STANDARD = (
    SUMS
    | SUBJECTS
    | PAIRED
    | SAME
    | FUNDS
    | ECONOMIC
    | PERCENTAGES
    | TEXTS
    | NARRATIVES
    | PRIORS
    | TARGETS
    | TARGET_PAIRS
    | PROJECTS
    | FORM_LISTS
    | PROCUREMENT
    | DOCUMENTS
    | LAPSES
)
"""All rules that the library brings for single documents, in the order in which they are checked."""

TOGETHER = TABLES_TOGETHER | TOLD_YEARS
"""The rules between documents, for `check_together`."""
