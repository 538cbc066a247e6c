"""Reports about one event and what they say together."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.attribution import Evidence, Stance
from rashomon.model.claim import Claim
from rashomon.model.question import Question
from rashomon.model.span import Span

Precision = Literal["time", "day", "week", "month", "year", "unknown"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who holds, denies or doubts an explanation, in one report. `actor` is None for the report's own voice."""

    actor: str | None
    stance: Stance
    doc: str
    span: Span
    date: str | None
    chain: tuple[str, ...] = ()
    origin: str | None = None
    blamed: str | None = None
    evidence: Evidence | None = None
    evidence_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One of the rival explanations of a story, with all who speak for or against it."""

    hypothesis: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class TimelineReading:
    """One report's account of a timeline entry."""

    doc: str
    span: Span
    chain: tuple[str, ...]
    origin: str | None
    phrase: Span | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that is said to have happened, at `when` (ISO, with `precision`), PLOVER `type`."""

    when: str | None
    precision: Precision
    type: str
    what: str
    where: str | None
    readings: tuple[TimelineReading, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An innermost source of the story, with how many readings and documents rest on it."""

    name: str
    readings: int
    documents: int


@dataclass(frozen=True, slots=True)
class StoryMention:
    """A passage of one document."""

    doc: str
    span: Span


@dataclass(frozen=True, slots=True)
class StoryActor:
    """An actor across the reports of a story: canonical name, spellings, and where it is mentioned."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    titles: tuple[str, ...]
    mentions: tuple[StoryMention, ...]
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one event. `documents` are ids in order of publication; `claims` all that is asserted in them, in
    the same order."""

    id: str
    title: str
    documents: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    explanations: tuple[Hypothesis, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    origins: tuple[Origin, ...] = ()
    actors: tuple[StoryActor, ...] = ()
    claims: tuple[Claim, ...] = ()
