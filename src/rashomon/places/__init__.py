"""Where: places in a report, linked to a gazetteer, each with the reason for the choice."""

from rashomon.places.extraction import extract_places
from rashomon.places.location import make_place_of

__all__ = ["extract_places", "make_place_of"]
