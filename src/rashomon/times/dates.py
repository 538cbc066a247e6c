"""Calendar dates: with their year, or looking for it."""

from datetime import date, timedelta

from rashomon.times.context import Context, Fields, Resolved, find_origin
from rashomon.times.holidays import holiday_date, load_holidays
from rashomon.times.reckoning import Moment, iso, parse_moment, shift, week_value, year_of

# A year of two digits up to this is of the 2000s, above of the 1900s.
TWO_DIGIT_PIVOT = 40
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# So many months ahead in the circle of the year are as well so many behind: tense decides, not nearness.
FAR_MONTHS = (3, 9)
# Results of a quarter come in the three months after it, in whatever tense ("expects to report a third-quarter loss").
FAR_MONTHS_OF_QUARTER = (3, 8)
FAR_DAYS = timedelta(days=91)
HALF_QUARTER = timedelta(days=45)


def read_date(fields: Fields, context: Context) -> Resolved:
    """A calendar date with year, or one that looks for its year by tense or by `step` (-1 last, 0 this, 1 next)."""
    year = _year(fields)
    rest = _within_year(fields)
    if year is not None:
        return _checked(f"{year:04d}", rest, fields), "none"
    if context.reference is None:
        return f"XXXX{rest}", "unknown"
    found = _open_year(fields, context, context.reference)
    return _checked(f"{found:04d}", rest, fields), context.reference_from


def read_slashed(fields: Fields, context: Context) -> Resolved:
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


def read_within(fields: Fields, context: Context) -> Resolved:
    """A month, quarter or season of a year given by steps from publication ("June last year")."""
    origin, anchor = find_origin(fields, context)
    if origin is None:
        return f"XXXX{_within_year(fields)}", "unknown"
    year = origin.year + int(fields["step"])
    return _checked(f"{year:04d}", _within_year(fields), fields), anchor


def read_week_of(fields: Fields, context: Context) -> Resolved:
    """The week that a calendar date lies in."""
    value, anchor = read_date(fields, context)
    moment = parse_moment(value)
    return (week_value(moment.first_day) if moment is not None and moment.day is not None else None), anchor


def read_latest_quarter(fields: Fields, context: Context) -> Resolved:
    """The quarter reported on, else the last that had ended at publication."""
    quarter = context.reported
    if quarter is not None:
        return f"{quarter.year:04d}-Q{(quarter.month or 3) // 3}", "story"
    if context.published is None or context.published.month is None:
        return None, "unknown"
    return shift(context.published, "Q", -1), "publication"


def read_quarter_ended(fields: Fields, context: Context) -> Resolved:
    """The quarter just spoken of, which may be a fiscal one, else the calendar quarter whose end lies nearest to a day
    ("the quarter ended July 31": the second)."""
    if context.quarter is not None:
        return read_latest_quarter(fields, context)
    value, anchor = read_date(fields, context)
    moment = parse_moment(value)
    if moment is None or moment.day is None:
        return None, anchor
    # The middle of a quarter that ends on the day lies some 45 days before it.
    return shift(parse_moment(iso(moment.first_day - HALF_QUARTER)) or moment, "Q", 0), anchor


def read_comparable(fields: Fields, context: Context) -> Resolved:
    """The period that results are compared with: the quarter reported on, in the year given or `step` years away. Where
    no quarter is spoken of it is the year, or with `unit: Q` the last quarter that had ended at publication."""
    quarter = context.reported
    if quarter is None and fields.get("unit") == "Q" and context.published is not None:
        quarter = parse_moment(shift(context.published, "Q", -1))
    if "year" in fields:
        part = f"-Q{(quarter.month or 3) // 3}" if quarter is not None else ""
        return f"{int(fields['year']):04d}{part}", "story" if part else "none"
    origin = quarter if quarter is not None else context.published
    if origin is None:
        return None, "unknown"
    return shift(origin, "Y", int(fields["step"])), "story" if context.reported is not None else "publication"


def read_century(fields: Fields, context: Context) -> Resolved:
    """The n-th century by the digits its years begin with, as in ISO 8601 ("the 20th century": 19)."""
    return f"{int(fields['n']) - 1:02d}", "none"


def read_holiday(fields: Fields, context: Context) -> Resolved:
    """A day with a name, in its year, else the nearest; a far one goes by tense, and without a tense it is the last."""
    holiday = load_holidays()[fields["holiday"]]
    if "year" in fields:
        return iso(holiday_date(holiday, int(fields["year"]))), "none"
    if context.reference is None:
        return (f"XXXX-{holiday.fixed}" if holiday.fixed is not None else None), "unknown"
    reference = context.reference.first_day
    candidates = [holiday_date(holiday, reference.year + step) for step in (-1, 0, 1) if 1 < reference.year < 9999]
    nearest = min(candidates, key=lambda day: abs(day - reference), default=None)
    if nearest is not None and "step" not in fields and abs(nearest - reference) < FAR_DAYS:
        return iso(nearest), context.reference_from
    forward = fields.get("step") == "1" or (context.direction == "future" and "step" not in fields)
    fitting = [day for day in candidates if (day > reference if forward else day < reference)]
    if not fitting:
        return None, "unknown"
    return iso(min(fitting) if forward else max(fitting)), context.reference_from


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
    if step == -1 and day is not None:
        return year_of(reference, month, day, "past")
    if step == -1:
        return year_of(reference, last_month + 1, None, "past") if last_month < 12 else reference.year - 1
    if step == 1:
        return year_of(reference, month, day, "future") + (1 if _covers(month, last_month, reference) else 0)
    if "weekday" in fields and day is not None:
        fitting = [year for year in _years_around(reference.year) if _is_weekday(year, month, day, fields["weekday"])]
        if fitting:
            return fitting[0]
    middle = (month + last_month) // 2
    if context.leads == "entry" and day is not None and context.reference_from == "publication":
        return _year_told(reference, month, day)
    far = FAR_MONTHS_OF_QUARTER if "quarter" in fields else FAR_MONTHS
    if context.reference_from == "publication" and _is_far(reference, middle, far):
        ahead = context.direction == "future" and context.leads is None
        return year_of(reference, month, day, "future" if ahead else "past")
    return year_of(reference, middle, day, "nearest")


def _year_told(reference: Moment, month: int, day: int) -> int:
    """The year of the nearest such day not after publication; the day after it may be one of another time zone."""
    tomorrow = parse_moment(shift(reference, "D", 1)) if reference.day is not None else None
    return year_of(tomorrow or reference, month, day, "past")


def _years_around(year: int) -> tuple[int, int, int]:
    return (year, year - 1, year + 1)


def _is_weekday(year: int, month: int, day: int, weekday: str) -> bool:
    try:
        return date(year, month, day).isoweekday() == int(weekday)
    except ValueError:
        return False


def _is_far(reference: Moment, month: int, far: tuple[int, int]) -> bool:
    """Whether a month is about as far behind as ahead, so that only tense can tell."""
    if reference.month is None:
        return False
    return far[0] <= (month - reference.month) % 12 <= far[1]


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
