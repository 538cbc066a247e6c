"""Who: persons, organisations and groups of a report under all their names, and across the reports of a story."""

from rashomon.actors.correction import Correction, read_corrections
from rashomon.actors.extraction import extract_actors
from rashomon.actors.linking import canonical_names, link_actors

__all__ = ["Correction", "canonical_names", "extract_actors", "link_actors", "read_corrections"]
