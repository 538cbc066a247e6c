"""Who: the noun phrase that is said to speak, think or want."""

from rashomon.attribution.finding import trim
from rashomon.model import Annotated, Span

SUBJECTS = ("nsubj", "csubj")
# A subject is looked for so many verbs up: "tried to begin to persuade X" is rare enough.
CLIMB = 5
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# A verb in one of these dependencies shares the subject of the verb above it.
THROUGH = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "aux", "acomp", "attr"})


def find_subject(annotated: Annotated, verb: int) -> int | None:
    """The token that heads the subject of `verb`, taken from the verbs above it where it has none of its own
    ("she called, saying …", "he refused to say"); None in the passive and where there is none."""
    tokens = annotated.tokens
    for _ in range(CLIMB):
        own = own_subject(annotated, verb)
        if own is not None:
            return own
        if annotated.child(verb, "nsubjpass") is not None and tokens[verb].dep not in ("xcomp", "advcl", "pcomp"):
            return None
        above = tokens[verb].head
        dep = tokens[verb].dep
        if above == verb:
            return None
        controlled = _controlled(annotated, verb)
        if controlled is not None:
            return controlled
        if is_misjoined(annotated, verb):
            verb = tokens[above].head
            continue
        if dep in THROUGH:
            verb = above if tokens[above].pos not in ("ADP", "SCONJ") or dep != "pcomp" else tokens[above].head
        elif (dep == "acl" and tokens[verb].tag == "VBG") or (dep == "relcl" and tokens[verb].tag not in ("VB", "VBG")):
            return above
        elif dep in ("relcl", "acl") and tokens[above].dep in ("attr", "acomp"):
            verb = above
        else:
            return None
        passive = annotated.child(verb, "nsubjpass")
        if passive is not None:
            return passive
        if tokens[verb].pos in ("NOUN", "PROPN", "PRON") and tokens[verb].dep not in ("attr", "acomp"):
            return None
    return None


def _controlled(annotated: Annotated, verb: int) -> int | None:
    """ "The envoy urged the king to announce …": the king announces."""
    tokens = annotated.tokens
    above = tokens[verb].head
    if tokens[verb].dep != "xcomp" or tokens[verb].tag != "VB" or tokens[above].lemma == "promise":
        return None
    named = annotated.child(above, "dobj")
    return named if named is not None and above < named < verb and tokens[named].ent != "DATE" else None


def is_misjoined(annotated: Annotated, verb: int) -> bool:
    """ "X said boats had sunk and added …": the parser joins "added" to "sunk", but a finite verb goes with "said"."""
    tokens = annotated.tokens
    above = tokens[tokens[verb].head]
    if tokens[verb].dep != "conj" or above.dep != "ccomp" or annotated.child(verb, "aux", "auxpass") is not None:
        return False
    return tokens[verb].tag in FINITE and above.tag not in FINITE and tokens[above.head].tag == tokens[verb].tag


def own_subject(annotated: Annotated, verb: int) -> int | None:
    """The subject among the children of `verb`; of several ("troops, who the ministry says were sent") the nearest."""
    own = [c for c in annotated.children[verb] if annotated.tokens[c].dep in SUBJECTS]
    if not own:
        return None
    before = [c for c in own if c < verb]
    head = before[-1] if before else own[0]
    around = _citing(annotated, head, verb)
    if around is not None:
        return around
    if annotated.tokens[head].pos == "VERB":
        return _name_before(annotated, head, verb)
    return head


def _citing(annotated: Annotated, subject: int, verb: int) -> int | None:
    """ "radio, citing an official, said": where the parser took the official for the subject, the radio is it."""
    tokens = annotated.tokens
    if tokens[verb - 1].text != "," or subject > verb:
        return None
    for i in range(subject - 1, max(subject - 8, 1), -1):
        if tokens[i].lower in ("citing", "quoting"):
            speaker = i - 2 if tokens[i - 1].text == "," else i - 1
            return speaker if tokens[speaker].pos in ("NOUN", "PROPN") else None
    return None


def _name_before(annotated: Annotated, head: int, verb: int) -> int:
    """ "Addressing the summit President X said": the clause is misread as subject; the name before the verb is it."""
    last = verb - 1
    while last > head and annotated.tokens[last].pos in ("ADV", "AUX", "PART"):
        last -= 1
    return last if annotated.tokens[last].pos == "PROPN" else head


def source_span(annotated: Annotated, head: int, verb: int) -> Span:
    """The noun phrase of `head` with its titles, appositions and relative clauses, on its own side of `verb`.

    PolNeAR's annotators take appositions in, with the comma that closes them (851 of 1,055 in its training part).
    """
    tokens = annotated.tokens
    sentence = annotated.sentences[tokens[head].sentence]
    members = sorted({token.i for token in annotated.subtree(head)} - _dated(annotated, head))
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
    if low <= verb <= high:
        low = high = head
    while low < head and (tokens[low].pos in ("PUNCT", "CCONJ") or tokens[low].dep in ("cc", "mark")):
        low += 1
    while high > head and tokens[high].dep in ("cc", "mark", "aux"):
        high -= 1
    high = _end_of_name(annotated, head, high)
    span = trim(annotated.text, Span(tokens[low].start, tokens[high].end), strip=",;:—–-")
    after = span.end
    if high < verb and "," in span.of(annotated.text) and annotated.text[after : after + 1] == ",":
        return Span(span.start, after + 1)
    return span


def _dated(annotated: Annotated, head: int) -> set[int]:
    """Time phrases that the parser hangs on the noun though they belong to the verb: "Authorities on Monday said"."""
    tokens = annotated.tokens
    dated: set[int] = set()
    for c in annotated.children[head]:
        if c > head and tokens[c].dep == "prep" and tokens[c].lower in ("on", "in", "at", "late", "early"):
            below = annotated.child(c, "pobj")
            if below is not None and tokens[below].ent in ("DATE", "TIME"):
                dated.update(token.i for token in annotated.subtree(c))
        elif c > head and tokens[c].dep == "npadvmod" and tokens[c].ent in ("DATE", "TIME"):
            dated.update(token.i for token in annotated.subtree(c))
    return dated


def _end_of_name(annotated: Annotated, head: int, high: int) -> int:
    """A name that ends with an acronym in brackets ends there: "the Forum for Peace (FFP) over 160 people were …"."""
    tokens = annotated.tokens
    for i in range(head, high):
        if tokens[i].text == ")" and any(token.pos == "NUM" for token in tokens[i + 1 : min(high + 1, i + 5)]):
            return i
    return high
