"""What a hedged number says as an interval."""

import math

import pytest
from handmade import reading
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparison.intervals import interval, meet, nominal, rounding


@pytest.mark.parametrize(
    "value, low, high, expected",
    [
        (12, 12, 12, (12, 12)),
        (12, None, None, (12, 12)),
        (160, 160, None, (160, math.inf)),
        (40, None, 40, (-math.inf, 40)),
        (None, 2e9, 3e9, (2e9, 3e9)),
        (8000, None, None, (7500, 8500)),
        (150, None, None, (150, 150)),
    ],
)
def test_interval(value: int | None, low: float | None, high: float | None, expected: tuple[float, float]) -> None:
    """Bounds are open, bare numbers exact, large round ones rounded."""
    assert interval(reading(value, low=low, high=high)) == expected


@given(st.integers(0, 10**7))
def test_rounding_is_never_more_than_half_the_number(value: int) -> None:
    """A rounded number cannot stand for its double."""
    assert 0 <= rounding(value) <= value / 2


@given(st.tuples(st.floats(0, 99), st.floats(0, 99)), st.tuples(st.floats(0, 99), st.floats(0, 99)))
def test_meeting_is_mutual(one: tuple[float, float], other: tuple[float, float]) -> None:
    """Two intervals meet from both sides, and each meets itself."""
    left, right = (min(one), max(one)), (min(other), max(other))
    assert meet(left, right) == meet(right, left)
    assert meet(left, left)


def test_nominal_takes_what_is_there() -> None:
    """The number that orders a reading: as written, else low, else high."""
    assert nominal(reading(None, low=2, high=3)) == 2
    assert nominal(reading(None, low=None, high=3)) == 3
    assert nominal(reading(None, low=None, high=None)) is None
