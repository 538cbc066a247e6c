"""Verbs as cues, each in the frames that the lexicon lists it under."""

from collections.abc import Iterator

from rashomon.attribution.content import (
    ADJUNCTS,
    after_colon,
    around_phrase,
    beside,
    closes_quotation,
    right_clause,
    right_quotation,
    subtree_right,
)
from rashomon.attribution.cue import group_span, verb_group
from rashomon.attribution.finding import Finding, tidy
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import find_subject, own_subject, source_span
from rashomon.model import Span

# Inside a quotation only these attribute: there nearly all other cues are the quoted speaker's own manner of speech.
REPORTING = frozenset(
    {"say", "tell", "report", "claim", "announce", "deny", "write", "confirm", "accuse", "warn", "state", "admit"}
)
FIRST_AND_SECOND = frozenset({"i", "we", "you"})
EXPLETIVES = frozenset({"it", "there"})
AS_SAYING = frozenset({"saying", "telling", "writing"})
# What of an infinitive is the addressee of an order ("told residents to leave") and what part of the wish.
ADDRESSED = frozenset({"tell", "ask", "warn"})

Place = tuple[str, tuple[Span, ...], int]


def read_verb(p: Passages, verb: int) -> Iterator[Finding]:
    """The attributions that verb `verb` opens; two where one speaker is quoted by another."""
    annotated = p.annotated
    lemma = p.lexicon.lemma(annotated.tokens[verb])
    subject = find_subject(annotated, verb)
    if not _speaks(p, verb, lemma, subject):
        return
    if lemma in p.lexicon.quoted_as:
        relayed = list(_read_as_saying(p, verb, subject))
        if relayed:
            yield from relayed
            return
    if verb and annotated.tokens[verb - 1].lower == "as" and annotated.tokens[verb].lower in AS_SAYING:
        return
    passive = annotated.child(verb, "nsubjpass", "auxpass") is not None
    found = _read_passive(p, verb, lemma) if passive else _read_active(p, verb, lemma, subject)
    if found is not None:
        yield found


def _speaks(p: Passages, verb: int, lemma: str, subject: int | None) -> bool:
    """False where a verb inside a quotation is the quoted speaker's manner of speech."""
    if p.inside[verb] < 0:
        return True
    if lemma not in REPORTING:
        return False
    return subject is None or p.annotated.tokens[subject].lower not in FIRST_AND_SECOND


def _read_active(p: Passages, verb: int, lemma: str, subject: int | None) -> Finding | None:
    annotated = p.annotated
    first, last = verb_group(annotated, verb)
    if lemma in ("seem", "appear"):
        return _read_seeming(p, verb, first, last, subject)
    if subject is not None and annotated.tokens[subject].lower in EXPLETIVES and lemma in ("call", "want", "see"):
        return None
    source = source_span(annotated, subject, verb) if subject is not None else None
    spoken = _read_spoken(p, verb, lemma, first, last, source) if lemma in p.lexicon.speech else None
    if spoken is not None:
        return spoken
    for rule, content, end in _places(p, verb, lemma, last):
        if content:
            return _finding(p, source, first, end, content, rule)
    if lemma in p.lexicon.speech:
        return _read_parenthetical(p, verb, first, last, subject, source)
    return None


def _finding(
    p: Passages, source: Span | None, first: int, last: int, content: tuple[Span, ...], rule: str
) -> Finding | None:
    cue = group_span(p.annotated, first, last)
    if source is not None and any(piece.contains(source) for piece in content):
        return None
    return Finding((source,) if source is not None else (), (cue,), content, rule)


def _read_spoken(p: Passages, verb: int, lemma: str, first: int, last: int, source: Span | None) -> Finding | None:
    """Speech with its content in the plainest places: a clause, behind a colon, between marks, or in front."""
    if lemma in p.lexicon.clause:
        clause = right_clause(p, verb, "ccomp")
        if clause:
            return _finding(p, source, first, last, clause, "clause")
    inverted = _read_inverted(p, verb, lemma, first)
    if inverted is not None:
        return inverted
    begin = _group(p, verb, first, last)[0]
    if begin > p.sentence_of(verb).first and closes_quotation(p, begin - 1, p.inside[verb]):
        return _read_parenthetical(p, verb, first, last, own_subject(p.annotated, verb), source)
    for rule, content in (("colon", after_colon(p, verb, last)), ("quotation", _quotation(p, verb, lemma, last))):
        if content:
            return _finding(p, source, first, last, content, rule)
    if closes_quotation(p, begin - 1, p.inside[verb]):
        return _read_parenthetical(p, verb, first, last, own_subject(p.annotated, verb), source)
    return None


