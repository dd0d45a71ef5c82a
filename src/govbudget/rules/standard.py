"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.form_lists import FORM_LISTS
from govbudget.rules.narrative import NARRATIVES
from govbudget.rules.pairs import PAIRED
from govbudget.rules.percentages import PERCENTAGES
from govbudget.rules.projects import PROJECTS
from govbudget.rules.subjects import SUBJECTS
from govbudget.rules.sums import SUMS
from govbudget.rules.target_pairs import TARGET_PAIRS
from govbudget.rules.targets import TARGETS
from govbudget.rules.text import TEXTS

STANDARD = (
    SUMS
    | SUBJECTS
    | PAIRED
    | PERCENTAGES
    | TEXTS
    | NARRATIVES
    | TARGETS
    | TARGET_PAIRS
    | PROJECTS
    | FORM_LISTS
)
"""All rules that the library brings, in the order in which they are checked."""
