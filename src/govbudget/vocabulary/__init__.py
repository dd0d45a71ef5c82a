"""The vocabulary by which tables, headings, rows and forms are recognised; the words themselves are data."""

from govbudget.vocabulary._forms import FormWords, form_words
from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary
from govbudget.vocabulary._topics import Place, Topic, Topics, topics

__all__ = [
    "ColumnRole",
    "FormWords",
    "Place",
    "TableKind",
    "Topic",
    "Topics",
    "Vocabulary",
    "form_words",
    "topics",
    "vocabulary",
]
