"""How dates, numbers and ranges are written."""

import re
from collections.abc import Iterable

from rashomon.model import Range, State
from rashomon.model.figure import Number

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NO_DATE = "date open"
DAY_PARTS = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "by day"}
"""TIMEX3's parts of the day."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}).*)?)?)?$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")


def show_number(value: Number | None) -> str:
    """`8000` as `8,000`; an empty string for None."""
    if value is None:
        return ""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{int(value):,}"


def show_tick(value: Number) -> str:
    """The same for the scale of a chart, where millions must be short: `19.5 M`, `2 bn`."""
    for unit, name in ((10**9, "bn"), (10**6, "M")):
        if abs(value) >= unit:
            return f"{value / unit:.3g} {name}"
    return show_number(value)


def show_range(low: Number | None, high: Number | None) -> str:
    """A range in words: `150–164`, `164`, `160 or more`, `up to 50`, `no number`."""
    if low is None and high is None:
        return "no number"
    if high is None:
        return f"{show_number(low)} or more"
    if low is None:
        return f"up to {show_number(high)}"
    if low == high:
        return show_number(low)
    return f"{show_number(low)}–{show_number(high)}"


def show_reported(reported: Range) -> str:
    """A reported range as the head of a question has it."""
    return show_range(reported.low, reported.high)


def show_value(value: Number | None, low: Number | None, high: Number | None, qualifier: str | None) -> str:
    """A reading as its report has it: hedge and number, or the range where there is no single number."""
    if value is None:
        return qualifier if qualifier is not None and (low is None or high is None) else show_range(low, high)
    return f"{qualifier} {show_number(value)}" if qualifier else show_number(value)


def show_date(date: str | None) -> str:
    """An ISO date with its own precision in words: `10 Jan 2022`, `Jan 2022`, `2022`, `week 1 of 2022`.

    What is not a date of that kind (a season, a part of a day) is shown as it is; None as `date open`.
    """
    if date is None:
        return NO_DATE
    week = _WEEK.match(date)
    if week:
        return f"week {int(week[2])} of {week[1]}"
    part = DAY_PARTS.get(date[10:])
    if part is not None:
        return f"{show_date(date[:10])}, {part}"
    match = _DATE.match(date)
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return date
    year, month, day, clock = match.groups()
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year]
    return " ".join(part for part in parts if part) + (f", {clock}" if clock else "")


def show_dates(dates: Iterable[str | None]) -> str:
    """From the first to the last date, with shared parts said once: `10–12 Jan 2022`. Unknown dates are left out."""
    known = sorted(date[:10] for date in dates if date)
    if not known:
        return NO_DATE
    first, last = show_date(known[0]).split(), show_date(known[-1]).split()
    if first == last:
        return " ".join(first)
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    start = first[: len(first) - shared]
    only_day = len(start) == 1 and len(start[0]) < 3
    return " ".join(start) + ("–" if only_day else " – ") + " ".join(last)


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 report`, `2 reports`, `0 reports`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def show_origins(number: int, state: State) -> str:
    """`3 origins`; that none is named where there are none, and that several are not independent where they are one."""
    if not number:
        return "no named origin"
    shared = ", not independent" if number > 1 and state == "single origin" else ""
    return count(number, "origin") + shared


def clip(text: str, longest: int) -> str:
    """`text` on one line, cut at a word with an ellipsis where it is longer than `longest` characters."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
