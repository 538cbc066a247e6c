"""Dates, numbers and ranges in words."""

import pytest

from rashomon.dossier.notation import (
    clip,
    count,
    show_date,
    show_dates,
    show_number,
    show_origins,
    show_range,
    show_tick,
    show_value,
)
from rashomon.model import State


@pytest.mark.parametrize(
    "date, shown",
    [
        ("2022-01-10", "10 Jan 2022"),
        ("2022-01", "Jan 2022"),
        ("2022", "2022"),
        ("2022-W01", "week 1 of 2022"),
        ("2022-01-10T09:41", "10 Jan 2022, 09:41"),
        ("2022-SU", "2022-SU"),
        ("2022-01-06TNI", "6 Jan 2022, night"),
        ("2022-13-40", "2022-13-40"),
        (None, "date open"),
    ],
)
def test_a_date_keeps_its_precision(date: str | None, shown: str) -> None:
    """No day is made up for a month, and what is not a plain date is shown as it is."""
    assert show_date(date) == shown


@pytest.mark.parametrize(
    "dates, shown",
    [
        (["2022-01-12", "2022-01-10"], "10–12 Jan 2022"),
        (["2022-01-28", "2022-02-02"], "28 Jan – 2 Feb 2022"),
        (["2021-12-30", "2022-01-02"], "30 Dec 2021 – 2 Jan 2022"),
        (["2022-01-10", None], "10 Jan 2022"),
        (["2022-01-10T09:41", "2022-01-10"], "10 Jan 2022"),
        (["2022", "2022-01-12"], "2022 – 12 Jan 2022"),
        ([None], "date open"),
        ([], "date open"),
    ],
)
def test_a_span_of_dates_says_shared_parts_once(dates: list[str | None], shown: str) -> None:
    """The first and the last date, unknown ones left out."""
    assert show_dates(dates) == shown


@pytest.mark.parametrize(
    "low, high, shown",
    [
        (150, 164, "150–164"),
        (164, 164, "164"),
        (8000, None, "8,000 or more"),
        (None, 50, "up to 50"),
        (None, None, "no number"),
        (2.5, 3, "2.5–3"),
    ],
)
def test_a_range_says_where_it_is_open(low: float | None, high: float | None, shown: str) -> None:
    """An open end is said in words."""
    assert show_range(low, high) == shown


@pytest.mark.parametrize(
    "value, low, high, qualifier, shown",
    [
        (160, 160, None, "over", "over 160"),
        (160, 160, 160, None, "160"),
        (None, 24, None, "dozens", "dozens"),
        (None, 15, 20, "between", "15–20"),
        (None, 15, 20, None, "15–20"),
    ],
)
def test_a_reading_keeps_its_hedge(
    value: float | None, low: float | None, high: float | None, qualifier: str | None, shown: str
) -> None:
    """The hedge stands with the number; where there is no single number the range does."""
    assert show_value(value, low, high, qualifier) == shown


def test_numbers_and_counts() -> None:
    """Thousands are set apart, and one is singular."""
    assert show_number(1234567) == "1,234,567"
    assert show_number(1.50) == "1.5"
    assert [count(0, "report"), count(1, "report"), count(2, "story", "stories")] == [
        "0 reports",
        "1 report",
        "2 stories",
    ]


@pytest.mark.parametrize(
    "number, state, shown",
    [
        (0, "single origin", "no named origin"),
        (1, "single origin", "1 origin"),
        (2, "single origin", "2 origins, not independent"),
        (2, "contested", "2 origins"),
    ],
)
def test_origins_that_are_not_independent_are_told(number: int, state: State, shown: str) -> None:
    """The count of names never contradicts the state beside it."""
    assert show_origins(number, state) == shown


def test_clip_cuts_at_a_word() -> None:
    """Long lines end in an ellipsis and hold no line break."""
    assert clip("one two\nthree four", 12) == "one two…"
    assert clip("one", 12) == "one"


@pytest.mark.parametrize(
    ("value", "expected"), [(8000, "8,000"), (19_500_000, "19.5 M"), (2 * 10**9, "2 bn"), (0, "0"), (0.5, "0.5")]
)
def test_ticks_are_short(value: float, expected: str) -> None:
    """A scale of millions fits beside the chart."""
    assert show_tick(value) == expected
