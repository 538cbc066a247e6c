"""Dates that open a sentence: the entries of a chronology ("April 10: Rebels reject the plan")."""

import re

from rashomon.model import Sentence, Span
from rashomon.times.context import Lead

# Bullets and brackets may stand before the date of an entry.
BULLET = re.compile(r"[^\w\n]{0,4}\Z")
ON = re.compile(r"(?i)[^\w\n]{0,2}(?:on\s)?\Z")
# A dash or colon, and no second date behind it ("March 29 - April 3").
ENTRY = re.compile(
    r"[\])]?\s{0,2}(?:-{1,3}|–|—|:)\s+(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d)(?=\S)"
)
OPENING = re.compile(r",\s(?=\D)")


def find_lead(text: str, sentence: Sentence, span: Span) -> Lead | None:
    """How the expression at `span` opens its sentence: as the date of an entry, before a comma, or not (None)."""
    before = text[sentence.span.start : span.start]
    if BULLET.match(before) and ENTRY.match(text, span.end, sentence.span.end):
        return "entry"
    return "opening" if ON.match(before) and OPENING.match(text, span.end, sentence.span.end) else None
