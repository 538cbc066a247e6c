"""Set phrases that attribute a clause: "according to X", "in her view", "reportedly"."""

from collections.abc import Iterator

from rashomon.attribution.content import around_phrase, without_stop
from rashomon.attribution.finding import Finding, cut, tidy
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import source_span
from rashomon.model import Span


def read_according(p: Passages, i: int) -> Iterator[Finding]:
    """ "According to X, …", "…, according to X."; `i` is the token "according"."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(i)
    if i + 2 > sentence.last - 1 or tokens[i + 1].lower != "to":
        return
    to = i + 1
    named = annotated.child(to, "pobj", "pcomp")
    if named is None:
        named = to + 1
    source = source_span(annotated, named, to)
    members = annotated.tokens_in(source)
    if not members or members[0].i <= to:
        source = p.span_of(to + 1, to + 1)
        members = annotated.tokens_in(source)
    last = _end_of_relative(p, members[-1].i)
    content = around_phrase(p, i, last)
    if content:
        yield Finding((Span(source.start, tokens[last].end),), (p.span_of(i, to),), content, "according to")


def _end_of_relative(p: Passages, last: int) -> int:
    """ "According to officials, who spoke on condition of anonymity, …": the source with its relative clause."""
    tokens, sentence = p.annotated.tokens, p.sentence_of(last)
    if last + 2 >= sentence.last or tokens[last + 1].text != "," or tokens[last + 2].lower not in ("who", "which"):
        return last
    end = last + 3
    while end < sentence.last and tokens[end].text != ",":
        end += 1
    return end if end < sentence.last - 1 else last


def read_view(p: Passages, i: int) -> Iterator[Finding]:
    """ "In her view, …", "in the words of X": `i` is the noun."""
    annotated = p.annotated
    tokens = annotated.tokens
    token = tokens[i]
    if p.inside[i] >= 0 or token.dep != "pobj" or token.lower not in p.lexicon.possessive:
        return
    if tokens[token.head].lower not in ("in", "by"):
        return
    owner = annotated.child(i, "poss")
    last = i
    if owner is None:
        of = next((c for c in annotated.children[i] if tokens[c].lower == "of" and c == i + 1), None)
        owner = annotated.child(of, "pobj") if of is not None else None
    if owner is None:
        return
    source = source_span(annotated, owner, i)
    last = max(last, annotated.tokens_in(source)[-1].i)
    content = around_phrase(p, token.head, last)
    if owner < i:
        cue: tuple[Span, ...] = (p.span_of(token.head, token.head), p.span_of(i, i))
    else:
        cue = (p.span_of(token.head, i + 1),)
    if content:
        yield Finding((source,), cue, content, "view")


def read_adverb(p: Passages, i: int) -> Iterator[Finding]:
    """ "reportedly", "allegedly": the clause is said by nobody named."""
    annotated = p.annotated
    head = annotated.tokens[i].head
    if p.inside[i] >= 0 or head == i:
        return
    members = [token.i for token in annotated.subtree(head)]
    pieces = cut([without_stop(p, min(members), max(members))], [p.span_of(i, i)])
    content = p.grown(tidy(annotated.text, pieces, strip=" ,"), i)
    if content:
        yield Finding((), (p.span_of(i, i),), content, "adverb")
