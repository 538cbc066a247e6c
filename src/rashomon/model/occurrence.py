"""Things that are said to have happened."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.figure import Status
from rashomon.model.span import Span

OccurrenceType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence: PLOVER event type, when (TIMEX3 value), where (name of a place of the same report), actors by
    canonical name. `span` is the trigger, `phrase` the clause around it."""

    id: str
    span: Span
    type: OccurrenceType
    when: str | None
    where: str | None
    actors: tuple[str, ...]
    attribution: str | None
    status: Status = "asserted"
    phrase: Span | None = None
    when_span: Span | None = None
    where_span: Span | None = None
