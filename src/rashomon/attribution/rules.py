"""Attributions by rules over the dependency parse: the transparent fallback of the tagger.

A cue from the lexicon opens a frame (speech, clause, infinitive, object, preposition, passive, noun, adjective, set
phrase); the frame says where source and content stand. The inventory of constructions follows PARC 3 (Pareti 2016)
and PolNeAR (Newell et al. 2018); every one is in docs/codebook/attribution.md under the rule's id.
"""

from collections.abc import Iterator

from rashomon.attribution.continuation import with_continuations
from rashomon.attribution.finding import Finding
from rashomon.attribution.headline import find_labels
from rashomon.attribution.nominal import read_adjective, read_noun
from rashomon.attribution.passages import Passages
from rashomon.attribution.phrase import read_according, read_adverb, read_view
from rashomon.attribution.verb import read_verb


def find_attributions(p: Passages) -> tuple[Finding, ...]:
    """All attributions of the document that the rules find, in the order of their cues."""
    found = [finding for token in p.annotated.tokens for finding in _read_token(p, token.i)]
    found.extend(find_labels(p, found))
    found = with_continuations(p, _without_doubles(found))
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
