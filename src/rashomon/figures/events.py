"""Whether what a predicate says is told as having happened: not negated, not merely tried or threatened."""

from functools import cache

from rashomon.figures.predicates import Predicate
from rashomon.model import Annotated, Token
from rashomon.resources import load_resource

CLIMB = 4
BELIEVING = ("believe", "think", "appear", "seem")
AIMED = ("at", "into", "toward", "towards", "through")
COMPLEMENTS = ("xcomp", "acl", "pcomp", "ccomp", "pobj", "dobj", "prep")


@cache
def _attempts() -> frozenset[str]:
    return frozenset(load_resource("persons")["attempts"])


def has_happened(annotated: Annotated, predicate: Predicate) -> bool:
    """False for "was not shot", "tried to kill", "attempted murder", "shot at", "no reports that anyone was hurt"."""
    tokens = annotated.tokens
    token = tokens[predicate.token]
    if is_negated(annotated, token.i) or _is_attempt(annotated, token) or _is_missed_shot(annotated, token):
        return False
    return not _hangs_from_none(annotated, token)


def is_negated(annotated: Annotated, i: int) -> bool:
    """True if "not" or "never" stands on token `i` or on the auxiliary that carries it."""
    tokens = annotated.tokens
    around = [i, tokens[i].head] if tokens[i].pos in ("ADJ", "VERB") and tokens[tokens[i].head].pos == "AUX" else [i]
    return any(tokens[child].dep == "neg" for at in around for child in annotated.children[at])


def _is_attempt(annotated: Annotated, token: Token) -> bool:
    tokens = annotated.tokens
    head = tokens[token.head]
    if head.i != token.i and head.lemma.lower() in _attempts() and token.dep in COMPLEMENTS:
        return True
    if head.dep == "prep" and token.dep in ("pcomp", "pobj") and tokens[head.head].lemma.lower() in _attempts():
        return True
    if token.pos in ("NOUN", "PROPN"):
        return any(tokens[child].lower == "attempted" for child in annotated.children[token.i]) or (
            token.i > 0 and tokens[token.i - 1].lower == "attempted"
        )
    return False


def _is_missed_shot(annotated: Annotated, token: Token) -> bool:
    if token.lemma != "shoot":
        return False
    after = annotated.tokens[token.i + 1] if token.i + 1 < len(annotated.tokens) else token
    return after.lower in AIMED and token.tag in ("VBD", "VBG", "VB", "VBP", "VBZ")


def _hangs_from_none(annotated: Annotated, token: Token) -> bool:
    """ "no reports of injuries", "no indication that anyone was hurt", "denied that anyone died"."""
    tokens = annotated.tokens
    for step, above in enumerate(annotated.ancestors(token.i)):
        if step >= CLIMB or above.sentence != token.sentence:
            return False
        if above.pos == "NOUN" and any(tokens[child].lower == "no" for child in annotated.children[above.i]):
            return True
        if above.lemma in BELIEVING and is_negated(annotated, above.i):
            return True
        if above.pos == "VERB" and above.dep == "ROOT":
            return False
    return False
