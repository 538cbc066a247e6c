"""Times of day."""

from rashomon.times.context import Context, Fields, Resolved
from rashomon.times.reckoning import iso
from rashomon.times.relative import read_unit

MIDNIGHT = 24
FORENOON = ("am", "MO")
AFTERNOON = ("pm", "AF", "EV", "NI")


def read_clock(fields: Fields, context: Context) -> Resolved:
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


def read_part(fields: Fields, context: Context) -> Resolved:
    """A part of a day ("this morning", "overnight"), `step` days from publication, else of the day last spoken of."""
    if "step" in fields:
        day, anchor = read_unit({"unit": "D", "step": fields["step"]}, context)
        return (f"{day}T{fields['part']}" if day is not None else f"XXXX-XX-XXT{fields['part']}"), anchor
    return _on_day(f"T{fields['part']}", fields, context)


def _on_day(time: str, fields: Fields, context: Context) -> Resolved:
    for moment, anchor in ((context.recent, "story"), (context.story, "story"), (context.published, "publication")):
        if moment is not None and moment.day is not None:
            return iso(moment.first_day) + time, "story" if anchor == "story" else "publication"
    return f"XXXX-XX-XX{time}", "unknown"