def _quotation(p: Passages, verb: int, lemma: str, last: int) -> tuple[Span, ...]:
    """The quotation behind the verb, unless a preposition of its own stands between ("pointed to … “…”")."""
    tokens = p.annotated.tokens
    following = p.lexicon.preposition.get(lemma, frozenset())
    if any(tokens[c].lower in following for c in p.annotated.children[verb] if c > verb):
        return ()
    return right_quotation(p, verb, last)


def _read_inverted(p: Passages, verb: int, lemma: str, first: int) -> Finding | None:
    """ "…, reported IFFRAS.": a name or a body of people behind the verb, whatever the parser made of it."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(verb)
    if (
        lemma in ADDRESSED
        or first != verb
        or verb - sentence.first < 3
        or tokens[verb].tag not in ("VBD", "VBZ", "VBP", "VBN")
    ):
        return None
    if tokens[verb - 1].text != "," and not closes_quotation(p, verb - 1, p.inside[verb]):
        return None
    named = next((c for c in annotated.children[verb] if c > verb and tokens[c].dep in ("nsubj", "dobj", "attr")), None)
    if named is None or tokens[named].pos not in ("PROPN", "NOUN"):
        return None
    if tokens[named].pos == "NOUN" and tokens[named].dep != "nsubj":
        noun = p.lexicon.lemma(tokens[named])
        if noun not in p.lexicon.informants and noun not in p.lexicon.documents:
            return None
    if _has_subject_in_front(p, verb) and tokens[named].dep != "nsubj":
        return None
    source = source_span(annotated, named, verb)
    members = annotated.tokens_in(source)
    if not members or members[0].i != verb + 1:
        return None
    content = beside(p, verb, max(members[-1].i, _group(p, verb, verb, verb)[1]))
    return _finding(p, source, verb, verb, content, "inverted") if content else None


def _has_subject_in_front(p: Passages, verb: int) -> bool:
    """ "X, a doctor, reported …": the comma closes an apposition of the subject, no clause stands before."""
    subject = own_subject(p.annotated, verb)
    if subject is None or subject > verb:
        return False
    span = source_span(p.annotated, subject, verb)
    begin = p.annotated.tokens_in(span)[0].i
    earlier = p.annotated.tokens[p.sentence_of(verb).first : begin]
    return not any(token.tag in ("VBD", "VBZ", "VBP") for token in earlier)


def _places(p: Passages, verb: int, lemma: str, last: int) -> Iterator[Place]:
    """Where an active verb may have its content on its right, in the order tried: rule, content, end of cue."""
    lexicon = p.lexicon
    if lemma in lexicon.clause and lemma not in lexicon.speech:
        yield "clause", right_clause(p, verb, "ccomp"), last
    if lemma in lexicon.infinitive_with_object:
        yield "infinitive", _infinitive(p, verb, with_object=lemma not in ADDRESSED), last
    if lemma in lexicon.infinitive:
        yield "infinitive", _infinitive(p, verb, with_object=False), last
    if lemma in lexicon.object_preposition:
        yield "object and preposition", _object_preposition(p, verb, lexicon.object_preposition[lemma]), last
    if lemma in lexicon.withdrawal:
        yield "withdrawal", _spoken_object(p, verb), last
    if lemma in lexicon.object_number:
        content = _object_preposition(p, verb, lexicon.object_number[lemma])
        if any(token.pos == "NUM" for piece in content for token in p.annotated.tokens_in(piece)):
            yield "number", content, last
    if lemma in lexicon.preposition:
        yield from _prepositional(p, verb, lexicon.preposition[lemma], last)
    if lemma in lexicon.object:
        yield "object", _object(p, verb, lemma), last


def _infinitive(p: Passages, verb: int, *, with_object: bool) -> tuple[Span, ...]:
    annotated = p.annotated
    tokens = annotated.tokens
    for c in annotated.children[verb]:
        if c < verb or tokens[c].dep not in ("xcomp", "ccomp", "advcl"):
            continue
        to = next((x for x in annotated.children[c] if tokens[x].tag == "TO" and x > verb), None)
        if to is None or _speaks_itself(p, c):
            continue
        if with_object:
            objects = [x for x in annotated.children[verb] if verb < x < c and tokens[x].dep in ("dobj", "dative")]
            objects += [x for x in annotated.children[c] if verb < x < to and tokens[x].dep == "nsubj"]
            return subtree_right(p, c, verb, start=min(t.i for t in annotated.subtree(objects[0])) if objects else None)
        return subtree_right(p, c, verb, start=to - 1 if tokens[to - 1].dep == "neg" else to)
    return ()


def _speaks_itself(p: Passages, verb: int) -> bool:
    """ "refused to say whether …": the inner verb is the cue, the outer a part of it."""
    lemma = p.lexicon.lemma(p.annotated.tokens[verb])
    return lemma in p.lexicon.speech and bool(right_clause(p, verb, "ccomp"))


def _governed(p: Passages, verb: int) -> bool:
    """Whether the verb is the infinitive of another cue ("planned to attack Y"), which then has it as content."""
    token = p.annotated.tokens[verb]
    above = p.annotated.tokens[token.head]
    lemma = p.lexicon.lemma(above)
    cue = lemma in p.lexicon.infinitive or lemma in p.lexicon.infinitive_with_object
    return token.dep == "xcomp" and above.i < verb and cue and p.inside[above.i] == p.inside[verb]


def _object(p: Passages, verb: int, lemma: str) -> tuple[Span, ...]:
    annotated = p.annotated
    tokens = annotated.tokens
    objects = [c for c in annotated.children[verb] if c > verb and tokens[c].dep in ("dobj", "oprd", "ccomp", "xcomp")]
    if not objects or tokens[objects[0]].pos == "ADV" or _governed(p, verb):
        return ()
    if lemma in p.lexicon.guarded and p.lexicon.lemma(tokens[objects[0]]) not in p.lexicon.spoken:
        return ()
    first = min(token.i for token in annotated.subtree(objects[0]) if token.i > verb)
    return subtree_right(p, objects[-1], verb, start=first)


def _object_preposition(p: Passages, verb: int, prepositions: frozenset[str]) -> tuple[Span, ...]:
    annotated = p.annotated
    tokens = annotated.tokens
    objects = [c for c in annotated.children[verb] if c > verb and tokens[c].dep in ("dobj", "dative")]
    if not objects:
        return ()
    below = [*annotated.children[verb], *annotated.children[objects[0]]]
    after = [c for c in below if c > objects[0] and tokens[c].dep == "prep" and tokens[c].lower in prepositions]
    if not after:
        return ()
    first = min(token.i for token in annotated.subtree(objects[0]) if token.i > verb)
    return subtree_right(p, after[0], verb, start=first)


def _spoken_object(p: Passages, verb: int) -> tuple[Span, ...]:
    """The object of `verb` if it is something said: "its report that …", "the figure of 64"."""
    for c in p.annotated.children[verb]:
        lemma = p.lexicon.lemma(p.annotated.tokens[c])
        if (
            c > verb
            and p.annotated.tokens[c].dep == "dobj"
            and (lemma in p.lexicon.spoken or lemma in p.lexicon.documents)
        ):
            return subtree_right(p, c, verb)
    return ()


def _prepositional(p: Passages, verb: int, prepositions: frozenset[str], last: int) -> Iterator[Place]:
    annotated = p.annotated
    tokens = annotated.tokens
    if _governed(p, verb):
        return
    for c in annotated.children[verb]:
        if c < verb or tokens[c].lower not in prepositions or tokens[c].dep not in ("prep", "prt", "dative"):
            continue
        below = [x for x in annotated.children[c] if tokens[x].dep in ("pobj", "pcomp", "prep")]
        if below:
            start = min((token.i for token in annotated.subtree(below[0]) if token.i > c), default=below[0])
            yield "preposition", subtree_right(p, below[0], verb, start=start), c if c - last <= 2 else last


def _read_seeming(p: Passages, verb: int, first: int, last: int, subject: int | None) -> Finding | None:
    """ "X appears to be Y": nobody is named, and what appears is X with Y."""
    content = right_clause(p, verb, "xcomp", "ccomp", "oprd")
    if not content or p.annotated.tokens[verb].tag == "VBG":
        return None
    if subject is not None and p.annotated.tokens[subject].lower not in EXPLETIVES:
        content = tidy(p.annotated.text, [source_span(p.annotated, subject, verb), *content])
    return Finding((), (group_span(p.annotated, first, last),), content, "seeming")


def _group(p: Passages, verb: int, first: int, last: int) -> tuple[int, int]:
    """First and last token of the cue with its own subject and its adjuncts ("… on Monday", "… in a statement")."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(verb)
    begin, end = first, last
    subject = own_subject(annotated, verb)
    if subject is not None:
        members = annotated.tokens_in(source_span(annotated, subject, verb))
        if members:
            begin, end = min(begin, members[0].i), max(end, members[-1].i)
    if begin > sentence.first and tokens[begin - 1].lower == "as":
        begin -= 1
    for c in annotated.children[verb]:
        if c > verb and tokens[c].dep in ADJUNCTS and tokens[c].text not in ',“"':
            end = max(end, max(token.i for token in annotated.subtree(c)))
    return begin, min(end, sentence.last - 1)


