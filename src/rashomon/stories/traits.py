"""What tells which event a report is on: its words, day, persons, city, streets and sites, ages."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from rashomon.actors.spelling import split
from rashomon.model import Actor, Extraction, Place
from rashomon.stories.terms import Terms, body_of, weigh_lead, weigh_terms

Point = tuple[float, float]

AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|,\s(\d{2}),")
STREET = re.compile(
    r"\b((?:\d+\w*\s)?[A-Z]?\w+(?:\s[A-Z]\w+)?)\s"
    r"(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd\b|Drive|Dr\.|Lane|Court|Highway|Place|Parkway|Circle|Way)"
)
# Whoever speaks for an office speaks on many events: the name is no sign of this one.
OFFICE = re.compile(
    r"\b(?:police|sheriff|chief|sergeant|sgt|lieutenant|lt|captain|capt|detective|officer|deputy|trooper|commissioner|"
    r"superintendent|coroner|prosecutor|attorney|judge|mayor|governor|president|minister|director|spokes\w+|reverend|"
    r"rev|pastor|council\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of one report. `persons` are given name and surname of those who hold no office, `surnames` those of
    all persons; `city` is the city named most, in degrees; `sites` are streets and facilities."""

    terms: Terms
    lead: Terms
    day: int | None
    persons: frozenset[tuple[str, str]]
    surnames: frozenset[str]
    city: Point | None
    sites: frozenset[str]
    ages: frozenset[str]


def traits_of(extraction: Extraction) -> Traits:
    """The traits of a report with a body."""
    document = extraction.document
    prose = " \n ".join(body_of(document))
    persons = [actor for actor in extraction.actors if actor.kind == "person"]
    return Traits(
        terms=weigh_terms(document),
        lead=weigh_lead(document),
        day=day_of(document.published),
        persons=frozenset(name for actor in persons if not _holds_office(actor) for name in _full_names(actor)),
        surnames=frozenset(surname for actor in persons for _, surname in _full_names(actor)),
        city=_main_city(extraction.places),
        sites=_sites(extraction.places, prose),
        ages=frozenset(old or between for old, between in AGE.findall(prose)),
    )


def day_of(published: str | None) -> int | None:
    """The ordinal of an ISO day; None where the day is not known."""
    if published is None or not re.match(r"\d{4}-\d{2}-\d{2}", published):
        return None
    return date.fromisoformat(published[:10]).toordinal()


def _holds_office(actor: Actor) -> bool:
    return any(OFFICE.search(title) is not None for title in actor.titles)


def _full_names(actor: Actor) -> list[tuple[str, str]]:
    words = [split(name) for name in actor.names or (actor.name,)]
    return [(name[0], name[-1]) for name in words if len(name) > 1]


def _main_city(places: tuple[Place, ...]) -> Point | None:
    counts = Counter((p.lat, p.lon) for p in places if p.kind == "city" and p.lat is not None and p.lon is not None)
    if not counts:
        return None
    lat, lon = counts.most_common(1)[0][0]
    return (lat, lon)


def _sites(places: tuple[Place, ...], prose: str) -> frozenset[str]:
    named = {" ".join(split(p.name)) for p in places if p.kind in ("facility", "other") and len(p.name.split()) > 1}
    return frozenset(named | {" ".join(split(street)) for street in STREET.findall(prose)})
