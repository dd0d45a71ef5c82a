"""Reports and disclosures → plain data for JSON, and disclosures back from it; every shape carries the name of its schema.

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
from govbudget.serialization._reading import disclosures_of, is_disclosures, read_disclosures
from govbudget.serialization._resolutions import coverage_data, resolution_data

__all__ = [
    "DISCLOSURE_SCHEMA",
    "REPORT_SCHEMA",
    "coverage_data",
    "disclosure_data",
    "disclosures_json",
    "disclosures_of",
    "finding_data",
    "is_disclosures",
    "read_disclosures",
    "register_hooks",
    "report_data",
    "reports_json",
    "resolution_data",
]
