"""What is said to have happened, in order, with every report that says so."""

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.comparison.dates import bounds
from rashomon.comparison.origins import origin_of
from rashomon.comparison.readings import Names, chain_of, said_by
from rashomon.model import Extraction, Occurrence, Precision, TimelineEntry, TimelineReading

LONGEST = 160
SPACE = re.compile(r"\s+")


def draw_timeline(extractions: Sequence[Extraction], names: Names) -> tuple[TimelineEntry, ...]:
    """Occurrences with a date, those of one type, day and place in one entry, in order of time.

    What has no date of its own is left to the report it stands in: a publication date is not the date of an event.
    Forecasts and denied occurrences are not on the timeline.
    """
    entries: dict[tuple[str, str, str | None], list[tuple[Extraction, Occurrence]]] = defaultdict(list)
    for extraction in extractions:
        for occurrence in extraction.occurrences:
            if occurrence.when is not None and bounds(occurrence.when) and occurrence.status == "asserted":
                entries[occurrence.when, occurrence.type, occurrence.where].append((extraction, occurrence))
    found = [_entry(*key, members, names) for key, members in entries.items()]
    return tuple(sorted(found, key=lambda entry: (bounds(entry.when), entry.when, entry.type, entry.what)))


def _entry(
    when: str, kind: str, where: str | None, members: list[tuple[Extraction, Occurrence]], names: Names
) -> TimelineEntry:
    readings = [_reading(extraction, occurrence, names) for extraction, occurrence in members]
    ordered = sorted(readings, key=lambda reading: (reading.doc, reading.span))
    return TimelineEntry(when, precision_of(when), kind, _what(members), where, tuple(ordered))


def _what(members: list[tuple[Extraction, Occurrence]]) -> str:
    clauses = [(o.phrase or o.span).of(e.document.text) for e, o in members]
    first = SPACE.sub(" ", min(clauses, key=lambda clause: (len(clause) < 20, len(clause), clause))).strip()
    return first if len(first) <= LONGEST else f"{first[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def _reading(extraction: Extraction, occurrence: Occurrence, names: Names) -> TimelineReading:
    document = extraction.document
    attribution = said_by(extraction, occurrence.attribution)
    chain = chain_of(attribution, document.id, names)
    return TimelineReading(document.id, occurrence.span, chain, origin_of(chain, document), occurrence.phrase)


def precision_of(when: str) -> Precision:
    """How exact an ISO date is."""
    if "T" in when:
        return "time"
    if "-W" in when:
        return "week"
    by_length: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    return by_length.get(len(when), "unknown")
