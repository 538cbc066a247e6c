"""A count or amount that a report gives."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Span

Status = Literal["asserted", "unconfirmed", "denied", "retracted", "forecast"]
Number = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `low` and `high` are a reported range after the hedge, never an estimate.

    span         the number with its hedge ("more than 150"); `phrase` the whole passage that gives it its meaning
    quantity     name of the entry in the lexicon of quantities, or "other"
    value        the number as written; None for a pure range ("between two and three billion")
    low, high    the interval after the hedge; None is open ("over 160": low 160, high None)
    qualifier    the hedge as written
    group        of whom or what, when it is narrower than the quantity ("security officer")
    unit         currency or unit of measure
    attribution  id of the attribution whose content holds the figure; None is the report's own voice
    as_of        ISO date with its precision, from the sentence; None means as of publication
    part_of      id of the figure of the same report that this one is said to be part of
    increment    True for "a further five": an addition to a count, not a count
    status_span  the passage that denies, doubts or withdraws it
    """

    id: str
    span: Span
    quantity: str
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: str | None = None
    group: str | None = None
    unit: str | None = None
    attribution: str | None = None
    status: Status = "asserted"
    as_of: str | None = None
    place: str | None = None
    phrase: Span | None = None
    part_of: str | None = None
    increment: bool = False
    status_span: Span | None = None
