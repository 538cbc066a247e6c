"""Whether the name of a place stands for the spot or for people and governments ("Washington said")."""

from rashomon.model import Annotated
from rashomon.places.candidate import Candidate
from rashomon.places.evidence import entity_over
from rashomon.places.lexicon import Lexicon


def is_literal(annotated: Annotated, candidate: Candidate, lexicon: Lexicon) -> bool:
    """False for the subject of a verb of saying or policy ("Moscow denied"), for a part of an organisation's name
    ("Bank of Japan"), and for a noun's modifier ("US officials", "Kazakhstan's president")."""
    token = annotated.tokens[candidate.last - 1]
    while token.dep == "conj" and token.head != token.i:
        token = annotated.tokens[token.head]
    entity = entity_over(annotated, candidate)
    if (
        entity is not None
        and entity.label == "ORG"
        and (entity.first, entity.last) != (candidate.first, candidate.last)
    ):
        return False
    head = annotated.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass") and head.lemma in lexicon.speaking:
        return token.dep == "nsubjpass"
    if token.dep in ("compound", "amod", "nmod") and head.pos == "NOUN" and head.i > token.i:
        return head.lower in lexicon.spots
    return token.dep != "poss" or annotated.tokens[token.head].lower not in PEOPLE


PEOPLE = frozenset(
    {"president", "government", "minister", "parliament", "army", "leader", "leaders", "people", "ministry", "military"}
)
