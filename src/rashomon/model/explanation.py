"""Who or what is said to be behind what happened."""

from dataclasses import dataclass

from rashomon.model.attribution import Evidence, Stance
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """One explanation. `blamed` is who or what is said to be behind it, in the report's words without determiners.

    span      the passage that carries the explanation
    stance    of its holder towards it: a denial that X is behind it is an explanation with stance "denies"
    evidence  "none offered" where the report says so; `evidence_span` is where
    """

    id: str
    span: Span
    blamed: str
    attribution: str | None
    evidence: Evidence | None = None
    stance: Stance = "asserts"
    blamed_span: Span | None = None
    evidence_span: Span | None = None
