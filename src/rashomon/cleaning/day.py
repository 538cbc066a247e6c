"""Days as pages print them, read to ISO dates."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.cleaning.rules import load_pattern, load_rules
from rashomon.model import Span
from rashomon.reading.given import make_date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Day:
    """An ISO date (`2022` where the order of day and month is unclear) and where it stands in the string read."""

    value: str
    span: Span


def read_day(text: str) -> Day | None:
    """The first day with a year in `text`, or None."""
    found: list[tuple[int, Day]] = []
    for rule in load_rules("day"):
        match = rule.pattern.search(text)
        if match is None:
            continue
        value = _value(match)
        if value is not None:
            found.append((match.start(), Day(value, Span(match.start(), match.end()))))
    return min(found, key=lambda item: item[0])[1] if found else None


def read_month_day(text: str) -> tuple[int, int, Span] | None:
    """Month and day of the first day of `text` that is written without a year."""
    match = load_pattern("day_without_year").search(text)
    if match is None:
        return None
    month = _month(match["m"] or match["m2"])
    return month, int(match["d"] or match["d2"]), Span(match.start(), match.end())


def month_days(text: str) -> list[tuple[int, int]]:
    """Every month and day in `text`, years left aside."""
    found = load_pattern("day_without_year").finditer(text)
    return [(_month(match["m"] or match["m2"]), int(match["d"] or match["d2"])) for match in found]


def nearest_past(month: int, day: int, reference: date) -> date | None:
    """The last such day that is not later than the day after `reference`."""
    for year in (reference.year + 1, reference.year, reference.year - 1):
        found = make_date(year, month, day)
        if found is not None and found <= reference + timedelta(days=1):
            return found
    return None


def url_day(url: str) -> str | None:
    """The day that stands in the path of an address, or None."""
    match = load_pattern("url_day").search(url)
    if match is None:
        return None
    found = make_date(int(match["y"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
    return None if found is None else found.isoformat()


def _value(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year = int(groups["y"])
    if "a" in groups:
        return _slashed(year, int(groups["a"]), int(groups["b"]))
    found = make_date(year, _month(groups["m"]), int(groups["d"]))
    return None if found is None else found.isoformat()


def _slashed(year: int, first: int, second: int) -> str | None:
    """03/04/2022 may be 3 April or 4 March: only the year is sure."""
    readings = {make_date(year, first, second), make_date(year, second, first)} - {None}
    days = sorted(day.isoformat() for day in readings if day is not None)
    return None if not days else days[0] if len(days) == 1 else str(year)


def is_month_first(text: str) -> bool | None:
    """True if `text` writes "January 10" more often than "10 January", None if it does neither more often."""
    found = [match["m"] is not None for match in load_pattern("day_without_year").finditer(text)]
    first = sum(found)
    return None if first * 2 == len(found) else first * 2 > len(found)


def read_slashed(text: str, month_first: bool) -> str | None:
    """03/04/2022 as an ISO date, read in the given order."""
    match = re.search(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", text)
    if match is None:
        return None
    first, second, year = map(int, match.groups())
    found = make_date(year, first, second) if month_first else make_date(year, second, first)
    return None if found is None else found.isoformat()


def _month(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS.index(name[:3].lower()) + 1
