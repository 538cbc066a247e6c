"""Which place a statement is about."""

import pytest

from rashomon.annotation import annotate
from rashomon.model import Document, Span, document_id
from rashomon.places import extract_places, make_place_of


@pytest.mark.parametrize(
    "text, span, place",
    [
        ("In Almaty, 12 people were killed.", "12 people", "Almaty"),
        ("Police said 12 people were killed in Taraz and 3 in Aktau.", "12 people", "Taraz"),
        ("Police said 12 people were killed in Taraz and 3 in Aktau.", "3 in Aktau", "Aktau"),
        ("Troops entered Aktau at dawn. At least 12 people were killed.", "12 people", "Aktau"),
        ("Kazakh police said 12 people were killed.", "12 people", None),
        ("Moscow said 12 people were killed.", "12 people", None),
        ("At least 12 people were killed.", "12 people", None),
        ("Troops entered Aktau.\n\nAt least 12 people were killed.", "12 people", None),
    ],
)
def test_place_of(text: str, span: str, place: str | None) -> None:
    """The nearest literal place of the sentence, else an earlier one of the paragraph; never a government."""
    annotated = annotate(Document(document_id(text), "test", text, body=(Span(0, len(text)),)))
    place_of = make_place_of(annotated, extract_places(annotated))
    start = text.index(span)
    found = place_of(Span(start, start + len(span)))
    assert (found.name if found is not None else None) == place
