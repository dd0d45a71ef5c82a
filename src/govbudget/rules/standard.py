"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.documents import DOCUMENTS
from govbudget.rules.economic_ties import ECONOMIC
from govbudget.rules.fund_ties import FUNDS
from govbudget.rules.pairs import PAIRED
from govbudget.rules.procurement import PROCUREMENT
from govbudget.rules.subjects import SUBJECTS
from govbudget.rules.sums import SUMS
from govbudget.rules.ties import SAME
from govbudget.rules.together import TOGETHER

__all__ = ["STANDARD", "TOGETHER"]

STANDARD = SUMS | SUBJECTS | PAIRED | SAME | FUNDS | ECONOMIC | DOCUMENTS | PROCUREMENT
"""All rules that the library brings, in the order in which they are checked."""
