"""Places keep to the text, whatever the text is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotation import annotate
from rashomon.model import Document, Place, Span, document_id
from rashomon.places import extract_places

PIECES = st.sampled_from(
    [
        "Almaty",
        "Paris, Texas",
        "the U.S.",
        "Kazakh",
        "said",
        "in",
        "St. ",
        ",",
        "(",
        "]",
        "🙂",
        "שלום",
        "NATO",
        "\n\n",
        "-",
    ]
)


def places_of(text: str) -> tuple[Place, ...]:
    return extract_places(annotate(Document(document_id(text), "test", text, body=(Span(0, len(text)),))))


@given(st.lists(PIECES, max_size=25).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_spans_are_in_order_inside_the_text_and_apart(text: str) -> None:
    """Spans lie in the text, hold something, do not overlap, and come in order."""
    places = places_of(text)
    for place in places:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert place.span.of(text).strip() == place.span.of(text)
    for one, other in pairwise(places):
        assert one.span.end <= other.span.start


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "🙂🙂", "...", "((((", "A" * 5000, "שלום עולם", "no capitals at all"]
)
def test_odd_texts_have_no_places(text: str) -> None:
    """Nothing is found where there is nothing, and nothing breaks."""
    assert places_of(text) == ()


def test_the_same_text_gives_the_same_places() -> None:
    """Extraction is a function of the text."""
    text = "Riots began in Zhanaozen. In Paris, Texas, and in Georgia people watched. Washington was silent."
    assert places_of(text) == places_of(text)


def test_every_place_has_a_reason() -> None:
    """Each link says why."""
    for place in places_of("Police in Springfield, Ill., and in London searched for Mexicans near Harbour Street."):
        assert place.reason


def test_one_name_one_place() -> None:
    """What is named beside a name once holds for the rest of the report."""
    found = places_of("A fire broke out in Paris, Texas. The mayor of Paris called for calm. In Paris schools closed.")
    assert {place.country for place in found if place.name == "Paris"} == {"US"}


def test_the_container_beside_one_mention_wins_there() -> None:
    """Two towns of one name are told apart where the text does."""
    found = places_of("She flew from Paris, France, to Paris, Texas.")
    assert [place.country for place in found if place.name == "Paris"] == ["FR", "US"]
