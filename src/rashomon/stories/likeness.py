"""How likely two reports are on one event: a logistic regression over a few signs one can read."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.stories.terms import Terms
from rashomon.stories.traits import Point, Traits

NEAR_KM = 3.0
FAR_KM = 60.0
EARTH_KM = 6371.0
FURTHER_NAMES = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that two reports are, or are not, on one event: what it measures, and what one unit of it adds to the
    log-odds."""

    name: str
    weight: float
    measure: Callable[[Traits, Traits], float]


def cosine(one: Terms, other: Terms) -> float:
    """The cosine of two term vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[term] for term, weight in one.items() if term in other)


def days_between(one: Traits, other: Traits) -> float:
    """log(1 + days between); 0 where a date is not known."""
    if one.day is None or other.day is None:
        return 0.0
    return math.log1p(abs(one.day - other.day))


def kilometres(one: Point, other: Point) -> float:
    """Great-circle distance by the haversine formula."""
    (lat, lon), (other_lat, other_lon) = one, other
    north, other_north = math.radians(lat), math.radians(other_lat)
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _is_apart(one: Traits, other: Traits, least: float, most: float) -> float:
    if one.city is None or other.city is None:
        return 0.0
    return float(least <= kilometres(one.city, other.city) < most)


def _are_strangers(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one) and bool(other) and one.isdisjoint(other))


# Fitted on half of the incidents of figures_story (pairs that share rare terms); `evaluation/stories.py` measures both
# halves. Shared persons are those who hold no office; "further" counts two at most.
SIGNS: tuple[Sign, ...] = (
    Sign("words", 7.5, lambda one, other: cosine(one.terms, other.terms)),
    Sign("words of title and lead", 3.7, lambda one, other: cosine(one.lead, other.lead)),
    Sign("days between, log", -0.85, days_between),
    Sign("a person in both", 2.1, lambda one, other: float(bool(one.persons & other.persons))),
    Sign("further persons in both", 1.5, lambda one, other: _further(len(one.persons & other.persons))),
    Sign("a surname in both", 0.5, lambda one, other: float(bool(one.surnames & other.surnames))),
    Sign("main cities are neighbours", -1.3, lambda one, other: _is_apart(one, other, NEAR_KM, FAR_KM)),
    Sign("main cities are far apart", -1.7, lambda one, other: _is_apart(one, other, FAR_KM, math.inf)),
    Sign("a street or site in both", 1.8, lambda one, other: float(bool(one.sites & other.sites))),
    Sign("only different streets or sites", -0.9, lambda one, other: _are_strangers(one.sites, other.sites)),
    Sign("only different ages", -1.2, lambda one, other: _are_strangers(one.ages, other.ages)),
)
INTERCEPT = -1.2


def _further(shared: int) -> float:
    return float(min(max(shared - 1, 0), FURTHER_NAMES))


def weigh_signs(one: Traits, other: Traits) -> dict[str, float]:
    """Sign → what it adds to the log-odds that the two reports are on one event; only those that add something."""
    weighed = {sign.name: sign.weight * sign.measure(one, other) for sign in SIGNS}
    return {name: value for name, value in weighed.items() if value}


def likeness(one: Traits, other: Traits) -> float:
    """The probability, 0 to 1, that two reports are on one event."""
    return 1 / (1 + math.exp(-(INTERCEPT + math.fsum(weigh_signs(one, other).values()))))
