"""Time expressions (TIMEX3)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from rashomon.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 type and value; `value` is None where it cannot be anchored.
    `rule` names the rule that read it, `anchor` says what a relative one was reckoned from."""

    span: Span
    type: TimeType
    value: str | None
    rule: str | None = None
    anchor: Literal["none", "publication", "story", "unknown"] = "none"


DateOf = Callable[[Span], TimeExpression | None]
"""The expression that dates what is said at a span, or None where the text gives no date. Made once for a document by
`rashomon.times` and handed to the stages that date things, so that all date alike."""
