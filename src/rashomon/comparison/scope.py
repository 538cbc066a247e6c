"""Which place a count is about, seen from the story: its own place or a narrower one."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.model import Extraction, Figure

# A city is the place of a story if this share of all mentions of cities and regions name it, in this share of reports.
FOCAL_MENTIONS = 0.5
FOCAL_REPORTS = 0.6


def focal_places(extractions: Sequence[Extraction]) -> frozenset[str]:
    """Lower-cased names of the places that the story as a whole is about: its country, and its city if it has one.

    A count "in Kazakhstan" and a count without a place answer the same question in a story about Kazakhstan.
    """
    countries: Counter[str] = Counter()
    for extraction in extractions:
        countries.update(place.name.casefold() for place in extraction.places if place.kind == "country")
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


def names_in_use(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Name of a place in the gazetteer → the form the reports of the story use most ("Al Burayqah" → "Brega")."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for extraction in extractions:
        for place in extraction.places:
            if place.literal:
                forms[place.name][place.span.of(extraction.document.text)] += 1
    return {name: min(counts, key=lambda form: (-counts[form], form)) for name, counts in forms.items()}


# "killed in the capital and other cities" does not narrow the count to the capital.
AND_ELSEWHERE = re.compile(
    r"[\s,]*(?:and|or|as well as)\s+(?:\w+\s+){0,2}?(?:other|elsewhere|across|beyond|neighbou?ring)\b"
)


def scope_of(figure: Figure, extraction: Extraction, focal: frozenset[str]) -> str | None:
    """The place that `figure` is narrowed to; None if that is the story's own place, or if its clause names none."""
    if figure.place is None or figure.place.casefold() in focal:
        return None
    within = figure.phrase or figure.span
    named = next((p for p in extraction.places if p.name == figure.place and within.contains(p.span)), None)
    if named is None or named.kind == "continent" or AND_ELSEWHERE.match(extraction.document.text, named.span.end):
        return None
    return figure.place
