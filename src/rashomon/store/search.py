"""Passages, and full-text search over them (SQLite FTS5, BM25 order)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Document, Span

LONGEST_PASSAGE = 1200
"""Characters. A paragraph that is longer (a page without line breaks) is cut after sentences."""

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+")
MARK_START, MARK_END = "\x02", "\x03"
AS_INDEXED = {ord(MARK_START): " ", ord(MARK_END): " ", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
PLAIN_WORDS = re.compile(r"[^\"*():^+{}\[\]]+")
OPERATORS = {"AND", "OR", "NOT", "NEAR"}


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that holds what was looked for. `matches` are the words that matched; all offsets are the document's.
    `text` is the passage with control characters as spaces."""

    doc: str
    span: Span
    text: str
    matches: tuple[Span, ...]


def passages(document: Document) -> Iterator[Span]:
    """The passages of a document that are indexed: its title, then the paragraphs of its body in order. Where no body
    was found, the paragraphs of the whole text."""
    body = document.body if document.body else (Span(0, len(document.text)),)
    title = document.title_span
    if title is not None and not any(part.contains(title) for part in body):
        yield title
    for part in body:
        for line in LINE.finditer(document.text, part.start, part.end):
            yield from _cut(document.text, line.start(), line.end())


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = end
        if end - start > LONGEST_PASSAGE:
            ends = [match.end() for match in SENTENCE_END.finditer(text, start, start + LONGEST_PASSAGE)]
            stop = ends[-1] if ends else start + LONGEST_PASSAGE
        if text[start:stop].strip():
            yield Span(start, stop)
        start = stop


def indexed_text(document: Document, span: Span) -> str:
    """The text of a passage for the index: as long as the passage, with what the index cannot hold as spaces."""
    return span.of(document.text).translate(AS_INDEXED)


def full_text_query(query: str) -> str:
    """`query` as FTS5 reads it. Plain words are quoted one by one ("Nur-Sultan" is a word, not a subtraction) and must
    all occur; a query with quotation marks, brackets, `*` or AND, OR, NOT, NEAR is FTS5's own language and stays."""
    words = query.split()
    if PLAIN_WORDS.fullmatch(query) and not OPERATORS.intersection(words):
        return " ".join(f'"{word}"' for word in words)
    return query


def found_passage(doc: str, start: int, end: int, highlighted: str) -> FoundPassage:
    """Turn FTS5's highlighted text back into offsets."""
    matches, text, position = [], [], start
    opened = start
    for piece in re.split(f"([{MARK_START}{MARK_END}])", highlighted):
        if piece == MARK_START:
            opened = position
        elif piece == MARK_END:
            matches.append(Span(opened, position))
        else:
            text.append(piece)
            position += len(piece)
    return FoundPassage(doc, Span(start, end), "".join(text), tuple(matches))
