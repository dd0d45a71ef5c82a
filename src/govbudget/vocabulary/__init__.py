"""The vocabulary by which tables, headings and rows are recognised; the words themselves are data."""

from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary
from govbudget.vocabulary._topics import Place, Topic, Topics, topics

__all__ = ["ColumnRole", "Place", "TableKind", "Topic", "Topics", "Vocabulary", "topics", "vocabulary"]
