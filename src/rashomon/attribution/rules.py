"""Attributions by rules over the dependency parse: the transparent fallback of the tagger.

A cue from the lexicon opens a frame (speech, clause, infinitive, object, preposition, passive, noun, adjective, set
phrase); the frame says where source and content stand. The inventory of constructions follows PARC 3 (Pareti 2016)
and PolNeAR (Newell et al. 2018); every one is in docs/codebook/attribution.md under the rule's id.
"""

from collections.abc import Iterator

from rashomon.attribution.content import (
    ADJUNCTS,
    after_colon,
    around_phrase,
    beside,
    right_clause,
    right_quotation,
    subtree_right,
)
from rashomon.attribution.cue import group_span, verb_group
from rashomon.attribution.finding import Finding, tidy
from rashomon.attribution.headline import find_labels
from rashomon.attribution.passages import Passages
from rashomon.attribution.source import child, find_subject, source_span
from rashomon.model import Span

# Inside a quotation only these attribute: there nearly all other cues are the quoted speaker's own manner of speech.
REPORTING = frozenset(
    {"say", "tell", "report", "claim", "announce", "deny", "write", "confirm", "accuse", "warn", "state"}
)
FIRST_AND_SECOND = frozenset({"i", "we", "you"})


def find_attributions(p: Passages) -> tuple[Finding, ...]:
    """All attributions of the document that the rules find, in the order of their cues."""
    found = [finding for token in p.annotated.tokens for finding in _read_token(p, token.i)]
    found.extend(find_labels(p, found))
    found = _with_continuations(p, found)
    return tuple(sorted(set(found), key=lambda finding: (finding.cue, finding.source, finding.content)))


def _read_token(p: Passages, i: int) -> Iterator[Finding]:
    token = p.annotated.tokens[i]
    if token.pos in ("VERB", "AUX"):
        if token.lemma == "accord" or token.lower == "according":
            yield from _read_according(p, i)
        elif p.lexicon.lemma(token) in p.lexicon.any_verb:
            yield from _read_verb(p, i)
    elif token.pos == "NOUN":
        yield from _read_noun(p, i)
    elif token.pos == "ADJ":
        yield from _read_adjective(p, i)
    elif token.pos == "ADV" and token.lower in p.lexicon.adverbs:
        yield from _read_adverb(p, i)


def _read_verb(p: Passages, verb: int) -> Iterator[Finding]:
    annotated = p.annotated
    lemma = p.lexicon.lemma(annotated.tokens[verb])
    passive = child(annotated, verb, "nsubjpass", "auxpass") is not None
    subject = find_subject(annotated, verb)
    if not _speaks(p, verb, lemma, subject):
        return
    found = _read_passive(p, verb, lemma, subject) if passive else _read_active(p, verb, lemma, subject)
    if found is not None:
        yield found
        if lemma in ("quote", "cite"):
            yield from _read_as_saying(p, verb)


def _speaks(p: Passages, verb: int, lemma: str, subject: int | None) -> bool:
    """False where a verb inside a quotation is the quoted speaker's manner of speech."""
    if p.inside[verb] < 0:
        return True
    if lemma not in REPORTING:
        return False
    return subject is None or p.annotated.tokens[subject].lower not in FIRST_AND_SECOND


def _read_active(p: Passages, verb: int, lemma: str, subject: int | None) -> Finding | None:
    annotated, lexicon = p.annotated, p.lexicon
    first, last = verb_group(annotated, verb)
    source = source_span(annotated, subject, verb) if subject is not None else None
    if lemma in ("seem", "appear"):
        return _read_seeming(p, verb, first, last, source)
    if subject is not None and annotated.tokens[subject].lower in ("it", "there") and lemma in ("call", "want", "see"):
        return None
    for rule, content, end in _contents(p, verb, lemma, first, last):
        if content:
            return _finding(p, source, first, end, content, rule)
    if lemma in lexicon.speech:
        return _read_parenthetical(p, verb, first, last, subject, source)
    return None


