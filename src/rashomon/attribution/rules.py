"""Attributions by rules over the dependency parse: the transparent fallback of the tagger.

A cue from the lexicon opens a frame (speech, clause, infinitive, object, preposition, passive, noun, adjective, set
phrase); the frame says where source and content stand. The inventory of constructions follows PARC 3 (Pareti 2016)
and PolNeAR (Newell et al. 2018); every one is in docs/codebook/attribution.md under the rule's id.
"""

from collections.abc import Iterator

from rashomon.attribution.continuation import with_continuations
from rashomon.attribution.finding import Finding, cut, tidy
from rashomon.attribution.headline import find_labels
from rashomon.attribution.nominal import read_adjective, read_noun
from rashomon.attribution.passages import Passages
from rashomon.attribution.phrase import read_according, read_adverb, read_view
from rashomon.attribution.transcript import with_turns
from rashomon.attribution.verb import read_verb
from rashomon.model import Span

TAILS = frozenset({"inverted", "according to"})


def find_attributions(p: Passages) -> tuple[Finding, ...]:
    """All attributions of the document that the rules find, in the order of their cues."""
    found = [finding for token in p.annotated.tokens for finding in _read_token(p, token.i)]
    found.extend(find_labels(p, found))
    found = with_turns(p, with_continuations(p, _without_tails(p, _without_doubles(found))))
    return tuple(sorted(set(found), key=lambda finding: (finding.cue, finding.source, finding.content)))


def _read_token(p: Passages, i: int) -> Iterator[Finding]:
    token = p.annotated.tokens[i]
    if token.lower == "according":
        yield from read_according(p, i)
    elif token.pos in ("VERB", "AUX"):
        if p.lexicon.lemma(token) in p.lexicon.any_verb:
            yield from read_verb(p, i)
    elif token.pos == "NOUN":
        yield from read_noun(p, i)
        yield from read_view(p, i)
    elif token.pos == "ADJ":
        yield from read_adjective(p, i)
    elif token.pos == "ADV" and token.lower in p.lexicon.adverbs:
        yield from read_adverb(p, i)


def _without_doubles(found: list[Finding]) -> list[Finding]:
    """Where a noun and its light verb both found an attribution ("voiced | support for"), the noun's is the fuller."""
    nouns = [finding.cue[0] for finding in found if finding.rule == "noun"]
    return [f for f in found if f.rule != "object" or not any(f.cue[0].overlaps(noun) for noun in nouns)]


def _without_tails(p: Passages, found: list[Finding]) -> list[Finding]:
    """Take "…, reported IFFRAS" and "…, according to X" at the end of a sentence out of the contents they were hung on:
    the outer speaker's words are about the whole, and the chain runs from there inwards."""
    tails = [f for f in found if f.rule in TAILS and f.source and f.content[0].start < f.cue[0].start]
    result = list(found)
    for tail in tails:
        hole = Span(tail.cue[0].start, max(tail.cue[-1].end, tail.source[-1].end))
        for n, finding in enumerate(result):
            if finding.cue[0].start >= hole.start or p.inside_at(finding.cue[0]) != p.inside_at(tail.cue[0]):
                continue
            if not any(piece.contains(tail.cue[0]) for piece in finding.content):
                continue
            if finding.content[-1].end <= hole.end + 1:
                pieces = tidy(p.annotated.text, cut(finding.content, [hole]), strip=",; ")
                if pieces:
                    result[n] = Finding(finding.source, finding.cue, pieces, finding.rule)
            else:
                result = [_clipped(p, f, finding) if f is tail else f for f in result]
    return result


def _clipped(p: Passages, inner: Finding, outer: Finding) -> Finding:
    """ "X said that, according to Y, …": what Y says is no more than what X said."""
    parts = [
        Span(max(a.start, b.start), min(a.end, b.end)) for a in inner.content for b in outer.content if a.overlaps(b)
    ]
    parts = [part for part in parts if part.start >= inner.source[-1].end] or parts
    return Finding(inner.source, inner.cue, tidy(p.annotated.text, parts, strip=" ,") or inner.content, inner.rule)
