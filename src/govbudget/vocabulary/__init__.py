"""The vocabulary by which tables, headings, rows and forms are recognised; the words themselves are data."""

from govbudget.vocabulary._flat import FlatWords, Part, flat_words
from govbudget.vocabulary._forms import FormWords, form_words
from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary

__all__ = [
    "ColumnRole",
    "FlatWords",
    "FormWords",
    "Part",
    "TableKind",
    "Vocabulary",
    "flat_words",
    "form_words",
    "vocabulary",
]