def _contents(p: Passages, verb: int, lemma: str, first: int, last: int) -> Iterator[tuple[str, tuple[Span, ...], int]]:
    """The places where an active verb may have its content to the right, in the order they are tried."""
    lexicon = p.lexicon
    if lemma in lexicon.clause:
        yield "clause", right_clause(p, verb, "ccomp"), last
    if lemma in lexicon.speech:
        yield "colon", after_colon(p, verb, last), last
        yield "quotation", right_quotation(p, verb, last), last
    if lemma in lexicon.infinitive_with_object:
        yield "infinitive", _infinitive(p, verb, with_object=lemma not in ("tell", "ask", "warn")), last
    if lemma in lexicon.infinitive:
        yield "infinitive", _infinitive(p, verb, with_object=False), last
    if lemma in lexicon.object_preposition:
        yield "object and preposition", _object_preposition(p, verb, lexicon.object_preposition[lemma]), last
    if lemma in lexicon.preposition:
        yield from _prepositional(p, verb, lexicon.preposition[lemma], last)
    if lemma in lexicon.object:
        yield "object", _object(p, verb), last


def _finding(
    p: Passages, source: Span | None, first: int, last: int, content: tuple[Span, ...], rule: str
) -> Finding | None:
    cue = group_span(p.annotated, first, last)
    if source is not None and any(piece.contains(source) for piece in content):
        return None
    return Finding((source,) if source is not None else (), (cue,), content, rule)


def _infinitive(p: Passages, verb: int, *, with_object: bool) -> tuple[Span, ...]:
    annotated = p.annotated
    tokens = annotated.tokens
    for c in annotated.children[verb]:
        if c < verb or tokens[c].dep not in ("xcomp", "ccomp", "advcl"):
            continue
        to = next((x for x in annotated.children[c] if tokens[x].tag == "TO" and x > verb), None)
        if to is None:
            continue
        if with_object:
            objects = [x for x in annotated.children[verb] if verb < x < c and tokens[x].dep in ("dobj", "dative")]
            return subtree_right(p, c, verb, start=min(t.i for t in annotated.subtree(objects[0])) if objects else None)
        return subtree_right(p, c, verb, start=_with_negation(p, to))
    return ()


def _with_negation(p: Passages, to: int) -> int:
    return to - 1 if to and p.annotated.tokens[to - 1].dep == "neg" else to


def _object(p: Passages, verb: int) -> tuple[Span, ...]:
    annotated = p.annotated
    tokens = annotated.tokens
    objects = [c for c in annotated.children[verb] if c > verb and tokens[c].dep in ("dobj", "oprd", "ccomp", "xcomp")]
    if not objects or tokens[objects[0]].pos == "ADV":
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


def _prepositional(
    p: Passages, verb: int, prepositions: frozenset[str], last: int
) -> Iterator[tuple[str, tuple[Span, ...], int]]:
    annotated = p.annotated
    tokens = annotated.tokens
    for c in annotated.children[verb]:
        if c < verb or tokens[c].lower not in prepositions or tokens[c].dep not in ("prep", "prt", "dative"):
            continue
        end = c if c - last <= 2 else last
        below = [x for x in annotated.children[c] if tokens[x].dep in ("pobj", "pcomp", "prep")]
        if below:
            start = min(token.i for token in annotated.subtree(below[0]) if token.i > c)
            yield "preposition", subtree_right(p, below[0], verb, start=start), end


def _read_seeming(p: Passages, verb: int, first: int, last: int, source: Span | None) -> Finding | None:
    """ "X appears to be Y": nobody is named, and what appears is X with Y."""
    content = right_clause(p, verb, "xcomp", "ccomp", "oprd")
    if not content:
        return None
    subject = child(p.annotated, verb, "nsubj")
    if source is not None and subject is not None and p.annotated.tokens[subject].lower not in ("it", "there"):
        content = tidy(p.annotated.text, [source, *content])
    return Finding((), (group_span(p.annotated, first, last),), content, "seeming")


