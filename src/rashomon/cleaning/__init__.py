"""Document → body, title, byline, outlet, agency, dateline, date of publication, language."""

from rashomon.cleaning.clean import clean

__all__ = ["clean"]
