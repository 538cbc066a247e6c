"""When: time expressions with TIMEX3 types and values, and which of them dates what is said at a passage."""

from rashomon.times.dating import make_date_of
from rashomon.times.expressions import extract_times

__all__ = ["extract_times", "make_date_of"]
