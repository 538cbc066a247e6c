"""Which place a count is about, seen from the story: its own place or a narrower one."""

from collections import Counter
from collections.abc import Sequence

from rashomon.model import Extraction, Place

# A city is the place of a story if this share of all mentions of cities and regions name it, in this share of reports.
FOCAL_MENTIONS = 0.5
FOCAL_REPORTS = 0.6


def focal_places(extractions: Sequence[Extraction]) -> frozenset[str]:
    """Lower-cased names of the places that the story as a whole is about: its country, and its city if it has one.

    A count "in Kazakhstan" and a count without a place answer the same question in a story about Kazakhstan.
    """
    countries: Counter[str] = Counter()
    for extraction in extractions:
        countries.update({place.name.casefold() for place in extraction.places if place.kind == "country"})
    focal = {name for name, _ in countries.most_common(1)}
    for kind in ("city", "region"):
        focal |= _dominant(extractions, kind)
    return frozenset(focal)


def _dominant(extractions: Sequence[Extraction], kind: str) -> set[str]:
    mentions: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for extraction in extractions:
        names = [place.name.casefold() for place in extraction.places if place.kind == kind and place.literal]
        mentions.update(names)
        reports.update(set(names))
    total = sum(mentions.values())
    return {
        name
        for name, count in mentions.items()
        if count >= FOCAL_MENTIONS * total and reports[name] >= FOCAL_REPORTS * len(extractions)
    }


def scope_of(place: str | None, focal: frozenset[str], places: Sequence[Place]) -> str | None:
    """`place` if it is narrower than the story or elsewhere; None if it is the story's own place or not known."""
    if place is None or place.casefold() in focal:
        return None
    known = next((found for found in places if found.name == place), None)
    if known is not None and known.kind == "continent":
        return None
    return place
