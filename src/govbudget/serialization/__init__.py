"""Reports and disclosures → plain data for JSON; every shape carries the name of its schema.

Figures are written as text, exactly as they were printed; nothing is ever a floating-point number.
"""

from govbudget.serialization._documents import (
    DISCLOSURE_SCHEMA,
    REPORT_SCHEMA,
    disclosure_data,
    disclosures_json,
    finding_data,
    report_data,
    reports_json,
)
from govbudget.serialization._hooks import register_hooks
from govbudget.serialization._resolutions import coverage_data, resolution_data

__all__ = [
    "DISCLOSURE_SCHEMA",
    "REPORT_SCHEMA",
    "coverage_data",
    "disclosure_data",
    "disclosures_json",
    "finding_data",
    "register_hooks",
    "report_data",
    "reports_json",
    "resolution_data",
]
