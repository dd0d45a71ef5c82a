"""The vocabulary by which tables, headings, rows, forms and sentences are recognised; the words themselves are data."""

from govbudget.vocabulary._flat import FlatWords, Part, flat_words
from govbudget.vocabulary._forms import FormWords, form_words
from govbudget.vocabulary._lapses import lapse_words
from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary
from govbudget.vocabulary._meanings import Convention, Meaning, Meanings, Reading, meanings
from govbudget.vocabulary._topics import Place, Topic, Topics, topics

__all__ = [
    "ColumnRole",
    "Convention",
    "FlatWords",
    "FormWords",
    "Meaning",
    "Meanings",
    "Part",
    "Place",
    "Reading",
    "TableKind",
    "Topic",
    "Topics",
    "Vocabulary",
    "flat_words",
    "form_words",
    "lapse_words",
    "meanings",
    "topics",
    "vocabulary",
]
