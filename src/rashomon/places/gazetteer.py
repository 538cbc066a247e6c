"""The shipped gazetteer: places by name.

Columns in one compressed file (`scripts/build_gazetteer.py` says from what), opened on first use in about 0.2 s; a name
is found by bisection. GeoNames data, CC BY 4.0.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from rashomon.errors import ResourceError
from rashomon.places.spelling import fold
from rashomon.resources import resource

KINDS = ("country", "region", "county", "city", "continent", "water", "facility", "other")
NOWHERE = 32_767


class Entry(NamedTuple):
    """One place of the gazetteer. `parent` is the row of the smallest region or country that holds it, -1 for none;
    `alternate` is True if it was looked up under one of its further names; `country` an ISO 3166-1 code."""

    row: int
    geonameid: int | None
    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int
    parent: int
    alternate: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The columns as they lie in the file; names sorted, `bearers[starts[n]:starts[n + 1]]` the rows that bear name n,
    twice the row number, plus one for a further name."""

    names: list[str]
    starts: Any
    bearers: Any
    labels: list[str]
    ids: Any
    lats: Any
    lons: Any
    populations: Any
    parents: Any
    kinds: Any
    countries: Any
    isos: list[str]
    regions: dict[str, int]
    country_rows: dict[str, int]
    capitals: frozenset[int]


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, read once. Raises `ResourceError` if its file is missing or broken."""
    import numpy as np

    try:
        with resource("gazetteer.npz").open("rb") as file, np.load(file, allow_pickle=False) as columns:
            texts = {
                name: columns[name].tobytes().decode("utf-8").split("\n")
                for name in ("names", "labels", "isos", "codes")
            }
            numbers = {
                name: columns[name]
                for name in ("starts", "bearers", "ids", "lats", "lons", "populations", "parents", "kinds", "countries")
            }
            capitals = frozenset(columns["capitals"].tolist())
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"the shipped gazetteer cannot be read: {error}") from error
    region_rows = np.flatnonzero(numbers["kinds"] == KINDS.index("region")).tolist()
    country_rows = np.flatnonzero(numbers["kinds"] == KINDS.index("country")).tolist()
    return Gazetteer(
        names=texts["names"],
        labels=texts["labels"],
        isos=texts["isos"],
        regions=dict(zip(texts["codes"], region_rows, strict=True)),
        country_rows={texts["isos"][numbers["countries"][row]]: row for row in country_rows},
        capitals=capitals,
        **numbers,
    )


def look_up(name: str) -> tuple[Entry, ...]:
    """Every place that bears `name`, however it is accented, hyphenated or capitalised; the main bearers first, by
    population."""
    return look_up_folded(fold(name))


@lru_cache(maxsize=50_000)
def look_up_folded(key: str) -> tuple[Entry, ...]:
    """As `look_up`, for a name that is folded already."""
    gazetteer = load_gazetteer()
    n = bisect_left(gazetteer.names, key)
    if n == len(gazetteer.names) or gazetteer.names[n] != key:
        return ()
    bearers = gazetteer.bearers[gazetteer.starts[n] : gazetteer.starts[n + 1]].tolist()
    found = [entry_of(bearer >> 1, alternate=bool(bearer & 1)) for bearer in bearers]
    return tuple(sorted(found, key=lambda entry: (entry.alternate, -entry.population, entry.row)))


@lru_cache(maxsize=50_000)
def entry_of(row: int, alternate: bool = False) -> Entry:
    """The entry in `row`."""
    gazetteer = load_gazetteer()
    lat, lon = int(gazetteer.lats[row]), int(gazetteer.lons[row])
    return Entry(
        row=row,
        geonameid=int(gazetteer.ids[row]) or None,
        name=gazetteer.labels[row],
        kind=KINDS[gazetteer.kinds[row]],
        country=gazetteer.isos[gazetteer.countries[row]] or None,
        lat=None if lat == NOWHERE else lat / 100,
        lon=None if lat == NOWHERE else lon / 100,
        population=int(gazetteer.populations[row]),
        parent=int(gazetteer.parents[row]),
        alternate=alternate,
        capital=row in gazetteer.capitals,
    )


def country_entry(iso: str) -> Entry | None:
    """The country with ISO 3166-1 code `iso`."""
    row = load_gazetteer().country_rows.get(iso)
    return None if row is None else entry_of(row)


def region_entry(code: str) -> Entry | None:
    """The first-order region with GeoNames code `code` ("US.TX")."""
    row = load_gazetteer().regions.get(code)
    return None if row is None else entry_of(row)


@lru_cache(maxsize=50_000)
def holders(row: int) -> tuple[int, ...]:
    """The rows of the regions and the country that hold the place in `row`, the smallest first."""
    parents = load_gazetteer().parents
    found: list[int] = []
    while (row := int(parents[row])) >= 0:
        found.append(row)
    return tuple(found)