def _read_parenthetical(
    p: Passages, verb: int, first: int, last: int, subject: int | None, source: Span | None
) -> Finding | None:
    """ "…, X said", "…, said X, a doctor, on Monday", "as X said, …"."""
    annotated = p.annotated
    tokens = annotated.tokens
    own = child(annotated, verb, "nsubj")
    if own is None and (subject is None or tokens[verb].tag == "VBG"):
        return None
    begin, end = first, last
    if own is not None:
        members = [token.i for token in annotated.tokens_in(source_span(annotated, own, verb))]
        begin, end = min(begin, members[0]), max(end, members[-1])
    if child(annotated, verb, "mark", "advmod") is not None and tokens[begin - 1].lower == "as" and begin:
        begin -= 1
    for c in annotated.children[verb]:
        if c > verb and tokens[c].dep in ADJUNCTS and tokens[c].text not in ',“"':
            end = max(end, max(token.i for token in annotated.subtree(c)))
    if tokens[begin].lower == "as" and begin == p.sentence_of(verb).first:
        content = around_phrase(p, begin, end, verb)
        return _finding(p, source, first, last, content, "as") if content else None
    content = beside(p, begin, min(end, p.sentence_of(verb).last - 1))
    return _finding(p, source, first, last, content, "parenthetical") if content else None


def _read_passive(p: Passages, verb: int, lemma: str, subject: int | None) -> Finding | None:
    annotated, lexicon = p.annotated, p.lexicon
    tokens = annotated.tokens
    if lemma not in lexicon.passive and lemma not in lexicon.object and lemma not in lexicon.speech:
        return None
    first, last = verb_group(annotated, verb)
    agent = child(annotated, verb, "agent")
    by = child(annotated, agent, "pobj") if agent is not None else None
    patient = child(annotated, verb, "nsubjpass")
    theme = source_span(annotated, patient, verb) if patient is not None else None
    clause = right_clause(p, verb, "xcomp", "ccomp", "oprd") or _as_phrase(p, verb)
    if lemma == "quote" and clause and theme is not None:
        return None
    whole: list[Span] = list(clause)
    if theme is not None and patient is not None and tokens[patient].lower not in ("it", "there"):
        whole.append(theme)
    if by is None and (lemma not in lexicon.passive or not clause):
        return None
    if not whole:
        return None
    end = agent if agent is not None and agent - last <= 2 else last
    source = source_span(annotated, by, verb) if by is not None else None
    return _finding(p, source, first, end, tidy(annotated.text, whole), "passive")


def _as_phrase(p: Passages, verb: int) -> tuple[Span, ...]:
    annotated = p.annotated
    for c in annotated.children[verb]:
        if c > verb and annotated.tokens[c].lower == "as" and annotated.tokens[c].dep == "prep":
            return subtree_right(p, c, verb)
    return ()


def _read_as_saying(p: Passages, verb: int) -> Iterator[Finding]:
    """ "BelTA quoted X as saying …": X is the speaker of what follows "saying", BelTA passes it on."""
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(verb)
    spoken = child(annotated, verb, "dobj", "nsubjpass")
    if spoken is None:
        return
    for i in range(verb + 1, min(sentence.last, verb + 25)):
        if tokens[i].lower in ("saying", "telling") and tokens[i - 1].lower == "as":
            content = right_clause(p, i, "ccomp", "dobj") or right_quotation(p, i, i)
            if not content and i + 1 < sentence.last:
                content = p.grown((p.span_of(i + 1, sentence.last - 2),), verb)
            source = source_span(annotated, spoken, verb)
            if content:
                yield Finding((source,), (p.span_of(i - 1, i),), content, "quoted as saying")
            return


def _read_according(p: Passages, i: int) -> Iterator[Finding]:
    annotated = p.annotated
    tokens, sentence = annotated.tokens, p.sentence_of(i)
    if i + 2 > sentence.last - 1 or tokens[i + 1].lower != "to":
        return
    to = i + 1
    named = child(annotated, to, "pobj", "pcomp")
    if named is None:
        named = to + 1
    source = source_span(annotated, named, to)
    members = annotated.tokens_in(source)
    if not members or members[0].i <= to:
        source = p.span_of(to + 1, to + 1)
        members = annotated.tokens_in(source)
    content = around_phrase(p, i, members[-1].i, i)
    if content:
        yield Finding((source,), (p.span_of(i, to),), content, "according to")


