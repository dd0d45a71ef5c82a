"""Text, rows, records and files → disclosures and tables."""

from govbudget.reading._documents import read_rows, read_text
from govbudget.reading._files import read_file
from govbudget.reading._records import read_records

__all__ = ["read_file", "read_records", "read_rows", "read_text"]
