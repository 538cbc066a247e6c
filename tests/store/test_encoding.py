"""Model objects as JSON text."""

import json

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Document
from rashomon.model.contract import from_json
from rashomon.store.encoding import json_text, storable

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


def paired(text: str) -> bool:
    """True if two halves of a surrogate pair stand side by side: JSON cannot tell them from the whole."""
    halves = [0xD800 <= ord(sign) < 0xDC00 for sign in text], [0xDC00 <= ord(sign) < 0xE000 for sign in text]
    return any(high and low for high, low in zip(halves[0], halves[1][1:], strict=False))


@given(ANY_TEXT)
def test_any_text_reads_back_as_it_was(text: str) -> None:
    """Through bytes, on one line."""
    document = Document("d", "p", text)
    line = json_text(document).encode("utf-8").decode("utf-8")
    assert "\n" not in line
    if not paired(text):
        assert from_json(Document, json.loads(line)) == document


@given(ANY_TEXT)
def test_any_text_can_be_stored(text: str) -> None:
    """And what is Unicode stays as it is."""
    stored = storable(text)
    stored.encode("utf-8")
    assert stored == text or any(0xD800 <= ord(sign) < 0xE000 for sign in text)
