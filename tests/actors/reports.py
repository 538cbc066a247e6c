"""Reports made by hand for the tests of this folder."""

from rashomon.actors import extract_actors
from rashomon.annotation import annotate
from rashomon.model import Actor, Document, Extraction, Span, document_id
from rashomon.places import extract_places


def actors_of(text: str) -> tuple[Actor, ...]:
    """The actors of a report whose body is the whole of `text`."""
    annotated = annotate(Document(document_id(text), "test", text, body=(Span(0, len(text)),)))
    return extract_actors(annotated, extract_places(annotated))


def extraction_of(text: str) -> Extraction:
    """The report with nothing but its actors."""
    return Extraction(Document(document_id(text), "test", text, body=(Span(0, len(text)),)), actors=actors_of(text))
