"""Tokens, sentences and entities of a document: what every reading stage works on.

Kept free of any parser's own types, so that only `rashomon.annotation` knows which parser made them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.model.document import Document
from rashomon.model.span import Span

Section = Literal["title", "dateline", "body"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `pos` is universal, `tag` Penn Treebank, `dep` ClearNLP as spaCy's English models give it;
    `head` is the index of the syntactic head (itself for a root); `ent` the entity type or an empty string."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[first, last)`, in which section and in which paragraph (counted over the document)."""

    i: int
    first: int
    last: int
    span: Span
    section: Section
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the statistical model sees it: tokens `[first, last)`, OntoNotes label."""

    span: Span
    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its tokens. `children[i]` are the indices of the syntactic children of token i, in order."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    children: tuple[tuple[int, ...], ...]

    @property
    def text(self) -> str:
        """The text of the document, unchanged."""
        return self.document.text

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap `span`, in order."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.end)
        last = bisect_left(self.tokens, span.end, key=lambda token: token.start)
        return self.tokens[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds character `offset`, or None between sentences."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        if index >= 0 and offset < self.sentences[index].span.end:
            return self.sentences[index]
        return None

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of token `i` in one of these dependencies, or None."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def subtree(self, i: int) -> Iterator[Token]:
        """Token `i` and everything that hangs from it, in no fixed order."""
        stack = [i]
        while stack:
            j = stack.pop()
            yield self.tokens[j]
            stack.extend(self.children[j])

    def subtree_span(self, i: int) -> Span:
        """From the first to the last character of the subtree of token `i`."""
        tokens = list(self.subtree(i))
        return Span(min(token.start for token in tokens), max(token.end for token in tokens))

    def ancestors(self, i: int) -> Iterator[Token]:
        """The heads above token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]
