"""What the rules or the tagger hand on: the spans of one attribution, before anything is read into them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rashomon.model import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Source, cue and content of one attribution, each as fragments in text order.

    source  empty where nobody is named
    rule    which construct found it (the ids of the codebook), or "tagger"
    score   how sure the tagger is, 0 to 1; always 1 for the rules
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    method: Literal["rules", "tagger"] = "rules"
    score: float = 1.0


def cut(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` without the characters of `holes`."""
    left = list(spans)
    for hole in holes:
        parts: list[Span] = []
        for span in left:
            if not span.overlaps(hole):
                parts.append(span)
                continue
            if span.start < hole.start:
                parts.append(Span(span.start, hole.start))
            if hole.end < span.end:
                parts.append(Span(hole.end, span.end))
        left = parts
    return tuple(left)


def tidy(text: str, spans: Iterable[Span], *, strip: str = "") -> tuple[Span, ...]:
    """`spans` in order, joined where only white space parts them, without white space (and `strip`) at their ends."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and (span.start <= joined[-1].end or not text[joined[-1].end : span.start].strip()):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    trimmed = (trim(text, span, strip) for span in joined)
    return tuple(span for span in trimmed if span.start < span.end)


def trim(text: str, span: Span, strip: str = "") -> Span:
    """`span` without white space and the characters of `strip` at its two ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in strip):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in strip):
        end -= 1
    return Span(start, end)
