"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.form_lists import FORM_LISTS
from govbudget.rules.pairs import PAIRED
from govbudget.rules.projects import PROJECTS
from govbudget.rules.subjects import SUBJECTS
from govbudget.rules.sums import SUMS

STANDARD = SUMS | SUBJECTS | PAIRED | PROJECTS | FORM_LISTS
"""All rules that the library brings, in the order in which they are checked."""
