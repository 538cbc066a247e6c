"""Document → body, title, byline, outlet, agency, dateline, date of publication, language."""

from rashomon.cleaning.clean import clean
from rashomon.cleaning.recurring import strip_recurring

__all__ = ["clean", "strip_recurring"]