def _read_noun(p: Passages, i: int) -> Iterator[Finding]:
    annotated, lexicon = p.annotated, p.lexicon
    tokens = annotated.tokens
    lemma = lexicon.lemma(tokens[i])
    if p.inside[i] >= 0:
        return
    content: tuple[Span, ...] = ()
    last = i
    for c in annotated.children[i]:
        if c < i or content:
            continue
        marks = {tokens[x].lower for x in annotated.children[c]}
        if lemma in lexicon.noun_that and tokens[c].dep in ("acl", "ccomp", "relcl") and "that" in marks:
            if tokens[c].dep != "relcl" or child(annotated, c, "mark") is not None:
                content = subtree_right(p, c, i)
        elif lemma in lexicon.noun_to and tokens[c].dep in ("acl", "xcomp") and "to" in marks:
            content = subtree_right(p, c, i)
        elif tokens[c].dep == "prep" and tokens[c].lower in lexicon.noun_preposition.get(lemma, ()) and c == i + 1:
            below = child(annotated, c, "pobj", "pcomp")
            if below is not None:
                content, last = subtree_right(p, below, c), c
    if not content:
        return
    owner = child(annotated, i, "poss")
    source = source_span(annotated, owner, i) if owner is not None else _noun_agent(p, i)
    if source is None and lemma not in lexicon.noun_preposition and lemma not in lexicon.noun_that:
        return
    yield Finding((source,) if source is not None else (), (p.span_of(i, last),), content, "noun")


def _noun_agent(p: Passages, i: int) -> Span | None:
    annotated = p.annotated
    for c in annotated.children[i]:
        if c > i and annotated.tokens[c].lower in ("by", "from", "among"):
            named = child(annotated, c, "pobj")
            if named is not None:
                return source_span(annotated, named, c)
    return None


def _read_adjective(p: Passages, i: int) -> Iterator[Finding]:
    annotated, lexicon = p.annotated, p.lexicon
    tokens = annotated.tokens
    lemma = tokens[i].lower
    be = tokens[i].head
    if tokens[i].dep != "acomp" or p.inside[i] >= 0:
        return
    content: tuple[Span, ...] = ()
    last = i
    if lemma in lexicon.adjective_that:
        content = right_clause(p, i, "ccomp")
    if not content and lemma in lexicon.adjective_to:
        content = right_clause(p, i, "xcomp")
    for c in annotated.children[i]:
        if not content and tokens[c].dep == "prep" and tokens[c].lower in lexicon.adjective_preposition.get(lemma, ()):
            below = child(annotated, c, "pobj", "pcomp")
            if below is not None and c > i:
                content, last = subtree_right(p, below, c), c
    subject = find_subject(annotated, be)
    if content and subject is not None and tokens[subject].lower not in ("it", "there"):
        first, _ = verb_group(annotated, be)
        found = _finding(p, source_span(annotated, subject, be), first, last, content, "adjective")
        if found is not None:
            yield found


def _read_adverb(p: Passages, i: int) -> Iterator[Finding]:
    """ "reportedly", "allegedly": the clause is said by nobody named."""
    sentence = p.sentence_of(i)
    if p.inside[i] >= 0:
        return
    content = around_phrase(p, i, i, p.annotated.tokens[i].head)
    if content and i > sentence.first:
        yield Finding((), (p.span_of(i, i),), content, "adverb")


def _with_continuations(p: Passages, found: list[Finding]) -> list[Finding]:
    """Give a quotation that nobody else claims to the speaker of the one right before it: "“A,” he said. “B.”"."""
    claimed = {p.inside[t.i] for f in found for piece in f.content for t in p.annotated.tokens_in(piece)}
    result = list(found)
    for index, quotation in enumerate(p.quotations):
        if index in claimed:
            continue
        first = next(iter(p.annotated.tokens_in(quotation.span)), None)
        if first is None or first.i == 0 or first.i != p.sentence_of(first.i).first:
            continue
        at = _speaker_before(p, result, first.i)
        if at is not None:
            old = result[at]
            content = tidy(p.annotated.text, [*old.content, *quotation.pieces])
            result[at] = Finding(old.source, old.cue, content, old.rule)
    return result


def _speaker_before(p: Passages, found: list[Finding], first: int) -> int | None:
    """The finding with a quotation as content in the sentence before token `first`."""
    before = p.sentence_of(first - 1)
    best = None
    for at, finding in enumerate(found):
        if not before.span.contains(finding.cue[0]) and not (
            finding.content[-1].end <= before.span.end and finding.content[-1].overlaps(before.span)
        ):
            continue
        if any(p.inside[t.i] >= 0 for piece in finding.content for t in p.annotated.tokens_in(piece)[:1]):
            best = at
    return best
