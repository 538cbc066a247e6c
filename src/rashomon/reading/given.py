"""A date given from outside: by `--published` or in a record."""

import re
from datetime import date
from email.utils import parsedate

ISO_PREFIX = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?\s*")


def read_date(given: str) -> str | None:
    """`given` as an ISO date with its own precision (`2022`, `2022-01`, `2022-01-10`), or None if it is no date.

    A time after the day is left out; the mail form (`Mon, 10 Jan 2022 09:41:00 GMT`) is read, too.
    """
    match = ISO_PREFIX.fullmatch(given)
    if match is not None:
        year, month, day = match.groups()
        found = make_date(int(year), int(month or 1), int(day or 1))
        return None if found is None else found.isoformat()[: 4 if month is None else 7 if day is None else 10]
    parts = parsedate(given)
    if parts is None:
        return None
    found = make_date(parts[0], parts[1], parts[2])
    return None if found is None else found.isoformat()


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
