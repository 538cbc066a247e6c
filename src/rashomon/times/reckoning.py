"""Arithmetic on dates of any precision, written as TIMEX3 values.

Units are those of TIMEX3 (D W M Q Y), with E for decades, C for centuries, L for millennia, WE for weekends, N for
nights, W2 for fortnights, and TS TM TH for seconds, minutes and hours.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future", "nearest"]
SEASON_MONTHS = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}
MONTHS_OF_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
DATE_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(?:Q(\d)|H(\d)|(SP|SU|FA|WI)|W(\d\d)(?:-(WE|\d))?))?(?=$|T)")
YEARS = (1, 9999)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that others are reckoned from: year, and month and day where known. `quarter` marks a quarter of a year,
    whose month is its last."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: bool = False

    @property
    def first_day(self) -> date:
        """The date itself, or the first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)


def parse_moment(value: str | None) -> Moment | None:
    """The moment that a TIMEX3 date value names; None if it names none (PAST_REF, XXXX-12, 199)."""
    match = DATE_VALUE.match(value) if value is not None else None
    if match is None or not YEARS[0] <= int(match.group(1)) <= YEARS[1]:
        return None
    year, month, day, quarter, half, season, week, weekday = match.groups()
    try:
        if week is not None:
            found = date.fromisocalendar(int(year), int(week), 6 if weekday == "WE" else int(weekday or 1))
            return Moment(found.year, found.month, found.day if weekday else None)
        if day is not None:
            date(int(year), int(month), int(day))
    except ValueError:
        return None
    if quarter is not None:
        return Moment(int(year), int(quarter) * 3, quarter=True)
    if half is not None:
        return Moment(int(year), int(half) * 6)
    if season is not None:
        return Moment(int(year), SEASON_MONTHS[season])
    if month is not None and not 1 <= int(month) <= 12:
        return None
    return Moment(int(year), int(month) if month else None, int(day) if day else None)


def shift(moment: Moment, unit: str, steps: int) -> str | None:
    """The value `steps` units away from `moment`, to the precision of the unit; None if `moment` is too coarse."""
    try:
        if unit in MONTHS_OF_UNIT:
            return _shift_months(moment, unit, steps)
        if moment.day is None:
            return None
        day = moment.first_day
        if unit in ("D", "N"):
            return iso(day + timedelta(days=steps))
        if unit in ("W", "W2", "WE"):
            day += timedelta(weeks=steps * (2 if unit == "W2" else 1))
            return week_value(day) + ("-WE" if unit == "WE" else "")
    except (OverflowError, ValueError):
        return None
    return None


def _shift_months(moment: Moment, unit: str, steps: int) -> str | None:
    if unit in ("M", "Q") and moment.month is None:
        return None
    total = moment.year * 12 + (moment.month or 1) - 1 + steps * MONTHS_OF_UNIT[unit]
    year, month = divmod(total, 12)
    if not YEARS[0] <= year <= YEARS[1]:
        return None
    written = {
        "M": f"{year:04d}-{month + 1:02d}",
        "Q": f"{year:04d}-Q{month // 3 + 1}",
        "Y": f"{year:04d}-Q{month // 3 + 1}" if moment.quarter else f"{year:04d}",
        "E": f"{year // 10:03d}",
        "C": f"{year // 100:02d}",
        "L": f"{year // 1000}",
    }
    return written[unit]


def iso(day: date) -> str:
    """`day` as YYYY-MM-DD."""
    return day.isoformat()


def week_value(day: date) -> str:
    """The ISO week of `day` as YYYY-Www."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nearest_weekday(moment: Moment, weekday: int, direction: Direction) -> str | None:
    """The date of an ISO weekday around `moment`; `moment` itself counts in both directions."""
    if moment.day is None:
        return None
    day = moment.first_day
    back = (day.isoweekday() - weekday) % 7
    ahead = (weekday - day.isoweekday()) % 7
    step = {"past": -back, "future": ahead, "nearest": -back if back <= ahead else ahead}[direction]
    try:
        return iso(day + timedelta(days=step))
    except OverflowError:
        return None


def year_of(moment: Moment, month: int, day: int | None, direction: Direction) -> int:
    """The year in which a month, or a day of it, lies nearest to `moment` in `direction`; `moment` itself counts."""
    if moment.month is None:
        return moment.year
    here = (moment.month, moment.day or 0)
    there = (month, day or 0 if moment.day is not None else 0)
    if day is None:
        here = (moment.month, 0)
    if direction == "past":
        return moment.year - (1 if there > here else 0)
    if direction == "future":
        return moment.year + (1 if there < here else 0)
    return _nearest_year(moment, month, day)


def _nearest_year(moment: Moment, month: int, day: int | None) -> int:
    here = moment.month * 31 + (moment.day or 15) if moment.month is not None else 0
    there = month * 31 + (day or 15)
    gaps = {moment.year + step: abs(there - here + step * 372) for step in (-1, 0, 1)}
    return min(gaps, key=lambda year: (gaps[year], -year))
