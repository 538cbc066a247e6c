"""Blame patterns over the dependency parse: each form is one function from a word to the token that is blamed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.explanations.lexicon import BlameLexicon, BlameRule, load_blame
from rashomon.model import Annotated, Token

SUBJECTS = ("nsubj", "csubj")
NEGATIONS = frozenset({"neg"})
# What is named must stand this close to the copula: "it was definitely a terrorist attack".
NAME_REACH = 6


@dataclass(frozen=True, slots=True)
class Blame:
    """One hit: the rule, the word that carries it, the head of who is blamed, and whether the clause is negated.

    `whole` is True where the phrase itself is the explanation ("a terrorist attack") and not somebody.
    """

    rule: BlameRule
    trigger: int
    blamed: int
    negated: bool
    whole: bool = False


def find_blame(annotated: Annotated) -> Iterator[Blame]:
    """All hits of the blame patterns, in text order."""
    lexicon = load_blame()
    for token in annotated.tokens:
        for rule in lexicon.by_lemma.get(token.lemma.lower(), ()):
            for blamed, whole in FORMS[rule.form](annotated, lexicon, rule, token):
                yield Blame(rule, token.i, blamed, _negated(annotated, token.i), whole)
        if token.lemma == "be" and token.pos in ("AUX", "VERB"):
            yield from _named(annotated, lexicon, token)


Hits = Iterator[tuple[int, bool]]


def _object(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "X blamed Y for Z"."""
    tokens = annotated.tokens
    if token.pos != "VERB" or _passive(annotated, token.i):
        patient = annotated.child(token.i, "nsubjpass")
        if patient is not None and token.pos == "VERB" and _following(annotated, token.i, rule) is not None:
            yield patient, False
        return
    named = annotated.child(token.i, "dobj")
    if named is None:
        return
    prepositions = {tokens[c].lower for c in _below(annotated, token.i, named) if tokens[c].dep == "prep"}
    if token.lemma.lower() == "blame" and "for" not in prepositions and "on" in prepositions:
        return
    if tokens[named].lemma.lower() in lexicon.events:
        return
    if rule.following & prepositions or token.lemma.lower() == "blame":
        yield named, False


