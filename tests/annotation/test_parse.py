"""Tokens, sentences and entities point into the text of the document."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotation import annotate
from rashomon.annotation.parse import load_pipeline
from rashomon.errors import ResourceError
from rashomon.model import Document, Span, document_id
from rashomon.resources import load_resource


def document(text: str, **more: object) -> Document:
    return Document(document_id(text), "x", text, body=(Span(0, len(text)),), **more)  # type: ignore[arg-type]


def test_offsets_point_at_the_words() -> None:
    """Every token and entity is found again at its offsets, behind emoji too."""
    text = "🙂🙂 The mayor of Lima spoke.\n\nNobody  listened."
    annotated = annotate(document(text))
    assert [token.text for token in annotated.tokens] == [text[t.start : t.end] for t in annotated.tokens]
    assert any(entity.span.of(text) == "Lima" for entity in annotated.entities)
    assert [sentence.paragraph for sentence in annotated.sentences][-1] == 1


def test_heads_and_children_agree() -> None:
    """The tree can be walked both ways."""
    annotated = annotate(document("Police said that two men were arrested."))
    for token in annotated.tokens:
        assert token.head == token.i or token.i in annotated.children[token.head]
    root = next(token for token in annotated.tokens if token.head == token.i)
    assert annotated.subtree_span(root.i) == annotated.sentences[0].span


def test_the_title_is_a_section_of_its_own() -> None:
    """A title outside the body is parsed first, as title."""
    text = "Mayor resigns\n\nThe mayor resigned."
    titled = Document("i", "x", text, title="Mayor resigns", title_span=Span(0, 13), body=(Span(15, len(text)),))
    assert [sentence.section for sentence in annotate(titled).sentences] == ["title", "body"]


def test_tokens_in_a_span_and_sentence_at_an_offset() -> None:
    """The two look-ups that all stages use."""
    text = "One two. Three four."
    annotated = annotate(document(text))
    assert [token.text for token in annotated.tokens_in(Span(4, 12))] == ["two", ".", "Three"]
    sentence = annotated.sentence_at(10)
    assert sentence is not None
    assert sentence.span.of(text) == "Three four."
    assert annotated.sentence_at(len(text)) is None


def test_a_missing_pipeline_is_named() -> None:
    """A setting that names a pipeline which is not installed says so."""
    with pytest.raises(ResourceError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_annotated(text: str) -> None:
    """No text breaks the parse, and no token leaves its text."""
    annotated = annotate(document(text))
    assert all(text[token.start : token.end] == token.text for token in annotated.tokens)


@pytest.mark.parametrize("example", load_resource("abbreviations")["examples"], ids=lambda example: example["text"])
def test_a_full_stop_of_an_abbreviation_ends_no_sentence(example: dict[str, Any]) -> None:
    """Ranks before a name and the endings of companies before a bracket are no end of a sentence."""
    annotated = annotate(document(example["text"]))
    assert len(annotated.sentences) == example["sentences"]
    assert all(len({t.sentence for t in annotated.subtree(t.i)}) == 1 for t in annotated.tokens)


def test_what_stands_before_a_rank_hangs_from_the_name() -> None:
    """The parts that the parser took for two sentences are one tree."""
    text = "Police spokeswoman Cmdr. Ana Roe said it was over."
    annotated = annotate(document(text))
    assert [token.text for token in annotated.tokens if token.head == token.i] == ["said"]
