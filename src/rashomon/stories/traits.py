"""What tells which event a report is on: its words, the days it speaks of, persons, cities, sites, ages."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rashomon.actors.spelling import split
from rashomon.model import Actor, Document, Extraction, Place, TimeExpression
from rashomon.stories.terms import weigh_terms
from rashomon.terms import Terms

Point = tuple[float, float]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# A report tells of what has happened; days further back are background, days to come are plans.
DAYS_BACK = 400
DAYS_AHEAD = 1
AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|,\s(\d{2}),")
# Whoever speaks for an office speaks on many events: the name is no sign of this one.
OFFICE = re.compile(
    r"\b(?:police|sheriff|chief|sergeant|sgt|lieutenant|lt|captain|capt|detective|officer|deputy|trooper|commissioner|"
    r"superintendent|coroner|prosecutor|attorney|judge|mayor|governor|president|minister|director|spokes\w+|reverend|"
    r"rev|pastor|council\w*|leader|king|queen|emir|sheikh|premier|chancellor|secretary|ambassador|envoy|general|gen|"
    r"colonel|col|admiral|adm|commander|senator|sen|rep|representative|congress\w*|mp|lawmaker)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of one report.

    days    ordinals: the day of publication, and the days the text gives
    persons given name and surname, folded, of those who hold no office
    holders the same of those who hold one
    city    the city named most, and `cities` all of them, in degrees
    sites   facilities, streets and squares by name
    ages    as written, in years
    """

    terms: Terms
    days: frozenset[int] = frozenset()
    persons: frozenset[tuple[str, str]] = frozenset()
    holders: frozenset[tuple[str, str]] = frozenset()
    city: Point | None = None
    cities: frozenset[Point] = frozenset()
    sites: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()


def traits_of(extraction: Extraction) -> Traits:
    """The traits of a report."""
    document = extraction.document
    cities = _cities(extraction.places)
    return Traits(
        terms=weigh_terms(document),
        days=_days(document, extraction.times),
        persons=_names(actor for actor in extraction.actors if not _holds_office(actor)),
        holders=_names(actor for actor in extraction.actors if _holds_office(actor)),
        city=cities.most_common(1)[0][0] if cities else None,
        cities=frozenset(cities),
        sites=_sites(extraction.places),
        ages=_ages(document),
    )


def day_of(published: str | None) -> int | None:
    """The ordinal of an ISO day; None where the day is not known."""
    match = DAY.match(published) if published is not None else None
    return None if match is None else date.fromisoformat(match.group()).toordinal()


def _days(document: Document, times: Iterable[TimeExpression]) -> frozenset[int]:
    published = day_of(document.published)
    told = {day for time in times if time.type in ("DATE", "TIME") and (day := day_of(time.value)) is not None}
    if published is None:
        return frozenset(told)
    return frozenset({published, *(day for day in told if -DAYS_BACK <= day - published <= DAYS_AHEAD)})


def without_holders(traits: Mapping[str, Traits]) -> dict[str, Traits]:
    """The same traits (by document id) less the persons who hold an office in any of the reports: one report calls the
    head of state by title, the next by name alone."""
    holders = frozenset(name for its in traits.values() for name in its.holders)
    return {name: replace(its, persons=its.persons - holders) for name, its in traits.items()}


def _names(actors: Iterable[Actor]) -> frozenset[tuple[str, str]]:
    persons = [actor for actor in actors if actor.kind == "person"]
    names = [split(name) for actor in persons for name in actor.names or (actor.name,)]
    return frozenset((name[0], name[-1]) for name in names if len(name) > 1)


def _holds_office(actor: Actor) -> bool:
    return any(OFFICE.search(title) is not None for title in actor.titles)


def _cities(places: Iterable[Place]) -> Counter[Point]:
    return Counter((p.lat, p.lon) for p in places if p.kind == "city" and p.lat is not None and p.lon is not None)


def _sites(places: Iterable[Place]) -> frozenset[str]:
    names = [split(place.name) for place in places if place.kind in ("facility", "other")]
    return frozenset(" ".join(name) for name in names if len(name) > 1)


def _ages(document: Document) -> frozenset[str]:
    bodies = [span.of(document.text) for span in document.body]
    return frozenset(old or between for body in bodies for old, between in AGE.findall(body))
