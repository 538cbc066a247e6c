"""What the place rules know besides the gazetteer: `resources/places.yaml`, indexed."""

from dataclasses import dataclass
from functools import cache

from rashomon.places.gazetteer import Entry, country_entry, look_up_folded, region_entry
from rashomon.places.spelling import fold
from rashomon.resources import load_resource


@dataclass(frozen=True, slots=True)
class Lexicon:
    """people  folded adjective or word for a people → its places (two for "Congolese", "Dominican")
    press   folded abbreviations that stand for a region anywhere; `post` only after a comma
    """

    people: dict[str, tuple[Entry, ...]]
    press: dict[str, Entry]
    post: dict[str, Entry]
    never: frozenset[str]
    titles: frozenset[str]
    speaking: frozenset[str]
    spots: frozenset[str]
    quarters: frozenset[str]
    bodies: frozenset[str]
    region_heads: frozenset[str]
    water_heads: frozenset[str]
    local_heads: frozenset[str]
    street_heads: frozenset[str]
    prefixes: frozenset[str]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the place rules, read once."""
    data = load_resource("places")
    regions = {code: entry for code in data["abbreviations"] if (entry := region_entry(code)) is not None}
    return Lexicon(
        people=_people(data),
        press={word: regions[code] for code, forms in data["abbreviations"].items() for word in forms["press"]},
        post={word: regions[code] for code, forms in data["abbreviations"].items() for word in forms["post"]},
        never=frozenset(fold(word) for word in data["never"]),
        titles=frozenset(data["persons"]["before"]),
        speaking=frozenset(data["speaking"]),
        spots=frozenset(data["spots"]),
        quarters=frozenset(data["quarters"]),
        bodies=frozenset(data["bodies"]),
        region_heads=frozenset(data["heads"]["region"]),
        water_heads=frozenset(data["heads"]["water"]),
        local_heads=frozenset(data["heads"]["local"]) | frozenset(data["heads"]["street"]),
        street_heads=frozenset(data["heads"]["street"]),
        prefixes=frozenset(data["prefixes"]),
    )


def _people(data: dict[str, dict[str, dict[str, list[str]]]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for iso, country in data["countries"].items():
        for word in country.get("people", []):
            if (entry := country_entry(iso)) is not None:
                found.setdefault(fold(word), []).append(entry)
    for code, words in data["region_people"].items():
        for word in words:
            if (entry := region_entry(code)) is not None:
                found.setdefault(fold(word), []).append(entry)
    for area in data["areas"]:
        for word in area.get("people", []):  # type: ignore[attr-defined]
            bearers = look_up_folded(fold(area["name"]))  # type: ignore[index]
            found.setdefault(fold(word), []).extend(e for e in bearers[:1] if e.kind == area["kind"])  # type: ignore[index]
    return {
        word: tuple(sorted(entries, key=lambda entry: (-entry.population, entry.row)))
        for word, entries in found.items()
    }
