"""From headings to coordinates, and the index that finds every print of one quantity."""

from govbudget.coordinates._axes import Said
from govbudget.coordinates._index import CellIndex, Print, index_cells
from govbudget.coordinates._lost import Lost, lost_rows
from govbudget.coordinates._sides import Headings, Placed, coordinates_of, headings_said
from govbudget.coordinates._topics import topic_coordinates
from govbudget.coordinates._units import in_other_unit

__all__ = [
    "CellIndex",
    "Headings",
    "Lost",
    "Placed",
    "Print",
    "Said",
    "coordinates_of",
    "headings_said",
    "in_other_unit",
    "index_cells",
    "lost_rows",
    "topic_coordinates",
]
