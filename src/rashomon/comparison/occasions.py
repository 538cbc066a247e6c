"""Which readings of a question count the same thing: one attack, one clash, one running total.

A story that counts its victims on few days and in few places is on one occasion: nothing is split, and what differs
is told by the kinds of difference; unless one report gives several numbers, which seldom count the same. A story that
runs for weeks has many occasions, and its "How many were killed?" is as many questions. Two readings are joined by
how likely they count the same thing (a logistic regression over signs one can read), groups of readings by the
average over their pairs. That numbers differ is never held against two readings.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rashomon.clusters import join_average
from rashomon.comparison.dates import bounds
from rashomon.comparison.sentences import TOTAL, after, before, sentence_at
from rashomon.model import Extraction, Number, Reading, Span
from rashomon.terms import WORD, Terms, cosine, weigh

# Days times places, each as the exponential of its entropy. Incidents of figures_story lie below in nine of ten cases,
# a month of a war far above.
FEW = 8.0
# Swept from .4 to .6 on readings labelled by hand: evaluation/occasions.py.
THRESHOLD = 0.45
# Days that far apart are just far.
MOST_DAYS = 60
WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
VICTIMS = ("killed", "injured", "detained")


@dataclass(frozen=True, slots=True)
class Trace:
    """What the surroundings of a reading tell of its occasion.

    own, around     words of its sentence; of this and its two neighbours
    days            ordinals of the days its sentence gives; `days_near` of the sentence before if it gives none
    places          towns and sites its sentence names
    published       ordinal of the day of publication
    total           the sentence speaks of a count that goes on
    leads           it stands within the first `LEAD` characters of the body
    """

    own: Terms
    around: Terms
    days: frozenset[int]
    days_near: frozenset[int]
    places: frozenset[str]
    published: int | None
    total: bool
    leads: bool


def trace_of(reading: Reading, extraction: Extraction) -> Trace:
    """The trace of a reading in its report."""
    document = extraction.document
    own = sentence_at(document.text, reading.span)
    around = Span(before(document.text, own).start, after(document.text, own).end)
    days = _days(extraction, own)
    published = bounds(document.published)
    start = document.body[0].start if document.body else 0
    return Trace(
        own=_terms(own.of(document.text)),
        around=_terms(around.of(document.text)),
        days=days,
        days_near=days or _days(extraction, Span(around.start, own.start)),
        places=_places(extraction, own),
        published=None if published is None else published[0].toordinal(),
        total=reading.running,
        leads=reading.span.start < start + LEAD,
    )


def _terms(text: str) -> Terms:
    counts: Counter[str] = Counter()
    for match in WORD.finditer(text):
        counts[match.group().lower()] += 2 if match.group()[0].isupper() else 1
    return weigh(counts)


def _days(extraction: Extraction, within: Span) -> frozenset[int]:
    given = (time.value for time in extraction.times if time.type in ("DATE", "TIME") and within.contains(time.span))
    exact = (bounds(value) for value in given if value is not None and WHOLE_DAY.match(value))
    return frozenset(days[0].toordinal() for days in exact if days is not None)


def _places(extraction: Extraction, within: Span) -> frozenset[str]:
    return frozenset(
        place.name
        for place in extraction.places
        if place.literal and place.kind not in ("country", "continent") and within.contains(place.span)
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one question with their traces."""

    one: Reading
    other: Reading
    trace: Trace
    other_trace: Trace


def _gap(days: Iterable[int], other_days: Iterable[int]) -> int | None:
    return min((abs(day - other) for day in days for other in other_days), default=None)


def _days_between(pair: Pair) -> float:
    """log(1 + days) between the days the sentences give, else those of publication and the day before."""
    gap = _gap(_days_of(pair.trace), _days_of(pair.other_trace)) or 0
    return math.log1p(min(gap, MOST_DAYS))


def _days_of(trace: Trace) -> Iterable[int]:
    if trace.days or trace.published is None:
        return trace.days
    return (trace.published, trace.published - 1)


def _one_number(pair: Pair) -> float:
    return float(pair.one.value is not None and pair.one.value > 1 and pair.one.value == pair.other.value)


def _one_day(pair: Pair) -> float:
    return float(_gap(pair.trace.days_near, pair.other_trace.days_near) == 0)


def _other_days(pair: Pair) -> float:
    total = pair.trace.total or pair.other_trace.total
    return float(not total and bool(_gap(pair.trace.days, pair.other_trace.days)))


def _totals(pair: Pair) -> bool:
    return pair.trace.total and pair.other_trace.total


# Fitted on pairs of readings labelled by hand, in stories of many occasions; but for the weight of other days, of which
# they hold too few: bulletins of one pattern ("Five were killed on Tuesday", "on Friday") must not be joined.
SIGNS: tuple[tuple[str, float, Callable[[Pair], float]], ...] = (
    ("words of the sentence", 3.0, lambda pair: cosine(pair.trace.own, pair.other_trace.own)),
    ("words around it", 1.8, lambda pair: cosine(pair.trace.around, pair.other_trace.around)),
    ("the same number", 1.6, _one_number),
    ("days between", -0.55, _days_between),
    ("one day", 0.8, _one_day),
    ("other days", -1.5, _other_days),
    ("both are totals", 1.2, _totals),
    ("totals of the whole", 1.5, lambda pair: _totals(pair) and not (pair.trace.places or pair.other_trace.places)),
    ("in one report", -0.7, lambda pair: float(pair.one.doc == pair.other.doc)),
)
INTERCEPT = -2.8
# In a story on one event two readings are likely to count the same before anything is known of them, and the more so
# where both lead their reports. Tried on incidents of figures_story: nine in ten right numbers stay together.
ONE_EVENT, BOTH_LEAD = 2.0, 2.0
LEAD = 500


