"""Order of dates that keep their own precision."""

import re
from datetime import date
from typing import Literal

Order = Literal["earlier", "same", "later", "unknown"]
CALENDAR = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")


def bounds(value: str | None) -> tuple[date, date] | None:
    """The first and last day of an ISO date (`2022`, `2022-01`, `2022-01-10`, `2022-W01`, `2022-W01-WE`; a time of day
    is ignored)."""
    if value is None:
        return None
    try:
        if week := WEEK.match(value):
            year, number = int(week[1]), int(week[2])
            first = 6 if week[3] is not None else 1
            return date.fromisocalendar(year, number, first), date.fromisocalendar(year, number, 7)
        if not (found := CALENDAR.match(value)):
            return None
        year, month, day = int(found[1]), found[2], found[3]
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            following = date(year + int(month) // 12, int(month) % 12 + 1, 1)
            return date(year, int(month), 1), date.fromordinal(following.toordinal() - 1)
        return date(year, int(month), int(day)), date(year, int(month), int(day))
    except ValueError:
        return None


def compare_dates(left: str | None, right: str | None) -> Order:
    """Whether `left` is earlier or later than `right`; the same if they overlap, unknown if either is not a date."""
    one, other = bounds(left), bounds(right)
    if one is None or other is None:
        return "unknown"
    if one[1] < other[0]:
        return "earlier"
    return "later" if other[1] < one[0] else "same"


def days_apart(left: str | None, right: str | None) -> int:
    """The days between the two, from the end of the earlier to the start of the later; 0 if one is not a date."""
    one, other = bounds(left), bounds(right)
    if one is None or other is None:
        return 0
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)
