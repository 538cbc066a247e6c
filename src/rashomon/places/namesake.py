"""Which of the places that bear a name is meant.

Each namesake gets points: for what it is and how many people live there, for lying in a region or country that the rest
of the document speaks of, and for a container named right beside it ("Paris, Texas"). The document's regions are found
by letting all names vote for the regions of their namesakes, a few rounds over (a relaxation in the manner of the
"comma group" and containment heuristics of Lieberman and Samet 2010). One name means one place in a document, unless a
container beside it says otherwise.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, log10

from rashomon.places.gazetteer import Entry, entry_of, holders

ROUNDS = 3
MOST_NAMESAKES = 60
# A town with this part of the people of the region named like it is what the bare name means.
TOWN_SHARE = 0.25
# Points, calibrated on GeoWebNews and LGL by coordinate search.
SIZE = 0.56  # for each factor of ten in population
KIND = {
    "country": 3.0,
    "continent": 4.0,
    "water": 4.0,
    "other": 3.5,
    "facility": 3.5,
    "region": 1.2,
    "county": -1.5,
    "city": 0.0,
}
CAPITAL = 1.9
ALTERNATE = -0.7
BESIDE_COUNTRY = -4.0  # "Mexico" for Mexico City
FAMOUS = 150_000  # from this population on a further name is as good as the first ("Geneva" for Genève)
IN_COUNTY = 1.28
IN_REGION = 1.6
IN_COUNTRY = 0.8


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen namesake and why, in words."""

    entry: Entry
    reason: str


def choose(
    names: Mapping[str, tuple[Entry, ...]], counts: Mapping[str, int], stated: Mapping[str, tuple[Entry, ...]]
) -> dict[str, Choice]:
    """For each name of a document the place it means.

    `names` gives the namesakes of each, `counts` how often it stands in the document, `stated` those that a container
    beside the name has left.
    """
    kept = {name: stated.get(name, entries)[:MOST_NAMESAKES] for name, entries in names.items()}
    prior = {name: [_prior(entry, entries) for entry in entries] for name, entries in kept.items()}
    points = prior
    votes: dict[str, dict[int, float]] = {}
    for _ in range(ROUNDS):
        votes = {name: _votes(kept[name], points[name], counts[name]) for name in kept}
        total: dict[int, float] = defaultdict(float)
        for given in votes.values():
            for row, share in given.items():
                total[row] += share
        points = {
            name: [
                before + _support(entry, total, votes[name])
                for entry, before in zip(kept[name], prior[name], strict=True)
            ]
            for name in kept
        }
    return {
        name: _choice(name, kept[name], points[name], names[name], name in stated, total, votes[name])
        for name in kept
        if kept[name]
    }


def _prior(entry: Entry, namesakes: tuple[Entry, ...]) -> float:
    """Points before anything else in the report is looked at."""
    value = KIND[entry.kind] + SIZE * log10(max(entry.population, 300))
    if entry.capital:
        value += CAPITAL
    if entry.alternate:
        first = any(other.kind == "country" and not other.alternate for other in namesakes)
        value += BESIDE_COUNTRY if first else ALTERNATE if entry.population < FAMOUS else 0.0
    return value


def _votes(entries: tuple[Entry, ...], points: list[float], count: int) -> dict[int, float]:
    """What share of a name's mentions falls to each region and country, and to each place itself."""
    best = max(points, default=0.0)
    odds = [exp(value - best) for value in points]
    weight = (1 + log(count)) / sum(odds) if odds else 0.0
    found: dict[int, float] = defaultdict(float)
    for entry, odd in zip(entries, odds, strict=True):
        for row in (entry.row, *holders(entry.row)):
            found[row] += odd * weight
    return found


def _support(entry: Entry, total: Mapping[int, float], own: Mapping[int, float]) -> float:
    """Points for the other names that speak of the regions and the country of `entry`."""
    value = 0.0
    rows = holders(entry.row)
    if entry.kind in ("region", "country"):
        rows = (entry.row, *rows)
    for row in rows:
        others = total.get(row, 0.0) - own.get(row, 0.0)
        if others > 0:
            value += WEIGHT_OF[entry_of(row).kind] * log(1 + 3 * others)
    return value


WEIGHT_OF = {"country": IN_COUNTRY, "region": IN_REGION, "county": IN_COUNTY}


def _choice(
    name: str,
    entries: tuple[Entry, ...],
    points: list[float],
    all_: tuple[Entry, ...],
    stated: bool,
    total: Mapping[int, float],
    own: Mapping[int, float],
) -> Choice:
    order = sorted(range(len(entries)), key=lambda n: (-points[n], entries[n].row))
    entry = _main_town(entries[order[0]], entries)
    return Choice(entry, _reason(entry, all_, stated, total, own))


def _main_town(entry: Entry, entries: tuple[Entry, ...]) -> Entry:
    """For a region the town of the same name that holds a good part of its people ("New York"), or that is as big and
    a region of its own beside it ("Almaty")."""
    if entry.kind not in ("region", "county"):
        return entry
    country = {row for row in holders(entry.row) if entry_of(row).kind == "country"}
    towns = (
        other
        for other in entries
        if other.kind == "city"
        and (entry.row in holders(other.row) or (entry.kind == "region" and country & set(holders(other.row))))
        and other.population >= TOWN_SHARE * entry.population
    )
    return max(towns, key=lambda town: town.population, default=entry)


def _reason(
    entry: Entry, all_: tuple[Entry, ...], stated: bool, total: Mapping[int, float], own: Mapping[int, float]
) -> str:
    if stated:
        return f"the text names what it lies in: {_within(entry)}"
    if len(all_) == 1:
        return "the only place of that name in the gazetteer"
    for row in holders(entry.row):
        if total.get(row, 0.0) - own.get(row, 0.0) > 0.5:
            return f"of {len(all_)} places of that name the one in {entry_of(row).name}, which the report speaks of"
    if entry.population == max(other.population for other in all_):
        return f"the largest of {len(all_)} places of that name"
    return f"the best known of {len(all_)} places of that name"


def _within(entry: Entry) -> str:
    return ", ".join(entry_of(row).name for row in holders(entry.row)) or entry.name
