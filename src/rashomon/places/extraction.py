"""From an annotated report to its places."""

from collections import Counter
from itertools import pairwise
from typing import get_args

from rashomon.model import Annotated, Place, PlaceKind
from rashomon.places.candidate import Candidate, find_candidates
from rashomon.places.evidence import Held, are_places, holder_follows
from rashomon.places.gazetteer import Entry
from rashomon.places.lexicon import Lexicon, load_lexicon
from rashomon.places.metonymy import is_literal
from rashomon.places.namesake import Choice, choose
from rashomon.places.spelling import fold
from rashomon.places.unlisted import find_unlisted
from rashomon.resources import load_resource

KIND_OF: dict[str, PlaceKind] = {"county": "region", **{kind: kind for kind in get_args(PlaceKind)}}


def extract_places(annotated: Annotated) -> tuple[Place, ...]:
    """Every mention of a place in `annotated`, in text order, each with the namesake that is meant and why.

    Adjectives and words for peoples ("Kazakh", "Mexicans") are mentions of their country with `literal` False: three of
    the four public corpora mark them so.
    """
    lexicon = load_lexicon()
    candidates = find_candidates(annotated, lexicon)
    threshold = load_resource("place_weights")["threshold"]
    likely = are_places(annotated, candidates, lexicon)
    kept = [candidate for candidate, share in zip(candidates, likely, strict=True) if share >= threshold]
    choices = _choices(annotated, kept)
    known = [_place(annotated, candidate, choice, lexicon) for candidate, choice in zip(kept, choices, strict=True)]
    return tuple(sorted([*known, *find_unlisted(annotated, known, lexicon)], key=lambda place: place.span))


def _choices(annotated: Annotated, kept: list[Candidate]) -> list[Choice]:
    """The place that each candidate means. One name means one place in a report, except where what holds it is named
    beside it."""
    stated: dict[str, tuple[Entry, ...]] = {}
    held: dict[int, Held] = {}
    holding: dict[int, Entry] = {}
    for n, (candidate, following) in enumerate(pairwise(kept)):
        pair = holder_follows(annotated, candidate, following)
        if pair is not None:
            held[n], holding[n + 1] = pair, pair.holder
            stated.setdefault(candidate.key, pair.entries)
    names = {candidate.key: candidate.entries for candidate in kept}
    chosen = choose(names, Counter(candidate.key for candidate in kept), stated)
    choices = []
    for n, candidate in enumerate(kept):
        choice = chosen[candidate.key]
        if n in held and choice.entry not in held[n].entries:
            choice = Choice(held[n].entries[0], f"the text names what it lies in: {held[n].holder.name}")
        elif n in holding and n not in held and choice.entry != holding[n]:
            choice = Choice(holding[n], f"it holds {chosen[kept[n - 1].key].entry.name}, named before it")
        choices.append(choice)
    return choices


def _place(annotated: Annotated, candidate: Candidate, choice: Choice, lexicon: Lexicon) -> Place:
    entry = choice.entry
    kind = KIND_OF.get(entry.kind, "other")
    literal = candidate.source != "people" and is_literal(annotated, candidate, entry, lexicon)
    reason = _reason(candidate, choice)
    return Place(
        candidate.span, entry.name, entry.geonameid, entry.lat, entry.lon, kind, entry.country, literal, reason
    )


def _reason(candidate: Candidate, choice: Choice) -> str:
    if candidate.source == "people":
        return f"a word for the people or things of {choice.entry.name}"
    if candidate.source == "abbreviation":
        return f"abbreviation of {choice.entry.name}"
    also = f"another name of {choice.entry.name}; " if fold(choice.entry.name) != candidate.key else ""
    return also + choice.reason
