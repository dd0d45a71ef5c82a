"""Running rules over disclosures: findings, and the ledger of everything that was and was not checked."""

from govbudget.checking._findings import Finding
from govbudget.checking._reports import Entry, LedgerRow, Report, check
from govbudget.checking._together import check_together

__all__ = ["Entry", "Finding", "LedgerRow", "Report", "check", "check_together"]
