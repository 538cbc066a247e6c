"""From a date with its precision to days."""

import pytest

from rashomon.export.dates import date_range

CASES = [
    ("2022-01-10", "2022-01-10", "2022-01-10", 1),
    ("2022-01-10T14:30", "2022-01-10", "2022-01-10", 1),
    ("2022-01-10TEV", "2022-01-10", "2022-01-10", 1),
    ("2022-W01", "2022-01-03", "2022-01-09", 3),
    ("2022-W01-WE", "2022-01-08", "2022-01-09", 2),
    ("2024-02", "2024-02-01", "2024-02-29", 4),
    ("2022", "2022-01-01", "2022-12-31", 5),
    ("2022-Q4", "2022-10-01", "2022-12-31", 5),
    ("2022-H1", "2022-01-01", "2022-06-30", 5),
]


@pytest.mark.parametrize("value, start, end, precision", CASES)
def test_days_a_date_may_mean(value: str, start: str, end: str, precision: int) -> None:
    """First and last day, and GED's code."""
    days = date_range(value)
    assert days is not None
    assert (days.start.isoformat(), days.end.isoformat(), days.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "value", [None, "PAST_REF", "P3D", "199", "2022-06-31", "2022-13", "2022-W60", "XXXX-WXX-1", ""]
)
def test_no_days_for_what_is_no_date(value: str | None) -> None:
    """Unsure stays unsure."""
    assert date_range(value) is None
