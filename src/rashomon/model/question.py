"""A point on which accounts can be laid side by side."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.attribution import Hop
from rashomon.model.figure import Number, Status
from rashomon.model.span import Span

State = Literal["agreed", "single origin", "moving", "contested"]
Flag = Literal["unattributed", "unconfirmed", "denied", "retracted"]
DifferenceKind = Literal["compatible", "grown", "revised", "scope", "conflict"]


@dataclass(frozen=True, slots=True)
class Range:
    """A reported range; None is open or unknown."""

    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """What another passage does to a reading: where it stands (document id and span), and what the status became."""

    doc: str
    span: Span
    status: Status
    by: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One document's answer to a question.

    doc, span   the passage; `figure` the id of the figure in that document
    as_of       date of the sentence, else of publication; `as_of_from` says which
    chain       speakers outermost first, [] the report's own voice; `hops` gives each with its passage
    origin      innermost named speaker, else agency, outlet, or the report it was copied from; None if unknown
    stands      False once retracted, or superseded by its own origin
    copied_from id of the document whose wording holds the same passage
    also        other passages of the same document that give the same answer
    running     the sentence speaks of a count that goes on ("so far", "the toll", "have been killed")
    counted     False where the passage tells of one victim by name or description and gives no number
    """

    doc: str
    span: Span
    value: Number | None
    low: Number | None
    high: Number | None
    as_of: str | None
    status: Status
    chain: tuple[str, ...]
    origin: str | None
    figure: str
    as_of_from: Literal["sentence", "publication"] | None = None
    qualifier: str | None = None
    group: str | None = None
    place: str | None = None
    phrase: Span | None = None
    attribution: str | None = None
    hops: tuple[Hop, ...] = ()
    stands: bool = True
    copied_from: str | None = None
    changes: tuple[StatusChange, ...] = ()
    also: tuple[Span, ...] = ()
    running: bool = False
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Difference:
    """How readings `left` and `right` (indices into the question's readings) relate, and a sentence that says why."""

    left: int
    right: int
    kind: DifferenceKind
    why: str


@dataclass(frozen=True, slots=True)
class PolicyAnswer:
    """What a named policy makes of the readings. `readings` are the indices it rests on."""

    policy: str
    low: Number | None
    high: Number | None
    readings: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """Readings of the same quantity, group and place scope in one story, on one occasion.

    occasion    in a few words which of several occasions of the story is counted ("Misrata, 16 April 2011"); None
                where there is only one
    parts       indices of other questions of the story whose readings are said to be part of this one
    flags       unattributed, unconfirmed, denied, retracted: at least one reading is
    policies    none of them is the default truth
    """

    id: str
    ask: str
    quantity: str
    group: str | None
    place: str | None
    state: State
    range: Range
    readings: tuple[Reading, ...]
    differences: tuple[Difference, ...]
    flags: tuple[Flag, ...] = ()
    unit: str | None = None
    parts: tuple[str, ...] = ()
    policies: tuple[PolicyAnswer, ...] = ()
    forecast: bool = False
    occasion: str | None = None
