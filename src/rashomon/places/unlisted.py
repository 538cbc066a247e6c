"""Places that the gazetteer does not know: streets, rivers, villages, "the province of X"."""

from bisect import bisect_left
from collections import Counter

from rashomon.model import Annotated, Place, PlaceKind, Span
from rashomon.places.lexicon import Lexicon

INTO = frozenset({"in", "near", "outside", "around", "across", "at", "through", "into"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
FINE = ("city", "facility", "region")


def find_unlisted(annotated: Annotated, known: list[Place], lexicon: Lexicon) -> list[Place]:
    """Names that a word at their end ("Memphis Street"), the statistical model and a preposition ("in Toomevara"), or
    "the province of" marks as places though no gazetteer entry bears them.

    They have no geonameid. What lies in a town (streets, buildings) gets the coordinates of the nearest town named in
    the same sentence, else of the one that the report names most, and says so; the rest get none.
    """
    starts = [place.span.start for place in known]
    town = _main_town(known)
    found: list[Place] = []
    for first, last, label in [
        *((e.first, e.last, e.label) for e in annotated.entities),
        *_after_spots(annotated, lexicon),
    ]:
        first, last = _trim(annotated, first, last)
        if first >= last:
            continue
        span = Span(annotated.tokens[first].start, annotated.tokens[last - 1].end)
        at = bisect_left(starts, span.start)
        if any(place.span.overlaps(span) for place in (*known[max(0, at - 1) : at + 3], *found[-2:])):
            continue
        kind = _kind(annotated, first, last, label, lexicon)
        if kind is not None:
            found.append(_place(annotated, span, kind, known, town))
    return found


def _after_spots(annotated: Annotated, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The capitalised words in "the western province of Mangitao" and in "the Mangitao district"."""
    tokens, found = annotated.tokens, []
    for token in tokens[1:-1]:
        before = tokens[token.i - 1].lower
        if token.lower == "of" and before in lexicon.spots:
            last = _end_of_name(annotated, token.i + 1)
        elif token.lower == "the":
            last = _end_of_name(annotated, token.i + 1)
            if last >= len(tokens) or tokens[last].text not in lexicon.quarters:
                continue
        else:
            continue
        if last > token.i + 1:
            found.append((token.i + 1, last, "SPOT"))
    return found


def _end_of_name(annotated: Annotated, first: int) -> int:
    last = first
    while (
        last < len(annotated.tokens)
        and annotated.tokens[last].pos == "PROPN"
        and annotated.tokens[last].text[0].isupper()
    ):
        last += 1
    return last


def _trim(annotated: Annotated, first: int, last: int) -> tuple[int, int]:
    tokens = annotated.tokens
    while first < last and tokens[first].lower in ("the", "a", "an"):
        first += 1
    while last > first and (tokens[last - 1].text in POSSESSIVE or not tokens[last - 1].text[0].isalnum()):
        last -= 1
    return first, last


def _kind(annotated: Annotated, first: int, last: int, label: str, lexicon: Lexicon) -> PlaceKind | None:
    tokens = annotated.tokens
    if not tokens[first].text[0].isupper() or last - first > 6:
        return None
    before = tokens[first - 1].lower if first > 0 else ""
    if before == "the" and first > 1:
        before = tokens[first - 2].lower
    head = tokens[last - 1].text
    if last - first > 1:
        if head in lexicon.water_heads and label in ("FAC", "LOC", "GPE", "PERSON", "ORG"):
            return "water"
        if head in lexicon.street_heads and label in ("FAC", "LOC", "GPE", "PERSON", "ORG"):
            return "facility"
        if head in lexicon.local_heads and label in ("FAC", "LOC", "GPE"):
            return "facility"
    if label == "SPOT":
        return "other"
    return "other" if label == "GPE" and before in INTO and not head.isupper() else None


def _main_town(known: list[Place]) -> Place | None:
    """The town that the report names most, None where two share that."""
    towns = Counter(place.geonameid for place in known if place.kind == "city" and place.literal)
    ranks = towns.most_common(2)
    if not ranks or (len(ranks) == 2 and ranks[0][1] == ranks[1][1]):
        return None
    return next(place for place in known if place.geonameid == ranks[0][0])


def _place(annotated: Annotated, span: Span, kind: PlaceKind, known: list[Place], town: Place | None) -> Place:
    name = span.of(annotated.text)
    near = _nearest(annotated, span, known) or town if kind == "facility" else None
    if near is None:
        return Place(span, name, None, None, None, kind, None, True, "not in the gazetteer")
    reason = f"not in the gazetteer; shown at {near.name}, the nearest town that the report names"
    return Place(span, name, None, near.lat, near.lon, kind, near.country, True, reason)


def _nearest(annotated: Annotated, span: Span, known: list[Place]) -> Place | None:
    sentence = annotated.sentence_at(span.start)
    if sentence is None:
        return None
    inside = [
        place
        for place in known
        if sentence.span.contains(place.span) and place.lat is not None and place.kind in FINE and place.literal
    ]
    return min(inside, key=lambda place: (FINE.index(place.kind), abs(place.span.start - span.start)), default=None)
