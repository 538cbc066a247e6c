"""Whether what a predicate says is told as having happened: not negated, not merely tried or threatened."""

from functools import cache

from rashomon.figures.people import is_person_noun, people_words
from rashomon.figures.predicates import Predicate
from rashomon.model import Annotated, Token
from rashomon.resources import load_resource

CLIMB = 4
BELIEVING = ("believe", "think", "appear", "seem")
DOUBTING = ("think", "fear", "assume", "worry", "imagine", "wonder")
DOUBTFUL = ("possible", "unclear", "unknown", "uncertain")
TARGETS = ("officer", "police", "deputy", "vehicle", "car", "truck", "people", "person", "suspect", "man", "crowd")
AIMED = ("at", "into", "toward", "towards", "through")
COMPLEMENTS = ("xcomp", "acl", "pcomp", "ccomp", "pobj", "dobj", "prep")


@cache
def _attempts() -> frozenset[str]:
    return frozenset(load_resource("persons")["attempts"])


@cache
def _realised() -> frozenset[str]:
    return frozenset(load_resource("persons")["realised"])


def has_happened(annotated: Annotated, predicate: Predicate) -> bool:
    """False for "was not shot", "tried to kill", "attempted murder", "shot at", "no reports that anyone was hurt"."""
    tokens = annotated.tokens
    token = tokens[predicate.token]
    if token.dep == "csubj":
        return False  # "being martyred is an honour"
    if is_negated(annotated, token.i) or _is_attempt(annotated, token) or _is_missed_shot(annotated, token):
        return False
    if _is_unrealised(annotated, token) or _is_doubtful(annotated, token) or _is_natural(annotated, token):
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
    finite = token.dep == "ccomp" and token.tag in ("VBD", "VBN", "VBZ", "VBP")  # "told them that five had died"
    if head.i != token.i and head.lemma.lower() in _attempts() and token.dep in COMPLEMENTS and not finite:
        return True
    if head.dep == "prep" and token.dep in ("pcomp", "pobj") and tokens[head.head].lemma.lower() in _attempts():
        return True
    if token.pos in ("NOUN", "PROPN"):
        return any(tokens[child].lower == "attempted" for child in annotated.children[token.i]) or (
            token.i > 0 and tokens[token.i - 1].lower == "attempted"
        )
    return False


def _is_missed_shot(annotated: Annotated, token: Token) -> bool:
    """ "shot at the officers", "shot into the crowd"; but "was shot at his home" says where."""
    tokens = annotated.tokens
    if token.lemma != "shoot" or token.i + 1 >= len(tokens) or tokens[token.i + 1].lower not in AIMED:
        return False
    if tokens[token.i + 1].lower != "at":
        return token.tag in ("VBD", "VBG", "VB", "VBP", "VBZ")
    target = next((tokens[child] for child in annotated.children[token.i + 1]), None)
    if target is None:
        return True
    named = target.pos == "PRON" or target.ent == "PERSON" or is_person_noun(target.lower, target.lemma.lower())
    return named or target.lemma in TARGETS


def _is_unrealised(annotated: Annotated, token: Token) -> bool:
    """ "going to kill her", "wanted to end it and kill her"; but "managed to kill", "a gun used to kill"."""
    tokens = annotated.tokens
    if token.tag != "VB":
        return False
    verb = token
    while verb.dep == "conj" and tokens[verb.head].tag == "VB":
        verb = tokens[verb.head]
    marks = {tokens[child].lower for child in annotated.children[verb.i] if child < verb.i}
    return ("to" in marks and tokens[verb.head].lemma not in _realised()) or tokens[verb.head].text.lower() == "going"


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


def _is_doubtful(annotated: Annotated, token: Token) -> bool:
    """ "whether he was hurt", "it is possible that one was shot", "she thought he had been killed"."""
    tokens = annotated.tokens
    verb = token
    for _ in range(CLIMB):
        children = [tokens[child] for child in annotated.children[verb.i]]
        if any(child.lower in ("whether", "if") and child.dep == "mark" for child in children):
            return True
        head = tokens[verb.head]
        if verb.dep in ("ccomp", "advcl", "xcomp") and head.lemma in DOUBTING:
            return True
        if any(tokens[child].lower in DOUBTFUL for child in annotated.children[head.i]) and verb.dep == "ccomp":
            return True
        if verb.dep in ("ROOT", "relcl") or head.i == verb.i:
            return False
        verb = head
    return False


def _is_natural(annotated: Annotated, token: Token) -> bool:
    """ "died of cancer", "passed away of natural causes"."""
    tokens = annotated.tokens
    if token.lemma not in ("die", "pass", "succumb"):
        return False
    causes = (
        tokens[cause]
        for child in annotated.children[token.i]
        if tokens[child].lower in ("of", "from", "to")
        for cause in annotated.children[child]
    )
    return any(cause.lemma.lower() in people_words()["natural"] for cause in causes)
