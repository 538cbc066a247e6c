"""How likely two reports are on one event: a logistic regression over a few signs one can read."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.stories.traits import Point, Traits
from rashomon.terms import cosine

# From this distance on, cities are far apart.
FAR_KM = 60.0
EARTH_KM = 6371.0
# Beyond these, more days apart, or more shared names, say no more.
MOST_DAYS = 60
MOST_FURTHER = 2
# Reports with fewer words in common are as unlike as can be.
LEAST_COSINE = 0.01


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that two reports are, or are not, on one event: what it measures, and what one unit of it adds to the
    log-odds."""

    name: str
    weight: float
    measure: Callable[[Traits, Traits], float]


def days_between(one: Traits, other: Traits) -> float:
    """log(1 + days between the nearest days the two reports give); 0 where one gives none."""
    gap = min((abs(day - other_day) for day in one.days for other_day in other.days), default=0)
    return math.log1p(min(gap, MOST_DAYS))


def kilometres(one: Point, other: Point) -> float:
    """Great-circle distance by the haversine formula."""
    (lat, lon), (other_lat, other_lon) = one, other
    north, other_north = math.radians(lat), math.radians(other_lat)
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def apart(one: Traits, other: Traits) -> float:
    """Kilometres between the main city of the one and the nearest city the other names, whichever is less; 0 where one
    names no city."""
    if one.city is None or other.city is None:
        return 0.0
    there = min(kilometres(one.city, city) for city in other.cities)
    return min(there, *(kilometres(other.city, city) for city in one.cities))


def _differ(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one) and bool(other) and one.isdisjoint(other))


def _further(one: Traits, other: Traits) -> float:
    return float(min(max(len(one.persons & other.persons) - 1, 0), MOST_FURTHER))


# Fitted on half of the incidents of figures_story: all pairs that share rare terms, and a sample of the others weighted
# for the rest. evaluation/stories.py measures on both halves.
SIGNS: tuple[Sign, ...] = (
    Sign("words in both", 4.2, lambda one, other: math.log(max(cosine(one.terms, other.terms), LEAST_COSINE))),
    Sign("days between", -1.55, days_between),
    Sign("a person in both", 1.45, lambda one, other: float(bool(one.persons & other.persons))),
    Sign("further persons in both", 2.6, _further),
    Sign("cities far apart", -3.0, lambda one, other: float(apart(one, other) >= FAR_KM)),
    Sign("a site in both", 0.5, lambda one, other: float(bool(one.sites & other.sites))),
    Sign("only different sites", -1.65, lambda one, other: _differ(one.sites, other.sites)),
    Sign("only different ages", -1.35, lambda one, other: _differ(one.ages, other.ages)),
)
COPIED = "one copies from the other"
COPIED_WEIGHT = 2.9
INTERCEPT = 8.3


def weigh_signs(one: Traits, other: Traits, *, copied: bool = False) -> dict[str, float]:
    """Sign → what it adds to the log-odds that the two reports are on one event; only those that add something."""
    weighed = {sign.name: sign.weight * sign.measure(one, other) for sign in SIGNS}
    weighed[COPIED] = COPIED_WEIGHT * copied
    return {name: value for name, value in weighed.items() if value}


def likeness(one: Traits, other: Traits, *, copied: bool = False) -> float:
    """The probability, 0 to 1, that two reports are on one event."""
    return 1 / (1 + math.exp(-(INTERCEPT + math.fsum(weigh_signs(one, other, copied=copied).values()))))