def _read_parenthetical(
    p: Passages, verb: int, first: int, last: int, subject: int | None, source: Span | None
) -> Finding | None:
    """ "…, X said", "…, said X, a doctor, on Monday", "as X said, …"."""
    tokens = p.annotated.tokens
    if own_subject(p.annotated, verb) is None and (subject is None or tokens[verb].tag == "VBG"):
        return None
    begin, end = _group(p, verb, first, last)
    if tokens[begin].lower == "as" and begin == p.sentence_of(verb).first:
        content = around_phrase(p, begin, end)
        return _finding(p, source, first, last, content, "as") if content else None
    content = beside(p, begin, end)
    return _finding(p, source, first, last, content, "parenthetical") if content else None


def _read_passive(p: Passages, verb: int, lemma: str) -> Finding | None:
    """ "X was rejected by Y", "it is feared that …", "X is believed to …"."""
    annotated, lexicon = p.annotated, p.lexicon
    tokens = annotated.tokens
    if lemma not in lexicon.passive and lemma not in lexicon.object and lemma not in lexicon.speech:
        return None
    first, last = verb_group(annotated, verb)
    agent = annotated.child(verb, "agent")
    by = annotated.child(agent, "pobj") if agent is not None else None
    patient = annotated.child(verb, "nsubjpass")
    clause = right_clause(p, verb, "xcomp", "ccomp", "oprd") or _as_phrase(p, verb)
    if lemma in lexicon.quoted_as and clause and patient is not None:
        return None
    whole: list[Span] = list(clause)
    if patient is not None and tokens[patient].lower not in EXPLETIVES:
        whole.append(source_span(annotated, patient, verb))
    if not whole or (by is None and (lemma not in lexicon.passive or not clause)):
        return None
    end = agent if by is not None and agent is not None and agent - last <= 2 else last
    source = source_span(annotated, by, verb) if by is not None else None
    return _finding(p, source, first, end, tidy(annotated.text, whole), "passive")


