"""From a date with its precision to the days it may mean, and GED's code for how well it is known."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(T.*)?")
MONTH = re.compile(r"(\d{4})-(\d{2})")
YEAR_PART = re.compile(r"(\d{4})(?:-([QH])([1-4]))?")
MONTHS = {"Q": 3, "H": 6, None: 12}

EXACT, DAYS, WEEK_KNOWN, MONTH_KNOWN, YEAR_KNOWN = 1, 2, 3, 4, 5
"""GED's `date_prec`: 1 the day is known, 2 a range of 2 to 6 days, 3 the week, 4 the month, 5 the year or a part of it
longer than a month."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """First and last day a date may mean, and GED's `date_prec`."""

    start: date
    end: date
    precision: int


def date_range(value: str | None) -> DateRange | None:
    """The days that `value` (a TIMEX3 or ISO value: day, week, weekend, month, quarter, half, year) may mean.
    None for a value that names no such time ("PAST_REF", a decade) or no real day."""
    if value is None:
        return None
    try:
        return _day(value) or _week(value) or _month(value) or _year(value)
    except ValueError:  # the 31st of June
        return None


def _day(value: str) -> DateRange | None:
    match = DAY.fullmatch(value)
    if match is None:
        return None
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return DateRange(day, day, EXACT)


def _week(value: str) -> DateRange | None:
    match = WEEK.fullmatch(value)
    if match is None:
        return None
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    start = monday + timedelta(days=5) if match[3] else monday
    return DateRange(start, monday + timedelta(days=6), DAYS if match[3] else WEEK_KNOWN)


def _month(value: str) -> DateRange | None:
    match = MONTH.fullmatch(value)
    if match is None:
        return None
    return _months(int(match[1]), int(match[2]), 1, MONTH_KNOWN)


def _year(value: str) -> DateRange | None:
    match = YEAR_PART.fullmatch(value)
    if match is None:
        return None
    length = MONTHS[match[2]]
    return _months(int(match[1]), 1 + (int(match[3] or 1) - 1) * length, length, YEAR_KNOWN)


def _months(year: int, first: int, length: int, precision: int) -> DateRange:
    last = first + length - 1
    return DateRange(date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision)
