"""Arithmetic on dates of any precision."""

import pytest

from rashomon.times.holidays import easter, nth_weekday
from rashomon.times.reckoning import Moment, nearest_weekday, parse_moment, shift, year_of


@pytest.mark.parametrize(
    "value, moment",
    [
        ("2022", Moment(2022)),
        ("2022-01", Moment(2022, 1)),
        ("2022-01-10", Moment(2022, 1, 10)),
        ("2022-01-10T07:00Z", Moment(2022, 1, 10)),
        ("2022-Q3", Moment(2022, 9, quarter=True)),
        ("2022-W01", Moment(2022, 1)),
        ("2022-W01-WE", Moment(2022, 1, 8)),
        ("2022-SU", Moment(2022, 7)),
        ("2022-02-30", None),
        ("2022-13", None),
        ("XXXX-01", None),
        ("199X", None),
        ("PAST_REF", None),
        (None, None),
    ],
)
def test_parse_moment(value: str | None, moment: Moment | None) -> None:
    """Only a value that names a point of the calendar is one."""
    assert parse_moment(value) == moment


@pytest.mark.parametrize(
    "moment, unit, steps, value",
    [
        (Moment(2022, 1, 10), "D", -1, "2022-01-09"),
        (Moment(2022, 1, 1), "D", -1, "2021-12-31"),
        (Moment(2022, 1, 10), "W", -1, "2022-W01"),
        (Moment(2022, 1, 3), "W", -1, "2021-W52"),
        (Moment(2022, 1, 10), "M", -1, "2021-12"),
        (Moment(2022, 1, 10), "Q", -1, "2021-Q4"),
        (Moment(2022, 1, 10), "Y", -1, "2021"),
        (Moment(2021, 9, quarter=True), "Y", -1, "2020-Q3"),
        (Moment(2022, 1, 10), "E", -1, "201"),
        (Moment(2022), "D", -1, None),
        (Moment(2022), "M", -1, None),
        (Moment(1, 1, 1), "Y", -5, None),
        (Moment(9999, 12, 31), "D", 1, None),
    ],
)
def test_shift(moment: Moment, unit: str, steps: int, value: str | None) -> None:
    """Steps keep the precision of the unit, and are refused where the start is too coarse or the end has no year."""
    assert shift(moment, unit, steps) == value


def test_nearest_weekday_counts_the_day_itself() -> None:
    """Monday seen from a Monday is that day in both directions."""
    monday = Moment(2022, 1, 10)
    assert {nearest_weekday(monday, 1, direction) for direction in ("past", "future", "nearest")} == {"2022-01-10"}


@pytest.mark.parametrize(
    "month, direction, year", [(12, "past", 2021), (12, "nearest", 2021), (2, "nearest", 2022), (12, "future", 2022)]
)
def test_year_of(month: int, direction: str, year: int) -> None:
    """The year in which a month lies nearest in a direction, seen from January 2022."""
    assert year_of(Moment(2022, 1, 10), month, None, direction) == year  # type: ignore[arg-type]


@pytest.mark.parametrize("year, day", [(2019, "2019-04-21"), (2022, "2022-04-17"), (2000, "2000-04-23")])
def test_easter(year: int, day: str) -> None:
    """Known Easter Sundays."""
    assert easter(year).isoformat() == day


def test_nth_weekday() -> None:
    """The fourth Thursday of November and the last Monday of May."""
    assert nth_weekday(2022, 11, 4, 4).isoformat() == "2022-11-24"
    assert nth_weekday(2022, 5, 1, -1).isoformat() == "2022-05-30"
    assert nth_weekday(2022, 12, 1, -1).isoformat() == "2022-12-26"
