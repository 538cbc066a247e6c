"""Tense of the clause that a passage stands in."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.model import Annotated, Sentence, Span, Token
from rashomon.resources import load_resource

Tense = Literal["past", "present", "future"]
VERBAL = ("VERB", "AUX")
# How what something is hangs from the copula ("the vote is Friday", "the vote is on Friday").
PREDICATES = ("attr", "npadvmod", "prep", "acomp")
LANGUAGE_FILE = "times_en"


@dataclass(frozen=True, slots=True)
class TenseSigns:
    """How tense shows in the verbs of a language: Penn tags and lemmas, from the rule file."""

    future_lemmas: frozenset[str]
    particle_tags: frozenset[str]
    past_tags: frozenset[str]
    participle_tags: frozenset[str]
    present_tags: frozenset[str]
    passive_lemmas: frozenset[str]
    modal_tags: frozenset[str]
    ahead_lemmas: frozenset[str]
    perfect_lemmas: frozenset[str]
    intent_lemmas: frozenset[str]
    present_intent_lemmas: frozenset[str]
    timetable_lemmas: frozenset[str]
    planning_lemmas: frozenset[str]
    past_modals: frozenset[str]
    back_prepositions: frozenset[str]
    ahead_verbs: frozenset[str]
    ahead_prepositions: frozenset[str]
    announcing: frozenset[str]


@cache
def load_tense_signs() -> TenseSigns:
    """The signs of tense of the shipped language."""
    data = load_resource(LANGUAGE_FILE)["tense"]
    return TenseSigns(
        *(
            frozenset(data[name])
            for name in (
                "future_lemmas",
                "particle_tags",
                "past_tags",
                "participle_tags",
                "present_tags",
                "passive_lemmas",
                "modal_tags",
                "ahead_lemmas",
                "perfect_lemmas",
                "intent_lemmas",
                "present_intent_lemmas",
                "timetable_lemmas",
                "planning_lemmas",
                "past_modals",
                "back_prepositions",
                "ahead_verbs",
                "ahead_prepositions",
                "announcing",
            )
        )
    )


def tells_past(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether the main verb of a sentence tells what has happened, in the past or the historic present ("April 10:
    Rebels reject the plan"): it is no announcement ("will", "is to", "is due", "plans to") and no fragment."""
    signs = load_tense_signs()
    tokens = annotated.tokens
    roots = [token for token in tokens[sentence.first : sentence.last] if token.head == token.i]
    roots = [root for root in roots if root.pos in VERBAL or _has_object(annotated, root)]
    if not roots:
        return False
    children = [tokens[child] for root in roots for child in annotated.children[root.i]]
    around = [*roots, *(child for child in children if child.dep in ("aux", "acomp"))]
    if any(token.lemma in signs.announcing or token.lower in signs.announcing for token in around):
        return False
    return not any(root.lemma in signs.passive_lemmas and _governs_infinitive(annotated, root) for root in roots)


def _has_object(annotated: Annotated, token: Token) -> bool:
    """ "Planes bomb the port", whose verb the tagger takes for a noun."""
    return any(annotated.tokens[child].dep == "dobj" for child in annotated.children[token.i])


def _governs_infinitive(annotated: Annotated, verb: Token) -> bool:
    """ "The council is to meet"."""
    children = (annotated.tokens[j] for j in annotated.children[verb.i])
    return any(child.dep == "xcomp" and _has_particle(annotated, child) for child in children)


def governing_verb(annotated: Annotated, i: int) -> Token | None:
    """The nearest verb above token `i`, or the token itself if it is one."""
    token = annotated.tokens[i]
    while token.pos not in VERBAL:
        if token.head == token.i:
            return None
        token = annotated.tokens[token.head]
    return token


def head_token(annotated: Annotated, span: Span) -> Token | None:
    """The token of `span` whose syntactic head lies outside of it (the first, if there are several)."""
    tokens = annotated.tokens_in(span)
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    for token in tokens:
        if token.head == token.i or not first <= token.head <= last:
            return token
    return tokens[0]


def clause_tense(annotated: Annotated, span: Span) -> Tense | None:
    """Tense of the clause around `span`: of its verb, else of a verb above it; None where nothing shows it."""
    head = head_token(annotated, span)
    if head is None:
        return None
    verb = governing_verb(annotated, head.i)
    if _looks_ahead(annotated, head):
        return "past" if verb is not None and _is_past_perfect(annotated, verb) else "future"
    if annotated.tokens[head.head].lower in load_tense_signs().back_prepositions:
        return "past"
    if head.dep == "poss":  # "Wednesday's attacks will be investigated": the attacks are past
        return "past"
    while verb is not None:
        tense = verb_tense(annotated, verb)
        if tense == "present" and _is_said_to_be(annotated, head, verb):
            return "future"
        if tense is not None:
            return tense
        verb = governing_verb(annotated, verb.head) if verb.head != verb.i else None
    return None


