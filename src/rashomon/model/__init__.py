"""The kinds of data that flow between stages: frozen dataclasses, nothing that computes.

Where the stages meet: they import from here and never from each other.
"""

from rashomon.model.actor import Actor, ActorKind
from rashomon.model.annotation import Annotated, Entity, Section, Sentence, Token
from rashomon.model.attribution import Attribution, Evidence, Hop, Kind, SpeakerFrom, Stance
from rashomon.model.case import Account
from rashomon.model.claim import Claim
from rashomon.model.document import Document, PublishedFrom, RawReport, document_id
from rashomon.model.explanation import Explanation
from rashomon.model.extraction import Extraction, Issue
from rashomon.model.figure import Figure, Number, Status
from rashomon.model.lineage import ChangedFigure, Lineage, LineageKind, SharedPassage
from rashomon.model.occurrence import Occurrence, OccurrenceType
from rashomon.model.place import Place, PlaceKind, PlaceOf
from rashomon.model.question import (
    Difference,
    DifferenceKind,
    Flag,
    PolicyAnswer,
    Question,
    Range,
    Reading,
    State,
    StatusChange,
)
from rashomon.model.span import Span, cover
from rashomon.model.story import (
    Holder,
    Hypothesis,
    Origin,
    Precision,
    Story,
    StoryActor,
    StoryMention,
    TimelineEntry,
    TimelineReading,
)
from rashomon.model.time import DateOf, TimeExpression, TimeType

__all__ = [
    "Account",
    "Actor",
    "ActorKind",
    "Annotated",
    "Attribution",
    "ChangedFigure",
    "Claim",
    "DateOf",
    "Difference",
    "DifferenceKind",
    "Document",
    "Entity",
    "Evidence",
    "Explanation",
    "Extraction",
    "Figure",
    "Flag",
    "Holder",
    "Hop",
    "Hypothesis",
    "Issue",
    "Kind",
    "Lineage",
    "LineageKind",
    "Number",
    "Occurrence",
    "OccurrenceType",
    "Origin",
    "Place",
    "PlaceKind",
    "PlaceOf",
    "PolicyAnswer",
    "Precision",
    "PublishedFrom",
    "Question",
    "Range",
    "RawReport",
    "Reading",
    "Section",
    "Sentence",
    "SharedPassage",
    "Span",
    "SpeakerFrom",
    "Stance",
    "State",
    "Status",
    "StatusChange",
    "Story",
    "StoryActor",
    "StoryMention",
    "TimeExpression",
    "TimeType",
    "TimelineEntry",
    "TimelineReading",
    "Token",
    "cover",
    "document_id",
]
