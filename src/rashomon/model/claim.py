"""What an attribution or the report's own voice asserts."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.figure import Status
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one document. `about` is the id of the figure, occurrence or explanation it asserts; for kind
    "content" it is the id of the attribution itself."""

    doc: str
    kind: Literal["figure", "occurrence", "explanation", "content"]
    about: str
    span: Span
    attribution: str | None
    chain: tuple[str, ...]
    origin: str | None
    status: Status
