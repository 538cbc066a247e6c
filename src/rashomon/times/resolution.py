"""From the groups of a match to a TIMEX3 value.

Each operation of the rule file is one function here: fields in, value and anchor out. What it may look at beside its
fields is the `Context`: the publication date, the date last spoken of, and the tense of the clause.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rashomon.times.grammar import Value
from rashomon.times.holidays import holiday_date, load_holidays
from rashomon.times.reckoning import (
    Direction,
    Moment,
    iso,
    nearest_weekday,
    parse_moment,
    shift,
    week_value,
    year_of,
)
from rashomon.times.tense import Tense

Anchor = Literal["none", "publication", "story", "unknown"]
Fields = dict[str, str]
Resolved = tuple[str | None, Anchor]
FIELD = re.compile(r"\{([\w|]+)\}")
VAGUE = "X"
# A year of two digits up to this is of the 2000s, above of the 1900s.
TWO_DIGIT_PIVOT = 40
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DURATION_UNITS = {
    "TS": ("PT", "S", 1), "TM": ("PT", "M", 1), "TH": ("PT", "H", 1), "D": ("P", "D", 1), "N": ("P", "D", 1),
    "W": ("P", "W", 1), "W2": ("P", "W", 2), "M": ("P", "M", 1), "Q": ("P", "Q", 1), "Y": ("P", "Y", 1),
    "WE": ("P", "WE", 1), "E": ("P", "Y", 10), "C": ("P", "Y", 100), "L": ("P", "Y", 1000),
}  # fmt: skip
# What a broken count of a unit is written in: the smaller unit and how many of it make one.
SMALLER = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60), "W": ("D", 7), "D": ("TH", 24)}
MIDNIGHT = 24
# So many months ahead in the circle of the year are as well so many behind: tense decides, not nearness.
FAR_MONTHS = (3, 9)
FORENOON = ("am", "MO")
AFTERNOON = ("pm", "AF", "EV", "NI")


@dataclass(frozen=True, slots=True)
class Context:
    """What a value may depend on. `reference` is what a date without a year is near to: publication or story.
    `direction` comes from the tense, `recent` is the last value in this or the previous sentence, `quarter` the latest
    quarter of a year in the last few."""

    published: Moment | None
    story: Moment | None
    reference: Moment | None
    reference_from: Anchor
    tense: Tense | None
    recent: Moment | None
    quarter: Moment | None

    @property
    def direction(self) -> Direction:
        """Where to look for a date that the text leaves open."""
        if self.tense == "past":
            return "past"
        return "future" if self.tense == "future" else "nearest"


def fill_fields(spec: dict[str, tuple[str, ...]], groups: dict[str, Value]) -> Fields:
    """The fields of `spec` with the groups' values set in: of each the first form all of whose groups matched.

    In a form {a|b} stands for the first of the groups a and b that matched. A field without such a form is left out.
    """
    filled = {}
    for key, forms in spec.items():
        for form in forms:
            wanted = {names: _first(names, groups) for names in FIELD.findall(form)}
            if all(name is not None for name in wanted.values()):
                filled[key] = FIELD.sub(lambda match: _written(groups[wanted[match.group(1)] or ""]), form)  # noqa: B023
                break
    return filled


def _first(names: str, groups: dict[str, Value]) -> str | None:
    return next((name for name in names.split("|") if name in groups), None)


def _written(value: Value) -> str:
    if value is None:
        return VAGUE
    if isinstance(value, str):
        return value
    return str(int(value)) if value == int(value) else str(value)


def resolve(fields: Fields, context: Context) -> Resolved:
    """The TIMEX3 value for filled `fields` (their `op` names the operation), and what it was reckoned from."""
    try:
        return OPERATIONS[fields["op"]](fields, context)
    except OverflowError:  # outside the years 1 to 9999, which is all the calendar there is
        return None, "unknown"


def _literal(fields: Fields, context: Context) -> Resolved:
    return fields["value"], "none"


def _date(fields: Fields, context: Context) -> Resolved:
    """A calendar date with year, or one that looks for its year by tense or by `step` (-1 last, 0 this, 1 next)."""
    year = _year(fields)
    rest = _within_year(fields)
    if year is not None:
        return _checked(f"{year:04d}", rest, fields), "none"
    if context.reference is None:
        return f"XXXX{rest}", "unknown"
    found = _open_year(fields, context, context.reference)
    return _checked(f"{found:04d}", rest, fields), context.reference_from


def _year(fields: Fields) -> int | None:
    if "year" in fields:
        return int(fields["year"])
    if "short_year" in fields:
        short = int(fields["short_year"])
        return short + (2000 if short <= TWO_DIGIT_PIVOT else 1900)
    return None


def _within_year(fields: Fields) -> str:
    if "month" in fields:
        day = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return f"-{int(fields['month']):02d}{day}"
    for key, sign in (("quarter", "Q"), ("half", "H"), ("season", "")):
        if key in fields:
            return f"-{sign}{fields[key]}"
    return ""


def _checked(year: str, rest: str, fields: Fields) -> str:
    """The value with its part of the day; a day that the month does not have is cut back to the month."""
    value = year + rest
    if "day" in fields and "month" in fields and parse_moment(value) is None:
        return value[:7]
    return value + (f"T{fields['part']}" if "part" in fields else "")


def _open_year(fields: Fields, context: Context, reference: Moment) -> int:
    month, last_month, day = _months(fields)
    step = int(fields.get("step", "9"))
    if step == 0:
        return reference.year
    if step == -1:
        return year_of(reference, last_month + 1, None, "past") if last_month < 12 else reference.year - 1
    if step == 1:
        return year_of(reference, month, day, "future") + (1 if _covers(month, last_month, reference) else 0)
    if "weekday" in fields and day is not None:
        fitting = [year for year in _years_around(reference.year) if _is_weekday(year, month, day, fields["weekday"])]
        if fitting:
            return fitting[0]
    middle = (month + last_month) // 2
    if context.reference_from == "publication" and _is_far(reference, middle):
        return year_of(reference, month, day, "future" if context.direction == "future" else "past")
    return year_of(reference, middle, day, "nearest")


def _years_around(year: int) -> tuple[int, int, int]:
    return (year, year - 1, year + 1)


def _is_weekday(year: int, month: int, day: int, weekday: str) -> bool:
    try:
        return date(year, month, day).isoweekday() == int(weekday)
    except ValueError:
        return False


def _is_far(reference: Moment, month: int) -> bool:
    """Whether a month is about as far behind as ahead, so that only tense can tell."""
    if reference.month is None:
        return False
    return FAR_MONTHS[0] <= (month - reference.month) % 12 <= FAR_MONTHS[1]


def _covers(month: int, last_month: int, reference: Moment) -> bool:
    return reference.month is not None and month <= reference.month <= last_month


def _months(fields: Fields) -> tuple[int, int, int | None]:
    """First month, last month and day of what the fields name."""
    if "quarter" in fields:
        last = int(fields["quarter"]) * 3
        return last - 2, last, None
    if "half" in fields:
        last = int(fields["half"]) * 6
        return last - 5, last, None
    if "season" in fields:
        first = SEASON_START[fields["season"]]
        return first, min(first + 2, 12), None
    month = int(fields["month"])
    return month, month, int(fields["day"]) if "day" in fields else None


def _slashed(fields: Fields, context: Context) -> Resolved:
    """A date of three numbers, month first as in the United States, unless that is no date, or lies after publication
    while the other reading does not."""
    first, second = int(fields["first"]), int(fields["second"])
    year = _year(fields) or 0
    readings = [parse_moment(f"{year:04d}-{month:02d}-{day:02d}") for month, day in ((first, second), (second, first))]
    dates = [moment.first_day for moment in readings if moment is not None]
    if not dates:
        return None, "none"
    published = context.published
    if published is not None and published.day is not None:
        dates.sort(key=lambda day: day > published.first_day)
    return iso(dates[0]), "none"


def _weekday(fields: Fields, context: Context) -> Resolved:
    """A day of the week. Without `step` tense decides the direction, and the day of publication counts as that day;
    where tense says nothing news looks back."""
    weekday, step = int(fields["weekday"]), fields.get("step")
    origin, anchor = _origin(fields, context)
    if origin is None or origin.day is None:
        return f"XXXX-WXX-{weekday}", "unknown"
    day = origin.first_day
    if "week" in fields or step in ("0", "1"):
        monday = day - timedelta(days=day.isoweekday() - 1)
        return iso(monday + timedelta(days=weekday - 1 + 7 * int(fields.get("week", step or "0")))), anchor
    if step == "-1":
        return iso(day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)), anchor
    if step == "after":
        return iso(day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)), anchor
    direction: Direction = "future" if context.direction == "future" else "past"
    return nearest_weekday(origin, weekday, direction), anchor


def _unit(fields: Fields, context: Context) -> Resolved:
    """A calendar unit so many steps away from publication, or with `from: story` from the date last spoken of."""
    unit, step = fields["unit"], fields.get("step", "0")
    if VAGUE in step:
        return ("PAST_REF" if step.startswith("-") else "FUTURE_REF"), "none"
    origin, anchor = _origin(fields, context)
    part = f"T{fields['part']}" if "part" in fields else ""
    if origin is None:
        return None, "unknown"
    steps = float(step)
    if unit.startswith("T"):
        return None, anchor
    if unit == "Y" and context.quarter is not None and fields.get("keep") == "quarter":
        origin = context.quarter
    if steps != int(steps):
        unit, steps = {"Y": ("M", steps * 12), "E": ("Y", steps * 10), "C": ("Y", steps * 100)}.get(unit, ("D", steps))
    value = shift(origin, unit, round(steps))
    return (value + part if value is not None else None), (anchor if value is not None else "unknown")


def _origin(fields: Fields, context: Context) -> tuple[Moment | None, Anchor]:
    if fields.get("from") == "story":
        if context.story is not None:
            return context.story, "story"
        return None, "unknown"
    if fields.get("from") == "story or publication" and context.story is not None:
        return context.story, "story"
    return context.published, "publication" if context.published is not None else "unknown"


def _within(fields: Fields, context: Context) -> Resolved:
    """A month, quarter or season of a year given by steps from publication ("June last year")."""
    origin, anchor = _origin(fields, context)
    if origin is None:
        return f"XXXX{_within_year(fields)}", "unknown"
    year = origin.year + int(fields["step"])
    return _checked(f"{year:04d}", _within_year(fields), fields), anchor


def _weekend(fields: Fields, context: Context) -> Resolved:
    """A weekend by tense: the one of this week for what is to come, else the last that has begun."""
    reference, anchor = _origin(fields, context)
    if reference is None or reference.day is None:
        return "XXXX-WXX-WE", "unknown"
    day = reference.first_day
    if "step" in fields:
        day += timedelta(weeks=int(fields["step"]))
    elif context.direction != "future" and day.isoweekday() < 6:
        day -= timedelta(weeks=1)
    return f"{week_value(day)}-WE", anchor


def _duration(fields: Fields, context: Context) -> Resolved:
    """A length of time. A broken count goes over into the next smaller unit ("2 1/2 years": P2Y6M)."""
    prefix, letter, factor = DURATION_UNITS[fields["unit"]]
    count = fields.get("n", VAGUE)
    if count == VAGUE:
        return f"{prefix}X{letter}", "none"
    number = float(count) * factor
    if number == int(number):
        return f"{prefix}{int(number)}{letter}", "none"
    whole, rest = int(number), number - int(number)
    if fields["unit"] not in SMALLER:
        return f"{prefix}{number:g}{letter}", "none"
    smaller, size = SMALLER[fields["unit"]]
    head = f"{whole}{letter}" if whole else ""
    tail = f"T{round(rest * size)}H" if smaller == "TH" else f"{round(rest * size)}{smaller}"
    return f"{prefix}{head}{tail}", "none"


def _clock(fields: Fields, context: Context) -> Resolved:
    """A time of day, on the day last spoken of, else of publication; only GMT and UTC are written as a zone."""
    hour, minute = int(fields["hour"]), int(fields.get("minute", "0"))
    meridiem = fields.get("meridiem")
    if meridiem in AFTERNOON and hour < 12:
        hour += 12
    if meridiem in FORENOON and hour == 12:
        hour = 0
    if hour > MIDNIGHT or minute > 59:
        return None, "none"
    return _on_day(f"T{hour:02d}:{minute:02d}{fields.get('zone', '')}", fields, context)


def _part(fields: Fields, context: Context) -> Resolved:
    """A part of a day ("this morning", "overnight"), `step` days from publication, else of the day last spoken of."""
    if "step" in fields:
        day, anchor = _unit({"unit": "D", "step": fields["step"]}, context)
        return (f"{day}T{fields['part']}" if day is not None else f"XXXX-XX-XXT{fields['part']}"), anchor
    return _on_day(f"T{fields['part']}", fields, context)


def _on_day(time: str, fields: Fields, context: Context) -> Resolved:
    for moment, anchor in ((context.recent, "story"), (context.story, "story"), (context.published, "publication")):
        if moment is not None and moment.day is not None:
            return iso(moment.first_day) + time, "story" if anchor == "story" else "publication"
    return f"XXXX-XX-XX{time}", "unknown"


def _holiday(fields: Fields, context: Context) -> Resolved:
    """A day with a name, in its year, else the nearest by tense; without a tense the last one."""
    holiday = load_holidays()[fields["holiday"]]
    if "year" in fields:
        return iso(holiday_date(holiday, int(fields["year"]))), "none"
    if context.reference is None:
        return (f"XXXX-{holiday.fixed}" if holiday.fixed is not None else None), "unknown"
    reference = context.reference.first_day
    forward = fields.get("step") == "1" or (context.direction == "future" and "step" not in fields)
    candidates = [holiday_date(holiday, reference.year + step) for step in (-1, 0, 1) if 1 < reference.year < 9999]
    fitting = [day for day in candidates if _fits(day, reference, forward, strict="step" in fields)]
    if not fitting:
        return None, "unknown"
    return iso(min(fitting) if forward else max(fitting)), context.reference_from


def _fits(day: date, reference: date, forward: bool, strict: bool) -> bool:
    if day == reference:
        return not strict
    return day > reference if forward else day < reference


def _century(fields: Fields, context: Context) -> Resolved:
    """The n-th century as the years it begins with ("the 20th century": 19XX)."""
    return f"{int(fields['n']) - 1:02d}XX", "none"


def _same(fields: Fields, context: Context) -> Resolved:
    """The date last spoken of."""
    if context.story is None:
        return None, "unknown"
    moment = context.story
    value = f"{moment.year:04d}" + "".join(f"-{part:02d}" for part in (moment.month, moment.day) if part is not None)
    return value, "story"


def _latest_quarter(fields: Fields, context: Context) -> Resolved:
    """The last quarter that had ended at publication."""
    if context.published is None or context.published.month is None:
        return None, "unknown"
    return shift(context.published, "Q", -1), "publication"


def _week_of(fields: Fields, context: Context) -> Resolved:
    """The week that a calendar date lies in."""
    value, anchor = _date(fields, context)
    moment = parse_moment(value)
    return (week_value(moment.first_day) if moment is not None and moment.day is not None else None), anchor


OPERATIONS: dict[str, Callable[[Fields, Context], Resolved]] = {
    "literal": _literal,
    "date": _date,
    "slashed": _slashed,
    "weekday": _weekday,
    "unit": _unit,
    "within": _within,
    "weekend": _weekend,
    "duration": _duration,
    "clock": _clock,
    "part": _part,
    "holiday": _holiday,
    "century": _century,
    "same": _same,
    "latest_quarter": _latest_quarter,
    "week_of": _week_of,
}
