"""The sentence a passage stands in, and its neighbours, from the text alone."""

import re
from bisect import bisect_right
from functools import lru_cache

from rashomon.model import Span

END = re.compile(r"\n+|(?<=[.!?\"”])\s+(?=[A-Z\"“])")
# What stands further from the sentence is not its surroundings.
REACH = 400
# Words by which a sentence speaks of a count that goes on, and not of one event.
TOTAL = re.compile(
    r"\b(?:toll|total(?:s|ing|led|ling)?|tally|so far|to date|in all|altogether|overall|since (?!then\b)|"
    r"(?:has|have) (?:now |already )?(?:been (?:killed|wounded|injured|detained|arrested|displaced)|died|fled|left|"
    r"crossed|killed|risen|climbed|reached)|rose to|risen|climbed|bringing|brings|brought)\b",
    re.IGNORECASE,
)


def sentence_at(text: str, span: Span) -> Span:
    """The sentence in which `span` starts; it ends no earlier than `span`."""
    starts = _starts(text)
    at = min(bisect_right(starts, span.start) - 1, len(starts) - 2)
    return Span(starts[at], max(starts[at + 1], span.end))


def before(text: str, sentence: Span) -> Span:
    """The sentence before `sentence`, or its last `REACH` characters; empty at the start of the text."""
    starts = _starts(text)
    at = bisect_right(starts, sentence.start) - 1
    return Span(max(starts[max(at - 1, 0)], sentence.start - REACH), sentence.start)


def after(text: str, sentence: Span) -> Span:
    """The sentence after `sentence`, or its first `REACH` characters; empty at the end of the text."""
    starts = _starts(text)
    at = min(bisect_right(starts, sentence.end), len(starts) - 1)
    return Span(sentence.end, max(sentence.end, min(starts[at], sentence.end + REACH)))


@lru_cache(maxsize=512)
def _starts(text: str) -> tuple[int, ...]:
    """Where sentences start, and the length of the text at the end."""
    found = sorted({0, *(match.end() for match in END.finditer(text)), len(text)})
    return tuple(found) if len(found) > 1 else (0, 0)
