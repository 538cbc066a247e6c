"""The cue lexicon (resources/cues.yaml) as sets that can be asked quickly."""

from dataclasses import dataclass
from functools import cache

from rashomon.model import Token
from rashomon.resources import load_resource

Pairs = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Lemmas by the frame in which they are cues; see the top of resources/cues.yaml for each frame."""

    speech: frozenset[str]
    clause: frozenset[str]
    infinitive: frozenset[str]
    infinitive_with_object: frozenset[str]
    object: frozenset[str]
    preposition: Pairs
    object_preposition: Pairs
    object_number: Pairs
    withdrawal: frozenset[str]
    passive: frozenset[str]
    any_verb: frozenset[str]
    noun_that: frozenset[str]
    noun_to: frozenset[str]
    noun_preposition: Pairs
    adjective_that: frozenset[str]
    adjective_to: frozenset[str]
    adjective_preposition: Pairs
    possessive: frozenset[str]
    adverbs: frozenset[str]
    slips: dict[str, str]
    documents: frozenset[str]
    reckonings: frozenset[str]
    naming: frozenset[str]
    citing: frozenset[str]
    quoted_as: frozenset[str]
    light: frozenset[str]
    guarded: frozenset[str]
    spoken: frozenset[str]
    informants: frozenset[str]

    def lemma(self, token: Token) -> str:
        """The lemma of `token` in lower case, with the lemmatiser's known slips put right."""
        return self.slips.get(token.lower) or token.lemma.lower()


@cache
def load_cues() -> CueLexicon:
    """The shipped lexicon. Raises `ResourceError` if it cannot be read."""
    data = load_resource("cues")
    verbs, nouns, adjectives, phrases = data["verbs"], data["nouns"], data["adjectives"], data["phrases"]
    plain = {name: frozenset(verbs[name]) for name in ("speech", "clause", "infinitive", "infinitive_with_object")}
    preposition, object_preposition = _pairs(verbs["preposition"]), _pairs(verbs["object_preposition"])
    object_number = _pairs(verbs["object_number"])
    objects, passive = frozenset(verbs["object"]), frozenset(verbs["passive"])
    return CueLexicon(
        **plain,
        object=objects,
        preposition=preposition,
        object_preposition=object_preposition,
        object_number=object_number,
        withdrawal=frozenset(verbs["withdrawal"]),
        passive=passive,
        any_verb=frozenset().union(
            *plain.values(), preposition, object_preposition, object_number, objects, passive, verbs["withdrawal"]
        ),
        noun_that=frozenset(nouns["that"]),
        noun_to=frozenset(nouns["to"]),
        noun_preposition=_pairs(nouns["prepositions"]),
        adjective_that=frozenset(adjectives["that"]),
        adjective_to=frozenset(adjectives["to"]),
        adjective_preposition=_pairs(adjectives["prepositions"]),
        possessive=frozenset(phrases["possessive"]),
        adverbs=frozenset(phrases["adverbs"]),
        slips=data["slips"],
        documents=frozenset(data["documents"]),
        reckonings=frozenset(data["reckonings"]),
        naming=frozenset(data["naming"]),
        quoted_as=frozenset(data["relay"]["quoted_as"]),
        light=frozenset(nouns["light"]),
        guarded=frozenset(verbs["guarded"]),
        spoken=frozenset(nouns["that"])
        | frozenset(nouns["prepositions"])
        | frozenset(data["documents"])
        | frozenset(nouns["spoken"]),
        citing=frozenset(data["relay"]["citing"]),
        informants=frozenset(data["relay"]["informants"]),
    )


def _pairs(table: dict[str, list[str]]) -> Pairs:
    return {word: frozenset(following) for word, following in table.items()}
