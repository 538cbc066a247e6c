"""Where and when the counted stand, as the clause that counts them says it.

A place or a day of another clause ("formerly held in", "such as", "told reporters in") is not the figure's. The clause
is found in the parse: the verb that says the figure, its subject and objects, and a clause of circumstance beside it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.model import Annotated, Place, Span, Token
from rashomon.resources import load_resource

VERBS = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ", "PRON", "SYM")
# A clause of circumstance: "12 people were killed when a bomb exploded in ...", "a bomb exploded in ..., killing 12".
CIRCUMSTANCE = ("when", "as", "after", "where")
CAUSING = ("in", "by", "during")
# "50 km west of Tripoli" is not in Tripoli.
BEARING = re.compile(r"(?i)\b(?:north|south|east|west)\w*\s+of\s+(?:the\s+)?\Z")
PARTICIPLES = ("VBG", "VBN")
LONGEST_CLIMB = 12


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_resource("settings")[name])


def place_of_clause(
    annotated: Annotated, places: Sequence[Place], figure: Span, mention: int, predicate: int | None
) -> Place | None:
    """The place that the clause of the figure at `figure` names: those counted are token `mention`, what is said of
    them token `predicate`. The nearest of several; None where the clause names none."""
    within = annotated.sentences[annotated.tokens[mention].sentence].span
    clause = set(clause_verbs(annotated, mention if predicate is None else predicate))
    about = {mention, mention if predicate is None else predicate} | _relative_heads(annotated, clause)
    fitting = [
        (ranked, place)
        for place in places
        if place.literal
        and place.lat is not None
        and within.contains(place.span)
        and BEARING.search(annotated.text, max(within.start, place.span.start - 20), place.span.start) is None
        and (ranked := _nearness(annotated, place, about, clause)) is not None
    ]
    return min(fitting, key=lambda pair: (pair[0], abs(pair[1].span.start - figure.start)), default=(0, None))[1]


def clause_verbs(annotated: Annotated, mention: int) -> Iterator[int]:
    """The verb that says token `mention` is counted, with the verbs of its circumstances."""
    tokens = annotated.tokens
    verb = verb_above(annotated, mention)
    if verb is None:
        return
    yield verb.i
    for child in annotated.children[verb.i]:
        other = tokens[child]
        if (
            other.dep == "conj"
            and other.tag == "VBN"
            and not any(tokens[c].dep in ("aux", "auxpass") for c in annotated.children[child])
        ):
            yield child  # "were killed and 45 injured in": one predicate, said once
        elif other.dep == "advcl" and any(tokens[c].lower in CIRCUMSTANCE for c in annotated.children[child]):
            yield child
    for _ in range(LONGEST_CLIMB):
        head = tokens[verb.head]
        participle = verb.dep == "advcl" and verb.tag in PARTICIPLES
        if head.i == verb.i or head.pos not in VERBS or not (participle or verb.dep in ("xcomp", "conj")):
            return
        if verb.dep == "conj" and _has_subject(annotated, verb):
            return
        verb = head
        yield verb.i


def spans_of_clause(annotated: Annotated, mention: int, predicate: int | None) -> Iterator[Span]:
    """The verbs of the figure's clause, what they are about, and the events they name as cause ("in shelling"): what
    dates one of these dates the figure."""
    tokens = annotated.tokens
    clause = list(clause_verbs(annotated, mention if predicate is None else predicate))
    causes = (
        event
        for verb in clause
        for child in annotated.children[verb]
        if tokens[child].dep in ("prep", "agent") and tokens[child].lower in CAUSING
        for event in annotated.children[child]
        if tokens[event].lemma.lower() in _words("located")
    )
    for i in [*clause, *sorted(_relative_heads(annotated, set(clause))), *causes]:
        yield Span(tokens[i].start, tokens[i].end)


def verb_above(annotated: Annotated, i: int) -> Token | None:
    """The verb that token `i` is, or that it hangs from."""
    token = annotated.tokens[i]
    if token.pos in VERBS:
        return token
    return next((above for above in annotated.ancestors(i) if above.pos in VERBS), None)


def _has_subject(annotated: Annotated, verb: Token) -> bool:
    return any(annotated.tokens[child].dep in ("nsubj", "nsubjpass") for child in annotated.children[verb.i])


def _nearness(annotated: Annotated, place: Place, about: set[int], clause: set[int]) -> int | None:
    """0 if the way up from `place` leads by a word like "in" to a token of `about`, 1 if to a verb of `clause`; None if
    it leads elsewhere, or through another verb."""
    members = annotated.tokens_in(place.span)
    if not members:
        return None
    inside = {token.i for token in members}
    token = next((token for token in members if token.head not in inside or token.head == token.i), members[-1])
    if token.dep in ("compound", "amod", "nmod") and place.kind in ("water", "continent"):
        return None  # "the Mediterranean city of": no place in the sea
    located = False
    for _ in range(LONGEST_CLIMB):
        located = located or _locates(annotated, token)
        if token.i in about and token.pos not in VERBS:
            return 0 if located else None
        if token.pos in VERBS:
            return 1 if located and token.i in clause else None
        if token.head == token.i:
            return 1 if located and not clause else None
        token = annotated.tokens[token.head]
    return None


def _locates(annotated: Annotated, token: Token) -> bool:
    """ "in", "near"; "of" after a town or an event ("the city of", "the shelling of"); the object of "hit"."""
    head = annotated.tokens[token.head].lemma.lower()
    if token.dep == "dobj":
        return head in _words("striking")
    if token.dep != "prep" and token.pos != "ADP":
        return False
    return token.lower in _words("locating") or (token.lower in ("of", "on") and head in _words("located"))


def _relative_heads(annotated: Annotated, clause: set[int]) -> set[int]:
    """ "clashes in Misrata that killed 12", "an attack in Misrata that officials say killed 12": what it is about."""
    tokens = annotated.tokens
    found = set()
    for number in clause:
        verb = tokens[number]
        if verb.dep == "ccomp" and not _has_subject(annotated, verb):
            verb = tokens[verb.head]
        if verb.dep in ("relcl", "acl") and tokens[verb.head].pos in NOMINAL:
            found.add(verb.head)
    return found
