"""Text, rows, records, extracted tables and folders of them → disclosures and tables."""

from govbudget.reading._documents import read_text
from govbudget.reading._files import load_text, tabs
from govbudget.reading.extracted._folders import read_folder
from govbudget.reading.extracted._sequences import read_rows, read_tables
from govbudget.reading.extracted._table_data import read_table_data
from govbudget.reading.extracted._tables import ExtractedTable
from govbudget.reading.tables._records import read_records

__all__ = [
    "ExtractedTable",
    "load_text",
    "read_folder",
    "read_records",
    "read_rows",
    "read_table_data",
    "read_tables",
    "read_text",
    "tabs",
]
