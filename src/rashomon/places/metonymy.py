"""Whether the name of a place stands for the spot or for people and governments ("Washington said")."""

from rashomon.model import Annotated, Token
from rashomon.places.candidate import Candidate
from rashomon.places.evidence import entity_over
from rashomon.places.gazetteer import Entry
from rashomon.places.lexicon import Lexicon


def is_literal(annotated: Annotated, candidate: Candidate, entry: Entry, lexicon: Lexicon) -> bool:
    """False for what acts or is acted on as a government or a body: the subject of a verb of saying or policy
    ("Moscow denied"), a country or capital as the subject of any other act, a part of an organisation's name ("Bank of
    Japan"), a modifier or possessor of people and bodies ("US officials", "Kazakhstan's president").

    Buildings and districts named after a place lie in it ("Manila Cathedral"): literal.
    """
    token = annotated.tokens[candidate.last - 1]
    while token.dep == "conj" and token.head != token.i:
        token = annotated.tokens[token.head]
    head = annotated.tokens[token.head]
    if _in_organisation(annotated, candidate):
        return _last_of_entity(annotated, candidate).text in lexicon.local_heads
    if token.dep == "nsubj":
        return not (head.lemma in lexicon.speaking or (_governs(entry) and _is_act(head)))
    if token.dep in ("compound", "amod", "nmod") and head.i > token.i and head.pos in ("NOUN", "PROPN"):
        return head.lower in lexicon.spots or head.text in lexicon.local_heads or head.i < candidate.last
    return not (token.dep == "poss" and head.lower in lexicon.bodies)


def _governs(entry: Entry) -> bool:
    return entry.kind == "country" or entry.capital


def _is_act(head: Token) -> bool:
    return head.pos == "VERB" and head.lemma not in ("have", "lie", "see", "experience", "suffer", "host")


def _in_organisation(annotated: Annotated, candidate: Candidate) -> bool:
    entity = entity_over(annotated, candidate)
    inside = entity is not None and (entity.first, entity.last) != (candidate.first, candidate.last)
    return inside and entity is not None and entity.label == "ORG"


def _last_of_entity(annotated: Annotated, candidate: Candidate) -> Token:
    entity = entity_over(annotated, candidate)
    return annotated.tokens[(entity.last if entity is not None else candidate.last) - 1]
