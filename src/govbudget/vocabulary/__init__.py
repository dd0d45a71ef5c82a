"""The vocabulary by which tables, headings and rows are recognised; the words themselves are data."""

from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary
from govbudget.vocabulary._meanings import Convention, Meaning, Meanings, Reading, meanings

__all__ = [
    "ColumnRole",
    "Convention",
    "Meaning",
    "Meanings",
    "Reading",
    "TableKind",
    "Vocabulary",
    "meanings",
    "vocabulary",
]
