"""Who is said to be killed, injured, detained ...: the words of the lexicon in a document, each with its patients.

A patient is the token a predicate says it of, found through the syntactic roles (subject of a passive, object of an
active, noun that a participle or relative clause modifies, subject of "be dead", "of" after an event noun).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.figures.lexicon import Lexicon
from rashomon.figures.people import is_person_noun
from rashomon.model import Annotated, Token
from rashomon.resources import load_resource

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = ("who", "that", "which", "whom")
FATAL_ADVERBS = ("fatally", "mortally", "dead")
WOUNDING = (
    "shoot",
    "stab",
    "wound",
    "injure",
    "beat",
    "strike",
    "hit",
    "burn",
    "crush",
    "trample",
    "knock",
    "bludgeon",
    "strangle",
    "choke",
    "hack",
    "run",
    "stone",
    "torture",
    "freeze",
    "starve",
    "bleed",
    "put",
    "fall",
    "club",
    "slash",
)
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
LONGEST_LIST = 8
FATAL_DEEDS = ("fatal", "deadly")
# "his shooting" may be what he did as well as what was done to him.
DEEDS_OF_DOERS = ("shooting", "killing", "murder", "execution")
SMALL_CLAUSES = ("acomp", "oprd", "xcomp", "ccomp", "attr", "advmod", "dobj", "advcl", "amod", "acl")


@dataclass(frozen=True, slots=True)
class Predicate:
    """`quantity` said by token `token` of token `patient`; `fatal_wounding` for "fatally shot"."""

    quantity: str
    token: int
    patient: int


def find_predicates(annotated: Annotated, lexicon: Lexicon) -> list[Predicate]:
    """Every predicate of the lexicon with every patient, in text order."""
    found: list[Predicate] = []
    for token in annotated.tokens:
        for quantity, patient in _read(annotated, lexicon, token):
            for one in _with_conjuncts(annotated, _behind_age(annotated, patient)):
                if one == patient or not _is_event_of_another(annotated, lexicon, one, quantity):
                    found.append(Predicate(quantity, token.i, one))
    return found


def _is_event_of_another(annotated: Annotated, lexicon: Lexicon, i: int, quantity: str) -> bool:
    """ "one death and several injuries": the injuries are no deaths."""
    return lexicon.event_nouns.get(annotated.tokens[i].lemma.lower(), quantity) != quantity


def _behind_age(annotated: Annotated, i: int) -> int:
    """ "they found Ann Lee, 72, shot": the parser hangs "shot" from the age; the person is meant."""
    token = annotated.tokens[i]
    head = annotated.tokens[token.head]
    if (
        token.tag == "CD"
        and token.dep in ("appos", "nummod", "npadvmod")
        and head.i < i
        and head.pos in ("PROPN", "NOUN")
    ):
        return head.i
    return i


def _read(annotated: Annotated, lexicon: Lexicon, token: Token) -> Iterator[tuple[str, int]]:
    lemma, lower = token.lemma.lower(), token.lower
    suffered = lexicon.states.get(lower) or (lexicon.object_verbs.get(lemma) if token.tag == "VBN" else None)
    if suffered is not None:
        for patient in _members(annotated, token):
            yield suffered, patient
    if lower in lexicon.states and (token.pos == "ADJ" or token.tag in ("JJ", "NN", "VBN", "VBD", "RB")):
        for patient in _of_state(annotated, token):
            yield lexicon.states[lower], patient
    if token.pos == "VERB" or token.tag.startswith("VB"):
        quantity = lexicon.object_verbs.get(lemma)
        if lemma in WOUNDING and _is_fatal(annotated, token):
            quantity = "killed" if "killed" in lexicon.rank else quantity
        if quantity is None:
            quantity = _with_particle(annotated, token, lexicon.object_verbs)
        if quantity is not None:
            for patient in objects_of(annotated, token):
                yield quantity, patient
            if token.tag in ("VBN", "VBD"):
                for patient in _number_before(annotated, token):
                    yield quantity, patient
        quantity = lexicon.subject_verbs.get(lemma) or _with_particle(annotated, token, lexicon.subject_verbs)
        if quantity is not None:
            for patient in subjects_of(annotated, token):
                yield quantity, patient
    if token.pos == "NOUN" and lemma in lexicon.deed_nouns:
        fatal = any(annotated.tokens[child].lower in FATAL_DEEDS for child in annotated.children[token.i])
        for patient in _sufferers(annotated, token):
            yield "killed" if fatal and "killed" in lexicon.rank else lexicon.deed_nouns[lemma], patient
    event = lexicon.event_nouns.get(lemma) or lexicon.event_nouns.get(_singular_of(lower))
    if token.pos in ("NOUN", "PROPN", "ADJ") and event is not None:
        for patient in _of_event_noun(annotated, token):
            yield event, patient


def _singular_of(lower: str) -> str:
    """ "corpses", whose lemma the tagger takes for "corps"."""
    return lower.removesuffix("s") if lower.endswith("ses") else lower


def _members(annotated: Annotated, token: Token) -> Iterator[int]:
    """ "three nurses were among the dead", "among those killed were three nurses", "the dead included three nurses"."""
    tokens = annotated.tokens
    whole = tokens[token.head] if token.dep == "acl" else token
    above = tokens[whole.head]
    if whole.dep == "pobj" and above.lower == "among" and tokens[above.head].lemma == "be":
        yield from (c for c in annotated.children[above.head] if tokens[c].dep in (*SUBJECTS, "attr"))
    elif whole.dep in SUBJECTS and above.lemma == "include":
        yield from (c for c in annotated.children[above.i] if tokens[c].dep == "dobj")


def _with_particle(annotated: Annotated, token: Token, verbs: object) -> str | None:
    table: dict[str, str] = verbs  # type: ignore[assignment]
    for child in annotated.children[token.i]:
        other = annotated.tokens[child]
        if other.dep in ("prt", "advmod", "oprd", "dobj") and other.i == token.i + 1:
            return table.get(f"{token.lemma.lower()} {other.lower}")
    return None


def _is_fatal(annotated: Annotated, verb: Token) -> bool:
    tokens = annotated.tokens
    for child in annotated.children[verb.i]:
        between = tokens[min(child, verb.i) + 1 : max(child, verb.i)]
        if (
            tokens[child].lower in FATAL_ADVERBS
            and tokens[child].dep != "dobj"
            and not any(token.tag == "CD" or token.text == "," for token in between)
        ):
            return True
        if tokens[child].lower == "to" and any(tokens[g].lower == "death" for g in annotated.children[child]):
            return True
    after = [token.lower for token in tokens[verb.i + 1 : verb.i + 3] if token.sentence == verb.sentence]
    return after[:1] == ["dead"] or after == ["to", "death"]


def _of_state(annotated: Annotated, token: Token) -> Iterator[int]:
    tokens = annotated.tokens
    head = tokens[token.head]
    own = [c for c in annotated.children[token.i] if tokens[c].dep in SUBJECTS and not _is_relative(tokens[c])]
    if own:
        yield from own
        return
    for child in annotated.children[token.i]:
        if tokens[child].dep in ("nummod", "amod") and tokens[child].tag == "CD" and token.dep != "amod":
            yield child
    if token.dep in ("amod", "nmod", "acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        yield head.i
    elif token.dep == "dobj" and any(tokens[child].dep == "det" for child in annotated.children[token.i]):
        return  # "put the dead at 300"
    elif token.dep in SMALL_CLAUSES and head.i != token.i and head.pos in ("VERB", "AUX"):
        found = [
            c
            for c in annotated.children[head.i]
            if tokens[c].dep == "dobj" and c != token.i and head.tag != "VBN" and tokens[c].i < token.i
        ]
        yield from found or subjects_of(annotated, head)
    elif token.dep == "conj" and (head.pos == "ADJ" or head.tag in ("VBN", "VBD", "JJ")):
        yield from (_of_state(annotated, head) if head.pos == "ADJ" else objects_of(annotated, head))
    yield from _number_before(annotated, token)


def shared_objects(annotated: Annotated, verb: Token) -> list[int]:
    """ "shot and killed a clerk": the object of the second verb is that of the first as well."""
    tokens = annotated.tokens
    return [
        child
        for other in annotated.children[verb.i]
        if tokens[other].dep == "conj" and tokens[other].pos == "VERB" and other <= verb.i + 4
        for child in annotated.children[other]
        if tokens[child].dep == "dobj"
    ]


def _number_before(annotated: Annotated, token: Token) -> Iterator[int]:
    """ "five wounded", "another critically wounded", whatever the parse makes of it."""
    tokens = annotated.tokens
    at = token.i - 1
    while at > 0 and at > token.i - 4 and (tokens[at].pos in ("ADV", "AUX") or tokens[at].lower == "people"):
        at -= 1
    before = tokens[at]
    if at >= 0 and before.sentence == token.sentence and (before.tag == "CD" or before.lower == "another"):
        yield before.i


def objects_of(annotated: Annotated, verb: Token, depth: int = 0) -> Iterator[int]:
    """The tokens of those to whom `verb` is done: its object, or the subject of its passive or participle."""
    tokens, children = annotated.tokens, annotated.children[verb.i]
    deps = {tokens[child].dep for child in children}
    if "nsubjpass" in deps or "auxpass" in deps:
        yield from subjects_of(annotated, verb)
        return
    objects = [child for child in children if _is_object(tokens[child], verb)]
    if objects:
        yield from objects
        return
    shared = shared_objects(annotated, verb)
    if shared:
        yield from shared
        return
    head = tokens[verb.head]
    if verb.tag in ("VBN", "VBD") and depth < 4:
        if verb.dep == "relcl" and "nsubj" in deps:
            return
        elif verb.dep in ("acl", "relcl", "amod"):
            yield head.i
        elif verb.dep == "conj" and head.pos in ("VERB", "AUX"):
            if "nsubj" in deps:
                yield from (child for child in children if tokens[child].dep == "nsubj" and verb.tag == "VBN")
            else:
                yield from subjects_of(annotated, head, depth + 1)
        elif verb.dep in SMALL_CLAUSES and head.pos in ("VERB", "AUX") and verb.tag == "VBN":
            subject = [child for child in children if tokens[child].dep == "nsubj"]
            object_before = [c for c in annotated.children[head.i] if tokens[c].dep == "dobj" and c < verb.i]
            yield from subject or object_before or subjects_of(annotated, head, depth + 1)
        elif verb.tag == "VBN" and "nsubj" in deps and "aux" not in deps:
            yield from (child for child in children if tokens[child].dep == "nsubj")
        elif verb.dep == "ROOT" and "aux" not in deps:
            yield from _headline_subject(annotated, verb)
    elif verb.tag == "VBD":
        return


def _is_object(token: Token, verb: Token) -> bool:
    if token.dep == "npadvmod":
        return token.i > verb.i and token.tag == "NNS" and token.ent not in ("DATE", "TIME", "QUANTITY")
    return token.dep in ("dobj", "dative") and not _is_relative(token)


def _antecedent(annotated: Annotated, verb: Token, pronoun: str, depth: int) -> Iterator[int]:
    """What a relative pronoun stands for; "a victim was found at the scene who had been shot" reaches back."""
    head = annotated.tokens[annotated.tokens[verb.head].i]
    if pronoun != "who" or head.pos != "NOUN" or head.tag == "NNS" or depth > 2:
        yield head.i
        return
    if is_person_noun(head.lower, head.lemma.lower()):
        yield head.i
        return
    above = next((token for token in annotated.ancestors(head.i) if token.pos in ("VERB", "AUX")), None)
    if above is None:
        yield head.i
    else:
        yield from subjects_of(annotated, above, depth + 1)


def _headline_subject(annotated: Annotated, verb: Token) -> Iterator[int]:
    """ "Two killed in fire", "Man shot in park": a past form without object whose subject is whom it was done to."""
    yield from (child for child in annotated.children[verb.i] if annotated.tokens[child].dep == "nsubj")


def subjects_of(annotated: Annotated, verb: Token, depth: int = 0) -> Iterator[int]:
    """The token of the subject of `verb`, through relative clauses, coordination and raising.

    Of two the later counts: a dateline ("OSLO - A man died") is often taken for the first.
    """
    tokens = annotated.tokens
    for child in reversed(annotated.children[verb.i]):
        if tokens[child].dep in SUBJECTS:
            if _is_relative(tokens[child]) and verb.dep in ("relcl", "acl", "ccomp", "advcl"):
                yield from _antecedent(annotated, verb, tokens[child].lower, depth)
            else:
                yield child
            return
    if depth > 4:
        return
    head = tokens[verb.head]
    if verb.dep == "relcl" or (verb.dep == "acl" and verb.tag in ("VBG", "VBN", "VB")):
        if head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            yield head.i
    elif verb.dep in ("conj", "xcomp", "advcl", "dep", "pcomp", "prep") and head.i != verb.i:
        if verb.dep == "xcomp":
            objects = [c for c in annotated.children[head.i] if tokens[c].dep == "dobj" and c < verb.i]
            if objects:
                yield from objects
                return
        if head.dep == "prep" and head.head != head.i:
            head = tokens[head.head]
        yield from subjects_of(annotated, head, depth + 1)


def _of_event_noun(annotated: Annotated, noun: Token) -> Iterator[int]:
    tokens = annotated.tokens
    if noun.lower == "body" and not _is_dead_body(annotated, noun):
        return
    sufferers = list(_sufferers(annotated, noun))
    counts = [
        child
        for child in annotated.children[noun.i]
        if tokens[child].dep in ("nummod", "amod", "det") and (tokens[child].tag == "CD" or tokens[child].lower == "no")
    ]
    yield from counts
    yield from sufferers
    if counts or not sufferers:
        yield noun.i


@cache
def _bodies(what: str) -> frozenset[str]:
    return frozenset(load_resource("persons")["bodies"][what])


def _is_dead_body(annotated: Annotated, body: Token) -> bool:
    """ "her body was found"; but "the bullet exited her body", "the body, based in Geneva, said"."""
    tokens = annotated.tokens
    verb = tokens[body.head]
    if body.dep == "ROOT" or any(tokens[child].lower == "of" for child in annotated.children[body.i]):
        return True
    if body.dep == "nsubj" and verb.pos == "VERB" and verb.tag != "VBN":
        return verb.lemma in _bodies("do")
    owned = any(tokens[child].dep == "poss" for child in annotated.children[body.i])
    if body.dep in ("nsubjpass", "dobj") and owned:
        return verb.lemma in _bodies("done")
    return body.dep in ("nsubj", "nsubjpass", "dobj") and verb.lemma not in _bodies("living")


def _sufferers(annotated: Annotated, noun: Token) -> Iterator[int]:
    """Whose death, injury or shooting a noun names, by "of" or a genitive."""
    tokens = annotated.tokens
    for child in annotated.children[noun.i]:
        token = tokens[child]
        if token.dep == "prep" and (token.lower == "of" or (token.lower in ("to", "among") and noun.lemma == "injury")):
            yield from (g for g in annotated.children[child] if tokens[g].dep == "pobj")
        elif token.dep == "poss" and noun.lemma not in DEEDS_OF_DOERS:
            yield child


def _is_relative(token: Token) -> bool:
    return token.lower in RELATIVE and token.tag in ("WP", "WDT", "WP$", "IN")


def _with_conjuncts(annotated: Annotated, i: int, depth: int = 0) -> Iterator[int]:
    yield i
    if depth > LONGEST_LIST:
        return
    for child in annotated.children[i]:
        token = annotated.tokens[child]
        if token.dep == "conj" and token.pos in NOMINAL and not _has_own_fate(annotated, child):
            yield from _with_conjuncts(annotated, child, depth + 1)


def _has_own_fate(annotated: Annotated, i: int) -> bool:
    """ "one man dead and another seriously wounded": a participle right after the second says what befell them."""
    tokens = annotated.tokens
    following = next((token for token in tokens[i + 1 : i + 4] if token.pos != "ADV"), None)
    return (
        following is not None
        and following.sentence == tokens[i].sentence
        and following.tag in ("VBN", "VBD")
        and following.pos != "AUX"
    )
