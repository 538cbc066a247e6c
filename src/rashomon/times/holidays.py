"""Days with names: which date they fall on in a given year."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rashomon.resources import load_resource


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that returns every year: on a fixed date, at a distance from Easter, or the n-th weekday of a month."""

    name: str
    fixed: str | None
    easter: int | None
    nth: tuple[int, int, int] | None
    plus: int


@cache
def load_holidays() -> dict[str, Holiday]:
    """Every spelling, lower case with a straight apostrophe, and the day it names."""
    found = {}
    for entry in load_resource("holidays")["holidays"]:
        nth = entry.get("nth")
        for name in entry["names"]:
            day = tuple(nth) if nth is not None else None
            found[name] = Holiday(name, entry.get("fixed"), entry.get("easter"), day, entry.get("plus", 0))
    return found


def holiday_date(holiday: Holiday, year: int) -> date:
    """The date of `holiday` in `year`."""
    if holiday.fixed is not None:
        month, day = holiday.fixed.split("-")
        return date(year, int(month), int(day))
    if holiday.easter is not None:
        return easter(year) + timedelta(days=holiday.easter)
    if holiday.nth is None:
        raise ValueError(f"holiday {holiday.name!r} has neither fixed, easter nor nth")
    month_number, weekday, n = holiday.nth
    return nth_weekday(year, month_number, weekday, n) + timedelta(days=holiday.plus)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th ISO weekday of a month; n = -1 is the last."""
    if n < 0:
        first_of_next = date(year + month // 12, month % 12 + 1, 1)
        last = first_of_next - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
