"""The case file: one SQLite file that holds the reports of a case and all that was read from them."""

from rashomon.store.case_file import CaseFile, open_case
from rashomon.store.search import FoundPassage

__all__ = ["CaseFile", "FoundPassage", "open_case"]