def _is_said_to_be(annotated: Annotated, head: Token, verb: Token) -> bool:
    """True for "the vote is Friday" and "the vote is on Friday"."""
    above = annotated.tokens[head.head]
    direct = head if above.i == verb.i else above
    return verb.lemma in load_tense_signs().passive_lemmas and direct.head == verb.i and direct.dep in PREDICATES


def verb_tense(annotated: Annotated, verb: Token) -> Tense | None:
    """Tense of one verb with its auxiliaries; None for a form that shows none, such as a gerund."""
    signs = load_tense_signs()
    helpers = _auxiliaries(annotated, verb)
    if any(token.lemma in signs.future_lemmas or token.lower in signs.future_lemmas for token in helpers):
        return "future"
    if any(token.lower in signs.past_modals for token in helpers) or is_perfect(annotated, verb):
        return "past"
    if _has_particle(annotated, verb):
        return _infinitive_tense(annotated, verb)
    if any(token.tag in signs.past_tags for token in (verb, *helpers)):
        return "past"
    if any(token.tag in signs.modal_tags for token in helpers):
        return "future"
    if verb.tag in signs.participle_tags:
        present_passive = any(
            token.tag in signs.present_tags and token.lemma in signs.passive_lemmas for token in helpers
        )
        return "present" if present_passive else "past"
    if any(token.tag in signs.present_tags for token in (verb, *helpers)):
        ahead = verb.lemma in signs.timetable_lemmas or _intends(annotated, verb)
        return "future" if ahead else "present"
    return None


def _infinitive_tense(annotated: Annotated, verb: Token) -> Tense:
    """An infinitive looks ahead under a word of intent ("plan to meet"), unless that is past perfect ("had planned to
    meet"); under any other it has the tense of the verb above ("gathered to protest")."""
    signs = load_tense_signs()
    above = annotated.tokens[verb.head]
    governor = governing_verb(annotated, above.i) if above.i != verb.i else None
    if governor is None:
        return "future"
    if above.lemma in signs.intent_lemmas or governor.lemma in signs.intent_lemmas:
        return "past" if _is_past_perfect(annotated, governor) else "future"
    tense = verb_tense(annotated, governor) or "future"
    if tense != "past" and {above.lemma, governor.lemma} & signs.present_intent_lemmas:
        return "future"
    return tense


def _intends(annotated: Annotated, verb: Token) -> bool:
    """True for "plans to hold"."""
    signs = load_tense_signs()
    return (verb.lemma in signs.intent_lemmas or verb.lemma in signs.present_intent_lemmas) and any(
        annotated.tokens[j].dep == "xcomp" and _has_particle(annotated, annotated.tokens[j])
        for j in annotated.children[verb.i]
    )


def _has_particle(annotated: Annotated, verb: Token) -> bool:
    signs = load_tense_signs()
    return any(token.tag in signs.particle_tags for token in _auxiliaries(annotated, verb))


def _auxiliaries(annotated: Annotated, verb: Token) -> list[Token]:
    return [annotated.tokens[j] for j in annotated.children[verb.i] if annotated.tokens[j].dep in ("aux", "auxpass")]


def is_perfect(annotated: Annotated, verb: Token) -> bool:
    """True for "has fled" and "had fled"."""
    signs = load_tense_signs()
    return any(token.lemma in signs.perfect_lemmas for token in _auxiliaries(annotated, verb))


def _is_past_perfect(annotated: Annotated, verb: Token) -> bool:
    signs = load_tense_signs()
    helpers = _auxiliaries(annotated, verb)
    return any(token.lemma in signs.perfect_lemmas and token.tag in signs.past_tags for token in helpers)


def _looks_ahead(annotated: Annotated, token: Token) -> bool:
    signs = load_tense_signs()
    while token.head != token.i:
        below, token = token, annotated.tokens[token.head]
        if token.pos in VERBAL:
            if token.lemma in signs.planning_lemmas:
                return True
            return token.lemma in signs.ahead_verbs and below.lower in signs.ahead_prepositions
        if token.lemma in signs.ahead_lemmas:
            return True
    return False
