"""The vocabulary by which tables, headings, rows, forms and sentences are recognised; the words themselves are data."""

from govbudget.vocabulary._costings import CostingWords, costing_words, numeral
from govbudget.vocabulary._flat import FlatWords, Part, flat_words
from govbudget.vocabulary._forms import FormWords, form_words
from govbudget.vocabulary._lapses import lapse_words
from govbudget.vocabulary._loading import ColumnRole, TableKind, Vocabulary, vocabulary
from govbudget.vocabulary._meanings import ChangeWords, Convention, Meaning, Meanings, Reading, meanings
from govbudget.vocabulary._namings import NamingWords, naming_words
from govbudget.vocabulary._reasons import reason_words
from govbudget.vocabulary._shapes import Shape, ShapeColumn, Shapes, shapes
from govbudget.vocabulary._topics import Place, Topic, Topics, topics

__all__ = [
    "ChangeWords",
    "ColumnRole",
    "Convention",
    "CostingWords",
    "FlatWords",
    "FormWords",
    "Meaning",
    "Meanings",
    "NamingWords",
    "Part",
    "Place",
    "Reading",
    "Shape",
    "ShapeColumn",
    "Shapes",
    "TableKind",
    "Topic",
    "Topics",
    "Vocabulary",
    "costing_words",
    "flat_words",
    "form_words",
    "lapse_words",
    "meanings",
    "naming_words",
    "numeral",
    "reason_words",
    "shapes",
    "topics",
    "vocabulary",
]
