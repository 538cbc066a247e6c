"""The publication date of a report that gives only a weekday, from the other reports of its story.

Rule: a report that says "on Monday" in the past tense and has no date of its own was published on that Monday or soon
after. If the dated reports of its story span just one such Monday, the report is taken to be of that day, and the
note says so and by which reports. If they span none or several, the date stays open.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.model import Document, Extraction, TimeExpression
from rashomon.stories.grouping import day_of

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?$")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def infer_dates(extractions: Sequence[Extraction]) -> dict[str, Document]:
    """Document id → the same document with an inferred `published`, for each undated one of a story that allows it."""
    dated = [extraction.document for extraction in extractions if day_of(extraction.document.published) is not None]
    found = {}
    for extraction in extractions:
        if extraction.document.published is None and dated:
            inferred = _infer(extraction, dated)
            if inferred is not None:
                found[extraction.document.id] = inferred
    return found


def _infer(extraction: Extraction, dated: Sequence[Document]) -> Document | None:
    weekday, expression = _latest_weekday(extraction)
    if weekday is None or expression is None:
        return None
    days = [day for document in dated if (day := day_of(document.published)) is not None]
    candidates = [day for day in range(min(days), max(days) + 1) if date.fromordinal(day).isoweekday() == weekday]
    if len(candidates) != 1:
        return None
    inferred = date.fromordinal(candidates[0]).isoformat()
    others = sorted({document.published or "" for document in dated})
    said = expression.span.of(extraction.document.text)
    note = (
        f"inferred: the report says “{said}”, and {inferred} is the only "
        f"{NAMES[weekday - 1]} between the dated reports of the story ({others[0]} to {others[-1]})"
    )
    return replace(
        extraction.document,
        published=inferred,
        published_from="content",
        published_span=expression.span,
        published_note=note,
    )


def _latest_weekday(extraction: Extraction) -> tuple[int | None, TimeExpression | None]:
    """The weekday that the report names without any date, if it names one more often than any other."""
    named = [(int(match[1]), time) for time in extraction.times if (match := WEEKDAY.match(time.value or ""))]
    counts = Counter(weekday for weekday, _ in named).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None, None
    weekday = counts[0][0]
    return weekday, next(time for found, time in named if found == weekday)
