"""Which speakers of a story speak for one government."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.comparison.origins import Authorities
from rashomon.model import Extraction, StoryActor
from rashomon.resources import load_resource


def find_authorities(
    extractions: Sequence[Extraction], actors: Sequence[StoryActor], same_origins: Sequence[Sequence[str]] = ()
) -> Authorities:
    """Names of heads of state and government, of "the government" and of countries that speak, by country.

    Country words and nationality words come from the places of the reports themselves. A function without a
    nationality ("the president") counts for the country that most reports are about. What a person has said to be one
    origin (`same_origins`) counts before all this.
    """
    countries = _country_words(extractions)
    focal = _focal_country(extractions)
    rules = load_resource("authorities")
    heads, words = tuple(rules["state_heads"]), tuple(rules["state_words"])
    found: dict[str, str] = {}
    for actor in actors:
        country = _speaks_for(actor, countries, focal, heads, words)
        if country is not None:
            for name in {actor.name, *actor.names}:
                found[name.casefold()] = f"government:{country}"
    for surface, code in countries.items():
        found.setdefault(surface, f"government:{code}")
        for word in words:
            found.setdefault(f"{surface} {word}", f"government:{code}")
    if focal is not None:
        for word in words:
            found.setdefault(word, f"government:{focal}")
    for names in same_origins:
        found |= {name.casefold(): f"origin:{names[0].casefold()}" for name in names}
    return Authorities(found)


def _country_words(extractions: Iterable[Extraction]) -> dict[str, str]:
    """Country names and nationality words as the reports use them, lower-cased → country code."""
    found = {}
    for extraction in extractions:
        for place in extraction.places:
            if place.kind == "country" and place.country is not None:
                found[place.span.of(extraction.document.text).casefold()] = place.country
                found[place.name.casefold()] = place.country
    return found


def _focal_country(extractions: Sequence[Extraction]) -> str | None:
    counts = Counter(
        place.country for extraction in extractions for place in extraction.places if place.country is not None
    )
    return counts.most_common(1)[0][0] if counts else None


def _speaks_for(
    actor: StoryActor, countries: dict[str, str], focal: str | None, heads: tuple[str, ...], words: tuple[str, ...]
) -> str | None:
    if actor.kind == "person":
        for title in actor.titles:
            if any(re.search(rf"\b{head}\b", title) for head in heads) and not re.search(
                r"\b(?:vice|former|ex)\b", title
            ):
                return _country_in(title, countries) or focal
        return None
    lowered = actor.name.casefold()
    if any(lowered.endswith(word) for word in words):
        return _country_in(lowered, countries)
    return None


def _country_in(text: str, countries: dict[str, str]) -> str | None:
    for surface, code in countries.items():
        if re.search(rf"\b{re.escape(surface)}\b", text):
            return code
    return None