def _as_phrase(p: Passages, verb: int) -> tuple[Span, ...]:
    annotated = p.annotated
    for c in annotated.children[verb]:
        if c > verb and annotated.tokens[c].lower == "as" and annotated.tokens[c].dep == "prep":
            return subtree_right(p, c, verb)
    return ()


def _read_as_saying(p: Passages, verb: int, subject: int | None) -> Iterator[Finding]:
    """ "BelTA quoted X as saying …", "X was quoted by BelTA as saying …": X is the speaker of what follows "saying",
    BelTA, where it is named, passes on X with his words."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(verb)
    spoken = annotated.child(verb, "dobj", "nsubjpass")
    saying = next(
        (
            i
            for i in range(verb + 1, min(sentence.last, verb + 25))
            if _is_as_saying(p, i) and p.inside[i] == p.inside[verb]
        ),
        None,
    )
    if spoken is None or saying is None:
        return
    content = right_clause(p, saying, "ccomp", "dobj") or right_quotation(p, saying, saying)
    if not content and saying + 2 < sentence.last:
        content = p.grown((p.span_of(saying + 1, sentence.last - 2),), verb)
    if not content:
        return
    source = source_span(annotated, spoken, verb)
    agent = annotated.child(verb, "agent")
    by = annotated.child(agent, "pobj") if agent is not None else None
    passes = by if by is not None else (subject if tokens[spoken].dep == "dobj" else None)
    if passes is not None and passes != spoken:
        first, last = verb_group(annotated, verb)
        whole = tidy(annotated.text, [source, p.span_of(saying - 1, saying), *content])
        yield Finding((source_span(annotated, passes, verb),), (p.span_of(first, last),), whole, "quoted as saying")
    yield Finding((source,), (p.span_of(saying - 1, saying),), content, "quoted as saying")


def _is_as_saying(p: Passages, i: int) -> bool:
    return p.annotated.tokens[i].lower in AS_SAYING and p.annotated.tokens[i - 1].lower == "as"
