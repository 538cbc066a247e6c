"""What is said to have happened, day by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.dossier.notation import show_date
from rashomon.dossier.passages import address
from rashomon.dossier.questions import Step, list_steps
from rashomon.dossier.reports import Report
from rashomon.dossier.words import OCCURRENCES, Word
from rashomon.model import Story, TimelineEntry

PRECISIONS = {
    "time": "with a time of day",
    "day": "to the day",
    "week": "to the week",
    "month": "to the month",
    "year": "to the year",
    "unknown": "date open",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's account of an entry."""

    report: Report
    link: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One entry as shown. `origins` counts the named origins, `voices` says them."""

    entry: TimelineEntry
    word: Word
    shown: str
    precision: str
    tellings: tuple[Telling, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """All entries with one date; `date` is None for those without."""

    date: str | None
    shown: str
    precision: str
    events: tuple[Event, ...]


def arrange_timeline(story: Story, reports: Mapping[str, Report]) -> tuple[Day, ...]:
    """The timeline in order of time, entries that most reports tell first; undated ones come last."""
    entries = sorted(
        story.timeline,
        key=lambda entry: (entry.when is None, entry.when or "", -len(entry.readings), entry.what),
    )
    return tuple(
        Day(when, show_date(when), _precision(group), tuple(_event(entry, reports) for entry in group))
        for when, group in ((when, list(group)) for when, group in groupby(entries, key=_day))
    )


def _day(entry: TimelineEntry) -> str | None:
    """The date an entry stands under; a time of day stays with the entry."""
    return entry.when if entry.when is None or entry.precision != "time" else entry.when[:10]


def _precision(entries: Sequence[TimelineEntry]) -> str:
    return PRECISIONS["day" if entries[0].precision == "time" else entries[0].precision]


def _event(entry: TimelineEntry, reports: Mapping[str, Report]) -> Event:
    tellings = tuple(
        Telling(
            report=reports[reading.doc],
            link=address(reading.doc, reading.span, reading.phrase),
            steps=list_steps(reports[reading.doc], reading.chain),
        )
        for reading in entry.readings
        if reading.doc in reports
    )
    return Event(
        entry=entry,
        word=OCCURRENCES.get(entry.type, Word(entry.type.lower(), "event", "")),
        shown=show_date(entry.when) if entry.precision == "time" else "",
        precision=PRECISIONS[entry.precision],
        tellings=tellings,
        origins=tuple(sorted({reading.origin for reading in entry.readings if reading.origin is not None})),
    )
