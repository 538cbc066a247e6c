"""Lines that open or close many reports of a case and belong to none: teasers, menus, sidebars, notices.

One page alone does not show that "Two charged in ferry theft" above an article on a flood is a teaser of the site; the
other pages do. A line counts as recurring if it stands near the start (or near the end) of reports of several days.
From each report the recurring lines are taken off its start and its end, up to the first line that is its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model import Document, Span

# A wire story is taken up within a day or two; what stands above or below reports of more days is the site's.
REPORTS = 4
DAYS = 3
# So many lines of the start, and of the end, are looked at.
OPENING = 5
CLOSING = 80


def strip_recurring(documents: Sequence[Document]) -> dict[str, Document]:
    """Document id → the same document with a shorter body, for each of `documents` that opens or closes with lines
    which recur in the case. A document that would be left with nothing is kept whole."""
    lines = {document.id: _lines(document) for document in documents}
    days = {document.id: (document.published or "")[:10] for document in documents}
    texts = {document.id: document.text for document in documents}
    openings = _recurring({name: its[:OPENING] for name, its in lines.items()}, texts, days)
    closings = _recurring({name: its[-CLOSING:] for name, its in lines.items()}, texts, days)
    found = {}
    for document in documents:
        kept, text = lines[document.id], document.text
        start, end = 0, len(kept)
        while start < min(end, OPENING) and kept[start].of(text) in openings:
            start += 1
        while end > start and kept[end - 1].of(text) in closings:
            end -= 1
        if end > start and (start, end) != (0, len(kept)):
            body = _clip(document.body, kept[start].start, kept[end - 1].end)
            found[document.id] = replace(document, body=body)
    return found


def _lines(document: Document) -> list[Span]:
    """The lines of the body that are not blank, without the blanks around them."""
    found = []
    for span in document.body:
        at = span.start
        for line in span.of(document.text).splitlines(keepends=True):
            bare = line.strip()
            if bare:
                start = at + line.index(bare)
                found.append(Span(start, start + len(bare)))
            at += len(line)
    return found


def _recurring(parts: dict[str, list[Span]], texts: dict[str, str], days: dict[str, str]) -> frozenset[str]:
    """The lines of `parts` that stand in several documents of several days. A day that is not known is none."""
    holders: dict[str, set[str]] = defaultdict(set)
    for name, spans in parts.items():
        for span in spans:
            holders[span.of(texts[name])].add(name)
    return frozenset(line for line, names in holders.items() if _is_recurring(names, days))


def _is_recurring(names: Iterable[str], days: dict[str, str]) -> bool:
    held = sorted(names)
    return len(held) >= REPORTS and len({days[name] for name in held if days[name]}) >= DAYS


def _clip(body: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The part of `body` between `start` and `end`."""
    touching = (span for span in body if span.start < end and start < span.end)
    return tuple(Span(max(span.start, start), min(span.end, end)) for span in touching)
