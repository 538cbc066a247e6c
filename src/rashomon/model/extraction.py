"""What one document says, and what went wrong on the way."""

from dataclasses import dataclass

from rashomon.model.actor import Actor
from rashomon.model.attribution import Attribution
from rashomon.model.document import Document
from rashomon.model.explanation import Explanation
from rashomon.model.figure import Figure
from rashomon.model.occurrence import Occurrence
from rashomon.model.place import Place
from rashomon.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be done. `stage` is the name of the stage, `document` the path as it was given."""

    stage: str
    document: str
    message: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document. `sentences` counts what the reading stages went over."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    issues: tuple[Issue, ...] = ()
