"""The chart of a question: geometry only; `templates/chart.html` draws it as SVG.

Over as-of time where the readings have two days or more, else as rows by origin. A dot is the number as written, a bar
its reported range, an arrow a range that is open. Drawn here and not by a chart library, because every mark has to be a
link to its passage, take its colours from the page (light, dark, print) and come out byte for byte the same.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from rashomon.dossier.notation import MONTHS, clip, show_tick
from rashomon.model.figure import Number

DOTS = {
    "circle": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
    "square": "M-4.5-4.5h9v9h-9Z",
    "triangle": "M0-5.800L5.600 4.500H-5.600Z",
    "diamond": "M0-6.200L6.200 0L0 6.200L-6.200 0Z",
    "wedge": "M0 5.800L5.600-4.500H-5.600Z",
    "dash": "M-5.500-1.700h11v3.400h-11Z",
    "star": "M-1.800-5.500h3.600v3.700h3.700v3.600h-3.700v3.700h-3.600v-3.700h-3.700v-3.600h3.700Z",
}
"""The outline of each shape around (0, 0), as an SVG path."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

SHAPES = tuple(name for name in DOTS if name != "dash")
REST_SHAPE, REST_COLOUR = "dash", 6
NO_ORIGIN = "no named origin"
LOG_FROM = 60
"""Beyond this ratio of highest to lowest number, small readings could not be told apart on a linear scale."""

WIDTH, PLOT_HEIGHT, MARGIN_TOP, MARGIN_BOTTOM = 600, 190, 14, 30
TIME_LEFT, TIME_RIGHT = 56, 84
# The left margin holds the longest name in bold.
ROWS_LEFT, ROWS_RIGHT, ROW = 214, 112, 26
MOST_LABELS = 16
MOST_BARS = 40
FIRST_DAY_WIDTH = 100
DODGE = 15


@dataclass(frozen=True, slots=True)
class Point:
    """What the chart needs of one reading."""

    number: int
    day: str | None
    value: Number | None
    low: Number | None
    high: Number | None
    origin: str | None
    shown: str
    stands: bool
    status: str
    link: str
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """Text at (x, y), `anchor` start, middle or end."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point drawn: dot at (x, y) or None, bar from (x1, y1) to (x2, y2), `arrow` at its open end, if any."""

    point: Point
    x: float
    y: float
    dot: bool
    bar: tuple[float, float, float, float] | None
    arrow: tuple[float, float, float, float, float, float] | None
    shape: str
    colour: int
    label: Label | None


@dataclass(frozen=True, slots=True)
class Key:
    """One origin in the legend."""

    name: str
    shape: str
    colour: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All of a chart. `grid` are lines with their labels, `threads` join the readings of one origin."""

    width: float
    height: float
    over_time: bool
    grid: tuple[tuple[float, float, float, float], ...]
    labels: tuple[Label, ...]
    rows: tuple[Label, ...]
    threads: tuple[tuple[int, str], ...]
    marks: tuple[Mark, ...]
    keys: tuple[Key, ...]
    left_out: int
    log: bool
    bars: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to a position between `start` and `end`."""

    low: float
    high: float
    start: float
    end: float
    log: bool
    ticks: tuple[float, ...]

    def at(self, number: float) -> float:
        """The position of `number`."""
        low, high, value = self.low, self.high, float(number)
        if self.log:
            low, high, value = log10(low), log10(high), log10(max(value, self.low))
        share = 0.5 if high == low else (value - low) / (high - low)
        return round(self.start + share * (self.end - self.start), 1)


def draw_chart(points: Sequence[Point]) -> Chart | None:
    """The chart of `points`, or None where fewer than two of them have a number."""
    numbered = [point for point in points if _numbers(point)]
    if len(numbered) < 2:
        return None
    days = {point.day for point in numbered if read_day(point.day) is not None}
    if len(days) < 2:
        return _rows(numbered, len(points) - len(numbered))
    dated = [point for point in numbered if read_day(point.day) is not None]
    return _over_time(dated, len(points) - len(dated))


