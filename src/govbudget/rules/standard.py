"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.change_columns import CHANGE_COLUMNS
from govbudget.rules.changes import CHANGES
from govbudget.rules.compared_years import COMPARED_YEARS
from govbudget.rules.completions import COMPLETIONS
from govbudget.rules.costings import COSTINGS
from govbudget.rules.documents import DOCUMENTS
from govbudget.rules.economic_ties import ECONOMIC
from govbudget.rules.entities import ENTITIES
from govbudget.rules.form_lists import FORM_LISTS
from govbudget.rules.form_texts import FORM_TEXTS
from govbudget.rules.fund_ties import FUNDS
from govbudget.rules.lapses import LAPSES
from govbudget.rules.named_years import NAMED_YEARS
from govbudget.rules.namings import NAMINGS
from govbudget.rules.narrative import NARRATIVES
from govbudget.rules.pairs import PAIRED
from govbudget.rules.percentages import PERCENTAGES
from govbudget.rules.priors import PRIORS
from govbudget.rules.procurement import PROCUREMENT
from govbudget.rules.project_amounts import PROJECT_AMOUNTS
from govbudget.rules.project_ties import PROJECT_TIES
from govbudget.rules.projects import PROJECTS
from govbudget.rules.reasons import REASONS
from govbudget.rules.subjects import SUBJECTS
from govbudget.rules.sums import SUMS
from govbudget.rules.target_pairs import TARGET_PAIRS
from govbudget.rules.targets import TARGETS
from govbudget.rules.template_words import TEMPLATE_WORDS
from govbudget.rules.text import TEXTS
from govbudget.rules.ties import SAME
from govbudget.rules.together import TABLES_TOGETHER
from govbudget.rules.told_years import TOLD_YEARS

__all__ = ["STANDARD", "TOGETHER"]

STANDARD = (
    SUMS
    | CHANGE_COLUMNS
    | SUBJECTS
    | PAIRED
    | SAME
    | FUNDS
    | ECONOMIC
    | PERCENTAGES
    | TEXTS
    | NARRATIVES
    | COMPARED_YEARS
    | CHANGES
    | COMPLETIONS
    | NAMED_YEARS
    | PRIORS
    | REASONS
    | NAMINGS
    | TARGETS
    | TARGET_PAIRS
    | PROJECTS
    | PROJECT_AMOUNTS
    | PROJECT_TIES
    | FORM_LISTS
    | FORM_TEXTS
    | PROCUREMENT
    | COSTINGS
    | DOCUMENTS
    | ENTITIES
    | LAPSES
    | TEMPLATE_WORDS
)
"""All rules that the library brings for single documents, in the order in which they are checked."""

TOGETHER = TABLES_TOGETHER | TOLD_YEARS
"""The rules between documents, for `check_together`."""
