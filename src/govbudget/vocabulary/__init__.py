"""The vocabulary by which tables, headings and rows are recognised; the words themselves are data."""

from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary

__all__ = ["ColumnRole", "TableKind", "Vocabulary", "vocabulary"]
