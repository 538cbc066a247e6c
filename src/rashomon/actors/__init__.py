"""Who: persons, organisations and groups of a report under all their names, and across the reports of a story."""

from rashomon.actors.extraction import extract_actors

__all__ = ["extract_actors"]
