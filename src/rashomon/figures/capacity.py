"""What a place, ship or vehicle can take: "seats 1,200 people", "can carry 2,000 marines" count nobody who is there."""

from collections.abc import Mapping
from functools import cache

from rashomon.model import Annotated, Token
from rashomon.resources import load_resource


@cache
def _holding() -> Mapping[str, str]:
    verbs: Mapping[str, str] = load_resource("counted_people")["holding"]["verbs"]
    return verbs


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_resource("counted_people")["holding"][name])


def capacity_unit(annotated: Annotated, mention: int) -> str | None:
    """ "seat", "bed" or "place" where token `mention` says how many could be held; None where it counts those there."""
    token = annotated.tokens[mention]
    head = annotated.tokens[token.head]
    if token.dep == "pobj" and head.lower in ("for", "of"):
        owner = annotated.tokens[head.head].lemma.lower()
        return "place" if owner == "capacity" or (owner in _words("room") and head.lower == "for") else None
    unit = _holding().get(head.lemma.lower())
    if token.dep != "dobj" or unit is None or head.tag in ("VBN", "VBG"):
        return None
    return unit if head.lemma in _words("always") or _is_able(annotated, head) else None


def _is_able(annotated: Annotated, verb: Token) -> bool:
    """ "can carry", "is able to carry", "has the capacity to seat", "is designed to hold"."""
    children = [annotated.tokens[child] for child in annotated.children[verb.i]]
    if any(child.dep == "aux" and child.lower in ("can", "could") for child in children):
        return True
    to = any(child.tag == "TO" for child in children)
    return to and annotated.tokens[verb.head].lemma.lower() in _words("able")
