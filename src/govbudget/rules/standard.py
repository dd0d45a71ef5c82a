"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.pairs import PAIRED
from govbudget.rules.subjects import SUBJECTS
from govbudget.rules.sums import SUMS

STANDARD = SUMS | SUBJECTS | PAIRED
"""All rules that the library brings, in the order in which they are checked."""
