"""Links to passages, and JSON inside a script element."""

import json

import pytest

from rashomon.dossier.passages import address, embed, pack_texts
from rashomon.model import Document, Extraction, Figure, Span


@pytest.mark.parametrize(
    "spans, around, link",
    [
        (Span(3, 9), None, "#p=d:3-9"),
        (Span(3, 9), Span(0, 20), "#p=d:3-9~0-20"),
        (Span(3, 9), Span(3, 9), "#p=d:3-9"),
        ((Span(1, 2), None, Span(5, 6)), None, "#p=d:1-2+5-6"),
    ],
)
def test_a_link_holds_the_passages_and_what_is_around(spans: Span, around: Span | None, link: str) -> None:
    """Several passages are joined, and wording around is named only where it is wider."""
    assert address("d", spans, around) == link


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "]]>", "a\u2028b\u2029c", "&lt;", 'q"\\']
)
def test_embedded_json_cannot_leave_its_element(text: str) -> None:
    """Nothing that could end a script element or a line of it is left, and the value comes back whole."""
    packed = embed({"t": text})
    assert not set(packed) & set("<>&\u2028\u2029")
    assert json.loads(packed) == {"t": text}


def test_a_text_is_packed_once_with_offsets_as_they_are() -> None:
    """Offsets stay code points; only the page turns them into UTF-16 units."""
    text = "\U0001f6a8 Twelve died"
    document = Document("d", "p", text, body=(Span(2, 13),), title_span=Span(0, 1))
    packed = pack_texts([Extraction(document, figures=(Figure("f", Span(2, 8), "killed", 12, 12, 12),))])
    assert packed == {"d": {"text": text, "head": [[0, 1]], "body": [[2, 13]], "found": [[2, 8]]}}
