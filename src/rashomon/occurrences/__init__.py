"""What happened: occurrences with PLOVER type, actors, date, place, and on whose word."""

from rashomon.occurrences.extraction import extract_occurrences

__all__ = ["extract_occurrences"]
