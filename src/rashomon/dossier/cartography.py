"""The map of a story: places that reports name, on country outlines, drawn offline as SVG.

Equirectangular projection, true to scale along the parallel through the middle of the map: at the size of a country or
a continent shapes look familiar, and a place is found by reading its degrees off the frame.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from rashomon.dossier.chart import Box, Label, meet
from rashomon.dossier.outlines import Bounds, Point, Ring, load_outlines, thin
from rashomon.dossier.passages import address
from rashomon.dossier.reports import Report
from rashomon.model import Extraction, Place, Story

WIDTH = 900.0
KM_PER_DEGREE = 111.2
"""Of latitude."""

TALLEST, FLATTEST = 0.72, 0.42
SMALLEST_SPAN = 8.0
"""Degrees of longitude a map shows at least: below that the outlines are too coarse to help."""

CORE_SHARE = 0.8
"""The map is cut to hold this share of the mentions; what lies far away is listed beside it."""

FAR = 1.25
"""A place this many times farther off than the core reaches stays off the map."""

PIXEL = 0.6
WIDE_KINDS = ("country", "continent", "region", "water")
VAGUE_KINDS = ("country", "continent", "water")
"""Too wide to say where the middle of the map is."""

MOST_LINKS = 12
LARGEST_RING = 9.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that names the place."""

    report: Report
    link: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with all its mentions. `wide` marks what is larger than a point: country, region, sea."""

    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    wide: bool
    mentions: tuple[Mention, ...]
    total: int
    reports: int


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map: centre, radius (area by mentions) and its name, if there is room for it."""

    spot: Spot
    x: float
    y: float
    radius: float
    label: Label | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country's land inside the frame as an SVG path, and where its name stands, if there is room."""

    name: str
    path: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class Map:
    """All of a map. `bar` is the length in pixels of `bar_km` kilometres along the middle; `beyond` are places that are
    not drawn."""

    width: float
    height: float
    countries: tuple[Country, ...]
    graticule: tuple[tuple[float, float, float, float], ...]
    degrees: tuple[Label, ...]
    bar: float
    bar_km: int
    pins: tuple[Pin, ...]
    beyond: tuple[Spot, ...]
    unlinked: tuple[tuple[str, tuple[Mention, ...]], ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place on the map, those with most mentions first."""
        return tuple(sorted((pin.spot for pin in self.pins), key=lambda spot: (-spot.total, spot.name)))


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map shows: degrees to pixels."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Pixels for a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """Pixels for a degree of latitude."""
        return self.scale / cos(radians((self.north + self.south) / 2))

    @property
    def height(self) -> float:
        """Of the map in pixels."""
        return round((self.north - self.south) * self.stretch, 1)

    def holds(self, spot: "Spot") -> bool:
        """True if `spot` can be drawn inside; a continent is no spot."""
        inside = self.west < spot.lon < self.east and self.south < spot.lat < self.north
        return inside and spot.kind != "continent"

    def at(self, lon: float, lat: float) -> Point:
        """The pixel of a position."""
        return (lon - self.west) * self.scale, (self.north - lat) * self.stretch


def draw_map(story: Story, extractions: Mapping[str, Extraction], reports: Mapping[str, Report]) -> Map | None:
    """The map of the literal places that the reports of `story` name, or None where none has coordinates."""
    places = [
        (doc, place)
        for doc in story.documents
        if doc in extractions
        for place in extractions[doc].places
        if place.literal
    ]
    spots = gather_spots(places, reports)
    if not spots:
        return None
    core, beyond = split_spots(spots)
    frame = choose_frame(core)
    core = tuple(spot for spot in spots if spot in core or (spot in beyond and frame.holds(spot)))
    beyond = tuple(spot for spot in beyond if spot not in core)
    graticule, degrees = _graticule(frame)
    bar_km = choose_bar(frame)
    taken: list[Box] = []
    pins = _pins(core, frame, taken)
    return Map(
        width=WIDTH,
        height=frame.height,
        countries=_countries(frame, taken, {spot.name for spot in core}),
        graticule=graticule,
        degrees=degrees,
        bar=round(bar_km / KM_PER_DEGREE * frame.stretch, 1),
        bar_km=bar_km,
        pins=pins,
        beyond=beyond,
        unlinked=_unlinked(places, reports),
    )


def gather_spots(places: Iterable[tuple[str, Place]], reports: Mapping[str, Report]) -> tuple[Spot, ...]:
    """One spot for all mentions of the same place (same GeoNames id, else same position), most mentioned first."""
    groups: dict[tuple[object, ...], list[tuple[str, Place]]] = {}
    for doc, place in places:
        if place.lat is not None and place.lon is not None:
            key = (place.geonameid,) if place.geonameid is not None else (place.lat, place.lon)
            groups.setdefault(key, []).append((doc, place))
    spots = [_spot(group, reports) for group in groups.values()]
    return tuple(sorted(spots, key=lambda spot: (-spot.total, spot.name)))


def _spot(group: Sequence[tuple[str, Place]], reports: Mapping[str, Report]) -> Spot:
    first = group[0][1]
    return Spot(
        name=first.name,
        kind=first.kind,
        country=first.country,
        lat=first.lat or 0.0,
        lon=first.lon or 0.0,
        wide=first.kind in WIDE_KINDS,
        mentions=tuple(Mention(reports[doc], address(doc, place.span)) for doc, place in group[:MOST_LINKS]),
        total=len(group),
        reports=len({doc for doc, _ in group}),
    )


def _unlinked(
    places: Sequence[tuple[str, Place]], reports: Mapping[str, Report]
) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
    named: dict[str, list[Mention]] = {}
    for doc, place in places:
        if place.lat is None or place.lon is None:
            named.setdefault(place.name, []).append(Mention(reports[doc], address(doc, place.span)))
    return tuple((name, tuple(mentions[:MOST_LINKS])) for name, mentions in sorted(named.items()))


def split_spots(spots: Sequence[Spot]) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """The spots that make up the map and those too far off, by distance from the weighted median position.

    Towns and regions decide where the middle is; countries do so only where neither is named. A continent has no
    position worth a mark and is only listed.
    """
    deciding = [spot for spot in spots if spot.kind not in VAGUE_KINDS] or list(spots)
    lon0 = _median([(spot.lon, spot.total) for spot in deciding])
    lat0 = _median([(spot.lat, spot.total) for spot in deciding])

    def off(spot: Spot) -> float:
        return sqrt(((spot.lon - lon0) * cos(radians(lat0))) ** 2 + (spot.lat - lat0) ** 2)

    reach, held, total = 0.0, 0, sum(spot.total for spot in deciding)
    for spot in sorted(deciding, key=off):
        if held >= CORE_SHARE * total:
            break
        reach, held = off(spot), held + spot.total
    limit = max(FAR * reach, SMALLEST_SPAN / 3)
    core = tuple(spot for spot in spots if off(spot) <= limit and (spot.kind != "continent" or spot in deciding))
    return core, tuple(spot for spot in spots if spot not in core)


def _median(weighted: Sequence[tuple[float, int]]) -> float:
    half, seen = sum(weight for _, weight in weighted) / 2, 0
    for value, weight in sorted(weighted):
        seen += weight
        if seen >= half:
            return value
    raise ValueError("a median needs at least one value")


def choose_frame(spots: Sequence[Spot]) -> Frame:
    """The part of the world that holds `spots` with a margin, in a shape that fits a page."""
    west, east = min(spot.lon for spot in spots), max(spot.lon for spot in spots)
    south, north = min(spot.lat for spot in spots), max(spot.lat for spot in spots)
    middle = radians((south + north) / 2)
    width = max((east - west) * 1.3, SMALLEST_SPAN)
    height = (north - south) * 1.35
    flat = max(cos(middle), 0.2)
    width = max(width, height / (TALLEST * flat))
    height = min(max(height, width * FLATTEST * flat), 170.0)
    width = min(width, 360.0)
    lon, lat = (west + east) / 2, (south + north) / 2
    lat = max(-88 + height / 2, min(88 - height / 2, lat))
    lon = max(-180 + width / 2, min(180 - width / 2, lon))
    return Frame(lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2)


def choose_bar(frame: Frame) -> int:
    """The round number of kilometres whose bar is nearest to a sixth of the map's width, from below."""
    widest = WIDTH / 6 / frame.stretch * KM_PER_DEGREE
    return max(km for km in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if km <= max(widest, 10))


def _countries(frame: Frame, taken: list[Box], marked: set[str]) -> tuple[Country, ...]:
    drawn = []
    for outline in load_outlines():
        rings = [
            clip_ring(ring, frame)
            for ring, box in zip(outline.rings, outline.bounds, strict=True)
            if box[0] <= frame.east and box[2] >= frame.west and box[1] <= frame.north and box[3] >= frame.south
        ]
        projected = [thin(tuple(frame.at(*point) for point in ring), PIXEL) for ring in rings if len(ring) > 2]
        kept = [ring for ring in projected if len(ring) > 2]
        if kept:
            label = None if outline.name in marked else _name(outline.name, kept, frame, taken)
            drawn.append(Country(outline.name, "".join(_path(ring) for ring in kept), label))
    return tuple(drawn)


def clip_ring(ring: Ring, frame: Frame) -> Ring:
    """`ring` cut to a little more than the frame (Sutherland and Hodgman 1974), so that cut edges do not show."""
    edge = (frame.east - frame.west) * 0.02
    limits: Bounds = (frame.west - edge, frame.south - edge, frame.east + edge, frame.north + edge)
    for axis, limit, sign in ((0, limits[0], 1), (0, limits[2], -1), (1, limits[1], 1), (1, limits[3], -1)):
        ring = _cut(ring, axis, limit, sign)
    return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    kept: list[Point] = []
    for i, point in enumerate(ring):
        before = ring[i - 1]
        inside, was_inside = (point[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return tuple(kept)


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z"


def _name(name: str, rings: Sequence[Ring], frame: Frame, taken: list[Box]) -> Label | None:
    """The country's name at the middle of its largest part on the map, if it fits inside."""
    largest = max(rings, key=_area)
    west, east = min(x for x, _ in largest), max(x for x, _ in largest)
    x, y = _centroid(largest)
    half = 4.4 * len(name)
    if east - west < 1.8 * half or _area(largest) < 2600:
        return None
    for shift in (0, 26, -26, 52, -52):
        box = (x - half, y + shift - 14, x + half, y + shift + 4)
        inside = box[0] > 4 and box[2] < WIDTH - 4 and box[1] > 4 and box[3] < frame.height - 18
        if inside and not any(meet(box, other) for other in taken):
            taken.append(box)
            return Label(round(x, 1), round(y + shift, 1), "middle", name)
    return None


def _area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def _centroid(ring: Ring) -> Point:
    twice = x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        twice, x, y = twice + cross, x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return (x / (3 * twice), y / (3 * twice)) if twice else ring[0]


def _graticule(frame: Frame) -> tuple[tuple[tuple[float, float, float, float], ...], tuple[Label, ...]]:
    span = frame.east - frame.west
    step = next(step for step in (0.5, 1, 2, 5, 10, 20, 30, 60) if span / step <= 8)
    lines, labels = [], []
    for i in range(int(frame.west // step) + 1, int(frame.east // step) + 1):
        x = round(frame.at(i * step, 0)[0], 1)
        lines.append((x, 0.0, x, frame.height))
        labels.append(Label(x + 3, frame.height - 5, "start", _degrees(i * step, "E", "W")))
    for i in range(int(frame.south // step) + 1, int(frame.north // step) + 1):
        y = round(frame.at(0, i * step)[1], 1)
        lines.append((0.0, y, WIDTH, y))
        if 16 < y < frame.height - 20:
            labels.append(Label(4, y - 3, "start", _degrees(i * step, "N", "S")))
    return tuple(lines), tuple(labels)


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):g}°" + (plus if value > 0 else minus if value < 0 else "")


def _pins(spots: Sequence[Spot], frame: Frame, taken: list[Box]) -> tuple[Pin, ...]:
    """Pins with the largest below; names go to those most mentioned first, where nothing stands yet."""
    most = max(spot.total for spot in spots)
    placed = []
    for spot in spots:
        x, y = frame.at(spot.lon, spot.lat)
        radius = round(4 + 12 * sqrt(spot.total / most), 1)
        radius = min(radius, LARGEST_RING) if spot.kind in VAGUE_KINDS else radius
        taken.append((x - radius, y - radius, x + radius, y + radius))
        placed.append((spot, round(x, 1), round(y, 1), radius))
    return tuple(Pin(spot, x, y, radius, _pin_label(spot, x, y, radius, taken, frame)) for spot, x, y, radius in placed)


def _pin_label(spot: Spot, x: float, y: float, radius: float, taken: list[Box], frame: Frame) -> Label | None:
    width = 7.6 * len(spot.name)
    for dx, dy, anchor in (
        (radius + 4, 4.5, "start"),
        (-radius - 4, 4.5, "end"),
        (0.0, -radius - 5, "middle"),
        (0.0, radius + 14, "middle"),
    ):
        left = x + dx - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        box = (left, y + dy - 12, left + width, y + dy + 3)
        inside = box[0] > 2 and box[2] < WIDTH - 2 and box[1] > 2 and box[3] < frame.height - 2
        if inside and not any(meet(box, other) for other in taken):
            taken.append(box)
            return Label(round(x + dx, 1), round(y + dy, 1), anchor, spot.name)
    return None
