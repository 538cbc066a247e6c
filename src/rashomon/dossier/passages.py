"""Passages as addresses in the page, and the texts they point into.

An address is the part of a link after `#`: `p=DOC:12-20+31-40~0-60` is two marked passages of document DOC and, after
`~`, the wording around them. Offsets count code points; `static/dossier.js` turns them into UTF-16 units.
"""

import json
from collections.abc import Iterable, Sequence

from rashomon.model import Attribution, Document, Extraction, Span

ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def address(doc: str, spans: Span | Iterable[Span | None], around: Span | None = None) -> str:
    """The link to `spans` of document `doc`, with `around` as the wording they stand in."""
    marked = (spans,) if isinstance(spans, Span) else tuple(span for span in spans if span is not None)
    link = f"#p={doc}:" + "+".join(f"{span.start}-{span.end}" for span in marked)
    if around is not None and around not in marked:
        link += f"~{around.start}-{around.end}"
    return link


def report_address(document: Document) -> str:
    """The link to a report as a whole: its title where that stands in the text, else the start of its body."""
    if document.title_span is not None:
        return address(document.id, document.title_span)
    start = document.body[0].start if document.body else 0
    return address(document.id, Span(start, start))


def attribution_address(doc: str, attribution: Attribution) -> str:
    """The link to what is said, with source and cue as the wording around it."""
    spans = attribution.content or attribution.cue or attribution.source
    everything = attribution.source + attribution.cue + attribution.content
    around = Span(min(span.start for span in everything), max(span.end for span in everything)) if everything else None
    return address(doc, spans, around)


def embed(value: object) -> str:
    """`value` as JSON that is safe inside a script element: nothing in it can end the element or start a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return "".join(ESCAPED.get(character, character) for character in text)


def pack_texts(extractions: Sequence[Extraction]) -> dict[str, dict[str, object]]:
    """What the reader pane needs of each report, by id: its text once, its body, and its head."""
    return {
        extraction.document.id: {
            "text": extraction.document.text,
            "head": [] if extraction.document.title_span is None else [_pair(extraction.document.title_span)],
            "body": [_pair(span) for span in extraction.document.body],
            "found": [_pair(figure.span) for figure in extraction.figures],
        }
        for extraction in extractions
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
