"""Dates that lie so many days, weeks or years from another."""

from datetime import timedelta

from rashomon.times.context import VAGUE, Context, Fields, Resolved, find_origin
from rashomon.times.reckoning import Moment, iso, nearest_weekday, shift, week_value

# Where tense says neither past nor future, a weekday at most so many days ahead is meant ("the vote is Friday").
NEAR_DAYS = 2


def read_weekday(fields: Fields, context: Context) -> Resolved:
    """A day of the week. Without `step` tense decides the direction, and the day of publication counts as that day;
    where tense says nothing news looks back, but for the next days."""
    weekday, step = int(fields["weekday"]), fields.get("step")
    origin, anchor = find_origin(fields, context)
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
    ahead = (weekday - day.isoweekday()) % 7
    looks_ahead = context.tense == "future" or (context.tense != "past" and ahead <= NEAR_DAYS)
    return nearest_weekday(origin, weekday, "future" if looks_ahead else "past"), anchor


def read_unit(fields: Fields, context: Context) -> Resolved:
    """A calendar unit so many steps away from publication, or with `from: story` from the date last spoken of."""
    unit, step = fields["unit"], fields.get("step", "0")
    if VAGUE in step:
        return ("PAST_REF" if step.startswith("-") else "FUTURE_REF"), "none"
    origin, anchor = find_origin(fields, context)
    part = f"T{fields['part']}" if "part" in fields else ""
    if origin is None:
        return None, "unknown"
    steps = float(step)
    if unit.startswith("T"):
        return None, anchor
    if unit == "Y" and context.quarter is not None and fields.get("keep") == "quarter":
        origin = context.quarter
    elif origin.quarter and fields.get("keep") == "quarter" and context.reported is None:
        origin = Moment(origin.year)  # in the nine months, compared with a year earlier
    if steps != int(steps):
        unit, steps = {"Y": ("M", steps * 12), "E": ("Y", steps * 10), "C": ("Y", steps * 100)}.get(unit, ("D", steps))
    value = shift(origin, unit, round(steps))
    return (value + part if value is not None else None), (anchor if value is not None else "unknown")


def read_weekend(fields: Fields, context: Context) -> Resolved:
    """A weekend by tense: the one of this week for what is to come, else the last that has begun."""
    reference, anchor = find_origin(fields, context)
    if reference is None or reference.day is None:
        return "XXXX-WXX-WE", "unknown"
    day = reference.first_day
    if "step" in fields:
        day += timedelta(weeks=int(fields["step"]))
    elif context.direction != "future" and day.isoweekday() < 6:
        day -= timedelta(weeks=1)
    return f"{week_value(day)}-WE", anchor


def read_same(fields: Fields, context: Context) -> Resolved:
    """The date last spoken of."""
    if context.story is None:
        return None, "unknown"
    moment = context.story
    value = f"{moment.year:04d}" + "".join(f"-{part:02d}" for part in (moment.month, moment.day) if part is not None)
    return value, "story"
