"""Text, rows, records, extracted tables and files → disclosures and tables."""

from govbudget.reading._documents import read_text
from govbudget.reading._extracted import ExtractedTable
from govbudget.reading._files import read_file
from govbudget.reading._records import read_records
from govbudget.reading._sequences import read_rows, read_tables

__all__ = ["ExtractedTable", "read_file", "read_records", "read_rows", "read_tables", "read_text"]
