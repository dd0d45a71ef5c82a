"""Reports for people."""

from govbudget.reports._reading import reading_text
from govbudget.reports._resolutions import reading_report
from govbudget.reports._text import report_text

__all__ = ["reading_report", "reading_text", "report_text"]
