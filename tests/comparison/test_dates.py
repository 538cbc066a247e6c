"""Dates keep their precision, and are compared by what they span."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparison.dates import bounds, compare_dates


@pytest.mark.parametrize(
    "left, right, order",
    [
        ("2019-03-11", "2019-03-12", "earlier"),
        ("2019-03-12", "2019-03-11", "later"),
        ("2019-03", "2019-03-12", "same"),
        ("2019", "2020-01-01", "earlier"),
        ("2019-W11", "2019-03-13", "same"),
        ("2019-W11", "2019-03-18", "earlier"),
        ("2019-03-15", "2019-W11-WE", "earlier"),
        ("2019-W11-WE", "2019-03-17", "same"),
        ("2019-12", "2020-01", "earlier"),
        ("2019-03-11T14:00", "2019-03-11", "same"),
        (None, "2019-03-11", "unknown"),
        ("PAST_REF", "2019-03-11", "unknown"),
        ("2019-02-31", "2019-03-11", "unknown"),
    ],
)
def test_order(left: str | None, right: str | None, order: str) -> None:
    """What overlaps is the same time; what is no date is unknown."""
    assert compare_dates(left, right) == order


@given(st.dates().map(str), st.dates().map(str))
def test_order_is_mirrored(one: str, other: str) -> None:
    """Earlier one way is later the other way."""
    mirror = {"earlier": "later", "later": "earlier", "same": "same"}
    assert compare_dates(other, one) == mirror[compare_dates(one, other)]


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_bounds_hold_the_day(day: object, precision: int) -> None:
    """A date cut to a coarser precision still spans its day."""
    first, last = bounds(str(day)[:precision]) or (None, None)
    assert first is not None
    assert last is not None
    assert first <= day <= last  # type: ignore[operator]
