"""The sentence around a passage."""

import pytest

from rashomon.export.evidence import Evidence
from rashomon.model import Account, Document, Extraction, Span

CASES = [
    ("First one. The dead were 12. Third one.", "12", "The dead were 12."),
    ("First one. Twelve died. Third one.", "Twelve died", "Twelve died."),
    ("Headline without a stop\nTwelve died", "Twelve", "Twelve died"),
    ("He said: “Nine died.” Then left.", "Nine", "He said: “Nine died.”"),
    ("One died. Two died. Three died.", "One died. Two", "One died. Two died."),
    ("alone", "alone", "alone"),
]


@pytest.mark.parametrize("text, words, sentence", CASES)
def test_sentence_around_words(text: str, words: str, sentence: str) -> None:
    """By punctuation and line breaks, never less than the words."""
    evidence = Evidence.of(Account((Extraction(Document("d", "p", text)),), (), ()))
    start = text.index(words)
    assert evidence.sentence("d", Span(start, start + len(words))).of(text) == sentence


def test_sentence_of_a_text_without_stops_is_bounded() -> None:
    """A page without any punctuation gives a passage and not the page."""
    text = "word " * 10_000
    evidence = Evidence.of(Account((Extraction(Document("d", "p", text)),), (), ()))
    assert len(evidence.sentence("d", Span(20_000, 20_004))) < 1300
