"""A document with its quotations, indexed by token: what the rules look things up in."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.attribution.finding import tidy
from rashomon.attribution.lexicon import CueLexicon, load_cues
from rashomon.attribution.quotation import Quotation, find_quotations
from rashomon.model import Annotated, Sentence, Span

QUOTE_MARKS = "\"'“”‘’«»„`"


@dataclass(frozen=True, slots=True)
class Passages:
    """`inside[i]` is the index in `quotations` of the one that holds token i, or -1."""

    annotated: Annotated
    lexicon: CueLexicon
    quotations: tuple[Quotation, ...]
    inside: tuple[int, ...]

    def sentence_of(self, i: int) -> Sentence:
        """The sentence of token `i`."""
        return self.annotated.sentences[self.annotated.tokens[i].sentence]

    def span_of(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last`."""
        return Span(self.annotated.tokens[first].start, self.annotated.tokens[last].end)

    def inside_at(self, span: Span) -> int:
        """The index of the quotation that holds the first token of `span`, or -1."""
        tokens = self.annotated.tokens_in(span)
        return self.inside[tokens[0].i] if tokens else -1

    def grown(self, spans: Iterable[Span], cue: int) -> tuple[Span, ...]:
        """`spans` with every quotation they reach into, whole; not the one that the cue stands in itself."""
        annotated = self.annotated
        grown: list[Span] = []
        for span in spans:
            grown.append(span)
            touched = {self.inside[token.i] for token in annotated.tokens_in(span)} - {-1, self.inside[cue]}
            for index in touched:
                grown.extend(self.quotations[index].pieces)
        return tidy(annotated.text, grown)


def read_passages(annotated: Annotated) -> Passages:
    """Find the quotations of `annotated` and index them by token."""
    quotations = find_quotations(annotated)
    inside = [-1] * len(annotated.tokens)
    for index, quotation in enumerate(quotations):
        for piece in quotation.pieces:
            for token in annotated.tokens_in(piece):
                inside[token.i] = index
    return Passages(annotated, load_cues(), quotations, tuple(inside))
