"""From the groups of a match to a TIMEX3 value.

Each operation of the rule file is one function: fields in, value and anchor out. What it may look at beside its fields
is the `Context`: the publication date, the date last spoken of, and the tense of the clause.
"""

import re
from collections.abc import Callable

from rashomon.times.clock import read_clock, read_part
from rashomon.times.context import VAGUE, Context, Fields, Resolved
from rashomon.times.dates import (
    read_century,
    read_comparable,
    read_date,
    read_holiday,
    read_latest_quarter,
    read_quarter_ended,
    read_slashed,
    read_week_of,
    read_within,
)
from rashomon.times.grammar import Value
from rashomon.times.length import read_duration
from rashomon.times.relative import read_same, read_unit, read_weekday, read_weekend

FIELD = re.compile(r"\{([\w|]+)\}")


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


OPERATIONS: dict[str, Callable[[Fields, Context], Resolved]] = {
    "literal": _literal,
    "date": read_date,
    "slashed": read_slashed,
    "weekday": read_weekday,
    "unit": read_unit,
    "within": read_within,
    "weekend": read_weekend,
    "duration": read_duration,
    "clock": read_clock,
    "part": read_part,
    "holiday": read_holiday,
    "century": read_century,
    "comparable": read_comparable,
    "same": read_same,
    "latest_quarter": read_latest_quarter,
    "quarter_ended": read_quarter_ended,
    "week_of": read_week_of,
}
