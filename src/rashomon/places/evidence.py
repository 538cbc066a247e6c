"""Whether a run of words that may be a place is one: features of the passage, weighed by a log-linear model.

Each feature is a word that says what it is ("label city_large GPE=", "after in"), its weight stands in
`resources/place_weights.yaml`. The statistical tagger's label is one voice among others, since it takes Zhanaozen for a
person and "Jordan said" for a country.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from math import exp
from typing import NamedTuple

from rashomon.model import Annotated, Entity, Token
from rashomon.places.candidate import Candidate
from rashomon.places.gazetteer import Entry, holders
from rashomon.places.lexicon import Lexicon
from rashomon.resources import load_resource

# Log-odds from which one mention settles that its name is a place's (probability .88).
SURE = 2.0
# Loose and further spellings are too rare in the corpora to be weighed: they count where a place is looked for ("in
# Ajdabiyya") and the report names the country.
WHERE = frozenset({"after in", "after spot of"})
NAMED = frozenset({"its country is named", "its region is named"})
LARGE, MIDDLE = 100_000, 10_000
LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "to",
        "outside",
        "around",
        "across",
        "through",
        "toward",
        "towards",
        "throughout",
        "inside",
        "into",
        "between",
        "via",
        "off",
        "north",
        "south",
        "east",
        "west",
        "downtown",
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
    }
)
OTHER_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "QUANTITY", "PERCENT"})


def are_places(annotated: Annotated, candidates: list[Candidate], lexicon: Lexicon) -> list[float]:
    """For each candidate how likely it is a place, 0 to 1.

    A name that is a place beyond doubt in one sentence lends support to the same name in others.
    """
    weights = _weights()
    described = describe(annotated, candidates, lexicon)
    odds = [sum(weights.get(feature, 0.0) for feature in features) for features in described]
    sure = {c.key for c, value in zip(candidates, odds, strict=True) if value > SURE and c.source != "people"}
    support = weights.get("place elsewhere", 0.0)
    likely = []
    for candidate, features, value in zip(candidates, described, odds, strict=True):
        if value <= SURE and candidate.key in sure and "place elsewhere" not in features:
            value += support
        known = set(features)
        if candidate.entries[0].alternate and candidate.source != "people" and WHERE & known and NAMED & known:
            value = max(value, 0.0)
        if "short capitals ORG=" in known and candidate.entries[0].kind in ("city", "county"):
            value = min(value, -SURE)
        likely.append(1 / (1 + exp(-value)))
    return likely


@cache
def _weights() -> dict[str, float]:
    return dict(load_resource("place_weights")["weights"])


def describe(annotated: Annotated, candidates: list[Candidate], lexicon: Lexicon) -> list[list[str]]:
    """The features of each candidate, those of the whole document among them."""
    labels = [_label(annotated, candidate) for candidate in candidates]
    anchored = {c.key for c, label in zip(candidates, labels, strict=True) if label in ("GPE=", "LOC=")}
    people = {c.key for c, label in zip(candidates, labels, strict=True) if label == "PERSON>"}
    holding = _holding(candidates, labels)
    described = []
    for n, (candidate, label) in enumerate(zip(candidates, labels, strict=True)):
        features = ["bias", *_own(annotated, candidate, label, lexicon)]
        features += _around(annotated, candidate, lexicon)
        following = candidates[n + 1] if n + 1 < len(candidates) else None
        if following is not None and holder_follows(annotated, candidate, following) is not None:
            features.append("holder follows")
        previous = candidates[n - 1] if n > 0 else None
        if previous is not None and holder_follows(annotated, previous, candidate) is not None:
            features.append("is holder")
        if previous is not None and _listed(annotated, previous, candidate) and labels[n - 1] == "GPE=":
            features.append("place before")
        if following is not None and _listed(annotated, candidate, following) and labels[n + 1] == "GPE=":
            features.append("place after")
        if candidate.key in anchored and label not in ("GPE=", "LOC="):
            features.append("place elsewhere")
        if candidate.key in people and label != "PERSON>":
            features.append("person elsewhere")
        if candidate.source in ("name", "variant") and not label.startswith("GPE"):
            features += _agreement(candidate, holding)
        described.append(features)
    return described


class Held(NamedTuple):
    """The namesakes that lie in `holder`, which is named right after them."""

    entries: tuple[Entry, ...]
    holder: Entry


def holder_follows(annotated: Annotated, candidate: Candidate, following: Candidate) -> Held | None:
    """For "Paris, Texas" or "Nur-Sultan [Kazakhstan]": the places that may be meant, and the one that holds them."""
    if following.first - candidate.last != 1 or following.source == "people" or candidate.source == "people":
        return None
    if annotated.tokens[candidate.last].text not in (",", "(", "["):
        return None
    for holder in following.entries:
        if holder.kind in ("country", "region", "county", "city"):
            inside = tuple(entry for entry in candidate.entries if holder.row in holders(entry.row))
            if inside:
                return Held(inside, holder)
    return None


def _listed(annotated: Annotated, one: Candidate, other: Candidate) -> bool:
    """True if only a comma, "and" or a few words without a verb stand between two candidates of one sentence."""
    between = annotated.tokens[one.last : other.first]
    return len(between) <= 6 and all(
        token.sentence == annotated.tokens[one.first].sentence and token.pos in ("PUNCT", "CCONJ", "ADP", "DET", "NOUN")
        for token in between
    )


def size(entry: Entry) -> str:
    """The kind of a place, cities by size."""
    if entry.kind != "city":
        return "area" if entry.kind in ("continent", "water", "other", "facility") else entry.kind
    return "city_large" if entry.population >= LARGE else "city_middle" if entry.population >= MIDDLE else "city_small"


def _label(annotated: Annotated, candidate: Candidate) -> str:
    entity = entity_over(annotated, candidate)
    if entity is None:
        return "none"
    label = "number" if entity.label in OTHER_LABELS else entity.label
    if (entity.first, entity.last) == (candidate.first, candidate.last):
        return label + "="
    if (entity.first, entity.last) == (candidate.first - 1, candidate.last):
        return label + ("=" if annotated.tokens[entity.first].lower == "the" else ">")
    if entity.first >= candidate.first and entity.last <= candidate.last:
        return label + "<"
    return label + ">"


def entity_over(annotated: Annotated, candidate: Candidate) -> Entity | None:
    """The first entity that shares a token with the candidate."""
    at = bisect_right(annotated.entities, candidate.first, key=lambda entity: entity.last)
    if at < len(annotated.entities) and annotated.entities[at].first < candidate.last:
        return annotated.entities[at]
    return None


def _own(annotated: Annotated, candidate: Candidate, label: str, lexicon: Lexicon) -> Iterator[str]:
    best = candidate.entries[0]
    kind = size(best) if candidate.source in ("name", "variant") else candidate.source
    yield f"kind {kind}"
    yield f"label {label}"
    yield f"{kind} {label}"
    if best.alternate:
        famous = any(entry.population >= LARGE and entry.kind == "city" for entry in candidate.entries)
        yield "alternate famous" if famous else "alternate"
    if candidate.last - candidate.first > 1:
        yield "several words"
    if candidate.key in lexicon.never:
        yield "never"
    token = annotated.tokens[candidate.last - 1]
    if token.pos != "PROPN":
        yield f"not a name {candidate.source}"
    if candidate.span.of(annotated.text).isupper():
        yield "capitals" if len(candidate.key) > 4 else f"short capitals {label}"
    if len(candidate.entries) == 1 and best.kind == "city":
        yield "one bearer"


def _around(annotated: Annotated, candidate: Candidate, lexicon: Lexicon) -> Iterator[str]:
    sentence = annotated.sentences[annotated.tokens[candidate.first].sentence]
    before = annotated.tokens[candidate.first - 1] if candidate.first > sentence.first else None
    after = annotated.tokens[candidate.last] if candidate.last < sentence.last else None
    if before is None:
        yield "begins sentence"
    elif before.lower in LOCATIVE:
        yield "after in"
    elif before.lower == "of":
        two = annotated.tokens[candidate.first - 2] if candidate.first - 1 > sentence.first else None
        yield "after spot of" if two is not None and two.lower in lexicon.spots else "after of"
    elif before.text in lexicon.titles:
        yield "after title"
    elif _is_name(before):
        yield "after name"
    elif before.lower in ("the", "a", "an"):
        yield "after article"
    elif before.text == ",":
        yield "after comma"
    if after is None:
        return
    if after.text in lexicon.local_heads:
        yield "before local head"
    elif after.text in lexicon.region_heads or after.text in lexicon.water_heads:
        yield "before region head"
    elif _is_name(after):
        yield "before name"
    elif after.text in ("'s", "’s"):
        yield "before possessive"
    elif after.pos in ("VERB", "AUX"):
        yield "before verb"
    elif after.text == ",":
        yield "before comma"


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ")


def _holding(candidates: list[Candidate], labels: list[str]) -> dict[int, int]:
    """How often each region and country is named, in itself or through a town with one bearer."""
    found: dict[int, int] = {}
    for candidate, label in zip(candidates, labels, strict=True):
        best = candidate.entries[0]
        if candidate.source != "people" and label == "GPE=":
            rows: tuple[int, ...] = (best.row,) if best.kind in ("country", "region", "county") else ()
            if best.kind == "city" and (best.population >= LARGE or len(candidate.entries) == 1):
                rows = holders(best.row)
            for row in rows:
                found[row] = found.get(row, 0) + 1
    return found


def _agreement(candidate: Candidate, holding: dict[int, int]) -> Iterator[str]:
    """Whether the report names a region or the country that holds one of the namesakes, and whether that country is the
    one it names most."""
    found: set[str] = set()
    main = max(holding, key=lambda row: (holding[row], -row), default=None)
    for entry in candidate.entries:
        rows = holders(entry.row)
        found.update("region" if n < len(rows) - 1 else "country" for n, row in enumerate(rows) if row in holding)
        if main in rows:
            found.add("alternate name's main place" if candidate.entries[0].alternate else "main place")
    for level in sorted(found):
        yield f"its {level} is named"
