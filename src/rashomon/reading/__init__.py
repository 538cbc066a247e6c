"""Bytes → documents: plain text, web pages, JSON Lines, folders, standard input."""

from rashomon.reading.reports import MAX_BYTES, read_reports

__all__ = ["MAX_BYTES", "read_reports"]
