"""A figure while it is being read: what later stages may still change stands open."""

from dataclasses import dataclass

from rashomon.figures.counted import Counted
from rashomon.model.figure import Number
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure before status, attribution and ids. `core` is the number alone, `part_of` the place of the total in
    the list of drafts, `measured` True where a currency or
    unit of measure stands with the number, `elsewhere` True for another event than the report's own, `person` True for
    a single person told of without a number."""

    span: Span
    core: Span
    sentence: int
    counted: Counted
    quantity: str
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: str | None = None
    group: str | None = None
    unit: str | None = None
    part_of: int | None = None
    increment: bool = False
    earlier: bool = False
    lexical: bool = False
    measured: bool = False
    phrase: Span | None = None
    elsewhere: bool = False
    person: bool = False