def read_day(day: str | None) -> int | None:
    """The ordinal of an ISO day (a time of day is dropped), or None for anything less precise."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day is not None and len(day) >= 10 else None
    except ValueError:
        return None


def choose_scale(numbers: Sequence[float], start: float, end: float) -> Scale:
    """A scale with round ticks that holds `numbers` with some room; logarithmic where they span too much."""
    low, high = min(numbers), max(numbers)
    if low > 0 and high / low >= LOG_FROM:
        powers = range(floor(log10(low)), ceil(log10(high)) + 1)
        return Scale(10.0 ** powers[0], 10.0 ** powers[-1], start, end, True, tuple(10.0**p for p in powers))
    room = (high - low) * 0.12 or max(abs(high) * 0.1, 1)
    bottom, top = (max(0.0, low - room) if low >= 0 else low - room), high + room
    step = _step(top - bottom)
    ticks = []
    tick = ceil(bottom / step) * step
    while tick <= top + step * 1e-9:
        ticks.append(round(tick, 10))
        tick += step
    return Scale(bottom, top, start, end, False, tuple(ticks))


def _step(width: float) -> float:
    """The round step (1, 2 or 5 times a power of ten, never below 1 from 4 upwards) that gives three to six ticks."""
    power = 10.0 ** floor(log10(width / 4))
    step = next(power * factor for factor in (1, 2, 5, 10) if width / (power * factor) <= 5.5)
    return max(step, 1.0) if width >= 3 else step


def _numbers(point: Point) -> list[float]:
    return [float(number) for number in (point.value, point.low, point.high) if number is not None]


def _keys(points: Sequence[Point]) -> dict[str | None, Key]:
    """Shape and colour of each origin; beyond as many as can be told apart, the rest share one."""
    counted = Counter(point.origin for point in points if point.origin is not None)
    named = dict.fromkeys(point.origin for point in points if point.origin is not None)
    if len(named) > len(SHAPES):
        kept = {origin for origin, _ in counted.most_common(len(SHAPES) - 1)}
        named = {origin: None for origin in named if origin in kept}
    keys: dict[str | None, Key] = {name: Key(name, SHAPES[i], i) for i, name in enumerate(named)}
    rest = Key(f"{len(counted) - len(named)} other origins", REST_SHAPE, REST_COLOUR)
    nobody = Key(NO_ORIGIN, REST_SHAPE, REST_COLOUR)
    for point in points:
        keys.setdefault(point.origin, nobody if point.origin is None else rest)
    return keys


def _rows(points: Sequence[Point], left_out: int) -> Chart:
    keys = _keys(points)
    names = list(dict.fromkeys(point.origin or NO_ORIGIN for point in points))
    ordered = sorted(points, key=lambda point: (names.index(point.origin or NO_ORIGIN), point.number))
    height = MARGIN_TOP + ROW * len(ordered) + MARGIN_BOTTOM
    scale = choose_scale([n for point in ordered for n in _numbers(point)], ROWS_LEFT, WIDTH - ROWS_RIGHT)
    marks, rows, seen = [], [], set()
    for i, point in enumerate(ordered):
        y = MARGIN_TOP + ROW * (i + 0.5)
        name = point.origin or NO_ORIGIN
        if name not in seen:
            rows.append(Label(ROWS_LEFT - 12, y + 4, "end", clip(name, 26)))
            seen.add(name)
        bar, arrow = _bar(point, scale, y, across=True)
        x = scale.at(point.value) if point.value is not None else (bar[0] + bar[2]) / 2 if bar else scale.start
        label = Label(WIDTH - ROWS_RIGHT + 12, y + 4, "start", clip(point.shown, 18))
        marks.append(_mark(point, keys, x, y, bar, arrow, label))
    bottom = height - MARGIN_BOTTOM
    grid = tuple((scale.at(tick), MARGIN_TOP, scale.at(tick), bottom) for tick in scale.ticks)
    labels = tuple(Label(scale.at(tick), bottom + 18, "middle", show_tick(tick)) for tick in scale.ticks)
    return Chart(WIDTH, height, False, grid, labels, tuple(rows), (), tuple(marks), (), left_out, scale.log, True)


def _over_time(points: Sequence[Point], left_out: int) -> Chart:
    keys = _keys(points)
    top, bottom = float(MARGIN_TOP), float(MARGIN_TOP + PLOT_HEIGHT)
    scale = choose_scale([n for point in points for n in _numbers(point)], bottom, top)
    ordinals = {point.number: read_day(point.day) or 0 for point in points}
    first, last = min(ordinals.values()), max(ordinals.values())
    per_day = (WIDTH - TIME_LEFT - TIME_RIGHT) / max(1, last - first)
    marks: list[Mark] = []
    taken: list[Box] = []
    for point in points:
        x = TIME_LEFT + 16 + (ordinals[point.number] - first) * per_day * 0.94
        y = scale.at(point.value if point.value is not None else sum(_numbers(point)) / len(_numbers(point)))
        x = _free(x, y, marks, min(per_day * 0.7, 6.0 * DODGE))
        bar, arrow = _bar(point, scale, x, across=False) if len(points) <= MOST_BARS else (None, None)
        taken.append((x - 6, y - 7, x + 6, y + 7))
        marks.append(_mark(point, keys, round(x, 1), y, bar, arrow, None))
    if len(marks) <= MOST_LABELS:
        marks = [_labelled(mark, taken) for mark in marks]
    grid = tuple((TIME_LEFT, scale.at(tick), WIDTH, scale.at(tick)) for tick in scale.ticks)
    labels = [Label(TIME_LEFT - 8, scale.at(tick) + 4, "end", show_tick(tick)) for tick in scale.ticks]
    labels += _day_labels(first, last, per_day * 0.94, bottom + 20)
    return Chart(
        WIDTH, bottom + MARGIN_BOTTOM, True, grid, tuple(labels), (), _threads(marks), tuple(marks),
        tuple(dict.fromkeys(keys.values())), left_out, scale.log, len(points) <= MOST_BARS,
    )  # fmt: skip


def _free(x: float, y: float, marks: Sequence[Mark], room: float) -> float:
    """`x`, or the next place to its right within `room` where no other mark stands near."""
    for step in range(int(room // DODGE) + 1):
        if not any(abs(mark.x - x - step * DODGE) < DODGE - 1 and abs(mark.y - y) < 40 for mark in marks):
            return x + step * DODGE
    return x


def _bar(
    point: Point, scale: Scale, at: float, *, across: bool
) -> tuple[tuple[float, float, float, float] | None, tuple[float, float, float, float, float, float] | None]:
    """The bar of the reported range and the arrow at an open end; across for rows, upwards over time."""
    if (point.low is None and point.high is None) or point.low == point.high:
        return None, None
    start = scale.at(point.low) if point.low is not None else scale.start
    end = scale.at(point.high) if point.high is not None else scale.end
    sign = 1 if scale.end > scale.start else -1
    tip = (end, sign) if point.high is None else (start, -sign) if point.low is None else None
    if across:
        arrow = (tip[0] - 6 * tip[1], at - 4, tip[0], at, tip[0] - 6 * tip[1], at + 4) if tip else None
        return (start, at, end, at), arrow
    arrow = (at - 4, tip[0] - 6 * tip[1], at, tip[0], at + 4, tip[0] - 6 * tip[1]) if tip else None
    return (at, start, at, end), arrow


def _mark(
    point: Point,
    keys: dict[str | None, Key],
    x: float,
    y: float,
    bar: tuple[float, float, float, float] | None,
    arrow: tuple[float, float, float, float, float, float] | None,
    label: Label | None,
) -> Mark:
    key = keys[point.origin]
    return Mark(point, round(x, 1), y, point.value is not None, bar, arrow, key.shape, key.colour, label)


def _labelled(mark: Mark, taken: list[Box]) -> Mark:
    """`mark` with its number beside it, at the first side where nothing stands yet; without, if all are taken."""
    text = clip(mark.point.shown, 16)
    width = 7.0 * len(text)
    for x, y, anchor in (
        (mark.x + 9, mark.y + 4, "start"),
        (mark.x - 9, mark.y + 4, "end"),
        (mark.x, mark.y - 10, "middle"),
        (mark.x, mark.y + 19, "middle"),
    ):
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        box = (left, y - 11, left + width, y + 3)
        inside = left >= TIME_LEFT and left + width <= WIDTH
        if inside and not any(meet(box, other) for other in taken):
            taken.append(box)
            return Mark(
                mark.point, mark.x, mark.y, mark.dot, mark.bar, mark.arrow, mark.shape, mark.colour,
                Label(round(x, 1), round(y, 1), anchor, text),
            )  # fmt: skip
    return mark


def meet(one: Box, other: Box) -> bool:
    """True if the two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _threads(marks: Sequence[Mark]) -> tuple[tuple[int, str], ...]:
    """Lines that join the readings of one origin that has its own colour, as (colour, points)."""
    by_origin: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.colour != REST_COLOUR and mark.point.origin is not None:
            by_origin.setdefault(mark.point.origin, []).append(mark)
    return tuple(
        (group[0].colour, " ".join(f"{mark.x},{mark.y}" for mark in group))
        for group in by_origin.values()
        if len(group) > 1
    )


def _day_labels(first: int, last: int, per_day: float, y: float) -> list[Label]:
    """Days below the plot, not closer than their names are wide."""
    every = max(1, ceil(60 / per_day))
    labels = []
    for ordinal in range(first, last + 1, every):
        day = date.min + timedelta(days=ordinal - 1)
        text = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if ordinal == first else "")
        x = TIME_LEFT + 16 + (ordinal - first) * per_day
        if first < ordinal and x < TIME_LEFT + 16 + FIRST_DAY_WIDTH:
            continue
        labels.append(Label(round(x, 1), y, "middle" if ordinal > first else "start", text))
    return labels
