"""Who: the noun phrase that is said to speak, think or want."""

from rashomon.attribution.finding import trim
from rashomon.model import Annotated, Span

SUBJECTS = ("nsubj", "csubj")
# A subject is looked for so many verbs up: "tried to begin to persuade X" is rare enough.
CLIMB = 5


def find_subject(annotated: Annotated, verb: int) -> int | None:
    """The token that heads the subject of `verb`, taken from the verbs above it where it has none of its own
    ("she called, saying …", "he refused to say"); None in the passive and where there is none."""
    tokens = annotated.tokens
    for _ in range(CLIMB):
        own = child(annotated, verb, *SUBJECTS)
        if own is not None:
            return own
        if child(annotated, verb, "nsubjpass") is not None and tokens[verb].dep not in ("xcomp", "advcl", "pcomp"):
            return None
        above = tokens[verb].head
        dep = tokens[verb].dep
        if above == verb:
            return None
        if dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "aux"):
            verb = above if tokens[above].pos not in ("ADP", "SCONJ") or dep != "pcomp" else tokens[above].head
        elif (dep == "acl" and tokens[verb].tag == "VBG") or dep == "relcl":
            return above
        else:
            return None
        passive = child(annotated, verb, "nsubjpass")
        if passive is not None:
            return passive
        if tokens[verb].pos in ("NOUN", "PROPN", "PRON"):
            return None
    return None


def child(annotated: Annotated, i: int, *deps: str) -> int | None:
    """The first child of token `i` in one of these dependencies, or None."""
    for c in annotated.children[i]:
        if annotated.tokens[c].dep in deps:
            return c
    return None


def source_span(annotated: Annotated, head: int, verb: int) -> Span:
    """The noun phrase of `head` with its titles, appositions and relative clauses, on its own side of `verb`.

    PolNeAR's annotators take appositions in; the comma after the last one is left out.
    """
    tokens = annotated.tokens
    sentence = annotated.sentences[tokens[head].sentence]
    members = sorted(token.i for token in annotated.subtree(head))
    low = high = head
    place = members.index(head)
    for i in reversed(members[:place]):
        if low - i > 1 or i < sentence.first or verb == i:
            break
        low = i
    for i in members[place + 1 :]:
        if i - high > 1 or verb == i:
            break
        high = i
    # "the ministry on Monday" and clauses cut off by the verb keep the plain noun phrase.
    if low <= verb <= high:
        low = high = head
    while low < head and (tokens[low].pos in ("PUNCT", "CCONJ", "ADV") or tokens[low].dep in ("cc", "mark")):
        low += 1
    return trim(annotated.text, Span(tokens[low].start, tokens[high].end), strip=",;:—–-")
