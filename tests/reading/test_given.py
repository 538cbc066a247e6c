"""Dates given from outside keep their precision."""

import pytest

from rashomon.reading.given import read_date


@pytest.mark.parametrize(
    "given, date",
    [
        ("2022", "2022"),
        ("2022-01", "2022-01"),
        (" 2022-01-10 ", "2022-01-10"),
        ("2022-01-10T09:41:00Z", "2022-01-10"),
        ("2022-01-10 09:41", "2022-01-10"),
        ("Mon, 10 Jan 2022 09:41:00 GMT", "2022-01-10"),
        ("2022-13", None),
        ("2022-02-30", None),
        ("soon", None),
        ("", None),
        ("22-01-10", None),
    ],
)
def test_dates(given: str, date: str | None) -> None:
    assert read_date(given) == date