def same_occasion(pair: Pair, *, one_event: bool = False) -> float:
    """The probability, 0 to 1, that two readings count the same thing, in a story on one event or on many."""
    odds = INTERCEPT + math.fsum(weight * measure(pair) for _, weight, measure in SIGNS)
    if one_event:
        odds += ONE_EVENT + BOTH_LEAD * (pair.trace.leads and pair.other_trace.leads)
    return 1 / (1 + math.exp(-odds))


def gives_several(readings: Sequence[Reading]) -> bool:
    """Whether one report gives several numbers among `readings` that stand: they are seldom counts of one thing."""
    numbers: dict[str, set[Number]] = defaultdict(set)
    for reading in readings:
        if reading.value is not None and reading.counted and reading.stands:
            numbers[reading.doc].add(reading.value)
    return any(len(given) > 1 for given in numbers.values())


def tells_of_many(extractions: Sequence[Extraction]) -> bool:
    """Whether a story tells of many occasions: its sentences that give victims, and do not speak of a total, name many
    days and many places, none of which stands out."""
    days: Counter[int] = Counter()
    places: Counter[str] = Counter()
    for extraction in extractions:
        text = extraction.document.text
        counted = [f for f in extraction.figures if f.quantity in VICTIMS and f.status != "forecast"]
        sentences = {sentence_at(text, figure.span) for figure in counted}
        telling = [sentence for sentence in sentences if TOTAL.search(sentence.of(text)) is None]
        days.update(frozenset().union(*(_days(extraction, sentence) for sentence in telling)))
        places.update(frozenset().union(*(_places(extraction, sentence) for sentence in telling)))
    return _spread(days) * _spread(places) >= FEW


def _spread(counts: Counter[int] | Counter[str]) -> float:
    """The exponential of the entropy: as many kinds as would be, were all as common; 1 where nothing is counted."""
    total = sum(counts.values())
    return math.exp(-math.fsum(count / total * math.log(count / total) for count in counts.values()))


@dataclass(frozen=True, slots=True)
class Occasion:
    """Readings that count the same thing; `where` and `when` it was, in words, as far as they tell."""

    readings: tuple[Reading, ...]
    where: str | None = None
    when: str | None = None

    def label(self, place: str | None) -> str | None:
        """In a few words which occasion it is, without the `place` the question names: "Misrata, 16 April 2011"."""
        said = [self.where if self.where != place else None, self.when]
        return ", ".join(part for part in said if part is not None) or None


def split_occasions(
    readings: Sequence[Reading],
    by_id: Mapping[str, Extraction],
    in_use: Mapping[str, str],
    *,
    grows: bool,
    one_event: bool = False,
) -> list[Occasion]:
    """The readings of one question, one occasion for each thing they count.

    In: `readings`, the extractions of their reports by document id, and the form of each place's name that the story
    uses; `grows`: the count can only grow; `one_event`: the story does not tell of many occasions.
    Out: occasions in the order of their first reading. Average link over `same_occasion`.
    """
    traces = [trace_of(reading, by_id[reading.doc]) for reading in readings]
    odds = {}
    for i, j in combinations(range(len(readings)), 2):
        pair = Pair(readings[i], readings[j], traces[i], traces[j])
        odds[i, j] = same_occasion(pair, one_event=one_event)
    found = []
    for group in join_average(range(len(readings)), odds, THRESHOLD):
        members, within = tuple(readings[i] for i in group), [traces[i] for i in group]
        where = _where(members, within)
        named = in_use.get(where, where) if where is not None else None
        found.append(Occasion(members, named, _when(within, grows)))
    return found


def _where(readings: Sequence[Reading], traces: Sequence[Trace]) -> str | None:
    """The place that at least half of the readings are said to be in; where that is said of none, the only place that
    at least half of the sentences name."""
    said = Counter(reading.place for reading in readings if reading.place is not None)
    sole = Counter(place for trace in traces if len(trace.places) == 1 for place in trace.places)
    for counts in (said, sole):
        for place, count in counts.most_common(1):
            return place if 2 * count >= len(traces) else None
    return None


def _when(traces: Sequence[Trace], grows: bool) -> str | None:
    """The day most sentences give, else the first on which it was reported; a running total where the count grows and
    most speak of one."""
    if grows and 2 * sum(trace.total for trace in traces) > len(traces):
        return "running total"
    told = Counter(day for trace in traces for day in sorted(trace.days)).most_common(1)
    if told:
        return _say(told[0][0])
    reported = [trace.published for trace in traces if trace.published is not None]
    return f"reported {_say(min(reported))}" if reported else None


def _say(day: int) -> str:
    found = date.fromordinal(day)
    return f"{found.day} {found:%B %Y}"
