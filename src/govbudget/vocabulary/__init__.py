"""The vocabulary by which tables, headings, rows and forms are recognised; the words themselves are data."""

from govbudget.vocabulary._forms import FormWords, form_words
from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary

__all__ = ["ColumnRole", "FormWords", "TableKind", "Vocabulary", "form_words", "vocabulary"]
