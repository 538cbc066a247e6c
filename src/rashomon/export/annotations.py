"""What was read from each report as W3C Web Annotations (JSON-LD), for tools that show passages in place."""

from collections.abc import Iterator

from rashomon.model import Account, Document, Extraction, Span
from rashomon.model.contract import Json, to_json
from rashomon.store.encoding import json_text

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
KINDS = ("attributions", "figures", "times", "places", "occurrences", "explanations")
AROUND = 32
"""Characters of prefix and suffix in a TextQuoteSelector, as Hypothesis and Apache Annotator use."""


def annotations_text(account: Account) -> str:
    """An AnnotationPage with an annotation for each attribution, figure, time, place, occurrence and explanation. Each
    passage is given twice: by position (TextPositionSelector, characters of the report's text) and by quotation
    (TextQuoteSelector with what stands around it), so that it is found again where the text was shown differently."""
    items = [item for extraction in account.extractions for item in _annotations(extraction)]
    return json_text({"@context": CONTEXT, "id": "urn:rashomon:case", "type": "AnnotationPage", "items": items}) + "\n"


def _annotations(extraction: Extraction) -> Iterator[Json]:
    document = extraction.document
    for kind in KINDS:
        for number, item in enumerate(getattr(extraction, kind)):
            data = to_json(item)
            name = data.get("id", f"{kind}-{number}")
            yield {
                "id": f"urn:rashomon:{document.id}:{name}",
                "type": "Annotation",
                "motivation": "describing",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "value": kind.removesuffix("s")},
                    {
                        "type": "TextualBody",
                        "purpose": "describing",
                        "format": "application/json",
                        "value": json_text(data),
                    },
                ],
                "target": [_target(document, span) for span in _spans(item)],
            }


def _spans(item: object) -> tuple[Span, ...]:
    """The passages an item was read from: an attribution has several fragments, the others have one."""
    span = getattr(item, "span", None)
    if isinstance(span, Span):
        return (span,)
    return tuple(part for name in ("source", "cue", "content") for part in getattr(item, name))


def _target(document: Document, span: Span) -> Json:
    text = document.text
    return {
        "source": document.url if document.url is not None else f"urn:rashomon:{document.id}",
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }
