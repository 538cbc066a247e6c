"""What a hedged number says as an interval, and when two intervals meet.

A figure comes with `low` and `high` after its hedge; None is open. "over 160" is [160, ∞): a lower bound says nothing
against a higher count. An unhedged number of at least `ROUND_FROM` that ends in zeros is taken to be rounded to its
last digit that is not zero: 8,000 may be anything from 7,500 to 8,500. Smaller numbers are taken as they stand.
"""

import math

from rashomon.model import Number, Reading

Interval = tuple[float, float]
ROUND_FROM = 1000


def interval(reading: Reading) -> Interval:
    """The closed interval of counts that `reading` is compatible with."""
    low = reading.low if reading.low is not None else (None if _hedged(reading) else reading.value)
    high = reading.high if reading.high is not None else (None if _hedged(reading) else reading.value)
    left, right = (-math.inf if low is None else float(low)), (math.inf if high is None else float(high))
    if left == right:
        slack = rounding(left)
        return left - slack, right + slack
    return left, right


def _hedged(reading: Reading) -> bool:
    return (reading.low is None) != (reading.high is None)


def rounding(value: float) -> float:
    """Half the unit that an unhedged number seems to be rounded to; 0 for one taken as exact."""
    if value < ROUND_FROM or not float(value).is_integer():
        return 0.0
    number, unit = int(value), 1
    while number % 10 == 0:
        number //= 10
        unit *= 10
    # One trailing zero is as often a count as a rounding.
    return unit / 2 if unit >= 100 else 0.0


def meet(left: Interval, right: Interval) -> bool:
    """True if the two closed intervals have a point in common."""
    return left[0] <= right[1] and right[0] <= left[1]


def is_open(span: Interval) -> bool:
    """True for a bare lower or upper bound."""
    return math.isinf(span[0]) or math.isinf(span[1])


def is_vague(reading: Reading) -> bool:
    """True for a bare bound that no number was written for: "several", "many"."""
    return reading.value is None and (reading.low is None or reading.high is None)


def nominal(reading: Reading) -> Number | None:
    """The one number that stands for a reading where an order is needed: as written, else its low, else its high."""
    for number in (reading.value, reading.low, reading.high):
        if number is not None:
            return number
    return None
