"""The publication date of a report that gives none, from its own words and the other reports of its story.

Two rules, tried in order; if neither applies, the date stays open.

1. A report that gives full dates (with the year) was published on the last of them or later. It is taken to be of that
   day if the day lies no more than a week before the first dated report and not after the last, and if it is one of
   the weekdays the report names, where it names any.
2. A report that says "on Monday" was published on that Monday or soon after. If the dated reports of its story span
   just one such Monday, the report is taken to be of that day.

The document's note says which rule, and by what.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.model import Document, Extraction, TimeExpression
from rashomon.stories.traits import day_of

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?$")
# An undated report may open the story: it may be this many days older than the first dated one.
BEFORE_FIRST = 7
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
    days = [day for document in dated if (day := day_of(document.published)) is not None]
    for rule in (_by_last_full_date, _by_weekday):
        found = rule(extraction, min(days), max(days))
        if found is not None:
            inferred, expression, why = found
            said = expression.span.of(extraction.document.text)
            return replace(
                extraction.document,
                published=inferred.isoformat(),
                published_from="content",
                published_span=expression.span,
                published_note=f"inferred: the report says “{said}”, {why}",
            )
    return None


Inference = tuple[date, TimeExpression, str]


def _by_last_full_date(extraction: Extraction, first: int, last: int) -> Inference | None:
    full = [(day_of(time.value), time) for time in extraction.times if time.anchor == "none" and time.type == "DATE"]
    known = [(day, time) for day, time in full if day is not None]
    if not known:
        return None
    day, expression = max(known, key=lambda pair: (pair[0], -pair[1].span.start))
    found = date.fromordinal(day)
    named = {weekday for weekday, _ in _weekdays(extraction)}
    if not first - BEFORE_FIRST <= day <= last or (named and found.isoweekday() not in named):
        return None
    return found, expression, "the last full date in it, and is not older than the events it tells of"


def _by_weekday(extraction: Extraction, first: int, last: int) -> Inference | None:
    named = _weekdays(extraction)
    counts = Counter(weekday for weekday, _ in named).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    weekday = counts[0][0]
    candidates = [day for day in range(first, last + 1) if date.fromordinal(day).isoweekday() == weekday]
    if len(candidates) != 1:
        return None
    found = date.fromordinal(candidates[0])
    span = f"{date.fromordinal(first).isoformat()} to {date.fromordinal(last).isoformat()}"
    why = f"and {found.isoformat()} is the only {NAMES[weekday - 1]} between the dated reports of the story ({span})"
    return found, next(time for one, time in named if one == weekday), why


def _weekdays(extraction: Extraction) -> list[tuple[int, TimeExpression]]:
    """The weekdays that the report names without a date, 1 for Monday, with their expressions."""
    return [(int(match[1]), time) for time in extraction.times if (match := WEEKDAY.match(time.value or ""))]
