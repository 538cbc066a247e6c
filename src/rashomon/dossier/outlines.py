"""Country outlines for the map.

`outlines.json` holds Natural Earth's 1:50m countries (public domain), packed as TopoJSON in `world-atlas` 2.0.2 (ISC)
and thinned here: arcs are shared between neighbours, so borders stay closed. Made again with

    python -m rashomon.dossier.outlines countries-50m.json
"""

import json
import sys
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rashomon.errors import ResourceError

Point = tuple[float, float]
Ring = tuple[Point, ...]
Bounds = tuple[float, float, float, float]

UNITS_PER_DEGREE = 100
"""Coordinates are kept to 0.01 degrees, about 1 km."""

THINNING_DEGREES = 0.012
SMALLEST_ISLAND_DEGREES = 0.12


@dataclass(frozen=True, slots=True)
class Outline:
    """A country: its rings of (lon, lat) in degrees, and (west, south, east, north) of each."""

    name: str
    rings: tuple[Ring, ...]
    bounds: tuple[Bounds, ...]


@cache
def load_outlines() -> tuple[Outline, ...]:
    """All countries, by name. Read once, when a map is first drawn."""
    try:
        data = json.loads(files("rashomon.dossier").joinpath("outlines.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"the shipped data file outlines.json cannot be read: {error}") from error
    arcs = [_unpack(arc) for arc in data["arcs"]]
    return tuple(_outline(name, rings, arcs) for name, rings in sorted(data["countries"].items()))


def _unpack(flat: list[int]) -> Ring:
    points, x, y = [], 0, 0
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE))
    return tuple(points)


def _outline(name: str, rings: list[list[int]], arcs: list[Ring]) -> Outline:
    joined = tuple(_join(ring, arcs) for ring in rings)
    return Outline(name, joined, tuple(bounds(ring) for ring in joined))


def _join(indices: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; `~i` is arc i backwards, as TopoJSON has it."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def bounds(ring: Ring) -> Bounds:
    """(west, south, east, north) of a ring of at least one point."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def thin(points: Ring, tolerance: float) -> Ring:
    """`points` without those nearer than `tolerance` to the line that is kept (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: _distance(points[i], points[first], points[last]))
        if _distance(points[far], points[first], points[last]) > tolerance:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return tuple(points[i] for i in sorted(keep))


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    along = max(0.0, min(1.0, along))
    return float(((point[0] - start[0] - along * dx) ** 2 + (point[1] - start[1] - along * dy) ** 2) ** 0.5)


def pack_topojson(topology: dict[str, Any]) -> dict[str, Any]:
    """What `outlines.json` holds, from the TopoJSON of `world-atlas`: delta-coded arcs and rings of arc indices."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(thin(tuple(points), THINNING_DEGREES))
    countries: dict[str, list[list[int]]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [country.get("arcs")], "MultiPolygon": country.get("arcs")}.get(country["type"], [])
        rings = [polygon[0] for polygon in polygons]
        rings.sort(key=lambda ring: _extent(ring, arcs), reverse=True)
        kept = [ring for ring in rings if _extent(ring, arcs) >= SMALLEST_ISLAND_DEGREES]
        countries.setdefault(country["properties"]["name"], []).extend(kept or rings[:1])
    used = sorted({index if index >= 0 else ~index for rings in countries.values() for ring in rings for index in ring})
    place = {old: new for new, old in enumerate(used)}
    return {
        "source": "Natural Earth 1:50m countries, public domain, from world-atlas 2.0.2 (ISC)",
        "arcs": [_pack(arcs[index]) for index in used],
        "countries": {
            name: [[place[i] if i >= 0 else ~place[~i] for i in ring] for ring in rings]
            for name, rings in sorted(countries.items())
        },
    }


def _extent(ring: list[int], arcs: list[Ring]) -> float:
    west, south, east, north = bounds(_join(ring, arcs))
    return max(east - west, north - south)


def _pack(points: Ring) -> list[int]:
    flat, x, y = [], 0, 0
    for lon, lat in points:
        px, py = round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)
        flat += [px - x, py - y]
        x, y = px, py
    return flat


if __name__ == "__main__":
    made = pack_topojson(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    Path(__file__).with_name("outlines.json").write_text(
        json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8"
    )