def _onto(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "X blamed Z on Y", "X linked Z to Y"; in the passive "Z was linked to Y"."""
    if token.pos != "VERB":
        return
    done = annotated.child(token.i, "dobj", "nsubjpass")
    if done is None or not (token.lemma.lower() == "blame" or _is_event(annotated, lexicon, done)):
        return
    for c in _below(annotated, token.i, done):
        if c > token.i and annotated.tokens[c].lower in rule.following:
            named = annotated.child(c, "pobj", "pcomp")
            if named is not None:
                yield named, False
                return


def _agent(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "Z was fuelled by Y", "the unrest commandeered by Y", "Y fuelled Z"."""
    if token.pos != "VERB":
        return
    if rule.following and not any(annotated.tokens[c].lower in rule.following for c in annotated.children[token.i]):
        return
    by = annotated.child(token.i, "agent")
    if by is not None:
        done = annotated.child(token.i, "nsubjpass")
        if done is None and token.dep in ("acl", "relcl"):
            done = token.head
        named = annotated.child(by, "pobj")
        if named is not None and done is not None and _is_done(annotated, lexicon, rule, done):
            yield named, False
        return
    done, named = annotated.child(token.i, "dobj"), _subject(annotated, token.i)
    if done is not None and named is not None and _is_done(annotated, lexicon, rule, done):
        yield named, False


def _is_done(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, done: int) -> bool:
    return _is_event(annotated, lexicon, done) and not (rule.grave and _is_peaceful(annotated, lexicon, done))


def _is_peaceful(annotated: Annotated, lexicon: BlameLexicon, i: int) -> bool:
    if any(annotated.tokens[c].lower in ("violent", "deadly", "bloody", "armed") for c in annotated.children[i]):
        return False
    return annotated.tokens[i].lemma.lower() in lexicon.peaceful


def _predicate(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "Y was behind Z", "Y is responsible for Z", "Y is to blame"."""
    tokens = annotated.tokens
    be = tokens[token.head]
    if be.lemma != "be":
        return
    if token.lower == "behind":
        what = annotated.child(token.i, "pobj")
        if what is None or not (_is_event(annotated, lexicon, what) or tokens[what].lower in ("it", "this", "that")):
            return
    elif token.lemma.lower() == "blame":
        if not any(tokens[c].tag == "TO" for c in annotated.children[token.i]):
            return
    elif not _event_follows(annotated, lexicon, rule, token.i):
        return
    named = _subject(annotated, be.i)
    if named is not None:
        yield named, False


def _part(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "Y took part in Z", "Y was involved in Z", "Y interfered"."""
    if token.pos not in ("VERB", "ADJ"):
        return
    carrier = token.i
    if rule.following & {"role", "part", "hand"}:
        played = annotated.child(token.i, "dobj")
        if played is None or annotated.tokens[played].lower not in rule.following:
            return
        carrier = played
    if rule.event and not any(
        _event_follows(annotated, lexicon, rule, i, anywhere=carrier != token.i) for i in {carrier, token.i}
    ):
        return
    named = annotated.child(token.i, "nsubjpass") or _subject(annotated, token.i)
    if named is not None:
        yield named, False


def _noun(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "a plot by Y", "a conspiracy involving Y", "foreign interference"."""
    tokens = annotated.tokens
    if token.pos != "NOUN":
        return
    act = tokens[token.head].head if token.dep == "pobj" and tokens[token.head].lower == "of" else token.i
    next_to = [token.i + 1] if token.i + 1 < len(tokens) else []
    for head in dict.fromkeys((token.i, act)):
        for c in [*annotated.children[head], *next_to]:
            if c <= token.i or tokens[c].lower not in rule.following:
                continue
            named = annotated.child(c, "pobj", "dobj")
            if (
                named is not None
                and tokens[named].ent not in ("DATE", "TIME")
                and not _is_event(annotated, lexicon, named)
            ):
                yield named, False
                return
    if any(tokens[c].lower in lexicon.origin and tokens[c - 1].text != "-" for c in annotated.children[token.i]):
        yield token.i, True


def _identity(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "these men were mercenaries": what those who did it are said to be."""
    tokens = annotated.tokens
    be = tokens[token.head]
    if token.dep != "attr" or be.lemma != "be":
        return
    subject = annotated.child(be.i, *SUBJECTS)
    if subject is not None:
        doer = any(r.form == "among" for r in lexicon.by_lemma.get(tokens[subject].lemma.lower(), ()))
        if doer or tokens[subject].lower in ("they", "men", "groups", "gangs", "fighters"):
            yield token.i, True


def _among(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "the attackers included Y", "the attackers were Y"."""
    tokens = annotated.tokens
    verb = tokens[token.head]
    if token.dep != "nsubj" or verb.lemma not in ("include", "be"):
        return
    named = annotated.child(verb.i, "dobj", "attr")
    if named is not None and tokens[named].pos in ("NOUN", "PROPN") and tokens[named].ent not in ("CARDINAL", "DATE"):
        yield named, False


def _benefit(annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, token: Token) -> Hits:
    """ "the riots were advantageous for Y"."""
    for c in annotated.children[token.i]:
        if c > token.i and annotated.tokens[c].lower in rule.following:
            named = annotated.child(c, "pobj")
            if named is not None:
                yield named, False


FORMS: dict[str, Callable[[Annotated, BlameLexicon, BlameRule, Token], Hits]] = {
    "object": _object,
    "onto": _onto,
    "agent": _agent,
    "predicate": _predicate,
    "part": _part,
    "noun": _noun,
    "among": _among,
    "benefit": _benefit,
    "identity": _identity,
}


def _named(annotated: Annotated, lexicon: BlameLexicon, be: Token) -> Iterator[Blame]:
    """ "it was a terrorist attack", and "Y were among those who attacked"."""
    tokens = annotated.tokens
    for c in annotated.children[be.i]:
        if c < be.i:
            continue
        token = tokens[c]
        if token.dep in ("attr", "dobj") and token.pos in ("NOUN", "PROPN"):
            words = [tokens[i].lower for i in range(max(be.i + 1, c - NAME_REACH), c)]
            phrase = " ".join([*words, token.lemma.lower()]).replace(" - ", "-")
            fitting = [name for name in lexicon.names if phrase == name or phrase.endswith(" " + name)]
            if fitting and _subject_is_event(annotated, lexicon, be.i):
                rule = lexicon.names[max(fitting, key=len)]
                yield Blame(rule, be.i, c, _negated(annotated, be.i), True)
        if token.lower == "among" and token.dep == "prep" and _are_violent(annotated, lexicon, c):
            named = _subject(annotated, be.i)
            if named is not None:
                rule = lexicon.by_lemma["attacker"][0]
                yield Blame(rule, be.i, named, _negated(annotated, be.i))


def _are_violent(annotated: Annotated, lexicon: BlameLexicon, among: int) -> bool:
    those = annotated.child(among, "pobj")
    if those is None:
        return False
    doing = annotated.child(those, "relcl", "acl")
    return doing is not None and annotated.tokens[doing].lemma.lower() in lexicon.violent


def _subject_is_event(annotated: Annotated, lexicon: BlameLexicon, be: int) -> bool:
    subject = annotated.child(be, *SUBJECTS)
    if subject is None:
        return False
    return annotated.tokens[subject].lower in ("it", "this", "that", "what") or _is_event(annotated, lexicon, subject)


def _event_follows(
    annotated: Annotated, lexicon: BlameLexicon, rule: BlameRule, i: int, *, anywhere: bool = False
) -> bool:
    prepositions = {"in", "behind"} if anywhere else rule.following
    for c in annotated.children[i]:
        if c > i and annotated.tokens[c].lower in prepositions:
            done = annotated.child(c, "pobj")
            if done is not None and _is_event(annotated, lexicon, done):
                return not (rule.grave and _is_peaceful(annotated, lexicon, done))
    return False


def _is_event(annotated: Annotated, lexicon: BlameLexicon, i: int) -> bool:
    """Whether the noun phrase of `i` is about an event: its head, a modifier, a conjunct, or the noun after "of"."""
    tokens = annotated.tokens
    if {tokens[i].lemma.lower(), tokens[i].lower, tokens[i].lower.removesuffix("s")} & lexicon.events:
        return True
    for c in annotated.children[i]:
        below = tokens[c]
        if below.dep in ("conj", "compound") and below.lemma.lower() in lexicon.events:
            return True
        if below.dep == "prep" and below.lower in ("of", "in"):
            named = annotated.child(c, "pobj")
            if named is not None and tokens[named].lemma.lower() in lexicon.events:
                return True
    return tokens[i].lower in ("which", "that") and tokens[i].pos == "PRON"


def _subject(annotated: Annotated, verb: int) -> int | None:
    """The subject of `verb`, or of the verb it is coordinated with; for a relative pronoun its antecedent."""
    tokens = annotated.tokens
    for _ in range(3):
        found = annotated.child(verb, *SUBJECTS, "nsubjpass")
        if found is not None:
            relative = tokens[found].lower in ("who", "which", "that") and tokens[verb].dep == "relcl"
            return tokens[verb].head if relative else _behind_colon(annotated, found, verb)
        if tokens[verb].dep != "conj" or any(t.dep == "mark" for t in tokens[tokens[verb].head : verb]):
            break
        verb = tokens[verb].head
    if tokens[verb].dep == "acl" and (tokens[verb].tag == "VBG" or tokens[tokens[verb].head].dep == "ROOT"):
        return tokens[verb].head
    return None


def _behind_colon(annotated: Annotated, subject: int, verb: int) -> int:
    """A dateline or label before a colon is no subject: the noun between the colon and the verb is."""
    tokens = annotated.tokens
    # In title case the parser loses the first of two names: "Militants From X, Y Countries Took Part".
    stray = [c for c in annotated.children[verb] if c < subject and tokens[c].dep == "dep" and tokens[c].pos == "PROPN"]
    if stray:
        return stray[0]
    if subject > verb or not any(tokens[i].text == ":" for i in range(subject, verb)):
        return subject
    last = verb - 1
    while last > subject and tokens[last].pos not in ("NOUN", "PROPN", "PRON") and tokens[last].text != ":":
        last -= 1
    return last if tokens[last].pos in ("NOUN", "PROPN", "PRON") else subject


def _following(annotated: Annotated, verb: int, rule: BlameRule) -> int | None:
    return next((c for c in annotated.children[verb] if c > verb and annotated.tokens[c].lower in rule.following), None)


def _passive(annotated: Annotated, verb: int) -> bool:
    return annotated.child(verb, "nsubjpass", "auxpass") is not None


def _negated(annotated: Annotated, i: int) -> bool:
    """A negation on the trigger or on the verb that it hangs from."""
    token = annotated.tokens[i]
    carriers = {i, token.head} if token.pos not in ("VERB", "AUX") else {i}
    for above in annotated.ancestors(i):
        if above.lemma in ("think", "believe") and above.pos == "VERB":
            carriers.add(above.i)
    return any(annotated.tokens[c].dep in NEGATIONS for carrier in carriers for c in annotated.children[carrier])


def _below(annotated: Annotated, verb: int, noun: int) -> list[int]:
    return sorted({*annotated.children[verb], *annotated.children[noun]})
