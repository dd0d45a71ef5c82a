"""The standard rule set."""

from __future__ import annotations

from govbudget.rules.sums import SUMS

STANDARD = SUMS
"""All rules that the library brings, in the order in which they are checked."""
