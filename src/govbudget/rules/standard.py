"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.narrative import NARRATIVES
from govbudget.rules.pairs import PAIRED
from govbudget.rules.percentages import PERCENTAGES
from govbudget.rules.subjects import SUBJECTS
from govbudget.rules.sums import SUMS
from govbudget.rules.text import TEXTS

STANDARD = SUMS | SUBJECTS | PAIRED | PERCENTAGES | TEXTS | NARRATIVES
"""All rules that the library brings, in the order in which they are checked."""
